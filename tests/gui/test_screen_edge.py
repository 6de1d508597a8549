"""The edge of the screen: what a tick asks for, and that it is never stuck."""

from __future__ import annotations

from dataclasses import replace
from math import nan
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QGuiApplication

from posture.alert_styles import StyleSettings
from posture.gui.screen_edge import (
    NO_TICK_S,
    NOTHING,
    STEADY,
    EdgeLook,
    ScreenEdge,
    edge_of,
    moved_towards,
)
from posture.records import Alert, AlertLevel, Part, Reason, State
from tests.gui.ticks import THRESHOLDS, a_tick

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication

    from posture.gui.mailbox import Mailbox
    from posture.records import Tick

STYLE = StyleSettings()
DIMMED = StyleSettings(cue_edge=False, cue_dim=True)
REDUCED = StyleSettings(reduced_motion=True)
CUE, NOTICE = AlertLevel.CUE, AlertLevel.NOTICE
ENTER_DEG, LEAVE_DEG = THRESHOLDS


def slouched(held_s: float = 60.0, change_deg: float = 20.0, timestamp_s: float = 1.0) -> Tick:
    return a_tick(State.SLOUCHED, change_deg=change_deg, held_s=held_s, timestamp_s=timestamp_s)


UNMEASURED = replace(slouched(), deviation=a_tick(reason=Reason.HEAD_TURNED).deviation)

CASES = [
    pytest.param(None, CUE, STYLE, NOTHING, id="no tick yet"),
    pytest.param(slouched(), None, STYLE, NOTHING, id="no alert, or a quiet one"),
    pytest.param(a_tick(), CUE, STYLE, NOTHING, id="upright"),
    pytest.param(a_tick(held_s=20.0, remaining_s=10.0), CUE, STYLE, NOTHING, id="pending"),
    pytest.param(a_tick(State.AWAY), CUE, STYLE, NOTHING, id="away"),
    pytest.param(a_tick(State.PAUSED), CUE, STYLE, NOTHING, id="paused"),
    pytest.param(a_tick(State.UNKNOWN), CUE, STYLE, NOTHING, id="not measured for long"),
    pytest.param(slouched(), CUE, STYLE, EdgeLook(0.5), id="slouched"),
    pytest.param(UNMEASURED, CUE, STYLE, EdgeLook(0.5), id="one frame not measured"),
    pytest.param(slouched(), CUE, DIMMED, EdgeLook(0.0, 0.5), id="dim"),
    pytest.param(slouched(), NOTICE, DIMMED, EdgeLook(0.5), id="a notice has its own style"),
    pytest.param(slouched(), CUE, StyleSettings(cue_edge=False), NOTHING, id="not chosen"),
    pytest.param(slouched(), CUE, REDUCED, EdgeLook(STEADY, glows=False), id="reduced motion"),
    pytest.param(slouched(change_deg=8.0), CUE, STYLE, EdgeLook(0.25), id="half way back"),
    pytest.param(slouched(change_deg=2.0), CUE, STYLE, NOTHING, id="sits up"),
    pytest.param(slouched(change_deg=2.0), CUE, REDUCED, NOTHING, id="sits up, reduced motion"),
]


class TestEdgeOf:
    @pytest.mark.parametrize(("tick", "level", "style", "look"), CASES)
    def test_table(
        self, tick: Tick | None, level: AlertLevel | None, style: StyleSettings, look: EdgeLook
    ) -> None:
        assert edge_of(tick, style, level, THRESHOLDS) == look

    @given(st.floats(30.0, 1e5), st.floats(0.0, 1e5))
    def test_grows_with_the_time_and_never_beyond_all(self, held_s: float, more_s: float) -> None:
        less = edge_of(slouched(held_s), STYLE, CUE, THRESHOLDS).edge
        more = edge_of(slouched(held_s + more_s), STYLE, CUE, THRESHOLDS).edge
        assert 0.0 < less <= more <= 1.0

    @given(st.floats(0.0, 60.0), st.floats(0.0, 60.0))
    def test_never_grows_on_the_way_back(self, one_deg: float, other_deg: float) -> None:
        low, high = sorted((one_deg, other_deg))
        looks = [
            edge_of(slouched(change_deg=change), STYLE, CUE, THRESHOLDS) for change in (low, high)
        ]
        assert looks[0].edge <= looks[1].edge

    @given(st.floats(30.0, 1e5), st.floats(ENTER_DEG + 0.1, 60.0))
    def test_with_reduced_motion_it_is_steady(self, held_s: float, change_deg: float) -> None:
        look = edge_of(slouched(held_s, change_deg), REDUCED, CUE, THRESHOLDS)
        assert look == EdgeLook(STEADY, glows=False)


@pytest.mark.parametrize("wrong", [-0.1, 1.1, nan])
def test_a_strength_is_a_share(wrong: float) -> None:
    with pytest.raises(ValueError, match="0 to 1"):
        EdgeLook(wrong)
    with pytest.raises(ValueError, match="0 to 1"):
        EdgeLook(0.0, wrong)


STRENGTHS = st.floats(0.0, 1.0)
LOOKS = st.builds(EdgeLook, STRENGTHS, STRENGTHS)


class TestMovedTowards:
    @given(LOOKS, LOOKS, st.floats(0.0, 10.0))
    def test_is_between_the_two(self, shown: EdgeLook, wanted: EdgeLook, elapsed_s: float) -> None:
        moved = moved_towards(shown, wanted, elapsed_s)
        for name in ("edge", "dim"):
            ends = sorted((getattr(shown, name), getattr(wanted, name)))
            assert ends[0] <= getattr(moved, name) <= ends[1]

    @given(LOOKS, LOOKS)
    def test_arrives(self, shown: EdgeLook, wanted: EdgeLook) -> None:
        assert moved_towards(shown, wanted, 5.0) == wanted

    def test_appears_slowly_and_fades_within_a_second(self) -> None:
        assert moved_towards(NOTHING, EdgeLook(1.0), 0.1).edge < 0.05
        assert moved_towards(EdgeLook(1.0), NOTHING, 1.0) == NOTHING

    def test_without_glow_there_is_no_animation(self) -> None:
        steady = EdgeLook(STEADY, glows=False)
        assert moved_towards(NOTHING, steady, 0.0) == steady
        assert moved_towards(steady, NOTHING, 0.0) == NOTHING


class Desk:
    """A screen edge with a clock of its own, and a session that slouches."""

    def __init__(self, mailbox: Mailbox) -> None:
        self.now_s = 100.0
        self.quiet = False
        self.mailbox = mailbox
        self.edge = ScreenEdge(
            mailbox, STYLE, THRESHOLDS, quiet=lambda: self.quiet, clock=lambda: self.now_s
        )
        self.notifier = self.edge.notifier()

    def alert(self, timestamp_s: float = 1.0) -> None:
        self.notifier.notify(Alert(timestamp_s, CUE, Part.NECK, 20.0, 30.0, "neck 20°"))

    def after(self, seconds: float, tick: Tick | None = None) -> None:
        self.now_s += seconds
        if tick is not None:
            self.mailbox(tick)
        if self.edge._timer.isActive():
            self.edge.refresh()

    @property
    def is_dark(self) -> bool:
        """Whether nothing is shown, and nothing runs."""
        assert self.edge.look.shown == bool(self.edge.covers)
        return not self.edge.covers and not self.edge._timer.isActive()


@pytest.fixture
def desk(mailbox: Mailbox) -> Iterator[Desk]:
    made = Desk(mailbox)
    yield made
    made.edge.clear()


@pytest.fixture
def lit(desk: Desk) -> Desk:
    desk.alert()
    desk.after(0.5, slouched())
    assert desk.edge.look.shown
    return desk


class TestScreenEdge:
    def test_without_an_alert_nothing_is_shown_and_nothing_runs(self, desk: Desk) -> None:
        desk.after(1.0, slouched())
        assert desk.is_dark

    def test_every_screen_is_covered(self, lit: Desk) -> None:
        assert list(lit.edge.covers) == QGuiApplication.screens()
        for screen, cover in lit.edge.covers.items():
            assert cover.isVisible()
            assert cover.geometry() == screen.geometry()

    def test_the_alert_may_come_before_its_tick(self, desk: Desk) -> None:
        desk.after(0.0, a_tick(timestamp_s=0.8))
        desk.alert(1.0)
        desk.after(0.1)
        desk.after(0.1, slouched(timestamp_s=1.0))
        assert desk.edge.look.shown

    def test_fades_when_the_user_sits_up_and_comes_back_until_the_state_changes(
        self, lit: Desk
    ) -> None:
        lit.after(2.0, slouched())
        strong = lit.edge.look.edge
        lit.after(0.2, slouched(change_deg=2.0))
        assert 0.0 < lit.edge.look.edge < strong
        lit.after(1.0, slouched(change_deg=2.0))
        assert not lit.edge.look.shown
        lit.after(1.0, slouched())
        assert lit.edge.look.shown

    @pytest.mark.parametrize("state", [State.UPRIGHT, State.AWAY, State.UNKNOWN, State.PAUSED])
    def test_is_over_with_the_slouch(self, lit: Desk, state: State) -> None:
        lit.after(1.0, a_tick(state))
        assert lit.is_dark
        lit.after(1.0, slouched())
        assert lit.is_dark

    def test_pause_clears_at_once(self, lit: Desk) -> None:
        lit.mailbox.paused = True
        lit.after(0.1)
        assert lit.is_dark

    def test_snooze_and_other_quiet_clear_at_once(self, lit: Desk) -> None:
        lit.quiet = True
        lit.after(0.1, slouched())
        assert lit.is_dark

    def test_closing_the_notifier_clears(self, lit: Desk) -> None:
        with lit.notifier:
            pass
        assert lit.is_dark

    def test_quitting_clears(self, lit: Desk, application: QApplication) -> None:
        application.aboutToQuit.emit()
        assert lit.is_dark

    def test_without_ticks_it_is_taken_away(self, lit: Desk) -> None:
        lit.after(NO_TICK_S - 0.1)
        assert lit.edge.look.shown
        lit.after(0.1)
        assert lit.is_dark

    def test_ticks_of_before_the_alert_do_not_keep_it(self, lit: Desk) -> None:
        lit.after(NO_TICK_S - 0.1, slouched(timestamp_s=0.5))
        lit.after(0.1, slouched(timestamp_s=0.6))
        assert lit.is_dark

    def test_an_alert_may_light_it_again(self, lit: Desk) -> None:
        lit.after(1.0, a_tick())
        lit.alert(5.0)
        lit.after(0.5, slouched(timestamp_s=5.0))
        assert lit.edge.look.shown

    def test_where_windows_cannot_be_placed_nothing_is_tried(
        self, desk: Desk, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("posture.gui.screen_edge.can_cover", lambda: False)
        desk.alert()
        assert desk.is_dark

    def test_a_screen_that_has_gone_has_no_cover(
        self, lit: Desk, monkeypatch: pytest.MonkeyPatch, application: QApplication
    ) -> None:
        monkeypatch.setattr(QGuiApplication, "screens", list)
        application.screenRemoved.emit(application.primaryScreen())
        assert not lit.edge.covers
        monkeypatch.undo()
        application.screenAdded.emit(application.primaryScreen())
        assert len(lit.edge.covers) == len(QGuiApplication.screens())
