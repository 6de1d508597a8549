"""`python -m tests.benchmarks.peers`: other posture programs and ours, on the same clips.

The environments of the peers are kept in the user's cache folder and made by pip when they are not
there. Linux only: everything is run without a network (`unshare`).
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import platformdirs

from tests.benchmarks.peers import environments
from tests.benchmarks.peers.environments import PeerError
from tests.benchmarks.peers.page import Outcome, Peer, page
from tests.benchmarks.peers.programs import PEERS, POSTURE
from tests.benchmarks.peers.rule import Truth, score, total

ROOT = Path(__file__).parents[3]
FOLDERS = (ROOT / "samples", ROOT.parent / "shared" / "groundtruth")
Pythons = Mapping[str, Callable[[], Path]]
"""How to get an environment, by how it is installed, in words."""


def truth_of(clip: Path) -> Path | None:
    """The table of true angles beside a clip, or None."""
    tables = (clip.with_suffix(".truth.csv"), clip.with_suffix(".csv"))
    return next((path for path in tables if path.is_file()), None)


def clips_in(folders: list[Path]) -> dict[Path, Truth]:
    """Clips that have a truth, and that; by name within each folder."""
    clips = (clip for folder in folders for clip in sorted(folder.glob("*.mp4")))
    return {clip: Truth.read(path) for clip in clips if (path := truth_of(clip))}


def compare(peer: Peer, adapter: str, pythons: Pythons, clips: Mapping[Path, Truth]) -> Outcome:
    """Run a program in the first of its environments in which it can be run."""
    problems = []
    truths = {clip.stem: truth for clip, truth in clips.items()}
    for told, python in pythons.items():
        try:
            environments.run(python(), adapter, ())  # whether it starts is known soon
            versions, judged = environments.run(python(), adapter, tuple(clips))
        except PeerError as error:
            problems.append(f"{told}: {error}")
            continue
        scores = {
            variant: total(score(truths[j.clip], j) for j in judged if j.variant == variant)
            for variant in dict.fromkeys(one.variant for one in judged)
        }
        return Outcome(peer, told, versions, tuple(problems), scores, tuple(judged))
    return Outcome(peer, "", {}, tuple(problems), {}, ())


def outcomes(cache: Path, clips: Mapping[Path, Truth], only: list[str]) -> list[Outcome]:
    """Of every program, ours first."""
    found = []
    ours: Pythons = {"from this checkout": lambda: Path(sys.executable)}
    every: list[tuple[Peer, str, Pythons]] = [(POSTURE, "run_posture", ours)]
    for peer, adapter, ways in PEERS:
        pythons: Pythons = {
            way.told: partial(environments.made, cache / f"{peer.name}-{number}", way)
            for number, way in enumerate(ways)
        }
        every.append((peer, adapter, pythons))
    for peer, adapter, pythons in every:
        if not only or peer.name in only:
            print(f"{peer.name} ...", file=sys.stderr, flush=True)
            found.append(compare(peer, adapter, pythons, clips))
    return found


def main() -> None:
    """Print the page, and write it where `--out` says."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, help="also write the page to this file")
    parser.add_argument("--clips", type=Path, nargs="+", default=list(FOLDERS), help="folders")
    parser.add_argument("--only", nargs="+", default=[], help="names of programs")
    cache = platformdirs.user_cache_path("posture") / "peers"
    parser.add_argument("--cache", type=Path, default=cache, help="where environments are kept")
    arguments = parser.parse_args()
    clips = clips_in(arguments.clips)
    if not clips:
        parser.error("no clip with its truth is in the folders; name others with --clips")
    found = outcomes(arguments.cache, clips, arguments.only)
    text = page(found, [clip.stem for clip in clips], datetime.now(UTC).date())
    print(text)
    if arguments.out:
        arguments.out.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
