"""A newer register of locks as it reaches the desk: verified, kept as it came, and put in force."""

from __future__ import annotations

from pathlib import Path

from app.core.locks import TakeLockRegister
from app.core.operation import Refusal, Signer
from app.exchange import lock_register, outbox
from app.exchange.signed import LONGEST
from app.service.authorization import package_in_force, province
from app.service.console import Console


def take_register(console: Console, token: bytes, *signers: Signer) -> Refusal | None:
    """Raises PACKAGE_MISSING, and every fault of signed documents and of a register."""
    site, exam = console.site, package_in_force(console).exam.id
    register = lock_register.read(token, province(console).key, site.mode, site.code, exam)
    document = console.store.blobs.put(token)
    refusal = console.submit(TakeLockRegister(register.number, register.locks, document), *signers)
    if refusal is None:
        console.store.mark()
    return refusal


def take_register_file(console: Console, path: Path, *signers: Signer) -> Refusal | None:
    """The same from a file; raises FILE_MISSING or FILE_TOO_LARGE besides."""
    return take_register(console, outbox.read_bytes(path, LONGEST), *signers)
