"""A line that stays in a terminal."""

from __future__ import annotations

import io

import pytest
from rich.console import Console

from posture.one_line import OneLine, count_down


def console(*, terminal: bool) -> tuple[Console, io.StringIO]:
    file = io.StringIO()
    return Console(file=file, force_terminal=terminal, width=30, color_system=None), file


@pytest.mark.parametrize("terminal", [True, False])
def test_counting_down_takes_as_long_as_there_is_left(*, terminal: bool) -> None:
    waits: list[float] = []
    where, file = console(terminal=terminal)
    count_down("A cold pack", lambda: 61.5 - sum(waits), waits.append, where)
    assert sum(waits) == 61.5
    assert max(waits) == 1.0
    assert len(waits) == 62
    shown = [f"A cold pack: {left} left" in file.getvalue() for left in ("1:02", "1:01", "0:01")]
    assert shown == [terminal] * 3
    assert "0:00" not in file.getvalue()


def test_it_is_due_now_and_then() -> None:
    now_s = 0.0
    line = OneLine(console(terminal=True)[0], lambda: now_s)
    due = [line.is_due]  # there is no line yet
    with line.begin():
        due.append(line.is_due)
        line.renew("one", "")
        due.append(line.is_due)
        now_s = OneLine.EVERY_S
        due.append(line.is_due)
    assert due == [False, True, False, True]


def test_without_a_terminal_there_is_none() -> None:
    where, file = console(terminal=False)
    with OneLine(where).begin() as line:
        line.renew("one", "")
        assert not line.stays
        assert not line.is_due
    assert not file.getvalue()


def test_what_is_too_long_is_cut() -> None:
    where, file = console(terminal=True)
    with OneLine(where).begin() as line:
        line.renew("x" * 40, "bold")
    assert "x" * 29 + "\N{HORIZONTAL ELLIPSIS}" in file.getvalue()
    assert "x" * 30 not in file.getvalue()


def test_what_is_wanted_whole_has_as_many_lines() -> None:
    where, file = console(terminal=True)
    with OneLine(where).begin() as line:
        line.renew("how far you go, and how long it takes", "", whole=True)
    assert "how far you go, and how long" in file.getvalue()
    assert "it takes" in file.getvalue()
