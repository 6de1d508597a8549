"""The paths of the animated figure: joints of one body of even build that does each exercise.

Written for `posture.care.figure_path`, which says what the points are.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import numpy as np

from calibration.bodies import BodyTraits, build_body, sample_traits
from calibration.exercise_movements import ENOUGH, Going, arms
from calibration.exercise_postures import FORMS
from calibration.posture import Posture, Skeleton, pose_skeleton, skin
from calibration.sway import ease
from calibration.truth import C7, T12, landmark_points
from posture.care.figure_path import JOINTS

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray

    from calibration.bodies import Body
    from calibration.body_model import BodyModel

    Floats = NDArray[np.float64]

_SIZE = {"chin_tuck": 1.0}
_USUAL_SIZE = 0.6
_SEED = 3
_MOVE_S, _HOLD_S, _REST_S = 1.5, 1.2, 0.7
_SAMPLES = {2: 9, 3: 7, 4: 7}
"""Key frames of a way, by the number of ways."""


@dataclass(frozen=True)
class _Way:
    """To a posture, then a rest in it."""

    posture: Posture
    stay_s: float


def even_body(model: BodyModel) -> Body:
    """A body between woman and man, of middle build, without anything of its own."""
    drawn = sample_traits(model, np.random.default_rng(0))
    traits = BodyTraits(
        sex=0.5,
        age=0.4,
        muscle=0.55,
        weight=0.45,
        height=0.45,
        proportions=0.8,
        bust=0.3,
        ancestry=(1 / 3, 1 / 3, 1 / 3),
        local=tuple((name, 0.0) for name, _ in drawn.local),
        neck_offset_deg=0.0,
        thoracic_offset_deg=0.0,
        head_pitch_offset_deg=0.0,
    )
    return build_body(model, traits)


class Figure:
    """The joints of one body in any posture."""

    def __init__(self, model: BodyModel) -> None:
        self._model, self._body = model, even_body(model)
        self._skin = self._marks()
        upright = self.joints(Posture(lap_left=1.0, lap_right=1.0))
        self.unit_m = float(np.linalg.norm(upright["left_shoulder"] - upright["right_shoulder"]))

    def _marks(self) -> dict[str, int]:
        """Vertices at the top of the head, the chin and between C7 and T12, by their places."""
        rest = self._body.vertices[: int(self._model.body_faces.max()) + 1].astype(float)
        face = landmark_points(self._model, rest, _still(self._model, self._body))
        mouth, nose = face[[9, 10]].mean(axis=0), face[0]
        middle = np.abs(rest[:, 0]) < 0.02
        back = middle & (rest[:, 1] > rest[C7, 1] - 0.1)
        height = np.abs(rest[:, 2] - 0.5 * (rest[C7, 2] + rest[T12, 2]))
        chin = mouth + np.array([0.0, 0.2 * (mouth[1] - nose[1]), 1.1 * (mouth[2] - nose[2])])
        return {
            "crown": int(np.argmax(rest[:, 2] - 9.0 * ~middle)),
            "chin": int(np.argmin(np.linalg.norm(rest - chin, axis=1))),
            "t6": int(np.argmin(height - 0.5 * rest[:, 1] + 9.0 * ~back)),
            "c7": C7,
            "t12": T12,
        }

    def joints(self, posture: Posture, *, standing: bool = False) -> dict[str, Floats]:
        """(3,) places in metres: x to the person's left, y backwards, z up from the hips."""
        skeleton = pose_skeleton(self._model, self._body, posture)
        vertices, _ = skin(
            self._body.vertices,
            self._body.vertices,
            self._model.weights,
            self._body.heads,
            skeleton,
        )
        points = landmark_points(self._model, vertices, skeleton)
        found = {name: vertices[mark].astype(float) for name, mark in self._skin.items()}
        found |= {"nose": points[0], "eyes": points[[2, 5]].mean(axis=0)}
        parts = (("ear", 7), ("shoulder", 11), ("elbow", 13), ("wrist", 15), ("hip", 23))
        for name, index in parts:
            found |= {f"left_{name}": points[index], f"right_{name}": points[index + 1]}
        for side, short in (("left", "L"), ("right", "R")):
            knee = skeleton.joints[self._model.bone(f"lowerleg01.{short}")]
            if standing:
                hip = found[f"{side}_hip"]
                knee = hip - np.array([0.0, 0.0, float(np.linalg.norm(knee - hip))])
            found[f"{side}_knee"] = knee
        return found

    def points(self, posture: Posture, view: str, *, standing: bool) -> Floats:
        """(len(JOINTS), 2) as `posture.care.figure_path` has them."""
        joints = self.joints(posture, standing=standing)
        places = np.stack([joints[name] for name in JOINTS]) / self.unit_m
        # From the front the person's left is at the right; from the left the face is at the left.
        across = places[:, 0] if view == "front" else places[:, 1]
        return np.column_stack([across, -places[:, 2]])


def _still(model: BodyModel, body: Body) -> Skeleton:
    return Skeleton(np.tile(np.eye(3), (len(model.bone_labels), 1, 1)), body.heads.astype(float))


def _ways(name: str) -> tuple[Posture, list[_Way]]:
    """Where a repetition starts, and where it goes."""
    if name == "doorway_stretch":
        start = arms(Posture(), 88.0, forward_deg=8.0, bend_deg=92.0, turn_deg=88.0)
        # The arms stay at the frame while the chest goes forward between them.
        through = replace(start, arm_forward_deg=-24.0).plus(
            hinge_deg=9.0, shoulder_protraction_deg=-12.0
        )
        return start, [_Way(through, _HOLD_S), _Way(start, _REST_S)]
    form, rng = FORMS[name], np.random.default_rng(_SEED)
    start = form.start(rng, Posture(lap_left=1.0, lap_right=1.0))
    made: list[_Way] = []
    for side in (1, -1) if form.sided else (0,):
        going = Going(np.random.default_rng(_SEED), start, side, _SIZE.get(name, _USUAL_SIZE))
        made += [_Way(posture, _HOLD_S) for posture in form.movements[ENOUGH](going)]
        made.append(_Way(start, _REST_S))
    return start, made


def _view(name: str) -> str:
    """The side shows more of what can be seen from there at all."""
    return "side" if name == "doorway_stretch" or "side" in FORMS[name].views else "front"


def _path(figure: Figure, name: str) -> dict[str, Any]:
    view = _view(name)
    posture, ways = _ways(name)
    times_s, postures = [0.0, _REST_S], [posture, posture]
    for way in ways:
        samples = _SAMPLES[len(ways)]
        for sample in range(1, samples + 1):
            times_s.append(times_s[-1] + _MOVE_S / samples)
            postures.append(posture.blend(way.posture, ease(sample / samples)))
        posture = way.posture
        times_s.append(times_s[-1] + way.stay_s)
        postures.append(posture)
    standing = name == "doorway_stretch"
    points = np.stack([figure.points(posture, view, standing=standing) for posture in postures])
    if standing:
        # The elbows stay at the door frame, and the body goes forward.
        elbow = JOINTS.index("left_elbow")
        points[:, :, 0] -= points[:, elbow, None, 0] - points[0, elbow, 0]
    return {
        "view": view,
        "times_s": [round(value, 3) for value in times_s],
        "points": np.round(points, 3).tolist(),
    }


def write_paths(path: Path) -> None:
    """Write the paths of all exercises."""
    from calibration.body_model import load_body_model

    figure = Figure(load_body_model())
    paths = {name: _path(figure, name) for name in (*FORMS, "doorway_stretch")}
    text = json.dumps({"joints": JOINTS, "paths": paths}, separators=(",", ":"))
    # A frame a line.
    path.write_text(text.replace("]],[[", "]],\n[[") + "\n", encoding="utf-8")
