"""Commands to a running posture. Nothing heavy is imported here, as in `posture.cli`."""

from __future__ import annotations

import json
import signal
from typing import TYPE_CHECKING

import click

from posture.cli_shared import LandmarkPath, Number, on_ctrl_c
from posture.clock_time import minutes_text
from posture.commands import (
    MOST_MINUTES,
    Calibrate,
    InCall,
    Keep,
    Pause,
    PauseUntilTomorrow,
    Quit,
    Resume,
    Snooze,
    Status,
)
from posture.naming import tidy

if TYPE_CHECKING:
    from pathlib import Path

    from posture.commands import Command, Reply, RunningStatus
    from posture.control import Server


MINUTES = Number(min=0, min_open=True, max=MOST_MINUTES)


def claimed(*, on_event_loop: bool = False) -> Server:
    """Become the running posture; where one runs already, say so and leave with exit code 0."""
    from posture.control import claim

    server = claim(on_event_loop=on_event_loop)
    if server is None:
        click.echo("posture is running already; its window, if it has one, was asked to show")
        raise SystemExit(0)
    return server


@on_ctrl_c(signal.SIG_DFL)
def _told(command: Command) -> Reply:
    """The reply to a command that was done; one that was not ends with exit code 1."""
    from posture.control import send

    reply = send(command)
    if not reply.ok:
        raise click.ClickException(reply.text)
    return reply


@click.command()
@click.argument("minutes", type=MINUTES, required=False)
@click.option("--until-tomorrow", is_flag=True, help="For the rest of the day.")
def pause(*, minutes: float | None, until_tomorrow: bool) -> None:
    """Close the camera, for MINUTES or until `posture resume`."""
    if until_tomorrow and minutes is not None:
        raise click.UsageError("give MINUTES or --until-tomorrow, not both")
    click.echo(_told(PauseUntilTomorrow() if until_tomorrow else Pause(minutes)).text)


@click.command()
def resume() -> None:
    """End a pause or a snooze."""
    click.echo(_told(Resume()).text)


@click.command()
@click.argument("minutes", type=MINUTES, default=15)
def snooze(*, minutes: float) -> None:
    """Go on watching but say nothing for MINUTES, by default 15."""
    click.echo(_told(Snooze(minutes)).text)


def _place(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:
    """The name of a baseline as it is kept."""
    name = None if value is None else tidy(value)
    if name == "":
        raise click.BadParameter("a name needs a letter", ctx, param)
    return name


@click.command()
@click.option(
    "--name",
    callback=_place,
    help="Baseline that is taken, such as desk or standing; another than those there are is put "
    "beside them.  [default: the one that is used, or a new one for another view]",
)
def calibrate(*, name: str | None) -> None:
    """Take your upright posture anew: sit upright first."""
    click.echo(_told(Calibrate(name)).text)


@click.command()
@click.argument("file", type=LandmarkPath(), required=False)
def keep(*, file: Path | None) -> None:
    """Write the landmarks of the last five minutes to FILE, or to one in the data folder.

    Landmarks and what was made of them, no pictures; `posture replay FILE` judges them again.
    """
    click.echo(_told(Keep(None if file is None else str(file.absolute()))).text)


@click.command("quit")
def quit_() -> None:
    """End the running posture."""
    click.echo(_told(Quit()).text)


@click.command()
@click.argument("state", type=click.Choice(["on", "off"]))
def call(*, state: str) -> None:
    """Say that you are in a call, or no longer."""
    click.echo(_told(InCall(state == "on")).text)


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print JSON and nothing else.")
def status(*, as_json: bool) -> None:
    """Say what the running posture does. Exit code 1 when none runs."""
    from dataclasses import asdict

    reply = _told(Status())
    if reply.status is None:
        raise click.ClickException("posture is running but did not say what it does")
    if as_json:
        click.echo(json.dumps(asdict(reply.status), indent=2))
    else:
        _print(reply.status)


def _print(running: RunningStatus) -> None:
    click.echo(f"{running.text} (for {minutes_text(running.since_s)})")
    if running.camera:
        click.echo(f"camera: {running.camera}")
    if running.breaks:
        click.echo(f"breaks: {running.breaks}")
    for name, until in (("paused", running.paused_until), ("quiet", running.snoozed_until)):
        if until is not None:
            click.echo(f"{name} until {_local(until)}")


def _local(utc: str) -> str:
    """A time of a status as the user's clock shows it, to the minute."""
    from datetime import datetime

    return f"{datetime.fromisoformat(utc).astimezone():%Y-%m-%d %H:%M}"


ALL = (pause, resume, snooze, status, calibrate, call, keep, quit_)
"""For `posture.cli`."""
