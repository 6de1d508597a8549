"""The profiles that are kept from day to day: a folder for each camera, a file for each name."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from posture import folders, profile
from posture.ports import BaselineError, OutputError

if TYPE_CHECKING:
    from pathlib import Path

    from posture.profile import Profile


@dataclass(frozen=True, slots=True, eq=False)
class Stored:
    """A profile and its file."""

    path: Path
    profile: Profile

    @property
    def camera(self) -> str:
        """Name of its camera's folder."""
        return self.path.parent.name


class ProfileStore:
    """Profiles of one user in front of one camera, by the name that the user gave.

    Args:
        folder: Of all cameras; made when something is stored.
        camera_id: Stays the same when the camera is plugged in elsewhere.
    """

    def __init__(self, folder: Path, camera_id: str) -> None:
        # Two ids may have the same letters.
        code = hashlib.sha256(camera_id.encode(errors="replace")).hexdigest()[:8]
        self._folder = folder / f"{_word(camera_id)}-{code}"

    def load(self, model_sha256: str) -> tuple[dict[str, Profile], tuple[str, ...]]:
        """What is stored, by name, and what is wrong with files that are left out.

        Args:
            model_sha256: Of the pose model; profiles taken with another are left out.
        """
        stored, problems = stored_in(self._folder)
        found: dict[str, Profile] = {}
        for entry in stored:
            name = entry.profile.name
            if entry.profile.model_sha256 != model_sha256:
                problems.append(f"{entry.path}: was taken with another pose model; take a new one")
            elif name in found:
                problems.append(f"{entry.path}: there is another baseline {name!r}; remove one")
            else:
                found[name] = entry.profile
        return found, tuple(problems)

    def save(self, taken: Profile) -> Path:
        """Store a profile in place of that of its name, for the user's eyes only.

        Files that hold something else are left alone.

        Raises:
            OutputError: It cannot be written.
            FolderError: Its folder cannot be made.
        """
        folder = folders.ensure(self._folder)
        own = [entry.path for entry in stored_in(folder)[0] if entry.profile.name == taken.name]
        path = own[0] if own else _free(folder, taken.name)
        profile.write(path, taken)
        return path


def stored_in(folder: Path) -> tuple[list[Stored], list[str]]:
    """All profiles below a folder, in order of their paths, and what cannot be read."""
    found, problems = [], []
    for path in sorted(folder.rglob("*.json")):
        try:
            found.append(Stored(path, profile.read(path)))
        except BaselineError as error:
            problems.append(str(error))
    return found, problems


def remove(stored: Stored) -> None:
    """Delete a stored profile.

    Raises:
        OutputError: That is not possible.
    """
    try:
        stored.path.unlink(missing_ok=True)
    except OSError as error:
        raise OutputError(f"{stored.path}: cannot be removed ({error.strerror})") from error


def _word(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")[:40]


def _free(folder: Path, name: str) -> Path:
    """A path that is not taken."""
    word = _word(name) or "baseline"
    paths = (folder / f"{word}{end}.json" for end in ("", *(f"-{n}" for n in range(2, 1000))))
    return next(path for path in paths if not path.exists())
