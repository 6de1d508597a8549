"""The command line. Only click is imported here: `posture --help` must answer at once."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from posture import __version__, cli_control, cli_gui
from posture.cli_run import run
from posture.cli_settings import doctor, own_settings, settings
from posture.cli_shared import Commands, Number

if TYPE_CHECKING:
    from posture.app import BaselineChoice, Stretch
    from posture.settings import Settings

EXIT_CODES = """\b
Exit codes: 0 done, 1 failed, 2 wrong usage, 3 a recording cannot be read, 4 no person found,
5 a result cannot be written, 6 the baseline was refused, 130 interrupted.
With several recordings it is that of the first one that went wrong."""


@click.group(
    cls=Commands,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(__version__, "-V", "--version", message="posture %(version)s")
@click.option(
    "--source",
    metavar="FILE|CAMERA",
    help="A recording, or a camera's number, name or id.  [default: your setting camera.device]",
)
@click.option(
    "--realtime", is_flag=True, help="Play a recording at its own rate, as is always done."
)
@click.option("--loop", is_flag=True, help="Begin a recording again at its end.")
@click.option("--window", is_flag=True, help="Show the window at once.")
@click.pass_context
def main(
    ctx: click.Context, *, source: str | None, realtime: bool, loop: bool, window: bool
) -> None:
    """Watches how you sit, and tells you when you slouch for long.

    Without a command: an icon in the panel of your desktop, and a window behind it; the options
    are for that.

    Angles are estimates from a camera, compared with your own upright posture, for general
    wellness. Not a medical device: it does not diagnose, treat or prevent any condition.
    Nothing leaves this computer.
    """
    if ctx.invoked_subcommand is None:
        cli_gui.start(source=source, loop=loop, window=window)
    elif source is not None or realtime or loop or window:
        text = f"put options behind the command: posture {ctx.invoked_subcommand} ..."
        raise click.UsageError(text)


main.add_command(settings)
main.add_command(doctor)
main.add_command(run)
main.add_command(cli_gui.autostart)
for _command in cli_control.ALL:
    main.add_command(_command)


def _stretch(ctx: click.Context, param: click.Parameter, value: str) -> tuple[float, float] | None:
    """Seconds of `START-END`, or None when it is something else."""
    start, dash, end = value.partition("-")
    try:
        start_s, end_s = (float(start), float(end)) if dash else (0.0, 0.0)
    except ValueError:
        return None
    if dash and not 0 <= start_s < end_s:
        raise click.BadParameter(f"the stretch {value} must end after it begins", ctx, param)
    return (start_s, end_s) if dash else None


def _baseline(
    ctx: click.Context, param: click.Parameter, values: tuple[str, ...]
) -> BaselineChoice:
    """Turn `auto`, a path, or one or more `START-END` and `NAME=START-END` into a choice."""
    if values in ((), ("auto",)):
        return None
    from posture.app import Stretch
    from posture.profile import UPRIGHT

    stretches: list[Stretch] = []
    for value in values:
        given, equals, seconds = value.rpartition("=")
        found = _stretch(ctx, param, seconds)
        if found is None or (equals and not given.strip()):
            known = value == "auto" or Path(value).exists()
            if known and len(values) == 1:
                return value
            message = (
                f"{value} cannot be given with others: 'auto' and a file stand alone"
                if known
                else f"{value} is neither 'auto', nor START-END in seconds such as 1-8 (or "
                "NAME=1-8), nor a file"
            )
            raise click.BadParameter(message, ctx, param)
        name = given.strip() or (f"posture {len(stretches) + 1}" if stretches else UPRIGHT)
        if name in [stretch.name for stretch in stretches]:
            raise click.BadParameter(f"two postures are called {name!r}", ctx, param)
        stretches.append(Stretch(*found, name))
    return tuple(stretches)


def _slump(ctx: click.Context, param: click.Parameter, value: str | None) -> Stretch | None:
    from posture.app import Stretch

    if value is None:
        return None
    found = _stretch(ctx, param, value)
    if found is None:
        raise click.BadParameter(f"{value} is no START-END in seconds such as 40-50", ctx, param)
    return Stretch(*found, "slump")


def _settings(given: dict[str, float]) -> Settings:
    """The user's settings, with what was given for this run about when a change is a slouch."""
    from dataclasses import replace

    own = own_settings()
    try:
        return replace(own, detector=replace(own.detector, **given))
    except ValueError as error:
        raise click.UsageError(str(error)) from error


@main.command(epilog=EXIT_CODES)
@click.argument("clips", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    default=Path("posture-out"),
    show_default=True,
    help="Folder for the results; made when missing.",
)
@click.option(
    "--baseline",
    metavar="auto|[NAME=]START-END|FILE",
    callback=_baseline,
    multiple=True,
    help="Your upright posture: a stretch of the recording in seconds, a stored baseline, or the "
    "first steady stretch. Further stretches are further postures that you accept.  "
    "[default: auto]",
)
@click.option(
    "--slump",
    metavar="START-END",
    callback=_slump,
    help="Where you slump as when tired, from the first posture: kept with it, as the other end of "
    "your own scale.",
)
@click.option(
    "--save-baseline",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Also store the accepted postures here, for --baseline FILE.",
)
@click.option(
    "--persist",
    "persist_s",
    type=Number(min=0, min_open=True),
    help="Seconds a slouch must last before a warning.  [default: your setting, else 30]",
)
@click.option(
    "--enter-deg",
    type=Number(min=0, min_open=True),
    help="Change that begins a slouch.  [default: your setting, else 10]",
)
@click.option(
    "--leave-deg",
    type=Number(min=0),
    help="Change that ends it.  [default: your setting, else 6]",
)
@click.option(
    "--fps",
    type=Number(min=0, min_open=True),
    help="Pictures per second of a folder of pictures.  [default: 1]",
)
@click.option("--annotate", is_flag=True, help="Write the video with skeleton, angles and state.")
@click.option("--plot", is_flag=True, help="Draw both angles over time.")
@click.option(
    "--jobs",
    type=click.IntRange(min=1),
    default=1,
    show_default=True,
    help="Recordings to work on at the same time.",
)
@click.option("--json", "as_json", is_flag=True, help="Print the summary as JSON and nothing else.")
@click.option("--quiet", is_flag=True, help="Print nothing but errors.")
def replay(
    *,
    clips: tuple[Path, ...],
    out: Path,
    baseline: BaselineChoice,
    slump: Stretch | None,
    save_baseline: Path | None,
    persist_s: float | None,
    enter_deg: float | None,
    leave_deg: float | None,
    fps: float | None,
    annotate: bool,
    plot: bool,
    jobs: int,
    as_json: bool,
    quiet: bool,
) -> None:
    """Measure and judge recordings: videos, or folders of pictures.

    For each recording NAME.* three files appear in the output folder: NAME.ticks.csv with a row
    per frame, NAME.events.json with changes of state and warnings, NAME.summary.json.
    """
    from posture.replay import ReplayOptions
    from posture.terminal import run

    if save_baseline is not None and len(clips) > 1:
        raise click.UsageError("--save-baseline takes one recording: each has its own baseline")
    given = {"persist_s": persist_s, "enter_deg": enter_deg, "leave_deg": leave_deg}
    options = ReplayOptions(
        out=out,
        settings=_settings({key: value for key, value in given.items() if value is not None}),
        baseline=baseline,
        slump=slump,
        save_baseline=save_baseline,
        fps=fps,
        annotate=annotate,
        plot=plot,
    )
    raise SystemExit(run(clips, options, jobs=jobs, as_json=as_json, quiet=quiet))
