"""What a fault is, how often it is tried, and the table of what came of it."""

from __future__ import annotations

import random
import tempfile
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

AT_ONCE = 4
"""Programs that run at the same time: they mostly wait."""


class UntriedError(Exception):
    """This computer has not what is needed to try it; the message says what."""


@dataclass(frozen=True, slots=True)
class Attempt:
    """One of the times that a fault is tried.

    Attributes:
        number: From 0.
        chance: The same for the same seed, fault and number.
        folder: Empty, and its own.
        stack: Is left at the end, however it comes.
    """

    number: int
    chance: random.Random
    folder: Path
    stack: ExitStack


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that goes wrong.

    Attributes:
        name: In a word or two.
        done: What is really done, and what must hold afterwards.
        attempt: Does it once; what was lost, a sentence each.
        times, times_quick: How often.
        is_program: Whether programs are run, so that several may be tried at the same time.
    """

    name: str
    done: str
    attempt: Callable[[Attempt], Sequence[str]]
    times: int
    times_quick: int = 1
    is_program: bool = False


@dataclass(frozen=True, slots=True)
class Result:
    """What came of a fault.

    Attributes:
        fault: The fault.
        tried, survived: How often.
        lost: What was lost, a sentence each.
        untried: Why it was not tried every time; empty when it was.
    """

    fault: Fault
    tried: int
    survived: int
    lost: tuple[str, ...]
    untried: str

    def __str__(self) -> str:
        tried, survived = self.tried, self.survived
        line = f"{self.fault.name:44}{tried:6}{survived:10}{tried - survived:6}"
        return "\n".join((line, *(f"    {text}" for text in (*self.lost, self.untried) if text)))


def tried(fault: Fault, number: int, seed: int) -> list[str] | UntriedError:
    """Try a fault once; whatever is raised is lost too."""
    chance = random.Random(f"{seed} {fault.name} {number}")  # noqa: S311 - no secret
    with tempfile.TemporaryDirectory(prefix="posture-fault-") as name:
        try:
            with ExitStack() as stack:
                lost = fault.attempt(Attempt(number, chance, Path(name), stack))
        except UntriedError as error:
            return error
        except Exception as error:  # noqa: BLE001 - it is what is looked for
            lost = [f"{type(error).__name__}: {error}"]
    return [f"time {number}: {text}" for text in lost]


def results(faults: Sequence[Fault], *, quick: bool, seed: int) -> Iterator[Result]:
    """Try each fault; programs run beside the rest, several at a time."""
    numbers = {fault.name: range(fault.times_quick if quick else fault.times) for fault in faults}
    faults = [fault for fault in faults if numbers[fault.name]]
    with ThreadPoolExecutor(max_workers=AT_ONCE) as pool:
        begun = {
            fault.name: [pool.submit(tried, fault, number, seed) for number in numbers[fault.name]]
            for fault in faults
            if fault.is_program
        }
        for fault in sorted(faults, key=lambda fault: fault.is_program):
            outcomes = (
                [future.result() for future in begun[fault.name]]
                if fault.is_program
                else [tried(fault, number, seed) for number in numbers[fault.name]]
            )
            yield result_of(fault, outcomes)


def result_of(fault: Fault, outcomes: Sequence[list[str] | UntriedError]) -> Result:
    """What all tries of a fault come to."""
    real = [outcome for outcome in outcomes if not isinstance(outcome, UntriedError)]
    untried = next((str(outcome) for outcome in outcomes if isinstance(outcome, UntriedError)), "")
    lost = tuple(chain.from_iterable(real))
    return Result(fault, len(real), sum(not outcome for outcome in real), lost, untried)


def as_markdown(found: Sequence[Result], *, seed: int) -> str:
    """The table as a page."""
    tries, survived = (sum(getattr(each, name) for each in found) for name in ("tried", "survived"))
    rows = [
        f"| {each.fault.name} | {each.fault.done} | {each.tried} | {each.survived} "
        f"| {each.tried - each.survived} |"
        for each in found
    ]
    notes = [
        f"- {each.fault.name}: {text}"
        for each in found
        for text in (*each.lost, each.untried and f"not tried: {each.untried}")
        if text
    ]
    summary = (
        f"What goes wrong, done for real {tries} times by `make faults` (seed {seed}): "
        f"{survived} survived, {tries - survived} lost. A fault is survived when nothing that was "
        "written is lost, no alert comes of it, no traceback is shown, and the program goes on or "
        "ends with a code that is documented."
    )
    lines = [
        "# Faults",
        "",
        summary,
        "",
        "| fault | what is done, and what must hold | tried | survived | lost |",
        "| --- | --- | ---: | ---: | ---: |",
        *rows,
        *(["", "## What was lost, or could not be tried", "", *notes] if notes else []),
    ]
    return "\n".join(lines) + "\n"
