"""Recordings whose time flies, for `posture run`: a test module names this in `pytest_plugins`."""

from __future__ import annotations

from contextlib import contextmanager
from queue import SimpleQueue
from typing import TYPE_CHECKING

import pytest

from posture import cli_run
from posture.estimators.scripted import ScriptedEstimator
from posture.sources import open_source
from posture.sources.realtime import Realtime
from tests.clips import make_clip
from tests.live import ImpatientClock
from tests.live_script import UPRIGHT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from posture.live_app import Inbox
    from posture.ports import LiveSource


def flying(spec: str | Path, *, loop: bool = False) -> LiveSource:
    clock = ImpatientClock()
    again = (lambda: open_source(spec)) if loop else None
    return Realtime(open_source(spec), reopen=again, clock=clock, wait=clock.wait)


@pytest.fixture
def inbox(monkeypatch: pytest.MonkeyPatch) -> Inbox:
    """No model, no waiting, no socket; what others want goes in here."""
    box: Inbox = SimpleQueue()

    class Server:
        requests = box

    @contextmanager
    def claimed() -> Iterator[Server]:
        yield Server()

    estimators = pytest.importorskip("posture.estimators.mediapipe")
    monkeypatch.setattr(
        estimators, "MediaPipeEstimator", lambda: ScriptedEstimator(lambda _: UPRIGHT)
    )
    monkeypatch.setattr("posture.origin.open_realtime", flying)
    monkeypatch.setattr(cli_run, "claimed", claimed)
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere")
    monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", "unix:path=/nowhere")
    return box


@pytest.fixture
def clip(tmp_path: Path) -> Path:
    return make_clip(tmp_path, count=60)
