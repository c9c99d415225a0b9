"""What may be asked on a random day about violations, incidents, signed papers and what leaves the site."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from app.core.contact import EnterContact
from app.core.day_export import DayFile, ExportDay
from app.core.evidence import MoveEvidence, NotePolice, TakeEvidence
from app.core.free_text import FreeText, TextPart
from app.core.handover import HandOver
from app.core.incident import CloseIncident, OpenIncident
from app.core.incident_course import (
    FileIncident,
    FollowIncident,
    GradeIncident,
    NoteIncident,
    RecordEvacuation,
    RecordReturn,
)
from app.core.incident_kinds import Hop, IncidentKind, Severity
from app.core.incident_report import ReportIncident, SkipHop
from app.core.incident_state import NoteKind, ReportKind, ReportMeans, SkipReason
from app.core.operation import Operation
from app.core.paper_state import Contact, PaperRef, SheetVoidReason
from app.core.removal import RemoveCandidate
from app.core.room_state import RoomSession
from app.core.signing import AttachScan
from app.core.terms import Digest, IncidentNo, PersonId, RoomId
from app.core.violation import CorrectViolation, RecordViolation
from app.core.violation_blank import sheet_number
from app.core.violation_kinds import ViolationKind
from app.core.violation_sheets import IssueViolationSheets, VoidViolationSheet
from app.core.violation_signing import CandidateSigns, RefuseToSign, TellCandidate
from app.core.violation_state import Account, EvidenceKind, Found, KeptAt, Violation, WaitingPlace
from app.core.violation_void import WithdrawViolation
from tests.builders import ADMIN, CHIEF, D1, D2, GUIDE, MINUTE, OFFICER, R1, R2, digest
from tests.unit.conduct_people import EYE_1, EYE_2, EYE_3, EYE_4, ROVER
from tests.unit.random_alone import OTHER, STICK, Alone

_EYES = {R1: (EYE_1, EYE_2), R2: (EYE_3, EYE_4)}
_FINAL = (TextPart.CAUSE, TextPart.COURSE, TextPart.RESULT, TextPart.EFFECT, TextPart.TOLD_TO)


class Conduct(Alone):
    """Acts, what is done about them, reports up the line, signatures and hand-overs."""

    def words(self, *parts: TextPart) -> FreeText:
        """Now and then one is missing."""
        kept = parts[1:] if self.dice.random() < 0.05 else parts
        return FreeText(tuple((part, "Said") for part in kept), self.dice.choice((D1, D2)))

    def _sitting_rooms(self) -> list[RoomSession]:
        return [room for state in self.live.sessions.values() for room in state.rooms.values() if room.started_at]

    def _account(self, at: datetime, sheet: str) -> Account:
        pick = self.dice.choice
        found = pick((Found.IN_EXAM, Found.IN_EXAM, *Found))
        later = self.now if found is not Found.IN_EXAM else at
        return Account(pick(list(ViolationKind)), at, found, later, sheet, Digest(""), pick((None, None, at)))

    def an_act(self, room: RoomSession) -> RecordViolation:
        pick, at = self.dice.choice, self._during(room)
        ticket = pick((*room.sittings, *[None][: len(room.sittings) == 0], pick((None, self.ticket))))
        parts = (TextPart.ACT, TextPart.HANDLING, *((TextPart.PERSON,) if ticket is None else ()))
        account = self._account(at, pick(("", self.a_sheet(room), self.a_sheet(room))))
        return RecordViolation(room.session, room.room, ticket, account, self.words(*parts), self.who)

    def _during(self, room: RoomSession) -> datetime:
        """Mostly while the room sat."""
        until = room.ended_at or self.now
        at = room.started_at or self.now
        return min(at + self.dice.choice((0, 30, 80)) * MINUTE, until)

    def a_sheet(self, room: RoomSession) -> str:
        return sheet_number(room.session, room.room, self.dice.choice((1, 2, 3)))

    def violation(self) -> Violation | None:
        """Mostly the newest."""
        known = list(self.live.violations.values())
        return self.dice.choice([*known, *known[-1:] * 3]) if known else None

    def somebody_breaks_a_rule(self) -> Iterator[Operation]:
        """An act, recorded, told, signed or refused; things kept; now and then led out, or put right later."""
        pick, rooms = self.dice.choice, self._sitting_rooms()
        if not rooms:
            return
        room = pick(rooms)
        self.session, self.room = room.session, room.room
        yield IssueViolationSheets(room.session, (room.room,), pick((1, 2, 3)))
        before = len(self.live.violations)
        yield self.an_act(room)
        if len(self.live.violations) == before:
            return
        one = list(self.live.violations.values())[-1]
        yield from self._of_one(one, pick((1, 3, 6)))

    def _of_one(self, one: Violation, steps: int) -> Iterator[Operation]:
        for _ in range(steps):
            yield self.about_an_act(one)

    def about_an_act(self, one: Violation) -> Operation:
        pick, about = self.dice.choice, (one.number, self.now, self.who)
        two: tuple[PersonId, PersonId] = pick((_EYES.get(one.room, (EYE_1, EYE_2)), (EYE_1, EYE_3)))
        tags = [piece.tag for piece in one.evidence] or ["AV-001-1"]
        room = self.live.sessions[one.session].rooms[one.room]
        return pick(
            (
                TellCandidate(*about),
                TellCandidate(*about),
                CandidateSigns(*about),
                RefuseToSign(*about, two, self.words(TextPart.REFUSAL)),
                RemoveCandidate(*about, two, pick((ROVER, ROVER, GUIDE)), pick(list(WaitingPlace))),
                TakeEvidence(*about, pick(list(EvidenceKind)), self.words(TextPart.ITEM), pick(("", D1, D2, "x"))),
                MoveEvidence(*about, pick(tags), pick(list(KeptAt))),
                WithdrawViolation(one.number, self.words(TextPart.REASON, TextPart.BASIS)),
                NotePolice(*about, self.words(TextPart.STATION, TextPart.OFFICER)),
                CorrectViolation(
                    one.number,
                    self._account(self._during(room), pick((one.now.sheet, self.a_sheet(room)))),
                    self.words(TextPart.ACT, TextPart.HANDLING, *((TextPart.PERSON,) if one.ticket is None else ())),
                    self.words(TextPart.REASON, TextPart.BASIS),
                ),
            )
        )

    def about_conduct(self) -> Operation:
        """One thing, at whatever there is of the kind."""
        pick, one, incident = self.dice.choice, self.violation(), self.incident()
        steps: list[Operation] = [
            IssueViolationSheets(self.session, pick(((self.room,), (R1, R2))), pick((1, 2, 21))),
            VoidViolationSheet(sheet_number(self.session, self.room, pick((1, 2, 3))), pick(list(SheetVoidReason))),
            ExportDay(self.now.date(), pick(list(DayFile)), D1),
            EnterContact(pick(list(Contact)), self.words(TextPart.NAME, TextPart.PHONE)),
            self.a_scan(),
            self.a_handover(),
            self.a_handover(),
            *(self.about_an_incident(incident) for _ in range(4)),
        ]
        if one:
            steps += [self.about_an_act(one) for _ in range(4)]
        return pick(steps)

    def about_an_incident(self, number: IncidentNo) -> Operation:
        pick, now, who = self.dice.choice, self.now, self.who
        severity, reason = pick(list(Severity)), pick((self.words(TextPart.REASON), FreeText(())))
        return pick(
            (
                self.a_report(number, pick(list(ReportKind)), pick(list(Hop))),
                self.a_report(number, ReportKind.FIRST, Hop.CHIEF),
                SkipHop(number, pick((Hop.CHIEF, Hop.EXAM_AREA, Hop.PATROL)), pick(list(SkipReason))),
                NoteIncident(number, NoteKind.FACTS, now, who, self.words(TextPart.FACTS)),
                GradeIncident(number, severity, reason),
                FollowIncident(number, pick((GUIDE, ADMIN, PersonId("Zhou Li")))),
                RecordEvacuation(number, self.session, self.room, pick((3, 3, -1)), now, who),
                RecordReturn(number, self.room, now, who),
                CloseIncident(number, now),
                FileIncident(number),
            )
        )

    def a_report(self, number: IncidentNo, kind: ReportKind, hop: Hop) -> ReportIncident:
        parts = _FINAL if kind is ReportKind.FINAL else (TextPart.CONTENT, TextPart.TOLD_TO)
        means = self.dice.choice((ReportMeans.PHONE, *ReportMeans))
        return ReportIncident(number, kind, hop, means, self.now, self.who, self.words(*parts))

    def an_incident_runs_its_course(self) -> Iterator[Operation]:
        """Found, reported level by level, over, reported for the last time, filed; in its order more often than not."""
        pick, before = self.dice.choice, len(self.live.incidents)
        running = [room for room in self._sitting_rooms() if not room.ended_at]
        where: tuple[RoomId | None, ...] = (None, *(room.room for room in running))
        kind = pick((IncidentKind.POWER, IncidentKind.EVACUATION, IncidentKind.OTHER))
        room = pick(where)
        session = next((one.session for one in running if one.room == room), self.session)
        yield OpenIncident(kind, session, room, self.now, self.who)
        if len(self.live.incidents) == before:
            return
        number = list(self.live.incidents)[-1]
        yield NoteIncident(number, NoteKind.ACTION, self.now, GUIDE, self.words(TextPart.ACTION))
        if room:
            yield RecordEvacuation(number, session, room, 3, self.now, GUIDE)
            yield RecordReturn(number, room, self.now, GUIDE)
        yield self.a_report(number, ReportKind.FIRST, Hop.EXAM_AREA)
        yield pick((self.a_report(number, ReportKind.FIRST, Hop.CHIEF), self._skips(number)))
        yield GradeIncident(number, pick(list(Severity)), self.words(TextPart.REASON))
        yield CloseIncident(number, self.now)
        yield self.a_report(number, ReportKind.FINAL, Hop.EXAM_AREA)
        yield FileIncident(number)

    def _skips(self, number: IncidentNo) -> SkipHop:
        return SkipHop(number, Hop.CHIEF, SkipReason.TOLD_ABOVE)

    def a_scan(self) -> AttachScan:
        pick, of = self.dice.choice, self.dice.choice((1, 2))
        return AttachScan(self.a_paper(), digest(f"scan {pick((1, 2))}"), pick((1, of, 0)), of)

    def a_paper(self) -> PaperRef:
        known = [PaperRef(one.form, one.subject, one.copy) for one in self.live.every_copy]
        signed = [
            PaperRef(one.form, one.subject, one.copy) for one in self.live.every_copy if one.signed_at and one.came_out
        ]
        return self.dice.choice([PaperRef("E01", "1-1-001", 1), *known, *signed * 3])

    def a_handover(self) -> HandOver:
        pick = self.dice.choice
        text = FreeText(
            (
                (TextPart.RECEIVER_1, "Ma"),
                (TextPart.RECEIVER_2, pick(("Niu", "Niu", "Niu", "Ma"))),
                (TextPart.OFFICE, "Office"),
                (TextPart.ESCORT_1, "Ma"),
                (TextPart.ESCORT_2, pick(("Niu", "Niu", "Ma"))),
            ),
            D2,
        )
        tags = [piece.tag for one in self.live.violations.values() for piece in one.evidence]
        evidence = tuple(tags[:1]) if pick((True, False)) else ()
        papers = pick(((self.a_paper(),), (self.a_paper(),), ()))
        media = pick(((), (), (STICK,), (OTHER,)))
        givers = pick(((ADMIN, OFFICER), (ADMIN, CHIEF), (ADMIN, CHIEF), (ADMIN, ADMIN)))
        return HandOver(givers, text, papers, media, evidence, True, self.now)
