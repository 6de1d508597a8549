"""Plausible years of a history, made up from a seed: working days, lunch, slouches, alerts, notes.

Nobody's days: they are for tests and for measuring how fast reports are.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import numpy as np

from posture.history.rows import (
    Answer,
    Episode,
    KeptAlert,
    Session,
    Span,
    Stretches,
    UsedBaseline,
)
from posture.records import AlertLevel, Part
from tests.kept import DAY_S, Years, added_up
from tests.years_notes import notes_beside

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from posture.history.rows import Moments
    from posture.records import FloatArray

_WEEK_S = 7 * DAY_S
_EPOCH = date(1970, 1, 1)


def years(begin: date = date(2026, 1, 1), days: int = 365, *, seed: int = 5) -> Years:
    """Make up some years of somebody who works in Berlin from Monday to Friday.

    Args:
        begin: The first day.
        days: How many; ten years take about two seconds.
        seed: The same one gives the same years.
    """
    rng = np.random.default_rng(seed)
    day, minute = _at_the_desk(begin, days, rng)
    there, paused = _presence(day, minute, rng)
    neck, upper_back = _changes(day, minute, rng)
    minutes = _minutes(begin, day, minute, there & ~paused, paused, neck, upper_back, rng)
    episodes = _episodes(minutes)
    return Years(
        Span(begin, begin + timedelta(days=days)),
        minutes,
        added_up(minutes),
        episodes,
        _alerts(episodes, rng),
        _sessions(minutes),
        _baselines(minutes),
        notes_beside(minutes, seed),
    )


def _at_the_desk(
    begin: date, days: int, rng: np.random.Generator
) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Day and minute of the day of every minute in which posture runs."""
    weekday = (begin.weekday() + np.arange(days)) % 7
    works = np.where(weekday < 5, rng.random(days) < 0.96, rng.random(days) < 0.04)
    for holiday in rng.integers(0, days, days // 120):
        works[holiday : holiday + int(rng.integers(3, 14))] = False
    from_minute = np.rint(rng.normal(8.7 * 60, 20, days))
    to_minute = np.rint(rng.normal(17.1 * 60, 35, days))
    of_day = np.arange(24 * 60)
    runs = (of_day >= from_minute[:, np.newaxis]) & (of_day < to_minute[:, np.newaxis])
    day, minute = np.nonzero(runs & works[:, np.newaxis])
    return day, minute


def _presence(
    day: NDArray[np.intp], minute: NDArray[np.intp], rng: np.random.Generator
) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """Where somebody sits there, and where posture is paused: lunch, errands, calls."""
    days = int(day.max(initial=0)) + 1

    def within(start: FloatArray, length: FloatArray) -> NDArray[np.bool_]:
        since = minute - start[day]
        inside: NDArray[np.bool_] = (since >= 0) & (since < length[day])
        return inside

    away = within(rng.normal(12.3 * 60, 12, days), rng.normal(42, 9, days))
    for _ in range(5):
        away |= within(rng.uniform(9 * 60, 17 * 60, days), rng.exponential(7, days) + 2)
    paused = within(rng.uniform(9 * 60, 40 * 60, days), rng.uniform(15, 45, days))
    return ~away, paused


def _changes(
    day: NDArray[np.intp], minute: NDArray[np.intp], rng: np.random.Generator
) -> tuple[FloatArray, FloatArray]:
    """Neck and upper back, degrees from the baseline: drifting forward in the afternoon."""
    days = int(day.max(initial=0)) + 1
    at = day * 1440.0 + minute
    knots = np.arange(0.0, days * 1440.0 + 12, 12)

    def wander(sd: float) -> FloatArray:
        wandered: FloatArray = np.interp(at, knots, rng.normal(0, sd, len(knots)))
        return wandered

    tired = 4.5 * np.clip((minute / 60 - 9) / 8, 0, 1) ** 1.5
    own = rng.normal(1.6, 1.3, days)[day] - 1.0 * at / (1440.0 * 3650)
    neck = own + tired + wander(7.0)
    upper_back = 0.5 * neck + 0.3 * tired + wander(2.5)
    return neck, upper_back


def _minutes(
    begin: date,
    day: NDArray[np.intp],
    minute: NDArray[np.intp],
    there: NDArray[np.bool_],
    paused: NDArray[np.bool_],
    neck: FloatArray,
    upper_back: FloatArray,
    rng: np.random.Generator,
) -> Stretches:
    n = len(day)
    slouched = 60 * np.clip((np.maximum(neck, upper_back) - 8.5) / 3, 0, 1)
    unknown = np.where(rng.random(n) < 0.06, rng.uniform(5, 60, n), 0.0)
    known = 60 - unknown
    seconds = np.zeros((n, 5))
    seconds[:, 0] = there * known * (1 - slouched / 60)
    seconds[:, 1] = there * known * slouched / 60
    seconds[:, 2] = there * unknown
    seconds[:, 3] = ~there & ~paused
    seconds[:, 3] *= 60
    seconds[:, 4] = 60 * paused
    middle = np.stack([neck, upper_back], axis=1)
    change = middle[:, :, np.newaxis] + np.array([-1.8, 0.0, 1.8])
    change[(there * known) < 1] = np.nan
    amounts = np.stack([neck, upper_back, np.maximum(neck, upper_back)], axis=1)
    exposure = np.maximum(amounts, 0) * (there * known / 60)[:, np.newaxis]
    days_s = (begin - _EPOCH).days * DAY_S + np.arange(int(day.max(initial=0)) + 1) * DAY_S
    local_s = days_s[day] + minute * 60
    offset_s = _berlin(days_s)[day]
    return Stretches(local_s - offset_s, offset_s, seconds, change, exposure)


def _berlin(days_s: Moments) -> Moments:
    """Local time minus UTC at noon: an hour, and two from late March to late October."""
    first, last = (_EPOCH + timedelta(seconds=int(days_s[place])) for place in (0, -1))
    summer = np.zeros(len(days_s), dtype=bool)
    for year in range(first.year, last.year + 1):
        changes = [date(year, 3, 31), date(year, 10, 31)]
        sundays = [end - timedelta(days=(end.weekday() + 1) % 7) for end in changes]
        begin_s, end_s = ((sunday - _EPOCH).days * DAY_S for sunday in sundays)
        summer |= (days_s >= begin_s) & (days_s < end_s)
    return np.where(summer, 7200, 3600).astype(np.int64)


def _episodes(minutes: Stretches) -> tuple[Episode, ...]:
    """Runs of minutes that were slouched for the most part."""
    slouched = minutes.seconds[:, 1] > 30
    joined = np.diff(minutes.utc_s, prepend=minutes.utc_s[:1]) == 60
    starts = np.flatnonzero(slouched & ~(np.roll(slouched, 1) & joined))
    ends = np.flatnonzero(slouched & ~(np.roll(slouched, -1) & np.roll(joined, -1)))
    change = minutes.change_deg[:, :, 1]
    return tuple(
        Episode(
            utc_s=float(minutes.utc_s[first]) + 60 - float(minutes.seconds[first, 1]),
            end_utc_s=float(minutes.utc_s[last]) + float(minutes.seconds[last, 1]),
            offset_s=int(minutes.offset_s[first]),
            part=Part.NECK if stretch[:, 0].mean() >= stretch[:, 1].mean() else Part.THORACIC,
            peak_deg=round(float(stretch.max()) + 2, 1),
            mean_deg=round(float(stretch.max(axis=1).mean()), 1),
            over=bool(last + 1 < len(minutes) and minutes.seconds[last + 1, 0] > 0),
        )
        for first, last in zip(starts, ends, strict=True)
        for stretch in [change[first : last + 1]]
        if last > first or minutes.seconds[first, 1] > 45
    )


def _alerts(episodes: tuple[Episode, ...], rng: np.random.Generator) -> tuple[KeptAlert, ...]:
    """A cue once a slouch has lasted 40 s, sometimes kept quiet, seldom answered."""
    answers = rng.choice(
        [Answer.NONE, Answer.HELPED, Answer.SNOOZED, Answer.WRONG],
        len(episodes),
        p=[0.82, 0.1, 0.05, 0.03],
    )
    quiet = rng.random(len(episodes)) < 0.1
    alerts: list[KeptAlert] = []
    for place, episode in enumerate(episodes):
        utc_s = episode.utc_s + 40
        if utc_s >= episode.end_utc_s or (alerts and utc_s - alerts[-1].utc_s < 600):
            continue
        answer = Answer.NONE if quiet[place] else Answer(str(answers[place]))
        alerts.append(
            KeptAlert(
                number=len(alerts) + 1,
                utc_s=utc_s,
                offset_s=episode.offset_s,
                level=AlertLevel.NOTICE if place % 4 == 0 else AlertLevel.CUE,
                part=episode.part,
                change_deg=episode.mean_deg,
                held_s=40.0,
                quiet="in_call" if quiet[place] else "",
                means="" if quiet[place] else "message",
                answer=answer,
                answer_utc_s=utc_s + 5 if answer else float("nan"),
            )
        )
    return tuple(alerts)


def _sessions(minutes: Stretches) -> tuple[Session, ...]:
    """One for each stretch without a gap."""
    starts = np.flatnonzero(np.diff(minutes.utc_s, prepend=-DAY_S) > 60)
    ends = np.append(starts[1:] - 1, len(minutes) - 1)
    return tuple(
        Session(
            number + 1,
            float(minutes.utc_s[first]),
            float(minutes.utc_s[last]) + 60,
            int(minutes.offset_s[first]),
            "a camera",
            "0.1.0",
        )
        for number, (first, last) in enumerate(zip(starts, ends, strict=True))
    )


def _baselines(minutes: Stretches) -> tuple[UsedBaseline, ...]:
    """A new one about every four weeks."""
    starts = np.flatnonzero(np.diff(minutes.utc_s // (4 * _WEEK_S), prepend=-1))
    rows = zip(minutes.utc_s[starts], minutes.offset_s[starts], strict=True)
    return tuple(
        UsedBaseline(
            float(utc_s), int(offset_s), "upright", "front", 0.9, f"{i:016x}", 10.0, 6.0, 30.0
        )
        for i, (utc_s, offset_s) in enumerate(rows)
    )
