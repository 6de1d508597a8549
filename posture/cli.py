"""The command line. Only click is imported here: `posture --help` must answer at once."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from posture import __version__, cli_control, cli_gui
from posture.cli_baselines import baselines
from posture.cli_batch import batch
from posture.cli_break import break_
from posture.cli_exercise import exercise
from posture.cli_history import history
from posture.cli_landmarks import anonymise, bug_report
from posture.cli_learn import learn
from posture.cli_packs import cold, heat
from posture.cli_pain import pain
from posture.cli_proposals import proposals
from posture.cli_recording import judged_by, judging_options, refuse_options
from posture.cli_report import export, report
from posture.cli_run import run
from posture.cli_settings import doctor, settings
from posture.cli_shared import Commands, LandmarkPath
from posture.cli_view import view

if TYPE_CHECKING:
    from posture.app import BaselineChoice, Stretch

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


OTHERS = (
    *(settings, doctor, cli_gui.autostart, baselines),
    *(run, batch, view, history, report, export, proposals, anonymise, bug_report),
    *(break_, exercise, heat, cold, pain, learn),
    *cli_control.ALL,
)
for _command in OTHERS:
    main.add_command(_command)

main.sections = (
    (
        "All day",
        (
            *("run", "status", "pause", "resume", "snooze", "call", "quit"),
            *("calibrate", "baselines", "autostart"),
        ),
    ),
    ("What helps", ("break", "exercise", "heat", "cold", "pain", "learn")),
    ("Your days", ("report", "proposals", "history", "export")),
    ("Recordings", ("replay", "view", "batch", "keep", "anonymise")),
    ("The program", ("settings", "doctor", "bug-report")),
)


@main.command(epilog=EXIT_CODES)
@click.argument("clips", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    default=Path("posture-out"),
    show_default=True,
    help="Folder for the results; made when missing.",
)
@judging_options
@click.option(
    "--save-baseline",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Also store the accepted postures here, for --baseline FILE.",
)
@click.option(
    "--record",
    type=LandmarkPath(),
    help="Also write landmarks and ticks, no pictures, to this new file, for `posture replay`.",
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
    record: Path | None,
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
    """Measure and judge recordings: videos, folders of pictures, or recorded landmarks.

    For each recording NAME.* three files appear in the output folder: NAME.ticks.csv with a row
    per frame, NAME.events.json with changes of state and warnings, NAME.summary.json.
    """
    from posture.replay import ReplayOptions
    from posture.terminal import run

    if save_baseline is not None and len(clips) > 1:
        raise click.UsageError("--save-baseline takes one recording: each has its own baseline")
    given = (baseline, slump, persist_s, enter_deg, leave_deg, fps, record)
    for clip in clips:
        refuse_options(clip, given)
    if record is not None and len(clips) > 1:
        raise click.UsageError("--record takes one recording")
    options = ReplayOptions(
        out=out,
        settings=judged_by(persist_s=persist_s, enter_deg=enter_deg, leave_deg=leave_deg),
        baseline=baseline,
        slump=slump,
        save_baseline=save_baseline,
        record=record,
        fps=fps,
        annotate=annotate,
        plot=plot,
    )
    raise SystemExit(run(clips, options, jobs=jobs, as_json=as_json, quiet=quiet))
