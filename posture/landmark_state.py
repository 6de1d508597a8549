"""What a `LiveMonitor` knows at one moment, so that a recording can begin in the middle of a day.

Only what outlasts a picture and is not made from the settings and the profiles. It is taken only
while no baseline is sought or taken, nobody exercises, and no other profile is being considered:
all else would need the pictures before. Values are set only by name and kind: a file can put in
nothing else.
"""

from __future__ import annotations

import json
from collections import deque
from dataclasses import dataclass
from operator import attrgetter
from typing import TYPE_CHECKING, Any

import numpy as np

from posture.landmark_codec import MOST_PX
from posture.landmarks import LANDMARK_COUNT
from posture.records import AlertLevel, Pose, State
from posture.upper_body import UpperBody, read_upper_body

if TYPE_CHECKING:
    from collections.abc import Callable

    from posture.live_monitor import LiveMonitor
    from posture.profile import Profile

_LASTING = {
    "on": "flag",
    "since_s": "moment",
    "disputed": "flag",
    "_full": "number",
    "_last_s": "moment",
    "_last": "flag",
}
PARTS: dict[str, dict[str, str]] = {
    "alerts": {"_given_s": "moments", "_last_s": "moment", "_level": "level"},
    "_monitor._detector": {
        "_state": "state",
        "_bent": "flag",
        "_held_s": "number",
        "_upright_s": "number",
        "_onset_s": "moment",
        "_measured_s": "moment",
        "_unmeasured_since_s": "moment",
    },
    "_monitor._person": {
        "_now_s": "moment",
        "_step_s": "number",
        "_last": "body",
        "_known": "flag",
        "_sure_s": "moment",
        "_behind_s": "moment",
        "_rivals": "bodies",
        "_alone_since_s": "moment",
        "_settled": "flag",
        "_wrong": "flag",
        "_restart": "flag",
        "_restart_s": "moment",
        "_look_s": "moment",
        "_looked_at": "body",
        "_frames_since_look": "count",
        "_odd_looks": "count",
        "_agreements": "count",
        "_doubts": "count",
        "_steady_since_s": "moment",
    },
    "_monitor._staleness": {"_somebody": "flag", "_look_s": "moment", "_now_s": "moment"},
    "_monitor._comparer": {"_current": "count", "_started": "flag", "_nearer_since_s": "moment"},
    "": {"_stay_until_s": "moment"},
}
"""Objects below a `LiveMonitor`, and the names and kinds of what each keeps from picture to
picture; a moment is a number of seconds since the session began."""
MOST_PEOPLE = 20
UNKNOWN = b"{}"
"""The state of a recording that begins in the middle of something: not all is known."""


@dataclass(frozen=True, slots=True, eq=False)
class Start:
    """From where a recording can begin.

    Attributes:
        profile, kept: As `LiveMonitor` takes them.
        state: For `restore`.
    """

    profile: Profile | None
    kept: tuple[Profile, ...]
    state: bytes


def start_of(live: LiveMonitor, *, begun: bool) -> Start | None:
    """What is known now; None where that is not all that further ticks depend on.

    Args:
        live: Between two pictures.
        begun: Whether the camera has just been opened.
    """
    led = getattr(live, "_led") is not None  # noqa: B009 - the state is its private business
    if led or (live.taking is not None and not begun):
        return None
    switch = getattr(live, "_switch")  # noqa: B009
    if switch is not None and switch.observed:
        return None
    kept = getattr(live, "_kept")  # noqa: B009
    return Start(live.profile, tuple(kept.values()), json.dumps(_state(live)).encode())


def _lasting(live: LiveMonitor) -> list[Any]:
    """Everything that fills and empties with time."""
    found = [*attrgetter("_monitor._staleness._kinds")(live).values()]
    switch = getattr(live, "_switch")  # noqa: B009
    return found if switch is None else [*found, attrgetter("_raised")(switch)]


def _medians(live: LiveMonitor) -> list[Any]:
    references = attrgetter("_monitor._comparer._references")(live)
    return [median for each in references for median in attrgetter("_medians")(each)]


def _part(live: LiveMonitor, path: str) -> Any:  # noqa: ANN401
    return attrgetter(path)(live) if path else live


def _state(live: LiveMonitor) -> dict[str, Any]:
    def written(owner: object, kinds: dict[str, str]) -> dict[str, Any]:
        return {name: _WRITE[kind](getattr(owner, name)) for name, kind in kinds.items()}

    return {
        "parts": {path: written(_part(live, path), kinds) for path, kinds in PARTS.items()},
        "lasting": [written(each, _LASTING) for each in _lasting(live)],
        "medians": [list(attrgetter("_times")(median)) for median in _medians(live)],
    }


def restore(live: LiveMonitor, data: bytes) -> None:
    """Bring a `LiveMonitor` that has just begun, with the same profiles, to a state.

    Raises:
        ValueError: It is no state, or not of these profiles.
    """
    try:
        _restore(live, json.loads(data))
    except (KeyError, TypeError, AttributeError, RecursionError, OverflowError) as error:
        raise ValueError("the state at its beginning holds something else") from error


def _restore(live: LiveMonitor, state: dict[str, Any]) -> None:
    margin = attrgetter("_monitor._person.settings.margin")(live)

    def put(owner: object, kinds: dict[str, str], values: dict[str, Any]) -> None:
        for name, kind in kinds.items():
            setattr(owner, name, _READ[kind](values[name], margin))

    for path, kinds in PARTS.items():
        put(_part(live, path), kinds, state["parts"][path])
    for each, values in zip(_lasting(live), state["lasting"], strict=True):
        put(each, _LASTING, values)
    for median, times in zip(_medians(live), state["medians"], strict=True):
        pairs = [(_finite(at_s), _finite(value)) for at_s, value in times]
        median.clear()
        attrgetter("_times")(median).extend(pairs)
        attrgetter("_sorted")(median).extend(sorted(value for _, value in pairs))
    comparer = attrgetter("_monitor._comparer")(live)
    if attrgetter("_current")(comparer) >= len(attrgetter("_references")(comparer)):
        raise ValueError("it was judged by a posture that there is not")


def shifted(data: bytes, by_s: float, plainer: Callable[[list[Any]], list[Any]]) -> bytes:
    """A state whose session began later, and with other landmarks.

    Args:
        data: Of `start_of`.
        by_s: Taken from every moment.
        plainer: Changes landmarks as they are written: width, height, and four lists.

    Raises:
        ValueError: It is no state.
    """
    try:
        return json.dumps(_shifted(json.loads(data), by_s, plainer)).encode()
    except (KeyError, TypeError, AttributeError, RecursionError, OverflowError) as error:
        raise ValueError("the state at its beginning holds something else") from error


def _shifted(state: dict[str, Any], by_s: float, plainer: Callable[[Any], Any]) -> dict[str, Any]:
    change: dict[str, Callable[[Any], Any]] = {
        "moment": lambda at_s: at_s - by_s,
        "moments": lambda moments: [at_s - by_s for at_s in moments],
        "body": lambda body: None if body is None else plainer(body),
        "bodies": lambda bodies: [plainer(body) for body in bodies],
    }

    def changed(values: dict[str, Any], kinds: dict[str, str]) -> dict[str, Any]:
        return {n: change.get(kinds[n], lambda same: same)(v) for n, v in values.items()}

    parts = {path: changed(values, PARTS[path]) for path, values in state["parts"].items()}
    lasting = [changed(values, _LASTING) for values in state["lasting"]]
    medians = [[(at_s - by_s, value) for at_s, value in each] for each in state["medians"]]
    return {"parts": parts, "lasting": lasting, "medians": medians}


def _finite(value: object) -> float:
    number = _number(value)
    if not abs(number) < 1e12:
        raise ValueError("a number is too large")
    return number


def _number(value: object, _: float = 0.0) -> float:
    if type(value) not in (int, float):
        raise ValueError("a number is none")
    return float(value)  # type: ignore[arg-type]


def _count(value: object, _: float) -> int:
    if type(value) is not int or not 0 <= value < 1 << 60:
        raise ValueError("a count is none")
    return value


def _flag(value: object, _: float) -> bool | None:
    if not isinstance(value, bool | None):
        raise TypeError("a flag is none")
    return value


def _pose_of(body: UpperBody | None) -> list[Any] | None:
    if body is None:
        return None
    pose = body.pose
    arrays = (pose.points_px, pose.visibility, pose.presence, pose.world_m)
    return [pose.width_px, pose.height_px, *(array.tolist() for array in arrays)]


def _body(value: Any, margin: float) -> UpperBody | None:  # noqa: ANN401
    if value is None:
        return None
    width_px, height_px, *lists = value
    arrays = [np.array(numbers, np.float64) for numbers in lists]
    shapes = [(LANDMARK_COUNT, *more) for more in ((2,), (), (), (3,))]
    sizes = [type(n) is int and 1 <= n <= MOST_PX for n in (width_px, height_px)]
    if [array.shape for array in arrays] != shapes or not all(sizes):
        raise ValueError("landmarks are none")
    points_px, visibility, presence, world_m = arrays
    pose = Pose(points_px, visibility, presence, world_m, width_px, height_px)
    body = read_upper_body(pose, margin)
    if body is None or any(np.any(np.abs(array) > 1e9) for array in arrays):
        raise ValueError("landmarks are nowhere")
    return body


def _yes_no(value: object) -> bool | None:
    return None if value is None else bool(value)


_WRITE: dict[str, Callable[[Any], Any]] = {
    "number": float,
    "moment": float,
    "moments": list,
    "count": int,
    "flag": _yes_no,
    "state": str,
    "level": lambda level: level,
    "body": _pose_of,
    "bodies": lambda bodies: [_pose_of(body) for body in bodies],
}
_READ: dict[str, Callable[[Any, float], Any]] = {
    "number": _number,
    "moment": _number,
    "moments": lambda values, _: deque(map(_finite, values)),
    "count": _count,
    "flag": _flag,
    "state": lambda value, _: State(value),
    "level": lambda value, _: None if value is None else AlertLevel(value),
    "body": _body,
    "bodies": lambda values, margin: [
        body for value in values[:MOST_PEOPLE] if (body := _body(value, margin)) is not None
    ],
}
