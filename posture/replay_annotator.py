"""Draws the ticks of a replay on their pictures; those of landmarks alone on a black one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from posture.annotate import AnnotatedVideo

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from posture.app import Recording
    from posture.landmark_replay import LandmarkRecording
    from posture.ports import FrameSource
    from posture.records import Frame, Tick


class Annotator:
    """A sink that draws each tick on its picture.

    Args:
        path: The video to write.
        recording: Has the picture of the last tick.
        again: The same recording: the pictures of the first ticks were let go while the baseline
            was sought, and are read anew. None where there are no pictures.
    """

    def __init__(
        self, path: Path, recording: Recording | LandmarkRecording, again: FrameSource | None
    ) -> None:
        self._path = path
        self._recording = recording
        self._again = again
        self._frames: Iterator[Frame] = iter(again or ())
        self._video: AnnotatedVideo | None = None

    def __enter__(self) -> Annotator:
        return self

    def __call__(self, tick: Tick) -> None:
        """Draw one tick."""
        frame = self._recording.session.frame or next(self._frames)
        video = self._video or self._open(frame)
        video.write(frame.image, tick)

    def _open(self, frame: Frame) -> AnnotatedVideo:
        height_px, width_px = frame.image.shape[:2]
        self._video = AnnotatedVideo(
            self._path, self._recording.source.rate_hz, width_px, height_px
        )
        return self._video.__enter__()

    def __exit__(self, kind: Any, error: Any, traceback: Any) -> None:  # noqa: ANN401
        if self._again is not None:
            self._again.close()
        if self._video is not None:
            self._video.__exit__(kind, error, traceback)
