"""`posture break`. Nothing heavy is imported here, as in `posture.cli`."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import click

from posture.cli_settings import own_settings
from posture.commands import Break

if TYPE_CHECKING:
    from collections.abc import Callable

    from posture.care.entries import BreakKind


@click.command("break")
@click.argument("length", type=click.Choice(["micro", "long"]), required=False)
@click.option("--done", "wish", flag_value="done", help="You have had it, wherever you were.")
@click.option("--skip", "wish", flag_value="skip", help="Leave out the one that is due.")
@click.option("--later", "wish", flag_value="later", help="Ask again after some minutes.")
@click.option("--status", "wish", flag_value="status", help="Say when the next is due.")
def break_(*, length: str | None, wish: str | None) -> None:
    """Begin a break now, a micro one of 30 s or a long one of 5 min, or answer one that is due.

    Standing up or leaving counts as a break too, and needs no command. Without a running posture
    the time is counted here.
    """
    from posture.control import send
    from posture.control_socket import NotRunningError

    if length is not None and wish is not None:
        raise click.UsageError(f"give a length or --{wish}, not both")
    try:
        reply = send(Break(wish or length or "micro"))
    except NotRunningError:
        if wish is not None:
            raise
        _count(length or "micro")
        return
    if not reply.ok:
        raise click.ClickException(reply.text)
    click.echo(reply.text)


def _count(length: str) -> None:
    """Count a break down in this terminal."""
    from datetime import datetime

    from posture.break_words import sentence
    from posture.care.break_clock import Breaks
    from posture.care.entries import BreakKind

    kind, breaks = BreakKind(length), own_settings().breaks
    begun = Breaks(breaks, first=datetime.now().astimezone().toordinal()).begin(kind)
    click.echo(sentence(begun))
    count_down(kind, breaks.length_s(kind))
    click.echo("that was it")


def count_down(
    kind: BreakKind,
    length_s: float,
    *,
    clock: Callable[[], float] = time.monotonic,
    sleep: Callable[[float], object] = time.sleep,
) -> None:
    """Wait for the end of a break; a terminal shows how much is left.

    Args:
        kind: Of the break.
        length_s: How long it is.
        clock: Monotonic seconds.
        sleep: Waits so many seconds.
    """
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn

    from posture.break_words import NAMES

    columns = (TextColumn("{task.description}"), BarColumn(), TextColumn("{task.fields[left]}"))
    end_s = clock() + length_s
    with Progress(*columns, console=Console(), transient=True, auto_refresh=False) as bar:
        task = bar.add_task(NAMES[kind], total=length_s, left="")
        while (left_s := end_s - clock()) > 0:
            minutes, seconds = divmod(round(left_s), 60)
            left = f"{minutes}:{seconds:02d}"
            bar.update(task, completed=length_s - left_s, left=left, refresh=True)
            sleep(min(left_s, 0.25))
