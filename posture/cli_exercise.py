"""`posture exercise`: cautions, then an exercise that the camera counts, or a plain timer.

Nothing heavy is imported here, as in `posture.cli`.
"""

from __future__ import annotations

import json
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from posture.cli_settings import own_settings
from posture.cli_shared import press_any_key, say_flags, wrapped
from posture.ports import PostureError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from posture.care.exercise import Dose, Exercise
    from posture.care.outcome import Outcome
    from posture.care.routines import Routine
    from posture.exercising import Player
    from posture.origin import Origin
    from posture.settings import Settings

EXIT_CODES = """\b
Exit codes: 0 done, 1 failed, 2 wrong usage, 3 the recording cannot be read, 4 no such camera,
5 standard output cannot be written, 130 interrupted (what was done is noted)."""

READ_FIRST = "The same as a page, with sources: posture learn when-to-ask"


@click.command(epilog=EXIT_CODES)
@click.argument("name", required=False)
@click.option(
    "--source",
    metavar="FILE|CAMERA",
    help="A recording, or a camera's number, name or id.  [default: your setting camera.device]",
)
@click.option("--routine", metavar="NAME", help="Several exercises: desk or upper_back.")
@click.option("--timer", is_flag=True, help="Only time it; the camera stays closed.")
@click.option("--list", "listed", is_flag=True, help="List exercises and routines.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON and nothing else.")
def exercise(
    *,
    name: str | None,
    source: str | None,
    routine: str | None,
    timer: bool,
    listed: bool,
    as_json: bool,
) -> None:
    """Do an exercise; the camera counts, where it can. Without NAME, list the exercises.

    A running posture lends its camera meanwhile. Counts and degrees are estimates, for you alone,
    and nothing is a score. Of a recording it only prints what it counts.
    """
    if listed or (name is None and routine is None):
        _list(as_json=as_json)
        return
    if name is not None and routine is not None:
        raise click.UsageError("give NAME or --routine, not both")
    if timer and source is not None:
        raise click.UsageError("--timer needs no --source")
    wanted, of_routine = _wanted(name, routine)
    outcomes: list[Outcome] = []
    try:
        settings = own_settings()
        where = _where(wanted, source, settings, timer=timer)
        if not as_json:
            _say_first(wanted, where)
        with _player(settings, of_routine, outcomes, where, quiet=as_json) as player:
            _do(wanted, where, player)
    except PostureError as error:
        from posture.live_exit import ExitCode, exit_code

        code = exit_code(error)
        hint = "; --timer only times it" if code is ExitCode.NO_CAMERA else ""
        click.echo(f"error: {error}{hint}", err=True)
        raise SystemExit(code) from error
    finally:
        _sum_up(outcomes, as_json=as_json, many=of_routine is not None)


def _list(*, as_json: bool) -> None:
    from posture.care.catalogue import EXERCISES
    from posture.care.exercise import Seen
    from posture.care.routines import ROUTINES

    if as_json:
        exercises = [{"name": e.name, "title": e.title, "seen": e.seen.value} for e in EXERCISES]
        routines = [{"name": r.name, "title": r.title} for r in ROUTINES]
        click.echo(json.dumps({"exercises": exercises, "routines": routines}, indent=2))
        return
    views = {Seen.FRONT: "from the front", Seen.SIDE: "from the side"}
    for each in EXERCISES:
        how = f"counted {views[each.seen]}" if each.seen in views else "timed"
        click.echo(f"{each.name:24}{each.title} ({how})")
    for routine in ROUTINES:
        click.echo(f"{'--routine ' + routine.name:24}{routine.title}")


def _wanted(name: str | None, routine: str | None) -> tuple[tuple[Exercise, ...], Routine | None]:
    """The exercises, and the routine that they are of."""
    from posture.care.catalogue import NoExerciseError, find
    from posture.care.routines import find_routine

    try:
        found = None if routine is None else find_routine(routine)
        wanted = (find(name or ""),) if found is None else found.exercises
    except NoExerciseError as error:
        raise click.UsageError(str(error)) from error
    return wanted, found


def _where(
    wanted: Sequence[Exercise], source: str | None, settings: Settings, *, timer: bool
) -> Origin | None:
    """Through what the exercises are seen; None for a plain timer."""
    from posture.care.exercise import Seen
    from posture.origin import origin

    if timer or (source is None and all(each.seen is Seen.NOT for each in wanted)):
        return None
    where = origin(source, settings)
    if where.camera is None and len(wanted) > 1:
        raise click.UsageError("a recording is of one exercise: give NAME, not --routine")
    return where


def _say_first(wanted: Sequence[Exercise], where: Origin | None) -> None:
    """When to ask somebody, cautions, when to stop, and what comes first; the user begins it."""
    from posture.care.exercise import STOP

    now = where is None or where.camera is not None
    if now:
        say_flags()
        click.echo(f"{wrapped(READ_FIRST)}\n")
    cautions = dict.fromkeys(caution for each in wanted for caution in each.cautions)
    for caution in (*cautions, STOP):
        click.echo(wrapped(f"- {caution}", "  "))
    click.echo()
    for text in _explained(wanted[0], where):
        click.echo(text)
    if now:
        press_any_key("Press any key to begin, Ctrl-C to leave.")


def _do(wanted: Sequence[Exercise], where: Origin | None, player: Player) -> None:
    """Do the exercises; each outcome is in the player's list from its beginning on."""
    from posture.native_noise import held_back

    if where is None:
        player.time(wanted)
        return
    with held_back():
        if where.camera is not None:
            player.watch(wanted, where)
        else:
            player.replay(wanted[0], where.name)


@contextmanager
def _player(
    settings: Settings,
    routine: Routine | None,
    outcomes: list[Outcome],
    where: Origin | None,
    *,
    quiet: bool,
) -> Iterator[Player]:
    """Who does the exercises, with a line in this terminal."""
    from rich.console import Console

    from posture.exercising import Player
    from posture.history.notebook import own
    from posture.progress_line import ProgressLine

    console = Console(stderr=quiet, quiet=quiet, highlight=False, soft_wrap=True)
    pause_s = 0.0 if routine is None else routine.pause_s
    with ProgressLine(console) as line:

        def announce(each: Exercise) -> None:
            line.close()
            if outcomes:  # the first was explained before
                for text in _explained(each, where):
                    console.print(text, markup=False)
                console.print(f"It begins in {pause_s:.0f} s.")
                time.sleep(pause_s)
            line.begin()

        yield Player(
            settings=settings,
            announce=announce,
            show=lambda of, progress: line.show(of.exercise, progress, of.length_s),
            say=lambda text: click.echo(text, err=True),
            routine="" if routine is None else routine.name,
            notebook=own(settings),
            outcomes=outcomes,
            clock=time.monotonic,
            wait=time.sleep,
        )


def _explained(each: Exercise, where: Origin | None) -> tuple[str, ...]:
    steps = (f"  {number}. {step}" for number, step in enumerate(each.how_to, start=1))
    about = f"{each.title}. {each.purpose}"
    seen = where is not None and each.criterion
    counted = f"Counted: {each.criterion}" if seen else "It is timed, not counted."
    said = (f"Suggested: {_amount(each.dose, timed=not seen)}.", counted, f"Source: {each.source}")
    return (wrapped(about), *(wrapped(step, "     ") for step in steps), *map(wrapped, said))


def _amount(dose: Dose, *, timed: bool) -> str:
    """How much of it: `2 times on each side, held for 15 s`."""
    times = "once" if dose.repetitions == 1 else f"{dose.repetitions} times"
    parts = [f"{times} on each side" if dose.sides > 1 else times]
    if dose.hold_s:
        parts.append(f"held for {dose.hold_s:.0f} s")
    amount = ", ".join(parts)
    return f"{amount}; the timer runs {dose.timer_s:.0f} s" if timed else amount


def _sum_up(outcomes: Sequence[Outcome], *, as_json: bool, many: bool) -> None:
    if as_json and outcomes:
        values = [outcome.values() for outcome in outcomes]
        click.echo(json.dumps(values if many else values[0], indent=2))
    elif not as_json:
        for outcome in outcomes:
            click.echo(outcome.text())
