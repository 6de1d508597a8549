"""The saved chart: real widgets, no display."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pyqtgraph as pg
import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication

from posture.columns import STATES, Thresholds, TickColumns
from posture.gui.plot import draw_plot, save_plot
from posture.gui.plot_axes import DegreeAxis, TimeAxis, time_text
from posture.gui.plot_page import WIDTH_PX
from posture.ports import OutputError
from posture.records import Alert, AlertLevel, Part, State

if TYPE_CHECKING:
    from pathlib import Path

THRESHOLDS = Thresholds(enter_deg=10.0, leave_deg=6.0)


def a_session(
    count: int,
    rate_hz: float = 10.0,
    *,
    baseline: bool = True,
    missing: slice = slice(0, 0),
    alerts: int = 0,
) -> TickColumns:
    """A wave of angles; `missing` frames are unmeasured."""
    times = np.arange(count) / rate_hz
    wave = (12.0 * np.sin(times / 7.0)).astype(np.float32)
    spread = np.full(count, 4.0, dtype=np.float32)
    nothing = np.full(count, np.nan, dtype=np.float32)
    wave[missing] = np.nan
    state = np.where(wave > 10.0, STATES.index(State.SLOUCHED), STATES.index(State.UPRIGHT))
    state[np.isnan(wave)] = STATES.index(State.UNKNOWN)
    half = wave * np.float32(0.5)
    change, half_change = (wave, half) if baseline else (nothing, nothing)
    return TickColumns(
        times,
        wave + np.float32(38.0),
        spread,
        half,
        spread,
        change,
        spread,
        half_change,
        spread,
        change,
        half_change,
        state.astype(np.uint8),
        tuple(an_alert(times[-1] * (i + 0.5) / alerts, i) for i in range(alerts)),
    )


def an_alert(timestamp_s: float, number: int = 0) -> Alert:
    level = AlertLevel.NOTICE if number % 2 else AlertLevel.CUE
    text = "neck 14° beyond your baseline for 35 s"
    return Alert(timestamp_s, level, Part.NECK, 14.0, 35.0, text)


def draw(columns: TickColumns, *, dark: bool = False, scale: float = 1.0) -> QImage:
    return draw_plot(
        columns,
        title="clip.mp4",
        thresholds=THRESHOLDS,
        baseline_stretch=(1.0, 4.0),
        dark=dark,
        scale=scale,
    )


def pixels(image: QImage) -> np.ndarray[tuple[int, ...], np.dtype[np.uint8]]:
    """(height, width, 3) uint8."""
    flat = np.frombuffer(image.constBits(), dtype=np.uint8)
    return flat.reshape(image.height(), -1, 4)[:, : image.width(), :3]


def save(path: Path, columns: TickColumns, title: str = "clip.mp4") -> None:
    save_plot(path, columns, title=title, thresholds=THRESHOLDS, baseline_stretch=(1.0, 4.0))


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_size_and_background(dark: bool, scale: float) -> None:
    image = draw(a_session(600, alerts=2), dark=dark, scale=scale)
    assert image.width() == WIDTH_PX * scale
    assert image.height() > 600 * scale
    corner = QColor(image.pixel(2, 2)).lightness()
    assert corner < 60 if dark else corner > 200
    tones = pixels(image)
    assert len(np.unique(tones @ np.array([1, 256, 65536]))) > 100


@pytest.mark.parametrize(
    "columns",
    [
        a_session(600, missing=slice(100, 200)),
        a_session(600, baseline=False),
        a_session(600, missing=slice(None)),
        a_session(0),
        a_session(1),
        a_session(2, rate_hz=0.1),
        a_session(90, rate_hz=30.0, alerts=1),
        a_session(30, rate_hz=0.2),
        a_session(288_000, missing=slice(1000, 90_000), alerts=30),
    ],
    ids=["gap", "no-baseline", "nothing", "empty", "one", "two", "3s", "slow", "8h"],
)
def test_any_session_gives_a_chart(columns: TickColumns) -> None:
    assert not draw(columns).isNull()


def test_same_session_gives_the_same_bytes(tmp_path: Path) -> None:
    for name in ("one.png", "two.png"):
        save(tmp_path / name, a_session(600, alerts=2))
    one, two = ((tmp_path / name).read_bytes() for name in ("one.png", "two.png"))
    assert one == two
    assert one.startswith(b"\x89PNG")
    assert b"tIME" not in one
    assert sorted(path.name for path in tmp_path.iterdir()) == ["one.png", "two.png"]


def test_no_line_crosses_an_unmeasured_stretch() -> None:
    whole = pixels(draw(a_session(600))).astype(int)
    broken = pixels(draw(a_session(600, missing=slice(200, 400)))).astype(int)
    columns = slice(500, 650)
    blue_green_red = np.array((163, 101, 0))

    def curve(picture: np.ndarray[tuple[int, ...], np.dtype[np.int_]]) -> int:
        return int((abs(picture[114:300, columns] - blue_green_red) < 8).all(axis=2).sum())

    assert curve(whole) > 100
    assert curve(broken) == 0


def test_a_lone_measurement_is_visible() -> None:
    lone = draw(a_session(600, missing=slice(1, 600)))
    none = draw(a_session(600, missing=slice(None)))
    assert lone != none


def test_alerts_are_listed_up_to_a_limit() -> None:
    few, more, many = (draw(a_session(600, alerts=count)).height() for count in (1, 2, 40))
    assert few < more < many
    assert many == draw(a_session(600, alerts=41)).height()


def test_long_titles_are_shortened(tmp_path: Path) -> None:
    save(tmp_path / "a.png", a_session(20), title="a very long name " * 40)
    assert QImage(str(tmp_path / "a.png")).width() == WIDTH_PX


@pytest.mark.parametrize("place", ["missing/a.png", ""])
def test_unwritable_place_is_named(tmp_path: Path, place: str) -> None:
    with pytest.raises(OutputError, match="the chart could not be written") as caught:
        save(tmp_path / place, a_session(20))
    assert str(tmp_path / place) in str(caught.value)
    assert "\n" not in str(caught.value)
    assert list(tmp_path.iterdir()) == []


def test_old_chart_survives_a_failed_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    (tmp_path / "a.png").write_bytes(b"old")
    monkeypatch.setattr("os.fsync", fail)
    with pytest.raises(OutputError, match="No space left"):
        save(tmp_path / "a.png", a_session(20))
    assert (tmp_path / "a.png").read_bytes() == b"old"


def test_leaves_application_and_settings_as_they_were() -> None:
    draw(a_session(20))
    application = QApplication.instance()
    options = {name: pg.getConfigOption(name) for name in ("background", "antialias", "useOpenGL")}
    draw(a_session(20), dark=True)
    assert QApplication.instance() is application
    assert options == {name: pg.getConfigOption(name) for name in options}
    visible = [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()]
    assert visible == []


@pytest.mark.parametrize(
    ("seconds", "hours", "text"),
    [
        (0.0, False, "0:00"),
        (59.99, False, "0:59"),
        (61.0, False, "1:01"),
        (3725.0, True, "1:02:05"),
    ],
)
def test_time_text(seconds: float, hours: bool, text: str) -> None:
    assert time_text(seconds, hours=hours) == text


@pytest.mark.parametrize("length_s", [1.0, 3.0, 60.0, 3600.0, 28800.0, 1e6])
def test_time_labels_are_few_and_round(length_s: float) -> None:
    draw(a_session(1))
    ((step, values),) = TimeAxis("bottom").tickValues(0.0, length_s, 900.0)
    assert 1 <= len(values) <= 11
    assert all(value % step == 0 for value in values)


def test_degree_labels() -> None:
    draw(a_session(1))
    axis = DegreeAxis("left")
    assert axis.tickStrings([10.0, 0.0, -5.0], 1.0, 5.0) == ["+10°", "0°", "\N{MINUS SIGN}5°"]
    axis.signed = False
    assert axis.tickStrings([10.0], 1.0, 5.0) == ["10°"]
    ((step, values),) = axis.tickValues(-14.0, 36.0, 190.0)
    assert (step, values) == (10, [-10.0, 0.0, 10.0, 20.0, 30.0])
