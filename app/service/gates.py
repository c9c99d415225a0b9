"""Steps after which the journal's head is noted outside the database: starts, ends, the check of the answers."""

from __future__ import annotations

from app.core.operation import Operation, Refusal, Signer
from app.service.console import Console


def at_gate(console: Console, operation: Operation, *signers: Signer) -> Refusal | None:
    """Submit, and mark the head where it stands; raises what a lock or a disk says of the mark."""
    refusal = console.submit(operation, *signers)
    if refusal is None:
        console.store.mark()
    return refusal
