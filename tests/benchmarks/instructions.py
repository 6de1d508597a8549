"""Instructions from pose to tick, counted by callgrind: the same on a busy machine as on a calm.

Two runs that differ only in how many poses they judge: the difference is what judging takes,
without Python's start. What is known of each version is in instructions.json; `--keep` writes it.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
KNOWN = HERE / "instructions.json"
FEW, MANY = 100, 600
TOLERANCE = 1.03
"""Two runs of the same code differ by less than 0.1 %; another numpy by more."""


def judge(count: int) -> None:
    """Judge so many poses: half of them upright, then a slouch, with a look every fifth."""
    import numpy as np

    from posture.baseline import Sample, fit
    from posture.features import extract
    from posture.monitor import Monitor
    from posture.records import Observation
    from tests.poses import make_pose

    sway = np.random.default_rng(1).normal(0.0, 1.0, 64)
    upright = [make_pose(yaw_deg=60, neck_deg=20 + value) for value in sway]
    forward = [make_pose(yaw_deg=60, neck_deg=38 + value) for value in sway]
    samples = [Sample(n / 10, extract(pose), (640, 480)) for n, pose in enumerate(upright)]
    monitor = Monitor(fit(samples, model_sha256="0"))
    for index in range(count):
        pose = (upright if index % 200 < 100 else forward)[index % 64]
        seen = (pose,) if index % 5 == 0 else None
        monitor.update(Observation(index / 10, index, pose, seen, 0.5))


def counted(count: int) -> int:
    """Instructions of a whole process that judges so many poses."""
    environment = {**os.environ, "PYTHONHASHSEED": "0", "OPENBLAS_NUM_THREADS": "1"}
    callgrind = ("valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null")
    code = f"from tests.benchmarks.instructions import judge; judge({count})"
    done = subprocess.run(
        (*callgrind, sys.executable, "-c", code),
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    match = re.search(r"Collected : (\d+)", done.stderr)
    assert match is not None, done.stderr[-500:]
    return int(match[1])


def main() -> int:
    """Print instructions a tick, and compare them with what is known; 1 where there are more."""
    if shutil.which("valgrind") is None:
        print("instructions: not counted, the program valgrind is missing")
        return 0
    each = (counted(MANY) - counted(FEW)) / (MANY - FEW)
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    known = json.loads(KNOWN.read_text(encoding="utf-8")) if KNOWN.exists() else {}
    print(f"pose to tick: {each:,.0f} instructions by callgrind, Python {version}", end="")
    if "--keep" in sys.argv:
        known[version] = round(each)
        KNOWN.write_text(json.dumps(known, indent=2, sort_keys=True) + "\n", encoding="utf-8")
    before = known.get(version)
    if before is None:
        print("; nothing is known of this version")
        return 0
    print(f", {each / before:.3f} of what was kept ({before:,})")
    return int(each / before > TOLERANCE)


if __name__ == "__main__":
    raise SystemExit(main())
