"""The reminder of the diary: off by default, once a day, and not late."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from posture.care.reminder import WITHIN, DiarySettings, due
from posture.settings import Settings, SettingsError, changed

NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
WANTED = DiarySettings(remind=True, remind_at="12:00")


def test_nobody_is_reminded_who_did_not_ask_for_it() -> None:
    assert not Settings().diary.remind
    assert not due(replace(WANTED, remind=False), NOON, None)


@pytest.mark.parametrize(
    ("later", "wanted"),
    [
        (timedelta(minutes=-1), False),
        (timedelta(0), True),
        (timedelta(seconds=59), True),
        (WITHIN - timedelta(seconds=1), True),
        (WITHIN, False),
        (timedelta(hours=11), False),
    ],
)
def test_at_its_time_and_not_much_later(later: timedelta, wanted: bool) -> None:
    assert due(WANTED, NOON + later, None) is wanted


def test_once_a_day() -> None:
    assert not due(WANTED, NOON, date(2026, 3, 2))
    assert due(WANTED, NOON, date(2026, 3, 1))


@given(st.times(), st.datetimes(datetime(2020, 1, 1), datetime(2030, 1, 1)))  # noqa: DTZ001
def test_within_an_hour_from_the_wanted_minute(at: time, now: datetime) -> None:
    settings = DiarySettings(remind=True, remind_at=f"{at:%H:%M}")
    since_min = now.hour * 60 + now.minute - at.hour * 60 - at.minute
    assert due(settings, now, None) is (0 <= since_min < WITHIN.total_seconds() / 60)


def test_it_can_be_set_in_words() -> None:
    assert changed(Settings(), "diary.remind_at", "8:30").diary.at == time(8, 30)


@pytest.mark.parametrize("text", ["", "24:00", "17", "17:60", "5 pm", "17:00:00", "-1:00"])
def test_what_is_no_time_is_refused(text: str) -> None:
    with pytest.raises(SettingsError, match="such as 17:00"):
        changed(Settings(), "diary.remind_at", text)
