"""What the user's own slump brings: a second anchor beside the upright posture, measured.

In each still set-up one clear slump plays the part of the slump that a user was asked for; its true
change is not told, as it would not be. All other frames are then estimated with and without it.
Nor did a fitted correction along the way from upright to slump, in angles or in landmarks, bring
degrees.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from calibration.accuracy_tables import VIEWS, slouched
from calibration.dataset import BASELINE_STILLS
from calibration.statistics import clustered_mean, number, table
from posture.detector import DetectorSettings, deviation

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from calibration.examples import Examples
    from posture.angle_model import AngleModel

    Floats = NDArray[np.float64]
    Mask = NDArray[np.bool_]

ANCHOR_KINDS = ("slump", "mixed")
ANCHOR_DEG = 12.0
"""True change of neck or upper back from which on a frame may be an anchor."""
SLUMP_DEG, SLUMP_SD_DEG = np.array([21.0, 12.9, 17.4]), np.array([6.3, 5.8, 6.4])
"""True change of neck, upper back and rounding over such frames of the train split."""
GAINS = (1 / 1.5, 2.0)
"""Limits of a personal gain."""
LEAST_DEG = 3.0
"""A slump that is estimated smaller than this gives the gain of one of this size."""
ERROR_SHARE = 0.2
"""Part of the error at the slump that other frames share: about the best on train and validation.
"""
FOUND_DEG, UPRIGHT_DEG = 15.0, 5.0
"""True worst change of what must be found, and of what must not be."""


def anchored(examples: Examples) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Rows to be judged and, for each, the row of its set-up's anchor: (k,) and (k,).

    The anchor is the first frame of the set-up that may be one. Frames of baselines, sequences,
    and set-ups without an anchor are left out.
    """
    judged = ~examples.sequence & (examples.frame >= BASELINE_STILLS)
    clear = examples.change[:, :2].max(axis=1, initial=-np.inf) >= ANCHOR_DEG
    may = judged & clear & np.isin(examples.kind, ANCHOR_KINDS)
    rows, anchors = [np.zeros(0, np.int64)], [np.zeros(0, np.int64)]
    for name in np.unique(examples.name[may]):
        here = examples.name == name
        anchor = np.flatnonzero(here & may)[0]
        others = np.flatnonzero(here & judged)
        others = others[others != anchor]
        rows.append(others)
        anchors.append(np.full(len(others), anchor))
    return np.concatenate(rows), np.concatenate(anchors)


def gain(slump: Floats, sd: Floats) -> Floats:
    """(n, 3) what to multiply a person's changes with, so that the slump is as large as most are.

    Args:
        slump: (n, 3) estimated change of neck, upper back and rounding at the own slump, degrees.
        sd: (n, 3) its standard deviation: the less certain, the nearer to `SLUMP_DEG`.
    """
    trust = sd**2 / (sd**2 + SLUMP_SD_DEG**2)
    full = SLUMP_DEG / np.maximum(slump, LEAST_DEG)
    result: Floats = np.clip(1 + trust * (full - 1), *GAINS)
    return result


def worst_deg(change: Floats) -> Floats:
    """(n,) what is judged of (n, 3) changes of neck, upper back and rounding, degrees."""
    return np.array([deviation(*row).worst_deg for row in change.tolist()], np.float64)


def share(change: Floats, slump: Floats) -> Floats:
    """(n,) how far from upright (0) to the own slump (1), from the (n,) worst change of each."""
    result: Floats = np.clip(change / np.maximum(slump, LEAST_DEG), 0.0, 1.0)
    return result


def anchor_section(examples: Examples, model: AngleModel) -> list[str]:
    """Lines of Markdown: degrees, found and false with and without the own slump, and the share."""
    lines = ["## What the user's own slump brings", ""]
    rows, anchors = anchored(examples)
    if not len(rows):
        return [*lines, "Not evaluated: no set-up with a clear slump.", ""]
    at = examples.where(rows)
    reference = (at.absolute - at.change)[:, :3]
    true, true_slump = at.change[:, :3], examples.absolute[anchors, :3] - reference
    estimate = model.change(at.now, at.upright)[0][:, :3]
    slump, sd = (x[:, :3] for x in model.change(examples.now[anchors], at.upright))
    way = share(worst_deg(estimate), worst_deg(slump))[:, None]
    off = slump - true_slump
    versions = {
        "upright alone": estimate,
        "with a gain from the slump": estimate * gain(slump, sd),
        "error at the slump told": estimate - ERROR_SHARE * way * off,
    }
    table_rows = [
        [view, name, *_cells(at, change, at.view == view)]
        for view in VIEWS
        for name, change in versions.items()
        if (at.view == view).any()
    ]
    shares = {
        "of the own slump": share(worst_deg(estimate), worst_deg(slump)),
        "of the usual slump": share(worst_deg(estimate), np.full(len(rows), SLUMP_DEG.max())),
    }
    return [
        *lines,
        *_explanation(len(np.unique(anchors))),
        *table(["view", "version", *_HEADER], table_rows),
        *_alike(off, estimate - true, slouched(at)),
        *_share_lines(shares, share(worst_deg(true), worst_deg(true_slump)), worst_deg(true), at),
    ]


def _explanation(set_ups: int) -> list[str]:
    enter_deg = DetectorSettings().enter_deg
    return [
        f"Stills. Of each of {set_ups} set-ups one frame (slump or mixed, neck or upper back truly",
        f"forward by {ANCHOR_DEG:g}° or more) is the user's own slump, the others are estimated.",
        "*Gain*: changes times what makes the slump as large as such slumps are on average, shrunk",
        f"by their variances, {GAINS[0]:.2f} to {GAINS[1]:g}. *Error told*: the error of the",
        f"slump's estimate, which no user knows; {ERROR_SHARE:.0%} of it is taken off, in",
        "proportion.",
        f"*Found*: frames with a true worst change of at least {FOUND_DEG:g}° that read as",
        f"{enter_deg:g}° and more, which is slouching. *False*: those under {UPRIGHT_DEG:g}° that",
        "do.",
        "",
    ]


_HEADER = ("neck MAE", "thoracic", "rounding", "neck, slouched", "thoracic", "found", "false")


def _cells(at: Examples, change: Floats, rows: Mask) -> list[str]:
    error, bent = np.abs(change - at.change[:, :3]), rows & slouched(at)
    true, read = worst_deg(at.change[:, :3]), worst_deg(change) >= DetectorSettings().enter_deg
    means = [(error[:, target], rows) for target in range(3)]
    means += [(error[:, target], bent) for target in range(2)]
    return [
        *(clustered_mean(values[some], at.body[some]).text() for values, some in means),
        *(
            clustered_mean(read[some], at.body[some]).text(0, percent=True)
            for some in (rows & (true >= FOUND_DEG), rows & (true < UPRIGHT_DEG))
        ),
    ]


def _alike(off: Floats, error: Floats, bent: Mask) -> list[str]:
    """How much a slouched frame's errors have in common with those at the slump."""
    known = int(bent.sum()) > 2 and bool((np.ptp(off[bent], axis=0) > 0).all())
    together = [
        number(float(np.corrcoef(off[bent, i], error[bent, i])[0, 1]) if known else np.nan, 2)
        for i in range(3)
    ]
    return [
        "How the error while slouched goes with the error at the slump of the same person and",
        f"camera (correlation): neck {together[0]}, thoracic {together[1]}, rounding",
        f"{together[2]}.",
        "The degrees are left as they are: a gain finds more and is wrong more, as a lower",
        "threshold would.",
        "",
    ]


def _share_lines(
    shares: dict[str, Floats], true: Floats, true_worst_deg: Floats, at: Examples
) -> list[str]:
    """The share of the way to the slump, which is what is shown to the user."""
    bent = true_worst_deg >= UPRIGHT_DEG
    rows = [
        [
            name,
            *(
                clustered_mean(np.abs(value - true)[some], at.body[some]).text(2)
                for some in (np.full(len(true), fill_value=True), bent)
            ),
        ]
        for name, value in shares.items()
    ]
    return [
        "What the own slump gives is a scale of one's own: *how far between your upright posture",
        "and your own slump*, 0 to 1, by the worst change. Mean absolute error of that share, of",
        f"all frames and of those truly beyond {UPRIGHT_DEG:g}°, beside the share of the usual",
        f"slump ({SLUMP_DEG.max():g}°), for which nobody need be asked:",
        "",
        *table(["share", "all", "bent"], rows),
    ]
