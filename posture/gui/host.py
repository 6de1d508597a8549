"""Runs the live session beside the windows: the event loop never waits for it.

    event loop:  requests -> answered here, or handed on
    host thread: opens what the session needs, then serves it (`posture.live_serve.serve`)
    its worker:  capture, inference, judgement -> mailbox, signals

A session that ended by something that may pass is begun again; until then the windows say why.
"""

from __future__ import annotations

import os
import time
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

import posture
from posture.coaching import Coach
from posture.commands import (
    Calibrate,
    Command,
    InCall,
    Pause,
    PauseUntilTomorrow,
    Quit,
    Reply,
    Request,
    Resume,
    RunningStatus,
    ShowWindow,
    Snooze,
    Status,
)
from posture.gui.today import figures
from posture.gui.translations import capital, translated
from posture.gui.words import UserCommand
from posture.gui.worker import Worker
from posture.live_events import Notice, ToldAlert
from posture.ports import CameraState, CameraStateKind
from posture.records import Tick
from posture.taking import Calibration, Seeking
from posture.tick_tables import Tally

if TYPE_CHECKING:
    from posture.gui.mailbox import Mailbox
    from posture.gui.worker import OpenApp, Over
    from posture.live_app import App, Inbox
    from posture.live_events import LiveEvent
    from posture.ports import FalseAlarm, Helped
    from posture.sources.pace import Clock

POLL_MS = 200
"""How often requests are looked for; Python notices a signal of the system as late."""
REFRESH_MS = 500
AGAIN_MS = 5_000
"""After so long a camera that was not there is looked for again."""
STOP_WITHIN_S = 1.5
NEWS_FOR_S = 30.0
"""How long the window shows what happened."""

COMMANDS: dict[UserCommand, Command] = {
    UserCommand.PAUSE: Pause(None),
    UserCommand.RESUME: Resume(),
    UserCommand.PAUSE_UNTIL_TOMORROW: PauseUntilTomorrow(),
    UserCommand.SNOOZE_15: Snooze(15),
    UserCommand.SNOOZE_30: Snooze(30),
    UserCommand.SNOOZE_60: Snooze(60),
    UserCommand.IN_CALL: InCall(on=True),
    UserCommand.CALL_OVER: InCall(on=False),
    UserCommand.RECALIBRATE: Calibrate(),
}
"""What the windows ask of the session; the others are for the windows themselves."""

_TAKES = {Seeking.name, Calibration.name, Coach.name}
"""States in which no posture is judged: what is told of them is shown in its place."""


class Host(QObject):
    """Begins, serves and ends live sessions, one at a time.

    Signals: `alerted` (`Alert` that the user is to be told of), `called` (whether the user said
    to be in a call) and `asked` (`ShowWindow` or `Quit`, for the windows).

    Args:
        open_app: What to watch.
        mailbox: Gets what the windows show.
        requests: What comes in from outside, such as those of `posture.control`.
        clock: Monotonic seconds.
    """

    alerted = Signal(object)
    called = Signal(bool)
    asked = Signal(object)
    _over = Signal(object)

    def __init__(
        self,
        open_app: OpenApp,
        mailbox: Mailbox,
        requests: SimpleQueue[Request],
        *,
        clock: Clock = time.monotonic,
    ) -> None:
        super().__init__()
        self._open_app = open_app
        self._mailbox = mailbox
        self._requests = requests
        self._clock = clock
        self._worker: Worker | None = None
        self._tally = Tally()
        self._stopping = self._begin_again = False
        self._before: tuple[Command, ...] = ()
        self._call = InCall(on=False)
        self._news_since_s = clock()
        self.snoozed = False
        """Whether the user asked for silence."""
        self._rests("waiting", translated("Not watching yet"))
        self._over.connect(self._ended)
        self._poll = QTimer(self, interval=POLL_MS)
        self._poll.timeout.connect(self.attend)
        self._look = QTimer(self, interval=REFRESH_MS)
        self._look.timeout.connect(self.refresh)
        self._again = QTimer(self, interval=AGAIN_MS, singleShot=True)
        self._again.timeout.connect(self.start)
        self._poll.start()
        self._look.start()

    @property
    def watches(self) -> bool:
        """Whether a session is being opened, or runs."""
        return self._worker is not None

    def start(self) -> None:
        """Begin to watch; nothing if that is so already."""
        self._again.stop()
        if self.watches or self._stopping:
            return
        self._rests("starting", translated("Starting"))
        self._tally = Tally()
        inbox: Inbox = SimpleQueue()
        opening = self._open_app([self._take], inbox=inbox)
        for command in (*self._before, self._call) if self._call.on else self._before:
            inbox.put(Request(command))
        self._before = ()
        self._worker = Worker(opening, inbox, clock=self._clock, over=self._over.emit)

    def restart(self) -> None:
        """Watch anew with other settings; a pause and a call last."""
        if self._worker is None:
            if self._again.isActive():  # another camera may have been chosen
                self.start()
            return
        self._before = (Pause(None),) if self._mailbox.paused else ()
        self._begin_again = True
        self._worker.inbox.put(Request(Quit()))

    def stop(self, within_s: float = STOP_WITHIN_S) -> bool:
        """End for good; whether all has ended in time."""
        self._stopping = True
        for timer in (self._poll, self._look, self._again):
            timer.stop()
        worker, self._worker = self._worker, None
        if worker is None:
            return True
        worker.inbox.put(Request(Quit()))
        return worker.ended(within_s)

    def ask(self, wish: UserCommand | FalseAlarm | Helped) -> None:
        """Do what the user asked for in a window; what is not for the session is left alone."""
        if isinstance(wish, UserCommand):
            if wish in COMMANDS:
                self._answer(Request(COMMANDS[wish]))
        elif self._worker is not None:
            self._worker.inbox.put(wish)

    def attend(self) -> None:
        """Answer what came in from outside."""
        while True:
            try:
                request = self._requests.get_nowait()
            except Empty:
                return
            self._answer(request)

    def refresh(self) -> None:
        """Show what goes on besides the ticks."""
        now_s = self._clock()
        if now_s - self._news_since_s > NEWS_FOR_S:
            self._mailbox.news = ""
        if (app := self.app) is not None:
            status = app.session.status()
            self.snoozed = status.snoozed_until is not None
            self._mailbox.paused = status.state == "paused"
            asked = translated(status.text) if status.state in _TAKES else ""
            self._mailbox.told = capital(asked)

    @property
    def app(self) -> App | None:
        """What runs; None while it is being opened, and while nothing is watched."""
        return None if self._worker is None else self._worker.app

    def figures(self) -> str:
        """How long each state has lasted today, or since the start, in one line."""
        return figures(getattr(self.app, "history", None), self._tally.seconds)

    def status(self) -> RunningStatus:
        """What is going on."""
        if (app := self.app) is not None:
            return app.status()
        return RunningStatus(
            state=self._state,
            text=self._mailbox.told,
            since_s=round(self._clock() - self._since_s, 1),
            camera=translated("the camera is closed"),
            paused_until=None,
            snoozed_until=None,
            version=posture.__version__,
            pid=os.getpid(),
        )

    def _rests(self, state: str, text: str) -> None:
        """There is no session now: what to say, in one word and in a sentence."""
        self._state, self._since_s = state, self._clock()
        self._mailbox.begin(self._clock())
        self._mailbox.camera = None
        self._mailbox.told = text

    def _answer(self, request: Request) -> None:
        command, reply = request.command, request.reply
        if isinstance(command, InCall):
            self._call = command
            self.called.emit(command.on)
        match command:
            case ShowWindow():
                self.asked.emit(command)
                reply(Reply(ok=True, text="the window is shown"))
            case Quit():
                reply(Reply(ok=True, text="posture ends"))
                self.asked.emit(command)
            case Status():
                reply(Reply(ok=True, text="posture is running", status=self.status()))
            case _ if self._worker is not None:
                self._worker.inbox.put(request)
            case _:
                reply(self._answer_at_rest(command))

    def _answer_at_rest(self, command: Command) -> Reply:
        """What can be done while nothing is watched; a call is heeded by what is begun later."""
        if isinstance(command, InCall):
            return Reply(ok=True, text="noted for when posture watches")
        if self._state == "waiting":
            return Reply(ok=False, text=self._mailbox.told)
        if isinstance(command, Resume | Calibrate):
            self._mailbox.paused = False
            self.start()
            return Reply(ok=True, text="trying again")
        if isinstance(command, Pause | PauseUntilTomorrow):
            self._again.stop()
            self._mailbox.paused = True
            self._mailbox.told = translated("Paused until you resume")
            return Reply(ok=True, text="paused until you resume")
        return Reply(ok=False, text=f"posture is not watching: {self._mailbox.told}")

    def _ended(self, over: Over) -> None:
        if self._stopping:
            return
        self._worker = None
        again, self._begin_again = self._begin_again, False
        if again:
            self.start()
            return
        text = translated(over.error) if over.error else translated("The recording is over")
        if over.passes:
            self._again.start()
        else:
            text = translated("{0}. Resume tries again").format(text.rstrip("."))
        self._rests("failed" if over.error else "over", text)
        self._mailbox.paused = not over.passes
        if over.of_source:
            self._mailbox.camera = CameraState(CameraStateKind.GONE, text, 0.0)

    # On the session's threads.

    def _take(self, event: LiveEvent) -> None:
        """The sink."""
        match event:
            case Tick():
                self._mailbox(event)
                self._tally(event)
            case CameraState():
                self._mailbox.camera = event
            case ToldAlert(alert, quiet):
                self._mailbox.note_alert(alert, quiet)
                if not quiet:
                    self.alerted.emit(alert)
            case Notice(_, text):
                self._news_since_s = self._clock()
                self._mailbox.news = capital(translated(text))
