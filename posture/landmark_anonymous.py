"""Takes out of a landmark recording what its ticks do not need: when, where, and details.

What stays are the proportions and movements of a body: whoever knows them may recognise somebody.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import floor, isnan, nan
from typing import TYPE_CHECKING, Any

from posture import folders, landmark_codec
from posture.calibrating import SUGGESTED
from posture.landmark_entries import Happened, Seen, What
from posture.landmark_file import (
    Kind,
    LandmarkError,
    LandmarkFile,
    LandmarkWriter,
    beginning,
    pack,
)
from posture.landmark_replay import Judge, fitting_together, open_landmarks
from posture.landmark_state import UNKNOWN, shifted
from posture.ports import OutputError
from posture.profile import UPRIGHT, AcceptedPosture, Profile
from posture.taking import PLACES

if TYPE_CHECKING:
    from pathlib import Path

    from posture.landmark_entries import Entry
    from posture.landmark_header import Header
    from posture.records import Baseline, Observation, Pose, Tick

STAND_IN = {
    **dict.fromkeys((1, 3), 2),
    **dict.fromkeys((4, 6), 5),
    **dict.fromkeys((17, 19, 21), 15),
    **dict.fromkeys((18, 20, 22), 16),
    **dict.fromkeys((29, 31), 27),
    **dict.fromkeys((30, 32), 28),
}
"""Landmarks that nothing is measured by, and what is put in their place: corners of the eyes,
fingers, heels and toes."""
KEPT = "body proportions and movements, which may tell who it is; angles and baselines"
MOST_ROWS = 1000
"""In a chunk."""
_ALL = [STAND_IN.get(landmark, landmark) for landmark in range(33)]


@dataclass(frozen=True, slots=True)
class Result:
    """What became of a recording.

    Attributes:
        ticks, other: How many there are, and how many are not the same without what was taken out.
        first_s: When the first such was, seconds from the beginning.
        left_out: What was taken out.
        warnings: About the original.
    """

    ticks: int
    other: int
    first_s: float
    left_out: tuple[str, ...]
    warnings: tuple[str, ...]


def anonymise(source: Path, target: Path, *, with_scene: bool = False) -> Result:
    """Write a recording without what is not needed.

    Args:
        source: A landmark recording.
        target: A new file.
        with_scene: Keep where the edges of the background run: only so the ticks are the same
            where the camera was moved.

    Raises:
        LandmarkError: The source cannot be read.
        OutputError: The target cannot be written, or is there already.
    """
    try:
        is_there = target.exists()
    except OSError as error:  # too long a name
        raise OutputError(f"{target}: cannot be written ({error.strerror})") from error
    if is_there:
        raise OutputError(f"{target}: is there already; name another file")
    changer = _Changer(_first_s(source), with_scene=with_scene)
    with (
        folders.replacing(target) as part,
        open_landmarks(source) as recording,
        LandmarkWriter(part) as writer,
    ):
        with fitting_together(source):
            header = changer.header(recording.file.header)
            state = changer.state(recording.file.state)
            judge = Judge(header, state)
        writer.write(beginning(header, state))
        entries: list[Entry] = []
        for entry, tick in recording.pairs():
            with fitting_together(source):
                entries.append(changer.entry(entry, tick, judge))
            if len(entries) >= MOST_ROWS:
                writer.write(pack(Kind.ENTRIES, landmark_codec.encode(entries)))
                entries = []
        writer.write(pack(Kind.ENTRIES, landmark_codec.encode(entries)) + pack(Kind.END))
        return replace(changer.result, warnings=recording.file.warnings)


def _first_s(path: Path) -> float:
    """Whole seconds before the first picture: to take them away rounds nothing."""
    with LandmarkFile(path) as file:
        for entry in file.entries():
            if isinstance(entry, Seen):
                return float(floor(entry.observation.timestamp_s))
        raise LandmarkError(f"{path}: no picture can be read in it")


class _Changer:
    """Takes out what is not needed, and looks whether it was not.

    Args:
        shift_s: Taken from every time.
        with_scene: Whether the background stays.
    """

    def __init__(self, shift_s: float, *, with_scene: bool) -> None:
        left = ("time of day", "camera", "names", "fingers, toes and corners of the eyes")
        self.result = Result(0, 0, nan, left if with_scene else (*left, "background"), ())
        self._shift_s = shift_s
        self._with_scene = with_scene
        self._names: dict[str, str] = {name: name for name in (UPRIGHT, *SUGGESTED, *PLACES)}
        self._tracked: tuple[Pose | None, Pose | None] = (None, None)

    def header(self, header: Header) -> Header:
        """The same without time, camera, names and background."""
        kept = tuple(map(self._profile, header.kept))
        used = None if header.used is None else self._name(header.used)
        left_out = self.result.left_out
        return replace(
            header, kept=kept, used=used, camera="", started_at="", left_out=left_out, notes=()
        )

    def state(self, state: bytes | None) -> bytes | None:
        """The same, earlier and plainer."""
        if state is None or state == UNKNOWN:
            return state
        return shifted(state, self._shift_s, _plainer_lists)

    def entry(self, entry: Entry, tick: Tick | None, judge: Judge) -> Entry:
        """The same, earlier and plainer, with the tick that it has now."""
        if isinstance(entry, Happened):
            changed = self._happened(entry)
            judge.judge(changed)
            return changed
        observation = self._observation(entry.observation)
        again = judge.judge(Seen(observation, entry.state, entry.digest))
        if tick is None or again is None:
            raise ValueError("a picture has no tick")
        result = self.result
        same = self._timeless(tick) == self._timeless(again)
        first_s = again.timestamp_s if not same and not result.other else result.first_s
        other = result.other + (not same)
        self.result = replace(result, ticks=result.ticks + 1, other=other, first_s=first_s)
        return Seen.of(observation, again)

    def _happened(self, event: Happened) -> Happened:
        by_user = event.what in (What.CALIBRATE, What.PLACE, What.POSTURE)
        name = self._name(event.name) if by_user and event.name else event.name
        at_s = event.at_s - self._shift_s
        return replace(event, at_s=at_s if isnan(at_s) else max(0.0, at_s), name=name)

    def _observation(self, seen: Observation) -> Observation:
        before, plainer = self._tracked
        if seen.tracked is not before and seen.tracked is not None:
            before, plainer = self._tracked = (seen.tracked, _plainer(seen.tracked))
        return replace(
            seen,
            timestamp_s=seen.timestamp_s - self._shift_s,
            tracked=None if seen.tracked is None else plainer,
            detected=None if seen.detected is None else tuple(map(_plainer, seen.detected)),
            scene=seen.scene if self._with_scene else None,
        )

    def _profile(self, profile: Profile) -> Profile:
        accepted = tuple(
            AcceptedPosture(self._name(p.name), self._baseline(p.baseline), p.slump)
            for p in profile.accepted
        )
        return Profile(accepted, self._name(profile.name))

    def _baseline(self, baseline: Baseline) -> Baseline:
        length_s = baseline.end_s - baseline.start_s
        known = baseline.scene if self._with_scene else None
        return replace(baseline, start_s=0.0, end_s=length_s, scene=known)

    def _name(self, name: str) -> str:
        return self._names.setdefault(name, f"name {len(self._names)}")

    def _timeless(self, tick: Tick) -> str:
        """All of a tick but its time, its name and the names in it."""
        at_s, turn, alert, stale = tick.timestamp_s, tick.transition, tick.alert, tick.staleness
        if turn is not None:
            turn = replace(turn, timestamp_s=0.0, since_s=turn.since_s - at_s)
        return repr(
            replace(
                tick,
                timestamp_s=0.0,
                transition=turn,
                alert=None if alert is None else replace(alert, timestamp_s=0.0),
                staleness=None if stale is None else replace(stale, since_s=stale.since_s - at_s),
                accepted=self._names.get(tick.accepted, tick.accepted),
            )
        )


def _plainer(pose: Pose) -> Pose:
    return replace(
        pose,
        points_px=pose.points_px[_ALL],
        visibility=pose.visibility[_ALL],
        presence=pose.presence[_ALL],
        world_m=pose.world_m[_ALL],
    )


def _plainer_lists(pose: list[Any]) -> list[Any]:
    """The same for a pose in a state: width, height, and four lists."""
    return [*pose[:2], *([values[place] for place in _ALL] for values in pose[2:])]
