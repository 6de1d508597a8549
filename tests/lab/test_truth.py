"""The instrument's angles: rigid motions change them as they must."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from calibration.bodies import build_body, sample_traits
from calibration.posture import Posture, pose_skeleton, rotation, skin
from calibration.postures import KINDS, natural, sample_posture
from calibration.truth import TrueAngles, inclination_deg, landmark_points, true_angles

if TYPE_CHECKING:
    from calibration.bodies import Body
    from calibration.body_model import BodyModel

BODIES = 4


@pytest.fixture(scope="module")
def bodies(model: BodyModel) -> list[Body]:
    rng = np.random.default_rng(3)
    return [build_body(model, sample_traits(model, rng)) for _ in range(BODIES)]


def measure(
    model: BodyModel, body: Body, posture: Posture, turn: np.ndarray | None = None
) -> TrueAngles:
    skeleton = pose_skeleton(model, body, posture)
    if turn is not None:
        skeleton = skeleton.moved(turn, np.array([0.3, -0.2, 0.5]))
    vertices, _ = skin(body.vertices, body.vertices, model.weights, body.heads, skeleton)
    return true_angles(model, vertices, skeleton)


@pytest.mark.parametrize("kind", ["upright", "slump", "forward_head"])
def test_tilting_the_whole_body_tilts_both_lines(
    model: BodyModel, bodies: list[Body], kind: str
) -> None:
    posture = sample_posture(np.random.default_rng(1), kind).plus()
    straight = Posture(slump_deg=posture.slump_deg, neck_flexion_deg=posture.neck_flexion_deg)
    for body in bodies:
        before = measure(model, body, straight)
        after = measure(model, body, straight, rotation("x", 25.0))
        assert after.neck_deg - before.neck_deg == pytest.approx(25.0, abs=0.05)
        assert after.thoracic_deg - before.thoracic_deg == pytest.approx(25.0, abs=0.05)
        assert after.head_pitch_deg - before.head_pitch_deg == pytest.approx(25.0, abs=0.05)
        # Rounding is a difference of two lines of the same body.
        assert after.rounding_deg == pytest.approx(before.rounding_deg, abs=0.05)


def test_turning_on_the_chair_changes_nothing_but_the_heading(
    model: BodyModel, bodies: list[Body]
) -> None:
    rng = np.random.default_rng(2)
    for body in bodies:
        posture = sample_posture(rng, "mixed")
        before = measure(model, body, posture)
        after = measure(model, body, posture, rotation("z", 35.0))
        for name in ("neck_deg", "thoracic_deg", "rounding_deg", "head_pitch_deg", "lean_deg"):
            assert getattr(after, name) == pytest.approx(getattr(before, name), abs=0.01)
        assert after.trunk_yaw_deg - before.trunk_yaw_deg == pytest.approx(35.0, abs=0.01)
        assert after.head_yaw_deg == pytest.approx(before.head_yaw_deg, abs=0.01)


@pytest.mark.parametrize(
    ("line", "angle_deg"),
    [
        pytest.param((0.0, 0.0, 1.0), 0.0, id="up"),
        pytest.param((0.0, -1.0, 1.0), 45.0, id="forward"),
        pytest.param((0.0, 1.0, 1.0), -45.0, id="backward"),
        pytest.param((5.0, -1.0, 0.0), 90.0, id="sideways part is ignored"),
    ],
)
def test_inclination(line: tuple[float, float, float], angle_deg: float) -> None:
    heading = np.array([0.0, -1.0, 0.0])
    assert inclination_deg(np.array(line), heading) == pytest.approx(angle_deg)


def test_a_slump_moves_the_truth_as_it_should(model: BodyModel, bodies: list[Body]) -> None:
    for body in bodies:
        upright = measure(model, body, Posture())
        slumped = measure(model, body, Posture(slump_deg=35.0, pelvis_roll_share=0.3))
        reclined = measure(model, body, Posture(slump_deg=35.0, pelvis_roll_share=0.95))
        assert slumped.thoracic_deg - upright.thoracic_deg > 12.0
        assert slumped.neck_deg - upright.neck_deg > 12.0
        # Against the backrest the line stays about where it was while the back rounds.
        assert abs(reclined.thoracic_deg - upright.thoracic_deg) < 10.0
        assert reclined.rounding_deg - upright.rounding_deg > 10.0


def test_looking_down_moves_the_neck_a_little(model: BodyModel, bodies: list[Body]) -> None:
    for body in bodies:
        upright = measure(model, body, Posture())
        down = measure(model, body, Posture(head_pitch_deg=25.0))
        assert down.head_pitch_deg - upright.head_pitch_deg == pytest.approx(25.0, abs=0.1)
        assert 3.0 < down.neck_deg - upright.neck_deg < 10.0


def test_postures_stay_within_their_ranges(model: BodyModel, bodies: list[Body]) -> None:
    rng = np.random.default_rng(5)
    for kind in KINDS:
        for _ in range(20):
            posture = sample_posture(rng, kind)
            assert 0.0 <= posture.slump_deg < 60.0
            assert 0.2 <= posture.pelvis_roll_share <= 0.95
            assert abs(posture.head_pitch_deg) < 55.0
            angles = measure(model, bodies[0], posture)
            assert all(np.isfinite(value) for value in vars(angles).values())


def test_upright_people_are_like_people(model: BodyModel) -> None:
    rng = np.random.default_rng(6)
    neck, thoracic, stature = [], [], []
    for _ in range(25):
        body = build_body(model, sample_traits(model, rng))
        angles = measure(model, body, natural(rng, 0.5))
        neck.append(angles.neck_deg)
        thoracic.append(angles.thoracic_deg)
        stature.append(body.stature_m)
    assert 28.0 < np.mean(neck) < 42.0
    assert 3.0 < np.std(neck) < 8.0
    assert -3.0 < np.mean(thoracic) < 8.0
    assert min(stature) > 1.4
    assert max(stature) < 2.1


def test_landmarks_have_their_sides(model: BodyModel, bodies: list[Body]) -> None:
    skeleton = pose_skeleton(model, bodies[0], Posture())
    vertices, _ = skin(
        bodies[0].vertices, bodies[0].vertices, model.weights, bodies[0].heads, skeleton
    )
    points = landmark_points(model, vertices, skeleton)
    assert points.shape == (33, 3)
    for left, right in ((2, 5), (7, 8), (9, 10), (11, 12), (13, 14), (15, 16), (23, 24)):
        assert points[left, 0] > points[right, 0]
    assert points[0, 1] < points[7, 1], "the nose is in front of the ear"
    assert np.isnan(points[25:]).all(), "legs are not modelled"
