"""What was noted of care, as marks on the timeline: pain, breaks, exercises, heat and cold."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from posture.care.entries import BreakEnd
from posture.gui.diary_words import entry_text
from posture.gui.translations import translated
from posture.totals import DAY_S, days_since_epoch

if TYPE_CHECKING:
    from posture.care.entries import Note, Notes
    from posture.history.rows import Span
    from posture.palette import Palette


class MarkKind(Enum):
    """What a mark stands for; each has a shape of its own."""

    PAIN = "pain"
    BREAK = "break"
    EXERCISE = "exercise"
    PACK = "pack"

    @property
    def text(self) -> str:
        """For the key."""
        return {
            MarkKind.PAIN: translated("pain, 0 to 10"),
            MarkKind.BREAK: translated("break taken"),
            MarkKind.EXERCISE: translated("exercise"),
            MarkKind.PACK: translated("heat or cold"),
        }[self]


@dataclass(frozen=True, slots=True)
class Mark:
    """One note on the timeline.

    Attributes:
        row: Days since the first day that is shown.
        hour: Of the day, with its fraction.
        label: What stands in it: a level; empty for none.
        text: What is said about it.
    """

    kind: MarkKind
    row: int
    hour: float
    label: str
    text: str


def marks_of(notes: Notes, span: Span) -> tuple[Mark, ...]:
    """The marks of some days, pain last: it is painted over the others."""
    taken = [note for note in notes.breaks if note.end is BreakEnd.TAKEN]
    found = [
        *(_mark(MarkKind.BREAK, note, span) for note in taken),
        *(_mark(MarkKind.EXERCISE, note, span) for note in notes.exercises),
        *(_mark(MarkKind.PACK, note, span) for note in notes.packs),
        *(
            _mark(MarkKind.PAIN, note, span, str(note.level), entry_text(note))
            for note in notes.pains
        ),
    ]
    return tuple(mark for mark in found if 0 <= mark.row < span.days)


def _mark(kind: MarkKind, note: Note, span: Span, label: str = "", text: str = "") -> Mark:
    local_s = note.utc_s + note.offset_s
    row = int(local_s // DAY_S) - days_since_epoch(span.begin)
    return Mark(kind, row, local_s % DAY_S / 3600, label, text or kind.text)


def paint_mark(painter: QPainter, mark: Mark, middle: QPointF, side: float, look: Palette) -> None:
    """Paint the shape of its kind, with an edge that parts it from what is behind.

    Args:
        painter: Of the widget.
        mark: Which.
        middle: Where.
        side: Its height in pixels; a label is left out of one that is too small.
        look: Colours.
    """
    half = side / 2
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(*look.background), 1.5))
    painter.setBrush(QColor(*(look.accent if mark.kind is MarkKind.PAIN else look.text)))
    frame = QRectF(middle.x() - half, middle.y() - half, side, side)
    match mark.kind:
        case MarkKind.PAIN:
            painter.drawEllipse(frame)
        case MarkKind.BREAK:
            painter.drawRect(frame.adjusted(side / 3, side / 8, -side / 3, -side / 8))
        case MarkKind.EXERCISE:
            corners = (QPointF(0, -half), QPointF(half, half), QPointF(-half, half))
            painter.drawPolygon(QPolygonF([middle + corner for corner in corners]))
        case MarkKind.PACK:
            corners4 = (QPointF(0, -half), QPointF(half, 0), QPointF(0, half), QPointF(-half, 0))
            painter.drawPolygon(QPolygonF([middle + corner for corner in corners4]))
    metrics = painter.fontMetrics()
    if mark.label and metrics.horizontalAdvance("0") < half and metrics.ascent() <= side:
        painter.setPen(QColor(*look.on_accent))
        painter.drawText(frame, Qt.AlignmentFlag.AlignCenter, mark.label)
    painter.restore()
