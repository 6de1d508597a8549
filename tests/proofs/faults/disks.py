"""Disks that are full or cannot be written, and files that others hold or change."""

from __future__ import annotations

import os
import signal
import sqlite3
import time
from contextlib import closing
from typing import TYPE_CHECKING

from tests.proofs.faults import mounts
from tests.proofs.faults.fault import Fault
from tests.proofs.faults.users import (
    CLIP,
    SILENT,
    Ended,
    User,
    fill,
    lost_minutes,
    minutes,
    unwritten,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from tests.proofs.faults.fault import Attempt

DAYS = ("--from", "2026-03-02", "--to", "2026-03-03")
"""Of the history that is there."""
COMMANDS = (
    ("settings", "set", "detector.persist_s", "40"),
    ("settings", "reset"),
    ("settings",),
    ("doctor",),
    ("pain", "3"),
    ("pain", "list"),
    ("keep", "HOME/kept.posture"),
    ("history",),
    ("history", "purge", "--all", "--yes"),
    ("report", *DAYS),
    ("report", "--html", "HOME/report.html", *DAYS),
    ("export", "HOME/export"),
    ("baselines", "list"),
    ("proposals",),
    ("bug-report", "HOME/report.zip"),
    ("autostart", "on"),
    ("replay", str(CLIP), "--out", "HOME/out"),
    ("autostart", "status"),
    ("status",),
    ("run", "--source", str(CLIP), "--for", "4", "--record", "HOME/new.posture", *SILENT),
)
"""Everything that writes, or reads what was written; HOME is where nothing can be written."""
CODES = tuple(range(7))
SETTINGS = (
    b"",
    b"[detector]\npersist_s = 12\n",
    b"[detector]\npersist_s = 'twelve'\n[nowhere]\n",
    b"\xff\xfe\0[[[",
    b"persist_s = " + b"9" * 5000,
    None,
)
"""What the file of settings may be replaced by; None for a folder in its place."""


def wrong(
    command: Sequence[str], ended: Ended, before: Mapping[int, float], history: Path
) -> list[str]:
    """What is wrong after a command, with how it ended and with the history."""
    purged = "purge" in command and ended.code == 0
    silent = bool(ended.code) and not ended.said.strip()
    found = [
        *ended.troubles(*CODES),
        *([f"code {ended.code} without a word"] if silent else []),
        *lost_minutes({} if purged else before, history),
    ]
    return [f"{' '.join(command[:2])}: {text}" for text in found]


def read_only(attempt: Attempt) -> Sequence[str]:
    """One of the commands each time, and a run through all of it."""
    user = User(attempt.folder / "home", attempt.stack)
    fill(user.history)
    kept = minutes(user.history)
    out = attempt.folder / "out"
    out.mkdir()
    user.places["out"] = out
    user.places["run"] = attempt.folder / "run"
    user.places["run"].mkdir(mode=0o700)
    environment = {"XDG_RUNTIME_DIR": str(user.places["run"]), "HOME": str(user.folder)}
    before = (*mounts.alone(), "read-only", str(user.folder))
    if attempt.number == 0:
        arguments = ("run", "--source", str(CLIP), "--loop", *SILENT)
        run = user.start(
            *arguments, "--history", str(user.history), before=before, variables=environment
        )
        told = run.until(lambda: "could not be written" in run.said())
        quitting = user.start("quit", variables=environment).end()  # a signal would not get there
        ended = run.end()
        return [
            *ended.troubles(0),
            *quitting.troubles(0),
            *([] if told else ["that nothing is kept was not told"]),
        ]
    given = COMMANDS[(attempt.number - 1) % len(COMMANDS)]
    words = [word.replace("HOME", str(user.folder)) for word in given]
    ended = user.start(*words, before=before, variables=environment).end()
    return wrong(given, ended, kept, user.history)


def full(attempt: Attempt) -> Sequence[str]:
    """No byte is left from some second on, and then there is space again."""
    user = User(attempt.folder, attempt.stack)
    full_s, free_s = attempt.chance.uniform(0, 20), attempt.chance.uniform(1, 15)
    kept = attempt.folder / "kept"
    size_kb = attempt.chance.choice((200, 400, 800))
    places = (str(user.places["data"]), str(size_kb), str(full_s), str(free_s), str(kept))
    run = user.start(
        *user.watching(*SILENT, "--for", "45"), before=(*mounts.alone(), "small", *places)
    )
    ended = run.end()
    user.history = kept / user.history.name
    return [
        *ended.troubles(0),
        *lost_minutes({}, user.history),
        *unwritten(user),
        *user.wrong_alerts(),
    ]


def full_for(attempt: Attempt) -> Sequence[str]:
    """The commands, on a disk that is full all the time."""
    user = User(attempt.folder, attempt.stack)
    fill(user.history)
    kept = minutes(user.history)
    given = COMMANDS[attempt.number % len(COMMANDS)]
    words = [word.replace("HOME", str(user.places["data"])) for word in given]
    places = (str(user.places["data"]), "500", "0", "60", str(attempt.folder / "kept"))
    ended = user.start(
        *words,
        before=(*mounts.alone(), "small", *places),
        variables={
            "POSTURE_CONFIG_DIR": str(user.places["data"] / "config"),
            "HOME": str(user.places["data"]),
        },
    ).end()
    return wrong(given, ended, kept, attempt.folder / "kept" / user.history.name)


def locked(attempt: Attempt) -> Sequence[str]:
    """Another program writes for a while, or has the file for itself from before the start on."""
    user, chance = User(attempt.folder, attempt.stack), attempt.chance
    fill(user.history)
    kept = minutes(user.history)
    alone = attempt.number % 2 == 1
    if not alone:
        run = user.start(*user.watching(*SILENT, "--for", "45"))
        run.until(lambda: len(minutes(user.history)) > len(kept))
        time.sleep(chance.uniform(0, 8))
    with closing(sqlite3.connect(user.history, isolation_level=None, timeout=30)) as other:
        if alone:
            other.execute("PRAGMA locking_mode = EXCLUSIVE").fetchall()
        other.execute("BEGIN IMMEDIATE")
        if alone:
            run = user.start(*user.watching(*SILENT, "--for", "45"))
        time.sleep(chance.uniform(2, 18))
        other.execute("ROLLBACK")
    ended = run.end()
    return [
        *ended.troubles(0),
        *lost_minutes(kept, user.history),
        *unwritten(user, sum(kept.values())),
        *user.wrong_alerts(),
    ]


def replaced(attempt: Attempt) -> Sequence[str]:
    """The settings become something else under a run; what is wrong in them is told, by others."""
    user, chance = User(attempt.folder, attempt.stack), attempt.chance
    path = user.places["config"] / "settings.toml"
    path.write_text("[detector]\npersist_s = 40\n")
    run = user.start(*user.watching(*SILENT))
    run.until(lambda: bool(user.logged()))
    found = []
    for content in chance.sample(SETTINGS, 3):
        replace(path, content)
        command = chance.choice((("settings",), ("doctor",), COMMANDS[0]))
        ended = user.start(*command).end()
        found += [f"{command[0]}: {text}" for text in ended.troubles(0, 1)]
    ended = run.end(signal.SIGTERM)
    again = user.start(*user.watching(*SILENT, "--for", "3")).end()
    return [*found, *ended.troubles(0), *user.wrong_alerts(), *again.troubles(0)]


def replace(path: Path, content: bytes | None) -> None:
    """Put something in the place of a file, at once."""
    if path.is_dir():
        path.rmdir()
    path.unlink(missing_ok=True)
    if content is None:
        path.mkdir()
        return
    new = path.with_name("new")
    new.write_bytes(content)
    os.replace(new, path)  # noqa: PTH105 - as editors do


FAULTS = (
    Fault(
        "read-only home",
        "a bind mount: `posture run` watches all the same and says that no history is kept, and "
        "each other command ends with a sentence and a code from 0 to 6",
        read_only,
        times=1 + len(COMMANDS),
        times_quick=2,
        is_program=True,
    ),
    Fault(
        "disk full under a run",
        "a disk of 200 to 800 KB is full from a moment on, and has space again after 1 to 15 s; "
        "the history has all seconds that the log tells of",
        full,
        times=6,
        times_quick=0,
        is_program=True,
    ),
    Fault(
        "disk full for the commands",
        "each command ends with a sentence and a code from 0 to 6",
        full_for,
        times=len(COMMANDS),
        times_quick=1,
        is_program=True,
    ),
    Fault(
        "history locked by another program",
        "another program writes in it for 2 to 18 s, or has it for itself from before the start "
        "on; the history has all seconds that the log tells of",
        locked,
        times=6,
        times_quick=0,
        is_program=True,
    ),
    Fault(
        "settings replaced under a run",
        "by other ones, by wrong ones, by bytes that are no text, or by a folder, three times; the "
        "run goes on, and commands beside it end with a sentence",
        replaced,
        times=6,
        times_quick=0,
        is_program=True,
    ),
)
