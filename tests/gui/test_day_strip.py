"""Today by minute: what is added up, and how it is shown and told."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from posture.gui.day import Day
from posture.gui.day_strip import BAR_PX, DayStrip
from posture.gui.icon import IconKind
from posture.gui.mailbox import Mailbox, Situation
from posture.gui.minutes import MINUTE, Minute, MinuteTally, joined, kind_of, stretches, totals
from posture.palette import DARK, LIGHT
from posture.ports import CameraState, CameraStateKind
from posture.records import Reason, State
from tests.gui.ticks import a_tick

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

MORNING = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)
CLOSED = CameraState(CameraStateKind.CLOSED, "camera off: you are in a call", 0.0)
RUNNING = CameraState(CameraStateKind.RUNNING, "camera 0 is running", 0.0)


def minute(number: int, kind: IconKind, length_s: float = 60.0) -> Minute:
    return Minute(MORNING + number * MINUTE, {kind: length_s})


@pytest.mark.parametrize(
    ("situation", "kind"),
    [
        (Situation(None, None, paused=False), IconKind.CAMERA_OFF),
        (Situation(None, None, paused=True), IconKind.PAUSED),
        (Situation(a_tick(), CLOSED, paused=False), IconKind.CAMERA_OFF),
        (Situation(a_tick(), CLOSED, paused=True), IconKind.PAUSED),
        (Situation(None, RUNNING, paused=False), IconKind.CANNOT_MEASURE),
        (Situation(a_tick(), RUNNING, paused=False), IconKind.UPRIGHT),
        (Situation(a_tick(held_s=20.0, remaining_s=10.0), RUNNING, False), IconKind.UPRIGHT),
        (Situation(a_tick(State.SLOUCHED, held_s=40.0), RUNNING, False), IconKind.SLOUCHED),
        (Situation(a_tick(State.AWAY, reason=Reason.NO_PERSON), None, False), IconKind.AWAY),
        (
            Situation(a_tick(State.UNKNOWN, reason=Reason.TOO_DARK), RUNNING, paused=False),
            IconKind.CANNOT_MEASURE,
        ),
    ],
)
def test_what_a_moment_counts_as(situation: Situation, kind: IconKind) -> None:
    assert kind_of(situation) is kind


@given(
    st.lists(st.tuples(st.sampled_from(IconKind), st.floats(0.05, 1.9)), min_size=2, max_size=200)
)
def test_all_time_is_counted_once(looks: list[tuple[IconKind, float]]) -> None:
    tally, now_s = MinuteTally(), 0.0
    for kind, step_s in looks:
        now_s += step_s
        tally.add(kind, now_s, MORNING + timedelta(seconds=now_s))
    minutes = tally.minutes()
    assert sum(totals(minutes).values()) == pytest.approx(now_s - looks[0][1])
    starts = [each.start for each in minutes]
    assert starts == sorted(set(starts))
    assert all(start.second == start.microsecond == 0 for start in starts)
    for each in minutes:
        assert sum(each.seconds.values()) <= 62.0 + 1e-6
        assert each.seconds[each.mostly] == max(each.seconds.values())


def test_what_nobody_saw_is_not_counted() -> None:
    tally = MinuteTally()
    for now_s in (0.0, 1.0, 4000.0, 4001.0, 3990.0, 3991.0):
        tally.add(IconKind.UPRIGHT, now_s, MORNING + timedelta(seconds=now_s))
    assert totals(tally.minutes()) == {IconKind.UPRIGHT: 3.0}


def test_yesterday_is_forgotten() -> None:
    tally = MinuteTally()
    for now_s, at in ((0.0, MORNING), (1.0, MORNING), (2.0, MORNING + timedelta(days=1))):
        tally.add(IconKind.AWAY, now_s, at)
    assert [each.start.day for each in tally.minutes()] == [3]


def test_what_was_before_this_start_is_put_in_front() -> None:
    before = [minute(0, IconKind.UPRIGHT), minute(1, IconKind.UPRIGHT, 20.0)]
    now = [minute(1, IconKind.PAUSED, 30.0), minute(2, IconKind.PAUSED)]
    both = joined(before, now)
    assert both[1].seconds == {IconKind.UPRIGHT: 20.0, IconKind.PAUSED: 30.0}
    assert [each.mostly for each in both] == [
        IconKind.UPRIGHT,
        IconKind.PAUSED,
        IconKind.PAUSED,
    ]
    assert before[1].seconds == {IconKind.UPRIGHT: 20.0}
    assert joined() == []


def test_neighbours_become_one_and_missing_minutes_stay_missing() -> None:
    kinds = [minute(0, IconKind.AWAY), minute(1, IconKind.AWAY), minute(5, IconKind.AWAY)]
    first, second = stretches(kinds)
    assert (first.start, first.end) == (MORNING, MORNING + 2 * MINUTE)
    assert (second.start, second.end) == (MORNING + 5 * MINUTE, MORNING + 6 * MINUTE)


def test_the_day_looks_and_knows_what_was_before(application: QApplication) -> None:
    del application
    mailbox, now_s = Mailbox(), [0.0]
    day = Day(
        mailbox,
        earlier=lambda: [minute(-1, IconKind.SLOUCHED)],
        clock=lambda: now_s[0],
        wall_clock=lambda: MORNING + timedelta(seconds=now_s[0]),
    )
    mailbox(a_tick())
    for _ in range(6):
        day.look()
        now_s[0] += 1.0
    assert day.minutes() == [
        minute(-1, IconKind.SLOUCHED),
        Minute(MORNING, {IconKind.UPRIGHT: 5.0}),
    ]


@pytest.fixture
def strip(application: QApplication) -> DayStrip:
    del application
    made = DayStrip(LIGHT)
    made.resize(600, made.sizeHint().height())
    made.show_minutes([minute(number, kind) for number, kind in enumerate(IconKind)])
    return made


def test_it_tells_the_minute_under_the_mouse_and_the_whole_day(strip: DayStrip) -> None:
    assert strip.told_at(50.0) == "08:00: upright 1 min 0 s"
    assert strip.told_at(150.0) == "08:01: slouched 1 min 0 s"
    assert strip.told_at(700.0) == ""
    assert "paused 1 min 0 s" in strip.accessibleDescription()
    strip.show_minutes([])
    assert strip.told_at(50.0) == ""
    assert not strip.grab().isNull()


@pytest.mark.parametrize("dark", [False, True])
def test_every_kind_looks_different_without_colour(strip: DayStrip, dark: bool) -> None:
    strip.colours = DARK if dark else LIGHT
    image = strip.grab().toImage()
    ground = image.pixelColor(20, 1).lightness()
    patterns = []
    for number in range(len(IconKind)):
        place = [(100 * number + 40 + x, y) for y in range(BAR_PX - 1) for x in range(16)]
        patterns.append(tuple(abs(image.pixelColor(*p).lightness() - ground) > 12 for p in place))
    assert len(set(patterns)) == len(IconKind)


def test_what_looks_the_same_is_not_painted_again(
    strip: DayStrip, monkeypatch: pytest.MonkeyPatch
) -> None:
    updates: list[bool] = []
    monkeypatch.setattr(strip, "update", lambda: updates.append(True))
    same = [minute(number, kind, 59.0) for number, kind in enumerate(IconKind)]
    strip.show_minutes(same)
    assert updates == []
    strip.show_minutes([*same, minute(9, IconKind.AWAY)])
    assert updates == [True]
