"""The records that flow through the pipeline: frozen, units in the names, nothing but data.

A frame goes in, a tick comes out:

    Frame -> Observation -> Sighting -> Features -> Angles -> Deviation -> Tick

Image coordinates are pixels, x right, y down, never mirrored; "left" and "right" are the person's
own. What could not be measured is NaN, and a `Reason` says why.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from math import isnan, nan
from typing import TYPE_CHECKING

from posture.reasons import ABSENT as ABSENT  # noqa: PLC0414 - part of the records
from posture.reasons import REASON_TEXT as REASON_TEXT  # noqa: PLC0414
from posture.reasons import Reason as Reason  # noqa: PLC0414, TC001

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    FloatArray = NDArray[np.float64]


class View(StrEnum):
    """From where the camera sees the person; left or right is the person's side it looks at."""

    FRONT = "front"
    THREE_QUARTER_LEFT = "three_quarter_left"
    THREE_QUARTER_RIGHT = "three_quarter_right"
    SIDE_LEFT = "side_left"
    SIDE_RIGHT = "side_right"
    UNKNOWN = "unknown"

    @property
    def side(self) -> str:
        """`left`, `right`, or empty where the view has no side."""
        _, _, side = self.value.rpartition("_")
        return side if side in ("left", "right") else ""


@dataclass(frozen=True, slots=True, eq=False)
class Frame:
    """One picture.

    Attributes:
        image: (height, width, 3) uint8, blue-green-red.
        timestamp_s, index: Seconds since the session began (presentation time in a recording),
            and frames before this one.
    """

    image: NDArray[np.uint8]
    timestamp_s: float
    index: int


@dataclass(frozen=True, slots=True, eq=False)
class Pose:
    """One person's landmarks in one frame.

    Attributes:
        points_px: (33, 2) float64, pixels.
        visibility, presence: (33,) float64 in 0..1: not hidden; inside the picture.
        world_m: (33, 3) float64, metres, x right, y down, z away from the camera, origin midway
            between the hips. Inferred from one picture: a hint, not a measurement.
        width_px, height_px: Size of the frame.
    """

    points_px: FloatArray
    visibility: FloatArray
    presence: FloatArray
    world_m: FloatArray
    width_px: int
    height_px: int


@dataclass(frozen=True, slots=True, eq=False)
class Observation:
    """What the estimator saw in one frame, before anyone asked whether it is true.

    Attributes:
        timestamp_s, index: The frame's.
        tracked: The pose followed from frame to frame, or None.
        detected: Everybody found by an independent look at this frame; None without one.
        brightness: Mean brightness of the picture, 0 (black) to 1 (white).
        scene: The background without anybody (`posture.scene`), with an independent look or None.
    """

    timestamp_s: float
    index: int
    tracked: Pose | None
    detected: tuple[Pose, ...] | None
    brightness: float
    scene: NDArray[np.uint8] | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Sighting:
    """The person check's answer: the user's pose, or why there is none to measure."""

    pose: Pose | None
    reason: Reason | None


@dataclass(frozen=True, slots=True, eq=False)
class Features:
    """What the angles are estimated from.

    Attributes:
        shape: (`posture.shape.LENGTH`,) float64; NaN where nothing can be measured.
        trunk_yaw_deg: Turn of the shoulders, 0 facing the camera, 90 the image's right edge.
        view, reason: From where the person is seen; why nothing can be measured, or None.
    """

    shape: FloatArray
    trunk_yaw_deg: float
    view: View
    reason: Reason | None


@dataclass(frozen=True, slots=True)
class Angles:
    """Neck and thoracic angle of one frame, degrees from the vertical, forward positive.

    The lines are C7 to tragus and T12 to C7 (sagittal plane). MediaPipe sees no vertebra: both
    angles are estimates. `*_sd_deg` is the standard deviation of the estimate's error. A
    `change` is against the user's own baseline; it is far more certain than the angle itself.
    """

    neck_deg: float = nan
    neck_sd_deg: float = nan
    thoracic_deg: float = nan
    thoracic_sd_deg: float = nan
    neck_change_deg: float = nan
    neck_change_sd_deg: float = nan
    thoracic_change_deg: float = nan
    thoracic_change_sd_deg: float = nan
    rounding_change_deg: float = nan
    rounding_change_sd_deg: float = nan
    head_pitch_deg: float = nan
    view: View = View.UNKNOWN
    reason: Reason | None = None


class Part(StrEnum):
    """What a deviation is about."""

    NECK = "neck"
    THORACIC = "upper back"
    SLUMP = "slump against the backrest"
    ROUNDING = "rounding of the upper back"


@dataclass(frozen=True, slots=True)
class Deviation:
    """How far the posture is from the baseline, as it is judged (smoothed, degrees)."""

    neck_deg: float = nan
    thoracic_deg: float = nan
    rounding_deg: float = nan
    worst_deg: float = nan
    part: Part | None = None


class State(StrEnum):
    """What the user is doing, as far as is known."""

    UPRIGHT = "upright"
    SLOUCHED = "slouched"
    AWAY = "away"
    UNKNOWN = "unknown"
    PAUSED = "paused"


@dataclass(frozen=True, slots=True)
class Transition:
    """A change of state; `since_s` is when what led to it began."""

    timestamp_s: float
    before: State
    after: State
    since_s: float
    text: str


class AlertLevel(StrEnum):
    """How loud an alert may be: a cue at the edge of the screen, or a notice."""

    CUE = "cue"
    NOTICE = "notice"


@dataclass(frozen=True, slots=True)
class Alert:
    """Something to tell the user, with the numbers behind it."""

    timestamp_s: float
    level: AlertLevel
    part: Part
    change_deg: float
    held_s: float
    text: str


@dataclass(frozen=True, slots=True, eq=False)
class Baseline:
    """The user's own upright posture, as one camera sees it.

    Attributes:
        shape, spread: (`posture.shape.LENGTH`,) float64, median and robust standard deviation.
        trunk_yaw_deg, view, count: From where it was taken, and measured frames behind it.
        start_s, end_s, width_px, height_px: Stretch of the session, and size of its frames.
        centre: (2,) float64, middle of the shoulders, in frame widths and heights.
        size: A metre at the person's depth, in frame heights.
        model_sha256: Pose model; another model needs another baseline.
        scene, brightness: Background (`posture.scene`) and brightness of its pictures, or None
            and NaN.
        quality, advice: 0 to 1 or NaN (not known), and what would make it better, if anything.
    """

    shape: FloatArray
    spread: FloatArray
    trunk_yaw_deg: float
    view: View
    count: int
    start_s: float
    end_s: float
    width_px: int
    height_px: int
    centre: tuple[float, float]
    size: float
    model_sha256: str
    scene: NDArray[np.uint8] | None = None
    brightness: float = nan
    quality: float = nan
    advice: str = ""


@dataclass(frozen=True, slots=True)
class Staleness:
    """What is no longer as it was at the baseline, and since when; `REASON_TEXT` has the words.

    With `judged` False nothing can be said about the posture until it is as before, or until
    there is a new baseline.
    """

    reason: Reason
    since_s: float
    judged: bool


@dataclass(frozen=True, slots=True)
class Tick:
    """All that is known after one frame.

    Attributes:
        timestamp_s, index, angles: The frame's.
        deviation: Smoothed change that is judged.
        reason: Why this frame could not be measured; None when it could.
        held_s: Seconds of slouching counted so far (0 when upright).
        remaining_s: Seconds of slouching until the state becomes slouched, or NaN.
        transition, alert, pose: What changed, what to tell the user, and what was seen, if any.
        staleness: What calls for a new baseline, if anything.
        accepted: Name of the accepted posture that it was compared with; empty when with none.
        slump_share: From it (0) to the user's own slump (1); NaN when that is not known.
    """

    timestamp_s: float
    index: int
    angles: Angles
    deviation: Deviation
    state: State
    reason: Reason | None
    held_s: float
    remaining_s: float
    transition: Transition | None = None
    alert: Alert | None = None
    pose: Pose | None = field(default=None, repr=False, compare=False)
    staleness: Staleness | None = None
    accepted: str = ""
    slump_share: float = nan

    @property
    def measured(self) -> bool:
        """Whether this frame gave at least the neck angle."""
        return not isnan(self.angles.neck_deg)
