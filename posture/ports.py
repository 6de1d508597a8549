"""What the pipeline needs from the outside world, and the errors that adapters may raise."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, Self

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import TracebackType

    from posture.records import Alert, Frame, Observation, Tick


class PostureError(Exception):
    """What a user can cause or mend. The message says what happened, to what, and what to do."""


class SourceError(PostureError):
    """A source of frames could not be opened or read."""


class EstimatorError(PostureError):
    """The pose estimator could not be started, or was used after it was closed."""


class BaselineError(PostureError):
    """A baseline could not be taken or read."""


class OutputError(PostureError):
    """A result could not be written."""


class Closing(Protocol):
    """What holds something: a context manager that closes itself at the end."""

    def close(self) -> None:
        """Release what is held; calling it again does nothing."""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()


class FrameSource(Closing, Protocol):
    """Frames in order of time; a context manager that releases what it holds.

    `timestamp_s` never decreases, starts at or after 0, and is finite. Frames are
    (height, width, 3) uint8, blue-green-red. Those of a camera or a video have one size
    throughout; the pictures of a folder may differ. A source is read once: a second loop goes on
    where the first stopped. After `close` iteration ends.
    """

    name: str
    """What the user calls it: a path or a camera."""
    rate_hz: float
    """Nominal frames per second; NaN when unknown."""
    frame_count: int | None
    """Frames to expect, if known: an estimate for a progress bar, not a promise."""
    warnings: tuple[str, ...]
    """What the user should know about this source (ended early, timestamps repaired)."""

    def __iter__(self) -> Iterator[Frame]: ...


class PoseEstimator(Closing, Protocol):
    """Finds people in frames; a context manager that releases the model."""

    model_name: str
    model_sha256: str

    def estimate(self, frame: Frame, *, look_afresh: bool) -> Observation:
        """See who is in the frame.

        Args:
            frame: Frames must come in order of time.
            look_afresh: Also make an independent detection, which costs about as much again.

        Raises:
            EstimatorError: After `close`.
        """

    def restart(self) -> None:
        """Forget the tracked person: the next frame is looked at as if it were the first."""


class Sink(Protocol):
    """Anything that reads ticks."""

    def __call__(self, tick: Tick) -> None:
        """Take note of one tick."""


class Notifier(Protocol):
    """Tells the user. A failing notification is logged, never fatal."""

    def notify(self, alert: Alert) -> None:
        """Show one alert."""
