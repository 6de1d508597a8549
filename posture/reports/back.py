"""A drawn back with the places that were entered, as SVG."""

from __future__ import annotations

from typing import TYPE_CHECKING

from posture.care import back
from posture.care.diary import day_counts
from posture.reports.care_wording import on_days
from posture.reports.markup import Markup, tag
from posture.reports.speech import ENGLISH

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from posture.care.back import Curve, Point
    from posture.care.entries import PainNote, Place
    from posture.reports.speech import Speech


def drawn(pains: Sequence[PainNote], speech: Speech = ENGLISH) -> Markup:
    """The back with on how many days each place was entered; stronger where it was on more."""
    say = speech.say
    counts: Mapping[Place, int] = day_counts(pains, lambda note: note.places)
    outline = _whole(back.OUTLINE)
    width, height = back.SIZE
    x, y, radius_x, radius_y = back.HEAD
    blades = [_path(back.SHOULDER_BLADE), _path(_mirrored(back.SHOULDER_BLADE))]
    return tag(
        "svg",
        tag("title", say("Where, on a back seen from behind")),
        tag("desc", on_days(counts, speech) or say("no place was entered")),
        tag("path", d=outline, class_="body"),
        *(_area(place, days / max(counts.values())) for place, days in counts.items()),
        # What of a place lies outside of the outline is covered: so no clip path is needed.
        tag(
            "path",
            d=f"M-1 -1H{width + 1:g}V{height + 1:g}H-1Z{outline}",
            fill_rule="evenodd",
            class_="beside",
        ),
        tag("ellipse", cx=x, cy=y, rx=radius_x, ry=radius_y, class_="body"),
        *(tag("path", d=line, class_="contour") for line in (outline, *blades)),
        *(_number(place, days) for place, days in counts.items()),
        viewBox=f"0 0 {width:g} {height:g}",
        role="img",
        class_="back-view",
    )


def _area(place: Place, share: float) -> Markup:
    corners = "L".join(f"{x:g} {y:g}" for x, y in back.CORNERS[place])
    return tag("path", d=f"M{corners}Z", class_="place", fill_opacity=0.2 + 0.4 * share)


def _number(place: Place, days: int) -> Markup:
    across, down = zip(*back.CORNERS[place], strict=True)
    x, y = ((min(of) + max(of)) / 2 for of in (across, down))
    return tag("text", str(days), x=x, y=y + 2, text_anchor="middle")


def _whole(half: Sequence[Curve]) -> str:
    """A half and its mirror image as one closed line."""
    ends = [curve[-1] for curve in half]
    back_up = [
        (*reversed(curve[:-1]), ends[place]) for place, curve in reversed(list(enumerate(half[1:])))
    ]
    return _path([*half, *_mirrored([(ends[-1],), *back_up])]) + "Z"


def _mirrored(curves: Sequence[Curve]) -> list[Curve]:
    return [back.mirrored(curve) for curve in curves]


def _path(curves: Sequence[Curve]) -> str:
    first, *rest = curves
    begin = _points(first)
    return f"M{begin}" + "".join(
        f"{'C' if len(curve) > 1 else 'L'}{_points(curve)}" for curve in rest
    )


def _points(points: Sequence[Point]) -> str:
    return " ".join(f"{x:g} {y:g}" for x, y in points)
