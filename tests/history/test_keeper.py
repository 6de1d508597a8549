"""The sink: what it writes and when, and what it does when it cannot."""

from __future__ import annotations

import sqlite3
import threading
from contextlib import closing
from datetime import date
from typing import TYPE_CHECKING

import pytest

from posture.history import keeper
from posture.history.keeper import Keeper, keeper_of
from posture.history.reader import Reader
from posture.history.rescue import set_aside_of
from posture.history.rows import Answer, Span
from posture.history.schema import connect
from posture.live_events import Notice
from posture.ports import Helped
from posture.records import State, Tick
from posture.settings import HistorySettings, Settings
from tests.history.script import (
    BEGAN,
    BEGAN_S,
    Recording,
    alert,
    batch_of,
    minute,
    ticks,
    told,
    turn,
)
from tests.history.test_store import written

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from posture.live_events import LiveEvent

DAY = Span(date(2026, 3, 2), date(2026, 3, 3))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "history.sqlite3"


class Kept:
    """A keeper whose thread is the test's own, and what the user is told."""

    def __init__(self, path: Path, **options: object) -> None:
        recording = Recording()
        self.told: list[str] = []
        self.clock = recording.clock
        self.keeper = Keeper(path, recording.recorder, now=self.clock, **options)  # type: ignore[arg-type]
        self.keeper._tell = self.tell

    def tell(self, event: LiveEvent) -> None:
        assert isinstance(event, Notice)
        self.told.append(event.text)

    def watch(self, begin_s: float, end_s: float) -> None:
        """So long upright; it is written at the end."""
        for tick in ticks(begin_s, end_s, State.UPRIGHT):
            assert isinstance(tick, Tick)
            self.clock.session_s = tick.timestamp_s
            self.keeper(tick)
        self.keeper._hand_over()
        self.keeper.write()

    def close(self) -> None:
        self.keeper.close()
        self.keeper._lose_store()


@pytest.fixture
def kept(path: Path) -> Iterator[Kept]:
    one = Kept(path)
    yield one
    one.close()


def upright_s(path: Path) -> float:
    with Reader(path) as reader:
        return float(reader.minutes(DAY).seconds[:, 0].sum())


def test_all_of_it_by_its_own_thread(path: Path) -> None:
    recording = Recording()
    with Keeper(path, recording.recorder, now=recording.clock) as sink:
        sink.start(lambda _: None)
        for event in (
            *ticks(0, 39.5, State.UPRIGHT, neck_deg=12),
            turn(40, State.SLOUCHED, 10),
            told(60),
            *ticks(60, 65, State.SLOUCHED, neck_deg=12),
            Helped(alert()),
        ):
            recording.clock.session_s = getattr(event, "timestamp_s", 60)
            sink(event)
    sink.close()
    assert "history" not in {thread.name for thread in threading.enumerate()}
    with Reader(path) as reader:
        assert reader.minutes(DAY).seconds.sum() == pytest.approx(39.5 + 0.5 + 5)
        assert [row.answer for row in reader.alerts(DAY)] == [Answer.HELPED]
        assert len(reader.sessions(DAY)) == len(reader.episodes(DAY)) == 1


def test_what_cannot_be_written_is_told_once_and_written_later(
    path: Path, kept: Kept, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connect, "__kwdefaults__", {"wait_s": 0.01})
    kept.watch(0, 20)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        kept.watch(20.5, 40)
        kept.watch(40.5, 70)
        other.execute("ROLLBACK")
    assert len(kept.told) == 1
    assert "tried again" in kept.told[0]
    kept.watch(70.5, 90)
    assert upright_s(path) == pytest.approx(90)
    assert "nothing of it was lost" in kept.told[1]


def test_what_is_lost_at_the_end_is_told(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connect, "__kwdefaults__", {"wait_s": 0.01})
    written(path, batch_of(minute(0)))
    recording, heard = Recording(), list[str]()
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with Keeper(path, recording.recorder, now=recording.clock) as sink:
            sink.start(lambda event: heard.append(getattr(event, "text", "")))
            for tick in ticks(0, 30, State.UPRIGHT):
                sink(tick)
    assert len(heard) == 2
    assert "tried again" in heard[0]
    assert "is lost" in heard[1]


def test_a_full_disk(path: Path, kept: Kept) -> None:
    kept.watch(0, 20)
    store = kept.keeper._store
    assert store is not None
    store.connection.execute("PRAGMA max_page_count = 1").fetchall()
    (pages,) = store.connection.execute("PRAGMA page_count").fetchone()
    store.connection.execute(f"PRAGMA max_page_count = {pages}").fetchall()
    for number in range(300):  # until a page more is needed
        kept.watch(20.5 + 60 * number, 80 + 60 * number)
    assert len(kept.told) == 1
    assert "full" in kept.told[0]
    store.connection.execute("PRAGMA max_page_count = 100000").fetchall()
    kept.watch(30_000, 30_020)
    assert upright_s(path) == pytest.approx(20 + 300 * 60 + 20, abs=10)


def test_memory_is_bounded(kept: Kept, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keeper, "MOST_MINUTES", 3)
    batch = batch_of(*(minute(number) for number in range(9)))
    kept.keeper._put_back(batch)
    assert [key[1] for key in kept.keeper._pending.minutes] == [
        BEGAN_S + 60 * number for number in (6, 7, 8)
    ]


def test_a_damaged_file_is_set_aside(path: Path, kept: Kept) -> None:
    path.write_text("no history " * 99)
    kept.watch(0, 20)
    assert len(set_aside_of(path)) == 1
    assert "damaged" in kept.told[0]
    assert upright_s(path) == 20


def test_damage_that_is_noticed_later(path: Path, kept: Kept) -> None:
    kept.watch(0, 20)
    store = kept.keeper._store
    assert store is not None
    store.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    store.connection.execute("PRAGMA cache_size = 0")
    data = bytearray(path.read_bytes())
    data[4096:] = b"\xff" * (len(data) - 4096)
    path.write_bytes(data)
    kept.watch(20.5, 40)
    kept.watch(40.5, 60)
    assert len(set_aside_of(path)) == 1
    assert [text for text in kept.told if "damaged" in text]
    assert upright_s(path) >= 40  # the minute that goes on is written whole


def test_a_newer_file_is_left_and_said_once(path: Path, kept: Kept) -> None:
    written(path)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 99")
    kept.watch(0, 20)
    kept.watch(20, 40)
    (text,) = kept.told
    assert "newer posture" in text
    assert text.startswith("no history is kept")


def test_a_file_that_the_user_named_is_not_set_aside(path: Path) -> None:
    one = Kept(path, mend=False)
    path.write_text("my notes " * 99)
    one.watch(0, 20)
    one.watch(20, 40)
    one.close()
    assert path.read_text().startswith("my notes")
    assert len(one.told) == 1


def test_old_days_are_erased_each_day(path: Path) -> None:
    written(path, batch_of(*(minute(-1440 * day) for day in range(5))))
    one = Kept(path, keep_days=2)
    one.watch(0, 20)
    with Reader(path) as reader:
        found = reader.days()
    assert found is not None
    assert found.begin == date(2026, 2, 28)
    one.clock.ahead_s = 86_400
    one.watch(20, 40)
    with Reader(path) as reader:
        found = reader.days()
    assert found is not None
    assert found.begin == date(2026, 3, 1)
    one.close()


def test_a_mistake_of_its_own_ends_it(
    path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    recording, heard = Recording(), list[str]()
    monkeypatch.setattr(keeper, "open_store", lambda *_, **__: 1 / 0)
    with Keeper(path, recording.recorder, now=recording.clock) as sink:
        sink.start(lambda event: heard.append(getattr(event, "text", "")))
        for tick in ticks(0, 30, State.UPRIGHT):
            sink(tick)
    assert heard == ["no history is kept: posture made a mistake of its own"]
    assert "ZeroDivisionError" in caplog.text


@pytest.mark.parametrize(
    ("keep", "camera", "named", "kept"),
    [
        pytest.param(True, "usb", False, True, id="a camera"),
        pytest.param(False, "usb", False, False, id="a camera, but not wanted"),
        pytest.param(True, None, False, False, id="a recording"),
        pytest.param(True, None, True, True, id="a recording and a file"),
        pytest.param(False, "usb", True, True, id="a file is a wish"),
    ],
)
def test_for_what_it_is_kept(
    path: Path, keep: bool, camera: str | None, named: bool, kept: bool
) -> None:
    settings = Settings(history=HistorySettings(keep=keep, keep_days=9))
    file = path if named else None
    made = keeper_of(settings, settings.style, camera, name="me.mp4", file=file)
    assert (made is not None) is kept
    if made is not None:
        assert (made.path == path) is named
        assert made._mend is not named
        assert made._keep_days == (0 if named else 9)


@pytest.mark.parametrize("days", [-1, 10**6])
def test_days_to_keep_are_checked(days: int) -> None:
    with pytest.raises(ValueError, match="keep_days"):
        HistorySettings(keep_days=days)


def test_the_clock_of_the_tests_is_that_of_their_rows() -> None:
    assert BEGAN.timestamp() == BEGAN_S
