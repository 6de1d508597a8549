"""`posture` alone, and `posture autostart`. Nothing heavy is imported here, as in `posture.cli`."""

from __future__ import annotations

import logging
import os
import signal
import socket
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

import click

from posture.cli_control import claimed
from posture.cli_run import ending_by_signal
from posture.cli_settings import own_settings
from posture.cli_shared import on_ctrl_c

if TYPE_CHECKING:
    from collections.abc import Mapping

    from posture.live_app import Inbox, LiveOptions

NO_SCREEN = (
    "there is no screen to show a window on: start posture from your desktop, or watch without a "
    "window by `posture run`"
)


@on_ctrl_c(signal.SIG_DFL)
def start(*, source: str | None, loop: bool, window: bool) -> None:
    """Run the tray application; where posture runs already, its window is shown instead."""
    need_screen()
    from posture.live_app import LiveOptions

    options = LiveOptions(settings=own_settings(), source=source, loop=loop)
    if not show(options, window=window):
        leave_at_once()


def leave_at_once() -> None:
    """End the process: a driver that hangs cannot be ended, and would keep it from ending."""
    logging.shutdown()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(0)


def show(options: LiveOptions, *, window: bool) -> bool:
    """Show the application until it is quit; whether all has ended in time."""
    from typing import cast

    from posture.gui.application import WindowOptions, make_application, run
    from posture.memory import use_one_arena
    from posture.native_noise import held_back

    use_one_arena()
    with held_back():
        application = make_application()
        with claimed(on_event_loop=True) as server:
            requests = server.requests
            with ending_by_signal(cast("Inbox", requests)):
                ended = run(WindowOptions(options, window=window), requests)
        del application
    return ended


def need_screen() -> None:
    """Say what is missing: Qt itself would abort."""
    from posture.checks import Verdict, check_display, check_window_libraries
    from posture.doctor import load_library

    if sys.platform != "linux" or os.environ.get("QT_QPA_PLATFORM"):
        return
    if check_display(sys.platform, os.environ).verdict is not Verdict.OK:
        raise click.ClickException(NO_SCREEN)
    if not os.environ.get("WAYLAND_DISPLAY"):
        windows = check_window_libraries(load_library)
        if windows.verdict is not Verdict.OK:
            raise click.ClickException(f"{windows.found}; {windows.advice}")
    if not _screen_answers(os.environ):
        raise click.ClickException(NO_SCREEN)


def _screen_answers(environment: Mapping[str, str]) -> bool:
    """Whether one of the screens that are named is there: Qt takes whichever is."""
    from posture.desktop.full_screen import answers

    wayland, x11 = (environment.get(name) for name in ("WAYLAND_DISPLAY", "DISPLAY"))
    if wayland:
        with suppress(OSError), socket.socket(socket.AF_UNIX) as peer:
            peer.connect(os.path.join(environment.get("XDG_RUNTIME_DIR", ""), wayland))  # noqa: PTH118
            return True
    return bool(x11 and answers(x11))


@click.group()
def autostart() -> None:
    """Start posture when you log in, or do not; it does not unless you say so."""


@autostart.command()
def on() -> None:
    """Start posture when I log in."""
    _switch(on=True)


@autostart.command()
def off() -> None:
    """Start it no more."""
    _switch(on=False)


@autostart.command()
def status() -> None:
    """Say whether it starts when you log in."""
    from posture.autostart import find, is_on

    place = find()
    click.echo(f"{'on' if is_on(place) else 'off'} ({place.place})")


def _switch(*, on: bool) -> None:
    from posture.autostart import find

    place = find()
    if on:
        place.turn_on()
    else:
        place.turn_off()
    word = "starts when you log in" if on else "does not start when you log in"
    click.echo(f"posture {word} ({place.place})")
    if on and place.untried:
        click.echo(f"this is untried on {place.untried}: tell us how it goes")
