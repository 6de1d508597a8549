"""How far a baseline can be relied on, in a number, a word and a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from posture.records import View

if TYPE_CHECKING:
    from posture.records import Baseline

GOOD, FAIR = 0.8, 0.5
"""Quality from which on a baseline is called good, or fair."""
GOOD_COUNT = 30
"""Frames that leave nothing to wish for: three seconds at ten a second."""
MOVED_DEG = (3.75, 0.5)
"""Spread of an angle at which quality is 0, and up to which it is 1; 2.5 degrees are refused."""
MEASURED = (0.375, 0.95)
"""The same for the share of the frames that could be measured; half of them is refused."""
SIZE = (0.4, 1.0)
"""The same for a metre at the person's depth, in frame heights."""
VIEWS = {View.FRONT: 0.8, View.THREE_QUARTER_LEFT: 0.9, View.THREE_QUARTER_RIGHT: 0.9}
"""By view: the angles are known worst from the front, best from the side."""


def quality(baseline: Baseline, moved_deg: float, measured: float) -> tuple[float, str]:
    """Rate a baseline: it is as good as its weakest side.

    Args:
        baseline: What was taken.
        moved_deg: Larger of both angles' robust standard deviations in the stretch.
        measured: Share of the stretch's frames behind the baseline, 0 to 1.

    Returns:
        0 to 1, and a sentence for the user; empty when nothing is to be done.
    """
    sides = [
        (baseline.count / GOOD_COUNT, "Stay in front of the camera for longer."),
        (_between(moved_deg, *MOVED_DEG), "Sit still while it is taken."),
        (
            _between(measured, *MEASURED),
            "Keep head and shoulders in the picture, well lit, and face your screen.",
        ),
        (_between(baseline.size, *SIZE), "Sit nearer to the camera."),
        (VIEWS.get(baseline.view, 1.0), "A camera further to the side sees neck and back better."),
    ]
    value, advice = min(sides, key=lambda side: side[0])
    return min(1.0, value), advice if value < 1.0 else ""


def _between(value: float, worst: float, best: float) -> float:
    return max(0.0, min(1.0, (value - worst) / (best - worst)))


def quality_word(value: float | None) -> str:
    """`good`, `fair` or `weak`; `unknown` for None, as of baselines stored by earlier versions."""
    if value is None:
        return "unknown"
    return "good" if value >= GOOD else "fair" if value >= FAIR else "weak"
