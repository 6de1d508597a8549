"""The evaluation's plumbing on made-up set-ups: nothing is rendered, nobody is looked for."""

from __future__ import annotations

import json
from itertools import combinations
from typing import TYPE_CHECKING

import numpy as np
import pytest

from calibration.accuracy_tables import measured_section
from calibration.evaluate import (
    competitors,
    cues,
    evaluate,
    gates,
    predicted,
    with_true_points,
)
from calibration.examples import Examples, after_baseline, of_set_up
from calibration.real_pictures import changes, real_section
from posture import shape
from posture.angle_model import AngleModel, from_layers
from tests.lab.made_up import set_up, stills
from tests.poses import make_pose

if TYPE_CHECKING:
    from pathlib import Path

    from calibration.extract import Extracted
    from posture.records import Pose


def examples_of(found: Extracted) -> Examples:
    part = of_set_up(found)
    assert part is not None
    return part


def small_model(seed: int = 0) -> AngleModel:
    rng = np.random.default_rng(seed)
    size = 2 * shape.LENGTH
    sizes = [(2, 5, size), (2, 5), (2, 4, 5), (2, 4), (2, 8, 4), (2, 8)]
    layers = [rng.normal(0, 0.1, s).astype(np.float32) for s in sizes]
    bounds = np.full(shape.LENGTH, -50.0), np.full(shape.LENGTH, 50.0)
    return from_layers(np.zeros(size), np.ones(size), layers, bounds)


def test_cues_of_a_figure_from_the_side() -> None:
    part = examples_of(stills([35.0]))
    found = cues(part.now)
    assert found["ear_over_shoulder"][0] == pytest.approx(35.0, abs=0.5)
    assert found["shoulder_over_hip"][0] == pytest.approx(0.0, abs=0.5)
    assert found["ear_up"][0] == pytest.approx(0.2 * np.cos(np.radians(35)), abs=0.01)
    assert found["ear_forward"][0] == pytest.approx(0.2 * np.sin(np.radians(35)), abs=0.01)


def test_hidden_hips_leave_no_trunk() -> None:
    values = examples_of(stills([35.0])).now
    values[:, shape.SEEN + 2] = 0.0
    assert np.isnan(cues(values)["shoulder_over_hip"]).all()


def test_baseline_frames_are_not_judged() -> None:
    part = examples_of(stills([35.0, 40.0]))
    assert part.change[:, 0] == pytest.approx([15.0, 20.0])
    sequence = stills([20.0] * 74, kind="sequence")
    assert after_baseline(sequence).sum() == 80 - 56


def test_an_example_is_never_part_of_its_own_baseline() -> None:
    found = stills([35.0])
    found.truth["neck_deg"][:6] = np.arange(6.0)
    possible = {-np.mean(some) for n in (3, 4, 5) for some in combinations(range(1, 6), n)}
    drawn = set()
    for seed in range(40):
        part = of_set_up(found, np.random.default_rng(seed))
        assert part is not None
        assert len(part) == 7
        drawn.add(float(part.change[0, 0]))
    assert len(drawn) > 5
    assert {round(d, 6) for d in drawn} <= {round(float(p), 6) for p in possible}


def test_competitors_from_the_side() -> None:
    part = examples_of(stills([35.0, 40.0]))
    formulas, plain, mean = competitors(part)
    assert plain.change[:, 0] == pytest.approx([15.0, 20.0], abs=0.5)
    assert formulas.change[:, 0] == pytest.approx(1.18 * plain.change[:, 0])
    assert mean.change[:, 0] == pytest.approx([17.5, 17.5])
    assert np.isnan(formulas.change[:, 2]).all()


def test_inclinations_say_nothing_from_the_front() -> None:
    part = examples_of(stills([35.0], view="front"))
    assert np.isnan(competitors(part)[1].change).all()


def test_a_model_is_zero_at_the_baseline() -> None:
    part = examples_of(stills([20.0, 20.0]))
    assert predicted("model", small_model(), part).change == pytest.approx(0.0, abs=1e-3)


def test_true_points_replace_those_found() -> None:
    found = stills([35.0])
    found.truth["oracle_px"][:, 0] = (7.0, 8.0)
    found.poses[2] = np.nan
    true = with_true_points(found)
    assert true.poses[0, 0, :2].tolist() == [7.0, 8.0]
    assert (true.poses[0, 1:] == found.poses[0, 1:]).all()
    assert np.isnan(true.poses[2]).all()
    assert found.poses[0, 0, 0] != 7.0


def test_gates_name_what_is_not_measured() -> None:
    angles = np.full(9, 20.0)
    poses: list[Pose | None] = [make_pose(yaw_deg=90.0) for _ in range(7)]
    found = set_up([*poses, None, make_pose(yaw_deg=20.0)], angles)
    assert gates(found, small_model())[6:].tolist() == ["measured", "not found", "view_changed"]
    narrow = small_model()
    narrow.most[0] = -50.0
    assert gates(found, narrow)[0] == "unfamiliar"


def test_frames_that_were_not_found_are_reported() -> None:
    row = {"view": "side", "out": False, "dark": True, "body": 1, "frames": 4, "baseline": False}
    text = "\n".join(measured_section([{**row, "counts": {"measured": 1, "not found": 3}}]))
    assert "| side | low light | 1 | 1 | 1 | 4 | 25 % | 75.0% |" in text


def test_leaving_one_out_needs_two_others() -> None:
    shapes = np.concatenate([examples_of(stills([a])).now for a in (20.0, 21.0, 40.0)])
    good, session = np.array([True, True, False]), np.full(3, "one")
    found = changes(shapes, good, session, small_model())
    assert np.isfinite(found).all(axis=1).tolist() == [False, False, True]


def test_real_pictures_that_are_not_there_are_said_so() -> None:
    assert "not evaluated" in "\n".join(real_section(None, small_model()))


def test_real_pictures(tmp_path: Path) -> None:
    for name in ("roboflow-ikorn-4kp", "via-posenet"):
        (tmp_path / name).mkdir()
    rows = ["file,session,label,neck_incl_deg"]
    angles: dict[str, float] = {}
    for index, angle in enumerate((20, 22, 24, 45, 50)):
        angles[f"{index}.jpg"] = angle
        rows.append(f"{index}.jpg,1,{'Good' if angle < 30 else 'Bad'},{angle + 1}")
        angles[f"1_{index}.jpg"] = angle
        (tmp_path / "roboflow-ikorn-4kp" / f"{index}.jpg").touch()
        (tmp_path / "via-posenet" / f"{'1_' if angle < 30 else ''}{index}.jpg").touch()
    (tmp_path / "roboflow-ikorn-4kp" / "labels.csv").write_text("\n".join(rows), "utf-8")

    def find(path: Path) -> Pose:
        yaw_deg = 0.0 if path.parent.name == "via-posenet" else 90.0
        return make_pose(neck_deg=angles[path.name], yaw_deg=yaw_deg)

    text = "\n".join(real_section(tmp_path, small_model(), find))
    assert "5 pictures, 5 measured" in text
    assert "| ear over shoulder, found points | 2 | 3 | 1.00" in text
    assert "| nose lower over the shoulders, in shoulder widths | 2 | 3 | 1.00" in text
    assert "bias \N{MINUS SIGN}1.0" in text


def write(found: Extracted, folder: Path, landmarks: Path, name: str) -> None:
    (folder / f"{name}.json").write_text(json.dumps(found.about), "utf-8")
    np.savez(folder / f"{name}.npz", **found.truth)  # type: ignore[arg-type]
    kept = ("poses", "size_px", "looks", "looked", "brightness")
    arrays = {key: getattr(found, key) for key in kept}
    np.savez(landmarks / f"{name}.npz", **arrays)


def test_the_whole_report(tmp_path: Path) -> None:
    folder, landmarks = tmp_path / "data" / "test", tmp_path / "landmarks"
    folder.mkdir(parents=True)
    landmarks.mkdir()
    rng = np.random.default_rng(0)
    for body in range(4):
        for view in ("side", "threequarter", "front"):
            found = stills((20 + rng.uniform(0, 25, 8)).tolist(), view=view, body=body)
            write(found, folder, landmarks, f"stills_{view}_moving_body{body:04d}_00")
    steady = stills([20.0] * 74, kind="sequence", view="front", body=1)
    write(steady, folder, landmarks, "sequence_front_moving_body0001_100")
    small_model().save(tmp_path / "model.npz")
    (tmp_path / "model.json").write_text('{"bodies": 7, "settings": {"seed": 3}}', "utf-8")
    out = tmp_path / "ACCURACY.md"
    for oracle in (None, tmp_path / "model.npz"):
        evaluate(tmp_path / "data", landmarks, tmp_path / "model.npz", out, oracle=oracle)
        text = out.read_text("utf-8")
        assert ("| side | oracle |" in text) == (oracle is not None)
    assert "bodies 7; setting seed 3" in text
    assert "| side | classical formulas |" in text
    assert "- Bodies: 4" in text
    assert "kind: upright" in text
    assert len(list((tmp_path / "accuracy").glob("*.png"))) == 3


def test_an_empty_split_is_an_error(tmp_path: Path) -> None:
    small_model().save(tmp_path / "model.npz")
    with pytest.raises(ValueError, match="no set-up"):
        evaluate(tmp_path, tmp_path, tmp_path / "model.npz", tmp_path / "out.md")
