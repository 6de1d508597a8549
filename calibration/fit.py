"""Fit the angle model: a small ensemble that says how far each angle has changed, and how surely.

Each member is a two-layer network on (shape now - shape upright, shape upright) with a mean and a
variance for every target, trained with the Gaussian likelihood. A change is the answer less the
answer for the baseline itself, in training as at run time, so that it is zero there. At run time
a pose and its mirror image go through every member and the answers are averaged, so left and
right cannot differ.
"""

from __future__ import annotations

import json
import subprocess
from dataclasses import asdict, dataclass, replace
from typing import TYPE_CHECKING, Any

import numpy as np
import torch
from torch import nn

from calibration.evaluate import with_true_points
from calibration.examples import Examples, load
from posture import shape
from posture.angle_model import DEGREES, LOG_VARIANCE, TARGETS, AngleModel, from_layers, inputs
from posture.angles import nobody_known

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray


MISPLACED_M = 0.15
"""Frames whose head and shoulders were found further from where they are teach nothing."""
SEQUENCE_STEP = 3
"""Of a sequence every third frame is used: neighbours are alike."""


@dataclass(frozen=True, slots=True)
class FitSettings:
    """How the model is trained."""

    members: int = 5
    hidden: tuple[int, int] = (96, 48)
    epochs: int = 80
    batch: int = 512
    learning_rate: float = 3e-3
    weight_decay: float = 2e-2
    dropout: float = 0.1
    jitter: float = 0.05
    """Noise on the standardised inputs."""
    seed: int = 1


class Network(nn.Module):
    """One member: standardised inputs to means and log variances of the targets."""

    def __init__(self, size: int, settings: FitSettings) -> None:
        super().__init__()
        first, second = settings.hidden
        self.layers = nn.Sequential(
            nn.Linear(size, first),
            nn.ReLU(),
            nn.Dropout(settings.dropout),
            nn.Linear(first, second),
            nn.ReLU(),
            nn.Linear(second, 2 * len(TARGETS)),
        )

    def forward(self, values: torch.Tensor) -> torch.Tensor:
        """(n, size) to (n, 2 * targets)."""
        result: torch.Tensor = self.layers(values)
        return result


def weights_of(examples: Examples) -> NDArray[np.float64]:
    """(n,) how much each example counts.

    Sequences are mostly upright and their frames alike: frames with a change count more, or large
    changes would be read as too small, and a set-up's weight grows with the root of its length.
    """
    moved = 1.0 + np.abs(examples.change[:, :2]).max(axis=1) / 8.0
    _, places, counts = np.unique(examples.name, return_inverse=True, return_counts=True)
    weights: NDArray[np.float64] = moved / np.sqrt(counts[places] / 14.0)
    return weights


def train_member(
    values: torch.Tensor,
    at_rest: torch.Tensor | None,
    targets: torch.Tensor,
    weights: torch.Tensor,
    settings: FitSettings,
    seed: int,
) -> Network:
    """Train one member.

    Args:
        values: (n, size) standardised inputs.
        at_rest: (n, size) those of the baseline itself: what is learnt is the difference of both
            answers, as the product takes it. None to learn the answer alone.
        targets: (n, 4) in degrees / 10.
        weights: (n,) of the examples.
        settings: How.
        seed: Of its own random numbers.
    """
    torch.set_num_threads(1)  # such small layers are slower with more
    torch.manual_seed(seed)
    network = Network(values.shape[1], settings)
    optimiser = torch.optim.AdamW(
        network.parameters(), settings.learning_rate, weight_decay=settings.weight_decay
    )
    batches = max(1, len(values) // settings.batch)
    schedule = torch.optim.lr_scheduler.OneCycleLR(
        optimiser, settings.learning_rate, total_steps=settings.epochs * batches + 1
    )
    network.train()
    for _ in range(settings.epochs):
        for chosen in torch.randperm(len(values))[: batches * settings.batch].chunk(batches):
            out = network(_shaken(values[chosen], settings))
            mean, log_variance = out[:, : len(TARGETS)], out[:, len(TARGETS) :].clamp(*LOG_VARIANCE)
            if at_rest is not None:
                mean = mean - network(_shaken(at_rest[chosen], settings))[:, : len(TARGETS)]
            loss = log_variance + (targets[chosen] - mean) ** 2 * torch.exp(-log_variance)
            optimiser.zero_grad()
            (loss.mean(dim=1) * weights[chosen]).mean().backward()
            optimiser.step()
            schedule.step()
    network.eval()
    return network


def _shaken(values: torch.Tensor, settings: FitSettings) -> torch.Tensor:
    return values + settings.jitter * torch.randn_like(values)


def fit(train: Examples, settings: FitSettings, *, relative: bool = True) -> AngleModel:
    """Train every member on the examples and their mirror images.

    Args:
        train: The examples.
        settings: How.
        relative: Whether the model answers with `AngleModel.change`, or with `predict`.
    """
    both = _with_mirror(train.now, train.upright)
    middle, scale = both.mean(axis=0), np.maximum(both.std(axis=0), 1e-3)
    values = torch.tensor((both - middle) / scale, dtype=torch.float32)
    at_rest = None
    if relative:
        rest = (_with_mirror(train.upright, train.upright) - middle) / scale
        at_rest = torch.tensor(rest, dtype=torch.float32)
    targets = torch.tensor(train.change / DEGREES, dtype=torch.float32).repeat(2, 1)
    weights = torch.tensor(weights_of(train), dtype=torch.float32).repeat(2)
    members = [
        train_member(values, at_rest, targets, weights, settings, settings.seed + number)
        for number in range(settings.members)
    ]
    parameters = [list(member.parameters()) for member in members]
    layers = [
        np.stack([p.detach().numpy() for p in layer]) for layer in zip(*parameters, strict=True)
    ]
    return from_layers(middle, scale, layers, _bounds(train))


def _with_mirror(now: NDArray[np.float64], upright: NDArray[np.float64]) -> NDArray[np.float64]:
    mirrored = inputs(shape.mirrored(now), shape.mirrored(upright))
    return np.concatenate((inputs(now, upright), mirrored))


def _bounds(train: Examples) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """The range of shapes, from either side, with a tenth to spare."""
    shapes = np.concatenate((train.now, shape.mirrored(train.now)))
    least, most = shapes.min(axis=0), shapes.max(axis=0)
    return least - 0.1 * (most - least), most + 0.1 * (most - least)


def calibrated(
    model: AngleModel, error: NDArray[np.float64], sd: NDArray[np.float64]
) -> AngleModel:
    """Scale the standard deviations (n, 4) so that 68.3 % of the errors (n, 4) lie within one."""
    factor = np.quantile(np.abs(error) / sd, 0.6827, axis=0)
    return replace(model, sd_factor=factor.astype(np.float32))


def absolute(examples: Examples) -> Examples:
    """The same frames for the model that knows no baseline: the target is the angle itself."""
    upright = np.broadcast_to(nobody_known(), examples.upright.shape)
    return replace(examples, upright=upright, change=examples.absolute)


def fit_all(dataset: Path, landmarks: Path, out: Path, settings: FitSettings) -> None:
    """Fit and write both models: `angle_change` and `angle_absolute`, each with its json."""
    train = load(dataset, landmarks, "train", seed=settings.seed, every=SEQUENCE_STEP)
    train = train.where(train.misplaced_m < MISPLACED_M)
    held_out = load(dataset, landmarks, "validation", every=SEQUENCE_STEP)
    held_out = held_out.where(~held_out.sequence)
    model = fit(train, settings)
    change, sd = model.change(held_out.now, held_out.upright)
    _publish(
        model, change - held_out.change, sd, train, held_out, settings, out / "angle_change.npz"
    )
    known = absolute(held_out)
    model = fit(absolute(train), settings, relative=False)
    angle, sd = model.predict(known.now, known.upright)
    _publish(model, angle - known.change, sd, train, held_out, settings, out / "angle_absolute.npz")


def fit_oracle(dataset: Path, landmarks: Path, path: Path, settings: FitSettings) -> None:
    """Fit the model on true image points: what better landmarks could bring."""
    train = load(
        dataset,
        landmarks,
        "train",
        seed=settings.seed,
        every=SEQUENCE_STEP,
        prepare=with_true_points,
    )
    fit(train, settings).save(path)


def _publish(
    model: AngleModel,
    error: NDArray[np.float64],
    sd: NDArray[np.float64],
    train: Examples,
    held_out: Examples,
    settings: FitSettings,
    path: Path,
) -> None:
    """Make the sd true on the validation's errors, and write the model with its provenance."""
    mean_error = np.abs(error).mean(axis=0).round(2).tolist()
    about = provenance(train, settings) | {
        "validation_bodies": len(np.unique(held_out.body)),
        "validation_examples": len(held_out),
        "validation_mean_absolute_error_deg": dict(zip(TARGETS, mean_error, strict=True)),
    }
    calibrated(model, error, sd).save(path)
    path.with_suffix(".json").write_text(json.dumps(about, indent=2) + "\n", encoding="utf-8")


def provenance(train: Examples, settings: FitSettings) -> dict[str, Any]:
    """Where the model comes from, for the json beside its weights."""
    commit = subprocess.run(
        ["git", "rev-parse", "HEAD"],  # noqa: S607  # whichever git the user has
        capture_output=True,
        text=True,
        check=False,
    ).stdout.strip()
    return {
        "targets": list(TARGETS),
        "settings": asdict(settings),
        "examples": len(train),
        "bodies": len(np.unique(train.body)),
        "set_ups": len(np.unique(train.name)),
        "commit": commit,
        "torch": torch.__version__,
    }
