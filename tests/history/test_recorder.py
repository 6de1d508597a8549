"""Scripts of events, and exactly the rows that they give."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from math import isnan, nan
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from posture.history.rows import Answer
from posture.history.sums import quantiles
from posture.live_events import Notice, ProfileUsed, Resting
from posture.ports import CameraState, CameraStateKind, FalseAlarm, Helped, Snooze
from posture.records import Part, State
from posture.tick_tables import MAX_GAP_S
from tests.history.script import (
    BEGAN,
    BEGAN_S,
    Recording,
    UserClock,
    alert,
    resting,
    tick,
    ticks,
    told,
    turn,
)
from tests.live_script import upright_profile

if TYPE_CHECKING:
    from posture.live_events import LiveEvent

CLOSED = CameraState(CameraStateKind.CLOSED, "closed", 0.0)


class TestMinutes:
    def test_of_the_clock(self) -> None:
        """From 9:00:10 to 9:02:10 in Berlin."""
        recording = Recording(UserClock(BEGAN + timedelta(seconds=10)))
        kept = recording.take(ticks(0, 120, State.UPRIGHT, neck_deg=3.0, back_deg=-2.0)).done()
        rows = list(kept.minutes.values())
        assert [row.utc_s - BEGAN_S for row in rows] == [0, 60, 120]
        assert [row.seconds[0] for row in rows] == pytest.approx([50, 60, 10])
        assert {row.offset_s for row in rows} == {3600}
        for row in rows:
            assert row.change_deg == pytest.approx((3, 3, 3, -2, -2, -2))
            watched_min = sum(row.seconds) / 60
            assert row.exposure_deg_min == pytest.approx((3 * watched_min, 0, 3 * watched_min))

    def test_time_belongs_to_the_earlier_tick(self) -> None:
        events = [tick(0, State.UPRIGHT), tick(1.5, State.AWAY), tick(2, State.UNKNOWN)]
        assert Recording().take(events).seconds() == pytest.approx(
            {
                State.UPRIGHT: 1.5,
                State.AWAY: 0.5,
                State.SLOUCHED: 0,
                State.UNKNOWN: 0,
                State.PAUSED: 0,
            }
        )

    @pytest.mark.parametrize("gap_s", [MAX_GAP_S + 0.01, 30.0, 8 * 3600.0])
    def test_a_gap_is_nobodys(self, gap_s: float) -> None:
        recording = Recording().take(ticks(0, 10, State.UPRIGHT))
        recording.take(ticks(10 + gap_s, 20 + gap_s, State.UPRIGHT))
        assert sum(recording.seconds().values()) == pytest.approx(20)

    def test_only_what_is_measured_has_angles(self) -> None:
        recording = Recording().take(ticks(0, 20, State.UPRIGHT))
        recording.take(ticks(20, 30, State.SLOUCHED, neck_deg=12.0))
        recording.take(ticks(30, 59, State.AWAY, neck_deg=40.0))
        (row,) = recording.done().minutes.values()
        assert row.change_deg == pytest.approx((12, 12, 12, 0, 0, 0))
        assert row.exposure_deg_min[2] == pytest.approx(12 * 10 / 60, abs=0.11)

    def test_unmeasured_is_nan(self) -> None:
        (row,) = Recording().take(ticks(0, 20, State.UNKNOWN)).done().minutes.values()
        assert all(map(isnan, row.change_deg))
        assert row.exposure_deg_min == (0, 0, 0)

    def test_what_goes_on_is_written_each_ten_seconds(self) -> None:
        recording = Recording().take(ticks(0, 55, State.UPRIGHT))
        assert recording.batches == 5
        (row,) = recording.kept.minutes.values()
        assert row.seconds[0] == pytest.approx(50)


@given(st.lists(st.tuples(st.floats(0.01, 5.0), st.sampled_from(list(State))), max_size=200))
def test_no_minute_is_longer_than_itself(steps: list[tuple[float, State]]) -> None:
    """And all of them together are the time that is somebody's."""
    recording, now_s, watched_s = Recording(), 0.0, 0.0
    events: list[LiveEvent] = [tick(0.0, State.UPRIGHT)]
    for step_s, state in steps:
        watched_s += step_s if now_s + step_s - now_s <= MAX_GAP_S else 0.0
        now_s += step_s
        paused = state is State.PAUSED
        events.append(Resting(now_s) if paused else tick(now_s, state))
    kept = recording.take(events).done()
    for row in kept.minutes.values():
        assert sum(row.seconds) <= 60 + 1e-6
    total_s = sum(sum(row.seconds) for row in kept.minutes.values())
    assert total_s == pytest.approx(watched_s, abs=1e-5)


class TestPauses:
    def test_count_while_posture_runs(self) -> None:
        recording = Recording().take(ticks(0, 10, State.UPRIGHT))
        recording.take(resting(10.2, 40.2)).take(ticks(40.5, 50.5, State.UPRIGHT))
        seconds = recording.seconds()
        assert seconds[State.PAUSED] == pytest.approx(30.3)
        assert seconds[State.UPRIGHT] == pytest.approx(20.2)
        assert len(recording.kept.sessions) == 2

    def test_a_night_asleep_is_no_pause(self) -> None:
        recording = Recording().take(ticks(0, 10, State.UPRIGHT)).take(resting(10, 20))
        night_s = 8 * 3600.0
        recording.take(resting(20 + night_s, 30 + night_s))
        assert recording.seconds()[State.PAUSED] == pytest.approx(20)
        assert max(row.utc_s for row in recording.kept.minutes.values()) == pytest.approx(
            BEGAN_S + night_s, abs=60
        )

    def test_before_the_first_picture(self) -> None:
        recording = Recording().take(resting(0, 30)).take(ticks(31, 40, State.UPRIGHT))
        assert recording.seconds()[State.PAUSED] == pytest.approx(31)
        (session,) = recording.kept.sessions.values()
        assert session.utc_s == pytest.approx(BEGAN_S + 31)

    def test_a_picture_that_was_on_its_way_changes_nothing(self) -> None:
        recording = Recording().take(ticks(0, 10, State.UPRIGHT))
        recording.take([*resting(10.3, 12.3), tick(10.1, State.UPRIGHT), Resting(13.3)])
        assert recording.seconds()[State.PAUSED] == pytest.approx(3)
        assert len(recording.kept.sessions) == 1


class TestSessions:
    def test_one_for_each_opening(self) -> None:
        recording = Recording().take(ticks(0, 20, State.UPRIGHT)).take([CLOSED])
        first, second = recording.take(ticks(30, 50, State.AWAY)).done().sessions.values()
        assert (first.utc_s, first.end_utc_s) == pytest.approx((BEGAN_S, BEGAN_S + 20))
        assert (second.utc_s, second.end_utc_s) == pytest.approx((BEGAN_S + 30, BEGAN_S + 50))
        assert (first.camera, first.version, first.offset_s) == ("a camera", "1.2.3", 3600)
        assert first.number != second.number

    def test_a_suspend_begins_another(self) -> None:
        recording = Recording().take(ticks(0, 20, State.UPRIGHT))
        recording.take(ticks(8 * 3600, 8 * 3600 + 20, State.UPRIGHT))
        assert len(recording.done().sessions) == 2

    def test_a_short_trouble_of_the_camera_does_not(self) -> None:
        gone = CameraState(CameraStateKind.GONE, "unplugged", 0.0)
        recording = Recording().take([*ticks(0, 20, State.UPRIGHT), gone])
        assert len(recording.take(ticks(40, 60, State.UPRIGHT)).done().sessions) == 1

    @pytest.mark.parametrize("set_s", [-7200.0, -30.0, 30.0, 7200.0])
    def test_a_clock_that_was_set_begins_another(self, set_s: float) -> None:
        recording = Recording().take(ticks(0, 100, State.UPRIGHT))
        recording.clock.ahead_s = set_s
        recording.take(ticks(100.5, 200, State.UPRIGHT))
        assert sum(recording.seconds().values()) == pytest.approx(200)
        first, second = recording.kept.sessions.values()
        late_s = second.utc_s - first.utc_s - set_s
        assert 100 <= late_s <= 112

    def test_summer_time_bends_nothing(self) -> None:
        class Berlin(UserClock):
            def __call__(self) -> datetime:
                summer = self.session_s >= 600
                return super().__call__().astimezone(timezone(timedelta(hours=1 + summer)))

        recording = Recording(Berlin()).take(ticks(0, 1200, State.UPRIGHT, step_s=1))
        kept = recording.done()
        assert len(kept.sessions) == 1
        assert {row.offset_s for row in kept.minutes.values()} == {3600}
        assert sum(recording.seconds().values()) == pytest.approx(1200)
        recording.take([CLOSED]).take(ticks(1201, 1230, State.UPRIGHT))
        assert [s.offset_s for s in recording.done().sessions.values()] == [3600, 7200]


class TestEpisodes:
    def slouching(self) -> Recording:
        """Bent from 10 s on, which counts from 40 s on."""
        recording = Recording().take(ticks(0, 9.5, State.UPRIGHT, neck_deg=1.0))
        recording.take(ticks(10, 39.5, State.UPRIGHT, neck_deg=12.0))
        recording.take([turn(40, State.SLOUCHED, 10)])
        return recording.take(ticks(40, 49.5, State.SLOUCHED, neck_deg=20.0))

    def test_begins_when_the_change_did(self) -> None:
        recording = self.slouching().take(ticks(50, 54.5, State.SLOUCHED, neck_deg=2.0))
        recording.take([turn(55, State.UPRIGHT, 50), *ticks(55, 60, State.UPRIGHT, neck_deg=1)])
        (row,) = recording.done().episodes.values()
        assert (row.utc_s, row.end_utc_s) == pytest.approx((BEGAN_S + 10, BEGAN_S + 50))
        assert (row.peak_deg, row.part, row.over) == (20.0, Part.NECK, True)
        assert row.mean_deg == pytest.approx((30 * 12 + 10 * 20) / 40)

    def test_that_goes_on_is_written_as_far_as_it_is(self) -> None:
        (row,) = self.slouching().done().episodes.values()
        assert row.end_utc_s == pytest.approx(BEGAN_S + 49.5)
        assert not row.over

    def test_the_end_that_a_pause_hides_is_not_seen(self) -> None:
        recording = self.slouching().take(resting(50, 55)).take(ticks(56, 60, State.UPRIGHT))
        (row,) = recording.done().episodes.values()
        assert row.end_utc_s == pytest.approx(BEGAN_S + 50)
        assert not row.over

    def test_who_leaves_ends_it(self) -> None:
        recording = self.slouching().take(ticks(50, 51.5, State.SLOUCHED))
        (row,) = recording.take([turn(52, State.AWAY, 49.5)]).done().episodes.values()
        assert row.end_utc_s == pytest.approx(BEGAN_S + 49.5)
        assert row.over

    def test_that_goes_on_after_a_look_that_failed_is_the_same(self) -> None:
        recording = self.slouching().take([turn(52, State.UNKNOWN, 49.5)])
        recording.take(ticks(52, 53, State.UNKNOWN)).take([turn(53.5, State.SLOUCHED, 10)])
        recording.take(ticks(53.5, 60, State.SLOUCHED, neck_deg=20.0))
        (row,) = recording.done().episodes.values()
        assert row.end_utc_s == pytest.approx(BEGAN_S + 60)

    def test_does_not_last_through_the_night(self) -> None:
        recording = self.slouching().take([turn(30_000, State.UPRIGHT, 30_000)])
        (row,) = recording.done().episodes.values()
        assert row.end_utc_s == pytest.approx(BEGAN_S + 49.5)
        assert not row.over


class TestAlerts:
    def kept(self, *events: LiveEvent, at_s: float = 62.0) -> Recording:
        recording = Recording().take(ticks(0, 59.5, State.UPRIGHT)).take([told()])
        recording.take(ticks(60, at_s, State.SLOUCHED, step_s=1, neck_deg=14))
        return recording.take(events)

    def test_row(self) -> None:
        recording = self.kept()
        recording.take([told(120, "in_call")])
        shown, quiet = recording.done().alerts.values()
        assert (shown.utc_s, shown.means, shown.quiet) == (BEGAN_S + 60, "message+edge", "")
        assert (shown.change_deg, shown.held_s, shown.part) == (14.2, 30.1, Part.NECK)
        assert (quiet.number, quiet.means, quiet.quiet) == (2, "", "in_call")

    @pytest.mark.parametrize(
        ("said", "at_s", "answer"),
        [
            pytest.param([Helped(alert())], 62, Answer.HELPED, id="helped"),
            pytest.param([FalseAlarm(alert())], 9000, Answer.WRONG, id="wrong, hours later"),
            pytest.param([Snooze(900)], 179, Answer.SNOOZED, id="a snooze soon after"),
            pytest.param([Snooze(900)], 182, None, id="a later snooze is about something else"),
            pytest.param([Snooze(900, alert())], 400, Answer.SNOOZED, id="by its notification"),
            pytest.param([Helped(alert()), Snooze(900)], 62, Answer.HELPED, id="helped, then"),
            pytest.param([Snooze(900), FalseAlarm(alert())], 62, Answer.WRONG, id="snooze, then"),
            pytest.param([Helped(alert(1.0))], 62, None, id="of an earlier run"),
        ],
    )
    def test_answers(self, said: list[LiveEvent], at_s: float, answer: Answer | None) -> None:
        recording = self.kept(*said, at_s=at_s)
        assert recording.recorder.due is False
        answers = recording.done().answers
        assert answers == ({} if answer is None else {1: (answer, BEGAN_S + at_s)})

    def test_a_snooze_before_any_alert(self) -> None:
        recording = Recording().take([Snooze(900), Notice(0, "hello")])
        assert not recording.done()


def test_quantiles_weigh_by_time() -> None:
    assert quantiles([1.0, nan, 9.0], [9.0, 50.0, 1.0])[:2] == pytest.approx((1.0, 1.0), abs=1)
    assert quantiles([4.0], [1.0]) == (4.0, 4.0, 4.0)


def test_what_was_judged_by() -> None:
    profile = upright_profile()
    recording = Recording().take([ProfileUsed(0.0, profile), *ticks(5, 10, State.UPRIGHT)])
    (row,) = recording.done().baselines.values()
    assert (row.name, row.utc_s) == ("desk, upright", BEGAN_S + 5)
    assert row.view == profile.upright.view
    assert (row.enter_deg, row.leave_deg, row.persist_s) == (10, 6, 30)
    again = Recording().take([ProfileUsed(0.0, upright_profile()), tick(5, State.UPRIGHT)])
    assert [row.digest for row in again.done().baselines.values()] == [row.digest]
