"""Every text of the product against the words that are not for wellness software."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from tests import wording
from tests.wording import (
    ENGLISH,
    FOR_PROGRAMS,
    GERMAN,
    SAID_ALL_THE_SAME,
    Told,
    complaints,
    everything,
    flat,
    in_catalogues,
    in_modules,
    in_pages,
    in_settings,
    in_source,
)

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module")
def told() -> list[Told]:
    return everything()


def test_nothing_is_said_that_is_not_for_wellness_software(told: list[Told]) -> None:
    found = [complaint for each in told for complaint in complaints(each)]
    assert found == [], "say it otherwise, or give a reason in tests/wording.py"


def test_no_exception_outlives_its_text(told: list[Told]) -> None:
    texts = [flat(each.text) for each in told]
    unused = [p for p in SAID_ALL_THE_SAME if not any(p in text for text in texts)]
    unused += [whole for whole in FOR_PROGRAMS if whole not in texts]
    assert unused == []


def test_every_part_of_the_product_is_read() -> None:
    modules = {told.place.partition(":")[0] for told in in_modules()}
    expected = {"cli.py", "care/flags.py", "gui/tray.py", "notifiers/desktop.py", "settings.py"}
    assert modules >= {f"posture/{name}" for name in expected}
    assert "person.confirm_s" in {told.place for told in in_settings()}
    assert {told.language for told in in_catalogues()} == {"en", "de"}
    pages = {told.place: told for told in in_pages()}
    assert pages["posture/data/learn/feedback.md"].language == "en"
    assert pages["posture/data/learn/de/feedback.md"].language == "de"
    assert {"README.md", "CHANGELOG.md", "docs/REPORTS.md"} <= pages.keys()


FORBIDDEN = {
    "en": [
        "Prevents back pain",
        "treats back pain",
        "a cure for slouching",
        "it detects forward head posture",
        "Forward-head detected",
        "your kyphosis is 45°",
        "signs of text-neck",
        "medically accurate angles",
        "Your neck is normal: 12°",
        "abnormal angle",
        "Cobb angle: 40°",
        "CVA 48°",
        "Bad posture!",
        "good\n  posture",
        "wrong posture",
        "You failed your goal",
        "well done!",
        "pain-free in two weeks",
        "It does not diagnose, treat or prevent slouching",
    ],
    "de": [
        "verhindert Rückenschmerzen",
        "beugt Schmerzen vor und behandelt sie",
        "Übungen zur Vorbeugung",
        "erkennt eine Kyphose",
        "Zeichen eines Geierhalses und Handynackens: Handynacken",
        "medizinisch genaue Winkel",
        "Ein normaler Winkel",
        "Schlechte Haltung!",
        "gute Haltung",
        "Ihre Fehlhaltung",
        "lindert Schmerzen",
    ],
}


@pytest.mark.parametrize(
    ("language", "text"), [(name, text) for name, texts in FORBIDDEN.items() for text in texts]
)
def test_what_is_forbidden_is_found(language: str, text: str) -> None:
    assert complaints(Told("here", text, language))


@pytest.mark.parametrize("rules", [ENGLISH, GERMAN], ids=["en", "de"])
def test_the_languages_forbid_the_same_kinds_of_words(rules: dict[str, str]) -> None:
    assert list(rules) == list(ENGLISH)


@pytest.mark.parametrize(
    "text",
    [
        "Helps you notice how you sit, move more, take breaks.",
        "a doctor, physiotherapist or spine specialist can assess it",
        "Not a medical device. It does not diagnose, treat or prevent any condition.",
        "the normalised shape is secured by a curve of accuracy",
    ],
)
def test_what_is_allowed_is_not(text: str) -> None:
    assert complaints(Told("here", text)) == []


MODULE = '''
"""Prevents: of the module."""
NAME = "cures"
"""Treats: of a name."""

@click.command(help="normal")
@click.option("--it")
def command():
    """Heals: the help."""

@group.command()
def other():
    """Diagnoses: the help."""

def inside(angle):
    """Kyphosis: of a function."""
    yield f"bad {angle} posture, a bad posture"
'''


def test_constants_and_help_are_read_and_other_docstrings_are_not() -> None:
    found = [word for each in in_source(MODULE, "m.py") for word in complaints(each)]
    assert sorted(word.split("'")[1] for word in found) == sorted(
        ["cures", "normal", "heals", "diagnoses", "bad posture"]
    )


@pytest.mark.parametrize(
    "place",
    [
        "posture/care/flags.py",
        "posture/data/learn/active.md",
        "posture/data/learn/de/active.md",
        "posture/data/translations/posture_de.ts",
        "README.md",
    ],
)
def test_a_phrase_that_is_put_in_is_found_there(
    place: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / place
    target.parent.mkdir(parents=True, exist_ok=True)
    for name in ("README.md", "CHANGELOG.md"):
        (tmp_path / name).touch()
    shutil.copy(wording.HERE / place, target)
    monkeypatch.setattr(wording, "HERE", tmp_path)
    monkeypatch.setattr(wording, "PACKAGE", tmp_path / "posture")
    assert [word for each in everything() for word in complaints(each)] == []
    text = target.read_text(encoding="utf-8")
    put_in = {
        ".py": text + '\nTEXT = "kyphosis"\n',
        ".md": text + "\nKyphosis: Kyphose\n",
        ".ts": text.replace("<source>", "<source>kyphosis ", 1),
    }
    target.write_text(put_in[target.suffix], encoding="utf-8")
    assert [word for each in everything() for word in complaints(each)] != []
