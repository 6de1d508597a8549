"""The window of `posture view`: a recording with its skeleton, angles and warnings, to be played.

It looks at what the analysis and the decoder have found with a timer; neither is ever waited for.
"""

from __future__ import annotations

import time
from math import inf
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, QTimer

from posture.annotate import BANNER_S
from posture.columns import ColumnBuilder
from posture.gui.clip_page import ClipPage
from posture.gui.clip_play import Playback
from posture.gui.clip_words import (
    alert_text,
    alerts_heading,
    angles_text,
    listed_alert,
    notes,
    state_text,
)
from posture.gui.icon import look_of
from posture.gui.translations import translated
from posture.gui.words import NOTICE

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QKeyEvent

    from posture.columns import Thresholds
    from posture.gui.clip_analysis import ClipAnalysis
    from posture.gui.clip_frames import ClipFrames, Picture
    from posture.records import Alert, Tick
    from posture.sources.pace import Clock

REFRESH_MS = 20
"""A frame of a quick video is seen for 17 ms."""

MOST_TICKS = 400
"""Taken at once, so that the window never waits: they come in a heap when the baseline is known."""

PLOT_EVERY_S = 1.0
"""How often the curves grow while the recording is analysed."""

LATE_S = 0.4
"""A picture that takes longer is said to be looked for."""


class ClipWindow(ClipPage):
    """Plays a recording.

    Args:
        analysis: Finds the ticks.
        frames: Finds the pictures.
        title: What the recording is called.
        thresholds: Where slouching begins and ends.
        persist_s: How long it must last to count.
        dark: Colours; None follows the system.
        clock: Monotonic seconds.
    """

    def __init__(
        self,
        analysis: ClipAnalysis,
        frames: ClipFrames,
        *,
        title: str,
        thresholds: Thresholds,
        persist_s: float,
        dark: bool | None = None,
        clock: Clock = time.monotonic,
    ) -> None:
        super().__init__(thresholds, persist_s, dark=dark)
        self._analysis, self._frames, self._clock = analysis, frames, clock
        self._ticks: list[Tick] = []
        self._times_s: list[float] = []
        self._alerts: list[Alert] = []
        self._columns = ColumnBuilder()
        self.playback = Playback(self._times_s, clock)
        self._wanted, self._wanted_s = -1, clock()
        self._told: Tick | None = None
        self._shown: tuple[Picture, bool] | None = None
        self._plotted: tuple[int, float] | None = None
        self._plotted_s = -inf
        self._timer = QTimer(self, interval=REFRESH_MS)
        self._timer.timeout.connect(self.refresh)
        self._connect()
        self.setWindowTitle(title)
        self._show_tick(None)
        self.refresh()

    @property
    def length_s(self) -> float:
        """How long the recording is: what it says of itself, until all of it is known."""
        known_s = self._times_s[-1] if self._times_s else 0.0
        count, rate_hz = self._analysis.expected
        if self.playback.complete or count is None or not rate_hz > 0:
            return known_s
        return max(known_s, (count - 1) / rate_hz)

    @property
    def settled(self) -> bool:
        """Whether the picture that is seen is that of the place."""
        return self._shown is not None and self._shown[0].index == self.playback.index

    def ended(self, within_s: float) -> bool:
        """Wait for the end of what works behind it; whether it came in time."""
        end_s = time.monotonic() + within_s
        analysed = self._analysis.ended(within_s)
        return self._frames.ended(max(end_s - time.monotonic(), 0.0)) and analysed

    def refresh(self) -> None:
        """Show what is known now."""
        self._take_ticks()
        self.playback.advance()
        self._show_tick(self._tick_at(self.playback.index))
        self._ask_for_picture()
        self._show_picture()
        self._show_plot()
        self._show_progress()
        place_s, length_s = self.playback.place_s, self.length_s
        self.plot.show_place(place_s)
        self.slider.show_place(place_s)
        playing = self.playback.playing
        self.controls.show_state(playing=playing, place_s=place_s, length_s=length_s)

    def _take_ticks(self) -> None:
        over = self._analysis.over  # read before the ticks: none can come in between
        new = self._analysis.ticks[len(self._ticks) : len(self._ticks) + MOST_TICKS]
        for tick in new:
            self._columns(tick)
            if tick.alert is not None:
                self._alerts.append(tick.alert)
                self.warnings.addItem(listed_alert(tick.alert))
        self._ticks += new
        self._times_s += [tick.timestamp_s for tick in new]
        if any(tick.alert is not None for tick in new):
            self.slider.show_alerts(self._alerts)
            self.controls.show_marks(any_alerts=True)
        self.playback.complete = over and len(self._ticks) == len(self._analysis.ticks)

    def _tick_at(self, index: int | None) -> Tick | None:
        return None if index is None else self._ticks[index]

    def _show_tick(self, tick: Tick | None) -> None:
        text = state_text(tick, self._analysis)
        if text != self.sentence.text():
            self.sentence.setText(text)
            self.view.setAccessibleDescription(text)
        if tick is self._told and self.angles.text():
            return
        self._told = tick
        self.show_look(look_of(tick))
        self.angles.setText(angles_text(tick))
        self.numbers.show_tick(tick)
        at = self._passed()
        with QSignalBlocker(self.warnings):
            self.warnings.setCurrentRow(at)

    def _passed(self) -> int:
        """The warning that was passed last, or -1."""
        place_s = self.playback.place_s
        return sum(alert.timestamp_s <= place_s for alert in self._alerts) - 1

    def _ask_for_picture(self) -> None:
        index = self.playback.index or 0
        if index != self._wanted:
            if self._shown is None or self._shown[0].index == self._wanted:
                self._wanted_s = self._clock()
            self._wanted = index
            self._frames.want(index)

    def _show_picture(self) -> None:
        picture = self._frames.newest
        if picture is not None:
            known = picture.index < len(self._ticks)
            if self._shown is None or (picture, known) != self._shown:
                self._shown = picture, known
                self.view.show_picture(picture.image, self._ticks[picture.index] if known else None)
        if picture is not None and picture.index == self._wanted:
            self.view.show_note(self._warning_here())
        elif self._frames.error:
            self.view.show_note(translated(self._frames.error))
        elif self._clock() - self._wanted_s > LATE_S:
            self.view.show_note(translated("Looking for this picture"))

    def _warning_here(self) -> str:
        """What a warning would have said here, or a little before; empty without one."""
        passed = self._passed()
        near = passed >= 0 and self.playback.place_s < self._alerts[passed].timestamp_s + BANNER_S
        return alert_text(self._alerts[passed]) if near else ""

    def _show_plot(self) -> None:
        """Fill the curves: at once at the end, and now and then before."""
        now_s, known = self._clock(), (len(self._ticks), self.length_s)
        due = self.playback.complete or now_s - self._plotted_s >= PLOT_EVERY_S
        if known == self._plotted or not due:
            return
        self._plotted, self._plotted_s = known, now_s
        self.plot.show_columns(self._columns.columns(), self.length_s, self._analysis.baseline_s)

    def _show_progress(self) -> None:
        ready_s = self._times_s[-1] if self._times_s else 0.0
        self.slider.show_length(self.length_s, None if self.playback.complete else ready_s)
        self.progress.setVisible(not self._analysis.over)
        share = self._analysis.share
        self.progress.setMaximum(100 if share >= 0 else 0)
        if share >= 0:
            self.progress.setValue(int(100 * share))
        heading = alerts_heading(
            len(self._alerts),
            judged=not self._analysis.problem,
            complete=self.playback.complete,
        )
        if heading != self.heading.text():
            self.heading.setText(heading)
            self.warnings.setAccessibleName(heading)
        text = "\n".join([*notes(self._analysis), translated(NOTICE)])
        if text != self.notice.text():
            self.notice.setText(text)

    def _connect(self) -> None:
        self.controls.toggled.connect(self._toggle)
        self.controls.stepped.connect(self._step)
        self.controls.jumped.connect(self._jump)
        self.controls.speed_chosen.connect(lambda speed: setattr(self.playback, "speed", speed))
        self.slider.sought.connect(self._seek)
        self.plot.sought.connect(self._seek)
        self.warnings.currentRowChanged.connect(self._go_to_warning)
        self.warnings.itemClicked.connect(lambda _: self._go_to_warning(self.warnings.currentRow()))

    def _toggle(self) -> None:
        if self.playback.playing:
            self.playback.pause()
        else:
            self.playback.play()
        self.refresh()

    def _step(self, frames: int) -> None:
        self.playback.step(frames)
        self.refresh()

    def _jump(self, ahead: bool) -> None:
        self.playback.jump([alert.timestamp_s for alert in self._alerts], ahead=ahead)
        self.refresh()

    def _seek(self, time_s: float) -> None:
        self.playback.seek(time_s)
        self.refresh()

    def _go_to_warning(self, row: int) -> None:
        if row >= 0:
            self._seek(self._alerts[row].timestamp_s)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Play or pause by the space bar, where nothing that has the focus needs it."""
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self._toggle()
        else:
            super().keyPressEvent(event)

    def _see(self, seen: bool) -> None:
        if seen:
            self._timer.start()
        else:
            self.playback.pause()
            self._timer.stop()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        """End the work behind it."""
        self._timer.stop()
        self._analysis.stop()
        self._frames.stop()
        super().closeEvent(event)
