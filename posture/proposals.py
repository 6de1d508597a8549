"""What would spare the user wrong alerts: one small change, and what else it would do.

Pure: recordings come as traces, the history as rows. A change is proposed only where the moments
that the user called wrong would pass without an alert, most of the others would not, and alerts
are not switched off by small steps: each kind of change has its most.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import pairwise
from math import floor, inf, isfinite, isnan, nan
from typing import TYPE_CHECKING, NamedTuple

from posture.alerts import Alerts
from posture.detector import Detector, DetectorSettings
from posture.history.rows import Answer
from posture.records import AlertLevel

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from posture.alerts import AlertSettings
    from posture.history.rows import Episode, KeptAlert
    from posture.profile import AcceptedPosture
    from posture.reasons import Reason
    from posture.records import Deviation

LEAST_WRONG = 3
"""Moments called wrong, before anything is proposed."""
MOST_ENTER_DEG = DetectorSettings().enter_deg + 10.0
MOST_PERSIST_S = 120.0
MOST_POSTURES = 5
"""Accepted in one place."""
ENTER_STEP_DEG = 1.0
PERSIST_STEP_S = 15.0
POSTURE_STEP = 0.5
"""How far a further posture goes, beside a threshold that is raised half of what it may be."""
SPARED_SHARE = 2 / 3
"""Of the wrong moments, so many must pass without an alert ..."""
KEPT_SHARE = 2 / 3
"""... and of the others, and of alerts that helped, so many must not."""
SAME_S = 15.0
"""Alerts of two recordings nearer than this are the same one."""
_EARLY_S = 1.0
_LEAVE_STEP_DEG = 0.5


class Kind(StrEnum):
    """What may be proposed."""

    ENTER = "enter_deg"
    PERSIST = "persist_s"
    POSTURE = "posture"


@dataclass(frozen=True, slots=True, eq=False)
class Change:
    """One change.

    Attributes:
        detector: As it would be.
        step: How far it goes, of the most that it may (0 to 1).
        place, taken: A further posture, and the name of the profile that it belongs to.
    """

    kind: Kind
    detector: DetectorSettings
    step: float
    place: str = ""
    taken: AcceptedPosture | None = None

    def __post_init__(self) -> None:
        if (self.taken is not None) is not (self.kind is Kind.POSTURE):
            raise ValueError(f"{self.kind} does not go with this posture")


class Judged(NamedTuple):
    """One frame: its smoothed change, why there is none, and whether the camera was just opened."""

    timestamp_s: float
    change: Deviation
    reason: Reason | None
    begins: bool


@dataclass(frozen=True, slots=True, eq=False)
class Trace:
    """How a recording is judged, by some settings and accepted postures.

    Attributes:
        name: Of its file.
        wrong: Whether the user called its last alert wrong.
        began_utc_s: Of its first frame; NaN where that is not known.
        frames: In order of time.
        alerts_s: When a slouch would be told of first.
        pending: Whether at its end a slouch is counted of which nothing was told yet.
    """

    name: str
    wrong: bool
    began_utc_s: float
    frames: tuple[Judged, ...]
    alerts_s: tuple[float, ...] = ()
    pending: bool = False

    def utc_s(self, at_s: float) -> float:
        """When a moment of it was; NaN where that is not known."""
        return self.began_utc_s + at_s - self.frames[0].timestamp_s if self.frames else nan

    def judged_by(self, detector: DetectorSettings, alerts: AlertSettings) -> Trace:
        """The same with other thresholds: what changed is the same, what counts is not."""
        judge, told, pending = Detector(detector), Alerts(alerts), False
        found = []
        for at_s, change, reason, begins in self.frames:
            judge = Detector(detector) if begins else judge
            judgement = judge.update(at_s, change, reason)
            alert = told.update(at_s, judgement.state, change, judgement.held_s)
            if alert is not None and alert.level is AlertLevel.CUE:
                found.append(at_s)
            pending = not isnan(judgement.remaining_s)
        return replace(self, alerts_s=tuple(found), pending=pending)


@dataclass(frozen=True, slots=True)
class Moment:
    """An alert as things are, and what would become of it.

    Attributes:
        recording: Name of the file.
        at_s: When it comes now, seconds from the recording's first picture.
        wrong: Whether the user called it wrong.
        later_s: So much later it would come; inf for never, NaN where the recording ends before
            that is known.
    """

    recording: str
    at_s: float
    wrong: bool
    later_s: float


def moments(before: Trace, after: Trace) -> Iterator[Moment]:
    """What becomes of each alert of a recording."""
    for at_s, next_s in pairwise((*before.alerts_s, inf)):
        last = next_s == inf
        came = (s for s in after.alerts_s if at_s - _EARLY_S <= s < next_s - _EARLY_S)
        missing = nan if last and after.pending else inf
        later_s = next((max(0.0, s - at_s) for s in came), missing)
        place_s = at_s - before.frames[0].timestamp_s
        yield Moment(before.name, place_s, before.wrong and last, later_s)


def different(traces: Sequence[Trace], wrong_utc_s: Sequence[float] = ()) -> list[Trace]:
    """Without alerts that another recording has as well; those called wrong count first.

    Args:
        traces: Of all recordings.
        wrong_utc_s: Of further alerts that were called wrong: recordings that were kept for
            another reason say nothing by these.
    """
    known: list[float] = []
    kept = {}
    for trace in sorted(traces, key=lambda trace: not trace.wrong):
        others = known if trace.wrong else [*known, *wrong_utc_s]
        own = [s for s in trace.alerts_s if not _among(others, trace.utc_s(s))]
        if trace.wrong and own[-1:] != list(trace.alerts_s[-1:]):
            continue
        known += [trace.utc_s(own[-1])] if trace.wrong and own else []
        kept[id(trace)] = replace(trace, alerts_s=tuple(own))
    return [kept[id(trace)] for trace in traces if id(trace) in kept]


def _among(known: Iterable[float], utc_s: float) -> bool:
    return any(abs(other_s - utc_s) <= SAME_S for other_s in known)


def thresholds(now: DetectorSettings) -> Iterator[Change]:
    """Every threshold and every length that may be proposed, the smallest first of each."""
    for number in range(1, floor((MOST_ENTER_DEG - now.enter_deg) / ENTER_STEP_DEG) + 1):
        enter_deg = now.enter_deg + number * ENTER_STEP_DEG
        leave_deg = enter_deg * now.leave_deg / now.enter_deg
        leave_deg = max(now.leave_deg, _LEAVE_STEP_DEG * floor(leave_deg / _LEAVE_STEP_DEG))
        detector = replace(now, enter_deg=enter_deg, leave_deg=leave_deg)
        yield Change(Kind.ENTER, detector, _share(enter_deg, now.enter_deg, MOST_ENTER_DEG))
    for number in range(1, floor((MOST_PERSIST_S - now.persist_s) / PERSIST_STEP_S) + 1):
        persist_s = now.persist_s + number * PERSIST_STEP_S
        step = _share(persist_s, now.persist_s, MOST_PERSIST_S)
        yield Change(Kind.PERSIST, replace(now, persist_s=persist_s), step)


def _share(value: float, least: float, most: float) -> float:
    return (value - least) / (most - least)


@dataclass(frozen=True, slots=True)
class Past:
    """Alerts that were shown in the last weeks, of those for which it can be told.

    Attributes:
        alerts, told: How many there were, and how many would have come.
        helped, helped_told: Those that the user said helped.
    """

    alerts: int
    told: int
    helped: int
    helped_told: int


def past(change: Change, alerts: Iterable[KeptAlert], episodes: Sequence[Episode]) -> Past | None:
    """How many alerts of the history would have come; None for a posture, which it cannot tell.

    An alert would have come where the change, when it came, was above the threshold, or where its
    slouch lasted for as long as it would have to.
    """
    if change.kind is Kind.POSTURE:
        return None
    known = []
    for alert in alerts:
        told = None if alert.quiet else _would_have_come(change, alert, episodes)
        if told is not None:
            known.append((told, alert.answer is Answer.HELPED))
    told_of = [told for told, _ in known]
    helped = [told for told, was_helped in known if was_helped]
    return Past(len(told_of), sum(told_of), len(helped), sum(helped))


def _would_have_come(change: Change, alert: KeptAlert, episodes: Sequence[Episode]) -> bool | None:
    detector = change.detector
    if change.kind is Kind.ENTER:
        return alert.change_deg > detector.enter_deg
    own = (e for e in episodes if e.utc_s <= alert.utc_s <= e.end_utc_s + _EARLY_S)
    slouch = next(own, None)
    if slouch is None:
        return None
    lasted = slouch.end_utc_s - slouch.utc_s >= detector.persist_s
    return lasted if lasted or slouch.over else None


@dataclass(frozen=True, slots=True, eq=False)
class Effects:
    """What a change would do to all that was kept.

    Attributes:
        moments: Of all recordings.
        past: In the history; None where it cannot tell.
    """

    moments: tuple[Moment, ...]
    past: Past | None = None

    @property
    def wrong(self) -> tuple[int, int]:
        """How many of the moments called wrong would pass without an alert, and of how many."""
        called = [m for m in self.moments if m.wrong]
        return sum(m.later_s == inf for m in called), len(called)

    @property
    def others(self) -> tuple[int, int]:
        """How many of the others would still be told of, and of how many that is known."""
        known = [m for m in self.moments if not m.wrong and not isnan(m.later_s)]
        return sum(isfinite(m.later_s) for m in known), len(known)

    @property
    def open(self) -> int:
        """Of how many others it is not known: their recording ends too early."""
        return sum(isnan(m.later_s) for m in self.moments if not m.wrong)

    @property
    def lost_share(self) -> float:
        """Of the others: 0 where there are none."""
        kept, count = self.others
        return (count - kept) / count if count else 0.0

    @property
    def good(self) -> bool:
        """Whether it may be proposed."""
        spared, called = self.wrong
        kept, count = self.others
        enough = called > 0 and spared >= SPARED_SHARE * called and kept >= KEPT_SHARE * count
        return enough and (
            self.past is None or self.past.helped_told >= KEPT_SHARE * self.past.helped
        )


def effects_of(
    before: Sequence[Trace], after: Sequence[Trace], past_: Past | None = None
) -> Effects:
    """What became of every alert, recording by recording in the same order."""
    pairs = zip(before, after, strict=True)
    return Effects(tuple(moment for pair in pairs for moment in moments(*pair)), past_)


def ranked(candidates: Iterable[tuple[Change, Effects]]) -> list[tuple[Change, Effects]]:
    """Those that may be proposed: what loses least first, and of these the smallest step."""
    good = [each for each in candidates if each[1].good]
    return sorted(good, key=lambda each: (each[1].lost_share, each[0].step))
