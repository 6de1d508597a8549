"""The own slump as a second anchor, on made-up examples: nothing is rendered."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from calibration.anchors import (
    GAINS,
    LEAST_DEG,
    SLUMP_DEG,
    anchor_section,
    anchored,
    gain,
    share,
    worst_deg,
)
from calibration.examples import Examples
from posture import shape
from posture.angle_model import AngleModel, from_layers


def examples(
    neck_deg: list[float],
    kind: str = "slump",
    *,
    name: str = "a",
    body: int = 0,
    sequence: bool = False,
) -> Examples:
    """One set-up whose frames follow those of its baseline; the image moves as the neck does."""
    many = len(neck_deg)
    change = np.zeros((many, 4))
    change[:, 0] = neck_deg
    now = np.zeros((many, shape.LENGTH))
    now[:, 0] = change[:, 0] / 100
    return Examples(
        now=now,
        upright=np.zeros((many, shape.LENGTH)),
        change=change,
        absolute=change + 30.0,
        name=np.full(many, name),
        body=np.full(many, body),
        view=np.full(many, "side"),
        out_of_range=np.zeros(many, bool),
        moving=np.ones(many, bool),
        kind=np.full(many, kind),
        frame=np.arange(many) + 6,
        sequence=np.full(many, sequence),
        misplaced_m=np.zeros(many),
    )


def some_model() -> AngleModel:
    rng = np.random.default_rng(0)
    size = 2 * shape.LENGTH
    sizes = [(2, 5, size), (2, 5), (2, 4, 5), (2, 4), (2, 8, 4), (2, 8)]
    layers = [rng.normal(0, 0.3, s).astype(np.float32) for s in sizes]
    bounds = np.full(shape.LENGTH, -50.0), np.full(shape.LENGTH, 50.0)
    return from_layers(np.zeros(size), np.ones(size), layers, bounds)


@pytest.mark.parametrize(
    ("part", "rows", "anchor"),
    [
        pytest.param(examples([5, 11, 20, 30]), [0, 1, 3], 2, id="the first clear slump"),
        pytest.param(examples([5, 11]), [], None, id="no clear slump"),
        pytest.param(examples([20, 30], "forward_head"), [], None, id="another kind"),
        pytest.param(examples([20, 30], sequence=True), [], None, id="a sequence"),
    ],
)
def test_which_frame_is_the_anchor(part: Examples, rows: list[int], anchor: int | None) -> None:
    found, anchors = anchored(part)
    assert found.tolist() == rows
    assert set(anchors.tolist()) == (set() if anchor is None else {anchor})


def test_frames_of_a_baseline_are_left_out() -> None:
    part = examples([0, 20, 30])
    part.frame[:] = [0, 5, 6]
    found, anchors = anchored(part)
    assert (found.tolist(), anchors.tolist()) == ([], [])


def test_a_usual_slump_changes_nothing() -> None:
    assert gain(SLUMP_DEG[None], np.full((1, 3), 5.0)) == pytest.approx(1.0)


@given(st.floats(-50, 100), st.floats(0.01, 50), st.floats(0, 20), st.integers(0, 2))
def test_a_gain_goes_towards_the_usual_slump_within_limits(
    slump_deg: float, sd_deg: float, further_deg: float, part: int
) -> None:
    slump, sd = np.full((1, 3), slump_deg), np.full((1, 3), sd_deg)
    value = gain(slump, sd)[0, part]
    assert GAINS[0] <= value <= GAINS[1]
    assert (value >= 1) == (max(slump_deg, LEAST_DEG) <= SLUMP_DEG[part])
    assert gain(slump + further_deg, sd)[0, part] <= value
    assert abs(gain(slump, 2 * sd)[0, part] - 1) >= abs(value - 1) - 1e-12


def test_what_is_judged_counts_the_slump_against_the_backrest() -> None:
    changes = np.array([[10.0, 5.0, 0.0], [10.0, -5.0, 0.0], [0.0, 0.0, 20.0]])
    assert worst_deg(changes).tolist() == [10.0, 15.0, 15.0]


@pytest.mark.parametrize(
    ("change_deg", "slump_deg", "expected"),
    [(10, 20, 0.5), (-10, 20, 0), (30, 20, 1), (3, 0, 1), (0, -5, 0)],
)
def test_share_of_the_way(change_deg: float, slump_deg: float, expected: float) -> None:
    assert share(np.array([change_deg]), np.array([slump_deg])) == pytest.approx(expected)


def test_the_section_has_a_row_for_each_version() -> None:
    part = examples([0, 4, 20, 25, 9, 16])
    text = "\n".join(anchor_section(part, some_model()))
    assert text.startswith("## What the user's own slump brings\n")
    assert "Of each of 1 set-ups" in text
    assert text.count("\n| side |") == 3
    assert "| side | upright alone |" in text
    assert "| of the own slump |" in text


def test_without_a_clear_slump_the_section_says_so() -> None:
    assert "Not evaluated" in "\n".join(anchor_section(examples([0, 4]), some_model()))
