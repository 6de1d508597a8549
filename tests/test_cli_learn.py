"""Pages to read in a terminal."""

from __future__ import annotations

import sys

import pytest
from click.testing import CliRunner, Result

from posture import cli_learn
from posture.care.learn import NAMES, page
from posture.cli import main


def command(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["learn", *arguments], catch_exceptions=False)


def test_without_a_page_they_are_listed() -> None:
    result = command()
    lines = result.stdout.splitlines()
    assert [line.split()[0] for line in lines] == list(NAMES)
    assert lines[2].endswith("  Setting up your workstation")


@pytest.mark.parametrize("name", NAMES)
def test_piped_it_is_the_markdown(name: str) -> None:
    result = command(name)
    assert (result.exit_code, result.stdout) == (0, page(name).text)


def test_in_a_terminal_it_is_set(monkeypatch: pytest.MonkeyPatch) -> None:
    class Terminal:
        def isatty(self) -> bool:
            return True

    class Sys:
        stdout = Terminal()

    monkeypatch.setattr(cli_learn, "sys", Sys)
    text = command("workstation").stdout
    assert "Setting up your workstation" in text
    assert "# " not in text
    assert "**" not in text
    assert "[ ] Screen height." in text


def test_another_language() -> None:
    assert command("loads", "--language", "de").stdout == page("loads", "de").text
    assert "Lasten tragen" in command("--language", "de").stdout


def test_the_catalogue_of_the_windows_speaks_for_the_page_that_is_made() -> None:
    say = cli_learn._into("de")
    assert say("Paused: the camera is off") == "Pause: Die Kamera ist aus"
    assert say("no text of ours") == "no text of ours"


def test_an_unknown_page() -> None:
    result = command("chairs")
    assert result.exit_code == 2
    assert "Error: there is no page chairs; there are upper-back, " in result.stderr


def test_the_list_needs_nothing_heavy() -> None:
    code = (
        "import sys; from posture.cli import main; main(['learn'], standalone_mode=False);"
        "print(sorted({'numpy', 'rich', 'PySide6', 'cv2', 'sqlite3'} & set(sys.modules)))"
    )
    import subprocess

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"


@pytest.mark.parametrize("name", ["When-to-ask", "when_to_ask", "when to ask"])
def test_a_name_may_be_written_otherwise(name: str) -> None:
    assert command(name).stdout == page("when-to-ask").text
