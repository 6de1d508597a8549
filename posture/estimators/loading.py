"""Loads the pose model on a thread: that time is spent in C++, beside the imports of others."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

from posture.ports import Closing

if TYPE_CHECKING:
    from collections.abc import Callable

    from posture.ports import PoseEstimator


class Loading(Closing):
    """The estimator, as soon as it is there; closed with this, whether or not it was asked for."""

    def __init__(self) -> None:
        make = _imported()  # here: two threads that import wait for each other
        self._pool = ThreadPoolExecutor(1, "model")
        self._estimator = self._pool.submit(make)

    def result(self) -> PoseEstimator:
        """Wait for it.

        Raises:
            EstimatorError: The model cannot be loaded.
        """
        return self._estimator.result()

    def close(self) -> None:
        """Close the estimator; calling it again does nothing."""
        self._pool.shutdown()
        if self._estimator.exception() is None:
            self._estimator.result().close()


def _imported() -> Callable[[], PoseEstimator]:
    from posture.estimators.mediapipe import MediaPipeEstimator

    return MediaPipeEstimator
