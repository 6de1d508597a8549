"""A guided calibration whose wishes can be taken down, and so repeated at the same pictures."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

from posture.calibrating import Guide, Wish
from posture.landmark_entries import Happened, What

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from posture.profile import Profile
    from posture.records import Observation, Tick
    from posture.settings import Settings
    from posture.taking import Taken


class TapedGuide(Guide):
    """A guide that knows what it was told with the last picture; arguments as for `Guide`."""

    begins = What.GUIDE

    def __init__(
        self,
        kept: Mapping[str, Profile],
        now: Profile | None,
        *,
        model_sha256: str,
        settings: Settings,
    ) -> None:
        super().__init__(kept, now, model_sha256=model_sha256, settings=settings)
        self.heard: list[Happened] = []
        """In order, what the last picture's update was told."""
        self._chosen: deque[str] = deque()

    def choose_place(self, name: str) -> None:
        """Take it for the profile of this name, from the next picture on."""
        self._chosen.append(name)

    def update(self, tick: Tick, observed: Sequence[Observation], /) -> Taken | None:
        """Take in one tick, and what was wished before it."""
        self.heard = []
        while self._chosen:
            name = self._chosen.popleft()
            super().choose_place(name)
            self.heard.append(Happened(What.PLACE, name=name))
        return super().update(tick, observed)

    def _obey(self, wish: Wish | str, now_s: float) -> None:
        if isinstance(wish, str):
            self.heard.append(Happened(What.POSTURE, name=wish))
        else:
            self.heard.append(Happened(What.WISH, name=wish.name))
        super()._obey(wish, now_s)


def repeat(guide: Guide, event: Happened) -> None:
    """Tell a guide what another one was told.

    Raises:
        ValueError: There is no such wish.
    """
    name = event.name or ""
    if event.what is What.PLACE:
        guide.choose_place(name)
    elif event.what is What.POSTURE:
        guide.choose(name)
    elif name in Wish.__members__:
        guide.wish(Wish[name])
    else:
        raise ValueError(f"there is no wish {name!r}")
