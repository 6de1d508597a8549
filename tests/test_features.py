"""Features of a figure whose angles are known."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from posture.features import Feature, FeatureLimits, compute, extract, view_of
from posture.landmarks import Landmark
from posture.records import Pose, Reason, View
from tests.poses import make_pose, mirrored

SIDES = [90.0, -90.0]


@pytest.mark.parametrize("yaw_deg", SIDES)
@pytest.mark.parametrize("neck_deg", [-10.0, 0.0, 20.0, 55.0])
@pytest.mark.parametrize("trunk_deg", [-20.0, 0.0, 30.0])
def test_side_view_reads_the_inclinations(
    yaw_deg: float, neck_deg: float, trunk_deg: float
) -> None:
    features = extract(make_pose(neck_deg=neck_deg, trunk_deg=trunk_deg, yaw_deg=yaw_deg))
    assert features.reason is None
    assert features.values[Feature.EAR_OVER_SHOULDER_DEG] == pytest.approx(neck_deg, abs=1e-6)
    assert features.values[Feature.SHOULDER_OVER_HIP_DEG] == pytest.approx(trunk_deg, abs=1e-6)


@pytest.mark.parametrize(
    ("yaw_deg", "expected"),
    [
        (0, View.FRONT),
        (20, View.FRONT),
        (-20, View.FRONT),
        (45, View.THREE_QUARTER_RIGHT),
        (-45, View.THREE_QUARTER_LEFT),
        (90, View.SIDE_RIGHT),
        (-90, View.SIDE_LEFT),
        (150, View.UNKNOWN),
        (180, View.UNKNOWN),
    ],
)
def test_view(yaw_deg: float, expected: View) -> None:
    features = extract(make_pose(yaw_deg=yaw_deg))
    assert features.view is expected
    assert (features.reason is Reason.FROM_BEHIND) == (expected is View.UNKNOWN)


def test_view_without_an_angle_is_unknown() -> None:
    assert view_of(float("nan"), "left") is View.UNKNOWN


@given(
    st.floats(-100, 100),
    st.floats(-20, 50),
    st.floats(-20, 30),
    st.floats(-30, 30),
    st.floats(-20, 40),
)
def test_a_mirror_changes_nothing(
    yaw_deg: float, neck_deg: float, trunk_deg: float, head_yaw_deg: float, pitch_deg: float
) -> None:
    pose = make_pose(
        yaw_deg=yaw_deg,
        neck_deg=neck_deg,
        trunk_deg=trunk_deg,
        head_yaw_deg=head_yaw_deg,
        pitch_deg=pitch_deg,
    )
    here, there = extract(pose), extract(mirrored(pose))
    difference = here.values - there.values
    rolls = [Feature.HEAD_ROLL_DEG, Feature.SHOULDER_ROLL_DEG]
    difference[rolls] = (difference[rolls] + 180) % 360 - 180
    difference[Feature.CENTRE_X] = 0  # the one feature that tells where, not how
    if abs(here.values[Feature.TRUNK_YAW_DEG]) > 1e-3:  # facing exactly forward has no side
        np.testing.assert_allclose(np.nan_to_num(difference), 0, atol=1e-6)
    assert here.reason == there.reason


@given(st.floats(0.3, 4.0), st.floats(-50, 50), st.floats(-30, 30))
def test_distance_and_place_change_no_shape(scale: float, right_px: float, down_px: float) -> None:
    shape = slice(0, Feature.CENTRE_X)
    near = make_pose(neck_deg=25, yaw_deg=10)
    far = replace(near, points_px=near.points_px * scale + [right_px, down_px])
    frame = np.array([640.0, 480.0])
    np.testing.assert_allclose(
        compute(near.points_px, near.world_m, frame)[shape],
        compute(far.points_px, far.world_m, frame)[shape],
        atol=1e-6,
    )


def test_wide_frames_do_not_flatten_angles() -> None:
    wide = make_pose(neck_deg=30, yaw_deg=90, width_px=1920, height_px=1080)
    assert extract(wide).values[Feature.EAR_OVER_SHOULDER_DEG] == pytest.approx(30)


@pytest.mark.parametrize("yaw_deg", [0.0, 45.0, 90.0, -90.0])
@pytest.mark.parametrize("pitch_deg", [-15.0, 0.0, 25.0])
def test_head_pitch(yaw_deg: float, pitch_deg: float) -> None:
    level = extract(make_pose(yaw_deg=yaw_deg)).values[Feature.HEAD_PITCH_DEG]
    down = extract(make_pose(yaw_deg=yaw_deg, pitch_deg=pitch_deg)).values[Feature.HEAD_PITCH_DEG]
    assert down - level == pytest.approx(pitch_deg, abs=1.0)


def test_many_poses_at_once_are_the_same_as_one_by_one() -> None:
    poses = [make_pose(neck_deg=n, yaw_deg=y) for n in (0.0, 30.0) for y in (-60.0, 5.0, 90.0)]
    together = compute(
        np.stack([p.points_px for p in poses]),
        np.stack([p.world_m for p in poses]),
        np.array([640.0, 480.0]),
    )
    alone = [extract(p).values for p in poses]
    np.testing.assert_allclose(together, alone, atol=1e-9)


def _with(landmark: Landmark, **change: float) -> Pose:
    pose = make_pose(yaw_deg=10)
    points, seen = pose.points_px.copy(), pose.visibility.copy()
    points[landmark, 0] = change.get("x", points[landmark, 0])
    points[landmark, 1] = change.get("y", points[landmark, 1])
    seen[landmark] = change.get("visibility", seen[landmark])
    return replace(pose, points_px=points, visibility=seen)


@pytest.mark.parametrize(
    ("pose", "reason"),
    [
        pytest.param(_with(Landmark.NOSE, y=-30), Reason.OUTSIDE_FRAME, id="nose above"),
        pytest.param(_with(Landmark.LEFT_SHOULDER, x=700), Reason.OUTSIDE_FRAME, id="shoulder out"),
        pytest.param(_with(Landmark.RIGHT_EAR, x=np.nan), Reason.OUTSIDE_FRAME, id="missing"),
        pytest.param(_with(Landmark.NOSE, y=np.inf), Reason.OUTSIDE_FRAME, id="infinite"),
        pytest.param(_with(Landmark.NOSE, visibility=0.2), Reason.LOW_VISIBILITY, id="nose hidden"),
        pytest.param(_with(Landmark.NOSE, visibility=np.nan), Reason.LOW_VISIBILITY, id="no word"),
        pytest.param(make_pose(head_yaw_deg=70), Reason.HEAD_TURNED, id="head turned"),
        pytest.param(make_pose(metre_px=40), Reason.TOO_SMALL, id="far away"),
    ],
)
def test_what_cannot_be_trusted_has_a_reason_and_no_number(pose: Pose, reason: Reason) -> None:
    features = extract(pose)
    assert features.reason is reason
    assert np.isnan(features.values).all()


def test_one_hidden_ear_is_enough_to_measure() -> None:
    assert extract(_with(Landmark.LEFT_EAR, visibility=0.1)).reason is None


@pytest.mark.parametrize(
    "pose",
    [
        _with(Landmark.LEFT_HIP, visibility=0.3),
        _with(Landmark.LEFT_HIP, y=485),
        _with(Landmark.RIGHT_HIP, x=-5),
    ],
)
def test_hidden_hips_take_only_the_trunk(pose: Pose) -> None:
    features = extract(pose)
    assert features.reason is None
    assert np.isnan(features.values[Feature.SHOULDER_OVER_HIP_DEG])
    assert np.isfinite(features.values).sum() == len(Feature) - 1


@pytest.mark.parametrize("wrong", [{"visibility": 1.5}, {"front_deg": 70.0}, {"behind_deg": 190.0}])
def test_limits_are_checked(wrong: dict[str, float]) -> None:
    with pytest.raises(ValueError, match="must"):
        FeatureLimits(**wrong)
