"""Whether another program records from the microphone, as a call does.

Asked of PulseAudio or PipeWire by `pactl`, which most desktops have: a process, so that a sound
server that hangs keeps nobody but it waiting. Its JSON came with PulseAudio 16, of 2022.
"""

from __future__ import annotations

import json
import logging
import os
import subprocess
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

EVERY_S = 10.0
"""How often to ask."""
ANSWER_WITHIN_S = 2.0

logger = logging.getLogger(__name__)


def pactl(kind: str) -> str | None:
    """What `pactl` lists of a kind, such as `sources`, as JSON; None when it cannot be asked."""
    try:
        done = subprocess.run(  # noqa: S603 - one of two words of ours
            ["pactl", "--format=json", "list", kind],  # noqa: S607 - wherever the system has it
            capture_output=True,
            check=True,
            timeout=ANSWER_WITHIN_S,
            # In other languages it writes decimal commas, which are no JSON.
            env={**os.environ, "LC_ALL": "C"},
        )
    except (OSError, subprocess.SubprocessError) as error:
        logger.debug("whether the microphone is used is unknown: %s", error)
        return None
    return done.stdout.decode(errors="replace")


def microphone_used(
    ask: Callable[[str], str | None] = pactl, *, own_pid: int | None = None
) -> bool | None:
    """Whether another program records from a microphone; None when nobody knows.

    Args:
        ask: As `pactl`.
        own_pid: Of the process whose recordings do not count; None for this one.
    """
    recorded = recorded_sources(ask("source-outputs"), os.getpid() if own_pid is None else own_pid)
    if not recorded:
        return None if recorded is None else False
    found = microphones(ask("sources"))
    return None if found is None else not found.isdisjoint(recorded)


def recorded_sources(said: str | None, own_pid: int) -> set[int] | None:
    """The numbers of the sources that other programs record from.

    Left out: streams that are halted or muted, that hear what is played, that only show a level
    (pavucontrol, the settings of GNOME), and those of the sound server itself, which have no
    client (echo cancelling, loops).

    Args:
        said: What `pactl` lists as `source-outputs`.
        own_pid: Of the process whose recordings do not count.

    Returns:
        None when it is not such a list.
    """
    return _numbers(
        said,
        "source",
        lambda stream: (
            stream.get("client") is not None
            and stream.get("corked") is False
            and not stream.get("mute")
            and stream.get("resample_method") != "peaks"
            and _counts(stream.get("properties"), own_pid)
        ),
    )


def _counts(properties: object, own_pid: int) -> bool:
    if not isinstance(properties, dict):
        return True
    # The latter three are PipeWire's.
    marks = ("stream.capture.sink", "stream.monitor", "resample.peaks")
    return (
        properties.get("application.process.id") != str(own_pid)
        and properties.get("media.name") != "Peak detect"
        and "node.link-group" not in properties  # one end of a filter or a loop
        and not any(properties.get(mark) == "true" for mark in marks)
    )


def microphones(said: str | None) -> set[int] | None:
    """The numbers of the sources that are no monitors of what is played.

    Args:
        said: What `pactl` lists as `sources`.

    Returns:
        None when it is not such a list.
    """
    return _numbers(
        said,
        "index",
        lambda source: (
            not source.get("monitor_source")  # of a monitor: the sink that it hears
            and not str(source.get("name")).endswith(".monitor")
        ),
    )


def _numbers(
    said: str | None, key: str, counts: Callable[[dict[str, Any]], bool]
) -> set[int] | None:
    """What those of a JSON list that count have under a key; None when it is not such a list."""
    try:
        read = json.loads(said or "")
    except ValueError:
        return None
    if not isinstance(read, list):
        return None
    known = (one for one in read if isinstance(one, dict) and isinstance(one.get(key), int))
    return {one[key] for one in known if counts(one)}
