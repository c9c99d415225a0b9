"""What sites send of an exam day: read strictly, told as rows of a table or as one record a line."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime
from enum import Enum
from pathlib import Path

import msgspec

from app.authority.csv_file import Row
from app.authority.keys import Agency
from app.authority.site_lock import in_force
from app.core.day_figures import Figures
from app.core.terms import ExamId, SiteCode
from app.core.violation_kinds import CATEGORIES
from app.exchange import day_summary, outbox, strict, violation_list
from app.exchange.day_summary import DaySummaryFile
from app.exchange.enrolment import SiteRequest
from app.exchange.signed import LONGEST, Kind, PublicKey
from app.exchange.violation_list import Version, ViolationEntry, ViolationList
from app.trouble import Code, Trouble

_SEALED = LONGEST + (1 << 20)
_COUNTS = Figures.__struct_fields__
SUMMARY_COLUMNS = ("exam", "site", "day", "session", "subject", "starts_at", *_COUNTS, "record", "serial")
VIOLATION_COLUMNS = (
    "exam",
    "site",
    "day",
    "number",
    "session",
    "subject",
    "room",
    "ticket",
    "name",
    "id_type",
    "id_number",
    "person",
    "version",
    "versions",
    "kind",
    "kind_said",
    "level",
    "sheet",
    "happened_at",
    "found",
    "found_at",
    "reminded_at",
    "place",
    "act",
    "handling",
    "corrected_at",
    "reason",
    "basis",
    "told_at",
    "signed_at",
    "refused_at",
    "refusal",
    "damage",
    "refusal_witnesses",
    "removed_at",
    "removal_witnesses",
    "roving",
    "waits_at",
    "police_at",
    "station",
    "officer",
    "receipt",
    "police_item",
    "evidence",
    "incident",
    "withdrawn_at",
    "withdrawn_reason",
    "withdrawn_basis",
    "complete",
    "serial",
)


def summary(
    agency: Agency, requests: Sequence[SiteRequest], token: bytes, exam: ExamId | None = None
) -> DaySummaryFile:
    """A summary that the site lock in force here signed; raises whatever does not fit."""
    request = _asked(requests, day_summary.claimed_site(token), Kind.SUMMARY)
    return day_summary.read(token, PublicKey.read(in_force(agency, request).key), agency.mode, request.site, exam)


def violations(
    agency: Agency, requests: Sequence[SiteRequest], sealed: bytes, file: str, exam: ExamId | None = None
) -> ViolationList:
    """The same of a list of violations, which only this agency opens."""
    token = violation_list.unsealed(sealed, agency.identity, file)
    request = _asked(requests, violation_list.claimed_site(token), Kind.VIOLATIONS)
    return violation_list.read(token, PublicKey.read(in_force(agency, request).key), agency.mode, request.site, exam)


def _asked(requests: Sequence[SiteRequest], site: SiteCode, kind: Kind) -> SiteRequest:
    found = next((one for one in requests if one.site == site), None)
    if found is None:
        raise Trouble(Code.SIGNER_UNKNOWN, document=kind, signer=site[:60])
    return found


def read_summary(
    agency: Agency, requests: Sequence[SiteRequest], path: Path, exam: ExamId | None = None
) -> DaySummaryFile:
    """Raises also FILE_MISSING and FILE_TOO_LARGE."""
    return summary(agency, requests, outbox.read_bytes(path, LONGEST), exam)


def read_violations(
    agency: Agency, requests: Sequence[SiteRequest], path: Path, exam: ExamId | None = None
) -> ViolationList:
    """Raises also FILE_MISSING and FILE_TOO_LARGE."""
    return violations(agency, requests, outbox.read_bytes(path, _SEALED), path.name, exam)


def summary_rows(found: Iterable[DaySummaryFile]) -> Iterator[Row]:
    """One a session, one for what belongs to none ("-"), one for the day ("*")."""
    for one in found:
        head = (one.exam, one.site, str(one.day))
        lines: list[tuple[str, str, str, Figures]] = [
            (line.session, line.subject, str(line.starts_at), line.figures) for line in one.sessions
        ]
        lines += [("-", "", "", one.elsewhere), ("*", "", "", one.total)]
        for session, subject, starts_at, figures in lines:
            counts = (getattr(figures, name) for name in _COUNTS)
            yield (*head, session, subject, starts_at, *counts, one.record, one.serial)


def violation_rows(found: Iterable[ViolationList], say: Callable[[Enum], str]) -> Iterator[Row]:
    """One a version, the newest last; `say` words a kind or a level."""
    for day in found:
        for one in day.violations:
            for number, version in enumerate(one.versions, 1):
                yield (
                    day.exam,
                    day.site,
                    str(day.day),
                    *_whom(one, version),
                    number,
                    len(one.versions),
                    *_what(version, say),
                    *_why(one, number),
                    *_settled(one),
                    day.serial,
                )


def _whom(one: ViolationEntry, version: Version) -> Row:
    named = (one.ticket, one.name, one.id_type, one.id_number, version.person)
    return (one.number, one.session, one.subject, one.room, *map(_said, named))


def _what(one: Version, say: Callable[[Enum], str]) -> Row:
    times = (str(one.happened_at), one.found, str(one.found_at), _said(one.reminded_at))
    told = map(_said, (one.place, one.act, one.handling))
    return (one.kind, say(one.kind), say(CATEGORIES[one.kind].level), one.sheet, *times, *told)


def _why(one: ViolationEntry, version: int) -> Row:
    """Why this version came; the first one has no reason."""
    if version == 1:
        return ("", "", "")
    why = one.corrections[version - 2]
    return (str(why.at), _said(why.reason), _said(why.basis))


def _settled(one: ViolationEntry) -> Row:
    refused, removed, police, withdrawn = one.refused, one.removed, one.police, one.withdrawn
    pieces = (f"{piece.tag} {piece.kind} {_said(piece.item)} {piece.digest} {piece.place}" for piece in one.evidence)
    return (
        _said(one.told_at),
        _said(one.signed_at),
        *((str(refused.at), *map(_said, (refused.refusal, refused.damage))) if refused else ("",) * 3),
        " / ".join(refused.witnesses) if refused else "",
        *((str(removed.at), " / ".join(removed.witnesses), removed.roving) if removed else ("",) * 3),
        removed.place if removed else "",
        str(police.at) if police else "",
        *(map(_said, (police.station, police.officer, police.receipt, police.item)) if police else ("",) * 4),
        "\n".join(pieces),
        one.incident or "",
        str(withdrawn.at) if withdrawn else "",
        *(map(_said, (withdrawn.reason, withdrawn.basis)) if withdrawn else ("",) * 2),
        "yes" if one.complete else "no",
    )


def _said(told: datetime | str | None) -> str:
    return "" if told is None else str(told)


def as_lines(found: Iterable[msgspec.Struct]) -> bytes:
    """NDJSON: each document as it was signed."""
    return b"".join(strict.encode(one) + b"\n" for one in found)
