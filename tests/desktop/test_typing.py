"""Whether somebody types: asked of GNOME on a private bus, and of a real X server."""

from __future__ import annotations

import os
import time
from subprocess import run
from typing import TYPE_CHECKING, Any

import pytest

from posture.desktop.typing import _connection, _of_x11, is_typing
from tests.gui.real_screen import missing, wait_for
from tests.test_desktop_notifier import unseen_screen

if TYPE_CHECKING:
    from posture.desktop.session_bus import Bus
    from tests.desktop.fake import FakeDesktop

pytest_plugins = ["tests.desktop.fixtures"]

GNOME = "org.gnome.Mutter.IdleMonitor"
NOWHERE: dict[str, str] = {}

needs_screen = pytest.mark.skipif(bool(missing()), reason=missing())


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        pytest.param(("t", (120,)), True, id="just now"),
        pytest.param(("t", (3999,)), True, id="a moment ago"),
        pytest.param(("t", (4000,)), False, id="a pause"),
        pytest.param(("t", (10**9,)), False, id="long ago"),
        pytest.param(("s", ("4",)), None, id="nonsense"),
        pytest.param(("", ()), None, id="nothing"),
        pytest.param(ValueError("no"), None, id="refused"),
    ],
)
def test_what_gnome_says(
    desktop: FakeDesktop,
    bus: Bus,
    answer: Any,  # noqa: ANN401 - a signature and values, or an error
    expected: bool | None,
) -> None:
    desktop.says[GNOME, "GetIdletime"] = answer
    desktop.own(GNOME)
    assert is_typing(bus, NOWHERE) is expected


@pytest.mark.parametrize(
    "environment",
    [
        pytest.param(NOWHERE, id="no screen"),
        pytest.param({"DISPLAY": ":9876"}, id="a screen that is not there"),
        pytest.param({"DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0"}, id="Wayland tells nobody"),
    ],
)
def test_unknown(bus: Bus, environment: dict[str, str]) -> None:
    assert is_typing(bus, environment) is None


@needs_screen
def test_a_key_is_noticed() -> None:
    # An X server without clients begins anew: one has to stay.
    with unseen_screen() as display, _connection(display):
        here = {"DISPLAY": display}
        wait_for(lambda: (_of_x11(here) or 0.0) >= 0.2, "a pause")
        began_s = time.monotonic()
        run(["xdotool", "key", "a"], check=True, env={**os.environ, **here})
        idle_s = _of_x11(here)
        assert idle_s is not None
        assert idle_s <= time.monotonic() - began_s
