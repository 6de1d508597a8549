"""How a recording is judged: options that `posture replay` and `posture view` have in common."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from posture.cli_settings import own_settings
from posture.cli_shared import Number

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from posture.app import BaselineChoice, Stretch
    from posture.settings import Settings

Command = TypeVar("Command", bound="Callable[..., Any]")


def _stretch(ctx: click.Context, param: click.Parameter, value: str) -> tuple[float, float] | None:
    """Seconds of `START-END`, or None when it is something else."""
    start, dash, end = value.partition("-")
    try:
        start_s, end_s = (float(start), float(end)) if dash else (0.0, 0.0)
    except ValueError:
        return None
    if dash and not 0 <= start_s < end_s:
        raise click.BadParameter(f"the stretch {value} must end after it begins", ctx, param)
    return (start_s, end_s) if dash else None


def _baseline(
    ctx: click.Context, param: click.Parameter, values: tuple[str, ...]
) -> BaselineChoice:
    """Turn `auto`, a path, or one or more `START-END` and `NAME=START-END` into a choice."""
    if values in ((), ("auto",)):
        return None
    from posture.app import Stretch
    from posture.profile import UPRIGHT

    stretches: list[Stretch] = []
    for value in values:
        given, equals, seconds = value.rpartition("=")
        found = _stretch(ctx, param, seconds)
        if found is None or (equals and not given.strip()):
            known = value == "auto" or Path(value).exists()
            if known and len(values) == 1:
                return value
            message = (
                f"{value} cannot be given with others: 'auto' and a file stand alone"
                if known
                else f"{value} is neither 'auto', nor START-END in seconds such as 1-8 (or "
                "NAME=1-8), nor a file"
            )
            raise click.BadParameter(message, ctx, param)
        name = given.strip() or (f"posture {len(stretches) + 1}" if stretches else UPRIGHT)
        if name in [stretch.name for stretch in stretches]:
            raise click.BadParameter(f"two postures are called {name!r}", ctx, param)
        stretches.append(Stretch(*found, name))
    return tuple(stretches)


def _slump(ctx: click.Context, param: click.Parameter, value: str | None) -> Stretch | None:
    from posture.app import Stretch

    if value is None:
        return None
    found = _stretch(ctx, param, value)
    if found is None:
        raise click.BadParameter(f"{value} is no START-END in seconds such as 40-50", ctx, param)
    return Stretch(*found, "slump")


_OPTIONS = (
    click.option(
        "--baseline",
        metavar="auto|[NAME=]START-END|FILE",
        callback=_baseline,
        multiple=True,
        help="Your upright posture: a stretch of the recording in seconds, a stored baseline, or "
        "the first steady stretch. Further stretches are further postures that you accept.  "
        "[default: auto]",
    ),
    click.option(
        "--slump",
        metavar="START-END",
        callback=_slump,
        help="Where you slump as when tired, from the first posture: kept with it, as the other "
        "end of your own scale.",
    ),
    click.option(
        "--persist",
        "persist_s",
        type=Number(min=0, min_open=True),
        help="Seconds a slouch must last before a warning.  [default: your setting, else 30]",
    ),
    click.option(
        "--enter-deg",
        type=Number(min=0, min_open=True),
        help="Change that begins a slouch.  [default: your setting, else 10]",
    ),
    click.option(
        "--leave-deg",
        type=Number(min=0),
        help="Change that ends it.  [default: your setting, else 6]",
    ),
    click.option(
        "--fps",
        type=Number(min=0, min_open=True),
        help="Pictures per second of a folder of pictures.  [default: 1]",
    ),
)


def judging_options(command: Command) -> Command:
    """Give a command `baseline`, `slump`, `persist_s`, `enter_deg`, `leave_deg` and `fps`."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def judged_by(
    *, persist_s: float | None, enter_deg: float | None, leave_deg: float | None
) -> Settings:
    """The user's settings, with what was given for this run about when a change is a slouch."""
    from dataclasses import replace

    own = own_settings()
    given = {"persist_s": persist_s, "enter_deg": enter_deg, "leave_deg": leave_deg}
    told = {key: value for key, value in given.items() if value is not None}
    try:
        return replace(own, detector=replace(own.detector, **told))
    except ValueError as error:
        raise click.UsageError(str(error)) from error


def refuse_options(clip: Path, given: Iterable[object]) -> None:
    """Refuse how a recording of landmarks is to be judged: it says that itself.

    Raises:
        click.UsageError: It is one, and something is given.
    """
    if clip.suffix.lower() == ".posture" and any(value is not None for value in given):
        text = "brings its own baselines and settings: name it without options for these"
        raise click.UsageError(f"{clip} {text}")
