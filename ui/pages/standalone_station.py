"""Where somebody goes on: the answering station's request, where its machine stands, and who watches there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.core.operation import Refusal, Signer
from app.core.standalone_state import VoidReason
from app.core.terms import RoomId, SessionId, Ticket
from app.crypto.fingerprint import thumbprint
from app.service import standalone
from app.service.console import Console
from app.service.standalone import Made, Where
from app.views.standalone import free_places, seat_of_machine
from ui.pages.standalone_parts import ACROSS, About, Groups, ask_file, digest_groups
from ui.shell import Shell
from ui.widgets.asking import Asking
from ui.widgets.parts import Form, button, choice, label, row
from ui.widgets.person import PersonField

SUFFIX = ".examsite-station"


@dataclass(frozen=True, slots=True)
class Station:
    """A request as it was read; `export` makes a package for exactly this one."""

    machine: str
    fingerprint: str
    export: Callable[..., Made | Refusal]


def station_of(console: Console, path: Path) -> Station:
    """Raises what files and signed documents can say."""
    request = standalone.request(console, path)

    def export(
        session: SessionId,
        ticket: Ticket,
        where: Where,
        *signers: Signer,
        voids: VoidReason | None = None,
        so_far: Path | None = None,
    ) -> Made | Refusal:
        return standalone.export(console, session, ticket, request, where, *signers, voids=voids, so_far=so_far)

    return Station(request.machine, thumbprint(request.key), export)


class StationField(QWidget):
    """The request file; its fingerprint is compared aloud with what the station shows. `taken` carries the Station."""

    taken = Signal(object)

    def __init__(self, shell: Shell, asking: Asking) -> None:
        super().__init__()
        self._shell, self._asking = shell, asking
        self.station: Station | None = None
        self.pick = button(shell.look, shell.say("standalone-request"), self._pick, "file-import")
        self._machine = label("", "Strong")
        self.fingerprint = Groups("BigDigest", ACROSS)
        self._wrong = label(shell.say("standalone-request-needed"), "Bad")
        self._wrong.hide()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(6)
        chosen = row(self.pick, self._machine, gap=12)
        chosen.setStretch(1, 1)
        outer.addLayout(chosen)
        outer.addWidget(self._wrong)
        outer.addWidget(self.fingerprint)
        self.setFocusProxy(self.pick)

    def value(self) -> Station | None:
        """None where none was read: that is said here."""
        self._wrong.setVisible(self.station is None)
        if self.station is None:
            self.pick.setFocus()
        return self.station

    def clear(self) -> None:
        self.station = None
        self._machine.setText("")
        self.fingerprint.hide()
        self._wrong.hide()

    def read(self, path: Path) -> None:
        """This file is meant."""
        console = self._shell.bridge.console
        self._asking.ask(lambda *_: station_of(console, path), then=self._read)

    def _read(self, station: object) -> None:
        if isinstance(station, Station):
            self.station = station
            self._wrong.hide()
            self._machine.setText(self._shell.say("standalone-machine-of", machine=station.machine))
            caption = self._shell.say("standalone-fingerprint")
            self.fingerprint.tell(station.fingerprint, digest_groups(station.fingerprint), caption)
            self.taken.emit(station)

    def _pick(self) -> None:
        ask_file(self, self._shell, self._shell.say("standalone-request"), (SUFFIX,), self.read)


class PlaceField(QWidget):
    """Room and seat of the machine, and who watches: any room of the site, also beside its seats."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self._of: tuple[SessionId, Ticket] | None = None
        self._rooms: tuple[RoomId, ...] = ()
        self.host, self.place, self.watched_by = choice(()), choice(()), PersonField(shell)
        self.host.setMinimumContentsLength(10)
        self.place.setMinimumContentsLength(10)
        self.host.currentIndexChanged.connect(lambda _: self._turn())
        fields = Form(columns=2)
        fields.setContentsMargins(0, 0, 0, 0)
        fields.field(shell.say("standalone-host"), self.host)
        fields.field(shell.say("standalone-place"), self.place)
        fields.field(shell.say("standalone-watched-by"), self.watched_by, wide=True)
        self.setLayout(fields)
        self.setFocusProxy(self.host)

    @property
    def room(self) -> RoomId:
        return RoomId(str(self.host.currentData()))

    @property
    def seat(self) -> str:
        """ "" where the machine stands at no seat."""
        return str(self.place.currentData() or "")

    def begin(self, about: About) -> None:
        """The own room comes first."""
        self._of = (about.row.session, about.row.ticket)
        own = about.row.room
        self._rooms = tuple(sorted(self._shell.bridge.site.plans, key=lambda room: (room != own, room)))
        self.host.blockSignals(True)
        self.host.clear()
        for room in self._rooms:
            self.host.addItem(self._shell.say("room-name", room=room), room)
        self.host.blockSignals(False)
        self._turn()

    def propose(self, machine: str) -> None:
        """Where the lists of machines have it."""
        if found := seat_of_machine(self._shell.bridge.site, machine):
            self.host.setCurrentIndex(self.host.findData(found[0]))
            self.place.setCurrentIndex(max(self.place.findData(found[1]), 0))

    def look(self) -> None:
        """Seats that are free by now; the chosen one stays while it is."""
        if self._of is None or self.host.currentIndex() < 0:
            return
        session, ticket = self._of
        seats = ("", *free_places(self._shell.bridge.site, session, self.room, ticket))
        if list(seats) == [self.place.itemData(n) for n in range(self.place.count())]:
            return
        chosen = self.seat
        self.place.clear()
        for seat in seats:
            said = self._shell.say("faults-seat", seat=seat) if seat else self._shell.say("standalone-no-seat")
            self.place.addItem(said, seat)
        self.place.setCurrentIndex(seats.index(chosen) if chosen in seats else 0)

    def _turn(self) -> None:
        self.place.clear()
        self.watched_by.show_room(self.room)
        self.look()
