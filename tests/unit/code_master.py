"""A province for core tests: the roots of every subject of the builders' exam, and the codes it would read out."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from app.core.directory import Directory
from app.crypto.codes import Purpose, Subject, code, root
from tests.builders import PEOPLE, exam, plan

MASTER = bytes(range(32))


def subject(purpose: Purpose, session: str, whom: str) -> Subject:
    return Subject(purpose, exam().id, plan().code, session, whom)


@cache
def the_root(purpose: str, session: str, whom: str) -> bytes:
    return root(MASTER, subject(Purpose(purpose), session, whom))


@cache
def the_code(purpose: Purpose, session: str, whom: str, minutes: int) -> str:
    """As the province reads it out."""
    return code(MASTER, subject(purpose, session, whom), minutes)


def with_codes(people: Directory = PEOPLE) -> Directory:
    """The same people at a desk whose package has roots."""
    return replace(people, root=the_root)
