"""The services that a desktop may have, and what each answers."""

from __future__ import annotations

from typing import Any

import pytest

from tests.desktop.fake import NOTES

SAVER = "org.freedesktop.ScreenSaver"
GNOME_SAVER = "org.gnome.ScreenSaver"
DUNST = "org.dunstproject.cmd0"
PORTAL, SETTINGS = "org.freedesktop.portal.Desktop", "org.freedesktop.portal.Settings"
MANAGER = "org.gnome.SessionManager"
LOGIN, LOGIN_MANAGER = "org.freedesktop.login1", "org.freedesktop.login1.Manager"
LOGIN_SESSION = "org.freedesktop.login1.Session"
LOGIN_PATH, SESSION_PATH = "/org/freedesktop/login1", "/org/freedesktop/login1/session/_32"
POWER = "org.freedesktop.UPower"
PROFILES, OLD_PROFILES = "org.freedesktop.UPower.PowerProfiles", "net.hadess.PowerProfiles"


def path(service: str) -> str:
    return "/" + service.replace(".", "/")


FACTS: list[Any] = [
    pytest.param(SAVER, (SAVER, "GetActive"), ("b", (True,)), "screen_locked", True, id="KDE lock"),
    pytest.param(
        GNOME_SAVER, (GNOME_SAVER, "GetActive"), ("b", (False,)), "screen_locked", False, id="GNOME"
    ),
    pytest.param(
        LOGIN, (LOGIN_MANAGER, "PreparingForSleep"), ("b", False), "suspended", False, id="sleep"
    ),
    pytest.param(NOTES, (NOTES, "Inhibited"), ("b", True), "do_not_disturb", True, id="KDE quiet"),
    pytest.param(NOTES, (DUNST, "paused"), ("b", True), "do_not_disturb", True, id="dunst"),
    pytest.param(
        PORTAL, (SETTINGS, "Read"), ("v", (("v", ("b", False)),)), "do_not_disturb", True, id="off"
    ),
    pytest.param(
        PORTAL, (SETTINGS, "Read"), ("v", (("v", ("b", True)),)), "do_not_disturb", False, id="on"
    ),
    pytest.param(
        MANAGER, (MANAGER, "IsInhibited"), ("b", (True,)), "presentation", True, id="a film"
    ),
    pytest.param(POWER, (POWER, "OnBattery"), ("b", True), "on_battery", True, id="battery"),
    pytest.param(
        PROFILES,
        (PROFILES, "ActiveProfile"),
        ("s", "power-saver"),
        "battery_saver",
        True,
        id="saver",
    ),
    pytest.param(
        OLD_PROFILES,
        (OLD_PROFILES, "ActiveProfile"),
        ("s", "balanced"),
        "battery_saver",
        False,
        id="balanced",
    ),
]
"""Service, question, its answer, and the fact that follows from it."""
