"""Handing over (移交): papers, media and evidence to those who come for them, two givers and two receivers (PAP-02)."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar

from app.core.evidence import MovedEarlier
from app.core.free_text import FreeText, TextPart, same_name, unfit
from app.core.media import gone_or_unregistered
from app.core.operation import OFFICE, Decision, Demand, Desk, Fact, Operation, PersonUnknown, Refusal, untold
from app.core.paper_state import Copy, Handover, PaperRef, RecordCopy
from app.core.records import ROOM_RECORD
from app.core.signing import GoneAlready, signers_of
from app.core.site import Site
from app.core.terms import ClauseId, Digest, HandoverNo, MediumSerial, PersonId, Role
from app.core.violation_state import Evidence, KeptAt

_ESCORTS = (TextPart.ESCORT_1, TextPart.ESCORT_2)


def next_handover(site: Site, desk: Desk) -> HandoverNo:
    """Numbers carry the machine's name."""
    own = sum(number.startswith(f"{desk.machine}H-") for number in site.handovers)
    return HandoverNo(f"{desk.machine}H-{own + 1:03d}")


def piece(site: Site, tag: str) -> Evidence | None:
    """The piece of evidence of this tag."""
    return next((one for each in site.violations.values() for one in each.evidence if one.tag == tag), None)


class HandOver(Operation, frozen=True):
    """Give papers, media and pieces of evidence out of the site; the receivers' names and office stand in the text."""

    givers: tuple[PersonId, PersonId]
    text: FreeText
    papers: tuple[PaperRef, ...]
    media: tuple[MediumSerial, ...]
    evidence: tuple[str, ...]
    cards_checked: bool
    """Work pass and identity card of the receivers were looked at (002 L367)."""
    happened_at: datetime

    def demand(self, site: Site, desk: Desk) -> Demand:
        return Demand(OFFICE | {Role.EXAM_OFFICE}, persons=self.givers)

    def decide(self, site: Site, desk: Desk) -> Decision:
        if no := untold(self.happened_at, self.givers[0], desk) or self._people(desk) or self._things(site, desk):
            return no
        number = next_handover(site, desk)
        return (
            HandedOver(
                number,
                self.givers,
                self.text.kept,
                tuple(dict.fromkeys(self.papers)),
                tuple(dict.fromkeys(self.media)),
                tuple(dict.fromkeys(self.evidence)),
                self.cards_checked,
                self.happened_at,
            ),
        )

    def _people(self, desk: Desk) -> Refusal | None:
        needed = (TextPart.RECEIVER_1, TextPart.RECEIVER_2, TextPart.OFFICE)
        if no := unfit(self.text, (*needed, *_ESCORTS) if self.media else needed, _ESCORTS):
            return no
        if self.media and same_name(self.text[TextPart.ESCORT_1], self.text[TextPart.ESCORT_2]):
            return TwoEscorts()
        first, second = self.givers
        if desk.directory.same(first, second):
            return TwoOnEachSide(giving=True)
        names = [desk.directory.staff_name(one) for one in self.givers]
        receivers = [self.text[TextPart.RECEIVER_1], self.text[TextPart.RECEIVER_2]]
        pairs = [(one, other) for one in receivers for other in names]
        if any(same_name(one, other) for one, other in [tuple(receivers), *pairs]):
            return TwoOnEachSide(giving=False)
        strange = next((one for one in self.givers if one not in desk.directory.staff), None)
        return PersonUnknown(strange) if strange else None

    def _things(self, site: Site, desk: Desk) -> Refusal | None:
        if not (self.papers or self.media or self.evidence):
            return NothingToHandOver()
        for paper in self.papers:
            copies = site.papers(paper.form, paper.subject)
            copy = next((one for one in copies if one.copy == paper.copy), None)
            if copy is None or not copy.came_out or not self._signed(copy, desk) or superseded(site, copy, copies[-1]):
                return PaperNotReady(paper.form, paper.subject, paper.copy)
            if copy.handed_over:
                return GoneAlready(paper.form, copy.handed_over)
        for medium in self.media:
            if no := gone_or_unregistered(site, medium):
                return no
        for tag in self.evidence:
            found = piece(site, tag)
            if found is None or found.place not in (KeptAt.ROOM, KeptAt.EXAM_OFFICE):
                return PieceNotHere(tag)
            if self.happened_at < found.moves[-1][1]:
                return MovedEarlier(tag, found.moves[-1][1])
        return None

    def _signed(self, copy: Copy, desk: Desk) -> bool:
        if copy.signed_at is None:
            return not signers_of(copy.form, desk.rulebook)
        return copy.signed_at <= self.happened_at


def superseded(site: Site, copy: Copy, newest: Copy) -> bool:
    """Whether what this copy says was changed since, as far as copies and the state of the room tell."""
    room = site.room(copy.session, copy.room) if isinstance(copy, RecordCopy) and copy.form == ROOM_RECORD else None
    return newest.content != copy.content or (room is not None and copy.copy <= room.copies_before)


class HandedOver(Fact, frozen=True):
    """Things left the site."""

    number: HandoverNo
    givers: tuple[PersonId, PersonId]
    text: Digest
    papers: tuple[PaperRef, ...]
    media: tuple[MediumSerial, ...]
    evidence: tuple[str, ...]
    cards_checked: bool
    at: datetime

    def apply(self, site: Site) -> None:
        site.handovers[self.number] = Handover(
            self.number,
            self.at,
            self.givers,
            self.text,
            self.papers,
            self.media,
            self.evidence,
            self.cards_checked,
        )
        site.keep_texts(self.text)
        for medium in self.media:
            site.safe.media[medium].handed_over = self.number
            site.safe.gone(medium, self.at)
        for paper in self.papers:
            site.put_paper(paper.form, paper.subject, paper.copy, handed_over=self.number)
        for violation in site.violations.values():
            violation.move(self.evidence, KeptAt.AGENCY, self.at)


class TwoOnEachSide(Refusal, frozen=True):
    """Two different givers and two different receivers, nobody on both sides."""

    clause: ClassVar[ClauseId] = ClauseId("PAP-02")
    giving: bool


class TwoEscorts(Refusal, frozen=True):
    """Media with answers are escorted by two, as answers on paper are (000 L64)."""

    clause: ClassVar[ClauseId] = ClauseId("DAT-09")


class NothingToHandOver(Refusal, frozen=True):
    """Name what is handed over."""

    clause: ClassVar[ClauseId] = ClauseId("PAP-02")


class PaperNotReady(Refusal, frozen=True):
    """Handed over is a copy that came out, bore its signatures by then, and says what the newest one says."""

    clause: ClassVar[ClauseId] = ClauseId("REC-01")
    form: str
    subject: str
    copy: int


class PieceNotHere(Refusal, frozen=True):
    """No such piece lies in the site."""

    clause: ClassVar[ClauseId] = ClauseId("VIO-10")
    tag: str
