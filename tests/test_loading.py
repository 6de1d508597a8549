"""The pose model that is loaded beside other work."""

from __future__ import annotations

import pytest

from posture.estimators import loading
from posture.estimators.loading import Loading
from posture.estimators.scripted import ScriptedEstimator
from posture.ports import EstimatorError


def test_it_gives_one_estimator_and_closes_it(monkeypatch: pytest.MonkeyPatch) -> None:
    closed: list[ScriptedEstimator] = []

    class Scripted(ScriptedEstimator):
        def close(self) -> None:
            closed.append(self)

    made = Scripted(lambda _: None)
    monkeypatch.setattr(loading, "_imported", lambda: lambda: made)
    with Loading() as begun:
        assert begun.result() is made
        assert begun.result() is made
    assert closed == [made]


def test_an_estimator_that_nobody_asked_for_is_closed_too(monkeypatch: pytest.MonkeyPatch) -> None:
    closed: list[ScriptedEstimator] = []
    made = ScriptedEstimator(lambda _: None)
    monkeypatch.setattr(made, "close", lambda: closed.append(made))
    monkeypatch.setattr(loading, "_imported", lambda: lambda: made)
    Loading().close()
    assert closed == [made]


def test_what_is_wrong_is_told_to_who_asks(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail() -> None:
        raise EstimatorError("the pose model is damaged")

    monkeypatch.setattr(loading, "_imported", lambda: fail)
    with Loading() as begun, pytest.raises(EstimatorError, match="damaged"):
        begun.result()
