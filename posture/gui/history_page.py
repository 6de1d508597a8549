"""What the history's window shows of a period: facts in words, figures and tables."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from posture.gui.dates import title
from posture.gui.history_figures import AnglesByHour, Table, fill_days, fill_heat, fill_noted
from posture.gui.history_reading import Period, span_of
from posture.gui.history_timeline import Timeline
from posture.gui.history_words import SPEECH
from posture.gui.labels import bold, wrapped
from posture.gui.translations import translated
from posture.noted import beside
from posture.reports.wording import NOTHING, facts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from posture.gui.history_reading import Found
    from posture.palette import Palette
    from posture.summaries import Summary


class HistoryPage(QScrollArea):
    """Shows one summary, or one sentence where there is none.

    Args:
        colours: Of the window.
    """

    def __init__(self, colours: Palette) -> None:
        super().__init__()
        self._colours = colours
        self._summary: Summary | None = None
        self.sentence, self.facts = wrapped(1.2), wrapped()
        self.facts.setTextFormat(Qt.TextFormat.RichText)
        self.facts.setAccessibleName(translated("Facts"))
        for label in (self.sentence, self.facts):
            label.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse
                | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )
        self.timeline = Timeline(colours)
        self.angles = AnglesByHour(colours)
        self.heat = Table(translated("Share slouched by weekday and hour"))
        self.days = Table(translated("Days"))
        self.noted = Table(translated("What was noted"))
        self._sections: dict[QWidget, QLabel] = {
            self.timeline: bold(translated("Time by state, ten minutes each")),
            self.angles: bold(
                translated(
                    "Change from the baseline by hour of the day: median, and 10 to 90 % as a "
                    "band; neck with dots, upper back with squares and dashes"
                )
            ),
            self.heat: bold(translated("Share slouched by weekday and hour")),
            self.days: bold(translated("Days")),
            self.noted: bold(
                translated("What was noted, beside how you sat. Together in time is not cause.")
            ),
        }
        self._lay_out()
        self._show_sections(())

    def show_found(self, found: Found) -> None:
        """Show what was read, or say in a sentence why there is nothing."""
        summary = found.summary
        self._summary = None if summary is None or summary.empty else summary
        self.sentence.setText(_why_nothing(found))
        self.sentence.setVisible(self._summary is None)
        self.facts.setVisible(self._summary is not None)
        if self._summary is None:
            self._show_sections(())
            return
        self._show_facts(self._summary)
        self.timeline.show_summary(self._summary)
        self.angles.show_hours(self._summary.hours)
        shown: list[QWidget] = [self.timeline]
        if not self.angles.isHidden():
            shown.append(self.angles)
        if found.span == span_of(Period.MONTH, found.span.begin):
            fill_heat(self.heat, self._summary.hours, self._colours)
            shown.append(self.heat)
        if found.span.days > 1 and self._summary.days:
            fill_days(self.days, self._summary.days)
            shown.append(self.days)
        fill_noted(self.noted, beside(found.span, self._summary.days, self._summary.noted.days))
        if self.noted.rowCount():
            shown.append(self.noted)
        self._show_sections(shown)

    def set_colours(self, colours: Palette) -> None:
        """Light or dark."""
        self._colours = self.timeline.colours = self.angles.colours = colours
        self.timeline.update()
        self.angles.paint()
        if self._summary is not None and not self.heat.isHidden():
            fill_heat(self.heat, self._summary.hours, colours)

    def _show_facts(self, summary: Summary) -> None:
        told = facts(summary, SPEECH)
        rows = (
            f"<tr><td><b>{escape(label)}</b></td><td style='padding-left:12px'>{escape(text)}"
            "</td></tr>"
            for label, text in told
        )
        text = f"<table cellspacing='3'>{''.join(rows)}</table>"
        if text != self.facts.text():  # what the user has selected stays
            self.facts.setText(text)
            self.facts.setAccessibleDescription(
                ". ".join(f"{label}: {text}" if label else text for label, text in told)
            )

    def _show_sections(self, shown: Sequence[QWidget]) -> None:
        for view, heading in self._sections.items():
            view.setVisible(view in shown)
            heading.setVisible(view in shown)

    def _lay_out(self) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.addWidget(self.sentence)
        column.addWidget(self.facts)
        for view, heading in self._sections.items():
            column.addSpacing(6)
            column.addWidget(heading)
            column.addWidget(view)
        column.addStretch(1)
        self.setWidget(inside)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(translated("Report"))


def _why_nothing(found: Found) -> str:
    if found.error:
        return translated(found.error)
    if found.kept is None:
        return translated("The history is still empty. It grows while posture watches.")
    return translated(NOTHING).format(span=title(found.span))
