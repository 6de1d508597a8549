"""Errands of the windows: in order, beside them, and nobody is answered who is gone."""

from __future__ import annotations

import threading
from functools import partial
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject

from posture.gui.errands import Answer, Errands
from posture.ports import OutputError
from tests.gui.hosting import until
from tests.running import WITHIN_S

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication


@pytest.fixture
def errands(application: QApplication) -> Errands:
    return Errands(application)


def test_in_order_and_answered_in_the_windows_thread(errands: Errands) -> None:
    free, here = threading.Event(), threading.current_thread()
    answers: list[Answer[Any]] = []

    def work(number: int) -> tuple[int, bool]:
        assert free.wait(WITHIN_S)
        return number, threading.current_thread() is here

    def take(answer: Answer[Any]) -> None:
        assert threading.current_thread() is here
        answers.append(answer)

    for number in range(5):
        errands.ask(partial(work, number), take)
    assert answers == []
    free.set()
    until(lambda: len(answers) == 5)
    assert answers == [Answer((number, False)) for number in range(5)]


@pytest.mark.parametrize(
    ("error", "told"),
    [(OutputError("no space"), "no space"), (ValueError("x"), "mistake of its own: ValueError")],
)
def test_what_goes_wrong_is_told_and_ends_nothing(
    errands: Errands, error: Exception, told: str
) -> None:
    answers: list[Answer[Any]] = []

    def fail() -> None:
        raise error

    for work in (fail, lambda: 3):
        errands.ask(work, answers.append)
        errands.wait()
    QCoreApplication.processEvents()
    failed, done = answers
    assert failed.found is None
    assert told in failed.error
    assert done == Answer(3)


def test_waiting_for_nothing_is_over_at_once(errands: Errands) -> None:
    errands.wait()


def test_who_is_gone_is_not_answered(application: QApplication) -> None:
    free = threading.Event()
    parent = QObject(application)
    errands = Errands(parent)
    answers: list[object] = []
    errands.ask(lambda: free.wait(WITHIN_S), answers.append)
    thread = errands._thread
    assert thread is not None
    parent.deleteLater()
    QCoreApplication.sendPostedEvents(parent, QEvent.Type.DeferredDelete.value)
    free.set()
    thread.join()
    QCoreApplication.processEvents()
    assert answers == []
    with pytest.raises(RuntimeError, match="deleted"):
        errands.parent()
