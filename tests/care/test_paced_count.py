"""What is led counts when it stands out of the user's own noise, and goes as far as the first."""

from __future__ import annotations

from dataclasses import replace
from math import inf, nan

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from posture.care.paced_count import LAST, PACED, PacedCounter, PacedSettings

K = 8
PLAIN = PacedSettings(apart=3.0, alike=0.7, common=0.5, enough=0.6, along=0.5, sizes=2.0)
WAY = np.array([6.0, 3.0, *np.zeros(K - 2)])
ASIDE = np.array([0.0, 0.0, 8.0, *np.zeros(K - 3)])


def counted(*sizes: float, settings: PacedSettings = PLAIN, noise: float = 0.0) -> PacedCounter:
    """Repetitions of these sizes, with noise that is the same each time."""
    random = np.random.default_rng(3)
    counter = PacedCounter(settings)
    for size in sizes:
        counter.update(size * WAY + noise * random.normal(size=K), noise * random.normal(size=K))
    return counter


@pytest.mark.parametrize(
    ("sizes", "repetitions"),
    [
        pytest.param((1, 1), 2, id="the first two count together"),
        pytest.param((1,), 0, id="one does not"),
        pytest.param((1, 1, 1, 1), 4, id="each that follows"),
        pytest.param((1, 1, 0.4, 0, 1), 3, id="neither half nor none"),
        pytest.param((1, 1, 3), 3, id="more is enough"),
        pytest.param((0, 1, 1, 1), 3, id="a cue that was missed"),
        pytest.param((1, 0, 0.9, 1), 3, id="the second was missed"),
        pytest.param((1, 1, -1), 2, id="the other way"),
        pytest.param((0.1, 0.1, 0.1, 0.1), 0, id="too little to be told"),
        pytest.param((0.3, 1, 1), 2, id="a half one first"),
        pytest.param((-1, -1, -1), 0, id="nothing that bodies do"),
    ],
)
def test_counts(sizes: tuple[float, ...], repetitions: int) -> None:
    assert counted(*sizes).repetitions == repetitions


def test_what_does_not_stand_out_is_given_up() -> None:
    assert [counted(*[0.0] * tries).unseen for tries in (3, 4)] == [False, True]
    counter = counted(0, 0, 0, 0, 1, 1, 1, 1)
    assert (counter.repetitions, counter.unseen) == (0, True)
    counter.forget()
    assert [counter.update(WAY) for _ in range(3)] == [False, True, True]
    assert counter.repetitions == 3


def test_something_else_does_not_count() -> None:
    counter = counted(1, 1)
    assert not counter.update(WAY + 4 * ASIDE)
    assert not counter.update(ASIDE)
    assert counter.update(WAY)


def test_a_restless_user_must_go_farther() -> None:
    calm, restless = PacedCounter(PLAIN), PacedCounter(PLAIN)
    for _ in range(3):
        calm.update(WAY, np.full(K, 0.1))
        restless.update(WAY, np.full(K, 10.0))
    assert calm.noise < 1.0 < restless.noise
    assert (calm.known, restless.known) == (True, False)


@pytest.mark.parametrize("change", [{"most": 5.0}, {"apart": 30.0}, {"common": 0.99}])
def test_the_first_two_must_be_possible(change: dict[str, float]) -> None:
    assert counted(1, 1).known
    assert not counted(1, 1, settings=replace(PLAIN, **change)).known  # type: ignore[arg-type]


def test_noise_does_not_make_later_ones_look_small() -> None:
    shares = []
    for seed in range(200):
        random = np.random.default_rng(seed)
        counter = PacedCounter(replace(PLAIN, apart=0.1, alike=0.0, common=0.0, sizes=99.0))
        for _ in range(4):
            counter.update(WAY + random.normal(size=K))
        shares.append(counter.shares((WAY + random.normal(size=K))[None])[0])
    assert np.mean(shares) == pytest.approx(1.0, abs=0.05)


def test_the_way_follows_who_tires() -> None:
    sizes = [1.0 - 0.02 * number for number in range(30)]
    assert counted(*sizes).repetitions == 30
    assert counted(*([1.0] * LAST), 0.42).repetitions == LAST


@given(st.lists(st.floats(-3.0, 3.0), max_size=12), st.sampled_from(sorted(PACED)))
def test_never_more_than_were_led_and_never_fewer(sizes: list[float], name: str) -> None:
    counter, before = PacedCounter(PACED[name]), 0
    for number, size in enumerate(sizes, start=1):
        counter.update(size * WAY)
        assert before <= counter.repetitions <= number
        assert not (counter.known and counter.unseen)
        before = counter.repetitions


@pytest.mark.parametrize(
    "change",
    [
        {"apart": 0.0},
        {"apart": nan},
        {"most": 0.0},
        {"sizes": 0.5},
        {"tries": 1},
        {"alike": 1.1},
        {"common": -0.1},
        {"enough": inf},
        {"along": nan},
    ],
)
def test_settings_that_cannot_be(change: dict[str, float]) -> None:
    with pytest.raises(ValueError, match="must be"):
        replace(PLAIN, **change)  # type: ignore[arg-type]
