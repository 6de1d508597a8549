"""The small lines of the live window: the camera, the load, the last alert, a held display."""

from __future__ import annotations

from datetime import UTC, datetime
from math import isnan, nan

import pytest

from posture.gui.dashboard_words import alert_text, camera_text, held_text, load_text
from posture.gui.load import WINDOW_S, Load, used_s
from posture.gui.mailbox import GivenAlert, Situation
from posture.ports import CameraState, CameraStateKind
from posture.quiet import QuietReason
from posture.records import Alert, AlertLevel, Part
from posture.wishes import SNOOZED
from tests.gui.ticks import THRESHOLDS

AT = datetime(2026, 3, 2, 14, 32, 5, tzinfo=UTC)
ALERT = Alert(12.0, AlertLevel.CUE, Part.NECK, 14.0, 31.0, "neck 14° beyond your baseline for 31 s")


@pytest.mark.parametrize(
    ("kind", "text", "said"),
    [
        ("running", "camera 0 is running", "Camera on: camera 0 is running"),
        ("running", "playing me.mp4", "No camera: playing me.mp4"),
        ("closed", "camera off: you are in a call", "Camera off: you are in a call"),
        ("closed", "paused until 14:30", "Camera off: paused until 14:30"),
        ("gone", "camera 0 is not there", "Camera off: camera 0 is not there"),
        ("opening", "camera 0 is being opened", "Camera 0 is being opened"),
        ("black", "camera 0 shows nothing but black", "Camera 0 shows nothing but black"),
    ],
)
def test_whether_the_camera_is_on_and_why(kind: str, text: str, said: str) -> None:
    state = CameraState(CameraStateKind(kind), text, 0.0)
    assert camera_text(Situation(None, state, paused=False), "") == said


def test_without_a_camera_it_is_off() -> None:
    nothing = Situation(None, None, paused=False)
    assert camera_text(nothing, "") == "Camera off"
    assert camera_text(nothing, "Not watching yet") == "Camera off: Not watching yet"


def test_the_last_alert_says_when_what_how_far_how_long_and_against_what() -> None:
    assert alert_text(None, THRESHOLDS, 30.0) == "No alert yet"
    assert alert_text(GivenAlert(ALERT, AT, ""), THRESHOLDS, 30.0) == (
        "Last alert at 14:32: neck 14° beyond your baseline for 31 s. "
        "Slouching counts from 10°, held for 30 s."
    )


@pytest.mark.parametrize("quiet", [*QuietReason, SNOOZED])
def test_one_that_was_not_shown_says_why(quiet: str) -> None:
    text = alert_text(GivenAlert(ALERT, AT, quiet), THRESHOLDS, 30.0)
    assert " It was not shown: " in text
    assert "camera off" not in text
    assert "_" not in text


def test_a_held_display_says_that_watching_goes_on() -> None:
    assert held_text(None) == ""
    assert held_text(AT) == "Display held since 14:32:05. Posture goes on watching."


def test_the_load_is_that_of_the_last_half_minute() -> None:
    now_s, spent_s = 0.0, 5.0
    load = Load(clock=lambda: now_s, used=lambda: spent_s)
    assert isnan(load.share())
    for _ in range(10):
        now_s, spent_s = now_s + 1.0, spent_s + 0.5
        share = load.share()
    assert share == pytest.approx(0.5)
    for _ in range(round(WINDOW_S)):
        now_s, spent_s = now_s + 1.0, spent_s + 0.02
        share = load.share()
    assert share == pytest.approx(0.02)
    now_s += 3600.0
    assert isnan(load.share())
    assert load_text(0.021) == "CPU: 2 % of one core"
    assert load_text(nan) == "CPU: measuring"


def test_the_load_of_this_process_grows() -> None:
    before_s = used_s()
    assert sum(range(2_000_000)) > 0
    assert used_s() >= before_s > 0
