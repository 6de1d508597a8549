"""A study for `posture batch`, and what is found in its folders."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

from tests.clips import make_clip

if TYPE_CHECKING:
    from pathlib import Path


def make_study(folder: Path) -> Path:
    """Two short videos without anybody, one of them in a folder, and something else."""
    (folder / "b").mkdir(parents=True)
    make_clip(folder, "a.mp4", count=6)
    make_clip(folder / "b", "a.mp4", count=8)
    (folder / "notes.txt").write_text("none")
    return folder


def read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def everything(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
