"""The duty page: who can be drawn, the draw and its number, drawing anew, and who is put in for whom."""

from __future__ import annotations

import hashlib
from datetime import timedelta
from typing import cast

import pytest
from argon2 import PasswordHasher
from msgspec.structs import replace

from app.core.avoidance import DeclareAvoidance
from app.core.duty import DrawNumbered, DutyDrawn
from app.core.duty_change import AvailabilitySet, DutyReplaced
from app.core.duty_state import AbsenceReason, RedrawReason
from app.core.site_form import SiteForm
from app.core.start import RecordStarts, RoomStart
from app.core.terms import PersonId, Role, RoomId
from app.core.training import RecordTraining, TrainingTopic
from app.exchange.exam_package import StaffEntry
from app.service.console import Console
from app.views.agenda import StepState
from app.views.duty import DutyBar, DutyStanding, person_duties, room_duties
from app.views.duty_draws import DutyOutcome, DutyStage, draws
from app.views.step import StepKind
from tests.gui.conftest import OpenScreen
from tests.gui.people_page import sign
from tests.gui.screen import MORNING_SESSION, Screen, settle, texts
from tests.stores import MORNING, PIN, receive_exam_authorization
from ui.pages.duty import DutyPage, Part
from ui.pages.duty_forms import AwayForm, ReplaceForm
from ui.pages.readiness import ReadinessPage
from ui.pages.readiness_ways import Segment
from ui.pages.records import RecordsPage
from ui.pages.runbook_part import RunbookPart, Span
from ui.shell import PageName
from ui.widgets.person import PersonField

DAY = MORNING.date()
FIRST, SPARE = PersonId("I1"), PersonId("I8")


def staffed(console: Console) -> Console:
    """Six invigilators are needed and four of eight know computers; one roves, and one has a relative in room 001."""
    verifier = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1).hash(PIN)
    others = (("A01", Role.SITE_ADMIN), ("C01", Role.CHIEF), ("O01", Role.EXAM_OFFICE), ("V1", Role.ROVING))
    roles = [(f"I{n}", Role.INVIGILATOR, n % 2 == 1) for n in range(1, 9)]
    roles += [(code, role, False) for code, role in others]
    staff = [
        StaffEntry(code=PersonId(code), name=f"N{code}", role=role, skill=skill, verifier=verifier)
        for code, role, skill in roles
    ]
    staff.append(
        StaffEntry(code=PersonId("R1"), name="NR1", role=Role.ROOM_ADMIN, room=RoomId("001"), verifier=verifier)
    )
    console.meet(console.directory.candidates.values(), staff)
    return console


@pytest.fixture
def screen(console: Console, open_screen: OpenScreen) -> Screen:
    """The morning of the exam day, 70 minutes before the start; the administrator is at the desk."""
    screen = open_screen(staffed(console))
    screen.compared()
    receive_exam_authorization(screen.console)
    screen.at(MORNING - timedelta(minutes=70))
    screen.sign_in()
    return screen


def trained(screen: Screen, *left_out: str) -> None:
    people = tuple(code for code in screen.console.directory.staff if code not in left_out)
    screen.do(RecordTraining(people, screen.bridge.now.date(), tuple(TrainingTopic)))


def opened(screen: Screen) -> DutyPage:
    return cast("DutyPage", screen.go(PageName.DUTY))


def choose(page: DutyPage, code: str) -> None:
    page._pick(Part.PEOPLE)
    page.people.selectRow([line.key for line in page.people.lines.lines].index(code))
    settle()


def state(page: DutyPage, code: str) -> str:
    (line,) = (line for line in page.people.lines.lines if line.key == code)
    return line.cells[4].text


def drawn(screen: Screen, page: DutyPage) -> None:
    """The administrator draws, and the exam office signs beside."""
    page.draw.draw.click()
    sign(screen, "O01")


def shows_how(screen: Screen, page: DutyPage, numbered: DrawNumbered) -> None:
    """How it is drawn again stands there, with the seed that anybody can work out."""
    page._pick(Part.DRAW)
    page.draws.detail.fold.click()
    settle()
    people = (*numbered.numbered.invigilators, *numbered.numbered.roving)
    document = screen.site.exam_document
    assert document is not None
    signature = screen.console.store.blobs.get(document).decode().rpartition(".")[2]
    seed = hashlib.sha256("\n".join((signature, *people, "1")).encode()).hexdigest()
    assert page.draws.detail.seed.text().replace(" ", "") == seed
    assert all(code in page.draws.detail.how.text() for code in people)


def drawn_anew(screen: Screen, page: DutyPage) -> None:
    page.draw.again.click()
    form = page.draw.form
    assert form is not None
    assert not form.beyond.isVisible()
    page.draw._give_up()
    # Given rooms on two floors by now, and one who roves: the chief may agree to more
    site, room = screen.site, RoomId("002")
    plan, package = site.plans[room], site.package
    assert package is not None
    site.plans[room] = replace(plan, floor=plan.floor + 1)
    few = replace(package.rulebook.roving_rooms, value=5)
    site.package = replace(package, rulebook=replace(package.rulebook, roving_rooms=few))
    page.draw.again.click()
    form = page.draw.form
    assert form is not None
    assert form.beyond.isVisible()
    form.beyond.box.setChecked(True)
    form.what.setCurrentIndex(form.what.findData(RedrawReason.STAFF_CHANGED))
    form.confirm.click()
    sign(screen, "C01")
    site.plans[room], site.package = plan, package
    assert page.draw.form is None
    again = screen.facts()[-2]
    assert isinstance(again, DrawNumbered)
    assert (again.numbered.number, again.numbered.reason) == (2, RedrawReason.STAFF_CHANGED)
    assert again.numbered.beyond


def stands_in_the_runbook(screen: Screen) -> None:
    readiness = cast("ReadinessPage", screen.go(PageName.READINESS))
    readiness._pick(Segment.RUNBOOK)
    part = cast("RunbookPart", readiness.part)
    part._pick(Span.SESSION)
    row = next(row for row in part._rows if row.line.what is StepKind.DUTY)
    assert row.state is StepState.DONE
    part.table.selectRow(part._rows.index(row))
    settle()
    assert screen.shell.word(SiteForm.DRAW) in texts(part.detail)
    part.detail.to_step.click()
    settle()
    assert isinstance(screen.page, DutyPage)


def test_the_list_says_why_nothing_can_be_drawn_and_the_number_comes_before_the_result(screen: Screen) -> None:
    page, say = opened(screen), screen.shell.say
    trained(screen, *(f"I{n}" for n in range(6, 9)))
    screen.look_again()
    # Given five of six: the rule, and how many are missing, before a number is spent
    assert say("duty-left-out", untrained=3, unavailable=0, avoiding=0) in texts(page.draw)
    assert page.draw.pill.accessibleName() == screen.shell.word(DutyStage.OPEN)
    page._pick(Part.PEOPLE)
    assert state(page, "I8") == screen.shell.word(DutyBar.UNTRAINED)
    page.standings.setCurrentIndex(page.standings.findData(DutyStanding.BARRED))
    page._fill()
    assert [line.key for line in page.people.lines.lines] == ["I6", "I7", "I8"]
    page.standings.setCurrentIndex(0)
    trained(screen)
    screen.look_again()
    page._pick(Part.DRAW)
    assert not page.draw.obstacle.isVisible()
    # When it is drawn
    page.draw.draw.click()
    assert screen.asked()
    sign(screen, "O01")
    # Then the number stands before what it gives
    numbered, result = screen.facts()[-2:]
    assert isinstance(numbered, DrawNumbered)
    assert isinstance(result, DutyDrawn)
    assert page._part is Part.ROOMS
    assert {line.cells[4].text for line in page.rooms.lines.lines} == {say("duty-enough")}
    assert "R1" in page.rooms.lines.lines[0].cells[2].text
    assert not page.draw.warning.isVisible()
    # And nobody in reserve is proposed where something is no room's
    proposed = PersonField(screen.shell)
    proposed.show_room(RoomId(""))
    assert screen.bridge.operator
    assert proposed.value() == screen.bridge.operator.id
    shows_how(screen, page, numbered)
    # When it is drawn anew, for a reason and with the chief
    drawn_anew(screen, page)
    # Then the earlier one is kept, with what it gave
    last, first = draws(screen.site, screen.console.rulebook, DAY)
    assert (last.outcome, first.outcome) == (DutyOutcome.HOLDS, DutyOutcome.FORMER)
    assert first.posts == result.posts
    page._pick(Part.DRAW)
    assert [line.key for line in page.draws.table.lines.lines] == [2, 1]
    page.draw.sheet.click()
    settle()
    records = screen.page
    assert isinstance(records, RecordsPage)
    assert records.sheet is not None
    assert records.sheet.key == (SiteForm.DRAW, DAY.isoformat())
    stands_in_the_runbook(screen)


def taken_off(screen: Screen, page: DutyPage) -> None:
    """One is ill before the draw."""
    choose(page, SPARE)
    page.person.away.click()
    away = cast("AwayForm", page.person.form)
    away.what.setCurrentIndex(away.what.findData(AbsenceReason.ILL))
    away.confirm.click()
    sign(screen, "O01")
    entered = screen.last()
    assert isinstance(entered, AvailabilitySet)
    assert (entered.people, entered.reason, entered.reported_by) == ((SPARE,), AbsenceReason.ILL, "A01")
    assert state(page, SPARE) == screen.shell.word(DutyBar.UNAVAILABLE)


def test_who_cannot_serve_is_replaced_by_somebody_who_may(screen: Screen) -> None:
    trained(screen)
    page, say = opened(screen), screen.shell.say
    taken_off(screen, page)
    page._pick(Part.DRAW)
    drawn(screen, page)
    site, people, rules = screen.site, screen.console.directory, screen.console.rulebook
    # Given somebody with a relative in the room that was drawn
    post = site.duty[DAY].posts[0]
    relative = next(c.ticket for c in people.candidates.values() if post.room in {a.room for a in c.allotments})
    screen.do(DeclareAvoidance(post.person, (relative,)))
    screen.look_again()
    rows = person_duties(site, people, rules, DAY, named=True)
    assert (rows[0].code, rows[0].standing, rows[0].bar) == (post.person, DutyStanding.MISSING, DutyBar.AVOIDING)
    assert [one.room.id for one in room_duties(site, people, rules, DAY, rows) if one.short] == [post.room]
    page._pick(Part.DRAW)
    page.draw.missing.click()
    assert [line.key for line in page.people.lines.lines] == [post.person]
    page.person.begin()
    assert screen.focus() is page.person.replace
    # When somebody is put in
    page.person.replace.click()
    form = cast("ReplaceForm", page.person.form)
    assert form.put_in is not None
    offered = {form.put_in.itemData(row) for row in range(form.put_in.count())}
    assert offered
    assert offered.isdisjoint({SPARE, *(one.person for one in site.duty[DAY].posts), "V1"})
    form.what.setCurrentIndex(form.what.findData(AbsenceReason.AVOIDANCE))
    put_in = form.put_in.currentData()
    form.confirm.click()
    sign(screen, "C01")
    # Then the room has two again, and the one who went is named there
    replaced = screen.last()
    assert isinstance(replaced, DutyReplaced)
    assert (replaced.out, replaced.put_in, replaced.rooms) == (post.person, put_in, (post.room,))
    page.standings.setCurrentIndex(0)
    page._pick(Part.ROOMS)
    page.rooms.selectRow([line.key for line in page.rooms.lines.lines].index(post.room))
    settle()
    assert post.person in texts(page.room)
    assert {line.cells[4].text for line in page.rooms.lines.lines} == {say("duty-enough")}
    # And when nobody is left, it says so and offers nothing
    page.room._held.itemAt(0).widget().click()  # type: ignore[attr-defined]  # a button
    none_left = cast("ReplaceForm", page.room.form)
    assert none_left.put_in is None
    assert say("duty-nobody-fits") in texts(page.room)
    none_left.given_up.emit()
    # Who is well again comes back
    choose(page, SPARE)
    page.person.back.click()
    sign(screen, "O01")
    assert state(page, SPARE) == say("duty-reserve")


def test_too_early_too_late_and_not_any_more_are_said(console: Console, open_screen: OpenScreen) -> None:
    screen = open_screen(staffed(console))
    page, say = opened(screen), screen.shell.say
    assert say("duty-early", day=DAY) in texts(page.draw)
    trained(screen)
    screen.released()
    due = MORNING - timedelta(minutes=60)
    screen.at(MORNING - timedelta(minutes=40))
    page.refresh()
    assert say("duty-late", time=due.strftime("%H:%M")) in texts(page.draw)
    screen.sign_in()
    drawn(screen, page)
    page._pick(Part.DRAW)
    assert say("duty-late-drawn", time=due.strftime("%H:%M")) in texts(page.draw)
    screen.at(MORNING)
    starts = tuple(RoomStart(room, MORNING) for room in sorted(screen.site.sessions[MORNING_SESSION].rooms))
    screen.do(RecordStarts(MORNING_SESSION, starts, PersonId("A01")))
    screen.look_again()
    assert say("duty-started") in texts(page.draw)
    assert not page.draw.again.isVisible()
    # Names are for whoever is signed in
    page._pick(Part.PEOPLE)
    assert "NI1" in {line.cells[1].text for line in page.people.lines.lines}
    screen.bridge.lock()
    settle()
    # Whoever comes for a room finds it chosen
    screen.go(PageName.DUTY, room=RoomId("002"))
    assert page.rooms.chosen_keys() == ("002",)
    screen.go(PageName.DUTY, step=StepKind.DUTY)
    assert page._part is Part.DRAW
    page._pick(Part.PEOPLE)
    assert {line.cells[1].text for line in page.people.lines.lines} == {say("blank")}
