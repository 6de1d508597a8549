"""The fitted angle model at run time: arrays, in pure numpy.

An ensemble of small networks on (shape now - shape upright, shape upright), each with a mean and a
variance for every target. A pose and its mirror image go through every member and the answers are
averaged, so left and right cannot differ. Fitted by the laboratory on rendered bodies with a known
spine (`calibration/ACCURACY.md`); the weights are data.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import cache
from importlib import resources
from math import sqrt
from typing import IO, TYPE_CHECKING

import numpy as np

from posture import shape

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from numpy.typing import NDArray

    from posture.records import FloatArray

    Float32 = NDArray[np.float32]

TARGETS = ("neck_deg", "thoracic_deg", "rounding_deg", "head_pitch_deg")
"""What is estimated, in this order."""
DEGREES = 10.0
"""The networks count in tens of degrees."""
LOG_VARIANCE = (-8.0, 4.0)
"""Limits of the log variance, in training and after: 0.2 to 74 degrees."""
_FIRST_UNSURE = 5 * len(shape.HEAD_AND_SHOULDERS)
_ZERO = np.zeros((), np.float32)
_LEAST, _MOST = np.array(LOG_VARIANCE).reshape(2, 1)
"""Arrays, because numpy converts a number each time that it meets one."""


def inputs(now: FloatArray, upright: FloatArray) -> FloatArray:
    """What the networks are given: how the shape has changed, and what it was.

    Args:
        now: (..., shape.LENGTH) shape of the frame.
        upright: (..., shape.LENGTH) shape of the baseline.

    Returns:
        (..., 2 * shape.LENGTH). A landmark that was not seen in both has not moved.
    """
    change = now - upright
    flags = slice(shape.SEEN, shape.PLACE)
    both = (now[..., flags] > 0.5) & (upright[..., flags] > 0.5)
    change[..., _FIRST_UNSURE : shape.SEEN] *= np.repeat(both, 5, axis=-1)
    return np.concatenate((change, upright), axis=-1)


@dataclass(frozen=True, slots=True, eq=False)
class AngleModel:
    """Weights of m members, float32, with the standardisation of the inputs.

    Attributes:
        middle, scale: (2 * shape.LENGTH,) of the inputs.
        first, first_bias: (m, 2 * shape.LENGTH, a) and (m, 1, a).
        second, second_bias: (m, a, b) and (m, 1, b).
        last, last_bias: (m, b, 8) and (m, 1, 8).
        sd_factor: (4,) by which standard deviations are multiplied to be true.
        least, most: (shape.LENGTH,) the range of shapes that it was fitted on.
    """

    middle: Float32
    scale: Float32
    first: Float32
    first_bias: Float32
    second: Float32
    second_bias: Float32
    last: Float32
    last_bias: Float32
    sd_factor: Float32
    least: Float32
    most: Float32

    def predict(self, now: FloatArray, upright: FloatArray) -> tuple[FloatArray, FloatArray]:
        """Change of each target and its standard deviation, degrees; for many frames at once.

        Args:
            now: (n, shape.LENGTH).
            upright: (n, shape.LENGTH).

        Returns:
            Two (n, 4) arrays.
        """
        given = np.concatenate(
            (inputs(now, upright), inputs(shape.mirrored(now), shape.mirrored(upright)))
        )
        values = ((given - self.middle) / self.scale).astype(np.float32)
        hidden = np.maximum(values @ self.first + self.first_bias, 0)
        hidden = np.maximum(hidden @ self.second + self.second_bias, 0)
        out = (hidden @ self.last + self.last_bias).reshape(-1, len(now), 2 * len(TARGETS))
        return self.combine(out)

    def change(self, now: FloatArray, upright: FloatArray) -> tuple[FloatArray, FloatArray]:
        """As `predict`, made exactly zero at the baseline."""
        estimate, sd = self.predict(now, upright)
        return estimate - self.predict(upright, upright)[0], sd

    def combine(self, out: NDArray[np.float32]) -> tuple[FloatArray, FloatArray]:
        """One answer from the members' (k, ..., 8): a mixture's mean and standard deviation."""
        values = out.astype(np.float64)
        means, log_variances = values[..., : len(TARGETS)], values[..., len(TARGETS) :]
        variances = np.exp(np.minimum(np.maximum(log_variances, LOG_VARIANCE[0]), LOG_VARIANCE[1]))
        count = len(values)
        change = means.sum(axis=0) / count
        variance = (variances + means * means).sum(axis=0) / count - change * change
        return DEGREES * change, DEGREES * np.sqrt(variance) * self.sd_factor

    def save(self, path: Path) -> None:
        """Write the weights to an npz file."""
        np.savez(path, **{f.name: getattr(self, f.name) for f in fields(self)})

    @classmethod
    def load(cls, file: Path | IO[bytes]) -> AngleModel:
        """Read the weights from an npz file."""
        with np.load(file, allow_pickle=False) as arrays:
            return cls(**{f.name: arrays[f.name] for f in fields(cls)})


class PersonalModel:
    """The model for one baseline, which makes the first layer linear in the shape alone.

    Args:
        model: The weights.
        upright: (shape.LENGTH,) shape of the baseline.
    """

    def __init__(self, model: AngleModel, upright: FloatArray) -> None:
        self._model = model
        layers = [
            _compiled(model, side, mirrored=mirrored)
            for mirrored, side in ((False, upright), (True, shape.mirrored(upright)))
        ]
        self._first = np.concatenate([weights for weights, _ in layers], axis=1)
        self._bias = np.concatenate([bias for _, bias in layers])
        self._second_bias = np.stack([model.second_bias] * len(layers))
        self._last_bias = np.stack([model.last_bias] * len(layers))
        self._least, self._most = (v.astype(np.float64) for v in (model.least, model.most))
        self._sd_factor: list[float] = model.sd_factor.tolist()

    def knows(self, now: FloatArray) -> bool:
        """Whether a shape (LENGTH,) is of the kind that the model was fitted on."""
        return not np.count_nonzero((now < self._least) | (now > self._most))

    def predict(self, now: FloatArray) -> tuple[list[float], list[float]]:
        """Change of each target and its standard deviation, degrees: four and four.

        Args:
            now: (shape.LENGTH,).
        """
        model = self._model
        hidden = np.maximum(now.astype(np.float32).dot(self._first) + self._bias, _ZERO)
        members = hidden.reshape(2, len(model.second), 1, -1)
        members = np.maximum(members @ model.second + self._second_bias, _ZERO)
        return self._combined(members @ model.last + self._last_bias)

    def _combined(self, out: Float32) -> tuple[list[float], list[float]]:
        """As `AngleModel.combine`, to the last bit: plain floats are quicker on eight numbers."""
        values = out.reshape(-1, 2 * len(TARGETS)).astype(np.float64)
        means, log_variances = values[:, : len(TARGETS)].copy(), values[:, len(TARGETS) :]
        variances = np.exp(np.minimum(np.maximum(log_variances, _LEAST), _MOST))
        values[:, len(TARGETS) :] = variances + means * means
        moments = [total / len(values) for total in values.sum(axis=0).tolist()]
        change, squares = moments[: len(TARGETS)], moments[len(TARGETS) :]
        sd = [
            DEGREES * sqrt(max(square - value * value, 0.0)) * factor
            for value, square, factor in zip(change, squares, self._sd_factor, strict=True)
        ]
        return [DEGREES * value for value in change], sd


def _compiled(model: AngleModel, upright: FloatArray, *, mirrored: bool) -> tuple[Float32, Float32]:
    """First layer of all members for one baseline: (LENGTH, m * a) and (m * a,)."""
    size = shape.LENGTH
    weights = model.first.astype(np.float64) / model.scale[:, None]
    constant = model.first_bias[:, 0] - model.middle @ weights + upright @ weights[:, size:]
    change = weights[:, :size].transpose(1, 0, 2).reshape(size, -1)
    linear = change.copy()
    seen = np.repeat(upright[shape.SEEN : shape.PLACE] > 0.5, 5)
    linear[_FIRST_UNSURE : shape.SEEN] *= seen[:, None]
    # what is not seen now has not moved: its upright place is taken off by its flag
    unsure = linear[_FIRST_UNSURE : shape.SEEN] * upright[_FIRST_UNSURE : shape.SEEN, None]
    linear[shape.SEEN : shape.PLACE] -= unsure.reshape(len(shape.SOMETIMES_SEEN), 5, -1).sum(axis=1)
    certain = np.r_[0:_FIRST_UNSURE, shape.SEEN : size]
    bias = constant.reshape(-1) - upright[certain] @ change[certain]
    if mirrored:  # the mirrored shape times the weights is the shape times the mirrored weights
        back = np.empty_like(linear)
        back[shape.MIRROR_ORDER] = linear * shape.MIRROR_SIGN[:, None]
        linear = back
    return linear.astype(np.float32), bias.astype(np.float32)


@cache
def shipped(name: str) -> AngleModel:
    """The model in the package's data, read once: `angle_change` or `angle_absolute`."""
    with resources.files("posture.data").joinpath(f"{name}.npz").open("rb") as file:
        return AngleModel.load(file)


def from_layers(
    middle: FloatArray,
    scale: FloatArray,
    layers: Sequence[NDArray[np.float32]],
    bounds: tuple[FloatArray, FloatArray],
) -> AngleModel:
    """A model from stacked weights (m, out, in) and biases (m, out), layer by layer."""
    weights = [
        np.ascontiguousarray(a.transpose(0, 2, 1) if a.ndim == 3 else a[:, None, :], np.float32)
        for a in layers
    ]
    first, first_bias, second, second_bias, last, last_bias = weights
    return AngleModel(
        middle=middle.astype(np.float32),
        scale=scale.astype(np.float32),
        first=first,
        first_bias=first_bias,
        second=second,
        second_bias=second_bias,
        last=last,
        last_bias=last_bias,
        sd_factor=np.ones(len(TARGETS), np.float32),
        least=bounds[0].astype(np.float32),
        most=bounds[1].astype(np.float32),
    )
