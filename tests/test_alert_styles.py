"""How the user is told: what the settings choose, and who then hears of an alert."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from posture.alert_styles import ON_SCREEN, Means, StyleSettings
from posture.notifiers.chosen import ChosenNotifier
from posture.ports import Announcement, Notifier
from posture.records import AlertLevel
from tests.desktop.fake import make_alert

if TYPE_CHECKING:
    from posture.records import Alert

NAMES = [f.name for f in fields(StyleSettings)]
SILENT = StyleSettings(**dict.fromkeys(NAMES, False))
LOUD = StyleSettings(**dict.fromkeys(NAMES, True))
STYLES = st.builds(StyleSettings, **{name: st.booleans() for name in NAMES})


class Recording(Notifier):
    def __init__(self, *, fails: bool = False) -> None:
        self.told: list[Alert] = []
        self.announced: list[Announcement | None] = []
        self.closed = 0
        self._fails = fails

    def notify(self, alert: Alert) -> None:
        self.told.append(alert)
        if self._fails:
            raise RuntimeError("no")

    def announce(self, announcement: Announcement | None) -> None:
        self.announced.append(announcement)
        if self._fails:
            raise RuntimeError("no")

    def close(self) -> None:
        self.closed += 1
        if self._fails:
            raise RuntimeError("no")


class TestStyleSettings:
    def test_at_first_messages_and_the_edge_tell_and_nothing_is_heard_or_dimmed(self) -> None:
        for level in AlertLevel:
            assert StyleSettings().means(level) == {Means.MESSAGE, Means.EDGE}

    def test_all_may_be_on_and_all_off(self) -> None:
        for level in AlertLevel:
            assert LOUD.means(level) == set(Means)
            assert SILENT.means(level) == set()
        assert not any(SILENT.uses(means) for means in Means)

    def test_the_volume_silences_sounds_and_nothing_else(self) -> None:
        quiet = replace(LOUD, sounds=False)
        assert quiet.means(AlertLevel.NOTICE) == set(Means) - {Means.SOUND}
        assert not quiet.uses(Means.SOUND)

    @pytest.mark.parametrize("level", AlertLevel)
    @pytest.mark.parametrize("means", Means)
    def test_each_switch_is_of_its_own_level_and_means(
        self, level: AlertLevel, means: Means
    ) -> None:
        style = replace(SILENT, sounds=True, **{f"{level}_{means}": True})
        assert {other: style.means(other) for other in AlertLevel} == {
            other: ({means} if other is level else set()) for other in AlertLevel
        }
        assert [m for m in Means if style.uses(m)] == [means]


class TestChosenNotifier:
    @given(style=STYLES)
    def test_announces_by_a_message_and_where_it_is_heard_by_a_sound(
        self, style: StyleSettings
    ) -> None:
        notifiers = {means: Recording() for means in Means}
        announced = Announcement("break", "Time to move?", "Drink something.")
        with ChosenNotifier(style, notifiers) as notifier:
            notifier.announce(announced)
            told = {means for means in Means if notifiers[means].announced}
            notifier.announce(None)
        heard = {Means.SOUND} if style.sounds and style.cue_sound else set()
        assert told == {Means.MESSAGE} | heard
        assert all(each.announced[-1:] == [None] for each in notifiers.values())

    @given(style=STYLES, level=st.sampled_from(AlertLevel))
    def test_tells_by_what_is_chosen_and_once(
        self, style: StyleSettings, level: AlertLevel
    ) -> None:
        message, sound, screen = Recording(), Recording(), Recording()
        notifiers = {Means.MESSAGE: message, Means.SOUND: sound, **dict.fromkeys(ON_SCREEN, screen)}
        alert = make_alert(level)
        ChosenNotifier(style, notifiers).notify(alert)
        chosen = style.means(level)
        assert message.told == [alert] * (Means.MESSAGE in chosen)
        assert sound.told == [alert] * (Means.SOUND in chosen)
        assert screen.told == [alert] * bool(chosen & ON_SCREEN)

    def test_one_that_fails_does_not_stop_the_others(
        self, caplog: pytest.LogCaptureFixture
    ) -> None:
        bad, good = Recording(fails=True), Recording()
        with ChosenNotifier(LOUD, {Means.MESSAGE: bad, Means.SOUND: good}) as notifier:
            notifier.notify(make_alert())
        assert len(good.told) == good.closed == bad.closed == 1
        assert [record.message for record in caplog.records] == [
            "an alert was not told",
            "an alert was not taken back",
        ]
