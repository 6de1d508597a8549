"""`posture view`. Nothing heavy is imported here, as in `posture.cli`."""

from __future__ import annotations

import signal
from pathlib import Path
from typing import TYPE_CHECKING

import click

from posture.cli_gui import leave_at_once, need_screen
from posture.cli_recording import judged_by, judging_options, refuse_options
from posture.cli_shared import on_ctrl_c
from posture.ports import BaselineError, SourceError

if TYPE_CHECKING:
    from posture.app import BaselineChoice, Stretch
    from posture.gui.clip_show import ClipOptions
    from posture.live_app import Inbox

EXIT_CODES = """\b
Exit codes: 0 the window was closed, 1 failed, 2 wrong usage, 3 the recording cannot be read,
6 the stored baseline cannot be read."""


@click.command(epilog=EXIT_CODES)
@click.argument("clip", type=click.Path(path_type=Path))
@judging_options
@on_ctrl_c(signal.SIG_DFL)
def view(
    *,
    clip: Path,
    baseline: BaselineChoice,
    slump: Stretch | None,
    persist_s: float | None,
    enter_deg: float | None,
    leave_deg: float | None,
    fps: float | None,
) -> None:
    """Play a recording in a window, with what posture makes of it.

    The skeleton, both angles over the whole recording, the state in words, and where there would
    have been a warning. It can be played while it is still being analysed. Nothing is written.

    Of recorded landmarks (FILE.posture) there is no picture: the skeleton is seen on a plain
    ground. They bring their own baselines and settings.

    Keys: the space bar plays and pauses, the left and right arrow go a frame back and on, P and N
    to the previous and the next warning.
    """
    given = (baseline, slump, persist_s, enter_deg, leave_deg, fps)
    refuse_options(clip, given)
    need_screen()
    from posture.gui.clip_show import ClipOptions

    options = ClipOptions(
        clip=clip,
        settings=judged_by(persist_s=persist_s, enter_deg=enter_deg, leave_deg=leave_deg),
        baseline=baseline,
        slump=slump,
        fps=fps,
    )
    _check(options)
    if not show(options):
        leave_at_once()


def _check(options: ClipOptions) -> None:
    """End as `posture replay` does where there is nothing to show."""
    from posture import profile
    from posture.landmark_file import LandmarkFile, is_landmarks
    from posture.replay import ExitCode
    from posture.sources import open_source

    try:
        if is_landmarks(options.clip):
            LandmarkFile(options.clip).close()
        else:
            open_source(options.clip, fps=options.fps).close()
        if isinstance(options.baseline, str):
            profile.read(Path(options.baseline))
    except SourceError as error:
        click.echo(f"error: {error}", err=True)
        raise SystemExit(ExitCode.UNREADABLE) from error
    except BaselineError as error:
        click.echo(f"error: {error}", err=True)
        raise SystemExit(ExitCode.BAD_BASELINE) from error


def show(options: ClipOptions) -> bool:
    """Show the window until it is closed; whether all has ended in time."""
    from queue import SimpleQueue
    from typing import cast

    from posture.cli_run import ending_by_signal
    from posture.gui.application import make_application
    from posture.gui.clip_show import run
    from posture.native_noise import held_back

    with held_back():
        application = make_application()
        asked: SimpleQueue[object] = SimpleQueue()
        with ending_by_signal(cast("Inbox", asked)):
            ended = run(options, asked)
        del application
    return ended
