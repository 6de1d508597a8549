"""Two recordings of different views, one after the other, as one camera that is moved."""

from __future__ import annotations

from pathlib import Path

from posture.estimators.mediapipe import MediaPipeEstimator
from posture.live_monitor import LiveMonitor
from posture.records import Frame, State
from posture.settings import Settings
from posture.sources import open_source

SAMPLES = Path(__file__).resolve().parents[1] / "samples"
UPRIGHT_S = 7.0
"""So long everybody in the samples sits upright at first."""


def upright(name: str) -> list[Frame]:
    """The upright stretch of a sample, five pictures a second."""
    with open_source(SAMPLES / name) as source:
        frames: list[Frame] = []
        for frame in source:
            if frame.timestamp_s > UPRIGHT_S:
                return frames
            if frame.timestamp_s >= len(frames) / 5:
                frames.append(frame)
    return frames


def test_the_profile_follows_the_camera() -> None:
    said: list[str] = []
    used: list[tuple[float, str, State]] = []
    desk, laptop = upright("forward_head.mp4"), upright("side_slump.mp4")
    with MediaPipeEstimator() as estimator:
        monitor = LiveMonitor(estimator, Settings(), tell=said.append)
        now_s, index = 0.0, 0
        for frames, end_s in ((desk, 12.0), (laptop, 24.0), (desk, 60.0)):
            if end_s < 60.0:
                monitor.calibrate(now_s, "desk" if frames is desk else "laptop")
            turn = 2 * len(frames) - 2
            while now_s < end_s:
                place = index % turn
                frame = frames[min(place, turn - place)]  # forth and back, without a jump
                tick = monitor.step(Frame(frame.image, now_s, index))
                index += 1
                now_s = round(now_s + 0.2, 6)
                if monitor.profile is not None:
                    used.append((now_s, monitor.profile.name, tick.state))
    names = list(dict.fromkeys(name for _, name, _ in used))
    assert names == ["desk", "laptop"]
    assert used[-1][1:] == ("desk", State.UPRIGHT)
    assert said[-1] == "your baseline 'desk' is used"
    changed_s = next(s for s, name, _ in used if s > 25 and name == "desk")
    assert 34 < changed_s < 55
