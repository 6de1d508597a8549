"""How good is an angle model? Everything that is published about it, from one split of bodies.

Look at the test split once for each published model: whoever looks twice has begun to fit.
"""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass, replace
from itertools import product
from typing import TYPE_CHECKING, Any

import numpy as np

from calibration.accuracy_plots import save_charts
from calibration.accuracy_tables import (
    VIEWS,
    agreement_section,
    goal_section,
    measured_section,
    method_section,
    uncertainty_section,
)
from calibration.anchors import anchor_section
from calibration.dataset import find_recordings
from calibration.examples import Examples, after_baseline, joined, of_set_up, shapes
from calibration.extract import Extracted, array_pose, read_extracted
from calibration.real_pictures import real_section
from calibration.sequences import sequence_section
from posture import shape
from posture.angle_model import AngleModel
from posture.angles import MAX_TURN_DEG
from posture.features import extract
from posture.landmarks import Landmark
from posture.records import Reason

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Mask = NDArray[np.bool_]

DEFINITION = """\
Measured are angles in the sagittal plane of the upper trunk, forward positive, in degrees:

- **neck**: inclination of the line C7 to tragus (middle of both ears) from the vertical, which
  is 90° less the craniovertebral angle
- **thoracic** (upper back): inclination from the vertical of the line T12 to C7
- **rounding**: inclination of the upper thoracic spine less that of the lower
- **head pitch**: how far the head looks down

All as a **change from the person's own upright baseline**, seen by the same camera. The truth is
that of rendered bodies with a known spine; real people may differ.
An *error* is estimate less truth; *MAE* its mean absolute value; *bias* its mean; the *limits of
agreement* hold 95 % of errors (bias ∓ 1.96 standard deviations); r is Pearson's. In brackets: 95 %
confidence intervals from 2000 bootstrap draws of whole bodies, since frames of one body are alike.
*Stills* are single moments of all kinds of posture; *sequences* run on at 2 or 5 frames a second
and are mostly upright, which flatters averages. Frames that a baseline was made of do not count.
""".splitlines()
EAR_TO_NOSE_M = 0.115
"""Middle of the ears to nose tip, seen from the side."""
CLASSICAL: dict[str, tuple[tuple[str, str], tuple[float, float], tuple[float, float]]] = {
    "front": (("ear_height", "face_size"), (-116.0, 266.0), (-22.0, 172.0)),
    "threequarter": (("ear_forward", "ear_up"), (181.0, -571.0), (172.0, 100.0)),
    "side": (("ear_over_shoulder", "shoulder_over_hip"), (1.18, 0.0), (0.41, 0.45)),
}
"""By view: two cues, and degrees of neck and thoracic change for a unit of each; least squares on
eight rendered clips. The product used them before it had a fitted model."""


@dataclass(frozen=True, slots=True, eq=False)
class Method:
    """One way of estimating.

    Attributes:
        name: For the tables.
        examples: What it was given, n rows.
        change, sd: (n, 4) estimates of `TARGETS` and their standard deviations, degrees; NaN
            where it has none.
    """

    name: str
    examples: Examples
    change: Floats
    sd: Floats | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Material:
    """A split as it is judged; frames that made a baseline are left out.

    Attributes:
        examples, with_truth: Frames that the product measures; the same with true image points.
        frames: What became of the frames of each set-up, see `fate`.
        found: Every set-up.
    """

    examples: Examples
    with_truth: Examples
    frames: list[dict[str, Any]]
    found: list[Extracted]


def evaluate(
    dataset: Path,
    landmarks: Path,
    model: Path,
    out: Path,
    *,
    split: str = "test",
    shared: Path | None = None,
    oracle: Path | None = None,
) -> None:
    """Write the accuracy report, and its charts into a folder of the same name beside it.

    Args:
        dataset: Rendered set-ups.
        landmarks: What was extracted from them.
        model: Weights (npz), with their provenance (json) beside them if there is one.
        out: Markdown file to write.
        split: Whose bodies.
        shared: Folder with real/, the labelled pictures of real people.
        oracle: Weights of a model fitted on set-ups `with_true_points`.
    """
    weights = AngleModel.load(model)
    material = load(dataset, landmarks, split, weights)
    fitted = predicted("fitted model", weights, material.examples)
    methods = [fitted, *competitors(material.examples)]
    if oracle is not None:
        methods.append(predicted("oracle", AngleModel.load(oracle), material.with_truth))
    charts = out.parent / out.stem.lower()
    save_charts(fitted, charts)
    lines = [
        *heading(material, split, model.with_suffix(".json")),
        *goal_section(fitted),
        *method_section(methods),
        *agreement_section(fitted, charts.name),
        *uncertainty_section(fitted, charts.name),
        *measured_section(material.frames),
        *anchor_section(material.examples, weights),
        *sequence_section(material.found),
        *real_section(None if shared is None else shared / "real", weights),
    ]
    out.write_text("\n".join(lines).rstrip() + "\n", encoding="utf-8")


def heading(material: Material, split: str, provenance: Path) -> list[str]:
    """What is measured, on whom, and with which model."""
    about = json.loads(provenance.read_text("utf-8")) if provenance.exists() else {}
    examples, frames = material.examples, material.frames
    facts = {
        "Bodies": len(np.unique([f["body"] for f in frames])),
        "Set-ups (body, room, clothes, camera)": f"{len(frames)}, "
        f"{sum(f['baseline'] for f in frames)} with a baseline",
        "Frames with somebody": sum(f["frames"] for f in frames),
        "Frames judged": f"{len(examples)} ({int(examples.sequence.sum())} of sequences)",
    }
    origin = {k: v for k, v in about.items() if not isinstance(v, dict | list)}
    origin |= {f"setting {k}": v for k, v in about.get("settings", {}).items()}
    return [
        "# Accuracy of the angles",
        "",
        *DEFINITION,
        f"All figures are from the *{split}* split of the laboratory (`calibration/README.md`):",
        "",
        *(f"- {name}: {value}" for name, value in facts.items()),
        "",
        "The model: " + ("; ".join(f"{k} {v}" for k, v in origin.items()) or "no provenance") + ".",
        "",
    ]


def load(dataset: Path, landmarks: Path, split: str, model: AngleModel) -> Material:
    """Read every extracted set-up of a split; frames that the product refuses are not judged."""
    parts: tuple[list[Examples], list[Examples]] = ([], [])
    frames, all_found = [], []
    for path in find_recordings(dataset, split):
        if not (landmarks / f"{path.stem}.npz").exists():
            continue
        found = read_extracted(path, landmarks)
        reasons = gates(found, model)
        both = [of_set_up(seen) for seen in (found, with_true_points(found))]
        for some, part in zip(parts, both, strict=True):
            if part is not None:
                some.append(part.where(reasons[part.frame] == "measured"))
        frames.append(fate(found, reasons, both[0]))
        all_found.append(found)
    if not all(parts):
        raise ValueError(f"{dataset}: no set-up of the split {split!r} gives a baseline")
    return Material(joined(parts[0]), joined(parts[1]), frames, all_found)


def with_true_points(found: Extracted) -> Extracted:
    """The set-up with true image points where they are known; depth and visibility stay."""
    poses, true = found.poses.copy(), found.truth["oracle_px"].astype(np.float32)
    known = np.isfinite(true) & np.isfinite(poses[..., :2])
    poses[..., :2] = np.where(known, true, poses[..., :2])
    return replace(found, poses=poses)


def gates(found: Extracted, model: AngleModel) -> NDArray[np.str_]:
    """(n,) `measured`, or why the product would not measure a frame."""
    width_px, height_px = (int(v) for v in found.size_px)
    reasons = np.full(len(found.poses), "not found", "U32")
    yaw_deg = np.full(len(found.poses), np.nan)
    for index, values in enumerate(found.poses):
        if np.isfinite(values).all():
            features = extract(array_pose(values, width_px, height_px))
            reasons[index] = str(features.reason or "measured")
            yaw_deg[index] = features.trunk_yaw_deg
    now = shapes(found)
    unlike = ~((now >= model.least) & (now <= model.most)).all(axis=1)
    upright = (reasons == "measured") & ~after_baseline(found)
    usual_deg = float(np.median(yaw_deg[upright])) if upright.any() else np.nan
    turned = np.abs((yaw_deg - usual_deg + 180.0) % 360.0 - 180.0) > MAX_TURN_DEG
    for reason, rows in ((Reason.VIEW_CHANGED, turned), (Reason.UNFAMILIAR, unlike)):
        reasons[rows & (reasons == "measured")] = str(reason)
    return reasons


def fate(found: Extracted, reasons: NDArray[np.str_], part: Examples | None) -> dict[str, Any]:
    """What became of the frames of one set-up with somebody in the picture."""
    there = reasons[np.isfinite(found.truth["neck_deg"])]
    return {
        "view": str(found.about["view"]),
        "out": bool(found.about["out_of_range"]),
        "dark": bool(found.about["light"]["low_light"]),
        "body": int(found.about["body"]),
        "frames": len(there),
        "counts": Counter(there.tolist()),
        "baseline": part is not None,
    }


def predicted(name: str, model: AngleModel, examples: Examples) -> Method:
    """What a model says, as the product takes it: zero at the baseline."""
    return Method(name, examples, *model.change(examples.now, examples.upright))


def cues(values: Floats) -> dict[str, Floats]:
    """What image formulas are made of, each (n,), from (n, shape.LENGTH).

    Degrees, metres, or shoulder widths; forward and up positive; NaN where hips are hidden.
    """
    points = values[:, : shape.SEEN].reshape(len(values), -1, 5)
    at = {mark: points[:, row] for row, mark in enumerate(shape.LANDMARKS)}
    across = at[Landmark.RIGHT_SHOULDER] - at[Landmark.LEFT_SHOULDER]
    forward = np.copysign(1.0, np.arctan2(-across[:, 4], -across[:, 2]))
    width = np.hypot(across[:, 0], across[:, 1])
    width[width == 0] = np.nan
    ears = (at[Landmark.LEFT_EAR] + at[Landmark.RIGHT_EAR]) / 2
    hips = (at[Landmark.LEFT_HIP] + at[Landmark.RIGHT_HIP]) / 2
    hips[(values[:, shape.SEEN + 2 : shape.PLACE] < 0.5).any(axis=1)] = np.nan
    face = (at[Landmark.LEFT_EYE] + at[Landmark.RIGHT_EYE]) / 2
    face = face - (at[Landmark.MOUTH_LEFT] + at[Landmark.MOUTH_RIGHT]) / 2
    gaze_m = at[Landmark.NOSE][:, 1] - ears[:, 1]
    return {
        "ear_over_shoulder": np.degrees(np.arctan2(forward * ears[:, 0], -ears[:, 1])),
        "shoulder_over_hip": np.degrees(np.arctan2(-forward * hips[:, 0], hips[:, 1])),
        "ear_height": -ears[:, 1] / width,
        "face_size": np.hypot(face[:, 0], face[:, 1]) / width,
        "ear_forward": forward * ears[:, 0],
        "ear_up": -ears[:, 1],
        "head_pitch": np.degrees(np.arcsin(np.clip(gaze_m / EAR_TO_NOSE_M, -1.0, 1.0))),
    }


def competitors(examples: Examples) -> list[Method]:
    """The classical formulas, plain inclinations in the image, and the mean as predictors."""
    now, upright = cues(examples.now), cues(examples.upright)
    moved = {name: now[name] - upright[name] for name in now}
    formulas, plain, mean = (np.full_like(examples.change, np.nan) for _ in range(3))
    for view, (names, *both) in CLASSICAL.items():
        rows = examples.view == view
        for target, weights in enumerate(both):
            pairs = [(w, moved[name]) for w, name in zip(weights, names, strict=True) if w]
            formulas[rows, target] = sum(w * cue[rows] for w, cue in pairs)
    formulas[:, 3] = moved["head_pitch"]
    inclined = examples.view != "front"
    plain[inclined, 0] = moved["ear_over_shoulder"][inclined]
    plain[inclined, 1] = moved["shoulder_over_hip"][inclined]
    for view, sequence in product(VIEWS, (False, True)):
        rows = (examples.view == view) & (examples.sequence == sequence)
        if rows.any():
            mean[rows] = examples.change[rows].mean(axis=0)
    titles = ("classical formulas", "inclination in the image", "mean of the same frames")
    estimates = (formulas, plain, mean)
    return [Method(title, examples, e) for title, e in zip(titles, estimates, strict=True)]
