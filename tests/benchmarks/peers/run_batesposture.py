"""Batesposture: detector, scores and notifications, joined as in its tray; in its own environment.

Its services read the clock: they are given that of the clip. A notification is one that it would
have shown; the five minutes without another one after it are set to none, by its own setting.
"""

from __future__ import annotations

import os
from importlib import import_module
from typing import TYPE_CHECKING, Any

from tests.benchmarks.peers.feeding import BASELINE_S, Judged, Meter, pictures, run

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

BEGAN_S = 1e6
"""Of the clock: a computer has been on for a while."""


def watch(clip: Path) -> Iterator[Judged]:
    settings = import_module("batesposture.services.settings_service").SettingsService()
    scoring: Any = import_module("batesposture.services.score_service")
    notifying: Any = import_module("batesposture.services.notification_service")
    detector = import_module("batesposture.ml.pose_detector").PoseDetector(settings)
    now_s = BEGAN_S
    shown: list[float] = []
    for module in (scoring, notifying):
        module.monotonic = lambda: now_s
    notifying.send_notification = lambda *_: shown.append(now_s)
    scores = scoring.ScoreService(settings)
    notifications = notifying.NotificationService(settings, "")
    scores.reset_session()
    meter, times_s, alarms = Meter(), [], []
    for at_s, image in pictures(clip):
        now_s = BEGAN_S + at_s
        _, score, found = detector.process_frame(image)
        if found is None:
            scores.mark_absent()
        else:
            scores.add_score(score)
            notifications.maybe_notify_posture(scores.average_and_stats()[0])
        times_s.append(at_s)
        alarms.append(at_s >= BASELINE_S[1] and bool(shown) and shown[-1] == now_s)
        meter.count()
    told = "its calibration changes no alert"
    spent_s = meter.spent_s()
    yield Judged(clip.stem, told, tuple(times_s), tuple(alarms), meter.frames, spent_s)


if __name__ == "__main__":
    os.environ["POSTURE_RUNTIME_NOTIFICATION_COOLDOWN"] = "0"
    import_module("batesposture.ml.pose_detector")
    run(("batesposture", "mediapipe", "opencv-python", "numpy"), watch)
