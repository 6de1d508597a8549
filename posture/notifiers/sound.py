"""A short soft sound, by whatever the computer has to play one with."""

from __future__ import annotations

import logging
import shutil
import subprocess
import sys
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

from posture.ports import Notifier
from posture.records import AlertLevel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from posture.ports import Announcement
    from posture.records import Alert

logger = logging.getLogger(__name__)

PLAYERS = ("pw-play", "paplay", "aplay", "afplay")
"""Programs that play the file they are given: PipeWire, PulseAudio, ALSA, macOS."""

_CLOSE_WITHIN_S = 1.0


class SoundNotifier(Notifier):
    """Plays `data/cue.wav` or `data/notice.wav` without waiting, never two at once.

    After a player has failed the next alert is played by the next one. Windows plays by itself;
    Windows and macOS are untried.

    Args:
        players: Programs to try, in this order.
    """

    def __init__(self, players: Sequence[str] = PLAYERS) -> None:
        self._players = [found for player in players if (found := shutil.which(player))]
        self._playing: subprocess.Popen[bytes] | None = None

    def notify(self, alert: Alert) -> None:
        """Play the alert's sound, unless one is playing."""
        self.play(alert.level)

    def announce(self, announcement: Announcement | None) -> None:
        """Play the softer sound, unless one is playing."""
        if announcement is not None:
            self.play(AlertLevel.CUE)

    def play(self, name: str) -> None:
        """Play a sound of the package, unless one is playing; where it cannot, that is logged."""
        sound = Path(str(resources.files("posture.data") / f"{name}.wav"))
        try:
            if sys.platform == "win32":
                _play_on_windows(sound)
            else:
                self._play(sound)
        except (OSError, RuntimeError) as error:
            logger.warning("the sound was not played: %s", error)

    def close(self) -> None:
        """Stop what is playing."""
        playing, self._playing = self._playing, None
        if playing is None:
            return
        playing.terminate()
        try:
            playing.wait(_CLOSE_WITHIN_S)
        except subprocess.TimeoutExpired:
            playing.kill()
            playing.wait()

    def _play(self, sound: Path) -> None:
        if self._playing is not None:
            result = self._playing.poll()
            if result is None:
                return
            self._playing = None
            if result != 0:
                failed = self._players.pop(0)
                self._players.append(failed)
                logger.warning("the sound was not played: %s failed with %d", failed, result)
        if not self._players:
            logger.warning("the sound was not played: install one of %s", ", ".join(PLAYERS))
            return
        nothing = subprocess.DEVNULL
        self._playing = subprocess.Popen(  # noqa: S603 - a known player and a file of ours
            [self._players[0], str(sound)], stdin=nothing, stdout=nothing, stderr=nothing
        )


def _play_on_windows(sound: Path) -> None:
    if sys.platform == "win32":  # for the type checker, which knows winsound only there
        import winsound

        flags = winsound.SND_FILENAME | winsound.SND_ASYNC | winsound.SND_NOSTOP
        winsound.PlaySound(str(sound), flags | winsound.SND_NODEFAULT)
