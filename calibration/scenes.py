"""Everything around the body, sampled by seed: camera, light, colours, webcam, outfit.

World frame: x to the sitter's left when facing the desk, y backwards, z up; metres; the floor is
at z = 0 under the nominal seat. The camera's azimuth is 0 in front of the sitter and positive on
the sitter's left.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from calibration.parts import Colour, Vector, vector

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from calibration.outfit import Outfit

VIEWS = ("front", "threequarter", "side")
Intervals = tuple[tuple[float, float], ...]


@dataclass(frozen=True)
class CameraRange:
    """From where cameras look; each quantity is drawn from one of its intervals.

    Attributes:
        azimuth_deg: heading from the sitter, without its sign.
        distance_m: from the upright head.
        height_m: over the upright eyes.
        aim_drop_m: how far under the upright head the camera points.
        roll_deg: rotation about the optical axis, without its sign.
        horizontal_fov_deg: horizontal angle of view.
    """

    azimuth_deg: Intervals
    distance_m: Intervals
    height_m: Intervals
    aim_drop_m: Intervals
    roll_deg: Intervals
    horizontal_fov_deg: Intervals


# Lids of laptops stand 10 to 25 cm under the eyes, webcams on monitors about at the eyes, phones
# lean on something on the desk; wide lenses of laptops see 60 to 78 degrees across.
TRAINED: dict[str, CameraRange] = {
    "front": CameraRange(
        azimuth_deg=((0.0, 14.0),),
        distance_m=((0.50, 0.95),),
        height_m=((-0.26, 0.12),),
        aim_drop_m=((0.00, 0.20),),
        roll_deg=((0.0, 3.0),),
        horizontal_fov_deg=((54.0, 76.0),),
    ),
    "threequarter": CameraRange(
        azimuth_deg=((28.0, 60.0),),
        distance_m=((0.60, 1.25),),
        height_m=((-0.28, 0.15),),
        aim_drop_m=((0.04, 0.25),),
        roll_deg=((0.0, 3.0),),
        horizontal_fov_deg=((52.0, 74.0),),
    ),
    "side": CameraRange(
        azimuth_deg=((68.0, 95.0),),
        distance_m=((0.95, 1.95),),
        height_m=((-0.35, 0.15),),
        aim_drop_m=((0.10, 0.36),),
        roll_deg=((0.0, 3.0),),
        horizontal_fov_deg=((50.0, 70.0),),
    ),
}
OUT_OF_RANGE: dict[str, CameraRange] = {
    "front": CameraRange(
        azimuth_deg=((0.0, 20.0),),
        distance_m=((0.42, 0.50), (0.95, 1.45)),
        height_m=((-0.38, -0.26), (0.12, 0.30)),
        aim_drop_m=((0.00, 0.22),),
        roll_deg=((0.0, 7.0),),
        horizontal_fov_deg=((46.0, 54.0), (76.0, 86.0)),
    ),
    "threequarter": CameraRange(
        azimuth_deg=((22.0, 28.0), (60.0, 65.0)),
        distance_m=((0.52, 0.60), (1.25, 1.70)),
        height_m=((-0.40, -0.28), (0.15, 0.32)),
        aim_drop_m=((0.02, 0.28),),
        roll_deg=((0.0, 7.0),),
        horizontal_fov_deg=((46.0, 54.0), (74.0, 84.0)),
    ),
    "side": CameraRange(
        azimuth_deg=((65.0, 68.0), (95.0, 103.0)),
        distance_m=((0.85, 0.95), (1.95, 2.50)),
        height_m=((-0.50, -0.35), (0.15, 0.40)),
        aim_drop_m=((0.08, 0.38),),
        roll_deg=((0.0, 7.0),),
        horizontal_fov_deg=((46.0, 50.0), (70.0, 80.0)),
    ),
}


@dataclass(frozen=True)
class Camera:
    """A pinhole camera; see the frame of the module."""

    position_m: Vector
    target_m: Vector
    roll_deg: float
    horizontal_fov_deg: float
    width_px: int
    height_px: int
    azimuth_deg: float
    distance_m: float
    height_over_eyes_m: float


@dataclass(frozen=True)
class Light:
    """Directions point to the light; colours are linear; one key light casts shadows."""

    direction: Vector
    key_colour: Colour
    sky_colour: Colour
    bounce_colour: Colour
    screen_colour: Colour
    screen_position: Vector
    exposure: float
    low_light: bool

    def uniforms(self) -> dict[str, Vector | float]:
        """Return the values by the names they have in the shader."""
        return {
            "key_direction": self.direction,
            "key_colour": self.key_colour,
            "sky_colour": self.sky_colour,
            "bounce_colour": self.bounce_colour,
            "screen_colour": self.screen_colour,
            "screen_position": self.screen_position,
            "exposure": self.exposure,
        }


@dataclass(frozen=True)
class Look:
    """Colours that the shader needs beside those of the vertices."""

    outfit: Outfit
    pattern_phase: Vector
    scalp_tint: float

    def uniforms(self) -> dict[str, Vector | float]:
        """Return the values by the names they have in the shader."""
        outfit = self.outfit
        return {
            "second_colour": outfit.shirt_second,
            "lip_colour": outfit.lips,
            "hair_colour": outfit.hair_colour,
            "brow_strength": outfit.brow_strength,
            "stubble": outfit.stubble,
            "scalp_tint": self.scalp_tint,
            "wrinkles": 0.25 + 18.0 * outfit.looseness_m,
            "pattern_phase": self.pattern_phase,
        }


def draw(rng: np.random.Generator, intervals: Intervals) -> float:
    """Draw from one of the intervals, each as likely as it is wide."""
    widths = np.array([high - low for low, high in intervals])
    low, high = intervals[int(rng.choice(len(intervals), p=widths / widths.sum()))]
    return float(rng.uniform(low, high))


def sample_camera(
    rng: np.random.Generator,
    limits: CameraRange,
    eyes_m: NDArray[np.floating],
    size_px: tuple[int, int],
) -> Camera:
    """Draw a camera that looks at the sitter whose upright eyes are at ``eyes_m`` (3,)."""
    azimuth = draw(rng, limits.azimuth_deg) * float(rng.choice((-1.0, 1.0)))
    distance, height = draw(rng, limits.distance_m), draw(rng, limits.height_m)
    across = np.radians(azimuth)
    position = eyes_m + np.array([np.sin(across) * distance, -np.cos(across) * distance, height])
    fov = draw(rng, limits.horizontal_fov_deg)
    aside = float(rng.normal(0.0, 0.035)) * distance
    # Nobody leaves a camera so that it cuts off the head of someone who sits upright.
    half_height = distance * np.tan(np.radians(fov / 2.0)) * size_px[1] / size_px[0]
    drop = min(draw(rng, limits.aim_drop_m), max(0.0, half_height - 0.18))
    target = eyes_m + np.array([np.cos(across) * aside, np.sin(across) * aside, 0.02 - drop])
    # Seen from the side the trunk is behind the head's front: centre on the body.
    target = target + np.array([0.0, 0.10 * abs(np.sin(across)), 0.0])
    roll = draw(rng, limits.roll_deg) * float(rng.choice((-1.0, 1.0)))
    return Camera(
        position_m=vector(position),
        target_m=vector(target),
        roll_deg=roll,
        horizontal_fov_deg=fov,
        width_px=size_px[0],
        height_px=size_px[1],
        azimuth_deg=azimuth,
        distance_m=distance,
        height_over_eyes_m=height,
    )


def sample_light(rng: np.random.Generator, camera: Camera) -> Light:
    """Draw a window or lamp from anywhere above, room light and the glow of the screen."""
    azimuth, elevation = rng.normal(camera.azimuth_deg, 70.0), rng.uniform(15.0, 70.0)
    across, up = np.radians(azimuth), np.radians(elevation)
    direction = np.array([np.sin(across) * np.cos(up), -np.cos(across) * np.cos(up), np.sin(up)])
    warm = float(rng.uniform(-1.0, 1.0))
    key_tint = np.array([1.0 + 0.18 * warm, 1.0, 1.0 - 0.22 * warm])
    sky_tint = np.array([1.0, 1.0, 1.0]) + rng.normal(0.0, 0.025, 3)
    low = bool(rng.random() < 0.15)
    key, sky = float(rng.uniform(0.5, 2.3)), float(rng.uniform(0.25, 0.75))
    screen = float(rng.uniform(0.02, 0.30)) * (2.0 if low else 1.0)
    exposure = 1.95 * (key * 0.45 + sky + 0.4) ** -0.85 * float(np.exp(rng.normal(0.0, 0.16)))
    dark = float(rng.uniform(0.22, 0.5)) if low else 1.0
    return Light(
        direction=vector(direction),
        key_colour=vector(key * dark * key_tint),
        sky_colour=vector(sky * dark * sky_tint),
        bounce_colour=vector(sky * dark * 0.42 * sky_tint * rng.uniform(0.7, 1.0)),
        screen_colour=vector(screen * np.array([0.85, 0.95, 1.1])),
        screen_position=vector(
            0.75 * np.array(camera.position_m) * (0.3, 1.0, 1.0)
            + np.array([0.0, 0.0, 0.25 * camera.position_m[2]])
        ),
        exposure=exposure * (dark**-0.35),
        low_light=low,
    )
