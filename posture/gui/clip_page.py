"""What the window of a recording is made of, and where each part stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListWidget,
    QProgressBar,
    QVBoxLayout,
)

from posture.gui.clip_controls import ClipControls
from posture.gui.clip_plot import RIGHT_PX, ClipPlot
from posture.gui.clip_slider import ClipSlider
from posture.gui.clip_view import ClipView
from posture.gui.icon import IconLook, draw
from posture.gui.labels import wrapped
from posture.gui.numbers import Numbers
from posture.gui.seen import SeenWindow
from posture.gui.translations import translated

if TYPE_CHECKING:
    from posture.columns import Thresholds
    from posture.palette import Palette

_ICON_PX = 40
_SIZE_PX = QSize(1060, 840)
_LINES, _LETTERS = 3, 34
"""Room for a sentence: nothing below it moves when it is longer, and the longest fits."""


class ClipPage(SeenWindow):
    """Picture and words side by side, then numbers, curves, the slider and the buttons.

    Args:
        thresholds: Where slouching begins and ends.
        persist_s: How long it must last to count.
        dark: Colours; None follows the system.
    """

    def __init__(self, thresholds: Thresholds, persist_s: float, *, dark: bool | None) -> None:
        super().__init__(dark=dark)
        self._look: IconLook | None = None
        self._make_views(thresholds, persist_s)
        self._lay_out()
        self._apply_colours()
        self.resize(_SIZE_PX.boundedTo(self.screen().availableSize()))

    def show_look(self, look: IconLook) -> None:
        """Show this icon."""
        if look == self._look:
            return
        self._look = look
        ratio = self.devicePixelRatioF()
        image = draw(look, round(_ICON_PX * ratio), self._is_dark)
        image.setDevicePixelRatio(ratio)
        self.icon.setPixmap(QPixmap.fromImage(image))

    def _make_views(self, thresholds: Thresholds, persist_s: float) -> None:
        colours = self._colours
        self.icon = QLabel()
        self.icon.setFixedSize(_ICON_PX, _ICON_PX)
        self.sentence = wrapped(1.4)
        metrics = self.sentence.fontMetrics()
        self.sentence.setMinimumSize(
            _LETTERS * metrics.averageCharWidth(), _LINES * metrics.lineSpacing()
        )
        self.angles = wrapped()
        self.angles.setMinimumHeight(2 * self.angles.fontMetrics().lineSpacing())
        self.heading = wrapped()
        self.warnings = QListWidget()
        self.warnings.setWordWrap(True)
        self.warnings.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.view = ClipView(colours)
        self.numbers = Numbers(persist_s)
        self.plot = ClipPlot(thresholds, colours)
        self.slider = ClipSlider(colours)
        self.controls = ClipControls()
        self.controls.show_marks(any_alerts=False)
        self.progress = QProgressBar()
        self.progress.setFormat(translated("Analysing: %p%"))
        self.progress.setFixedWidth(
            2 * self.progress.fontMetrics().horizontalAdvance(self.progress.format())
        )
        policy = self.progress.sizePolicy()
        policy.setRetainSizeWhenHidden(True)  # nothing moves when it is done
        self.progress.setSizePolicy(policy)
        self.notice = wrapped()

    def _lay_out(self) -> None:
        side = QVBoxLayout()
        top, state, slide, foot = (QHBoxLayout() for _ in range(4))
        state.addWidget(self.icon, 0, Qt.AlignmentFlag.AlignVCenter)
        state.addSpacing(6)
        state.addWidget(self.sentence, 1)
        side.addLayout(state)
        side.addWidget(self.angles)
        side.addWidget(self.heading)
        side.addWidget(self.warnings, 1)
        top.setSpacing(14)
        top.addWidget(self.view, 5)
        top.addLayout(side, 4)
        inset_px = self.slider.inset_px
        slide.setContentsMargins(self.plot.left_px - inset_px, 0, RIGHT_PX - inset_px, 0)
        slide.addWidget(self.slider)
        foot.addWidget(self.notice, 1)
        foot.addWidget(self.progress, 0, Qt.AlignmentFlag.AlignTop)
        page = QVBoxLayout(self)
        page.setContentsMargins(16, 12, 16, 10)
        page.setSpacing(8)
        page.addLayout(top, 6)
        page.addWidget(self.numbers)
        page.addWidget(self.plot, 5)
        page.addLayout(slide)
        page.addWidget(self.controls)
        page.addLayout(foot)
        self.controls.play.setFocus()

    def _paint(self, colours: Palette) -> None:
        self.plot.set_colours(colours)
        self.view.colours = self.slider.colours = colours
        if self._look is not None:
            look, self._look = self._look, None
            self.show_look(look)
