"""The end of a session in practice: answers collected by file or by voice, rooms ended, results, and papers signed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from random import Random

from app.core.closing import CheckAnswers, EndRooms
from app.core.collection import ConfirmCollected, to_collect
from app.core.end_phase import ConfirmViolations, CountScratchPaper
from app.core.free_text import FreeText, TextPart
from app.core.incident_report import ReportIncident, owed
from app.core.incident_state import ReportKind, ReportMeans
from app.core.operation import Refusal
from app.core.records import ROOM_RECORD, ConfirmPrinted
from app.core.session_state import SessionState
from app.core.sheet_open import transfers_open
from app.core.signing import SignPapers
from app.core.site_form import SiteForm
from app.core.site_sheet import ConfirmSiteSheet
from app.core.terms import PersonId, RoomId, SessionId
from app.exchange import outbox
from app.rehearsal.ground import Ground, Surprise, expected
from app.rehearsal.overflow import invigilator
from app.service import free_text, records, rooms, site_sheets
from app.service.mirror import Mirroring
from app.views.to_sign import waiting

_DESK = PersonId("A01")


@dataclass(frozen=True, slots=True)
class Closing:
    """What the desk hears from the rooms at the end, and does about it."""

    ground: Ground
    dice: Random
    mirroring: Mirroring

    @property
    def _now(self) -> datetime:
        return self.ground.clock.moment().at

    def collect(self, state: SessionState, here: Sequence[RoomId]) -> None:
        """Every second room has its result ready; the others tell their count, and bring the file after the end."""
        session = state.plan.id
        self._bring(state, here[::2])
        for room in here[1::2]:
            count = len(to_collect(state.rooms[room]))
            self.ground.do(ConfirmCollected(session, room, count, (), (), self._now, invigilator(room)))
        self.ground.do(ConfirmViolations(session, tuple(here), self._now, _DESK))

    def end(self, session: SessionId, here: Sequence[RoomId]) -> None:
        self.ground.do(EndRooms(session, tuple(here), self._now, _DESK))
        self.ground.console.store.mark()

    def bring_the_rest(self, state: SessionState, here: Sequence[RoomId]) -> None:
        """The results still owed; with the last one the answers are checked."""
        self._bring(state, [room for room in here if state.rooms[room].result is None])
        if all(room.result for room in state.rooms.values() if room.in_use):
            self.mirroring.run()
            self.ground.do(CheckAnswers(state.plan.id))
            self.ground.console.store.mark()

    def _bring(self, state: SessionState, here: Iterable[RoomId]) -> None:
        maker, console = self.ground.results(self.dice), self.ground.console
        for room in here:
            sealed = maker.result(state, state.rooms[room], self.ground.locks[room], self._now)
            expected(rooms.take_result(console, state.plan.id, room, sealed, *self.ground.office))

    def papers(self, state: SessionState) -> None:
        """Scratch paper counted; the records printed and signed, with the transfer sheet where one is due."""
        session, console = state.plan.id, self.ground.console
        for room, here in state.rooms.items():
            if here.in_use:
                sheets = len(here.sittings)
                told = invigilator(room)
                self.ground.do(CountScratchPaper(session, room, sheets, sheets, None, self._now, told))
            draw = self.ground.means.draw_record
            made = records.print_room_record(console, session, room, draw, *self.ground.office)
            if isinstance(made, Refusal):
                raise Surprise(made)
            outbox.write_bytes(self.ground.out / "records" / f"{session}-{room}.pdf", made)
            if here.in_use:
                copy = len(console.site.copies(ROOM_RECORD, session, room))
                self.ground.do(ConfirmPrinted(ROOM_RECORD, session, room, copy, came_out=True))
        if transfers_open(console.site, session) is None:
            self._transfer_sheet(session)
        signed = [one.signed(self._now) for one in waiting(console.site, console.directory, console.rulebook)]
        self.ground.do(SignPapers(tuple(signed)))

    def _transfer_sheet(self, session: SessionId) -> None:
        form, ground = SiteForm.TRANSFERS, self.ground
        made = site_sheets.print_sheet(ground.console, form, session, ground.means.draw_sheet, *ground.office)
        if isinstance(made, Refusal):
            raise Surprise(made)
        outbox.write_bytes(ground.out / "records" / f"{session}-transfers.pdf", made)
        ground.do(ConfirmSiteSheet(form, session, 1, came_out=True))

    def report(self) -> None:
        """Every grave incident of the day told to everybody on its way."""
        console, say = self.ground.console, self.ground.means.text
        for incident in console.site.incidents.values():
            for hop in owed(incident, console.rulebook):
                said = ((TextPart.CONTENT, say("practice-report")), (TextPart.TOLD_TO, say("practice-city-name")))
                means, now = ReportMeans.PHONE, self._now
                report = ReportIncident(incident.number, ReportKind.FIRST, hop, means, now, _DESK, FreeText(said))
                expected(free_text.submit(console, report, *self.ground.office))
