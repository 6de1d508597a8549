"""A process that is killed loses nothing that was committed; `make bench` kills more often."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

KILLS = 20


@pytest.mark.skipif(not hasattr(os, "fork"), reason="there is no fork")
def test_nothing_is_lost(tmp_path: Path) -> None:
    file = tmp_path / "history.sqlite3"
    done = subprocess.run(
        [sys.executable, "-m", "tests.history.killing", file, str(KILLS), "1"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert f"{KILLS} kills" in done.stdout
    assert int(done.stdout.split()[2]) > KILLS
