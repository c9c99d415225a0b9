"""At the door: one key a person, seats drawn at once, who waits, and who is not who they say."""

from __future__ import annotations

from datetime import timedelta
from typing import cast

import msgspec
import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent

from app.core.directory import Directory
from app.core.entry import CheckedIn
from app.core.identity import AdmittedOn, HeldAdmitted, HeldAtDoor, HeldRefused
from app.core.impersonation import ImpostorStepNoted, ImpostorSuspected, SuspicionCleared
from app.core.room_state import HoldCause
from app.core.seating import SeatGiven
from app.core.transfer import TransferredOut
from app.service.console import Console
from app.views.candidates import CandidateState
from tests.crowd import FIRST, ONE, comes, crowd, tickets
from tests.gui.conftest import OpenScreen
from tests.gui.keyboard import scan
from tests.gui.screen import Screen, settle, texts
from tests.stores import PIN
from ui.pages.candidates import CandidatesPage
from ui.pages.room_form import StepForm
from ui.shell import PageName
from ui.widgets import scanner
from ui.widgets.pill import Pill

MINUTE = 60_000
"""Milliseconds."""


def overbooked(console: Console, people: int, seats: int) -> Console:
    """Everyone registered with a document of the rulebook."""
    crowd(console, (people, 2, 2), seats)
    kind, found = console.rulebook.id_types.value[0], console.directory
    candidates = {ticket: msgspec.structs.replace(one, id_type=kind) for ticket, one in found.candidates.items()}
    console.directory = Directory(candidates, found.staff)
    return console


@pytest.fixture
def day(bare_console: Console, open_screen: OpenScreen) -> Screen:
    """Six people for four seats; rooms are released, A01 is at the desk."""
    screen = open_screen(overbooked(bare_console, 6, 4))
    screen.released()
    screen.sign_in()
    return screen


def page(day: Screen) -> CandidatesPage:
    return cast("CandidatesPage", day.go(PageName.CANDIDATES))


def form_of(shown: CandidatesPage) -> StepForm | None:
    return shown.card.door.form


def told(day: Screen, number: int = 0) -> None:
    """Give a form in place what it asks for first, and confirm."""
    form = page(day).card.door.form
    assert form is not None
    form.what.setCurrentIndex(number)
    form.confirm.click()
    day.look_again()


def press(day: Screen, text: str) -> None:
    """A button at the door, by its words."""
    said = day.shell.text.say(text)
    next(one for one in page(day).card.door.buttons if one.text() == said).click()


def test_forty_latecomers_by_scanner_take_one_key_each(bare_console: Console, open_screen: OpenScreen) -> None:
    day = open_screen(overbooked(bare_console, 40, 40))
    day.started()
    day.at(day.site.sessions[FIRST].plan.starts_at + timedelta(minutes=2))
    day.sign_in()
    shown, pressed = page(day), 0
    for ticket in tickets(day.console):
        scan(day.window, ticket)
        day.press(Qt.Key.Key_Return)
        pressed += 1
        assert shown.card.arrived.seat.text() == day.site.sessions[FIRST].rooms[ONE].sittings[ticket].seat
    facts = day.facts()
    assert sum(isinstance(fact, CheckedIn) for fact in facts) == 40
    assert len({fact.seat for fact in facts if isinstance(fact, SeatGiven)}) == 40
    assert pressed == 40


def test_a_scanner_that_ends_its_lines_twice_lets_nobody_in(day: Screen, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scanner, "LINE_ENDS", 150)
    for number, place in enumerate((PageName.OVERVIEW, PageName.CANDIDATES)):
        ticket = tickets(day.console)[number]
        day.go(place)
        keyed(day, [*ticket, "\r", "\r"], apart=4, since=2 * number * MINUTE)
        assert sum(isinstance(fact, CheckedIn) for fact in day.facts()) == number
        shown = cast("CandidatesPage", day.page)
        assert shown.card.row is not None
        assert shown.card.row.ticket == ticket
        assert day.focus() is shown.card.admission.admit
        keyed(day, ["\r"], apart=4, since=(2 * number + 1) * MINUTE)
        assert sum(isinstance(fact, CheckedIn) for fact in day.facts()) == number + 1


def keyed(day: Screen, signs: list[str], apart: int, since: int = 0) -> None:
    """Keys with the times at which the keyboard sent them, in milliseconds."""
    for number, sign in enumerate(signs):
        key = Qt.Key.Key_Return if sign == "\r" else Qt.Key(ord(sign))
        event = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, sign)
        event.setTimestamp(MINUTE + since + number * apart)
        QCoreApplication.sendEvent(day.window.windowHandle(), event)
    settle()


def test_whoever_comes_to_a_full_room_is_sent_on_from_where_one_stands(day: Screen) -> None:
    everyone = tickets(day.console)
    comes(day.console, *everyone[:4])
    shown = page(day)
    day.keys(f"{everyone[4]}\n")
    assert day.shell.say("candidates-room-full", room=ONE) in texts(shown.card)
    day.keys("\n")
    assert day.shell.say("candidates-full", room=ONE) in texts(shown.card)
    assert day.focus() is shown.card.arrived.send
    day.keys("\n")
    fact = day.last()
    assert isinstance(fact, TransferredOut)
    assert (fact.ticket, fact.reported_by) == (everyone[4], "A01")
    assert "引导到第 002 考场" in texts(shown.card)
    assert day.focus() is shown.search
    day.look_again()
    day.keys(f"{everyone[4]}\n")
    assert shown.card.row is not None
    assert shown.card.row.state is CandidateState.PENDING
    assert shown.card.arrived.isHidden()


def test_who_waits_is_in_sight_until_let_in_on_what_was_proved_or_refused(day: Screen) -> None:
    first, second = tickets(day.console)[:2]
    shown = page(day)
    for ticket, cause in ((first, HoldCause.NO_DOCUMENT), (second, HoldCause.PERSON_UNLIKE)):
        day.keys(f"{ticket}\n")
        press(day, "candidates-hold")
        assert shown.card.admission.foot.isHidden()
        told(day, list(HoldCause).index(cause))
        fact = day.last()
        assert isinstance(fact, HeldAtDoor)
        assert (fact.ticket, fact.cause) == (ticket, cause)
    came = day.bridge.now
    day.at(came + timedelta(minutes=20))
    (pill,) = shown.waiting.findChildren(Pill)
    assert pill.accessibleName() == day.shell.say("candidates-waiting", count=2)
    shown.waiting.chosen.emit(first)
    assert day.focus() is shown.card.door.buttons[0]
    press(day, "candidates-let-in")
    told(day, list(AdmittedOn).index(AdmittedOn.CHIEF))
    assert not any(isinstance(fact, HeldAdmitted) for fact in day.facts())
    day.keys(f"C01\n{PIN}\n")
    admitted, seat = day.facts()[-2:]
    assert isinstance(admitted, HeldAdmitted)
    assert (admitted.came_at, admitted.ground, admitted.at) == (came, AdmittedOn.CHIEF, day.bridge.now)
    assert isinstance(seat, SeatGiven)
    assert shown.card.arrived.seat.text() == seat.seat
    day.look_again()
    day.keys(f"{second}\n")
    press(day, "candidates-refuse")
    day.press(Qt.Key.Key_Escape)
    assert form_of(shown) is None
    press(day, "candidates-refuse")
    form = shown.card.door.form
    assert form is not None
    form.confirm.click()
    assert isinstance(day.last(), HeldRefused)
    day.look_again()
    assert shown.waiting.isHidden()
    assert shown.card.awaits


def test_a_suspected_impostor_is_kept_apart_police_called_and_cleared_by_the_chief(day: Screen) -> None:
    ticket = tickets(day.console)[0]
    shown = page(day)
    day.keys(f"{ticket}\n")
    press(day, "candidates-suspect")
    form = shown.card.door.form
    assert form is not None
    form.confirm.click()
    day.look_again()
    suspected = day.last()
    assert isinstance(suspected, ImpostorSuspected)
    assert suspected.at_door
    assert day.shell.say("candidates-impostor-door") in texts(shown.card)
    assert not shown.card.awaits
    for step in ("candidates-note-kept-apart", "candidates-note-police"):
        press(day, step)
        form = shown.card.door.form
        assert form is not None
        form.confirm.click()
        day.look_again()
        assert isinstance(day.last(), ImpostorStepNoted)
    assert day.shell.say("candidates-police") in texts(shown.card)
    press(day, "candidates-clear")
    day.keys(f"C01\n{PIN}\n")
    assert isinstance(day.last(), SuspicionCleared)
    day.look_again()
    settle()
    assert shown.card.awaits
