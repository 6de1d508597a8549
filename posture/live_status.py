"""What a live session is doing, in one word for programs and in one line for the user."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import posture
from posture.commands import RunningStatus
from posture.detector import describe, explain
from posture.ports import CameraStateKind
from posture.rate import is_pending
from posture.wishes import in_utc

if TYPE_CHECKING:
    from posture.ports import CameraState
    from posture.records import Tick
    from posture.taking import Taking
    from posture.wishes import Off, Wishes


def in_words(
    off: Off | None, camera: CameraState, taking: Taking | None, tick: Tick | None, now_s: float
) -> tuple[str, str]:
    """The word and the line.

    Args:
        off: Why the camera is closed, or None.
        camera: What it does.
        taking: How a baseline is being had, or who coaches; None while the posture is judged.
        tick: The newest; None before the first.
        now_s: Seconds since the session began.
    """
    if off is not None:
        return off.state, off.text
    if camera.kind is not CameraStateKind.RUNNING:
        return f"camera_{camera.kind}", camera.text
    if taking is not None:
        return taking.name, taking.text(now_s) or "looking for your stored baseline"
    if tick is None:
        return "starting", "waiting for the first picture"
    if is_pending(tick):
        return tick.state.value, explain(tick.deviation, tick.held_s)
    text = describe(tick.state, tick.state, tick.deviation, tick.held_s, tick.reason)
    return tick.state.value, text


def for_programs(
    said: tuple[str, str], for_s: float, camera: CameraState, wishes: Wishes
) -> RunningStatus:
    """All that is told of this process.

    Args:
        said: Of `in_words`.
        for_s: How long that has been so.
        camera: What it does.
        wishes: Of the user, with those that are over forgotten.
    """
    return RunningStatus(
        state=said[0],
        text=said[1],
        since_s=round(for_s, 1),
        camera=camera.text,
        paused_until=in_utc(wishes.paused_until),
        snoozed_until=in_utc(wishes.snoozed_until),
        version=posture.__version__,
        pid=os.getpid(),
    )
