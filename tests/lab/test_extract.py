"""At what times, and how often, the laboratory looks at its pictures."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from calibration.dataset import Recording
from calibration.extract import SETTLED_S, extract
from calibration.webcam import compress, sample_webcam
from posture.estimators.scripted import ScriptedEstimator
from tests.poses import make_pose

if TYPE_CHECKING:
    from pathlib import Path

    from posture.records import Frame, Observation


class Watched(ScriptedEstimator):
    """Writes down what it is asked: a time for a look, None for a restart."""

    def __init__(self) -> None:
        super().__init__(lambda _: make_pose())
        self.asked: list[float | None] = []

    def estimate(self, frame: Frame, *, look_afresh: bool) -> Observation:
        self.asked.append(frame.timestamp_s)
        return super().estimate(frame, look_afresh=look_afresh)

    def restart(self) -> None:
        self.asked.append(None)


def recording(folder: Path, kind: str, times: list[float]) -> Recording:
    picture = np.zeros((12, 16, 3), np.uint8)
    data = compress(picture, sample_webcam(np.random.default_rng(0), low_light=False))
    (folder / "set_up.mjpeg").write_bytes(data * len(times))
    starts = np.arange(len(times)) * len(data)
    truth = {"timestamp_s": np.array(times), "jpeg_start": starts}
    return Recording(folder / "set_up.json", {"kind": kind}, truth)


def test_a_still_is_looked_at_twice_with_time_to_settle(tmp_path: Path) -> None:
    estimator = Watched()
    found = extract(recording(tmp_path, "stills", [0.0, 1.0]), estimator)
    assert estimator.asked == [None, 0.0, SETTLED_S, None, 1.0, 1.0 + SETTLED_S]
    assert found["poses"].shape == (2, 33, 7)
    assert found["size_px"].tolist() == [16, 12]


def test_every_sequence_begins_with_a_restart_and_keeps_its_times(tmp_path: Path) -> None:
    estimator, times = Watched(), [0.0, 0.5, 1.0]
    for _ in range(2):
        found = extract(recording(tmp_path, "sequence", times), estimator)
        assert found["poses"].shape == (3, 33, 7)
    looks = [asked for asked in estimator.asked if asked is not None]
    assert looks == pytest.approx(times + times)
    assert estimator.asked[0] is None
    assert estimator.asked[estimator.asked.index(1.0) + 1] is None
