"""`posture learn`: short pages to read. Nothing heavy is imported here, as in `posture.cli`."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import Callable


@click.command()
@click.argument("name", metavar="[PAGE]", required=False)
@click.option(
    "--language",
    type=click.Choice(("en", "de")),
    default="en",
    show_default=True,
    help="Of the page.",
)
def learn(*, name: str | None, language: str) -> None:
    """Read about posture and the upper back; without PAGE, list the pages."""
    from posture.care.catalogue import plain
    from posture.care.learn import PageError, page, pages

    if name is None:
        found = pages(language, _into(language))
        width = max(len(each.name) for each in found)
        for each in found:
            click.echo(f"{each.name:<{width}}  {each.title}")
        return
    try:
        text = page(plain(name).replace("_", "-"), language, _into(language)).text
    except PageError as error:
        raise click.UsageError(str(error)) from error
    if sys.stdout is None or not sys.stdout.isatty():
        click.echo(text, nl=False)
        return
    from rich.console import Console
    from rich.markdown import Markdown

    Console().print(Markdown(text))


def _into(language: str) -> Callable[[str], str]:
    """Puts what the windows say too into a language, by their catalogue; no window is needed."""
    if language == "en":
        return str
    from importlib import resources

    from PySide6.QtCore import QTranslator

    from posture.gui.translations import CONTEXT

    catalogue = QTranslator()
    folder = resources.files("posture.data") / "translations"
    catalogue.load(f"posture_{language}", str(folder))
    return lambda text: catalogue.translate(CONTEXT, text) or text
