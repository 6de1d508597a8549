"""Notes are written and read beside the one who writes the history, and erased with it."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from math import nan
from pathlib import Path

import pytest

from posture.care import entries
from posture.care.entries import Notes, PainNote
from posture.history import notebook
from posture.history.notebook import Notebook
from posture.history.purge import purge
from posture.history.reader import Reader
from posture.history.rescue import open_store, set_aside_of
from posture.history.rows import Span
from posture.history.schema import (
    NOTE_TABLES,
    DamagedError,
    ForeignError,
    HistoryError,
    connect,
)
from posture.history.store import Store
from posture.settings import Settings
from tests.history.notes import BREAK, EACH, EXERCISE, HINT, PACK, PAIN
from tests.history.script import BEGAN, BEGAN_S
from tests.history.test_store import ALL, written

DAY = Span(date(2026, 3, 2), date(2026, 3, 3))
ALL_NOTES = Notes((BREAK,), (EXERCISE,), (PACK,), (PAIN,), (HINT,))
SCHEMA_1 = Path(__file__).with_name("schema_1.sql")


@pytest.fixture
def book(tmp_path: Path) -> Notebook:
    return Notebook(tmp_path / "new" / "history.sqlite3", lambda: BEGAN)


def filled(book: Notebook) -> Notebook:
    for note in EACH:
        book.add(note)
    return book


def old_file(path: Path) -> None:
    path.parent.mkdir(exist_ok=True)
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(SCHEMA_1.read_text(encoding="utf-8"))


def test_come_back(book: Notebook) -> None:
    assert filled(book).notes(DAY) == ALL_NOTES
    for day in (1, 3):
        assert book.notes(Span(date(2026, 3, day), date(2026, 3, day + 1))) == Notes()


def test_several_at_once_or_none(book: Notebook) -> None:
    book.add(PACK, PAIN)
    assert book.notes(DAY) == Notes(packs=(PACK,), pains=(PAIN,))
    with pytest.raises(AttributeError):
        book.add(BREAK, None)  # type: ignore[arg-type]
    assert book.notes(DAY).breaks == ()


def test_now(book: Notebook) -> None:
    assert book.moment() == (BEGAN_S, 3600)


def test_nothing_where_there_is_no_file(book: Notebook) -> None:
    assert book.notes(DAY) == Notes()
    assert not book.remove(PAIN)
    assert not book.path.parent.exists()


def test_once_more_takes_its_place(book: Notebook) -> None:
    filled(filled(book))
    found = book.notes(DAY)
    assert replace(found, pains=()) == replace(ALL_NOTES, pains=())


def test_a_wrong_one_is_removed(book: Notebook) -> None:
    filled(book).add(replace(PAIN, utc_s=PAIN.utc_s + 60))
    assert book.remove(PAIN)
    assert not book.remove(PAIN)
    assert [note.utc_s for note in book.notes(DAY).pains] == [PAIN.utc_s + 60]


def test_what_is_removed_is_not_in_the_log_either(book: Notebook) -> None:
    with Store(book.path):
        filled(book)
        log = book.path.with_name(f"{book.path.name}-wal")
        assert log.stat().st_size > 0
        assert book.remove(EXERCISE)
        assert log.stat().st_size == 0
    assert EXERCISE.name.encode() not in book.path.read_bytes()


def test_in_order_of_time(book: Notebook) -> None:
    for minute in (30, 10, 20):
        book.add(replace(PAIN, utc_s=BEGAN_S + 60 * minute))
    assert [note.utc_s - BEGAN_S for note in book.notes(DAY).pains] == [600, 1200, 1800]


def test_what_is_not_known(book: Notebook) -> None:
    bare, unmeasured = PainNote(BEGAN_S, 3600, 0), replace(EXERCISE, range_deg=nan)
    book.add(bare)
    book.add(unmeasured)
    found = book.notes(DAY)
    assert found.pains == (bare,)
    assert repr(found.exercises) == repr((unmeasured,))  # NaN equals nothing


def test_a_file_of_before_gets_its_place_for_them(book: Notebook) -> None:
    old_file(book.path)
    assert book.notes(DAY) == Notes()
    with Reader(book.path) as reader:
        counts = reader.counts()
    assert [counts[table] for table in NOTE_TABLES] == [0] * len(NOTE_TABLES)
    assert filled(book).notes(DAY) == ALL_NOTES
    with Reader(book.path) as reader:
        assert len(reader.minutes(DAY)) == 1


def test_while_posture_writes(book: Notebook) -> None:
    with Store(book.path) as store:
        store.write(ALL)
        filled(book)
        store.write(ALL)
    assert book.notes(DAY) == ALL_NOTES
    with Reader(book.path) as reader:
        assert reader.days() == DAY
        counts = reader.counts()
    assert counts == dict.fromkeys(counts, 1)


def test_notes_alone_are_days(book: Notebook) -> None:
    book.add(PAIN)
    with Reader(book.path) as reader:
        assert reader.days() == DAY


def test_who_writes_for_long_is_told_of(book: Notebook, monkeypatch: pytest.MonkeyPatch) -> None:
    written(book.path, ALL)
    monkeypatch.setattr(connect, "__kwdefaults__", {"wait_s": 0.01})
    with closing(sqlite3.connect(book.path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(HistoryError, match="nothing else uses"):
            book.add(PAIN)
        other.execute("ROLLBACK")


class TestWhatIsNoHistory:
    def test_a_damaged_file(self, book: Notebook) -> None:
        book.path.parent.mkdir()
        book.path.write_text("no history " * 99)
        for work in (lambda: book.add(PAIN), lambda: book.remove(PAIN)):
            with pytest.raises(DamagedError, match="note it once more"):
                work()
        with pytest.raises(HistoryError):
            book.notes(DAY)

    @pytest.mark.parametrize(
        ("statement", "words"),
        [("PRAGMA user_version = 99", "newer"), ("PRAGMA application_id = 1", "another program")],
    )
    def test_somebody_elses(self, book: Notebook, statement: str, words: str) -> None:
        written(book.path, ALL)
        with closing(sqlite3.connect(book.path)) as connection:
            connection.execute("PRAGMA journal_mode = DELETE")
            connection.execute(statement)
        before = book.path.read_bytes()
        with pytest.raises(ForeignError, match=words):
            book.add(PAIN)
        assert book.path.read_bytes() == before

    @pytest.mark.parametrize(
        ("change", "left"),
        [
            ("UPDATE pains SET places = 'left_knee+neck_left', kinds = '', deeds = ''", True),
            ("UPDATE pains SET level = 11", False),
            ("UPDATE pains SET since_day = 99999999999", False),
            ("UPDATE pains SET offset_min = 1500, utc_cs = utc_cs - 1440 * 6000", False),
        ],
        ids=["a place of a newer posture", "level", "since", "offset"],
    )
    def test_what_is_not_understood(self, book: Notebook, change: str, left: bool) -> None:
        filled(book)
        with closing(sqlite3.connect(book.path)) as connection, connection:
            connection.execute(change)
        found = book.notes(DAY)
        assert found.breaks == (BREAK,)
        kept = replace(
            PAIN,
            places=frozenset({entries.Place.NECK_LEFT}),
            kinds=frozenset(),
            deeds=frozenset(),
        )
        assert found.pains == ((kept,) if left else ())

    @pytest.mark.parametrize(
        "change",
        [
            "UPDATE breaks SET kind = 'endless'",
            "UPDATE breaks SET length_cs = -1",
            "UPDATE exercises SET name = 'Ann Other'",
            "UPDATE packs SET kind = 'mud'",
            "UPDATE hints SET kind = 'buy_more'",
        ],
    )
    def test_nor_of_other_kinds(self, book: Notebook, change: str) -> None:
        filled(book)
        with closing(sqlite3.connect(book.path)) as connection, connection:
            connection.execute(change)
        found = book.notes(DAY)
        lists = (found.breaks, found.exercises, found.packs, found.pains, found.hints)
        assert sorted(map(len, lists)) == [0, 1, 1, 1, 1]


def test_a_damaged_file_is_rescued_with_them(book: Notebook) -> None:
    filled(book)
    with Store(book.path) as store:
        store.write(ALL)
    with closing(sqlite3.connect(book.path, isolation_level=None)) as connection:
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute("DELETE FROM sqlite_schema WHERE name = 'baselines'")
    store, note = open_store(book.path, date(2026, 3, 4), mend=True)
    store.close()
    assert "rescued" in note
    assert set_aside_of(book.path)
    assert book.notes(DAY) == ALL_NOTES


@pytest.mark.parametrize(
    ("before", "left"), [(None, 0), (date(2026, 3, 3), 0), (date(2026, 3, 2), 1)]
)
def test_are_erased_with_the_days(book: Notebook, before: date | None, left: int) -> None:
    filled(book)
    assert purge(book.path, before) == (0 if left else len(EACH))
    with Reader(book.path) as reader:
        assert sum(reader.counts().values()) == left * len(EACH)


def test_old_days_are_forgotten(book: Notebook) -> None:
    filled(book)
    with Store(book.path) as store:
        assert store.forget_before(date(2026, 3, 2)) == 0
        assert store.forget_before(date(2026, 3, 3)) == len(EACH)


class TestOwn:
    @pytest.fixture(autouse=True)
    def _own(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("POSTURE_DATA_DIR", str(tmp_path))

    def test_is_the_history(self, tmp_path: Path) -> None:
        assert notebook.own().path == tmp_path / "history.sqlite3"
        utc_s, _ = notebook.own().moment()
        assert datetime.fromtimestamp(utc_s, UTC) - datetime.now(UTC) < timedelta(minutes=1)

    def test_none_for_what_is_not_to_be_kept(self) -> None:
        keeping = Settings()
        assert notebook.own(keeping) is not None
        none = replace(keeping, history=replace(keeping.history, keep=False))
        assert notebook.own(none) is None
