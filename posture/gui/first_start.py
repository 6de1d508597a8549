"""Three pages before the camera is first opened: what this is, privacy, how to begin."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLabel, QVBoxLayout, QWidget, QWizard, QWizardPage

from posture import folders
from posture.gui.theme import qt_palette, system_is_dark
from posture.gui.translations import translated
from posture.palette import palette

if TYPE_CHECKING:
    from pathlib import Path

FILE = "first_start_seen"
_SIZE_PX = (560, 370)

WHAT = """<p>Posture looks at you through the webcam and estimates how far your neck and your
upper back have moved from <i>your own</i> upright posture. When you have slouched for long, it
tells you; it also tells you when it cannot measure.</p>
<p>The angles are estimates from a camera, for general wellness. Only their change is judged, and
an estimate can be wrong: the menu lets you say so.</p>
<p>It is not a medical device: it does not diagnose, treat or prevent any condition. If something
hurts, ask a professional and not a camera.</p>"""

PRIVACY = """<p>Each picture is looked at on this computer and forgotten at once. No picture is
stored, and nothing is sent anywhere.</p>
<p>What is stored, in your own folders: your settings, your upright posture as a few numbers for
each camera, and a history: how long you sat upright or slouched in each minute, the alerts, breaks
and exercises. When you say that an alert was wrong, also the last five minutes as points of the
body, without pictures. A setting turns these off. What you enter into the diary is stored too.</p>
<p>The camera is closed while you pause, while you are in a call, and while the screen is locked.
The icon and the window say at any time whether it is open. You can pause or quit whenever you
like.</p>"""

BEGIN = """<p>Put the camera where it sees your head and your shoulders, and where it stays.</p>
<p>When you press <b>Start</b>, the camera is opened. Then sit upright, the way you like to sit,
and look at your screen for a few seconds: that is the posture with which all others are
compared. &ldquo;Take a new baseline&rdquo; in the menu does it again at any time.</p>"""


def is_seen(folder: Path) -> bool:
    """Whether the pages were read to the end before.

    Args:
        folder: Of the user's state.
    """
    return (folder / FILE).is_file()


def remember(folder: Path) -> None:
    """Show them no more; where that cannot be kept they are shown again."""
    try:
        (folders.ensure(folder) / FILE).write_text("1\n", encoding="utf-8")
    except (OSError, folders.FolderError) as error:
        logging.getLogger(__name__).warning("the first pages will be shown again: %s", error)


class FirstStart(QWizard):
    """The pages; accepted by their last button.

    Args:
        watched: What will be watched through, for the user.
        dark: Colours; None follows the system.
    """

    def __init__(self, watched: str, *, dark: bool | None = None) -> None:
        super().__init__()
        self._dark = system_is_dark() if dark is None else dark
        self.setWindowTitle(translated("Posture: before you begin"))
        self.setWizardStyle(QWizard.WizardStyle.ClassicStyle)
        self.setOption(QWizard.WizardOption.NoBackButtonOnStartPage)
        self.setButtonText(QWizard.WizardButton.FinishButton, translated("&Start"))
        self.setButtonText(QWizard.WizardButton.CancelButton, translated("&Not now"))
        self.setButtonText(QWizard.WizardButton.NextButton, translated("Ne&xt"))
        self.setButtonText(QWizard.WizardButton.BackButton, translated("&Back"))
        font = self.font()
        font.setPointSizeF(1.15 * font.pointSizeF())
        self.setFont(font)
        self.with_desktop = QCheckBox(translated("Start posture when I &log in"))
        camera = QLabel(translated("Watching through: {0}").format(watched))
        camera.setTextFormat(Qt.TextFormat.PlainText)
        camera.setWordWrap(True)
        self._add("What it does, and what not", WHAT)
        self._add("Your privacy", PRIVACY)
        self._add("Camera and baseline", BEGIN, camera, self.with_desktop)
        self.setPalette(qt_palette(palette(dark=self._dark)))
        self.resize(*_SIZE_PX)

    def _add(self, title: str, text: str, *below: QWidget) -> None:
        page = QWizardPage()
        page.setTitle(translated(title))
        label = QLabel(translated(text))
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.RichText)
        label.setAccessibleName(translated(title))
        column = QVBoxLayout(page)
        column.setContentsMargins(8, 12, 8, 8)
        column.setSpacing(10)
        for widget in (label, *below):
            column.addWidget(widget)
        column.addStretch(1)
        self.addPage(page)
