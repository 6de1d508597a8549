"""The state of a live monitor: complete, and put back only as it was."""

from __future__ import annotations

import json
from operator import attrgetter
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from posture.landmark_state import _LASTING, PARTS, restore, shifted, start_of
from posture.live_monitor import LiveMonitor
from posture.settings import Settings
from tests.live_script import FORWARD, UPRIGHT, upright_profile
from tests.taped import TapedWorld

if TYPE_CHECKING:
    from posture.profile import Profile

FIXED = {
    "alerts": {"settings"},
    "_monitor._detector": {"settings"},
    "_monitor._person": {"references", "settings"},
    "_monitor._staleness": {
        *("_baselines", "_settings"),
        *("_kinds", "_camera", "_seat", "_turn", "_light"),
    },
    "_monitor._comparer": {"_references"},
}
"""What is made from settings and profiles, or has its own place in a state."""


@pytest.fixture(scope="module")
def profile() -> Profile:
    return upright_profile()


@pytest.fixture(scope="module")
def live(profile: Profile) -> LiveMonitor:
    """In the middle of a slouch."""
    script = [(20.0, UPRIGHT), (1e9, FORWARD)]
    return TapedWorld(script, end_s=70, profile=profile).run().session_._monitor


def fresh(profile: Profile | None) -> LiveMonitor:
    from posture.estimators.scripted import ScriptedEstimator

    return LiveMonitor(ScriptedEstimator(lambda _: None), Settings(), profile=profile)


class TestComplete:
    """Whoever adds to what is remembered from picture to picture, adds it to the state too."""

    @pytest.mark.parametrize("path", sorted(FIXED))
    def test_of_each_part(self, path: str, live: LiveMonitor) -> None:
        assert vars(attrgetter(path)(live)).keys() == PARTS[path].keys() | FIXED[path]

    def test_of_what_lasts(self, live: LiveMonitor) -> None:
        lasting = next(iter(attrgetter("_monitor._staleness._kinds")(live).values()))
        assert vars(lasting).keys() - _LASTING.keys() == {"_fill_s", "_empty_s", "_gap_s"}

    def test_of_the_monitor(self, live: LiveMonitor) -> None:
        parts = {"_person", "_detector", "_comparer", "_staleness", "_alerts"}
        fixed = {"baseline", "_limits"}
        of_this_picture = {"features", "curious"}
        assert vars(live._monitor).keys() == parts | fixed | of_this_picture

    def test_of_a_reference(self, live: LiveMonitor) -> None:
        reference = attrgetter("_monitor._comparer._references")(live)[0]
        fixed = {"_posture", "_settings", "_estimator", "usual_y", "_slump_deg"}
        assert vars(reference).keys() == {"_medians", "_change"} | fixed


def test_it_is_put_back(live: LiveMonitor, profile: Profile) -> None:
    start = start_of(live, begun=False)
    assert start is not None
    other = fresh(profile)
    restore(other, start.state)
    again = start_of(other, begun=False)
    assert again is not None
    assert json.loads(again.state) == json.loads(start.state)


def test_there_is_none_while_a_baseline_is_sought() -> None:
    seeking = fresh(None)
    assert start_of(seeking, begun=False) is None
    assert start_of(seeking, begun=True) is not None


def test_there_is_none_while_a_window_leads_through_a_calibration(profile: Profile) -> None:
    guided = fresh(profile)
    guided.follow(guided.new_guide())
    assert start_of(guided, begun=True) is None


def test_it_can_begin_earlier(live: LiveMonitor) -> None:
    start = start_of(live, begun=False)
    assert start is not None
    state = shifted(start.state, 16.0, lambda pose: pose)
    parts = [json.loads(data)["parts"] for data in (start.state, state)]
    before, after = (part["_monitor._detector"] for part in parts)
    assert after["_onset_s"] == before["_onset_s"] - 16.0
    assert after["_held_s"] == before["_held_s"]


def anything() -> st.SearchStrategy[Any]:
    leaves = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=3)
    return st.recursive(leaves, lambda inner: st.lists(inner, max_size=3), max_leaves=5)


@given(st.data(), anything())
def test_nothing_else_is_put_in(live: LiveMonitor, profile: Profile, data: Any, value: Any) -> None:  # noqa: ANN401
    start = start_of(live, begun=False)
    assert start is not None
    state = json.loads(start.state)
    path = data.draw(st.sampled_from(sorted(PARTS)))
    name = data.draw(st.sampled_from(sorted(PARTS[path])))
    state["parts"][path][name] = value
    other = fresh(profile)
    try:
        restore(other, json.dumps(state).encode())
    except ValueError:
        return
    kinds = {"moment": float, "number": float, "count": int, "flag": bool | None}
    kind = PARTS[path][name]
    if kind in kinds:
        assert isinstance(getattr(attrgetter(path)(other) if path else other, name), kinds[kind])


@pytest.mark.parametrize("state", [b"", b"[]", b"{}", b'{"parts": {}}', b"\xff", b"[" * 9999])
def test_what_is_none_is_refused(state: bytes, profile: Profile) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - the file names itself
        restore(fresh(profile), state)
