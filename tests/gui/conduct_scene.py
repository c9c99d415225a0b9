"""What people did and what happened before the scene of the end, and the papers that wait for signatures.

Of four violations one was read out and signed, two were found at the same moment, and one person was led out; of two
incidents one is on its way up, and of the other nobody was told yet.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from app.core.evidence import TakeEvidence
from app.core.free_text import FreeText, TextPart
from app.core.incident import OpenIncident
from app.core.incident_kinds import Hop, IncidentKind
from app.core.incident_report import ReportIncident
from app.core.incident_state import ReportKind, ReportMeans
from app.core.operation import Operation, Signer
from app.core.records import ROOM_RECORD, ConfirmPrinted
from app.core.removal import RemoveCandidate
from app.core.site_form import SiteForm
from app.core.site_sheet import ConfirmSiteSheet
from app.core.terms import Digest, IncidentNo, PersonId, RoomId, SessionId, ViolationNo
from app.core.violation import RecordViolation
from app.core.violation_blank import sheet_number
from app.core.violation_kinds import ViolationKind
from app.core.violation_sheets import IssueViolationSheets
from app.core.violation_signing import CandidateSigns, TellCandidate
from app.core.violation_state import Account, EvidenceKind, Found, WaitingPlace
from app.rehearsal.ground import expected
from app.service import free_text, records, site_sheets
from app.service.console import Console
from app.text import text as words
from app.views.papers import PaperState
from reports import room_record, site_sheet

_ONE, _TWO, _THREE = RoomId("002"), RoomId("003"), RoomId("004")
_PRINTED = (SiteForm.VIOLATION, SiteForm.INCIDENT_REPORT)
_FOUND_AFTER, _TOLD_AFTER = timedelta(minutes=14), timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Conduct:
    """In this session, entered by these people."""

    console: Console
    session: SessionId
    signers: tuple[Signer, ...]

    def blanks(self) -> None:
        """Before the start: two numbered sheets for each room."""
        self._do(IssueViolationSheets(self.session, tuple(sorted(self._rooms)), 2))

    def people(self) -> None:
        """While the exam is under way."""
        signed = self._record(_ONE, 3, ViolationKind.OWN_DEVICE, "practice-act-device", 1)
        now, told = self._now, _inside(_ONE)[0]
        self._do(TellCandidate(signed, now, told))
        self._do(CandidateSigns(signed, now, told))
        self._do(TakeEvidence(signed, now, told, EvidenceKind.THING, _text(item="practice-item-phone"), ""))
        self._record(_TWO, 4, ViolationKind.MARKS, "practice-act-marks", 1)
        self._record(_TWO, 5, ViolationKind.OWN_DEVICE, "practice-act-device", 2)
        out = self._record(_THREE, 6, ViolationKind.DISORDER, "practice-act-disorder", 1)
        self._do(
            RemoveCandidate(out, now, _inside(_THREE)[0], _inside(_THREE), PersonId("V01"), WaitingPlace.WAITING_ROOM)
        )

    def illness(self) -> None:
        """Reported to the chief in time, and the next level waits."""
        now, told = self._now, _inside(_THREE)[0]
        happened = now - _FOUND_AFTER
        self._do(OpenIncident(IncidentKind.ILLNESS, self.session, _THREE, happened, told, now))
        number = IncidentNo(list(self.console.site.incidents)[-1])
        said = _text(content="practice-ill-facts", told_to="practice-city-name")
        first = ReportIncident(number, ReportKind.FIRST, Hop.CHIEF, ReportMeans.PHONE, now, told, said)
        self._do(first)

    def power(self) -> None:
        """Nobody was told yet."""
        self._do(OpenIncident(IncidentKind.POWER, self.session, _TWO, self._now - _TOLD_AFTER, _inside(_TWO)[0]))

    def papers(self, *ended: RoomId) -> None:
        """Printed and come out: the records of these rooms, and every sheet of some forms that can be."""
        for room in ended:
            made = records.print_room_record(self.console, self.session, room, room_record.draw, *self.signers)
            assert isinstance(made, bytes), made
            self._do(ConfirmPrinted(ROOM_RECORD, self.session, room, 1, came_out=True))
        for paper in site_sheets.papers(self.console, _PRINTED):
            if paper.state is PaperState.TO_PRINT:
                made = site_sheets.print_sheet(self.console, paper.form, paper.subject, site_sheet.draw, *self.signers)
                assert isinstance(made, bytes), made
                self._do(ConfirmSiteSheet(paper.form, paper.subject, 1, came_out=True))

    @property
    def _rooms(self) -> list[RoomId]:
        return list(self.console.site.sessions[self.session].rooms)

    @property
    def _now(self) -> datetime:
        return self.console.clock.moment().at

    def _record(self, room: RoomId, nth: int, kind: ViolationKind, act: str, sheet: int) -> ViolationNo:
        ticket = sorted(self.console.site.sessions[self.session].rooms[room].sittings)[nth]
        at = self._now
        account = Account(kind, at, Found.IN_EXAM, at, sheet_number(self.session, room, sheet), Digest(""))
        said = _text(act=act, handling="practice-handling")
        self._do(RecordViolation(self.session, room, ticket, account, said, _inside(room)[0]))
        return list(self.console.site.violations)[-1]

    def _do(self, operation: Operation) -> None:
        expected(free_text.submit(self.console, operation, *self.signers))


def _inside(room: RoomId) -> tuple[PersonId, PersonId]:
    """The two invigilators of the room."""
    number = int(room)
    return PersonId(f"I{2 * number - 1:03d}"), PersonId(f"I{2 * number:03d}")


def _text(**parts: str) -> FreeText:
    """In the words of the practice day."""
    say = words().say
    return FreeText(tuple((TextPart(part), say(name)) for part, name in parts.items()))
