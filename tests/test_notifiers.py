"""Telling the user: what every notifier promises, and what is heard."""

from __future__ import annotations

import stat
import sys
import wave
from importlib import resources
from pathlib import Path
from queue import SimpleQueue
from subprocess import run
from typing import TYPE_CHECKING

import numpy as np
import pytest

from posture.alert_styles import Means, StyleSettings
from posture.gui.exercise_course import Cue
from posture.gui.screen_edge import EdgeNotifier
from posture.gui.tray import PanelNotifier
from posture.notifiers.chosen import ChosenNotifier
from posture.notifiers.desktop import DesktopNotifier
from posture.notifiers.null import NullNotifier
from posture.notifiers.sound import SoundNotifier
from posture.ports import Announcement
from posture.records import AlertLevel
from tests.desktop.fake import (
    WITHIN_S,
    FakeDesktop,
    make_alert,
    refuses,
    says_nothing,
    shows,
    talks_nonsense,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from posture.desktop.session_bus import Bus
    from posture.ports import Notifier
    from posture.records import Alert

pytest_plugins = ["tests.desktop.fixtures"]

SOUNDS = (*AlertLevel, *Cue)
"""Of alerts and of exercises."""


def play_with(folder: Path, *scripts: str) -> SoundNotifier:
    """A notifier with players of which each is a shell script."""
    players = []
    for number, script in enumerate(scripts):
        player = folder / f"player{number}"
        player.write_text(f"#!/bin/sh\n{script}\n")
        player.chmod(player.stat().st_mode | stat.S_IXUSR)
        players.append(str(player))
    return SoundNotifier(players)


def on_desktop(
    prepare: Callable[[FakeDesktop], FakeDesktop], patience_s: float = WITHIN_S
) -> Callable[[pytest.FixtureRequest], Notifier]:
    def make(request: pytest.FixtureRequest) -> Notifier:
        monkeypatch = request.getfixturevalue("monkeypatch")
        monkeypatch.setattr("posture.desktop.session_bus.ANSWER_WITHIN_S", patience_s)
        prepare(request.getfixturevalue("desktop"))
        return DesktopNotifier(request.getfixturevalue("bus"), SimpleQueue())

    return make


def on_ended_bus(request: pytest.FixtureRequest) -> Notifier:
    bus: Bus = request.getfixturevalue("bus")
    bus.close()
    return DesktopNotifier(bus, SimpleQueue())


def by_script(*scripts: str) -> Callable[[pytest.FixtureRequest], Notifier]:
    return lambda request: play_with(request.getfixturevalue("tmp_path"), *scripts)


class _Failing(NullNotifier):
    def notify(self, alert: Alert) -> None:
        raise RuntimeError(alert.text)

    def announce(self, announcement: Announcement | None) -> None:
        raise RuntimeError(str(announcement))

    def close(self) -> None:
        raise RuntimeError("cannot be closed")


BREAK = Announcement("break", "Time to move?", "Drink something.", (("later", "Later"),))

NOTIFIERS: dict[str, Callable[[pytest.FixtureRequest], Notifier]] = {
    "null": lambda _: NullNotifier(),
    "chosen of none": lambda _: ChosenNotifier(StyleSettings(), {}),
    "chosen of one that fails": lambda _: ChosenNotifier(StyleSettings(), {Means.EDGE: _Failing()}),
    "chosen of a message that fails": lambda _: ChosenNotifier(
        StyleSettings(), {Means.MESSAGE: _Failing()}
    ),
    "message of the panel": lambda _: PanelNotifier(lambda _: None),
    "edge of the screen": lambda _: EdgeNotifier(lambda _: None, lambda: None),
    "sound": by_script("exit 0"),
    "sound that goes on": by_script("exec sleep 100"),
    "sound without a player": by_script(),
    "sound that fails": by_script("exit 1"),
    "desktop": on_desktop(shows),
    "desktop without the service": on_desktop(lambda desktop: desktop),
    "desktop that refuses": on_desktop(refuses),
    "desktop that talks nonsense": on_desktop(talks_nonsense),
    "desktop that says nothing": on_desktop(says_nothing, patience_s=0.05),
    "desktop on a bus that has ended": on_ended_bus,
}


@pytest.fixture(params=NOTIFIERS)
def notifier(request: pytest.FixtureRequest) -> Notifier:
    return NOTIFIERS[request.param](request)


class TestEveryNotifier:
    """What the port promises."""

    def test_telling_never_fails(self, notifier: Notifier) -> None:
        with notifier:
            for level in AlertLevel:
                notifier.notify(make_alert(level))
            for announcement in (BREAK, None, BREAK, BREAK):
                notifier.announce(announcement)

    def test_closing_twice_and_telling_after_it_do_not_fail(self, notifier: Notifier) -> None:
        notifier.close()
        notifier.close()
        with notifier:
            notifier.notify(make_alert())
            notifier.announce(BREAK)
            notifier.announce(None)


@pytest.mark.parametrize("level", AlertLevel)
def test_each_level_has_its_sound(level: AlertLevel, tmp_path: Path) -> None:
    notifier = play_with(tmp_path, 'echo "$@" > "$0.played"')
    notifier.notify(make_alert(level))
    assert notifier._playing is not None
    notifier._playing.wait(WITHIN_S)
    played = (tmp_path / "player0.played").read_text()
    assert played.strip().endswith(f"{level}.wav")
    assert "\n" not in played.strip()


def test_never_two_sounds_at_once(tmp_path: Path) -> None:
    with play_with(tmp_path, "exec sleep 100") as notifier:
        notifier.notify(make_alert())
        first = notifier._playing
        assert first is not None
        notifier.notify(make_alert())
        assert notifier._playing is first
    assert first.returncode is not None


def test_a_player_that_fails_is_followed_by_the_next(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with play_with(tmp_path, "exit 3", "exit 4") as notifier:
        played = []
        for _ in range(3):
            notifier.notify(make_alert())
            assert notifier._playing is not None
            notifier._playing.wait(WITHIN_S)
            played.append(str(notifier._playing.args[0]))  # type: ignore[index]
    assert [path[-1] for path in played] == ["0", "1", "0"]
    assert "player0 failed with 3" in caplog.text


def test_without_a_player_the_user_is_told_what_to_install(
    caplog: pytest.LogCaptureFixture,
) -> None:
    SoundNotifier(["no-such-player"]).notify(make_alert())
    assert "install one of pw-play, paplay" in caplog.text


@pytest.mark.parametrize("name", SOUNDS)
def test_a_sound_is_short_soft_and_without_clicks(name: str) -> None:
    file = resources.files("posture.data") / f"{name}.wav"
    assert len(file.read_bytes()) < 40_000
    with file.open("rb") as opened, wave.open(opened) as sound:
        assert (sound.getnchannels(), sound.getsampwidth()) == (1, 2)
        samples = np.frombuffer(sound.readframes(sound.getnframes()), "<i2").astype(int)
        length_s = sound.getnframes() / sound.getframerate()
    assert length_s < 1.0
    assert 2_000 < np.abs(samples).max() < 10_000
    assert np.abs(samples[[0, -1]]).max() <= 10
    assert np.abs(np.diff(samples)).max() < 3_000


def test_the_sounds_are_those_of_the_script(tmp_path: Path) -> None:
    script = Path(__file__).parents[1] / "scripts" / "make_sounds.py"
    run([sys.executable, str(script), str(tmp_path)], check=True)
    for name in SOUNDS:
        made = np.frombuffer((tmp_path / f"{name}.wav").read_bytes(), "<i2")
        kept = np.frombuffer((resources.files("posture.data") / f"{name}.wav").read_bytes(), "<i2")
        # Another mathematics library may round a sample differently.
        assert np.abs(made.astype(int) - kept).max() <= 1
