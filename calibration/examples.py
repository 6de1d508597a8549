"""Landmarks and truth to examples: shapes before and after, and how much the angles changed.

An example is one frame beside a baseline of the same person and camera. Only frames that the
product itself would measure become examples.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any

import numpy as np

from calibration.dataset import find_recordings
from calibration.extract import Extracted, array_pose, read_extracted
from posture import shape
from posture.angle_model import TARGETS
from posture.features import extract

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

BASELINE_S = (1.0, 11.0)
"""Where a sequence's sitter is upright."""
MIN_BASELINE = 3
"""Measured frames that a baseline needs."""


@dataclass(frozen=True, slots=True, eq=False)
class Examples:
    """Examples of many set-ups, one row each.

    Attributes:
        now: (n, shape.LENGTH) shape of the frame.
        upright: (n, shape.LENGTH) shape of the baseline.
        change: (n, 4) true change of `TARGETS`, degrees.
        absolute: (n, 4) true angles, degrees.
        name: (n,) of the set-up.
        body: (n,) number of the body.
        view: (n,) front, threequarter or side.
        out_of_range: (n,) whether the camera lies outside of the trained range.
        moving: (n,) whether the seat moves.
        kind: (n,) of posture.
        frame: (n,) index in the set-up.
        sequence: (n,) whether the set-up is a sequence.
        misplaced_m: (n,) how far nose, ears and shoulders were found from where they are, on
            average, metres at the person's depth.
    """

    now: Floats
    upright: Floats
    change: Floats
    absolute: Floats
    name: NDArray[np.str_]
    body: NDArray[np.int64]
    view: NDArray[np.str_]
    out_of_range: NDArray[np.bool_]
    moving: NDArray[np.bool_]
    kind: NDArray[np.str_]
    frame: NDArray[np.int64]
    sequence: NDArray[np.bool_]
    misplaced_m: Floats

    def __len__(self) -> int:
        return len(self.now)

    def where(self, chosen: NDArray[Any]) -> Examples:
        """The examples chosen by a mask or by numbers."""
        return Examples(**{f.name: getattr(self, f.name)[chosen] for f in fields(self)})


def joined(parts: list[Examples]) -> Examples:
    """All examples of several parts."""
    return Examples(
        **{f.name: np.concatenate([getattr(p, f.name) for p in parts]) for f in fields(Examples)}
    )


def measured(found: Extracted) -> NDArray[np.bool_]:
    """(n,) whether the product would measure each frame."""
    width_px, height_px = (int(v) for v in found.size_px)
    return np.array(
        [
            bool(np.isfinite(values).all())
            and extract(array_pose(values, width_px, height_px)).reason is None
            for values in found.poses
        ]
    )


def shapes(found: Extracted) -> Floats:
    """(n, shape.LENGTH) of every frame; NaN where nobody was found."""
    poses, size_px = found.poses.astype(np.float64), found.size_px.astype(np.float64)
    each = [shape.compute(pose[:, :2], pose[:, 4:], pose[:, 2], size_px) for pose in poses]
    return np.array(each).reshape(len(poses), shape.LENGTH)


def of_set_up(
    found: Extracted, rng: np.random.Generator | None = None, *, every: int = 1
) -> Examples | None:
    """The examples of one set-up; None when no baseline could be taken.

    Args:
        found: The set-up.
        rng: Chooses the baseline's frames, another set for each example, as people's baselines
            differ in length and luck, and never the example's own frame. Without it the
            baseline is all of them, and they are no examples: as the product is judged.
        every: Take each so-many-th frame.
    """
    usable = measured(found) & np.isfinite(found.truth["neck_deg"])
    sequence = found.about["kind"] == "sequence"
    early = ~after_baseline(found)
    if sequence:
        early &= found.truth["timestamp_s"] >= BASELINE_S[0]
    upright = np.flatnonzero(early & usable)
    # A sequence's neighbours are alike: a baseline without the very frame still knows it.
    known = ~after_baseline(found) if rng is None or sequence else np.zeros(len(early), bool)
    frames = np.flatnonzero(usable & ~known)[::every]
    if len(upright) < MIN_BASELINE + (rng is not None) or not len(frames):
        return None
    values = shapes(found)
    truth = np.stack([found.truth[name] for name in TARGETS], axis=1)
    chosen = [_baseline_frames(frame, upright, rng) for frame in frames.tolist()]
    before = np.array([np.median(values[some], axis=0) for some in chosen])
    reference = np.array([truth[some].mean(axis=0) for some in chosen])
    many = len(frames)
    return Examples(
        now=values[frames],
        upright=before,
        change=truth[frames] - reference,
        absolute=truth[frames],
        name=np.full(many, found.name),
        body=np.full(many, int(found.about["body"])),
        view=np.full(many, found.about["view"].rstrip("0123456789").split("_")[0]),
        out_of_range=np.full(many, bool(found.about["out_of_range"])),
        moving=np.full(many, bool(found.about["seat_moves"])),
        kind=np.asarray(found.truth["kind"])[frames].astype(str),
        frame=frames,
        sequence=np.full(many, sequence),
        misplaced_m=_misplaced_m(found)[frames],
    )


_CHECKED = [0, 7, 8, 11, 12]
"""Nose, ears and shoulders."""


def _misplaced_m(found: Extracted) -> Floats:
    seen = found.poses[:, _CHECKED, :2].astype(np.float64)
    apart_px = np.linalg.norm(seen - found.truth["oracle_px"][:, _CHECKED], axis=-1).mean(axis=-1)
    metre_px = np.exp(shapes(found)[:, shape.PLACE]) * float(found.size_px[1])
    result: Floats = apart_px / metre_px
    return result


def after_baseline(found: Extracted) -> NDArray[np.bool_]:
    """(n,) which frames come after those that a baseline is made of."""
    if found.about["kind"] == "sequence":
        return np.asarray(found.truth["timestamp_s"] > BASELINE_S[1])
    return np.arange(len(found.poses)) >= int(found.about["baseline_frames"])


def _baseline_frames(
    frame: int, upright: NDArray[np.int64], rng: np.random.Generator | None
) -> NDArray[np.int64]:
    if rng is None:
        return upright
    others = upright[upright != frame]
    share = rng.integers(MIN_BASELINE, len(others) + 1)
    return rng.choice(others, share, replace=False)


def load(
    dataset: Path,
    landmarks: Path,
    split: str,
    *,
    seed: int | None = None,
    every: int = 1,
    prepare: Callable[[Extracted], Extracted] = lambda found: found,
) -> Examples:
    """All examples of a split, see `of_set_up`.

    Args:
        dataset: Rendered set-ups.
        landmarks: What was extracted from them.
        split: Whose bodies.
        seed: Draws other baselines for each example; without it all have the whole one.
        every: Thins the sequences.
        prepare: Changes what was found.
    """
    parts = []
    for number, path in enumerate(find_recordings(dataset, split)):
        if not (landmarks / f"{path.stem}.npz").exists():
            continue
        found = read_extracted(path, landmarks)
        thin = every if found.about["kind"] == "sequence" else 1
        rng = None if seed is None else np.random.default_rng((seed, number))
        part = of_set_up(prepare(found), rng, every=thin)
        if part is not None:
            parts.append(part)
    return joined(parts)
