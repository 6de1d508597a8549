"""`posture baselines`: what is kept, and away with it. Nothing heavy is imported here."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from posture.cli_shared import say_restart

if TYPE_CHECKING:
    from posture.profile_store import Stored


def _stored() -> list[Stored]:
    """All that is kept; what cannot be read is said on standard error."""
    from posture import folders
    from posture.profile_store import stored_in

    found, problems = stored_in(folders.find().data / "baselines")
    for problem in problems:
        click.echo(problem, err=True)
    return found


@click.group()
def baselines() -> None:
    """Show and remove your baselines: one for each place, such as desk or standing."""


@baselines.command("list")
def list_() -> None:
    """Show the baselines of each camera."""
    camera = ""
    for entry in _stored():
        if entry.camera != camera:
            camera = entry.camera
            click.echo(f"{camera}:")
        profile = entry.profile
        view = profile.upright.view.value.replace("_", " ")
        postures = ", ".join(posture.name for posture in profile.accepted)
        click.echo(f"  {profile.name} ({view}): {postures}")
    if not camera:
        click.echo("there are none yet; posture takes one when it first watches")


@baselines.command()
@click.argument("name")
@click.option("--camera", help="Of this camera, as the list names it, where several have one.")
def remove(*, name: str, camera: str | None) -> None:
    """Remove the baseline NAME. A posture that runs uses it until it is started again."""
    from posture import profile_store

    known = [entry for entry in _stored() if camera in (None, entry.camera)]
    meant = [entry for entry in known if entry.profile.name == name]
    if not meant:
        names = ", ".join(sorted({entry.profile.name for entry in known}))
        raise click.ClickException(f"there is no baseline {name}; there are {names or 'none'}")
    if len({entry.camera for entry in meant}) > 1:
        cameras = " or ".join(entry.camera for entry in meant)
        raise click.ClickException(f"several cameras have {name}: add --camera {cameras}")
    for entry in meant:
        profile_store.remove(entry)
        click.echo(f"removed {entry.path}")
    say_restart()
