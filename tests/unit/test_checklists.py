"""The checklists that travel in a rulebook: annex 5 and the readiness items, each line with its clause and place."""

from __future__ import annotations

import pytest

from app.core.readiness_items import ReadinessItem
from app.core.rulebook import Rulebook
from app.rulebooks import all_ids, clauses, load

BOOKS = [load(name) for name in all_ids()]


@pytest.mark.parametrize("book", BOOKS, ids=lambda book: book.id)
def test_every_line_stands_on_a_clause(book: Rulebook) -> None:
    cited = {line.clause for line in book.hardware} | {line.clause for line in book.readiness}
    assert cited <= set(clauses().rows)


@pytest.mark.parametrize("book", BOOKS, ids=lambda book: book.id)
def test_what_is_asked_for_stands_in_a_document_of_the_rulebook(book: Rulebook) -> None:
    """Elsewhere it is advice, but for what the console itself cannot do without."""
    assert all(line.source.startswith("003 ") for line in book.hardware)
    elsewhere = {line.item for line in book.readiness if line.source[:3] not in book.documents and not line.advice}
    assert elsewhere <= {ReadinessItem.PRINTER}, "sheets are printed under every rulebook"


@pytest.mark.parametrize("book", BOOKS, ids=lambda book: book.id)
def test_nothing_is_asked_for_twice(book: Rulebook) -> None:
    lines = [(line.machine, line.item) for line in book.hardware]
    assert len({line.id for line in book.hardware}) == len(set(lines)) == len(lines)
    assert len({line.item for line in book.readiness}) == len(book.readiness)


@pytest.mark.parametrize("book", BOOKS, ids=lambda book: book.id)
def test_a_clause_of_a_line_is_one_of_its_document(book: Rulebook) -> None:
    """The passage that is shown stands in the document that the line names."""
    rows = clauses().rows
    cited = {(line.clause, line.source[:3]) for line in book.hardware}
    cited |= {(line.clause, line.source[:3]) for line in book.readiness}
    assert not [(clause, document) for clause, document in cited if rows[clause].within((document,)) is None]
