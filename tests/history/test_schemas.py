"""Older files become newer ones, completely or not at all; those of others are left alone."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any, cast

import pytest

from posture.history.reader import Reader
from posture.history.rows import Answer
from posture.history.schema import (
    NOTE_TABLES,
    STEPS,
    DamagedError,
    ForeignError,
    HistoryError,
    check,
    migrate,
    schema_of,
)
from posture.history.store import Store
from tests.history.test_store import ALL, DAY, written


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "new" / "history.sqlite3"


class TestSchemas:
    @pytest.mark.parametrize(
        "schema", sorted(Path(__file__).parent.glob("schema_*.sql")), ids=lambda p: p.stem
    )
    def test_each_that_was_released_is_read_and_written(self, path: Path, schema: Path) -> None:
        path.parent.mkdir()
        with closing(sqlite3.connect(path)) as connection:
            connection.executescript(schema.read_text(encoding="utf-8"))
        written(path, ALL)
        with Reader(path) as reader:
            old, new = reader.sessions(DAY)
            assert (old.number, new.number) == (7, 8)
            answers = {alert.number: alert.answer for alert in reader.alerts(DAY)}
            assert answers == {3: Answer.HELPED, 4: Answer.NONE}
            counts = reader.counts()
            notes = {counts.pop(table) for table in NOTE_TABLES}
            assert notes == {0 if schema.stem == "schema_1" else 1}
            assert counts == dict.fromkeys(counts, 2) | {"hours": 1}
            assert reader.minutes(DAY).seconds.sum() == pytest.approx(60)

    def test_the_newest_is_that_of_its_file(self, path: Path) -> None:
        newest = max(Path(__file__).parent.glob("schema_*.sql"))
        with closing(sqlite3.connect(":memory:")) as released, Store(path) as store:
            released.executescript(newest.read_text(encoding="utf-8"))
            query = "SELECT name, sql FROM sqlite_schema ORDER BY name"
            assert store.connection.execute(query).fetchall() == released.execute(query).fetchall()

    def test_steps_one_after_the_other(self) -> None:
        steps = [["CREATE TABLE a (x)"], ["ALTER TABLE a ADD y", "INSERT INTO a VALUES (1, 2)"]]
        with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
            migrate(connection, steps[:1])
            assert schema_of(connection) == 1
            migrate(connection, steps)
            migrate(connection, steps)
            assert schema_of(connection) == 2
            assert connection.execute("SELECT * FROM a").fetchall() == [(1, 2)]

    def test_a_step_that_fails_changes_nothing(self) -> None:
        steps = [["CREATE TABLE a (x)"], ["ALTER TABLE a ADD y", "INSERT INTO b VALUES (1)"]]
        with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
            migrate(connection, steps[:1])
            with pytest.raises(sqlite3.OperationalError):
                migrate(connection, steps)
            assert schema_of(connection) == 1
            assert len(connection.execute("PRAGMA table_info(a)").fetchall()) == 1

    @pytest.mark.parametrize(
        ("statement", "error", "words"),
        [
            ("PRAGMA user_version = 99", ForeignError, "newer posture"),
            ("PRAGMA application_id = 1", ForeignError, "another program"),
            ("DROP TABLE alerts", DamagedError, "missing"),
        ],
    )
    def test_what_is_no_history_of_ours_is_left_alone(
        self, path: Path, statement: str, error: type[HistoryError], words: str
    ) -> None:
        written(path, ALL)
        with closing(sqlite3.connect(path)) as connection:
            connection.execute("PRAGMA journal_mode = DELETE")
            connection.execute(statement)
        before = path.read_bytes()
        for kind in (Store, Reader):
            with pytest.raises(error, match=words):
                kind(path)
        assert path.read_bytes() == before

    def test_an_empty_database_is_taken(self, path: Path) -> None:
        with Store(path) as store:
            check(store.connection, path)
            assert schema_of(store.connection) == len(STEPS)


class Rows(list[Any]):
    """What a question found."""

    def fetchone(self) -> Any:  # noqa: ANN401 - as sqlite3 has it
        return self[0]


class Watched:
    """A connection; after so many questions another process makes the file, if it can."""

    def __init__(self, path: Path, after: int) -> None:
        self.real = sqlite3.connect(path, isolation_level=None, timeout=0)
        self.path, self.left = path, after

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - of the real one
        return getattr(self.real, name)

    def execute(self, statement: str) -> Any:  # noqa: ANN401 - enough of a cursor
        found = self.real.execute(statement).fetchall()
        self.left -= 1
        if self.left == 0 and not self.real.in_transaction:
            Store(self.path).close()
        return Rows(found)


@pytest.mark.parametrize("after", range(1, 6))
def test_one_that_is_just_being_made_is_not_taken_for_anothers(path: Path, after: int) -> None:
    path.parent.mkdir()
    path.touch()
    connection = Watched(path, after)
    with closing(connection):
        check(cast("sqlite3.Connection", connection), path)
