"""Command line of the laboratory: ``python -m calibration --help``."""

from __future__ import annotations

import argparse
from pathlib import Path

from calibration import exercise_commands


def main(arguments: list[str] | None = None) -> None:
    """Run one of the sub-commands; each imports what it needs only when it runs."""
    parser = argparse.ArgumentParser(prog="python -m calibration", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    _add_render(commands)
    _add_sample(commands)
    _add_prepare(commands)
    _add_extract(commands)
    _add_fit(commands)
    _add_evaluate(commands)
    _add_run(commands)
    exercise_commands.add(commands)
    options = parser.parse_args(arguments)
    options.run(options)


def _add_render(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = commands.add_parser("render", help="render a data set; goes on where it stopped")
    parser.add_argument("--out", type=Path, required=True, help="directory of the data set")
    _add_amounts(parser)
    parser.set_defaults(run=_render)


def _add_amounts(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--bodies", type=int, default=222, help="over all splits")
    parser.add_argument("--set-ups", type=int, default=4, help="still set-ups per body")
    parser.add_argument("--sequences", type=int, default=62, help="over all splits")
    parser.add_argument("--more-bodies", type=int, default=0, help="further ones for training")
    parser.add_argument("--watches", type=int, default=0, help="three-minute recordings to test")
    parser.add_argument("--jobs", type=int, default=2, help="processes")


def _render(options: argparse.Namespace) -> None:
    from calibration.dataset import Amounts, plan
    from calibration.recorder import render_all

    amounts = Amounts(
        bodies=options.bodies,
        set_ups=options.set_ups,
        sequences=options.sequences,
        more_bodies=options.more_bodies,
        watches=options.watches,
    )
    render_all(plan(options.seed, amounts), options.out, options.jobs)


def _add_sample(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = commands.add_parser("sample", help="render a sample clip with its true angles")
    parser.add_argument("--kind", required=True, help="a story of calibration.clips.STORIES")
    parser.add_argument("--out", type=Path, required=True, help="file, .mp4")
    parser.add_argument("--seed", type=int, default=77)
    parser.add_argument("--body", type=int, default=None, help="another body than the story's")
    parser.set_defaults(run=_sample)


def _sample(options: argparse.Namespace) -> None:
    from calibration.clips import STORIES, make_clip

    if options.kind not in STORIES:
        raise SystemExit(f"unknown kind {options.kind!r}; there are {', '.join(STORIES)}")
    make_clip(options.kind, options.out, options.seed, options.body)


def _add_prepare(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = commands.add_parser("prepare", help="build the body model's file (about a minute)")
    parser.set_defaults(run=_prepare)


def _prepare(options: argparse.Namespace) -> None:
    del options
    from calibration.body_model import load_body_model

    load_body_model()


def _add_extract(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = commands.add_parser("extract", help="find the landmarks of a data set's frames")
    parser.add_argument("--dataset", type=Path, required=True)
    parser.add_argument("--landmarks", type=Path, required=True, help="directory to write")
    parser.add_argument("--jobs", type=int, default=2, help="processes")
    parser.set_defaults(run=_extract)


def _extract(options: argparse.Namespace) -> None:
    from calibration.extract import extract_all

    extract_all(options.dataset, options.landmarks, options.jobs)


def _add_fit(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = commands.add_parser("fit", help="fit the angle models on the landmarks")
    parser.add_argument("--dataset", type=Path, required=True)
    parser.add_argument("--landmarks", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=Path("posture/data"))
    parser.set_defaults(run=_fit)


def _fit(options: argparse.Namespace) -> None:
    from calibration.fit import FitSettings, fit_all, fit_oracle

    fit_all(options.dataset, options.landmarks, options.out, FitSettings())
    fit_oracle(options.dataset, options.landmarks, _oracle(options.landmarks), FitSettings())


def _oracle(landmarks: Path) -> Path:
    """The model fitted on true points is no product: it stays beside the landmarks."""
    return landmarks.with_name("oracle.npz")


def _add_evaluate(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = commands.add_parser("evaluate", help="publish the accuracy of a model, once")
    parser.add_argument("--dataset", type=Path, required=True)
    parser.add_argument("--landmarks", type=Path, required=True)
    parser.add_argument("--model", type=Path, default=Path("posture/data/angle_change.npz"))
    parser.add_argument("--out", type=Path, default=Path("calibration/ACCURACY.md"))
    parser.add_argument("--split", default="test")
    parser.add_argument("--shared", type=Path, default=Path("../shared"), help="holds real/")
    parser.set_defaults(run=_evaluate)


def _evaluate(options: argparse.Namespace) -> None:
    from calibration.evaluate import evaluate

    shared = options.shared if options.shared.is_dir() else None
    evaluate(
        options.dataset,
        options.landmarks,
        options.model,
        options.out,
        split=options.split,
        shared=shared,
        oracle=_oracle(options.landmarks),
    )


def _add_run(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = commands.add_parser("run", help="the whole chain: render, extract, fit, evaluate")
    parser.add_argument("--folder", type=Path, required=True, help="for everything that is made")
    _add_amounts(parser)
    parser.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> None:
    folder = options.folder
    options.out = options.dataset = folder / "dataset"
    options.landmarks = folder / "landmarks"
    _render(options)
    _extract(options)
    options.out = folder
    _fit(options)
    options.model, options.out = folder / "angle_change.npz", folder / "ACCURACY.md"
    options.split, options.shared = "test", Path("../shared")
    _evaluate(options)


if __name__ == "__main__":
    main()
