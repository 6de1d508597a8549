"""What is written is what is read: rows, days, hours, older schemas, and who may read the file."""

from __future__ import annotations

import os
import sqlite3
import stat
import sys
from contextlib import closing
from datetime import date
from math import isnan
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from posture.history import coding, merging
from posture.history.batch import Batch
from posture.history.reader import Reader
from posture.history.rows import (
    Answer,
    Episode,
    KeptAlert,
    Session,
    Span,
    UsedBaseline,
)
from posture.history.schema import (
    NOTE_TABLES,
    HistoryError,
    beside,
    connect,
)
from posture.history.store import Store
from posture.records import AlertLevel, Part
from tests.history.script import BEGAN_S, batch_of, minute, utc

if TYPE_CHECKING:
    from pathlib import Path

DAY = Span(date(2026, 3, 2), date(2026, 3, 3))
SESSION = Session(1, BEGAN_S, BEGAN_S + 99.5, 3600, "camera", "1.2.3")
EPISODE = Episode(BEGAN_S + 5, BEGAN_S + 45.25, 3600, Part.SLUMP, 15.5, 12.1, over=True)
ALERT = KeptAlert(1, BEGAN_S + 35, 3600, AlertLevel.CUE, Part.NECK, 14.2, 30.1, "", "edge")
BASELINE = UsedBaseline(BEGAN_S, 3600, "desk, upright", "front", 0.82, "0" * 16, 10, 6, 30)
ALL = Batch(
    sessions={1: SESSION},
    minutes={(1, int(BEGAN_S)): minute(0)},
    episodes={(1, EPISODE.utc_s): EPISODE},
    alerts={1: ALERT},
    baselines={(BASELINE.utc_s, BASELINE.name): BASELINE},
)
ANSWERED = Batch(answers={1: (Answer.HELPED, BEGAN_S + 50)})


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "new" / "history.sqlite3"


def written(path: Path, *batches: Batch) -> Path:
    with Store(path) as store:
        for batch in batches:
            store.write(batch)
    return path


class TestRows:
    def test_come_back(self, path: Path) -> None:
        with Reader(written(path, ALL)) as reader:
            assert reader.sessions(DAY) == (SESSION,)
            assert reader.episodes(DAY) == (EPISODE,)
            (alert,) = reader.alerts(DAY)
            assert (alert.level, alert.change_deg, alert.answer) == ("cue", 14.2, Answer.NONE)
            assert isnan(alert.answer_utc_s)
            assert reader.baselines(DAY) == (BASELINE,)
            assert reader.days() == DAY
            found = reader.minutes(DAY)
        assert found.utc_s.tolist() == [BEGAN_S]
        assert found.seconds.tolist() == [[30, 20, 0, 0, 0]]
        assert found.change_deg[0, 0].tolist() == [4, 5, 6]
        assert np.isnan(found.change_deg[0, 1]).all()
        assert found.exposure_deg_min[0].tolist() == pytest.approx([4.17, 0, 1])

    def test_written_twice_are_there_once(self, path: Path) -> None:
        with Reader(written(path, ALL, ANSWERED, ALL)) as reader:
            counts = reader.counts()
            assert counts == dict.fromkeys(counts, 1) | dict.fromkeys(NOTE_TABLES, 0)
            assert reader.alerts(DAY)[0].answer is Answer.HELPED

    def test_numbers_go_on(self, path: Path) -> None:
        written(path, ALL)
        written(path, ALL, ANSWERED)
        with Reader(path) as reader:
            assert [session.number for session in reader.sessions(DAY)] == [1, 2]
            assert [alert.answer for alert in reader.alerts(DAY)] == [Answer.NONE, Answer.HELPED]

    def test_an_answer_by_the_number_in_the_file(self, path: Path) -> None:
        with Store(written(path, ALL)) as store:
            store.answer(1, Answer.WRONG, BEGAN_S + 60)
        with Reader(path) as reader:
            (alert,) = reader.alerts(DAY)
        assert (alert.answer, alert.answer_utc_s) == (Answer.WRONG, BEGAN_S + 60)

    def test_nothing_or_all(self, path: Path) -> None:
        bad = Batch(sessions=dict(ALL.sessions), minutes=dict(ALL.minutes))
        bad.sessions[2] = Session(2, BEGAN_S, BEGAN_S, 0, None, "1")  # type: ignore[arg-type]
        with Store(path) as store, pytest.raises(HistoryError):
            store.write(bad)
        with Reader(path) as reader:
            assert reader.days() is None

    def test_words_of_a_newer_posture_are_left_out(self, path: Path) -> None:
        written(path, ALL)
        with closing(sqlite3.connect(path)) as connection, connection:
            connection.execute("UPDATE alerts SET part = 'left knee'")
        with Reader(path) as reader:
            assert reader.alerts(DAY) == ()


class TestDays:
    """A row belongs to the local day of the clock as it was."""

    @pytest.mark.parametrize(
        ("moment", "offset_h", "day"),
        [
            pytest.param("2026-03-02 22:59", 1, 2, id="one minute before midnight in Berlin"),
            pytest.param("2026-03-02 23:00", 1, 3, id="midnight in Berlin"),
            pytest.param("2026-03-02 13:00", 11, 3, id="far east"),
            pytest.param("2026-03-03 09:59", -10, 2, id="far west"),
        ],
    )
    def test_local(self, path: Path, moment: str, offset_h: int, day: int) -> None:
        number = int((utc(moment) - BEGAN_S) // 60)
        written(path, batch_of(minute(number, offset_s=offset_h * 3600)))
        with Reader(path) as reader:
            for each in (1, 2, 3, 4):
                span = Span(date(2026, 3, each), date(2026, 3, each + 1))
                assert len(reader.minutes(span)) == (each == day)
                assert len(reader.hours(span)) == (each == day)
                assert len(reader.sessions(span)) == (each == day)
            assert reader.days() == Span(date(2026, 3, day), date(2026, 3, day + 1))


class TestMinutesOfTwoSessions:
    """The clock was set back, or posture was started again."""

    def test_are_added_up(self, path: Path) -> None:
        first = minute(0, upright_s=10, slouched_s=0, neck_deg=2)
        second = minute(0, session=2, upright_s=30, slouched_s=0, neck_deg=6)
        with Reader(written(path, batch_of(first, second))) as reader:
            (found,) = [reader.minutes(DAY)]
        assert found.seconds[0].tolist() == [40, 0, 0, 0, 0]
        assert found.change_deg[0, 0].tolist() == [4, 5, 6]

    def test_never_exceed_a_minute(self, path: Path) -> None:
        first, second = minute(0), minute(0, session=2)
        with Reader(written(path, batch_of(first, second))) as reader:
            found = reader.minutes(DAY)
            hours = reader.hours(DAY)
        assert found.seconds[0].tolist() == [36, 24, 0, 0, 0]
        assert found.exposure_deg_min[0].sum() == pytest.approx(2 * 5.17 * 0.6)
        assert hours.seconds[0].tolist() == [36, 24, 0, 0, 0]


class TestHours:
    def test_are_sums_of_minutes(self, path: Path) -> None:
        minutes = [minute(number, upright_s=number % 60) for number in range(0, 150, 7)]
        with Reader(written(path, batch_of(*minutes[:9]), batch_of(*minutes[9:]))) as reader:
            found, hours = reader.minutes(DAY), reader.hours(DAY)
        again = merging.hours_of(found)
        assert (
            hours.utc_s.tolist() == again.utc_s.tolist() == [BEGAN_S + 3600 * h for h in range(3)]
        )
        np.testing.assert_allclose(hours.seconds, again.seconds, atol=0.005)
        np.testing.assert_allclose(hours.exposure_deg_min, again.exposure_deg_min, atol=0.005)
        np.testing.assert_allclose(hours.change_deg, again.change_deg, atol=0.05)

    def test_follow_a_minute_that_grows(self, path: Path) -> None:
        with Reader(
            written(path, batch_of(minute(0, upright_s=5)), batch_of(minute(0, upright_s=15)))
        ) as reader:
            assert reader.hours(DAY).seconds[0, 0] == 15


@given(st.lists(st.floats(0, 60), min_size=5, max_size=5).filter(lambda s: sum(s) > 0))
def test_rounding_makes_no_minute_longer(seconds: list[float]) -> None:
    share = min(1.0, 60 / sum(seconds))
    row = coding.stretch_values(3600, 60, [s * share for s in seconds], [0] * 6, [0] * 3)
    assert sum(row[1:6]) <= 6000
    assert sum(row[1:6]) == pytest.approx(6000 if share < 1 else 100 * sum(seconds), abs=2.5)


class TestReader:
    def test_a_missing_file_is_an_empty_history(self, path: Path) -> None:
        with Reader(path) as reader:
            assert reader.days() is None
            assert len(reader.minutes(DAY)) == len(reader.hours(DAY)) == 0
            asked = (reader.alerts, reader.episodes, reader.sessions, reader.baselines)
            assert not any(ask(DAY) for ask in asked)
            assert not any(reader.counts().values())
        assert not path.parent.exists()

    def test_an_empty_file_too(self, tmp_path: Path) -> None:
        (tmp_path / "empty").touch()
        with Reader(tmp_path / "empty") as reader:
            assert reader.days() is None

    def test_sees_what_is_written_meanwhile(self, path: Path) -> None:
        with Store(path) as store, Reader(path) as reader:
            assert reader.days() is None
            store.write(ALL)
            assert reader.days() == DAY

    def test_cannot_write(self, path: Path) -> None:
        with Reader(written(path, ALL)) as reader:
            assert reader._connection is not None
            with pytest.raises(sqlite3.OperationalError, match="readonly"):
                reader._connection.execute("DELETE FROM alerts")


@pytest.mark.skipif(sys.platform == "win32", reason="there modes mean nothing")
def test_nobody_else_may_read(path: Path) -> None:
    before = os.umask(0)
    try:
        with Store(path) as store:
            store.write(ALL)
            files = [path, *beside(path)]
            assert {stat.S_IMODE(file.stat().st_mode) for file in files} == {0o600}
            assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
        path.chmod(0o644)
        with Store(path):
            assert stat.S_IMODE(path.stat().st_mode) == 0o600
    finally:
        os.umask(before)


def test_another_writer_is_waited_for_and_then_told(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connect, "__kwdefaults__", {"wait_s": 0.01})
    with Store(path) as store, closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(HistoryError, match="locked"):
            store.write(ALL)
        other.execute("ROLLBACK")
        store.write(ALL)
    with Reader(path) as reader:
        assert reader.counts()["minutes"] == 1
