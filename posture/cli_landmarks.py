"""`posture anonymise` and `posture bug-report`. Nothing heavy is imported here."""

from __future__ import annotations

from pathlib import Path

import click

from posture.cli_shared import LandmarkPath

EXIT_CODES = "Exit codes: 0 done, 1 failed, 2 wrong usage, 5 the file cannot be written."


@click.command(epilog=EXIT_CODES)
@click.argument("source", type=LandmarkPath())
@click.argument("target", type=LandmarkPath())
@click.option(
    "--with-scene",
    is_flag=True,
    help="Keep where the edges of the background run: needed where the camera was moved.",
)
def anonymise(*, source: Path, target: Path, with_scene: bool) -> None:
    """Write landmarks to a new file, without what does not decide how they are judged.

    Time of day, camera, names, background, fingers and corners of the eyes are taken out. Body
    proportions and movements remain, and may tell who it is.
    """
    from posture import landmark_anonymous

    result = landmark_anonymous.anonymise(source, target, with_scene=with_scene)
    for warning in result.warnings:
        click.echo(f"note: {warning}", err=True)
    click.echo(f"left out: {', '.join(result.left_out)}")
    click.echo(f"still in it: {landmark_anonymous.KEPT}")
    if result.other:
        click.echo(
            f"without these {result.other} of {result.ticks} ticks are others, from second "
            f"{result.first_s:.1f} on" + ("" if with_scene else "; --with-scene may keep them")
        )
    else:
        click.echo(f"all {result.ticks} ticks are the same")


@click.command("bug-report", epilog=EXIT_CODES)
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@click.option(
    "--attach",
    type=LandmarkPath(),
    help="Put an anonymised copy of these landmarks in.",
)
def bug_report(*, file: Path, attach: Path | None) -> None:
    """Write versions, `posture doctor`, changed settings and logs to FILE, a new zip file.

    Names of you, your computer and your home folder are taken out. Nothing is sent: look at the
    file, and send it yourself if you like.
    """
    from posture.doctor import examine
    from posture.landmark_report import write

    if file.suffix.lower() != ".zip":
        raise click.UsageError(f"{file} must end in .zip")
    for line in write(file, attach, examine=examine):
        click.echo(line)
    click.echo(f"Nothing was sent. Look into {file} before you do.")
