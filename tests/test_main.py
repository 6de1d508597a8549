"""The first moments of the program."""

from __future__ import annotations

import signal
import sys
from types import ModuleType
from typing import TYPE_CHECKING, NoReturn

import pytest

from posture.__main__ import main

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    before = signal.getsignal(signal.SIGINT)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.parametrize(
    ("before", "while_loading"),
    [(signal.default_int_handler, signal.SIG_DFL), (signal.SIG_IGN, signal.SIG_IGN)],
    ids=["heeded", "ignored"],
)
def test_ctrl_c_while_it_is_being_loaded(
    before: signal.Handlers, while_loading: signal.Handlers, monkeypatch: pytest.MonkeyPatch
) -> None:
    found: list[object] = []

    class Loaded(ModuleType):
        def __getattr__(self, name: str) -> object:
            found.append(signal.getsignal(signal.SIGINT))
            return lambda: None

    monkeypatch.setitem(sys.modules, "posture.cli", Loaded("posture.cli"))
    signal.signal(signal.SIGINT, before)
    main()
    assert set(found) == {while_loading}


def test_ctrl_c_even_before_that(monkeypatch: pytest.MonkeyPatch) -> None:
    class Interrupted(ModuleType):
        def __getattr__(self, name: str) -> NoReturn:
            raise KeyboardInterrupt

    with monkeypatch.context() as context:
        context.setitem(sys.modules, "signal", Interrupted("signal"))
        with pytest.raises(SystemExit) as end:
            main()
    assert end.value.code == 130
