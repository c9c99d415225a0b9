"""Three violations and an incident in practice, and every form of the day printed, signed and handed over."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from app.core.contact import EnterContact
from app.core.evidence import MoveEvidence, TakeEvidence
from app.core.free_text import FreeText, TextPart
from app.core.handover import HandOver
from app.core.incident import CloseIncident, OpenIncident
from app.core.incident_course import FileIncident, NoteIncident
from app.core.incident_kinds import Hop, IncidentKind
from app.core.incident_report import ReportIncident
from app.core.incident_state import NoteKind, ReportKind, ReportMeans
from app.core.operation import Operation, Refusal, Signer
from app.core.paper_state import Contact, PaperRef, SheetVoidReason
from app.core.plan import Session
from app.core.records import RoomForm
from app.core.removal import RemoveCandidate
from app.core.room_state import Presence
from app.core.session_state import SessionState
from app.core.signing import SignPapers
from app.core.site_form import SiteForm
from app.core.site_sheet import ConfirmSiteSheet
from app.core.terms import Digest, IncidentNo, PersonId, RoomId, SessionId, Ticket, ViolationNo
from app.core.violation import RecordViolation
from app.core.violation_blank import sheet_number
from app.core.violation_kinds import ViolationKind
from app.core.violation_sheets import IssueViolationSheets, VoidViolationSheet
from app.core.violation_signing import CandidateSigns, RefuseToSign, TellCandidate
from app.core.violation_state import Account, EvidenceKind, Found, KeptAt, WaitingPlace
from app.exchange import outbox
from app.rehearsal.ground import Ground, Surprise, expected
from app.service import day_summary, free_text, scans, site_sheets, violation_list
from app.views.papers import PaperState
from app.views.site_papers import FORMS
from app.views.to_sign import waiting
from app.views.violations import invigilators_of

NOWHERE = RoomId("")
_NOTICED, _ILL = timedelta(minutes=20), timedelta(minutes=35)
_BLANKS = 4
_MINUTE = timedelta(minutes=1)
_CHIEF, _DESK, _ROVING = PersonId("C01"), PersonId("A01"), PersonId("V01")
_HANDED_OVER = (RoomForm.RECORD, SiteForm.VIOLATION, SiteForm.TRANSFERS)
_GIVERS = (PersonId("A01"), PersonId("O01"))
Does = Callable[[Session, SessionState], None]


@dataclass(slots=True)
class Conduct:
    """What the desk hears and does about it; nothing happens until it `falls_on` a day."""

    ground: Ground
    session: SessionId | None = None
    room: RoomId = NOWHERE

    def fall_on(self, held: list[SessionState]) -> None:
        """The first room of the first session."""
        first = min(held, key=lambda one: one.plan.starts_at)
        self.session, self.room = first.plan.id, min(first.rooms)

    def at_the_desk(self, session: Session) -> tuple[tuple[datetime, Does], ...]:
        """What happens besides the plain course of this session."""
        if session.id != self.session:
            return ()
        starts = session.starts_at
        return (
            (starts - _NOTICED, self.lay_out),
            (starts + _NOTICED, self.misbehave),
            (starts + _ILL, self.fall_ill),
        )

    @property
    def _now(self) -> datetime:
        return self.ground.clock.moment().at

    def _text(self, **parts: str) -> FreeText:
        return FreeText(tuple((TextPart(name), said) for name, said in parts.items()))

    def _do(self, operation: Operation, *signers: Signer) -> None:
        expected(free_text.submit(self.ground.console, operation, *(signers or self.ground.office)))

    def lay_out(self, session: Session, state: SessionState) -> None:
        """Numbered blanks in every room, and whom to call."""
        say = self.ground.means.text
        self._do(IssueViolationSheets(session.id, tuple(sorted(state.rooms)), _BLANKS))
        phone = say("practice-city-phone")
        for contact in (Contact.DUTY, Contact.EXAM_AREA, Contact.PROVINCE, Contact.MEDICAL):
            self._do(EnterContact(contact, self._text(name=say("practice-city-name"), phone=phone)))

    def misbehave(self, session: Session, state: SessionState) -> None:
        """One signs, one refuses before two invigilators, one is led out; one sheet is spoiled."""
        here = sorted(state.rooms[self.room].sittings.items())
        tickets = [ticket for ticket, one in here if one.presence is Presence.PRESENT and one.left_at is None]
        signs, refuses, leaves = tickets[-3:]
        witnesses, told = self._witnesses(), self._invigilator
        say, now = self.ground.means.text, self._now
        first = self._record(session, signs, ViolationKind.OWN_DEVICE, 1, say("practice-act-device"))
        self._do(TellCandidate(first, now, told))
        self._do(CandidateSigns(first, now, told))
        item = self._text(item=say("practice-item-phone"))
        self._do(TakeEvidence(first, now, told, EvidenceKind.THING, item, ""))
        video = hashlib.sha256(b"practice video").hexdigest()
        self._do(TakeEvidence(first, now, told, EvidenceKind.VIDEO, self._text(item=say("practice-item-video")), video))
        self._do(MoveEvidence(first, now, told, f"{first}-1", KeptAt.EXAM_OFFICE))
        second = self._record(session, refuses, ViolationKind.MARKS, 2, say("practice-act-marks"))
        self._do(TellCandidate(second, now, told))
        self._do(RefuseToSign(second, now, told, witnesses, self._text(refusal=say("practice-refusal"))))
        third = self._record(session, leaves, ViolationKind.DISORDER, 4, say("practice-act-disorder"))
        self._do(RemoveCandidate(third, now, told, witnesses, _ROVING, WaitingPlace.WAITING_ROOM))
        self._do(TellCandidate(third, now, told))
        self._do(VoidViolationSheet(sheet_number(session.id, self.room, 3), SheetVoidReason.SPOILED))

    @property
    def _invigilator(self) -> PersonId:
        return self._witnesses()[0]

    def _witnesses(self) -> tuple[PersonId, PersonId]:
        """The first two invigilators of the room, drawn or as listed."""
        console = self.ground.console
        session = self.session or next(iter(console.site.sessions))
        here = invigilators_of(console.site, console.directory.staff, session, self.room)
        return here[0].code, here[1].code

    def _record(self, session: Session, ticket: Ticket, kind: ViolationKind, sheet: int, act: str) -> ViolationNo:
        at = self._now
        number = sheet_number(session.id, self.room, sheet)
        account = Account(kind, at, Found.IN_EXAM, at, number, Digest(""), at - _MINUTE)
        text = self._text(act=act, handling=self.ground.means.text("practice-handling"))
        self._do(RecordViolation(session.id, self.room, ticket, account, text, self._invigilator))
        return list(self.ground.console.site.violations)[-1]

    def fall_ill(self, session: Session, _: SessionState) -> None:
        """Somebody falls ill: told level by level, over, reported at last, and filed."""
        say, now = self.ground.means.text, self._now
        self._do(OpenIncident(IncidentKind.ILLNESS, session.id, self.room, now - _MINUTE, self._invigilator))
        number = list(self.ground.console.site.incidents)[-1]
        facts = self._text(facts=say("practice-ill-facts"))
        self._do(NoteIncident(number, NoteKind.FACTS, now, self._invigilator, facts))
        for hop in (Hop.CHIEF, Hop.EXAM_AREA):
            self._report(number, ReportKind.FIRST, hop, content=say("practice-ill-facts"))
        self._report(number, ReportKind.STAGE, Hop.EXAM_AREA, content=say("practice-ill-result"))
        self._do(CloseIncident(number, now))
        parts = {
            "cause": say("practice-ill-facts"),
            "course": say("practice-ill-course"),
            "result": say("practice-ill-result"),
            "effect": say("practice-ill-effect"),
        }
        self._report(number, ReportKind.FINAL, Hop.EXAM_AREA, **parts)
        self._do(FileIncident(number))

    def _report(self, number: IncidentNo, kind: ReportKind, hop: Hop, **parts: str) -> None:
        parts["told_to"] = self.ground.means.text("practice-city-name")
        self._do(ReportIncident(number, kind, hop, ReportMeans.PHONE, self._now, _CHIEF, self._text(**parts)))

    def close(self) -> None:
        """Every form of this day printed and signed, the scan of one sheet kept, and what is signed handed over."""
        if self.session is None:
            return
        self._print([form for form in FORMS if form is not SiteForm.HANDOVER])
        console = self.ground.console
        signed = waiting(console.site, console.directory, console.rulebook)
        self._do(SignPapers(tuple(one.signed(self._now) for one in signed if one.named)))
        made = sorted((self.ground.out / "records").glob("E02-*.pdf"))
        expected(scans.attach(console, scans.match(console, scans.look(made[0])), *self.ground.office))
        site = console.site
        gone = tuple(
            PaperRef(one.form, one.subject, one.copy)
            for one in site.every_copy
            if one.form in _HANDED_OVER and one.signed_at and not one.handed_over
        )
        text = self._text(
            receiver_1=self.ground.means.text("practice-receiver-1"),
            receiver_2=self.ground.means.text("practice-receiver-2"),
            office=self.ground.means.text("practice-city-office"),
        )
        self._do(HandOver(_GIVERS, text, gone, (), (), cards_checked=True, happened_at=self._now))
        self._print([SiteForm.HANDOVER])
        day, files = self._now.date(), self.ground.out / "exports"
        for export in (day_summary.export, violation_list.export):
            written = export(console, day, files, *self.ground.office)
            if isinstance(written, Refusal):
                raise Surprise(written)

    def _print(self, forms: list[SiteForm]) -> None:
        """What is no draft any more and was not printed, in every form."""
        console, draw = self.ground.console, self.ground.means.draw_sheet
        for form in forms:
            for paper in site_sheets.papers(console, (form,)):
                if paper.state is not PaperState.TO_PRINT:
                    continue
                made = site_sheets.print_sheet(console, form, paper.subject, draw, *self.ground.office)
                if isinstance(made, Refusal):
                    raise Surprise(made)
                outbox.write_bytes(self.ground.out / "records" / f"{form}-{paper.subject}.pdf", made)
                self._do(ConfirmSiteSheet(form, paper.subject, 1, came_out=True))
