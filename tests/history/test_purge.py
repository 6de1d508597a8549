"""What is erased is nowhere any more, also while posture runs."""

from __future__ import annotations

from contextlib import closing
from datetime import date
from typing import TYPE_CHECKING

import pytest

from posture.history.purge import purge
from posture.history.reader import Reader
from posture.history.rows import KeptAlert, Session, Span
from posture.history.schema import HistoryError, connect
from posture.history.store import Store
from posture.records import AlertLevel, Part
from tests.history.script import BEGAN_S, batch_of, minute
from tests.history.test_rescue import sound
from tests.history.test_store import ALL, written

if TYPE_CHECKING:
    from pathlib import Path

    from posture.history.batch import Batch

PLANTED = "a-camera-that-nobody-may-know-of"
DAY_MIN = 24 * 60
LIMIT = date(2026, 3, 4)
ALWAYS = Span(date(2026, 1, 1), date(2027, 1, 1))


def days(count: int, camera: str = PLANTED) -> Batch:
    """An hour and an alert on each day from 2026-03-02 on, each a session of its own."""
    minutes = [
        minute(day * DAY_MIN + each, session=day + 1) for day in range(count) for each in range(60)
    ]
    batch = batch_of(*minutes)
    for day in range(count):
        utc_s = BEGAN_S + day * 86_400
        batch.sessions[day + 1] = Session(day + 1, utc_s, utc_s + 3600, 3600, camera, "1")
        batch.alerts[day + 1] = KeptAlert(
            day + 1, utc_s, 3600, AlertLevel.CUE, Part.NECK, 12.0, 30.0, "", f"{camera}{day}"
        )
    return batch


def found_in(folder: Path) -> list[str]:
    """Files in which the planted word is."""
    return [each.name for each in folder.iterdir() if PLANTED.encode() in each.read_bytes()]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "history.sqlite3"


def test_days_before_one(path: Path) -> None:
    written(path, days(4))
    assert purge(path, LIMIT) == 2 * 62
    with Reader(path) as reader:
        assert reader.days() == Span(LIMIT, date(2026, 3, 6))
        assert len(reader.minutes(ALWAYS)) == 120
        assert reader.hours(ALWAYS).seconds.sum() == reader.minutes(ALWAYS).seconds.sum()
        assert len(reader.alerts(ALWAYS)) == len(reader.sessions(ALWAYS)) == 2
    assert purge(path, LIMIT) == 0


def test_midnight_within_an_hour(path: Path) -> None:
    """In a zone of half hours an hour of UTC has two days: it keeps the minutes of the second."""
    of_hour = range(600, 660)  # from 18:00 in UTC on
    written(path, batch_of(*(minute(each, offset_s=int(5.5 * 3600)) for each in of_hour)))
    with Reader(path) as reader:
        first = reader.minutes(Span(date(2026, 3, 2), date(2026, 3, 3)))
        assert len(first) == 30
    purge(path, date(2026, 3, 3))
    with Reader(path) as reader:
        left = reader.minutes(ALWAYS)
        assert len(left) == 60 - len(first)
        assert reader.hours(ALWAYS).seconds.sum() == left.seconds.sum()


@pytest.mark.parametrize("before", [None, date(2026, 3, 9)])
def test_nothing_is_left_in_any_file(path: Path, before: date | None) -> None:
    with Store(path) as store:
        store.write(days(4))
        assert found_in(path.parent)
    assert found_in(path.parent)
    size = path.stat().st_size
    assert purge(path, before) == 4 * 62
    assert not found_in(path.parent)
    assert path.stat().st_size < size


def test_while_posture_runs(path: Path) -> None:
    with Store(path) as store:
        store.write(days(4))
        purge(path, None)
        assert not found_in(path.parent)
        store.write(ALL)
        with Reader(path) as reader:
            assert reader.counts()["minutes"] == 1
        assert not found_in(path.parent)


def test_who_reads_meanwhile_is_told_of(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connect, "__kwdefaults__", {"wait_s": 0.01})
    written(path, days(2))
    with closing(connect(path, write=False)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT * FROM alerts").fetchone()
        with pytest.raises(HistoryError, match="once more"):
            purge(path, None)
        reader.execute("ROLLBACK")
    assert purge(path, None) == 0
    assert not found_in(path.parent)


def test_damaged_files_that_were_set_aside(path: Path) -> None:
    aside = path.with_name("history-damaged-2026-01-01.sqlite3")
    other = path.with_name("history-damaged-by-me.txt")
    for each in (aside, aside.with_name(f"{aside.name}-wal"), other):
        each.write_text(PLANTED)
    written(path, ALL)
    purge(path, LIMIT)
    assert aside.exists()
    purge(path, None)
    assert found_in(path.parent) == [other.name]


@pytest.mark.parametrize("data", [b"no history" * 99, sound()[:5000]], ids=["other", "cut off"])
def test_what_cannot_be_purged_is_left(path: Path, data: bytes) -> None:
    path.write_bytes(data)
    with pytest.raises(HistoryError, match="purge once more"):
        purge(path, None)
    assert path.read_bytes() == data


def test_a_history_that_is_not_there(path: Path) -> None:
    assert purge(path, None) == 0
    assert not path.exists()


def test_old_days_are_forgotten(path: Path) -> None:
    with Store(path) as store:
        store.write(days(4))
        assert store.forget_before(LIMIT) == 2 * 62
        assert store.forget_before(LIMIT) == 0
        assert not [name for name in found_in(path.parent) if name.endswith("-wal")]
