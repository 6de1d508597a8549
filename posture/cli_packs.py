"""`posture heat` and `posture cold`: cautions, then a timer. Nothing heavy is imported here."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

import click

from posture.cli_shared import Number, note_down, press_any_key, wrapped
from posture.ports import Announcement, DesktopError

if TYPE_CHECKING:
    from collections.abc import Callable

    from posture.care.packs import Course

HEAT, COLD = Number(min=10, max=20), Number(min=10, max=15)
"""Minutes, as `posture.care.packs` has them."""

YES = click.option("--yes", is_flag=True, help="You have read the cautions, and none applies.")


@click.command()
@click.argument("minutes", type=HEAT, default=20, metavar="[MINUTES]")
@click.option("--then-cold", is_flag=True, help="A cold pack after it, for 10 minutes.")
@YES
def heat(*, minutes: float, then_cold: bool, yes: bool) -> None:
    """Time gentle heat: MINUTES, 10 to 20, by default 20. The cautions come first."""
    from posture.care.packs import course

    _begin(course(heat_min=minutes, cold_min=10 if then_cold else None), confirmed=yes)


@click.command()
@click.argument("minutes", type=COLD, default=10, metavar="[MINUTES]")
@YES
def cold(*, minutes: float, yes: bool) -> None:
    """Time a cold pack: MINUTES, 10 to 15, by default 10. The cautions come first."""
    from posture.care.packs import course

    _begin(course(cold_min=minutes), confirmed=yes)


def _begin(wanted: Course, *, confirmed: bool) -> None:
    """Show the cautions, and play the course when none of them applies."""
    import time

    from posture.outside import Outside
    from posture.sources.pace import SessionClock

    _show_cautions()
    if not confirmed and not _ready():
        return
    outside = Outside()
    _play(wanted, SessionClock(outside.clock, outside.wall_clock).read, time.sleep)


def _show_cautions() -> None:
    from posture.care import packs

    click.echo(f"{wrapped(packs.INTRODUCTION)}\n\n{wrapped(packs.SKIP)}")
    for text in packs.CAUTIONS:
        click.echo(wrapped(f"  - {text}", "    "))
    click.echo()
    for text in (*packs.ALWAYS, "Where this comes from: posture learn heat-and-cold"):
        click.echo(wrapped(text))
    click.echo()


def _ready() -> bool:
    """Whether the user says that no caution applies."""
    from posture.care import packs

    try:
        if click.confirm(packs.CONFIRM):
            return True
    except click.Abort as abort:
        if isinstance(abort.__context__, KeyboardInterrupt):
            raise
        click.echo()
    click.echo("nothing was started; --yes says beforehand that you have read this")
    return False


def _play(now: Course, read: Callable[[], float], wait: Callable[[float], object]) -> None:
    """Count down each step, say when its time is over, and note it."""
    from posture.care.packs import Stage

    now = now.resumed(read())
    while True:
        _count_down(now, read, wait)
        if now.stage(read()) is not Stage.CHANGING:
            return
        press_any_key("Put the cold pack on, with a cloth, then press any key.")
        now = now.changed(read())


def _count_down(now: Course, read: Callable[[], float], wait: Callable[[float], object]) -> None:
    """One step; noted also where it is interrupted."""
    from rich.console import Console

    from posture.care.entries import PackNote
    from posture.care.packs import PACKS, over_text
    from posture.history.notebook import own
    from posture.one_line import count_down

    title, lasting_s = PACKS[now.step.kind].title, now.step.length_s
    notebook = own()
    utc_s, offset_s = notebook.moment()
    click.echo(f"{title}: {lasting_s / 60.0:g} min. Ctrl-C stops it: take it off then.")
    try:
        count_down(title, lambda: now.left(read()), wait, Console())
        _tell(over_text(now.step, now.over_by(read())))
    finally:
        length_s = now.noted_s(read())
        if length_s:
            note_down(notebook, PackNote(utc_s, offset_s, now.step.kind, length_s))


def _tell(text: str) -> None:
    """Say that the time is over, where the user may be looking elsewhere; on the desktop too."""
    from posture.care.packs import TITLE, TOPIC

    click.echo(f"\a{text}")
    _show_on_desktop(Announcement(TOPIC, TITLE, text))


def _show_on_desktop(told: Announcement) -> None:
    """By a notification, where there is a desktop."""
    from queue import SimpleQueue

    from posture.desktop.session_bus import Bus
    from posture.notifiers.desktop import DesktopNotifier

    with suppress(DesktopError), Bus() as bus:
        # Not closed: that would take back what is shown, and this process ends at once.
        DesktopNotifier(bus, SimpleQueue()).announce(told)
