"""What is written of a live session: lines of JSON, and lines in a terminal."""

from __future__ import annotations

import errno
import io
import json
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from rich.console import Console

from posture.care.breaks import BreakBegun, BreakDue, BreakOver
from posture.care.entries import BreakEnd, BreakKind
from posture.commands import Pause, RunningStatus
from posture.event_log import EventLog, open_log
from posture.live_events import Notice, ProfileUsed, Resting, ToldAlert
from posture.ports import CameraState, CameraStateKind, FalseAlarm, Helped, OutputError, Snooze
from posture.records import Alert, AlertLevel, Part, State, Tick, Transition
from posture.status_line import StatusLine, clock_text, told
from tests.live_script import BEGAN, FORWARD, UPRIGHT, World, upright_profile

if TYPE_CHECKING:
    from posture.live_events import LiveEvent

ALERT = Alert(3725.0, AlertLevel.CUE, Part.NECK, 14.2, 30.1, "neck 14° beyond your baseline")
EVENTS: tuple[LiveEvent, ...] = (
    Transition(40.0, State.UPRIGHT, State.SLOUCHED, 8.0, "neck 14°"),
    ToldAlert(ALERT, ""),
    ToldAlert(ALERT, "in_call"),
    FalseAlarm(ALERT),
    Helped(ALERT),
    CameraState(CameraStateKind.GONE, "it was unplugged", 5.0),
    Notice(1.0, "Sit upright [really]"),
)
BREAKS: tuple[LiveEvent, ...] = (
    BreakDue(1800.0, BreakKind.MICRO, "Drink something.", 1750.4, 30.0),
    BreakBegun(1801.0, BreakKind.LONG, "Walk around for a few minutes.", 300.0),
    BreakOver(1900.0, BreakKind.LONG, BreakEnd.TAKEN, 1801.0, 99.004, asked=True),
    BreakOver(1900.0, BreakKind.MICRO, BreakEnd.SKIPPED, 1800.0, 0.0, asked=True),
)


def lines(text: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in text.splitlines()]


@pytest.fixture(scope="module")
def logged() -> list[dict[str, Any]]:
    """A session of 150 s: upright, slouched, and a pause."""
    world, file = World([(20, UPRIGHT), (500, FORWARD)], end_s=150), io.StringIO()
    log = EventLog(file)
    log.start("script", BEGAN)
    session = world.session(profile=upright_profile(), sinks=[log])
    world.plan(100, lambda: session.obey(Pause(0.5)))
    session.run()
    return lines(file.getvalue())


class TestEventLog:
    def test_every_line_is_a_versioned_object(self, logged: list[dict[str, Any]]) -> None:
        assert {line["version"] for line in logged} == {1}
        assert {line["kind"] for line in logged} == {
            "start",
            "camera",
            "tick",
            "transition",
            "alert",
        }
        assert logged[0]["started_at"] == "2026-03-02T09:00:00+00:00"

    def test_a_summary_every_ten_seconds_adds_up(self, logged: list[dict[str, Any]]) -> None:
        ticks = [line for line in logged if line["kind"] == "tick"]
        times = [line["timestamp_s"] for line in ticks]
        assert times[:9] == [pytest.approx(10 * i, abs=4) for i in range(9)]
        seconds: dict[str, float] = {}
        for line in ticks:
            for state, value in line["seconds"].items():
                seconds[state] = seconds.get(state, 0.0) + value
        assert sum(seconds.values()) == pytest.approx(118, abs=12)  # 30 s of pause are nobody's
        assert seconds["slouched"] == pytest.approx(48, abs=12)

    def test_changes_of_state(self, logged: list[dict[str, Any]]) -> None:
        turns = [line for line in logged if line["kind"] == "transition"]
        assert [(line["before"], line["after"]) for line in turns] == [
            ("unknown", "upright"),
            ("upright", "slouched"),
            ("slouched", "paused"),
            ("paused", "upright"),
        ]

    def test_each_kind_of_event(self) -> None:
        file = io.StringIO()
        log = EventLog(file)
        for event in EVENTS:
            log(event)
        turn, shown, quiet, wrong, helped, camera, notice = lines(file.getvalue())
        assert (turn["since_s"], turn["reason"]) == (8.0, "neck 14°")
        assert (shown["shown"], shown["quiet"]) == (True, None)
        assert (quiet["shown"], quiet["quiet"]) == (False, "in_call")
        assert shown["change_deg"] == wrong["change_deg"] == helped["change_deg"] == 14.2
        assert (wrong["kind"], helped["kind"]) == ("false_alarm", "helped")
        assert (camera["state"], camera["text"]) == ("gone", "it was unplugged")
        assert notice["text"] == "Sit upright [really]"

    def test_breaks(self) -> None:
        file = io.StringIO()
        log = EventLog(file)
        for event in BREAKS:
            log(event)
        due, begun, over, skipped = lines(file.getvalue())
        kinds = [line["kind"] for line in (due, begun, over, skipped)]
        assert kinds == ["break_due", "break_begun", "break_over", "break_over"]
        assert (due["length"], due["sat_s"], due["timestamp_s"]) == ("micro", 1750.4, 1800.0)
        assert (begun["length"], begun["length_s"]) == ("long", 300.0)
        assert (over["end"], over["length_s"], over["asked"]) == ("taken", 99.0, True)
        assert skipped["end"] == "skipped"

    def test_a_file_is_private_and_added_to(self, tmp_path: Path) -> None:
        path = tmp_path / "log.jsonl"
        for _ in range(2):
            with open_log(str(path)) as log:
                log.start("script", BEGAN)
                assert path.read_text().endswith("\n")
        assert len(lines(path.read_text())) == 2
        assert path.stat().st_mode & 0o777 == 0o600

    def test_standard_output(self, capsys: pytest.CaptureFixture[str]) -> None:
        with open_log("-") as log:
            log.start("script", BEGAN)
        assert lines(capsys.readouterr().out)[0]["source"] == "script"

    @pytest.mark.parametrize("encoding", ["ascii", "latin-1", "utf-8"])
    def test_no_letter_is_lost_where_it_is_missing(self, encoding: str) -> None:
        file = io.TextIOWrapper(written := io.BytesIO(), encoding, errors="replace")
        EventLog(file).start("Kamera \u00fc \u2013 \U0001f3a5", BEGAN)
        (line,) = lines(written.getvalue().decode(encoding))
        assert line["source"] == "Kamera \u00fc \u2013 \U0001f3a5"

    def test_a_file_that_cannot_be_written(self, tmp_path: Path) -> None:
        with pytest.raises(OutputError, match="cannot be written"), open_log(str(tmp_path)):
            pass

    @pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a full disk to open")
    def test_a_full_disk_is_told_by_its_name(self) -> None:
        with (
            pytest.raises(OutputError, match="/dev/full: cannot be written"),
            open_log("/dev/full") as log,
        ):
            log.start("script", BEGAN)

    @pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a full disk to open")
    def test_what_is_left_at_the_end_is_told_too(self) -> None:
        with (
            pytest.raises(OutputError, match="/dev/full: cannot be written"),
            open_log("/dev/full") as log,
            suppress(OutputError),
        ):
            log(EVENTS[-1])


STATUS = RunningStatus("upright", "near your baseline", 1.0, "runs", None, None, "0", 1)


def played(*, terminal: bool) -> tuple[str, World]:
    file, world = io.StringIO(), World([(20, UPRIGHT), (60, FORWARD)], end_s=60)
    console = Console(file=file, force_terminal=terminal, width=60, color_system=None)
    with StatusLine(console, clock=lambda: world.now_s) as line:
        session = world.session(profile=upright_profile(), sinks=[line])
        line.show(session.status)
        session.run()
    return file.getvalue(), world


class TestStatusLine:
    def test_without_a_terminal_only_what_happens_is_written(self) -> None:
        text, world = played(terminal=False)
        events = [e for e in world.events if not isinstance(e, Tick | ProfileUsed)]
        assert len(text.splitlines()) == len(events) < 10
        assert any(line.startswith("0:00:51 slouched: neck ") for line in text.splitlines())

    def test_in_a_terminal_the_line_is_renewed_four_times_a_second_at_most(self) -> None:
        text, world = played(terminal=True)
        shown = text.count("near your baseline  (neck")
        assert 10 < shown <= 4 * 30
        assert "0:00:51 slouched" in text
        assert len(world.ticks) > 100 > shown

    def test_a_terminal_that_is_gone_does_not_keep_it_from_ending(self) -> None:
        class Terminal(io.StringIO):
            gone = False

            def write(self, text: str) -> int:
                if self.gone:
                    raise OSError(errno.EIO, "Input/output error")
                return super().write(text)

        file = Terminal()
        console = Console(file=file, force_terminal=True, width=60, color_system=None)
        with StatusLine(console) as line:
            line.show(lambda: STATUS)
            file.gone = True

    def test_long_lines_are_cut(self) -> None:
        file = io.StringIO()
        console = Console(file=file, force_terminal=True, width=20, color_system=None)
        world = World([(3, UPRIGHT)], end_s=3)
        with StatusLine(console, clock=lambda: world.now_s) as line:
            line.show(lambda: STATUS)
            world.session(sinks=[line]).run()
        assert "near your baseline" in file.getvalue()

    def test_what_needs_no_line(self) -> None:
        file = io.StringIO()
        with StatusLine(Console(file=file)) as line:
            for event in (Resting(3.0), Snooze(900.0)):
                line(event)
        assert not file.getvalue()

    @pytest.mark.parametrize(
        ("event", "expected"),
        list(
            zip(
                (*EVENTS, *BREAKS),
                (
                    "0:00:40 slouched: neck 14°",
                    "1:02:05 cue: neck 14° beyond your baseline",
                    "1:02:05 cue: neck 14° beyond your baseline (not shown: in call)",
                    "noted: the alert at 1:02:05 was wrong",
                    "noted: the alert at 1:02:05 helped",
                    "0:00:05 camera: it was unplugged",
                    "0:00:01 Sit upright [really]",
                    "0:30:00 time for a short break? You have sat for 29 min. Drink something.",
                    "0:30:01 a long break of 5 min begins. Walk around for a few minutes.",
                    "0:31:40 that was a long break, 1 min",
                    "0:31:40 the short break is skipped",
                ),
                strict=True,
            )
        ),
    )
    def test_words(self, event: LiveEvent, expected: str) -> None:
        assert not isinstance(event, Tick | Resting | ProfileUsed | Snooze)
        assert told(event)[0] == expected

    def test_clock(self) -> None:
        assert clock_text(86399.9) == "23:59:59"
