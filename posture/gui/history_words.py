"""What the history's window says in the user's language; reports have the same words in English."""

from __future__ import annotations

from posture.alert_styles import Means
from posture.care.catalogue import EXERCISES
from posture.care.entries import PackKind, Place
from posture.gui.back_view import place_name
from posture.gui.dates import day_name
from posture.gui.exercise_words import own
from posture.gui.translations import translated
from posture.reports.speech import ENGLISH, Speech


def word(name: str) -> str:
    """A place, a pack, an exercise, or how an alert was shown."""
    if name in set(Place):
        return place_name(Place(name))
    known: dict[str, str] = {
        PackKind.HEAT: translated("heat"),
        PackKind.COLD: translated("cold"),
        Means.MESSAGE: translated("message"),
        Means.SOUND: translated("sound"),
        Means.EDGE: translated("border"),
        Means.DIM: translated("darker screen"),
    }
    found = [known.get(part) for part in name.split("+")]
    if all(found):
        return " + ".join(filter(None, found))
    title = next((each.title for each in EXERCISES if each.name == name), name)
    said = own(title)
    return ENGLISH.word(name) if said == title else said


SPEECH = Speech(say=translated, word=word, day=day_name)
