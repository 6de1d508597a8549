"""Takes down the replay of a video, so that it can be judged again without its pictures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from posture import landmark_codec
from posture.landmark_entries import Seen
from posture.landmark_file import Kind, LandmarkWriter, beginning, pack
from posture.landmark_header import Header, MadeBy, of_groups
from posture.ports import Closing

if TYPE_CHECKING:
    from pathlib import Path

    from posture.app import Recording
    from posture.landmark_entries import Entry
    from posture.records import Tick
    from posture.settings import Settings

MOST_ROWS = 1000
"""Pictures in a chunk."""


class ClipTape(Closing):
    """A sink that takes down the replay of a video: what was seen, and the ticks.

    Args:
        path: A new file.
        recording: What is replayed.
        settings: By which.

    Raises:
        OutputError: The file cannot be written, or is there already.
    """

    def __init__(self, path: Path, recording: Recording, settings: Settings) -> None:
        self._session = recording.session
        self._entries: list[Entry] = []
        self._writer = LandmarkWriter(path)
        model, profile = recording.estimator, recording.profile
        header = Header(
            MadeBy.REPLAY,
            model.model_name,
            model.model_sha256,
            of_groups(settings),
            kept=() if profile is None else (profile,),
            used=None if profile is None else profile.name,
            camera="recording",
        )
        self._writer.write(beginning(header))

    def __call__(self, tick: Tick) -> None:
        """Take down one tick; OutputError when it cannot be written."""
        seen = self._session.observation
        if seen is not None:
            self._entries.append(Seen.of(seen, tick))
        if len(self._entries) >= MOST_ROWS:
            self._flush()

    def _flush(self) -> None:
        self._writer.write(pack(Kind.ENTRIES, landmark_codec.encode(self._entries)))
        self._entries = []

    def close(self) -> None:
        """End the file; calling it again does nothing. OutputError when it cannot be written."""
        if self._writer.closed:
            return
        with self._writer:
            self._flush()
            self._writer.write(pack(Kind.END))
