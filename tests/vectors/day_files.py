"""Vectors of a day summary's numbers, and of the list of violations."""

from __future__ import annotations

from datetime import date, timedelta

import msgspec
from msgspec.structs import replace

from app.core.terms import ExamId, Mode, SiteCode
from app.exchange.agefile import Identity, seal
from app.exchange.signed import Kind
from app.exchange.violation_list import ViolationEntry, ViolationList, write
from app.trouble import Code
from tests.vectors.bench import badly_signed, doubled, flipped, signed_as, token, vector, with_unknown, without
from tests.vectors.days import ENTRY, LIST, OUTSIDER, SUMMARY
from tests.vectors.keys import PROVINCE_AGE, SITE_LOCK, STRANGE_LOCK, STRANGER_AGE

SMALL = replace(LIST, violations=(OUTSIDER,))


def summary(payload: bytes) -> bytes:
    return token(Kind.SUMMARY, payload, SITE_LOCK)


def put(old: bytes, new: bytes) -> bytes:
    """The sample's payload with one thing in it changed."""
    whole = msgspec.json.encode(SUMMARY)
    if old not in whole:
        raise ValueError(old)
    return summary(whole.replace(old, new, 1))


@vector("summary", Code.CONTENT_UNFIT)
def total_differs() -> bytes:
    """The total is one more than the sum."""
    return signed_as(Kind.SUMMARY, replace(SUMMARY, total=replace(SUMMARY.total, present=2)), SITE_LOCK)


@vector("summary", Code.CONTENT_UNFIT)
def elsewhere_left_out() -> bytes:
    """The total leaves out what belongs to no session."""
    return signed_as(Kind.SUMMARY, replace(SUMMARY, total=SUMMARY.sessions[0].figures), SITE_LOCK)


@vector("summary", Code.CONTENT_UNFIT)
def less_than_none() -> bytes:
    """A count less than none."""
    return put(b'"absent":1', b'"absent":-1')


@vector("summary", Code.CONTENT_UNFIT)
def unknown_figure() -> bytes:
    """A count that nobody knows."""
    return put(b'"absent":1', b'"absent":1,"asleep":0')


@vector("summary", Code.MEMBER_DOUBLED)
def session_doubled() -> bytes:
    """One session twice."""
    return signed_as(Kind.SUMMARY, replace(SUMMARY, sessions=SUMMARY.sessions * 2), SITE_LOCK)


@vector("summary", Code.CONTENT_UNFIT)
def without_sessions() -> bytes:
    """A day without a session."""
    return signed_as(Kind.SUMMARY, replace(SUMMARY, sessions=()), SITE_LOCK)


@vector("summary", Code.CONTENT_UNFIT)
def session_path() -> bytes:
    """A session named by a path."""
    return put(b'"session":"1-1"', b'"session":"../1"')


@vector("summary", Code.CONTENT_UNFIT)
def other_day() -> bytes:
    """A session of another day."""
    return signed_as(Kind.SUMMARY, replace(SUMMARY, day=date(2026, 6, 20)), SITE_LOCK)


@vector("summary", Code.CONTENT_UNFIT)
def part_of_second() -> bytes:
    """Signed at a part of a second."""
    at = SUMMARY.issued_at + timedelta(microseconds=1)
    return signed_as(Kind.SUMMARY, replace(SUMMARY, issued_at=at), SITE_LOCK)


@vector("summary", Code.CONTENT_UNFIT)
def without_zone() -> bytes:
    """The time of a session without a zone."""
    return put(b'"starts_at":"2026-06-19T01:00:00Z"', b'"starts_at":"2026-06-19T01:00:00"')


@vector("summary", Code.CONTENT_UNFIT)
def record_no_digest() -> bytes:
    """The digest of the sheet is none."""
    return put(SUMMARY.record.encode(), b"A" * 64)


def sealed(signed: bytes, to: Identity = PROVINCE_AGE) -> bytes:
    return seal(signed, [to.to_public()])


def listed(*violations: ViolationEntry) -> bytes:
    return sealed(signed_as(Kind.VIOLATIONS, replace(LIST, violations=violations), SITE_LOCK))


def changed(old: bytes, new: bytes, of: ViolationList = SMALL) -> bytes:
    whole = msgspec.json.encode(of)
    if old not in whole:
        raise ValueError(old)
    return sealed(token(Kind.VIOLATIONS, whole.replace(old, new, 1), SITE_LOCK))


def as_signed(content: ViolationList) -> bytes:
    return sealed(signed_as(Kind.VIOLATIONS, content, SITE_LOCK))


@vector("violations")
def good() -> bytes:
    """As the program writes it."""
    return write(LIST, SITE_LOCK, PROVINCE_AGE.to_public())


@vector("violations")
def nothing_recorded() -> bytes:
    """A day without violations."""
    return listed()


@vector("violations", Code.FILE_DAMAGED)
def empty() -> bytes:
    """No byte at all."""
    return b""


@vector("violations", Code.FILE_DAMAGED)
def in_clear() -> bytes:
    """The signed list, not sealed."""
    return signed_as(Kind.VIOLATIONS, SMALL, SITE_LOCK)


@vector("violations", Code.FILE_NOT_FOR_US)
def other_recipient() -> bytes:
    """Sealed to somebody else."""
    return sealed(signed_as(Kind.VIOLATIONS, SMALL, SITE_LOCK), STRANGER_AGE)


@vector("violations", Code.FILE_DAMAGED)
def age_truncated() -> bytes:
    """The last byte is missing."""
    return as_signed(SMALL)[:-1]


@vector("violations", Code.FILE_DAMAGED)
def age_flipped() -> bytes:
    """A bit of the sealed content changed."""
    return flipped(as_signed(SMALL), -50)


@vector("violations", Code.FILE_DAMAGED)
def not_signed() -> bytes:
    """The bare list, sealed."""
    return sealed(msgspec.json.encode(SMALL))


@vector("violations", Code.SIGNER_UNKNOWN)
def unknown_signer() -> bytes:
    """Signed by a key that we do not know."""
    return sealed(signed_as(Kind.VIOLATIONS, SMALL, STRANGE_LOCK))


@vector("violations", Code.SIGNATURE_BAD)
def bad_signature() -> bytes:
    """First bit of the signature changed."""
    return sealed(badly_signed(signed_as(Kind.VIOLATIONS, SMALL, SITE_LOCK)))


@vector("violations", Code.KIND_WRONG)
def wrong_kind() -> bytes:
    """The list signed as a day summary."""
    return sealed(signed_as(Kind.SUMMARY, SMALL, SITE_LOCK))


@vector("violations", Code.MODE_WRONG)
def wrong_mode() -> bytes:
    """For a real exam."""
    return as_signed(replace(SMALL, mode=Mode.REAL))


@vector("violations", Code.SITE_WRONG)
def wrong_site() -> bytes:
    """Of another site."""
    return as_signed(replace(SMALL, site=SiteCode("110106")))


@vector("violations", Code.EXAM_WRONG)
def wrong_exam() -> bytes:
    """Of another exam."""
    return as_signed(replace(SMALL, exam=ExamId("another")))


@vector("violations", Code.CONTENT_UNFIT)
def unknown_field() -> bytes:
    """A field that nobody knows."""
    return sealed(token(Kind.VIOLATIONS, with_unknown(SMALL), SITE_LOCK))


@vector("violations", Code.FIELD_DOUBLED)
def doubled_field() -> bytes:
    """The first field stands twice."""
    return sealed(token(Kind.VIOLATIONS, doubled(SMALL), SITE_LOCK))


@vector("violations", Code.CONTENT_UNFIT)
def missing_field() -> bytes:
    """`violations` is missing."""
    return sealed(token(Kind.VIOLATIONS, without(SMALL, "violations"), SITE_LOCK))


@vector("violations", Code.CONTENT_UNFIT)
def penalty() -> bytes:
    """A record with a decision, which is the agency's."""
    return changed(b'"complete":false', b'"complete":false,"penalty":"void"')


@vector("violations", Code.CONTENT_UNFIT)
def kind_unknown() -> bytes:
    """A kind that is in no list."""
    return changed(b"V-201", b"V-999")


@vector("violations", Code.CONTENT_UNFIT)
def without_versions() -> bytes:
    """A record that says nothing."""
    return listed(replace(OUTSIDER, versions=()))


@vector("violations", Code.CONTENT_UNFIT)
def version_unexplained() -> bytes:
    """A second version, and nothing says why."""
    return listed(replace(ENTRY, corrections=()))


@vector("violations", Code.MEMBER_DOUBLED)
def number_doubled() -> bytes:
    """Two records of one number."""
    return listed(ENTRY, replace(OUTSIDER, number=ENTRY.number))


@vector("violations", Code.MEMBER_DOUBLED)
def tag_doubled() -> bytes:
    """A piece of evidence under two records."""
    return listed(ENTRY, replace(OUTSIDER, evidence=ENTRY.evidence[:1]))


@vector("violations", Code.CONTENT_UNFIT)
def one_witness() -> bytes:
    """One invigilator where two sign."""
    return changed(b'"witnesses":["One","Two"]', b'"witnesses":["One"]', LIST)


@vector("violations", Code.CONTENT_UNFIT)
def evidence_digest() -> bytes:
    """The digest of a file of evidence is cut."""
    return changed(ENTRY.evidence[1].digest.encode(), ENTRY.evidence[1].digest[:16].encode(), LIST)


@vector("violations", Code.CONTENT_UNFIT)
def ticket_line() -> bytes:
    """A ticket with a line end."""
    return changed(b'"ticket":"110105001"', b'"ticket":"110105001\\n"', LIST)


@vector("violations", Code.CONTENT_UNFIT)
def time_without_zone() -> bytes:
    """The time of the act without a zone."""
    return changed(b'"happened_at":"2026-06-19T01:00:00Z"', b'"happened_at":"2026-06-19T01:00:00"')


@vector("violations", Code.CONTENT_UNFIT)
def act_part_of_second() -> bytes:
    """The act at a part of a second."""
    return changed(b'"happened_at":"2026-06-19T01:00:00Z"', b'"happened_at":"2026-06-19T01:00:00.5Z"')


@vector("violations", Code.CONTENT_UNFIT)
def last_year() -> bytes:
    """Reminded in a year that no zone can tell."""
    return changed(b'"reminded_at":"2026-06-19T00:59:00Z"', b'"reminded_at":"9999-06-19T00:59:00Z"')
