"""Values of settings as they are typed, and what is refused."""

from __future__ import annotations

from enum import IntEnum, StrEnum
from typing import Any

import pytest

from posture.setting_values import from_words


class Side(StrEnum):
    LEFT = "left"
    RIGHT = "right"


class Size(IntEnum):
    SMALL = 1
    LARGE = 2


class TestValues:
    @pytest.mark.parametrize(
        ("words", "kind", "value"),
        [
            pytest.param("40", float, 40.0, id="float"),
            pytest.param("1_000", int, 1000, id="int"),
            pytest.param("true", bool, True, id="bool"),
            pytest.param("true", str, "true", id="text like a bool"),
            pytest.param("left", Side, Side.LEFT, id="enum"),
            pytest.param("2", Size, Size.LARGE, id="int enum"),
            pytest.param("none", float | None, None, id="none"),
            pytest.param("[1, 2.5]", tuple[float, float], (1.0, 2.5), id="tuple"),
            pytest.param('["left"]', tuple[Side, ...], (Side.LEFT,), id="tuple of enums"),
        ],
    )
    def test_typed_words(self, words: str, kind: Any, value: object) -> None:  # noqa: ANN401
        found = from_words(words, kind)
        assert found == value
        assert type(found) is type(value)

    @pytest.mark.parametrize(
        ("words", "kind", "message"),
        [
            pytest.param("30s", float, 'a number, not "30s"', id="float"),
            pytest.param("1e999", float, "a number, not inf", id="infinity"),
            pytest.param("1" + "0" * 400, float, "a number, not 1000", id="large"),
            pytest.param("4.5", int, "a whole number, not 4.5", id="int"),
            pytest.param("1", bool, "true or false, not 1", id="bool"),
            pytest.param("up", Side, 'one of "left", "right", not "up"', id="enum"),
            pytest.param("true", Size, "one of 1, 2, not true", id="bool is no int"),
            pytest.param("x", float | None, 'a number or "none", not "x"', id="none"),
            pytest.param("[" * 9999, int, "a whole number", id="deep"),
            pytest.param("\udcff", str, "text", id="surrogate"),
        ],
    )
    def test_refused(self, words: str, kind: Any, message: str) -> None:  # noqa: ANN401
        with pytest.raises(ValueError, match="must be ") as caught:
            from_words(words, kind)
        assert message in str(caught.value)
