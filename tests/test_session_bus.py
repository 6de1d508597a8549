"""A connection to a message bus: questions, answers, signals, and no bus at all."""

from __future__ import annotations

import sys
from queue import Queue
from typing import TYPE_CHECKING, Any

import pytest

from posture.desktop.session_bus import Address, Bus, Call, get_property
from posture.ports import DesktopError
from tests.desktop.fake import FAILING, WITHIN_S, FakeDesktop, private_bus

if TYPE_CHECKING:
    from pathlib import Path

pytest_plugins = ["tests.desktop.fixtures"]

BUS = Address("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus")
SOMEBODY = Address("org.example.Somebody", "/org/example/Somebody", "org.example.Somebody")


def test_a_bus_asks_and_is_answered(bus_address: str, desktop: FakeDesktop) -> None:
    desktop.own(SOMEBODY.service)
    desktop.says[SOMEBODY.interface, "Add"] = ("uu", (3, 4))
    desktop.says[SOMEBODY.interface, "Name"] = ("s", "Ada")
    with Bus(bus_address) as bus:
        heard: list[Any] = []
        assert bus.call(Call(SOMEBODY, "Add", "s", ("x",)), then=heard.append) == (3, 4)
        assert heard == [(3, 4)]
        assert bus.call(get_property(SOMEBODY, "Name")) == (("s", "Ada"),)
        with pytest.raises(DesktopError, match="no such thing"):
            bus.call(Call(SOMEBODY, "Subtract"), then=heard.append)
        assert heard == [(3, 4), None]
    assert bus.lost


def test_who_is_not_there_cannot_be_asked(bus_address: str) -> None:
    with Bus(bus_address) as bus, pytest.raises(DesktopError, match=SOMEBODY.service):
        bus.call(Call(SOMEBODY, "Add"))


@pytest.mark.parametrize(
    ("start_service", "error"),
    [pytest.param(True, "Spawn", id="started"), pytest.param(False, "NameHasNoOwner", id="not")],
)
def test_a_service_is_started_only_on_request(
    bus_address: str, start_service: bool, error: str
) -> None:
    call = Call(Address(FAILING, "/", FAILING), "Do")
    with Bus(bus_address) as bus, pytest.raises(DesktopError, match=error):
        bus.call(call, start_service=start_service)


def test_closing_ends_the_waiting(bus_address: str, desktop: FakeDesktop) -> None:
    desktop.own(SOMEBODY.service)
    desktop.says[SOMEBODY.interface, "Think"] = None
    with Bus(bus_address) as bus:
        answer = bus.ask(Call(SOMEBODY, "Think"))
    with pytest.raises(DesktopError, match="was closed"):
        answer.result(WITHIN_S)


def test_a_failing_handler_stops_nobody(
    bus_address: str, desktop: FakeDesktop, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(_: object) -> None:
        raise RuntimeError("in the handler")

    heard: Queue[Any] = Queue()
    desktop.own(SOMEBODY.service)
    with Bus(bus_address) as bus:
        bus.listen(SOMEBODY, "Waved", fail)
        bus.listen(SOMEBODY, None, heard.put).result(WITHIN_S)
        desktop.emit(SOMEBODY.path, SOMEBODY.interface, "Waved", "s", "hello")
        assert heard.get(timeout=WITHIN_S) == ("hello",)
    assert "could not be handled" in caplog.text


def test_after_the_end_of_the_bus_questions_fail(bus_address: str) -> None:
    bus = Bus(bus_address)
    bus.close()
    bus.close()
    with pytest.raises(DesktopError, match="is gone"):
        bus.call(Call(SOMEBODY, "Add"))


@pytest.mark.usefixtures("bus_address")  # skips where there is no bus to be had
def test_a_bus_that_went_away_is_heard_again_when_it_is_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("posture.desktop.session_bus.AGAIN_S", 0.01)
    at = f"unix:path={tmp_path}/bus"
    turns: Queue[bool] = Queue()
    heard: Queue[Any] = Queue()
    with Bus(at, patient=True) as bus:
        assert bus.lost
        bus.listen_for_turns(turns.put)
        bus.listen(SOMEBODY, "Waved", heard.put)
        for _ in range(2):
            with private_bus(tmp_path, at=at):
                assert turns.get(timeout=WITHIN_S) is True
                desktop = FakeDesktop(at)
                desktop.own(SOMEBODY.service)
                bus.call(Call(BUS, "GetId"))  # answered after what is listened to
                desktop.emit(SOMEBODY.path, SOMEBODY.interface, "Waved", "s", "hello")
                assert heard.get(timeout=WITHIN_S) == ("hello",)
            assert turns.get(timeout=WITHIN_S) is False
            assert bus.lost
            desktop.close()


def test_one_who_is_patient_can_leave_before_there_is_a_bus(tmp_path: Path) -> None:
    nowhere = f"unix:path={tmp_path}/nobody"
    with Bus(nowhere, patient=True) as bus, pytest.raises(DesktopError, match="is gone"):
        bus.call(Call(SOMEBODY, "Add"))
    assert not bus._thread.is_alive()


def test_where_there_is_no_library_there_is_no_bus(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "jeepney.io.blocking", None)
    with pytest.raises(DesktopError, match="not to be had on this system"):
        Bus()


@pytest.mark.parametrize(
    ("variables", "message"),
    [
        pytest.param({}, "was not found; start posture", id="no session"),
        pytest.param(
            {"XDG_RUNTIME_DIR": "{}"}, "cannot be reached", id="nobody at the usual place"
        ),
        pytest.param({"DBUS_SESSION_BUS_ADDRESS": "nonsense"}, "cannot be reached", id="nonsense"),
        pytest.param({"DBUS_SESSION_BUS_ADDRESS": "tcp:host=x"}, "not supported", id="by network"),
    ],
)
def test_a_missing_session_bus_is_told(
    variables: dict[str, str], message: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("XDG_RUNTIME_DIR", "DBUS_SESSION_BUS_ADDRESS"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value.format(tmp_path))
    with pytest.raises(DesktopError, match=message):
        Bus()
