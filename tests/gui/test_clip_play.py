"""Playing by the frames' own times: steps, speeds, waits and ends."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from posture.gui.clip_play import SPEEDS, Playback, nearest

IRREGULAR_S = [0.0, 0.1, 0.2, 5.2, 5.3, 6.0]


class Clock:
    def __init__(self) -> None:
        self.now_s = 100.0

    def __call__(self) -> float:
        return self.now_s


def a_playback(times_s: list[float] | None = None) -> tuple[Playback, Clock]:
    clock = Clock()
    return Playback(IRREGULAR_S if times_s is None else times_s, clock), clock


@pytest.mark.parametrize(
    ("passed_s", "index"),
    [(0.0, 0), (0.09, 0), (0.15, 1), (0.2, 2), (5.1, 2), (5.25, 3), (5.9, 4), (6.0, 5), (9.0, 5)],
)
def test_each_frame_is_shown_from_its_own_time(passed_s: float, index: int) -> None:
    playback, clock = a_playback()
    playback.play()
    clock.now_s += passed_s
    playback.advance()
    assert playback.index == index


@pytest.mark.parametrize("speed", SPEEDS)
def test_speed(speed: float) -> None:
    playback, clock = a_playback([0.0, 100.0])
    playback.speed = speed
    playback.play()
    clock.now_s += 4.0
    playback.advance()
    assert playback.place_s == pytest.approx(4.0 * speed)


def test_another_speed_counts_from_now_on() -> None:
    playback, clock = a_playback([0.0, 100.0])
    playback.play()
    clock.now_s += 2.0
    playback.speed = 8.0
    clock.now_s += 1.0
    playback.advance()
    assert playback.place_s == pytest.approx(10.0)


@pytest.mark.parametrize("speed", [0.0, -1.0, float("nan"), float("inf")])
def test_no_speed(speed: float) -> None:
    with pytest.raises(ValueError, match="speed"):
        a_playback()[0].speed = speed


def test_the_end_stops_and_play_begins_again() -> None:
    playback, clock = a_playback()
    playback.complete = True
    playback.play()
    clock.now_s += 60.0
    playback.advance()
    assert (playback.playing, playback.index) == (False, 5)
    playback.play()
    assert (playback.playing, playback.index) == (True, 0)


def test_it_waits_for_frames_and_does_not_catch_up() -> None:
    times_s = [0.0, 1.0]
    playback, clock = a_playback(times_s)
    playback.play()
    clock.now_s += 50.0
    playback.advance()
    assert (playback.playing, playback.place_s) == (True, 1.0)
    times_s += [2.0, 3.0]
    clock.now_s += 1.0
    playback.advance()
    assert playback.place_s == 2.0


def test_before_the_first_frame_nothing_moves() -> None:
    times_s: list[float] = []
    playback, clock = a_playback(times_s)
    playback.play()
    clock.now_s += 5.0
    playback.step(1)
    playback.seek(3.0)
    playback.advance()
    assert (playback.index, playback.place_s) == (None, 0.0)


def test_a_pause_does_not_count() -> None:
    playback, clock = a_playback()
    playback.play()
    clock.now_s += 0.1
    playback.pause()
    clock.now_s += 3.0
    playback.play()
    clock.now_s += 0.1
    playback.advance()
    assert playback.place_s == pytest.approx(0.2)


def test_a_step_stays_at_a_frame() -> None:
    playback, clock = a_playback()
    playback.play()
    clock.now_s += 0.15
    playback.step(1)
    assert (playback.playing, playback.place_s) == (False, 0.2)
    playback.step(1)
    assert playback.place_s == 5.2
    playback.step(-3)
    assert playback.place_s == 0.0
    playback.step(-1)
    assert playback.place_s == 0.0
    playback.step(99)
    assert playback.place_s == 6.0


@pytest.mark.parametrize(
    ("place_s", "playing", "ahead", "found_s"),
    [
        (0.0, False, True, 5.2),
        (5.2, False, True, 6.0),
        (6.0, False, True, None),
        (6.0, False, False, 5.2),
        (5.2, False, False, None),
        (5.9, False, False, 5.2),
        (5.9, True, False, None),
        (0.0, False, False, None),
    ],
)
def test_jumps_between_marks(
    place_s: float, playing: bool, ahead: bool, found_s: float | None
) -> None:
    playback, _ = a_playback()
    playback.seek(place_s)
    playback.playing = playing
    assert playback.jump([5.2, 6.0], ahead=ahead) == (found_s is not None)
    assert playback.place_s == (place_s if found_s is None else found_s)


@given(
    times_s=st.lists(st.floats(0, 1e5), min_size=1, max_size=30).map(sorted),
    actions=st.lists(
        st.tuples(st.sampled_from(["pass", "seek", "step", "play", "pause"]), st.floats(-1e5, 1e5)),
        max_size=20,
    ),
)
def test_it_never_leaves_the_recording(
    times_s: list[float], actions: list[tuple[str, float]]
) -> None:
    playback, clock = a_playback(times_s)
    playback.seek(0.0)
    for action, value in actions:
        match action:
            case "pass":
                clock.now_s += abs(value)
                playback.advance()
            case "seek":
                playback.seek(value)
            case "step":
                playback.step(int(value) % 7 - 3)
            case "play":
                playback.play()
            case _:
                playback.pause()
        index = playback.index
        assert index is not None
        assert times_s[0] <= playback.place_s <= times_s[-1]
        assert times_s[index] <= playback.place_s
        assert index + 1 == len(times_s) or playback.place_s < times_s[index + 1]


@pytest.mark.parametrize(
    ("time_s", "found"), [(0.0, None), (4.9, 0), (5.6, 0), (5.7, 1), (6.4, 1), (7.1, None)]
)
def test_the_nearest_mark(time_s: float, found: int | None) -> None:
    assert nearest([5.2, 6.0], time_s, 0.5) == found


def test_no_mark() -> None:
    assert nearest([], 1.0, 9.0) is None
