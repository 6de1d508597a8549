"""Many recordings: what is asked for, nothing done twice, and the same tables whoever does it."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from posture import batch, folders
from posture.app import Stretch
from posture.batch import BatchError, Outcome, Recorded, place, recordings, work
from posture.batch_tables import SECONDS, subjects, write_all
from posture.cli import main
from posture.replay import ClipResult, ExitCode
from posture.settings import Settings, changed
from posture.tick_tables import COLUMNS
from tests.clips import make_clip
from tests.studies import everything, make_study, read

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.fixture
def study(tmp_path: Path) -> Path:
    return make_study(tmp_path / "study")


class TestWhatIsAskedFor:
    def test_a_folder(self, study: Path) -> None:
        assert [each.name for each in recordings(study)] == ["a.mp4", "b/a.mp4"]

    def test_a_manifest(self, study: Path, tmp_path: Path) -> None:
        (study / "own.json").write_text("{}")
        manifest = tmp_path / "manifest.csv"
        manifest.write_text(
            "﻿subject,file,baseline,camera\nS2,b/a.mp4,1-8,side\nS1,a.mp4,own.json,\n",
            encoding="utf-8",
        )
        one, other = recordings(study, manifest)
        assert (one.name, one.subject, one.camera) == ("b/a.mp4", "S2", "side")
        assert one.baseline == Stretch(1, 8)
        assert other.baseline == str((study / "own.json").resolve())

    @pytest.mark.parametrize(
        ("text", "says"),
        [
            ("", "names no recording"),
            ("file\n", "names no recording"),
            ("file\nc.mp4\n", "line 2: c.mp4 is not there"),
            ("file\na.mp4\na.mp4\n", "line 3: a.mp4 is named twice"),
            ("file\n../other.mp4\n", "outside"),
            ("file\n/etc/passwd\n", "outside"),
            ("path\na.mp4\n", "columns are file,subject,camera,baseline"),
            ("file,subject\na.mp4,S1,more\n", "columns are"),
            ("file,baseline\na.mp4,8-1\n", "ends before it begins"),
            ("file,baseline\na.mp4,nan-8\n", "ends before it begins"),
            ("file,baseline\na.mp4,soon\n", "neither 1-8"),
            (f"file\n{'a' * 300}\n", "line 2: a+ cannot be looked for"),
            (f"file,baseline\na.mp4,{'1' * 300}\n", "line 2: baseline cannot be looked for"),
        ],
    )
    def test_a_wrong_manifest(self, text: str, says: str, study: Path, tmp_path: Path) -> None:
        manifest = tmp_path / "manifest.csv"
        manifest.write_text(text)
        with pytest.raises(BatchError, match=says):
            recordings(study, manifest)

    @given(st.binary(max_size=60))
    def test_whatever_a_manifest_holds(self, content: bytes) -> None:
        with tempfile.TemporaryDirectory() as name:
            manifest = Path(name) / "any.csv"
            manifest.write_bytes(content)
            with pytest.raises(BatchError):
                recordings(Path(name), manifest)

    def test_nothing(self, tmp_path: Path) -> None:
        with pytest.raises(BatchError, match="no recording is in it"):
            recordings(tmp_path)
        with pytest.raises(BatchError, match="is no folder"):
            recordings(tmp_path / "nowhere")
        with pytest.raises(BatchError, match="is no folder"):
            recordings(tmp_path / ("a" * 300))


@pytest.fixture
def replayed(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """What is replayed; by itself each ends well, and leaves a file."""
    calls: list[Path] = []

    def replay(clip: Path, stem: str, options: Any) -> ClipResult:  # noqa: ANN401
        calls.append(clip)
        options.out.mkdir(parents=True, exist_ok=True)
        (options.out / f"{stem}.summary.json").write_text("{}")
        return ClipResult(clip, ExitCode.OK)

    monkeypatch.setattr(batch, "replay_clip", replay)
    return calls


class TestNothingTwice:
    def test_what_is_done_is_done(self, study: Path, tmp_path: Path, replayed: list[Path]) -> None:
        (one, _) = recordings(study)
        first, second = (work(one, tmp_path / "out", Settings()) for _ in range(2))
        assert (first.again, second.again) == (False, True)
        assert second == Outcome("a.mp4", ExitCode.OK, again=True)
        assert len(replayed) == 1

    @pytest.mark.parametrize("what", ["settings", "file", "baseline", "damage", "torn"])
    def test_what_has_changed_is_done_anew(
        self, what: str, study: Path, tmp_path: Path, replayed: list[Path]
    ) -> None:
        one, settings, out = recordings(study)[0], Settings(), tmp_path / "out"
        work(one, out, settings)
        note = place(out, one) / batch.DONE
        match what:
            case "settings":
                settings = changed(settings, "detector.enter_deg", 12.0)
            case "file":
                make_clip(study, "a.mp4", count=7)
            case "baseline":
                one = Recorded(one.file, one.name, baseline=Stretch(1, 2))
            case "damage":
                note.write_bytes(b"\xff{")
            case "torn":
                note.write_text(note.read_text()[:20])
        assert not work(one, out, settings).again
        assert len(replayed) == 2

    @pytest.mark.parametrize("code", set(ExitCode) - batch.LASTS)
    def test_what_failed_is_tried_again(
        self,
        code: ExitCode,
        study: Path,
        tmp_path: Path,
        replayed: list[Path],
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        one, out = recordings(study)[0], tmp_path / "out"
        failing: Callable[..., ClipResult] = lambda clip, *_: ClipResult(clip, code, "why")  # noqa: E731
        with monkeypatch.context() as context:
            context.setattr(batch, "replay_clip", failing)
            assert work(one, out, Settings()) == Outcome("a.mp4", code, "why")
        assert not work(one, out, Settings()).again
        assert len(replayed) == 1

    def test_a_recording_that_has_gone(self, study: Path, tmp_path: Path) -> None:
        (one, _) = recordings(study)
        one.file.unlink()
        outcome = work(one, tmp_path / "out", Settings())
        assert outcome.code is ExitCode.UNREADABLE
        assert "a.mp4" in outcome.message

    def test_what_was_left_half_done_is_taken_away(
        self, study: Path, tmp_path: Path, replayed: list[Path]
    ) -> None:
        (one, _), out = recordings(study), tmp_path / "out"
        folder = place(out, one)
        folder.mkdir(parents=True)
        left = folders.part_name(folder / "recording.ticks.csv")
        left.write_text("half")
        work(one, out, Settings())
        assert not left.exists()
        assert len(replayed) == 1

    def test_what_changes_meanwhile_is_not_done(
        self, study: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def replay(clip: Path, stem: str, options: Any) -> ClipResult:  # noqa: ANN401, ARG001
            with clip.open("ab") as file:
                file.write(b"more")
            return ClipResult(clip, ExitCode.OK)

        monkeypatch.setattr(batch, "replay_clip", replay)
        (one, _), out = recordings(study), tmp_path / "out"
        outcome = work(one, out, Settings())
        assert outcome.code is ExitCode.UNREADABLE
        assert "it has changed while it was read" in outcome.message
        assert not (place(out, one) / batch.DONE).exists()

    def test_a_folder_beside_pictures_is_none_of_them(
        self, tmp_path: Path, replayed: list[Path]
    ) -> None:
        (tmp_path / "pictures" / "small").mkdir(parents=True)
        (tmp_path / "pictures" / "1.png").write_bytes(b"any")
        one = Recorded(tmp_path / "pictures", "pictures")
        assert work(one, tmp_path / "out", Settings()).code is ExitCode.OK
        assert replayed == [one.file]

    def test_a_folder_that_cannot_be_made(self, study: Path, tmp_path: Path) -> None:
        (tmp_path / "recordings").write_text("mine")
        outcome = work(recordings(study)[0], tmp_path, Settings())
        assert outcome.code is ExitCode.NOT_WRITABLE
        assert str(tmp_path / "recordings") in outcome.message


def row(subject: str, upright_s: float, slouched_s: float, alerts: int) -> dict[str, Any]:
    seconds = dict.fromkeys(SECONDS, 0.0) | {"upright_s": upright_s, "slouched_s": slouched_s}
    counts = {"frames": 10, "measured_frames": 9, "slouches": alerts, "alerts": alerts}
    return {"subject": subject, "duration_s": upright_s + slouched_s, **seconds, **counts}


def test_subjects_are_summed() -> None:
    none = {**dict.fromkeys(row("", 0, 0, 0), ""), "subject": "S1"}
    one, other = subjects(
        [row("S1", 1800, 600, 1), row("S2", 0, 0, 0), none, row("S1", 600, 600, 2)]
    )
    assert (one["subject"], one["recordings"], one["without_result"]) == ("S1", 3, 1)
    assert (one["slouched_share"], one["alerts"], one["alerts_per_hour"]) == (0.3333, 3, 3.0)
    assert (other["slouched_share"], other["alerts_per_hour"]) == ("", "")


def test_the_command(study: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    (study / "broken.mp4").write_bytes(b"nothing")
    command = ["batch", str(study), "--out", str(out), "--jobs", "2"]
    first = CliRunner().invoke(main, command)
    assert first.exit_code == 4, first.output  # nobody is in the first one
    assert "broken.mp4" in first.output
    rows = read(out / "recordings.csv")
    assert [each["file"] for each in rows] == ["a.mp4", "b/a.mp4", "broken.mp4"]
    assert [each["exit_code"] for each in rows] == ["4", "4", "3"]
    assert [each["frames"] for each in rows] == ["6", "8", ""]
    ticks = read(out / "ticks.csv")
    assert [each["file"] for each in ticks] == ["a.mp4"] * 6 + ["b/a.mp4"] * 8
    before = everything(out)
    again = CliRunner().invoke(main, command)
    assert "3 recordings, 1 of them done now" in again.output
    assert everything(out) == before


def test_parquet_has_the_same(study: Path, tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    out = tmp_path / "out"
    for kind in ("csv", "parquet"):
        CliRunner().invoke(main, ["batch", str(study), "--out", str(out), "--format", kind])
    table = parquet.read_table(out / "ticks.parquet").to_pylist()
    for one, other in zip(read(out / "ticks.csv"), table, strict=True):
        assert one.keys() == other.keys()
        for key, value in one.items():
            same = other[key] if isinstance(other[key], str | None) else float(value)
            assert (
                value == (other[key] or "") if isinstance(same, str | None) else same == other[key]
            )


def test_only_what_was_done_is_in_the_tables(study: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    asked = [*recordings(study), Recorded(study / "b\udcff.mp4", "b\udcff.mp4")]
    for each in asked:
        place(out, each).mkdir(parents=True)
        (place(out, each) / "recording.ticks.csv").write_text(f"{','.join(COLUMNS)}\n1\n")
    codes = dict(zip(asked, (ExitCode.NO_PERSON, ExitCode.UNREADABLE, ExitCode.OK), strict=True))
    outcomes = {each.name: Outcome(each.name, code) for each, code in codes.items()}
    write_all(asked, outcomes, out, parquet=False)
    names = ["a.mp4", "b\\udcff.mp4"]
    assert [each["file"] for each in read(out / "ticks.csv")] == names
    assert [each["file"] for each in read(out / "recordings.csv")] == ["a.mp4", "b/a.mp4", names[1]]
