"""Kinds of seated posture and their natural variation, sampled by seed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from calibration.posture import Posture

if TYPE_CHECKING:
    from collections.abc import Callable

# How often each kind comes among the postures of a still set-up (after its upright ones).
KIND_SHARES: dict[str, float] = {
    "upright": 0.10,
    "slump": 0.15,
    "forward_head": 0.15,
    "mixed": 0.20,
    "look_down": 0.08,
    "turned": 0.07,
    "reach": 0.05,
    "recline": 0.04,
    "reclining_slump": 0.07,
    "lean": 0.04,
    "hand_at_face": 0.04,
    "hinge": 0.04,
    "shoulders": 0.03,
    "phone": 0.04,
}
KINDS = tuple(KIND_SHARES)


def natural(rng: np.random.Generator, scale: float = 1.0) -> Posture:
    """Draw how one and the same person sits upright from one minute to the next."""
    both = float(rng.random() < 0.12)
    return Posture(
        slump_deg=float(np.abs(rng.normal(0.0, 2.2)) * scale),
        pelvis_roll_share=float(rng.uniform(0.20, 0.55)),
        neck_flexion_deg=float(rng.normal(0.0, 1.8) * scale),
        head_pitch_deg=float(rng.normal(1.0, 3.5) * scale),
        head_yaw_deg=float(rng.normal(0.0, 6.0) * scale),
        head_roll_deg=float(rng.normal(0.0, 2.0) * scale),
        gaze_hold=float(rng.uniform(0.8, 1.0)),
        trunk_yaw_deg=float(rng.normal(0.0, 2.5) * scale),
        lateral_lean_deg=float(rng.normal(0.0, 1.8) * scale),
        shoulder_protraction_deg=float(rng.normal(0.0, 3.5) * scale),
        shoulder_elevation_deg=float(rng.normal(0.0, 2.5) * scale),
        hinge_deg=float(rng.normal(0.0, 1.2) * scale),
        lap_left=max(both, float(rng.random() < 0.08)),
        lap_right=max(both, float(rng.random() < 0.08)),
    )


def sample_posture(rng: np.random.Generator, kind: str) -> Posture:
    """Draw a posture of ``kind`` (one of KINDS) on top of natural variation."""
    return _MAKERS[kind](rng, natural(rng))


def sample_kind(rng: np.random.Generator) -> str:
    """Draw a kind by KIND_SHARES."""
    shares = np.array(list(KIND_SHARES.values()))
    return KINDS[int(rng.choice(len(KINDS), p=shares / shares.sum()))]


def _upright(rng: np.random.Generator, base: Posture) -> Posture:
    del rng
    return base


def _slump(rng: np.random.Generator, base: Posture) -> Posture:
    slump = float(rng.uniform(8.0, 45.0))
    # A rounded back brings the shoulders forward in most people.
    return base.plus(
        slump_deg=slump,
        shoulder_protraction_deg=slump * rng.uniform(0.0, 0.45),
        neck_flexion_deg=slump * rng.uniform(-0.1, 0.15),
    )


def _forward_head(rng: np.random.Generator, base: Posture) -> Posture:
    return base.plus(
        neck_flexion_deg=float(rng.uniform(6.0, 34.0)), slump_deg=float(rng.uniform(0.0, 5.0))
    )


def _mixed(rng: np.random.Generator, base: Posture) -> Posture:
    slump = float(rng.uniform(3.0, 42.0))
    return base.plus(
        slump_deg=slump,
        neck_flexion_deg=float(rng.uniform(2.0, 28.0)),
        head_pitch_deg=float(rng.normal(2.0, 6.0)),
        hinge_deg=float(rng.normal(0.0, 3.0)),
        shoulder_protraction_deg=slump * rng.uniform(0.0, 0.5),
        shoulder_elevation_deg=float(rng.normal(0.0, 4.0)),
        head_yaw_deg=float(rng.normal(0.0, 10.0)),
    )


def _look_down(rng: np.random.Generator, base: Posture) -> Posture:
    slump = float(rng.choice((0.0, rng.uniform(5.0, 25.0))))
    return base.plus(head_pitch_deg=float(rng.uniform(12.0, 38.0)), slump_deg=slump)


def _turned(rng: np.random.Generator, base: Posture) -> Posture:
    return base.plus(
        head_yaw_deg=float(rng.uniform(-45.0, 45.0)),
        trunk_yaw_deg=float(rng.uniform(-25.0, 25.0)),
        chair_yaw_deg=float(rng.uniform(-25.0, 25.0)),
        slump_deg=float(rng.choice((0.0, rng.uniform(5.0, 30.0)))),
    )


def _reach(rng: np.random.Generator, base: Posture) -> Posture:
    left = bool(rng.random() < 0.5)
    share = float(rng.uniform(0.5, 1.0))
    turn = 14.0 * share * (-1.0 if left else 1.0)
    reaching = replace(base, reach_left=share if left else 0.0, reach_right=0.0 if left else share)
    return reaching.plus(hinge_deg=float(rng.uniform(2.0, 16.0)) * share, trunk_yaw_deg=turn)


def _recline(rng: np.random.Generator, base: Posture) -> Posture:
    return base.plus(
        recline_deg=float(rng.uniform(5.0, 20.0)), slump_deg=float(rng.uniform(0.0, 4.0))
    )


def _reclining_slump(rng: np.random.Generator, base: Posture) -> Posture:
    on_lap = float(rng.random() < 0.5)
    back = replace(
        base, pelvis_roll_share=float(rng.uniform(0.70, 0.95)), lap_left=on_lap, lap_right=on_lap
    )
    return back.plus(
        slump_deg=float(rng.uniform(18.0, 45.0)),
        recline_deg=float(rng.uniform(0.0, 8.0)),
        neck_flexion_deg=float(rng.uniform(0.0, 14.0)),
    )


def _lean(rng: np.random.Generator, base: Posture) -> Posture:
    return base.plus(
        lateral_lean_deg=float(rng.choice((-1.0, 1.0)) * rng.uniform(5.0, 18.0)),
        slump_deg=float(rng.uniform(0.0, 20.0)),
    )


def _hand_at_face(rng: np.random.Generator, base: Posture) -> Posture:
    left = bool(rng.random() < 0.5)
    resting = replace(base, face_left=1.0 if left else 0.0, face_right=0.0 if left else 1.0)
    return resting.plus(
        slump_deg=float(rng.uniform(0.0, 25.0)),
        lateral_lean_deg=float(rng.uniform(0.0, 8.0)) * (1.0 if left else -1.0),
        head_roll_deg=float(rng.uniform(0.0, 8.0)) * (1.0 if left else -1.0),
    )


def _hinge(rng: np.random.Generator, base: Posture) -> Posture:
    return base.plus(hinge_deg=float(rng.uniform(5.0, 24.0)))


def _shoulders(rng: np.random.Generator, base: Posture) -> Posture:
    return base.plus(
        shoulder_elevation_deg=float(rng.uniform(4.0, 16.0)),
        shoulder_protraction_deg=float(rng.uniform(-8.0, 22.0)),
    )


def _phone(rng: np.random.Generator, base: Posture) -> Posture:
    held = replace(base, lap_left=0.0, lap_right=1.0)
    return held.plus(
        head_pitch_deg=float(rng.uniform(22.0, 38.0)),
        neck_flexion_deg=float(rng.uniform(4.0, 16.0)),
        slump_deg=float(rng.uniform(0.0, 15.0)),
    )


_MAKERS: dict[str, Callable[[np.random.Generator, Posture], Posture]] = {
    "upright": _upright,
    "slump": _slump,
    "forward_head": _forward_head,
    "mixed": _mixed,
    "look_down": _look_down,
    "turned": _turned,
    "reach": _reach,
    "recline": _recline,
    "reclining_slump": _reclining_slump,
    "lean": _lean,
    "hand_at_face": _hand_at_face,
    "hinge": _hinge,
    "shoulders": _shoulders,
    "phone": _phone,
}
