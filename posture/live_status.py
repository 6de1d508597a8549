"""What a live session is doing, in one word for programs and in one line for the user."""

from __future__ import annotations

from typing import TYPE_CHECKING

from posture.detector import describe, explain
from posture.ports import CameraStateKind
from posture.rate import is_pending

if TYPE_CHECKING:
    from posture.ports import CameraState
    from posture.records import Tick
    from posture.taking import Taking
    from posture.wishes import Off


def in_words(
    off: Off | None, camera: CameraState, taking: Taking | None, tick: Tick | None, now_s: float
) -> tuple[str, str]:
    """The word and the line.

    Args:
        off: Why the camera is closed, or None.
        camera: What it does.
        taking: How a baseline is being had; None while one is known.
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
