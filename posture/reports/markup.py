"""Elements of HTML and SVG as text, with everything that is no markup escaped."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from posture.records import FloatArray


class Markup(NamedTuple):
    """What is markup already and stands as it is; a plain string never is."""

    text: str


Content = Markup | str


def tag(name: str, *content: Content, **attributes: object) -> Markup:
    """An element; `class_` and `stroke_width` are written as `class` and `stroke-width`."""
    given = "".join(
        f' {key.strip("_").replace("_", "-")}="{escape(_attribute(value))}"'
        for key, value in attributes.items()
    )
    return Markup(f"<{name}{given}>{joined(content).text}</{name}>")


def joined(content: Iterable[Content]) -> Markup:
    """One after the other."""
    return Markup(
        "".join(
            part.text if isinstance(part, Markup) else escape(part, quote=False) for part in content
        )
    )


def table(
    heads: Sequence[str], rows: Iterable[Sequence[Content]], *, caption: str = "", words: int = 1
) -> Markup:
    """A table whose first column names the row.

    Args:
        heads: One a column.
        rows: Their cells; a cell that is a whole `td` stands as it is.
        caption: Above it.
        words: So many columns from the left are words, the others numbers.
    """
    caps = [tag("caption", caption)] if caption else []
    head = tag("tr", *(tag("th", name, scope="col") for name in heads))
    body = (tag("tr", tag("th", row[0], scope="row"), *_cells(row[1:], words - 1)) for row in rows)
    return tag("table", *caps, tag("thead", head), tag("tbody", *body))


def _cells(cells: Sequence[Content], words: int) -> Iterable[Content]:
    for place, cell in enumerate(cells):
        if isinstance(cell, Markup) and cell.text.startswith("<td"):
            yield cell
        else:
            yield tag("td", cell) if place < words else tag("td", cell, class_="n")


def polyline(points: FloatArray) -> str:
    """A path through (n, 2) points; a NaN interrupts it."""
    path, pen_down = [], False
    for x, y in points.tolist():
        if x != x or y != y:
            pen_down = False
            continue
        path.append(f"{'L' if pen_down else 'M'}{x:.1f} {y:.1f}")
        pen_down = True
    return "".join(path)


def _attribute(value: object) -> str:
    return f"{value:.1f}".removesuffix(".0") if isinstance(value, float) else str(value)
