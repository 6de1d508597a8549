"""The file with MediaPipe's pose model: which it is, and that it is whole."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from posture.ports import EstimatorError

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

MODEL_NAME = "pose_landmarker_lite.task"
MODEL_SHA256 = "59929e1d1ee95287735ddd833b19cf4ac46d29bc7afddbbf6753c459690d574a"


def check(asset: Traversable, sha256: str) -> None:
    """Raise EstimatorError unless the file can be read and is the one that is meant."""
    mend = "install posture-monitor again"
    try:
        model = asset.read_bytes()
    except OSError as error:
        message = f"the pose model {asset} cannot be read ({error.strerror}); {mend}"
        raise EstimatorError(message) from error
    found = hashlib.sha256(model).hexdigest()
    if found != sha256:
        message = f"the pose model {asset} is damaged (sha256 {found}, not {sha256}); {mend}"
        raise EstimatorError(message)
