"""Recordings judged again, by other settings and postures than when they were made.

It takes about a quarter of a millisecond for each of their pictures.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, replace
from datetime import datetime
from math import isnan, nan
from typing import TYPE_CHECKING

from posture.baseline import fit
from posture.history.rows import Answer
from posture.landmark_entries import Happened, What
from posture.landmark_file import SUFFIX, LandmarkFile
from posture.landmark_header import of_groups
from posture.landmark_replay import Judge, fitting_together
from posture.landmark_tape import FOLDER
from posture.ports import BaselineError
from posture.proposals import Judged, Trace
from posture.proposals_store import called_wrong, same_place
from posture.records import AlertLevel
from posture.staleness import with_surroundings
from posture.taking import TAKE_S, sample_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from posture.profile import AcceptedPosture, Profile
    from posture.profile_store import Stored
    from posture.records import Baseline, Observation, Tick
    from posture.settings import Settings

MOST_RECORDINGS = 12
"""Called wrong, and as many others: the newest."""
MOST_BYTES = 8 << 20
"""Of a recording: longer ones, of whole days, are left out."""
LEAD_S = 30.0
"""Before an alert, in which the posture is sought that led to it."""


@dataclass(frozen=True, slots=True, eq=False)
class Lead:
    """What led to the last alert of a recording.

    Attributes:
        profile: What was judged by then.
        day: In ISO 8601, or empty.
        seen: Ticks of the last `LEAD_S` before it, each with what was seen.
    """

    profile: Profile
    day: str
    seen: tuple[tuple[Tick, Observation], ...]


@dataclass(frozen=True, slots=True, eq=False)
class Kept:
    """A recording as it is judged now, and what led to its last alert; None without one."""

    path: Path
    trace: Trace
    lead: Lead | None


def recordings(data: Path, notes: list[str]) -> list[Path]:
    """The newest that were called wrong, and the newest others; the oldest first."""
    every = sorted((data / FOLDER).glob(f"*{SUFFIX}"))
    wrong = called_wrong(data)
    short = [path for path in every if path in wrong or _size(path) <= MOST_BYTES]
    others = [path for path in short if path not in wrong]
    notes += [f"{path}: is longer than is looked through" for path in every if path not in short]
    return [*wrong[-MOST_RECORDINGS:], *others[-MOST_RECORDINGS:]]


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:  # told when it is opened
        return 0


def traced(
    path: Path,
    settings: Settings,
    homes: Sequence[Stored],
    added: tuple[Profile, AcceptedPosture] | None = None,
) -> Kept:
    """Judge a recording from its beginning on.

    Args:
        path: A landmark recording.
        settings: To judge by, in place of its own.
        homes: Kept profiles: what they accept by now counts, in place of what they did then.
        added: A posture that is accepted too, and the kept profile that it belongs to.

    Raises:
        LandmarkError: It cannot be read, or does not fit together.
    """

    def as_now(profile: Profile) -> Profile:
        entry = same_place(profile, homes)
        if added is not None and entry is not None and entry.profile is added[0]:
            return added[0].with_posture(added[1])
        return profile if entry is None else entry.profile

    with LandmarkFile(path) as file:
        own = file.header
        header = replace(own, settings=of_groups(settings), kept=tuple(map(as_now, own.kept)))
        with fitting_together(path):
            return _judged(path, file, Judge(header, None))


def _judged(path: Path, file: LandmarkFile, judge: Judge) -> Kept:
    frames: list[Judged] = []
    alerts_s: list[float] = []
    recent: deque[tuple[Tick, Observation]] = deque()
    lead, begins, pending = None, True, False
    day = file.header.started_at[:10]
    for entry in file.entries():
        tick = judge.judge(entry)
        if isinstance(entry, Happened):
            begins |= entry.what is What.BEGIN
        if tick is None or isinstance(entry, Happened):
            continue
        frames.append(Judged(tick.timestamp_s, tick.deviation, tick.reason, begins))
        begins, pending = False, not isnan(tick.remaining_s)
        recent.append((tick, entry.observation))
        while recent[0][0].timestamp_s < tick.timestamp_s - LEAD_S:
            recent.popleft()
        if tick.alert is not None and tick.alert.level is AlertLevel.CUE:
            alerts_s.append(tick.timestamp_s)
            lead = None if judge.profile is None else Lead(judge.profile, day, tuple(recent))
    wrong = file.header.answer is Answer.WRONG
    began_utc_s = _utc_s(file.header.started_at)
    trace = Trace(path.name, wrong, began_utc_s, tuple(frames), tuple(alerts_s), pending)
    return Kept(path, trace, lead)


def _utc_s(iso: str) -> float:
    try:
        return datetime.fromisoformat(iso).timestamp()
    except ValueError:  # taken out
        return nan


def taken_from(lead: Lead, settings: Settings) -> Baseline | None:
    """From the last steady stretch before the alert; None where there is none."""
    end_s = lead.seen[-1][0].timestamp_s
    while lead.seen[0][0].timestamp_s <= end_s - TAKE_S:
        stretch = [(t, o) for t, o in lead.seen if end_s - TAKE_S <= t.timestamp_s <= end_s]
        samples = [sample_of(tick, settings.features) for tick, _ in stretch]
        try:
            model = lead.profile.model_sha256
            baseline = fit(samples, model_sha256=model, settings=settings.baseline)
            return with_surroundings(baseline, [seen for _, seen in stretch])
        except BaselineError:
            end_s -= TAKE_S
    return None
