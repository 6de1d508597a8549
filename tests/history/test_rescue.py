"""Damaged files: never a traceback, never lost, never written over; and what is rescued of them."""

from __future__ import annotations

import os
import shutil
import sqlite3
import tempfile
from contextlib import closing, suppress
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from posture.history.notebook import Notebook
from posture.history.reader import Reader
from posture.history.rescue import open_store, set_aside, set_aside_of
from posture.history.rows import Span
from posture.history.schema import DamagedError, HistoryError
from posture.history.store import Store
from posture.ports import PostureError
from tests.history.notes import EACH
from tests.history.script import BEGAN, BEGAN_S, batch_of, minute
from tests.history.test_store import ALL, ANSWERED

TODAY = date(2026, 3, 4)
DAYS = Span(date(2026, 3, 1), date(2026, 3, 9))


def names_in(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.iterdir())


@cache
def sound() -> bytes:
    """A file with some days, without anything beside it."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "history.sqlite3"
        with Store(path) as store:
            store.write(ALL)
            store.write(ANSWERED)
            store.write(batch_of(*(minute(number) for number in range(1, 900))))
        for note in EACH:
            Notebook(path, lambda: BEGAN).add(note)
        assert names_in(path.parent) == [path.name]
        return path.read_bytes()


def opened(path: Path) -> tuple[dict[str, int], str]:
    """Open it to write; how many rows there are then, and what the user is told."""
    store, note = open_store(path, TODAY, mend=True)
    with store:
        store.write(batch_of(minute(2000, session=9)))
    with Reader(path) as reader:
        assert reader.minutes(DAYS).utc_s[-1] == BEGAN_S + 60 * 2000
        return reader.counts(), note


def test_a_sound_file_is_just_opened(tmp_path: Path) -> None:
    path = tmp_path / "history.sqlite3"
    path.write_bytes(sound())
    counts, note = opened(path)
    assert counts["minutes"] == 901
    assert not note
    assert not set_aside_of(path)


def test_what_can_be_read_is_rescued(tmp_path: Path) -> None:
    """A page of the minutes is gone: all others are there, before it and after."""
    path = tmp_path / "history.sqlite3"
    data = bytearray(sound())
    page = data.index(int(BEGAN_S // 60 + 450).to_bytes(4, "big")) // 4096 * 4096
    data[page : page + 4096] = bytes(4096)
    path.write_bytes(data)
    counts, note = opened(path)
    assert 700 < counts["minutes"] < 901
    assert counts["alerts"] == counts["episodes"] == counts["baselines"] == 1
    (aside,) = set_aside_of(path)
    assert aside.read_bytes() == data
    assert aside.name == "history-damaged-2026-03-04.sqlite3"
    assert "damaged" in note
    assert str(aside) in note
    with Reader(path) as reader:
        assert reader.alerts(DAYS)[0].answer == "helped"
        whole = reader.minutes(DAYS)
        assert reader.hours(DAYS).seconds.sum() == pytest.approx(whole.seconds.sum())


def test_what_is_in_the_log_beside_it_is_rescued_too(tmp_path: Path) -> None:
    path, other = tmp_path / "a" / "history.sqlite3", tmp_path / "b" / "history.sqlite3"
    other.parent.mkdir()
    with Store(path) as store:
        store.write(ALL)
        for name in names_in(path.parent):  # as a killed process leaves it
            shutil.copy(path.parent / name, other.parent)
    with closing(sqlite3.connect(other, isolation_level=None)) as connection:
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute("DELETE FROM sqlite_schema WHERE name = 'baselines'")
        for name in names_in(other.parent):
            shutil.copy(other.parent / name, tmp_path / name)
    assert (tmp_path / "history.sqlite3-wal").stat().st_size > 0
    counts, _ = opened(tmp_path / "history.sqlite3")
    assert (counts["minutes"], counts["alerts"], counts["baselines"]) == (2, 1, 0)


def test_nothing_is_ever_written_over(tmp_path: Path) -> None:
    path = tmp_path / "history.sqlite3"
    for number in range(3):
        path.write_text(f"no history {number}" * 99)
        opened(path)
    kept = [aside.read_text()[:12] for aside in set_aside_of(path)]
    assert sorted(kept) == ["no history 0", "no history 1", "no history 2"]


def test_a_file_that_the_user_named_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("milk, bread, and a new chair\n" * 99)
    with pytest.raises(DamagedError, match="name another file"):
        open_store(path, TODAY, mend=False)
    assert names_in(tmp_path) == ["notes.txt"]
    assert path.read_text().startswith("milk")


def test_a_disk_that_is_full_leaves_it_for_later(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "history.sqlite3"
    data = sound()[:60_000]
    path.write_bytes(data)

    def full(connection: sqlite3.Connection, _: set[int]) -> None:
        connection.execute("PRAGMA max_page_count = 9").fetchall()
        connection.execute("CREATE TABLE large AS SELECT zeroblob(1000000)")

    with monkeypatch.context() as patch:
        patch.setattr("posture.history.rescue.add_up", full)
        with pytest.raises(HistoryError, match="full"):
            open_store(path, TODAY, mend=True)
    assert not set_aside_of(path)
    assert path.read_bytes() == data
    counts, _ = opened(path)
    assert counts["minutes"] > 100


def test_names_with_odd_letters(tmp_path: Path) -> None:
    path = tmp_path / "my [1] %20?#history.sqlite3"
    path.write_text("damaged " * 99)
    opened(path)
    assert len(set_aside_of(path)) == 1


@pytest.mark.parametrize("kind", ["folder", "dangling", "loop", "below a file"])
def test_what_cannot_be_a_file_is_told(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "history.sqlite3"
    if kind == "folder":
        path.mkdir()
    elif kind == "dangling":
        path.symlink_to(tmp_path / "nowhere" / "x")
    elif kind == "loop":
        path.symlink_to(path)
    else:
        path.write_text("a file")
        path = path / "history.sqlite3"
    with pytest.raises(PostureError, match=r"history\.sqlite3"):
        open_store(path, TODAY, mend=True)
    with suppress(HistoryError), Reader(path) as reader:
        assert reader.days() is None


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read all")
def test_one_that_may_not_be_read_is_told(tmp_path: Path) -> None:
    path = tmp_path / "history.sqlite3"
    path.write_bytes(sound())
    path.chmod(0)
    with pytest.raises(HistoryError, match="yours"):
        Store(path)
    assert not set_aside_of(path)


Bytes = dict[int, int]
"""Places, and what is there."""
ANYWHERE = st.dictionaries(st.floats(0, 0.999), st.integers(0, 255), max_size=30)
HEAD = st.dictionaries(st.integers(0, 200), st.integers(0, 255), max_size=4)


@settings(max_examples=60)
@given(ANYWHERE, HEAD, st.floats(0, 1) | st.just(1.0))
def test_whatever_a_file_holds(anywhere: dict[float, int], head: Bytes, left: float) -> None:
    """It is read or refused in words; to write, it is opened, set aside or left as it is."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "history.sqlite3"
        whole = bytearray(sound())
        for share, byte in anywhere.items():
            whole[int(share * len(whole))] = byte
        for place, byte in head.items():
            whole[place] = byte
        data = bytes(whole[: round(left * len(whole))])
        path.write_bytes(data)
        with suppress(HistoryError), Reader(path) as reader:
            asked = (reader.minutes, reader.hours, reader.episodes, reader.alerts, reader.sessions)
            for ask in (*asked, reader.baselines, reader.notes):
                with suppress(HistoryError):
                    ask(DAYS)
            with suppress(HistoryError):
                reader.days()
        assert path.read_bytes() == data
        try:
            store, note = open_store(path, TODAY, mend=True)
        except HistoryError:
            assert path.read_bytes() == data
            return
        with store, suppress(HistoryError):
            store.write(batch_of(minute(2000, session=9)))
        if note:
            (aside,) = set_aside_of(path)
            assert aside.read_bytes() == data


def test_set_aside_takes_all_of_it(tmp_path: Path) -> None:
    path = tmp_path / "history.sqlite3"
    for end in ("", "-wal", "-shm"):
        path.with_name(path.name + end).write_text(f"x{end}")
    aside = set_aside(path, TODAY)
    names = [aside.name, f"{aside.name}-shm", f"{aside.name}-wal"]
    assert names_in(tmp_path) == sorted(names)
