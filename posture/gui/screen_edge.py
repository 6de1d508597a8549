"""A border around every screen, or a slightly darker screen, for as long as a slouch goes on.

An alert lights it, ticks keep it: whatever else happens, it is gone within three seconds. Nothing
can be clicked, typed or dragged there; whatever lies below gets it all.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import isnan
from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from posture.alert_styles import Means
from posture.gui.screen_cover import ScreenCover
from posture.ports import Notifier
from posture.records import State

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QScreen

    from posture.alert_styles import StyleSettings
    from posture.columns import Thresholds
    from posture.gui.mailbox import Mailbox
    from posture.ports import Announcement
    from posture.records import Alert, AlertLevel, Tick

REFRESH_MS = 100
"""How often it is repainted at most; while it is not shown nothing runs."""

NO_TICK_S = 3.0
"""Without a tick for so long it is taken away."""

HALF_GROWN_S = 60.0
"""After so many seconds of slouching it is half as strong as it can become."""

STEADY = 0.25
"""Strength with reduced motion."""

_APPEARS_S, _FADES_S = 4.0, 1.0
_STEPS = 100


@dataclass(frozen=True, slots=True)
class EdgeLook:
    """What is shown over every screen; equal looks give equal pictures.

    Attributes:
        edge, dim: Strength of the border and of the darkening, 0 (none) to 1.
        glows: Whether the border shines inwards.

    Raises:
        ValueError: A strength is out of range.
    """

    edge: float = 0.0
    dim: float = 0.0
    glows: bool = True

    def __post_init__(self) -> None:
        if not (0.0 <= self.edge <= 1.0 and 0.0 <= self.dim <= 1.0):
            raise ValueError(f"edge is {self.edge} and dim {self.dim}; both must be 0 to 1")

    @property
    def shown(self) -> bool:
        """Whether there is anything to see."""
        return self.edge > 0.0 or self.dim > 0.0


NOTHING = EdgeLook()


def edge_of(
    tick: Tick | None, style: StyleSettings, level: AlertLevel | None, thresholds: Thresholds
) -> EdgeLook:
    """What a tick asks for: the stronger the longer it lasts, weaker on the way back to upright.

    Args:
        tick: The newest, or None before the first.
        style: What the user has chosen.
        level: Of the last alert of this slouch that was not kept quiet; None when there was none.
        thresholds: Where slouching begins and ends, degrees of change.
    """
    if tick is None or level is None or tick.state is not State.SLOUCHED:
        return NOTHING
    bent = _share_bent(tick.deviation.worst_deg, thresholds)
    strength = bent * tick.held_s / (tick.held_s + HALF_GROWN_S)
    if style.reduced_motion:
        strength = STEADY if bent > 0.0 else 0.0
    strength = round(_STEPS * strength) / _STEPS
    chosen = style.means(level)
    if not strength or not chosen & {Means.EDGE, Means.DIM}:
        return NOTHING
    return EdgeLook(
        edge=strength if Means.EDGE in chosen else 0.0,
        dim=strength if Means.DIM in chosen else 0.0,
        glows=not style.reduced_motion,
    )


def _share_bent(worst_deg: float, thresholds: Thresholds) -> float:
    """From 0 where slouching ends to 1 where it begins; 1 for what one frame could not measure."""
    enter_deg, leave_deg = thresholds
    if isnan(worst_deg):
        return 1.0
    return min(max((worst_deg - leave_deg) / (enter_deg - leave_deg), 0.0), 1.0)


def moved_towards(shown: EdgeLook, wanted: EdgeLook, elapsed_s: float) -> EdgeLook:
    """The look between two, so that nothing appears or vanishes at once; without glow at once."""
    glows = wanted.glows if wanted.shown else shown.glows
    if not glows:
        return wanted
    edge = _moved(shown.edge, wanted.edge, elapsed_s)
    dim = _moved(shown.dim, wanted.dim, elapsed_s)
    return EdgeLook(edge, dim)


def _moved(now: float, wanted: float, elapsed_s: float) -> float:
    if wanted >= now:
        return min(wanted, now + elapsed_s / _APPEARS_S)
    return max(wanted, now - elapsed_s / _FADES_S)


def can_cover() -> bool:
    """Whether windows may lie over all others here: Wayland lets no program place any."""
    return not QGuiApplication.platformName().startswith("wayland")


class ScreenEdge(QObject):
    """Shows the look of the newest tick over every screen.

    Args:
        mailbox: Where the session's ticks are.
        style: What the user has chosen; may be replaced at any time.
        thresholds: Where slouching begins and ends; may be replaced.
        quiet: Whether nothing must be shown now: snoozed, in a call, a presentation.
        clock: Monotonic seconds.
    """

    _lit, _cleared = Signal(object), Signal()

    def __init__(
        self,
        mailbox: Mailbox,
        style: StyleSettings,
        thresholds: Thresholds,
        *,
        quiet: Callable[[], bool] = lambda: False,
        clock: Callable[[], float] = monotonic,
    ) -> None:
        super().__init__()
        self.style = style
        self.thresholds = thresholds
        self.look = NOTHING
        """What is shown now."""
        self.covers: dict[QScreen, ScreenCover] = {}
        """The windows, one for each screen; none while nothing is shown."""
        self._mailbox = mailbox
        self._quiet = quiet
        self._clock = clock
        self._alert: Alert | None = None
        self._count = 0
        self._ticked_s = self._refreshed_s = 0.0
        self._timer = QTimer(self, interval=REFRESH_MS)
        self._timer.timeout.connect(self.refresh)
        # Queued from the worker's thread, at once from that of the windows.
        self._lit.connect(self._light)
        self._cleared.connect(self._clear)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.screenAdded.connect(self._place)
            application.screenRemoved.connect(self._place)
            application.aboutToQuit.connect(self._clear)

    def notifier(self) -> EdgeNotifier:
        """What lights it, for `open_live`; from any thread."""
        return EdgeNotifier(self._lit.emit, self._cleared.emit)

    def clear(self) -> None:
        """Take it away at once until the next alert; from any thread."""
        self._cleared.emit()

    def refresh(self) -> None:
        """Follow the newest tick."""
        now_s, alert = self._clock(), self._alert
        elapsed_s, self._refreshed_s = now_s - self._refreshed_s, now_s
        tick, _, paused = self._mailbox.situation
        # The tick of an alert comes a moment after it: those before it say nothing of its slouch.
        told = tick is not None and alert is not None and tick.timestamp_s >= alert.timestamp_s
        if told and self._mailbox.count != self._count:
            self._count, self._ticked_s = self._mailbox.count, now_s
        late = now_s - self._ticked_s >= NO_TICK_S
        if alert is None or late or paused or self._quiet():
            self._clear()
            return
        wanted = edge_of(tick, self.style, alert.level, self.thresholds)
        self._show(moved_towards(self.look, wanted, elapsed_s))
        if told and tick is not None and tick.state is not State.SLOUCHED and not self.look.shown:
            self._clear()

    def _light(self, alert: Alert) -> None:
        if not can_cover():
            return
        self._alert = alert
        if not self._timer.isActive():
            self._ticked_s = self._refreshed_s = self._clock()
            self._timer.start()

    def _clear(self) -> None:
        self._timer.stop()
        self._alert = None
        self._show(NOTHING)

    def _show(self, look: EdgeLook) -> None:
        self.look = look
        self._place()

    def _place(self, *_: object) -> None:
        """A cover on each screen that there is, while there is something to see."""
        screens = set(QGuiApplication.screens()) if self.look.shown else set()
        for screen in self.covers.keys() - screens:
            self.covers.pop(screen).remove()
        for screen in screens:
            cover = self.covers.get(screen)
            if cover is None:
                cover = self.covers[screen] = ScreenCover(screen)
            cover.show_strengths(self.look.edge, self.look.dim, glows=self.look.glows)


class EdgeNotifier(Notifier):
    """Lights the edge of the screen, from any thread."""

    def __init__(self, light: Callable[[Alert], None], clear: Callable[[], None]) -> None:
        self._light = light
        self._clear = clear

    def notify(self, alert: Alert) -> None:
        """Light it, if this alert is to be told so."""
        self._light(alert)

    def announce(self, announcement: Announcement | None) -> None:
        """Do nothing: a window of its own shows it."""

    def close(self) -> None:
        """Take it away."""
        self._clear()
