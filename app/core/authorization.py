"""Exam authorization (考试授权, the day before) and start authorization (开考授权, T-60): two things, never merged."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar

from app.core.arrangement import PackageMissing
from app.core.operation import Decision, Demand, Desk, Fact, Operation, Refusal, office
from app.core.site import Site
from app.core.terms import ClauseId, Digest, SessionId
from app.core.timekeeping import authorization_opens
from app.core.timestamp import ScanMissing, odd_timestamp


class TakeExamAuthorization(Operation, frozen=True):
    """Enter the province's authorization of this exam at this site, already verified."""

    serial: str
    document: Digest

    def demand(self, site: Site, desk: Desk) -> Demand:
        return office(self, desk, site_lock=True)

    def decide(self, site: Site, desk: Desk) -> Decision:
        if site.package is None:
            return PackageMissing()
        if site.exam_authorization == self.serial:
            return ()
        return (ExamAuthorized(self.serial, self.document),)


class ExamAuthorized(Fact, frozen=True):
    """The exam may be held here; a later one supersedes it."""

    serial: str
    document: Digest

    def apply(self, site: Site) -> None:
        site.exam_authorization = self.serial
        site.blobs.add(self.document)


class TakeStartAuthorization(Operation, frozen=True):
    """Enter the authorization to start one session, already verified (LCK-07)."""

    session: SessionId
    serial: str
    document: Digest

    def demand(self, site: Site, desk: Desk) -> Demand:
        return office(self, desk, site_lock=True)

    def decide(self, site: Site, desk: Desk) -> Decision:
        if site.package is None:
            return PackageMissing()
        state = site.sessions.get(self.session)
        if state is None:
            return UnknownSession(self.session)
        if state.start_authorization == self.serial:
            return ()
        if state.start_authorization:
            return AlreadyAuthorized(self.session, state.start_authorization)
        if odd := odd_timestamp(site):
            return odd
        if not site.scan_passed:
            return ScanMissing()
        if not site.exam_authorization:
            return ExamAuthorizationMissing()
        opens = authorization_opens(state.plan, desk.rulebook)
        if desk.now < opens:
            return TooEarlyToAuthorize(self.session, opens)
        late = int((desk.now - opens).total_seconds() // 60)
        return (StartAuthorized(self.session, self.serial, self.document, late),)


class StartAuthorized(Fact, frozen=True):
    """Rooms of this session may be released; `late_minutes` counts from T-60."""

    session: SessionId
    serial: str
    document: Digest
    late_minutes: int

    def apply(self, site: Site) -> None:
        site.sessions[self.session].start_authorization = self.serial
        site.blobs.add(self.document)


class UnknownSession(Refusal, frozen=True):
    """The package in force has no such session."""

    clause: ClassVar[ClauseId] = ClauseId("ARR-09")
    session: SessionId


class AlreadyAuthorized(Refusal, frozen=True):
    """One start authorization a session."""

    clause: ClassVar[ClauseId] = ClauseId("LCK-07")
    session: SessionId
    serial: str


class ExamAuthorizationMissing(Refusal, frozen=True):
    """Before any start the exam itself must be authorized."""

    clause: ClassVar[ClauseId] = ClauseId("LCK-05")


class TooEarlyToAuthorize(Refusal, frozen=True):
    """Not before T-60."""

    clause: ClassVar[ClauseId] = ClauseId("LCK-07")
    session: SessionId
    opens_at: datetime
