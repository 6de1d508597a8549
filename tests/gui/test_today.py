"""What the windows show of today: of the history, where one is kept."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from posture.gui.icon import IconKind
from posture.gui.today import earlier, figures
from posture.records import State
from tests.history.script import BEGAN_S, batch_of, minute
from tests.history.test_store import written

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Two minutes of this very day, and one of yesterday."""
    now = datetime.now().astimezone()
    noon = now.replace(hour=12, minute=0, second=0, microsecond=0)
    offset = now.utcoffset()
    assert offset is not None
    first = int((noon.timestamp() - BEGAN_S) // 60)
    minutes = (first - 1440, first, first + 1)
    offset_s = int(offset.total_seconds())
    batch = batch_of(*(minute(number, offset_s=offset_s) for number in minutes))
    return written(tmp_path / "history.sqlite3", batch)


def test_figures(path: Path) -> None:
    seconds = {State.UPRIGHT: 3.0, State.SLOUCHED: 4.0}
    assert figures(path, seconds) == "Today: 1 min 0 s upright, 40 s slouched"
    since = "Since the start: 3 s upright, 4 s slouched"
    assert figures(None, seconds) == since
    path.write_text("damaged " * 99)
    assert figures(path, seconds) == since


def test_minutes_of_before(path: Path) -> None:
    minutes = earlier(path)()
    assert [each.start.hour for each in minutes] == [12, 12]
    assert minutes[1].start - minutes[0].start == timedelta(minutes=1)
    assert minutes[0].seconds == {IconKind.UPRIGHT: 30, IconKind.SLOUCHED: 20}
    path.write_text("damaged " * 99)
    assert earlier(path)() == []
