"""What counts as moved, and what is then looked at."""

from __future__ import annotations

import csv
from math import inf
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from posture.gate import Gate
from posture.monitor import Monitor
from posture.motion import Motion
from posture.ports import EstimatorError
from posture.rate import RateSettings
from posture.records import Frame, Observation, Pose
from posture.sources import open_source
from tests.live_script import FORWARD, UPRIGHT, scene

SAMPLES = Path(__file__).parents[1] / "samples"
SETTINGS = RateSettings()
PLAIN = scene(0).repeat(10, axis=0).repeat(10, axis=1)


def amount(before: np.ndarray, after: np.ndarray) -> float:
    motion = Motion()
    assert motion.amount(before.astype(np.uint8)) == inf
    motion.keep()
    return motion.amount(np.clip(after, 0, 255).astype(np.uint8))


class TestMotion:
    @given(st.integers(0, 99), st.floats(0, 12))
    def test_noise_is_no_motion(self, seed: int, levels: float) -> None:
        rng = np.random.default_rng(seed)
        noisy = PLAIN + rng.normal(0, levels, PLAIN.shape)
        assert amount(PLAIN, noisy) < SETTINGS.still

    @given(st.integers(-50, 50))
    def test_light_is_no_motion(self, levels: int) -> None:
        assert amount(PLAIN, PLAIN.astype(int) + levels) < SETTINGS.still

    def test_a_head_that_moves_by_two_centimetres_is_motion(self) -> None:
        def head(x: int) -> np.ndarray:
            image = np.full((480, 640, 3), 120, np.uint8)
            image[100:200, x : x + 80] = 180
            return image

        assert amount(head(300), head(310)) > SETTINGS.still
        assert amount(head(300), head(480)) > SETTINGS.moved

    def test_slow_motion_adds_up_until_it_is_kept(self) -> None:
        motion = Motion()
        motion.amount(PLAIN)
        motion.keep()
        found = [motion.amount(np.roll(PLAIN, shift, axis=1)) for shift in (0, 2, 8, 30)]
        assert found == sorted(found)
        motion.keep()
        assert motion.amount(np.roll(PLAIN, 30, axis=1)) == 0.0


@pytest.mark.parametrize("sample", ["slow_slump", "side_slump", "forward_head"])
def test_no_slouch_is_so_slight_that_it_is_no_motion(sample: str) -> None:
    with (SAMPLES / f"{sample}.truth.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))[::10]
    with open_source(SAMPLES / f"{sample}.mp4") as source:
        images = [frame.image for frame in source][::10]
    truth_deg = np.array([(float(row["neck_deg"]), float(row["thoracic_deg"])) for row in rows])
    motion = Motion()
    for before, image in enumerate(images):
        motion.amount(image)
        motion.keep()
        later = range(before + 1, len(images))
        unmoved = [k for k in later if motion.amount(images[k]) < SETTINGS.still]
        assert np.all(np.abs(truth_deg[unmoved] - truth_deg[before]) < 2.5)


class Looker:
    """An estimator that counts."""

    def __init__(self) -> None:
        self.looked: list[tuple[float, bool]] = []
        self.finds: list[Pose | None] = []
        self.restarts = 0
        self.model_name, self.model_sha256 = "looker", "0" * 64

    def estimate(self, frame: Frame, *, look_afresh: bool) -> Observation:
        if self.restarts > 99:
            raise EstimatorError("closed")
        self.looked.append((frame.timestamp_s, look_afresh))
        everybody = (UPRIGHT,) if look_afresh else None
        found = self.finds.pop(0) if self.finds else UPRIGHT
        return Observation(frame.timestamp_s, frame.index, found, everybody, 0.5)

    def restart(self) -> None:
        self.restarts += 1

    def close(self) -> None:
        self.restarts = 100

    def __enter__(self) -> Looker:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


class Asking(Monitor):
    """A monitor that wants what a test says."""

    fresh = False

    @property
    def wants_fresh_look(self) -> bool:
        return self.fresh

    @property
    def wants_restart(self) -> bool:
        return False


def frame(timestamp_s: float, part: int = 0) -> Frame:
    return Frame(scene(part), timestamp_s, round(timestamp_s * 10))


@pytest.fixture
def looker() -> Looker:
    return Looker()


@pytest.fixture
def gate(looker: Looker) -> Gate:
    return Gate(looker, SETTINGS)


def see(gate: Gate, seen: Frame, asking: Asking, **how: bool) -> Observation:
    return gate.observe(seen, asking, **{"away": False, "repeat": True, **how})


class TestGate:
    def test_an_unmoved_picture_is_not_looked_at_for_three_seconds(
        self, gate: Gate, looker: Looker
    ) -> None:
        asking = Asking()
        seen = [see(gate, frame(second / 2), asking) for second in range(13)]
        assert [second for second, _ in looker.looked] == [0.0, 3.0, 6.0]
        assert [o.timestamp_s for o in seen] == [second / 2 for second in range(13)]
        assert all(o.tracked is UPRIGHT for o in seen)
        assert gate.looks == 3

    def test_a_look_is_not_repeated_as_if_it_were_another(self, gate: Gate, looker: Looker) -> None:
        asking = Asking()
        asking.fresh = True
        assert see(gate, frame(0), asking).detected == (UPRIGHT,)
        asking.fresh = False
        repeated = see(gate, frame(0.5), asking)
        assert repeated.detected is None
        assert repeated.scene is None
        assert len(looker.looked) == 1

    @pytest.mark.parametrize(
        ("finds", "expected"),
        [
            pytest.param([UPRIGHT, UPRIGHT], [0.0, 1.0], id="at once"),
            pytest.param([UPRIGHT, FORWARD, UPRIGHT], [0.0, 1.0, 1.5, 2.0], id="in the third"),
            pytest.param([UPRIGHT, None, None], [0.0, 1.0, 1.5], id="nobody"),
        ],
    )
    def test_it_looks_again_until_two_looks_agree(
        self, gate: Gate, looker: Looker, finds: list[Pose | None], expected: list[float]
    ) -> None:
        asking, looker.finds = Asking(), finds
        for second in range(6):  # something moves once, at 1.0
            see(gate, frame(second / 2, part=second >= 2), asking)
        assert [second for second, _ in looker.looked] == expected

    @pytest.mark.parametrize("why", ["moved", "asked", "baseline"])
    def test_it_looks(self, gate: Gate, looker: Looker, why: str) -> None:
        asking = Asking()
        see(gate, frame(0), asking)
        asking.fresh = why == "asked"
        see(gate, frame(0.5, part=why == "moved"), asking, repeat=why != "baseline")
        assert len(looker.looked) == 2
        assert gate.moved is (why == "moved")

    def test_while_away_only_what_moves_is_looked_at_afresh(
        self, gate: Gate, looker: Looker
    ) -> None:
        asking = Asking()
        see(gate, frame(0), asking)
        still = see(gate, frame(10), asking, away=True)
        assert (still.tracked, still.detected, still.brightness) == (None, None, 0.5)
        assert looker.looked == [(0.0, False)]
        assert see(gate, frame(11, part=1), asking, away=True).tracked is UPRIGHT
        assert looker.looked[1:] == [(11.0, True)]
        assert looker.restarts == 1

    def test_after_forgetting_everything_is_new(self, gate: Gate, looker: Looker) -> None:
        asking = Asking()
        see(gate, frame(0), asking)
        gate.forget()
        see(gate, frame(0.5), asking)
        assert [second for second, _ in looker.looked] == [0.0, 0.5]
        assert looker.restarts == 1
