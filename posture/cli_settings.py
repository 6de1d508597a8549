"""`posture settings` and `posture doctor`. Only click is imported here, as in `posture.cli`."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from pathlib import Path

    from posture.settings import Settings


def own_settings() -> Settings:
    """The user's settings; what is wrong in the file is said on stderr and left at its default."""
    from posture import settings_file

    path = settings_file.own_path()
    settings, problems = settings_file.read(path)
    for problem in problems:
        click.echo(f"warning: {path}: {problem}", err=True)
    return settings


@click.group(invoke_without_command=True)
@click.option("--json", "as_json", is_flag=True, help="Print JSON and nothing else.")
@click.pass_context
def settings(ctx: click.Context, *, as_json: bool) -> None:
    """Show all settings, or change them.

    A KEY is a group and a name: detector.persist_s. Defaults suit most people; none is a medical
    threshold.
    """
    if ctx.invoked_subcommand is not None:
        return
    from posture import settings_file

    current = own_settings()
    if as_json:
        _print_json(settings_file.own_path(), current)
    else:
        _print_table(settings_file.own_path(), current)


@settings.command()
@click.argument("key")
def get(key: str) -> None:
    """Print one value."""
    from posture.setting_values import literal, plain
    from posture.settings import SettingsError, setting

    try:
        value = plain(setting(own_settings(), key).value)
    except SettingsError as error:
        raise click.UsageError(str(error)) from error
    click.echo(value if isinstance(value, str) else literal(value))


KEEP_COPY = click.option(
    "--keep-copy", is_flag=True, help="Keep the file before as settings.toml.bak, even a wrong one."
)


@settings.command("set", context_settings={"ignore_unknown_options": True})  # VALUE may be -5
@click.argument("key")
@click.argument("value")
@KEEP_COPY
def set_(*, key: str, value: str, keep_copy: bool) -> None:
    """Change one value."""
    from posture.setting_values import from_words, literal
    from posture.settings import SettingsError, changed, setting

    current = own_settings()
    try:
        entry = setting(current, key)
        new = changed(current, key, from_words(value, entry.kind))
    except SettingsError as error:
        raise click.UsageError(str(error)) from error
    except ValueError as error:
        raise click.UsageError(f"{key} {error}") from error
    _write(new, keep_copy=keep_copy)
    click.echo(f"{key} = {literal(setting(new, key).value)} (before: {literal(entry.value)})")


@settings.command()
@click.argument("key", required=False)
@KEEP_COPY
def reset(*, key: str | None, keep_copy: bool) -> None:
    """Set one value back to its default, or all. Then the file before is kept as a copy."""
    from posture.setting_values import literal
    from posture.settings import Settings, SettingsError, changed, setting

    if key is None:
        _write(Settings(), keep_copy=True)
        click.echo(
            "all settings are at their defaults; what was there is kept as settings.toml.bak"
        )
        return
    current = own_settings()
    try:
        entry = setting(current, key)
        new = changed(current, key, entry.default)
    except SettingsError as error:
        raise click.UsageError(str(error)) from error
    _write(new, keep_copy=keep_copy)
    click.echo(f"{key} = {literal(entry.default)} (before: {literal(entry.value)})")


@settings.command("path")
def path_() -> None:
    """Print where the settings file is, whether it exists or not."""
    from posture import settings_file

    click.echo(settings_file.own_path())


def _write(new: Settings, *, keep_copy: bool) -> None:
    from posture import settings_file

    settings_file.write(settings_file.own_path(), new, keep_copy=keep_copy)


def _print_json(path: Path, current: Settings) -> None:
    from posture.setting_values import plain
    from posture.settings import catalogue
    from posture.settings_file import read

    entries = [
        {
            "key": entry.key,
            "value": plain(entry.value),
            "unit": entry.unit,
            "default": plain(entry.default),
            "explanation": entry.explanation,
        }
        for entry in catalogue(current)
    ]
    problems = [str(problem) for problem in read(path)[1]]
    click.echo(
        json.dumps(
            {"path": str(path), "problems": problems, "settings": entries}, indent=2, default=str
        )
    )


def _print_table(path: Path, current: Settings) -> None:
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    from posture.setting_values import literal
    from posture.settings import catalogue

    table = Table("setting", "value (default)", "what it does", box=SIMPLE_HEAD)
    before = ""
    for entry in catalogue(current):
        group, _, name = entry.key.partition(".")
        if group != before:
            table.add_section()
            table.add_row(Text(f"{group}.", style="bold"))
            before = group
        value = Text(f"{literal(entry.value)} {entry.unit}")
        if entry.value != entry.default:
            value = Text(f"{value} ({literal(entry.default)})", style="bold")
        table.add_row(f"  {name}", value, Text(entry.explanation))
    table.columns[0].no_wrap = True
    console = Console(highlight=False)
    console.print(table)
    there = "" if os.access(path, os.F_OK) else " (not there yet: all defaults)"
    console.print(f"{path}{there}", style="dim", markup=False, soft_wrap=True)


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print JSON and nothing else.")
@click.option(
    "--offline",
    is_flag=True,
    help="Also see, for 20 s and on Linux, whether the pose model looks for a network.",
)
def doctor(*, as_json: bool, offline: bool) -> None:
    """Check what posture needs, and say what to do.

    Exit code 1 when something must be mended, otherwise 0. Takes no picture.
    """
    from dataclasses import asdict

    from posture.checks import Verdict
    from posture.doctor import examine, show

    results = examine(offline=offline)
    if as_json:
        click.echo(json.dumps([asdict(check) for check in results], indent=2))
    else:
        show(results)
    raise SystemExit(int(any(check.verdict is Verdict.PROBLEM for check in results)))
