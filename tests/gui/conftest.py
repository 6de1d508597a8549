"""One application without a display, and no window left open."""

from __future__ import annotations

import gc
from queue import SimpleQueue
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication

from posture.gui.application import Application, WindowOptions
from posture.gui.dashboard import Dashboard
from posture.gui.first_start import remember
from posture.gui.garbage import collect_grown
from posture.gui.host import Host
from posture.gui.mailbox import Mailbox
from posture.live_app import LiveOptions
from tests.gui.hosting import HeldCamera, Opening
from tests.gui.ticks import PERSIST_S, THRESHOLDS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    Make = Callable[..., Dashboard]
    MakeHost = Callable[..., Host]
    Start = Callable[..., Application]


@pytest.fixture(scope="session")
def application() -> QApplication:
    running = QApplication.instance()
    if isinstance(running, QApplication):
        return running
    return QApplication(["posture", "-platform", "offscreen"])


@pytest.fixture(scope="module", autouse=True)
def windows_are_collected_here(application: QApplication) -> Iterator[None]:
    """And on no thread of a test, as `posture.gui.garbage` sees to it."""
    del application
    gc.disable()
    yield
    gc.collect()
    gc.enable()


@pytest.fixture(autouse=True)
def no_window_stays_open(application: QApplication) -> Iterator[None]:
    yield
    for widget in application.topLevelWidgets():
        widget.hide()
    collect_grown()


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


@pytest.fixture
def make_host(application: QApplication) -> Iterator[MakeHost]:
    del application
    made: list[Host] = []

    def one(*plans: HeldCamera | Exception) -> Host:
        made.append(Host(Opening(*plans), Mailbox(), SimpleQueue()))
        return made[-1]

    yield one
    for host in made:
        assert host.stop()


@pytest.fixture
def start(application: QApplication, tmp_path: Path) -> Iterator[Start]:
    before = application.quitOnLastWindowClosed()
    made: list[Application] = []

    def one(*plans: HeldCamera | Exception, seen: bool = True, panel: bool = True) -> Application:
        if seen:
            remember(tmp_path)
        live = LiveOptions(source="me.mp4")
        options = WindowOptions(live, state=tmp_path)
        opening = Opening(*plans)
        new = Application(
            options,
            SimpleQueue(),
            open_app=lambda _, sinks, **named: opening(sinks, **named),
            available=lambda: panel,
        )
        made.append(new)
        new.start()
        return new

    yield one
    for each in made:
        assert each.close()
    application.setQuitOnLastWindowClosed(before)
