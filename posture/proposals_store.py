"""Which moments were called wrong, what was decided about proposals, and how one is accepted."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import numpy as np

from posture import folders, profile_store, settings_file
from posture import profile as profiles
from posture.history.rows import Answer
from posture.landmark_file import SUFFIX
from posture.landmark_tape import FOLDER
from posture.ports import BaselineError, OutputError
from posture.proposals import LEAST_WRONG
from posture.taking import joined

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from posture.profile import Profile
    from posture.profile_store import Stored
    from posture.proposals import Change

FILE = "proposals.json"
"""In the data folder: {"format": 1, "decided": [names of recordings]}."""
FORMAT = 1


def called_wrong(data: Path) -> list[Path]:
    """Recordings of moments that the user called wrong, by their names; the oldest first."""
    return sorted((data / FOLDER).glob(f"* {Answer.WRONG}{SUFFIX}"))


def undecided(data: Path) -> list[Path]:
    """Those that no decision was made about yet."""
    decided = _decided(data)
    return [path for path in called_wrong(data) if path.name not in decided]


def ready(data: Path) -> bool:
    """Whether it is worth while to look for a proposal; reads names and one small file.

    Args:
        data: The data folder.
    """
    return len(undecided(data)) >= LEAST_WRONG


def remember_decided(data: Path) -> None:
    """Propose nothing more until as many moments again were called wrong.

    Raises:
        OutputError: That cannot be written.
    """
    names = [path.name for path in called_wrong(data)]
    path = folders.ensure(data) / FILE
    try:
        folders.write(path, json.dumps({"format": FORMAT, "decided": names}, indent=1) + "\n")
    except OSError as error:
        raise OutputError(
            f"{path}: cannot be written ({error.strerror}); free some space"
        ) from error


def _decided(data: Path) -> set[str]:
    try:
        found: Any = json.loads((data / FILE).read_text(encoding="utf-8"))
        return set(map(str, found["decided"]))
    except (OSError, ValueError, KeyError, TypeError):  # none, or damaged: asked again at worst
        return set()


def stored(data: Path) -> list[Stored]:
    """All kept profiles; files that hold none are passed over."""
    return profile_store.stored_in(data / "baselines")[0]


def same_place(profile: Profile, among: Iterable[Stored]) -> Stored | None:
    """The kept profile that a recording was judged by, though it may have other postures now."""
    name, shape = profile.name, profile.upright.shape
    own = (entry for entry in among if entry.profile.name == name)
    return next((e for e in own if np.array_equal(e.profile.upright.shape, shape)), None)


def accept(change: Change, upright: Profile | None, data: Path, *, keep_copy: bool = False) -> None:
    """Write a change into the settings, or a posture into the profile; then it is decided.

    Args:
        change: What was proposed.
        upright: The profile that a posture belongs to.
        data: The data folder.
        keep_copy: As for `settings_file.write`.

    Raises:
        SettingsError, OutputError: It cannot be written.
        BaselineError: The profile is another one by now, or refuses the posture.
    """
    path = settings_file.own_path()
    settings = settings_file.read(path)[0]
    if change.taken is None:
        own = replace(
            settings.detector,
            enter_deg=change.detector.enter_deg,
            leave_deg=change.detector.leave_deg,
            persist_s=change.detector.persist_s,
        )
        settings_file.write(path, replace(settings, detector=own), keep_copy=keep_copy)
    else:
        entry = None if upright is None else same_place(upright, stored(data))
        if entry is None:
            raise BaselineError(
                f"the baseline {change.place!r} was taken anew or removed; look for proposals again"
            )
        profile, _ = joined(entry.profile, change.taken, settings)
        profiles.write(entry.path, profile)
    remember_decided(data)
