"""`posture run` where nobody takes what it writes."""

from __future__ import annotations

import io
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, cast

import pytest

from posture import cli_run
from posture.estimators.loading import Loading
from posture.live_app import LiveOptions
from posture.status_line import StatusLine

if TYPE_CHECKING:
    from collections.abc import Callable

    from posture.commands import RunningStatus
    from posture.live_app import Inbox


pytest_plugins = ["tests.flying"]

FULL = pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a full disk")


@pytest.mark.usefixtures("inbox")
class TestStandardOutput:
    """Where it leads cannot be written: the exit code says so, and no traceback."""

    def watch(self, clip: Path, inbox: Inbox, *, jsonl: str | None = None, loop: bool) -> int:
        options = LiveOptions(source=str(clip), loop=loop, notify=False)
        with Loading() as loading:
            return cli_run.watch(options, inbox, loading, jsonl=jsonl, for_s=None, quiet=False)

    @FULL
    @pytest.mark.parametrize("jsonl", [None, "-"], ids=["lines", "JSON"])
    def test_a_full_disk(
        self,
        clip: Path,
        inbox: Inbox,
        jsonl: str | None,
        monkeypatch: pytest.MonkeyPatch,
        capsys: pytest.CaptureFixture[str],
    ) -> None:
        with Path("/dev/full").open("w") as full:
            monkeypatch.setattr("sys.stdout", full)
            assert self.watch(clip, inbox, jsonl=jsonl, loop=False) == 5
        assert "standard output: cannot be written (No space left" in capsys.readouterr().err

    @pytest.mark.skipif(sys.platform == "win32", reason="its pipes end otherwise")
    @pytest.mark.parametrize("jsonl", [None, "-"], ids=["lines", "JSON"])
    @pytest.mark.parametrize("buffering", [-1, 1], ids=["kept", "lost"])
    def test_a_reader_who_leaves_ends_it(
        self,
        clip: Path,
        inbox: Inbox,
        jsonl: str | None,
        buffering: int,
        monkeypatch: pytest.MonkeyPatch,
        capsys: pytest.CaptureFixture[str],
    ) -> None:
        reading, writing = os.pipe()
        with os.fdopen(writing, "wb", buffering=0) as raw:
            kept = raw if buffering == 1 else io.BufferedWriter(raw)
            pipe = io.TextIOWrapper(cast("io.BufferedWriter", kept), write_through=buffering == 1)
            monkeypatch.setattr("sys.stdout", pipe)
            show = StatusLine.show

            def leave(line: StatusLine, status: Callable[[], RunningStatus]) -> StatusLine:
                os.close(reading)
                return show(line, status)

            monkeypatch.setattr(StatusLine, "show", leave)
            assert self.watch(clip, inbox, jsonl=jsonl, loop=True) == 5
        said = capsys.readouterr().err
        assert said.rstrip().endswith("(Broken pipe); name another file")
        assert "Traceback" not in said

    @FULL
    def test_a_disk_that_fills_up_is_told_at_the_end(
        self,
        clip: Path,
        inbox: Inbox,
        monkeypatch: pytest.MonkeyPatch,
        capsys: pytest.CaptureFixture[str],
        caplog: pytest.LogCaptureFixture,
    ) -> None:
        with (clip.parent / "lines").open("w") as file, Path("/dev/full").open("w") as full:
            monkeypatch.setattr("sys.stdout", file)
            show = StatusLine.show

            def fill_up(line: StatusLine, status: Callable[[], RunningStatus]) -> StatusLine:
                os.dup2(full.fileno(), file.fileno())
                return show(line, status)

            monkeypatch.setattr(StatusLine, "show", fill_up)
            assert self.watch(clip, inbox, loop=False) == 5
        assert "cannot be written (No space left" in capsys.readouterr().err
        assert "Traceback" not in caplog.text
