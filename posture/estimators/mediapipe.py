"""People in frames, by MediaPipe's pose landmarker. The only import of mediapipe in the project.

Import this module where an estimator is made, not before: it takes half a second.
MediaPipe writes a few lines of its own to stderr when a landmarker starts; version 0.10.31 has no
setting against it (`GLOG_minloglevel` and its relatives have no effect there).
"""

from __future__ import annotations

import sys
from collections import deque
from concurrent.futures import ThreadPoolExecutor, wait
from contextlib import ExitStack, contextmanager
from importlib import resources
from math import isfinite
from typing import TYPE_CHECKING, Any

import cv2
import numpy as np

from posture import scene
from posture.estimators import model_file
from posture.estimators.model_file import MODEL_NAME, MODEL_SHA256
from posture.landmarks import LANDMARK_COUNT
from posture.ports import Closing, EstimatorError
from posture.records import Observation, Pose

# MediaPipe's tasks for sound would open all sound devices, to record, as soon as it is imported; it
# goes on without where this cannot be imported.
sys.modules.setdefault("sounddevice", None)  # type: ignore[arg-type]

import mediapipe as mp  # noqa: E402
from mediapipe.tasks.python import BaseOptions, vision  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Iterator
    from concurrent.futures import Future
    from importlib.resources.abc import Traversable
    from pathlib import Path

    from numpy.typing import NDArray

    from posture.records import Frame

MIN_DETECTION = 0.5
"""Confidence to find somebody. At 0.3, 35 of 36 rendered side views are found instead of 32, but
things in empty rooms are taken for people too (`tests/benchmarks/person_check.py`)."""

MIN_PRESENCE = 0.5
"""Confidence to go on following. Higher loses real people: at 0.9, two of three seated webcams."""

MOST_PEOPLE = 3
"""People that a fresh look tells apart; each costs a run of the landmark model."""

_BRIGHTNESS_STEP = 16
_LUMA = np.array([0.114, 0.587, 0.299]) / 255.0
_BLANK = np.zeros((64, 64, 3), np.uint8)
_LONG_MS = 3_600_000
"""After an hour nothing is smoothed with what was before."""
_LATEST_S = 1e9
"""Later timestamps (31 years) are nonsense and would overflow MediaPipe's microseconds."""


class MediaPipeEstimator(Closing):
    """Finds the landmarks of people in frames: the port `posture.ports.PoseEstimator`.

    One person is followed from frame to frame and smoothed by MediaPipe; a fresh look at one
    frame alone, without smoothing, finds up to `MOST_PEOPLE`, on a second core where there is
    one. Landmarks may lie outside the frame. The same frames give the same numbers.

    Args:
        model: Another pose model file than the package's own.
        sha256: What the model file must hash to.
        min_detection: MediaPipe's confidence to find somebody, 0 to 1.
        min_presence: Its confidence to go on following somebody, 0 to 1.

    Raises:
        EstimatorError: The model file is missing, differs, or MediaPipe cannot start.
    """

    def __init__(
        self,
        model: Traversable | None = None,
        sha256: str = MODEL_SHA256,
        min_detection: float = MIN_DETECTION,
        min_presence: float = MIN_PRESENCE,
    ) -> None:
        asset = resources.files("posture.data").joinpath(MODEL_NAME) if model is None else model
        model_file.check(asset, sha256)
        self._stack = ExitStack()
        self._model = self._stack.enter_context(resources.as_file(asset))
        self._thresholds = {
            "min_pose_detection_confidence": min_detection,
            "min_pose_presence_confidence": min_presence,
            "min_tracking_confidence": min_presence,
        }
        self.model_name = asset.name
        self.model_sha256 = sha256
        self._last_ms = 0  # MediaPipe's smoothing takes a first time of 0 for none
        self._offset_ms: int | None = 0
        self._closed = False
        self._aside = self._stack.enter_context(ThreadPoolExecutor(1, "look"))
        self._looker: Future[Any] | None = None
        self._ahead = self._stack.enter_context(ThreadPoolExecutor(1, "track"))
        self._expected: deque[tuple[Frame, mp.Image, Future[Any]]] = deque()
        self._tracker = self._start(vision.RunningMode.VIDEO, people=1)

    def expect(self, frame: Frame) -> None:
        """Begin with a frame that is estimated soon: it is tracked while others are judged.

        Frames are estimated in the order in which they were expected; the numbers are the same.

        Raises:
            EstimatorError: After `close`, or when MediaPipe fails.
        """
        self._refuse_when_closed()
        with _telling_of(frame):
            image = _to_mediapipe(frame.image)
        tracked = self._ahead.submit(self._track, image, frame.timestamp_s)
        self._expected.append((frame, image, tracked))

    def estimate(self, frame: Frame, *, look_afresh: bool) -> Observation:
        """See who is in the frame.

        Args:
            frame: (height, width, 3) uint8, blue-green-red. A timestamp that repeats, decreases
                or is not finite counts as one millisecond later than the one before.
            look_afresh: Also make an independent detection in this frame alone.

        Returns:
            Landmarks in pixels of the frame, never mirrored.

        Raises:
            EstimatorError: After `close`, or when MediaPipe fails.
            ValueError: Another frame was expected.
        """
        if not self._expected:
            self.expect(frame)
        self._refuse_when_closed()
        expected, image, tracked = self._expected.popleft()
        if expected is not frame:
            raise ValueError(f"frame {expected.index} was expected, not {frame.index}")
        look = self._look(image) if look_afresh else None
        height, width = frame.image.shape[:2]
        with _telling_of(frame):
            poses = _to_poses(tracked.result(), width, height)
            if poses:
                self._prepare_looks()
            detected = None if look is None else _to_poses(look.result(), width, height)
        return Observation(
            timestamp_s=frame.timestamp_s,
            index=frame.index,
            tracked=poses[0] if poses else None,
            detected=detected,
            brightness=_brightness(frame.image),
            scene=None if detected is None else _scene(frame.image, poses + detected),
        )

    def restart(self) -> None:
        """Forget the tracked person: the next frame is looked at as if it were the first.

        Time may begin anew with it. A blank frame ends the tracking, and an hour of MediaPipe's
        time all smoothing but that of visibility, for the price of one frame (12 ms); a new
        landmarker takes 300 ms and is made only where that fails. Frames that are expected are
        begun with anew.

        Raises:
            EstimatorError: After `close`.
        """
        self._refuse_when_closed()
        begun = list(self._expected)
        self._expected.clear()
        wait([tracked for _, _, tracked in begun])  # not cancelled: how far they are is chance
        self._offset_ms = None
        if not self._cleared():
            self._tracker.close()
            self._tracker = self._start(vision.RunningMode.VIDEO, people=1)
        for frame, _, _ in begun:
            self.expect(frame)

    def close(self) -> None:
        """Release the model; calling it again does nothing."""
        if self._closed:
            return
        self._closed = True
        self._ahead.shutdown(cancel_futures=True)
        self._tracker.close()
        if self._looker is not None and self._looker.exception() is None:
            self._looker.result().close()
        self._stack.close()

    def _refuse_when_closed(self) -> None:
        if self._closed:
            raise EstimatorError("the pose estimator was used after it was closed; open a new one")

    def _start(self, mode: vision.RunningMode, people: int) -> Any:  # noqa: ANN401
        try:
            options = vision.PoseLandmarkerOptions(
                base_options=_base_options(self._model),
                running_mode=mode,
                num_poses=people,
                **self._thresholds,
            )
            return vision.PoseLandmarker.create_from_options(options)
        except (OSError, RuntimeError, ValueError) as error:
            message = (
                f"MediaPipe could not start with {self.model_name}: {error}. On Linux it needs the "
                "system libraries libEGL and libGLESv2 (Debian: apt install libegl1 libgles2)"
            )
            raise EstimatorError(message) from error

    def _track(self, image: mp.Image, timestamp_s: float) -> Any:  # noqa: ANN401
        return self._tracker.detect_for_video(image, self._next_ms(timestamp_s))

    def _cleared(self) -> bool:
        """Whether nothing is tracked any more, after a few blank frames."""
        blank = _to_mediapipe(_BLANK)
        for _ in range(3):
            self._last_ms += _LONG_MS
            if not self._tracker.detect_for_video(blank, self._last_ms).pose_landmarks:
                return True
        return False

    def _prepare_looks(self) -> Future[Any]:
        """Load what looks afresh, beside the frames: whoever is tracked will be looked at soon."""
        if self._looker is None:
            self._looker = self._aside.submit(self._start, vision.RunningMode.IMAGE, MOST_PEOPLE)
        return self._looker

    def _look(self, image: mp.Image) -> Future[Any]:
        looker = self._prepare_looks()
        return self._aside.submit(lambda: looker.result().detect(image))

    def _next_ms(self, timestamp_s: float) -> int:
        """MediaPipe's own time: it only grows, and steps in it decide how much is smoothed."""
        sensible = isfinite(timestamp_s) and timestamp_s < _LATEST_S
        wanted = round(timestamp_s * 1000.0) if sensible else 0
        if self._offset_ms is None:
            self._offset_ms = max(0, self._last_ms + _LONG_MS - wanted)
        self._last_ms = max(self._last_ms + 1, wanted + self._offset_ms)
        return self._last_ms


@contextmanager
def _telling_of(frame: Frame) -> Iterator[None]:
    """Say which frame it was that MediaPipe could not read."""
    try:
        yield
    except (RuntimeError, ValueError) as error:
        height, width = frame.image.shape[:2]
        message = f"MediaPipe could not read frame {frame.index} ({width}x{height}): {error}"
        raise EstimatorError(message) from error


def _base_options(model: Path) -> BaseOptions:
    """A model takes 10 MB less by its path than as bytes; paths of all letters are untried."""
    if str(model).isascii():
        return BaseOptions(model_asset_path=str(model))
    return BaseOptions(model_asset_buffer=model.read_bytes())


def _to_mediapipe(image: NDArray[np.uint8]) -> mp.Image:
    return mp.Image(mp.ImageFormat.SRGB, cv2.cvtColor(image, cv2.COLOR_BGR2RGB))


def _to_poses(result: Any, width: int, height: int) -> tuple[Pose, ...]:  # noqa: ANN401
    """Convert to pixels; 20 microseconds a person, lists of tuples being numpy's quickest way in.

    MediaPipe divides x by the width and y by the height. An unset visibility becomes NaN.
    """
    poses = []
    for points, world in zip(result.pose_landmarks, result.pose_world_landmarks, strict=True):
        image = np.array([(p.x, p.y, p.visibility, p.presence) for p in points], np.float64)
        metres = np.array([(p.x, p.y, p.z) for p in world], np.float64)
        if image.shape != (LANDMARK_COUNT, 4) or metres.shape != (LANDMARK_COUNT, 3):
            message = f"the pose model gives {len(image)} landmarks instead of {LANDMARK_COUNT}"
            raise EstimatorError(message)
        pixels = image[:, :2] * (width, height)
        poses.append(Pose(pixels, image[:, 2], image[:, 3], metres, width, height))
    return tuple(poses)


def _scene(image: NDArray[np.uint8], people: tuple[Pose, ...]) -> NDArray[np.uint8] | None:
    """The background; None where nobody is found, because somebody may be there all the same."""
    if not people:
        return None
    reduced = cv2.resize(image, (scene.WIDTH, scene.HEIGHT), interpolation=cv2.INTER_AREA)
    grey = cv2.cvtColor(reduced, cv2.COLOR_BGR2GRAY).astype(np.uint8, copy=False)
    return scene.describe(grey, people)


def _brightness(image: NDArray[np.uint8]) -> float:
    """Mean luma of a subsampled picture, 0 to 1; a stride from the middle suits any size."""
    first = min(_BRIGHTNESS_STEP, *image.shape[:2]) // 2
    blue_green_red = cv2.mean(image[first::_BRIGHTNESS_STEP, first::_BRIGHTNESS_STEP])[:3]
    return float(_LUMA @ blue_green_red)
