"""What the history costs: writing an hour, ten years on the disk, reading them, and 200 kills."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from datetime import date, datetime, timedelta
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from posture.care.entries import PainNote
from posture.history import note_coding
from posture.history.batch import Batch, Minute
from posture.history.notebook import Notebook
from posture.history.purge import purge
from posture.history.reader import Reader
from posture.history.rows import Span
from posture.history.schema import connect, size_bytes, transaction
from posture.history.store import Store
from posture.records import State
from tests.history.script import Recording, ticks
from tests.years import years

if TYPE_CHECKING:
    from collections.abc import Callable

    from posture.care.entries import Notes
    from tests.kept import Years

DAYS = 3653
HOURS = 2
KILLS = 200


def main() -> None:
    """Print a line for each measurement."""
    with tempfile.TemporaryDirectory() as folder:
        _hour(Path(folder) / "hour.sqlite3")
        path = Path(folder) / "years.sqlite3"
        made_up = years(date(2016, 1, 1), DAYS)
        _fill(path, made_up)
        minutes = len(made_up.all_minutes)
        size = size_bytes(path)
        print(f"  {DAYS} days, {minutes} minutes: {size / 1e6:.1f} MB, {size / minutes:.0f} B each")
        count = _note(path, made_up.all_notes)
        print(f"  with {count} notes of care: {size_bytes(path) / 1e6:.1f} MB")
        _report(path, made_up.span)
        _read(path, made_up.span.end - timedelta(days=10), made_up.span)
        _write_into(path)
        seconds = _timed(lambda: purge(path, date(2018, 1, 1)))
        print(f"  purging two of the years: {seconds:.1f} s")
        killing = [sys.executable, "-m", "tests.history.killing", f"{folder}/k.sqlite3"]
        subprocess.run([*killing, str(KILLS), "7"], check=True)


def _hour(path: Path) -> None:
    """A busy camera: five ticks a second."""
    events = list(ticks(0, 3600 * HOURS, State.UPRIGHT, neck_deg=3.0, step_s=0.2))
    recording, store = Recording(), Store(path)
    recorder, batches = recording.recorder, 0
    store.connection.execute("PRAGMA wal_autocheckpoint = 0")  # then its size is what was written
    cpu_s = time.process_time()
    for event in events:
        recording.clock.session_s = getattr(event, "timestamp_s", 0.0)
        recorder.take(event)
        if recorder.due:
            store.write(recorder.batch())
            batches += 1
    cpu_ms = 1000 * (time.process_time() - cpu_s) / HOURS
    written = path.with_name(f"{path.name}-wal").stat().st_size / HOURS
    store.close()
    print(
        f"history, an hour: {cpu_ms:.0f} ms of a processor, {batches / HOURS:.0f} transactions, "
        f"{written / 1e6:.1f} MB written"
    )


def _fill(path: Path, made_up: Years) -> None:
    minutes = made_up.all_minutes
    columns = zip(
        minutes.utc_s.tolist(),
        minutes.offset_s.tolist(),
        minutes.seconds.tolist(),
        minutes.change_deg.reshape(-1, 6).tolist(),
        minutes.exposure_deg_min.tolist(),
        strict=True,
    )
    batch = Batch(
        sessions={session.number: session for session in made_up.all_sessions},
        episodes={(1, episode.utc_s): episode for episode in made_up.all_episodes},
        alerts={alert.number: alert for alert in made_up.all_alerts},
        baselines={(used.utc_s, used.name): used for used in made_up.all_baselines},
    )
    for utc_s, offset_s, seconds, change, exposure in columns:
        row = Minute(1, utc_s, offset_s, tuple(seconds), tuple(change), tuple(exposure))
        batch.minutes[1, utc_s] = row
    with Store(path) as store:
        store.write(batch)


def _note(path: Path, notes: Notes) -> int:
    """Write all notes at once; how many."""
    lists = (notes.breaks, notes.exercises, notes.packs, notes.pains, notes.hints)
    with Store(path) as store, transaction(store.connection):
        return sum(
            store.insert(kind.table, [kind.values(note) for note in some])
            for kind, some in zip(note_coding.KINDS, lists, strict=True)
        )


def _report(path: Path, whole: Span) -> None:
    """`posture report` as a process of its own, from its start to its end."""
    last = f"{whole.end - timedelta(days=1)}"
    spans = {"a week": ["--week", last], "ten years": ["--from", f"{whole.begin}", "--to", last]}
    for name, options in spans.items():
        command = [sys.executable, "-m", "posture", "report", "--history", str(path), *options]
        run = partial(subprocess.run, command, check=True, stdout=subprocess.DEVNULL)
        taken = [(_timed(run), _children_s()) for _ in range(5)]
        whole_s = min(seconds for seconds, _ in taken)
        cpu_s = min(after - before for (_, before), (_, after) in pairwise(taken))
        print(f"  posture report of {name}: {whole_s:.2f} s, {cpu_s:.2f} s of a processor")


def _children_s() -> float:
    """Seconds of a processor that ended processes have used."""
    times = os.times()
    return times.children_user + times.children_system


def _read(path: Path, last: date, whole: Span) -> None:
    week, month = Span(last - timedelta(days=7), last), Span(last - timedelta(days=31), last)
    works: dict[str, Callable[[Reader], object]] = {
        "minutes of a week": lambda reader: reader.minutes(week),
        "of a month": lambda reader: reader.minutes(month),
        "hours of ten years": lambda reader: reader.hours(whole),
        "minutes of ten years": lambda reader: reader.minutes(whole),
        "alerts of ten years": lambda reader: reader.alerts(whole),
        "notes of ten years": lambda reader: reader.notes(whole),
        "days": lambda reader: reader.days(),
    }

    def opened(work: Callable[[Reader], object]) -> None:
        with Reader(path) as reader:
            work(reader)

    def taken_ms(work: Callable[[Reader], object]) -> float:
        return 1000 * min(_timed(lambda: opened(work)) for _ in range(3))

    told = (f"{name} {taken_ms(work):.0f}" for name, work in works.items())
    print(f"  opening and reading, ms: {', '.join(told)}")


def _write_into(path: Path) -> None:
    """What it costs to open ten years, and to write into them."""
    opening_s = _timed(lambda: Store(path).close())
    book = Notebook(path, lambda: datetime.now().astimezone())
    noting_s = min(_timed(lambda: book.add(PainNote(*book.moment(), 3))) for _ in range(20))
    recording = Recording().take(ticks(0, 20, State.UPRIGHT, neck_deg=3.0))
    batch = recording.done()
    with Store(path) as store:
        each_s = min(_timed(lambda: store.write(batch)) for _ in range(50))
        connection = connect(path, write=False)
        (pages,) = connection.execute("PRAGMA page_count").fetchone()
        connection.close()
    print(
        f"  opening to write, with a check of {pages} pages: {1000 * opening_s:.0f} ms; "
        f"a transaction: {1000 * each_s:.1f} ms; opening and noting pain: {1000 * noting_s:.1f} ms"
    )


def _timed(work: Callable[[], object]) -> float:
    begin_s = time.perf_counter()
    work()
    return time.perf_counter() - begin_s


if __name__ == "__main__":
    main()
