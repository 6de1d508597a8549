"""Moments and lengths of time as a clock shows them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

_EPOCH = datetime.fromtimestamp(0, UTC).replace(tzinfo=None)


def local(utc_s: float, offset_s: int = 0) -> datetime:
    """What the user's clock showed, as a time without zone."""
    return _EPOCH + timedelta(seconds=utc_s + offset_s)


def minutes_text(seconds: float) -> str:
    """Minutes and seconds, `9:05`, to the nearest second."""
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes}:{rest:02d}"
