"""Windows are taken apart by their own thread only."""

from __future__ import annotations

import gc
import threading
import weakref
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject

from posture.gui.garbage import Collector

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication


class Circle:
    """Left to the collector."""

    def __init__(self) -> None:
        self.own = self


@pytest.fixture
def one(application: QApplication) -> Iterator[Collector]:
    before = gc.isenabled()
    parent = QObject(application)
    yield Collector(parent)
    parent.deleteLater()
    QCoreApplication.sendPostedEvents(parent, QEvent.Type.DeferredDelete.value)
    assert gc.isenabled()
    if not before:
        gc.disable()


def allocate() -> None:
    """More than the collector waits for, in circles."""
    for _ in range(10 * gc.get_threshold()[0]):
        Circle()


def test_no_other_thread_collects(one: Collector) -> None:
    gone: list[threading.Thread] = []
    circle = Circle()
    weakref.finalize(circle, lambda: gone.append(threading.current_thread()))
    del circle
    other = threading.Thread(target=allocate)
    other.start()
    other.join()
    assert gone == []
    one.look()
    assert gone == [threading.current_thread()]


def test_nothing_is_collected_while_little_has_grown(
    one: Collector, monkeypatch: pytest.MonkeyPatch
) -> None:
    collected: list[int] = []
    monkeypatch.setattr(gc, "collect", collected.append)
    for counts in ((700, 10, 10), (701, 10, 10), (9, 11, 2), (0, 0, 11)):
        monkeypatch.setattr(gc, "get_count", lambda counts=counts: counts)
        monkeypatch.setattr(gc, "get_threshold", lambda: (700, 10, 10))
        one.look()
    assert collected == [0, 1, 2]
