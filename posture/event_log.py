"""What happens in a live session, as lines of JSON."""

from __future__ import annotations

import json
import os
import sys
from contextlib import contextmanager, suppress
from dataclasses import asdict
from math import inf, isfinite
from typing import TYPE_CHECKING, Any

import posture
from posture.care.breaks import BreakBegun, BreakDue, BreakOver
from posture.live_events import Notice, ToldAlert
from posture.ports import CameraState, FalseAlarm, Helped, OutputError
from posture.records import Tick, Transition
from posture.tick_tables import MAX_GAP_S

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime
    from typing import TextIO

    from posture.care.breaks import BreakEvent
    from posture.live_events import LiveEvent
    from posture.records import Alert

VERSION = 1
"""Of the lines; grows when what is there changes its meaning."""
STANDARD_OUTPUT = "standard output"
"""What the user calls it."""
SUMMARY_S = 10.0
"""Seconds between two lines about how it stands."""


class EventLog:
    """A sink of live events: each line is one object, complete and flushed.

    Every object has `version`, `kind` and `timestamp_s`, seconds since the session began. Angles
    are estimates: changes from the baseline, degrees, null when unmeasurable.

    Args:
        file: Takes the lines.
        name: What the user calls it.
    """

    def __init__(self, file: TextIO, name: str = "the log") -> None:
        self._file = file
        self._name = name
        # Where a letter may be missing it is escaped: a question mark would be another value.
        self._escaped = not (file.encoding or "utf").lower().startswith("utf")
        self._last: Tick | None = None
        self._due_s = -inf
        self._seconds: dict[str, float] = {}

    def start(self, source: str, started_at: datetime) -> None:
        """Write the first line.

        Args:
            source: What the user calls the camera or recording.
            started_at: Aware; the only wall time in the log.

        Raises:
            OutputError: It cannot be written.
        """
        at = started_at.isoformat(timespec="seconds")
        self._write("start", 0.0, source=source, started_at=at, posture=posture.__version__)

    def __call__(self, event: LiveEvent) -> None:
        """Write an event, of ticks a line in `SUMMARY_S`; OutputError when it cannot be written."""
        match event:
            case Tick():
                self._tick(event)
            case Transition(timestamp_s=timestamp_s):
                self._write(
                    "transition",
                    timestamp_s,
                    before=event.before,
                    after=event.after,
                    since_s=_rounded(event.since_s),
                    reason=event.text,
                )
            case ToldAlert(alert, quiet):
                about = _alert(alert)
                self._write(
                    "alert", alert.timestamp_s, **about, shown=not quiet, quiet=quiet or None
                )
            case FalseAlarm(alert):
                self._write("false_alarm", alert.timestamp_s, **_alert(alert))
            case Helped(alert):
                self._write("helped", alert.timestamp_s, **_alert(alert))
            case CameraState():
                self._write("camera", event.since_s, state=event.kind, text=event.text)
            case Notice(timestamp_s, text):
                self._write("notice", timestamp_s, text=text)
            case BreakDue() | BreakBegun() | BreakOver():
                self._break(event)

    def _break(self, event: BreakEvent) -> None:
        kind = {BreakDue: "break_due", BreakBegun: "break_begun", BreakOver: "break_over"}
        values = asdict(event)
        timestamp_s, length = values.pop("timestamp_s"), values.pop("kind")
        values = {k: _rounded(v) if isinstance(v, float) else v for k, v in values.items()}
        self._write(kind[type(event)], timestamp_s, length=length, **values)

    def _tick(self, tick: Tick) -> None:
        if self._last is not None:
            step_s = tick.timestamp_s - self._last.timestamp_s
            if 0 < step_s <= MAX_GAP_S:
                state = self._last.state.value
                self._seconds[state] = self._seconds.get(state, 0.0) + step_s
        self._last = tick
        if tick.timestamp_s < self._due_s:
            return
        self._due_s = tick.timestamp_s + SUMMARY_S
        seconds = {state: _rounded(value) for state, value in self._seconds.items()}
        self._seconds.clear()
        self._write(
            "tick",
            tick.timestamp_s,
            state=tick.state,
            reason=tick.reason,
            neck_change_deg=_rounded(tick.deviation.neck_deg),
            thoracic_change_deg=_rounded(tick.deviation.thoracic_deg),
            worst_change_deg=_rounded(tick.deviation.worst_deg),
            held_s=_rounded(tick.held_s),
            stale=tick.staleness.reason if tick.staleness else None,
            seconds=seconds,
        )

    def _write(self, kind: str, timestamp_s: float, **values: Any) -> None:  # noqa: ANN401
        about = {"version": VERSION, "kind": kind, "timestamp_s": round(timestamp_s, 3)}
        line = json.dumps({**about, **values}, ensure_ascii=self._escaped, allow_nan=False)
        with told_as_output(self._name):
            self._file.write(line + "\n")
            self._file.flush()


def _alert(alert: Alert) -> dict[str, object]:
    return {
        "level": alert.level,
        "part": alert.part,
        "change_deg": _rounded(alert.change_deg),
        "held_s": _rounded(alert.held_s),
        "reason": alert.text,
    }


def _rounded(value: float) -> float | None:
    return round(value, 2) if isfinite(value) else None


@contextmanager
def open_log(path: str) -> Iterator[EventLog]:
    """Open a log; lines are added to what is there. A new file is for the user's eyes only.

    Args:
        path: A file, or "-" for standard output.

    Raises:
        OutputError: It cannot be opened, or at the end what is left cannot be written.
    """
    if path == "-":
        yield EventLog(sys.stdout, STANDARD_OUTPUT)
        return
    with told_as_output(path):
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    file = os.fdopen(descriptor, "w", encoding="utf-8")
    try:
        yield EventLog(file, path)
    finally:
        with told_as_output(path):
            file.close()


@contextmanager
def all_written() -> Iterator[None]:
    """Make sure of the end of standard output: Python itself would tell of it by a traceback.

    Raises:
        OutputError: What is left cannot be written; it is dropped.
    """
    try:
        yield
    finally:
        try:
            with told_as_output(STANDARD_OUTPUT):
                sys.stdout.flush()
        except OutputError:
            with suppress(OSError, ValueError):  # one without a number
                nowhere = os.open(os.devnull, os.O_WRONLY)
                os.dup2(nowhere, sys.stdout.fileno())
                os.close(nowhere)
            raise


@contextmanager
def told_as_output(name: str) -> Iterator[None]:
    """Let what the system says against writing reach the user as an `OutputError`."""
    try:
        yield
    except OSError as error:
        raise OutputError(
            f"{name}: cannot be written ({error.strerror or error}); name another file"
        ) from error
