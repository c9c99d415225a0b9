"""Sending on who came to a full room and has no seat there, by list, ticket or scan; and what rooms sign of it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from app.core.incident_state import Incident
from app.core.operation import Refusal, Signer
from app.core.room_state import Presence
from app.core.terms import IncidentNo, RoomId, SessionId, Ticket
from app.core.transfer import TransferOut
from app.service import room_files
from app.service.room_files import Brought
from app.service.transfers import TOKEN_SUFFIX
from app.trouble import Trouble
from app.views.find import find
from app.views.overflow import overflowing
from app.views.transfers import Places
from ui.models.lines import Cell, Line, LinesModel, LinesView
from ui.shell import Shell, hour
from ui.widgets.asking import Asking
from ui.widgets.moment import MomentField
from ui.widgets.notice import Notice
from ui.widgets.parts import Form, button, card, choice, flow, label
from ui.widgets.person import PersonField
from ui.widgets.scanner import LINE, TOKEN, ScanField

_COLUMNS = ("transfers-ticket", "transfers-name", "transfers-room", "transfers-came-at")
_DOTS = 2


class OutCard(QWidget):
    """What is typed or scanned goes before the list; a signed token of a room is taken as it is."""

    changed = Signal()

    def __init__(self, shell: Shell, asking: Asking) -> None:
        super().__init__()
        self._shell, self._asking = shell, asking
        self._session: SessionId | None = None
        self._over: dict[Ticket, RoomId] = {}
        say, look = shell.say, shell.look
        self.do = button(look, say("transfers-out-do"), self._record, "transfer-out")
        frame, inside = card()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)
        inside.addWidget(label(say("transfers-out"), "H2"))
        self._when = label(say("transfers-out-sub"), "Sub")
        inside.addWidget(self._when)
        self.model = LinesModel(shell, [say(name) for name in _COLUMNS])
        self.table = LinesView(self.model, say("transfers-overflowing"), wide=(1,))
        self.table.chosen.connect(self._chosen)
        self.table.opened.connect(lambda _: self.do.setFocus())
        inside.addWidget(self.table)
        self.field = ScanField(TOKEN)
        self.field.setPlaceholderText(say("transfers-field-hint"))
        self.field.textChanged.connect(self._typed)
        self.field.returnPressed.connect(self._entered)
        self.incident = choice(())
        self.moment, self.person = MomentField(shell), PersonField(shell)
        self.moment.edit.returnPressed.connect(self.do.setFocus)
        whom = Form()
        whom.field(say("transfers-field"), self.field)
        inside.addLayout(whom)
        self._consent = QWidget()
        consent = Form()
        consent.setContentsMargins(0, 0, 0, 0)
        consent.field(say("transfers-incident"), self.incident)
        self._consent.setLayout(consent)
        inside.addWidget(self._consent)
        told = Form(columns=2)
        told.field(say("transfers-when"), self.moment)
        told.field(say("transfers-who"), self.person)
        inside.addLayout(told)
        self.said = Notice(look)
        inside.addWidget(self.said)
        self.choose = button(look, say("transfers-token-choose"), self._choose, "file-import")
        inside.addWidget(flow(self.do, self.choose))
        self._chosen()

    @property
    def overflow(self) -> bool:
        """Whether anybody is known to have no seat."""
        return bool(self._over)

    def look(self, session: SessionId, left: Places) -> None:
        shell, site = self._shell, self._shell.bridge.site
        if session != self._session:
            self.field.clear()
        self._session = session
        found, names = overflowing(site, session, left), shell.bridge.console.directory
        self._over = {one.ticket: one.room for one in found}
        before = self.table.chosen_keys()
        blank = shell.say("blank")
        lines = []
        for one in found:
            cells = (Cell(one.ticket), Cell(names.name(one.ticket) or blank), Cell(one.room), Cell(hour(one.since)))
            lines.append(Line(one.ticket, cells))
        self.model.show_lines(lines)
        self.table.setVisible(bool(lines))
        self.table.fit_height(1, 5)
        if lines and not self.table.chosen_keys():
            there = [number for number, one in enumerate(lines) if one.key in before]
            self.table.selectRow(there[0] if there else 0)
        self._offer_incidents()
        self._chosen()

    def _offer_incidents(self) -> None:
        """In a site with fixed seats the chief allows it, on an open incident (J-19)."""
        site, say = self._shell.bridge.site, self._shell.say
        fixed = site.package is not None and not site.package.plan.overbooked
        self._consent.setVisible(fixed)
        self._when.setText(say("transfers-out-fixed") if fixed else say("transfers-out-sub"))
        opened = [one for _, one in sorted(site.incidents.items()) if self._fits(one)] if fixed else []
        options = [(one.number, say("transfers-incident-line", number=one.number, kind=one.kind)) for one in opened]
        shown = [(self.incident.itemData(n), self.incident.itemText(n)) for n in range(self.incident.count())]
        if shown != options:
            self.incident.clear()
            for key, text in options:
                self.incident.addItem(text, key)

    def _fits(self, one: Incident) -> bool:
        return one.closed_at is None and one.session in (self._session, None)

    @property
    def whom(self) -> Ticket | None:
        """What is typed where it fits one person of this session, otherwise the chosen line."""
        if self.field.text().strip():
            found = self._found
            return found[0] if len(found) == 1 else None
        keys = self.table.chosen_keys()
        return Ticket(str(keys[0])) if keys else None

    @property
    def _found(self) -> tuple[Ticket, ...]:
        """Who fits what is typed; of several those who are in a room and have not logged in."""
        bridge = self._shell.bridge
        if self._session is None:
            return ()
        found = find(bridge.site, bridge.console.directory, self._session, self.field.text())
        there = [one for one in found if one.sitting.presence is Presence.PRESENT and not one.sitting.logged_in_at]
        return tuple(one.sitting.ticket for one in (there or found))

    def propose(self, code: str) -> bool:
        """Whether this code names somebody who is in a room without a seat; one key sends them on."""
        if self._session is None:
            return False
        bridge = self._shell.bridge
        found = find(bridge.site, bridge.console.directory, self._session, code)
        if len(found) != 1 or found[0].sitting.ticket not in self._over:
            return False
        self.field.setText(found[0].sitting.ticket)
        self.do.setFocus()
        return True

    def _typed(self) -> None:
        text, say = self.field.text().strip(), self._shell.say
        found = self._found if text and not _is_token(text) else ()
        if text and not _is_token(text) and len(text) >= 3 and not found:
            self.said.tell("warn", say("transfers-nobody-found", text=text[:LINE]))
        elif len(found) > 1:
            self.said.tell("warn", say("transfers-several", text=text[:LINE], count=len(found)))
        else:
            self.said.clear()
        self._chosen()

    def _chosen(self) -> None:
        say, ticket, bridge = self._shell.say, self.whom, self._shell.bridge
        name = bridge.console.directory.name(ticket) or ticket if ticket else None
        text = say("transfers-out-one", name=name) if name else say("transfers-out-do")
        self.do.setText(text)
        self.do.setAccessibleName(text)
        sitting = bridge.site.sitting(self._session, ticket) if self._session and ticket else None
        self.person.show_room(sitting.room if sitting else None)

    def _entered(self) -> None:
        if _is_token(self.field.text()):
            self.take_scan(self.field.text())
        else:
            self._record()

    def _record(self) -> None:
        ticket, at, session = self.whom, self.moment.value(), self._session
        if ticket is None or session is None:
            if not self.field.text().strip():
                self.said.tell("warn", self._shell.say("transfers-out-whom"))
            self.field.setFocus()
            return
        if at is None:
            self.moment.complain()
            return
        number = self.incident.currentData() if not self._consent.isHidden() else None
        incident = IncidentNo(number) if number else None
        name = self._shell.bridge.console.directory.name(ticket) or ticket
        operation = TransferOut(session, ticket, at, self.person.value(), incident)
        said = self._shell.say("transfers-sent-on", name=name)
        self._asking.submit(operation, said, lambda _: self._recorded())

    def _recorded(self) -> None:
        self.field.clear()
        self.moment.follow()
        self.changed.emit()

    # Tokens

    def take_scan(self, code: str) -> None:
        """A signed token as its QR code says it."""
        console = self._shell.bridge.console

        def take(*signers: Signer) -> Brought:
            return room_files.take_scan(console, code, *signers)

        self._asking.ask(take, then=self._taken)

    def take_file(self, path: Path) -> None:
        console = self._shell.bridge.console
        self._asking.ask(lambda *signers: room_files.take_file(console, path, *signers), then=self._taken)

    def _taken(self, brought: object) -> None:
        if not isinstance(brought, Brought):
            return
        self.field.clear()
        if isinstance(brought.no, Refusal):
            self._asking.refuse(brought.no)
        elif isinstance(brought.no, Trouble):
            self.said.tell("bad", self._shell.text.trouble(brought.no))
        else:
            self._shell.bridge.say(self._shell.say("transfers-token-taken", room=brought.room))
            self.changed.emit()

    def _choose(self) -> None:
        dialog = QFileDialog(self, self._shell.say("transfers-token-choose"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilter(f"{self._shell.say('transfers-token-kind')} (*{TOKEN_SUFFIX})")
        dialog.fileSelected.connect(lambda name: self.take_file(Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()


def _is_token(text: str) -> bool:
    """A signed document has three parts."""
    return text.count(".") == _DOTS
