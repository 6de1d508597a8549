"""The postures that one user accepts, as one camera sees them, and the user's own slump.

Nobody sits in one way all day: at the desk, standing, leaning back to read. Each accepted posture
is a baseline of its own; being near any of them is not slouching.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from math import isfinite, nan
from typing import TYPE_CHECKING, Any

import numpy as np

from posture import folders, scene, shape
from posture.angles import AngleEstimator
from posture.detector import ROUNDING_SHARE, DetectorSettings, judged_changes
from posture.naming import tidy
from posture.ports import BaselineError, OutputError
from posture.records import Baseline, Features, Part, View

if TYPE_CHECKING:
    from pathlib import Path

    from posture.records import FloatArray

FORMAT = 3
"""Version of the stored form; grows when shapes change. Format 2 was a single baseline."""
UPRIGHT = "upright"
"""Name of the first accepted posture, unless the user has another."""
DESK = "desk"
"""Name of a profile, unless the user gives another: of the place where it is used."""


@dataclass(frozen=True, slots=True, eq=False)
class AcceptedPosture:
    """A posture that is not slouching.

    Attributes:
        name: The user's word for it.
        baseline: As the camera sees it.
        slump: (`posture.shape.LENGTH`,) the user's own slump from it, median; None if not known.
    """

    name: str
    baseline: Baseline
    slump: FloatArray | None = None

    def __post_init__(self) -> None:
        if not self.name.strip():
            raise ValueError("an accepted posture needs a name")
        if self.slump is not None and self.slump.shape != (shape.LENGTH,):
            raise ValueError(f"slump must be ({shape.LENGTH},), not {self.slump.shape}")


@dataclass(frozen=True, slots=True, eq=False)
class Profile:
    """What one user accepts in one place.

    Attributes:
        accepted: The first one is the upright one that others are held against.
        name: The user's word for the place; the user sees it with "baseline".
    """

    accepted: tuple[AcceptedPosture, ...]
    name: str = DESK

    def __post_init__(self) -> None:
        if not self.name or self.name != tidy(self.name):
            raise ValueError(f"{self.name!r} cannot be the name of a baseline")
        names = [posture.name for posture in self.accepted]
        if not names:
            raise ValueError("a profile needs an accepted posture")
        if len(set(names)) < len(names):
            raise ValueError(f"two accepted postures have the same name: {', '.join(names)}")
        if len({posture.baseline.model_sha256 for posture in self.accepted}) > 1:
            raise ValueError("the accepted postures were taken with different pose models")

    @classmethod
    def of(cls, baseline: Baseline) -> Profile:
        """The profile of one upright posture."""
        return cls((AcceptedPosture(UPRIGHT, baseline),))

    @property
    def upright(self) -> Baseline:
        """Baseline of the first accepted posture."""
        return self.accepted[0].baseline

    @property
    def baselines(self) -> tuple[Baseline, ...]:
        """Of all accepted postures, the first one's first."""
        return tuple(posture.baseline for posture in self.accepted)

    @property
    def model_sha256(self) -> str:
        """Of the pose model that all were taken with."""
        return self.upright.model_sha256

    def with_posture(self, taken: AcceptedPosture) -> Profile:
        """The same with this posture in place of that of its name, else beside the others.

        One named `UPRIGHT` that is new comes first, where the others are held against it.
        """
        if taken.name in [posture.name for posture in self.accepted]:
            accepted = tuple(taken if p.name == taken.name else p for p in self.accepted)
        elif taken.name == UPRIGHT:
            accepted = (taken, *self.accepted)
        else:
            accepted = (*self.accepted, taken)
        return replace(self, accepted=accepted)

    def with_slump(self, slump: FloatArray) -> Profile:
        """The same with the user's own slump from the first accepted posture."""
        first, *others = self.accepted
        return replace(self, accepted=(replace(first, slump=slump), *others))


def refuse_slouches(profile: Profile, settings: DetectorSettings) -> None:
    """Refuse an accepted posture that is itself a slouch from the first one.

    Whoever slumps while "leaning back" is taken would never be told of a slump again. Leaning back
    with the neck bent against the trunk may be accepted; a neck or upper back further forward, or a
    rounded back, may not. Where the postures cannot be compared (another view, too uncertain) the
    user is believed.

    Raises:
        BaselineError: Which posture, and why.
    """
    estimator = AngleEstimator(profile.upright)
    for posture in profile.accepted[1:]:
        taken = posture.baseline
        angles = estimator.estimate(
            Features(taken.shape, taken.trunk_yaw_deg, taken.view, reason=None)
        )
        neck_deg, thoracic_deg, rounding_deg = judged_changes(angles, settings)
        parts = (
            (neck_deg, Part.NECK),
            (thoracic_deg, Part.THORACIC),
            (ROUNDING_SHARE * rounding_deg, Part.ROUNDING),
        )
        for change_deg, part in parts:
            if change_deg > settings.enter_deg:
                raise BaselineError(
                    f"the accepted posture {posture.name!r} was refused: it is itself a slouch, "
                    f"{part} {change_deg:.0f} degrees beyond {profile.accepted[0].name!r} "
                    f"(at most {settings.enter_deg:g}); take it again without slumping"
                )


def to_json(profile: Profile) -> dict[str, object]:
    """Describe a profile in plain numbers, ready for a json file."""
    return {
        "format": FORMAT,
        "name": profile.name,
        "model_sha256": profile.model_sha256,
        "accepted": [
            {
                "name": posture.name,
                **baseline_to_json(posture.baseline),
                "slump": None if posture.slump is None else posture.slump.tolist(),
            }
            for posture in profile.accepted
        ],
    }


def baseline_to_json(baseline: Baseline) -> dict[str, object]:
    """Describe a baseline in plain numbers, ready for a json file; NaN becomes null."""
    return {
        "view": baseline.view.value,
        "count": baseline.count,
        "quality": _known(baseline.quality),
        "advice": baseline.advice,
        "start_s": baseline.start_s,
        "end_s": baseline.end_s,
        "frame_px": [baseline.width_px, baseline.height_px],
        "centre": list(baseline.centre),
        "size": baseline.size,
        "model_sha256": baseline.model_sha256,
        "trunk_yaw_deg": baseline.trunk_yaw_deg,
        "brightness": round(baseline.brightness, 4) if isfinite(baseline.brightness) else None,
        "scene": None if baseline.scene is None else scene.to_text(baseline.scene),
        "shape": baseline.shape.tolist(),
        "spread": baseline.spread.tolist(),
    }


def summary(profile: Profile | None) -> dict[str, object]:
    """For a summary.json: the upright baseline, and every accepted posture with its quality."""
    return {
        "baseline": baseline_to_json(profile.upright) if profile else None,
        "accepted": [
            {
                "name": posture.name,
                "quality": _known(posture.baseline.quality),
                "advice": posture.baseline.advice,
                "slump": posture.slump is not None,
            }
            for posture in (profile.accepted if profile else ())
        ],
    }


def _known(value: float) -> float | None:
    return round(value, 3) if isfinite(value) else None


def write(path: Path, profile: Profile) -> None:
    """Store a profile, complete or not at all, for the user's eyes only.

    Raises:
        OutputError: When it cannot be written.
    """
    text = json.dumps(to_json(profile), indent=2, allow_nan=False) + "\n"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        folders.write(path, text)
    except OSError as error:
        raise OutputError(
            f"{path}: cannot be written ({error.strerror or error}); free some space or name "
            "another file"
        ) from error


def read(path: Path) -> Profile:
    """Read a stored profile, or a baseline stored by an earlier version as a profile of one.

    Raises:
        BaselineError: When the file cannot be read or holds none of these.
    """
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise BaselineError(f"{path}: cannot be read ({error.strerror})") from error
    except ValueError as error:
        raise BaselineError(f"{path}: is not a baseline: no JSON in it") from error
    try:
        return from_json(data)
    except (KeyError, TypeError, ValueError, AttributeError, OverflowError) as error:
        raise BaselineError(
            f"{path}: is not a baseline of this version of posture; take a new one"
        ) from error


def from_json(data: dict[str, Any]) -> Profile:
    """The reverse of `to_json`; where it is none, one of the errors that `read` catches."""
    if data["format"] == 2:
        profile = Profile.of(_baseline(data))
    elif data["format"] == FORMAT:
        profile = Profile(tuple(map(_posture, data["accepted"])))
    else:
        raise ValueError(data["format"])
    # Before profiles had names there was one for each view.
    by_view = profile.upright.view.value.replace("_", " ")
    return replace(profile, name=str(data.get("name", by_view)))


def _posture(entry: dict[str, Any]) -> AcceptedPosture:
    slump = None if entry["slump"] is None else _shape(entry["slump"])
    return AcceptedPosture(str(entry["name"]), _baseline(entry), slump)


def _baseline(data: dict[str, Any]) -> Baseline:
    width_px, height_px = (int(v) for v in data["frame_px"])
    x, y = (float(v) for v in data["centre"])
    known, brightness, background = (data.get(k) for k in ("quality", "brightness", "scene"))
    return Baseline(
        shape=_shape(data["shape"]),
        spread=_shape(data["spread"]),
        trunk_yaw_deg=float(data["trunk_yaw_deg"]),
        view=View(data["view"]),
        count=int(data["count"]),
        start_s=float(data["start_s"]),
        end_s=float(data["end_s"]),
        width_px=width_px,
        height_px=height_px,
        centre=(x, y),
        size=float(data["size"]),
        model_sha256=str(data["model_sha256"]),
        scene=None if background is None else scene.from_text(background),
        brightness=nan if brightness is None else float(brightness),
        quality=nan if known is None else float(known),
        advice=str(data.get("advice", "")),
    )


def _shape(values: object) -> FloatArray:
    found = np.array(values, dtype=np.float64)
    if found.shape != (shape.LENGTH,) or not np.isfinite(found).all():
        raise ValueError("shape")
    return found
