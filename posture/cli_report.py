"""`posture report` and `posture export`. Nothing heavy is imported here, as in `posture.cli`."""

from __future__ import annotations

from contextlib import contextmanager
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import click

from posture.ports import OutputError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from posture.history.rows import Span
    from posture.reports.gather import History
    from posture.summaries import Summary

EXIT_CODES = """\b
Exit codes: 0 done, also when there is nothing to report yet, 1 failed (such as a history that
cannot be read), 2 wrong usage, 5 a result cannot be written."""


def _today() -> date:
    return datetime.now().astimezone().date()


def day_of(ctx: click.Context, param: click.Parameter, value: str | None) -> date | None:
    """The day of `2026-03-02`, `today` or `yesterday`, as an option."""
    if value is None:
        return None
    today = _today()
    known = {"today": today, "yesterday": today - timedelta(days=1)}
    try:
        day = known.get(value) or date.fromisoformat(value)
    except ValueError:
        text = f"{value} is no date such as {today}, 'today' or 'yesterday'"
        raise click.BadParameter(text, ctx, param) from None
    if not 1970 < day.year < 9000:  # there must be days before and after it
        raise click.BadParameter(f"{value} is outside of any history", ctx, param)
    return day


HISTORY = click.option(
    "--history",
    "file",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Another history than your own.",
)


def _of(name: str, what: str) -> Callable[[click.decorators.FC], click.decorators.FC]:
    """An option for a period, with a day in it or without: `--week`, `--week 2026-03-02`."""
    metavar, about = "[DATE]", f"{what}, or that of DATE."
    return click.option(
        f"--{name}",
        callback=day_of,
        is_flag=False,
        flag_value="today",
        metavar=metavar,
        help=about,
    )


@click.command(epilog=EXIT_CODES)
@_of("day", "Today")
@_of("week", "This week, from Monday: the default")
@_of("month", "This month")
@click.option("--from", "first", callback=day_of, metavar="DATE", help="From this day ...")
@click.option(
    "--to", "last", callback=day_of, metavar="DATE", help="... to this one, today by default."
)
@click.option("--json", "as_json", metavar="FILE|-", help="Write JSON; - is standard output.")
@click.option("--csv", "as_csv", metavar="FILE|-", help="Write a table with a row a day.")
@click.option("--html", "as_html", metavar="FILE|-", help="Write a page with figures.")
@HISTORY
def report(
    *,
    day: date | None,
    week: date | None,
    month: date | None,
    first: date | None,
    last: date | None,
    as_json: str | None,
    as_csv: str | None,
    as_html: str | None,
    file: Path | None,
) -> None:
    """Say what your days looked like: how long you slouched, when, and what followed alerts.

    Shares are of the time in which your posture was known; time away counts on neither side.
    """
    from posture.reports.gather import gather

    span = _span(day, week, month, first, last)
    with reader_of(file) as history:
        summary = gather(history, span)
        outputs = {"json": as_json, "csv": as_csv, "html": as_html}
        if not any(outputs.values()):
            _show(summary)
        for kind, output in outputs.items():
            if output is not None:
                put(output, _text(kind, summary))


@click.command(epilog=EXIT_CODES)
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
@click.option(
    "--format",
    "form",
    type=click.Choice(["csv", "jsonl", "parquet"]),
    default="csv",
    show_default=True,
    help="What the files are; Parquet needs the package pyarrow.",
)
@HISTORY
def export(*, folder: Path, form: str, file: Path | None) -> None:
    """Write all that your history holds into FOLDER: minutes, hours, slouches, alerts and more.

    Files of the same names there are replaced. docs/REPORTS.md says what the columns are.
    """
    from posture import folders
    from posture.reports.export import Format
    from posture.reports.export import export as export_all

    try:
        with reader_of(file) as history:
            written = export_all(history, folder, Format(form))
    except folders.FolderError as error:
        why = getattr(error.__cause__, "strerror", error)
        text = f"{folder}: cannot be made a folder ({why}); name another one"
        raise OutputError(text) from error
    if not written:
        click.echo("nothing was written: the history is empty")
    for path in written:
        click.echo(path)


def _span(
    day: date | None,
    week: date | None,
    month: date | None,
    first: date | None,
    last: date | None,
) -> Span:
    """The days asked for."""
    from posture.history.rows import Span
    from posture.totals import month_of

    periods = [period for period in (day, week, month, first or last) if period is not None]
    if len(periods) > 1:
        raise click.UsageError("give one of --day, --week, --month, or --from with --to")
    if last is not None and first is None:
        raise click.UsageError("--to needs --from")
    today = _today()
    if first is not None:
        last = last or today
        if last < first:
            raise click.UsageError(f"--to {last} is before --from {first}")
        return Span(first, last + timedelta(days=1))
    if day is not None:
        return Span(day, day + timedelta(days=1))
    if month is not None:
        return month_of(month)
    monday = (week or today) - timedelta(days=(week or today).weekday())
    return Span(monday, monday + timedelta(days=7))


@contextmanager
def reader_of(file: Path | None) -> Iterator[History]:
    """The history to read; a file that was named must be there."""
    from posture import folders
    from posture.history.reader import Reader

    if file is not None and not file.exists():
        raise click.UsageError(f"{file}: there is no such history")
    with Reader(file or folders.find().data / "history.sqlite3") as reader:
        yield reader


def _show(summary: Summary) -> None:
    from rich.console import Console

    from posture.reports import text

    text.show(summary, Console(highlight=False))


def _text(kind: str, summary: Summary) -> str:
    from posture.reports import page, tables

    makers = {"json": tables.report_json, "csv": tables.report_csv, "html": page.page}
    return makers[kind](summary)


def put(output: str, text: str) -> None:
    """Write a result to a file, or with - to standard output.

    Raises:
        OutputError: It cannot be written.
    """
    from posture.reports.tables import save

    if output == "-":
        click.echo(text.encode(), nl=False)  # the same bytes as in a file
        return
    save(Path(output), text)
    click.echo(f"written: {output}", err=True)
