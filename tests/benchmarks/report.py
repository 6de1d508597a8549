"""How long a report takes of ten years that are in memory: summing up and writing, not reading.

The goal of the whole process after its imports, reading included, is a second. Printed is the best
of several runs: the others were disturbed by something else.
"""

from __future__ import annotations

import io
import subprocess
import sys
import time
from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING

from rich.console import Console

from posture.history.rows import Span
from posture.reports import page, tables, text
from posture.reports.gather import gather
from posture.totals import month_of
from tests.years import years

if TYPE_CHECKING:
    from collections.abc import Callable

DAYS = 3653
RUNS = 3
IMPORTS = "from posture import cli; from posture.reports import gather, page, tables, text"


def main() -> None:
    """Print a line for each span, milliseconds."""
    made_up = years(date(2016, 1, 1), DAYS)
    last = made_up.span.end - timedelta(days=10)
    minutes = len(made_up.all_minutes)
    print(f"report of {DAYS} days, {minutes} minutes in memory, best of {RUNS}, ms")
    spans = {
        "a week": Span(last - timedelta(days=7), last),
        "a month": month_of(last - timedelta(days=31)),
        "ten years": made_up.span,
    }
    for name, span in spans.items():
        summary = gather(made_up, span)
        console = Console(file=io.StringIO(), width=80)
        works: dict[str, Callable[[], object]] = {
            "summary": partial(gather, made_up, span),
            "terminal": partial(text.show, summary, console),
            "page": partial(page.page, summary),
            "JSON": partial(tables.report_json, summary),
        }
        told = (f"{kind} {1000 * _best_s(work):.0f}" for kind, work in works.items())
        print(f"  {name:<10} {', '.join(told)}")
    process = [sys.executable, "-c", IMPORTS]
    whole_s = _best_s(partial(subprocess.run, process, check=True))
    print(f"  a process with the imports and nothing else: {1000 * whole_s:.0f}")


def _best_s(work: Callable[[], object]) -> float:
    runs = []
    for _ in range(RUNS):
        begin = time.perf_counter()
        work()
        runs.append(time.perf_counter() - begin)
    return min(runs)


if __name__ == "__main__":
    main()
