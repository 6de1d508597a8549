"""Several notifiers as one: an alert goes to those that the user has chosen for its level."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from posture.alert_styles import Means
from posture.ports import Notifier
from posture.records import AlertLevel

if TYPE_CHECKING:
    from collections.abc import Mapping

    from posture.alert_styles import StyleSettings
    from posture.ports import Announcement
    from posture.records import Alert

logger = logging.getLogger(__name__)


class ChosenNotifier(Notifier):
    """Tells by the chosen means; one that fails does not stop the others.

    Args:
        style: What is chosen.
        notifiers: Those that there are; one that serves several means is told once. All are
            closed with this one.
    """

    def __init__(self, style: StyleSettings, notifiers: Mapping[Means, Notifier]) -> None:
        self.style = style
        self._notifiers = dict(notifiers)

    def notify(self, alert: Alert) -> None:
        """Tell by what is chosen for the alert's level, in the order of the notifiers."""
        for notifier in self._by(self.style.means(alert.level)):
            try:
                notifier.notify(alert)
            except Exception:
                logger.warning("an alert was not told", exc_info=True)

    def announce(self, announcement: Announcement | None) -> None:
        """Tell by a message, and by a sound where a cue is heard; all take back what they show."""
        heard = self.style.means(AlertLevel.CUE) & {Means.SOUND}
        chosen = frozenset(Means) if announcement is None else heard | {Means.MESSAGE}
        for notifier in self._by(chosen):
            try:
                notifier.announce(announcement)
            except Exception:
                logger.warning("an announcement was not told", exc_info=True)

    def _by(self, chosen: frozenset[Means]) -> list[Notifier]:
        """The notifiers of some means, each once."""
        return list({id(n): n for m, n in self._notifiers.items() if m in chosen}.values())

    def close(self) -> None:
        """Take back what is still shown or heard."""
        for notifier in {id(n): n for n in self._notifiers.values()}.values():
            try:
                notifier.close()
            except Exception:
                logger.warning("an alert was not taken back", exc_info=True)
