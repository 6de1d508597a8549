"""What all commands share: numbers as they are typed, and errors told in a sentence."""

from __future__ import annotations

from math import isfinite
from pathlib import Path
from typing import Any

import click

from posture.ports import PostureError

INTERRUPTED = 130
"""Exit code after Ctrl-C."""


class Number(click.FloatRange):
    """A finite number in a range: click lets nan through, which is not outside of any."""

    def convert(
        self,
        value: Any,  # noqa: ANN401 - click's own
        param: click.Parameter | None,
        ctx: click.Context | None,
    ) -> float:
        """The number; a usage error where it is none, or not finite or not in the range."""
        number: float = super().convert(value, param, ctx)
        if not isfinite(number):
            self.fail(f"{number} is not a finite number.", param, ctx)
        return number


class LandmarkPath(click.Path):
    """A path that says by its ending that it is a landmark recording."""

    def __init__(self) -> None:
        super().__init__(path_type=Path, dir_okay=False)

    def convert(
        self,
        value: Any,  # noqa: ANN401 - click's own
        param: click.Parameter | None,
        ctx: click.Context | None,
    ) -> Path:
        """The path; a usage error where it ends otherwise."""
        path = Path(str(super().convert(value, param, ctx)))
        if path.suffix.lower() != ".posture":
            self.fail(f"{path} must end in .posture", param, ctx)
        return path


def say_restart() -> None:
    """Say what is to be done where posture runs: it read settings and baselines at its start."""
    from posture.commands import Status
    from posture.control import send
    from posture.control_socket import ControlError

    try:
        send(Status(), timeout_s=1.0)
    except ControlError:  # none runs
        return
    click.echo("The posture that runs goes on as before: `posture quit`, and start it again.")


class Commands(click.Group):
    """Commands whose errors, and whose end by Ctrl-C, are told without a traceback."""

    def invoke(self, ctx: click.Context) -> object:
        """Run the command; what it raises becomes a sentence and an exit code."""
        try:
            return super().invoke(ctx)
        except PostureError as error:
            raise click.ClickException(str(error)) from error
        except KeyboardInterrupt:
            click.echo("\ninterrupted", err=True)
            raise SystemExit(INTERRUPTED) from None
