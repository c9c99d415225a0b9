"""Operations with free text: what was typed is sealed as personal data, and the journal cites it by digest."""

from __future__ import annotations

import hashlib
import secrets

from msgspec.structs import replace

from app.core.free_text import FreeText
from app.core.operation import Operation, Refusal, Signer
from app.core.terms import Digest
from app.exchange import strict
from app.service.console import Console


def submit(console: Console, operation: Operation, *signers: Signer) -> Refusal | None:
    """As `console.submit`, for an operation whose texts are not kept yet."""
    # Words that nothing cites would lie on the disk for good; what cannot be kept cannot be sealed either.
    facts = console.foretell(operation, *signers)
    if isinstance(facts, Refusal):
        return facts
    if not facts:
        return None
    texts: dict[Digest, tuple[bytes, FreeText]] = {}
    citing = _citing(console, operation, texts)
    with console.store.blobs.batch() as put:
        for content, _ in texts.values():
            put(content)
    refusal = console.submit(citing, *signers)
    if refusal is None:
        console.directory.texts.update({digest: text for digest, (_, text) in texts.items()})
    return refusal


def _citing(console: Console, operation: Operation, texts: dict[Digest, tuple[bytes, FreeText]]) -> Operation:
    """The operation with each text under the digest it will be kept by, also in an operation that it holds."""
    kept: dict[str, FreeText | Operation] = {}
    for name in operation.__struct_fields__:
        field = getattr(operation, name)
        if isinstance(field, Operation):
            kept[name] = _citing(console, field, texts)
        elif isinstance(field, FreeText) and field.parts:
            content = console.store.keys.seal(strict.encode(field), secrets.token_bytes(12))
            digest = Digest(hashlib.sha256(content).hexdigest())
            kept[name] = FreeText(field.parts, digest)
            texts[digest] = content, FreeText(field.parts, digest)
    return replace(operation, **kept)
