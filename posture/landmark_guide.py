"""A guided calibration whose wishes can be taken down, and so repeated at the same pictures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from posture.calibrating import Guide, Wish
from posture.landmark_entries import Happened, What

if TYPE_CHECKING:
    from collections.abc import Sequence

    from posture.records import Observation, Tick
    from posture.taking import Taken


class TapedGuide(Guide):
    """A guide that knows what it was told with the last picture; arguments as for `Guide`."""

    begins = What.GUIDE
    heard: tuple[Happened, ...] = ()
    """In order, what the last picture's update was told."""

    def update(self, tick: Tick, observed: Sequence[Observation], /) -> Taken | None:
        """Take in one tick, and what was wished before it."""
        self.heard = ()
        return super().update(tick, observed)

    def _go_to(self, place: str) -> None:
        self.heard += (Happened(What.PLACE, name=place),)
        super()._go_to(place)

    def _obey(self, wish: Wish | str, now_s: float) -> None:
        if isinstance(wish, str):
            self.heard += (Happened(What.POSTURE, name=wish),)
        else:
            self.heard += (Happened(What.WISH, name=wish.name),)
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
