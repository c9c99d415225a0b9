"""Authorizations as they reach the desk: checked, kept as they came, and entered."""

from __future__ import annotations

from pathlib import Path

from app.core.authorization import TakeExamAuthorization, TakeStartAuthorization
from app.core.operation import Refusal, Signer
from app.core.site import Package
from app.exchange import authorization, outbox
from app.exchange.signed import LONGEST, Kind, PublicKey, peek
from app.exchange.trust import Province, appointed
from app.service.console import Console
from app.trouble import Code, Trouble


def province(console: Console) -> Province:
    """The province that the ministry appointed for this store."""
    return appointed(console.site.appointment.encode(), PublicKey.read(console.site.ministry), console.site.mode)


def package_in_force(console: Console) -> Package:
    """Raises PACKAGE_MISSING while none was taken in."""
    if console.site.package is None:
        raise Trouble(Code.PACKAGE_MISSING)
    return console.site.package


def take(console: Console, token: bytes, *signers: Signer) -> Refusal | None:
    """Either authorization, told apart by its own kind. Raises every fault of signed documents."""
    site, package, key = console.site, package_in_force(console), province(console).key
    if peek(token).typ == Kind.EXAM_AUTHORIZATION:
        exam = authorization.read_exam(token, key, site.mode, site.code, package.exam.id)
        _edition(exam.edition, package)
        document = console.store.blobs.put(token)
        refusal = console.submit(TakeExamAuthorization(exam.serial, document), *signers)
    else:
        start = authorization.read_start(token, key, site.mode, site.code, package.exam.id)
        _edition(start.edition, package)
        document = console.store.blobs.put(token)
        refusal = console.submit(TakeStartAuthorization(start.session, start.serial, document), *signers)
    if refusal is None:
        console.store.mark()
    return refusal


def take_file(console: Console, path: Path, *signers: Signer) -> Refusal | None:
    """The same from a file; raises FILE_MISSING or FILE_TOO_LARGE besides."""
    return take(console, outbox.read_bytes(path, LONGEST), *signers)


def _edition(edition: int, package: Package) -> None:
    if edition != package.edition:
        raise Trouble(Code.EDITION_WRONG, expected=package.edition, found=edition)
