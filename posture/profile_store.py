"""The accepted postures that are kept from day to day: one file per camera and view."""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING

from posture import folders, profile
from posture.ports import BaselineError

if TYPE_CHECKING:
    from pathlib import Path

    from posture.profile import Profile
    from posture.records import View


class ProfileStore:
    """Profiles of one user in front of one camera, by the view of their upright posture.

    Args:
        folder: Of all cameras; made when something is stored.
        camera_id: Stays the same when the camera is plugged in elsewhere.
    """

    def __init__(self, folder: Path, camera_id: str) -> None:
        word = re.sub(r"[^a-z0-9]+", "-", camera_id.lower()).strip("-")[:40]
        # Two ids may have the same letters.
        code = hashlib.sha256(camera_id.encode(errors="replace")).hexdigest()[:8]
        self._folder = folder / f"{word}-{code}"

    def load(self, model_sha256: str) -> tuple[dict[View, Profile], tuple[str, ...]]:
        """What is stored, and what is wrong with files that are left out.

        Args:
            model_sha256: Of the pose model; profiles taken with another are left out.
        """
        found: dict[View, Profile] = {}
        problems = []
        for path in sorted(self._folder.glob("*.json")):
            try:
                stored = profile.read(path)
            except BaselineError as error:
                problems.append(str(error))
                continue
            if stored.model_sha256 == model_sha256:
                found[stored.upright.view] = stored
            else:
                problems.append(f"{path}: was taken with another pose model; take a new one")
        return found, tuple(problems)

    def save(self, taken: Profile) -> Path:
        """Store a profile in place of the one of the same view, for the user's eyes only.

        Raises:
            OutputError: It cannot be written.
            FolderError: Its folder cannot be made.
        """
        path = folders.ensure(self._folder) / f"{taken.upright.view}.json"
        profile.write(path, taken)
        return path
