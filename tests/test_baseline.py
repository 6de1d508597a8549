"""A baseline must be good, or say why it is not."""

import json
from pathlib import Path

import numpy as np
import pytest

from posture.baseline import BaselineSettings, Sample, SteadySearch, fit, read, to_json
from posture.features import extract
from posture.ports import BaselineError
from posture.records import View
from tests.poses import make_pose

FRAME = (640, 480)


def still(start_s: float, end_s: float, *, rate_hz: float = 10.0, **pose: float) -> list[Sample]:
    """The paper figure, still."""
    features = extract(make_pose(**pose))  # type: ignore[arg-type]
    return [
        Sample(float(t), features, FRAME) for t in np.arange(start_s, end_s + 1e-9, 1 / rate_hz)
    ]


def nobody(start_s: float, end_s: float) -> list[Sample]:
    return [Sample(float(t), None, FRAME) for t in np.arange(start_s, end_s + 1e-9, 0.1)]


def test_median_place_and_count() -> None:
    baseline = fit(still(1, 8, yaw_deg=10), model_sha256="m")
    assert (baseline.view, baseline.count) == (View.FRONT, 71)
    assert (baseline.start_s, baseline.end_s) == pytest.approx((1, 8))
    assert baseline.centre[0] == pytest.approx(0.5)
    assert baseline.size == pytest.approx(1.0)
    np.testing.assert_allclose(baseline.spread, 0, atol=1e-12)


def test_a_few_wild_frames_do_no_harm() -> None:
    samples = still(0, 5)
    samples[10:14] = still(1, 1.3, neck_deg=70)
    clean = fit(still(0, 5), model_sha256="m")
    np.testing.assert_allclose(fit(samples, model_sha256="m").shape, clean.shape)


@pytest.mark.parametrize(
    ("samples", "message"),
    [
        pytest.param([], "only 0 of 0 frames", id="nothing"),
        pytest.param(nobody(0, 5), "only 0 of 51 frames", id="nobody"),
        pytest.param(still(0, 0.9, rate_hz=30), "too short", id="short"),
        pytest.param(still(0, 1) + nobody(1.1, 5), "could not be measured", id="mostly unseen"),
        pytest.param(
            still(0, 3, yaw_deg=0) + still(3.1, 6, yaw_deg=90), "you turned", id="two views"
        ),
        pytest.param(
            still(0, 3, neck_deg=10) + still(3.1, 6, neck_deg=70),
            "you moved: the neck",
            id="moving",
        ),
    ],
)
def test_refused_with_a_reason(samples: list[Sample], message: str) -> None:
    with pytest.raises(BaselineError, match=message):
        fit(samples, model_sha256="m")


def search(samples: list[Sample]) -> tuple[float, float] | None:
    steady = SteadySearch(model_sha256="m")
    for sample in samples:
        baseline = steady.update(sample)
        if baseline is not None:
            return round(baseline.start_s, 3), round(baseline.end_s, 3)
    return None


@pytest.mark.parametrize(
    ("samples", "expected"),
    [
        pytest.param(still(0, 10), (0.0, 3.0), id="at once"),
        pytest.param(still(0, 2.8), None, id="too short"),
        pytest.param(nobody(0, 4) + still(4.1, 10), (4.1, 7.1), id="after arriving"),
        pytest.param(still(0, 2) + nobody(2.1, 2.4) + still(2.5, 9), (2.5, 5.5), id="in one piece"),
        pytest.param(
            [s for i in range(80) for s in still(i / 10, i / 10, neck_deg=20 + 4 * (i % 9))],
            None,
            id="moving",
        ),
    ],
)
def test_first_steady_stretch(samples: list[Sample], expected: tuple[float, float] | None) -> None:
    assert search(samples) == (None if expected is None else pytest.approx(expected, abs=0.11))


def test_stored_and_read_again(tmp_path: Path) -> None:
    baseline = fit(still(1, 8, yaw_deg=-90), model_sha256="m")
    file = tmp_path / "me.baseline.json"
    file.write_text(json.dumps(to_json(baseline)))
    again = read(file)
    np.testing.assert_array_equal(again.shape, baseline.shape)
    np.testing.assert_array_equal(again.spread, baseline.spread)
    assert to_json(again) == to_json(baseline)


@pytest.mark.parametrize("wrong", [[], [0.0] * 71, ["x"] * 72, [float("nan")] * 72])
def test_a_shape_that_is_none(wrong: list[object], tmp_path: Path) -> None:
    values = to_json(fit(still(1, 8), model_sha256="m"))
    file = tmp_path / "me.json"
    file.write_text(json.dumps(values | {"shape": wrong}))
    with pytest.raises(BaselineError, match="not a baseline of this version"):
        read(file)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "no JSON"),
        ("\x00\x01", "no JSON"),
        ("[]", "not a baseline of this version"),
        ("{}", "not a baseline of this version"),
        ('{"format": 0}', "not a baseline of this version"),
        ('{"format": 2, "view": "above"}', "not a baseline of this version"),
    ],
)
def test_a_file_that_is_no_baseline(tmp_path: Path, text: str, message: str) -> None:
    file = tmp_path / "wrong.json"
    file.write_text(text)
    with pytest.raises(BaselineError, match=message) as caught:
        read(file)
    assert str(file) in str(caught.value)


def test_a_missing_file(tmp_path: Path) -> None:
    with pytest.raises(BaselineError, match="cannot be read"):
        read(tmp_path / "none.json")


@pytest.mark.parametrize("wrong", [{"auto_s": 0.5}, {"min_count": 1}, {"min_s": 0.0}])
def test_settings_are_checked(wrong: dict[str, float]) -> None:
    with pytest.raises(ValueError, match="must"):
        BaselineSettings(**wrong)  # type: ignore[arg-type]
