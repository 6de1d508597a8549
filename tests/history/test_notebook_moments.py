"""Entries of the same moment: the user names minutes, and may feel two things in one of them."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from posture.history.notebook import Notebook
from tests.history.notes import PAIN
from tests.history.script import BEGAN
from tests.history.test_notebook import DAY

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def book(tmp_path: Path) -> Notebook:
    return Notebook(tmp_path / "history.sqlite3", lambda: BEGAN)


OTHER = replace(PAIN, level=2)


def test_stand_beside_each_other_within_the_minute(book: Notebook) -> None:
    book.add(PAIN, OTHER)
    book.add(PAIN)
    found = book.notes(DAY).pains
    assert [note.level for note in found] == [PAIN.level, 2, PAIN.level]
    assert [round(100 * (note.utc_s - PAIN.utc_s)) for note in found] == [0, 1, 2]


def test_what_was_added_is_what_is_taken_back(book: Notebook) -> None:
    book.add(PAIN, OTHER)
    assert book.remove(OTHER)
    assert not book.remove(OTHER)
    assert book.notes(DAY).pains == (PAIN,)


def test_each_that_is_read_can_be_removed(book: Notebook) -> None:
    book.add(PAIN, OTHER, PAIN)
    first, second, third = book.notes(DAY).pains
    assert book.remove(third)
    assert book.notes(DAY).pains == (first, second)
    assert book.remove(first)
    assert book.notes(DAY).pains == (second,)


def test_one_with_a_word_of_a_newer_posture_can_be_removed(book: Notebook) -> None:
    book.add(PAIN)
    with closing(sqlite3.connect(book.path)) as connection:
        connection.execute("UPDATE pains SET places = places || '+tail'")
        connection.commit()
    (note,) = book.notes(DAY).pains
    assert book.remove(note)
