"""A room's counts as they are told by voice or on paper, held against the desk while they are typed."""

from __future__ import annotations

from app.core.room_report import TakeRoomReport
from app.core.terms import Digest, RoomId
from app.views.board import Board, RoomCard
from ui.models.report_rooms import signed
from ui.pages.report_form import NumberField, ToldForm, card_of
from ui.shell import Shell, clock
from ui.widgets.asking import Asking
from ui.widgets.notice import Notice
from ui.widgets.parts import Elided, Form, button, card, flow, label


class CountsForm(ToldForm):
    def __init__(self, shell: Shell, asking: Asking) -> None:
        super().__init__(shell, asking)
        self._card: RoomCard | None = None
        say = shell.say
        frame, inside = card()
        self._title, self._last = Elided("", "H2"), label("", "Cap")
        inside.addWidget(self._title)
        inside.addWidget(self._last)
        self.present, self.absent, self.logged_in, self.submitted = (NumberField() for _ in range(4))
        numbers = Form(columns=2)
        numbers.field(say("reports-present"), self.present)
        numbers.field(say("reports-absent"), self.absent)
        numbers.field(say("reports-logged-in"), self.logged_in)
        numbers.field(say("reports-submitted"), self.submitted)
        self.free = NumberField()
        numbers.field(say("reports-free-seats"), self.free)
        numbers.field(say("reports-when"), self.moment)
        numbers.field(say("reports-who"), self.person)
        inside.addLayout(numbers)
        self._notice = Notice(shell.look)
        self.steps.addWidget(self._notice)
        self.record = button(shell.look, say("reports-counts-record"), self._record, "check", "primary")
        self.steps.addWidget(flow(self.record))
        self.outer.addWidget(frame)
        self.outer.addStretch(1)
        self.first = self.present
        fields = self._fields
        for field, following in zip(fields, (*fields[1:], self.free), strict=True):
            field.textChanged.connect(self._compare)
            field.returnPressed.connect(following.setFocus)
        self.free.returnPressed.connect(self.moment.edit.setFocus)
        self.moment.edit.returnPressed.connect(self._record)

    @property
    def _fields(self) -> tuple[NumberField, ...]:
        return (self.present, self.absent, self.logged_in, self.submitted)

    def look(self, board: Board, room: RoomId | None) -> None:
        if (board.session, room) != (self.session, self.room):
            self._clear()
        super().look(board, room)
        self._card = card_of(board, room)
        self.person.show_room(room)
        self.setEnabled(self.here is not None)
        self._tell()
        self._compare()

    def _clear(self) -> None:
        for field in (*self._fields, self.free):
            field.clear()
        self.moment.follow()

    def _tell(self) -> None:
        shell, here, shown = self.shell, self.here, self._card
        if here is None or shown is None:
            return
        self._title.tell(shell.say("reports-room-size", room=here.room, count=len(here.sittings)))
        report = here.report
        last = shell.say("reports-counts-none")
        if report:
            last = shell.say(
                "reports-counts-last",
                time=clock(report.at),
                present=report.present,
                absent=report.absent,
                logged_in=report.logged_in,
                submitted=report.submitted,
                free_seats="none" if report.free_seats is None else str(report.free_seats),
            )
        desk = shell.say("reports-counts-desk", present=shown.count.present, absent=shown.count.absent)
        self._last.setText(f"{desk}\n{last}")

    def _compare(self) -> None:
        """The gap between what is being typed and the desk, before anything is sent."""
        present, absent, shown = self.present.value(), self.absent.value(), self._card
        if present is None or absent is None or shown is None:
            self._notice.clear()
            return
        count = shown.count
        if (present, absent) == (count.present, count.absent):
            self._notice.tell("ok", self.shell.say("reports-counts-agree"))
            return
        gap = self.shell.say(
            "reports-counts-gap", present=signed(present - count.present), absent=signed(absent - count.absent)
        )
        note = self.shell.say("reports-counts-awaited", count=count.awaited) if count.awaited else ""
        self._notice.tell("warn", gap, note=note)

    def _record(self) -> None:
        session, room, at = self.session, self.room, self.moment.value()
        said = tuple(field.value() for field in self._fields)
        blank = next((field for field, number in zip(self._fields, said, strict=True) if number is None), None)
        if blank is not None:
            self._notice.tell("bad", self.shell.say("reports-counts-blank"))
            blank.setFocus()
        elif at is None:
            self.moment.complain()
        elif session and room:
            present, absent, logged_in, submitted = (number or 0 for number in said)
            operation = TakeRoomReport(
                session,
                room,
                0,
                present,
                absent,
                logged_in,
                submitted,
                at,
                self.person.value(),
                Digest(""),
                self.free.value(),
            )
            self.asking.submit(operation, self.shell.say("reports-counts-recorded", room=room), self._recorded)

    def _recorded(self, _: object) -> None:
        self._clear()
        self.settled.emit()
