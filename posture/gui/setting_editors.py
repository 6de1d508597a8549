"""A widget for each type of setting; what has none of its own is edited as TOML on one line."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from types import NoneType
from typing import TYPE_CHECKING, Any, cast, get_args

from PySide6.QtCore import QEvent, QLocale, QObject, Qt
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QHBoxLayout,
    QLineEdit,
    QSpinBox,
    QWidget,
)

from posture.gui.translations import translated
from posture.setting_values import NOTHING, expected, from_words, literal, plain

if TYPE_CHECKING:
    from collections.abc import Callable

    from posture.settings import Setting

MOST = 10**9
DECIMALS = 3
"""Shown of a number; one with more keeps them until it is edited."""


@dataclass(frozen=True, slots=True, eq=False)
class Editor:
    """A widget that shows a value of one type.

    Attributes:
        widget: Takes the focus of its label.
        get: What was typed; raises ValueError in words when it is no such value.
        put: Shows a value, without saying that it was edited.
    """

    widget: QWidget
    get: Callable[[], object]
    put: Callable[[Any], None]


def editor_of(setting: Setting, edited: Callable[[], None]) -> Editor:
    """The editor of a setting.

    Args:
        setting: What is edited; its value is not shown yet.
        edited: Called whenever the user changes something.
    """
    kind, inner = setting.kind, [k for k in get_args(setting.kind) if k is not NoneType]
    if NoneType in get_args(kind) and inner in ([int], [float]):
        made = _optional(inner[0], setting, edited)
    elif kind in (int, float):
        made = _number(kind, setting, edited)
    elif kind is bool:
        made = _check(edited)
    elif isinstance(kind, type) and issubclass(kind, Enum):
        made = _choice(kind, edited)
    else:
        made = _line(kind, edited)
    _hold_still(made.widget)
    return made


class _Number(QDoubleSpinBox):
    """Without the zeros at the end: `30 s`, not `30.000 s`."""

    def textFromValue(self, value: float) -> str:  # noqa: N802
        """The number as TOML writes it."""
        text = f"{value:.{DECIMALS}f}"
        return text.rstrip("0").rstrip(".")


def _number(kind: type, setting: Setting, edited: Callable[[], None]) -> Editor:
    spin = QSpinBox() if kind is int else _Number()
    # A point is a point, as in the file, whatever the user's language.
    spin.setLocale(QLocale.c())
    spin.setRange(-MOST, MOST)
    unit = translated(setting.unit) if setting.unit else ""
    spin.setSuffix(unit if unit in ("", "°") else f" {unit}")
    spin.setStepType(QAbstractSpinBox.StepType.AdaptiveDecimalStepType)
    spin.setMinimumWidth(spin.fontMetrics().horizontalAdvance("0" * 12))
    if isinstance(spin, QDoubleSpinBox):
        spin.setDecimals(DECIMALS)
    spin.valueChanged.connect(lambda _: edited())
    return Editor(spin, spin.value, lambda value: _quietly(spin, lambda: spin.setValue(value)))


def _optional(kind: type, setting: Setting, edited: Callable[[], None]) -> Editor:
    """A number that is asked for only where the box is ticked."""
    holder, box = QWidget(), QCheckBox()
    number = _number(kind, setting, edited)
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(box)
    row.addWidget(number.widget)
    box.setAccessibleName(translated("on"))
    holder.setFocusProxy(box)

    def toggle(on: bool) -> None:
        number.widget.setEnabled(on)
        edited()

    def put(value: object) -> None:
        _quietly(box, lambda: box.setChecked(value is not None))
        number.widget.setEnabled(value is not None)
        if value is not None:
            number.put(value)

    box.toggled.connect(toggle)
    return Editor(holder, lambda: number.get() if box.isChecked() else None, put)


def _check(edited: Callable[[], None]) -> Editor:
    box = QCheckBox()
    box.toggled.connect(lambda _: edited())
    return Editor(box, box.isChecked, lambda value: _quietly(box, lambda: box.setChecked(value)))


def _choice(kind: type[Enum], edited: Callable[[], None]) -> Editor:
    members = list(kind)
    box = QComboBox()
    box.addItems([translated(str(member.value)) for member in members])
    box.currentIndexChanged.connect(lambda _: edited())
    return Editor(
        box,
        lambda: members[box.currentIndex()],
        lambda value: _quietly(box, lambda: box.setCurrentIndex(members.index(value))),
    )


def _line(kind: object, edited: Callable[[], None]) -> Editor:
    line = QLineEdit()
    line.setMinimumWidth(line.fontMetrics().horizontalAdvance("0" * 14))
    line.setToolTip(translated(expected(kind)))
    line.textChanged.connect(lambda _: edited())

    def put(value: object) -> None:
        text = value if isinstance(value, str) and type(plain(value)) is str else literal(value)
        _quietly(line, lambda: line.setText(NOTHING if value is None else str(text)))

    return Editor(line, lambda: from_words(line.text(), kind), put)


def _quietly(widget: QObject, change: Callable[[], None]) -> None:
    before = widget.blockSignals(True)
    change()
    widget.blockSignals(before)


class _Wheel(QObject):
    """Turning the wheel moves the page, not a number that the pointer happens to be over."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Let the page have it, unless this was chosen to be edited."""
        widget = cast("QWidget", watched)
        if event.type() is QEvent.Type.Wheel and not widget.hasFocus():
            event.ignore()
            return True
        return False


def _hold_still(widget: QWidget) -> None:
    parts = [widget, *widget.findChildren(QWidget)]
    for part in parts:
        if isinstance(part, QAbstractSpinBox | QComboBox):
            part.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            part.installEventFilter(_Wheel(part))
