"""`posture break`. Nothing heavy is imported here, as in `posture.cli`."""

from __future__ import annotations

import time

import click

from posture.cli_settings import own_settings
from posture.cli_shared import note_down
from posture.commands import Break


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
    from datetime import datetime

    from rich.console import Console

    from posture.break_words import NAMES, sentence
    from posture.care.break_clock import Breaks
    from posture.care.entries import BreakEnd, BreakKind, BreakNote
    from posture.history.notebook import own
    from posture.one_line import count_down

    settings = own_settings()
    kind, breaks, notebook = BreakKind(length), settings.breaks, own(settings)
    begun = Breaks(breaks, first=datetime.now().astimezone().toordinal()).begin(kind)
    click.echo(sentence(begun))
    moment = None if notebook is None else notebook.moment()
    end_s = time.monotonic() + breaks.length_s(kind)
    count_down(NAMES[kind], lambda: end_s - time.monotonic(), time.sleep, Console())
    click.echo("that was it")
    if notebook is not None and moment is not None:
        taken, length_s = BreakEnd.TAKEN, breaks.length_s(kind)
        note_down(notebook, BreakNote(*moment, kind, taken, length_s, asked=False))
