"""The roots of authorization codes, out of the package in force; read when the first code is typed in."""

from __future__ import annotations

from typing import Protocol

from app.core.site import Package, Site
from app.core.terms import Digest
from app.crypto.codes import SIZE
from app.exchange import strict
from app.exchange.exam_package import RootIndex
from app.service.store import Store

_INDEX, _ROOTS = "code_roots.json", "code_roots.bin"


class _InForce(Protocol):
    site: Site


class CodeRoots:
    """Called with purpose, session and subject: ten bytes, or None, as it is once the data were cleaned.

    Raises what a damaged store says.
    """

    def __init__(self, store: Store, console: _InForce) -> None:
        self._store, self._console = store, console
        self._package: Package | None = None
        self._places: dict[tuple[str, str, str], int] = {}
        self._roots = b""

    def __call__(self, purpose: str, session: str, subject: str) -> bytes | None:
        package = self._console.site.package
        if self._console.site.safe.cleaned:
            self._package, self._places, self._roots = package, {}, b""
        if package is not self._package and package:
            self._read(package)
        place = self._places.get((purpose, session, subject))
        return None if place is None else self._roots[place * SIZE : (place + 1) * SIZE]

    def subjects(self) -> tuple[tuple[str, str, str], ...]:
        """Purpose, session and subject of every root of the package in force."""
        self("", "", "")
        return tuple(self._places)

    def _read(self, package: Package) -> None:
        blobs = self._store.blobs
        members = strict.decode(blobs.get(package.members), dict[str, Digest], "members")
        index = strict.decode(blobs.get(members[_INDEX]), RootIndex, _INDEX)
        self._places = {root: place for place, root in enumerate(index.roots)}
        self._roots, self._package = blobs.get(members[_ROOTS]), package
