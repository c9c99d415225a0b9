"""The days before in practice: lists, training, machines and probe files, tests, closed rooms, draw and board."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path

from app.core.avoidance import DeclareAvoidance
from app.core.board_signing import SignBoard
from app.core.contact import EnterContact
from app.core.free_text import NO_TEXT, FreeText, TextPart
from app.core.gate_looks import cells
from app.core.hardware import CheckMachines, MachineCheck, round_in_force
from app.core.hardware_items import HardwareItem, MachineKind, Reading, ReadingSource
from app.core.machines import ListMachines
from app.core.media import RegisterMedium
from app.core.operation import Operation, Refusal
from app.core.paper_state import Contact
from app.core.places import listed
from app.core.readiness import LookAfter, places_of
from app.core.readiness_items import Due, ReadinessRule
from app.core.readiness_state import Go, LookState
from app.core.room_closing import CloseRooms, OpenRooms, RoomSeal
from app.core.site import SeatMachine
from app.core.site_form import SiteForm
from app.core.site_sheet import ConfirmSiteSheet
from app.core.terms import PersonId, RoomId
from app.core.training import RecordTraining, TrainingTopic
from app.exchange import outbox, probe
from app.exchange.probe import Addressing, Duplex, MemorySeen, Probe, ProbeKind, Switched
from app.rehearsal.ground import STICKS, Ground, Surprise, expected
from app.rehearsal.province import Size
from app.service import duty, free_text, hardware, probe_kit, site_sheets

STICK = "stick"
"""The folder in which machines leave their files."""
_DESK, _TECHNICIAN, _CHIEF = PersonId("A01"), PersonId("T01"), PersonId("C01")
_BY_EYE = ("keyboard", "mouse", "screen", "detection", "virus_free", "address_kept")


def before(ground: Ground, size: Size) -> None:
    """The days before: from a week before where that is asked for, else what nothing goes without."""
    prepared = Preparation(ground)

    def early() -> None:
        prepared.week()
        prepared.machines(ground.out / STICK)

    if size.preparation:
        ground.before(early, prepared.eve)
    else:
        ground.before()


@dataclass(frozen=True, slots=True)
class Preparation:
    """What a careful site does before its day."""

    ground: Ground

    def week(self) -> None:
        """The list of the week before, training and declarations of everybody, duty telephone, media."""
        everyone, today = tuple(sorted(self.ground.console.directory.staff)), self._now.date()
        self._do(RecordTraining(everyone, today, tuple(TrainingTopic)))
        for person in everyone:
            self._do(DeclareAvoidance(person, ()))
        self._say(
            EnterContact(
                Contact.DUTY,
                self._text((TextPart.NAME, "practice-readiness-name"), (TextPart.PHONE, "practice-readiness-phone")),
            )
        )
        for stick in STICKS:
            self._do(RegisterMedium(stick, stick, _DESK, read=True))
        self._see_to(Due.WEEK)

    def machines(self, folder: Path) -> None:
        """Every machine listed, probed from a kit in `folder`, and what only eyes can tell entered room by room."""
        console, system = self.ground.console, self.ground.console.rulebook.exam_system
        rooms = tuple(sorted(console.site.plans))
        for room in rooms:
            seats = listed(console.site.plans[room])
            machines = (
                SeatMachine(seat, f"K{room}-{seat}", _address(room, int(seat)), f"SW{room}-{int(seat)}")
                for seat in seats
            )
            self._do(ListMachines(room, tuple(machines)))
        expected(hardware.begin_round(console, self.ground.signer("A01")))
        nonce = round_in_force(console.site)
        kit = probe_kit.write(folder, nonce, rooms)
        for one in self._probed(rooms, nonce):
            # As the machines write it, which sync nothing.
            (kit / (one.room or ProbeKind.SITE.value) / probe.name(one)).write_bytes(probe.write(one))
        found = hardware.look(console.site, probe_kit.find(folder))
        if found.faults:
            raise AssertionError(found.faults)
        expected(hardware.take(console, found, _TECHNICIAN, self.ground.signer("A01")))
        checks = [self._seen(one, system.value if system else "") for one in found.checks]
        switch = _by_hand(MachineKind.SWITCH, None, "SW-1", network_mbps="1000", spare_switch="yes")
        self._do(CheckMachines((*checks, switch), "", self._now, _TECHNICIAN))

    def eve(self) -> None:
        """The list of the day before; notices and contacts on paper; rooms closed under seals."""
        self._see_to(Due.EVE)
        self._print(SiteForm.CONTACTS, SiteForm.NOTICES)
        rooms = sorted({room for state in self.ground.console.site.sessions.values() for room in state.rooms})
        seals = tuple(RoomSeal(room, f"M{self._now:%m%d}-{room}") for room in rooms)
        self._do(CloseRooms(seals, self._now, _DESK))

    def open_and_draw(self, day: date) -> None:
        """Rooms opened, invigilators drawn."""
        console = self.ground.console
        shut = tuple(sorted(room for room, one in console.site.closed_rooms.items() if one.shut))
        self._do(OpenRooms(shut, True, None, self._now, _DESK))
        self.draw(day)

    def sign_board(self) -> None:
        """As it is."""
        console = self.ground.console
        open_ones = any(one.open for one in cells(console.site, console.rulebook, console.directory, self._now))
        why = self._text((TextPart.REASON, "practice-readiness-reason")) if open_ones else NO_TEXT
        expected(free_text.submit(console, SignBoard(Go.GO, why), self.ground.signer("C01")))

    def draw(self, day: date) -> None:
        """The first draw of the day."""
        expected(duty.draw(self.ground.console, day, None, False, *self.ground.office))

    @property
    def _now(self) -> datetime:
        return self.ground.clock.moment().at

    def _do(self, operation: Operation) -> None:
        self.ground.do(operation)

    def _say(self, operation: Operation) -> None:
        expected(free_text.submit(self.ground.console, operation, *self.ground.office))

    def _text(self, *parts: tuple[TextPart, str]) -> FreeText:
        return FreeText(tuple((part, self.ground.means.text(name)) for part, name in parts))

    def _see_to(self, due: Due) -> None:
        for rule in self.ground.console.rulebook.readiness:
            if rule.due is due:
                self._look(rule)

    def _look(self, rule: ReadinessRule) -> None:
        rooms = tuple(room for room in places_of(self.ground.console.site, rule) if room)
        if rule.per_room and not rooms:
            return
        said = self._text((TextPart.EVIDENCE, "practice-readiness-evidence")) if rule.evidence else NO_TEXT
        self._say(LookAfter(rule.item, rooms, LookState.DONE, said, self._now, _DESK))

    def _print(self, *forms: SiteForm) -> None:
        console, draw = self.ground.console, self.ground.means.draw_sheet
        for paper in site_sheets.papers(console, forms):
            made = site_sheets.print_sheet(console, paper.form, paper.subject, draw, *self.ground.office)
            if isinstance(made, Refusal):
                raise Surprise(made)
            outbox.write_bytes(self.ground.out / "records" / f"{paper.form}-{paper.subject}.pdf", made)
            self._do(ConfirmSiteSheet(paper.form, paper.subject, 1, came_out=True))

    def _probed(self, rooms: tuple[RoomId, ...], nonce: str) -> Iterator[Probe]:
        yield self._probe(ProbeKind.SITE, None, "KD-01", nonce, 250)
        yield self._probe(ProbeKind.INVIGILATION, None, "JK-SPARE", nonce, 251)
        for room in rooms:
            yield self._probe(ProbeKind.INVIGILATION, room, f"JK-{room}", nonce, 254)
            for seat in listed(self.ground.console.site.plans[room]):
                yield self._probe(ProbeKind.EXAM, room, f"K{room}-{seat}", nonce, int(seat))

    def _probe(self, kind: ProbeKind, room: RoomId | None, name: str, nonce: str, host: int) -> Probe:
        """A common office machine."""
        now = self._now.replace(tzinfo=None)
        place = int(room or 0)
        return Probe(
            kind=kind,
            room=room,
            nonce=nonce,
            machine=name,
            made_at=now,
            cpu_mhz=3000,
            memory_mib=8192,
            memory_seen=MemorySeen.INSTALLED,
            free_memory_mib=4096,
            free_disk_mib=120_000,
            network_mbps=1000,
            duplex=Duplex.FULL,
            system="Windows 10",
            system_family="windows",
            system_version="10.0.19045",
            server=False,
            display_width=1920,
            display_height=1080,
            usb_ports=4,
            address=_address(room or RoomId("0"), host),
            addressing=Addressing.STATIC,
            mac=f"02:00:00:{place % 256:02X}:{host // 256:02X}:{host % 256:02X}",
            firewall=Switched.OFF,
            antivirus="",
            microsoft_pinyin=True,
            jidian_wubi=True,
            sogou_pinyin=True,
            booted_at=now - timedelta(hours=1),
        )

    def _seen(self, one: MachineCheck, system: str) -> MachineCheck:
        """What no script can read."""
        installed = {"exam_system": system} if system else {}
        match one.kind:
            case MachineKind.EXAM:
                said = dict.fromkeys(_BY_EYE, "yes") | {"restore_card": "none"}
            case MachineKind.SITE:
                said = dict.fromkeys(("virus_free", "reaches_room", "reaches_vpn", "ups"), "yes")
            case _:
                said = dict.fromkeys(("virus_free", "reaches_room", "reaches_site", "ups"), "yes")
        return _by_hand(one.kind, one.room, one.machine, **said, **installed)


def _by_hand(kind: MachineKind, room: RoomId | None, machine: str, **said: str) -> MachineCheck:
    readings = (Reading(HardwareItem(item), value, ReadingSource.BY_HAND) for item, value in said.items())
    return MachineCheck(kind, room, machine, tuple(readings))


def _address(room: RoomId, host: int) -> str:
    return f"10.{20 + host // 250}.{int(room) % 250}.{host % 250 + 1}"
