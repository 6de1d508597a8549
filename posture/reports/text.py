"""The report in the terminal: small, readable at 80 columns, and without colour."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.box import SIMPLE_HEAD
from rich.table import Table
from rich.text import Text

from posture.reports.wording import (
    NOTHING,
    NOTICE,
    duration,
    facts,
    number,
    percent,
    row_name,
    title,
)
from posture.totals import by_month

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.console import Console

    from posture.summaries import Summary
    from posture.totals import Totals

BAR = 12
"""Width of a bar that is full."""
_EIGHTHS: tuple[str, ...] = ("", *"\u258f\u258e\u258d\u258c\u258b\u258a\u2589")
MOST_DAY_ROWS = 62
"""Of a longer span the table has months."""


def show(summary: Summary, console: Console) -> None:
    """Print it."""
    if summary.empty:
        console.print(Text(NOTHING.format(span=title(summary.span))))
        return
    console.print(Text(title(summary.span), style="bold"))
    console.print(as_grid(facts(summary)))
    rows = table_rows(summary)
    if len(rows) > 1:
        console.print(_table(rows, ascii_only=not console.encoding.startswith("utf")))
    console.print(Text(NOTICE, style="dim"))


def as_grid(entries: Sequence[tuple[str, str]]) -> Table:
    """Labels, and what is said of each beside them."""
    grid = Table.grid(padding=(0, 2))
    grid.add_column(style="dim", no_wrap=True)
    grid.add_column()
    for label, text in entries:
        grid.add_row(label, Text(text))
    return grid


def table_rows(summary: Summary) -> Sequence[Totals]:
    """Days, or months where there would be too many."""
    return summary.days if summary.span.days <= MOST_DAY_ROWS else by_month(summary.days)


def bar(share: float, *, ascii_only: bool = False) -> str:
    """A share of the watched time as a bar, to an eighth of a block; empty where not known."""
    if not 0 <= share <= 1:
        return ""
    if ascii_only:
        return ("#" * round(share * BAR)).ljust(BAR, ".")
    whole, eighths = divmod(round(float(share) * BAR * 8), 8)
    text = "\u2588" * whole + _EIGHTHS[eighths]
    return text.ljust(BAR)


def _table(rows: Sequence[Totals], *, ascii_only: bool) -> Table:
    table = Table(box=SIMPLE_HEAD, pad_edge=False)
    table.add_column("")
    table.add_column("watched", justify="right")
    table.add_column("slouched", justify="right")
    table.add_column("", no_wrap=True)
    for name in ("\u00b0min/h", "slouches", "alerts"):
        table.add_column(name, justify="right")
    for row in rows:
        share = row.slouched_share
        table.add_row(
            row_name(row),
            duration(row.watched_s),
            percent(share),
            bar(share, ascii_only=ascii_only),
            number(row.exposure_per_hour),
            str(row.episodes),
            str(row.alerts),
        )
    return table
