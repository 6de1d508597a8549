"""Folders for a posture of its own, as programs that start one need them."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def environment_in(folder: Path) -> dict[str, str]:
    """This environment, but with everything that posture keeps below `folder`, and no screen.

    The first pages were seen: they would wait for somebody.
    """
    from posture.gui import first_start

    places = {name: folder / name for name in ("config", "data", "run", "tmp")}
    for place in places.values():
        place.mkdir(parents=True, mode=0o700)
    first_start.remember(places["data"] / "state")
    return {
        **os.environ,
        "POSTURE_CONFIG_DIR": str(places["config"]),
        "POSTURE_DATA_DIR": str(places["data"]),
        "XDG_RUNTIME_DIR": str(places["run"]),
        "TMPDIR": str(places["tmp"]),
        "QT_QPA_PLATFORM": "offscreen",
    }
