"""Everything that can be set, assembled from the parts that it tunes, and how to talk about it.

The functions know no group by name: they walk the fields of `Settings`, so that a new group needs
nothing but its field.
"""

from __future__ import annotations

import difflib
from dataclasses import dataclass, field, fields, replace
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any, get_type_hints

from posture.alert_styles import StyleSettings
from posture.alerts import AlertSettings
from posture.baseline import BaselineSettings
from posture.care.breaks import BreakSettings
from posture.care.reminder import DiarySettings
from posture.care.week import WeekSettings
from posture.detector import DetectorSettings
from posture.features import FeatureLimits
from posture.person import PersonCheckSettings
from posture.ports import PostureError
from posture.quiet import QuietSettings
from posture.rate import RateSettings
from posture.staleness import StalenessSettings

if TYPE_CHECKING:
    from collections.abc import Iterable


MOST_DAYS = 36_500
"""A hundred years."""


@dataclass(frozen=True, slots=True)
class CameraSettings:
    """Which camera is watched through."""

    device: str = ""
    """Its id, name or number, as `posture doctor` shows them; empty for the first there is."""


@dataclass(frozen=True, slots=True)
class HistorySettings:
    """What is kept of your days: minutes, slouches and alerts, never a picture."""

    keep: bool = True
    """Keep a history on this computer, for reports."""
    keep_days: int = 0
    """Erase what is older, in days; 0 for never."""

    def __post_init__(self) -> None:
        if not 0 <= self.keep_days <= MOST_DAYS:
            raise ValueError(f"keep_days must be 0 for ever, and at most {MOST_DAYS}")


@dataclass(frozen=True, slots=True)
class Settings:
    """One frozen record; every default is written beside what it tunes."""

    person: PersonCheckSettings = field(default_factory=PersonCheckSettings)
    features: FeatureLimits = field(default_factory=FeatureLimits)
    baseline: BaselineSettings = field(default_factory=BaselineSettings)
    detector: DetectorSettings = field(default_factory=DetectorSettings)
    alerts: AlertSettings = field(default_factory=AlertSettings)
    style: StyleSettings = field(default_factory=StyleSettings)
    staleness: StalenessSettings = field(default_factory=StalenessSettings)
    quiet: QuietSettings = field(default_factory=QuietSettings)
    rate: RateSettings = field(default_factory=RateSettings)
    camera: CameraSettings = field(default_factory=CameraSettings)
    history: HistorySettings = field(default_factory=HistorySettings)
    breaks: BreakSettings = field(default_factory=BreakSettings)
    diary: DiarySettings = field(default_factory=DiarySettings)
    week: WeekSettings = field(default_factory=WeekSettings)


class SettingsError(PostureError):
    """There is no such setting, its value is not allowed, or the file cannot be written."""


UNITS = {
    "per_hour": "per hour",
    "m_s": "m/s",
    "deg": "°",
    "min": "min",
    "hz": "Hz",
    "px": "px",
    "s": "s",
    "m": "m",
}
"""Last word of a name to the unit that it means; longer words first."""
MOST_NAMED = 16
"""So many words are listed when none is spelt alike."""


@dataclass(frozen=True, slots=True)
class Setting:
    """One thing that can be set.

    Attributes:
        key: Group and name, `detector.enter_deg`.
        kind: The type of its value.
        explanation: What is written below the field; empty where nothing is.
    """

    key: str
    kind: Any
    value: object
    default: object
    explanation: str

    @property
    def unit(self) -> str:
        """From the name; empty where there is none."""
        name = self.key.partition(".")[2]
        return next((unit for end, unit in UNITS.items() if f"_{name}".endswith(f"_{end}")), "")


def kinds(record: type) -> dict[str, Any]:
    """The type of each field of a settings record; of `Settings` itself: the records."""
    hints = get_type_hints(record)
    return {f.name: hints[f.name] for f in fields(record)}


def catalogue(settings: object) -> list[Setting]:
    """All that can be set, in order, with its value here.

    Args:
        settings: A `Settings`, or another record made of records.
    """
    fresh = type(settings)()
    return [
        Setting(
            key=f"{group}.{name}",
            kind=kind,
            value=getattr(getattr(settings, group), name),
            default=getattr(getattr(fresh, group), name),
            explanation=explanations(record).get(name, ""),
        )
        for group, record in kinds(type(settings)).items()
        for name, kind in kinds(record).items()
    ]


@cache
def explanations(record: type) -> dict[str, str]:
    """What is written below each field of a record, on one line; empty without the source."""
    import ast
    import inspect
    import textwrap

    try:
        (body,) = ast.parse(textwrap.dedent(inspect.getsource(record))).body
    except (OSError, TypeError):
        return {}
    lines = body.body if isinstance(body, ast.ClassDef) else []
    found = {}
    for line, below in pairwise(lines):
        match line, below:
            case (
                ast.AnnAssign(target=ast.Name(id=name)),
                ast.Expr(value=ast.Constant(value=str(text))),
            ):
                found[name] = " ".join(text.split())
    return found


def setting(settings: Settings, key: str) -> Setting:
    """One setting by its key.

    Raises:
        SettingsError: There is none; the message names one that is spelt alike.
    """
    known = {entry.key: entry for entry in catalogue(settings)}
    if key not in known:
        raise SettingsError(f"there is no setting {key}{alike(key, known)}")
    return known[key]


def changed(settings: Settings, key: str, value: object) -> Settings:
    """The same settings with another value.

    Args:
        settings: The settings before.
        key: A key that there is.
        value: Of the setting's type.

    Raises:
        SettingsError: The value does not fit, or not to its neighbours; the message says why.
    """
    group, _, name = key.partition(".")
    try:
        record = replace(getattr(settings, group), **{name: value})
    except ValueError as error:
        raise SettingsError(f"{key} cannot be {value}: {error}") from error
    return replace(settings, **{group: record})


def alike(word: str, words: Iterable[str]) -> str:
    """The end of a sentence that names the word spelt most alike, or all when there are few."""
    words = list(words)
    near = difflib.get_close_matches(word, words, n=1)
    if near:
        return f"; did you mean {near[0]}?"
    return f"; there are {', '.join(words)}" if len(words) <= MOST_NAMED else ""
