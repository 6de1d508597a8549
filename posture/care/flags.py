"""When to ask a professional: static text in three levels, the same for everybody.

Nothing here is looked for by the camera or concluded from entries: one sign alone says little, so
the text advises, and says of nobody that something is there. The wording of the emergency
and urgent levels follows the NHS on back pain.
"""

from __future__ import annotations

from dataclasses import dataclass

HEADING = "When to ask somebody"
INTRODUCTION = (
    "This list is the same for everybody: posture does not know whether any of it applies to you. "
    "Please read it before you exercise, and when something hurts."
)

_NHS = "NHS advice on back pain, as quoted by redflagsymptoms.co.uk and Sheffield MSK"
_WARNING_SIGNS = "overviews of warning signs by matrainingenterprise.co.uk and gponline.com"


@dataclass(frozen=True, slots=True)
class Level:
    """How soon somebody should be asked, and with what.

    Attributes:
        key: `emergency`, `urgent` or `routine`; not shown.
        title: What to do, in a few words.
        advice: Whom to ask, and how; a sentence before `texts`.
        texts: What it is for; each a line without a full stop.
        source: Whose advice it is.
    """

    key: str
    title: str
    advice: str
    texts: tuple[str, ...]
    source: str


EMERGENCY = Level(
    key="emergency",
    title="Emergency: call for help now",
    advice=(
        "Call your emergency number (112 in Europe, 999 in the UK, 911 in North America) "
        "for back pain with any of these:"
    ),
    texts=(
        "Weakness, pain, tingling or numbness in both legs",
        "Numbness around your genitals or buttocks",
        "Trouble peeing, or loss of control over your bladder or bowel",
        "Chest pain",
        "It began after a serious accident, such as a car crash or a fall",
    ),
    source=_NHS,
)

URGENT = Level(
    key="urgent",
    title="Urgent: ask for advice today",
    advice=(
        "Ask your doctor or an advice line, such as 111 in the UK, "
        "about back pain with any of these:"
    ),
    texts=(
        "A high temperature",
        "You are losing weight without trying",
        "A lump or swelling in your back, or your back has changed its shape",
        "It does not get better with rest, or is worse at night",
        "It is worse when you sneeze, cough or poo",
        "It is at the top of your back, between your shoulders",
        # The row "also ask a doctor": what cannot wait, and what makes any back pain worth asking.
        "A weak arm, or unsteady walking",
        "You have or had cancer",
        "You have osteoporosis, take steroids, or have a weak immune system",
    ),
    source=f"{_NHS}; {_WARNING_SIGNS}",
)

ROUTINE = Level(
    key="routine",
    title="Not urgent: make an appointment",
    advice=(
        "A doctor, physiotherapist or spine specialist can assess back pain in any of these cases:"
    ),
    texts=(
        "It is not better after a few weeks of looking after it yourself",
        "It stops you from doing what you do every day",
        "It gets worse over time",
        # Of the same row; by itself the age says little.
        "It is the first back pain of your life, and you are under 20 or over 55",
    ),
    source=f"{_NHS}; {_WARNING_SIGNS}",
)

LEVELS = (EMERGENCY, URGENT, ROUTINE)
"""The most urgent first."""
