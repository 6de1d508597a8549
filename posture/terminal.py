"""What `posture replay` shows while it works and when it is done."""

from __future__ import annotations

import json
import multiprocessing
import signal
from collections import Counter
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from contextlib import contextmanager
from queue import Empty
from typing import TYPE_CHECKING, Any

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.markup import escape
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    ProgressColumn,
    Task,
    TextColumn,
    TimeRemainingColumn,
)
from rich.table import Table
from rich.text import Text

from posture.clock_time import minutes_text
from posture.native_noise import held_back
from posture.quality import quality_word
from posture.replay import ClipResult, ExitCode, ReplayOptions, replay_clip
from posture.worker_process import end_with_parent

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from posture.ports import FrameSource

NOTICE = (
    "Angles are estimates from a camera, compared with your own upright posture. "
    "Not a medical device."
)


def run(
    clips: Sequence[Path], options: ReplayOptions, *, jobs: int, as_json: bool, quiet: bool
) -> ExitCode:
    """Replay recordings, show what came out, and return the exit code."""
    errors = Console(stderr=True, highlight=False, soft_wrap=True)
    named = list(zip(clips, unique_stems(clips), strict=True))
    with held_back(), _terminated_like_interrupted(), _progress(errors, quiet=quiet) as progress:
        if jobs == 1 or len(named) == 1:
            results = _one_by_one(named, options, progress)
        else:
            results = _side_by_side(named, options, progress, jobs)
    if as_json:
        summaries = [result.summary for result in results]
        print(json.dumps(summaries[0] if len(named) == 1 else summaries, indent=2))
    elif not quiet:
        _show(Console(highlight=False, soft_wrap=True), results, options)
    for result in results:
        if result.message:
            errors.print("[red]error:[/red]", Text(result.message))
    return overall([result.code for result in results])


def unique_stems(clips: Sequence[Path]) -> list[str]:
    """Names for the results of each recording: its own, numbered where two are the same."""
    taken: Counter[str] = Counter()
    stems = []
    for clip in clips:
        stem = clip.resolve().stem or "recording"
        taken[stem] += 1
        stems.append(stem if taken[stem] == 1 else f"{stem}-{taken[stem]}")
    return stems


def overall(codes: Sequence[ExitCode]) -> ExitCode:
    """Interrupted when any was, otherwise the first that is not OK."""
    if ExitCode.INTERRUPTED in codes:
        return ExitCode.INTERRUPTED
    return next((code for code in codes if code is not ExitCode.OK), ExitCode.OK)


@contextmanager
def _terminated_like_interrupted() -> Iterator[None]:
    """Let `kill` end the work as Ctrl-C does: what was done is kept."""
    before = signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


class _Rate(ProgressColumn):
    """Frames per second of work."""

    def render(self, task: Task) -> Text:
        """Show the rate of one recording."""
        speed = task.finished_speed or task.speed
        return Text(f"{speed:.0f} frames/s" if speed else "")


def _progress(console: Console, *, quiet: bool) -> Progress:
    return Progress(
        TextColumn("{task.description}", markup=False),  # a name
        BarColumn(),
        MofNCompleteColumn(),
        _Rate(),
        TimeRemainingColumn(),
        console=console,
        disable=quiet or not console.is_terminal,
        transient=True,
    )


def _one_by_one(
    named: Sequence[tuple[Path, str]], options: ReplayOptions, progress: Progress
) -> list[ClipResult]:
    results = []
    for clip, stem in named:
        task = progress.add_task(clip.name, total=None)

        def on_frame(source: FrameSource, task: Any = task) -> None:  # noqa: ANN401
            progress.update(task, advance=1, total=source.frame_count)

        results.append(replay_clip(clip, stem, options, on_frame))
        progress.stop_task(task)
        if results[-1].code is ExitCode.INTERRUPTED:
            break
    return results


def _side_by_side(
    named: Sequence[tuple[Path, str]], options: ReplayOptions, progress: Progress, jobs: int
) -> list[ClipResult]:
    # MediaPipe starts threads, and a forked process has none of them: start afresh.
    context = multiprocessing.get_context("spawn")
    news: multiprocessing.Queue[tuple[int, int | None]] = context.Queue()
    tasks: dict[int, Any] = {}
    with ProcessPoolExecutor(jobs, context, initializer=_receive, initargs=(news,)) as pool:
        futures = [
            pool.submit(_in_worker, number, clip, stem, options)
            for number, (clip, stem) in enumerate(named)
        ]
        try:
            _follow(futures, news, progress, tasks, named)
        except KeyboardInterrupt:
            pool.shutdown(wait=True, cancel_futures=True)
    return [future.result() for future in futures if future.done() and not future.cancelled()]


def _follow(
    futures: Sequence[Future[ClipResult]],
    news: multiprocessing.Queue[tuple[int, int | None]],
    progress: Progress,
    tasks: dict[int, Any],
    named: Sequence[tuple[Path, str]],
) -> None:
    while not all(future.done() for future in futures):
        wait(futures, timeout=0.1, return_when=FIRST_COMPLETED)
        while True:
            try:
                number, total = news.get_nowait()
            except Empty:
                break
            if number not in tasks:
                tasks[number] = progress.add_task(named[number][0].name, total=total)
            progress.update(tasks[number], advance=FRAMES_PER_NEWS, total=total)


FRAMES_PER_NEWS = 10
"""Frames between two messages from a worker: the queue must not cost more than the work."""

_news: multiprocessing.Queue[tuple[int, int | None]] | None = None
_interrupted = False


def _receive(news: multiprocessing.Queue[tuple[int, int | None]]) -> None:
    """Prepare a worker process: keep its line to the parent."""
    global _news  # noqa: PLW0603  # a worker process has no other place for what it is given
    _news = news
    end_with_parent()
    signal.signal(signal.SIGTERM, signal.default_int_handler)


def _in_worker(number: int, clip: Path, stem: str, options: ReplayOptions) -> ClipResult:
    global _interrupted  # noqa: PLW0603  # as above
    if _interrupted:  # the pool hands out one recording more than it has workers
        return ClipResult(clip, ExitCode.INTERRUPTED, f"{clip}: interrupted before the first frame")
    with held_back():
        result = replay_clip(clip, stem, options, _reporter(number))
    _interrupted = result.code is ExitCode.INTERRUPTED
    return result


def _reporter(number: int) -> Callable[[FrameSource], None]:
    seen = 0

    def on_frame(source: FrameSource) -> None:
        nonlocal seen
        seen += 1
        if _news is not None and seen % FRAMES_PER_NEWS == 0:
            _news.put((number, source.frame_count))

    return on_frame


def _show(console: Console, results: Sequence[ClipResult], options: ReplayOptions) -> None:
    done = [result for result in results if result.summary is not None]
    if not done:
        return
    table = Table(
        "recording",
        "length",
        "upright",
        "slouched",
        "unmeasured",
        "away",
        "warnings",
        box=SIMPLE_HEAD,
    )
    table.columns[0].overflow = "fold"
    for column in table.columns[1:]:
        column.justify = "right"
    for result in done:
        summary = result.summary or {}
        seconds = summary["seconds"]
        shares = (seconds["upright"], seconds["slouched"], seconds["unknown"], seconds["away"])
        table.add_row(
            Text(result.clip.name),
            minutes_text(summary["duration_s"]),
            *(minutes_text(value) for value in shares),
            str(summary["alerts"]),
        )
    console.print(table)
    for result in done:
        _show_details(console, result, many=len(done) > 1)
    console.print(Text(f"Results are in {options.out}.  {NOTICE}"), style="dim")


def _show_details(console: Console, result: ClipResult, *, many: bool) -> None:
    summary = result.summary or {}
    prefix = escape(f"{result.clip.name}: ") if many else ""
    upright = summary["baseline"]
    if upright:
        stretch = f"{upright['start_s']:.1f}-{upright['end_s']:.1f} s"
        console.print(f"{prefix}baseline {stretch}, seen from: {upright['view'].replace('_', ' ')}")
    for posture in summary["accepted"]:
        word = quality_word(posture["quality"])
        advice = "" if word == "good" else f"; {posture['advice']}" if posture["advice"] else ""
        own = ", with your own slump" if posture["slump"] else ""
        console.print(f"{prefix}{escape(posture['name'])}: quality {word}{advice}{own}")
    for event in result.events:
        if event["kind"] == "alert":
            at = minutes_text(event["timestamp_s"])
            console.print(f"{prefix}warned at {at}: {event['reason']}")
    for warning in result.warnings:
        console.print(f"{prefix}note: {escape(warning)}")
