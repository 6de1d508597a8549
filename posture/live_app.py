"""The composition root of live hosts: options to a `LiveSession` and what feeds it commands.

A host runs `App.session.run` on a thread of its own, and `serve` on the thread that started it.
"""

from __future__ import annotations

import threading
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field, replace
from enum import IntEnum
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING, cast

from posture import folders
from posture import profile as profiles
from posture.alert_styles import ON_SCREEN, Means
from posture.commands import Request
from posture.commands import Snooze as SnoozeCommand
from posture.desktop.watch import open_watch
from posture.live import LOOK_AROUND_S, LiveSession
from posture.live_events import Notice
from posture.notifiers.chosen import ChosenNotifier
from posture.notifiers.sound import SoundNotifier
from posture.origin import NoCameraError, Origin, origin
from posture.outside import Outside
from posture.ports import (
    BaselineError,
    DesktopError,
    DesktopEvent,
    FalseAlarm,
    Notifier,
    NotifierCommand,
    OutputError,
    PostureError,
    Snooze,
    SourceError,
)
from posture.profile_store import ProfileStore
from posture.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from posture.live_events import LiveSink
    from posture.profile import Profile
    from posture.sources.pace import Clock

Inbox = SimpleQueue[Request | NotifierCommand | DesktopEvent | None]
"""What others want of the session; None when its thread has ended."""


class ExitCode(IntEnum):
    """What the command returns to the shell; the numbers mean what they mean for `replay`."""

    OK = 0
    FAILED = 1
    USAGE = 2
    UNREADABLE = 3
    NO_CAMERA = 4
    NOT_WRITABLE = 5
    BAD_BASELINE = 6


def exit_code(error: PostureError) -> ExitCode:
    """The code of an error that ends a run."""
    codes = (
        (NoCameraError, ExitCode.NO_CAMERA),
        (SourceError, ExitCode.UNREADABLE),
        (OutputError, ExitCode.NOT_WRITABLE),
        (BaselineError, ExitCode.BAD_BASELINE),
    )
    return next((code for kind, code in codes if isinstance(error, kind)), ExitCode.FAILED)


@dataclass(frozen=True, slots=True)
class LiveOptions:
    """What to watch, and how to tell.

    Attributes:
        source: A recording, or a camera's id, name or number; None for that of the settings.
        loop: Whether a recording begins again at its end.
        notify: Whether alerts may be shown on the desktop; the settings choose which.
        sound: Whether they are heard; None as the settings have it.
        baseline: Accepted postures to use instead of those that are kept.
    """

    settings: Settings = field(default_factory=Settings)
    source: str | None = None
    loop: bool = False
    notify: bool = True
    sound: bool | None = None
    baseline: Path | None = None


@dataclass(frozen=True, slots=True)
class App:
    """A live session with everything that belongs to it."""

    session: LiveSession
    inbox: Inbox
    origin: Origin


@contextmanager
def open_live(
    options: LiveOptions,
    sinks: Sequence[LiveSink],
    *,
    inbox: Inbox | None = None,
    on_screen: Notifier | None = None,
) -> Iterator[App]:
    """Put a live session together; it has not begun.

    Args:
        options: What to watch, and how to tell.
        sinks: Get every event.
        inbox: Where others put what they want, such as the requests of `posture.control`.
        on_screen: Shows alerts at the edge of the screen; None where there are no windows.

    Raises:
        SourceError: The recording cannot be read, or there is no such camera.
        BaselineError: The given baseline cannot be used.
        EstimatorError: The pose model cannot be loaded.
    """
    where = origin(options.source, options.settings, loop=options.loop)
    given = None if options.baseline is None else profiles.read(options.baseline)
    from posture.estimators.mediapipe import MediaPipeEstimator

    inbox = SimpleQueue() if inbox is None else inbox
    notes: list[str] = []
    with ExitStack() as stack:
        estimator = stack.enter_context(MediaPipeEstimator())
        model = estimator.model_sha256
        if given is not None and given.model_sha256 != model:
            raise BaselineError(f"{options.baseline}: was taken with another pose model")
        store = _store(where)
        kept, problems = store.load(model) if store else ({}, ())
        notes += problems
        notifier = stack.enter_context(_notifier(options, inbox, stack, notes, on_screen))
        watch = stack.enter_context(open_watch())
        session = LiveSession(
            where.open,
            estimator,
            options.settings,
            notifier=notifier,
            sinks=sinks,
            profile=given,
            kept=kept,
            keep=store.save if store else _not_kept,
            outside=Outside(watch.surroundings),
        )
        watch.start(inbox.put)
        for note in notes:
            session.tell(Notice(0.0, note))
        yield App(session, inbox, where)


def _store(where: Origin) -> ProfileStore | None:
    """Where this camera's postures are kept; recordings have no place of their own."""
    if where.camera is None:
        return None
    return ProfileStore(folders.find().data / "baselines", where.camera.stable_id)


def _not_kept(_: Profile) -> None:
    """A recording's postures are those of another day."""


def _notifier(
    options: LiveOptions,
    inbox: Inbox,
    stack: ExitStack,
    notes: list[str],
    on_screen: Notifier | None,
) -> ChosenNotifier:
    style = options.settings.style
    if options.sound is not None:
        style = replace(style, sounds=options.sound)
    notifiers: dict[Means, Notifier] = {}
    if options.notify and style.uses(Means.MESSAGE):
        from posture.desktop.session_bus import Bus
        from posture.notifiers.desktop import DesktopNotifier

        try:
            bus = stack.enter_context(Bus())
            commands = cast("SimpleQueue[NotifierCommand]", inbox)
            notifiers[Means.MESSAGE] = DesktopNotifier(bus, commands)
        except DesktopError as error:
            notes.append(f"alerts are not shown on the desktop: {error}")
    if style.uses(Means.SOUND):
        notifiers[Means.SOUND] = SoundNotifier()
    if on_screen is not None:
        notifiers |= dict.fromkeys(ON_SCREEN, on_screen)
    return ChosenNotifier(style, notifiers)


def serve(app: App, *, for_s: float | None, clock: Clock) -> None:
    """Run the session on a thread until it ends, and pass on what others want of it.

    Args:
        app: What was opened.
        for_s: End after so many seconds; None for no end.
        clock: Monotonic seconds.

    Raises:
        PostureError: Why the session could not go on.
    """
    errors: list[BaseException] = []

    def work() -> None:
        try:
            app.session.run()
        except BaseException as error:  # noqa: BLE001 - raised again where the thread is joined
            errors.append(error)
        finally:
            app.inbox.put(None)

    until_s = None if for_s is None else clock() + for_s
    worker = threading.Thread(target=work, name="session")
    worker.start()
    try:
        while _attend(app, None if until_s is None else until_s - clock()):
            pass
    finally:
        app.session.quit()
        worker.join()
    if errors:
        raise errors[0]


def _attend(app: App, left_s: float | None) -> bool:
    """Wait for one wish and pass it on; False when it is over."""
    if left_s is not None and left_s <= 0:
        return False
    session = app.session
    try:
        wish = app.inbox.get(timeout=min(LOOK_AROUND_S, left_s or LOOK_AROUND_S))
    except Empty:
        session.look_around()
        return True
    match wish:
        case Request(command, reply):
            reply(session.obey(command))
        case Snooze(duration_s):
            session.obey(SnoozeCommand(duration_s / 60))
        case FalseAlarm():
            session.tell(wish)
        case DesktopEvent():
            session.look_around()
        case None:
            return False
    return True
