"""Where the user's files lie."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from posture.folders import SHARED_FILE, FolderError, ensure, find, replacing, write


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_variables_name_the_folders(tmp_path: Path) -> None:
    own = find({"POSTURE_CONFIG_DIR": str(tmp_path / "c"), "POSTURE_DATA_DIR": str(tmp_path / "d")})
    assert own.config == tmp_path / "c"
    assert (own.data, own.state, own.log) == tuple(tmp_path / p for p in ("d", "d/state", "d/log"))
    assert list(tmp_path.iterdir()) == []


def test_variables_are_made_absolute() -> None:
    own = find({"POSTURE_CONFIG_DIR": "here", "POSTURE_DATA_DIR": "~/there"})
    assert own.config == Path.cwd() / "here"
    assert own.data == Path.home() / "there"


@pytest.mark.parametrize("environment", [{}, {"POSTURE_CONFIG_DIR": "", "POSTURE_DATA_DIR": ""}])
def test_otherwise_they_are_the_system_s(environment: dict[str, str]) -> None:
    own = find(environment)
    folders = (own.config, own.data, own.state, own.log)
    assert all(folder.is_absolute() and "posture" in folder.parts for folder in folders)


def test_made_for_the_user_alone(tmp_path: Path) -> None:
    folder = ensure(tmp_path / "a" / "b")
    assert [mode(p) for p in (folder, folder.parent)] == [0o700, 0o700]


def test_one_that_is_there_stays_as_it_is(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    assert ensure(ensure(tmp_path)) == tmp_path
    assert mode(tmp_path) == 0o755


def test_a_file_in_its_place_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(FolderError, match="cannot be made a folder"):
        ensure(tmp_path / "file" / "folder")


def test_a_file_is_the_user_s_alone_with_its_line_ends_and_nothing_beside_it(
    tmp_path: Path,
) -> None:
    file = tmp_path / ("x" * 250)  # so long that no name beside it may be longer
    file.touch(0o644)
    write(file, "für\n")
    assert (file.read_bytes(), mode(file)) == ("für\n".encode(), 0o600)
    assert list(tmp_path.iterdir()) == [file]


def test_a_result_is_as_private_as_the_umask_has_it(tmp_path: Path) -> None:
    file = tmp_path / "picture.png"
    before = os.umask(0o027)
    try:
        write(file, b"\r\n", mode=SHARED_FILE)
    finally:
        os.umask(before)
    assert (file.read_bytes(), mode(file)) == (b"\r\n", 0o640)


def test_two_at_once_do_not_meet(tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    with replacing(file) as first, replacing(file) as second:
        assert first != second
        assert {first.suffix, second.suffix} == {".csv"}
        first.write_text("first")
        second.write_text("second")
    assert file.read_text() == "first"  # it ended last
    assert list(tmp_path.iterdir()) == [file]


@pytest.mark.parametrize(
    "failure", [OSError(28, "No space left on device"), KeyboardInterrupt()], ids=["full", "Ctrl-C"]
)
def test_a_file_is_written_whole_or_not_at_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failure: BaseException
) -> None:
    def fail(_: int) -> None:
        raise failure

    file = tmp_path / "a.toml"
    file.write_text("before")
    monkeypatch.setattr("os.fsync", fail)
    with pytest.raises(type(failure)):
        write(file, "after")
    assert file.read_text() == "before"
    assert list(tmp_path.iterdir()) == [file]


@pytest.mark.skipif(not Path("/dev/null").exists(), reason="there is no such device here")
def test_a_device_is_written_to_and_never_replaced(tmp_path: Path) -> None:
    link = tmp_path / "page.html"
    link.symlink_to("/dev/null")
    write(link, "text")
    assert link.is_symlink()
    assert stat.S_ISCHR(Path("/dev/null").stat().st_mode)
    assert [*tmp_path.iterdir()] == [link]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes here")
def test_a_pipe_gets_what_is_written(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    write(pipe, "text")
    assert os.read(reader, 100) == b"text"
    os.close(reader)
    assert stat.S_ISFIFO(pipe.stat().st_mode)


def test_the_tests_use_no_folder_of_the_user() -> None:
    assert find().config == Path(os.environ["POSTURE_CONFIG_DIR"])
    assert Path.home() not in find().data.parents
