"""`posture break`. Nothing heavy is imported here, as in `posture.cli`."""

from __future__ import annotations

import time
from contextlib import suppress
from datetime import timedelta
from typing import TYPE_CHECKING

import click

from posture.cli_settings import own_settings
from posture.cli_shared import note_down
from posture.commands import Break
from posture.ports import PostureError

if TYPE_CHECKING:
    from datetime import datetime

    from posture.care.entries import BreakKind
    from posture.history.notebook import Notebook


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
    """Count a break down in this terminal, and note it."""
    from rich.console import Console

    from posture.break_words import NAMES, sentence
    from posture.care.break_clock import Breaks
    from posture.care.entries import BreakEnd, BreakKind, BreakNote
    from posture.history.notebook import own
    from posture.one_line import count_down
    from posture.outside import Outside
    from posture.sources.pace import SessionClock

    settings, outside = own_settings(), Outside()
    kind, breaks, notebook = BreakKind(length), settings.breaks, own(settings)
    click.echo(sentence(Breaks(breaks, first=_first(notebook, kind, outside.now())).begin(kind)))
    moment = None if notebook is None else notebook.moment()
    length_s, clock = breaks.length_s(kind), SessionClock(outside.clock, outside.wall_clock)
    count_down(NAMES[kind], lambda: length_s - clock.read(), time.sleep, Console())
    click.echo("that was it")
    if notebook is not None and moment is not None:
        note_down(notebook, BreakNote(*moment, kind, BreakEnd.TAKEN, length_s, asked=False))


def _first(notebook: Notebook | None, kind: BreakKind, now: datetime) -> int:
    """Which suggestion comes first: another each day, and after each break that was noted.

    Where none is noted, another each hour.
    """
    from posture.history.rows import Span

    day, before = now.date(), now.hour
    if notebook is not None:
        with suppress(PostureError):  # a break is possible without a history
            noted = notebook.notes(Span(day, day + timedelta(days=1))).breaks
            before = sum(note.kind is kind for note in noted)
    return day.toordinal() + before
