"""The file of a landmark recording: nothing is lost on the way, and nothing in it does harm."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from posture import landmark_codec, landmark_header
from posture.detector import DetectorSettings
from posture.history.rows import Answer
from posture.landmark_entries import Happened, Seen, What
from posture.landmark_file import (
    MAGIC,
    MOST_BYTES,
    Kind,
    LandmarkError,
    LandmarkFile,
    LandmarkWriter,
    beginning,
    pack,
)
from posture.landmark_header import Header, MadeBy, of_groups
from posture.landmark_replay import open_landmarks
from posture.ports import OutputError, PostureError
from posture.records import Observation, Pose, State
from posture.scene import LENGTH
from posture.settings import Settings
from tests.live_script import UPRIGHT, upright_profile
from tests.taped import eventful, jittered

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from posture.landmark_entries import Entry

HEADER = Header(MadeBy.LIVE, "script", "0" * 64, Settings())
numbers = st.floats(-1e9, 1e9) | st.just(float("nan")) | st.floats(-2, 2, width=32)


def filled(seed: int, values: list[float], size: tuple[int, int]) -> Pose:
    chosen = np.random.default_rng(seed).choice(values, (33, 7))
    return Pose(chosen[:, :2], chosen[:, 2], chosen[:, 3], chosen[:, 4:], *size)


poses = st.builds(
    filled,
    st.integers(0, 1000),
    st.lists(numbers, min_size=1, max_size=9),
    st.tuples(st.integers(1, 4096), st.integers(1, 4096)),
) | st.integers(0, 99).map(lambda seed: jittered(UPRIGHT, seed))


@st.composite
def stretches(draw: st.DrawFn) -> list[Entry]:
    entries: list[Entry] = []
    last: Pose | None = None
    for _ in range(draw(st.integers(0, 8))):
        if draw(st.integers(0, 4)) == 0:
            name = draw(st.none() | st.text(max_size=5))
            at_s = draw(st.floats(0, 1e6) | st.just(float("nan")))
            entries.append(Happened(draw(st.sampled_from(What)), at_s, name))
        tracked = draw(st.none() | st.just(last) | poses)
        last = tracked or last
        room = np.full(LENGTH, draw(st.integers(0, 255)), np.uint8)
        seen = Observation(
            timestamp_s=draw(st.floats(0, 1e6)),
            index=draw(st.integers(0, 1 << 40)),
            tracked=tracked,
            detected=draw(st.none() | st.lists(poses, max_size=2).map(tuple)),
            brightness=draw(st.floats(0, 1) | st.just(float("nan"))),
            scene=draw(st.none() | st.just(room)),
        )
        digest = draw(st.integers(0, (1 << 64) - 1))
        entries.append(Seen(seen, draw(st.sampled_from(State)), digest))
    return entries


def plain(entries: Sequence[Entry]) -> list[object]:
    """To be compared: every bit of every number."""
    found: list[object] = []
    for entry in entries:
        if isinstance(entry, Happened):
            found.append(repr(entry))
            continue
        seen = entry.observation
        people = (seen.tracked, *(seen.detected or ()))
        found += [entry.state, entry.digest, seen.index, seen.detected is None, len(people)]
        found += [np.float64(seen.timestamp_s).tobytes(), repr(seen.brightness)]
        found.append(None if seen.scene is None else seen.scene.tobytes())
        for pose in people:
            arrays = () if pose is None else (pose.points_px, pose.visibility, pose.presence)
            found += [array.tobytes() for array in arrays]
            if pose is not None:
                found += [pose.world_m.tobytes(), pose.width_px, pose.height_px]
    return found


def judged(data: bytes, folder: Path) -> tuple[int, tuple[str, ...]]:
    """How many ticks come from these bytes, and what is said; a `PostureError` is one, too."""
    path = folder / "fuzzed.posture"
    path.write_bytes(data)
    try:
        with open_landmarks(path) as recording:
            return len(list(recording.ticks())), recording.warnings
    except PostureError as error:
        return 0, (str(error).removeprefix(f"{path}: "),)


class TestCodec:
    @given(stretches())
    def test_what_goes_in_comes_out_bit_for_bit(self, entries: list[Entry]) -> None:
        assert plain(landmark_codec.decode(landmark_codec.encode(entries))) == plain(entries)

    def test_a_repeated_look_costs_no_landmarks(self) -> None:
        def size(poses: list[Pose]) -> int:
            seen = [Observation(i, i, pose, None, 0.5) for i, pose in enumerate(poses)]
            return len(landmark_codec.encode([Seen(one, State.UPRIGHT, 0) for one in seen]))

        assert size([UPRIGHT] * 50) < size([UPRIGHT]) + 50 * 40

    def test_numbers_of_the_pose_model_take_half(self) -> None:
        def size(pose: Pose) -> int:
            seen = Observation(0.0, 0, pose, None, 0.5)
            return len(landmark_codec.encode([Seen(seen, State.UPRIGHT, 0)]))

        assert size(jittered(UPRIGHT, 1)) < 0.6 * size(
            replace(UPRIGHT, world_m=np.full((33, 3), 0.1))
        )

    @given(st.binary(max_size=300))
    def test_anything_else_is_refused(self, data: bytes) -> None:
        with pytest.raises(ValueError):  # noqa: PT011 - the file names itself
            landmark_codec.decode(data)

    @given(st.data())
    def test_a_changed_stretch_is_refused_or_read(self, data: st.DataObject) -> None:
        entries = data.draw(stretches())
        encoded = bytearray(landmark_codec.encode(entries))
        place = data.draw(st.integers(0, len(encoded) - 1))
        encoded[place] ^= data.draw(st.integers(1, 255))
        with suppress(ValueError):
            landmark_codec.decode(bytes(encoded))


class TestHeader:
    def test_it_comes_back_exactly(self) -> None:
        settings = replace(Settings(), detector=DetectorSettings(enter_deg=10.1 + 0.2))
        profile = upright_profile()
        header = replace(HEADER, settings=of_groups(settings), kept=(profile,), used=profile.name)
        read = landmark_header.decode(landmark_header.encode(header))
        assert read.settings == header.settings
        assert read.notes == ()
        assert read.profile is read.kept[0]
        one, two = landmark_header.exact(profile), landmark_header.exact(read.kept[0])
        assert one == two
        assert two["accepted"][0]["brightness"] == profile.upright.brightness

    def test_nothing_but_what_decides_is_in_it(self) -> None:
        text = landmark_header.encode(HEADER).decode()
        assert "device" not in text
        assert "working_hours" not in text

    def test_another_version_is_told(self) -> None:
        old = replace(HEADER, version="0.0.1")
        (note,) = landmark_header.decode(landmark_header.encode(old)).notes
        assert "posture 0.0.1" in note

    def test_the_answer_is_in_it_and_missing_in_those_of_before(self) -> None:
        wrong = landmark_header.encode(replace(HEADER, answer=Answer.WRONG))
        assert landmark_header.decode(wrong).answer is Answer.WRONG
        before = json.loads(wrong)
        del before["answer"]
        assert landmark_header.decode(json.dumps(before).encode()).answer is Answer.NONE
        later = before | {"answer": "what a later posture knows"}
        assert landmark_header.decode(json.dumps(later).encode()).answer is Answer.NONE

    @given(st.recursive(st.none() | st.text() | st.integers(), st.lists) | st.just(None))
    def test_anything_else_is_refused(self, value: object) -> None:
        with pytest.raises(ValueError):  # noqa: PT011
            landmark_header.decode(json.dumps(value).encode())

    @pytest.mark.parametrize("name", sorted(json.loads(landmark_header.encode(HEADER))))
    @pytest.mark.parametrize("value", [None, 3, [], {"a": 1}, "x" * 9], ids=str)
    def test_a_wrong_value_is_refused_or_read(self, name: str, value: object) -> None:
        own = json.loads(landmark_header.encode(HEADER)) | {name: value}
        with suppress(ValueError):
            landmark_header.decode(json.dumps(own).encode())


class TestFile:
    def test_up_to_the_last_chunk_is_read_when_killed(self, tmp_path: Path) -> None:
        path = tmp_path / "killed.posture"
        world = eventful(path, end_s=70)
        world.session_.run()  # and the tape is never closed
        with open_landmarks(path) as recording:
            ticks = list(recording.ticks())
            assert any("was not closed" in text for text in recording.warnings)
        assert world.ticks[-1].timestamp_s - ticks[-1].timestamp_s <= 10.5
        assert "all" in recording.warnings[-1]

    @pytest.mark.parametrize(
        ("data", "words"),
        [
            (b"", "is no recording of landmarks"),
            (b"RIFF" + bytes(100), "is no recording of landmarks"),
            (MAGIC + b"\7\0\0\0", "has format 7, and this posture reads format 1"),
            (MAGIC + b"\1\0\0\0", "is damaged at byte 12"),
            (MAGIC + b"\1\0\0\0" + pack(Kind.END), "is damaged at byte 12"),
            (MAGIC + b"\1\0\0\0" + pack(Kind.HEADER, b"[]"), "is damaged at byte 12"),
        ],
        ids=["empty", "another kind", "newer", "only the magic", "no header", "strange header"],
    )
    def test_what_is_none_is_told(self, data: bytes, words: str, tmp_path: Path) -> None:
        path = tmp_path / "none.posture"
        path.write_bytes(data)
        with pytest.raises(LandmarkError, match=words) as told:
            LandmarkFile(path)
        assert str(path) in str(told.value)

    def test_one_that_is_missing(self, tmp_path: Path) -> None:
        with pytest.raises(LandmarkError, match="cannot be read"):
            LandmarkFile(tmp_path / "missing.posture")

    def test_damage_is_told_with_its_place(self, tmp_path: Path) -> None:
        entries = [Seen(Observation(i, i, UPRIGHT, None, 0.5), State.UPRIGHT, 0) for i in range(4)]
        first = beginning(HEADER) + pack(Kind.ENTRIES, landmark_codec.encode(entries))
        damaged = bytearray(first + pack(Kind.ENTRIES, landmark_codec.encode(entries)))
        damaged[len(first) + 40] ^= 1
        count, warnings = judged(bytes(damaged), tmp_path)
        assert count == 4
        assert f"it is damaged at byte {len(first)}" in warnings[0]
        assert "read up to there, 3.0 s" in warnings[0]

    def test_a_bomb_is_not_unpacked(self, tmp_path: Path) -> None:
        bomb = beginning(HEADER) + pack(Kind.ENTRIES, bytes(MOST_BYTES + 1))
        assert "no chunk begins there" in judged(bomb, tmp_path)[1][0]

    def test_an_existing_file_stays(self, tmp_path: Path) -> None:
        path = tmp_path / "mine.posture"
        path.write_text("mine")
        with pytest.raises(OutputError, match="is there already"):
            LandmarkWriter(path)
        assert path.read_text() == "mine"

    def test_a_folder_that_cannot_be_made(self, tmp_path: Path) -> None:
        (tmp_path / "file").write_text("")
        with pytest.raises(OutputError, match="cannot be written"):
            LandmarkWriter(tmp_path / "file" / "a.posture")
