"""The tape: what is in memory is bounded, what cannot be written is told, and nothing is lost."""

from __future__ import annotations

import os
from datetime import timedelta
from queue import SimpleQueue
from typing import TYPE_CHECKING

import pytest

from posture import folders
from posture.commands import Keep, Quit, Reply, Request
from posture.landmark_file import LandmarkFile
from posture.live_app import App
from posture.live_events import Notice
from posture.live_serve import serve
from posture.origin import Origin
from posture.ports import OutputError
from tests.live_script import UPRIGHT, ScriptedLive
from tests.taped import AT, TapedWorld, eventful, replayed, same

if TYPE_CHECKING:
    from pathlib import Path

    from posture.landmark_tape import LandmarkTape
    from posture.live_app import Inbox


def kept(tape: LandmarkTape) -> Reply:
    return tape.obey(Keep())


def test_it_is_kept_in_the_data_folder_by_the_time(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("POSTURE_DATA_DIR", str(tmp_path))
    world = TapedWorld([(1e9, UPRIGHT)], end_s=20).run()
    reply = kept(world.tape)
    path = folders.find().data / "recordings" / "2026-03-02 09.00.00.posture"
    assert reply == Reply(ok=True, text=f"the last minutes are kept, without pictures: {path}")
    with LandmarkFile(path) as file:
        began = AT - timedelta(seconds=world.ticks[-1].timestamp_s - world.ticks[0].timestamp_s)
        assert file.header.started_at == began.isoformat(timespec="seconds")
    again = kept(world.tape)
    assert not again.ok
    assert "is there already" in again.text


def test_there_is_nothing_yet() -> None:
    world = TapedWorld([(1e9, UPRIGHT)], end_s=20)
    assert kept(world.tape) == Reply(
        ok=False, text="there is nothing to keep yet; try again in a few seconds"
    )


def test_memory_is_bounded(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Even where nobody sits so still that a baseline is found, for hours."""
    monkeypatch.setattr("posture.landmark_tape.MOST_BYTES", 200_000)
    monkeypatch.setattr("posture.taking.SteadySearch.update", lambda *_: None)
    world = TapedWorld([(1e9, UPRIGHT)], end_s=300).run()
    assert 100_000 < sum(len(chunk.data) for chunk in world.tape._chunks) <= 200_000
    world.tape.keep(tmp_path / "a.posture")
    ticks, said = replayed(tmp_path / "a.posture")
    assert any("begins while a baseline was taken" in text for text in said)
    assert len(ticks) > 50


class TestFile:
    def test_a_full_disk_is_told_once_and_memory_goes_on(
        self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
    ) -> None:
        written = [0]
        write = os.write

        def fill_up(descriptor: int, data: memoryview) -> int:
            written[0] += len(data)
            if written[0] > 60_000:
                raise OSError(28, "No space left on device")
            return write(descriptor, data)

        file = tmp_path / "full.posture"
        world = TapedWorld([(1e9, UPRIGHT)], end_s=60, file=file)
        with monkeypatch.context() as patch:
            patch.setattr(os, "write", fill_up)
            world.run()
        told = [text for text in world.notices if "no more is recorded" in text]
        assert len(told) == 1
        assert "No space left on device" in told[0]
        ticks, said = replayed(file)
        same(ticks, world.ticks[: len(ticks)])
        assert len(ticks) > 20
        assert any("damaged" in text or "not closed" in text for text in said)
        world.tape.keep(tmp_path / "kept.posture")
        same(replayed(tmp_path / "kept.posture")[0], world.ticks)

    def test_an_existing_one_stays(self, tmp_path: Path) -> None:
        file = tmp_path / "mine.posture"
        file.write_text("mine")
        with pytest.raises(OutputError, match="is there already"):
            TapedWorld([(1e9, UPRIGHT)], end_s=1, file=file)

    def test_no_pixel_is_in_it(self, tmp_path: Path) -> None:
        """The same landmarks in other pictures give the same bytes."""
        files = []
        for name in ("one", "two"):
            file = tmp_path / f"{name}.posture"
            world = eventful(file, end_s=40)
            world._pictures = iter(range(1000 * len(name), 10**6))  # type: ignore[assignment]
            world.run()
            files.append(file.read_bytes())
        assert files[0] == files[1]


def test_a_command_keeps_it_and_the_window_is_told(tmp_path: Path) -> None:
    world = TapedWorld([(1e9, UPRIGHT)], end_s=40)
    inbox: Inbox = SimpleQueue()
    app = App(world.session_, inbox, Origin("script", lambda: ScriptedLive(world)), tape=world.tape)
    replies: list[Reply] = []
    world.run()
    inbox.put(Request(Keep(str(tmp_path / "kept.posture")), replies.append))
    inbox.put(Request(Quit()))
    serve(app, for_s=None, clock=lambda: 0.0)
    assert [reply.ok for reply in replies] == [True]
    assert Notice(0.0, replies[0].text) in world.events
    same(replayed(tmp_path / "kept.posture")[0], world.ticks)
