"""The webcam, on a scripted camera: newest frame, rate, troubles, closing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from posture.ports import CameraStateKind
from posture.sources.capture import CameraError
from posture.sources.webcam import (
    BLACK_AFTER_S,
    DAMAGED_AT_MOST,
    LONGEST_RETRY_S,
    WAKE_EARLY_S,
    Webcam,
)
from tests.live import (
    CAMERA,
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
def camera() -> ScriptedCamera:
    return ScriptedCamera()


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def webcam(camera: ScriptedCamera, clock: FakeClock) -> Iterator[ScriptedWebcam]:
    with ScriptedWebcam(camera, clock) as source:
        yield source
    assert camera.opened == camera.released
    assert camera_threads() == []


class TestFrames:
    def test_times_are_those_of_the_pictures(
        self, webcam: Webcam, camera: ScriptedCamera, clock: FakeClock
    ) -> None:
        found = []
        for count, (step_s, level) in enumerate([(0.5, 50), (0.25, 60), (3, 70)]):
            clock.now_s += step_s
            camera.show(grey(level))
            camera.until_asked(count + 2)
            clock.now_s += 0.125  # however late it is read
            frame = next(webcam)
            found.append((frame.index, frame.timestamp_s, frame.image[0, 0, 0]))
        assert found == [(0, 0.5, 50), (1, 0.875, 60), (2, 4.0, 70)]
        assert kind(webcam) == CameraStateKind.RUNNING
        assert webcam.state.since_s == 0.5

    def test_newest_wins_and_is_given_once(self, webcam: Webcam, camera: ScriptedCamera) -> None:
        camera.show(grey(50), grey(60), grey(70))
        camera.until_asked(4)
        assert next(webcam).image[0, 0, 0] == 70
        frames: list[object] = []
        reading = started(lambda: frames.append(next(webcam)), "reading")
        camera.show(None, None)
        camera.until_asked(6)
        assert frames == []
        camera.show(grey(80))
        reading.join(GUARD_S)
        assert len(frames) == 1

    def test_asks_for_small_and_few(self, camera: ScriptedCamera, clock: FakeClock) -> None:
        with ScriptedWebcam(camera, clock, rate_hz=5):
            camera.until_asked(1)
        assert camera.wishes == [((640, 480), 5)]

    def test_size_stays_when_the_camera_comes_back_with_another(
        self, webcam: Webcam, camera: ScriptedCamera, clock: FakeClock
    ) -> None:
        camera.show(grey(100, 64, 48))
        next(webcam)
        camera.show(False)
        clock.advance(clock.until_waiting(READER))
        camera.show(grey(100, 128, 72))
        image = next(webcam).image
        assert image.shape == (48, 64, 3)
        assert image[6:42].min() == 100  # 64 x 36: the proportions stay
        assert image[:6].max() == image[42:].max() == 0

    def test_damaged_pictures_are_passed_over(self, webcam: Webcam, camera: ScriptedCamera) -> None:
        camera.show(*[None] * DAMAGED_AT_MOST, grey(), *[None] * DAMAGED_AT_MOST, grey())
        camera.until_asked(2 * DAMAGED_AT_MOST + 3)
        assert next(webcam).index == 0
        assert camera.opened == 1

    def test_many_damaged_pictures_open_the_camera_anew(
        self, webcam: Webcam, camera: ScriptedCamera, clock: FakeClock
    ) -> None:
        camera.show(*[None] * (DAMAGED_AT_MOST + 1))
        clock.advance(clock.until_waiting(READER))
        camera.show(grey())
        next(webcam)
        assert camera.opened == 2


class TestRate:
    def test_unwanted_pictures_are_not_decoded(
        self, camera: ScriptedCamera, clock: FakeClock
    ) -> None:
        stamps = []
        with ScriptedWebcam(camera, clock, rate_hz=2) as webcam:
            for count in range(4):
                camera.show(grey())
                stamps.append(next(webcam).timestamp_s)
                camera.show(grey(), grey())  # too early
                camera.until_asked(3 * count + 4)
                clock.now_s += 0.5
        assert stamps == [0, 0.5, 1, 1.5]
        assert camera.decoded == 4

    def test_rests_at_a_low_rate_and_drops_what_was_stored(
        self, camera: ScriptedCamera, clock: FakeClock
    ) -> None:
        camera.stale = 2
        with ScriptedWebcam(camera, clock, rate_hz=0.1) as webcam:
            camera.show(grey(50))
            next(webcam)
            rest_s = clock.until_waiting(READER)
            assert rest_s == pytest.approx(7.5 - WAKE_EARLY_S)
            assert camera.asked == 1
            clock.advance(rest_s + WAKE_EARLY_S)
            camera.show(grey(60), grey(70), grey(80))
            assert next(webcam).image[0, 0, 0] == 80

    def test_a_higher_rate_wakes_it(self, camera: ScriptedCamera, clock: FakeClock) -> None:
        with ScriptedWebcam(camera, clock, rate_hz=0.01) as webcam:
            camera.show(grey())
            next(webcam)
            clock.until_waiting(READER)
            clock.now_s += 1
            webcam.set_rate(10)
            camera.show(grey())
            assert next(webcam).timestamp_s == 1
            assert webcam.rate_hz == 10

    @pytest.mark.parametrize("rate_hz", [0, -1, float("nan")])
    def test_impossible_rate(self, rate_hz: float) -> None:
        with pytest.raises(ValueError, match="above 0"):
            Webcam(CAMERA, rate_hz=rate_hz)


class TestTroubles:
    @pytest.mark.parametrize(
        "why", [CameraStateKind.BUSY, CameraStateKind.GONE, CameraStateKind.NO_PERMISSION]
    )
    def test_cannot_be_opened(
        self, why: CameraStateKind, camera: ScriptedCamera, clock: FakeClock
    ) -> None:
        camera.trouble = CameraError(why, "C920 is used by another program")
        with ScriptedWebcam(camera, clock) as webcam:
            pauses = [clock.until_waiting(READER)]
            while len(pauses) < 7:
                clock.advance(pauses[-1])
                pauses.append(clock.until_waiting(READER))
            assert pauses == [0.5, 1, 2, 4, 8, 10, LONGEST_RETRY_S]
            assert kind(webcam) == why
            assert webcam.state.since_s == 0
            assert webcam.state.text.endswith("another program; trying again every 10 s")
            camera.trouble = None
            clock.advance(10)
            camera.show(grey())
            assert next(webcam).timestamp_s == sum(pauses)
            assert kind(webcam) == CameraStateKind.RUNNING

    def test_unplugged_and_plugged_in(
        self, webcam: Webcam, camera: ScriptedCamera, clock: FakeClock
    ) -> None:
        for _ in range(3):
            camera.show(grey())
            next(webcam)
            camera.show(False)
            assert clock.until_waiting(READER) == 0.5  # it worked: the pauses begin again
            assert kind(webcam) == CameraStateKind.GONE
            assert camera.opened == camera.released
            clock.advance(0.5)

    def test_opens_but_gives_nothing(
        self, webcam: Webcam, camera: ScriptedCamera, clock: FakeClock
    ) -> None:
        camera.show(False)
        clock.until_waiting(READER)
        assert kind(webcam) == CameraStateKind.BUSY

    def test_black_pictures_are_withheld_and_told(
        self, webcam: Webcam, camera: ScriptedCamera, clock: FakeClock
    ) -> None:
        found = []
        for count, step_s in enumerate([0, BLACK_AFTER_S - 0.5, 0.5]):
            clock.now_s += step_s
            camera.show(grey(3))
            camera.until_asked(count + 2)
            found.append(kind(webcam))
        assert found == [CameraStateKind.OPENING] * 2 + [CameraStateKind.BLACK]
        assert "shutter" in webcam.state.text
        camera.show(grey(60))
        assert next(webcam).image[0, 0, 0] == 60
        assert kind(webcam) == CameraStateKind.RUNNING

    def test_sleep_is_a_gap_and_opens_the_camera_anew(
        self, camera: ScriptedCamera, clock: FakeClock
    ) -> None:
        wall = FakeClock()
        with ScriptedWebcam(camera, clock, wall_clock=wall) as webcam:
            camera.show(grey())
            next(webcam)
            wall.now_s += 3600
            camera.show(False, grey())  # that the old capture fails after a sleep is no trouble
            assert next(webcam).timestamp_s == 3600
            assert camera.opened == 2
            wall.now_s -= 7200  # somebody sets the clock back
            clock.now_s += 1
            camera.show(grey())
            assert next(webcam).timestamp_s == 3601
            assert camera.opened == 2

    def test_a_bug_is_raised_where_frames_are_read(self, clock: FakeClock) -> None:
        camera = ScriptedCamera()
        camera.trouble = ZeroDivisionError()
        with ScriptedWebcam(camera, clock) as webcam, pytest.raises(ZeroDivisionError):
            next(webcam)
        assert kind(webcam) == CameraStateKind.CLOSED


class TestClose:
    def test_ends_a_wait_in_another_thread(
        self, webcam: Webcam, camera: ScriptedCamera, clock: FakeClock
    ) -> None:
        rest: list[object] = []
        reading = started(lambda: rest.extend(webcam), "reading")
        clock.until_waiting("reading")
        webcam.close()
        reading.join(GUARD_S)
        assert not reading.is_alive()
        assert rest == []
        assert camera_threads() == []
        assert camera.opened == camera.released
        assert kind(webcam) == CameraStateKind.CLOSED

    def test_ends_a_pause_between_attempts(self, camera: ScriptedCamera, clock: FakeClock) -> None:
        camera.trouble = CameraError(CameraStateKind.GONE, "gone")
        webcam = ScriptedWebcam(camera, clock)
        clock.until_waiting(READER)
        webcam.close()
        webcam.close()
        assert camera_threads() == []
        assert list(webcam) == []

    def test_drops_a_frame_that_was_not_read(self, webcam: Webcam, camera: ScriptedCamera) -> None:
        camera.show(grey())
        camera.until_asked(2)
        webcam.close()
        assert list(webcam) == []
