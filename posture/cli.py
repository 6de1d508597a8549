"""The command line. Only click is imported here: `posture --help` must answer at once."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from posture import __version__

if TYPE_CHECKING:
    from posture.app import BaselineChoice

EXIT_CODES = """\b
Exit codes: 0 done, 1 failed, 2 wrong usage, 3 a recording cannot be read, 4 no person found,
5 a result cannot be written, 6 the baseline was refused, 130 interrupted.
With several recordings it is that of the first one that went wrong."""


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, "-V", "--version", message="posture %(version)s")
def main() -> None:
    """Watches how you sit, and tells you when you slouch for long.

    Angles are estimates from a camera, compared with your own upright posture, for general
    wellness. Not a medical device: it does not diagnose, treat or prevent any condition.
    Nothing leaves this computer.
    """


def _baseline(ctx: click.Context, param: click.Parameter, value: str) -> BaselineChoice:
    """Turn `auto`, `START-END` or a path into a choice."""
    from posture.app import Stretch

    if value == "auto":
        return None
    start, dash, end = value.partition("-")
    try:
        stretch = Stretch(float(start), float(end)) if dash else None
    except ValueError:
        stretch = None
    if stretch is not None:
        if not 0 <= stretch.start_s < stretch.end_s:
            raise click.BadParameter(f"the stretch {value} must end after it begins", ctx, param)
        return stretch
    if not Path(value).exists():
        raise click.BadParameter(
            f"{value} is neither 'auto', nor START-END in seconds such as 1-8, nor a file",
            ctx,
            param,
        )
    return value


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
    metavar="auto|START-END|FILE",
    callback=_baseline,
    default="auto",
    show_default=True,
    help="Your upright posture: a stretch of the recording in seconds, a stored baseline, or the "
    "first steady stretch.",
)
@click.option(
    "--persist",
    "persist_s",
    type=click.FloatRange(min=0, min_open=True),
    help="Seconds a slouch must last before a warning.  [default: 30]",
)
@click.option("--enter-deg", type=float, help="Change that begins a slouch.  [default: 10]")
@click.option("--leave-deg", type=float, help="Change that ends it.  [default: 6]")
@click.option(
    "--fps",
    type=click.FloatRange(min=0, min_open=True),
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
    from dataclasses import replace

    from posture.replay import ReplayOptions
    from posture.settings import Settings
    from posture.terminal import run

    settings = Settings()
    given = {"persist_s": persist_s, "enter_deg": enter_deg, "leave_deg": leave_deg}
    try:
        detector = replace(
            settings.detector, **{key: value for key, value in given.items() if value is not None}
        )
    except ValueError as error:
        raise click.UsageError(str(error)) from error
    options = ReplayOptions(
        out=out,
        settings=replace(settings, detector=detector),
        baseline=baseline,
        fps=fps,
        annotate=annotate,
        plot=plot,
    )
    raise SystemExit(run(clips, options, jobs=jobs, as_json=as_json, quiet=quiet))
