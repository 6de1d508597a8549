"""Whether the pose model tries to reach a network: `posture doctor --offline`.

python -m posture.offline_look SECONDS looks at made-up pictures, as a live session would.
"""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING

from posture.checks import OK, PROBLEM, UNKNOWN, Check
from posture.offline import OfflineError, watch

if TYPE_CHECKING:
    from collections.abc import Callable

    from posture.offline import Watched

HZ = 5.0
LENGTH_S = 20.0
"""What MediaPipe 0.10.35 sends, it sends within this time (tests/proofs)."""


def check_silence(watched: Callable[..., Watched] = watch, length_s: float = LENGTH_S) -> Check:
    """Whether anything is sent while the pose model works for a while.

    Args:
        watched: Runs a program where there is no network.
        length_s: How long it works.
    """
    name = "network silence"
    try:
        done = watched((sys.executable, "-m", "posture.offline_look", str(length_s)))
    except OfflineError as error:
        return Check(name, UNKNOWN, str(error), "a firewall can tell the same")
    if done.tries:
        found = "; ".join(map(str, done.tries))
        return Check(name, PROBLEM, found, "install the versions that posture names, and tell us")
    if done.code:
        return Check(name, UNKNOWN, f"the pose model ended with code {done.code}")
    return Check(
        name, OK, f"nothing was sent while the pose model worked for {done.length_s:.0f} s"
    )


def look(length_s: float) -> int:
    """Look at grey noise with a moving bright spot; how many pictures it were."""
    import numpy as np

    from posture.estimators.mediapipe import MediaPipeEstimator
    from posture.records import Frame

    noise = np.random.default_rng(1)
    began_s, index = time.monotonic(), 0
    with MediaPipeEstimator() as estimator:
        while (now_s := time.monotonic() - began_s) < length_s:
            image = noise.integers(90, 110, (240, 320, 3), dtype=np.uint8)
            image[80:160, 8 * index % 240 : 8 * index % 240 + 80] = 220
            estimator.estimate(Frame(image, now_s, index), look_afresh=index % 5 == 0)
            index += 1
            time.sleep(1 / HZ)
    return index


if __name__ == "__main__":
    look(float(sys.argv[1]))
