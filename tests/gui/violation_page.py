"""What the tests of the violations share: who is there, short ways to a record, and hands on its forms."""

from __future__ import annotations

from typing import cast

from argon2 import PasswordHasher
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from app.core.entry import CheckIn
from app.core.free_text import FreeText, TextPart
from app.core.operation import Operation
from app.core.terms import Digest, PersonId, Role, RoomId, Ticket, ViolationNo
from app.core.violation import RecordViolation
from app.core.violation_kinds import ViolationKind
from app.core.violation_state import Account, Found, Violation
from app.exchange.exam_package import StaffEntry
from app.service import free_text
from app.views.violations import ViolationAct
from tests.gui.screen import MORNING_SESSION, ROOM, Screen, settle
from tests.stores import ADMIN, OFFICER, PIN
from ui.pages.conduct import ConductPage
from ui.pages.fault_side import FaultForm
from ui.shell import PageName
from ui.widgets.signing import Signing

TICKET, A01, R001 = Ticket("210100001"), PersonId("A01"), PersonId("R001")
ONE, BLANK = ViolationNo("AV-001"), "1-1-001-01"
STAFF = (
    ("A01", Role.SITE_ADMIN, None),
    ("O01", Role.EXAM_OFFICE, None),
    ("C01", Role.CHIEF, None),
    ("R001", Role.ROOM_ADMIN, ROOM),
    ("I001", Role.INVIGILATOR, ROOM),
    ("I002", Role.INVIGILATOR, ROOM),
    ("I003", Role.INVIGILATOR, RoomId("002")),
    ("V01", Role.ROVING, None),
)
HASHER = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)


def at_the_desk(site: Screen) -> Screen:
    """All rooms have started, one candidate is in, and there are invigilators."""
    console, verifier = site.console, HASHER.hash(PIN)
    site.started()
    document = console.rulebook.id_types.value[0]
    site.do(CheckIn(MORNING_SESSION, TICKET, document, site.bridge.now, A01))
    staff = [StaffEntry(code=PersonId(c), name=c, role=role, room=room, verifier=verifier) for c, role, room in STAFF]
    console.meet(console.directory.candidates.values(), staff)
    site.sign_in()
    return site


def opened(desk: Screen, **where: object) -> ConductPage:
    return cast("ConductPage", desk.go(PageName.CONDUCT, session=MORNING_SESSION, **where))


def form(page: ConductPage) -> FaultForm:
    held = page.violations.side.form
    assert isinstance(held, FaultForm)
    return held


def confirm(desk: Screen, page: ConductPage) -> None:
    form(page).confirm.click()
    desk.look_again()


def ask(desk: Screen, page: ConductPage, act: ViolationAct) -> FaultForm:
    button = page.violations.card.buttons[act]
    assert button.isVisible(), act
    button.click()
    settle()
    return form(page)


def say_in(page: ConductPage, part: str, said: str) -> None:
    """Into the field that is called so."""
    name = page.shell.say(part)
    (field,) = (one for one in form(page).findChildren(QWidget) if one.accessibleName() == name)
    if isinstance(field, QPlainTextEdit):
        field.setPlainText(said)
    else:
        assert isinstance(field, QLineEdit)
        field.setText(said)


def signs(desk: Screen, code: str) -> None:
    (asked,) = (one for one in desk.page.asking.findChildren(Signing) if one.isVisible())
    asked.code.setText(code)
    asked.pin.setText(PIN)
    asked.pin.returnPressed.emit()
    desk.look_again()


def words(**parts: str) -> FreeText:
    return FreeText(tuple((TextPart(part), said) for part, said in parts.items()))


def do(desk: Screen, operation: Operation) -> None:
    """Past the screen."""
    answer = free_text.submit(desk.console, operation, ADMIN, OFFICER)
    assert answer is None, answer


def recorded(desk: Screen, sheet: str = BLANK) -> None:
    now = desk.bridge.now
    account = Account(ViolationKind.OWN_DEVICE, now, Found.IN_EXAM, now, sheet, Digest(""))
    said = words(act="a phone in the drawer", handling="taken into custody")
    do(desk, RecordViolation(MORNING_SESSION, ROOM, TICKET, account, said, R001))


def of(desk: Screen) -> Violation:
    return desk.site.violations[ONE]


def heard(desk: Screen, text: Digest, part: TextPart) -> str | None:
    return desk.console.directory.said(text, part)
