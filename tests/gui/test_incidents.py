"""Incidents at the desk: opened, reported level by level, followed, evacuated, over, filed; and whom to call."""

from __future__ import annotations

from datetime import timedelta
from typing import TypeVar, cast

from PySide6.QtCore import Qt

from app.core.closing import AnswersWrittenOff
from app.core.contact import ContactEntered
from app.core.free_text import TextMissing, TextPart
from app.core.incident import IncidentClosed, IncidentOpened, OpenIncident
from app.core.incident_course import (
    IncidentFiled,
    IncidentFollowed,
    IncidentGraded,
    IncidentNoted,
    IncidentStillOpen,
    RoomEvacuated,
    RoomReturned,
)
from app.core.incident_kinds import Hop, IncidentGroup, IncidentKind, Severity
from app.core.incident_report import HopSkipped, IncidentReported
from app.core.incident_state import NoteKind, ReportKind, SkipReason
from app.core.paper_state import Contact
from app.core.terms import CauseNo, IncidentNo, PersonId, RoomId
from app.views.incidents import IncidentStep
from tests.gui.screen import MORNING_SESSION, ROOM, Screen, settle, texts
from tests.stores import PIN
from tests.unit.time_facts import lost, was_given
from ui.pages.conduct import ConductPage
from ui.pages.incident_board import IncidentBoard
from ui.pages.incident_contacts import ContactForm
from ui.pages.incident_forms import FollowForm, GradeForm, NoteForm, ReportForm, SettleForm, SkipForm
from ui.pages.incident_leaving import BackForm, LeaveForm
from ui.pages.incident_open import OpenForm
from ui.pages.incident_words import passed
from ui.pages.room import RoomPage
from ui.pages.room_form import StepForm
from ui.shell import PageName, clock
from ui.widgets.parts import Button
from ui.widgets.signing import Signing

FORM = TypeVar("FORM", bound=StepForm)
ONE = IncidentNo("A-001")
ELSEWHERE = RoomId("002")


def board(site: Screen, number: str = "") -> IncidentBoard:
    """The half with the incidents, as it is gone to from elsewhere."""
    page = cast("ConductPage", site.go(PageName.CONDUCT, number=number))
    if not number:
        page._pick(next(half for half in page._held if page._held[half] is page.incidents))
    settle()
    return page.incidents


def happened(site: Screen, kind: IncidentKind = IncidentKind.DISASTER, room: RoomId | None = ROOM) -> IncidentBoard:
    """The exam is under way, and this has just been opened."""
    site.started()
    site.do(OpenIncident(kind, MORNING_SESSION, room, site.clock.moment().at, PersonId("A01")))
    site.sign_in()
    return board(site, ONE)


def form(held: IncidentBoard, kind: type[FORM]) -> FORM:
    settle()
    asked = held.side.form
    assert isinstance(asked, kind)
    return asked


def confirm(site: Screen, held: IncidentBoard) -> None:
    assert held.side.form is not None
    held.side.form.confirm.click()
    site.look_again()


def sign(site: Screen, code: str) -> None:
    (asked,) = (one for one in site.page.asking.findChildren(Signing) if one.isVisible())
    asked.code.setText(code)
    asked.pin.setText(PIN)
    asked.pin.returnPressed.emit()
    site.look_again()


def report(site: Screen, held: IncidentBoard, person: str = "Zhou, director") -> IncidentReported:
    """To whoever is next, by telephone, in the words that are proposed."""
    held.steps["report"].click()
    form(held, ReportForm).told_to.setText(person)
    confirm(site, held)
    return cast("IncidentReported", site.last())


def leading(held: IncidentBoard) -> list[Button]:
    buttons = (held.open, *held.steps.values())
    return [one for one in buttons if one.isVisible() and one.property("kind") == "primary"]


def test_it_is_opened_with_where_and_when_and_whom_to_call_stands_there(site: Screen) -> None:
    site.started()
    site.sign_in()
    held, say, now = board(site), site.shell.say, site.clock.moment().at
    assert say("incident-none") in texts(held)
    assert leading(held) == [held.open]
    held.open.click()
    opening = form(held, OpenForm)
    before = len(site.facts())
    confirm(site, held)
    assert say("incident-which-room") in texts(opening)
    opening.group.setCurrentIndex(opening.group.findData(IncidentGroup.MAJOR))
    opening.what.setCurrentIndex(opening.what.findData(IncidentKind.DISASTER))
    opening.room.setCurrentIndex(opening.room.findData(ROOM))
    hops = (Hop.CHIEF, Hop.EXAM_AREA)
    assert say("incident-effect", severity=Severity.MAJOR, hops=hops, minutes="none") in texts(opening)
    opening.at_once.box.setChecked(False)
    opening.found.edit.setText("?")
    opening.found.edit.textEdited.emit("?")
    confirm(site, held)
    assert len(site.facts()) == before
    opening.found.follow()
    assert opening.when is not None
    opening.when.propose(now - timedelta(minutes=2))
    confirm(site, held)
    opened = cast("IncidentOpened", site.last())
    assert (opened.kind, opened.room, opened.found_at) == (IncidentKind.DISASTER, ROOM, now)
    assert opened.happened_at == now - timedelta(minutes=2)

    # Until when, and what to read out; Enter leads there, and the minutes run.
    assert clock(now + timedelta(minutes=10)) in texts(held.card.next)
    assert site.console.directory.staff_name(PersonId("C01")) in texts(held.card.next)
    assert say("incident-read-open") in held.card.read.text()
    assert leading(held) == [held.steps["report"]]
    assert site.focus() is held.steps["report"]
    site.at(now + timedelta(minutes=11))
    late = held.table.lines.lines[0].cells[0]
    assert (late.text, late.tone) == (say("incident-clock-late", time=passed(660)), "bad")


def test_it_is_reported_level_by_level_until_it_is_filed(site: Screen) -> None:
    held = happened(site)
    site.at(site.clock.moment().at + timedelta(minutes=11))
    first = report(site, held)
    assert (first.hop, first.kind, first.late) == (Hop.CHIEF, ReportKind.FIRST, True)
    people = site.console.directory
    assert people.said(first.text, TextPart.TOLD_TO) == "Zhou, director"
    assert people.said(first.text, TextPart.CONTENT) == held.card.read.text()
    assert report(site, held).hop is Hop.EXAM_AREA
    held.steps["file"].click()
    site.look_again()
    assert site.shell.text.refusal(IncidentStillOpen(ONE)) in site.asked()
    assert leading(held) == [held.steps["settle"]]
    held.steps["settle"].click()
    form(held, SettleForm)
    confirm(site, held)
    assert isinstance(site.last(), IncidentClosed)

    held.steps["report"].click()
    final = form(held, ReportForm)
    assert final.what.currentData() == ReportKind.FINAL
    assert "Zhou, director" in final.four[TextPart.COURSE].toPlainText()
    final.told_to.setText("Zhou, director")
    confirm(site, held)
    assert site.shell.text.refusal(TextMissing(TextPart.CAUSE)) in site.asked()
    for part in (TextPart.CAUSE, TextPart.RESULT, TextPart.EFFECT):
        final.four[part].setPlainText("As the paper says.")
    confirm(site, held)
    assert cast("IncidentReported", site.last()).kind is ReportKind.FINAL
    assert leading(held) == [held.steps["file"]]
    held.steps["file"].click()
    site.look_again()
    assert isinstance(site.last(), IncidentFiled)
    assert held.table.lines.lines[0].cells[5].text == site.shell.word(IncidentStep.NOTHING)
    assert leading(held) == [held.open]


def test_what_is_entered_while_it_lasts(site: Screen) -> None:
    held, say = happened(site), site.shell.say
    held.steps["note"].click()
    note = form(held, NoteForm)
    note.what.setCurrentIndex(note.what.findData(NoteKind.ACTION))
    note.text.setPlainText("Doors opened.\nFire brigade called.")
    confirm(site, held)
    assert cast("IncidentNoted", site.last()).kind is NoteKind.ACTION
    assert "Doors opened. Fire brigade called." in texts(held.card.course)
    assert "Doors opened. Fire brigade called" in held.card.read.text()

    held.steps["follow"].click()
    form(held, FollowForm)
    confirm(site, held)
    assert cast("IncidentFollowed", site.last()).person == "A01"

    # Less grave: the reason is asked for, then the chief signs.
    held.steps["grade"].click()
    grade = form(held, GradeForm)
    confirm(site, held)
    # Before anybody fetches the chief.
    assert site.shell.text.refusal(TextMissing(TextPart.REASON)) in site.asked()
    grade.text.setPlainText("A wastepaper basket.")
    confirm(site, held)
    sign(site, "C01")
    graded = cast("IncidentGraded", site.last())
    assert (graded.severity, site.signers_of_last()) == (Severity.GENERAL, ["A01", "C01"])
    assert say("incident-not-required-note") in texts(held.card.next)
    assert not held.steps["skip"].isVisible()

    # Graver again: a level that was passed over is entered with the chief.
    held.steps["grade"].click()
    assert form(held, GradeForm).to is Severity.MAJOR
    confirm(site, held)
    sign(site, "C01")
    held.steps["report"].click()
    asked = form(held, ReportForm)
    asked.hop.setCurrentIndex(asked.hop.findData(Hop.EXAM_AREA))
    asked.told_to.setText("Zhou")
    confirm(site, held)
    held.steps["skip"].click()
    skip = form(held, SkipForm)
    assert [skip.why.itemData(n) for n in range(skip.why.count())] == [SkipReason.TOLD_ABOVE]
    confirm(site, held)
    sign(site, "C01")
    assert cast("HopSkipped", site.last()).hop is Hop.CHIEF
    assert held.card.next.accessibleName() == say("incident-next-settle")


def test_rooms_are_left_and_people_come_back(site: Screen) -> None:
    held, say = happened(site, IncidentKind.EVACUATION, None), site.shell.say
    assert say("incident-advice-disaster") in texts(held.card)
    held.steps["leave"].click()
    leave = form(held, LeaveForm)
    assert leave.counts.toPlainText().split() == ["001", "002", "003"]
    before = len(site.facts())
    confirm(site, held)
    assert say("incident-leave-nobody") in texts(leave)
    leave.counts.setPlainText("001 5\n009 3")
    confirm(site, held)
    assert say("incident-leave-wrong", line="009 3") in texts(leave)
    assert len(site.facts()) == before
    leave.counts.setPlainText("001 5\n002 6\n003")
    confirm(site, held)
    left = [one for one in site.facts() if isinstance(one, RoomEvacuated)]
    assert [(one.room, one.people) for one in left] == [(ROOM, 5), (ELSEWHERE, 6)]
    assert say("incident-outside-room", room=ROOM, people=5) in texts(held.card)
    held.steps["back"].click()
    back = form(held, BackForm)
    assert back.what.currentText() == say("incident-back-all", count=2)
    confirm(site, held)
    assert [one.room for one in site.facts() if isinstance(one, RoomReturned)] == [ROOM, ELSEWHERE]
    assert not held.steps["back"].isVisible()


def test_whom_to_call_is_entered_once_and_shown_with_the_next_report(site: Screen) -> None:
    held, say = happened(site), site.shell.say
    report(site, held)
    assert say("incident-call-unknown", hop=Hop.EXAM_AREA) in held.card.next.accessibleName()
    held.contacts.click()
    contacts = form(held, ContactForm)
    contacts.table.selectRow(list(Contact).index(Contact.EXAM_AREA))
    contacts.name.setFocus()
    site.keys("Liu\n")
    assert site.focus() is contacts.phone
    site.keys("024-1\n")
    site.look_again()
    assert cast("ContactEntered", site.last()).contact is Contact.EXAM_AREA
    # On to the next one without a number; Escape leads back to the incident.
    assert contacts.contact is Contact.CITY
    assert site.focus() is contacts.name
    site.press(Qt.Key.Key_Escape)
    settle()
    assert held.side.form is None
    assert site.focus() is held.steps["report"]
    held.refresh()
    assert say("incident-call", hop=Hop.EXAM_AREA, name="Liu", phone="024-1") in held.card.next.accessibleName()
    held.steps["report"].click()
    assert form(held, ReportForm).told_to.text().startswith("Liu")


def test_a_room_leads_to_its_incident_and_what_hangs_on_it_stands_there(site: Screen) -> None:
    happened(site, IncidentKind.ANSWERS_LOST)
    say, people = site.shell.say, sorted(site.site.sessions[MORNING_SESSION].rooms[ROOM].sittings)
    for ticket in people[:5]:
        AnswersWrittenOff(MORNING_SESSION, ROOM, ticket, ONE).apply(site.site)
    loss = lost("8:23", "8:30", CauseNo(ONE))
    was_given(7, people[5], loss=loss, clock="8:30").apply(site.site)
    page = cast("RoomPage", site.go(PageName.ROOM, session=MORNING_SESSION, room=ROOM))
    see = say("incident-see", number=ONE)
    (link,) = (one for one in page.findChildren(Button) if one.text() == see and one.isVisible())
    link.click()
    settle()
    assert isinstance(site.page, ConductPage)
    held = site.page.incidents
    assert held.table.chosen_keys() == (ONE,)
    shown = texts(held.card)
    assert say("incident-link-more", count=5) in shown
    assert people[4] not in shown
    assert say("incident-link-minutes", what="AB-001", minutes=7) in shown
