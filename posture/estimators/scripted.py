"""Poses without a model: for tests, benchmarks and demonstrations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from posture.ports import Closing, EstimatorError
from posture.records import Observation

if TYPE_CHECKING:
    from collections.abc import Callable

    import numpy as np
    from numpy.typing import NDArray

    from posture.records import Frame, Pose


class ScriptedEstimator(Closing):
    """Sees what a script says for the time of each frame.

    Args:
        script: From seconds to the pose to be seen, or None for nobody.
        scenes: From seconds to the background (`posture.scene`) that an independent look sees.
    """

    def __init__(
        self,
        script: Callable[[float], Pose | None],
        scenes: Callable[[float], NDArray[np.uint8] | None] = lambda _: None,
    ) -> None:
        self.model_name = "script"
        self.model_sha256 = "0" * 64
        self._script = script
        self._scenes = scenes
        self._closed = False

    def expect(self, frame: Frame) -> None:
        """Do nothing: a script needs no time."""

    def estimate(self, frame: Frame, *, look_afresh: bool) -> Observation:
        """See what the script says."""
        if self._closed:
            raise EstimatorError("the estimator is closed")
        pose = self._script(frame.timestamp_s)
        everybody = () if pose is None else (pose,)
        return Observation(
            timestamp_s=frame.timestamp_s,
            index=frame.index,
            tracked=pose,
            detected=everybody if look_afresh else None,
            brightness=0.5,
            scene=self._scenes(frame.timestamp_s) if look_afresh else None,
        )

    def restart(self) -> None:
        """Do nothing: a script remembers nobody."""

    def close(self) -> None:
        """Refuse further frames."""
        self._closed = True
