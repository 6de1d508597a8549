"""What holds for the person check whatever it sees, and what its settings refuse."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from posture.person import PersonCheck, PersonCheckSettings
from posture.records import Pose
from tests.person_play import SITTER, Play, Usual, ghost, here, moved, observe, scaled
from tests.poses import make_pose, mirrored

if TYPE_CHECKING:
    from collections.abc import Sequence


@given(
    index=st.sampled_from([0, 2, 5, 7, 8, 9, 10, 11, 12]),
    value=st.sampled_from([np.nan, np.inf, -np.inf]),
    array=st.sampled_from(["points_px", "world_m"]),
)
def test_a_missing_landmark_never_passes(index: int, value: float, array: str) -> None:
    broken = getattr(SITTER, array).copy()
    broken[index, 0] = value
    bad = Pose(**{**_fields(SITTER), array: broken})
    assert None not in Play(here(3, bad)).reasons


def _fields(pose: Pose) -> dict[str, object]:
    return {name: getattr(pose, name) for name in Pose.__slots__}


numbers = st.floats(allow_nan=True, allow_infinity=True)


@settings(max_examples=50)
@given(st.lists(numbers, min_size=33, max_size=33), st.lists(numbers, min_size=8, max_size=8))
def test_no_numbers_make_it_fail(values: Sequence[float], times: Sequence[float]) -> None:
    column = np.array(values)
    wild = replace(
        SITTER,
        points_px=np.stack([column, column[::-1]], axis=-1),
        presence=column,
        visibility=column,
        world_m=np.stack([column, column[::-1], column], axis=-1),
    )
    check = PersonCheck((Usual(),))
    for timestamp_s, pose in zip(times, [wild, SITTER] * 4, strict=True):
        check.update(observe(timestamp_s, pose, (wild, SITTER)))


@settings(max_examples=40, deadline=None)
@given(
    yaw_deg=st.floats(-180, 180),
    factor=st.floats(0.8, 1.3),
    x_px=st.floats(-60, 60),
)
def test_place_and_size_in_the_picture_do_not_matter(
    yaw_deg: float, factor: float, x_px: float
) -> None:
    pose = make_pose(yaw_deg=yaw_deg, hip_px=(320, 380), metre_px=380)
    assert Play(here(2, pose)).reasons == Play(here(2, moved(scaled(pose, factor), x_px))).reasons


@settings(max_examples=40, deadline=None)
@given(yaw_deg=st.floats(-180, 180), x_px=st.floats(-300, 300))
def test_left_and_right_are_judged_alike(yaw_deg: float, x_px: float) -> None:
    pose = make_pose(yaw_deg=yaw_deg)
    one = Play(here(2, pose), here(2, moved(pose, x_px)), ghost(3))
    other = Play(
        here(2, mirrored(pose)), here(2, mirrored(moved(pose, x_px))), ghost(3, mirrored(SITTER))
    )
    assert one.reasons == other.reasons


@pytest.mark.parametrize(
    "wrong",
    [
        {"confirm_s": 0.0},
        {"give_up_looks": 0},
        {"face_presence": 1.5},
        {"scale": 1.0},
        {"odd_move_m": float("nan")},
        {"nose_up_m": (0.4, 0.1)},
    ],
)
def test_settings_are_checked(wrong: dict[str, float]) -> None:
    with pytest.raises(ValueError, match=next(iter(wrong)).split("_")[0]):
        PersonCheckSettings(**wrong)  # type: ignore[arg-type]
