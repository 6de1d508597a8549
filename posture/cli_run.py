"""`posture run`. Nothing heavy is imported here, as in `posture.cli`."""

from __future__ import annotations

import signal
from contextlib import ExitStack, contextmanager, suppress
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, ParamSpec, cast

import click

from posture.cli_control import claimed
from posture.cli_settings import own_settings
from posture.cli_shared import LandmarkPath, Number, on_ctrl_c
from posture.commands import Quit, Request

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from types import FrameType

    from posture.estimators.loading import Loading
    from posture.live_app import Inbox, LiveOptions
    from posture.live_events import LiveEvent, LiveSink
    from posture.ports import PostureError

Given = ParamSpec("Given")

EXIT_CODES = """\b
Exit codes: 0 done, stopped, or running already, 1 failed, 2 wrong usage, 3 the recording cannot be
read, 4 no such camera, 5 the log or the landmarks cannot be written (it watches on, and says so
at its end), 6 the baseline cannot be used, 130 Ctrl-C twice, or before it watches."""

NOTICE = (
    "Angles are estimates from a camera, compared with your own upright posture. "
    "Not a medical device. No picture is kept; `posture history` says what is. Ctrl-C ends."
)


@click.command(epilog=EXIT_CODES)
@click.option(
    "--source",
    metavar="FILE|CAMERA",
    help="A recording, or a camera's number, name or id.  [default: your setting camera.device]",
)
@click.option(
    "--realtime", is_flag=True, help="Play a recording at its own rate, as is always done."
)
@click.option("--loop", is_flag=True, help="Begin a recording again at its end.")
@click.option(
    "--jsonl",
    metavar="FILE|-",
    help="Add what happens to this file, a JSON object a line; - is standard output.",
)
@click.option("--notify/--no-notify", default=True, help="Show alerts on the desktop, or do not.")
@click.option(
    "--sound/--no-sound",
    default=None,
    help="Also let them be heard, or do not.  [default: your setting style.sounds]",
)
@click.option(
    "--for",
    "for_s",
    metavar="SECONDS",
    type=Number(min=0, min_open=True, max=1e9),
    help="End after so long.",
)
@click.option(
    "--baseline",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Stored baseline to use instead of this camera's own.",
)
@click.option(
    "--record",
    type=LandmarkPath(),
    help="Write landmarks and ticks, no pictures, to this new file, for `posture replay`.",
)
@click.option(
    "--history",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Keep the history in this file; that of a recording is kept only so.",
)
@click.option("--quiet", is_flag=True, help="Print nothing but errors.")
@on_ctrl_c(signal.SIG_DFL)
def run(
    *,
    source: str | None,
    realtime: bool,
    loop: bool,
    jsonl: str | None,
    notify: bool,
    sound: bool | None,
    for_s: float | None,
    baseline: Path | None,
    record: Path | None,
    history: Path | None,
    quiet: bool,
) -> None:
    """Watch through the camera until Ctrl-C or `posture quit`.

    Beginning, it uses the baseline stored for this camera, or asks you to sit upright. The camera
    is closed while you pause, the screen is locked or you are in a call. No picture is stored.
    """
    del realtime  # a recording has no other rate here; scripts may say so all the same
    from posture.estimators.loading import Loading
    from posture.memory import use_one_arena
    from posture.native_noise import held_back

    use_one_arena()
    with held_back(), Loading() as loading:
        from posture.live_app import LiveOptions

        options = LiveOptions(
            settings=own_settings(),
            source=source,
            loop=loop,
            notify=notify,
            sound=sound,
            baseline=baseline,
            record=record,
            history=history,
        )
        with claimed() as server:
            inbox = cast("Inbox", server.requests)
            code = watch(options, inbox, loading, jsonl=jsonl, for_s=for_s, quiet=quiet)
    raise SystemExit(code)


def with_exit_code(work: Callable[Given, None]) -> Callable[Given, int]:
    """Let what watches return its exit code, and tell what a user can mend."""

    @wraps(work)
    def told(*args: Given.args, **kwargs: Given.kwargs) -> int:
        from rich.console import Console
        from rich.text import Text

        from posture.live_exit import exit_code
        from posture.ports import PostureError

        try:
            work(*args, **kwargs)
        except PostureError as error:
            with suppress(OSError):  # the terminal may be gone
                errors = Console(stderr=True, highlight=False, soft_wrap=True)
                errors.print("[red]error:[/red]", Text(str(error)))
            return exit_code(error)
        return 0

    return told


@with_exit_code
def watch(
    options: LiveOptions,
    inbox: Inbox,
    loading: Loading,
    *,
    jsonl: str | None,
    for_s: float | None,
    quiet: bool,
) -> None:
    """Run a live session in this terminal."""
    import time
    from datetime import datetime

    from rich.console import Console
    from rich.text import Text

    from posture.event_log import STANDARD_OUTPUT, all_written, open_log, told_as_output
    from posture.live_app import open_live
    from posture.live_serve import serve
    from posture.status_line import StatusLine

    class Lines(Console):
        def on_broken_pipe(self) -> None:
            raise  # noqa: PLE0704 - what is being handled: rich would end the program

    console = Lines(stderr=jsonl == "-", quiet=quiet, highlight=False)
    with ExitStack() as stack:
        stack.enter_context(ending_by_signal(inbox))
        stack.enter_context(all_written())
        line = stack.enter_context(StatusLine(console))
        sinks = [_Writing(line, inbox)]
        if jsonl is not None:
            log = stack.enter_context(open_log(jsonl))
            log.start(options.source or "camera", datetime.now().astimezone())
            sinks.append(_Writing(log, inbox))
        app = stack.enter_context(open_live(options, sinks, inbox=inbox, loading=loading))
        text = Text(f"Watching through {app.origin.name}. {NOTICE}", style="dim")
        with told_as_output(STANDARD_OUTPUT):
            console.print(text, soft_wrap=True)
            line.show(app.session.status)
            console.show_cursor()  # rich hides it, and who ends at once cannot bring it back
        serve(app, for_s=for_s, clock=time.monotonic)
        tape = None if app.tape is None else app.tape.error
        for error in filter(None, (tape, *(sink.error for sink in sinks))):
            raise error


class _Writing:
    """A sink that says in words what it cannot write, and ends the session when its reader leaves.

    Args:
        sink: Writes.
        inbox: Of the session.
    """

    def __init__(self, sink: LiveSink, inbox: Inbox) -> None:
        self.error: PostureError | None = None
        """Why something is missing in what was written."""
        self._sink = sink
        self._inbox = inbox

    def __call__(self, event: LiveEvent) -> None:
        """Write an event."""
        from posture.event_log import STANDARD_OUTPUT, told_as_output
        from posture.ports import OutputError

        try:
            with told_as_output(STANDARD_OUTPUT):
                self._sink(event)
        except OutputError as error:
            self.error = error
            # A disk may have space again; a reader does not come back.
            if isinstance(error.__cause__, BrokenPipeError):
                self._inbox.put(Request(Quit()))
            raise


@contextmanager
def ending_by_signal(inbox: Inbox) -> Iterator[None]:
    """Let Ctrl-C, `kill` and the terminal's end do what `posture quit` does; twice, end at once.

    A signal that is ignored stays so: `nohup` is to outlive the terminal.
    """
    numbers = [
        getattr(signal, name)
        for name in ("SIGINT", "SIGTERM", "SIGHUP")
        if hasattr(signal, name)  # Windows has no SIGHUP
    ]

    def end(number: int, _: FrameType | None) -> None:
        inbox.put(Request(Quit()))
        signal.signal(number, before[number])

    before = {
        number: signal.signal(number, end)
        for number in numbers
        if signal.getsignal(number) is not signal.SIG_IGN
    }
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
