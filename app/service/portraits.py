"""Registration photos of candidates, out of the package's personal members."""

from __future__ import annotations

from collections.abc import Iterable

from app.core.terms import Digest, Ticket
from app.exchange import strict
from app.service.console import Console

_INDEX = "members"


def portrait(console: Console, ticket: Ticket) -> bytes | None:
    """JPEG bytes; None for who handed in no photo and for whoever is erased. Raises what a damaged store says."""
    return portraits(console, (ticket,)).get(ticket)


def portraits(console: Console, tickets: Iterable[Ticket]) -> dict[Ticket, bytes]:
    """JPEG bytes of those who have a photo. Raises what a damaged store says."""
    package, people, blobs = console.site.package, console.directory.candidates, console.store.blobs
    photos = {ticket: people[ticket].photo for ticket in tickets if ticket in people and people[ticket].photo}
    if package is None or not photos:
        return {}
    index = strict.decode(blobs.get(package.members), dict[str, Digest], _INDEX)
    kept = {ticket: index.get(f"photos/{photo}.jpg") for ticket, photo in photos.items()}
    return {ticket: console.store.keys.unseal(blobs.get(digest)) for ticket, digest in kept.items() if digest}
