"""How the exercise page comes by the camera of the session that runs, if one does."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable

    from posture.coaching import Coach
    from posture.gui.host import Host
    from posture.live_app import App


class Coaching(Protocol):
    """Lets a session's pictures be those of exercises for a while."""

    def begin(self) -> Coach | None:
        """The coach of the session that runs, begun if need be; None while none runs.

        To be called again and again: another session may have taken the place of the one before.
        """

    def end(self) -> None:
        """The posture is judged again."""

    def why(self) -> str:
        """Why no picture comes, in a sentence for the user."""


class HostCoaching:
    """A `Coaching` in the session of a host.

    Args:
        host: Runs the sessions.
        why: Says what the camera does, in a sentence.
    """

    def __init__(self, host: Host, why: Callable[[], str]) -> None:
        self.why = why
        self._host = host
        self._app: App | None = None
        self._coach: Coach | None = None

    def begin(self) -> Coach | None:
        """As in `Coaching`."""
        app = self._host.app
        if app is not self._app or self._coach is None:
            self._app = app
            self._coach = None if app is None else app.session.coach()
        return self._coach

    def end(self) -> None:
        """As in `Coaching`; calling it again does nothing."""
        coach, self._coach = self._coach, None
        if coach is not None:
            coach.stop()
