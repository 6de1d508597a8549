"""The page to take along in the language of the windows: whole, and with the same values."""

from __future__ import annotations

import re
from contextlib import nullcontext
from dataclasses import replace
from datetime import date, timedelta
from html.parser import HTMLParser
from itertools import product
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QLocale

from posture.care.catalogue import EXERCISES
from posture.care.entries import BreakEnd, BreakKind, Deed, Notes, PackKind, PainKind, Place
from posture.gui.diary_take_along import DAYS, write
from posture.gui.history_words import SPEECH
from posture.history.rows import Span
from posture.reports import take_along
from posture.reports.gather import gather
from posture.reports.speech import ENGLISH, Speech
from tests.gui.languages import known, speaking
from tests.history.notes import BREAK, EXERCISE, PACK, PAIN, pain
from tests.reports.test_page import Reading
from tests.years import years

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

    from tests.kept import Years

TODAY = date(2026, 3, 28)
HOUR_S, DAY_S = 3600, 86400
MADE_UP = years(date(2025, 11, 1), 250)
EVERYTHING = Notes(
    tuple(
        replace(BREAK, utc_s=BREAK.utc_s + place * HOUR_S, kind=kind, end=end)
        for place, (kind, end) in enumerate(product(BreakKind, BreakEnd))
    ),
    tuple(replace(EXERCISE, name=each.name) for each in EXERCISES),
    tuple(replace(PACK, kind=kind) for kind in (*PackKind, PackKind.HEAT)),
    (
        *(
            replace(
                PAIN,
                utc_s=PAIN.utc_s + days * DAY_S,
                level=days % 10,
                places=frozenset({place}),
                kinds=frozenset(PainKind),
                deeds=frozenset(Deed),
                woke=True,
            )
            for days, place in enumerate(Place)
        ),
        pain(TODAY, 8),
    ),
)
HISTORIES = {
    "everything": replace(MADE_UP, all_notes=EVERYTHING),
    "made up": MADE_UP,
    "one entry": replace(MADE_UP, all_notes=Notes(pains=(PAIN,))),
    "nothing": replace(MADE_UP, all_notes=Notes()),
}
SPANS = {
    "twelve weeks": Span(TODAY - timedelta(days=DAYS - 1), TODAY + timedelta(days=1)),
    "month": Span(date(2026, 3, 1), date(2026, 4, 1)),
    "day": Span(date(2026, 3, 2), date(2026, 3, 3)),
    "years": Span(date(2023, 1, 1), date(2026, 7, 1)),
}
IN_BOTH = {
    *("posture", "webcam", "min", "was", "diagnose"),
    *("jan", "feb", "apr", "april", "aug", "august", "nov", "november", "september"),
}
"""Words that German has, too; all others it has not."""


@pytest.fixture
def german(application: QApplication) -> Iterator[None]:
    with speaking(application, QLocale("de")):
        yield


class Texts(HTMLParser):
    """All that is read on a page or read out, and its elements without their language."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.said: list[str] = []
        self.elements: list[tuple[str, list[tuple[str, str | None]]]] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, [each for each in attrs if each[0] != "lang"]))

    def handle_data(self, data: str) -> None:
        if data.strip() and self.lasttag != "style":
            self.said.append(data)


def words(page: str) -> set[str]:
    told = Texts(page).said
    return {word.lower() for text in told for word in re.findall(r"[^\W\d_]{3,}", text)}


def numbers(page: str) -> list[list[str]]:
    """Those of each text; a sentence may have them in another order."""
    return [sorted(re.findall(r"\d+", text)) for text in Texts(page).said]


@pytest.mark.parametrize("span", SPANS.values(), ids=SPANS)
@pytest.mark.parametrize("history", HISTORIES.values(), ids=HISTORIES)
@pytest.mark.usefixtures("german")
class TestGerman:
    def test_no_word_is_left(self, history: Years, span: Span) -> None:
        summary = gather(history, span)
        english, own = (take_along.page(summary, TODAY, speech) for speech in (ENGLISH, SPEECH))
        assert words(english) & words(own) <= IN_BOTH
        assert '<html lang="de">' in own

    def test_the_values_are_the_same(self, history: Years, span: Span) -> None:
        summary = gather(history, span)
        english, own = (take_along.page(summary, TODAY, speech) for speech in (ENGLISH, SPEECH))
        Reading(own)
        parts = [page.rpartition("<h2>") for page in (english, own)]
        above = [before for before, _, _ in parts]
        assert numbers(above[0]) == numbers(above[1])
        assert Texts(above[0]).elements == Texts(above[1]).elements
        # Of the last entries there are as many as have room: that depends on the words.
        rows = [last.split("<tr>")[:0:-1] for _, _, last in parts]
        for theirs, ours in zip(*rows, strict=False):
            assert numbers(theirs.split("</tr>")[0]) == numbers(ours.split("</tr>")[0])

    def test_all_that_is_asked_for_is_known(self, history: Years, span: Span) -> None:
        asked: set[str] = set()

        def say(text: str) -> str:
            asked.add(text)
            return text

        def written(day: date, pattern: str) -> str:
            assert pattern in asked
            return ENGLISH.written(day, pattern)

        summary = gather(history, span)
        english = take_along.page(summary, TODAY)
        assert take_along.page(summary, TODAY, Speech(say=say, written=written)) == english
        assert asked <= known()


@pytest.mark.usefixtures("german")
class TestEntries:
    def test_a_row_has_the_values_of_the_entry(self) -> None:
        one = replace(MADE_UP, all_notes=Notes(pains=(replace(PAIN, woke=True),)))
        said = Texts(take_along.page(gather(one, SPANS["month"]), TODAY, SPEECH)).said
        row = said.index("02. März 10:05")
        assert said[row + 1 : row + 5] == [
            "4",
            "linke Seite des Nackens, zwischen den Schulterblättern",
            "steif; seit 16. Feb. 2026; nachts geweckt",
            "sich bewegt, Wärme",
        ]

    def test_sentences(self) -> None:
        pains = (pain(date(2026, 3, 2), 2), pain(date(2026, 3, 3), 5))
        summary = gather(replace(MADE_UP, all_notes=Notes(pains=pains)), SPANS["month"])
        told = dict(take_along.facts(summary, SPEECH))
        assert told["Einträge"] == (
            "2 an 2 Tagen; die höchste Stufe eines Tages war 2 bis 5, "
            "an der Hälfte der Tage bis 3,5"
        )
        assert told["seit"] == (
            "Montag, 2. März 2026; eingetragen an 2 Tagen, zuletzt am Dienstag, 3. März 2026"
        )


class TestWritten:
    def written(self, tmp_path: Path) -> str:
        file, span = tmp_path / "page.html", SPANS["twelve weeks"]
        write(lambda: nullcontext(HISTORIES["everything"]), span, file)
        return file.read_text(encoding="utf-8")

    @pytest.mark.usefixtures("german")
    def test_in_the_language_of_the_windows(self, tmp_path: Path) -> None:
        page = self.written(tmp_path)
        assert '<html lang="de">' in page
        assert "<h1>Meine Notizen zu Schmerzen</h1>" in page
        assert "bis Samstag, 28. März 2026; erstellt am Samstag, 28. März 2026." in page

    def test_in_english_as_in_the_terminal(self, application: QApplication, tmp_path: Path) -> None:
        del application
        summary = gather(HISTORIES["everything"], SPANS["twelve weeks"])
        assert self.written(tmp_path) == take_along.page(summary, TODAY)
