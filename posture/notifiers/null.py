"""Tells nobody: for replays, tests, and users who only want to look."""

from __future__ import annotations

from typing import TYPE_CHECKING

from posture.ports import Notifier

if TYPE_CHECKING:
    from posture.ports import Announcement
    from posture.records import Alert


class NullNotifier(Notifier):
    """A `Notifier` that does nothing."""

    def notify(self, alert: Alert) -> None:
        """Do nothing."""

    def announce(self, announcement: Announcement | None) -> None:
        """Do nothing."""

    def close(self) -> None:
        """Do nothing."""
