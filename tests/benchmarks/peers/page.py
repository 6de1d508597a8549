"""The page about the peers: figures, what they mean, and what is unfair about them. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from math import nan
from statistics import median
from textwrap import wrap
from typing import TYPE_CHECKING

from calibration.sequences import AFTER_S, SLIGHT_DEG, SLOUCH_DEG
from calibration.statistics import number, proportion, rate, table
from tests.benchmarks.peers.rule import HELD_S

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from tests.benchmarks.peers.feeding import Judged
    from tests.benchmarks.peers.rule import Score

HOUR_S = 3600.0
WIDTH = 99
"""Characters in a line of the page."""
INTRODUCTION = f"""\
# Beside other programs

`make bench-peers` installs other posture programs from PyPI by their package names, each in an
environment of its own. Their own code looks at the same clips as posture's, without a network, and
one rule holds all of them against the truth. Nothing of theirs is copied. This measures code; it
is no judgement of those who gave it away, and each of these programs does things that posture does
not.

**Read this first.** The clips are rendered people, ten pictures a second, a minute long at most:
few slouches and few minutes, hence the wide intervals. This project made them, and posture's angle
model was fitted on rendered bodies, though not on these: that favours posture. The others warn
after less than a second, or by the mean of five; posture is made to wait, so it is shown with
several times to wait. Real people are harder for all.

## The rule

- A *slouch* is a true change of neck or upper back from sitting upright by at least
  {SLOUCH_DEG:g}° that lasts at least {HELD_S:g} s. It is *found* when the program takes the person
  to slouch while it lasts, even if the program did so before.
- *Calm* is when the true change of both has been under {SLIGHT_DEG:g}° for more than {AFTER_S:g}
  s: sitting upright, small movements, rolling on the chair, some looks down. A *false alarm*
  begins in calm; *calm in alarm* is how much of all calm the program takes the person to slouch.
- What begins between is neither, and so are slumps against the backrest, where the back rounds but
  neither angle comes far forward.
- An alarm is the state of the program that leads to its warning. How it warns, and the pause
  between two warnings, are left out.
- All are calibrated on the upright beginning, 1 to 8 s; alarms count from 8 s on.
"""
FIGURES = f"""\
Read both columns: no alarm at all has no false ones, and an alarm all the time finds every slouch.
*Delay* is the median from the beginning of the true slouch to the alarm, 0 for one that began
before {SLOUCH_DEG:g}° were reached. Calm in alarm is also an alarm that goes on after a slouch has
ended. *CPU* is user and system time of all threads after a warm-up, without decoding. *CPU an
hour* is for an hour of watching all the time, at the rate that the program has as installed; for
posture that is the line *at its own rate*. CPU varies with what else the computer does. Intervals:
95 %, exact; pictures and alarms of one clip resemble each other, so they are rather too narrow.
"""


@dataclass(frozen=True, slots=True)
class Peer:
    """A program, and what is known of it.

    Attributes:
        name: As on PyPI.
        rate_hz: From the processor seconds of a picture to pictures a second as installed; None
            where that follows from the pictures themselves.
        facts: What it does as installed, and how it was run here; lines of a Markdown list.
    """

    name: str
    facts: str
    rate_hz: Callable[[float], float] | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one program.

    Attributes:
        told: How it was installed; empty where nothing worked.
        versions: Of it and of what it stands on.
        problems: Why other ways to install or start it failed.
        scores: By variant.
        judged: What the scores are from.
    """

    peer: Peer
    told: str
    versions: dict[str, str]
    problems: tuple[str, ...]
    scores: dict[str, Score]
    judged: tuple[Judged, ...]


def cost_s(judged: Sequence[Judged]) -> float:
    """Processor seconds of a picture; NaN without one."""
    long = [one for one in judged if one.frames > 0]  # longer than the warm-up
    frames = sum(one.frames for one in long)
    return sum(one.processor_s for one in long) / frames if frames else nan


def own_rate_hz(judged: Sequence[Judged]) -> float:
    """Pictures a second that were looked at; NaN without any."""
    length_s = sum(one.times_s[-1] - one.times_s[0] for one in judged if one.times_s)
    many = sum(len(one.times_s) - 1 for one in judged if one.times_s)
    return many / length_s if length_s > 0 else nan


def row(outcome: Outcome, variant: str) -> list[str]:
    """Of the table."""
    score = outcome.scores[variant]
    judged = [one for one in outcome.judged if one.variant == variant]
    cost = cost_s(judged)
    hz = outcome.peer.rate_hz(cost) if outcome.peer.rate_hz else own_rate_hz(judged)
    delays = score.delays_s
    found = proportion(len(delays), score.slouches).text(percent=True, digits=0)
    calm = score.calm_alarm_s / score.calm_s if score.calm_s else nan
    return [
        f"{outcome.peer.name}, {variant}",
        f"{len(delays)} of {score.slouches}: {found}",
        number(median(delays) if delays else nan),
        str(score.false_alarms),
        rate(score.false_alarms, score.calm_s / HOUR_S).text(digits=0),
        f"{number(100 * calm, 0)} % of {number(score.calm_s / 60)} min",
        number(1000 * cost),
        number(hz),
        number(HOUR_S * hz * cost, 0),
    ]


def figures(outcomes: Sequence[Outcome]) -> list[str]:
    """The table."""
    header = [
        "program",
        "slouches found",
        "delay (s)",
        "false alarms",
        "an hour of calm",
        "calm in alarm",
        "CPU a picture (ms)",
        "pictures a second",
        "CPU an hour (s)",
    ]
    rows = [row(outcome, variant) for outcome in outcomes for variant in outcome.scores]
    return table(header, rows)


def about(outcome: Outcome) -> list[str]:
    """What is known of one program."""
    version = outcome.versions.get(outcome.peer.name, "")
    lines = [f"### {outcome.peer.name} {version}".rstrip(), ""]
    lines += outcome.peer.facts.splitlines()
    more = [f"- Did not run {problem}." for problem in outcome.problems]
    if outcome.told:
        others = [f"{k} {v}" for k, v in outcome.versions.items() if k != outcome.peer.name]
        more += [f"- Ran {outcome.told}. Versions: {', '.join(others)}."]
    else:
        more += ["- It could not be run here, so there are no figures."]
    for one in more:
        lines += wrap(one, WIDTH, subsequent_indent="  ", break_on_hyphens=False)
    return [*lines, ""]


def page(outcomes: Sequence[Outcome], clips: Sequence[str], day: date) -> str:
    """The whole page, Markdown."""
    lines = [*INTRODUCTION.splitlines(), "", f"## Figures of {day.isoformat()}", ""]
    lines += [*figures(outcomes), *FIGURES.splitlines(), ""]
    lines += wrap(f"Clips ({len(clips)}): {', '.join(clips)}.", WIDTH)
    lines += ["", "## The programs", ""]
    for outcome in outcomes:
        lines += about(outcome)
    return "\n".join(lines).rstrip() + "\n"
