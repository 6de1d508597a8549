"""The small live picture and the outline, and the boxes that show and hide them.

The picture is shown for the first minute, so that one sees what the camera sees, and afterwards
only to who asks for it. It is handed over only while it is shown.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QCheckBox, QWidget

from posture.gui.body_view import BodyView
from posture.gui.translations import translated

if TYPE_CHECKING:
    from posture.gui.mailbox import Situation
    from posture.palette import Palette
    from posture.viewfinder import Viewfinder

FIRST_MS = 60_000


class Sight(QObject):
    """Says what is seen of the user.

    Args:
        colours: Of the window.
        viewfinder: Has the newest picture.
        parent: The window.
    """

    def __init__(self, colours: Palette, viewfinder: Viewfinder, parent: QWidget) -> None:
        super().__init__(parent)
        self._viewfinder = viewfinder
        self._seen = self._begun = False
        self.held = False
        self.body = BodyView(colours, lambda: viewfinder.picture)
        self.body.hide()
        self.show_body = QCheckBox(translated("Show my &outline"))
        self.show_picture = QCheckBox(translated("Show the pict&ure, which is never stored"))
        self.first = QTimer(self, interval=FIRST_MS, singleShot=True)
        self.first.timeout.connect(lambda: self.show_picture.setChecked(False))
        self.show_picture.clicked.connect(self.first.stop)
        for box in (self.show_body, self.show_picture):
            box.toggled.connect(self.follow)

    def set_seen(self, seen: bool) -> None:
        """Whether the window is seen; its first minute begins with the first time."""
        self._seen = seen
        if seen and not self._begun:
            self._begun = True
            self.show_picture.setChecked(True)
            self.first.start()
        self.follow()

    def follow(self) -> None:
        """Do as the boxes say."""
        wanted = self.show_picture.isChecked()
        self.body.setVisible(wanted or self.show_body.isChecked())
        self.body.with_picture = wanted and not self.held
        if self._seen and self.body.with_picture:
            self._viewfinder.look(self)
        else:
            self._viewfinder.look_away(self)
        if not self.body.isVisible():
            self.body.show_tick(None)
        self.body.update()

    def show(self, situation: Situation) -> None:
        """Show the newest tick, over the picture of that moment."""
        if self.body.isVisible():
            self.body.show_tick(None if situation.paused else situation.tick)
