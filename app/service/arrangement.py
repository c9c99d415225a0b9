"""Taking in the exam package: all of it or nothing, and the same file again changes nothing."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from pathlib import Path

from app.core.arrangement import TakeInPackage, room_places
from app.core.operation import Refusal, Signer
from app.core.terms import Digest
from app.exchange import exam_package, outbox, strict
from app.exchange.exam_package import Contents, personal
from app.exchange.signed import PublicKey
from app.service.console import Console
from app.trouble import Code, Trouble


@dataclass(frozen=True, slots=True)
class Imported:
    """What came in; `refusal` says why it is not in force, None where it is."""

    contents: Contents
    photos: int
    refusal: Refusal | None


def import_package(console: Console, path: Path, *signers: Signer) -> Imported:
    """Raises exam_package.Unfit with every bad row, and every fault of files and signed documents."""
    site, store = console.site, console.store
    index: dict[str, Digest] = {}
    digest = outbox.digest_of(path)
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
        )
        members = put(strict.encode(index))
    if outbox.digest_of(path) != digest:
        raise Trouble(Code.FILE_DAMAGED, file=path.name)
    operation = TakeInPackage(
        contents.manifest.edition,
        digest,
        contents.exam,
        contents.plan,
        contents.rulebook,
        index["roster.ndjson"],
        index["staff.ndjson"],
        members,
        contents.locks,
        room_places(contents.candidates),
    )
    refusal = console.submit(operation, *signers)
    if refusal is None:
        console.meet(contents.candidates, contents.staff)
        store.mark()
    return Imported(contents, sum(name.startswith("photos/") for name in index), refusal)
