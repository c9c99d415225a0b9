"""The rulebooks and the clause catalogue, read from resources/rulebooks."""

from __future__ import annotations

import tomllib
from enum import StrEnum
from functools import cache
from typing import Any

import msgspec

from app.core.rulebook import Rulebook
from app.core.terms import ClauseId
from app.resources import RESOURCES

_FOLDER = RESOURCES / "rulebooks"
_CHECKLISTS = RESOURCES / "checklists"
_CATALOGUE = "clauses"


class Basis(StrEnum):
    """How much of a clause is the regulation's own: all of it, an interpretation of it, or only the occasion."""

    TEXT = "text"
    READING = "reading"
    DERIVED = "derived"


class Document(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A regulation or notice, and where it applies. `internal` are the parts of it for internal use (SEC-07)."""

    title: str
    number: str
    standing: str
    internal: tuple[str, ...] = ()


class Passage(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A place in a document; `quote` is verbatim."""

    document: str
    article: str
    quote: str


class Clause(Passage, frozen=True, forbid_unknown_fields=True):
    """A row of the catalogue. `note` is the product's own decision; `also` are like passages of other documents."""

    basis: Basis
    note: str = ""
    also: tuple[Passage, ...] = ()

    def within(self, documents: tuple[str, ...]) -> Passage | None:
        """The passage in the latest-named of these documents that has one."""
        passages = (self, *self.also)
        return next((p for document in reversed(documents) for p in passages if p.document == document), None)


class Catalogue(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Every clause the console cites, by row, and the documents they stand in, by key."""

    documents: dict[str, Document]
    rows: dict[ClauseId, Clause]

    def internal(self, passage: Passage) -> bool:
        """Whether its words are shown only to someone who signed in (SEC-07)."""
        return passage.article.startswith(self.documents[passage.document].internal)


@cache
def load(rulebook_id: str) -> Rulebook:
    """The rulebook with what it takes over from its parents; KeyError for an id that is not shipped."""
    return msgspec.convert(_with_checklists(_merged(rulebook_id)), Rulebook)


@cache
def all_ids() -> tuple[str, ...]:
    return tuple(sorted(file.stem for file in _FOLDER.glob("*.toml") if file.stem != _CATALOGUE))


@cache
def clauses() -> Catalogue:
    return msgspec.convert(_read(_CATALOGUE), Catalogue)


def _merged(rulebook_id: str) -> dict[str, Any]:
    if rulebook_id not in all_ids():
        raise KeyError(rulebook_id)
    own = {name: None if rule == {"none": True} else rule for name, rule in _read(rulebook_id).items()}
    parent = own.pop("parent", None)
    return own if parent is None else _merged(parent) | own


def _with_checklists(book: dict[str, Any]) -> dict[str, Any]:
    """The lists that a rulebook names, written out; of those in `advised` nothing is a fault of the site."""
    lines = {
        line["item"]: line | {"advice": True} for name in book.pop("advised", ()) for line in _list(name, "readiness")
    }
    lines |= {line["item"]: line for name in book.pop("readiness", ()) for line in _list(name, "readiness")}
    hardware = book.pop("hardware", None)
    return book | {"readiness": [*lines.values()], "hardware": _list(hardware, "requirements") if hardware else []}


def _list(name: str, key: str) -> list[dict[str, Any]]:
    lines: list[dict[str, Any]] = tomllib.loads((_CHECKLISTS / f"{name}.toml").read_text(encoding="utf-8"))[key]
    return lines


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads((_FOLDER / f"{name}.toml").read_text(encoding="utf-8"))
