"""Settings while they are edited, and which are most used; values need not fit each other yet."""

from __future__ import annotations

import inspect
import re
from dataclasses import replace
from typing import NamedTuple

from posture.settings import Settings, catalogue, kinds


class Entry(NamedTuple):
    """A setting on the everyday page, in plain words; empty for those of its source."""

    key: str
    title: str = ""
    explanation: str = ""


EVERYDAY: tuple[tuple[str, tuple[Entry, ...]], ...] = (
    (
        "When you are told",
        (
            Entry(
                "detector.persist_s",
                "Slouching must last",
                "What is shorter, such as a glance at the keyboard, is never told.",
            ),
            Entry(
                "detector.enter_deg",
                "Slouching begins at",
                "Change from your own baseline. The estimates are right to about 5° on average.",
            ),
            Entry("detector.leave_deg", "and ends below", "Less than where it begins."),
            Entry(
                "alerts.notice_after_s",
                "A clearer notice after",
                "If you go on slouching after the first cue.",
            ),
            Entry(
                "alerts.cool_down_s",
                "Silence between alerts",
                "However often you slouch meanwhile.",
            ),
            Entry("alerts.per_hour", "Alerts in an hour, at most", "0 for none at all."),
        ),
    ),
    (
        "How you are told",
        (
            Entry("style.cue_message", "First cue: a message"),
            Entry("style.cue_sound", "First cue: a sound"),
            Entry("style.cue_edge", "First cue: a border around the screen"),
            Entry("style.cue_dim", "First cue: a darker screen"),
            Entry("style.notice_message", "Later notice: a message"),
            Entry("style.notice_sound", "Later notice: a sound"),
            Entry("style.notice_edge", "Later notice: a border around the screen"),
            Entry("style.notice_dim", "Later notice: a darker screen"),
            Entry("style.sounds", "Sounds at all"),
            Entry("style.reduced_motion", "Less motion"),
        ),
    ),
    (
        "Breaks",
        (
            Entry("breaks.remind", "Suggest breaks"),
            Entry("breaks.micro_every_min", "A short break after sitting for"),
            Entry("breaks.long_every_min", "A long break after sitting for"),
        ),
    ),
    (
        "When it is quiet",
        (
            Entry("quiet.when_in_call", "In a call"),
            Entry("quiet.when_presentation", "During slides or a film"),
            Entry("quiet.when_full_screen", "While a window fills the screen"),
            Entry("quiet.when_do_not_disturb", "While the desktop is not to disturb"),
            Entry("quiet.when_on_battery", "On battery"),
        ),
    ),
    (
        "The camera",
        (
            Entry("camera.device", "Which camera"),
            Entry("quiet.camera_off_in_call", "Off in a call"),
            Entry(
                "rate.calm_hz",
                "Looks in a second",
                "While you sit still. More costs more of the processor and battery.",
            ),
            Entry(
                "rate.battery_every_s",
                "On battery, look only once in",
                "With the camera closed in between. Not ticked: as often as always.",
            ),
        ),
    ),
)
"""What most people want to change: headings, and what is below them."""


def values_of(settings: Settings) -> dict[str, object]:
    """The value of each key."""
    return {entry.key: entry.value for entry in catalogue(settings)}


def assembled(values: dict[str, object]) -> tuple[Settings, dict[str, str]]:
    """Settings from a value for each key.

    Returns:
        The settings, where a group whose values do not fit each other has its defaults, and by
        key what does not fit; empty when all does.
    """
    settings, unfit = Settings(), dict[str, str]()
    for group in kinds(Settings):
        prefix = f"{group}."
        own = {k.removeprefix(prefix): v for k, v in values.items() if k.startswith(prefix)}
        record = getattr(settings, group)
        try:
            settings = replace(settings, **{group: replace(record, **own)})
        except ValueError as error:
            named = [name for name in own if re.search(rf"\b{name}\b", str(error))]
            other = [name for name in own if own[name] != getattr(record, name)]
            unfit |= {prefix + name: str(error) for name in named or other}
    return settings, unfit


def about(group: str) -> str:
    """What a group is about, in one sentence."""
    text = inspect.getdoc(kinds(Settings)[group]) or ""
    return " ".join(text.split("\n\n")[0].split())
