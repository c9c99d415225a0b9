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
    sealed: dict[Digest, bytes] = {}
    kept: dict[str, FreeText] = {}
    for name in operation.__struct_fields__:
        text = getattr(operation, name)
        if isinstance(text, FreeText) and text.parts:
            content = console.store.keys.seal(strict.encode(text), secrets.token_bytes(12))
            digest = Digest(hashlib.sha256(content).hexdigest())
            sealed[digest], kept[name] = content, FreeText(text.parts, digest)
    with console.store.blobs.batch() as put:
        for content in sealed.values():
            put(content)
    refusal = console.submit(replace(operation, **kept), *signers)
    if refusal is None:
        console.directory.texts.update({text.kept: text for text in kept.values()})
    return refusal
