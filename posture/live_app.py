"""The composition root of live hosts: options to a `LiveSession` and what feeds it commands.

A host runs `App.session.run` on a thread of its own, and `serve` on the thread that started it.
"""

from __future__ import annotations

import threading
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field, replace
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING, cast

from posture import folders
from posture import profile as profiles
from posture.alert_styles import ON_SCREEN, Means
from posture.break_watch import BreakWatch
from posture.commands import Break, Command, Keep, Reply, Request, RunningStatus, Status
from posture.commands import Snooze as SnoozeCommand
from posture.desktop.watch import open_watch
from posture.history.keeper import keeper_of
from posture.history.rows import Answer
from posture.landmark_tape import LandmarkTape
from posture.live import LOOK_AROUND_S, LiveSession
from posture.live_events import Notice
from posture.notifiers.opened import open_notifier
from posture.origin import Origin, origin
from posture.outside import Outside
from posture.ports import (
    BaselineError,
    Chosen,
    DesktopEvent,
    FalseAlarm,
    Helped,
    Notifier,
    NotifierCommand,
    Snooze,
)
from posture.profile_store import ProfileStore
from posture.settings import Settings
from posture.viewfinder import Viewed, Viewfinder

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from posture.alert_styles import StyleSettings
    from posture.care.break_clock import Breaks
    from posture.live_events import LiveSink
    from posture.profile import Profile
    from posture.sources.pace import Clock

Inbox = SimpleQueue[Request | NotifierCommand | DesktopEvent | None]
"""What others want of the session; None when its thread has ended."""


@dataclass(frozen=True, slots=True)
class LiveOptions:
    """What to watch, and how to tell.

    Attributes:
        source: A recording, or a camera's id, name or number; None for that of the settings.
        loop: Whether a recording begins again at its end.
        notify: Whether alerts may be shown on the desktop; the settings choose which.
        sound: Whether they are heard; None as the settings have it.
        baseline: Accepted postures to use instead of those that are kept.
        record: A new file for landmarks and ticks, no pictures; None for none.
        history: Another file for the history than the user's own; recordings have no own one.
        say: Puts what the desktop is to show into the user's language.
    """

    settings: Settings = field(default_factory=Settings)
    source: str | None = None
    loop: bool = False
    notify: bool = True
    sound: bool | None = None
    baseline: Path | None = None
    record: Path | None = None
    history: Path | None = None
    say: Callable[[str], str] = str

    @property
    def style(self) -> StyleSettings:
        """How alerts are told."""
        style = self.settings.style
        return style if self.sound is None else replace(style, sounds=self.sound)


@dataclass(frozen=True, slots=True)
class App:
    """A live session with everything that belongs to it."""

    session: LiveSession
    inbox: Inbox
    origin: Origin
    let_sleep: Callable[[], object] = lambda: None
    """To be called when the camera was closed because the computer falls asleep: it waits."""
    tape: LandmarkTape | None = None
    """Has the landmarks of the last minutes."""
    history: Path | None = None
    """Where the history is written; None for nowhere."""
    breaks: BreakWatch | None = None
    """Counts sitting."""

    def status(self) -> RunningStatus:
        """What is going on."""
        status = self.session.status()
        return status if self.breaks is None else self.breaks.added_to(status)

    def obey(self, command: Command) -> Reply:
        """Do what a command says."""
        if isinstance(command, Status):
            return Reply(ok=True, text="posture is running", status=self.status())
        if isinstance(command, Break) and self.breaks is not None:
            return self.breaks.obey(command)
        if isinstance(command, Keep) and self.tape is not None:
            return self._keep(self.tape, command)
        return self.session.obey(command)

    def answered(self, answer: FalseAlarm | Helped | Chosen) -> None:
        """Tell an answer; what led to a wrong alert is kept beside the history, as landmarks."""
        if isinstance(answer, Chosen):
            self.obey(Break(answer.answer))
            return
        self.session.tell(answer)
        if isinstance(answer, FalseAlarm) and self.history is not None and self.tape is not None:
            self._keep(self.tape, Keep(), Answer.WRONG)

    def _keep(self, tape: LandmarkTape, command: Keep, answer: Answer = Answer.NONE) -> Reply:
        reply = tape.obey(command, answer)
        self.session.tell(Notice(0.0, reply.text))
        return reply


@contextmanager
def open_live(
    options: LiveOptions,
    sinks: Sequence[LiveSink],
    *,
    inbox: Inbox | None = None,
    on_screen: Notifier | None = None,
    in_panel: Notifier | None = None,
    viewfinder: Viewfinder | None = None,
    counts: Breaks | None = None,
) -> Iterator[App]:
    """Put a live session together; it has not begun.

    Args:
        options: What to watch, and how to tell.
        sinks: Get every event.
        inbox: Where others put what they want, such as the requests of `posture.control`.
        on_screen: Shows alerts at the edge of the screen; None where there are no windows.
        in_panel: Shows messages while the desktop has none with buttons; None without a panel.
        viewfinder: Gets the pictures, for windows that show them.
        counts: What is sat, counted over sessions for a window that shows breaks; None without one.

    Raises:
        SourceError: The recording cannot be read, or there is no such camera.
        BaselineError: The given baseline cannot be used.
        EstimatorError: The pose model cannot be loaded.
        OutputError: The file for landmarks cannot be written, or is there already.
    """
    where = origin(options.source, options.settings, loop=options.loop)
    given = None if options.baseline is None else profiles.read(options.baseline)
    from posture.estimators.mediapipe import MediaPipeEstimator

    inbox = SimpleQueue() if inbox is None else inbox
    notes: list[str] = []
    own = {Means.MESSAGE: in_panel, **dict.fromkeys(ON_SCREEN, on_screen)}
    with ExitStack() as stack:
        estimator = stack.enter_context(MediaPipeEstimator())
        model = estimator.model_sha256
        if given is not None and given.model_sha256 != model:
            raise BaselineError(f"{options.baseline}: was taken with another pose model")
        store = _store(where)
        kept, problems = store.load(model) if store else ({}, ())
        notes += problems
        answers = cast("SimpleQueue[NotifierCommand]", inbox) if options.notify else None
        notifier = open_notifier(
            *(options.style, own, stack),
            commands=answers,
            say=options.say,
            note=notes.append,
            announces=options.settings.breaks.remind and counts is None,
        )
        stack.enter_context(notifier)
        watch = open_watch()
        stack.enter_context(watch)
        tape = LandmarkTape(
            options.settings,
            (estimator.model_name, model),
            camera="camera" if where.camera else "recording",
            file=options.record,
        )
        stack.enter_context(tape)
        camera = None if where.camera is None else where.camera.stable_id
        history = keeper_of(
            options.settings, options.style, camera, name=where.name, file=options.history
        )
        if history is not None:
            stack.enter_context(history)
        path = None if history is None else history.path
        outside = Outside(watch.surroundings)
        breaks = BreakWatch(options.settings.breaks, outside, notifier.announce, path, counts)
        stack.enter_context(breaks)
        finder = Viewfinder() if viewfinder is None else viewfinder
        session = LiveSession(
            lambda: Viewed(where.open(), finder),
            estimator,
            options.settings,
            notifier=notifier,
            sinks=(*sinks, tape.note, breaks, *([history] if history else [])),
            profile=given,
            kept=kept if given is None else None,
            keep=store.save if store else _not_kept,
            outside=outside,
            tape=tape,
        )
        if history is not None:
            history.start(session.tell)
        breaks.start(session.tell, session.quiet)
        watch.start(inbox.put)
        for note in notes:
            session.tell(Notice(0.0, note))
        yield App(session, inbox, where, watch.let_sleep, tape, path, breaks)


def _store(where: Origin) -> ProfileStore | None:
    """Where this camera's postures are kept; recordings have no place of their own."""
    if where.camera is None:
        return None
    return ProfileStore(folders.find().data / "baselines", where.camera.stable_id)


def _not_kept(_: Profile) -> None:
    """A recording's postures are those of another day."""


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
            reply(app.obey(command))
            if isinstance(command, SnoozeCommand):
                session.tell(Snooze(command.minutes * 60))
        case Snooze(duration_s):
            session.obey(SnoozeCommand(duration_s / 60))
            session.tell(wish)
        case FalseAlarm() | Helped() | Chosen():
            app.answered(wish)
        case DesktopEvent():
            session.look_around()
            if wish is DesktopEvent.SUSPENDING:
                app.let_sleep()
        case None:
            return False
    return True
