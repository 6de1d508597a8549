"""`posture replay`: one recording to its files. Each result is complete or absent.

It is written under another name and renamed at the end, also after Ctrl-C: of two replays into the
same folder, whoever is last has its results there.
"""

from __future__ import annotations

import csv
import json
from contextlib import ExitStack, contextmanager
from dataclasses import asdict, dataclass, field, replace
from enum import IntEnum
from importlib import metadata
from typing import TYPE_CHECKING, Any

import posture
from posture import folders
from posture import profile as profiles
from posture.app import BaselineChoice, Recording, Stretch, open_recording
from posture.columns import ColumnBuilder, Thresholds
from posture.landmark_clip import ClipTape
from posture.landmark_file import is_landmarks
from posture.landmark_replay import LandmarkRecording, open_landmarks
from posture.ports import BaselineError, OutputError, PostureError, SourceError
from posture.records import ABSENT, REASON_TEXT, Reason
from posture.settings import Settings
from posture.tick_tables import COLUMNS, Tally, tick_row

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager
    from pathlib import Path

    from posture.ports import FrameSource, Sink
    from posture.records import Tick
    from posture.replay_annotator import Annotator

    AnyRecording = Recording | LandmarkRecording


class ExitCode(IntEnum):
    """What the command returns to the shell."""

    OK = 0
    FAILED = 1
    USAGE = 2
    UNREADABLE = 3
    NO_PERSON = 4
    NOT_WRITABLE = 5
    BAD_BASELINE = 6
    INTERRUPTED = 130


NOBODY = ABSENT | {Reason.TOO_DARK}
"""Reasons of a recording in which nobody was found at all."""


@dataclass(frozen=True, slots=True)
class ReplayOptions:
    """What to make of a recording."""

    out: Path
    settings: Settings = field(default_factory=Settings)
    baseline: BaselineChoice = None
    slump: Stretch | None = None
    save_baseline: Path | None = None
    fps: float | None = None
    annotate: bool = False
    plot: bool = False
    record: Path | None = None


@dataclass(frozen=True, slots=True)
class ClipResult:
    """How the replay of one recording ended."""

    clip: Path
    code: ExitCode
    message: str = ""
    """What went wrong, for the user; empty when nothing did."""
    warnings: tuple[str, ...] = ()
    summary: dict[str, Any] | None = None
    events: tuple[dict[str, Any], ...] = ()


def replay_clip(
    clip: Path,
    stem: str,
    options: ReplayOptions,
    on_frame: Callable[[FrameSource], None] = lambda _: None,
) -> ClipResult:
    """Replay one recording and write its files to `options.out`, named by `stem`.

    Every error that a user can cause comes back in the result; other recordings can go on.
    """
    try:
        if is_landmarks(clip):
            return _replay_landmarks(clip, stem, options)
        with open_recording(
            clip,
            options.settings,
            baseline=options.baseline,
            slump=options.slump,
            fps=options.fps,
            on_frame=on_frame,
        ) as recording:
            return _replay(clip, stem, options, recording)
    except SourceError as error:
        return ClipResult(clip, ExitCode.UNREADABLE, str(error))
    except OutputError as error:
        return ClipResult(clip, ExitCode.NOT_WRITABLE, str(error))
    except BaselineError as error:
        return ClipResult(clip, ExitCode.BAD_BASELINE, str(error))
    except PostureError as error:
        return ClipResult(clip, ExitCode.FAILED, f"{clip}: {error}")
    except KeyboardInterrupt:
        return ClipResult(clip, ExitCode.INTERRUPTED, f"{clip}: interrupted before the first frame")


def _replay_landmarks(clip: Path, stem: str, options: ReplayOptions) -> ClipResult:
    """A landmark recording brings its own settings and postures."""
    with open_landmarks(clip) as recording:
        own = recording.file.header.settings
        return _replay(clip, stem, replace(options, settings=own, baseline=str(clip)), recording)


def _replay(clip: Path, stem: str, options: ReplayOptions, recording: AnyRecording) -> ClipResult:
    tally, columns = Tally(), ColumnBuilder()
    message, code = "", ExitCode.OK
    with ExitStack() as stack:
        sinks: list[Sink] = [tally, columns]
        sinks += [stack.enter_context(file) for file in _files(clip, stem, options, recording)]
        try:
            for tick in recording.session.ticks():
                for sink in sinks:
                    sink(tick)
        except KeyboardInterrupt:
            code = ExitCode.INTERRUPTED
            message = f"{clip}: interrupted; the first {tally.frames} frames are kept"
        except SourceError as error:
            code, message = ExitCode.UNREADABLE, str(error)
    warnings = (*recording.source.warnings, *_doubts(recording, tally))
    if code is ExitCode.OK:
        code, message = _verdict(clip, options, recording, tally)
    summary = _summary(clip, options, recording, tally, interrupted=code is ExitCode.INTERRUPTED)
    _write_json(_named(options, stem, "events.json"), {"clip": clip.name, "events": tally.events})
    _write_json(_named(options, stem, "summary.json"), summary)
    if recording.profile is not None:
        for path in filter(None, (_named(options, stem, "baseline.json"), options.save_baseline)):
            profiles.write(path, recording.profile)
    if options.plot and tally.frames:
        _plot(clip, stem, options, recording, columns)
    return ClipResult(clip, code, message, warnings, summary, tuple(tally.events))


def _files(
    clip: Path, stem: str, options: ReplayOptions, recording: AnyRecording
) -> Iterator[AbstractContextManager[Sink]]:
    """The sinks that write while it is replayed; each is to be entered."""
    yield TicksFile(_named(options, stem, "ticks.csv"))
    if options.annotate:
        yield _annotator(clip, stem, options, recording)
    if options.record is not None and isinstance(recording, Recording):
        yield ClipTape(options.record, recording, options.settings)


def _named(options: ReplayOptions, stem: str, suffix: str) -> Path:
    return options.out / f"{stem}.{suffix}"


def _verdict(
    clip: Path, options: ReplayOptions, recording: AnyRecording, tally: Tally
) -> tuple[ExitCode, str]:
    """Exit code and message of a recording that was replayed to its end."""
    if not tally.measured and set(tally.reasons) <= NOBODY:
        return ExitCode.NO_PERSON, f"{clip}: no person was found"
    if recording.problem and (options.baseline is not None or options.slump is not None):
        return ExitCode.BAD_BASELINE, f"{clip}: {recording.problem}"
    return ExitCode.OK, ""


def _doubts(recording: AnyRecording, tally: Tally) -> Iterator[str]:
    """What the user should know about the results."""
    if not tally.measured:
        yield f"nothing could be measured: {_most_common(tally)}"
    elif recording.problem:
        yield f"{recording.problem}: angles are absolute and uncertain, and nothing is judged"


def _most_common(tally: Tally) -> str:
    if not tally.reasons:
        return "the recording has no frames"
    return REASON_TEXT[Reason(max(tally.reasons, key=tally.reasons.__getitem__))]


def _summary(
    clip: Path, options: ReplayOptions, recording: AnyRecording, tally: Tally, *, interrupted: bool
) -> dict[str, Any]:
    return {
        "clip": clip.name,
        **tally.summary(),
        "interrupted": interrupted,
        **profiles.summary(recording.profile),
        "baseline_problem": recording.problem,
        "warnings": list(recording.source.warnings),
        "settings": json.loads(json.dumps(asdict(options.settings), default=str)),
        "model": {
            "name": recording.estimator.model_name,
            "sha256": recording.estimator.model_sha256,
        },
        "versions": {
            "posture-monitor": posture.__version__,
            **{name: metadata.version(name) for name in ("mediapipe", "numpy", "opencv-python")},
        },
    }


class TicksFile:
    """A sink that writes a row per tick; the file appears when it is complete."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._stack = ExitStack()

    def __enter__(self) -> TicksFile:
        with self._told():
            self._path.parent.mkdir(parents=True, exist_ok=True)
            part = self._stack.enter_context(folders.replacing(self._path))
            file = self._stack.enter_context(part.open("w", encoding="utf-8", newline=""))
            self._writer = csv.writer(file, lineterminator="\n")
            self._writer.writerow(COLUMNS)
        return self

    def __call__(self, tick: Tick) -> None:
        """Write one row."""
        with self._told():
            self._writer.writerow(tick_row(tick))

    def __exit__(self, *error: Any) -> None:  # noqa: ANN401 - a class, an error and a traceback
        with self._told():
            self._stack.__exit__(*error)

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            raise _not_written(self._path, error) from error


def _write_json(path: Path, data: object) -> None:
    text = json.dumps(data, indent=2, allow_nan=False) + "\n"
    try:
        folders.write(path, text, mode=folders.SHARED_FILE)
    except OSError as error:
        raise _not_written(path, error) from error


def _not_written(path: Path, error: OSError) -> OutputError:
    return OutputError(
        f"{path}: cannot be written ({error.strerror or error}); free some space or name another "
        "folder with --out"
    )


def _annotator(clip: Path, stem: str, options: ReplayOptions, recording: AnyRecording) -> Annotator:
    from posture.replay_annotator import Annotator
    from posture.sources import open_source

    again = None if isinstance(recording, LandmarkRecording) else open_source(clip, fps=options.fps)
    return Annotator(_named(options, stem, "annotated.mp4"), recording, again)


def _plot(
    clip: Path, stem: str, options: ReplayOptions, recording: AnyRecording, columns: ColumnBuilder
) -> None:
    from posture.gui.plot import save_plot

    detector, upright = options.settings.detector, recording.baseline
    here = upright is not None and not isinstance(options.baseline, str)
    save_plot(
        _named(options, stem, "png"),
        columns.columns(),
        title=clip.name,
        thresholds=Thresholds(detector.enter_deg, detector.leave_deg),
        baseline_stretch=(upright.start_s, upright.end_s) if upright and here else None,
    )
