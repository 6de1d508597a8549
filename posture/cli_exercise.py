"""`posture exercise`: cautions, then an exercise that the camera counts, or a plain timer.

Nothing heavy is imported here, as in `posture.cli`.
"""

from __future__ import annotations

import json
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING

import click

from posture.ports import PostureError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from posture.care.exercise import Exercise, Progress
    from posture.care.outcome import Outcome
    from posture.exercising import Player
    from posture.settings import Settings

EXIT_CODES = """\b
Exit codes: 0 done, 1 failed, 2 wrong usage, 3 the recording cannot be read, 4 no such camera,
130 interrupted (what was done is noted)."""

READ_FIRST = "When to ask somebody first: posture learn when-to-ask"


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
    wanted = _wanted(name, routine)
    if not as_json:
        _say_first(wanted)
    outcomes: list[Outcome] = []
    try:
        _do(wanted, outcomes, source=source, routine=routine, timer=timer, quiet=as_json)
    except PostureError as error:
        from posture.live_exit import ExitCode, exit_code

        code = exit_code(error)
        hint = "; --timer only times it" if code is ExitCode.NO_CAMERA else ""
        click.echo(f"error: {error}{hint}", err=True)
        raise SystemExit(code) from error
    finally:
        _sum_up(outcomes, as_json=as_json, many=routine is not None)


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


def _wanted(name: str | None, routine: str | None) -> tuple[Exercise, ...]:
    from posture.care.catalogue import NoExerciseError, find
    from posture.care.routines import find_routine

    try:
        return find_routine(routine).exercises if routine else (find(name or ""),)
    except NoExerciseError as error:
        raise click.UsageError(str(error)) from error


def _say_first(wanted: Sequence[Exercise]) -> None:
    """Cautions, where to read more, and when to stop."""
    from posture.care.exercise import STOP

    cautions = dict.fromkeys(caution for each in wanted for caution in each.cautions)
    for caution in cautions:
        click.echo(f"- {caution}")
    click.echo(f"{READ_FIRST}\n{STOP}\n")


def _do(
    wanted: Sequence[Exercise],
    outcomes: list[Outcome],
    *,
    source: str | None,
    routine: str | None,
    timer: bool,
    quiet: bool,
) -> None:
    """Do the exercises; each outcome is in the list from its beginning on."""
    from posture.care.exercise import Seen
    from posture.cli_settings import own_settings
    from posture.native_noise import held_back
    from posture.origin import origin

    settings = own_settings()
    with ExitStack() as stack:
        player = stack.enter_context(_player(settings, routine or "", outcomes, quiet=quiet))
        if timer or (source is None and all(each.seen is Seen.NOT for each in wanted)):
            player.time(wanted)
            return
        where = origin(source, settings)
        stack.enter_context(held_back())
        if where.camera is not None:
            player.watch(wanted, where)
        elif len(wanted) == 1:
            player.replay(wanted[0], where.name)
        else:
            raise click.UsageError("a recording is of one exercise: give NAME, not --routine")


@contextmanager
def _player(
    settings: Settings, routine: str, outcomes: list[Outcome], *, quiet: bool
) -> Iterator[Player]:
    """Who does the exercises, with a line in this terminal."""
    import time

    from rich.console import Console

    from posture.care.routines import find_routine
    from posture.exercising import Player
    from posture.history.notebook import own
    from posture.progress_line import ProgressLine

    console = Console(stderr=quiet, quiet=quiet, highlight=False, soft_wrap=True)
    pause_s = find_routine(routine).pause_s if routine else 0.0
    with ProgressLine(console) as line:

        def announce(each: Exercise) -> None:
            line.close()
            for text in () if quiet else _explained(each):
                console.print(text, markup=False)
            if outcomes and pause_s:
                time.sleep(pause_s)
            line.begin()

        def show(outcome: Outcome, progress: Progress) -> None:
            line.show(outcome.exercise, progress, outcome.length_s)

        yield Player(
            settings=settings,
            announce=announce,
            show=show,
            say=lambda text: click.echo(text, err=True),
            routine=routine,
            notebook=own(settings),
            outcomes=outcomes,
            clock=time.monotonic,
            wait=time.sleep,
        )


def _explained(each: Exercise) -> tuple[str, ...]:
    steps = (f"  {number}. {step}" for number, step in enumerate(each.how_to, start=1))
    counted = f"Counted: {each.criterion}" if each.criterion else "It is timed, not counted."
    return (f"{each.title}. {each.purpose}", *steps, counted)


def _sum_up(outcomes: Sequence[Outcome], *, as_json: bool, many: bool) -> None:
    if as_json and outcomes:
        values = [outcome.values() for outcome in outcomes]
        click.echo(json.dumps(values if many else values[0], indent=2))
    elif not as_json:
        for outcome in outcomes:
            click.echo(outcome.text())
