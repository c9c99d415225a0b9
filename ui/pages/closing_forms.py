"""The forms of the closing page: what a room tells before its end and after it."""

from __future__ import annotations

from datetime import datetime

from app.core.closing import EndRooms
from app.core.collection import CollectByHand, ConfirmCollected, EnterRoomResult
from app.core.end_phase import CountScratchPaper, ReportUngatedEnd
from app.core.end_state import ScratchNote
from app.core.gate import Check
from app.core.room_state import RoomSession
from app.core.terms import Ticket
from app.views.closing import Named, excepted, expected_count, named
from ui.pages.fault_side import FaultForm
from ui.pages.report_form import NumberField
from ui.shell import Shell
from ui.widgets.notice import Notice


class CollectForm(FaultForm):
    """A room's count of answers, held against who should have some while it is typed; `by_hand`: asked for too."""

    def __init__(self, shell: Shell, room: RoomSession, *, by_voice: bool) -> None:
        say = shell.say
        title = say("closing-form-collect", room=room.room) if by_voice else say("closing-form-result", room=room.room)
        note = say("closing-form-collect-note") if by_voice else say("closing-form-result-note")
        super().__init__(shell, title, note)
        self._room, self._by_voice = room, by_voice
        self.count = NumberField()
        self.field(say("closing-count"), self.count)
        never, by_hand = excepted(room)
        hint = say("closing-named-hint")
        self.never = self.ask_text(say("closing-never"), hint, " ".join(never))
        self.by_hand = self.ask_text(say("closing-hand"), hint, " ".join(by_hand)) if by_voice else None
        self.ask_when(say("closing-when"))
        self.ask_who(say("closing-who"), room.room)
        self.fits = Notice(shell.look)
        self.add(self.fits)
        self.finish(say("closing-form-collect-confirm") if by_voice else say("closing-form-result-confirm"))
        fields = [one for one in (self.count, self.never, self.by_hand) if one is not None]
        for typed in fields:
            typed.textChanged.connect(self._compare)
        self.count.returnPressed.connect(self.never.setFocus)
        self._compare()

    @property
    def _named(self) -> tuple[Named, Named]:
        by_hand = self.by_hand.text() if self.by_hand is not None else ""
        return named(self._room, self.never.text()), named(self._room, by_hand)

    def _compare(self) -> bool:
        """Whether the room's word can be taken; what does not fit is said at once."""
        say, told, (never, by_hand) = self._shell.say, self.count.value(), self._named
        expected = expected_count(self._room, never, by_hand)
        for wrong in (never, by_hand):
            if wrong.unknown:
                self.fits.tell("bad", say("closing-named-unknown", words=wrong.unknown))
                return False
            if wrong.doubtful:
                self.fits.tell("bad", say("closing-named-doubtful", words=wrong.doubtful))
                return False
        if told is None:
            self.fits.tell("idle", say("closing-count-blank", count=expected))
        elif told != expected:
            self.fits.tell("bad", say("closing-count-differs", told=told, count=expected))
        else:
            self.fits.tell("ok", say("closing-count-fits", count=expected))
            return True
        return False

    def operation(self) -> ConfirmCollected | EnterRoomResult | None:
        """None where it does not fit, which stands there."""
        never, by_hand = self._named
        told, session, room = self.count.value(), self._room.session, self._room.room
        if told is None or not self._compare():
            wrong = self.never if never.wrong else self.by_hand if by_hand.wrong and self.by_hand else self.count
            wrong.setFocus()
            return None
        if self._by_voice:
            return ConfirmCollected(session, room, told, never.tickets, by_hand.tickets, self.at(), self.by())
        return EnterRoomResult(session, room, told, never.tickets, self.at(), self.by())


class HandForm(FaultForm):
    """Whose answers were collected by hand."""

    def __init__(self, shell: Shell, room: RoomSession, check: Check) -> None:
        say = shell.say
        super().__init__(shell, say("closing-form-hand", room=room.room), say("closing-form-hand-note"))
        self._room = room
        directory, blank = shell.bridge.console.directory, say("blank")
        who = [(one, f"{directory.name(one) or blank} {one}") for one in check.tickets]
        self.ask_what(say("closing-form-hand-who"), who)
        self.ask_when(say("closing-form-hand-when"))
        self.ask_who(say("closing-who"), room.room)
        self.finish(say("closing-form-hand-confirm"))

    def operation(self) -> CollectByHand:
        return CollectByHand(self._room.session, Ticket(self.what.currentData()), self.at(), self.by())


class ScratchForm(FaultForm):
    """Sheets out and back; why, where any are missing."""

    def __init__(self, shell: Shell, room: RoomSession) -> None:
        say = shell.say
        super().__init__(shell, say("closing-form-scratch", room=room.room))
        self._room = room
        self.out, self.back = NumberField(), NumberField()
        self.field(say("closing-scratch-out"), self.out)
        self.field(say("closing-scratch-back"), self.back)
        why = [(None, say("closing-scratch-why-none")), *((one, shell.word(one)) for one in ScratchNote)]
        self.ask_what(say("closing-scratch-why"), why, room.scratch.note if room.scratch else None)
        self.ask_when(say("closing-form-scratch-when"))
        self.ask_who(say("closing-who"), room.room)
        self.finish(say("closing-form-scratch-confirm"))
        if room.scratch is not None:
            self.out.setText(str(room.scratch.handed_out))
            self.back.setText(str(room.scratch.returned))
        self.out.returnPressed.connect(self.back.setFocus)
        self.back.returnPressed.connect(self._onward)
        for typed in (self.out, self.back):
            typed.textChanged.connect(self._compare)
        self._compare()

    @property
    def _missing(self) -> int:
        out, back = self.out.value(), self.back.value()
        return max(out - back, 0) if out is not None and back is not None else 0

    def _compare(self) -> None:
        self.what.setEnabled(bool(self._missing))
        self.complain("", self.out)
        if not self._missing:
            self.what.setCurrentIndex(0)

    def _onward(self) -> None:
        if self._missing:
            self.what.setFocus()
        elif self.when is not None:
            self.when.edit.setFocus()

    def operation(self) -> CountScratchPaper | None:
        """None where a number or the reason is missing, which stands there."""
        say, out, back = self._shell.say, self.out.value(), self.back.value()
        if out is None or back is None:
            self.complain(say("closing-scratch-blank"), self.back if out is not None else self.out)
            return None
        note = self.what.currentData()
        if self._missing and note is None:
            self.complain(say("closing-scratch-reason", count=self._missing), self.what)
            return None
        told = ScratchNote(note) if note else None
        return CountScratchPaper(self._room.session, self._room.room, out, back, told, self.at(), self.by())


class EndForm(FaultForm):
    """The end command of one room; `gated` is False for one that it gave before everything was checked."""

    def __init__(self, shell: Shell, room: RoomSession, *, gated: bool) -> None:
        say = shell.say
        title = say("closing-form-end", room=room.room) if gated else say("closing-form-ungated", room=room.room)
        super().__init__(shell, title, "" if gated else say("closing-form-ungated-note"))
        self._room, self._gated = room, gated
        self.ask_when(say("closing-form-end-when"))
        self.ask_who(say("closing-who"), room.room)
        said = say("closing-form-end-confirm") if gated else say("closing-form-ungated-confirm")
        self.finish(said, danger=not gated)

    def propose(self, at: datetime | None) -> None:
        """This time, as it was told before."""
        if self.when is not None:
            self.when.propose(at)

    def operation(self) -> EndRooms | ReportUngatedEnd:
        session, room = self._room.session, self._room.room
        if self._gated:
            return EndRooms(session, (room,), self.at(), self.by())
        return ReportUngatedEnd(session, room, self.at(), self.by())
