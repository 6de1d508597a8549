"""What a webcam does to a picture: blur, colour cast, vignette, noise, JPEG."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Pixels = NDArray[np.uint8]
Floats = NDArray[np.float32]


@dataclass(frozen=True)
class Webcam:
    """How a camera spoils its picture.

    Attributes:
        blur_px: standard deviation of the lens blur.
        noise: standard deviation of the sensor noise in grey levels at middle brightness.
        noise_grain_px: size of the noise grain after the camera's own smoothing.
        gains: factors of blue, green and red.
        contrast: exponent around middle grey.
        vignette: darkening of the corners, 0 to 1.
        sharpening: of the camera's own, 0 to 1.
        jpeg_quality: 1 to 100.
    """

    blur_px: float
    noise: float
    noise_grain_px: float
    gains: tuple[float, float, float]
    contrast: float
    vignette: float
    sharpening: float
    jpeg_quality: int


def sample_webcam(rng: np.random.Generator, low_light: bool) -> Webcam:
    """Draw a webcam; in low light it is noisier and smears more."""
    gains = np.exp(rng.normal(0.0, 0.02, 3))
    return Webcam(
        blur_px=float(rng.uniform(0.35, 1.0) + 0.4 * low_light),
        noise=float(rng.uniform(0.6, 3.0) + rng.uniform(1.5, 5.0) * low_light),
        noise_grain_px=float(rng.uniform(0.0, 0.9)),
        gains=(float(gains[0]), float(gains[1]), float(gains[2])),
        contrast=float(rng.uniform(1.05, 1.4)),
        vignette=float(rng.uniform(0.0, 0.25)),
        sharpening=float(rng.uniform(0.0, 0.8)),
        jpeg_quality=int(rng.integers(55, 93)),
    )


def expose(image: Pixels, webcam: Webcam, rng: np.random.Generator) -> Pixels:
    """Return the (H, W, 3) BGR picture as the webcam delivers it, before compression."""
    import cv2

    height, width = image.shape[:2]
    values: Floats = cv2.GaussianBlur(image.astype(np.float32), (0, 0), webcam.blur_px).astype(
        np.float32
    )
    if webcam.sharpening > 0.0:
        values += webcam.sharpening * (values - cv2.GaussianBlur(values, (0, 0), 1.6))
    rows = np.linspace(-1.0, 1.0, height, dtype=np.float32)[:, None]
    columns = np.linspace(-1.0, 1.0, width, dtype=np.float32)[None, :]
    dark = 1.0 - webcam.vignette * 0.5 * (rows**2 + columns**2)
    values *= dark[:, :, None] * np.array(webcam.gains, np.float32)
    values = 255.0 * np.clip(values / 255.0, 0.0, 1.0) ** webcam.contrast
    # Most of the noise is common to the channels: cameras smooth colour more than brightness.
    coarse = rng.standard_normal((height // 2, width // 2, 3), dtype=np.float32)
    smooth = cv2.resize(coarse, (width, height), interpolation=cv2.INTER_LINEAR)
    noise: Floats = np.asarray(0.6 * smooth, np.float32)
    noise += 0.9 * rng.standard_normal((height, width, 1), dtype=np.float32)
    if webcam.noise_grain_px > 0.3:
        noise = np.asarray(cv2.GaussianBlur(noise, (0, 0), webcam.noise_grain_px), np.float32)
        noise *= 1.0 + 0.9 * webcam.noise_grain_px
    strength = webcam.noise * (1.25 - 0.5 * values / 255.0)
    return np.asarray(np.clip(values + strength * noise, 0.0, 255.0), np.uint8)


def compress(image: Pixels, webcam: Webcam) -> bytes:
    """Return the picture as a JPEG file."""
    import cv2

    done, data = cv2.imencode(".jpg", image, [cv2.IMWRITE_JPEG_QUALITY, webcam.jpeg_quality])
    if not done:
        raise ValueError(f"a picture of shape {image.shape} could not be encoded")
    return bytes(data)
