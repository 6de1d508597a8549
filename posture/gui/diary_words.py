"""The words of the diary's windows: neutral, and as people say it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from posture.care.entries import MOST_PAIN, Deed, PainKind
from posture.gui.back_view import places_text
from posture.gui.dates import day_name
from posture.gui.translations import capital, translated

if TYPE_CHECKING:
    from posture.care.entries import PainNote


def kind_name(kind: PainKind) -> str:
    """How it feels."""
    return {
        PainKind.ACHING: translated("aching"),
        PainKind.STIFF: translated("stiff"),
        PainKind.BURNING: translated("burning"),
        PainKind.SHARP: translated("sharp"),
        PainKind.TINGLING: translated("tingling"),
    }[kind]


def deed_name(deed: Deed) -> str:
    """What was done about it."""
    return {
        Deed.MOVED: translated("moved about"),
        Deed.EXERCISE: translated("exercises"),
        Deed.HEAT: translated("heat"),
        Deed.COLD: translated("cold"),
        Deed.REST: translated("rest"),
        Deed.MEDICINE: translated("medicine"),
        Deed.ASKED_SOMEBODY: translated("asked somebody"),
    }[deed]


def level_name(level: int) -> str:
    """`4 of 10`."""
    return translated("{0} of {1}").format(level, MOST_PAIN)


def details(note: PainNote) -> str:
    """All that was said besides level and place; empty for nothing."""
    kinds = ", ".join(kind_name(kind) for kind in PainKind if kind in note.kinds)
    since = "" if note.since is None else translated("since {0}").format(day_name(note.since))
    woke = translated("woke you at night") if note.woke else ""
    deeds = ", ".join(deed_name(deed) for deed in Deed if deed in note.deeds)
    done = translated("done: {0}").format(deeds) if deeds else ""
    return capital("; ".join(filter(None, (kinds, since, woke, done))))


def entry_text(note: PainNote) -> str:
    """An entry in one line, without its time."""
    return "; ".join(filter(None, (level_name(note.level), places_text(note.places))))
