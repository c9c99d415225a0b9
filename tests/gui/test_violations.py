"""The violations half of its page: a record by keyboard, what its form asks, a removal, and numbered blanks."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

import pytest

from app.core.free_text import TextPart
from app.core.gate import Check, CheckName, CheckState
from app.core.paper_state import SheetVoidReason
from app.core.removal import CandidateRemoved
from app.core.room_state import Presence
from app.core.terms import ClauseId, RoomId
from app.core.violation import ViolationRecorded
from app.core.violation_kinds import ViolationKind
from app.core.violation_sheets import IssueViolationSheets, ViolationSheetsIssued, ViolationSheetVoided
from app.core.violation_signing import CandidateTold, ViolationSigned
from app.core.violation_state import Account, Found
from app.views.violations import ViolationAct
from tests.gui.keyboard import choose, pick, press, scan, tab_to, type_text
from tests.gui.screen import MORNING_SESSION, ROOM, SECOND_SESSION, Screen, settle, texts
from tests.gui.violation_page import (
    BLANK,
    ONE,
    R001,
    TICKET,
    ask,
    at_the_desk,
    confirm,
    do,
    form,
    heard,
    opened,
    say_in,
)
from ui.pages.closing_words import place_of
from ui.pages.conduct import ConductPage
from ui.pages.room import RoomPage
from ui.pages.violation_account import RecordForm
from ui.pages.violation_sheets import VoidForm
from ui.shell import PageName, Place


@pytest.fixture
def desk(site: Screen) -> Screen:
    return at_the_desk(site)


def test_from_the_act_to_the_signature_by_keyboard_alone(desk: Screen) -> None:
    # Given blanks of the room, and a page on which nothing stands yet
    window, say, word = desk.window, desk.shell.say, desk.shell.word
    do(desk, IssueViolationSheets(MORNING_SESSION, (ROOM,), 2))
    page = opened(desk)
    # When a violation is recorded: by scan, kind, the first free blank, what was done and how it was handled
    choose(window, say("conduct-record-short"))
    scan(window, TICKET)
    assert say("conduct-who", name="C00001", seat="001", room=ROOM) in texts(form(page))
    pick(window, say("conduct-kind"), f"\u2002{word(ViolationKind.OWN_DEVICE)}")
    tab_to(window, say("conduct-sheet"))
    press(window, "Down")
    for name, said in (("conduct-act", "phone"), ("conduct-handling", "custody")):
        tab_to(window, say(name))
        type_text(window, said)
    choose(window, say("conduct-record-confirm"))
    # Then it stands, its words are kept apart, and what is next has the focus
    fact, now = desk.last(), desk.bridge.now
    assert isinstance(fact, ViolationRecorded)
    account = Account(ViolationKind.OWN_DEVICE, now, Found.IN_EXAM, now, BLANK, fact.account.text)
    assert fact == ViolationRecorded(ONE, MORNING_SESSION, ROOM, TICKET, account, None, R001)
    assert heard(desk, fact.account.text, TextPart.ACT) == "phone"
    desk.look_again()
    assert desk.focus().accessibleName() == word(ViolationAct.TELL)
    assert say("conduct-next-tell") in texts(page)
    # When the person is told and signs
    press(window, "Space")
    choose(window, say("conduct-tell-confirm"))
    assert desk.last() == CandidateTold(ONE, now, R001)
    desk.look_again()
    choose(window, word(ViolationAct.SIGNS))
    choose(window, say("conduct-signs-confirm"))
    # Then the record is complete, and a new one is what the page offers
    assert desk.last() == ViolationSigned(ONE, now, R001)
    desk.look_again()
    assert say("conduct-complete") in texts(page)
    assert page.violations.record.property("kind") == "primary"


def test_what_is_missing_is_said_at_its_field_and_blanks_are_numbered_and_struck(desk: Screen) -> None:
    page, say, before = opened(desk), desk.shell.say, len(desk.facts())
    page.violations.record.click()
    asked = form(page)
    assert isinstance(asked, RecordForm)
    asked.reminded.setText("9x")
    mends: tuple[tuple[str, Callable[[RecordForm], object]], ...] = (
        ("conduct-ticket-needed", lambda one: one.outsider.box.setChecked(True)),
        ("conduct-room-choose", lambda one: one.room.setCurrentIndex(one.room.findData(ROOM))),
        ("conduct-kind-choose", lambda one: one.kind.setCurrentIndex(one.kind.findData(ViolationKind.PUBLIC_ORDER))),
        ("conduct-reminded-wrong", lambda one: one.reminded.setText("08:29")),
    )
    for missing, mend in mends:
        confirm(desk, page)
        assert say(missing) in texts(asked), missing
        mend(asked)
    # What the rules miss is said with its clause
    confirm(desk, page)
    assert say("why") in desk.asked()
    assert len(desk.facts()) == before
    for part in ("conduct-act", "conduct-handling", "conduct-person"):
        say_in(page, part, part)
    confirm(desk, page)
    found = desk.site.violations[ONE]
    assert (found.ticket, found.incident) == (None, "A-001")
    # Somebody whom nobody knows, and three digits that are enough in one room
    page.violations.record.click()
    asked = form(page)
    assert isinstance(asked, RecordForm)
    asked.who_field.setText("999")
    assert not asked.seek("999")
    assert say("conduct-ticket-nobody", text="999", count=0) in texts(asked)
    asked.room.setCurrentIndex(asked.room.findData(ROOM))
    assert page.scanned("001")
    assert asked.sitting is not None
    assert asked.sitting.ticket == TICKET
    asked.room.setCurrentIndex(asked.room.findData(RoomId("002")))
    assert not asked.who_field.text()
    asked.setFocus()
    press(desk.window, "Escape")
    assert page.violations.side.form is None
    # What was begun for one session is not entered in another
    page.violations.record.click()
    desk.bridge.choose(SECOND_SESSION)
    assert page.violations.side.form is None
    desk.bridge.choose(MORNING_SESSION)
    # Blanks are numbered for every room at once, and spoiled ones struck
    assert not page.violations.void.isVisible()
    page.violations.issue.click()
    confirm(desk, page)
    rooms = sorted(desk.site.sessions[MORNING_SESSION].rooms)
    assert desk.facts()[-3:] == [ViolationSheetsIssued(MORNING_SESSION, room, 2) for room in rooms]
    assert say("conduct-issued") in desk.asked()
    page.violations.void.click()
    asked = form(page)
    assert isinstance(asked, VoidForm)
    asked.why.setCurrentIndex(asked.why.findData(SheetVoidReason.LOST))
    confirm(desk, page)
    assert desk.last() == ViolationSheetVoided(BLANK, SheetVoidReason.LOST)
    assert say("conduct-blanks", issued=6, free=5, used=0, void=1, without=0) in texts(page)


def test_from_the_leaving_form_to_a_removal_before_two_and_a_roving_one(desk: Screen) -> None:
    # Given the room page, where nobody is led out any more
    room = desk.go(PageName.ROOM, session=MORNING_SESSION, room=ROOM, ticket=TICKET)
    assert isinstance(room, RoomPage)
    room.panel.seat.offers.offers["leave"].button.click()  # type: ignore[index]  # an Act, by its value
    settle()
    choose(desk.window, desk.shell.say("room-leave-removed"))
    # Then a new record of that candidate is open
    page = cast("ConductPage", desk.page)
    asked = form(page)
    assert isinstance(asked, RecordForm)
    assert asked.sitting is not None
    assert asked.sitting.ticket == TICKET
    asked.kind.setCurrentIndex(asked.kind.findData(ViolationKind.DISORDER))
    say_in(page, "conduct-act", "shouting")
    say_in(page, "conduct-handling", "led out")
    confirm(desk, page)
    # When they are led out
    ask(desk, page, ViolationAct.REMOVE)
    confirm(desk, page)
    # Then the two, the roving one and the place are recorded, and the exam of that candidate is over
    fact = desk.last()
    assert isinstance(fact, CandidateRemoved)
    assert (fact.witnesses, fact.roving) == (("I001", "I002"), "V01")
    sitting = desk.site.sitting(MORNING_SESSION, TICKET)
    assert sitting is not None
    assert (sitting.presence, sitting.left_for) == (Presence.PRESENT, "removed")
    assert not page.violations.card.buttons[ViolationAct.WITHDRAW].isVisible()


@pytest.mark.parametrize("name", [CheckName.VIOLATIONS, CheckName.VIOLATIONS_SIGNED])
def test_from_the_closing_gate_one_comes_here(name: CheckName) -> None:
    one = Check(name, CheckState.OPEN, ClauseId("VIO-02"), hard=False, tickets=(TICKET,), count=1)
    assert place_of(one, MORNING_SESSION, ROOM) == Place(PageName.CONDUCT, MORNING_SESSION, ROOM, TICKET)
