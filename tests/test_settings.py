"""What can be set: keys, units, explanations and changes."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field, fields

import pytest

from posture.setting_values import converted, literal
from posture.settings import Settings, SettingsError, catalogue, changed, explanations, setting


@dataclass(frozen=True, slots=True)
class Numbers:
    """All kinds of numbers.

    And more about them.
    """

    angle_deg: float = 1.5
    """An angle,
    on two lines."""
    speed_m_s: float = 0.0
    count: int = 3


@dataclass(frozen=True, slots=True)
class Tree:
    numbers: Numbers = field(default_factory=Numbers)


class TestCatalogue:
    def test_keys_units_and_explanations(self) -> None:
        entries = {entry.key: entry for entry in catalogue(Tree())}
        assert [entries[f"numbers.{n}"].unit for n in ("angle_deg", "speed_m_s", "count")] == [
            "°",
            "m/s",
            "",
        ]
        assert entries["numbers.angle_deg"].explanation == "An angle, on two lines."
        assert entries["numbers.count"].explanation == ""

    def test_every_setting_of_the_application_has_a_kind_that_a_file_can_hold(self) -> None:
        entries = catalogue(Settings())
        assert len(entries) == sum(
            len(fields(getattr(Settings(), g.name))) for g in fields(Settings)
        )
        for entry in entries:
            value = tomllib.loads(f"v = {literal(entry.value)}")["v"]
            assert converted(value, entry.kind) == entry.value

    def test_unit_is_the_last_word_and_not_its_end(self) -> None:
        units = {entry.key: entry.unit for entry in catalogue(Settings())}
        assert units["alerts.per_hour"] == "per hour"
        assert units["person.confirm_looks"] == ""
        assert units["detector.persist_s"] == "s"

    def test_without_source_there_are_no_explanations(self) -> None:
        assert explanations(type("Made", (), {})) == {}

    def test_unknown_key_names_the_nearest(self) -> None:
        with pytest.raises(SettingsError, match=r"did you mean detector\.persist_s"):
            setting(Settings(), "detector.persists")

    def test_change_checks_its_neighbours(self) -> None:
        assert changed(Settings(), "detector.enter_deg", 12.0).detector.enter_deg == 12.0
        with pytest.raises(SettingsError, match="less than enter_deg"):
            changed(Settings(), "detector.enter_deg", 5.0)
