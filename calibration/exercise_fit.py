"""Fits the weights by which exercises that are led are counted (see `posture.care.movement`).

The changes of bodies that follow the cues, cut out of their landmarks by the product's own cutter,
against the same cuts of people at a desk, and of bodies that do something else in place of the
exercise: in numbers whose noise there is about 1 and independent, the mean direction of all bodies,
and the few directions in which bodies differ most from it.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from math import sqrt
from typing import TYPE_CHECKING, Any

import numpy as np

from calibration.exercise_data import find_exercised, read_exercised
from calibration.exercise_movements import ENOUGH, HALF
from calibration.extract import array_pose, read_extracted
from posture import shape
from posture.care.movement import HEAD, LENGTH
from posture.care.pace import PACES
from posture.care.paced_count import PACED
from posture.care.paced_cut import Cutter
from posture.care.signals import read

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from posture.records import FloatArray, Pose

    Pictures = Iterable[tuple[float, Pose | None]]

KEPT = 4
"""Directions in which bodies of the laboratory go ..."""
REST = 0.5
"""... and the weight of all others: a user may go there, too."""
BEGINS = 3
"""Moments in a cycle from which on desk work is cut."""
CALM = 0.7
"""Share of the cuts of desk work that is noise: in the others people really move."""
INSTEAD = {"cat_cow": 0.2}
"""By exercise: of the squares of what is done in its place, this share is noise, too. Of the others
little stands out as it is: told from that they could be measured in fewer bodies yet."""
NUMBERS = {"cat_cow": 1}
"""By exercise, how many numbers are kept: what is alike in all bodies tells half of a movement from
all of it. In the others bodies go too different ways: all are kept."""
SHRINK = 0.1
"""How far the noise's correlations are drawn towards none."""
LEAST = 1e-3
"""Added to the standard deviation of each number's noise."""


def fit_exercises(exercised: Path, dataset: Path, landmarks: Path, path: Path) -> None:
    """Write the weights of all that are led and counted, and beside them where they come from.

    Args:
        exercised: Landmarks of bodies that follow the cues; those that test are left out.
        dataset: Of desk work, as for `calibration.fit`.
        landmarks: Likewise.
        path: The npz.
    """
    weights: dict[str, Any] = {}
    settings = {"kept": KEPT, "rest": REST, "calm": CALM, "shrink": SHRINK, "begins": BEGINS}
    about: dict[str, Any] = settings | {"exercises": {}}
    for name in PACED:
        learned = read_learned(name, exercised)
        noise = np.array([*desk_changes(name, learned.view, dataset, landmarks)])
        instead = INSTEAD.get(name, 0.0)
        kept = fit(learned, noise, instead)[: NUMBERS.get(name, LENGTH)]
        weights[name] = kept.astype(np.float32)
        about["exercises"][name] = {
            "view": learned.view,
            "bodies": sorted(learned.done),
            "repetitions": sum(map(len, learned.done.values())),
            "instead": len(learned.instead) if instead else 0,
            "instead_share": instead,
            "numbers": len(kept),
            "desk_cuts": len(noise),
        }
    np.savez(path, **weights)
    path.with_suffix(".json").write_text(json.dumps(about, indent=2) + "\n", encoding="utf-8")


@dataclass(frozen=True, slots=True, eq=False)
class Learned:
    """What bodies that train did on an exercise's cues.

    Attributes:
        view: From where they were seen.
        done: Of each body (n, LENGTH) the changes of full repetitions.
        instead: (m, LENGTH) the changes of what was done in their place.
    """

    view: str
    done: dict[int, FloatArray]
    instead: FloatArray


def fit(learned: Learned, noise: FloatArray, share: float = 0.0) -> FloatArray:
    """(LENGTH, LENGTH) weights, the most telling first.

    From the front left and right are alike: mirror images are added.

    Args:
        learned: What is told from each other.
        noise: (m, LENGTH) changes of people who do not exercise.
        share: Of the squares of what is done instead, so much is noise, too.
    """
    front, bodies, instead = learned.view == "front", learned.done.values(), learned.instead
    if front:
        instead = np.concatenate((instead, mirrored(instead)))
    whiten = whitening(noise, instead * sqrt(share))
    means = np.array([(changes @ whiten.T).mean(axis=0) for changes in bodies])
    if front:
        mirror = [(mirrored(changes) @ whiten.T).mean(axis=0) for changes in bodies]
        means = np.concatenate((means, mirror))
    means /= np.linalg.norm(means, axis=1, keepdims=True)
    common = means.mean(axis=0)
    common /= np.linalg.norm(common)
    others = means - np.outer(means @ common, common)
    _, _, directions = np.linalg.svd(others, full_matrices=False)
    first = np.concatenate((common[None], directions[: KEPT - 1]))
    whole, _ = np.linalg.qr(np.concatenate((first, np.eye(LENGTH))).T)
    whole[:, 0] = common  # instead of its opposite
    sizes = np.full(LENGTH, REST)
    sizes[: len(first)] = 1.0
    weights: FloatArray = (sizes[:, None] * whole.T) @ whiten
    return weights


def whitening(noise: FloatArray, instead: FloatArray) -> FloatArray:
    """(LENGTH, LENGTH) that makes the calm part of the noise independent, and its unit about 1.

    What moves much in what is done instead counts less: half a nod is no sign of another movement.
    """
    spread = 1.48 * np.median(np.abs(noise), axis=0) + LEAST
    sizes = np.linalg.norm(noise / spread, axis=1)
    calm = noise[sizes <= np.quantile(sizes, CALM)] / spread
    covariance = calm.T @ calm / len(calm)
    covariance += np.eye(LENGTH) * SHRINK * np.trace(covariance) / LENGTH
    if len(instead):
        others = instead / spread
        covariance += others.T @ others / len(others)
    return np.linalg.inv(np.linalg.cholesky(covariance)) / spread


def mirrored(changes: FloatArray) -> FloatArray:
    """(n, LENGTH) the changes of the same people in a mirror."""
    shapes = np.zeros((len(changes), shape.LENGTH))
    shapes[:, :HEAD] = changes[:, :HEAD]
    mirror = changes.copy()
    mirror[:, :HEAD] = shape.mirrored(shapes)[:, :HEAD]
    mirror[:, HEAD] *= -1.0
    return mirror


def cuts(name: str, pictures: Pictures) -> Iterator[tuple[int, FloatArray]]:
    """Number and change of each repetition of an exercise that could be measured."""
    cutter, last_s = Cutter(PACES[name]), None
    for timestamp_s, pose in pictures:
        past_s = 0.0 if last_s is None else timestamp_s - last_s
        last_s = timestamp_s
        cut = cutter.update(None if pose is None else read(pose), past_s)
        if cut is not None:
            yield cutter.cycle - 1, cut.change


def read_learned(name: str, folder: Path) -> Learned:
    """Read what bodies that train did; half movements are neither full nor something else."""
    done: dict[int, FloatArray] = {}
    instead: list[FloatArray] = []
    view = ""
    for path in find_exercised(folder):
        one = read_exercised(path)
        if one.about["exercise"] != name or one.about["split"] == "test":
            continue
        view = one.about["view"]
        labels = [movement["label"] for movement in one.about["movements"]]
        found = [(labels[k], change) for k, change in cuts(name, one.frames())]
        instead += [change for label, change in found if label not in (ENOUGH, HALF)]
        if full := [change for label, change in found if label == ENOUGH]:
            done[one.about["body"]] = np.array(full)
    return Learned(view, done, np.reshape(instead, (-1, LENGTH)))


def desk_changes(name: str, view: str, dataset: Path, landmarks: Path) -> Iterator[FloatArray]:
    """Changes of people at a desk, as if they were led, from several moments on."""
    found_paths = dataset.glob(f"*/sequence_{view}_*.json")
    for path in sorted(p for p in found_paths if p.parent.name != "test"):
        found = read_extracted(path, landmarks)
        size = found.size_px.tolist()
        pictures = [
            (k / found.about["fps"], array_pose(v, *size) if np.isfinite(v).all() else None)
            for k, v in enumerate(found.poses)
        ]
        for begin in range(BEGINS):
            begin_s = begin * PACES[name].cycle_s / BEGINS
            later = [(t, pose) for t, pose in pictures if t >= begin_s]
            for _, change in cuts(name, later):
                yield change
