"""The programs that are compared: how each is installed, and what has to be known of it."""

from __future__ import annotations

from tests.benchmarks.peers.environments import Way
from tests.benchmarks.peers.page import Peer

PLAIN = "as pip installs it"
WAIT_S = 0.1
POSTURE_FACTS = """\
- At a camera it looks 1.25 to 5 times a second, and warns after 30 s. No slouch in these clips
  lasts so long: as installed it lets all of them pass, on purpose.
- *At its own rate* looks at as many pictures as it would at a camera. The clips are full of
  movement: an hour of sitting still costs less. *Every picture* is how it replays a recording.
- Baseline from 1 to 8 s, as `posture replay --baseline 1-8` takes it.
"""
POSTURED_FACTS = """\
- Judges how high the nose is in the picture. It warns after eight pictures below the lower of two
  heights that its user calibrates by looking at the top and at the bottom of the screen.
  Sensitivity 0.85, which dims the screen, as installed.
- Waits 0.1 s after each picture; its rate follows from that and the time that a picture takes.
- Nobody in the clips looks at the bottom of a screen, so it is shown twice. First with both keys
  pressed while the person sits upright: at the highest and at the lowest nose of 1 to 8 s. Then,
  in the clips of a minute, with the second key pressed at the lowest nose of the look down at the
  keyboard: lower than a screen, and known only from later in the clip, so that this look down can
  hardly be a false alarm.
- Its worker and its whole application ran, without a screen.
"""
DORSO_FACTS = """\
- Judges how high the nose is in the picture. It warns after eight pictures in which the nose is
  lower than calibrated (30 pictures while sitting upright) by 3 % of the picture's height, as
  installed.
- Waits 0.1 s after each picture (its mode *responsive*, as installed); its rate follows from that
  and the time that a picture takes.
- It downloads its pose model at its first start: without the internet it does not start. Here the
  same model, which posture brings, was put where it keeps it.
- Its README asks for GTK 4 from the system first, which a plain machine does not have. Its
  detector and its engine ran, not its windows.
"""
BATES_FACTS = """\
- Judges seven measures of the landmarks, made into a score from 0 to 100. It warns when the mean
  score of five seconds is below 60, as installed. Its calibration is shown in its window and
  changes no alert.
- Looks at up to 30 pictures a second, here counted as at most what keeps one core busy, each
  enlarged to 1280x720. The clips have ten pictures a second.
- As installed it watches for 2 minutes of every 30: an hour of wall time then costs a fifteenth of
  the figure above, and the other 28 minutes go unseen.
- Its detector, scores and notifications ran, not its tray; without the 300 s that it keeps between
  two warnings.
"""


def waiting_hz(cost_s: float) -> float:
    """Pictures a second of a program that waits after each."""
    return 1 / (WAIT_S + cost_s)


def hurried_hz(cost_s: float) -> float:
    """Pictures a second of a program that takes 30, or as many as it can."""
    return min(30.0, 1 / cost_s)


POSTURE = Peer("posture", POSTURE_FACTS)
PEERS: tuple[tuple[Peer, str, tuple[Way, ...]], ...] = (
    (
        Peer("postured", POSTURED_FACTS, waiting_hz),
        "run_postured",
        (Way(PLAIN, (("postured==1.4.1",),)),),
    ),
    (
        Peer("dorso-linux", DORSO_FACTS, waiting_hz),
        "run_dorso",
        (
            Way(PLAIN, (("dorso-linux==0.1.2",),)),
            Way(
                "without PyGObject and dbus-python, which pip builds and only its windows need",
                (("--no-deps", "dorso-linux==0.1.2"), ("opencv-python>=4.8", "mediapipe>=0.10")),
            ),
        ),
    ),
    (
        Peer("batesposture", BATES_FACTS, hurried_hz),
        "run_batesposture",
        (
            Way(PLAIN, (("batesposture==1.1.1",),)),
            Way(
                "with mediapipe held at 0.10.21, the oldest that it allows",
                (("batesposture==1.1.1", "mediapipe==0.10.21"),),
            ),
        ),
    ),
)
