"""What all commands share: numbers as they are typed, and errors told in a sentence."""

from __future__ import annotations

import signal
import sys
import threading
from contextlib import contextmanager, suppress
from io import TextIOWrapper
from math import isfinite
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import click

from posture.ports import OutputError, PostureError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from posture.care.entries import Note
    from posture.history.notebook import Notebook

INTERRUPTED = 130
"""Exit code after Ctrl-C."""


class CannotWrite(click.ClickException):
    """A result could not be written."""

    exit_code = 5


@contextmanager
def on_ctrl_c(
    does: signal.Handlers | Callable[..., object], number: signal.Signals = signal.SIGINT
) -> Iterator[None]:
    """Let Ctrl-C do something else meanwhile; also a decorator of what is to be called so.

    `signal.SIG_DFL` ends the process at once: right while Qt and MediaPipe are being loaded, whose
    C++ loses Python's exception, or aborts. Where Ctrl-C is ignored, as by `nohup`, it stays so.

    Args:
        does: The handler.
        number: Of another signal.
    """
    before = signal.getsignal(number)
    own = before is not signal.SIG_IGN and threading.current_thread() is threading.main_thread()
    if own:
        signal.signal(number, does)
    try:
        yield
    finally:
        if own:
            signal.signal(number, before)


class Number(click.FloatRange):
    """A finite number in a range: click lets nan through, which is not outside of any."""

    name = "number"

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


def press_any_key(text: str) -> None:
    """Wait for a key, saying for what, where there is a terminal; Ctrl-C ends the command.

    `click.pause` takes Ctrl-C for any key.
    """
    if all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout)):
        click.echo(text)
        click.getchar()


def wrapped(text: str, indent: str = "") -> str:
    """A paragraph in lines as wide as the terminal, all but the first indented."""
    from shutil import get_terminal_size

    width = min(get_terminal_size().columns, 80)
    return click.wrap_text(text, width, subsequent_indent=indent)


def say_flags() -> None:
    """When to ask a professional: the same list for everybody."""
    from posture.care import flags

    click.echo(wrapped(f"{flags.HEADING} (the same list for everybody)"))
    for level in flags.LEVELS:
        click.secho(f"  {level.title}", bold=True)
        click.echo(wrapped(f"    {level.advice} {'; '.join(level.texts)}.", "    "))


def note_down(notebook: Notebook, note: Note) -> None:
    """Into the history; where that cannot be, the user is told and that is all."""
    try:
        notebook.add(note)
    except PostureError as error:
        click.echo(f"this was not noted: {error}", err=True)


class Commands(click.Group):
    """Commands whose errors, and whose end by Ctrl-C, are told without a traceback."""

    sections: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """Headings of the help, and the names of commands below each; all others come last."""

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands, each with the whole first sentence of its help."""
        named = {name for _, names in self.sections for name in names}
        others = tuple(name for name in self.list_commands(ctx) if name not in named)
        for title, names in (*self.sections, ("Commands", others)):
            found = [(name, self.commands[name].get_short_help_str(200)) for name in names]
            if found:
                with formatter.section(title):
                    formatter.write_dl(found)

    def main(self, *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401 - click's own
        """Run the command line, and make sure that all it says is written.

        A letter that standard output does not have becomes a question mark. Where nothing can be
        written that is told, by exit code 5; where its reader has left nothing is.
        """
        if isinstance(sys.stdout, TextIOWrapper):
            sys.stdout.reconfigure(errors="replace")
        try:
            try:
                return super().main(*args, **kwargs)
            finally:
                if sys.stdout is not None:
                    sys.stdout.flush()  # Python itself would tell of it by a traceback
        except OSError as error:
            if error.filename is not None or sys.stdout is None:  # of something else
                raise
            _end_unwritten(error)

    def invoke(self, ctx: click.Context) -> object:
        """Run the command; what it raises becomes a sentence and an exit code."""
        try:
            with on_ctrl_c(signal.default_int_handler):
                return super().invoke(ctx)
        except OutputError as error:
            raise CannotWrite(str(error)) from error
        except PostureError as error:
            raise click.ClickException(str(error)) from error
        except KeyboardInterrupt:
            _interrupt()
        except click.Abort as abort:
            if not isinstance(abort.__context__, KeyboardInterrupt):  # Ctrl-C at a question
                raise
            _interrupt()


def _end_unwritten(error: OSError) -> NoReturn:
    """Say that standard output cannot be written, unless its reader has left."""
    from posture.event_log import STANDARD_OUTPUT, all_written, told_as_output

    try:
        with all_written(), told_as_output(STANDARD_OUTPUT):
            raise error
    except OutputError as unwritten:
        told = CannotWrite(str(unwritten))
    if isinstance(error, BrokenPipeError):
        raise SystemExit(1) from None
    with suppress(OSError):  # it may be what cannot be written
        told.show()
    raise SystemExit(told.exit_code) from None


def _interrupt() -> NoReturn:
    click.echo("\ninterrupted", err=True)
    raise SystemExit(INTERRUPTED) from None
