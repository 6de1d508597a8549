"""What the pipeline needs from the outside world, and the errors that adapters may raise."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from math import isfinite
from typing import TYPE_CHECKING, Protocol, Self

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from types import TracebackType

    from posture.quiet import Surroundings
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


class DesktopError(PostureError):
    """The desktop could not be asked or told something."""


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


class CameraStateKind(StrEnum):
    """What a camera is doing."""

    OPENING = "opening"
    RUNNING = "running"
    BUSY = "busy"
    GONE = "gone"
    NO_PERMISSION = "no_permission"
    BLACK = "black"
    HUNG = "hung"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class CameraState:
    """What a live source is doing now.

    Attributes:
        kind: For programs.
        text: For the user, in one line: what is wrong with which camera, and what to do.
        since_s: When this kind began, seconds since the session began.

    Raises:
        ValueError: `since_s` is no time, or there is no text.
    """

    kind: CameraStateKind
    text: str
    since_s: float

    def __post_init__(self) -> None:
        if not (isfinite(self.since_s) and self.since_s >= 0):
            raise ValueError(f"since_s is {self.since_s}; it must be finite and not below 0")
        if not self.text:
            raise ValueError("a state needs a text for the user")


class LiveSource(FrameSource, Protocol):
    """Frames at the rate at which they happen: the reader who is late misses some.

    The newest frame is given, and none twice. While there is no picture the reader waits;
    `close`, from any thread, ends the wait.
    """

    @property
    def state(self) -> CameraState:
        """What the source is doing; may be read at any time, from any thread."""

    def set_rate(self, rate_hz: float) -> None:
        """Give at most so many frames per second from now on, from any thread.

        Raises:
            ValueError: The rate is not above 0.
        """


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


class Notifier(Closing, Protocol):
    """Tells the user; a context manager that takes back what is still shown or heard.

    A failing notification is not critical: it is logged, never raised, before and after `close`.
    """

    def notify(self, alert: Alert) -> None:
        """Show one alert, in place of the one before."""

    def announce(self, announcement: Announcement | None) -> None:
        """Show what is no alert, in place of the one before; None takes it back.

        One that cannot show it does nothing.
        """


@dataclass(frozen=True, slots=True)
class Announcement:
    """Something to tell the user that is no alert: a break that is due.

    Attributes:
        topic: What it is about, one word for programs.
        title, text: For the user, in English.
        answers: What the user may answer: a word for programs, and its label.
    """

    topic: str
    title: str
    text: str
    answers: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Chosen:
    """The user's answer to an announcement, as its word for programs."""

    announcement: Announcement
    answer: str


@dataclass(frozen=True, slots=True)
class Snooze:
    """The user asks for silence, seconds from now on; by the notification of an alert, if any."""

    duration_s: float
    alert: Alert | None = None

    def __post_init__(self) -> None:
        if not (isfinite(self.duration_s) and self.duration_s > 0):
            raise ValueError("duration_s must be positive and finite")


@dataclass(frozen=True, slots=True)
class FalseAlarm:
    """The user says that this alert was wrong."""

    alert: Alert


@dataclass(frozen=True, slots=True)
class Helped:
    """The user says that this alert helped."""

    alert: Alert


NotifierCommand = Snooze | FalseAlarm | Helped | Chosen
"""What the user answers to a notification."""


class DesktopEvent(StrEnum):
    """What happens to the desktop and cannot wait for the next look at `surroundings`."""

    LOCKED = "locked"
    UNLOCKED = "unlocked"
    SUSPENDING = "suspending"
    RESUMED = "resumed"


class DesktopWatch(Closing, Protocol):
    """Knows what the desktop says of itself: locked, asleep, on battery, not to be disturbed."""

    def start(self, on_event: Callable[[DesktopEvent], None]) -> None:
        """Begin to watch. What cannot be found out stays unknown and is no error.

        Args:
            on_event: Called on a thread of the watch, for what is so already from within `start`;
                it must return at once.
        """

    def close(self) -> None:
        """Stop watching: no event comes any more, and everything is unknown."""

    def surroundings(self) -> Surroundings:
        """What is known at this moment; from any thread."""

    def let_sleep(self) -> None:
        """The camera is closed: the computer may go on falling asleep, if it waits for that."""
