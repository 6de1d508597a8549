"""What was noted, in every report: sentences, figures, the drawn back, the page to take along."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest
from rich.console import Console

from posture.care.entries import (
    BreakEnd,
    BreakNote,
    Deed,
    Notes,
    PackKind,
    PainKind,
    PainNote,
    Place,
)
from posture.history.rows import Span
from posture.noted import noted
from posture.reports import take_along, text
from posture.reports.back import drawn
from posture.reports.care_figures import pain_beside
from posture.reports.care_wording import NO_CAUSE, care_facts, in_words, listed
from posture.reports.gather import gather
from posture.reports.page import page
from posture.reports.speech import Speech
from posture.reports.wording import NOTICE, facts
from tests.history.notes import BREAK, EXERCISE, HINT, PACK, PAIN, pain
from tests.reports.test_page import Reading
from tests.years import years

SOME = years(date(2026, 1, 1), 120)
MARCH = Span(date(2026, 3, 1), date(2026, 4, 1))
DAY = Span(date(2026, 3, 2), date(2026, 3, 3))
ALWAYS = Span(date(2026, 1, 1), date(2026, 5, 1))
TODAY = date(2026, 4, 1)
ONE = Notes((BREAK,), (EXERCISE,), (PACK,), (PAIN,), (HINT,))
ALL_WORDS = replace(
    PAIN, places=frozenset(Place), kinds=frozenset(PainKind), deeds=frozenset(Deed), woke=True
)


def of(notes: Notes, span: Span = MARCH) -> str:
    return page(gather(replace(SOME, all_notes=notes), span))


def along(notes: Notes, span: Span = MARCH) -> str:
    return take_along.page(gather(replace(SOME, all_notes=notes), span), TODAY)


class TestSentences:
    def test_one_of_each(self) -> None:
        assert care_facts(noted(ONE)) == (
            ("breaks", "1 taken (1 long; 1 after a reminder)"),
            ("exercises", "1 done: side bend 1"),
            ("heat, cold", "heat 1 time"),
            ("pain", "entries on 1 day, on 1 with pain, highest level 4 of 10"),
            ("", "where, and on how many days: between shoulder blades 1, neck left 1"),
        )
        assert care_facts(noted(Notes())) == ()

    def test_several(self) -> None:
        def at(minute: int, end: BreakEnd) -> BreakNote:
            return replace(BREAK, utc_s=BREAK.utc_s + 60 * minute, end=end, asked=False)

        breaks = tuple(at(n, end) for n, end in enumerate([*BreakEnd, BreakEnd.SKIPPED]))
        packs = (PACK, replace(PACK, kind=PackKind.COLD), PACK)
        pains = (pain(date(2026, 3, 2), 0), replace(pain(date(2026, 3, 3), 7), woke=True))
        found = dict(care_facts(noted(Notes(breaks, (), packs, pains))))
        assert found["breaks"] == "1 taken (1 long; 0 after a reminder), 2 skipped, 1 put off"
        assert found["heat, cold"] == "heat 2 times, cold 1 time"
        assert found["pain"] == (
            "entries on 2 days, on 1 with pain, highest level 7 of 10; woke at night on 1"
        )
        assert "" not in found

    def test_an_entry(self) -> None:
        assert in_words(PAIN) == (
            "neck left, between shoulder blades",
            "stiff; since 16 Feb 2026",
            "moved, heat",
        )
        assert in_words(pain(TODAY)) == ("", "", "")
        assert listed([]) == ""

    def test_they_are_among_the_facts(self) -> None:
        told = facts(gather(replace(SOME, all_notes=ONE), DAY))
        assert told[-5:] == care_facts(noted(ONE))

    def test_days_of_notes_alone_have_a_report(self) -> None:
        sunday = date(2026, 3, 8)
        span = Span(sunday, sunday + timedelta(days=1))
        summary = gather(replace(SOME, all_notes=Notes(pains=(pain(sunday),))), span)
        assert not summary.empty
        assert [label for label, _ in facts(summary)] == ["pain"]
        file = io.StringIO()
        text.show(summary, Console(file=file, width=80))
        assert "highest level 4 of 10" in file.getvalue()
        Reading(page(summary))


class TestFigure:
    def test_dots_bars_and_what_it_is_not(self) -> None:
        html = of(Notes((BREAK,), (EXERCISE,), (PACK,), (PAIN, pain(date(2026, 3, 9), 0))))
        section = html.split('id="beside"')[1].split("</section>")[0]
        assert section.count("<circle") == 2
        assert NO_CAUSE in section
        assert "is not a day without pain" in section
        assert '<th scope="row">Mon 2 Mar</th><td class="n">4</td>' in section
        Reading(html)

    @pytest.mark.parametrize(
        ("notes", "span"), [(Notes(), MARCH), (ONE, DAY)], ids=["nothing noted", "a single day"]
    )
    def test_none(self, notes: Notes, span: Span) -> None:
        summary = gather(replace(SOME, all_notes=notes), span)
        assert pain_beside(summary).text == ""

    def test_weeks_have_a_range(self) -> None:
        pains = (pain(date(2026, 3, 3), 2), pain(date(2026, 3, 4), 7))
        figure = pain_beside(gather(replace(SOME, all_notes=Notes(pains=pains)), ALWAYS)).text
        assert figure.count('class="range"') == figure.count("<circle") == 1
        assert "2 to 7" in figure

    @pytest.mark.parametrize("days", [2, 5, 6, 7, 13, 28, 30, 31, 62, 84, 125, 131, 400, 1300])
    def test_dates_do_not_touch_in_any_language(self, days: int) -> None:
        begin = date(2026, 3, 2)
        span = Span(begin, begin + timedelta(days=days))
        summary = gather(replace(SOME, all_notes=ONE), span)
        figure = pain_beside(summary, Speech(written=lambda *_: "date")).text
        found = re.findall(r'x="([\d.]+)" y="[\d.]+" text-anchor="(\w+)">date<', figure)
        assert 1 < len(found) <= 6
        # As wide as 25. März and Sept. 2026 in letters of 11.
        wide = 66.0 if days > 900 else 48.0
        begins = [float(x) - wide / (2 if anchor == "middle" else 1) for x, anchor in found]
        assert all(one + wide + 2 < other for one, other in pairwise(begins))
        assert begins[-1] + wide <= 420

    def test_nothing_is_outside_of_its_panel(self) -> None:
        figure = pain_beside(gather(SOME, ALWAYS)).text
        size = re.search(r'viewBox="0 0 (\d+) (\d+)"', figure)
        assert size is not None
        width, height = map(float, size.groups())
        tops = re.findall(r"M([\d.]+) ([\d.]+)v-([\d.]+)h([\d.]+)", figure)
        assert len(tops) > 30
        for x, bottom, tall, across in (map(float, each) for each in tops):
            assert 50 <= x <= x + across <= width - 8
            assert 0 <= bottom - tall <= bottom <= height
            assert tall <= 42.05
        dots = re.findall(r'cx="([\d.]+)" cy="([\d.]+)"', figure)
        assert dots
        assert all(24 <= float(y) <= 94 for _, y in dots)


class TestBack:
    def test_a_number_for_each_place(self) -> None:
        svg = drawn((PAIN, pain(date(2026, 3, 3)))).text
        assert svg.count('class="place"') == svg.count("<text") == 2
        assert "neck left 1" in svg
        assert "url(" not in svg

    def test_more_days_are_stronger(self) -> None:
        left = replace(pain(date(2026, 3, 3)), places=frozenset({Place.NECK_LEFT}))
        svg = drawn((PAIN, left)).text
        more, less = re.findall(r'fill-opacity="([\d.]+)"', svg)
        assert float(more) > float(less)

    @pytest.mark.parametrize("place", Place)
    def test_left_is_on_the_left(self, place: Place) -> None:
        svg = drawn((replace(PAIN, places=frozenset({place})),)).text
        (x,) = re.findall(r'<text x="([\d.]+)"', svg)
        side = place.rsplit("_", 1)[1]
        assert {"left": float(x) < 50, "right": float(x) > 50}.get(side, float(x) == 50)

    def test_the_outline_is_its_own_mirror_image(self) -> None:
        outline = re.findall(r'<path d="(M[^"]*)" class="contour"', drawn(()).text)[0]
        points = [tuple(map(float, each)) for each in re.findall(r"([\d.]+) ([\d.]+)", outline)]
        assert {(100 - x, y) for x, y in points} == set(points)


class TestTakeAlong:
    def test_it_says_what_was_entered_and_no_more(self) -> None:
        html = along(ONE)
        for words in ("Nothing here is interpreted", NO_CAUSE, "estimates from a webcam"):
            assert words in html
        assert "Not a medical device." in html
        assert "1 on 1 day; level 4" in html
        assert "Monday 16 February 2026; entered on 1 day, last on Monday 2 March 2026" in html
        assert "written on Wednesday 1 April 2026" in html
        reading = Reading(html)
        assert len(reading.figures) == 2
        assert not re.search(r"https?:|//|url\(|@import|<script", html)

    def test_of_nothing(self) -> None:
        html = along(Notes(), DAY)
        assert "No pain was entered" in html
        Reading(html)

    @pytest.mark.parametrize(("note", "rows"), [(PAIN, (6, 12)), (ALL_WORDS, (1, 3))])
    def test_as_many_entries_as_have_room(self, note: PainNote, rows: tuple[int, int]) -> None:
        many = tuple(replace(note, utc_s=PAIN.utc_s + 3600 * hour) for hour in range(200))
        body = along(Notes(pains=many)).split("The last entries")[1]
        found = body.count("<tr>") - 1
        assert rows[0] <= found <= rows[1]
        assert f"{found} of 200" in body

    def test_levels_of_many_days(self) -> None:
        pains = tuple(pain(date(2026, 3, 2 + n), level) for n, level in enumerate((2, 3, 7)))
        told = dict(take_along.facts(gather(replace(SOME, all_notes=Notes(pains=pains)), MARCH)))
        assert told["entries"] == (
            "3 on 3 days; the highest level of a day was 2 to 7, on half of the days up to 3"
        )
        assert told["sitting"].endswith("degree-minutes an hour")

    def test_in_the_terminal(self) -> None:
        file = io.StringIO()
        take_along.show(gather(replace(SOME, all_notes=ONE), MARCH), Console(file=file, width=80))
        lines = file.getvalue().splitlines()
        assert max(len(line.rstrip()) for line in lines) <= 80
        assert " ".join(file.getvalue().split()).endswith(NOTICE)
