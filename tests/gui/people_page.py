"""A small staff with somebody in most roles, and its page: for tests of people, PINs and signatures."""

from __future__ import annotations

from typing import cast

from argon2 import PasswordHasher

from app.core.terms import PersonId, Role, RoomId
from app.exchange.exam_package import StaffEntry
from app.service.console import Console
from tests.gui.screen import Screen, settle
from tests.stores import PIN
from ui.pages.people import PeoplePage
from ui.shell import PageName

OWN = "8f!tX2"
PHRASES = ("first sealed passphrase", "second sealed passphrase")
STAFF = (
    ("A01", "Wang Fang", Role.SITE_ADMIN, None),
    ("C01", "Li Na", Role.CHIEF, None),
    ("D01", "Zhao Yi", Role.DEPUTY, None),
    ("O01", "Sun Li", Role.EXAM_OFFICE, None),
    ("R001", "Qian Er", Role.ROOM_ADMIN, RoomId("001")),
    ("T01", "Zhou Wu", Role.TECHNICIAN, None),
    ("X01", "Wu Liu", Role.PATROL, None),
)


def staffed(console: Console) -> Console:
    """Nothing has been entered about any of them."""
    hasher = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
    verifier = hasher.hash(PIN)
    staff = [
        StaffEntry(code=PersonId(code), name=name, role=role, room=room, phone=f"024-{n}", verifier=verifier)
        for n, (code, name, role, room) in enumerate(STAFF)
    ]
    console.meet(console.directory.candidates.values(), staff)
    console.recovery = (hasher.hash(PHRASES[0]), hasher.hash(PHRASES[1]))
    return console


def opened(screen: Screen) -> PeoplePage:
    return cast("PeoplePage", screen.go(PageName.PEOPLE))


def at_the_desk(screen: Screen) -> PeoplePage:
    """The page, with the administrator signed in."""
    page = opened(screen)
    screen.sign_in()
    screen.look_again()
    return page


def shown(page: PeoplePage) -> list[str]:
    return [str(line.key) for line in page.people.lines.lines]


def cells(page: PeoplePage, code: str) -> list[str]:
    (line,) = (line for line in page.people.lines.lines if line.key == code)
    return [cell.text for cell in line.cells]


def choose(page: PeoplePage, code: str) -> None:
    page.people.selectRow(shown(page).index(code))
    settle()


def sign(screen: Screen, code: str, pin: str = PIN) -> None:
    """Into the form that stands there; the code is given already where it is fixed."""
    screen.keys(f"{code}\n{pin}\n" if code else f"{pin}\n")
    settle()
    screen.look_again()
