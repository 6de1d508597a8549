"""A recording of landmarks is judged as the live run was, bit for bit."""

from __future__ import annotations

import json
import stat
import sys
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner, Result

from posture.cli import main
from posture.landmark_entries import Happened, What
from posture.landmark_replay import open_landmarks
from posture.records import State, Transition
from tests.clips import make_clip, put_in_front
from tests.live_script import FORWARD, UPRIGHT
from tests.switches import DESK, LAPTOP, profile_of
from tests.taped import TapedWorld, eventful, replayed, same

if TYPE_CHECKING:
    from pathlib import Path

PLACES = {"desk": DESK, "laptop": LAPTOP}


@pytest.fixture(scope="module")
def taped(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, TapedWorld]:
    file = tmp_path_factory.mktemp("taped") / "day.posture"
    return file, eventful(file).run()


def cli(*arguments: object) -> Result:
    return CliRunner().invoke(main, list(map(str, arguments)), catch_exceptions=False)


class TestLive:
    def test_every_tick_is_the_same(self, taped: tuple[Path, TapedWorld]) -> None:
        file, world = taped
        ticks, said = replayed(file)
        same(ticks, world.ticks)
        assert said == (f"all {len(ticks)} ticks are as when it was recorded",)

    def test_what_is_in_it_was_eventful(self, taped: tuple[Path, TapedWorld]) -> None:
        _, world = taped
        assert len(world.opened) == 3
        assert {quiet for _, quiet in world.alerts} == {"snoozed"}
        told = " ".join(world.notices)
        assert "your baseline is taken" in told
        assert "your new baseline 'standing' is taken" in told
        assert "your posture 'upright' is taken" in told
        assert {State.AWAY, State.SLOUCHED} <= {tick.state for tick in world.ticks}

    def test_repeated_looks_are_the_same_too(self, tmp_path: Path) -> None:
        file = tmp_path / "still.posture"
        world = eventful(file, noisy=False).run()
        assert world.session_.looks < len(world.ticks) / 2
        same(replayed(file)[0], world.ticks)

    @pytest.mark.parametrize("kept_at_s", [75.1, 110, 400], ids=str)
    def test_another_profile_is_gone_over_to(self, kept_at_s: float, tmp_path: Path) -> None:
        """Before the camera's new place is known, after it, and much later."""
        places = {name: profile_of(name, there) for name, there in PLACES.items()}
        file, last = tmp_path / "all.posture", tmp_path / "last.posture"
        world = TapedWorld(
            [(60.0, DESK.pose), (1e9, LAPTOP.pose)],
            end_s=kept_at_s + 20,
            profile=places["desk"],
            kept=places,
            file=file,
            scenes=lambda second: DESK.room if second < 60 else LAPTOP.room,
        )
        world.plan(kept_at_s, lambda: world.tape.keep(last))
        world.run()
        assert world.notices == ["your baseline 'laptop' is used"]
        same(replayed(file)[0], world.ticks)
        ticks, _ = replayed(last)
        same(ticks, [t for t in world.ticks if ticks[0].timestamp_s <= t.timestamp_s <= kept_at_s])

    def test_pauses_are_in_it(self, taped: tuple[Path, TapedWorld]) -> None:
        file, world = taped
        with open_landmarks(file) as recording:
            entries = [entry for entry, tick in recording.pairs() if tick is None]
        events = [entry for entry in entries if isinstance(entry, Happened)]
        paused = [event.at_s for event in events if event.what is What.PAUSED]
        turns = [e for e in world.events if isinstance(e, Transition)]
        assert paused == [turn.timestamp_s for turn in turns if turn.after is State.PAUSED]

    @pytest.mark.skipif(sys.platform == "win32", reason="has no modes")
    def test_it_is_for_the_user_alone(self, taped: tuple[Path, TapedWorld]) -> None:
        assert stat.S_IMODE(taped[0].stat().st_mode) == 0o600


class TestLastMinutes:
    @pytest.mark.parametrize("at_s", [35, 100, 150, 208, 285, 296, 900], ids=str)
    def test_they_are_the_same_wherever_they_begin(self, at_s: float, tmp_path: Path) -> None:
        """While upright, slouched, just opened again, calibrated, guided, and much later."""
        file = tmp_path / "kept.posture"
        world = eventful(end_s=at_s + 3)
        world.plan(at_s, lambda: world.tape.keep(file))
        world.run()
        ticks, said = replayed(file)
        before = [tick for tick in world.ticks if tick.timestamp_s <= ticks[-1].timestamp_s]
        same(ticks, before[-len(ticks) :])
        assert said == (f"all {len(ticks)} ticks are as when it was recorded",)
        length_s = ticks[-1].timestamp_s - ticks[0].timestamp_s
        assert min(at_s, 300) - 31 <= length_s <= 320

    def test_with_a_slouch_that_began_before(self, tmp_path: Path) -> None:
        file = tmp_path / "kept.posture"
        world = TapedWorld([(20.0, UPRIGHT), (1e9, FORWARD)], end_s=800)
        world.plan(790, lambda: world.tape.keep(file))
        world.run()
        ticks, _ = replayed(file)
        assert ticks[0].held_s > 400
        same(ticks, [t for t in world.ticks if ticks[0].timestamp_s <= t.timestamp_s <= 790])

    def test_keeping_changes_nothing_of_the_whole(self, tmp_path: Path) -> None:
        file = tmp_path / "all.posture"
        world = eventful(file, end_s=150)
        for second in (33, 34, 90):
            path = tmp_path / f"{second}.posture"
            world.plan(second, lambda path=path: world.tape.keep(path))  # type: ignore[misc]
        world.run()
        same(replayed(file)[0], world.ticks)
        same(replayed(tmp_path / "90.posture")[0], [t for t in world.ticks if t.timestamp_s <= 90])


@pytest.mark.usefixtures("scripted")
class TestCommand:
    @pytest.fixture
    def scripted(self, monkeypatch: pytest.MonkeyPatch) -> None:
        put_in_front(monkeypatch, lambda second: UPRIGHT if second < 10 else FORWARD)

    def test_the_replay_of_a_clip_gives_the_same_files(self, tmp_path: Path) -> None:
        clip, file = make_clip(tmp_path, "minute.mp4", count=600), tmp_path / "minute.posture"
        one, two = tmp_path / "one", tmp_path / "two"
        result = cli("replay", clip, "--out", one, "--record", file, "--persist", 20)
        assert result.exit_code == 0, result.output
        result = cli("replay", file, "--out", two, "--plot", "--annotate")
        assert result.exit_code == 0, result.output
        assert "all 600 ticks are as when it was recorded" in result.output
        assert (one / "minute.ticks.csv").read_bytes() == (two / "minute.ticks.csv").read_bytes()
        events = [json.loads((o / "minute.events.json").read_text())["events"] for o in (one, two)]
        assert events[0] == events[1]
        assert any(event["kind"] == "alert" for event in events[0])
        names = {path.suffix for path in two.iterdir()}
        assert {".png", ".mp4"} <= names

    def test_without_a_baseline(self, tmp_path: Path) -> None:
        clip, file = make_clip(tmp_path, "short.mp4", count=15), tmp_path / "short.posture"
        cli("replay", clip, "--out", tmp_path / "one", "--record", file)
        assert "all 15 ticks" in cli("replay", file, "--out", tmp_path / "two").output

    def test_a_live_recording(self, taped: tuple[Path, TapedWorld], tmp_path: Path) -> None:
        result = cli("replay", taped[0], "--out", tmp_path, "--plot")
        assert result.exit_code == 0, result.output
        assert "ticks are as when it was recorded" in result.output
        summary = json.loads((tmp_path / "day.summary.json").read_text())
        assert summary["frames"] == len(taped[1].ticks)
        assert summary["model"]["name"] == "script"

    @pytest.mark.parametrize("option", [["--persist", 9], ["--baseline", "1-2"], ["--fps", 2]])
    def test_its_own_settings_count(
        self, option: list[object], taped: tuple[Path, TapedWorld], tmp_path: Path
    ) -> None:
        result = cli("replay", taped[0], "--out", tmp_path, *option)
        assert result.exit_code == 2
        assert "brings its own baselines and settings" in result.output

    def test_a_file_is_never_written_over(self, tmp_path: Path) -> None:
        clip, file = make_clip(tmp_path, "short.mp4"), tmp_path / "mine.posture"
        file.write_text("mine")
        result = cli("replay", clip, "--out", tmp_path, "--record", file)
        assert result.exit_code == 5
        assert "is there already" in result.output
        assert file.read_text() == "mine"

    def test_it_ends_in_posture(self, tmp_path: Path) -> None:
        result = cli("replay", "a.mp4", "--record", tmp_path / "a.bin")
        assert result.exit_code == 2
        assert "must end in .posture" in result.output
