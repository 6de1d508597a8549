"""What the desktop says, heard on a private bus: services come, go, and talk nonsense."""

from __future__ import annotations

import threading
from datetime import time
from typing import TYPE_CHECKING

import pytest

from posture.desktop.watch import LinuxWatch, UnknownWatch, open_watch
from posture.ports import DesktopEvent
from posture.quiet import Surroundings
from tests.desktop.fake import NOTES, NOTES_PATH, WITHIN_S, FakeDesktop, Value
from tests.desktop.services import (
    FACTS,
    GNOME_SAVER,
    LOGIN,
    LOGIN_MANAGER,
    LOGIN_PATH,
    LOGIN_SESSION,
    MANAGER,
    PORTAL,
    POWER,
    PROFILES,
    SAVER,
    SESSION_PATH,
    SETTINGS,
    path,
)
from tests.desktop.watched import NOW, Watched, drained

if TYPE_CHECKING:
    from pathlib import Path

    from posture.desktop.session_bus import Bus

pytest_plugins = ["tests.desktop.fixtures"]

LOCKED, UNLOCKED = DesktopEvent.LOCKED, DesktopEvent.UNLOCKED
SUSPENDING, RESUMED = DesktopEvent.SUSPENDING, DesktopEvent.RESUMED

UNKNOWN = Surroundings(now=time(9, 30), weekday=2)


@pytest.mark.parametrize(("service", "question", "answer", "fact", "expected"), FACTS)
def test_each_service_tells_its_fact(
    watched: Watched,
    service: str,
    question: tuple[str, str],
    answer: Value,
    fact: str,
    expected: bool,
) -> None:
    watched.desktop.says[question] = answer
    watched.desktop.own(service)
    known = watched.start()
    assert facts(known) == {**facts(UNKNOWN), fact: expected}


@pytest.mark.parametrize("nonsense", ["an error", "a number", "nothing"])
@pytest.mark.parametrize(("service", "question", "answer", "fact", "_"), FACTS)
def test_nonsense_is_unknown(
    watched: Watched,
    service: str,
    question: tuple[str, str],
    answer: Value,
    fact: str,
    nonsense: str,
    _: bool,
) -> None:
    is_property = not isinstance(answer[1], tuple)
    if nonsense == "an error":
        watched.desktop.says[question] = ValueError("broken")
    elif nonsense == "a number":
        watched.desktop.says[question] = ("u", 7 if is_property else (7,))
    else:
        watched.desktop.says[question] = ("as", []) if is_property else ("", ())
    watched.desktop.own(service)
    assert getattr(watched.start(), fact) is None


def facts(known: Surroundings) -> dict[str, bool | None]:
    return {n: getattr(known, n) for n in Surroundings.__slots__ if n not in ("now", "weekday")}


def test_an_empty_bus_knows_only_the_time(watched: Watched) -> None:
    assert watched.start() == UNKNOWN
    assert watched.events.empty()


def test_no_bus_at_all_is_no_error(tmp_path: Path) -> None:
    nowhere = f"unix:path={tmp_path}/nobody"
    with LinuxWatch(nowhere, nowhere, clock=lambda: NOW) as watch:
        watch.start(lambda _: None)
        assert watch.surroundings() == UNKNOWN


def test_before_the_start_and_after_the_end_everything_is_unknown(watched: Watched) -> None:
    watched.desktop.says[SAVER, "GetActive"] = ("b", (False,))
    watched.desktop.own(SAVER)
    assert watched.watch.surroundings() == UNKNOWN
    assert watched.start().screen_locked is False
    watched.watch.close()
    assert watched.watch.surroundings() == UNKNOWN
    watched.watch.close()


def test_lock_and_unlock_are_told_once(watched: Watched) -> None:
    watched.desktop.own(SAVER, GNOME_SAVER)
    watched.start()
    for interface, active in [(SAVER, True), (GNOME_SAVER, True), (SAVER, False)]:
        watched.desktop.emit(path(interface), interface, "ActiveChanged", "b", active)
    watched.desktop.emit(path(GNOME_SAVER), GNOME_SAVER, "ActiveChanged", "b", False)
    assert [watched.next_event(), watched.next_event()] == [LOCKED, UNLOCKED]
    known = watched.known_at_event
    assert [known.get().screen_locked, known.get().screen_locked] == [True, False]
    assert watched.events.empty()


def test_what_is_so_already_is_told_from_the_start(watched: Watched) -> None:
    watched.desktop.says[SAVER, "GetActive"] = ("b", (True,))
    watched.desktop.own(SAVER)
    assert watched.start().screen_locked is True
    assert watched.events.get_nowait() is LOCKED


def test_sleep_and_waking(watched: Watched) -> None:
    watched.desktop.own(LOGIN)
    watched.start()
    for asleep, event in [(True, SUSPENDING), (False, RESUMED)]:
        watched.desktop.emit(LOGIN_PATH, LOGIN_MANAGER, "PrepareForSleep", "b", asleep)
        assert watched.next_event() is event
        assert watched.known_at_event.get().suspended is asleep


def test_the_login_session_tells_of_the_lock(watched: Watched) -> None:
    watched.desktop.says[LOGIN_MANAGER, "GetSession"] = ("o", (SESSION_PATH,))
    watched.desktop.says[LOGIN_SESSION, "LockedHint"] = ("b", False)
    watched.desktop.own(LOGIN)
    assert watched.start().screen_locked is False
    assert (LOGIN_MANAGER, "GetSession", ("auto",)) in drained(watched.desktop)
    for locked, event in [(True, LOCKED), (False, UNLOCKED)]:
        watched.desktop.change(SESSION_PATH, LOGIN_SESSION, "LockedHint", ("b", locked))
        assert watched.next_event() is event


@pytest.mark.parametrize(
    ("service", "at", "interface", "name", "before", "after", "fact"),
    [
        pytest.param(
            NOTES,
            NOTES_PATH,
            NOTES,
            "Inhibited",
            ("b", False),
            ("b", True),
            "do_not_disturb",
            id="do not disturb",
        ),
        pytest.param(
            POWER,
            path(POWER),
            POWER,
            "OnBattery",
            ("b", False),
            ("b", True),
            "on_battery",
            id="unplugged",
        ),
        pytest.param(
            PROFILES,
            path(PROFILES),
            PROFILES,
            "ActiveProfile",
            ("s", "balanced"),
            ("s", "power-saver"),
            "battery_saver",
            id="battery saver",
        ),
    ],
)
def test_a_changed_property_is_noticed(
    watched: Watched,
    service: str,
    at: str,
    interface: str,
    name: str,
    before: Value,
    after: Value,
    fact: str,
) -> None:
    watched.desktop.says[interface, name] = before
    watched.desktop.own(service)
    assert getattr(watched.start(), fact) is False
    drained(watched.desktop)
    watched.desktop.change(at, interface, name, after)
    assert getattr(watched.wait_for_question(interface, name), fact) is True


def test_a_film_begins_and_ends(watched: Watched) -> None:
    watched.desktop.own(MANAGER)
    watched.desktop.says[MANAGER, "IsInhibited"] = ("b", (False,))
    assert watched.start().presentation is False
    assert (MANAGER, "IsInhibited", (8,)) in drained(watched.desktop)
    for signal, inhibited in [("InhibitorAdded", True), ("InhibitorRemoved", False)]:
        watched.desktop.says[MANAGER, "IsInhibited"] = ("b", (inhibited,))
        watched.desktop.emit(path(MANAGER), MANAGER, signal, "o", "/org/example/Inhibitor1")
        assert watched.wait_for_question(MANAGER, "IsInhibited").presentation is inhibited


def test_a_changed_setting_is_noticed(watched: Watched) -> None:
    shown = "org.gnome.desktop.notifications"
    watched.desktop.own(PORTAL)
    watched.desktop.says[SETTINGS, "Read"] = ("v", (("b", True),))
    assert watched.start().do_not_disturb is False
    assert (SETTINGS, "Read", (shown, "show-banners")) in drained(watched.desktop)
    watched.desktop.says[SETTINGS, "Read"] = ("v", (("b", False),))
    at = "/org/freedesktop/portal/desktop"
    for space in ("org.gnome.desktop.interface", shown):
        value = ("b", False)
        watched.desktop.emit(at, SETTINGS, "SettingChanged", "ssv", space, "show-banners", value)
    assert watched.wait_for_question(SETTINGS, "Read").do_not_disturb is True
    assert drained(watched.desktop).count((SETTINGS, "Read", (shown, "show-banners"))) == 0


def test_services_come_and_go(watched: Watched) -> None:
    assert watched.start().screen_locked is None
    watched.desktop.says[SAVER, "GetActive"] = ("b", (True,))
    watched.desktop.own(SAVER)
    assert watched.next_event() is LOCKED
    watched.desktop.disown(SAVER)
    assert watched.next_event() is UNLOCKED
    assert watched.watch.surroundings().screen_locked is None


def test_another_program_cannot_speak_for_a_service(
    watched: Watched, desktop: FakeDesktop, bus_address: str
) -> None:
    desktop.own(SAVER)
    watched.start()
    impostor = FakeDesktop(bus_address)
    impostor.emit(path(SAVER), SAVER, "ActiveChanged", "b", True)
    impostor.own("org.example.Impostor")  # answered: the bus has dealt with the signal
    desktop.emit(path(SAVER), SAVER, "ActiveChanged", "b", False)
    desktop.emit(path(SAVER), SAVER, "ActiveChanged", "b", True)
    assert watched.next_event() is LOCKED
    assert watched.events.empty()
    impostor.close()


def test_facts_that_are_asked_for(bus_address: str) -> None:
    asked = threading.Semaphore(0)

    def yes(bus: Bus) -> bool:
        assert not bus.lost
        asked.release()
        return True

    questions = {"microphone_used": (yes, 0.001), "full_screen": (lambda _: None, 0.001)}
    with LinuxWatch(bus_address, bus_address, polled=questions, clock=lambda: NOW) as watch:
        watch.start(lambda _: None)
        for _ in range(2):
            assert asked.acquire(timeout=WITHIN_S)
        assert facts(watch.surroundings()) == {**facts(UNKNOWN), "microphone_used": True}
    assert watch.surroundings() == UNKNOWN


def test_a_service_that_never_answers_is_unknown(
    watched: Watched, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("posture.desktop.session_bus.ANSWER_WITHIN_S", 0.05)
    monkeypatch.setattr("posture.desktop.watch.ANSWER_WITHIN_S", 0.05)
    watched.desktop.says[SAVER, "GetActive"] = None
    watched.desktop.says[LOGIN_MANAGER, "GetSession"] = None
    watched.desktop.own(SAVER, LOGIN)
    assert watched.start().screen_locked is None


@pytest.mark.parametrize("platform", ["win32", "darwin"])
def test_elsewhere_only_the_time_is_known(platform: str) -> None:
    assert isinstance(open_watch("linux"), LinuxWatch)
    with open_watch(platform) as watch:
        assert isinstance(watch, UnknownWatch)
        watch.start(lambda _: None)
        watch.let_sleep()
        known = watch.surroundings()
        assert known.now is not None
        assert set(facts(known).values()) == {None}
