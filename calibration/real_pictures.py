"""The model on labelled pictures of real people."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

import numpy as np

from calibration.statistics import (
    agreement,
    auc_interval,
    number,
    table,
)
from posture import shape
from posture.angle_model import TARGETS
from posture.features import extract
from posture.landmarks import Landmark
from posture.records import Frame

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from numpy.typing import NDArray

    from posture.angle_model import AngleModel
    from posture.ports import PoseEstimator
    from posture.records import Pose

    Floats = NDArray[np.float64]
    Mask = NDArray[np.bool_]
    Finder = Callable[[Path], Pose | None]


def finder_of(estimator: PoseEstimator) -> Finder:
    """Finds the pose in a picture file, as with the laboratory's stills."""
    import cv2

    def find(path: Path) -> Pose | None:
        image = cv2.imread(str(path))
        if image is None:
            return None
        frame = Frame(np.asarray(image, np.uint8), 0.0, 0)
        estimator.restart()
        estimator.estimate(frame, look_afresh=False)
        return estimator.estimate(frame, look_afresh=False).tracked

    return find


def real_section(folder: Path | None, model: AngleModel, find: Finder | None = None) -> list[str]:
    """Agreement with human points and labels on pictures of real people."""
    lines = ["## Real people", ""]
    if folder is None or not (folder / "roboflow-ikorn-4kp" / "labels.csv").exists():
        return [*lines, "The labelled pictures of real people were not at hand: not evaluated.", ""]
    if find is None:
        from posture.estimators.mediapipe import MediaPipeEstimator

        with MediaPipeEstimator() as estimator:
            return real_section(folder, model, finder_of(estimator))
    lines += [
        "A picture's baseline for the model is the median shape of the same session's *other*",
        "good pictures. Areas under the curve: bad against good; 1 separates them fully, 0.5 is",
        "chance (intervals of Hanley and McNeil, which take pictures as independent: too narrow).",
        "",
    ]
    return (
        lines
        + _desk_photos(folder / "roboflow-ikorn-4kp", model, find)
        + _webcam(folder / "via-posenet", model, find)
    )


def _measured(poses: list[Pose | None]) -> tuple[Floats, Mask, list[Pose]]:
    """(m, shape.LENGTH) shapes of what the product would measure, (n,) which, and the poses."""
    fine = np.array([p is not None and extract(p).reason is None for p in poses], bool)
    kept = [p for p, ok in zip(poses, fine, strict=True) if ok and p is not None]
    shapes = [
        shape.compute(p.points_px, p.world_m, p.visibility, np.array([p.width_px, p.height_px]))
        for p in kept
    ]
    return np.array(shapes).reshape(-1, shape.LENGTH), fine, kept


def changes(shapes: Floats, good: Mask, session: NDArray[np.str_], model: AngleModel) -> Floats:
    """(n, 4) change from the other good pictures of a session; NaN where there are under two."""
    result = np.full((len(shapes), len(TARGETS)), np.nan)
    for index in range(len(shapes)):
        others = good & (session == session[index])
        others[index] = False
        if others.sum() >= 2:
            upright = np.median(shapes[others], axis=0)
            result[index] = model.change(shapes[index][None], upright[None])[0][0]
    return result


def _auc_rows(scores: dict[str, Floats], bad: Mask) -> list[list[str]]:
    rows = []
    for name, values in scores.items():
        known = np.isfinite(values)
        area = auc_interval(values[known], bad[known]).text(2)
        rows.append([name, str(int(bad[known].sum())), str(int((~bad[known]).sum())), area])
    return rows


def _model_scores(change: Floats) -> dict[str, Floats]:
    scores = {
        f"model: {name[:-4].replace('_', ' ')}": change[:, i] for i, name in enumerate(TARGETS[:3])
    }
    return scores | {"model: largest of the three": change[:, :3].max(axis=1)}


def _ear_over_shoulder_deg(pose: Pose) -> float:
    """In the image, towards where the nose is from the ears."""
    points = pose.points_px
    ears = points[[Landmark.LEFT_EAR, Landmark.RIGHT_EAR]].mean(axis=0)
    shoulders = points[[Landmark.LEFT_SHOULDER, Landmark.RIGHT_SHOULDER]].mean(axis=0)
    forward = np.sign(points[Landmark.NOSE, 0] - ears[0])
    x, y = ears - shoulders
    return float(np.degrees(np.arctan2(forward * x, -y)))


def _desk_photos(folder: Path, model: AngleModel, find: Finder) -> list[str]:
    with (folder / "labels.csv").open(encoding="utf-8", newline="") as file:
        labels = [row for row in csv.DictReader(file) if (folder / row["file"]).exists()]
    shapes, fine, poses = _measured([find(folder / row["file"]) for row in labels])
    bad = np.array([row["label"] == "Bad" for row in labels])
    human = np.array([float(row["neck_incl_deg"]) for row in labels])
    session = np.array([row["session"] for row in labels])[fine]
    own = np.array([_ear_over_shoulder_deg(pose) for pose in poses])
    a = agreement(own, human[fine], np.arange(len(own)))
    scores = {"ear over shoulder, human points": human[fine]}
    scores["ear over shoulder, found points"] = own
    scores |= _model_scores(changes(shapes, ~bad[fine], session, model))
    return [
        "### Desk photos from the side, with human points",
        "",
        f"{len(labels)} pictures, {int(fine.sum())} measured. Inclination of the ear over the",
        f"shoulder, found against human points: MAE {a.mae.text()}°, bias {a.bias.text()}°,",
        f"limits of agreement {number(a.lower)} to {number(a.upper)}°, r {number(a.r, 2)}.",
        "",
        *table(["bad against good by", "bad", "good", "AUC"], _auc_rows(scores, bad[fine])),
    ]


def _webcam(folder: Path, model: AngleModel, find: Finder) -> list[str]:
    files = sorted(folder.glob("*.jpg"))
    shapes, fine, poses = _measured([find(file) for file in files])
    # The set's authors put 1_ before the pictures without slouching.
    bad = np.array([not file.name.startswith("1_") for file in files], bool)[fine]
    heights = []
    for pose in poses:
        left, right = pose.points_px[[Landmark.LEFT_SHOULDER, Landmark.RIGHT_SHOULDER]]
        middle = (left + right) / 2
        heights.append((pose.points_px[Landmark.NOSE, 1] - middle[1]) / np.hypot(*(left - right)))
    scores = {"nose lower over the shoulders, in shoulder widths": np.array(heights)}
    scores |= _model_scores(changes(shapes, ~bad, np.full(len(bad), ""), model))
    return [
        "### Webcam pictures from the front",
        "",
        f"{len(files)} pictures of one person, {int(fine.sum())} measured.",
        "",
        *table(["slouching against not by", "slouching", "not", "AUC"], _auc_rows(scores, bad)),
    ]
