"""What leaves the station of one answering: the return, or an interim copy of it."""

from __future__ import annotations

import hashlib

from app.core.terms import Digest
from app.exchange import standalone_return
from app.exchange.agefile import recipient
from app.exchange.paper import AnswerSheet, Paper
from app.exchange.signed import SigningKey
from app.exchange.standalone import Held
from app.exchange.standalone_return import ReturnDocument, seal_answers
from app.station.records import Progress
from app.station.stamp import SECOND, Stamp


def make(
    held: Held, paper: Paper, progress: Progress, opened: Stamp, now: Stamp, key: SigningKey, interim: int
) -> bytes:
    """`interim`: the number of the copy, 0 for the return itself. Never the same bytes twice."""
    manifest = held.manifest
    answers = tuple(progress.answers[one.id] for one in paper.questions if one.id in progress.answers)
    sheet = AnswerSheet(manifest.exam, manifest.session, manifest.ticket, answers)
    to = [recipient(manifest.province), recipient(manifest.rescue)] if interim else [recipient(manifest.province)]
    sealed = seal_answers(sheet, to)
    document = ReturnDocument(
        mode=manifest.mode,
        exam=manifest.exam,
        site=manifest.site,
        issued_at=now.at,
        serial=f"{manifest.package}-{interim}" if interim else manifest.package,
        session=manifest.session,
        ticket=manifest.ticket,
        number=manifest.number,
        nonce=manifest.nonce,
        package=held.digest,
        machine=manifest.machine,
        final=not interim,
        opened_at=opened.at,
        closed_at=now.at,
        used_seconds=progress.used_seconds,
        open_seconds=(now.gone - opened.gone) // SECOND,
        granted_minutes=progress.granted,
        questions=len(paper.questions),
        answered=progress.answered,
        resumed=progress.resumed,
        answers=Digest(hashlib.sha256(sealed).hexdigest()),
    )
    return standalone_return.write(document, sealed, key, recipient(manifest.recipient))
