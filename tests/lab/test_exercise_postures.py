"""Bodies that exercise: arms in the air, and angles that go where the exercise says."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from calibration.arms import FreeArm
from calibration.bodies import build_body
from calibration.exercise_movements import ENOUGH, HALF, Going
from calibration.exercise_postures import FORMS, start_posture
from calibration.exercise_truth import angles_deg, measure
from calibration.outfit import Figure, dress
from calibration.posture import pose_skeleton
from calibration.postures import sample_posture
from calibration.stage import Moment, Placed, SetUpKey, make_set_up, place

if TYPE_CHECKING:
    from calibration.body_model import BodyModel
    from calibration.posture import Posture

BODIES = (1, 2, 5)
ANGLES = st.floats(-180.0, 180.0)


@pytest.fixture(scope="module", params=BODIES)
def figure(request: pytest.FixtureRequest, model: BodyModel) -> Figure:
    """A dressed body."""
    set_up = make_set_up(model, SetUpKey(606, request.param, 0, "front", size_px=(64, 48)))
    return dress(model, set_up.figure.body, set_up.figure.outfit)


@pytest.mark.parametrize(
    ("kind", "wrist_m", "head_m"),
    [
        ("turned", (0.12644, -0.41239, 0.20009), (0.00808, -0.18323, 0.59646)),
        ("lean", (0.12886, -0.41186, 0.20004), (-0.0847, -0.15875, 0.6074)),
        ("hand_at_face", (0.12887, -0.41181, 0.20005), (-0.05381, -0.12332, 0.62799)),
    ],
)
def test_postures_at_the_desk_are_what_they_were(
    model: BodyModel,
    kind: str,
    wrist_m: tuple[float, float, float],
    head_m: tuple[float, float, float],
) -> None:
    """The published data set can be made again: the numbers are from before arms could rise."""
    kinds = ("turned", "lean", "hand_at_face")
    seed = dict(zip(kinds, (5, 9, 10), strict=True))[kind]
    body = build_body(model, SetUpKey(3, 2, 0, "front").traits(model))
    posture = sample_posture(np.random.default_rng(seed), kind)
    skeleton = pose_skeleton(model, body, posture, (0.01, 0.02, 0.0))
    places = skeleton.joints[[model.bone("wrist.L"), model.bone("head")]]
    np.testing.assert_allclose(places, [wrist_m, head_m], atol=2e-5)


@pytest.mark.parametrize(
    ("arm", "upper", "fore"),
    [
        pytest.param(FreeArm(1.0, 0, 0, 90, 0), (0, 0, -1), (0, -1, 0), id="hanging, bent"),
        pytest.param(
            FreeArm(1.0, 90, 0, 90, 0), (1, 0, 0), (0, -1, 0), id="sideways, to the front"
        ),
        pytest.param(FreeArm(1.0, 90, 0, 90, 90), (1, 0, 0), (0, 0, 1), id="sideways, up"),
        pytest.param(FreeArm(1.0, 90, 90, 90, 90), (0, -1, 0), (0, 0, 1), id="forwards, up"),
        pytest.param(FreeArm(1.0, 180, 0, 90, 0), (0, 0, 1), (0, -1, 0), id="up, to the front"),
    ],
)
def test_free_arm(arm: FreeArm, upper: tuple[int, ...], fore: tuple[int, ...]) -> None:
    np.testing.assert_allclose(arm.directions(1.0), [upper, fore], atol=1e-9)


@given(ANGLES, ANGLES, st.floats(10.0, 170.0), ANGLES)
def test_free_arms_mirror_each_other_and_bend_as_told(
    up: float, ahead: float, bend: float, turn: float
) -> None:
    left, right = (FreeArm(1.0, up, ahead, bend, turn).directions(sign) for sign in (1.0, -1.0))
    np.testing.assert_allclose(left * (-1.0, 1.0, 1.0), right, atol=1e-9)
    np.testing.assert_allclose(np.linalg.norm(left, axis=1), 1.0, atol=1e-9)
    assert angles_deg(left[0], left[1]) == pytest.approx(bend, abs=1e-4)


def ends(
    model: BodyModel, figure: Figure, name: str, label: str, side: int = 0
) -> list[tuple[Placed, dict[str, np.ndarray]]]:
    """The start position and the postures that a movement goes through, measured."""
    rng = np.random.default_rng(4)
    start = start_posture(rng, name)
    postures = (start, *FORMS[name].movements[label](Going(rng, start, side, 0.3)))
    return [at(model, figure, posture) for posture in postures]


def at(model: BodyModel, figure: Figure, posture: Posture) -> tuple[Placed, dict[str, np.ndarray]]:
    placed = place(model, figure, Moment(posture))
    return placed, measure(model, placed)


def test_chin_tuck(model: BodyModel, figure: Figure) -> None:
    (start, before), (end, after) = ends(model, figure, "chin_tuck", ENOUGH)
    assert after["head_back_m"] - before["head_back_m"] > 0.008
    assert end.angles.neck_deg < start.angles.neck_deg - 4.0
    assert abs(end.angles.head_pitch_deg - start.angles.head_pitch_deg) < 4.0


def test_shoulder_blade_squeeze(model: BodyModel, figure: Figure) -> None:
    (start, _), (end, _) = ends(model, figure, "shoulder_blade_squeeze", ENOUGH)
    bones = [model.bone(f"{name}.{side}") for name in ("upperarm01", "lowerarm01") for side in "LR"]
    back_m = (end.skeleton.joints - start.skeleton.joints)[bones, 1]
    assert back_m[:2].min() > 0.01, "shoulders"
    assert back_m[2:].min() > 0.08, "elbows"


def test_wall_angel(model: BodyModel, figure: Figure) -> None:
    (_, before), (_, after) = ends(model, figure, "wall_angel", ENOUGH)
    assert (np.abs(before["elbow_up"]) < 0.35).all(), "elbows level"
    assert (before["wrist_up"] > before["elbow_up"]).all()
    assert (after["elbow_up"] > before["elbow_up"] + 0.4).all()
    assert (after["wrist_up"] > 1.1).all()
    assert (after["elbow_deg"] > before["elbow_deg"] + 25.0).all()


def test_thoracic_extension(model: BodyModel, figure: Figure) -> None:
    (start, _), (end, _) = ends(model, figure, "thoracic_extension", ENOUGH)
    assert end.angles.thoracic_deg < start.angles.thoracic_deg - 8.0
    assert end.angles.head_pitch_deg > start.angles.head_pitch_deg - 25.0, "head not far"


def test_cat_cow(model: BodyModel, figure: Figure) -> None:
    start, rounded, arched = (placed for placed, _ in ends(model, figure, "cat_cow", ENOUGH))
    assert rounded.angles.rounding_deg > start.angles.rounding_deg + 5.0
    assert arched.angles.rounding_deg < start.angles.rounding_deg - 2.0


@pytest.mark.parametrize("side", [1, -1], ids=["left", "right"])
def test_sides(model: BodyModel, figure: Figure, side: int) -> None:
    (_, before), (_, after) = ends(model, figure, "side_bend", ENOUGH, side)
    assert side * (after["head_roll_deg"] - before["head_roll_deg"]) > 15.0
    (start, _), (end, _) = ends(model, figure, "neck_rotation", ENOUGH, side)
    assert side * (end.angles.head_yaw_deg - start.angles.head_yaw_deg) > 35.0


def test_overhead_reach(model: BodyModel, figure: Figure) -> None:
    (_, before), (_, after) = ends(model, figure, "overhead_reach", ENOUGH)
    assert (before["wrist_up"] < 0.0).all()
    assert (after["wrist_up"] > 1.1).all()
    assert (after["elbow_deg"] > 150.0).all()


@pytest.mark.parametrize("name", list(FORMS))
def test_half_movements_go_less_far(model: BodyModel, figure: Figure, name: str) -> None:
    """The start position and the far end lie closer together than in a repetition."""
    side = 1 if FORMS[name].sided else 0

    def way(label: str) -> float:
        (start, _), (end, _), *_ = ends(model, figure, name, label, side)
        return float(np.linalg.norm(end.skeleton.joints - start.skeleton.joints, axis=1).max())

    assert way(HALF) < 0.75 * way(ENOUGH)


@pytest.mark.parametrize("name", list(FORMS))
def test_hands_do_not_go_through_the_head(model: BodyModel, figure: Figure, name: str) -> None:
    head, wrists = model.bone("head"), [model.bone(f"wrist.{side}") for side in "LR"]
    rng = np.random.default_rng(6)
    for label, movement in FORMS[name].movements.items():
        start = start_posture(rng, name)
        for end in movement(Going(rng, start, 1 if FORMS[name].sided else 0, 0.5)):
            for share in np.linspace(0.0, 1.0, 6):
                posture = start.blend(end, float(share))
                joints = pose_skeleton(model, figure.body, posture).joints
                middle = joints[head] + (0.0, 0.0, 0.08)
                assert np.linalg.norm(joints[wrists] - middle, axis=1).min() > 0.14, label
