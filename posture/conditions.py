"""What a picture must offer before a posture is taken: a light each, with what to do about it.

Pure. Colours are the window's business; each level has a word.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from math import dist, exp, isnan
from typing import TYPE_CHECKING

from posture import shape
from posture.features import extract
from posture.geometry import angle_difference_deg
from posture.landmarks import Landmark
from posture.quality import SIZE
from posture.records import Features, Reason, View

if TYPE_CHECKING:
    from collections.abc import Sequence

    from posture.features import FeatureLimits
    from posture.person import PersonCheckSettings
    from posture.records import Observation, Pose, Tick

DIM, GLARE = 0.2, 0.9
"""Mean brightness below which landmarks get coarser, and above which most of it is white."""
ROOMY = SIZE[0] + 0.8 * (SIZE[1] - SIZE[0])
"""Frame heights to a metre from which on the size costs a baseline nothing."""
TURNED_DEG = 25.0
"""A head turned further against the shoulders is not how one looks at a screen."""
STEADY_S, STEADY_M = 1.5, 0.03
"""Nose and shoulders stay within so many metres for so many seconds."""


class Aspect(StrEnum):
    """What a condition is about; in the order in which they are shown."""

    LIGHT = "light"
    ALONE = "you alone"
    SHOULDERS = "head and shoulders"
    DISTANCE = "distance"
    FACING = "view"
    STEADY = "sitting still"


class Level(StrEnum):
    """How far a condition is met. Nothing is taken while one is bad, or not known but `STEADY`."""

    GOOD = "good"
    FAIR = "fair"
    BAD = "bad"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Condition:
    """One light: a word for what is, and a sentence on what to do; empty when nothing is."""

    aspect: Aspect
    level: Level
    word: str
    advice: str = ""

    def __post_init__(self) -> None:
        if not self.word:
            raise ValueError("a condition needs a word")
        if self.level is Level.BAD and not self.advice:
            raise ValueError(f"{self.word!r} is bad, and nothing says what to do")


@dataclass(frozen=True, slots=True, eq=False)
class Seen:
    """One picture, as far as conditions and baselines need it.

    Attributes:
        timestamp_s: The picture's.
        brightness: 0 to 1, or NaN.
        reason: Why nothing can be measured, or None.
        pose, features: The user's, or None where there is nobody to measure.
    """

    timestamp_s: float
    brightness: float
    reason: Reason | None
    pose: Pose | None = None
    features: Features | None = None

    @property
    def places_m(self) -> tuple[float, ...]:
        """Nose and middle of the shoulders, x and y, metres at the person's depth; or NaN."""
        if self.pose is None or self.features is None:
            return ()
        metre_px = exp(self.features.shape[shape.PLACE]) * self.pose.height_px
        shoulders = self.pose.points_px[[Landmark.LEFT_SHOULDER, Landmark.RIGHT_SHOULDER]]
        nose_px = self.pose.points_px[Landmark.NOSE]
        return tuple(float(v) / metre_px for v in (*nose_px, *shoulders.mean(axis=0)))


def seen_of(tick: Tick, observation: Observation, limits: FeatureLimits) -> Seen:
    """What a tick that was made without a baseline says about its picture."""
    features = None if tick.pose is None else extract(tick.pose, limits=limits)
    reason = None if tick.reason is Reason.NO_BASELINE else tick.reason
    return Seen(tick.timestamp_s, observation.brightness, reason, tick.pose, features)


_BLOCKED: dict[Reason, tuple[Aspect, str, str]] = {
    Reason.TOO_DARK: (Aspect.LIGHT, "too dark", "Switch on a lamp in front of you."),
    Reason.NO_PERSON: (Aspect.ALONE, "nobody found", "Sit down in front of the camera."),
    Reason.NOT_CONFIRMED: (Aspect.ALONE, "looking", "Stay in the picture for a moment."),
    Reason.IMPLAUSIBLE_BODY: (
        Aspect.ALONE,
        "not sure",
        "Sit so that the camera sees head and shoulders.",
    ),
    Reason.SEVERAL_PEOPLE: (
        Aspect.ALONE,
        "several people",
        "Ask others to leave the picture for a moment.",
    ),
    Reason.OUTSIDE_FRAME: (
        Aspect.SHOULDERS,
        "outside the picture",
        "Turn the camera, or move back, until it sees head and shoulders.",
    ),
    Reason.LOW_VISIBILITY: (
        Aspect.SHOULDERS,
        "hidden",
        "Move away what hides your head or shoulders.",
    ),
    Reason.TOO_SMALL: (Aspect.DISTANCE, "too far", "Sit nearer to the camera, or move it nearer."),
    Reason.FROM_BEHIND: (
        Aspect.FACING,
        "from behind",
        "Put the camera beside or in front of you.",
    ),
    Reason.HEAD_TURNED: (Aspect.FACING, "head turned", "Look at your screen."),
    Reason.UNFAMILIAR: (
        Aspect.FACING,
        "unusual",
        "Put the camera at about the height of your face, and look at your screen.",
    ),
    Reason.SUDDEN_JUMP: (Aspect.STEADY, "the picture jumped", "Leave the camera where it is."),
}
_VIEWS = {
    View.FRONT: "from the front",
    View.THREE_QUARTER_LEFT: "half from the side",
    View.THREE_QUARTER_RIGHT: "half from the side",
    View.SIDE_LEFT: "from the side",
    View.SIDE_RIGHT: "from the side",
}


def conditions(recent: Sequence[Seen], limits: PersonCheckSettings) -> tuple[Condition, ...]:
    """A light for each aspect.

    Args:
        recent: Pictures of about the last `STEADY_S`, the newest last; at least one.
        limits: What is too dark, and too small.
    """
    seen = recent[-1]
    found = {condition.aspect: condition for condition in _measured(recent, limits)}
    if seen.reason in _BLOCKED:
        aspect, word, advice = _BLOCKED[seen.reason]
        found[aspect] = Condition(aspect, Level.BAD, word, advice)
    unknown = (Condition(aspect, Level.UNKNOWN, "unknown") for aspect in Aspect)
    return tuple(found.get(condition.aspect, condition) for condition in unknown)


def are_met(lights: Sequence[Condition]) -> bool:
    """Whether a posture may be taken."""
    return all(
        light.level in (Level.GOOD, Level.FAIR)
        or (light.aspect is Aspect.STEADY and light.level is Level.UNKNOWN)
        for light in lights
    )


def _measured(recent: Sequence[Seen], limits: PersonCheckSettings) -> list[Condition]:
    """What is known without asking why something could not be measured."""
    seen = recent[-1]
    found = [] if isnan(seen.brightness) else [_light(seen.brightness, limits.dark)]
    if seen.pose is None or seen.features is None:
        return found
    found.append(Condition(Aspect.ALONE, Level.GOOD, "only you"))
    found.append(Condition(Aspect.SHOULDERS, Level.GOOD, "in the picture"))
    if seen.features.reason is None:
        found += [_distance(seen.features, limits.small), _facing(seen.features), _still(recent)]
    return found


def _light(brightness: float, dark: float) -> Condition:
    if brightness < dark:
        return Condition(Aspect.LIGHT, Level.BAD, *_BLOCKED[Reason.TOO_DARK][1:])
    if brightness < DIM:
        return Condition(Aspect.LIGHT, Level.FAIR, "dim", "A lamp in front of you would help.")
    if brightness > GLARE:
        return Condition(Aspect.LIGHT, Level.FAIR, "very bright", "Less light would help.")
    return Condition(Aspect.LIGHT, Level.GOOD, "bright enough")


def _distance(features: Features, small: float) -> Condition:
    size = exp(features.shape[shape.PLACE])
    if size < small:
        return Condition(Aspect.DISTANCE, Level.BAD, *_BLOCKED[Reason.TOO_SMALL][1:])
    if size < ROOMY:
        return Condition(Aspect.DISTANCE, Level.FAIR, "rather far", "Nearer would be better.")
    return Condition(Aspect.DISTANCE, Level.GOOD, "near enough")


def _facing(features: Features) -> Condition:
    trunk_deg, head_deg = shape.yaws_deg(features.shape)
    if abs(angle_difference_deg(head_deg, trunk_deg)) > TURNED_DEG:
        return Condition(Aspect.FACING, Level.FAIR, "head turned", "Look at your screen.")
    return Condition(Aspect.FACING, Level.GOOD, _VIEWS.get(features.view, features.view.value))


def _still(recent: Sequence[Seen]) -> Condition:
    places = [seen.places_m for seen in recent]
    known = [place for place in places if place and not any(map(isnan, place))]
    if not known or recent[-1].timestamp_s - recent[0].timestamp_s < 0.6 * STEADY_S:
        return Condition(Aspect.STEADY, Level.UNKNOWN, "unknown")
    newest = known[-1]
    if max(dist(newest, place) for place in known) > STEADY_M:
        return Condition(Aspect.STEADY, Level.FAIR, "moving", "Sit still while it is taken.")
    return Condition(Aspect.STEADY, Level.GOOD, "still")
