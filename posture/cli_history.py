"""`posture history`. Nothing heavy is imported here, as in `posture.cli`."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import click

FILE = click.option(
    "--history",
    "file",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Another history than your own.",
)


def _path(file: Path | None) -> Path:
    from posture import folders
    from posture.history.keeper import FILE as NAME

    return file or folders.find().data / NAME


@click.group(invoke_without_command=True)
@click.pass_context
def history(ctx: click.Context) -> None:
    """Say what is kept of your days, and where; or erase it.

    It holds minutes, slouches, alerts and your answers, breaks, exercises, and what you entered
    of heat, cold and pain: never a picture. Nobody else on this computer can read it, and nothing
    leaves this computer.
    """
    if ctx.invoked_subcommand is None:
        ctx.invoke(status, file=None)


@history.command()
@FILE
def status(*, file: Path | None) -> None:
    """Say how much is kept: the first and the last day, rows, and the size of the file."""
    from posture.history.reader import Reader
    from posture.history.rescue import set_aside_of
    from posture.history.schema import size_bytes

    path = _path(file)
    with Reader(path) as reader:
        span, counts = reader.days(), reader.counts()
    click.echo(path)
    if span is None:
        click.echo("nothing is kept yet")
    else:
        click.echo(f"from {span.begin} to {span.end - timedelta(days=1)}")
        click.echo(", ".join(f"{count} {table}" for table, count in counts.items()))
        click.echo(f"{size_bytes(path) / 1e6:.1f} MB")
    for aside in set_aside_of(path):
        click.echo(f"set aside because it was damaged: {aside}")


@history.command("path")
def path_() -> None:
    """Print where it is, whether it exists or not."""
    click.echo(_path(None))


def _day(ctx: click.Context, param: click.Parameter, value: str | None) -> date | None:
    try:
        return None if value is None else date.fromisoformat(value)
    except ValueError:
        text = f"{value} is no date such as 2026-03-02"
        raise click.BadParameter(text, ctx, param) from None


@history.command()
@click.option("--before", callback=_day, metavar="DATE", help="Erase what is of days before DATE.")
@click.option("--all", "everything", is_flag=True, help="Erase everything.")
@click.option("--yes", is_flag=True, help="Do not ask.")
@FILE
def purge(*, before: date | None, everything: bool, yes: bool, file: Path | None) -> None:
    """Erase days from the history, for good, with what you entered of pain.

    Posture may run meanwhile: what is of this very moment it writes again.
    """
    from posture.history import purge as purging
    from posture.history.rescue import set_aside_of

    if (before is not None) is everything:
        raise click.UsageError("give --before DATE or --all")
    path = _path(file)
    what = "everything" if before is None else f"all before {before}"
    if not yes:
        click.confirm(f"Erase {what} from {path}? It cannot be undone.", abort=True)
    count = purging.purge(path, before)
    click.echo(f"{count} rows are erased from {path}")
    for aside in set_aside_of(path):
        click.echo(f"a damaged file of before is still there: {aside}")
