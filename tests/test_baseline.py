"""A baseline must be good, or say why it is not."""

import numpy as np
import pytest

from posture.baseline import (
    BaselineSettings,
    Sample,
    SteadySearch,
    fit,
    fit_slump,
)
from posture.features import extract
from posture.ports import BaselineError
from posture.quality import quality_word
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
        pytest.param(
            still(0, 3, neck_deg=10) + still(3.1, 6, neck_deg=60),
            "you moved: the neck angle varied",
            id="moving as people can",
        ),
        pytest.param(
            still(0, 5) + still(5.1, 6, neck_deg=90, metre_px=230),
            "not known in 10 of 61 frames",
            id="unlike anything for a while",
        ),
        pytest.param(
            still(0, 5, neck_deg=90, metre_px=230),
            "not known for such a picture",
            id="unlike anything",
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


def quality_of(samples: list[Sample]) -> tuple[float, str]:
    baseline = fit(samples, model_sha256="m")
    return baseline.quality, baseline.advice


def test_a_long_still_stretch_from_the_side_is_as_good_as_can_be() -> None:
    assert quality_of(still(0, 8, yaw_deg=90, metre_px=500.0)) == (1.0, "")


@pytest.mark.parametrize(
    ("samples", "advice"),
    [
        pytest.param(still(0, 1.2, yaw_deg=90), "for longer", id="few frames"),
        pytest.param(
            [
                s
                for i in range(60)
                for s in still(i / 10, i / 10, yaw_deg=90, neck_deg=20 + 2 * (i % 3))
            ],
            "Sit still",
            id="restless",
        ),
        pytest.param(
            still(0, 6, yaw_deg=90) + nobody(6.1, 10), "in the picture", id="partly unseen"
        ),
        pytest.param(still(0, 8, yaw_deg=90, metre_px=280.0), "nearer", id="far away"),
        pytest.param(still(0, 8), "further to the side", id="from the front"),
    ],
)
def test_the_weakest_side_is_what_would_make_it_better(samples: list[Sample], advice: str) -> None:
    value, said = quality_of(samples)
    assert 0 <= value < 1
    assert advice in said


def test_less_of_anything_is_no_better() -> None:
    longer = [quality_of(still(0, end_s, yaw_deg=90))[0] for end_s in (1.0, 1.5, 2.0, 3.0, 4.0)]
    nearer = [
        quality_of(still(0, 8, yaw_deg=90, metre_px=metre_px))[0] for metre_px in (260, 350, 500)
    ]
    assert longer == sorted(longer)
    assert nearer == sorted(nearer)
    assert longer[0] < longer[-1]
    assert nearer[0] < nearer[-1]


@pytest.mark.parametrize(
    ("value", "word"),
    [(1.0, "good"), (0.8, "good"), (0.79, "fair"), (0.5, "fair"), (0.2, "weak"), (None, "unknown")],
)
def test_quality_in_a_word(value: float | None, word: str) -> None:
    assert quality_word(value) == word


def test_the_own_slump_is_the_median_of_its_stretch() -> None:
    upright = fit(still(0, 8, yaw_deg=90), model_sha256="m")
    slumped = still(10, 14, yaw_deg=90, neck_deg=45, trunk_deg=5)
    features = slumped[0].features
    assert features is not None
    np.testing.assert_allclose(fit_slump(upright, slumped), features.shape)


@pytest.mark.parametrize(
    ("samples", "message"),
    [
        pytest.param(still(10, 14, yaw_deg=90), "differs from the upright", id="none"),
        pytest.param(still(10, 14, yaw_deg=0, neck_deg=45), "another side", id="turned"),
        pytest.param(nobody(10, 14), "could be measured", id="nobody"),
    ],
)
def test_a_slump_that_is_refused(samples: list[Sample], message: str) -> None:
    upright = fit(still(0, 8, yaw_deg=90), model_sha256="m")
    with pytest.raises(BaselineError, match=message):
        fit_slump(upright, samples)


@pytest.mark.parametrize("wrong", [{"auto_s": 0.5}, {"min_count": 1}, {"min_s": 0.0}])
def test_settings_are_checked(wrong: dict[str, float]) -> None:
    with pytest.raises(ValueError, match="must"):
        BaselineSettings(**wrong)  # type: ignore[arg-type]
