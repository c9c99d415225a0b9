"""Readers of JSON, sealed or in clear, and of what a lock or a journal keeps."""

from __future__ import annotations

from dataclasses import replace

import msgspec

from app.core.closing import RoomEnded
from app.core.locks import LockReason, SiteLockOut
from app.core.terms import PersonId
from app.exchange import (
    exam_package,
    keyfile,
    paper,
    probe,
    receipt,
    signed,
    standalone,
    standalone_return,
    strict,
    violation_list,
)
from app.exchange.agefile import seal
from app.exchange.signed import Kind
from app.exchange.trust import Trust
from app.journal import codec
from app.service.sitelock import EpochNote
from tests.fuzz.archives import alone_package
from tests.fuzz.base import US, Target, good
from tests.vectors import alone, sample
from tests.vectors.keys import (
    PROVINCE,
    PROVINCE_AGE,
    SITE_LOCK,
)


def _violations(content: bytes) -> object:
    inner = violation_list.unsealed(content, PROVINCE_AGE, "x")
    violation_list.claimed_site(inner)
    return violation_list.read(inner, SITE_LOCK.public, *US)


def _keys(content: bytes) -> object:
    return keyfile.open_as_province(keyfile.read(content), PROVINCE_AGE)


def _answers(content: bytes) -> object:
    return standalone_return.open_answers(seal(content, [PROVINCE_AGE.to_public()]), PROVINCE_AGE, "x")


def _unlocked(content: bytes) -> object:
    return standalone.unlock(replace(alone_package(good("alone")[0]), content=content), sample.A, alone.KEYS)


def contents() -> list[Target]:
    answers = msgspec.json.encode(alone.SHEET)
    return [
        Target(
            "violations",
            _violations,
            good("violations"),
            tuple(f"app.exchange.violation_list.{name}" for name in ("unsealed", "claimed_site", "read")),
        ),
        Target("keys", _keys, good("keys"), ("app.exchange.keyfile.read",)),
        Target("trust", lambda b: strict.decode(b, Trust, "trust.json").province(), good("trust"), STRICT),
        Target("probe", probe.read, good("probe"), ("app.exchange.probe.read",)),
        Target(
            "paper", lambda b: paper.read(b, sample.EXAM, sample.SESSION), good("paper"), ("app.exchange.paper.read",)
        ),
        Target("answers", lambda b: paper.read_answers(b, "x"), (answers,), ("app.exchange.paper.read_answers",)),
        Target(
            "sealed answers",
            lambda b: standalone_return.open_answers(b, PROVINCE_AGE, "x"),
            good("answers"),
            ("app.exchange.standalone_return.open_answers",),
        ),
        Target("answers inside", _answers, (answers,)),
        Target("unlocked content", _unlocked, (alone.SEALED_CONTENT,)),
        Target(
            "roster", exam_package.read_roster, _member("roster.ndjson"), ("app.exchange.exam_package.read_roster",)
        ),
        Target("staff", exam_package.read_staff, _member("staff.ndjson"), ("app.exchange.exam_package.read_staff",)),
        Target(
            "recovery",
            exam_package.read_recovery,
            (strict.encode(sample.RECOVERY),),
            ("app.exchange.exam_package.read_recovery",),
        ),
        Target("header", signed.peek, good("receipt"), ("app.exchange.signed.peek",)),
        Target(
            "signed",
            lambda b: signed.verify(b, Kind.RECEIPT, receipt.Receipt, PROVINCE.public),
            good("receipt"),
            ("app.exchange.signed.verify",),
        ),
        Target(
            "claimed",
            lambda b: signed.claimed(b, Kind.RECEIPT, receipt.Receipt),
            good("receipt"),
            ("app.exchange.signed.claimed",),
        ),
        Target("fact", codec.decode, FACTS, ("app.journal.codec.decode",)),
        Target("stamp", _stamp, STAMPS, ("app.journal.codec.decode_stamp", "app.journal.codec.decode_time")),
        Target("epoch note", lambda b: strict.decode(b, EpochNote, "epoch"), EPOCHS),
    ]


STRICT = ("app.exchange.strict.decode",)
FACTS = tuple(
    codec.encode(fact)
    for fact in (
        RoomEnded(sample.SESSION, sample.ROOM, sample.AT, PersonId("A01")),
        SiteLockOut(sample.LOCK, LockReason.REMOVED),
    )
)
STAMPS = (codec.encode_stamp(codec.EntryStamp(sample.AT, "b", 1, "A", 1, ())),)
EPOCHS = (strict.encode(EpochNote(sample.MODE, sample.SITE, 2, "B", sample.AT, 7, "0" * 64)),)


def _member(name: str) -> tuple[bytes, ...]:
    return (dict(sample.MEMBERS)[name],)


def _stamp(content: bytes) -> object:
    return codec.decode_time(content), codec.decode_stamp(content)
