"""The product's own monitor on rendered sequences: slouches found, and false alarms."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from calibration.examples import BASELINE_S
from calibration.extract import Extracted, array_pose
from calibration.statistics import (
    number,
    proportion,
    rate,
    table,
)
from posture import baseline
from posture.angle_model import TARGETS
from posture.detector import Detector, DetectorSettings
from posture.features import extract
from posture.landmarks import LANDMARK_COUNT
from posture.monitor import Monitor
from posture.person import PersonCheck
from posture.ports import BaselineError
from posture.records import Observation, State

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from numpy.typing import NDArray

    from posture.records import Baseline, Pose

    Floats = NDArray[np.float64]
    Mask = NDArray[np.bool_]
    Finder = Callable[[Path], Pose | None]

PERSIST_S, GRACE_S = 20.0, 10.0
"""A slouch must last; the alarm may come so much later."""
SLOUCH_DEG, SLIGHT_DEG = 15.0, 8.0
"""True change that must be found; true change under which an alarm is false."""
BRIDGE_S = 1.0
"""Dips under the limit no longer than this do not end a stretch: people sway."""
AFTER_S = 5.0
"""An alarm so shortly after a stretch still is about it."""
CALM = ("upright", "glance", "phone", "turned", "chair_roll")
"""Kinds of the upright, looking-down, turning and chair-rolling sort."""


@dataclass(frozen=True, slots=True, eq=False)
class Watched:
    """One sequence as the product judged it.

    Attributes:
        found: The sequence.
        states: (n,) state after each frame.
        change: (n, 3) true change of neck, thoracic and rounding angle; NaN while nobody is there.
    """

    found: Extracted
    states: list[State]
    change: Floats

    @property
    def times(self) -> Floats:
        """(n,) seconds."""
        return np.asarray(self.found.truth["timestamp_s"], np.float64)

    @property
    def kinds(self) -> NDArray[np.str_]:
        """(n,) what the script has the sitter do."""
        return np.asarray(self.found.truth["kind"]).astype(str)


@dataclass(frozen=True, slots=True)
class Slouch:
    """A true persistent slouch; `delay_s` is from its start to the alarm, NaN when missed."""

    kind: str
    view: str
    angle: str
    delay_s: float
    measured: float


@dataclass(frozen=True, slots=True)
class Alarm:
    """An onset of SLOUCHED; what was truly the case is slouch, slight, early or false."""

    kind: str
    view: str
    truth: str


def observations(found: Extracted) -> list[Observation]:
    """What the estimator saw in each frame, as the product's records."""
    width_px, height_px = (int(v) for v in found.size_px)
    looks: dict[int, list[Pose]] = {}
    for rows in found.looks:
        pose = array_pose(rows[:LANDMARK_COUNT], width_px, height_px)
        looks.setdefault(int(rows[LANDMARK_COUNT, 0]), []).append(pose)
    return [
        Observation(
            timestamp_s=float(found.truth["timestamp_s"][index]),
            index=index,
            tracked=array_pose(values, width_px, height_px) if np.isfinite(values).all() else None,
            detected=tuple(looks.get(index, ())) if found.looked[index] else None,
            brightness=float(found.brightness[index]),
        )
        for index, values in enumerate(found.poses)
    ]


def take_baseline(seen: Iterable[Observation], frame_px: tuple[int, int]) -> Baseline:
    """The baseline from the upright beginning, as the product takes it.

    Raises:
        BaselineError: When the product refuses it.
    """
    person, samples = PersonCheck(), []
    for observation in seen:
        pose = person.update(observation).pose
        if BASELINE_S[0] <= observation.timestamp_s <= BASELINE_S[1]:
            features = None if pose is None else extract(pose)
            samples.append(baseline.Sample(observation.timestamp_s, features, frame_px))
    return baseline.fit(samples, model_sha256="")


def watch(found: Extracted) -> Watched:
    """Run the product's monitor over a sequence.

    Raises:
        BaselineError: When the product refuses the baseline.
    """
    seen = observations(found)
    upright = take_baseline(seen, (int(found.size_px[0]), int(found.size_px[1])))
    monitor = Monitor(upright, detector=Detector(DetectorSettings(persist_s=PERSIST_S)))
    truth = np.stack([found.truth[name] for name in TARGETS[:3]], axis=1).astype(np.float64)
    times = found.truth["timestamp_s"]
    early = (times >= BASELINE_S[0]) & (times <= BASELINE_S[1])
    states = [monitor.update(observation).state for observation in seen]
    return Watched(found, states, truth - np.nanmean(truth[early], axis=0))


def stretches(mask: Mask, times: Floats, *, bridge_s: float = BRIDGE_S) -> list[tuple[int, int]]:
    """First and last index of each run of a mask (n,); short gaps in between are bridged."""
    edges = np.flatnonzero(np.diff(np.concatenate(([False], mask, [False])).astype(int)))
    runs: list[tuple[int, int]] = []
    for first, after in edges.reshape(-1, 2).tolist():
        if runs and times[first] - times[runs[-1][1]] <= bridge_s + 1e-6:
            runs[-1] = (runs[-1][0], after - 1)
        else:
            runs.append((first, after - 1))
    return runs


def slouches(watched: Watched) -> tuple[list[Slouch], int]:
    """The true persistent slouches, and how many more the recording's end cut off.

    By neck or thoracic angle; those by rounding alone are told apart.
    """
    times, states = watched.times, np.array(watched.states)
    bent = watched.change >= SLOUCH_DEG
    found, cut = [], 0
    plain = [r for r in stretches(bent[:, 0] | bent[:, 1], times) if _lasts(r, times, PERSIST_S)]
    rounded = [r for r in stretches(bent[:, 2], times) if _lasts(r, times, PERSIST_S)]
    alone = [r for r in rounded if not any(p[0] <= r[1] and r[0] <= p[1] for p in plain)]
    for angle, runs in (("neck or thoracic", plain), ("rounding alone", alone)):
        for first, last in runs:
            deadline_s = times[first] + PERSIST_S + GRACE_S
            if deadline_s > times[-1]:
                cut += 1
                continue
            during = (times >= times[first]) & (times <= deadline_s)
            alarm = np.flatnonzero(during & (states == State.SLOUCHED))
            delay_s = float(times[alarm[0]] - times[first]) if len(alarm) else float("nan")
            known = np.isin(states[during], (State.UPRIGHT, State.SLOUCHED))
            kind = Counter(watched.kinds[first : last + 1].tolist()).most_common(1)[0][0]
            view = str(watched.found.about["view"])
            found.append(Slouch(kind, view, angle, delay_s, float(known.mean())))
    return found, cut


def _lasts(run: tuple[int, int], times: Floats, seconds: float) -> bool:
    return bool(times[run[1]] - times[run[0]] >= seconds - 1e-6)


def alarms(watched: Watched) -> list[Alarm]:
    """Every onset of SLOUCHED, and what had truly lasted up to it."""
    times, result = watched.times, []
    before = [State.UNKNOWN, *watched.states[:-1]]
    for index, (last, state) in enumerate(zip(before, watched.states, strict=True)):
        if state is not State.SLOUCHED or last is State.SLOUCHED:
            continue
        held_s = {
            limit: _held_s(np.logical_or.reduce(watched.change >= limit, axis=1), times, index)
            for limit in (SLOUCH_DEG, SLIGHT_DEG)
        }
        truth = "false"
        if held_s[SLIGHT_DEG] >= PERSIST_S / 2:
            truth = "early"
        if held_s[SLIGHT_DEG] >= PERSIST_S:
            truth = "slouch" if held_s[SLOUCH_DEG] >= PERSIST_S / 2 else "slight"
        recent = watched.kinds[(times <= times[index]) & (times > times[index] - PERSIST_S)]
        kind = Counter(recent.tolist()).most_common(1)[0][0]
        result.append(Alarm(kind, str(watched.found.about["view"]), truth))
    return result


def _held_s(mask: Mask, times: Floats, index: int) -> float:
    """Length of the stretch of a mask that reaches up to a frame, or nearly; 0 without one."""
    runs = stretches(mask[: index + 1], times)
    if not runs or times[index] - times[runs[-1][1]] > AFTER_S:
        return 0.0
    return float(times[runs[-1][1]] - times[runs[-1][0]])


def sequence_section(all_found: Iterable[Extracted]) -> list[str]:
    """Found slouches and false alarms of the product on every sequence."""
    watched, refused = [], []
    for found in all_found:
        if found.about["kind"] == "sequence":
            try:
                watched.append(watch(found))
            except BaselineError as error:
                refused.append(f"- {found.name}: {error}")
    lines = [
        "## Persistent slouches and false alarms",
        "",
        "The product's own monitor with the weights that it ships, set to 20 s, over continuous",
        f"recordings; baseline from {BASELINE_S[0]:g} to {BASELINE_S[1]:g} s. A *slouch* is a true",
        f"change of at least {SLOUCH_DEG:g}° held for {PERSIST_S:g} s (dips up to {BRIDGE_S:g} s",
        f"bridged); *found* means an alarm at most {GRACE_S:g} s after that. An alarm is *false*",
        f"when no true change of {SLIGHT_DEG:g}° (neck, thoracic or rounding) had held for even",
        f"{PERSIST_S / 2:g} s, *early* when one had but not for {PERSIST_S:g} s, *slight* when",
        f"it had but was mostly under {SLOUCH_DEG:g}°. Goals: 95 % found; at most 0.1 false alarms",
        "an hour, which only 37 hours without one would show. Intervals: exact Poisson (rates) and",
        "exact binomial (shares), 95 %.",
        "",
    ]
    lines += [
        f"{len(watched)} sequences were judged. {len(refused)} more had their baseline refused"
    ]
    lines += ["and count in nothing below" + (":" if refused else "."), "", *refused]
    lines += [""] if refused else []
    if not watched:
        return [*lines, "No sequence could be judged.", ""]
    return lines + _found_table(watched) + _alarm_table(watched)


def _found_table(watched: list[Watched]) -> list[str]:
    every: list[Slouch] = []
    cut = 0
    for one in watched:
        some, more = slouches(one)
        every += some
        cut += more
    rows = []
    for angle in ("neck or thoracic", "rounding alone"):
        of_angle = [s for s in every if s.angle == angle]
        for name in ["all", *sorted({s.view for s in of_angle} | {s.kind for s in of_angle})]:
            some = [s for s in of_angle if name in ("all", s.view, s.kind)]
            delays = [s.delay_s for s in some if s.delay_s == s.delay_s]
            missed = [s for s in some if s.delay_s != s.delay_s]
            share = proportion(len(delays), len(some)).text(percent=True, digits=0)
            middle = number(float(np.median(delays))) if delays else number(float("nan"))
            dark = sum(s.measured < 0.5 for s in missed)
            rows.append(
                [angle, name.replace("_", " "), len(some), share, middle, len(missed), dark]
            )
    header = ["≥ 15° of", "which", "slouches", "found", "median delay (s)", "missed"]
    note = f"{cut} more slouches were cut off by the recording's end and do not count."
    return [*table([*header, "of these under half measured"], rows), note, ""]


def _alarm_table(watched: list[Watched]) -> list[str]:
    every = [alarm for one in watched for alarm in alarms(one)]
    hours: defaultdict[str, float] = defaultdict(float)
    for one in watched:
        after = one.times > BASELINE_S[1]
        step_h = float(np.median(np.diff(one.times))) / 3600
        for kind in one.kinds[after].tolist():
            hours[kind] += step_h
    rows = []
    for name, kinds in (
        ("**all**", tuple(hours)),
        ("**upright, looking down, turning, rolling**", CALM),
        *((kind.replace("_", " "), (kind,)) for kind in sorted(hours)),
    ):
        some = Counter(alarm.truth for alarm in every if alarm.kind in kinds)
        total_h = sum(hours[kind] for kind in kinds)
        counts = [some[truth] for truth in ("slouch", "slight", "early", "false")]
        both = rate(some["false"] + some["early"], total_h).text()
        row = [name, f"{60 * total_h:.1f}", *counts, rate(some["false"], total_h).text(), both]
        rows.append(row)
    header = ["script", "minutes", "alarms: slouch", "slight", "early", "false"]
    return table([*header, "false per hour", "false or early per hour"], rows)
