"""Writes docs/permissions.md and docs/permissions.zh-CN.md: `python -m tools.permissions`. A test holds them to it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from app.core.rulebook import Rulebook
from app.rulebooks import all_ids, load
from app.text import Text, capital, text
from app.views.case_names import Area
from app.views.permissions import PermissionRow, matrix
from app.word_ids import word_id
from ui.models.permissions import asks, beside, needs

DOCS = Path(__file__).parent.parent / "docs"
FILES = {"en": DOCS / "permissions.md", "zh-CN": DOCS / "permissions.zh-CN.md"}
RULES = "machine-generic"
"""The rulebook of the table; where others ask for something else, they are named below it."""


def page(language: str) -> str:
    """The whole document."""
    said, here = text(language), load(RULES)
    rows = matrix(here)
    lines = [
        "<!-- Made by `python -m tools.permissions`; do not edit. -->",
        "",
        f"# {said.say('people-part-cases')}",
        "",
        here.title,
        "",
        said.say("people-case-note"),
    ]
    for area in Area:
        lines += ["", f"## {capital(said.say(word_id(area)))}", "", *_head(said)]
        lines += [_line(said, row) for row in rows if row.area is area]
    for book in (load(name) for name in all_ids() if name != RULES):
        lines += _differences(said, book, rows)
    return "\n".join(lines) + "\n"


def _head(said: Text) -> tuple[str, str]:
    names = ("people-column-case", "people-column-asks", "people-column-beside", "people-column-needs")
    return f"| {' | '.join(said.say(name) for name in names)} |", f"|{'---|' * len(names)}"


def _line(said: Text, row: PermissionRow) -> str:
    needed = "<br>".join(needs(said, row)) or said.say("blank")
    cells = (capital(said.say(word_id(row.case))), asks(said, row), beside(said, row), needed)
    return f"| {' | '.join(cells)} |"


def _differences(said: Text, book: Rulebook, rows: tuple[PermissionRow, ...]) -> Iterator[str]:
    """What another rulebook asks otherwise."""
    others = [row for row in matrix(book) if row not in rows]
    if others:
        yield from ("", f"## {book.title}", "", *_head(said))
        yield from (_line(said, row) for row in others)


def main() -> None:
    for language, file in FILES.items():
        file.write_text(page(language), "utf-8")


if __name__ == "__main__":
    main()
