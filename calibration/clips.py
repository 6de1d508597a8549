"""Sample clips: one story each, 10 frames a second, with the true angles beside the video."""

from __future__ import annotations

import csv
import json
import shutil
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from calibration.body_model import load_body_model
from calibration.posture import Posture
from calibration.recorder import describe_set_up
from calibration.render import Renderer
from calibration.scripts import Script, Step
from calibration.stage import Moment, SetUpKey, Stage, make_set_up
from calibration.sway import sample_sway
from calibration.webcam import expose

if TYPE_CHECKING:
    from collections.abc import Iterator

    from calibration.parts import Vector
    from calibration.render import Pixels
    from calibration.stage import Placed, SetUp

FPS = 10.0
_STREAM = 6
_COLUMNS = ("neck_deg", "thoracic_deg", "head_pitch_deg")
_UPRIGHT = Posture(slump_deg=1.5, pelvis_roll_share=0.4)
_SLUMP = Posture(
    slump_deg=34.0, pelvis_roll_share=0.35, neck_flexion_deg=9.0, shoulder_protraction_deg=9.0
)
_FORWARD_HEAD = Posture(slump_deg=4.0, neck_flexion_deg=30.0)
_LOOK_DOWN = Posture(slump_deg=2.0, head_pitch_deg=26.0)
_RECLINING = Posture(
    slump_deg=42.0,
    pelvis_roll_share=0.9,
    recline_deg=6.0,
    neck_flexion_deg=9.0,
    lap_left=1.0,
    lap_right=1.0,
)
_RISING = Posture(hinge_deg=18.0)


@dataclass(frozen=True)
class Story:
    """A sample clip.

    Attributes:
        view: of the camera.
        body: number of the body.
        length_s: of the clip; the sitter is upright from second 1 to 8 in all of them.
        steps: what happens, beside the first step.
    """

    view: str
    body: int
    length_s: float
    steps: tuple[Step, ...]


STORIES: dict[str, Story] = {
    "slow_slump": Story(
        "front",
        48,
        40.0,
        (Step(9.0, 14.0, "slow_slump", _SLUMP), Step(34.0, 2.0, "upright", _UPRIGHT)),
    ),
    "forward_head": Story(
        "threequarter",
        47,
        34.0,
        (Step(9.0, 4.0, "forward_head", _FORWARD_HEAD), Step(28.0, 1.5, "upright", _UPRIGHT)),
    ),
    "glance": Story(
        "front",
        40,
        26.0,
        (
            Step(10.0, 0.5, "glance", _LOOK_DOWN),
            Step(13.5, 0.6, "upright", _UPRIGHT),
            Step(18.0, 0.5, "glance", _LOOK_DOWN),
            Step(22.0, 0.6, "upright", _UPRIGHT),
        ),
    ),
    "leave_and_return": Story(
        "front",
        44,
        34.0,
        (
            Step(9.0, 0.9, "leaving", _RISING),
            Step(9.9, 1.6, "leaving", _RISING, away=1.0),
            Step(11.5, 0.1, "away", _RISING, away=1.0),
            Step(21.0, 1.6, "returning", _RISING),
            Step(22.6, 1.0, "upright", _UPRIGHT),
        ),
    ),
    "side_slump": Story(
        "side", 41, 36.0, (Step(9.0, 6.0, "slump", _SLUMP), Step(29.0, 1.5, "upright", _UPRIGHT))
    ),
    "reclining_slump": Story(
        "threequarter",
        45,
        36.0,
        (Step(9.0, 7.0, "reclining_slump", _RECLINING), Step(30.0, 1.5, "upright", _UPRIGHT)),
    ),
}


def make_clip(kind: str, path: Path, seed: int, body: int | None = None) -> None:
    """Render the story ``kind`` to ``path`` (H.264) with .csv and .json beside it.

    The csv has ``frame,timestamp_s,neck_deg,thoracic_deg,head_pitch_deg,seat_x_m,seat_y_m``;
    angles are empty while nobody is there.
    """
    story = STORIES[kind]
    key = SetUpKey(seed, story.body if body is None else body, 900, story.view, size_px=(640, 480))
    rng = np.random.default_rng(np.random.SeedSequence(seed, spawn_key=(_STREAM, key.body)))
    script = Script(
        (Step(0.0, 0.1, "upright", _UPRIGHT), *story.steps), story.length_s, sample_sway(rng)
    )
    model = load_body_model()
    set_up = make_set_up(model, key)
    path.parent.mkdir(parents=True, exist_ok=True)
    rows: list[list[str]] = []
    with Renderer() as renderer:
        stage = Stage(model, renderer)
        stage.enter(set_up)
        frames = _frames(stage, set_up, script, rng, rows)
        encode(frames, path, (640, 480), FPS)
    with path.with_suffix(".csv").open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["frame", "timestamp_s", *_COLUMNS, "seat_x_m", "seat_y_m"])
        writer.writerows(rows)
    about = describe_set_up(set_up) | {
        "story": kind,
        "view": story.view,
        "fps": FPS,
        "baseline_s": [1, 8],
        "steps": [{"start_s": step.start_s, "kind": step.kind} for step in script.steps],
    }
    path.with_suffix(".json").write_text(json.dumps(about, indent=1) + "\n", encoding="utf-8")


def _frames(
    stage: Stage, set_up: SetUp, script: Script, rng: np.random.Generator, rows: list[list[str]]
) -> Iterator[Pixels]:
    for frame in range(round(script.length_s * FPS)):
        moment, _ = script.at(frame / FPS)
        image, placed = stage.take(moment)
        rows.append(_row(frame, moment, placed, moment.seat_m))
        yield expose(image, set_up.webcam, rng)


def _row(frame: int, moment: Moment, placed: Placed, seat_m: Vector) -> list[str]:
    angles = [f"{getattr(placed.angles, name):.3f}" if moment.present else "" for name in _COLUMNS]
    return [str(frame), f"{frame / FPS:.1f}", *angles, f"{seat_m[0]:.4f}", f"{seat_m[1]:.4f}"]


def encode(frames: Iterator[Pixels], path: Path, size_px: tuple[int, int], fps: float) -> None:
    """Write H.264 with the ``ffmpeg`` program; the clip appears when it is complete."""
    program = shutil.which("ffmpeg")
    if program is None:
        raise FileNotFoundError(
            "ffmpeg is needed to write a clip; on Debian: apt-get install ffmpeg"
        )
    with tempfile.TemporaryDirectory(dir=path.parent) as folder:
        partial = Path(folder) / "clip.mp4"
        source = f"-f rawvideo -pix_fmt bgr24 -s {size_px[0]}x{size_px[1]} -r {fps} -i -"
        target = "-c:v libx264 -crf 30 -preset medium -pix_fmt yuv420p -movflags +faststart"
        command = [program, "-v", "error", *source.split(), *target.split(), str(partial)]
        with subprocess.Popen(command, stdin=subprocess.PIPE) as process:  # noqa: S603
            if process.stdin is None:
                raise OSError("ffmpeg takes no input")
            for frame in frames:
                process.stdin.write(frame.tobytes())
            process.stdin.close()
            if process.wait() != 0:
                raise OSError(f"ffmpeg failed with status {process.returncode}")
        partial.replace(path)
