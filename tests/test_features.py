"""What can be trusted has a shape and a view; what cannot has a reason."""

from dataclasses import replace

import numpy as np
import pytest

from posture import shape
from posture.features import FeatureLimits, extract, view_of
from posture.landmarks import Landmark
from posture.records import Pose, Reason, View
from tests.poses import make_pose


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
    if expected is not View.UNKNOWN:
        assert features.trunk_yaw_deg == pytest.approx(yaw_deg)


def test_view_without_an_angle_is_unknown() -> None:
    assert view_of(float("nan")) is View.UNKNOWN


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
    assert np.isnan(features.shape).all()
    assert np.isnan(features.trunk_yaw_deg)


@pytest.mark.parametrize("number", [np.nan, np.inf, -np.inf, 1e300, 0.0])
@pytest.mark.parametrize("part", ["points_px", "world_m"])
def test_landmarks_may_be_any_numbers(part: str, number: float) -> None:
    pose = make_pose(yaw_deg=10)
    values = np.full_like(getattr(pose, part), number)
    values[1::2] *= -1
    assert extract(replace(pose, **{part: values})).reason is not None


@pytest.mark.parametrize(
    "pose",
    [
        pytest.param(_with(Landmark.LEFT_EAR, visibility=0.1), id="one ear hidden"),
        pytest.param(_with(Landmark.LEFT_HIP, visibility=0.1), id="a hip hidden"),
        pytest.param(_with(Landmark.LEFT_HIP, y=500), id="a hip under the picture"),
    ],
)
def test_the_rest_can_be_measured(pose: Pose) -> None:
    features = extract(pose)
    assert features.reason is None
    assert features.shape.shape == (shape.LENGTH,)
    assert np.isfinite(features.shape).all()


@pytest.mark.parametrize("wrong", [{"visibility": 1.5}, {"front_deg": 70.0}, {"behind_deg": 190.0}])
def test_limits_are_checked(wrong: dict[str, float]) -> None:
    with pytest.raises(ValueError, match="must"):
        FeatureLimits(**wrong)
