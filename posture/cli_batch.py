"""`posture batch`. Only click is imported here, as in `posture.cli`."""

from __future__ import annotations

import signal
from pathlib import Path
from typing import TYPE_CHECKING

import click

from posture.cli_recording import judged_by
from posture.cli_shared import INTERRUPTED, Number, on_ctrl_c

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
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

    with on_ctrl_c(signal.SIG_DFL):  # what loads C++ would lose the exception
        from posture.batch import recordings
        from posture.batch_folder import only_one
        from posture.batch_tables import write_all
        from posture.batch_workers import cluster, local

    folder, out = folder.absolute(), out.absolute()
    settings = judged_by(persist_s=persist_s, enter_deg=enter_deg, leave_deg=leave_deg)
    _refuse(folder, out, manifest, parquet=kind == "parquet")
    asked = recordings(folder, manifest)
    place = cluster(scheduler) if scheduler else local(jobs or os.cpu_count() or 1)
    try:
        with on_ctrl_c(signal.default_int_handler, signal.SIGTERM), only_one(out):
            outcomes = _followed(asked, out, settings, place, quiet=quiet)
            tables = write_all(asked, outcomes, out, parquet=kind == "parquet")
    except KeyboardInterrupt:
        click.echo("\ninterrupted; the same command goes on where it was", err=True)
        raise SystemExit(INTERRUPTED) from None
    raise SystemExit(_said(asked, outcomes, tables, quiet=quiet))


def _refuse(folder: Path, out: Path, manifest: Path | None, *, parquet: bool) -> None:
    """Refuse before the work what cannot be written, or where something of the user's may be."""
    from posture.batch_tables import need_parquet, tables_of

    if parquet:
        need_parquet()
    if _same(out, folder):
        raise click.UsageError(f"--out {out} has the recordings in it: name another folder")
    if manifest is not None and any(_same(table, manifest) for table in tables_of(out)):
        raise click.UsageError(f"--manifest {manifest} is where the results go: move it elsewhere")


def _same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:  # one is not there
        return False


def _said(
    asked: Sequence[Recorded],
    outcomes: Mapping[str, Outcome],
    tables: Sequence[Path],
    *,
    quiet: bool,
) -> int:
    """Say what came out; returns the exit code."""
    for each in asked:
        if outcomes[each.name].message:
            click.echo(f"{each.name}: {outcomes[each.name].message}", err=True)
    if not quiet:
        new = sum(not outcome.again for outcome in outcomes.values())
        click.echo(f"{len(asked)} recordings, {new} of them done now:")
        for table in tables:
            click.echo(f"  {click.format_filename(table)}")
    codes = [outcomes[each.name].code for each in asked]
    return next((int(code) for code in codes if code), 0)


def _followed(
    asked: Sequence[Recorded],
    out: Path,
    settings: Settings,
    place: AbstractContextManager[Executor],
    *,
    quiet: bool,
) -> dict[str, Outcome]:
    """Do the work, and show how far it is; what was done before takes no share of the time.

    Raises:
        OutputError: Nothing more can be written, as on a full disk.
    """
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TextColumn,
        TimeElapsedColumn,
        TimeRemainingColumn,
    )

    from posture.batch_folder import need_room
    from posture.batch_workers import work_all
    from posture.replay import ExitCode

    console = Console(stderr=True, highlight=False)
    columns = (TextColumn("{task.description}", markup=False), BarColumn(), MofNCompleteColumn())
    times = (TimeElapsedColumn(), TextColumn("left:"), TimeRemainingColumn())
    shown = Progress(*columns, *times, console=console, disable=quiet or not console.is_terminal)
    outcomes = {}
    with place as executor, shown as progress:
        task = progress.add_task("recordings", total=len(asked))
        for recorded, outcome in work_all(asked, out, settings, executor):
            outcomes[recorded.name] = outcome
            progress.update(task, advance=1, description=recorded.name[-40:])
            if outcome.code is ExitCode.NOT_WRITABLE:
                need_room(out)
    return outcomes
