"""Looks for a proposal: judges what was kept again, as things are and as they would be.

Nothing is changed.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING

from posture.history.keeper import FILE as HISTORY
from posture.history.reader import Reader
from posture.history.rows import Answer, Span
from posture.landmark_file import LandmarkError
from posture.ports import BaselineError, PostureError
from posture.profile import AcceptedPosture, Profile
from posture.proposals import (
    LEAST_WRONG,
    MOST_POSTURES,
    POSTURE_STEP,
    Change,
    Effects,
    Kind,
    Trace,
    different,
    effects_of,
    past,
    ranked,
    thresholds,
)
from posture.proposals_store import called_wrong, same_place, stored, undecided
from posture.proposals_traces import Kept, recordings, taken_from, traced
from posture.taking import joined

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date
    from pathlib import Path

    from posture.history.rows import Episode, KeptAlert
    from posture.profile_store import Stored
    from posture.settings import Settings

MOST_LEADS = 3
"""Of so many wrong moments, the newest, the posture is tried: each takes as long as all else."""
PAST_DAYS = 28


@dataclass(frozen=True, slots=True, eq=False)
class Proposal:
    """A change with what it would do.

    Attributes:
        profile: What a further posture belongs to; None for a threshold.
        before, after: A moment called wrong that would pass without an alert, as it is judged now
            and as it would be.
    """

    change: Change
    effects: Effects
    profile: Profile | None
    before: Trace
    after: Trace


@dataclass(frozen=True, slots=True, eq=False)
class Found:
    """What came of the search.

    Attributes:
        proposal: None where there is none, and `why` says why.
        now: The settings that it was held against.
        wrong: Moments called wrong that posture would still warn of.
        notes: About recordings that were left out.
    """

    proposal: Proposal | None
    why: str
    now: Settings
    wrong: int = 0
    notes: tuple[str, ...] = ()


def search(data: Path, settings: Settings, today: date) -> Found:
    """Look for the smallest change that spares the user what was wrong.

    Args:
        data: The data folder.
        settings: Of the user.
        today: The local day: the history of the weeks up to it counts.
    """
    new = len(undecided(data))
    if new < LEAST_WRONG:
        return Found(None, _too_few(new, decided=len(called_wrong(data)) > new), settings)
    homes = stored(data)
    notes: list[str] = []
    alerts, episodes = _history(data, today, notes)
    kept = _judged_now(data, settings, homes, alerts, notes)
    wrong = sum(bool(each.trace.wrong and each.trace.alerts_s) for each in kept)
    if wrong < LEAST_WRONG:
        why = (
            f"of the moments that were called wrong posture would warn of {wrong} as it is set now "
            f"({LEAST_WRONG} are needed)"
        )
        return Found(None, why, settings, wrong, tuple(notes))
    proposal = _best(_Search(kept, settings, homes, alerts, episodes))
    why = "" if proposal else NOTHING_FITS
    return Found(proposal, why, settings, wrong, tuple(notes))


def _judged_now(
    data: Path,
    settings: Settings,
    homes: Sequence[Stored],
    alerts: Sequence[KeptAlert],
    notes: list[str],
) -> list[Kept]:
    """All recordings, each alert once."""
    kept: list[Kept] = []
    for path in recordings(data, notes):
        try:
            kept.append(traced(path, settings, homes))
        except LandmarkError as error:
            notes.append(str(error))
    wrong_utc_s = [alert.utc_s for alert in alerts if alert.answer is Answer.WRONG]
    once = {trace.name: trace for trace in different([k.trace for k in kept], wrong_utc_s)}
    return [replace(k, trace=once[k.trace.name]) for k in kept if k.trace.name in once]


NOTHING_FITS = (
    "no small change would spare most of the moments that were called wrong and keep most other "
    "alerts"
)


def _too_few(new: int, *, decided: bool) -> str:
    if decided:
        return f"{new} moments were called wrong since the last decision ({LEAST_WRONG} are needed)"
    return f"{new} moments were called wrong ({LEAST_WRONG} are needed)"


@dataclass(frozen=True, slots=True, eq=False)
class _Search:
    kept: Sequence[Kept]
    settings: Settings
    homes: Sequence[Stored]
    alerts: Sequence[KeptAlert]
    episodes: Sequence[Episode]

    @property
    def traces(self) -> list[Trace]:
        return [each.trace for each in self.kept]

    def by_thresholds(self, change: Change) -> Effects:
        """On the changes as they are: exact but for moments at which a baseline is taken."""
        after = [t.judged_by(change.detector, self.settings.alerts) for t in self.traces]
        return effects_of(self.traces, after, past(change, self.alerts, self.episodes))

    def judged_anew(self, change: Change, profile: Profile | None = None) -> Proposal:
        """With every recording judged anew."""
        settings = replace(self.settings, detector=change.detector)
        added = (profile, change.taken) if profile and change.taken else None
        after = [traced(k.path, settings, self.homes, added).trace for k in self.kept]
        effects = effects_of(self.traces, after, past(change, self.alerts, self.episodes))
        return Proposal(change, effects, profile, *_shown(self.traces, after))


def _best(found: _Search) -> Proposal | None:
    """The first of those that may be proposed that is as good when all is judged anew."""
    candidates = [(c, found.by_thresholds(c)) for c in thresholds(found.settings.detector)]
    best = next(iter(ranked(candidates)), None)
    if best is None or best[1].lost_share > 0 or best[0].step > POSTURE_STEP:
        posture = next((p for p in _postures(found) if p.effects.good), None)
        if posture is not None:
            candidates.append((posture.change, posture.effects))
    else:
        posture = None
    for change, _ in ranked(candidates):
        if posture is not None and change is posture.change:
            return posture
        proposal = found.judged_anew(change)
        if proposal.effects.good:
            return proposal
    return None


def _shown(before: Sequence[Trace], after: Sequence[Trace]) -> tuple[Trace, Trace]:
    """The newest of the wrong ones that is spared."""
    spared = [p for p in zip(before, after, strict=True) if p[0].wrong and p[0].alerts_s]
    return next((p for p in reversed(spared) if not p[1].alerts_s), spared[-1])


def _postures(found: _Search) -> Iterator[Proposal]:
    """The postures that led to what was wrong, as far as they may be accepted; the newest first."""
    wrong = [each for each in found.kept if each.trace.wrong and each.trace.alerts_s]
    for each in wrong[: -MOST_LEADS - 1 : -1]:
        home = each.lead and same_place(each.lead.profile, found.homes)
        if not (each.lead and home):
            continue
        if len(home.profile.accepted) >= MOST_POSTURES:
            continue
        baseline = taken_from(each.lead, found.settings)
        if baseline is None:
            continue
        taken = AcceptedPosture(_free_name(home.profile, each.lead.day), baseline)
        try:
            joined(home.profile, taken, found.settings)
        except BaselineError:
            continue
        detector = found.settings.detector
        change = Change(Kind.POSTURE, detector, POSTURE_STEP, home.profile.name, taken)
        yield found.judged_anew(change, home.profile)


def _free_name(profile: Profile, day: str) -> str:
    names = {posture.name for posture in profile.accepted}
    first = f"as on {day}" if day else "as before"
    return next(
        name
        for name in (first, *(f"{first}, {number}" for number in range(2, MOST_POSTURES + 2)))
        if name not in names
    )


def _history(
    data: Path, today: date, notes: list[str]
) -> tuple[Sequence[KeptAlert], Sequence[Episode]]:
    """Alerts and slouches of the last weeks; none where there is no history to be read."""
    span = Span(today - timedelta(days=PAST_DAYS), today + timedelta(days=1))
    try:
        with Reader(data / HISTORY) as history:
            return history.alerts(span), history.episodes(span)
    except PostureError as error:
        notes.append(str(error))
        return (), ()
