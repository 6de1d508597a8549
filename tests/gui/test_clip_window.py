"""The window of a recording: what it shows, while it is analysed and afterwards."""

from __future__ import annotations

import threading
from pathlib import Path
from queue import SimpleQueue
from typing import TYPE_CHECKING, NoReturn

import numpy as np
import pytest

from posture.app import Stretch
from posture.gui import clip_window
from posture.gui.clip_analysis import ClipAnalysis, slim
from posture.gui.clip_frames import ClipFrames
from posture.gui.clip_show import ClipOptions, run
from posture.gui.clip_window import ClipWindow
from posture.palette import DARK, LIGHT
from posture.ports import BaselineError, EstimatorError
from posture.records import State
from posture.sources import open_source
from tests.gui.hosting import until
from tests.gui.ticks import THRESHOLDS, a_tick, scripted
from tests.gui.watching import LENGTH_S, WITHIN_S, slouches
from tests.live_script import UPRIGHT

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QApplication

    from posture.records import Pose
    from tests.gui.watching import Show

pytest_plugins = ["tests.gui.watching_fixtures"]

SAMPLE = Path(__file__).parents[2] / "samples" / "slow_slump.mp4"


def test_the_whole_recording(show: Show) -> None:
    shown = show()
    window = shown.until_complete()
    assert len(window._ticks) == 300
    assert window.length_s == pytest.approx(LENGTH_S)
    assert not window.progress.isVisible()
    (alert,) = window._alerts
    assert window.warnings.count() == 1
    assert alert.text in window.warnings.item(0).text()
    assert "would" in window.heading.text().casefold()
    assert window.sentence.text() == "Cannot measure: making sure that somebody is really there"

    window.controls.next.click()
    shown.until_settled()
    assert window.playback.place_s == pytest.approx(alert.timestamp_s)
    assert window.sentence.text().startswith("Leaning ")
    angles = window._ticks[window.playback.index or 0].angles
    assert f"neck {angles.neck_deg:.0f}° ±{angles.neck_sd_deg:.0f}," in window.angles.text()
    assert window.numbers.neck.text().startswith("+")
    assert window.view._note == f"Would have warned here: {alert.text}"
    assert window.warnings.currentRow() == 0

    window.slider.setValue(28_000)
    shown.until_settled()
    assert window.sentence.text() == "Nobody is in front of the camera"
    assert "\N{EN DASH}" in window.angles.text()
    assert window.view._note == ""


def test_picture_and_skeleton_are_of_the_same_frame(show: Show, clip: Path) -> None:
    shown = show()
    window = shown.until_complete()
    with open_source(clip) as source:
        frames = [frame.image for frame in source]
    for index in (299, 150, 3):
        window.playback.step(index - (window.playback.index or 0))
        shown.until_settled()
        tick = window._ticks[index]
        assert tick.index == index
        image = window.view.image
        assert image is not None
        pixels = np.frombuffer(bytes(image.constBits()), np.uint8).reshape(
            image.height(), image.bytesPerLine()
        )[:, : 3 * image.width()]
        plain = frames[index].reshape(image.height(), -1)
        assert (tick.pose is None) == np.array_equal(pixels, plain)
        # The colour of each frame's lower corner tells its number.
        assert np.array_equal(pixels[-1, -3:], plain[-1, -3:])


def test_what_is_ready_can_be_played_while_the_rest_is_analysed(
    show: Show,
) -> None:
    go_on = threading.Event()

    def held(timestamp_s: float) -> Pose | None:
        if timestamp_s >= 12.0:
            go_on.wait(WITHIN_S)
        return slouches(timestamp_s)

    shown = show(held)
    window = shown.window
    until(lambda: len(window._ticks) == 120)
    assert window.progress.isVisible()
    assert window.progress.value() == 40
    assert window.length_s == pytest.approx(LENGTH_S)
    window.controls.play.click()
    shown.let_pass(60.0)
    shown.until_settled()
    assert (window.playback.playing, window.playback.index) == (True, 119)
    go_on.set()
    until(lambda: window.playback.complete)
    shown.let_pass(1.0)
    assert window.playback.place_s == pytest.approx(12.9)


def test_before_the_baseline_is_known_the_first_picture_is_seen(
    show: Show,
) -> None:
    go_on = threading.Event()

    def held(timestamp_s: float) -> Pose | None:
        if timestamp_s >= 3.0:
            go_on.wait(WITHIN_S)
        return slouches(timestamp_s)

    shown = show(held)
    window = shown.window
    until(lambda: shown.index() == 0)
    assert window._ticks == []
    assert window.sentence.text() == "Analysing: looking for the upright baseline"
    window.controls.on.click()
    window.controls.play.click()
    shown.let_pass(2.0)
    assert window.playback.index is None
    go_on.set()
    shown.until_complete()
    assert window.view.image is not None


def test_a_closed_window_ends_the_work(show: Show) -> None:
    seen, go_on = [], threading.Event()

    def held(timestamp_s: float) -> Pose | None:
        seen.append(timestamp_s)
        if timestamp_s >= 2.0:
            go_on.wait(WITHIN_S)
        return UPRIGHT

    window = show(held).window
    until(lambda: seen and seen[-1] >= 2.0)
    window.close()
    assert not window.ended(0.0)
    go_on.set()
    assert window.ended(WITHIN_S)
    assert seen[-1] == pytest.approx(2.0)
    assert window._analysis.error == ""


def test_without_a_baseline_it_says_so(show: Show) -> None:
    window = show(baseline=(Stretch(7.0, 9.0),)).until_complete()
    window.controls.on.click()
    window.playback.seek(5.0)
    window.refresh()
    assert window.sentence.text() == "Not judged: there is no baseline"
    assert window.notice.text().startswith("Nothing is judged: the baseline 7-9 s was refused")
    assert window.heading.text() == "No warnings, for nothing is judged"
    assert not window.controls.next.isEnabled()


def test_nobody_at_all(show: Show) -> None:
    window = show(lambda _: None, baseline=None).until_complete()
    window.playback.seek(25.0)
    window.refresh()
    assert window.sentence.text() == "Nobody is in front of the camera"


def refused(**_: object) -> NoReturn:
    raise BaselineError("other.json: was taken with another pose model; take a new one")


def broken(**_: object) -> NoReturn:
    raise ZeroDivisionError


@pytest.mark.parametrize(
    ("opening", "said"), [(refused, "another pose model"), (broken, "a mistake of its own")]
)
def test_an_error_is_told_and_the_window_stays(
    application: QApplication, clip: Path, opening: Callable[..., object], said: str
) -> None:
    del application
    window = ClipWindow(
        ClipAnalysis(opening),  # type: ignore[arg-type]
        ClipFrames(lambda: open_source(clip)),
        title="a",
        thresholds=THRESHOLDS,
        persist_s=6.0,
    )
    window.show()
    until(lambda: said in window.notice.text())
    assert window.sentence.text() == "The recording was not analysed"
    window.controls.play.click()
    window.close()
    assert window.ended(WITHIN_S)


def test_an_estimator_that_fails_on_the_way_leaves_what_was_found(
    show: Show,
) -> None:
    def failing(timestamp_s: float) -> Pose | None:
        if timestamp_s >= 10.0:
            raise EstimatorError("the pose model has gone")
        return UPRIGHT

    window = show(failing).until_complete()
    assert len(window._ticks) == 100
    assert "the pose model has gone" in window.notice.text()


def test_a_heap_of_ticks_is_taken_in_parts(show: Show, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clip_window, "MOST_TICKS", 7)
    shown = show()
    window = shown.window
    until(lambda: window._analysis.over)
    known = len(window._ticks)
    window.refresh()
    assert len(window._ticks) <= known + 7
    assert len(shown.until_complete()._ticks) == 300


def test_colours(show: Show) -> None:
    for dark, colours in ((False, LIGHT), (True, DARK)):
        window = show(dark=dark).until_complete()
        image = window.grab().toImage()
        ground = image.pixelColor(3, 3)
        assert (ground.red(), ground.green(), ground.blue()) == colours.background


def test_a_tick_keeps_what_is_drawn_of_its_pose() -> None:
    tick = next(tick for tick in scripted(1.0) if tick.pose is not None)
    slimmed = slim(tick)
    assert slimmed == tick
    assert slimmed.pose is not None
    assert tick.pose is not None
    assert np.allclose(slimmed.pose.points_px, tick.pose.points_px, atol=1e-3)
    assert np.allclose(slimmed.pose.visibility, tick.pose.visibility)
    without = a_tick(State.AWAY)
    assert slim(without) is without


def test_whatever_is_asked_closes_it(application: QApplication, clip: Path) -> None:
    del application
    asked: SimpleQueue[object] = SimpleQueue()
    asked.put("the end")
    assert run(ClipOptions(clip), asked)


def test_a_real_sample(show: Show) -> None:
    shown = show(None, baseline=(Stretch(0.5, 2.5),), path=SAMPLE)
    window = shown.window
    until(lambda: len(window._ticks) > 30)
    window.playback.seek(2.9)
    shown.until_settled()
    assert window.sentence.text().startswith("Upright: neck ")
    tick, image = window._ticks[29], window.view.image
    assert tick.index == 29
    assert tick.pose is not None
    assert image is not None
    assert (image.width(), image.height()) == (tick.pose.width_px, tick.pose.height_px)
