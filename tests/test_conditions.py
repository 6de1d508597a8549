"""The lights of a guided calibration: a level, a word and what to do about it."""

from __future__ import annotations

from dataclasses import replace
from math import nan
from typing import TYPE_CHECKING

import pytest

from posture.conditions import Aspect, Condition, Level, Seen, are_met, conditions, seen_of
from posture.features import extract
from posture.records import Observation, Reason
from tests.guiding import SETTINGS, tick_of
from tests.live_script import UPRIGHT
from tests.poses import make_pose

if TYPE_CHECKING:
    from collections.abc import Sequence

    from posture.records import Pose


def seen(
    pose: Pose | None = UPRIGHT, *, brightness: float = 0.5, reason: Reason | None = None
) -> Seen:
    features = None if pose is None else extract(pose)
    if features is not None and features.reason is not None:
        reason = features.reason
    return Seen(0.0, brightness, reason, pose, features)


def light(found: Sequence[Condition], aspect: Aspect) -> Condition:
    return next(condition for condition in found if condition.aspect is aspect)


class TestConditions:
    @pytest.mark.parametrize(
        ("picture", "aspect", "level", "word"),
        [
            pytest.param(seen(), Aspect.LIGHT, Level.GOOD, "bright enough", id="bright"),
            pytest.param(seen(brightness=0.1), Aspect.LIGHT, Level.FAIR, "dim", id="dim"),
            pytest.param(seen(brightness=0.01), Aspect.LIGHT, Level.BAD, "too dark", id="dark"),
            pytest.param(
                seen(brightness=0.95), Aspect.LIGHT, Level.FAIR, "very bright", id="glare"
            ),
            pytest.param(
                seen(None, brightness=nan, reason=Reason.NO_PERSON),
                Aspect.LIGHT,
                Level.UNKNOWN,
                "unknown",
                id="light unknown",
            ),
            pytest.param(
                seen(None, reason=Reason.NO_PERSON),
                Aspect.ALONE,
                Level.BAD,
                "nobody found",
                id="gone",
            ),
            pytest.param(
                seen(None, reason=Reason.SEVERAL_PEOPLE),
                Aspect.ALONE,
                Level.BAD,
                "several people",
                id="two people",
            ),
            pytest.param(seen(), Aspect.ALONE, Level.GOOD, "only you", id="alone"),
            pytest.param(
                seen(make_pose(hip_px=(320, 100))),
                Aspect.SHOULDERS,
                Level.BAD,
                "outside the picture",
                id="outside",
            ),
            pytest.param(
                seen(make_pose(visibility=0.2)), Aspect.SHOULDERS, Level.BAD, "hidden", id="hidden"
            ),
            pytest.param(seen(), Aspect.DISTANCE, Level.GOOD, "near enough", id="near"),
            pytest.param(
                seen(make_pose(metre_px=300)), Aspect.DISTANCE, Level.FAIR, "rather far", id="far"
            ),
            pytest.param(
                seen(make_pose(metre_px=180)), Aspect.DISTANCE, Level.BAD, "too far", id="small"
            ),
            pytest.param(
                seen(make_pose(metre_px=80)), Aspect.DISTANCE, Level.BAD, "too far", id="tiny"
            ),
            pytest.param(seen(), Aspect.FACING, Level.GOOD, "from the side", id="side"),
            pytest.param(
                seen(make_pose(yaw_deg=-40)),
                Aspect.FACING,
                Level.GOOD,
                "half from the side",
                id="half",
            ),
            pytest.param(
                seen(make_pose()), Aspect.FACING, Level.GOOD, "from the front", id="front"
            ),
            pytest.param(
                seen(make_pose(head_yaw_deg=35)),
                Aspect.FACING,
                Level.FAIR,
                "head turned",
                id="turned",
            ),
            pytest.param(
                seen(make_pose(head_yaw_deg=70)), Aspect.FACING, Level.BAD, "head turned", id="away"
            ),
            pytest.param(
                seen(make_pose(yaw_deg=170)), Aspect.FACING, Level.BAD, "from behind", id="behind"
            ),
        ],
    )
    def test_lights(self, picture: Seen, aspect: Aspect, level: Level, word: str) -> None:
        found = conditions([picture], SETTINGS.person)
        assert [condition.aspect for condition in found] == list(Aspect)
        condition = light(found, aspect)
        assert (condition.level, condition.word) == (level, word)
        assert are_met(found) is (level not in (Level.BAD, Level.UNKNOWN))

    def test_every_reason_to_measure_nothing_is_a_light(self) -> None:
        judged = {
            Reason.NOT_THE_USER,
            Reason.VIEW_CHANGED,
            Reason.NO_BASELINE,
            Reason.CAMERA_MOVED,
            Reason.SEAT_MOVED,
            Reason.LIGHT_CHANGED,
        }
        for reason in set(Reason) - judged:
            found = conditions([seen(None, reason=reason)], SETTINGS.person)
            assert sum(condition.level is Level.BAD for condition in found) == 1
            assert not are_met(found)

    @pytest.mark.parametrize(
        ("shift_px", "last_s", "level"),
        [
            (0.0, 1.4, Level.GOOD),
            (10.0, 1.4, Level.GOOD),
            (20.0, 1.4, Level.FAIR),
            (0.0, 0.4, Level.UNKNOWN),
        ],
    )
    def test_sitting_still(self, shift_px: float, last_s: float, level: Level) -> None:
        poses = [make_pose(yaw_deg=90), make_pose(yaw_deg=90, hip_px=(320 + shift_px, 440))]
        times = (0.0, last_s)
        recent = [replace(seen(p), timestamp_s=t) for p, t in zip(poses, times, strict=True)]
        found = conditions(recent, SETTINGS.person)
        assert light(found, Aspect.STEADY).level is level
        assert are_met(found)

    def test_a_bad_light_says_what_to_do(self) -> None:
        with pytest.raises(ValueError, match="says what to do"):
            Condition(Aspect.LIGHT, Level.BAD, "too dark")

    def test_no_baseline_is_no_reason_to_take_none(self) -> None:
        observation = Observation(0.0, 0, UPRIGHT, None, 0.5)
        assert seen_of(tick_of(0.0, UPRIGHT), observation, SETTINGS.features).reason is None
