"""Starting with the desktop: the texts of all systems, and the files of Linux."""

from __future__ import annotations

import plistlib
import shlex
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st

from posture.autostart import (
    LABEL,
    AutostartError,
    EntryFile,
    desktop_entry,
    find,
    is_on,
    launch_agent,
    own_command,
    run_value,
)
from posture.cli import main

COMMAND = ["/opt/my apps/python", "-P", "-m", "posture"]
WORDS = st.lists(
    st.text(st.characters(min_codepoint=32, codec="utf-8"), min_size=1), min_size=1, max_size=4
)


def entry(content: bytes) -> dict[str, str]:
    head, *lines = content.decode().splitlines()
    assert head == "[Desktop Entry]"
    return dict(line.split("=", 1) for line in lines)


def words_of(value: str) -> list[str]:
    """What a desktop makes of `Exec`: escapes of the value, field codes, then quotes."""
    plain = value.replace("\\\\", "\\").replace("%%", "%")
    lexer = shlex.shlex(plain, posix=True)
    lexer.whitespace_split = True
    lexer.commenters = ""
    lexer.escapedquotes = '"'
    return [word.replace("\\$", "$").replace("\\`", "`") for word in lexer]


def test_the_entry_of_linux() -> None:
    found = entry(desktop_entry(COMMAND))
    assert found["Type"] == "Application"
    assert found["Exec"] == '"/opt/my apps/python" "-P" "-m" "posture"'
    assert found["Terminal"] == "false"


@pytest.mark.parametrize(
    ("word", "written"),
    [
        pytest.param("100%", '"100%%"', id="field code"),
        pytest.param('a"b', '"a\\\\"b"', id="quote"),
        pytest.param("a\\b", '"a\\\\\\\\b"', id="backslash"),
        pytest.param("$HOME", '"\\\\$HOME"', id="variable"),
    ],
)
def test_what_the_desktop_would_read_otherwise(word: str, written: str) -> None:
    assert entry(desktop_entry([word]))["Exec"] == written


@given(st.lists(st.text("ab c%\"'", min_size=1), min_size=1, max_size=3))
def test_the_entry_keeps_every_word(words: list[str]) -> None:
    assert words_of(entry(desktop_entry(words))["Exec"]) == words


def test_a_path_with_a_line_break_is_refused() -> None:
    with pytest.raises(AutostartError, match="line break"):
        desktop_entry(["/opt/a\nb"])


@given(WORDS)
def test_the_agent_of_macos_keeps_every_word(words: list[str]) -> None:
    agent = plistlib.loads(launch_agent(words))
    assert agent["ProgramArguments"] == words
    assert (agent["Label"], agent["RunAtLoad"]) == (LABEL, True)


def test_the_value_of_windows() -> None:
    command = [r"C:\Program Files\Python\pythonw.exe", "-m", "posture"]
    assert run_value(command) == r'"C:\Program Files\Python\pythonw.exe" -m posture'


def test_each_system_has_its_place(tmp_path: Path) -> None:
    home = {"HOME": str(tmp_path)}
    assert find("linux", home).place == str(tmp_path / ".config/autostart/posture.desktop")
    other = {**home, "XDG_CONFIG_HOME": str(tmp_path / "other")}
    assert find("linux", other).place == str(tmp_path / "other/autostart/posture.desktop")
    assert find("linux", {**home, "XDG_CONFIG_HOME": "relative"}).place.startswith(str(tmp_path))
    assert not find("linux", home).untried
    assert find("darwin", home).place.endswith(f"Library/LaunchAgents/{LABEL}.plist")
    assert find("darwin", home).untried == "macOS"
    assert find("win32", home).place.endswith(r"CurrentVersion\Run\posture")
    assert find("win32", home).untried == "Windows"


@pytest.mark.parametrize("system", ["linux", "darwin"])
def test_on_and_off(tmp_path: Path, system: str) -> None:
    place = find(system, {"HOME": str(tmp_path)}, COMMAND)
    assert not is_on(place)
    place.turn_off()
    place.turn_on()
    place.turn_on()
    assert is_on(place)
    place.turn_off()
    assert not is_on(place)
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


@pytest.mark.parametrize("line", ["Hidden=true", "X-GNOME-Autostart-enabled = false"])
def test_what_the_desktop_has_switched_off_is_off(tmp_path: Path, line: str) -> None:
    path = tmp_path / "posture.desktop"
    place = EntryFile(path, desktop_entry(COMMAND))
    place.turn_on()
    kept = [text for text in path.read_text().splitlines() if "GNOME" not in text]
    path.write_text("\n".join([*kept, line]))
    assert not is_on(place)
    place.turn_on()
    assert is_on(place)


def test_a_full_disk_leaves_the_entry_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "posture.desktop"
    EntryFile(path, b"before").turn_on()

    def fail(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", fail)
    with pytest.raises(AutostartError, match="No space left"):
        EntryFile(path, b"after").turn_on()
    assert path.read_bytes() == b"before"
    assert list(tmp_path.iterdir()) == [path]


def test_what_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "autostart").write_text("no folder")
    place = EntryFile(tmp_path / "autostart" / "posture.desktop", b"")
    for action in (place.found, place.turn_on, place.turn_off):
        with pytest.raises(AutostartError, match=r"posture\.desktop: cannot be"):
            action()


def test_the_command_starts_this_python_and_no_file_of_its_folder() -> None:
    command = own_command()
    assert Path(command[0]).samefile(sys.executable)
    assert command[1:] == ["-P", "-m", "posture"]


@pytest.mark.skipif(sys.platform != "linux", reason="others are untried")
def test_the_commands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    path = tmp_path / "autostart" / "posture.desktop"

    def command(word: str) -> Result:
        return CliRunner().invoke(main, ["autostart", word], catch_exceptions=False)

    assert command("status").output == f"off ({path})\n"
    assert command("on").output == f"posture starts when you log in ({path})\n"
    assert command("status").output == f"on ({path})\n"
    assert command("off").output == f"posture does not start when you log in ({path})\n"
    assert not path.exists()
    path.mkdir()
    failed = command("on")
    assert failed.exit_code == 1
    assert "cannot be written" in failed.output
