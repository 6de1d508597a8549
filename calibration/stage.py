"""A set-up (body, clothes, room, camera) and the frames that are taken of it, with their truth.

World frame: x to the sitter's left when facing the desk, y backwards, z up; metres. Every set-up
has its own random numbers, derived from (seed, body, set-up), so that set-ups do not depend on
the order in which they are made.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from calibration.bodies import BodyTraits, build_body, sample_traits
from calibration.outfit import Figure, dress
from calibration.parts import Part, Vector, join
from calibration.posture import Posture, Skeleton, pose_skeleton, rotation, skin
from calibration.projection import project
from calibration.render import Pixels, Renderer, View
from calibration.rooms import Room, sample_room
from calibration.scenes import (
    OUT_OF_RANGE,
    TRAINED,
    Camera,
    CameraRange,
    Look,
    sample_camera,
    sample_light,
)
from calibration.truth import TrueAngles, landmark_points, true_angles
from calibration.wardrobe import sample_outfit
from calibration.webcam import Webcam, sample_webcam

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from calibration.body_model import BodyModel, Floats

_SIZES_PX = ((640, 480), (640, 360))
_SIZE_SHARES = (0.65, 0.35)
_BODY_STREAM, _SET_UP_STREAM = 0, 1


@dataclass(frozen=True)
class SetUpKey:
    """Names a set-up; everything about it follows from these values.

    Attributes:
        seed: of the data set.
        body: number of the body; a body has the same traits in all its set-ups.
        index: number of the set-up of that body.
        view: ``front``, ``threequarter`` or ``side``.
        out_of_range: whether the camera is outside the ranges used for training.
        size_px: (width, height), or None to draw it.
    """

    seed: int
    body: int
    index: int
    view: str
    out_of_range: bool = False
    size_px: tuple[int, int] | None = None

    def generator(self) -> np.random.Generator:
        """Return the random numbers of this set-up."""
        key = (_SET_UP_STREAM, self.body, self.index)
        return np.random.default_rng(np.random.SeedSequence(self.seed, spawn_key=key))

    def traits(self, model: BodyModel) -> BodyTraits:
        """Return the traits of its body."""
        key = (_BODY_STREAM, self.body)
        return sample_traits(
            model, np.random.default_rng(np.random.SeedSequence(self.seed, spawn_key=key))
        )


@dataclass(frozen=True)
class SetUp:
    """One person in one room before one camera."""

    key: SetUpKey
    figure: Figure
    room: Room
    view: View
    webcam: Webcam


@dataclass(frozen=True)
class Moment:
    """What is to be seen in one frame.

    Attributes:
        posture: of the sitter.
        seat_m: displacement of the seat from its nominal place, world frame.
        present: whether the sitter is there.
        away_m: further displacement of a sitter who walks away (not of the chair).
    """

    posture: Posture
    seat_m: Vector = (0.0, 0.0, 0.0)
    present: bool = True
    away_m: Vector = (0.0, 0.0, 0.0)


@dataclass(frozen=True)
class Placed:
    """A posed person in the world: vertices (V, 3), normals (V, 3), skeleton, true angles."""

    vertices: Floats
    normals: Floats
    skeleton: Skeleton
    angles: TrueAngles


def make_set_up(model: BodyModel, key: SetUpKey, cameras: CameraRange | None = None) -> SetUp:
    """Sample the set-up named by ``key``; ``cameras``: other ones than those of its view."""
    rng, traits = key.generator(), key.traits(model)
    body = build_body(model, traits)
    size = key.size_px or _SIZES_PX[int(rng.choice(len(_SIZES_PX), p=_SIZE_SHARES))]
    upright = pose_skeleton(model, body, Posture())
    eyes = upright.joints[[model.bone("eye.L"), model.bone("eye.R")]].mean(axis=0)
    limits = cameras or (OUT_OF_RANGE if key.out_of_range else TRAINED)[key.view]
    camera = sample_camera(rng, limits, eyes + np.array([0.0, 0.0, body.hip_height_m]), size)
    light = sample_light(rng, camera)
    outfit = sample_outfit(rng, traits.sex, traits.age, traits.ancestry)
    tint = 0.85 if outfit.hair.length_m > 0.0 else float(rng.choice((0.0, 0.35, 0.8)))
    phase = rng.uniform(-1.0, 1.0, 3)
    look = Look(outfit, (float(phase[0]), float(phase[1]), float(phase[2])), tint)
    return SetUp(
        key=key,
        figure=dress(model, body, outfit),
        room=sample_room(rng, camera, body.hip_height_m),
        view=View(camera, light, look),
        webcam=sample_webcam(rng, light.low_light),
    )


def place(model: BodyModel, figure: Figure, moment: Moment) -> Placed:
    """Pose the figure and measure it."""
    body = figure.body
    shift = np.array(moment.seat_m) + moment.away_m + (0.0, 0.0, body.hip_height_m)
    skeleton = pose_skeleton(model, body, moment.posture, moment.seat_m).moved(np.eye(3), shift)
    vertices, normals = skin(
        figure.mesh.vertices, figure.mesh.normals, figure.weights, body.heads, skeleton
    )
    return Placed(vertices, normals, skeleton, true_angles(model, vertices, skeleton))


def oracle_points(model: BodyModel, placed: Placed, camera: Camera) -> NDArray[np.float64]:
    """Return the true image points (33, 2) in pixels; NaN where not modelled."""
    return project(camera, landmark_points(model, placed.vertices, placed.skeleton))


class Stage:
    """Takes the frames of one set-up at a time."""

    def __init__(self, model: BodyModel, renderer: Renderer) -> None:
        self._model, self._renderer = model, renderer

    def enter(self, set_up: SetUp) -> None:
        """Make ``set_up`` the one that frames are taken of."""
        self._set_up, room = set_up, set_up.room
        parts = [room.shell, room.furniture, room.chair, room.backrest, set_up.figure.mesh]
        ends = np.cumsum([len(part.faces) for part in parts])
        self._fixed = join(parts[:2])
        self._renderer.load(
            join(parts),
            (int(ends[0]), int(ends[1]), int(ends[3])),
            set_up.view,
            self._focus((0.0, 0.0, 0.0)),
        )

    def _focus(self, seat_m: Vector) -> NDArray[np.float64]:
        hips = self._set_up.figure.body.hip_height_m
        x, y, z = seat_m
        return np.array([x, y - 0.15, z + hips + 0.40])

    def take(self, moment: Moment) -> tuple[Pixels, Placed]:
        """Return the picture an ideal camera takes, (H, W, 3) BGR, and the posed person."""
        placed = place(self._model, self._set_up.figure, moment)
        chair, backrest = self._chair(moment)
        vertices = np.concatenate(
            [self._fixed.vertices, chair.vertices, backrest.vertices, placed.vertices]
        )
        normals = np.concatenate(
            [self._fixed.normals, chair.normals, backrest.normals, placed.normals]
        )
        image = self._renderer.draw(vertices, normals, self._focus(moment.seat_m), moment.present)
        return image, placed

    def _chair(self, moment: Moment) -> tuple[Part, Part]:
        heading = rotation("z", moment.posture.chair_yaw_deg)
        seat = np.array(moment.seat_m) + np.array([0.0, 0.0, self._set_up.figure.body.hip_height_m])
        # The rest gives way to a back that leans on it.
        tilt = rotation("x", -max(0.0, moment.posture.recline_deg - 2.0))
        return (
            self._set_up.room.chair.moved(heading, seat),
            self._set_up.room.backrest.moved(heading @ tilt, seat),
        )
