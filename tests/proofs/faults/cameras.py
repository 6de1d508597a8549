"""A camera whose every call may fail, hang, or give anything."""

from __future__ import annotations

import threading
import time
from typing import TYPE_CHECKING

import cv2
import numpy as np

from posture.ports import CameraStateKind
from tests.proofs.faults.fault import Fault
from tests.proofs.faults.scenes import GUARD_S, SPEED, Scene, picture

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.proofs.faults.fault import Attempt
    from tests.proofs.faults.scenes import Image

NIGHT_S = 8 * 3600.0
ODD_SHAPES = ((0, 0, 3), (1, 1, 3), (48, 64), (48, 64, 4), (48, 64, 1), (2, 900, 3), (720, 1280, 3))
WILD_LOOKS = 150


def vanishing(attempt: Attempt) -> Sequence[str]:
    """From its nth call on the camera is not there, for a while."""
    chance, calls = attempt.chance, iter(range(1 << 40))
    back = attempt.number + chance.choice((1, 2, 5, 12))
    raises = chance.random() < 0.5

    def trouble(name: str) -> bool:
        gone = attempt.number <= next(calls) < back
        if gone and raises and name != "open":
            raise cv2.error(f"{name}: the device is gone")
        return not gone

    return Scene(trouble, lambda: picture(chance)).end()


def hanging(attempt: Attempt) -> Sequence[str]:
    """Calls take long, and one does not come back before that is told, or it was given up."""
    chance, calls = attempt.chance, iter(range(1 << 40))
    hangs_at = attempt.number * 3 + chance.randrange(3)
    answers, well, given_up = threading.Event(), threading.Event(), threading.Event()

    def trouble(name: str) -> bool:
        del name
        number = next(calls)
        if number > hangs_at:
            given_up.set()  # by another thread, which opened the camera anew
        if number == hangs_at:
            answers.wait(GUARD_S)
            return False
        if not well.is_set() and chance.random() < 0.2:
            time.sleep(chance.uniform(0, 10) / SPEED)
        return True

    scene = Scene(trouble, lambda: picture(chance))

    def noticed() -> bool:
        camera = scene.camera
        return given_up.is_set() or (
            camera is not None and camera.state.kind is CameraStateKind.HUNG
        )

    told = scene.until(noticed)
    answers.set()
    well.set()
    return [*([] if told else ["that it hangs was not noticed"]), *scene.end()]


def changing(attempt: Attempt) -> Sequence[str]:
    """Pictures of any size and format among the good ones, for a while."""
    chance, looks = attempt.chance, 0

    def look() -> Image:
        nonlocal looks
        looks += 1
        if 3 < looks < WILD_LOOKS and chance.random() < 0.6:
            shape = chance.choice(ODD_SHAPES)
            image = picture(chance, shape)
            return image.astype(chance.choice((np.uint8, np.uint8, np.uint16, np.float32)))
        return picture(chance)

    scene = Scene(lambda _: True, look)
    scene.until(lambda: looks > WILD_LOOKS)
    return scene.end()


def asleep(attempt: Attempt) -> Sequence[str]:
    """A clock that stands still in sleep, and a camera that gives nothing for a while after it."""
    chance = attempt.chance
    awake = threading.Event()
    awake.set()
    scene = Scene(lambda _: awake.is_set(), lambda: picture(chance))
    wanted = chance.randrange(5, 60)
    scene.until(lambda: scene.ticks() >= wanted)
    awake.clear()
    scene.slept_s = NIGHT_S
    time.sleep(chance.uniform(0, 5) / SPEED)
    awake.set()
    return scene.end()


FAULTS = (
    Fault(
        "camera vanishing at every call",
        "from the nth call into the camera on (n from 0), all fail or raise, for 1 to 12 calls; it "
        "is found again, each device is released, and no thread is left",
        vanishing,
        times=40,
        times_quick=4,
    ),
    Fault(
        "slow and hung reads",
        "calls take up to 10 s, and one hangs until that is told; the same must hold",
        hanging,
        times=12,
        times_quick=1,
    ),
    Fault(
        "sizes and formats changing mid-stream",
        "among good pictures are empty ones, 1x1, grey, with four channels, of 16 and 32 bits, "
        "oblong and large; what is judged has one size, and the same must hold",
        changing,
        times=10,
        times_quick=1,
    ),
    Fault(
        "camera after 8 hours asleep",
        "the clock stands still meanwhile, and the camera fails for up to 5 s afterwards; no "
        "alert comes of it, and the same must hold",
        asleep,
        times=10,
        times_quick=1,
    ),
)
