"""The history's window in other words: names, dates, and sentences that are asked for before."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QLocale

from posture.care.catalogue import EXERCISES
from posture.care.entries import Deed, PackKind, PainKind, Place
from posture.gui import dates, history_words
from posture.gui.history_words import SPEECH, word
from posture.history.rows import Span
from posture.reports.gather import gather
from posture.reports.speech import ENGLISH, Speech
from posture.reports.wording import facts, title
from tests.gui.languages import known
from tests.years import years

FIRST = date(2026, 1, 1)
DAYS = st.dates(date(1900, 1, 1), date(2200, 12, 31))


@pytest.mark.parametrize("days", [1, 7, 31, 90])
@pytest.mark.parametrize("since", [0, 40, 75])
def test_all_that_is_told_is_asked_for_by_a_text_that_is_known(since: int, days: int) -> None:
    """Else it would stay English: what is spoken is found in the source by a script."""
    kept = years(FIRST, 120)
    asked: set[str] = set()

    def say(text: str) -> str:
        asked.add(text)
        return text

    begin = FIRST + timedelta(days=since)
    summary = gather(kept, Span(begin, begin + timedelta(days=days)))
    assert facts(summary, Speech(say=say)) == facts(summary)
    assert asked
    assert asked <= known()


def test_nothing_english_is_left_when_all_is_said_otherwise() -> None:
    kept = years(FIRST, 120)
    summary = gather(kept, Span(FIRST, FIRST + timedelta(days=31)))
    speech = Speech(
        say=lambda text: "".join(re.findall(r"\{\d\}", text)),
        word=lambda _: "",
        written=lambda *_: "",
    )
    told = " ".join(text for entry in facts(summary, speech) for text in entry)
    assert set(re.findall("[A-Za-z]+", told)) <= {"h", "min", "s"}


def test_names_are_words() -> None:
    assert word("message+sound") == "message + sound"
    assert [word(kind) for kind in PackKind] == ["heat", "cold"]
    assert word(Place.NECK_LEFT) == "left side of the neck"
    assert word(EXERCISES[0].name) == EXERCISES[0].name.replace("_", " ")
    assert word("something_else") == "something else"
    assert word(Deed.MOVED) == "moved about"
    assert [word(kind) for kind in PainKind] == list(PainKind)


def test_windows_have_the_dates_of_reports_in_english() -> None:
    assert SPEECH.day(date(2026, 3, 2)) == "Monday 2 March 2026"
    assert dates.short_day(date(2026, 3, 2)) == "Mon 2 Mar"
    assert dates.moment_name(0.0, 3600) == "Thu 1 Jan, 01:00"


@given(DAYS)
@pytest.mark.parametrize(
    "pattern", ["dddd d 'to'", "dddd d MMMM yyyy", "ddd d MMM", "dd MMM", "d MMM yyyy", "MMMM yyyy"]
)
def test_days_are_written_as_reports_write_them_in_english(pattern: str, day: date) -> None:
    assert dates.written(day, pattern) == ENGLISH.written(day, pattern)


def test_numbers_have_the_point_of_the_language(monkeypatch: pytest.MonkeyPatch) -> None:
    told = [(SPEECH.number(text), ENGLISH.number(text)) for text in ("3", "3.5")]
    assert told == [("3", "3"), ("3.5", "3.5")]
    monkeypatch.setattr(history_words, "locale", lambda: QLocale("de"))
    assert SPEECH.number("3.5") == "3,5"


def test_no_fact_has_the_point_of_english(monkeypatch: pytest.MonkeyPatch) -> None:
    summary = gather(years(FIRST, 120), Span(FIRST, FIRST + timedelta(days=31)))
    told, point, comma = "".join(map(str, facts(summary, SPEECH))), r"\d\.\d", r"\d,\d"
    assert len(re.findall(point, told)) == 2
    monkeypatch.setattr(history_words, "locale", lambda: QLocale("de"))
    told = "".join(map(str, facts(summary, SPEECH)))
    assert (len(re.findall(point, told)), len(re.findall(comma, told))) == (0, 2)


@given(DAYS, st.integers(1, 400))
def test_titles_are_those_of_reports_in_english(begin: date, days: int) -> None:
    span = Span(begin, begin + timedelta(days=days))
    assert dates.title(span) == title(span)


def test_names_of_days_and_months_follow_the_language(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dates, "locale", lambda: QLocale("de"))
    assert dates.written(date(2026, 3, 2), "dddd, d. MMMM yyyy") == "Montag, 2. März 2026"
    assert dates.written(date(2026, 3, 2), "dddd, d. 'bis'") == "Montag, 2. bis"
