"""Runs a live session on a thread, and passes on what others want of it."""

from __future__ import annotations

import threading
from queue import Empty
from typing import TYPE_CHECKING

from posture.commands import Request
from posture.commands import Snooze as SnoozeCommand
from posture.live import LOOK_AROUND_S
from posture.ports import Chosen, DesktopEvent, FalseAlarm, Helped, Snooze

if TYPE_CHECKING:
    from posture.live_app import App
    from posture.sources.pace import Clock


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
