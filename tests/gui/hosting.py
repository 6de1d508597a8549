"""Live sessions for a host: a camera that does in real time, without waiting, what a test says."""

from __future__ import annotations

import time
from contextlib import contextmanager
from threading import Condition
from typing import TYPE_CHECKING, Self

from PySide6.QtCore import QCoreApplication, QEventLoop

from posture.estimators.scripted import ScriptedEstimator
from posture.live import LiveSession
from posture.live_app import App
from posture.notifiers.null import NullNotifier
from posture.origin import Origin
from posture.ports import CameraState, CameraStateKind, Closing
from posture.records import Frame
from posture.settings import Settings
from posture.viewfinder import Viewed, Viewfinder
from tests.live_script import UPRIGHT, scene
from tests.running import WITHIN_S

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from contextlib import AbstractContextManager

    from posture.live_app import Inbox, Windows
    from posture.live_events import LiveSink


def until(happened: Callable[[], object]) -> None:
    """Let the event loop run until it has happened."""
    end_s = time.monotonic() + WITHIN_S
    while not happened():
        assert time.monotonic() < end_s, "it did not happen"
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 10)


class HeldCamera(Closing):
    """Gives so many frames, then ends, or hangs until it is closed."""

    def __init__(self, frames: int = 3, *, hangs: bool = True) -> None:
        self.name = "held"
        self.rate_hz = 5.0
        self.frame_count: int | None = None
        self.warnings: tuple[str, ...] = ()
        self.opened = 0
        self.closed = 0
        self._frames = frames
        self._hangs = hangs
        self._given = 0
        self._changed = Condition()
        self._open = False

    def open(self) -> Self:
        self._open, self._given = True, 0
        self.opened += 1
        return self

    @property
    def state(self) -> CameraState:
        hung = self._hangs and self._given >= self._frames
        kind = CameraStateKind.HUNG if hung else CameraStateKind.RUNNING
        return CameraState(kind, "held does not answer" if hung else "held runs", 0.0)

    def set_rate(self, rate_hz: float) -> None:
        self.rate_hz = rate_hz

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> Frame:
        with self._changed:
            if self._given == self._frames and self._hangs:
                self._changed.wait_for(lambda: not self._open, WITHIN_S)
            if self._given == self._frames or not self._open:
                raise StopIteration
            self._given += 1
            return Frame(scene(0), 0.2 * self._given, self._given - 1)

    def close(self) -> None:
        with self._changed:
            self.closed += self._open
            self._open = False
            self._changed.notify_all()


class Opening:
    """Opens what is planned, the last plan again and again: a camera, or an error."""

    def __init__(self, *plans: HeldCamera | Exception) -> None:
        self.plans = list(plans)
        self.opened = 0
        self.before: Callable[[], object] = lambda: None
        """Takes the time that loading takes."""

    def __call__(
        self,
        sinks: Sequence[LiveSink],
        *,
        inbox: Inbox,
        windows: Windows | None = None,
    ) -> AbstractContextManager[App]:
        viewfinder = Viewfinder() if windows is None else windows.viewfinder
        self.opened += 1
        plan = self.plans.pop(0) if len(self.plans) > 1 else self.plans[0]
        return _opened(plan, sinks, inbox, self.before, viewfinder)


@contextmanager
def _opened(
    plan: HeldCamera | Exception,
    sinks: Sequence[LiveSink],
    inbox: Inbox,
    before: Callable[[], object],
    viewfinder: Viewfinder,
) -> Iterator[App]:
    before()
    if isinstance(plan, Exception):
        raise plan
    session = LiveSession(
        lambda: Viewed(plan.open(), viewfinder),
        ScriptedEstimator(lambda _: UPRIGHT),
        Settings(),
        notifier=NullNotifier(),
        sinks=sinks,
    )
    yield App(session, inbox, Origin(plan.name, plan.open))
