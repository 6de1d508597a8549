"""`posture replay` where its results cannot be written, or somebody else writes them too."""

from __future__ import annotations

from pathlib import Path

import pytest

from posture import folders
from posture.folders import part_name
from posture.replay import ExitCode
from tests.clips import make_clip, put_in_front
from tests.test_replay import replay, sit_up_then_slouch


@pytest.fixture
def scripted(monkeypatch: pytest.MonkeyPatch) -> None:
    """Put the paper figure in front of every camera."""
    put_in_front(monkeypatch, sit_up_then_slouch)


@pytest.fixture
def clip(tmp_path: Path) -> Path:
    return make_clip(tmp_path, "minute.mp4", count=60)


@pytest.mark.usefixtures("scripted")
class TestUnwritable:
    def test_the_folder_is_a_file(self, clip: Path, tmp_path: Path) -> None:
        (tmp_path / "out").touch()
        result = replay(clip, "--out", tmp_path / "out")
        assert result.exit_code == ExitCode.NOT_WRITABLE
        assert "cannot be written" in result.stderr

    @pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
    @pytest.mark.parametrize("name", ["ticks.csv", "events.json", "summary.json"])
    def test_the_disk_is_full(
        self, name: str, clip: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def full(path: Path) -> Path:
            part = part_name(path)
            if path.name == f"minute.{name}":
                part.symlink_to("/dev/full")
            return part

        monkeypatch.setattr("posture.folders.part_name", full)
        result = replay(clip, "--out", tmp_path / "out")
        assert result.exit_code == ExitCode.NOT_WRITABLE
        (line,) = [line for line in result.stderr.splitlines() if "error:" in line]
        assert name in line
        assert "No space left" in line
        assert not (tmp_path / "out" / f"minute.{name}").exists()
        assert not list((tmp_path / "out").glob(".*"))


@pytest.mark.usefixtures("scripted")
def test_two_at_once_into_one_folder(
    clip: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever the other one does in between, each result is that of one of them, and whole."""
    out, other = tmp_path / "out", tmp_path / "other"
    replay(clip, "--out", other)
    write, names = folders.write, ("ticks.csv", "events.json", "summary.json")

    def write_after_the_other(path: Path, content: str | bytes, *, mode: int = 0o600) -> None:
        with monkeypatch.context() as patch:
            patch.setattr("posture.folders.write", write)
            assert replay(clip, "--out", out).exit_code == 0
        write(path, content, mode=mode)

    monkeypatch.setattr("posture.folders.write", write_after_the_other)
    assert replay(clip, "--out", out).exit_code == 0
    for name in names:
        assert (out / f"minute.{name}").read_bytes() == (other / f"minute.{name}").read_bytes()
    assert not list(out.glob(".*"))


@pytest.mark.usefixtures("scripted")
def test_names_are_told_as_they_are(clip: Path, tmp_path: Path) -> None:
    """What a terminal would take for its own markup."""
    odd = clip.rename(tmp_path / "[red]a.mp4")
    broken = tmp_path / "a[" / "b].mp4"
    broken.parent.mkdir()
    broken.touch()
    result = replay(odd, broken, "--out", tmp_path / "out[" / "b]")
    assert result.exit_code == ExitCode.UNREADABLE
    assert str(broken) in result.stderr
    assert "[red]a.mp4" in result.stdout
    assert f"Results are in {tmp_path / 'out[' / 'b]'}" in result.stdout
