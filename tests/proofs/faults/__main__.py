"""`python -m tests.proofs.faults`: tries all faults, and prints the table."""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path

from tests.proofs.faults.every import ALL
from tests.proofs.faults.fault import as_markdown, results

SEED = 1


def main() -> int:
    """Print a fault a row; 1 where anything was lost."""
    parser = argparse.ArgumentParser(prog="python -m tests.proofs.faults", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="each fault once or a few times")
    parser.add_argument("--seed", type=int, default=SEED, help="of what is left to chance")
    parser.add_argument("--only", default="", metavar="WORD", help="faults that have this word")
    parser.add_argument("--out", type=Path, metavar="FILE", help="write the table as Markdown")
    given = parser.parse_args()
    began_s = time.monotonic()
    faults = [fault for fault in ALL if given.only in fault.name]
    print(f"{'fault':44}{'tried':>6}{'survived':>10}{'lost':>6}")
    found = []
    for result in results(faults, quick=given.quick, seed=given.seed):
        print(result, flush=True)
        found.append(result)
        if given.out is not None:
            given.out.write_text(as_markdown(found, seed=given.seed), encoding="utf-8")
    lost = sum(each.tried - each.survived for each in found)
    tries = sum(each.tried for each in found)
    print(f"{tries} tries, {lost} lost, {time.monotonic() - began_s:.0f} s")
    return 1 if lost else 0


if __name__ == "__main__":
    sys.exit(main())
