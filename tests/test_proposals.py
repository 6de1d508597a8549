"""What may be proposed: by laws and tables, without a recording."""

from __future__ import annotations

from dataclasses import replace
from math import inf, isnan, nan

import pytest
from hypothesis import given
from hypothesis import strategies as st

from posture.alerts import AlertSettings
from posture.detector import DetectorSettings, deviation
from posture.history.rows import Answer, Episode, KeptAlert
from posture.proposal_words import change_text, effect_texts, outcome_text
from posture.proposals import (
    MOST_ENTER_DEG,
    MOST_PERSIST_S,
    Change,
    Effects,
    Judged,
    Kind,
    Moment,
    Past,
    Trace,
    different,
    effects_of,
    moments,
    past,
    ranked,
    thresholds,
)
from posture.records import AlertLevel, Part

NOW = DetectorSettings()
RAISED = replace(NOW, enter_deg=15.0, leave_deg=9.0)


def trace(*bends: tuple[float, float], end_s: float = 200.0, **about: object) -> Trace:
    """Five frames a second, bent by so many degrees from second 10 on for so many seconds."""
    frames = []
    for number in range(round(end_s * 5)):
        at_s = number / 5
        bent = next((deg for deg, for_s in bends if 10 <= at_s < 10 + for_s), 0.0)
        frames.append(Judged(at_s, deviation(bent, 0.0), None, number == 0))
    values: dict[str, object] = {"name": "a.posture", "wrong": False, "began_utc_s": nan, **about}
    found = Trace(frames=tuple(frames), **values)  # type: ignore[arg-type]
    return found.judged_by(NOW, AlertSettings())


def told(enter_deg: float = 10.0, persist_s: float = 30.0) -> DetectorSettings:
    return replace(NOW, enter_deg=enter_deg, persist_s=persist_s)


def only(before: Trace, detector: DetectorSettings) -> Moment:
    (moment,) = moments(before, before.judged_by(detector, AlertSettings()))
    return moment


class TestCandidates:
    @given(
        st.floats(1, 60).flatmap(lambda e: st.tuples(st.just(e), st.floats(0, e * 0.99))),
        st.floats(1, 300),
    )
    def test_none_goes_further_than_it_may(
        self, degrees: tuple[float, float], persist_s: float
    ) -> None:
        now = DetectorSettings(enter_deg=degrees[0], leave_deg=degrees[1], persist_s=persist_s)
        for change in thresholds(now):
            new = change.detector
            assert 0 < change.step <= 1
            assert new.enter_deg <= max(now.enter_deg, MOST_ENTER_DEG)
            assert new.persist_s <= max(now.persist_s, MOST_PERSIST_S)
            assert now.leave_deg <= new.leave_deg < new.enter_deg
            raised = (new.enter_deg > now.enter_deg, new.persist_s > now.persist_s)
            assert raised == (change.kind is Kind.ENTER, change.kind is Kind.PERSIST)

    def test_the_end_of_a_slouch_keeps_its_relation(self) -> None:
        pairs = [(c.detector.enter_deg, c.detector.leave_deg) for c in thresholds(NOW)]
        assert (15.0, 9.0) in pairs
        assert (20.0, 12.0) in pairs

    def test_a_posture_belongs_to_its_kind_only(self) -> None:
        with pytest.raises(ValueError, match="does not go with"):
            Change(Kind.POSTURE, NOW, 0.5)


class TestMoments:
    @pytest.mark.parametrize(
        ("bend", "detector", "later_s"),
        [
            pytest.param((24.0, 60.0), told(), 0.0, id="nothing changes"),
            pytest.param((14.0, 60.0), told(enter_deg=15), inf, id="less than the threshold"),
            pytest.param((24.0, 60.0), told(persist_s=45), 15.0, id="later"),
            pytest.param((24.0, 40.0), told(persist_s=60), inf, id="over before"),
            pytest.param((24.0, 900.0), told(persist_s=230), nan, id="the recording ends before"),
        ],
    )
    def test_what_becomes_of_an_alert(
        self, bend: tuple[float, float], detector: DetectorSettings, later_s: float
    ) -> None:
        moment = only(trace(bend), detector)
        assert moment.at_s == pytest.approx(40.0)
        assert moment.later_s == pytest.approx(later_s, nan_ok=True)

    def test_what_ends_too_early_spares_nobody(self) -> None:
        before = trace((24.0, 900.0), wrong=True, end_s=60.0)
        after = before.judged_by(told(persist_s=60), AlertSettings())
        effects = effects_of([before], [after])
        assert effects.wrong == (0, 1)
        assert not effects.good

    def test_the_camera_that_was_opened_anew_begins_anew(self) -> None:
        whole = trace((24.0, 40.0))
        cut = [frame._replace(begins=frame.timestamp_s in (0.0, 30.0)) for frame in whole.frames]
        assert replace(whole, frames=tuple(cut)).judged_by(NOW, AlertSettings()).alerts_s == ()

    def test_the_same_alert_counts_once(self) -> None:
        wrong = trace((24.0, 60.0), wrong=True, began_utc_s=1000.0)
        again = replace(wrong, name="b.posture", began_utc_s=1005.0)
        whole = replace(wrong, name="day.posture", wrong=False, began_utc_s=998.0)
        elsewhere = replace(whole, name="c.posture", began_utc_s=5000.0)
        unknown = replace(whole, name="d.posture", began_utc_s=nan)
        found = different([whole, wrong, again, elsewhere, unknown])
        alerts = {trace.name: len(trace.alerts_s) for trace in found}
        assert alerts == {"day.posture": 0, "a.posture": 1, "c.posture": 1, "d.posture": 1}
        called = different([wrong, elsewhere], [1040.0, 5045.0])
        assert [len(trace.alerts_s) for trace in called] == [1, 0]


def effects(spared: int, called: int, kept: int, others: int, *rest: float) -> Effects:
    fates = [(True, inf)] * spared + [(True, 0.0)] * (called - spared)
    fates += [(False, 0.0)] * kept + [(False, inf)] * (others - kept)
    fates += [(False, later_s) for later_s in rest]
    return Effects(tuple(Moment("a", 1.0, wrong, later_s) for wrong, later_s in fates))


class TestChoice:
    @pytest.mark.parametrize(
        ("found", "good"),
        [
            pytest.param(effects(3, 3, 0, 0), True, id="no others"),
            pytest.param(effects(2, 3, 4, 5), True, id="most"),
            pytest.param(effects(1, 3, 5, 5), False, id="too few spared"),
            pytest.param(effects(3, 3, 1, 5), False, id="most others lost"),
            pytest.param(effects(3, 3, 0, 0, nan), True, id="an other of which nothing is known"),
            pytest.param(effects(0, 0, 5, 5), False, id="nothing was wrong"),
        ],
    )
    def test_when_it_may_be_proposed(self, found: Effects, good: bool) -> None:
        assert found.good is good

    @pytest.mark.parametrize(("helped_told", "good"), [(9, True), (3, False)])
    def test_alerts_that_helped_count_too(self, helped_told: int, good: bool) -> None:
        found = replace(effects(3, 3, 0, 0), past=Past(20, 12, 10, helped_told))
        assert found.good is good

    def test_what_loses_least_comes_first_and_then_the_smallest(self) -> None:
        small, large = (Change(Kind.ENTER, RAISED, step) for step in (0.1, 0.9))
        few, none = effects(3, 3, 4, 5), effects(3, 3, 5, 5)
        bad = effects(0, 3, 5, 5)
        order = ranked([(large, none), (small, few), (small, none), (small, bad)])
        assert order == [(small, none), (large, none), (small, few)]


def alert(change_deg: float, at_s: float = 1000.0, answer: Answer = Answer.NONE) -> KeptAlert:
    return KeptAlert(1, at_s, 0, AlertLevel.CUE, Part.NECK, change_deg, 30.0, "", "message", answer)


class TestPast:
    def test_by_how_far_it_was(self) -> None:
        shown = [alert(12), alert(16), alert(18, answer=Answer.HELPED)]
        silent = replace(alert(30), quiet="snoozed")
        found = past(Change(Kind.ENTER, RAISED, 0.5), [*shown, silent], [])
        assert found == Past(3, 2, 1, 1)

    def test_by_how_long_it_lasted(self) -> None:
        def slouch(begin_s: float, end_s: float, *, over: bool = True) -> Episode:
            return Episode(begin_s, end_s, 0, Part.NECK, 20, 15, over)

        episodes = [slouch(970, 1015), slouch(1970, 2100), slouch(2970, 3010, over=False)]
        alerts = [alert(20, at_s) for at_s in (1000, 2000, 3000, 9000)]
        change = Change(Kind.PERSIST, told(persist_s=60), 0.5)
        assert past(change, alerts, episodes) == Past(2, 1, 0, 0)


class TestWords:
    def test_each_change_is_one_sentence(self) -> None:
        enter = change_text(Change(Kind.ENTER, RAISED, 0.5), NOW)
        assert "at 15° beyond your baseline instead of 10°, and end below 9°" in enter
        assert "for 45 s instead of 30 s" in change_text(
            Change(Kind.PERSIST, told(persist_s=45), 0.5), NOW
        )

    def test_effects_are_told_with_their_numbers(self) -> None:
        found = replace(effects(3, 3, 3, 5, 40.0, nan), past=Past(31, 22, 4, 3))
        assert effect_texts(found) == [
            "would no longer warn in 3 of 3 moments that you called wrong",
            "would still warn in 4 of 6 other moments",
            "in 1 of these later, by 40 s at most",
            "of 1 others it is not known: their recordings end too early",
            "of 31 alerts of the last four weeks 22 would have come",
            "of 4 alerts that you said helped, 3 would",
        ]

    def test_what_is_not_known_is_said(self) -> None:
        assert effect_texts(effects(3, 3, 0, 0))[1:] == [
            "there are no other recordings with an alert to hold it against",
            "the history cannot tell which alerts a further posture would have spared",
        ]

    @pytest.mark.parametrize(
        ("later_s", "text"), [(0, "as now"), (15, "15 s later"), (inf, "no alert"), (nan, "early")]
    )
    def test_one_alert(self, later_s: float, text: str) -> None:
        assert text in outcome_text(Moment("a", 1.0, wrong=False, later_s=later_s))
        assert isnan(later_s) or "not known" not in text
