"""One application without a display, and no window left open."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication

from posture.gui.dashboard import Dashboard
from posture.gui.mailbox import Mailbox
from tests.gui.ticks import PERSIST_S, THRESHOLDS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Make = Callable[..., Dashboard]


@pytest.fixture(scope="session")
def application() -> QApplication:
    running = QApplication.instance()
    if isinstance(running, QApplication):
        return running
    return QApplication(["posture", "-platform", "offscreen"])


@pytest.fixture(autouse=True)
def no_window_stays_open(application: QApplication) -> Iterator[None]:
    yield
    for widget in application.topLevelWidgets():
        widget.hide()


@pytest.fixture
def mailbox(application: QApplication) -> Mailbox:
    del application
    return Mailbox()


@pytest.fixture
def make(mailbox: Mailbox) -> Iterator[Make]:
    made: list[Dashboard] = []

    def one(dark: bool | None = None) -> Dashboard:
        made.append(
            Dashboard(
                mailbox,
                thresholds=THRESHOLDS,
                persist_s=PERSIST_S,
                dark=dark,
            )
        )
        return made[-1]

    yield one
    for dashboard in made:
        dashboard.leave()
