"""Why something could not be measured, or can no longer be judged, and the words for the user."""

from __future__ import annotations

from enum import StrEnum


class Reason(StrEnum):
    """Why something could not be measured. `REASON_TEXT` has the words for the user."""

    NO_PERSON = "no_person"
    NOT_CONFIRMED = "not_confirmed"
    IMPLAUSIBLE_BODY = "implausible_body"
    FROM_BEHIND = "from_behind"
    SEVERAL_PEOPLE = "several_people"
    NOT_THE_USER = "not_the_user"
    SUDDEN_JUMP = "sudden_jump"
    TOO_DARK = "too_dark"
    TOO_SMALL = "too_small"
    OUTSIDE_FRAME = "outside_frame"
    LOW_VISIBILITY = "low_visibility"
    HEAD_TURNED = "head_turned"
    VIEW_CHANGED = "view_changed"
    UNFAMILIAR = "unfamiliar"
    NO_BASELINE = "no_baseline"
    CAMERA_MOVED = "camera_moved"
    SEAT_MOVED = "seat_moved"
    LIGHT_CHANGED = "light_changed"


REASON_TEXT: dict[Reason, str] = {
    Reason.NO_PERSON: "nobody is in front of the camera",
    Reason.NOT_CONFIRMED: "making sure that somebody is really there",
    Reason.IMPLAUSIBLE_BODY: "what was found does not have the proportions of a person",
    Reason.FROM_BEHIND: "the person is seen from behind",
    Reason.SEVERAL_PEOPLE: "several people are in the picture",
    Reason.NOT_THE_USER: "the person in the picture is not where the baseline was taken",
    Reason.SUDDEN_JUMP: "the picture jumped",
    Reason.TOO_DARK: "the picture is too dark",
    Reason.TOO_SMALL: "the person is too small in the picture",
    Reason.OUTSIDE_FRAME: "head or shoulders are outside the picture",
    Reason.LOW_VISIBILITY: "head or shoulders are hidden",
    Reason.HEAD_TURNED: "the head is turned away",
    Reason.VIEW_CHANGED: "the camera sees another side of the person than in the baseline",
    Reason.UNFAMILIAR: "the angles are not known for such a picture",
    Reason.NO_BASELINE: "no upright baseline yet",
    Reason.CAMERA_MOVED: "the camera has moved since the baseline: take a new one, or move it back",
    Reason.SEAT_MOVED: "you sit elsewhere than at the baseline: take a new one, or move back",
    Reason.LIGHT_CHANGED: "the light is not as it was at the baseline, and little can be measured",
}

ABSENT = frozenset({Reason.NO_PERSON, Reason.NOT_CONFIRMED, Reason.IMPLAUSIBLE_BODY})
"""Reasons that mean that nobody is there."""
