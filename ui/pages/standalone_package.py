"""The package: made for one station, on a registered medium; or another system's, of which only custody is kept."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.core.operation import Refusal, Signer
from app.core.standalone_place import machine_name
from app.core.standalone_state import Custody, VoidReason
from app.service import standalone
from app.service.standalone import Made, Where
from ui.pages.extra_time_words import name_of
from ui.pages.standalone_medium import MediumField
from ui.pages.standalone_parts import About, Panel, SteadyFacts, ask_file, ask_folder
from ui.pages.standalone_slip import SlipPrinting
from ui.pages.standalone_station import PlaceField, Station, StationField
from ui.shell import Shell, clock
from ui.widgets.asking import Asking
from ui.widgets.parts import Elided, Form, button, choice, flow, label, row
from ui.widgets.scanner import ScanField
from ui.widgets.segments import Segments

INTERIM = ".examsite-interim"


class PackagePanel(Panel):
    """`made` comes once a package is out, and says whether it is ours."""

    made = Signal(bool)

    def __init__(self, shell: Shell, asking: Asking) -> None:
        super().__init__(shell, asking)
        say, look = shell.say, shell.look
        self._custody = Custody.OURS
        self._so_far: Path | None = None
        self._file: Path | None = None
        self._told = SteadyFacts()
        self.again = button(look, say("standalone-write-again"), self._write_again, "device-floppy")
        self.anew = button(look, say("standalone-anew"), self._anew, "refresh")
        self.printing = SlipPrinting(shell, asking, self)
        self._renews = False
        self.custody = Segments(say("standalone-custody"))
        self.custody.picked.connect(self._turn)
        self.station, self.where = StationField(shell, asking), PlaceField(shell)
        self.station.taken.connect(self._station_taken)
        self.medium = MediumField(shell, asking)
        self.so_far = button(look, say("standalone-so-far"), self._pick_so_far, "history")
        self.no_so_far = button(look, say("standalone-so-far-none"), lambda: self.go_on_from(None), "x")
        self._from = Elided("", "Cap")
        self.file = button(look, say("standalone-foreign"), self._pick_file, "file-import")
        self._named = Elided("", "Mono")
        self.machine = ScanField()
        self.voids = choice([(one, shell.word(one)) for one in VoidReason if one is not VoidReason.BACK_TO_ROOM])
        self.machine.textChanged.connect(self._check_machine)
        self._wrong = label("", "Bad")
        self._wrong.hide()
        self.do = button(look, say("standalone-export"), self._do, "archive", "primary")
        self._form = QWidget()
        self._lay()

    def _lay(self) -> None:
        say = self._shell.say
        self._foreign = QWidget()
        foreign = QVBoxLayout(self._foreign)
        foreign.setContentsMargins(0, 0, 0, 0)
        chosen = row(self.file, self._named)
        chosen.setStretch(1, 1)
        foreign.addLayout(chosen)
        named = Form()
        named.field(say("standalone-machine"), self.machine)
        foreign.addLayout(named)
        self._resume = QWidget()
        resume = QVBoxLayout(self._resume)
        resume.setContentsMargins(0, 0, 0, 0)
        resume.addWidget(flow(self.so_far, self.no_so_far))
        resume.addWidget(self._from)
        self._void = QWidget()
        void = Form()
        void.setContentsMargins(0, 0, 0, 0)
        void.field(say("standalone-voids"), self.voids)
        self._void.setLayout(void)
        laid = QVBoxLayout(self._form)
        laid.setContentsMargins(0, 0, 0, 0)
        laid.setSpacing(8)
        parts = (self.custody, self._void, self.station, self._foreign, self.where, self.medium, self._resume)
        for part in (*parts, self._wrong, flow(self.do)):
            laid.addWidget(part)
        self._again = flow(self.again, self.anew)
        self.add(self._told, self._again, self.printing.line, self._form)

    def first(self) -> QWidget:
        if self._form.isHidden():
            return self.anew if self.again.isHidden() else self.again
        return self.station if self._custody is Custody.OURS else self.file

    def begin(self, about: About) -> None:
        self._renews = False
        self.station.clear()
        self.where.begin(about)
        self.go_on_from(None)
        self._foreign_file(None)
        self.machine.clear()
        self._turn(Custody.OURS)

    def show_state(self, about: About) -> None:
        live, last = about.live, about.last
        asks = live is None or self._renews
        self._again.setVisible(live is not None)
        self._told.setVisible(last is not None)
        self.again.setVisible(bool(live and live.custody is Custody.OURS))
        self.anew.setVisible(live is not None and not self._renews)
        self._form.setVisible(asks)
        self._void.setVisible(live is not None)
        self.where.look()
        self.medium.look()
        self.printing.look(about)
        if last is not None:
            say, bridge = self._shell.say, self._shell.bridge
            medium = bridge.site.safe.media.get(last.medium)
            where = say("standalone-where", room=last.host, place=last.place or "none")
            watched_by = bridge.console.directory.staff_name(last.watched_by)
            self._told.show_facts(
                [
                    (say("standalone-number"), str(last.number)),
                    (say("standalone-exported"), clock(last.exported_at)),
                    (say("standalone-machine"), say("standalone-machine-at", machine=last.machine, where=where)),
                    (say("standalone-watched-by"), watched_by),
                    (say("standalone-medium"), medium.label if medium else last.medium),
                ]
            )

    def go_on_from(self, path: Path | None) -> None:
        """An interim copy, or what the room's system gave; None begins with nothing answered."""
        self._so_far = path
        self.no_so_far.setVisible(path is not None)
        said = (
            self._shell.say("standalone-so-far-file", file=path.name) if path else self._shell.say("standalone-blank")
        )
        self._from.tell(said)

    def _foreign_file(self, path: Path | None) -> None:
        self._file = path
        self._named.tell(path.name if path else self._shell.say("standalone-foreign-none"))

    def _turn(self, custody: object) -> None:
        say, self._custody = self._shell.say, Custody(str(custody))
        ours = self._custody is Custody.OURS
        self.custody.offer(
            ((Custody.OURS, say("standalone-ours")), (Custody.REGISTERED, say("standalone-registered"))), self._custody
        )
        self.station.setVisible(ours)
        self._resume.setVisible(ours)
        self._foreign.setVisible(not ours)
        self.do.setText(say("standalone-export" if ours else "standalone-register"))
        self.do.setAccessibleName(self.do.text())
        self._wrong.hide()

    def _station_taken(self, station: object) -> None:
        if isinstance(station, Station):
            self.where.propose(station.machine)
            self.where.setFocus()

    def _pick_so_far(self) -> None:
        ask_file(self, self._shell, self._shell.say("standalone-so-far"), (INTERIM, ".age"), self.go_on_from)

    def _pick_file(self) -> None:
        ask_file(self, self._shell, self._shell.say("standalone-foreign"), (), self._foreign_file)

    def _anew(self) -> None:
        self._renews = True
        if self.about is not None:
            self.show_state(self.about)
        self.voids.setFocus()

    def _do(self) -> None:
        about, ours = self.about, self._custody is Custody.OURS
        if about is None:
            return
        station = self.station.value() if ours else None
        if ours and station is None:
            return
        if not ours and self._lacks():
            return
        chosen = self.medium.value()
        if chosen is None:
            return
        place, (serial, folder) = self.where, chosen
        where = Where(place.room, place.seat, place.watched_by.value(), serial, folder)
        reason = VoidReason(self.voids.currentData()) if about.live else None
        console, session, ticket, so_far = self._shell.bridge.console, about.row.session, about.row.ticket, self._so_far
        name = name_of(self._shell, ticket)
        if station is not None:
            made = station

            def export(*signers: Signer) -> Made | Refusal:
                return made.export(session, ticket, where, *signers, voids=reason, so_far=so_far)

            self._asking.ask(
                export, self._shell.say("standalone-export-said", name=name), lambda _: self._made(ours=True)
            )
            return
        machine, path = self.machine.text().strip(), self._file or Path()
        self._asking.ask(
            lambda *signers: standalone.register(
                console, session, ticket, machine, where, path, *signers, voids=reason
            ),
            self._shell.say("standalone-register-said", name=name),
            lambda _: self._made(ours=False),
        )

    def _lacks(self) -> bool:
        """Whether file or machine of another system's package is missing: that is said here."""
        missing = "standalone-foreign-needed" if self._file is None else ""
        missing = missing or ("" if self.machine.text().strip() else "standalone-machine-needed")
        missing = missing or ("" if machine_name(self.machine.text().strip()) else "standalone-machine-unfit")
        self._wrong.setVisible(bool(missing))
        if missing:
            self._wrong.setText(self._shell.say(missing))
            (self.file if self._file is None else self.machine).setFocus()
        return bool(missing)

    def _check_machine(self, text: str) -> None:
        """A name that no machine has is told while it is typed."""
        unfit = bool(text.strip()) and not machine_name(text.strip())
        self._wrong.setVisible(unfit)
        if unfit:
            self._wrong.setText(self._shell.say("standalone-machine-unfit"))

    def _made(self, *, ours: bool) -> None:
        self._renews = False
        self.station.clear()
        self.go_on_from(None)
        self.made.emit(ours)

    def _write_again(self) -> None:
        ask_folder(self, self._shell, self._shell.say("standalone-write-again"), self.write_again)

    def write_again(self, folder: Path) -> None:
        """The same file once more, to its own medium."""
        if self.about is None:
            return
        console, row_ = self._shell.bridge.console, self.about.row
        said = self._shell.say("standalone-written", number=row_.number)
        self._asking.ask(lambda *_: standalone.write_again(console, row_.session, row_.ticket, folder), said)
