"""The user's own upright posture: taken from a stretch of measured frames, or refused.

Uncalibrated angles from a webcam are worthless (ground truth: errors of 9 to 31 degrees from the
front); the change from a baseline is what can be known. So a baseline must be good.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, replace
from math import exp, inf
from typing import TYPE_CHECKING

import numpy as np

from posture import shape
from posture.angles import AngleEstimator
from posture.detector import deviation
from posture.ports import BaselineError
from posture.quality import quality
from posture.records import REASON_TEXT, Baseline, Features, View

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from posture.records import Angles, Deviation, FloatArray

RETRY_S = 0.25
"""How often a steady stretch is looked for: more often finds none that is better."""
WILD_SHARE = 0.1
"""Frames at either end of a stretch's angles, and frames without any, that may be wild."""


@dataclass(frozen=True, slots=True)
class BaselineSettings:
    """What a stretch must offer to be believed."""

    auto_s: float = 3.0
    """Length of the steady stretch that `auto` looks for, seconds."""
    auto_within_s: float = 120.0
    """How long `auto` goes on looking, seconds."""
    auto_spread_deg: float = 1.5
    """How much either angle may vary (robust standard deviation) in such a stretch."""
    spread_deg: float = 2.5
    """The same for a stretch that the user chose."""
    min_count: int = 8
    """Frames: fewer give no median worth the name."""
    min_s: float = 1.0
    """Seconds: a stretch shorter than this is a snapshot."""
    min_measured: float = 0.5
    """Share of the stretch's frames that could be measured."""
    min_same_view: float = 0.8
    """Share of the measured frames seen from the same side."""

    def __post_init__(self) -> None:
        if self.auto_s < self.min_s or self.min_s <= 0:
            raise ValueError("auto_s must be at least min_s, and both positive")
        if self.min_count < 2:
            raise ValueError(f"min_count must be at least 2, not {self.min_count}")


DEFAULT_SETTINGS = BaselineSettings()


@dataclass(frozen=True, slots=True, eq=False)
class Sample:
    """One frame offered to a baseline.

    Attributes:
        timestamp_s: The frame's.
        features: None where there was nobody to measure.
        frame_px: Width and height of the frame.
    """

    timestamp_s: float
    features: Features | None
    frame_px: tuple[int, int]


def fit(
    samples: Collection[Sample],
    *,
    model_sha256: str,
    settings: BaselineSettings = DEFAULT_SETTINGS,
    spread_deg: float | None = None,
) -> Baseline:
    """Take the baseline from a stretch.

    Args:
        samples: Every frame of the stretch, measured or not, in order of time.
        model_sha256: Of the pose model behind the samples.
        settings: What the stretch must offer.
        spread_deg: Stricter limit on the spread; `settings.spread_deg` by default.

    Raises:
        BaselineError: When the stretch is too short, mostly unmeasured, seen from several sides
            or unsteady; the message says which, with figures.
    """
    measured = _measured(samples, settings)
    view = _common_view(measured, settings)
    features = [f for f in measured if f.view is view]
    baseline = _middle(samples, features, model_sha256)
    limit = settings.spread_deg if spread_deg is None else spread_deg
    moved_deg = _refuse_unsteady(baseline, features, limit)
    value, advice = quality(baseline, moved_deg, len(features) / len(samples))
    return replace(baseline, quality=value, advice=advice)


def _middle(
    samples: Collection[Sample], features: Sequence[Features], model_sha256: str
) -> Baseline:
    """Median of what was measured from one side; its quality is not known yet."""
    (width_px, height_px), *_ = (s.frame_px for s in samples if s.features is not None)
    shapes = np.stack([f.shape for f in features])
    middle = np.median(shapes, axis=0)
    scale, x, y = middle[shape.PLACE :].tolist()
    return Baseline(
        shape=middle,
        spread=1.4826 * np.median(np.abs(shapes - middle), axis=0),
        trunk_yaw_deg=float(np.median([f.trunk_yaw_deg for f in features])),
        view=features[0].view,
        count=len(features),
        start_s=min(s.timestamp_s for s in samples),
        end_s=max(s.timestamp_s for s in samples),
        width_px=width_px,
        height_px=height_px,
        centre=(x + 0.5, y),
        size=exp(scale),
        model_sha256=model_sha256,
    )


def _measured(samples: Collection[Sample], settings: BaselineSettings) -> list[Features]:
    """What could be measured, if that is enough and lasted for long enough."""
    features = [s.features for s in samples if s.features is not None and not s.features.reason]
    if len(features) < settings.min_count:
        raise BaselineError(
            f"only {len(features)} of {len(samples)} frames could be measured "
            f"({settings.min_count} are needed)"
        )
    if len(features) < settings.min_measured * len(samples):
        raise BaselineError(
            f"{len(samples) - len(features)} of {len(samples)} frames could not be measured"
        )
    *_, last = samples
    length_s = last.timestamp_s - next(iter(samples)).timestamp_s
    if length_s < settings.min_s:
        raise BaselineError(f"{length_s:.1f} s is too short ({settings.min_s:g} s are needed)")
    return features


def _common_view(features: Sequence[Features], settings: BaselineSettings) -> View:
    views = [f.view for f in features]
    view = max(View, key=views.count)
    share = views.count(view) / len(views)
    if share < settings.min_same_view:
        raise BaselineError(
            f"you turned: only {share:.0%} of the frames show you from the same side"
        )
    return view


def _refuse_unsteady(baseline: Baseline, features: Sequence[Features], limit_deg: float) -> float:
    """Refuse a stretch in which either angle varied too much; return the larger spread, degrees."""
    worst_deg = 0.0
    # Seen from a slouch, which the median may be, the way back up looks shorter than it is: the
    # stretch is seen from its beginning as well.
    for reference in (baseline, replace(baseline, shape=features[0].shape)):
        estimator = AngleEstimator(reference)
        angles = [estimator.estimate(f) for f in features]
        _refuse_unknown(angles)
        for name, spread in angle_spread_deg(angles).items():
            if spread > limit_deg:
                raise BaselineError(
                    f"you moved: the {name} angle varied by {spread:.1f} degrees "
                    f"(at most {limit_deg:g} are allowed)"
                )
            worst_deg = max(worst_deg, spread)
    return worst_deg


def _refuse_unknown(angles: Sequence[Angles]) -> None:
    """Refuse a stretch of which more than a few frames are unlike the others, or unlike any."""
    unknown = [a.reason for a in angles if a.reason is not None]
    if len(unknown) == len(angles):
        raise BaselineError(REASON_TEXT[unknown[0]])
    if len(unknown) > WILD_SHARE * len(angles):
        raise BaselineError(
            f"you moved: the neck angle is not known in {len(unknown)} of {len(angles)} frames"
        )


def fit_slump(
    upright: Baseline,
    samples: Collection[Sample],
    *,
    settings: BaselineSettings = DEFAULT_SETTINGS,
    least_deg: float = 6.0,
) -> FloatArray:
    """The user's own slump, seen by the camera of the upright posture: (shape.LENGTH,).

    Args:
        upright: The posture that it is a slump from.
        samples: Every frame of the stretch in which the user slumped.
        settings: What the stretch must offer.
        least_deg: Estimated change that must be seen.

    Raises:
        BaselineError: As for `fit`, and when it shows another side or hardly any change.
    """
    slump = fit(samples, model_sha256=upright.model_sha256, settings=settings)
    features = Features(slump.shape, slump.trunk_yaw_deg, slump.view, None)
    angles = AngleEstimator(upright).estimate(features)
    if angles.reason is not None:
        raise BaselineError(REASON_TEXT[angles.reason])
    worst_deg = change_of(angles).worst_deg
    if not worst_deg >= least_deg:
        raise BaselineError(
            f"it differs from the upright posture by {max(0.0, worst_deg):.0f} degrees only "
            f"({least_deg:g} are needed); slump as you do when you are tired"
        )
    return slump.shape


def change_of(angles: Angles) -> Deviation:
    """One frame's deviation, unsmoothed and however uncertain."""
    return deviation(angles.neck_change_deg, angles.thoracic_change_deg, angles.rounding_change_deg)


def angle_spread_deg(angles: Sequence[Angles]) -> dict[str, float]:
    """Robust standard deviation of each angle's change over frames, degrees; one must be known.

    Without `WILD_SHARE` at either end: a few wild frames do not count, a second posture does.
    """
    ends = (100 * WILD_SHARE, 100 * (1 - WILD_SHARE))
    spreads = {}
    for name, values in (
        ("neck", [a.neck_change_deg for a in angles]),
        ("upper-back", [a.thoracic_change_deg for a in angles]),
    ):
        low, high = np.nanpercentile(values, ends)
        spreads[name] = float(high - low) / 2.563
    return spreads


class SteadySearch:
    """Looks for the first steady stretch while samples come in."""

    def __init__(self, *, model_sha256: str, settings: BaselineSettings = DEFAULT_SETTINGS) -> None:
        self._model_sha256 = model_sha256
        self._settings = settings
        self._stretch: deque[Sample] = deque()
        self._next_try_s = -inf

    def update(self, sample: Sample) -> Baseline | None:
        """Take in one frame; the baseline as soon as the last `auto_s` seconds make a good one."""
        if sample.features is None or sample.features.reason:
            self._stretch.clear()
            return None
        self._stretch.append(sample)
        start_s = sample.timestamp_s - self._settings.auto_s
        if self._stretch[0].timestamp_s > start_s:
            return None
        while self._stretch[1].timestamp_s <= start_s:
            self._stretch.popleft()
        if sample.timestamp_s < self._next_try_s:
            return None
        self._next_try_s = sample.timestamp_s + RETRY_S
        try:
            return fit(
                self._stretch,
                model_sha256=self._model_sha256,
                settings=self._settings,
                spread_deg=self._settings.auto_spread_deg,
            )
        except BaselineError:
            return None
