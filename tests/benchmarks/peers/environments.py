"""An environment of its own for each peer, and its adapter run inside, without a network."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import tempfile
import venv
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from posture.offline import UNSHARE
from posture.ports import PostureError
from tests.benchmarks.peers.feeding import heard

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.benchmarks.peers.feeding import Judged

ROOT = Path(__file__).parents[3]
CAUSE = re.compile(r"\b(?:ERROR: |\w*Error: ).+")
WAITS_S = 3600.0


class PeerError(PostureError):
    """A peer cannot be run here; the message says why."""


@dataclass(frozen=True, slots=True)
class Way:
    """One way to install a peer.

    Attributes:
        told: In words.
        pips: Arguments of `pip install`, one run after the other.
    """

    told: str
    pips: tuple[tuple[str, ...], ...]


def cause(text: str) -> str:
    """Why a program failed, from what it said: the error itself, or else its last line."""
    found = CAUSE.search(text)
    lines = text.strip().splitlines()
    return found.group().strip() if found else lines[-1].strip() if lines else "it said nothing"


def made(folder: Path, way: Way) -> Path:
    """The Python of an environment, made there unless it was made in the same way before.

    Raises:
        PeerError: Pip cannot install it.
    """
    python, mark = folder / "bin" / "python", folder / "made"
    asked = repr(way.pips)
    if mark.is_file() and mark.read_text(encoding="utf-8") == asked:
        return python
    shutil.rmtree(folder, ignore_errors=True)
    venv.create(folder, with_pip=True)
    for arguments in way.pips:
        done = subprocess.run(
            (python, "-m", "pip", "install", "--quiet", *arguments),
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode:
            raise PeerError(f"pip: {cause(done.stderr)}")
    mark.write_text(asked, encoding="utf-8")
    return python


def run(
    python: Path | str, adapter: str, clips: Sequence[Path]
) -> tuple[dict[str, str], list[Judged]]:
    """Run an adapter over clips; without any, only import what it needs.

    It has a home of its own, no network, no desktop and none of our environment.

    Returns:
        Versions of what is installed, and what came out of each clip.

    Raises:
        PeerError: It failed.
    """
    unshare = shutil.which("unshare")
    if unshare is None:
        raise PeerError("the program unshare is missing: peers are run without a network")
    with tempfile.TemporaryDirectory(prefix="posture-peers-") as home:
        kept = {key: value for key, value in os.environ.items() if not key.startswith("POSTURE_")}
        kept.pop("DBUS_SESSION_BUS_ADDRESS", None)
        places = {f"XDG_{kind}_HOME": f"{home}/{kind}" for kind in ("CONFIG", "DATA", "CACHE")}
        own = {"HOME": home, **places, "XDG_RUNTIME_DIR": home, "QT_QPA_PLATFORM": "offscreen"}
        try:
            done = subprocess.run(
                (unshare, *UNSHARE, python, "-m", f"tests.benchmarks.peers.{adapter}", *clips),
                env={**kept, **own, "PYTHONDONTWRITEBYTECODE": "1"},
                cwd=ROOT,
                capture_output=True,
                text=True,
                timeout=WAITS_S,
                check=False,
            )
        except subprocess.TimeoutExpired as error:
            raise PeerError(f"it was not done after {WAITS_S:g} s") from error
    if done.returncode:
        raise PeerError(cause(done.stderr))
    return heard(done.stdout.splitlines())
