"""One candidate at a glance: who it is, where they sit, where they stand, and what can be done."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from app.core.places import places_left
from app.core.plan import Candidate
from app.core.room_state import Presence, RoomSession, Sitting
from app.core.terms import SessionId, Ticket
from app.service import portraits
from app.trouble import Trouble
from app.views.candidates import NO_SEAT, CandidateColumn, CandidateRow, CandidateState, overbooked
from ui.look import Look, rounded
from ui.models.candidates import LOOKS, column_name, said_name, said_number
from ui.pages.admission import Admission
from ui.pages.admission_door import Door
from ui.pages.admission_seat import Arrived
from ui.pages.attendance_correction import CorrectionForm
from ui.pages.candidate_facts import facts_of
from ui.shell import PageName, Place, Shell, clock
from ui.widgets.notice import Notice
from ui.widgets.parts import Facts, button, label, line, row, scrolled
from ui.widgets.pill import Pill

_PHOTO = QSize(84, 118)
_NAME_PIXELS = 20
_TO_ADMIT = frozenset({CandidateState.AWAITED, CandidateState.TURNED_BACK})
_IN_THE_ROOM = frozenset(
    {CandidateState.PRESENT, CandidateState.RESET_WAITS, CandidateState.GAVE_UP, CandidateState.SUSPECTED}
)


class CandidateCard(QFrame):
    """`admitted` and `corrected` carry operations, `asked` one with its toast; `left` comes with Escape."""

    admitted = Signal(object)
    corrected = Signal(object)
    asked = Signal(object, str)
    left = Signal()

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self.setObjectName("Card")
        self.row: CandidateRow | None = None
        self._session: SessionId | None = None
        self._told: list[tuple[str, str]] = []
        self._warned = ""
        self._way = PageName.ROOM
        self._nobody = label(shell.say("candidates-choose-one"), "Sub")
        self._photo = Portrait(shell.look, shell.say("candidates-photo"), shell.say("candidates-no-photo"))
        self.name = label("")
        # The style sheet names one family only; the large name must show every character.
        families = ", ".join(f'"{family}"' for family in shell.look.font(_NAME_PIXELS).families())
        self.name.setStyleSheet(f"font-family: {families}; font-size: {_NAME_PIXELS}px; font-weight: 700;")
        self.ticket = label("", "Strong")
        self.place = label("")
        self.pill = Pill(shell.look, "circle-dashed", "", "idle")
        self.facts = Facts()
        self.note = Notice(shell.look)
        self.correct = button(shell.look, shell.say("candidates-correct"), self._correct, "history")
        self.onward = button(shell.look, "", self._go_on, "arrow-right")
        self.admission, self.correction = Admission(shell, self), CorrectionForm(shell)
        self.door, self.arrived = Door(shell), Arrived(shell)
        self.door.asked.connect(self.asked)
        self.door.let_in.connect(self.admitted)
        self.door.opened.connect(self._make_room)
        self.admission.admitted.connect(self.admitted)
        self.admission.left.connect(self.left)
        self.admission.number.textChanged.connect(self._keep_in_sight)
        self.correction.corrected.connect(self.corrected)
        self.correction.left.connect(self._leave_correction)
        self.correction.hide()
        self._who = self._about()
        inner = QWidget()
        inside = QVBoxLayout(inner)
        inside.setContentsMargins(0, 0, 8, 0)
        inside.setSpacing(8)
        parts = (self._who, self.note, self.onward, self.door, self.correct, self.admission.fields, self.correction)
        for widget in (self._nobody, self.arrived, *parts):
            inside.addWidget(widget)
        inside.addStretch(1)
        self.area = scrolled(inner)
        self.area.verticalScrollBar().rangeChanged.connect(lambda *_: self._show_form())
        outer = QVBoxLayout(self)
        outer.setContentsMargins(14, 12, 6, 12)
        outer.setSpacing(8)
        outer.addWidget(self.area, 1)
        foot = row(self.admission.foot)
        foot.setContentsMargins(0, 0, 8, 0)
        outer.addLayout(foot)
        self.show_person(None, None, None)

    def _about(self) -> QWidget:
        held = QWidget()
        inside = QVBoxLayout(held)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(8)
        beside = QVBoxLayout()
        beside.setSpacing(6)
        beside.addWidget(self.name)
        beside.addWidget(self.ticket)
        beside.addLayout(row(self.pill, None))
        beside.addWidget(self.place)
        beside.addStretch(1)
        top = row(self._photo, gap=12)
        top.setAlignment(self._photo, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        top.addLayout(beside, 1)
        inside.addLayout(top)
        inside.addWidget(self.facts)
        inside.addWidget(line())
        return held

    @property
    def awaits(self) -> bool:
        """Whether this candidate can be checked in."""
        return self.row is not None and self.row.state in _TO_ADMIT

    def show_person(self, shown: CandidateRow | None, sitting: Sitting | None, room: RoomSession | None) -> None:
        """This candidate, or nobody; a form that someone is in stays for the same candidate in the same state."""
        before, self.row = self.row, shown
        session = sitting.session if sitting else None
        same = bool(shown and before and shown.ticket == before.ticket) and session == self._session
        self._session = session
        if not same or not before or not shown or before.state is not shown.state:
            self.correction.hide()
        self._nobody.setVisible(shown is None and self.arrived.arrival is None)
        self.arrived.setVisible(shown is None and self.arrived.arrival is not None)
        self._who.setVisible(shown is not None)
        self.door.show_person(sitting, shown.state if shown else None)
        self._make_room(opened=self.door.form is not None)
        people = self._shell.bridge.console.directory.candidates
        candidate = people.get(shown.ticket) if shown else None
        self.admission.show_person(candidate, sitting if self.awaits else None)
        if shown is None or sitting is None or room is None:
            self.note.clear()
            self._warned = ""
            self.correct.hide()
            self.onward.hide()
            return
        if not same:
            self._portray(shown.ticket)
            self.area.verticalScrollBar().setValue(0)
        if not same or before != shown:
            self._tell(shown)
        told = facts_of(self._shell, shown, sitting, room)
        if not same or told != self._told:
            self._told = told
            self.facts.show_facts([*self._registered(shown, candidate), *told])
        self._warn(shown, sitting, room)
        self._offer_way(shown, sitting, room)
        self._sitting = sitting
        confirmed = bool(room.attendance_confirmed_at) and sitting.presence in (Presence.PRESENT, Presence.ABSENT)
        self.correct.setVisible(confirmed and room.ended_at is None and self.correction.isHidden())

    def _tell(self, shown: CandidateRow) -> None:
        shell = self._shell
        self.name.setText(said_name(shell, shown))
        self.ticket.setText(shown.ticket)
        self.ticket.setAccessibleName(f"{column_name(shell, CandidateColumn.TICKET)} {shown.ticket}")
        icon, tone = LOOKS[shown.state]
        self.pill.tell(icon, shell.word(shown.state), tone)
        drawn = overbooked(shell.bridge.site)
        seat = "none" if drawn or shown.seat == NO_SEAT else shown.seat
        self.place.setText(shell.say("candidates-place", room=shown.room, sequence=shown.sequence, seat=seat))

    def _registered(self, shown: CandidateRow, candidate: Candidate | None) -> list[tuple[str, str]]:
        if candidate is None or not candidate.id_type:
            return []
        return [(self._shell.say("candidates-registered"), f"{candidate.id_type} {said_number(shown)}")]

    def _warn(self, shown: CandidateRow, sitting: Sitting, room: RoomSession) -> None:
        """What whoever stands here must know before anything else."""
        shell = self._shell
        late = [one for one in shell.bridge.site.late if (one.session, one.ticket) == (sitting.session, sitting.ticket)]
        if late and shown.state in (CandidateState.TURNED_AWAY, CandidateState.ABSENT):
            said = shell.say("candidates-came-late", time=clock(late[0].came_at))
        elif shown.elsewhere:
            said = shell.say("candidates-other-seat", seat=shown.seat)
        elif self.awaits and overbooked(shell.bridge.site) and not sitting.seat and not self._fits(room):
            said = shell.say("candidates-room-full", room=room.room)
        else:
            said = ""
        if said != self._warned:
            self._warned = said
            if said:
                self.note.tell("bad", said)
            else:
                self.note.clear()

    def _offer_way(self, shown: CandidateRow, sitting: Sitting, room: RoomSession) -> None:
        """Where the next step of somebody who came is taken: between two rooms, or in the room."""
        unseated = sitting.presence is Presence.PRESENT and not sitting.seat
        moving = sitting.presence is Presence.PENDING
        moving |= unseated and overbooked(self._shell.bridge.site) and places_left(self._shell.bridge.site, room) < 0
        inside = sitting.presence is Presence.PRESENT and shown.state in _IN_THE_ROOM and not room.ended_at
        self._way = PageName.TRANSFERS if moving else PageName.ROOM
        self.onward.setVisible(moving or inside)
        said = self._shell.say("candidates-to-transfers" if moving else "candidates-to-room")
        self.onward.setText(said)
        self.onward.setAccessibleName(said)
        self.onward.lead(self._shell.look, "arrow-right", leads=moving)

    def _go_on(self) -> None:
        if self.row is not None:
            self._shell.go(Place(self._way, self._session, ticket=self.row.ticket))

    def _fits(self, room: RoomSession) -> bool:
        return places_left(self._shell.bridge.site, room) > 0

    def _make_room(self, opened: bool) -> None:
        """A form at the door stands alone."""
        for part in (self.admission.fields, self.admission.foot):
            part.setVisible(self.awaits and not opened)

    def _show_form(self) -> None:
        """Once a form at the door has its height: its end is what one looks for."""
        if self.door.form is not None:
            self.area.ensureWidgetVisible(self.door.form.confirm, 0, 12)

    def _portray(self, ticket: Ticket) -> None:
        bridge = self._shell.bridge
        try:
            self._photo.show_jpeg(portraits.portrait(bridge.console, ticket))
        except Trouble as trouble:
            self._photo.show_jpeg(None)
            bridge.tell(trouble)

    def _keep_in_sight(self) -> None:
        """The foot grows over the field while a number is being compared."""
        if self.admission.number.isVisible():
            # Once the foot has its new height.
            QTimer.singleShot(0, self, lambda: self.area.ensureWidgetVisible(self.admission.number, 0, 4))

    def _correct(self) -> None:
        self.correct.hide()
        self.correction.open(self._sitting)
        self.area.ensureWidgetVisible(self.correction)

    def _leave_correction(self) -> None:
        self.correction.hide()
        self.correct.show()
        self.correct.setFocus()


class Portrait(QWidget):
    """The photo, or a frame that says there is none."""

    def __init__(self, look: Look, name: str, none: str) -> None:
        super().__init__()
        self._look, self._name, self._none = look, name, none
        self.pixmap = QPixmap()
        self.setFixedSize(_PHOTO)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_jpeg(None)

    def show_jpeg(self, jpeg: bytes | None) -> None:
        image = QImage.fromData(jpeg) if jpeg else QImage()
        ratio = self.devicePixelRatio()
        if not image.isNull():
            fitting, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
            image = image.scaled(_PHOTO * ratio, fitting, smooth)
            image.setDevicePixelRatio(ratio)
        self.pixmap = QPixmap.fromImage(image)
        self.setAccessibleName(self._none if self.pixmap.isNull() else self._name)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, look = QPainter(self), self._look
        if self.pixmap.isNull():
            rounded(painter, QRectF(self.rect()), 6, look.colour("surface2"), look.colour("border2"))
            painter.setFont(look.font(12))
            painter.setPen(look.colour("text2"))
            where = self.rect().adjusted(6, 6, -6, -6)
            painter.drawText(where, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self._none)
        else:
            size = self.pixmap.deviceIndependentSize()
            left, top = (self.width() - size.width()) / 2, (self.height() - size.height()) / 2
            painter.drawPixmap(QPointF(left, top), self.pixmap)
            rounded(painter, QRectF(left, top, size.width(), size.height()), 0, None, look.colour("border"))
        painter.end()
