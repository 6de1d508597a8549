"""When to speak: scripts of slouching seconds and the exact alerts they must give."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from posture.alerts import Alerts, AlertSettings
from posture.records import AlertLevel, Deviation, Part, State

CUE, NOTICE = AlertLevel.CUE, AlertLevel.NOTICE


def play(
    slouches: list[tuple[int, int]], degrees: float = 14.0, settings: AlertSettings | None = None
) -> list[tuple[float, AlertLevel]]:
    """Slouches from one second to another, found after 30 s each; the alerts given."""
    alerts = Alerts(settings)
    given_: list[tuple[float, AlertLevel]] = []
    for second in range(slouches[-1][1] + 60):
        held_s = max((second - a for a, b in slouches if a <= second < b), default=0)
        state = State.SLOUCHED if held_s >= 30 else State.UPRIGHT
        alert = alerts.update(
            float(second), state, Deviation(degrees, 0, 0, degrees, Part.NECK), float(held_s)
        )
        if alert is not None:
            given_.append((alert.timestamp_s, alert.level))
    return given_


@pytest.mark.parametrize(
    ("slouches", "degrees", "expected"),
    [
        pytest.param([(10, 80)], 14, [(40, CUE)], id="a cue first"),
        pytest.param([(10, 300)], 14, [(40, CUE), (130, NOTICE)], id="then a notice"),
        pytest.param([(10, 300)], 25, [(40, CUE), (70, NOTICE)], id="sooner when far"),
        pytest.param(
            [(10, 1000)], 14, [(40, CUE), (130, NOTICE), (730, NOTICE)], id="again, seldom"
        ),
        pytest.param([(10, 80), (200, 280)], 14, [(40, CUE)], id="not twice in a short while"),
        pytest.param([(10, 80), (700, 780)], 14, [(40, CUE), (730, CUE)], id="after a while again"),
    ],
)
def test_script(
    slouches: list[tuple[int, int]], degrees: float, expected: list[tuple[float, AlertLevel]]
) -> None:
    assert play(slouches, degrees) == expected


@given(st.lists(st.tuples(st.integers(0, 7200), st.integers(1, 3000)), min_size=1, max_size=8))
def test_never_more_than_the_cap_in_an_hour(slouches: list[tuple[int, int]]) -> None:
    ranges = sorted((start, start + length) for start, length in slouches)
    longest = max(end for _, end in ranges)
    times = [t for t, _ in play([*ranges, (longest, longest)])]
    assert all(sum(t <= u < t + 3600 for u in times) <= 4 for t in times)


def test_an_alert_says_which_angle_how_far_and_how_long() -> None:
    alert = Alerts().update(40.0, State.SLOUCHED, Deviation(13.6, 2, 0, 13.6, Part.NECK), 35.0)
    assert alert is not None
    assert alert.text == "neck 14° beyond your baseline for 35 s"
    assert (alert.part, alert.change_deg, alert.held_s) == (Part.NECK, 13.6, 35.0)


@pytest.mark.parametrize("state", [s for s in State if s is not State.SLOUCHED])
def test_silent_in_every_other_state(state: State) -> None:
    assert Alerts().update(0.0, state, Deviation(30, 30, 0, 30, Part.NECK), 100.0) is None


def test_silent_while_unmeasured() -> None:
    assert Alerts().update(0.0, State.SLOUCHED, Deviation(), 100.0) is None


@pytest.mark.parametrize(
    "wrong", [{"per_hour": -1}, {"cool_down_s": -1.0}, {"large_notice_after_s": 500.0}]
)
def test_settings_are_checked(wrong: dict[str, float]) -> None:
    with pytest.raises(ValueError, match="must"):
        AlertSettings(**wrong)  # type: ignore[arg-type]


def test_what_was_not_shown_does_not_count_towards_the_cap() -> None:
    alerts = Alerts(AlertSettings(per_hour=1, cool_down_s=10.0))
    change = Deviation(14, 0, 0, 14, Part.NECK)
    assert alerts.update(0.0, State.SLOUCHED, change, 30.0)
    alerts.withdraw()
    assert alerts.update(5.0, State.SLOUCHED, change, 35.0) is None  # it is not given again at once
    assert alerts.update(90.0, State.SLOUCHED, change, 120.0)
    assert alerts.update(200.0, State.SLOUCHED, change, 230.0) is None
