"""Moments and lengths of time as a clock shows them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from posture.clock_time import local, minutes_text


@pytest.mark.parametrize(
    ("seconds", "text"),
    [(0, "0:00"), (0.4, "0:00"), (59.6, "1:00"), (65, "1:05"), (545, "9:05"), (6000, "100:00")],
)
def test_minutes(seconds: float, text: str) -> None:
    assert minutes_text(seconds) == text


@given(st.integers(0, 4_000_000_000), st.integers(-14 * 3600, 14 * 3600))
def test_what_the_users_clock_showed(utc_s: int, offset_s: int) -> None:
    there = timezone(timedelta(seconds=offset_s))
    shown = datetime.fromtimestamp(utc_s, UTC).astimezone(there)
    assert local(utc_s, offset_s) == shown.replace(tzinfo=None)
