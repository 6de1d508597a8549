"""What is asked for again and again, on a thread of its own."""

from __future__ import annotations

import threading
from queue import Queue
from typing import TYPE_CHECKING

from posture.desktop.polled import Polled
from tests.desktop.fake import WITHIN_S

if TYPE_CHECKING:
    import pytest


class Weather:
    """Says what it is told to say, and waits until it is told."""

    def __init__(self) -> None:
        self.answers: Queue[bool | Exception | None] = Queue()
        self.asked = threading.Semaphore(0)

    def __call__(self) -> bool | None:
        self.asked.release()
        answer = self.answers.get(timeout=WITHIN_S)
        if isinstance(answer, Exception):
            raise answer
        return answer

    def wait_until_asked(self) -> None:
        assert self.asked.acquire(timeout=WITHIN_S)


def test_answers_follow_one_another(caplog: pytest.LogCaptureFixture) -> None:
    weather = Weather()
    with Polled(weather, 0.0, "weather") as fact:
        known = []
        for answer in (True, False, OSError("no window"), True, None):
            weather.wait_until_asked()
            known.append(fact.value)
            weather.answers.put(answer)
        weather.wait_until_asked()
        known.append(fact.value)
        weather.answers.put(True)
    assert known == [None, True, False, None, True, None]
    assert fact.value is None
    assert caplog.text.count("weather could not be found out") == 1


def test_one_who_does_not_answer_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("posture.desktop.polled.CLOSE_WITHIN_S", 0.01)
    weather = Weather()
    fact = Polled(weather, 0.0, "weather")
    weather.wait_until_asked()
    fact.close()
    weather.answers.put(True)
    fact._thread.join(WITHIN_S)
    assert fact.value is None
    fact.close()
