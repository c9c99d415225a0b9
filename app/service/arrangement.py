"""Taking in the exam package: all of it or nothing, and the same file again changes nothing."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from app.core.arrangement import TakeInPackage, room_places
from app.core.arrangement_rules import PlanFault
from app.core.operation import Refusal, Signer
from app.core.site import Package
from app.core.terms import Digest, Ticket
from app.exchange import exam_package, outbox, strict
from app.exchange.exam_package import Contents, Unfit, personal
from app.exchange.signed import PublicKey
from app.service.console import Console
from app.trouble import Code, Trouble

Missing = Callable[[str], tuple[str, ...]]
"""The characters of a name that no font of ours can print."""


@dataclass(frozen=True, slots=True)
class Imported:
    """What came in, for the report; `refusal` says why it is not in force, None where it is.

    `unprintable`: whose names need a look before anything is printed, with the characters that no font has.
    """

    contents: Contents
    photos: int
    without_photo: int
    unprintable: tuple[tuple[Ticket, tuple[str, ...]], ...]
    refusal: Refusal | None


@dataclass(frozen=True, slots=True)
class Offered:
    """A package that was read whole and stored, not in force yet."""

    package: Package
    contents: Contents
    photos: int
    begun: datetime
    """When the reading began: a receipt has its time (LCK-10)."""


def read_package(console: Console, path: Path) -> Offered | tuple[PlanFault, ...]:
    """What the file offers, or everything in it that breaks the rules of an arrangement.

    Raises every other fault of files and signed documents.
    """
    site, store = console.site, console.store
    index: dict[str, Digest] = {}
    begun = console.clock.moment().at
    digest = outbox.digest_of(path)
    try:
        with path.open("rb") as source, store.blobs.batch() as put:

            def keep(name: str, content: bytes) -> None:
                sealed = store.keys.seal(content, secrets.token_bytes(12)) if personal(name) else content
                index[name] = put(sealed)

            contents = exam_package.read(
                source,
                [store.keys.identity],
                ministry=PublicKey.read(site.ministry),
                mode=site.mode,
                site=site.code,
                keep=keep,
                file=path.name,
            )
            members = put(strict.encode(index))
    except Unfit as unfit:
        return unfit.faults
    except OSError as cause:  # the stick was pulled between two reads
        raise Trouble(Code.FILE_MISSING, file=path.name) from cause
    if outbox.digest_of(path) != digest:
        raise Trouble(Code.FILE_DAMAGED, file=path.name)
    package = Package(
        contents.manifest.edition,
        digest,
        contents.exam,
        contents.plan,
        contents.rulebook,
        index["roster.ndjson"],
        index["staff.ndjson"],
        members,
        contents.locks,
        index.get("recovery.json"),
    )
    return Offered(package, contents, sum(name.startswith("photos/") for name in index), begun)


def put_in_force(console: Console, offered: Offered, missing: Missing, *signers: Signer) -> Imported:
    """Ask for what was read to count from now on; `refusal` may also be that a second person is needed."""
    contents = offered.contents
    refusal = console.submit(TakeInPackage(offered.package, room_places(contents.candidates), offered.begun), *signers)
    if refusal is None:
        console.meet(contents.candidates, contents.staff, contents.recovery)
        console.store.mark()
    unprintable = tuple((one.ticket, gone) for one in contents.candidates if (gone := missing(one.name)))
    without = sum(one.photo is None for one in contents.candidates)
    return Imported(contents, offered.photos, without, unprintable, refusal)


def import_package(console: Console, path: Path, missing: Missing, *signers: Signer) -> Imported:
    """Both in one; raises exam_package.Unfit with every bad row, and every fault of files and signed documents."""
    offered = read_package(console, path)
    if isinstance(offered, tuple):
        raise Unfit(offered)
    return put_in_force(console, offered, missing, *signers)
