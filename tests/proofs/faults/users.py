"""A user with folders of their own, the programs that they start, and their history."""

from __future__ import annotations

import json
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from posture.history.reader import Reader
from posture.history.rescue import open_store
from tests.history.script import BEGAN, batch_of, minute
from tests.places import environment_in

if TYPE_CHECKING:
    import signal
    from collections.abc import Callable, Mapping, Sequence
    from contextlib import ExitStack

ROOT = Path(__file__).parents[3]
SAMPLES = ROOT / "samples"
CLIP = SAMPLES / "glance.mp4"
"""Somebody who never slouches for long: any alert is wrong."""
POSTURE = (sys.executable, "-m", "posture")
SILENT = ("--no-notify", "--no-sound")
ENDS_WITHIN_S = 240.0
"""What takes longer hangs, also where others keep the processor busy."""
ROUNDED_S = 0.5
"""Seconds of a minute are kept as whole hundredths, and written every ten seconds."""


class Ended(NamedTuple):
    """How a program has ended: its exit code, None where it hung; and what it said."""

    code: int | None
    said: str

    def troubles(self, *codes: int) -> list[str]:
        """What is wrong with that, where one of these codes is right."""
        if self.code is None:
            return ["it hung"]
        last = self.said.strip().splitlines()[-1:] or [""]
        found = [] if self.code in codes else [f"exit code {self.code}: {last[0]}"]
        if "Traceback (most recent" in self.said:
            found.append(f"a traceback: {last[0]}")
        return found


HEEDS_CTRL_C = ("env", "--default-signal=INT")
"""Whoever starts the tests in the background of a script lets them and their programs ignore it."""


def wait_for(condition: Callable[[], bool], within_s: float = ENDS_WITHIN_S) -> bool:
    """Wait for something; whether it came."""
    end_s = time.monotonic() + within_s
    while not condition() and time.monotonic() < end_s:
        time.sleep(0.05)
    return condition()


class Program:
    """A program that runs.

    Args:
        command: What is run.
        output: Where what it says goes; made anew.
        environment: Of the program.
    """

    def __init__(
        self, command: Sequence[str], output: Path, environment: Mapping[str, str]
    ) -> None:
        self._output = output
        with output.open("wb") as file:
            self.process = subprocess.Popen(
                (*HEEDS_CTRL_C, *command),
                env=environment,
                cwd=ROOT,
                stdin=subprocess.DEVNULL,
                stdout=file,
                stderr=subprocess.STDOUT,
            )

    def runs(self) -> bool:
        """Whether it has not ended."""
        return self.process.poll() is None

    def said(self) -> str:
        """What it has said so far."""
        return self._output.read_text(encoding="utf-8", errors="replace")

    def until(self, condition: Callable[[], bool]) -> bool:
        """Wait for something while it runs; whether it came."""
        wait_for(lambda: condition() or not self.runs())
        return condition()

    def end(self, number: signal.Signals | None = None, within_s: float = ENDS_WITHIN_S) -> Ended:
        """Wait for its end, after a signal if one is named."""
        if number is not None and self.runs():
            self.process.send_signal(number)
        try:
            code = self.process.wait(within_s)
        except subprocess.TimeoutExpired:
            self.kill()
            return Ended(None, self.said())
        return Ended(code, self.said())

    def kill(self) -> None:
        """End it for good, where it has not ended."""
        self.process.kill()
        self.process.wait()


class User:
    """Somebody with folders of their own, no desktop, and a history that runs are kept in.

    Args:
        folder: For all of it; a socket's path must be short.
        stack: What still runs when it is left is killed.
    """

    def __init__(self, folder: Path, stack: ExitStack) -> None:
        self.folder = folder
        self._stack = stack
        self.environment = {
            **environment_in(folder),
            "DBUS_SESSION_BUS_ADDRESS": "unix:path=/nowhere",
            "DBUS_SYSTEM_BUS_ADDRESS": "unix:path=/nowhere",
        }
        self.places = {name: folder / name for name in ("config", "data", "run", "out")}
        self.places["out"].mkdir()
        self.history = self.places["data"] / "history.sqlite3"
        self.log = self.places["out"] / "log.jsonl"
        self._count = 0

    def start(
        self,
        *arguments: str,
        before: Sequence[str] = (),
        variables: Mapping[str, str | None] | None = None,
    ) -> Program:
        """Start posture.

        Args:
            arguments: Its own.
            before: A program that is to start it.
            variables: Of the environment, None for one that is not there.
        """
        return self.begin(*before, *POSTURE, *arguments, variables=variables)

    def begin(self, *command: str, variables: Mapping[str, str | None] | None = None) -> Program:
        """Start any program; the rest is as for posture."""
        self._count += 1
        given = {**self.environment, **(variables or {})}
        environment = {name: value for name, value in given.items() if value is not None}
        output = self.places["out"] / f"{self._count}.txt"
        program = Program(command, output, environment)
        self._stack.callback(program.kill)
        return program

    def watching(self, *arguments: str, clip: Path = CLIP) -> tuple[str, ...]:
        """The arguments of a run without alerts on the desktop, with history and log."""
        source = ("run", "--source", str(clip), "--loop", "--history", str(self.history))
        return (*source, "--jsonl", str(self.log), *arguments)

    def logged(self) -> list[dict[str, object]]:
        """What the log tells; a line that is not complete is left out."""
        if not self.log.exists():
            return []
        lines = self.log.read_text(encoding="utf-8").splitlines(keepends=True)
        return [json.loads(line) for line in lines if line.endswith("\n")]

    def wrong_alerts(self) -> list[str]:
        """Alerts, all of which are wrong."""
        alerts = [line for line in self.logged() if line["kind"] == "alert"]
        return [f"a wrong alert: {line['reason']}" for line in alerts]

    def left_behind(self) -> list[str]:
        """Sockets that are still there after the end."""
        return [f"{path.name} is left" for path in self.places["run"].rglob("*.sock")]


def fill(path: Path, count: int = 50) -> None:
    """Write a history of so many minutes."""
    with open_store(path, BEGAN.date(), mend=False)[0] as store:
        store.write(batch_of(*(minute(number) for number in range(count))))


def minutes(path: Path) -> dict[int, float]:
    """Seconds that are known of each minute in a history; none where there is no file."""
    with Reader(path) as reader:
        span = reader.days()
        if span is None:
            return {}
        found = reader.minutes(span)
    return dict(zip(found.utc_s.tolist(), found.seconds.sum(axis=1).tolist(), strict=True))


def lost_minutes(before: Mapping[int, float], path: Path) -> list[str]:
    """What was in a history and is no longer, and what is damaged in it."""
    if not path.exists():
        return ["the history is gone"] if before else []
    with closing(sqlite3.connect(path)) as connection:
        ((sound,),) = connection.execute("PRAGMA integrity_check").fetchall()[:1]
    after = minutes(path)
    gone = [minute for minute, s in before.items() if after.get(minute, 0.0) < s - ROUNDED_S]
    damaged = [] if sound == "ok" else [f"the history is damaged: {sound}"]
    return damaged + ([f"{len(gone)} minutes are lost"] if gone else [])


def unwritten(user: User, before_s: float = 0.0) -> list[str]:
    """What the log tells of and the history has not, after a run that ended by itself.

    Args:
        user: Whose run it was.
        before_s: Seconds that were in the history before it.
    """
    told_s = sum(
        sum(seconds.values())
        for line in user.logged()
        if isinstance(seconds := line.get("seconds"), dict)
    )
    kept_s = sum(minutes(user.history).values()) - before_s
    short = kept_s < told_s - 2 * ROUNDED_S
    return [f"{told_s - kept_s:.1f} s are not in the history"] if short else []
