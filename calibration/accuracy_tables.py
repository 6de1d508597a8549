"""The tables of the accuracy report."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from calibration.statistics import (
    NOTHING,
    Agreement,
    agreement,
    clustered_mean,
    number,
    table,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from numpy.typing import NDArray

    from calibration.evaluate import Method
    from calibration.examples import Examples

    Floats = NDArray[np.float64]
    Mask = NDArray[np.bool_]

NAMES = ("neck", "thoracic", "rounding", "head pitch")
"""Of `examples.TARGETS`, for people."""


VIEWS = ("side", "threequarter", "front")


SLOUCHED_DEG = 8.0
"""True change of neck or thoracic angle from which on somebody is called slouched here."""


GOALS = (
    ("side", None, 2.5, 1.8),
    ("threequarter", None, 3.0, 2.2),
    ("front", False, 3.5, 2.5),
    ("front", True, 4.0, 3.2),
)
"""View, whether the seat moves, and the mean absolute errors to reach for neck and thoracic."""


def agree(method: Method, rows: Mask, target: int) -> Agreement:
    """How a method agrees with the truth over some of its examples."""
    part = method.examples
    return agreement(method.change[rows, target], part.change[rows, target], part.body[rows])


def slouched(examples: Examples) -> Mask:
    """(n,) whether neck or upper back have truly gone forward by `SLOUCHED_DEG`."""
    gone: Mask = np.logical_or.reduce(examples.change[:, :2] > SLOUCHED_DEG, axis=1)
    return gone


def groups(examples: Examples) -> list[tuple[str, Mask]]:
    """The groups that are reported, by name; those without examples are left out."""
    e, bent, still = examples, slouched(examples), ~examples.sequence
    found = [("**stills**", still)]
    for view in VIEWS:
        seen = e.view == view
        found.append((f"**{view}**", still & seen))
        for name, rows in (
            ("camera in range", ~e.out_of_range),
            ("camera out of range", e.out_of_range),
            ("seat fixed", ~e.moving),
            ("seat moving", e.moving),
            ("while slouched", bent),
        ):
            found.append((f"{view}, {name}", still & seen & rows))
    kinds = np.unique(e.kind[still])
    found += [(f"kind: {kind.replace('_', ' ')}", still & (e.kind == kind)) for kind in kinds]
    found.append(("**sequences**", ~still))
    for view in VIEWS:
        seen = ~still & (e.view == view)
        found.append((f"sequences, {view}", seen))
        found.append((f"sequences, {view}, while slouched", seen & bent))
        found.append((f"sequences, {view}, seat moving, while slouched", seen & bent & e.moving))
    return [(name, rows) for name, rows in found if rows.any()]


def goal_section(method: Method) -> list[str]:
    """The model against the goals of the project."""
    e, rows = method.examples, []
    for view, moving, *goals in GOALS:
        chosen = ~e.sequence & (e.view == view)
        seat = "" if moving is None else f", chair {'moving' if moving else 'fixed'}"
        chosen &= True if moving is None else e.moving == moving
        row = [view + seat, str(len(np.unique(e.body[chosen])))]
        for target, goal in enumerate(goals):
            mae = agree(method, chosen, target).mae
            verdict = f"missed by {number(mae.value - goal)}" if mae.value > goal else "met"
            row += [mae.text(2), f"≤ {goal}: {verdict if mae.value == mae.value else NOTHING}"]
        rows.append([*row, *(agree(method, chosen, target).mae.text(2) for target in (2, 3))])
    header = ["view", "bodies", "neck MAE", "goal", "thoracic MAE", "goal"]
    lines = table([*header, "rounding MAE", "head pitch MAE"], rows)
    return ["## In short", "", "Stills, cameras in and out of range pooled, degrees.", "", *lines]


def method_section(methods: list[Method]) -> list[str]:
    """All methods side by side."""
    lines = [
        "## Methods side by side",
        "",
        "MAE in degrees; where a method could not measure all frames, the share that it did. The",
        "mean is that of the same frames by view, which favours it. The oracle is the same network",
        "on true image points: what remains is the camera's, not the landmarks'.",
        "",
    ]
    picks: list[tuple[str, Callable[[Examples], Mask]]] = [
        ("Stills", lambda e: ~e.sequence),
        ("Stills, while slouched", lambda e: ~e.sequence & slouched(e)),
        ("Sequences", lambda e: e.sequence),
        ("Sequences, seat moving, while slouched", lambda e: e.sequence & e.moving & slouched(e)),
    ]
    for title, pick in picks:
        rows = []
        for view in VIEWS:
            for method in methods:
                chosen = pick(method.examples) & (method.examples.view == view)
                cells = [_with_share(method, chosen, target) for target in range(len(NAMES))]
                if any(cell != NOTHING for cell in cells):
                    rows.append([view, method.name, *cells])
        if rows:
            lines += [f"### {title}", "", *table(["view", "method", *NAMES], rows)]
    return lines


def _with_share(method: Method, rows: Mask, target: int) -> str:
    found = agree(method, rows, target)
    share = found.count / max(1, int(rows.sum()))
    return found.mae.text() + (f" ({share:.0%})" if 0 < share < 0.995 else "")


def agreement_section(method: Method, charts: str) -> list[str]:
    """Bias, limits of agreement and correlation of one method, by group."""
    lines = ["## Agreement with the truth", ""]
    for target, name in enumerate(NAMES):
        rows = []
        for group, chosen in groups(method.examples):
            a = agree(method, chosen, target)
            limits = f"{number(a.lower)} to {number(a.upper)}"
            figures = (a.mae.text(), a.bias.text(), limits, number(a.r, 2))
            rows.append([group, a.count, a.clusters, *figures])
        header = ["group", "frames", "bodies", "MAE", "bias", "limits of agreement", "r"]
        lines += [f"### Change of {name} (°)", "", *table(header, rows)]
    lines += [f"![Bland-Altman]({charts}/bland_altman.png)", ""]
    return [*lines, f"![Error against true change]({charts}/error_by_change.png)", ""]


def uncertainty_section(method: Method, charts: str) -> list[str]:
    """Whether the model's own standard deviations are true."""
    e, (z, sd) = method.examples, standardised(method)
    rows = []
    chosen_groups = [("stills", ~e.sequence)]
    chosen_groups += [(f"stills, {view}", ~e.sequence & (e.view == view)) for view in VIEWS]
    chosen_groups += [
        ("stills, camera in range", ~e.sequence & ~e.out_of_range),
        ("stills, camera out of range", ~e.sequence & e.out_of_range),
        ("stills, while slouched", ~e.sequence & slouched(e)),
        ("sequences", e.sequence),
    ]
    for target, name in enumerate(NAMES):
        for group, chosen in chosen_groups:
            if chosen.any():
                rows.append(
                    [
                        name,
                        group,
                        *_calibration(z[chosen, target], sd[chosen, target], e.body[chosen]),
                    ]
                )
    header = ["angle", "group", "within 1 sd", "68 ± 3 %", "within 2 sd", "sd of z", "median sd"]
    return [
        "## Is the uncertainty true?",
        "",
        "Of a true standard deviation 68 % of errors lie within one and 95 % within two; z is the",
        "error in units of the model's own standard deviation. Goal: 68 ± 3 % within one.",
        "",
        *table(header, rows),
        f"![Expected and observed share of errors]({charts}/uncertainty.png)",
        "",
    ]


def standardised(method: Method) -> tuple[Floats, Floats]:
    """(n, 4) errors in units of the method's own standard deviation, and that in degrees."""
    if method.sd is None:
        raise ValueError(f"{method.name} gives no standard deviation")
    return (method.change - method.examples.change) / method.sd, method.sd


def _calibration(z: Floats, sd: Floats, bodies: NDArray[np.int64]) -> list[str]:
    """Cells for (n,) standardised errors and their standard deviations in degrees."""
    one, two = (clustered_mean(np.abs(z) <= limit, bodies) for limit in (1.0, 2.0))
    off = 100 * (one.value - 0.6827)
    return [
        one.text(percent=True, digits=0),
        "met" if abs(off) <= 3 else f"off by {number(off)}",
        two.text(percent=True, digits=0),
        number(float(z.std()), 2),
        number(float(np.median(sd))) + "°",
    ]


def measured_section(frames: Iterable[Mapping[str, Any]]) -> list[str]:
    """How often there is an angle at all; see `evaluate.fate`."""
    rows, frames = [], list(frames)
    reasons = sorted({reason for f in frames for reason in f["counts"]} - {"measured"})
    for view in VIEWS:
        for name, fits in (
            ("camera in range", lambda f: not f["out"]),
            ("camera out of range", lambda f: f["out"]),
            ("low light", lambda f: f["dark"]),
        ):
            some = [f for f in frames if f["view"] == view and fits(f)]
            if some:
                rows.append([view, name, *_fates(some, reasons)])
    rows.append(["**all**", "", *_fates(frames, reasons)])
    header = ["view", "group", "set-ups", "no baseline", "under half measured", "frames"]
    return [
        "## How often it measures",
        "",
        "Frames with somebody in the picture. *Measured* are those that pass the product's own",
        "gates (*unfamiliar*: unlike anything that the model was fitted on); the others count in",
        "no table above, so their share belongs to every one of them.",
        "A set-up without a baseline (under three measured upright frames) counts there neither.",
        "",
        *table([*header, "measured", *(r.replace("_", " ") for r in reasons)], rows),
    ]


def _fates(some: list[Mapping[str, Any]], reasons: list[str]) -> list[str]:
    total = max(1, sum(f["frames"] for f in some))
    measured = [np.arange(f["frames"]) < f["counts"].get("measured", 0) for f in some]
    share = clustered_mean(
        np.concatenate(measured), np.repeat([f["body"] for f in some], [f["frames"] for f in some])
    )
    lost = (sum(f["counts"].get(reason, 0) for f in some) / total for reason in reasons)
    return [
        str(len(some)),
        str(sum(not f["baseline"] for f in some)),
        str(sum(2 * f["counts"].get("measured", 0) < f["frames"] for f in some)),
        str(total),
        share.text(percent=True, digits=0),
        *(f"{value:.1%}" for value in lost),
    ]
