"""The reminder of the diary: once a day, whatever happens, and with nothing of what is in it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication

from posture.care.reminder import DiarySettings
from posture.gui.words import UserCommand
from posture.settings import HistorySettings, Settings
from tests.gui.test_care_window import FIVE, Quiet, clock, make, told

if TYPE_CHECKING:
    from pathlib import Path

    from posture.gui.care_host import CareHost
    from tests.gui.test_care_window import Clock, Make, Messages

__all__ = ["clock", "make", "told"]  # fixtures
REMINDED = Settings(diary=DiarySettings(remind=True, remind_at="17:00"))


def look(care: CareHost) -> None:
    """Look at the time, until what is noted of it is written."""
    care.look()
    care._errands.wait()
    QCoreApplication.processEvents()


def test_none_unasked(make: Make, told: Messages) -> None:
    make().look()
    assert told == []


def test_it_says_nothing_of_what_is_in_it(make: Make, told: Messages, clock: Clock) -> None:
    care = make(settings=REMINDED)
    for minutes in (-1, 0, 1, 59):
        clock.now = FIVE + timedelta(minutes=minutes)
        look(care)
    assert told == [("Posture", "Time for your diary", UserCommand.DIARY)]
    clock.now = FIVE + timedelta(days=1)
    look(care)
    assert len(told) == 2


def test_it_waits_for_the_end_of_a_silence(make: Make, told: Messages, clock: Clock) -> None:
    host = Quiet()
    host.snoozed = True
    care = make(host, settings=REMINDED)
    look(care)
    assert told == []
    host.snoozed = False
    clock.now = FIVE + timedelta(minutes=20)
    look(care)
    assert len(told) == 1


@pytest.mark.parametrize(("keep", "times"), [(True, 1), (False, 2)])
def test_a_restart_reminds_again_only_where_nothing_is_kept(
    make: Make, told: Messages, keep: bool, times: int
) -> None:
    settings = replace(REMINDED, history=HistorySettings(keep=keep))
    for _ in range(2):
        look(make(settings=settings))
    assert len(told) == times


def test_who_cannot_know_whether_it_was_said_says_it(
    make: Make, told: Messages, tmp_path: Path
) -> None:
    (tmp_path / "history.sqlite3").mkdir()
    look(make(settings=REMINDED))
    assert len(told) == 1
