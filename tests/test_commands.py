"""Commands, replies, and the lines that they become."""

from __future__ import annotations

import json
from math import inf, nan
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from posture.commands import (
    BREAK_WISHES,
    MOST_BYTES,
    MOST_MINUTES,
    Break,
    Calibrate,
    Command,
    CommandError,
    InCall,
    Keep,
    Pause,
    PauseUntilTomorrow,
    Quit,
    Reply,
    Request,
    Resume,
    RunningStatus,
    ShowWindow,
    Snooze,
    Status,
    decode_command,
    decode_reply,
    encode_command,
    encode_reply,
)
from posture.naming import tidy

MINUTES = st.floats(0.0, MOST_MINUTES, exclude_min=True)
COMMANDS: st.SearchStrategy[Command] = st.one_of(
    st.builds(Pause, st.none() | MINUTES),
    st.builds(Snooze, MINUTES),
    st.builds(InCall, st.booleans()),
    st.sampled_from(
        [PauseUntilTomorrow(), Resume(), Calibrate(), ShowWindow(), Quit(), Status()],
    ),
    st.builds(Keep, st.none() | st.just("/home/me/five.posture")),
    st.builds(Break, st.sampled_from(BREAK_WISHES)),
    st.builds(Calibrate, st.none() | st.text().map(tidy).filter(bool)),
)
TEXT = st.text(max_size=100)
UTC = st.none() | st.datetimes().map(lambda time: f"{time.isoformat()}+00:00")
STATUS = st.builds(
    RunningStatus,
    state=st.text(min_size=1, max_size=20),
    text=st.text(min_size=1, max_size=100),
    since_s=st.floats(0.0, 1e6),
    camera=TEXT,
    paused_until=UTC,
    snoozed_until=UTC,
    version=TEXT,
    pid=st.integers(1, 2**31),
    breaks=TEXT,
    sat_s=st.none() | st.floats(0.0, 1e6),
)
REPLIES = st.builds(Reply, st.booleans(), TEXT, st.none() | STATUS)

WATCHING: dict[str, Any] = {
    "state": "upright",
    "text": "upright",
    "since_s": 3.0,
    "camera": "",
    "paused_until": None,
    "snoozed_until": None,
    "version": "1",
    "pid": 7,
    "breaks": "",
    "sat_s": None,
}


@given(COMMANDS)
def test_a_command_comes_back_as_it_went(command: Command) -> None:
    line = encode_command(command)
    assert line.endswith(b"\n")
    assert line.count(b"\n") == 1
    assert decode_command(line) == command


@given(REPLIES)
def test_a_reply_comes_back_as_it_went(reply: Reply) -> None:
    assert decode_reply(encode_reply(reply)) == reply


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=5,
)
NEARLY = st.fixed_dictionaries(
    {"version": st.just(1) | JSON, "command": st.sampled_from(["pause", "in_call", "x"]) | JSON},
    optional={"minutes": JSON, "on": JSON, "ok": JSON, "text": JSON, "status": JSON},
).map(lambda values: json.dumps(values).encode())


@given(st.binary(max_size=100) | NEARLY)
def test_whatever_comes_is_a_command_or_told_why_not(line: bytes) -> None:
    for decode, kinds in ((decode_command, Command), (decode_reply, Reply)):
        try:
            assert isinstance(decode(line), kinds)
        except CommandError as error:
            assert str(error)  # noqa: PT017 - either is right


def line_of(**values: object) -> bytes:
    return json.dumps({"version": 1, **values}).encode() + b"\n"


@pytest.mark.parametrize(
    ("line", "message"),
    [
        pytest.param(b"", "no JSON", id="nothing"),
        pytest.param(b"\xff\n", "no JSON", id="no text"),
        pytest.param(b"[" * 4000, "no JSON", id="deep"),
        pytest.param(b"[1]\n", "no JSON object", id="list"),
        pytest.param(b'{"version": 1, "version": 1}', "no JSON", id="a key twice"),
        pytest.param(b'{"version": 1, "command": "pause", "minutes": NaN}', "no JSON", id="NaN"),
        pytest.param(b" " * MOST_BYTES + b"{}", "more than 4096 bytes", id="giant"),
        pytest.param(line_of(command="fly"), "no such command", id="unknown"),
        pytest.param(line_of(command=["quit"]), "no such command", id="no word"),
        pytest.param(line_of(), "no such command", id="none"),
        pytest.param(line_of(command="quit", version=2), "version 1", id="later version"),
        pytest.param(line_of(command="quit", version=True), "version 1", id="version of a kind"),
        pytest.param(b'{"command": "quit"}', "version 1", id="no version"),
        pytest.param(line_of(command="quit", now=True), "keys", id="too many keys"),
        pytest.param(line_of(command="snooze"), "keys minutes", id="too few keys"),
        pytest.param(line_of(command="snooze", minutes="5"), "must be float", id="a text"),
        pytest.param(line_of(command="snooze", minutes=True), "must be float", id="a truth"),
        pytest.param(line_of(command="snooze", minutes=None), "must be float", id="null"),
        pytest.param(line_of(command="snooze", minutes=10**400), "must be float", id="huge"),
        pytest.param(line_of(command="snooze", minutes=0), "above 0", id="no minute"),
        pytest.param(line_of(command="pause", minutes=1441), "at most 1440", id="days"),
        pytest.param(line_of(command="pause", minutes=[]), "float or null", id="a list"),
        pytest.param(line_of(command="in_call", on=1), "must be bool", id="a number"),
    ],
)
def test_what_is_wrong_is_told(line: bytes, message: str) -> None:
    with pytest.raises(CommandError, match=message):
        decode_command(line)


def test_a_whole_number_of_minutes_will_do() -> None:
    assert decode_command(line_of(command="pause", minutes=5)) == Pause(5.0)


@pytest.mark.parametrize(
    "status",
    [
        pytest.param({**WATCHING, "pid": 7.0}, id="type"),
        pytest.param({**WATCHING, "more": 1}, id="keys"),
        pytest.param({**WATCHING, "since_s": -1}, id="value"),
        pytest.param([], id="list"),
    ],
)
def test_a_status_that_is_none_makes_no_reply(status: object) -> None:
    with pytest.raises(CommandError):
        decode_reply(line_of(ok=True, text="", status=status))


@pytest.mark.parametrize("minutes", [0.0, -1.0, nan, inf, MOST_MINUTES + 1])
def test_minutes_are_some_and_not_many(minutes: float) -> None:
    for kind in (Pause, Snooze):
        with pytest.raises(ValueError, match="minutes"):
            kind(minutes)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("state", ""),
        ("text", ""),
        ("since_s", nan),
        ("since_s", -1.0),
        ("paused_until", "tomorrow"),
        ("paused_until", "2026-01-01T10:00:00"),
        ("snoozed_until", "2026-01-01T10:00:00+01:00"),
    ],
)
def test_a_status_is_checked(field: str, value: object) -> None:
    with pytest.raises(ValueError, match=r".+"):
        RunningStatus(**{**WATCHING, field: value})


def test_a_reply_that_is_too_long_is_an_error() -> None:
    with pytest.raises(CommandError, match="4096"):
        encode_reply(Reply(ok=True, text="é" * MOST_BYTES))


def test_what_is_no_character_is_left_out() -> None:
    assert decode_reply(encode_reply(Reply(ok=True, text="a\udc80b"))).text == "a?b"


def test_nobody_need_wait_for_a_reply() -> None:
    Request(Quit()).reply(Reply(ok=True, text="bye"))


@pytest.mark.parametrize("path", ["five.posture", "", "/five\0.posture"])
def test_a_path_without_its_folder_is_refused(path: str) -> None:
    with pytest.raises(ValueError, match="path"):
        Keep(path)


@pytest.mark.parametrize("name", ["", " desk", "a\nb", "x" * 31])
def test_a_name_is_tidy(name: str) -> None:
    with pytest.raises(ValueError, match="on one line"):
        Calibrate(name)


@pytest.mark.parametrize("wish", ["", "Micro", "skip "])
def test_a_wish_of_breaks_is_one_that_there_is(wish: str) -> None:
    with pytest.raises(ValueError, match="must be one of micro, long"):
        Break(wish)
