from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser

import numpy as np
import pytest

from posture.history.rows import Span
from posture.reports.figures import timeline
from posture.reports.gather import gather
from posture.reports.look import css
from posture.reports.markup import Markup, joined, polyline, table, tag
from posture.reports.page import MOST_ROWS, page
from tests.years import years

SOME = years(date(2026, 1, 1), 120)
SPANS = {
    "day": Span(date(2026, 3, 2), date(2026, 3, 3)),
    "week": Span(date(2026, 3, 2), date(2026, 3, 9)),
    "long": Span(date(2026, 1, 1), date(2026, 5, 1)),
    "nothing": Span(date(2020, 1, 1), date(2020, 1, 2)),
}
PAGES = {name: page(gather(SOME, span)) for name, span in SPANS.items()}
VOID = {"meta", "link", "img", "br", "hr", "input"}


class Reading(HTMLParser):
    """Follows the elements of a document, and fails where they do not nest."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.names: list[str] = []
        self.ids: list[str] = []
        self.attributes: set[str] = set()
        self.figures: list[list[str]] = []
        self.feed(text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self.open[-1:] == ["svg"]:
            self.figures[-1].append(tag)
        if tag == "svg":
            self.figures.append([])
        if tag not in VOID:
            self.open.append(tag)
        self.names.append(tag)
        self.attributes |= {name for name, _ in attrs}
        self.ids += [value or "" for name, value in attrs if name == "id"]

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


class TestPage:
    @pytest.mark.parametrize("name", SPANS)
    def test_it_needs_nothing_else(self, name: str) -> None:
        reading = Reading(PAGES[name])
        loading = {"src", "href", "xlink:href", "srcset", "data", "action", "background"}
        assert not loading & reading.attributes
        assert not {"script", "link", "img", "iframe", "object", "embed"} & set(reading.names)
        assert not re.search(r"https?:|//|url\(|@import|@font-face|javascript:", PAGES[name])

    @pytest.mark.parametrize("name", SPANS)
    def test_it_is_well_formed(self, name: str) -> None:
        reading = Reading(PAGES[name])
        assert len(set(reading.ids)) == len(reading.ids)
        assert reading.names.count("h1") == 1
        assert PAGES[name].startswith("<!DOCTYPE html>")
        assert '<html lang="en">' in PAGES[name]

    def test_every_figure_is_described_and_explained(self) -> None:
        reading = Reading(PAGES["week"])
        assert len(reading.figures) == 3  # of the week's notes too
        assert all(parts[:2] == ["title", "desc"] for parts in reading.figures)
        sections = PAGES["week"].split("<section")[1:]
        assert all('class="note"' in section for section in sections)
        assert PAGES["week"].count("<details>") == 3

    def test_of_nothing_it_says_so(self) -> None:
        assert "Nothing was kept of Wednesday 1 January 2020" in PAGES["nothing"]
        assert "<section" not in PAGES["nothing"]

    def test_the_notice_is_on_every_page(self) -> None:
        assert all("Not a medical device." in text for text in PAGES.values())

    def test_a_long_span_has_months_and_no_timeline(self) -> None:
        assert 'id="timeline"' not in PAGES["long"]
        assert "Feb 2026" in PAGES["long"]
        assert f"the {MOST_ROWS} longest of" in PAGES["long"]

    def test_the_heat_map_has_a_number_in_each_cell(self) -> None:
        cells = re.findall(r'<td class="h(\d)">([^<]*)</td>', PAGES["week"])
        assert len(cells) > 20
        assert all(text.isdigit() for _, text in cells)
        assert all((int(text) >= 50) <= (level == "5") for level, text in cells)


class TestMarkup:
    def test_only_markup_is_not_escaped(self) -> None:
        assert tag("p", "a < b & c", tag("b", '"'), title='"x" <y>').text == (
            '<p title="&quot;x&quot; &lt;y&gt;">a &lt; b &amp; c<b>"</b></p>'
        )
        assert joined(["<", Markup("<br>")]).text == "&lt;<br>"

    def test_a_table_names_its_rows_and_columns(self) -> None:
        text = table(("a", "b"), [("1", "<2>")], caption="both").text
        assert '<th scope="col">a</th>' in text
        assert '<th scope="row">1</th><td class="n">&lt;2&gt;</td>' in text
        assert "<caption>both</caption>" in text

    def test_what_is_not_known_interrupts_a_line(self) -> None:
        points = np.array([[0, 0], [1, 1], [2, np.nan], [3, 3], [4, 4]], dtype=float)
        assert polyline(points) == "M0.0 0.0L1.0 1.0M3.0 3.0L4.0 4.0"

    def test_both_schemes_and_print(self) -> None:
        for word in ("prefers-color-scheme:dark", "@media print", "--slouched:#d55e00"):
            assert word in css()


def test_an_hour_that_was_there_twice_has_one_place() -> None:
    autumn = years(date(2026, 10, 20), 3)
    doubled = gather(autumn, autumn.span)
    assert doubled.timeline is not None
    twice = replace(doubled, timeline=2 * doubled.timeline)
    tops = [float(y) for y in re.findall(r"M[\d.]+ ([\d.]+)v-", timeline(twice).text)]
    heights = [float(y) for y in re.findall(r"v-([\d.]+)h", timeline(twice).text)]
    assert max(heights) <= 22
    assert min(top - height for top, height in zip(tops, heights, strict=True)) >= 8 - 0.2


def test_a_change_that_was_never_measured_has_no_figure() -> None:
    unmeasured = SOME.minutes(SPANS["week"])
    unmeasured.change_deg[:] = np.nan
    blind = replace(SOME, all_minutes=unmeasured)
    assert 'id="angles"' not in page(gather(blind, SPANS["week"]))
