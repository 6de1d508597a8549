"""The settings file: what it says, what is wrong in it, and that it is never lost."""

from __future__ import annotations

import stat
import tomllib
from dataclasses import dataclass, field, fields, replace
from datetime import time  # noqa: TC003  # settings are read by the types of their fields
from enum import IntEnum, StrEnum
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from posture.settings import Settings, SettingsError, changed
from posture.settings_file import parse, read, to_toml, write

if TYPE_CHECKING:
    from pathlib import Path


class Side(StrEnum):
    LEFT = "left"
    RIGHT = "right"


class Size(IntEnum):
    SMALL = 1
    LARGE = 2


@dataclass(frozen=True, slots=True)
class Hours:
    start: time
    end: time


@dataclass(frozen=True, slots=True)
class Numbers:
    """All kinds of numbers.

    And more about them.
    """

    angle_deg: float = 1.5
    """An angle,
    on two lines."""
    speed_m_s: float = 0.0
    count: int = 3
    limit_px: float | None = 5.0
    span_m: tuple[float, float] = (-1.0, 1.0)

    def __post_init__(self) -> None:
        if self.count > 10**6:
            raise ValueError("count must be at most a million")


@dataclass(frozen=True, slots=True)
class Words:
    on: bool = False
    name: str = 'a "name" # of\nlines = 2'
    side: Side = Side.LEFT
    size: Size = Size.LARGE
    sides: tuple[Side, ...] = (Side.RIGHT,)
    other: str | None = None
    days: tuple[Hours | None, ...] | None = None


@dataclass(frozen=True, slots=True)
class Tree:
    numbers: Numbers = field(default_factory=Numbers)
    words: Words = field(default_factory=Words)


FLOATS = st.floats(allow_nan=False, allow_infinity=False)
HOURS = st.builds(Hours, st.times(), st.times())
TREES = st.builds(
    Tree,
    st.builds(
        Numbers,
        FLOATS,
        FLOATS,
        st.integers(max_value=10**6),
        st.none() | FLOATS,
        st.tuples(FLOATS, FLOATS),
    ),
    st.builds(
        Words,
        st.booleans(),
        st.text(),
        st.sampled_from(Side),
        st.sampled_from(Size),
        st.lists(st.sampled_from(Side), max_size=3).map(tuple),
        st.none() | st.text().filter(lambda text: text != "none"),
        st.none() | st.lists(st.none() | HOURS, max_size=3).map(tuple),
    ),
)


class TestText:
    @given(TREES)
    def test_round_trip(self, tree: Tree) -> None:
        assert parse(to_toml(tree), Tree) == (tree, ())

    def test_holds_only_what_differs(self) -> None:
        text = to_toml(changed(Settings(), "detector.persist_s", 40.0))
        table = tomllib.loads(text)
        assert {group: values for group, values in table.items() if values} == {
            "detector": {"persist_s": 40.0}
        }
        assert "# Slouching must last this long" in text
        assert "#recover_s = 5.0\n" in text

    def test_taking_the_comment_signs_away_changes_nothing(self) -> None:
        lines = to_toml(Settings()).splitlines()
        bare = [line[1:] if line[:1] == "#" and line[1:2] not in " " else line for line in lines]
        settings, problems = parse("\n".join(bare), Settings)
        assert (settings, problems) == (Settings(), ())
        assert len(tomllib.loads("\n".join(bare))["detector"]) == len(fields(Settings().detector))

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            pytest.param("[detector]\nenter_deg = ", "line 2: Invalid value", id="syntax"),
            pytest.param("[detector\n", "line 1: Expected", id="header"),
            pytest.param('\na = """', "line 2: Unterminated", id="end of document"),
            pytest.param("a = " + "[" * 9999, "lists are nested too deep", id="deep"),
            pytest.param("a = 1" + "0" * 9999, "Exceeds the limit", id="digits"),
            pytest.param("\n[alert]", "line 2: alert: there is no such group; did you", id="group"),
            pytest.param("[x]", "x: there is no such group; there are person", id="groups"),
            pytest.param(
                "[detector]\n\npersists = 4",
                "line 3: detector.persists: there is no such setting; did you mean persist_s?",
                id="key",
            ),
            pytest.param(
                '[detector]\npersist_s = "40"',
                'line 2: detector.persist_s: must be a number, not "40"',
                id="type",
            ),
            pytest.param("[detector]\npersist_s = nan", "must be a number, not nan", id="nan"),
            pytest.param("[detector]\npersist_s = true", "a number, not true", id="bool"),
            pytest.param("[alerts]\nper_hour = 4.0", "must be a whole number, not 4.0", id="float"),
            pytest.param("[person]\nnose_up_m = [1]", "2 of them, each a number", id="tuple"),
            pytest.param(
                "[ detector ]\n'enter_deg' = 9\n\"persist_s\" = 0",
                "line 3: detector.persist_s: persist_s must be positive; left at the default",
                id="range",
            ),
            pytest.param(
                "detector.persist_s = {}", "line 1: detector.persist_s: must", id="dotted"
            ),
            pytest.param("detector = {persist_s = 0}", "line 1: detector.persist_s", id="inline"),
            pytest.param("detector = 5", "line 1: detector: is a group: write it as", id="value"),
        ],
    )
    def test_what_is_wrong_is_told_with_its_line(self, text: str, expected: str) -> None:
        settings, (problem,) = parse(text, Settings)
        assert expected in str(problem)
        assert settings == replace(Settings(), detector=settings.detector)

    def test_what_is_right_still_counts(self) -> None:
        settings, problems = parse(
            "[detector]\npersist_s = -1\nenter_deg = 12\nmax_gap_s = 'x'\n"
            "[alerts]\nper_hour = 2\n[features]\nfront_deg = 170",
            Settings,
        )
        assert [(p.line, p.key) for p in problems] == [
            (2, "detector.persist_s"),
            (4, "detector.max_gap_s"),
            (8, "features.front_deg"),
        ]
        assert settings.detector == replace(Settings().detector, enter_deg=12.0)
        assert settings.alerts.per_hour == 2
        assert settings.features == Settings().features

    def test_a_line_inside_a_text_is_found_at_its_own_group(self) -> None:
        _, (problem,) = parse("[numbers]\ncount = 1\n[words]\n\ncount = 1", Tree)
        assert (problem.line, problem.key) == (5, "words.count")

    @given(st.text())
    def test_any_text_gives_settings(self, text: str) -> None:
        settings, problems = parse(text, Settings)
        assert settings == Settings()
        assert problems or not tomllib.loads(text)


class TestFile:
    def test_missing_file_gives_the_defaults(self, tmp_path: Path) -> None:
        assert read(tmp_path / "settings.toml") == (Settings(), ())

    def test_write_makes_the_folder_and_is_private(self, tmp_path: Path) -> None:
        path = tmp_path / "new" / "settings.toml"
        settings = changed(Settings(), "alerts.per_hour", 2)
        write(path, settings)
        assert read(path) == (settings, ())
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
        assert [p.name for p in path.parent.iterdir()] == ["settings.toml"]

    def test_windows_text_is_read(self, tmp_path: Path) -> None:
        path = tmp_path / "settings.toml"
        path.write_bytes(b"\xef\xbb\xbf[alerts]\r\nper_hour = 2\r\n")
        assert read(path) == (changed(Settings(), "alerts.per_hour", 2), ())

    @pytest.mark.parametrize(
        "content",
        [
            pytest.param(b"[detector", id="syntax"),
            pytest.param(b"[detector]\npersist = 3", id="key"),
            pytest.param(b"[detector]\npersist_s = -3", id="range"),
            pytest.param(b"\n\xff", id="not text"),
        ],
    )
    def test_a_wrong_file_is_not_overwritten_unless_kept(
        self, content: bytes, tmp_path: Path
    ) -> None:
        path = tmp_path / "settings.toml"
        path.write_bytes(content)
        with pytest.raises(SettingsError, match="was left as it is: mend it, or"):
            write(path, Settings())
        assert path.read_bytes() == content
        write(path, Settings(), keep_copy=True)
        assert read(path) == (Settings(), ())
        assert (tmp_path / "settings.toml.bak").read_bytes() == content

    def test_not_text_is_told_with_its_line(self, tmp_path: Path) -> None:
        path = tmp_path / "settings.toml"
        path.write_bytes(b"# a\n# \xff")
        assert [str(p) for p in read(path)[1]] == ["line 2: is not text in UTF-8"]

    def test_a_folder_in_its_place_is_told(self, tmp_path: Path) -> None:
        (problem,) = read(tmp_path)[1]
        assert "cannot be read" in str(problem)
        with pytest.raises(SettingsError, match="cannot be written"):
            write(tmp_path, Settings(), keep_copy=True)

    def test_a_failed_write_leaves_the_file(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def full(_: int) -> None:
            raise OSError(28, "No space left on device")

        path = tmp_path / "settings.toml"
        write(path, Settings())
        before = path.read_bytes()
        monkeypatch.setattr("os.fsync", full)
        with pytest.raises(SettingsError, match="No space left"):
            write(path, changed(Settings(), "alerts.per_hour", 2))
        assert path.read_bytes() == before
        assert [p.name for p in tmp_path.iterdir()] == ["settings.toml"]

    def test_a_link_stays_a_link(self, tmp_path: Path) -> None:
        link = tmp_path / "settings.toml"
        link.symlink_to(tmp_path / "elsewhere.toml")
        write(link, Settings())
        assert link.is_symlink()
        assert (tmp_path / "elsewhere.toml").exists()
