"""The exercises as data: what to do, how much of it, what the camera counts, and from whom it is.

Each says from whom its dose is. Purposes say what moves and promise nothing.
"""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

from posture.care.exercise import Dose, Exercise, Seen
from posture.ports import PostureError

if TYPE_CHECKING:
    from collections.abc import Iterable

BONES = (
    "With osteoporosis, or after a broken vertebra, leave out bending forward and twisting, and "
    "ask a physiotherapist which movements suit you."
)
"""Source: uab.edu, To Your Bones; Br J Sports Med 2022, 10.1136/bjsports-2021-104634."""
NECK = "Leave it out, or ask first, where a neck movement makes you dizzy or your arms tingle."
SHOULDER = "Leave it out, or ask first, after a shoulder dislocation or with a frozen shoulder."
"""Source: rebalancept.com; hermenhealth."""
EASY = "Go only as far as is comfortable."
_PRACTICE = "common practice in exercise leaflets"
_OWN = "criterion: our own, on rendered bodies (docs/EXERCISES.md)"


class NoExerciseError(PostureError):
    """There is no exercise, or no routine, of this name."""


CHIN_TUCK = Exercise(
    name="chin_tuck",
    title="Chin tuck",
    purpose="Moves your head back over your shoulders, as if to make a double chin.",
    dose=Dose(10, 4.0, timer_s=105.0),
    how_to=(
        "Sit tall, with your side to the camera, and follow the figure.",
        "Slide your head straight back; your chin stays level.",
        "Hold for four seconds, then let go slowly. About ten times.",
    ),
    cautions=(NECK, EASY),
    seen=Seen.SIDE,
    criterion="In time with the figure, about as far as your first two.",
    source="dose: between philipwoodphysio.net.au (2 s) and others (5 s, or 10 to 15 s, "
    f"uwhealth.org); {_OWN}",
)

SHOULDER_BLADE_SQUEEZE = Exercise(
    name="shoulder_blade_squeeze",
    title="Shoulder-blade squeeze",
    purpose="Draws your shoulder blades together, which moves your upper back and chest.",
    dose=Dose(10, 5.0, timer_s=115.0),
    how_to=(
        "Sit tall and bend your elbows at your sides; follow the figure.",
        "Draw both elbows back until your shoulder blades come together; shoulders stay low.",
        "Hold for five seconds, then let go. About ten times.",
    ),
    cautions=(EASY,),
    seen=Seen.FRONT,
    criterion="In time with the figure, about as far as your first two.",
    source=f"dose: audleyvillages.co.uk; supsalv.org; {_OWN}",
)

WALL_ANGEL = Exercise(
    name="wall_angel",
    title="Wall angel",
    purpose="Moves your arms and shoulder blades up and down as far as they go.",
    dose=Dose(8, 0.0, timer_s=60.0),
    how_to=(
        "Sit or stand so far back that the camera sees your raised hands; a wall behind you helps.",
        "Raise your elbows to the height of your shoulders, hands up.",
        "Slide both arms up slowly, and back down to shoulder height.",
    ),
    cautions=(SHOULDER, EASY),
    seen=Seen.FRONT,
    criterion="Both elbows go from the height of your shoulders well above it, and back.",
    source=f"dose: {_PRACTICE}; {_OWN}",
)

THORACIC_EXTENSION = Exercise(
    name="thoracic_extension",
    title="Upper back over the chair",
    purpose="Bends your upper back backwards, the other way than sitting does.",
    dose=Dose(8, 2.0, timer_s=60.0),
    how_to=(
        "Sit with your side to the camera, the chair's back below your shoulder blades.",
        "Put your hands behind your head or in your lap.",
        "Bend your upper back over the chair's back; your head goes along, no farther.",
        "Hold for two seconds, then come back.",
    ),
    cautions=("Use a chair that neither tips nor rolls.", BONES, EASY),
    seen=Seen.SIDE,
    criterion="Your upper back goes back by about 7 degrees or more, and comes back.",
    source=f"dose: {_PRACTICE}; {_OWN}",
)

CAT_COW = Exercise(
    name="cat_cow",
    title="Seated cat and cow",
    purpose="Rounds and arches your back in turn, and so moves all of it.",
    dose=Dose(8, 0.0, timer_s=69.0),
    how_to=(
        "Sit with your side to the camera, near the front of the chair, hands on your knees.",
        "With the figure, round your back slowly, and let your head sink.",
        "Then arch it, and look a little up. That is one; about eight times.",
    ),
    cautions=(BONES, EASY),
    seen=Seen.SIDE,
    criterion="In time with the figure, about as far as your first two.",
    source=f"dose: {_PRACTICE}; {_OWN}",
)

SIDE_BEND = Exercise(
    name="side_bend",
    title="Side bend",
    purpose="Bends your neck and trunk to one side, then to the other.",
    dose=Dose(2, 15.0, sides=2, timer_s=80.0),
    how_to=(
        "Sit tall, facing the camera; one hand may hold on to the seat.",
        "Bend to one side, head and all, without turning; the other shoulder stays low.",
        "Hold for fifteen seconds, come back, and change sides.",
    ),
    cautions=(NECK, BONES, EASY),
    seen=Seen.FRONT,
    criterion="Your head tilts by 12 degrees or more, and comes back; each side counts.",
    source=f"dose: painsolution.ie (15 to 30 s, 2 to 4 times a side); {_OWN}",
)

NECK_ROTATION = Exercise(
    name="neck_rotation",
    title="Neck rotation",
    purpose="Turns your head to one side, then to the other.",
    dose=Dose(2, 15.0, sides=2, timer_s=80.0),
    how_to=(
        "Sit tall, facing the camera.",
        "Turn your head slowly to one side; your shoulders stay, your chin stays level.",
        "Hold for fifteen seconds, come back, and change sides.",
    ),
    cautions=(NECK, BONES, EASY),
    seen=Seen.FRONT,
    criterion="Your nose turns well towards one ear, and comes back; each side counts.",
    source=f"dose: painsolution.ie (15 to 30 s, 2 to 4 times a side); {_OWN}",
)

OVERHEAD_REACH = Exercise(
    name="overhead_reach",
    title="Overhead reach",
    purpose="Stretches both arms up, and your trunk with them.",
    dose=Dose(3, 10.0, timer_s=60.0),
    how_to=(
        "Sit so far back that the camera sees your raised hands.",
        "Reach up with both hands, elbows straight as far as is comfortable.",
        "Hold for ten seconds, breathe, and let your arms down.",
    ),
    cautions=(SHOULDER, EASY),
    seen=Seen.FRONT,
    criterion="Both hands go well above your head with straight elbows, and come down.",
    source=f"dose: {_PRACTICE}; {_OWN}",
)

DOORWAY_STRETCH = Exercise(
    name="doorway_stretch",
    title="Doorway stretch",
    purpose="Stretches the front of your chest and shoulders.",
    dose=Dose(1, 30.0, timer_s=30.0),
    how_to=(
        "Stand in a doorway, forearms on both sides of the frame, elbows at shoulder height.",
        "Step through with one foot until you feel a gentle stretch at the front.",
        "Hold for thirty seconds.",
    ),
    cautions=(SHOULDER, EASY),
    seen=Seen.NOT,
    criterion="",
    source="dose: sportsinjuryclinic.net; harrisonclinic (10 to 30 s); rebalancept.com; "
    "hermenhealth (30 to 60 s)",
)

EXERCISES = (
    CHIN_TUCK,
    SHOULDER_BLADE_SQUEEZE,
    WALL_ANGEL,
    THORACIC_EXTENSION,
    CAT_COW,
    SIDE_BEND,
    NECK_ROTATION,
    OVERHEAD_REACH,
    DOORWAY_STRETCH,
)
"""In the order in which they are shown."""

_BY_NAME = {exercise.name: exercise for exercise in EXERCISES}


def find(name: str) -> Exercise:
    """The exercise of a name; dashes and spaces do as well as underscores.

    Raises:
        NoExerciseError: There is none; the message names those that are alike.
    """
    found = _BY_NAME.get(plain(name))
    if found is None:
        raise unknown("exercise", name, _BY_NAME)
    return found


def plain(name: str) -> str:
    """A name as it is written here."""
    return name.strip().lower().replace("-", "_").replace(" ", "_")


def unknown(kind: str, name: str, names: Iterable[str]) -> NoExerciseError:
    """The error about a name that there is not."""
    names = tuple(names)
    alike = get_close_matches(plain(name), names, n=2, cutoff=0.5)
    hint = f"did you mean {' or '.join(alike)}?" if alike else f"there are {', '.join(names)}"
    return NoExerciseError(f"there is no {kind} {name!r}; {hint}")
