"""When to ask somebody: all that EVIDENCE 6.3 lists is there, and nothing is concluded."""

from __future__ import annotations

import pytest

from posture.care.flags import EMERGENCY, INTRODUCTION, LEVELS, ROUTINE, URGENT, Level

ALL = {
    "emergency": (
        "weakness, pain, tingling or numbness in both legs",
        *("genitals or buttocks", "peeing", "bladder or bowel", "chest pain", "serious accident"),
    ),
    "urgent": (
        *("high temperature", "losing weight without trying", "lump or swelling", "shape"),
        *("with rest", "at night", "sneeze, cough or poo", "top of your back", "shoulders"),
        *("weak arm", "unsteady walking", "cancer", "osteoporosis", "steroids", "immune system"),
    ),
    "routine": ("a few weeks", "every day", "over time", "under 20 or over 55"),
}


@pytest.mark.parametrize("level", LEVELS, ids=lambda level: level.key)
def test_nothing_of_the_evidence_is_missing(level: Level) -> None:
    text = " ".join(level.texts).lower()
    assert [sign for sign in ALL[level.key] if sign not in text] == []


def test_the_most_urgent_comes_first() -> None:
    assert LEVELS == (EMERGENCY, URGENT, ROUTINE)
    assert [level.key for level in LEVELS] == list(ALL)


def test_whom_to_ask() -> None:
    assert "(112 in Europe, 999 in the UK, 911 in North America)" in EMERGENCY.advice
    assert "your doctor or an advice line, such as 111 in the UK," in URGENT.advice
    assert "doctor, physiotherapist or spine specialist can assess" in ROUTINE.advice


def test_it_is_the_same_for_everybody() -> None:
    assert "the same for everybody" in INTRODUCTION
    said = " ".join(
        text for level in LEVELS for text in (level.title, level.advice, *level.texts)
    ).lower()
    assert not [word for word in ("detect", "found", "you have a ", "{") if word in said]


@pytest.mark.parametrize("level", LEVELS, ids=lambda level: level.key)
def test_lines_read_as_lines(level: Level) -> None:
    assert level.advice.endswith(":")
    assert level.source
    for text in (level.title, *level.texts):
        assert text[0].isupper()
        assert not text.endswith((".", ":", " "))
    assert len(set(level.texts)) == len(level.texts)
