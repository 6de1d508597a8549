"""Cameras that hang: another thread takes over, and no more than a few are left behind."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest

from posture.ports import CameraStateKind
from posture.sources.camera_thread import STUCK_AT_MOST, CameraThread
from posture.sources.webcam import CLOSE_WITHIN_S, LONGEST_RETRY_S, READ_WITHIN_S, Webcam
from tests.live import (
    GUARD_S,
    READER,
    FakeClock,
    ScriptedCamera,
    ScriptedWebcam,
    camera_threads,
    grey,
    kind,
    started,
)

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def hang() -> Iterator[threading.Event]:
    """Holds calls into a camera; after the test no thread is left."""
    event = threading.Event()
    yield event
    event.set()
    for thread in camera_threads():
        thread.join(GUARD_S)
    assert camera_threads() == []


def test_another_thread_takes_over(hang: threading.Event) -> None:
    camera, clock = ScriptedCamera(), FakeClock()
    with ScriptedWebcam(camera, clock) as webcam:
        camera.show(hang)
        camera.until_asked(1)
        (stuck,) = camera_threads()
        stamps: list[float] = []
        reading = started(lambda: stamps.append(next(webcam).timestamp_s), "reading")
        clock.until_waiting("reading")
        clock.advance(READ_WITHIN_S)
        camera.until_asked(2)
        assert kind(webcam) == CameraStateKind.HUNG
        camera.show(grey())
        reading.join(GUARD_S)
        assert stamps == [READ_WITHIN_S]
        assert kind(webcam) == CameraStateKind.RUNNING
        hang.set()
        stuck.join(GUARD_S)
        assert camera.released == 1
        assert kind(webcam) == CameraStateKind.RUNNING
    assert camera.opened == camera.released == 2


def test_only_one_is_left_behind(hang: threading.Event) -> None:
    camera, clock = ScriptedCamera(), FakeClock()
    with ScriptedWebcam(camera, clock) as webcam:
        second = threading.Event()
        camera.show(hang, second)
        camera.until_asked(1)
        reading = started(lambda: next(webcam), "reading")
        for _ in range(6):
            clock.until_waiting("reading")
            clock.advance(READ_WITHIN_S)
        camera.until_asked(2)
        for _ in range(3):
            clock.until_waiting("reading")
            clock.advance(READ_WITHIN_S)
        clock.until_waiting("reading")
        assert len(camera_threads()) == 2
        assert kind(webcam) == CameraStateKind.HUNG
        assert "does not answer" in webcam.state.text
        second.set()
        clock.until_waiting(READER)
        assert kind(webcam) == CameraStateKind.HUNG  # not busy: it is our own thread
        clock.advance(LONGEST_RETRY_S)
        camera.show(grey())
        reading.join(GUARD_S)
        assert not reading.is_alive()
        assert kind(webcam) == CameraStateKind.RUNNING


def test_opening_again_and_again_leaves_no_more(hang: threading.Event) -> None:
    camera, clock = ScriptedCamera(), FakeClock()
    for count in range(2):
        webcam = ScriptedWebcam(camera, clock)
        camera.show(hang)
        camera.until_asked(count + 1)
        closing = started(webcam.close_at_once, "closing")
        clock.until_waiting("closing")
        clock.advance(CLOSE_WITHIN_S)
        closing.join(GUARD_S)
        assert not closing.is_alive()
        assert list(webcam) == []
    for _ in range(3):
        with ScriptedWebcam(camera, clock) as webcam:
            assert kind(webcam) == CameraStateKind.HUNG
    assert len(camera_threads()) == 2
    hang.set()
    for thread in camera_threads():
        thread.join(GUARD_S)
    assert camera.opened == camera.released == 2


def test_waits_for_a_place_when_too_many_are_left_behind(hang: threading.Event) -> None:
    threads = [CameraThread(f"{n}", lambda _: hang.wait(GUARD_S), float) for n in range(4)]
    for count, thread in enumerate(threads):
        assert CameraThread.may_start("other")
        assert CameraThread.may_give_up("other") == (count < STUCK_AT_MOST)
        thread.start()
        thread.given_up = True
    assert not CameraThread.may_start("other")
    camera, clock = ScriptedCamera(), FakeClock()
    webcam: Webcam
    with ScriptedWebcam(camera, clock) as webcam:
        assert kind(webcam) == CameraStateKind.HUNG
        hang.set()
        for thread in threads:
            thread.join(GUARD_S)
        camera.show(grey())
        assert next(webcam).index == 0
