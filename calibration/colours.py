"""Colours of things, drawn by seed; linear albedo, 0 to 1."""

from __future__ import annotations

import numpy as np

from calibration.parts import Colour, vector


def sample_colour(rng: np.random.Generator) -> Colour:
    """Draw a colour of things: mostly muted, sometimes saturated, dark to light."""
    value = float(rng.uniform(0.03, 0.75)) ** 1.3
    saturation = float(rng.beta(1.2, 2.2))
    phase = rng.uniform(0.0, 1.0) + np.array([0.0, 1.0, 2.0]) / 3.0
    hue = 0.5 + 0.5 * np.cos(2.0 * np.pi * phase)
    return vector(value * (1.0 - saturation + saturation * hue))


def wood_colour(rng: np.random.Generator) -> Colour:
    """Draw a brown, a white or a black of furniture."""
    if rng.random() < 0.3:
        return muted(rng, 0.02, 0.8)
    return vector(np.array([1.0, 0.68, 0.42]) * rng.uniform(0.06, 0.55))


def muted(rng: np.random.Generator, low: float, high: float) -> Colour:
    """Draw a nearly grey colour between two brightnesses."""
    grey = float(rng.uniform(low, high))
    return vector(np.clip(grey * (1.0 + rng.normal(0.0, 0.05, 3)), 0.01, 0.95))
