"""Evidence and things taken into custody (证据、暂存物品): what it is, and where it lies now (VIO-10, CAN-04)."""

from __future__ import annotations

import re
from datetime import datetime
from typing import ClassVar

from app.core.free_text import FreeText, TextPart, unfit
from app.core.operation import Decision, Demand, Desk, Fact, Refusal
from app.core.site import Site
from app.core.terms import ClauseId, Digest, PersonId, Role, ViolationNo
from app.core.violation import AT_WORK
from app.core.violation_signing import AboutViolation
from app.core.violation_state import Evidence, EvidenceKind, KeptAt, Police, Violation

_DIGEST = re.compile(r"[0-9a-f]{64}|")


class TakeEvidence(AboutViolation, frozen=True):
    """Enter one piece; `digest` is the SHA-256 of a file, "" of a thing."""

    kind: EvidenceKind
    text: FreeText
    digest: str

    def answer(self, site: Site, desk: Desk, violation: Violation) -> Decision:
        if no := unfit(self.text, (TextPart.ITEM,)):
            return no
        if not _DIGEST.fullmatch(self.digest):
            return NotADigest(self.number)
        if self.digest and any(one.digest == self.digest for one in violation.evidence):
            return ()
        tag = f"{self.number}-{len(violation.evidence) + 1}"
        return (
            EvidenceTaken(self.number, tag, self.kind, self.text.kept, self.digest, self.happened_at, self.reported_by),
        )


class EvidenceTaken(Fact, frozen=True):
    """A piece of evidence has a tag; it lies in the room at first."""

    number: ViolationNo
    tag: str
    kind: EvidenceKind
    text: Digest
    digest: str
    at: datetime
    reported_by: PersonId

    def apply(self, site: Site) -> None:
        moves = ((KeptAt.ROOM, self.at),)
        one = Evidence(self.tag, self.kind, self.text, self.digest, self.at, moves)
        site.violations[self.number].evidence.append(one)
        site.rewrite(site.violations[self.number].session)
        site.keep_texts(self.text)


class MoveEvidence(AboutViolation, frozen=True):
    """Hand a piece on: the giver asks at the desk, the exam office or another taker signs (VIO-10)."""

    withdrawn_too: ClassVar[bool] = True
    tag: str
    to: KeptAt

    def demand(self, site: Site, desk: Desk) -> Demand:
        takers = frozenset({Role.EXAM_OFFICE, Role.RESIDENT, Role.CHIEF, Role.DEPUTY, Role.SITE_ADMIN})
        return Demand(AT_WORK, (takers,))

    def answer(self, site: Site, desk: Desk, violation: Violation) -> Decision:
        piece = next((one for one in violation.evidence if one.tag == self.tag), None)
        if piece is None:
            return NoSuchPiece(self.number, self.tag)
        if self.to is KeptAt.ROOM or piece.place in (KeptAt.AGENCY, KeptAt.POLICE, KeptAt.OWNER):
            return OutOfOurHands(self.tag, piece.place)
        if self.to is KeptAt.OWNER and piece.kind not in (EvidenceKind.THING, EvidenceKind.DOCUMENT):
            return NobodysProperty(self.tag, piece.kind)
        if self.happened_at < piece.moves[-1][1]:
            return MovedEarlier(self.tag, piece.moves[-1][1])
        if piece.place is self.to:
            return ()
        return (EvidenceMoved(self.number, self.tag, self.to, self.happened_at, self.reported_by),)


class EvidenceMoved(Fact, frozen=True):
    """A piece lies elsewhere."""

    number: ViolationNo
    tag: str
    to: KeptAt
    at: datetime
    reported_by: PersonId

    def apply(self, site: Site) -> None:
        site.violations[self.number].move((self.tag,), self.to, self.at)
        site.rewrite(site.violations[self.number].session)


class NotePolice(AboutViolation, frozen=True):
    """The police have it: station, officer, receipt, and what was handed to them (VIO-07)."""

    text: FreeText

    def answer(self, site: Site, desk: Desk, violation: Violation) -> Decision:
        needed, allowed = (TextPart.STATION, TextPart.OFFICER), (TextPart.RECEIPT, TextPart.ITEM)
        if no := unfit(self.text, needed, allowed):
            return no
        return (PoliceNoted(self.number, self.text.kept, self.happened_at, self.reported_by),)


class PoliceNoted(Fact, frozen=True):
    """The police have it."""

    number: ViolationNo
    text: Digest
    at: datetime
    reported_by: PersonId

    def apply(self, site: Site) -> None:
        site.violations[self.number].police = Police(self.at, self.text)
        site.rewrite(site.violations[self.number].session)
        site.keep_texts(self.text)


class NotADigest(Refusal, frozen=True):
    """64 hex digits, or nothing."""

    clause: ClassVar[ClauseId] = ClauseId("VIO-10")
    number: ViolationNo


class NoSuchPiece(Refusal, frozen=True):
    """No piece of evidence bears this tag."""

    clause: ClassVar[ClauseId] = ClauseId("VIO-10")
    number: ViolationNo
    tag: str


class OutOfOurHands(Refusal, frozen=True):
    """It does not come back into the room, and what police, agency or owner have is theirs to move."""

    clause: ClassVar[ClauseId] = ClauseId("VIO-10")
    tag: str
    place: KeptAt


class MovedEarlier(Refusal, frozen=True):
    """One move after the other."""

    clause: ClassVar[ClauseId] = ClauseId("VIO-10")
    tag: str
    at: datetime


class NobodysProperty(Refusal, frozen=True):
    """Only things and documents have an owner to whom they go back."""

    clause: ClassVar[ClauseId] = ClauseId("VIO-10")
    tag: str
    kind: EvidenceKind
