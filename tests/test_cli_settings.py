"""`posture settings` as a user calls it, and what `posture replay` makes of the file."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner, Result

from posture import settings_file
from posture.cli import main
from posture.settings import Settings, changed
from posture.settings_file import read

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The settings file of a user who has none yet."""
    monkeypatch.setenv("POSTURE_CONFIG_DIR", str(tmp_path / "config"))
    return tmp_path / "config" / "settings.toml"


def command(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["settings", *arguments], catch_exceptions=False)


class TestCommand:
    def test_set_get_reset(self, own: Path) -> None:
        assert command("path").output.strip() == str(own)
        assert command("get", "detector.persist_s").output == "30.0\n"
        assert not own.exists()
        result = command("set", "detector.persist_s", "40")
        assert result.output == "detector.persist_s = 40.0 (before: 30.0)\n"
        assert command("get", "detector.persist_s").output == "40.0\n"
        assert command("reset", "detector.persist_s").exit_code == 0
        assert read(own) == (Settings(), ())

    def test_reset_all_keeps_a_copy(self, own: Path) -> None:
        command("set", "detector.persist_s", "40")
        assert command("reset").exit_code == 0
        assert read(own) == (Settings(), ())
        assert read(own.with_name("settings.toml.bak"))[0].detector.persist_s == 40.0

    def test_all_as_json(self, own: Path) -> None:
        command("set", "person.nose_up_m", "[-0.2, 0.5]")
        shown = json.loads(command("--json").output)
        assert shown["path"] == str(own)
        assert shown["problems"] == []
        (entry,) = (e for e in shown["settings"] if e["value"] != e["default"])
        assert (entry["key"], entry["value"], entry["unit"]) == (
            "person.nose_up_m",
            [-0.2, 0.5],
            "m",
        )
        assert entry["explanation"].startswith("Believable height")

    def test_all_as_a_table(self, own: Path) -> None:
        command("set", "detector.persist_s", "40")
        output = command().output
        assert "40.0 s (30.0)" in output
        assert str(own) in output

    @pytest.mark.parametrize(
        ("arguments", "message"),
        [
            pytest.param(["get", "persist_s"], "did you mean detector.persist_s", id="no group"),
            pytest.param(["set", "a.b", "1"], "there is no setting a.b", id="key"),
            pytest.param(["set", "detector.persist_s", "x"], "must be a number", id="type"),
            pytest.param(["set", "detector.persist_s", "-5"], "must be positive", id="range"),
            pytest.param(["reset", "a.b"], "there is no setting a.b", id="reset"),
        ],
    )
    def test_wrong_usage(self, own: Path, arguments: list[str], message: str) -> None:
        result = command(*arguments)
        assert (result.exit_code, message in result.output) == (2, True)
        assert not own.exists()

    def test_wrong_file_is_told_and_kept(self, own: Path) -> None:
        own.parent.mkdir()
        own.write_text("[detector]\npersist = 40\nenter_deg = 12\n")
        result = command("get", "detector.enter_deg")
        assert result.stdout == "12.0\n"
        assert f"warning: {own}: line 2: detector.persist: there is no such" in result.stderr
        refused = command("set", "detector.persist_s", "40")
        assert (refused.exit_code, "--keep-copy" in refused.stderr) == (1, True)
        assert "persist = 40" in own.read_text()
        assert command("set", "--keep-copy", "detector.persist_s", "40").exit_code == 0
        settings, problems = read(own)
        assert (settings.detector.persist_s, settings.detector.enter_deg) == (40.0, 12.0)
        assert not problems


class TestReplay:
    """`posture replay` starts from the file; an option counts more."""

    @pytest.fixture
    def used(self, monkeypatch: pytest.MonkeyPatch) -> list[Settings]:
        seen: list[Settings] = []

        def run(_: object, options: Any, **__: object) -> int:  # noqa: ANN401
            seen.append(options.settings)
            return 0

        monkeypatch.setattr("posture.terminal.run", run)
        return seen

    def test_settings_of_the_file_and_options(self, own: Path, used: list[Settings]) -> None:
        wanted = changed(changed(Settings(), "detector.persist_s", 40.0), "alerts.per_hour", 2)
        settings_file.write(own, wanted)
        for options in ([], ["--persist", "50"]):
            CliRunner().invoke(main, ["replay", "clip.mp4", *options], catch_exceptions=False)
        assert used == [wanted, changed(wanted, "detector.persist_s", 50.0)]
