"""Sample clips of exercises: one body each, 10 frames a second, with what is to be counted."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from calibration.body_model import load_body_model
from calibration.clips import FPS, encode
from calibration.exercise_jobs import CAMERAS, SEED, ExerciseTruth, generator
from calibration.exercise_movements import ENOUGH, HALF
from calibration.exercise_paced import VIEWS, write_paced
from calibration.exercise_postures import FORMS
from calibration.exercise_scripts import write_script
from calibration.recorder import describe_set_up
from calibration.render import Renderer
from calibration.stage import SetUpKey, Stage, make_set_up

if TYPE_CHECKING:
    from pathlib import Path

    import numpy as np

    from calibration.exercise_scripts import ExerciseScript

SIZE_PX = (480, 360)
_STREAM, _INDEX = 9, 900


@dataclass(frozen=True)
class Sample:
    """A sample clip.

    Attributes:
        body: Number of the body; an odd one is of those that thresholds are tested on.
        movements: (label, side) in their order.
        hold_s: Of every movement; not used where cues lead, one movement a cycle.
    """

    body: int
    movements: tuple[tuple[str, int], ...]
    hold_s: float = 0.0


_TWICE = ((ENOUGH, 0), (HALF, 0), (ENOUGH, 0))
_LED = ((ENOUGH, 0),) * 4
_BOTH_SIDES = ((ENOUGH, 1), (ENOUGH, -1))
SAMPLES: dict[str, Sample] = {
    "chin_tuck": Sample(5, _LED),
    "shoulder_blade_squeeze": Sample(2, _LED),
    "wall_angel": Sample(7, ((ENOUGH, 0), (ENOUGH, 0)), 0.3),
    "thoracic_extension": Sample(9, _TWICE, 1.2),
    "cat_cow": Sample(4, _LED),
    "side_bend": Sample(13, _BOTH_SIDES, 2.5),
    "neck_rotation": Sample(15, _BOTH_SIDES, 2.5),
    "overhead_reach": Sample(1, ((ENOUGH, 0), (ENOUGH, 0)), 2.0),
}


def _script(rng: np.random.Generator, name: str, sample: Sample) -> ExerciseScript:
    if name in VIEWS:
        return write_paced(rng, name, [label for label, _ in sample.movements])
    return write_script(rng, name, sample.movements, sample.hold_s)


def make_exercise_clip(name: str, path: Path, body: int | None = None) -> None:
    """Render the sample of the exercise ``name`` to ``path`` (H.264) with a json beside it.

    The json has ``counts`` (left, right, all), ``movements`` as in a data set, and the set-up.
    """
    sample, view = SAMPLES[name], VIEWS.get(name, FORMS[name].views[0])
    index = _INDEX + list(FORMS).index(name)
    key = SetUpKey(SEED, sample.body if body is None else body, index, view, size_px=SIZE_PX)
    script = _script(generator(key, _STREAM), name, sample)
    model = load_body_model()
    set_up = make_set_up(model, key, CAMERAS[name, view])
    path.parent.mkdir(parents=True, exist_ok=True)
    with Renderer() as renderer:
        frames = ExerciseTruth().frames(model, Stage(model, renderer), set_up, script, FPS)
        encode(frames, path, SIZE_PX, FPS)
    left, right, both = script.counts()
    about = {
        "exercise": name,
        "view": view,
        "fps": FPS,
        "length_s": script.length_s,
        "counts": {"left": left, "right": right, "all": left + right + both},
        "movements": [asdict(done) | {"counts": done.counts} for done in script.movements],
    }
    made = describe_set_up(set_up)
    about |= {name: made[name] for name in ("seed", "body", "index", "camera", "versions")}
    path.with_suffix(".json").write_text(json.dumps(about, indent=1) + "\n", encoding="utf-8")
