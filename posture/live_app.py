"""The composition root of live hosts: options to a `LiveSession` and what feeds it commands.

A host runs `App.session.run` on a thread of its own, and `live_serve.serve` on the thread that
started it.
"""

from __future__ import annotations

from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field, replace
from queue import SimpleQueue
from typing import TYPE_CHECKING, cast

from posture import folders
from posture import profile as profiles
from posture.alert_styles import ON_SCREEN, Means
from posture.break_watch import BreakWatch
from posture.commands import Break, Command, Keep, Reply, Request, RunningStatus, Status
from posture.desktop.watch import open_watch
from posture.estimators.loading import Loading
from posture.history.keeper import keeper_of
from posture.history.rows import Answer
from posture.landmark_tape import LandmarkTape
from posture.live import LiveSession
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
    PoseEstimator,
)
from posture.profile_store import ProfileStore
from posture.settings import Settings
from posture.viewfinder import Viewed, Viewfinder

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from posture.alert_styles import StyleSettings
    from posture.care.break_clock import Breaks
    from posture.history.keeper import Keeper
    from posture.live_events import LiveSink
    from posture.notifiers.chosen import ChosenNotifier
    from posture.profile import Profile

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


@dataclass(frozen=True, slots=True)
class Windows:
    """What windows add to a live session.

    Attributes:
        on_screen: Shows alerts at the edge of the screen.
        in_panel: Shows messages while the desktop has none with buttons.
        viewfinder: Gets the pictures, for windows that show them.
        counts: What is sat, counted over sessions; then the windows tell of breaks.
    """

    on_screen: Notifier | None = None
    in_panel: Notifier | None = None
    viewfinder: Viewfinder = field(default_factory=Viewfinder)
    counts: Breaks | None = None


@contextmanager
def open_live(
    options: LiveOptions,
    sinks: Sequence[LiveSink],
    *,
    inbox: Inbox | None = None,
    windows: Windows | None = None,
    loading: Loading | None = None,
) -> Iterator[App]:
    """Put a live session together; it has not begun.

    Args:
        options: What to watch, and how to tell.
        sinks: Get every event.
        inbox: Where others put what they want, such as the requests of `posture.control`.
        windows: What windows add; None where there are none.
        loading: The pose model, where it is being loaded already; closed by the caller.

    Raises:
        SourceError: The recording cannot be read, or there is no such camera.
        BaselineError: The given baseline cannot be used.
        EstimatorError: The pose model cannot be loaded.
        OutputError: The file for landmarks cannot be written, or is there already.
    """
    inbox = SimpleQueue() if inbox is None else inbox
    with ExitStack() as stack:
        loading = loading or stack.enter_context(Loading())
        yield _put_together(options, sinks, inbox, windows or Windows(), loading, stack)


def _put_together(
    options: LiveOptions,
    sinks: Sequence[LiveSink],
    inbox: Inbox,
    windows: Windows,
    loading: Loading,
    stack: ExitStack,
) -> App:
    settings, notes = options.settings, list[str]()
    where = origin(options.source, settings, loop=options.loop)
    estimator = loading.result()
    given, kept, keep = _postures(options, where, estimator.model_sha256, notes)
    notifier = _notifier(options, inbox, windows, stack, notes)
    watch = open_watch()
    stack.enter_context(watch)
    outside = Outside(watch.surroundings)
    tape = _tape(options, where, estimator, stack)
    history = _history(options, where, stack)
    path = None if history is None else history.path
    breaks = BreakWatch(settings.breaks, outside, notifier.announce, path, windows.counts)
    stack.enter_context(breaks)
    session = LiveSession(
        lambda: Viewed(where.open(), windows.viewfinder),
        estimator,
        settings,
        notifier=notifier,
        sinks=(*sinks, tape.note, breaks, *([history] if history else [])),
        profile=given,
        kept=kept,
        keep=keep,
        outside=outside,
        tape=tape,
    )
    _begin(session, history, notes)
    breaks.start(session.tell, session.quiet)
    watch.start(inbox.put)
    return App(session, inbox, where, watch.let_sleep, tape, path, breaks)


def _begin(session: LiveSession, history: Keeper | None, notes: Sequence[str]) -> None:
    """Let the history hear of the session, and tell what was found out before there was one."""
    if history is not None:
        history.start(session.tell)
    for note in notes:
        session.tell(Notice(0.0, note))


def _postures(
    options: LiveOptions, where: Origin, model_sha256: str, notes: list[str]
) -> tuple[Profile | None, dict[str, Profile] | None, Callable[[Profile], object]]:
    """Those that are given, else this camera's, and where new ones go."""
    given = None if options.baseline is None else profiles.read(options.baseline)
    if given is not None and given.model_sha256 != model_sha256:
        raise BaselineError(f"{options.baseline}: was taken with another pose model")
    if where.camera is None:  # a recording's postures are those of another day
        return given, {} if given is None else None, lambda _: None
    store = ProfileStore(folders.find().data / "baselines", where.camera.stable_id)
    kept, problems = store.load(model_sha256)
    notes += problems
    return given, kept if given is None else None, store.save


def _notifier(
    options: LiveOptions, inbox: Inbox, windows: Windows, stack: ExitStack, notes: list[str]
) -> ChosenNotifier:
    own = {Means.MESSAGE: windows.in_panel, **dict.fromkeys(ON_SCREEN, windows.on_screen)}
    answers = cast("SimpleQueue[NotifierCommand]", inbox) if options.notify else None
    notifier = open_notifier(
        *(options.style, own, stack),
        commands=answers,
        say=options.say,
        note=notes.append,
        announces=options.settings.breaks.remind and windows.counts is None,
    )
    stack.enter_context(notifier)
    return notifier


def _tape(
    options: LiveOptions, where: Origin, estimator: PoseEstimator, stack: ExitStack
) -> LandmarkTape:
    tape = LandmarkTape(
        options.settings,
        (estimator.model_name, estimator.model_sha256),
        camera="camera" if where.camera else "recording",
        file=options.record,
    )
    stack.enter_context(tape)
    return tape


def _history(options: LiveOptions, where: Origin, stack: ExitStack) -> Keeper | None:
    camera = None if where.camera is None else where.camera.stable_id
    history = keeper_of(
        options.settings, options.style, camera, name=where.name, file=options.history
    )
    if history is not None:
        stack.enter_context(history)
    return history
