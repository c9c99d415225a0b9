"""Exam authorization (考试授权, the day before) and start authorization (开考授权, T-60): two things, never merged."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum
from typing import ClassVar

import msgspec

from app.core.arrangement import PackageMissing
from app.core.incident import IncidentOpened, next_incident
from app.core.incident_kinds import IncidentKind
from app.core.lock_state import Outcome, SupervisedKind
from app.core.operation import OFFICE, Decision, Demand, Desk, Fact, Operation, Refusal, Refused
from app.core.session_state import Received
from app.core.site import Site
from app.core.supervision import SupervisionClosed, SupervisionLapsed, unsupervised
from app.core.terms import ClauseId, Digest, SessionId
from app.core.timekeeping import authorization_opens
from app.core.timestamp import ScanMissing, odd_timestamp


def _receipt(site: Site, desk: Desk) -> Refusal | Refused | None:
    """A lapsed one is entered as such: whatever it brought is forgotten, and it begins anew."""
    no = unsupervised(site, SupervisedKind.RECEIPT, desk)
    if isinstance(no, SupervisionLapsed):
        return Refused(no, (SupervisionClosed(no.number, Outcome.LAPSED, desk.now),))
    return no


def _done(site: Site, desk: Desk) -> tuple[Fact, ...]:
    step = site.supervision(SupervisedKind.RECEIPT)
    return (SupervisionClosed(step.number, Outcome.DONE, desk.now),) if step else ()


class TakeExamAuthorization(Operation, frozen=True):
    """Enter the province's authorization of this exam at this site, already verified, under supervision (LCK-05)."""

    serial: str
    document: Digest

    def demand(self, site: Site, desk: Desk) -> Demand:
        return Demand(OFFICE, site_lock=True)

    def decide(self, site: Site, desk: Desk) -> Decision:
        if site.package is None:
            return PackageMissing()
        if odd := odd_timestamp(site):
            return odd
        if not site.scan_passed:
            return ScanMissing()
        if no := _receipt(site, desk):
            return no
        if site.exam_authorization == self.serial:
            return _done(site, desk)
        return (ExamAuthorized(self.serial, self.document), *_done(site, desk))


class ExamAuthorized(Fact, frozen=True):
    """The exam may be held here; a later one supersedes it."""

    serial: str
    document: Digest

    def apply(self, site: Site) -> None:
        site.exam_authorization, site.exam_document = self.serial, self.document
        site.blobs.add(self.document)


class StartDocument(msgspec.Struct, frozen=True):
    """One session's start authorization as it was taken in: verified, and kept as a blob."""

    session: SessionId
    serial: str
    document: Digest


class ReceiveStartAuthorizations(Operation, frozen=True):
    """Take in start authorizations of one batch, all or none, under one supervision (LCK-03, LCK-10)."""

    documents: tuple[StartDocument, ...]

    def demand(self, site: Site, desk: Desk) -> Demand:
        return Demand(OFFICE, site_lock=True)

    def decide(self, site: Site, desk: Desk) -> Decision:
        if site.package is None:
            return PackageMissing()
        if not self.documents:
            return NothingBrought()
        if no := self._unbound(site, desk) or _receipt(site, desk):
            return no
        facts = [
            StartAuthorizationReceived(one.session, one.serial, one.document)
            for one in dict.fromkeys(self.documents)
            if site.sessions[one.session].start_authorization != one.serial
        ]
        return (*facts, *_done(site, desk))

    def _unbound(self, site: Site, desk: Desk) -> Refusal | None:
        """Each for a session of one batch, once, and not before the batch's first T-60."""
        batches: set[int] = set()
        first: dict[SessionId, str] = {}
        for one in self.documents:
            state = site.sessions.get(one.session)
            if state is None:
                return UnknownSession(one.session)
            before = state.start_authorization or first.setdefault(one.session, one.serial)
            if before != one.serial:
                return AlreadyAuthorized(one.session, before)
            batches.add(state.plan.batch)
        if len(batches) > 1:
            return SeveralBatches(tuple(sorted(one.session for one in self.documents)))
        of_batch = [state.plan for state in site.sessions.values() if state.plan.batch in batches]
        opens = min(authorization_opens(plan, desk.rulebook) for plan in of_batch)
        return TooEarlyToAuthorize(self.documents[0].session, opens) if desk.now < opens else None


class StartAuthorizationReceived(Fact, frozen=True):
    """A start authorization lies here, to be checked when its time has come."""

    session: SessionId
    serial: str
    document: Digest

    def apply(self, site: Site) -> None:
        site.sessions[self.session].received = Received(self.serial, self.document)
        site.blobs.add(self.document)


class CheckStartAuthorization(Operation, frozen=True):
    """Check the authorization that lies here for a session, its signature verified anew (LCK-07); one person's step."""

    session: SessionId

    def demand(self, site: Site, desk: Desk) -> Demand:
        return Demand(OFFICE)

    def decide(self, site: Site, desk: Desk) -> Decision:
        if site.package is None:
            return PackageMissing()
        state = site.sessions.get(self.session)
        if state is None:
            return UnknownSession(self.session)
        if state.start_authorization:
            return ()
        if state.received is None:
            return StartAuthorizationMissing(self.session)
        if no := self._not_ready(site, desk):
            return no
        opens = authorization_opens(state.plan, desk.rulebook)
        if desk.now < opens:
            return TooEarlyToAuthorize(self.session, opens)
        late = int((desk.now - opens).total_seconds() // 60)
        return (StartAuthorized(self.session, state.received.serial, state.received.document, late),)

    def _not_ready(self, site: Site, desk: Desk) -> Refusal | None:
        if odd := odd_timestamp(site):
            return odd
        if not site.scan_passed:
            return ScanMissing()
        if not site.exam_authorization:
            return ExamAuthorizationMissing()
        if not desk.rulebook.sealing.value:
            return None
        if site.accepted_at is None:
            return AcceptanceMissing()
        day = site.sessions[self.session].plan.starts_at.date()
        return None if site.seal and site.seal.opened_on(day) else SealNotOpened(day)


class StartAuthorized(Fact, frozen=True):
    """Rooms of this session may be released; `late_minutes` counts from T-60."""

    session: SessionId
    serial: str
    document: Digest
    late_minutes: int

    def apply(self, site: Site) -> None:
        site.sessions[self.session].start_authorization = self.serial
        site.blobs.add(self.document)


class Flaw(StrEnum):
    """What was wrong with a document that claimed to be an authorization."""

    SIGNATURE = "signature"
    OTHER_SITE = "other_site"
    OTHER_EXAM = "other_exam"
    OTHER_EDITION = "other_edition"
    OTHER_MODE = "other_mode"


class RejectAuthorization(Operation, frozen=True):
    """Note that a false authorization was offered here: altered, or another's (LCK-07, LCK-11)."""

    flaw: Flaw
    document: Digest
    """Of the bytes offered; they are not kept."""

    def demand(self, site: Site, desk: Desk) -> Demand:
        return Demand(OFFICE)

    def decide(self, site: Site, desk: Desk) -> Decision:
        number = next_incident(site, desk)
        opened = IncidentOpened(number, IncidentKind.AUTHORITY, None, None, desk.now, desk.operator.id)
        return (AuthorizationRejected(self.flaw, self.document), opened)


class AuthorizationRejected(Fact, frozen=True):
    """A false authorization was offered and refused."""

    flaw: Flaw
    document: Digest

    def apply(self, site: Site) -> None:
        """Kept for the record only."""


class UnknownSession(Refusal, frozen=True):
    """The package in force has no such session."""

    clause: ClassVar[ClauseId] = ClauseId("ARR-09")
    session: SessionId


class AlreadyAuthorized(Refusal, frozen=True):
    """One start authorization a session."""

    clause: ClassVar[ClauseId] = ClauseId("LCK-07")
    session: SessionId
    serial: str


class NothingBrought(Refusal, frozen=True):
    """A receipt brings at least one authorization."""

    clause: ClassVar[ClauseId] = ClauseId("LCK-07")


class SeveralBatches(Refusal, frozen=True):
    """One receipt brings the authorizations of one batch."""

    clause: ClassVar[ClauseId] = ClauseId("LCK-07")
    sessions: tuple[SessionId, ...]


class StartAuthorizationMissing(Refusal, frozen=True):
    """First it is taken in under supervision."""

    clause: ClassVar[ClauseId] = ClauseId("LCK-07")
    session: SessionId


class ExamAuthorizationAlone(Refusal, frozen=True):
    """The exam's authorization and those of starts are two things, and two receipts."""

    clause: ClassVar[ClauseId] = ClauseId("LCK-05")


class ExamAuthorizationMissing(Refusal, frozen=True):
    """Before any start the exam itself must be authorized."""

    clause: ClassVar[ClauseId] = ClauseId("LCK-05")


class SealNotOpened(Refusal, frozen=True):
    """The equipment was not taken out of its seal on this day."""

    clause: ClassVar[ClauseId] = ClauseId("LCK-06")
    day: date


class AcceptanceMissing(Refusal, frozen=True):
    """First the site is tested and accepted."""

    clause: ClassVar[ClauseId] = ClauseId("LCK-05")


class TooEarlyToAuthorize(Refusal, frozen=True):
    """Not before T-60."""

    clause: ClassVar[ClauseId] = ClauseId("LCK-07")
    session: SessionId
    opens_at: datetime
