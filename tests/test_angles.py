"""The seam between features and angles: what every model must keep."""

from dataclasses import replace
from math import isnan

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from posture.angles import UPRIGHT_NECK_DEG, UPRIGHT_THORACIC_DEG, estimate_angles
from posture.baseline import Sample, fit
from posture.features import extract
from posture.records import Baseline, Features, Pose, Reason, View
from tests.poses import make_pose, mirrored

VIEWS = [0.0, 45.0, -45.0, 90.0, -90.0]


def upright(yaw_deg: float = 0.0) -> Baseline:
    """A baseline of the paper figure, from two still seconds."""
    features = extract(make_pose(yaw_deg=yaw_deg))
    samples = [Sample(i / 10, features, (640, 480)) for i in range(21)]
    return fit(samples, model_sha256="paper")


@pytest.mark.parametrize("yaw_deg", VIEWS)
def test_at_the_baseline_nothing_has_changed(yaw_deg: float) -> None:
    angles = estimate_angles(extract(make_pose(yaw_deg=yaw_deg)), upright(yaw_deg))
    assert angles.neck_change_deg == pytest.approx(0, abs=1e-9)
    assert angles.thoracic_change_deg == pytest.approx(0, abs=1e-9)
    assert angles.neck_deg == pytest.approx(UPRIGHT_NECK_DEG)
    assert angles.thoracic_deg == pytest.approx(UPRIGHT_THORACIC_DEG)
    assert angles.reason is None


@pytest.mark.parametrize("yaw_deg", VIEWS)
def test_a_head_further_forward_is_a_larger_neck_angle(yaw_deg: float) -> None:
    changes = [
        estimate_angles(
            extract(make_pose(neck_deg=neck, yaw_deg=yaw_deg)), upright(yaw_deg)
        ).neck_change_deg
        for neck in (20.0, 30.0, 40.0, 50.0)
    ]
    assert changes == sorted(changes)
    assert changes[-1] > 8


def test_the_side_view_tells_a_slump_against_the_backrest_from_leaning_back() -> None:
    leaning = estimate_angles(
        extract(make_pose(neck_deg=0, trunk_deg=-20, yaw_deg=90)), upright(90)
    )
    slumped = estimate_angles(
        extract(make_pose(neck_deg=30, trunk_deg=-20, yaw_deg=90)), upright(90)
    )
    assert leaning.neck_change_deg < 0 > leaning.thoracic_change_deg
    assert slumped.neck_change_deg > 0 > slumped.thoracic_change_deg


@given(st.floats(-100, 100), st.floats(0, 50), st.floats(-20, 30))
def test_a_mirror_changes_no_angle(yaw_deg: float, neck_deg: float, trunk_deg: float) -> None:
    pose = make_pose(yaw_deg=yaw_deg, neck_deg=neck_deg, trunk_deg=trunk_deg)
    here, there = (estimate_angles(extract(p)) for p in (pose, mirrored(pose)))
    if abs(yaw_deg) > 1e-3:
        assert here.neck_deg == pytest.approx(there.neck_deg, abs=1e-6)
        assert here.thoracic_deg == pytest.approx(there.thoracic_deg, abs=1e-6)


@pytest.mark.parametrize("yaw_deg", VIEWS)
def test_every_angle_has_a_standard_deviation(yaw_deg: float) -> None:
    pose = make_pose(yaw_deg=yaw_deg, neck_deg=40)
    personal, usual = (
        estimate_angles(extract(pose), upright(yaw_deg)),
        estimate_angles(extract(pose)),
    )
    assert 0 < personal.neck_change_sd_deg < personal.neck_sd_deg < usual.neck_sd_deg
    assert 0 < personal.thoracic_change_sd_deg < personal.thoracic_sd_deg < usual.thoracic_sd_deg


def test_without_a_baseline_there_is_no_change() -> None:
    angles = estimate_angles(extract(make_pose()))
    assert isnan(angles.neck_change_deg)
    assert not isnan(angles.neck_deg)


def without_hips(pose: Pose) -> Pose:
    seen = pose.visibility.copy()
    seen[23:] = 0.1
    return replace(pose, visibility=seen)


def test_hidden_hips_hide_the_thoracic_angle_from_the_side_only() -> None:
    side = estimate_angles(extract(without_hips(make_pose(yaw_deg=90))))
    assert isnan(side.thoracic_deg)
    assert side.reason is Reason.HIPS_HIDDEN
    assert not isnan(side.neck_deg)
    front = estimate_angles(extract(without_hips(make_pose(yaw_deg=0))))
    assert front.reason is None


@pytest.mark.parametrize(
    ("baseline_yaw", "yaw", "measured"),
    [
        (0, 30, True),
        (0, 50, False),
        (20, 45, True),
        (90, 70, True),
        (90, -90, False),
        (-10, 20, True),
    ],
)
def test_turned_too_far_from_the_baseline(baseline_yaw: float, yaw: float, measured: bool) -> None:
    angles = estimate_angles(extract(make_pose(yaw_deg=yaw)), upright(baseline_yaw))
    assert (angles.reason is None) == measured
    if not measured:
        assert angles.reason is Reason.VIEW_CHANGED
        assert isnan(angles.neck_deg)


def test_a_reason_goes_through() -> None:
    features = Features(np.full(16, np.nan), View.UNKNOWN, Reason.TOO_SMALL)
    assert estimate_angles(features).reason is Reason.TOO_SMALL
