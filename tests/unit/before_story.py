"""How the plain site was made ready, as the journal tells it: facts with their signers, and the state."""

from __future__ import annotations

from datetime import date, datetime

from app.core.directory import Directory
from app.core.hardware import MachineChecked
from app.core.hardware_items import HardwareItem, MachineKind, Reading, ReadingSource
from app.core.operation import Fact
from app.core.site import Site
from app.core.site_form import SiteForm
from app.core.terms import PersonId, Role, RoomId
from app.views.journal import Line
from app.views.site_papers import sheet_content
from app.views.site_sheet import History
from tests.builders import ADMIN, CHIEF, PEOPLE, STAGES, at

DAY = date(2021, 10, 30)
EVE = at("16:00", 29)
GOOD = {
    HardwareItem.CPU_MHZ: "3000",
    HardwareItem.MEMORY_MIB: "16384",
    HardwareItem.FREE_MEMORY_MIB: "4096",
    HardwareItem.FREE_DISK_MIB: "99000",
    HardwareItem.DISPLAY: "1920x1080",
    HardwareItem.NETWORK_MBPS: "1000",
    HardwareItem.DUPLEX: "full",
    HardwareItem.SYSTEM: "windows_10",
    HardwareItem.EXAM_SYSTEM: "4.3",
    HardwareItem.USB_PORTS: "4",
    HardwareItem.ADDRESS_KEPT: "yes",
    HardwareItem.RESTORE_CARD: "off",
    HardwareItem.VIRUS_FREE: "yes",
    HardwareItem.PROTECTION: "off",
    HardwareItem.DETECTION: "yes",
}
HANDS = dict.fromkeys((HardwareItem.KEYBOARD, HardwareItem.MOUSE, HardwareItem.SCREEN), "yes")
BY_TWO = ((ADMIN, Role.SITE_ADMIN), (CHIEF, Role.CHIEF))


def checked(
    machine: str, items: dict[HardwareItem, str], room: RoomId | None = None, when: datetime = EVE, by: PersonId = ADMIN
) -> MachineChecked:
    """An exam machine where it stands in a room, a site machine otherwise."""
    kind = MachineKind.EXAM if room else MachineKind.SITE
    readings = tuple(Reading(item, value, ReadingSource.MEASURED) for item, value in items.items())
    return MachineChecked(kind, room, machine, readings, when, by)


def told(*facts: Fact, stage: str = "packaged") -> tuple[Site, tuple[Line, ...]]:
    """These facts after everything up to this stage, signed by two persons."""
    names = list(STAGES)
    before = [fact for name in names[: names.index(stage) + 1] for fact in STAGES[name]]
    site, lines = Site(), []
    for n, fact in enumerate((*before, *facts), 1):
        fact.apply(site)
        lines.append(Line(n, getattr(fact, "at", EVE), "", "", BY_TWO, fact))
    return site, tuple(lines)


def made(form: SiteForm, site: Site, history: History, people: Directory = PEOPLE, subject: str = "jj2021") -> object:
    return sheet_content(site, people, form, subject, history)
