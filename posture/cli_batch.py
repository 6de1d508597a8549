"""`posture batch`. Only click is imported here, as in `posture.cli`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from posture.cli_recording import judged_by
from posture.cli_shared import INTERRUPTED, Number

if TYPE_CHECKING:
    from collections.abc import Sequence
    from concurrent.futures import Executor
    from contextlib import AbstractContextManager

    from posture.batch import Outcome, Recorded
    from posture.settings import Settings

EXIT_CODES = """\
Exit codes: 0 all done, 1 failed, 2 wrong usage, otherwise that of the first recording that could
not be done: 3 cannot be read, 4 no person found, 5 a result cannot be written, 6 the baseline was
refused; 130 interrupted (what was done is kept, and the same command goes on).
"""


@click.command(epilog=EXIT_CODES)
@click.argument("folder", type=click.Path(path_type=Path))
@click.option(
    "--out", type=click.Path(path_type=Path), required=True, help="Folder for all results."
)
@click.option(
    "--manifest",
    type=click.Path(path_type=Path, dir_okay=False),
    help="CSV with the columns file,subject,camera,baseline (a stretch such as 1-8, or a file); "
    "paths begin at FOLDER.",
)
@click.option("--jobs", type=click.IntRange(min=1), help="Processes.  [default: all processors]")
@click.option(
    "--scheduler",
    metavar="ADDRESS",
    help="Let the workers of this Dask scheduler do it; they must see the same folders.",
)
@click.option(
    "--format",
    "kind",
    type=click.Choice(["csv", "parquet"]),
    default="csv",
    show_default=True,
    help="Of the table of all ticks; Parquet needs the package pyarrow.",
)
@click.option("--persist", "persist_s", type=Number(min=0, min_open=True), help="As for replay.")
@click.option("--enter-deg", type=Number(min=0, min_open=True), help="As for replay.")
@click.option("--leave-deg", type=Number(min=0), help="As for replay.")
@click.option("--quiet", is_flag=True, help="Print nothing but errors.")
def batch(
    *,
    folder: Path,
    out: Path,
    manifest: Path | None,
    jobs: int | None,
    scheduler: str | None,
    kind: str,
    persist_s: float | None,
    enter_deg: float | None,
    leave_deg: float | None,
    quiet: bool,
) -> None:
    """Replay all recordings in FOLDER, as often as it takes, and put the results together.

    What is done is never done again, also after a crash: run the same command once more. For each
    recording there is a folder as `posture replay` makes it; recordings.csv, subjects.csv and
    ticks.csv hold all of them.
    """
    import os

    from posture import batch as batches
    from posture.batch_tables import write_all

    settings = judged_by(persist_s=persist_s, enter_deg=enter_deg, leave_deg=leave_deg)
    asked = batches.recordings(folder.resolve(), manifest)
    place = batches.cluster(scheduler) if scheduler else batches.local(jobs or os.cpu_count() or 1)
    try:
        outcomes = _followed(asked, out.resolve(), settings, place, quiet=quiet)
    except KeyboardInterrupt:
        click.echo("\ninterrupted; the same command goes on where it was", err=True)
        raise SystemExit(INTERRUPTED) from None
    tables = write_all(asked, outcomes, out.resolve(), parquet=kind == "parquet")
    for each in asked:
        if outcomes[each.name].message:
            click.echo(f"{each.name}: {outcomes[each.name].message}", err=True)
    if not quiet:
        new = sum(not outcome.again for outcome in outcomes.values())
        click.echo(f"{len(asked)} recordings, {new} of them done now:")
        for table in tables:
            click.echo(f"  {table}")
    codes = [outcomes[each.name].code for each in asked]
    raise SystemExit(next((int(code) for code in codes if code), 0))


def _followed(
    asked: Sequence[Recorded],
    out: Path,
    settings: Settings,
    place: AbstractContextManager[Executor],
    *,
    quiet: bool,
) -> dict[str, Outcome]:
    """Do the work, and show how far it is; what was done before takes no share of the time."""
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TextColumn,
        TimeElapsedColumn,
        TimeRemainingColumn,
    )

    from posture.batch import work_all

    console = Console(stderr=True, highlight=False)
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    times = (TimeElapsedColumn(), TextColumn("left:"), TimeRemainingColumn())
    shown = Progress(*columns, *times, console=console, disable=quiet or not console.is_terminal)
    outcomes = {}
    with place as executor, shown as progress:
        task = progress.add_task("recordings", total=len(asked))
        for recorded, outcome in work_all(asked, out, settings, executor):
            outcomes[recorded.name] = outcome
            progress.update(task, advance=1, description=recorded.name[-40:])
    return outcomes
