"""The window of care: breaks, exercises, heat and cold, the diary, short pages, whom to ask."""

from __future__ import annotations

from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QTabBar, QTabWidget, QVBoxLayout, QWidget

from posture.gui.front import to_front
from posture.gui.labels import wrapped
from posture.gui.theme import colours_of, qt_palette
from posture.gui.translations import translated
from posture.gui.words import NOTICE

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

WIDTH_PX, HEIGHT_PX = 860, 700
"""At first; wider where large letters need it for the tabs."""


class CareTab(StrEnum):
    """What the window has, in the order of its tabs."""

    BREAKS = "breaks"
    EXERCISES = "exercises"
    PACKS = "packs"
    DIARY = "diary"
    LEARN = "learn"
    FLAGS = "flags"

    @property
    def text(self) -> str:
        """For its tab, with a mnemonic."""
        return {
            CareTab.BREAKS: translated("B&reaks"),
            CareTab.EXERCISES: translated("E&xercises"),
            CareTab.PACKS: translated("Heat and col&d"),
            CareTab.DIARY: translated("D&iary"),
            CareTab.LEARN: translated("&Learn"),
            CareTab.FLAGS: translated("&When to ask somebody"),
        }[self]


class CareWindow(QWidget):
    """Shows one page at a time; each is made when it is first looked at.

    Ctrl with a number goes to a tab, Ctrl+Tab to the next, Ctrl+W closes. Which was open is
    forgotten with the window.

    Args:
        pages: What makes each page.
        dark: Colours; None follows the system.
    """

    def __init__(
        self, pages: Mapping[CareTab, Callable[[], QWidget]], *, dark: bool | None = None
    ) -> None:
        super().__init__()
        self._pages, self._dark = pages, dark
        self.made: dict[CareTab, QWidget] = {}
        self._order = [tab for tab in CareTab if tab in pages]
        self._holders = {tab: QWidget() for tab in self._order}
        self.tabs = QTabWidget()
        self.tabs.setTabBar(_Tabs())
        self.tabs.setDocumentMode(True)
        # All tabs are seen: behind arrows nobody looks for whom to ask.
        self.tabs.setUsesScrollButtons(False)
        self.tabs.setElideMode(Qt.TextElideMode.ElideRight)
        self.tabs.tabBar().setDrawBase(False)  # a line that is white on dark windows
        self.tabs.setAccessibleName(translated("Care"))
        for tab, holder in self._holders.items():
            QVBoxLayout(holder).setContentsMargins(0, 0, 0, 0)
            self.tabs.addTab(holder, tab.text)
            self.tabs.setTabToolTip(self.tabs.count() - 1, tab.text.replace("&", ""))
        notice = wrapped()
        notice.setText(translated(NOTICE))
        column = QVBoxLayout(self)
        column.addWidget(self.tabs, 1)
        column.addWidget(notice)
        self._add_keys()
        self.tabs.currentChanged.connect(self._fill)
        self.setWindowTitle(translated("Care"))
        self.setMinimumSize(640, 480)
        self.resize(max(WIDTH_PX, self.sizeHint().width()), HEIGHT_PX)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._apply_colours)
        self._apply_colours()

    @property
    def tab(self) -> CareTab:
        """Which is shown."""
        return self._order[self.tabs.currentIndex()]

    def show_tab(self, tab: CareTab) -> None:
        """Bring a page to the front."""
        self.tabs.setCurrentIndex(self._order.index(tab))
        self._fill(self.tabs.currentIndex())
        to_front(self)
        _first_of(self.made[tab]).setFocus(Qt.FocusReason.TabFocusReason)

    def renew(self, tabs: Sequence[CareTab]) -> None:
        """Make these pages anew when they are looked at; what runs on them is ended and noted."""
        seen = self.tab in self.made
        for tab in tabs:
            page = self.made.pop(tab, None)
            if page is not None:
                _end(page)
                page.hide()
                page.deleteLater()
        if seen:
            self._fill(self.tabs.currentIndex())

    def leave(self) -> None:
        """Close for good: what runs on a page, such as a timer, is ended and noted."""
        for page in self.made.values():
            _end(page)
        self.close()

    def _fill(self, place: int) -> None:
        tab = self._order[place]
        if tab not in self.made:
            page = self.made[tab] = self._pages[tab]()
            layout = self._holders[tab].layout()
            if layout is not None:
                layout.addWidget(page)
            page.show()  # else only with the next events, and no focus goes into it before

    def _add_keys(self) -> None:
        for number, tab in enumerate(self._order, 1):
            key = QShortcut(QKeySequence(f"Ctrl+{number}"), self)
            key.activated.connect(partial(self.show_tab, tab))
        QShortcut(QKeySequence("Ctrl+W"), self).activated.connect(self.close)

    def _apply_colours(self) -> None:
        self.setPalette(qt_palette(colours_of(self._dark)))
        self.setAutoFillBackground(True)


class _Tabs(QTabBar):
    """Higher by what Qt moves the text of all but the chosen tab: else an Ü loses its dots."""

    def tabSizeHint(self, index: int) -> QSize:  # noqa: N802
        return super().tabSizeHint(index) + QSize(0, 2)


def _end(page: QWidget) -> None:
    """End what runs on a page, if anything can."""
    end = getattr(page, "leave", None)
    if end is not None:
        end()


def _first_of(page: QWidget) -> QWidget:
    """What the keyboard comes to first on a page: without it the arrows would change tabs."""
    found = page.nextInFocusChain()
    while found is not None and found is not page:
        reached = bool(found.focusPolicy() & Qt.FocusPolicy.TabFocus)
        if reached and found.isEnabled() and found.isVisible() and page.isAncestorOf(found):
            return found
        found = found.nextInFocusChain()
    return page
