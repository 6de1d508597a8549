"""Scripts of (seconds, degrees) and the exact transitions they must give."""

from math import nan

import pytest
from hypothesis import given
from hypothesis import strategies as st

from posture.detector import Detector, DetectorSettings, deviation, explain, judged_changes
from posture.records import Angles, Deviation, Part, Reason, State

U, S, A, X = State.UPRIGHT, State.SLOUCHED, State.AWAY, State.UNKNOWN
GONE, HIDDEN = Reason.NO_PERSON, Reason.LOW_VISIBILITY

Step = tuple[float, float | Reason]
"""For so many seconds: the change in degrees, or why there is none."""


def play(
    script: list[Step], settings: DetectorSettings | None = None, rate_hz: float = 10.0
) -> list[tuple[float, State]]:
    """Run a script through a detector; the transitions as (seconds, state)."""
    detector = Detector(settings)
    found: list[tuple[float, State]] = []
    now_s, frame = 0.0, 0
    for lasts_s, what in script:
        end_s = now_s + lasts_s
        while frame / rate_hz < end_s - 1e-9:
            reason = what if isinstance(what, Reason) else None
            degrees = nan if isinstance(what, Reason) else what
            change = Deviation(degrees, nan, nan, degrees, None if reason else Part.NECK)
            judgement = detector.update(frame / rate_hz, change, reason)
            if judgement.transition is not None:
                found.append((judgement.transition.timestamp_s, judgement.state))
            frame += 1
        now_s = end_s
    return found


@pytest.mark.parametrize(
    ("script", "expected"),
    [
        pytest.param([(60, 2)], [(0, U)], id="upright"),
        pytest.param([(10, 0), (60, 15)], [(0, U), (40, S)], id="slouch"),
        pytest.param([(10, 0), (29, 15), (20, 0)], [(0, U)], id="not for long"),
        pytest.param([(10, 0), (60, 15), (20, 0)], [(0, U), (40, S), (75, U)], id="and back"),
        pytest.param([(10, 0), (60, 8), (60, 9.9)], [(0, U)], id="between the thresholds: never"),
        pytest.param(
            [(10, 0), (20, 15), (60, 8)], [(0, U), (40, S)], id="between them: still slouching"
        ),
        pytest.param(
            [(10, 0), *[(3, 20), (5, 0)] * 60], [(0, U)], id="glances at the keyboard all day"
        ),
        pytest.param(
            [(10, 0), (15, 15), (0.1, 0), (30, 15)],
            [(0, U), (40.4, S)],
            id="one good frame does not reset the clock",
        ),
        pytest.param(
            [(10, 0), (40, 15), (3, 0), (40, 15)], [(0, U), (40, S)], id="a short stretch is none"
        ),
        pytest.param([(10, 0), (30, GONE)], [(0, U), (11.9, A)], id="leaves"),
        pytest.param([(10, 0), (30, HIDDEN)], [(0, U), (11.9, X)], id="cannot be seen"),
        pytest.param([(10, 0), (1.5, HIDDEN), (5, 0)], [(0, U)], id="a moment is nothing"),
        pytest.param(
            [(10, 0), (20, 15), (20, GONE), (29, 15)],
            [(0, U), (31.9, A), (50, U)],
            id="absence is a break",
        ),
        pytest.param(
            [(10, 0), (20, 15), (5, HIDDEN), (20, 15)],
            [(0, U), (31.9, X), (35, U), (45.1, S)],
            id="unknown time counts as nothing, and resets nothing",
        ),
        pytest.param(
            [(10, 0), (60, 15), (4, HIDDEN), (2, 0), (20, 15)],
            [(0, U), (40, S), (71.9, X), (74, S)],
            id="a turned head does not end a slouch",
        ),
        pytest.param([(20, GONE)], [(2, A)], id="nobody from the start"),
        pytest.param([(60, -25)], [(0, U)], id="leaning back is no slouch"),
    ],
)
def test_script(script: list[Step], expected: list[tuple[float, State]]) -> None:
    found = play(script)
    assert [state for _, state in found] == [state for _, state in expected]
    assert [t for t, _ in found] == pytest.approx([t for t, _ in expected], abs=0.11)


@pytest.mark.parametrize("rate_hz", [1.0, 2.0, 5.0, 30.0])
def test_seconds_not_frames(rate_hz: float) -> None:
    (_, first), (when_s, second) = play([(10, 0), (60, 15)], rate_hz=rate_hz)
    assert (first, second) == (U, S)
    assert when_s == pytest.approx(40, abs=1.01 / rate_hz)


def test_a_gap_counts_as_nothing() -> None:
    detector = Detector()
    slouch = Deviation(15, nan, nan, 15, Part.NECK)
    detector.update(0.0, slouch)
    detector.update(1.0, slouch)
    after = detector.update(6.0, slouch)
    assert after.held_s == 1.0


def test_a_suspended_laptop_is_not_a_long_slouch() -> None:
    detector = Detector()
    slouch = Deviation(15, nan, nan, 15, Part.NECK)
    for second in range(20):
        detector.update(float(second), slouch)
    after = detector.update(8 * 3600.0, slouch)
    assert after.held_s == 0.0
    assert after.state is U


def test_countdown() -> None:
    detector = Detector(DetectorSettings(persist_s=5))
    slouch = Deviation(15, nan, nan, 15, Part.NECK)
    left = [detector.update(float(second), slouch).remaining_s for second in range(7)]
    assert left[:5] == [5, 4, 3, 2, 1]
    assert all(value != value for value in left[5:])  # no countdown once slouched


def test_transition_says_what_and_since_when() -> None:
    detector = Detector(DetectorSettings(persist_s=5))
    transitions = [
        detector.update(float(second), Deviation(14.2, 3, nan, 14.2, Part.NECK)).transition
        for second in range(7)
    ]
    last = [t for t in transitions if t][-1]
    assert (last.before, last.after, last.since_s) == (U, S, 0.0)
    assert last.text == "neck 14° beyond your baseline for 5 s"


@given(
    st.lists(
        st.tuples(st.floats(0, 5), st.one_of(st.floats(-40, 60), st.sampled_from(list(Reason)))),
        max_size=60,
    )
)
def test_no_slouch_without_its_seconds(script: list[Step]) -> None:
    """Whatever happens, a warning needs at least `persist_s` seconds beyond the exit threshold."""
    detector = Detector(DetectorSettings(persist_s=10))
    now_s, beyond_s = 0.0, 0.0
    for step_s, what in script:
        now_s += step_s
        degrees = nan if isinstance(what, Reason) else what
        judgement = detector.update(
            now_s,
            Deviation(degrees, nan, nan, degrees, Part.NECK),
            what if isinstance(what, Reason) else None,
        )
        if degrees > 6:
            beyond_s += step_s
        assert 0 <= judgement.held_s <= beyond_s + 1e-9
        if judgement.state is S and judgement.transition:
            assert beyond_s >= 10 - 1e-9


@pytest.mark.parametrize(
    ("neck", "thoracic", "worst", "part"),
    [
        pytest.param(14, 2, 14, Part.NECK, id="forward head"),
        pytest.param(5, 12, 12, Part.THORACIC, id="slump forward"),
        pytest.param(9, -20, 29, Part.SLUMP, id="slump against the backrest"),
        pytest.param(-20, -20, -20, Part.NECK, id="leaning back straight"),
        pytest.param(14, nan, 14, Part.NECK, id="hips hidden"),
        pytest.param(nan, 12, 12, Part.THORACIC, id="neck hidden"),
        pytest.param(nan, nan, nan, None, id="nothing"),
    ],
)
def test_worst_part(neck: float, thoracic: float, worst: float, part: Part | None) -> None:
    found = deviation(neck, thoracic)
    assert found.part is part
    assert found.worst_deg == pytest.approx(worst, nan_ok=True)


def test_a_slump_against_the_backrest_is_explained_as_one() -> None:
    text = explain(deviation(9, -20), 31)
    assert text == "leaning back with the neck forward, bent 29° beyond your baseline for 31 s"


def test_what_is_too_uncertain_is_not_judged() -> None:
    angles = Angles(
        neck_change_deg=30,
        neck_change_sd_deg=20,
        thoracic_change_deg=5,
        thoracic_change_sd_deg=3,
    )
    assert judged_changes(angles, DetectorSettings()) == pytest.approx((nan, 5, nan), nan_ok=True)


def test_rounding_alone_is_a_slouch() -> None:
    """A slump against the backrest leaves both lines where they were."""
    found = deviation(2, -1, 16)
    assert (found.part, found.worst_deg) == (Part.ROUNDING, 12)
    assert explain(found, 30) == "upper back rounded 16° beyond your baseline for 30 s"


@pytest.mark.parametrize(
    "wrong",
    [
        {"leave_deg": 12.0},
        {"leave_deg": -1.0},
        {"persist_s": 0.0},
        {"persist_s": nan},
        {"recovery_rate": 0.0},
        {"break_s": 1.0},
    ],
)
def test_settings_are_checked(wrong: dict[str, float]) -> None:
    with pytest.raises(ValueError, match=r"must|out of range"):
        DetectorSettings(**wrong)
