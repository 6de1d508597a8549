"""Several notifiers as one: an alert goes to those that the user has chosen for its level."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from posture.ports import Notifier

if TYPE_CHECKING:
    from collections.abc import Mapping

    from posture.alert_styles import Means, StyleSettings
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
        chosen = self.style.means(alert.level)
        told = {id(n): n for means, n in self._notifiers.items() if means in chosen}
        for notifier in told.values():
            try:
                notifier.notify(alert)
            except Exception:
                logger.warning("an alert was not told", exc_info=True)

    def close(self) -> None:
        """Take back what is still shown or heard."""
        for notifier in {id(n): n for n in self._notifiers.values()}.values():
            try:
                notifier.close()
            except Exception:
                logger.warning("an alert was not taken back", exc_info=True)
