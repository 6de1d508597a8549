"""The pages: complete in every language, with their sources, and made as they are read."""

from __future__ import annotations

import re
from importlib import resources

import pytest

from posture.care import learn
from posture.care.exercise import STOP
from posture.care.flags import LEVELS
from posture.care.learn import ASK, LANGUAGES, NAMES, Item, Page, PageError, page, pages
from posture.care.packs import ALWAYS

SOURCES = {"en": "## Sources", "de": "## Quellen"}
WRITTEN = [name for name in NAMES if name != ASK]


@pytest.mark.parametrize("language", LANGUAGES)
class TestPages:
    def test_all_are_there_and_no_other_file(self, language: str) -> None:
        assert tuple(each.name for each in pages(language)) == NAMES
        folder = resources.files("posture.data") / "learn"
        folder = folder if language == "en" else folder / language
        files = {file.name for file in folder.iterdir() if file.is_file()}
        assert files == {f"{name}.md" for name in WRITTEN}

    @pytest.mark.parametrize("name", WRITTEN)
    def test_each_is_short_and_names_its_sources(self, language: str, name: str) -> None:
        text = page(name, language).text
        assert re.match(r"# [^\n]{4,40}\n\n", text)
        assert len(text.split()) < 450
        before, _, after = text.partition(f"{SOURCES[language]}\n\n")
        assert before
        assert after.startswith("- ")
        assert after.count("\n- ") >= 1

    @pytest.mark.parametrize("name", WRITTEN)
    def test_each_says_the_same_in_both(self, language: str, name: str) -> None:
        theirs, ours = page(name, language), page(name)
        assert len(theirs.items) == len(ours.items)
        for mark in (r"^#+ ", r"^- ", r"^\|"):
            found = [len(re.findall(mark, p.text, re.MULTILINE)) for p in (theirs, ours)]
            assert found[0] == found[1], mark
        numbers = [set(re.findall(r"\d{2,}", p.text)) for p in (theirs, ours)]
        assert numbers[0] - {"15"} <= numbers[1]

    def test_titles_are_different(self, language: str) -> None:
        assert len({each.title for each in pages(language)}) == len(NAMES)


CAUSES = {
    "upper-back": (
        *("one posture kept for long", "slouching at the computer", "strain", "one-sided"),
        *("injury", "fracture", "herniated", "osteoarthritis", "irritated muscle and fascia"),
    ),
    "feedback": ("no improvement in pain", "fades", "laboratory", "vertebra"),
    "workstation": ("screen height", "distance", "chair", "keyboard", "camera"),
    "loads": ("both shoulders",),
    "active": ("swimming", "walking", "cycling", "yoga", "pilates"),
    "heat-and-cold": ("cloth", "raynaud", "diabetes", "20 minutes"),
}


@pytest.mark.parametrize(("name", "words"), CAUSES.items(), ids=CAUSES)
def test_what_each_is_about(name: str, words: tuple[str, ...]) -> None:
    text = " ".join(page(name).text.lower().split())
    assert [word for word in words if word not in text] == []


def test_the_rules_are_those_of_the_timers() -> None:
    text = " ".join(page("heat-and-cold").text.split())
    assert [rule for rule in ALWAYS if rule not in text] == []


def test_the_rule_for_stopping_is_that_of_the_exercises() -> None:
    assert STOP.partition(",")[0] in page("active").text


class TestAsk:
    def test_it_is_made_of_the_levels(self) -> None:
        text = page(ASK).text
        for level in LEVELS:
            assert f"\n## {level.title}\n\n{level.advice}\n\n- {level.texts[0]}\n" in text
            for line in level.texts:
                assert f"- {line}\n" in text
        assert text.count("NHS advice on back pain") == 1

    def test_every_text_is_put_into_the_language(self) -> None:
        text = page(ASK, "de", lambda text: f"<{len(text)}>").text
        assert re.sub(r"<\d+>|#|- |\s", "", text) == ""


class TestPage:
    def test_a_checklist_is_taken_out(self) -> None:
        made = Page(
            "x", "# A\n\nIntro\n\n- [ ] **One.** It is\n  long.\n- [ ] **Two.** B.\n\nEnd\n"
        )
        assert made.title == "A"
        assert made.items == (Item("One", "It is long."), Item("Two", "B."))
        assert made.around == ("# A\n\nIntro\n\n", "\nEnd\n")

    def test_a_page_without_one_stays_whole(self) -> None:
        made = Page("x", "# A\n\n- a list\n")
        assert (made.items, made.around) == ((), (made.text, ""))

    def test_every_line_of_the_checklist_is_an_item(self) -> None:
        made = page("workstation")
        assert len(made.items) == made.text.count("- [ ]") >= 8
        assert "[ ]" not in "".join(made.around)

    def test_an_unknown_page_names_those_that_there_are(self) -> None:
        with pytest.raises(PageError, match="there is no page chairs; there are upper-back, "):
            page("chairs")

    def test_an_unknown_language_is_english(self) -> None:
        assert page("loads", "fr") == page("loads")
        assert learn.ENGLISH in LANGUAGES
