"""Faults, each tried a few times; `make faults` tries more. And whether a loss would be noticed."""

from __future__ import annotations

import json
import random
import sys
from contextlib import ExitStack, closing
from math import inf
from typing import TYPE_CHECKING, NoReturn

import pytest

from posture.history.store import Store
from tests.history.script import BEGAN_S, batch_of, minute
from tests.live_script import FORWARD
from tests.proofs.faults import recordings, scenes, sessions
from tests.proofs.faults.every import ALL
from tests.proofs.faults.fault import (
    Attempt,
    Fault,
    UntriedError,
    as_markdown,
    result_of,
    results,
    tried,
)
from tests.proofs.faults.users import (
    CLIP,
    Ended,
    Program,
    User,
    fill,
    lost_minutes,
    minutes,
    unwritten,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from posture.records import Pose

SEED = 1
TRACEBACK = "Traceback (most recent call last):\n  ...\nValueError: what\n"


def attempt(folder: Path) -> Attempt:
    return Attempt(0, random.Random(SEED), folder, ExitStack())  # noqa: S311 - no secret


class TestFaults:
    @pytest.mark.parametrize(
        "fault", [fault for fault in ALL if not fault.is_program], ids=lambda fault: fault.name
    )
    def test_in_a_session(self, fault: Fault) -> None:
        (result,) = results([fault], quick=True, seed=SEED)
        assert result.lost == (), str(result)

    def test_of_programs(self) -> None:
        found = list(results([f for f in ALL if f.is_program], quick=True, seed=SEED))
        assert [str(result) for result in found if result.lost] == []


class TestAnEnd:
    @pytest.mark.parametrize(
        ("ended", "troubles"),
        [
            (Ended(0, "fine"), []),
            (Ended(3, "a.mp4: is no video"), ["exit code 3: a.mp4: is no video"]),
            (Ended(-11, ""), ["exit code -11: "]),
            (Ended(None, "still here"), ["it hung"]),
            (Ended(0, TRACEBACK), ["a traceback: ValueError: what"]),
        ],
        ids=["well", "code", "signal", "hang", "traceback"],
    )
    def test_is_looked_at(self, ended: Ended, troubles: list[str]) -> None:
        assert ended.troubles(0) == troubles


class TestAHistory:
    def test_that_grows_has_lost_nothing(self, tmp_path: Path) -> None:
        path = tmp_path / "history.sqlite3"
        fill(path, 3)
        before = minutes(path)
        with closing(Store(path)) as store:
            store.write(batch_of(minute(2, upright_s=35), minute(3)))
        assert len(before) == 3
        assert lost_minutes(before, path) == []

    def test_a_minute_that_is_gone_or_shorter_is_noticed(self, tmp_path: Path) -> None:
        path = tmp_path / "history.sqlite3"
        fill(path, 3)
        before = {**minutes(path), int(BEGAN_S) + 60 * 50: 12.0}
        before[int(BEGAN_S)] += 5.0
        assert lost_minutes(before, path) == ["2 minutes are lost"]

    def test_so_is_a_file_that_is_gone(self, tmp_path: Path) -> None:
        path = tmp_path / "history.sqlite3"
        assert lost_minutes({}, path) == []
        assert lost_minutes({60: 1.0}, path) == ["the history is gone"]

    def test_what_only_the_log_has_is_noticed(self, tmp_path: Path) -> None:
        user = User(tmp_path, ExitStack())
        fill(user.history, 2)
        line = {"kind": "tick", "seconds": {"upright": 60.0, "slouched": 40.0}}
        user.log.write_text(json.dumps(line) + "\n" + '{"kind": "ti', encoding="utf-8")
        assert unwritten(user) == []
        user.log.write_text((json.dumps(line) + "\n") * 2, encoding="utf-8")
        assert unwritten(user) == ["100.0 s are not in the history"]


class TestASession:
    def test_a_wrong_alert_is_noticed(self, tmp_path: Path) -> None:
        class Slouching(sessions.Wild):
            def pose(self, timestamp_s: float) -> Pose | None:
                return FORWARD if self.now_s < self.calm_s else super().pose(timestamp_s)

        world = Slouching(random.Random(SEED))  # noqa: S311 - no secret
        world.plan(100, world.calm)
        assert any(text.startswith("wrong alerts") for text in sessions.watched(world, tmp_path))

    def test_a_camera_that_stays_away_is_noticed(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(scenes, "GUARD_S", 0.3)
        scene = scenes.Scene(lambda _: False, lambda: scenes.picture(random.Random(SEED)))  # noqa: S311
        assert "the camera was not found again" in scene.end()


class TestDamage:
    @pytest.mark.parametrize("mutate", recordings.MUTATIONS, ids=lambda mutate: mutate.__name__)
    def test_is_the_same_for_a_seed(
        self, mutate: Callable[[bytes, random.Random], bytes], tmp_path: Path
    ) -> None:
        whole = CLIP.read_bytes()
        one, two = (mutate(whole, attempt(tmp_path).chance) for _ in range(2))
        assert one == two != whole

    def test_a_reader_that_fails_is_noticed(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def fail(path: Path) -> NoReturn:
            raise KeyError(path.name)

        monkeypatch.setitem(recordings.READERS, "command", (fail,))
        (text,) = recordings.own(attempt(tmp_path))
        assert "KeyError: 'command'" in text


class TestTable:
    @staticmethod
    def fault(does: Callable[[Attempt], Sequence[str]], times: int = 4) -> Fault:
        return Fault("a fault", "is done", does, times)

    def test_what_is_lost_and_what_is_raised_are_counted(self) -> None:
        def does(attempt: Attempt) -> list[str]:
            if attempt.number == 1:
                raise ValueError("what")
            return ["a minute"] if attempt.number == 2 else []

        (result,) = results([self.fault(does)], quick=False, seed=SEED)
        assert (result.tried, result.survived) == (4, 2)
        assert result.lost == ("time 1: ValueError: what", "time 2: a minute")

    def test_what_cannot_be_tried_is_neither(self) -> None:
        def does(_: Attempt) -> NoReturn:
            raise UntriedError("there is no screen")

        (result,) = results([self.fault(does)], quick=False, seed=SEED)
        assert (result.tried, result.survived, result.untried) == (0, 0, "there is no screen")
        assert "- a fault: not tried: there is no screen" in as_markdown([result], seed=SEED)

    def test_what_still_runs_is_ended(self) -> None:
        begun: list[Program] = []

        def does(attempt: Attempt) -> NoReturn:
            user = User(attempt.folder, attempt.stack)
            begun.append(user.begin(sys.executable, "-c", "import time; time.sleep(99)"))
            raise ValueError("what")

        assert tried(self.fault(does), 0, SEED) == ["time 0: ValueError: what"]
        assert not begun[0].runs()

    def test_chance_is_the_same_for_a_seed(self) -> None:
        drawn: list[float] = []

        def does(attempt: Attempt) -> list[str]:
            drawn.append(attempt.chance.random())
            return []

        for number, seed in ((0, 1), (0, 1), (1, 1), (0, 2)):
            tried(self.fault(does), number, seed)
        assert drawn[0] == drawn[1]
        assert len(set(drawn)) == 3

    def test_page(self) -> None:
        fault = self.fault(lambda _: [])
        page = as_markdown([result_of(fault, [[], [], ["time 2: a minute"]])], seed=SEED)
        assert "| a fault | is done | 3 | 2 | 1 |" in page
        assert "- a fault: time 2: a minute" in page

    def test_each_has_a_name_of_its_own_and_is_tried(self) -> None:
        assert len({fault.name for fault in ALL}) == len(ALL)
        assert all(0 <= fault.times_quick <= fault.times < inf for fault in ALL)
