"""What the history's window and the page to take along say in the user's language."""

from __future__ import annotations

from posture.alert_styles import Means
from posture.care.catalogue import EXERCISES
from posture.care.entries import Deed, PackKind, PainKind, Place
from posture.gui.back_view import place_name
from posture.gui.dates import locale, written
from posture.gui.diary_words import deed_name, kind_name
from posture.gui.exercise_words import own
from posture.gui.translations import translated
from posture.reports.speech import ENGLISH, Speech


def word(name: str) -> str:
    """A word of the diary, a pack, an exercise, or how an alert was shown."""
    if name in set(Place):
        return place_name(Place(name))
    if name in set(PainKind):
        return kind_name(PainKind(name))
    if name in set(Deed):
        return deed_name(Deed(name))
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


def _number(text: str) -> str:
    return text.replace(".", locale().decimalPoint())


SPEECH = Speech(say=translated, word=word, written=written, number=_number)
