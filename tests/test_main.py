"""The first moments of the program."""

from __future__ import annotations

import sys
from types import ModuleType
from typing import NoReturn

import pytest

from posture.__main__ import main


def test_ctrl_c_while_it_is_being_loaded(monkeypatch: pytest.MonkeyPatch) -> None:
    class Interrupted(ModuleType):
        def __getattr__(self, name: str) -> NoReturn:
            raise KeyboardInterrupt

    monkeypatch.setitem(sys.modules, "posture.cli", Interrupted("posture.cli"))
    with pytest.raises(SystemExit) as end:
        main()
    assert end.value.code == 130
