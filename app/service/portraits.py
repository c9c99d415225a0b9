"""The registration photo of one candidate, out of the package's personal members."""

from __future__ import annotations

from app.core.terms import Digest, Ticket
from app.exchange import strict
from app.service.console import Console

_INDEX = "members"


def portrait(console: Console, ticket: Ticket) -> bytes | None:
    """JPEG bytes; None for who handed in no photo and for whoever is erased. Raises what a damaged store says."""
    package, candidate = console.site.package, console.directory.candidates.get(ticket)
    if package is None or candidate is None or candidate.photo is None:
        return None
    blobs = console.store.blobs
    index = strict.decode(blobs.get(package.members), dict[str, Digest], _INDEX)
    kept = index.get(f"photos/{candidate.photo}.jpg")
    return console.store.keys.unseal(blobs.get(kept)) if kept else None
