"""Proposals from recordings of a scripted user, and what accepting and declining them does."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner, Result

from posture import proposals_search, settings_file
from posture.cli import main
from posture.detector import DetectorSettings
from posture.history.batch import Batch
from posture.history.keeper import FILE as HISTORY
from posture.history.rows import Answer, KeptAlert
from posture.history.store import Store
from posture.landmark_file import LandmarkFile
from posture.landmark_tape import FOLDER
from posture.ports import BaselineError
from posture.profile_store import ProfileStore
from posture.proposals import Kind
from posture.proposals_search import Found, search
from posture.proposals_store import FILE, accept, ready, remember_decided
from posture.records import AlertLevel, Part
from posture.settings import Settings
from tests.called_wrong import BENT, DEEP, DESK, LEANING, Moments
from tests.live_script import FORWARD, UPRIGHT
from tests.taped import AT

if TYPE_CHECKING:
    from pathlib import Path

TODAY = date(2026, 3, 3)
SETTINGS = Settings(detector=DetectorSettings(persist_s=12.0))


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("POSTURE_DATA_DIR", str(tmp_path))
    monkeypatch.setenv("POSTURE_CONFIG_DIR", str(tmp_path / "config"))
    # Shorter slouches are enough.
    monkeypatch.setattr("posture.proposals.MOST_PERSIST_S", 30.0)
    settings_file.write(settings_file.own_path(), SETTINGS)
    return tmp_path


def found_in(data: Path, settings: Settings | None = None) -> Found:
    return search(data, settings or SETTINGS, TODAY)


def lean_back(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Alerts for leaning back were wrong, and the threshold may hardly be raised."""
    monkeypatch.setattr("posture.proposals.MOST_ENTER_DEG", 11.0)
    moments = Moments(data)
    moments.add(LEANING, 35, times=3, wrong=True)
    moments.add(DEEP, 30, times=2)


def command(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["proposals", *arguments], catch_exceptions=False)


class TestSearch:
    def test_a_threshold_between_what_was_wrong_and_what_was_not(self, data: Path) -> None:
        moments = Moments(data)
        moments.add(BENT, 35, times=3, wrong=True)
        moments.add(FORWARD, 35, times=2)
        assert ready(data)
        found = found_in(data)
        assert found.proposal is not None
        change, effects = found.proposal.change, found.proposal.effects
        assert change.kind is Kind.ENTER
        assert 14 < change.detector.enter_deg < 20
        assert (effects.wrong, effects.others, effects.open) == ((3, 3), (2, 2), 0)
        assert found.proposal.before.alerts_s
        assert not found.proposal.after.alerts_s

    def test_a_longer_time_where_the_wrong_ones_were_short(self, data: Path) -> None:
        moments = Moments(data)
        moments.add(FORWARD, 17, times=3, wrong=True)
        moments.add(FORWARD, 35, times=2)
        found = found_in(data)
        assert found.proposal is not None
        assert found.proposal.change.kind is Kind.PERSIST
        assert found.proposal.change.detector.persist_s == 27
        later_s = [m.later_s for m in found.proposal.effects.moments if not m.wrong]
        assert later_s == pytest.approx([15, 15], abs=1)

    def test_a_further_posture_where_neither_helps(
        self, data: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        lean_back(data, monkeypatch)
        found = found_in(data)
        assert found.proposal is not None
        change, effects = found.proposal.change, found.proposal.effects
        assert (change.kind, change.place) == (Kind.POSTURE, "desk")
        assert change.taken is not None
        assert change.taken.name == "as on 2026-03-02"
        assert (effects.wrong, effects.others, effects.past) == ((3, 3), (2, 2), None)

    def test_nothing_where_most_others_would_be_lost(self, data: Path) -> None:
        moments = Moments(data)
        moments.add(FORWARD, 35, times=3, wrong=True)
        moments.add(FORWARD, 35, times=2)
        found = found_in(data)
        assert found.proposal is None
        assert found.why == proposals_search.NOTHING_FITS
        assert found.wrong == 3

    def test_what_helped_in_the_history_is_kept(self, data: Path) -> None:
        moments = Moments(data)
        moments.add(BENT, 35, times=3, wrong=True)
        began_s = AT.timestamp()
        alerts = {
            n: KeptAlert(
                n, began_s + n, 0, AlertLevel.CUE, Part.NECK, 12.0, 30.0, "", "", Answer.NONE
            )
            for n in range(1, 4)
        }
        answers = dict.fromkeys(alerts, (Answer.HELPED, began_s + 9))
        with Store(data / HISTORY) as store:
            store.write(Batch(alerts=alerts, answers=answers))
        assert found_in(data).why == proposals_search.NOTHING_FITS

    def test_what_is_spared_already_does_not_count(self, data: Path) -> None:
        Moments(data).add(BENT, 35, times=3, wrong=True)
        proposal = found_in(data).proposal
        assert proposal is not None
        found = found_in(data, replace(SETTINGS, detector=proposal.change.detector))
        assert (found.proposal, found.wrong) == (None, 0)
        assert "of the moments that were called wrong posture would warn of 0" in found.why

    def test_damaged_and_long_recordings_are_told_and_left_out(
        self, data: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        moments = Moments(data)
        moments.add(BENT, 35, times=3, wrong=True)
        (data / FOLDER / "foreign.posture").write_text("nothing")
        moments.add(UPRIGHT, 20)
        size = max(path.stat().st_size for path in (data / FOLDER).glob("*wrong*"))
        (data / FOLDER / "long.posture").write_bytes(b"x" * (size + 1))
        monkeypatch.setattr("posture.proposals_traces.MOST_BYTES", size)
        found = found_in(data)
        assert found.proposal is not None
        assert [note.partition(".posture: ")[2] for note in sorted(found.notes)] == [
            "is no recording of landmarks",
            "is longer than is looked through",
        ]

    @pytest.mark.parametrize("count", [0, 2])
    def test_too_few(self, data: Path, count: int) -> None:
        if count:
            Moments(data).add(BENT, 35, times=count, wrong=True)
        assert not ready(data)
        assert f"{count} moments were called wrong" in found_in(data).why


class TestDecision:
    def test_a_posture_is_put_beside_the_others(
        self, data: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        lean_back(data, monkeypatch)
        proposal = found_in(data).proposal
        assert proposal is not None
        accept(proposal.change, proposal.profile, data)
        kept, _ = ProfileStore(data / "baselines", "camera").load(DESK.model_sha256)
        names = [posture.name for posture in kept["desk"].accepted]
        assert names == ["upright", "as on 2026-03-02"]
        assert not ready(data)
        (data / FILE).unlink()
        assert found_in(data).wrong == 0

    def test_a_baseline_that_is_gone(self, data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        lean_back(data, monkeypatch)
        proposal = found_in(data).proposal
        assert proposal is not None
        for path in (data / "baselines").rglob("*.json"):
            path.unlink()
        with pytest.raises(BaselineError, match="'desk' was taken anew or removed"):
            accept(proposal.change, proposal.profile, data)
        assert ready(data)

    def test_after_a_decision_three_more_are_needed(self, data: Path) -> None:
        moments = Moments(data)
        moments.add(BENT, 35, times=3, wrong=True)
        remember_decided(data)
        moments.add(BENT, 35, times=2, wrong=True)
        assert not ready(data)
        assert "2 moments were called wrong since the last decision" in found_in(data).why
        moments.add(BENT, 35, times=1, wrong=True)
        assert ready(data)
        found = found_in(data)
        assert found.proposal is not None
        assert found.wrong == 6

    @pytest.mark.parametrize("text", ["", "[]", '{"decided": 3}', "\x00"])
    def test_a_damaged_memory_asks_again(self, data: Path, text: str) -> None:
        Moments(data).add(BENT, 35, times=3, wrong=True)
        (data / FILE).write_text(text)
        assert ready(data)


class TestCommand:
    def test_it_is_shown_declined_and_not_shown_again(self, data: Path) -> None:
        moments = Moments(data)
        moments.add(BENT, 35, times=3, wrong=True)
        moments.add(FORWARD, 35)
        shown = command()
        assert shown.exit_code == 0, shown.output
        assert "Proposed: let a slouch begin at 1" in shown.stdout
        assert "would no longer warn in 3 of 3 moments that you called wrong" in shown.stdout
        assert "would still warn in 1 of 1 other moments" in shown.stdout
        assert "12.00.00.posture, 24 s (other): an alert, as now" in shown.stdout
        before = settings_file.own_path().read_text()
        declined = command("--decline", "--json")
        assert json.loads(declined.stdout)["declined"] is True
        assert settings_file.own_path().read_text() == before
        again = command()
        assert "Nothing is proposed: 0 moments were called wrong since" in again.stdout
        refused = command("--accept")
        assert (refused.exit_code, "nothing to decide" in refused.stderr) == (1, True)

    def test_what_is_accepted_is_set(self, data: Path) -> None:
        Moments(data).add(BENT, 35, times=3, wrong=True)
        result = command("--accept", "--json")
        told = json.loads(result.stdout)
        proposal = told["proposal"]
        detector = settings_file.read(settings_file.own_path())[0].detector
        assert proposal["kind"] == "enter_deg"
        assert detector.enter_deg == proposal["detector"]["enter_deg"] > 10
        assert [moment["warns"] for moment in proposal["moments"]] == [False] * 3
        assert told["accepted"] is True

    def test_a_settings_file_with_a_mistake_is_left_alone(self, data: Path) -> None:
        Moments(data).add(BENT, 35, times=3, wrong=True)
        path = settings_file.own_path()
        path.write_text("[detector]\npersist_s = 12\nenter = 3\n")
        refused = command("--accept")
        assert (refused.exit_code, "--keep-copy" in refused.stderr) == (1, True)
        assert path.read_text() == "[detector]\npersist_s = 12\nenter = 3\n"
        assert ready(data)
        assert command("--accept", "--keep-copy").exit_code == 0

    def test_both_answers_are_none(self) -> None:
        assert command("--accept", "--decline").exit_code == 2


def test_the_answer_is_in_the_file(data: Path) -> None:
    Moments(data).add(BENT, 35, wrong=True)
    (path,) = (data / FOLDER).iterdir()
    with LandmarkFile(path) as file:
        assert file.header.answer is Answer.WRONG
