"""What a user may give in place of a good recording, and what is said about it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import NoReturn

import numpy as np
import pytest

from posture.ports import SourceError
from posture.sources import open_source
from tests.bad_input import (
    BAD_INPUTS,
    BadInput,
    encoded,
    make_folder,
    make_missing,
    make_partly_unreadable,
    make_text,
)
from tests.clips import make_clip, make_cut_off, make_damaged, make_without_index, read


@pytest.mark.parametrize("case", BAD_INPUTS, ids=lambda case: case.name)
class TestBadInput:
    def test_outcome(self, case: BadInput, tmp_path: Path) -> None:
        path = case.make(tmp_path)
        if case.expected == "error":
            with pytest.raises(SourceError, match=case.says) as error:
                open_source(path)
            message = str(error.value)
            assert message.startswith(f"{path}: ")
            assert "\n" not in message
            return
        frames, source = read(path)
        assert len(frames) == case.frames
        assert len(source.warnings) == (case.expected == "warning")
        for warning in source.warnings:
            assert case.says in warning
            assert str(path) in warning


class TestNames:
    def test_no_name(self) -> None:
        with pytest.raises(SourceError, match="no recording was named"):
            open_source("")

    @pytest.mark.parametrize("name", ["a" * 5000, "a\0b.mp4", "notes.txt/clip.mp4"])
    def test_impossible_name(self, name: str, tmp_path: Path) -> None:
        (tmp_path / "notes.txt").touch()
        with pytest.raises(SourceError):
            open_source(tmp_path / name)

    @pytest.mark.parametrize("name", ["http:a.mp4", "a %03d b.mp4", "ünï 🪑.mp4", "plain", "-"])
    def test_unusual_name(self, name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        make_clip(tmp_path).rename(tmp_path / name)
        monkeypatch.chdir(tmp_path)
        assert len(read(Path(name))[0]) == 20

    def test_message_is_one_printable_line(self, tmp_path: Path) -> None:
        with pytest.raises(SourceError) as error:
            open_source(tmp_path / os.fsdecode(b"two\nlines \xff.mp4"))
        assert str(error.value).isprintable()

    def test_name_that_is_no_text(self, tmp_path: Path) -> None:
        path = tmp_path / os.fsdecode(b"\xff.mp4")
        try:
            make_clip(tmp_path).rename(path)
        except OSError:
            pytest.skip("this file system takes only text")
        with pytest.raises(SourceError, match="rename it"):
            open_source(path)


class TestPermission:
    """Root may read everything, so the refusal is played."""

    @pytest.mark.parametrize("method", ["open", "stat", "iterdir"])
    @pytest.mark.parametrize("name", ["clip.mp4", "picture.png", "folder"])
    def test_refused(
        self, method: str, name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        path = tmp_path / name
        if name == "folder":
            path.mkdir()
        else:
            path.write_bytes(b"data")

        def refuse(*_: object, **__: object) -> NoReturn:
            raise PermissionError(13, "Permission denied")

        concerned = method == "stat" or (method == "iterdir") == (name == "folder")
        with monkeypatch.context() as patch:
            patch.setattr(Path, method, refuse)
            with pytest.raises(SourceError) as error:
                open_source(path)
        assert ("no permission" in str(error.value)) == concerned


class TestTerminal:
    def test_nothing_reaches_it(self, tmp_path: Path) -> None:
        makers = (make_text, make_without_index, make_cut_off, make_damaged)
        paths = [make(tmp_path) for make in (*makers, make_partly_unreadable, make_missing)]
        noisy = bytearray(encoded(np.random.default_rng(0).integers(0, 256, (64, 64, 3)), ".jpg"))
        noisy[1000:1200] = bytes(range(200))
        paths.append(make_folder(tmp_path, {"1.jpg": bytes(noisy)}, "noisy"))
        program = (
            "import sys\n"
            "from posture.sources import open_source, SourceError\n"
            "assert 'cv2' not in sys.modules\n"
            "for path in sys.argv[1:]:\n"
            "    try:\n"
            "        with open_source(path) as source:\n"
            "            sum(1 for _ in source)\n"
            "    except SourceError:\n"
            "        pass\n"
            "sys.stderr.write('end')\n"
        )
        silent = ("OPENCV_LOG_LEVEL", "OPENCV_FFMPEG_LOGLEVEL")
        done = subprocess.run(
            [sys.executable, "-c", program, *map(str, paths)],
            cwd=Path(__file__).parents[1],
            env={name: value for name, value in os.environ.items() if name not in silent},
            capture_output=True,
            text=True,
            check=True,
        )
        assert done.stdout == ""
        assert done.stderr == "end"
