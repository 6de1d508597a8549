"""How often the person check is right: `python -m tests.benchmarks.person_check [SHARED]`.

Prints what the check said for each truth in per cent of frames, beside MediaPipe alone at several
thresholds; how long leaving and returning take to be noticed; and what fresh looks cost. SHARED
holds real/ and groundtruth/ (default: ../shared); without it there is nothing to measure.
Options: --quick takes every fifth clip and the default threshold; --behind and --empty add
folders of pictures.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

from posture.estimators.mediapipe import MediaPipeEstimator
from posture.person import PersonCheck
from posture.records import ABSENT, Frame, Reason
from tests.benchmarks.person_clips import Clip, Studio, pictures
from tests.benchmarks.person_scenes import BEHIND, NOBODY, SEVERAL, USER

THRESHOLDS = ((0.5, 0.5), (0.7, 0.7), (0.9, 0.9))
"""Of detection and presence, for MediaPipe alone."""
LOOK_COST = 1.9
"""A fresh look in ordinary estimates."""


@dataclass
class Result:
    """What was said about each frame of a clip."""

    clip: Clip
    truths: list[str] = field(default_factory=list)
    reasons: list[Reason | None] = field(default_factory=list)
    looks: int = 0
    restarts: int = 0


def watch(clip: Clip) -> Result:
    """Run estimator and check as a session does."""
    result, check = Result(clip), PersonCheck()
    with MediaPipeEstimator() as estimator:
        for index, (image, truth) in enumerate(clip.scene()):
            if check.wants_restart:
                estimator.restart()
                result.restarts += 1
            afresh = check.wants_fresh_look
            result.looks += afresh
            frame = Frame(image, index / clip.rate_hz, index)
            sighting = check.update(estimator.estimate(frame, look_afresh=afresh))
            result.truths.append(truth)
            result.reasons.append(sighting.reason)
    return result


def alone(clip: Clip, detection: float, presence: float) -> Counter[tuple[str, bool]]:
    """What MediaPipe says by itself: counts of (truth, somebody found)."""
    counts: Counter[tuple[str, bool]] = Counter()
    with MediaPipeEstimator(min_detection=detection, min_presence=presence) as estimator:
        for index, (image, truth) in enumerate(clip.scene()):
            found = estimator.estimate(Frame(image, index / clip.rate_hz, index), look_afresh=False)
            counts[truth, found.tracked is not None] += 1
    return counts


def verdict(reason: Reason | None) -> str:
    """Sort the check's answers into the columns of the table."""
    if reason is None:
        return "measured"
    if reason in ABSENT:
        return "absent"
    return "from behind" if reason is Reason.FROM_BEHIND else "cannot measure"


def print_confusion(results: list[Result]) -> None:
    """Per cent of frames, by group and truth."""
    table: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for result in results:
        for truth, reason in zip(result.truths, result.reasons, strict=True):
            table[result.clip.group, truth][verdict(reason)] += 1
    columns = ("measured", "absent", "from behind", "cannot measure")
    print(f"{'group':22}{'truth':10}{'frames':>7}" + "".join(f"{c:>16}" for c in columns))
    for (group, truth), counts in table.items():
        total = sum(counts.values())
        shares = "".join(f"{100 * counts[c] / total:15.1f}%" for c in columns)
        print(f"{group:22}{truth:10}{total:7}{shares}")


def print_delays(results: list[Result]) -> None:
    """Seconds from leaving to absent and from returning to measured, and ghosts measured."""
    gone, back, ghosts = [], [], 0
    for result in results:
        if not result.clip.group.startswith("leaves"):
            continue
        empty = [i for i, truth in enumerate(result.truths) if truth == NOBODY]
        absent = (i for i in empty if result.reasons[i] in ABSENT)
        gone.append((next(absent, len(result.truths)) - empty[0]) / result.clip.rate_hz)
        ghosts += sum(result.reasons[i] is None for i in empty)
        later = [i for i in range(empty[-1], len(result.truths)) if result.truths[i] == USER]
        seen = next((i for i in later if result.reasons[i] is None), len(result.truths))
        back.append((seen - later[0]) / result.clip.rate_hz)
    if gone:
        print(
            f"leaving to absent: median {median(gone):.1f} s, longest {max(gone):.1f} s; ", end=""
        )
        print(
            f"returning to measured: median {median(back):.1f} s, longest {max(back):.1f} s; ",
            end="",
        )
        print(f"frames of an empty room measured: {ghosts}")


def print_cost(results: list[Result]) -> None:
    """Share of extra work by fresh looks, while somebody sits there and otherwise."""
    for name in ("rendered sitter", "real person", "empty", "leaves"):
        chosen = [r for r in results if r.clip.group.startswith(name)]
        frames = sum(len(r.truths) for r in chosen) or 1
        looks, restarts = sum(r.looks for r in chosen), sum(r.restarts for r in chosen)
        share = 100 * (LOOK_COST * looks + restarts) / frames
        print(
            f"{name}: {looks} looks and {restarts} restarts in {frames} frames: {share:.1f} % more"
        )


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("shared", nargs="?", type=Path)
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--behind", type=Path)
    parser.add_argument("--empty", type=Path)
    options = parser.parse_args()
    shared = options.shared or Path(__file__).parents[2].parent / "shared"
    if not (shared / "groundtruth").is_dir() or not (shared / "real").is_dir():
        print(f"{shared} has no real/ and groundtruth/: nothing to measure")
        return 0
    with MediaPipeEstimator() as estimator:
        clips = list(Studio(shared, estimator).clips())[:: 5 if options.quick else 1]
        for folder, truth in ((options.behind, BEHIND), (options.empty, NOBODY)):
            clips += pictures(folder, truth) if folder else ()
        results = [watch(clip) for clip in clips]
        print_confusion(results)
        print_delays(results)
        print_cost(results)
        print("MediaPipe alone finds somebody:")
        for thresholds in THRESHOLDS[: 1 if options.quick else None]:
            counts: Counter[tuple[str, bool]] = sum(
                (alone(clip, *thresholds) for clip in clips), Counter()
            )
            print(f"  detection {thresholds[0]}, presence {thresholds[1]}:", end="")
            for truth in (USER, NOBODY, SEVERAL, BEHIND):
                frames = counts[truth, True] + counts[truth, False]
                print(f"  {truth} {100 * counts[truth, True] / max(1, frames):.1f} %", end="")
            print()
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
