"""Notes of care for tests: one of each kind, on the second of March 2026 in Berlin."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone

from posture.care.entries import (
    BreakEnd,
    BreakKind,
    BreakNote,
    Deed,
    ExerciseNote,
    HintKind,
    HintNote,
    Note,
    PackKind,
    PackNote,
    PainKind,
    PainNote,
    Place,
)
from tests.history.script import BEGAN_S

BREAK = BreakNote(BEGAN_S + 3600, 3600, BreakKind.LONG, BreakEnd.TAKEN, 310.0, asked=True)
EXERCISE = ExerciseNote(
    BEGAN_S + 3700, 3600, "side_bend", "desk", 62.0, 8, 15.4, 22.3, measured=True
)
PACK = PackNote(BEGAN_S + 3800, 3600, PackKind.HEAT, 1200.0)
PAIN = PainNote(
    BEGAN_S + 3900,
    3600,
    4,
    frozenset({Place.NECK_LEFT, Place.BETWEEN_SHOULDER_BLADES}),
    frozenset({PainKind.STIFF}),
    frozenset({Deed.HEAT, Deed.MOVED}),
    date(2026, 2, 16),
    woke=False,
)
HINT = HintNote(BEGAN_S + 4000, 3600, HintKind.SPECIALIST)
EACH: tuple[Note, ...] = (BREAK, EXERCISE, PACK, PAIN, HINT)


def pain(day: date, level: int = 4, *, hour: int = 18, woke: bool | None = None) -> PainNote:
    """An entry of a day, at an hour of Berlin's winter."""
    moment = datetime(day.year, day.month, day.day, hour, tzinfo=timezone(timedelta(hours=1)))
    return PainNote(moment.timestamp(), 3600, level, woke=woke)
