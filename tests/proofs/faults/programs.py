"""Programs that are ended, stopped, or started twice."""

from __future__ import annotations

import signal
import sys
import time
from contextlib import suppress
from typing import TYPE_CHECKING

from posture.history.schema import HistoryError
from tests.proofs.faults.fault import Fault, UntriedError
from tests.proofs.faults.users import ROOT, SILENT, User, lost_minutes, minutes, wait_for

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from tests.proofs.faults.fault import Attempt

LATEST_S = 20.0
"""A program that is to be ended at any moment is ended by then."""
OURS = str(ROOT / "posture" / "cli")
"""In the lines of a traceback that comes from posture, and not from Python, which loads it."""
ASLEEP_S = 40.0
"""Longer than a slouch must last to be told of."""


def starts_again(user: User) -> list[str]:
    """What is wrong with a start after a crash; what was left lying must not be in its way."""
    status = user.start("status").end()
    again = user.start(*user.watching(*SILENT, "--for", "3")).end()
    return [
        *(f"status afterwards: {text}" for text in status.troubles(1)),
        *(f"the next start: {text}" for text in again.troubles(0)),
        *user.left_behind(),
    ]


def killed(attempt: Attempt) -> Sequence[str]:
    user = User(attempt.folder, attempt.stack)
    program = user.start(*user.watching(*SILENT))
    early = attempt.number % 3 == 2
    if not early:
        program.until(lambda: bool(user.logged()))
    time.sleep(attempt.chance.uniform(0, 3 if early else LATEST_S))
    before = minutes(user.history)
    ended = program.end(signal.SIGKILL)
    return [
        *ended.troubles(-signal.SIGKILL),
        *lost_minutes(before, user.history),
        *user.wrong_alerts(),
        *starts_again(user),
        *lost_minutes(before, user.history),
    ]


def has_begun(history: Path) -> bool:
    """Whether there is a minute; a file that is just being made may be locked."""
    with suppress(HistoryError):
        return bool(minutes(history))
    return False


def a_day_killed(attempt: Attempt) -> Sequence[str]:
    """Days that fly, with slouches, alerts and pauses: more is written than any user makes."""
    user = User(attempt.folder, attempt.stack)
    command = (sys.executable, "-m", "tests.proofs.faults.day", str(user.history))
    program = user.begin(*command, str(attempt.number))
    program.until(lambda: has_begun(user.history))
    time.sleep(attempt.chance.uniform(0, 2))
    before = minutes(user.history)
    ended = program.end(signal.SIGKILL)
    lost = [] if before else ["nothing was written"]
    return [*lost, *ended.troubles(-signal.SIGKILL), *lost_minutes(before, user.history)]


def terminated(attempt: Attempt) -> Sequence[str]:
    return ended_by(attempt, signal.SIGTERM, 0, -signal.SIGTERM)


def interrupted(attempt: Attempt) -> Sequence[str]:
    # Until it is loaded the system ends it.
    return ended_by(attempt, signal.SIGINT, 0, 130, -signal.SIGINT)


def ended_by(attempt: Attempt, number: signal.Signals, *codes: int) -> list[str]:
    """End it at any moment: the beginning has most that could go wrong."""
    user = User(attempt.folder, attempt.stack)
    program = user.start(*user.watching(*SILENT))
    begun = attempt.number % 3 == 2 and program.until(lambda: bool(user.logged()))
    time.sleep(attempt.chance.uniform(0, LATEST_S / 2 if begun else 2.5))
    before = minutes(user.history)
    ended = program.end(number)
    if number is signal.SIGINT and "Traceback" in ended.said and OURS not in ended.said:
        raise UntriedError("it hit Python itself, before that came to posture")
    return [
        *ended.troubles(*([0] if begun else codes)),
        *lost_minutes(before, user.history),
        *user.wrong_alerts(),
        *(user.left_behind() if ended.code == 0 else ()),
    ]


def window_terminated(attempt: Attempt) -> Sequence[str]:
    user = User(attempt.folder, attempt.stack)
    program = user.start("--source", str(ROOT / "samples" / "glance.mp4"), "--loop", "--window")
    begun = program.until(lambda: bool(list(user.places["run"].rglob("*.sock"))))
    time.sleep(attempt.chance.uniform(1, 10))
    ended = program.end(signal.SIGTERM)
    return [*([] if begun else ["it did not begin"]), *ended.troubles(0), *user.left_behind()]


def twice(attempt: Attempt) -> Sequence[str]:
    user = User(attempt.folder, attempt.stack)
    programs = []
    for place in range(3):
        history = user.places["data"] / f"{place}.sqlite3"
        clip = str(ROOT / "samples" / "glance.mp4")
        watching = ("run", "--source", clip, "--loop", "--history", str(history), *SILENT)
        programs.append(user.start(*watching))
        time.sleep(attempt.chance.choice((0.0, 0.05, 0.5)))
    one_is_left = wait_for(lambda: sum(program.runs() for program in programs) < 2)
    watching_now = [program for program in programs if program.runs()]
    others = [program.end() for program in programs if program not in watching_now]
    wait_for(lambda: any("near your baseline" in program.said() for program in watching_now))
    quitting = user.start("quit").end()
    ends = [program.end() for program in watching_now]
    return [
        *([] if one_is_left and watching_now else [f"{len(watching_now)} are left"]),
        *(text for ended in (*others, *ends, quitting) for text in ended.troubles(0)),
        *("a second one did not say why" for e in others if "running already" not in e.said),
        *user.left_behind(),
    ]


def stopped(attempt: Attempt) -> Sequence[str]:
    """The process sleeps, as a computer does, in the midst of a slouch that does not last."""
    user = User(attempt.folder, attempt.stack)
    program = user.start(*user.watching(*SILENT, clip=ROOT / "samples" / "side_slump.mp4"))
    program.until(
        lambda: "near your baseline" in user.log.read_text() if user.log.exists() else False
    )
    time.sleep(attempt.chance.uniform(4, 16))
    before = minutes(user.history)
    program.process.send_signal(signal.SIGSTOP)
    time.sleep(ASLEEP_S)
    program.process.send_signal(signal.SIGCONT)
    time.sleep(attempt.chance.uniform(2, 12))
    ended = program.end(signal.SIGTERM)
    return [*ended.troubles(0), *user.wrong_alerts(), *lost_minutes(before, user.history)]


FAULTS = (
    Fault(
        "kill -9 of a run",
        "`posture run` is killed between its start and 20 s later; the history has every minute "
        "that could be read before, and the next start is as any other",
        killed,
        times=10,
        is_program=True,
    ),
    Fault(
        "kill -9 of a day that flies",
        "a session with slouches, alerts and pauses, whose hours last a second and are kept in a "
        "real history, is killed within two seconds; every minute that could be read is there",
        a_day_killed,
        times=12,
        is_program=True,
    ),
    Fault(
        "SIGTERM",
        "to `posture run`, from the first millisecond on; once it watches the exit code is 0, and "
        "no socket is left",
        terminated,
        times=10,
        times_quick=2,
        is_program=True,
    ),
    Fault(
        "Ctrl-C",
        "the same with SIGINT; not counted where it hits Python itself, which shows a traceback of "
        "its own, before that has come to posture",
        interrupted,
        times=10,
        times_quick=2,
        is_program=True,
    ),
    Fault(
        "SIGTERM to the window",
        "to `posture --window`, within ten seconds; exit code 0, and no socket is left",
        window_terminated,
        times=5,
        is_program=True,
    ),
    Fault(
        "several at the same time",
        "`posture run` is started three times within a second; one watches, the others say so and "
        "end with 0, and `posture quit` ends it",
        twice,
        times=4,
        is_program=True,
    ),
    Fault(
        "stopped for 40 s while slouching",
        "SIGSTOP to `posture run` in a slouch of ten seconds, and SIGCONT; no alert comes of it",
        stopped,
        times=4,
        times_quick=0,
        is_program=True,
    ),
)
