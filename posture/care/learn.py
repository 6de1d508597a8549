"""Short pages on posture and the upper back, in the user's language, as Markdown.

They are files of the package, save the last page, which is made of `flags.LEVELS`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from importlib import resources
from typing import TYPE_CHECKING

from posture.care import flags
from posture.ports import PostureError

if TYPE_CHECKING:
    from collections.abc import Callable

ENGLISH = "en"
LANGUAGES = (ENGLISH, "de")
ASK = "when-to-ask"
NAMES = ("upper-back", "feedback", "workstation", "loads", "active", "heat-and-cold", ASK)
"""In the order in which they are read."""

SOURCES = "Where this comes from"

_ITEM = re.compile(r"^- \[ \] \*\*(?P<title>.+?)\.\*\* (?P<text>.+(?:\n  .+)*)\n?", re.MULTILINE)


class PageError(PostureError):
    """There is no such page."""


@dataclass(frozen=True, slots=True)
class Item:
    """One line of a checklist: in a few words, and what it means."""

    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Page:
    """One page.

    Attributes:
        name: For commands; the same in every language.
        text: Markdown; its first line is the title.
    """

    name: str
    text: str

    @property
    def title(self) -> str:
        """Its heading."""
        return self.text.partition("\n")[0].removeprefix("# ")

    @property
    def items(self) -> tuple[Item, ...]:
        """Of its checklist; none where it has no checklist."""
        found = _ITEM.finditer(self.text)
        return tuple(Item(one["title"], " ".join(one["text"].split())) for one in found)

    @property
    def around(self) -> tuple[str, str]:
        """The text before its checklist and after it; all of it before where it has none."""
        found = list(_ITEM.finditer(self.text))
        if not found:
            return self.text, ""
        return self.text[: found[0].start()], self.text[found[-1].end() :]


def pages(language: str = ENGLISH, say: Callable[[str], str] = str) -> tuple[Page, ...]:
    """All pages, in order.

    Args:
        language: One of `LANGUAGES`; English for all others.
        say: Puts the texts of `flags` into that language.
    """
    return tuple(page(name, language, say) for name in NAMES)


def page(name: str, language: str = ENGLISH, say: Callable[[str], str] = str) -> Page:
    """The page of that name; otherwise as `pages`.

    Raises:
        PageError: There is none.
    """
    if name not in NAMES:
        raise PageError(f"there is no page {name}; there are {', '.join(NAMES)}")
    if name == ASK:
        return Page(name, _flags(say))
    folder = resources.files("posture.data") / "learn"
    if language != ENGLISH and language in LANGUAGES:
        folder = folder / language
    return Page(name, (folder / f"{name}.md").read_text(encoding="utf-8"))


def _flags(say: Callable[[str], str]) -> str:
    """When to ask somebody, as it is also shown before exercises."""
    parts = [f"# {say(flags.HEADING)}", say(flags.INTRODUCTION)]
    for level in flags.LEVELS:
        lines = "\n".join(f"- {say(text)}" for text in level.texts)
        parts += [f"## {say(level.title)}", say(level.advice), lines]
    sources = dict.fromkeys(name for level in flags.LEVELS for name in level.source.split("; "))
    parts += [f"## {say(SOURCES)}", "\n".join(f"- {say(name)}" for name in sources)]
    return "\n\n".join(parts) + "\n"
