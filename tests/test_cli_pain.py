"""`posture pain` as a user calls it."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner, Result

from posture import cli_pain
from posture.care import flags
from posture.care.entries import Deed, PainKind, PainNote, Place
from posture.cli import main
from posture.history.notebook import Notebook
from posture.history.rows import Span

if TYPE_CHECKING:
    from pathlib import Path

NOW = datetime(2026, 3, 30, 20, 15, tzinfo=UTC)
ALWAYS = Span(date(2020, 1, 1), date(2030, 1, 1))


@pytest.fixture(autouse=True)
def book(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Notebook:
    """The diary of a user for whom it is the evening of 30 March 2026."""
    monkeypatch.setenv("POSTURE_DATA_DIR", str(tmp_path / "data"))
    made = Notebook(tmp_path / "data" / "history.sqlite3", lambda: NOW)
    monkeypatch.setattr(cli_pain, "_own", lambda: made)
    return made


def command(*arguments: str, answer: str | None = None) -> Result:
    return CliRunner().invoke(main, ["pain", *arguments], input=answer, catch_exceptions=False)


def noted(book: Notebook) -> list[PainNote]:
    return list(book.notes(ALWAYS).pains)


class TestEntry:
    def test_a_level_is_enough(self, book: Notebook) -> None:
        result = command("4")
        assert result.exit_code == 0
        assert noted(book) == [PainNote(NOW.timestamp(), 0, 4)]
        assert "noted: 2026-03-30 20:15  level 4 of 10" in result.output

    def test_all_that_can_be_said(self, book: Notebook) -> None:
        options = "--where neck_left --where Between_Shoulder_Blades --kind stiff --did heat"
        result = command("6", *options.split(), "--did=moved", "--since", "3 weeks", "--woke")
        assert result.exit_code == 0
        assert noted(book) == [
            PainNote(
                NOW.timestamp(),
                0,
                6,
                frozenset({Place.NECK_LEFT, Place.BETWEEN_SHOULDER_BLADES}),
                frozenset({PainKind.STIFF}),
                frozenset({Deed.HEAT, Deed.MOVED}),
                date(2026, 3, 9),
                woke=True,
            )
        ]

    def test_options_may_come_first(self, book: Notebook) -> None:
        assert command("--not-woke", "2").exit_code == 0
        assert [(note.level, note.woke) for note in noted(book)] == [(2, False)]

    @pytest.mark.parametrize(
        ("text", "day"),
        [
            ("today", "2026-03-30"),
            ("yesterday", "2026-03-29"),
            ("Yesterday ", "2026-03-29"),
            ("3 days", "2026-03-27"),
            ("1 week", "2026-03-23"),
            ("2months", "2026-01-29"),
            ("2026-03-01", "2026-03-01"),
            ("1906-01-01", "1906-01-01"),
        ],
    )
    def test_since(self, book: Notebook, text: str, day: str) -> None:
        command("3", "--since", text)
        assert [f"{note.since}" for note in noted(book)] == [day]

    @pytest.mark.parametrize(
        ("text", "local"),
        [
            ("18:30", (2026, 3, 30, 18, 30)),
            ("9:05", (2026, 3, 30, 9, 5)),
            ("2026-03-02 07:00", (2026, 3, 2, 7, 0)),
            ("2026-03-02", (2026, 3, 2, 0, 0)),
        ],
    )
    def test_at(self, book: Notebook, text: str, local: tuple[int, int, int, int, int]) -> None:
        result = command("3", "--at", text)
        assert result.exit_code == 0, result.output
        expected = datetime(*local).astimezone()
        (note,) = noted(book)
        assert (note.utc_s, note.offset_s) == (
            expected.timestamp(),
            (expected.utcoffset() or timedelta()).total_seconds(),
        )

    @pytest.mark.parametrize(
        ("arguments", "told"),
        [
            (["11"], "range 0<=x<=10"),
            (["-1"], "-1 is not in the range 0<=x<=10"),
            (["much"], "No such command 'much'"),
            (["4.5"], "'4.5' is not a valid integer"),
            (["4", "--where", "knee"], "is not one of"),
            (["4", "--since", "soon"], "soon is no date such as 2026-03-30"),
            (["4", "--since", "2026-04-01"], "is after the entry"),
            (["4", "--since", "9999 years"], "is no date"),
            (["4", "--since", "0001-01-01"], "0001-01-01 is more than 120 years before the entry"),
            (["4", "--since", "122 years"], "is more than 120 years before the entry"),
            (["4", "--at", "noon"], "noon is no time such as 18:30"),
            (["4", "--at", "25:00"], "is no time"),
            (["4", "--at", "0001-01-01"], "is no time"),
            (["4", "--at", "1969-12-30 09:00"], "is before 1970"),
            (["4", "--at", "2026-04-02 09:00"], "in the future"),
            (["remove", "1"], "there is no entry 1; there are 0"),
            (["summary", "--from", "2026-03-02", "--to", "2026-03-01"], "is before --from"),
        ],
        ids=" ".join,
    )
    def test_wrong_usage(self, book: Notebook, arguments: list[str], told: str) -> None:
        result = command(*arguments)
        assert result.exit_code == 2
        assert told in result.output
        assert noted(book) == []

    def test_without_anything_it_explains_itself(self) -> None:
        assert "LEVEL | COMMAND" in command().output
        assert "history.keep is off" in " ".join(command("--help").output.split())


def test_a_second_one_of_the_same_minute_is_another(book: Notebook) -> None:
    command("3", "--at", "18:30", "--where", "neck_left")
    command("6", "--at", "18:30")
    assert [note.level for note in noted(book)] == [3, 6]
    newest, before = command("list").output.splitlines()
    assert "18:30  level 6" in newest
    assert "18:30  level 3" in before
    assert "level 6" in command("remove", "1", "--yes").output
    assert [note.level for note in noted(book)] == [3]


class TestWhatIsSaid:
    @pytest.mark.parametrize("level", ["0", "4"])
    def test_flags_after_every_entry(self, level: str) -> None:
        text = " ".join(command(level).output.split())
        for entry in flags.LEVELS:
            assert entry.title in text
            assert all(sign in text for sign in entry.texts)

    def test_whom_to_ask_once_a_week(self) -> None:
        said = ["specialist can assess it. Posture" in _plain(command("4", "--woke")) for _ in "12"]
        assert said == [True, False]

    def test_not_for_one_entry(self) -> None:
        assert "Posture cannot say" not in _plain(command("9"))


def _plain(result: Result) -> str:
    return " ".join(result.output.split())


class TestList:
    def test_the_newest_first(self) -> None:
        assert command("list").output == "nothing is entered yet\n"
        command("2", "--at", "2026-03-01 12:00")
        command("5")
        first, second = command("list").output.splitlines()
        assert first.startswith("  1  2026-03-30")
        assert second.startswith("  2  2026-03-01")

    def test_not_all_unasked(self, book: Notebook) -> None:
        for minute in range(25):
            book.add(PainNote(NOW.timestamp() - 60 * minute, 0, 1))
        lines = command("list").output.splitlines()
        assert (len(lines), lines[-1]) == (21, "and 5 before: posture pain list --all")
        assert len(command("list", "--all").output.splitlines()) == 25


class TestRemove:
    def test_asks_and_says_what(self, book: Notebook) -> None:
        command("2", "--at", "2026-03-01 12:00")
        command("5")
        result = command("remove", answer="n\n")
        assert result.exit_code == 1
        assert "level 5 of 10" in result.output
        assert len(noted(book)) == 2
        assert "removed: 2026-03-30" in command("remove", answer="y\n").output
        assert [note.level for note in noted(book)] == [2]

    def test_by_number(self, book: Notebook) -> None:
        command("2", "--at", "2026-03-01 12:00")
        command("5")
        assert "level 2 of 10" in command("remove", "2", "--yes").output
        assert [note.level for note in noted(book)] == [5]


class TestSummary:
    def test_in_the_terminal(self) -> None:
        command("5", "--kind", "stiff")
        text = command("summary").output
        assert "Tuesday 6 January to Monday 30 March 2026" in text
        assert "1 on 1 day; level 5" in text

    def test_as_a_page(self, book: Notebook, tmp_path: Path) -> None:
        command("5")
        file = tmp_path / "page.html"
        result = command("summary", "--html", str(file), "--from", "2026-03-01")
        assert result.exit_code == 0
        assert "Sunday 1 to Monday 30 March 2026" in file.read_text()
        assert command("summary", "--html", "-").output.startswith("<!DOCTYPE html>")
        other = command("summary", "--history", str(book.path))
        assert "level 5" in other.output

    def test_one_that_cannot_be_written(self, tmp_path: Path) -> None:
        result = command("summary", "--html", str(tmp_path / "nowhere" / "page.html"))
        assert result.exit_code == 5
        assert "cannot be written" in result.output


def test_a_damaged_history_is_told(book: Notebook) -> None:
    book.path.parent.mkdir()
    book.path.write_text("no history " * 99)
    for arguments in (["4"], ["list"], ["summary"]):
        result = command(*arguments)
        assert result.exit_code == 1
        assert "damaged" in result.output


def test_whom_to_ask_is_said_also_where_the_entry_cannot_be_kept(book: Notebook) -> None:
    book.path.parent.mkdir()
    book.path.write_text("no history " * 99)
    result = command("9")
    assert "noted:" not in result.output
    for level in flags.LEVELS:
        assert level.title in result.stdout


def test_everything_can_be_exported_where_only_pain_was_entered(
    book: Notebook, tmp_path: Path
) -> None:
    command("4")
    folder = tmp_path / "all"
    result = CliRunner().invoke(
        main, ["export", str(folder), "--history", str(book.path)], catch_exceptions=False
    )
    assert result.exit_code == 0
    assert len((folder / "pains.csv").read_text().splitlines()) == 2


def test_another_programs_file_is_left_alone(book: Notebook) -> None:
    book.path.parent.mkdir()
    with closing(sqlite3.connect(book.path)) as connection:
        connection.execute("CREATE TABLE letters (text)")
    before = book.path.read_bytes()
    result = command("4")
    assert result.exit_code == 1
    assert "another program" in result.output
    assert book.path.read_bytes() == before
