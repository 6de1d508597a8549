"""What every angle model must keep; how good it is, is published by the laboratory."""

from math import isnan

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from posture.angles import AngleEstimator
from posture.baseline import Sample, fit
from posture.features import extract
from posture.records import Angles, Baseline, Features, Reason, View
from tests.poses import make_pose, mirrored

VIEWS = [0.0, 45.0, -45.0, 90.0, -90.0]


def upright(yaw_deg: float = 0.0) -> Baseline:
    """A baseline of the paper figure, from two still seconds."""
    features = extract(make_pose(yaw_deg=yaw_deg))
    samples = [Sample(i / 10, features, (640, 480)) for i in range(21)]
    return fit(samples, model_sha256="paper")


def measure(baseline: Baseline | None, **pose: float) -> Angles:
    return AngleEstimator(baseline).estimate(extract(make_pose(**pose)))  # type: ignore[arg-type]


@pytest.mark.parametrize("yaw_deg", VIEWS)
def test_at_the_baseline_nothing_has_changed(yaw_deg: float) -> None:
    angles = measure(upright(yaw_deg), yaw_deg=yaw_deg)
    assert angles.neck_change_deg == pytest.approx(0, abs=1e-9)
    assert angles.thoracic_change_deg == pytest.approx(0, abs=1e-9)
    assert angles.rounding_change_deg == pytest.approx(0, abs=1e-9)
    assert angles.reason is None


@pytest.mark.parametrize("yaw_deg", VIEWS)
def test_a_head_further_forward_is_a_larger_neck_angle(yaw_deg: float) -> None:
    baseline = upright(yaw_deg)
    changes = [
        measure(baseline, neck_deg=neck, yaw_deg=yaw_deg).neck_change_deg
        for neck in (20.0, 30.0, 40.0, 50.0)
    ]
    assert changes == sorted(changes)
    assert changes[-1] > 8


def test_leaning_back_straight_moves_the_trunk_back() -> None:
    leaning = measure(upright(90), neck_deg=0, trunk_deg=-20, yaw_deg=90)
    assert leaning.neck_change_deg < 0
    assert leaning.thoracic_change_deg < 0


@given(st.floats(-100, 100), st.floats(10, 45))
def test_a_mirror_changes_no_angle(yaw_deg: float, neck_deg: float) -> None:
    pose = make_pose(yaw_deg=yaw_deg, neck_deg=neck_deg)
    here, there = (AngleEstimator().estimate(extract(p)) for p in (pose, mirrored(pose)))
    assert here.neck_deg == pytest.approx(there.neck_deg, abs=1e-2, nan_ok=True)
    assert here.thoracic_deg == pytest.approx(there.thoracic_deg, abs=1e-2, nan_ok=True)


@pytest.mark.parametrize("yaw_deg", VIEWS)
def test_every_angle_has_a_standard_deviation(yaw_deg: float) -> None:
    personal = measure(upright(yaw_deg), yaw_deg=yaw_deg, neck_deg=40)
    assert 0 < personal.neck_change_sd_deg < personal.neck_sd_deg
    assert 0 < personal.thoracic_change_sd_deg < personal.thoracic_sd_deg
    assert personal.rounding_change_sd_deg > 0


def test_without_a_baseline_there_is_no_change() -> None:
    angles = measure(None)
    assert isnan(angles.neck_change_deg)
    assert isnan(angles.rounding_change_deg)
    assert 0 < angles.neck_deg < 90
    assert angles.neck_sd_deg > 0


@pytest.mark.parametrize(
    ("baseline_yaw", "yaw", "measured"),
    [
        (0, 30, True),
        (0, 50, False),
        (20, 45, True),
        (90, 70, True),
        (90, -90, False),
        (-10, 20, True),
        (-20, 20, False),
    ],
)
def test_turned_too_far_from_the_baseline(baseline_yaw: float, yaw: float, measured: bool) -> None:
    angles = measure(upright(baseline_yaw), yaw_deg=yaw)
    assert (angles.reason is None) == measured
    if not measured:
        assert angles.reason is Reason.VIEW_CHANGED
        assert isnan(angles.neck_deg)


def test_a_body_like_none_that_was_seen_is_not_guessed() -> None:
    angles = measure(None, neck_deg=80, trunk_deg=-60, yaw_deg=60)
    assert angles.reason is Reason.UNFAMILIAR
    assert isnan(angles.neck_deg)


def test_a_reason_goes_through() -> None:
    features = Features(np.full(72, np.nan), float("nan"), View.UNKNOWN, Reason.TOO_SMALL)
    assert AngleEstimator().estimate(features).reason is Reason.TOO_SMALL


@pytest.mark.parametrize("yaw_deg", VIEWS)
def test_the_change_of_a_shape_is_that_of_its_frame(yaw_deg: float) -> None:
    estimator = AngleEstimator(upright(yaw_deg))
    features = extract(make_pose(yaw_deg=yaw_deg, neck_deg=40))
    angles, (change, sd) = estimator.estimate(features), estimator.change_deg(features.shape)
    assert change[0] == pytest.approx(angles.neck_change_deg)
    assert change[2] == pytest.approx(angles.rounding_change_deg)
    assert sd[1] == pytest.approx(angles.thoracic_change_sd_deg)
