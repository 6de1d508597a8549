"""`posture pain`: the diary. Nothing heavy is imported here, as in `posture.cli`."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from pathlib import Path  # noqa: TC003 - of options
from typing import TYPE_CHECKING, TypeVar

import click

from posture.care.entries import LIFETIME_YEARS, MOST_PAIN, Deed, PainKind, PainNote, Place
from posture.cli_report import EXIT_CODES, HISTORY, day_of, put, reader_of
from posture.cli_shared import Commands, say_flags, wrapped
from posture.clock_time import local

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from enum import StrEnum

    from posture.history.notebook import Notebook

Word = TypeVar("Word", bound="StrEnum")

SUMMARY_DAYS = 84
"""Of a summary, where no days are named."""
LISTED = 20
"""Entries of a list, where not all are asked for."""
_UNITS_DAYS = {"day": 1, "week": 7, "month": 30, "year": 365}


class PainCommands(Commands):
    """Commands, and a level that stands alone: `posture pain 4`."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put the command in front that is meant; another word than a level may be misspelt."""
        if args and re.fullmatch(r"-?[\d.,]+", args[0]):
            args = ["add", "--", args[0]] if args[0].startswith("-") else ["add", *args]
        elif args and args[0].startswith("-") and args[0] not in ctx.help_option_names:
            args = ["add", *args]
        return super().parse_args(ctx, args)


def _own() -> Notebook:
    from posture.history.notebook import own

    return own()


@click.group(cls=PainCommands, subcommand_metavar="LEVEL | COMMAND [ARGS]...")
def pain() -> None:
    """Keep a diary of pain: `posture pain 4 --where between_shoulder_blades`.

    LEVEL is 0 (none) to 10 (the worst that you can imagine). `posture pain add --help` says what
    else can be noted. Entries are kept in your history on this computer, also where the setting
    history.keep is off. What it comes from nobody here can say: that is for people who can look.
    """


def _several(
    name: str, kind: type[Word], about: str
) -> Callable[[click.decorators.FC], click.decorators.FC]:
    return click.option(
        f"--{name}",
        multiple=True,
        type=click.Choice([str(word) for word in kind], case_sensitive=False),
        help=f"{about}; may be given several times.",
    )


@pain.command()
@click.argument("level", type=click.IntRange(0, MOST_PAIN))
@_several("where", Place, "Where on the back; left and right are your own")
@_several("kind", PainKind, "How it feels")
@_several("did", Deed, "What you did about it")
@click.option("--since", metavar="DATE|'3 days'", help="When it began.")
@click.option("--woke/--not-woke", default=None, help="Whether it woke you at night.")
@click.option("--at", metavar="TIME", help="Not now, but at 18:30, or at '2026-03-02 18:30'.")
def add(
    *,
    level: int,
    where: tuple[str, ...],
    kind: tuple[str, ...],
    did: tuple[str, ...],
    since: str | None,
    woke: bool | None,
    at: str | None,
) -> None:
    """Note how much it hurts, from 0 to 10; `posture pain 4` does the same."""
    book = _own()
    moment = book.moment() if at is None else _moment(at, book.moment()[0])
    note = PainNote(
        *moment,
        level,
        frozenset(Place(word) for word in where),
        frozenset(PainKind(word) for word in kind),
        frozenset(Deed(word) for word in did),
        None if since is None else _since(since, local(*moment).date()),
        woke,
    )
    try:
        book.add(note)
        click.echo(f"noted: {_line(note)}\n")
    finally:
        say_flags()  # after every entry, whatever it says, and also where it cannot be kept
    _say_hint(book)


def _say_hint(book: Notebook) -> None:
    from posture.care.attention import sentence
    from posture.history import hints

    reasons = hints.due(book)
    if reasons:
        page = "posture pain summary --html FILE makes a page to take along."
        click.echo()
        click.echo(wrapped(f"{sentence(reasons)} {page}"))


@pain.command("list")
@click.option("--all", "everything", is_flag=True, help=f"All, not only the last {LISTED}.")
def list_(*, everything: bool) -> None:
    """Show what you entered, the newest first, with the numbers for `posture pain remove`."""
    found = _newest_first(_own())
    for number, note in enumerate(found[: None if everything else LISTED], start=1):
        click.echo(f"{number:3d}  {_line(note)}")
    if not found:
        click.echo("nothing is entered yet")
    elif len(found) > LISTED and not everything:
        click.echo(f"and {len(found) - LISTED} before: posture pain list --all")


@pain.command()
@click.argument("number", type=click.IntRange(min=1), default=1)
@click.option("--yes", is_flag=True, help="Do not ask.")
def remove(*, number: int, yes: bool) -> None:
    """Erase a wrong entry: the newest, or that of NUMBER in `posture pain list`."""
    book = _own()
    found = _newest_first(book)
    if number > len(found):
        raise click.UsageError(
            f"there is no entry {number}; there are {len(found)}, see posture pain list"
        )
    note = found[number - 1]
    if not yes:
        click.confirm(f"Remove this entry? {_line(note)}", abort=True)
    book.remove(note)
    click.echo(f"removed: {_line(note)}")


@pain.command(epilog=EXIT_CODES)
@click.option("--html", "as_html", metavar="FILE|-", help="Write a page to print, one of A4.")
@click.option(
    "--from",
    "first",
    callback=day_of,
    metavar="DATE",
    help=f"From this day; {SUMMARY_DAYS // 7} weeks by default.",
)
@click.option(
    "--to", "last", callback=day_of, metavar="DATE", help="To this day, today by default."
)
@HISTORY
def summary(
    *, as_html: str | None, first: date | None, last: date | None, file: Path | None
) -> None:
    """Sum up what you entered, to take along to a doctor or physiotherapist.

    It shows entries, breaks, exercises, heat and cold, and how you sat, by day; it does not say
    what any of it means.
    """
    from posture.history.rows import Span
    from posture.reports import take_along
    from posture.reports.gather import gather

    today = local(*_own().moment()).date()
    last = last or today
    first = first or last - timedelta(days=SUMMARY_DAYS - 1)
    if last < first:
        raise click.UsageError(f"--to {last} is before --from {first}")
    with reader_of(file) as history:
        found = gather(history, Span(first, last + timedelta(days=1)))
        if as_html is not None:
            put(as_html, take_along.page(found, today))
            return
    from rich.console import Console

    take_along.show(found, Console(highlight=False))


def _newest_first(book: Notebook) -> Sequence[PainNote]:
    from posture.history.rows import Span

    always = Span(date(1970, 1, 1), date(9000, 1, 1))
    return book.notes(always).pains[::-1]


def _line(note: PainNote) -> str:
    from posture.reports.care_wording import in_words

    at = local(note.utc_s, note.offset_s)
    told = [f"{at:%Y-%m-%d %H:%M}  level {note.level} of {MOST_PAIN}", *in_words(note)]
    return "; ".join(part for part in told if part)


def _moment(text: str, now_s: float) -> tuple[float, int]:
    """`18:30` of today, or a date with a time, on the user's clock; not in the future."""
    now = datetime.fromtimestamp(now_s).astimezone()
    try:
        if ":" in text[:3]:
            clock = datetime.strptime(text, "%H:%M")  # noqa: DTZ007 - the user's own, see below
            at = datetime.combine(now.date(), clock.time())
        else:
            at = datetime.fromisoformat(text)
        at = at.astimezone()
    except (ValueError, OverflowError):
        told = f"{text} is no time such as 18:30 or '{now:%Y-%m-%d} 18:30'"
        raise click.BadParameter(told, param_hint="--at") from None
    if at > now:
        raise click.BadParameter(f"{text} is in the future", param_hint="--at")
    if at.timestamp() < 0.0:  # could be neither listed nor removed
        raise click.BadParameter(f"{text} is before 1970", param_hint="--at")
    offset = at.utcoffset() or timedelta()
    return at.timestamp(), round(offset.total_seconds())


def _since(text: str, day: date) -> date:
    """A day of `2026-03-02`, `yesterday` or `3 weeks`, seen from the entry's day."""
    word = text.strip().lower()
    counted = re.fullmatch(r"(\d{1,4}) *(day|week|month|year)s?", word)
    known = {"today": day, "yesterday": day - timedelta(days=1)}
    try:
        if counted:
            days = int(counted[1]) * _UNITS_DAYS[counted[2]]
            since = day - timedelta(days=days)
        else:
            since = known.get(word) or date.fromisoformat(text.strip())
    except (ValueError, OverflowError):
        told = f"{text} is no date such as {day}, and not '3 days' or '2 weeks'"
        raise click.BadParameter(told, param_hint="--since") from None
    if since > day:
        raise click.BadParameter(f"{text} is after the entry", param_hint="--since")
    if day.year - since.year > LIFETIME_YEARS:
        told = f"{text} is more than {LIFETIME_YEARS} years before the entry"
        raise click.BadParameter(told, param_hint="--since")
    return since
