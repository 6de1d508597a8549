"""The first part of a landmark recording: what, besides landmarks, decides what its ticks are."""

from __future__ import annotations

import json
import platform
from dataclasses import dataclass, field, fields, replace
from enum import StrEnum
from functools import cache
from hashlib import sha256
from importlib import resources
from math import isfinite
from typing import TYPE_CHECKING, Any

import posture
from posture import profile as profiles
from posture import settings_file
from posture.history.rows import Answer
from posture.setting_values import literal
from posture.settings import Settings, catalogue

if TYPE_CHECKING:
    from posture.profile import Profile

VERSION = 1
"""Of the file; grows when an older posture could no longer read it."""
GROUPS = ("person", "features", "baseline", "detector", "alerts", "staleness")
"""Settings that decide what the ticks are; all others are left out."""
MOST_PROFILES = 100
ANGLE_MODELS = ("angle_absolute.npz", "angle_change.npz")


@cache
def _versions() -> dict[str, str]:
    import numpy as np

    data = resources.files("posture.data")
    hashes = {name: sha256(data.joinpath(name).read_bytes()).hexdigest() for name in ANGLE_MODELS}
    return {"python": platform.python_version(), "numpy": np.__version__, **hashes}


class MadeBy(StrEnum):
    """What judged the pictures."""

    LIVE = "run"
    REPLAY = "replay"


@dataclass(frozen=True, slots=True, eq=False)
class Header:
    """What a recording was made with.

    Attributes:
        made_by: What judged the pictures: by the same they are judged again.
        model_name, model_sha256: The pose model.
        settings: Those of `GROUPS`; all others are at their defaults.
        kept: All profiles that were known at the beginning, in their order.
        used: Name of the one that was judged by, or None.
        camera: "camera" or "recording"; empty after `posture anonymise`.
        started_at: Local time of the first picture in ISO 8601, or empty.
        left_out: What `posture anonymise` has taken out.
        answer: What the user said to the last alert in it, where that is why it was kept.
        version: Of posture.
        versions: Of what else computes: Python, numpy, and hashes of the angle models.
        notes: What could not be understood of it, for the user.
    """

    made_by: MadeBy
    model_name: str
    model_sha256: str
    settings: Settings
    kept: tuple[Profile, ...] = ()
    used: str | None = None
    camera: str = ""
    started_at: str = ""
    left_out: tuple[str, ...] = ()
    answer: Answer = Answer.NONE
    version: str = posture.__version__
    versions: dict[str, str] = field(default_factory=_versions)
    notes: tuple[str, ...] = ()

    @property
    def profile(self) -> Profile | None:
        """The one that was judged by at the beginning."""
        return next((profile for profile in self.kept if profile.name == self.used), None)


def encode(header: Header) -> bytes:
    """The header as JSON."""
    own = {f.name: getattr(header, f.name) for f in fields(header) if f.name != "notes"}
    own |= {"settings": to_toml(header.settings), "kept": [*map(exact, header.kept)]}
    return json.dumps(own).encode()


def decode(data: bytes) -> Header:
    """Read a header.

    Raises:
        ValueError: It is none.
    """
    try:
        return _decoded(json.loads(data))
    except (KeyError, TypeError, AttributeError, RecursionError, OverflowError) as error:
        raise ValueError("the header holds something else") from error


def _decoded(own: dict[str, Any]) -> Header:
    kept = [profiles.from_json(entry) for entry in own["kept"][:MOST_PROFILES]]
    settings, problems = settings_file.parse(own["settings"], Settings)
    header = Header(
        made_by=MadeBy(own["made_by"]),
        settings=settings,
        kept=tuple(kept),
        used=None if own["used"] is None else str(own["used"]),
        left_out=tuple(str(word) for word in own["left_out"]),
        answer=_answer(own.get("answer")),
        versions={str(name): str(value) for name, value in own["versions"].items()},
        model_name=str(own["model_name"]),
        model_sha256=str(own["model_sha256"]),
        camera=str(own["camera"]),
        started_at=str(own["started_at"]),
        version=str(own["version"]),
    )
    notes = [f"a setting that this version does not know: {problem}" for problem in problems]
    if (header.used is None) != (header.profile is None):
        raise ValueError("the profile that was judged by is missing")
    if header.version != posture.__version__:
        notes.append(f"it was made by posture {header.version}, and this is {posture.__version__}")
    elif header.versions != _versions():
        notes.append("it was made with other versions of Python, numpy or the angle models")
    return replace(header, notes=tuple(notes))


def _answer(word: object) -> Answer:
    """None where nothing was said, as in files of before, or what a later posture knows."""
    return next((answer for answer in Answer if answer == word), Answer.NONE)


def exact(profile: Profile) -> dict[str, Any]:
    """A profile as JSON without rounding: `posture.profile.to_json` rounds what users read."""
    found: dict[str, Any] = profiles.to_json(profile)
    for entry, posture_ in zip(found["accepted"], profile.accepted, strict=True):
        for name in ("quality", "brightness"):
            value = getattr(posture_.baseline, name)
            entry[name] = value if isfinite(value) else None
    return found


def to_toml(settings: Settings) -> str:
    """The settings of `GROUPS`, every one of them: defaults change with versions."""
    lines = []
    for group in GROUPS:
        own = (entry for entry in catalogue(settings) if entry.key.startswith(f"{group}."))
        lines += [f"[{group}]"]
        lines += [f"{entry.key.partition('.')[2]} = {literal(entry.value)}" for entry in own]
    return "\n".join(lines)


def of_groups(settings: Settings) -> Settings:
    """The settings of `GROUPS`, and all others at their defaults."""
    return replace(Settings(), **{group: getattr(settings, group) for group in GROUPS})
