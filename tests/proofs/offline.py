"""Every part of posture is run where there is no network: no name is asked for, nothing is sent.

python -m tests.proofs.offline [SECONDS]    three minutes of watching, beside all that is shorter

Programs that do try to send something are run in the same way first: the proof is worth nothing
where they are not noticed.
"""

from __future__ import annotations

import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple

from posture.offline import OfflineError, Watched, watch
from tests.places import environment_in

LENGTH_S = 185.0
ROOT = Path(__file__).parents[2]
SAMPLES = ROOT / "samples"
CONTROLS = {
    "asks for a name": "import socket; socket.getaddrinfo('example.org', 443)",
    "tries a connection": "s.connect(('192.0.2.1', 443))",
    "tries one by IPv6": "s = socket.socket(socket.AF_INET6); s.connect(('2001:db8::1', 443))",
    "sends a packet": "s = socket.socket(type=socket.SOCK_DGRAM); s.sendto(b'x', ('192.0.2.1', 9))",
}
TALKATIVE = """
import socket
socket.setdefaulttimeout(0.5)
s = socket.socket()
try: {0}
except OSError: pass
"""


class Program(NamedTuple):
    """What is run; one that ends by SIGTERM (`stopped`) does so after the length."""

    name: str
    arguments: tuple[str, ...]
    stopped: bool = False


def programs(folder: Path, length_s: float) -> list[Program]:
    """Everything that posture can do without a user at the keyboard."""
    clip, history = str(SAMPLES / "slow_slump.mp4"), str(folder / "history.db")
    watching = ("--source", clip, "--loop")
    quiet = ("--no-notify", "--no-sound", "--quiet")
    clips = sorted(str(path) for path in SAMPLES.glob("*.mp4"))
    taped = str(folder / "taped.posture")
    run = ("run", *watching, *quiet, "--for", str(length_s), "--history", history)
    exercises = sorted((SAMPLES / "exercises").glob("*.mp4"))
    return [
        Program("run", (*run, "--record", taped)),
        Program("the window", (*watching, "--window"), stopped=True),
        Program("replay", ("replay", *clips, "--out", str(folder / "out"), "--annotate", "--plot")),
        *(
            Program(f"exercise {path.stem}", ("exercise", path.stem, "--source", str(path)))
            for path in exercises
        ),
        Program("report", ("report", "--html", str(folder / "report.html"))),
        Program("export", ("export", str(folder / "export"))),
        Program("learn", ("learn", "workstation")),
        Program("doctor", ("doctor",)),
        Program("settings", ("settings",)),
    ]


def sent(program: Program, folder: Path, length_s: float) -> Watched:
    """Run one program with folders of its own."""
    environment = environment_in(folder / program.name.replace(" ", "_"))
    command = (sys.executable, "-m", "posture", *program.arguments)
    if program.stopped:
        command = ("timeout", "--preserve-status", "--signal=TERM", f"{length_s}s", *command)
    return watch(command, environment=environment)


def controls_are_noticed() -> bool:
    """Whether programs that try to send something are caught."""
    noticed = True
    for name, code in CONTROLS.items():
        done = watch((sys.executable, "-c", TALKATIVE.format(code)))
        print(f"  {name:24} {'; '.join(map(str, done.tries)) or 'NOT NOTICED'}", flush=True)
        noticed &= bool(done.tries)
    return noticed


def main(length_s: float = LENGTH_S) -> int:
    """Print what was sent; 0 where nothing was, and the proof would have noticed."""
    try:
        print("programs that must be noticed")
        noticed = controls_are_noticed()
    except OfflineError as error:
        print(f"cannot be proved here: {error}")
        return 1
    silent = True
    print("posture")
    with (
        tempfile.TemporaryDirectory(prefix="posture-proof-") as name,
        ThreadPoolExecutor(max_workers=3) as pool,
    ):
        folder = Path(name)
        asked = programs(folder, length_s)
        for program, done in zip(
            asked, pool.map(lambda each: sent(each, folder, length_s), asked), strict=True
        ):
            said = "; ".join(map(str, done.tries)) or "nothing sent"
            end = "" if done.code == 0 else f", EXIT CODE {done.code}"
            print(f"  {program.name:24} {done.length_s:6.0f} s   {said}{end}", flush=True)
            silent &= not done.tries and done.code == 0
    print("nothing was sent" if noticed and silent else "NOT PROVED")
    return 0 if noticed and silent else 1


if __name__ == "__main__":
    raise SystemExit(main(*map(float, sys.argv[1:2])))
