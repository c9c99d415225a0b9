"""Sheets that are made before the exam: what the state says on them."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from msgspec.structs import replace

from app.core.agreement import AgreementSigned
from app.core.avoidance import AvoidanceDeclared
from app.core.board_signing import BoardWasSigned
from app.core.contact import ContactEntered
from app.core.directory import Directory, directory
from app.core.free_text import FreeText, TextPart
from app.core.paper_state import Contact
from app.core.qualification import Qualified
from app.core.readiness import ItemSeenTo
from app.core.readiness_items import ReadinessItem
from app.core.readiness_state import Go, LookState
from app.core.room_closing import RoomsClosed, RoomSeal
from app.core.rulebook import Rulebook
from app.core.sealed_room_test import SiteAccepted
from app.core.site import Site, Source
from app.core.site_form import SiteForm
from app.core.start import RoomStarted
from app.core.terms import Digest, Role, SessionId
from app.core.timestamp import ScanChecked, TimestampRecorded
from app.rulebooks import load
from app.service.records import digest_of
from app.views.contact_sheet import ContactSheet, StaffPhone
from app.views.notice_sheet import NoticeSheet
from app.views.prepared_forms import PREPARED, prepared_due
from app.views.session_sheet import AnnouncementSheet, BriefingSheet
from app.views.site_papers import ON_SHEETS, sheet_content, subjects
from app.views.site_sheet import SiteSheet
from app.views.staff_sheet import AvoidanceSheet, StaffSheet
from app.views.verification_sheet import VerificationSheet
from reports import site_sheet
from tests.builders import (
    A1,
    ADMIN,
    CANDIDATES,
    CHIEF,
    D1,
    ENROLLED,
    GUIDE,
    LAW,
    LIAONING,
    MONGOLIA,
    NATIONAL,
    PASSED,
    PEOPLE,
    R1,
    STAFF,
    TAX,
    ZHEJIANG,
    Story,
    at,
    session,
    taken_in,
)
from tests.builders import (
    STAMP as ARRANGED,
)
from tests.unit.before_story import GOOD, checked
from tests.unit.duty_story import posted
from tests.unit.paper import STAMP, pages

DAY, EXAM = "2021-10-30", "jj2021"


def said(site: Site, form: SiteForm, subject: str, people: Directory = PEOPLE) -> SiteSheet | None:
    return sheet_content(site, people, form, subject, ())


def test_there_is_one_of_each_subject_and_none_before_a_package() -> None:
    assert subjects(Site(), PEOPLE, PREPARED) == ()
    found = dict[SiteForm, list[str]]()
    for form, subject in subjects(Story("packaged").site, PEOPLE, PREPARED):
        found.setdefault(form, []).append(subject)
    assert found[SiteForm.NOTICES] == found[SiteForm.DRAW] == [DAY]
    assert found[SiteForm.VERIFICATION] == ["1"]
    assert found[SiteForm.STAFF] == found[SiteForm.CONTACTS] == found[SiteForm.HARDWARE] == [EXAM]
    assert found[SiteForm.BRIEFING] == found[SiteForm.SKILL_ROOM_TABLE] == [LAW, TAX]
    assert found.keys() == PREPARED.keys()


@pytest.mark.parametrize("form", PREPARED)
def test_a_subject_that_there_is_not_has_no_sheet(form: SiteForm) -> None:
    for strange in ("", "9-9", "2021-10-31", "other", "7"):
        assert said(Story("packaged").site, form, strange) is None


def notice(story: Story) -> NoticeSheet:
    found = said(story.site, SiteForm.NOTICES, DAY)
    assert isinstance(found, NoticeSheet)
    return found


def test_notices_tell_the_day_by_the_rulebook() -> None:
    sheet = notice(Story("packaged"))
    law = sheet.sessions[0]
    assert [one.session for one in sheet.sessions] == [LAW, TAX]
    assert (law.opens_at, law.starts_at, law.last_entry) == (at("8:00"), at("8:30"), at("8:35"))
    assert (law.leaves_at, law.ends_at, law.leaves_early) == (at("9:45"), at("10:00"), True)
    assert [(one.room, one.sessions) for one in sheet.rooms] == [("001", ()), ("002", ())]
    assert sheet.national


def test_a_room_of_one_session_says_of_which() -> None:
    first, *rest = taken_in(1, load("liaoning-2021-intermediate"))
    tax_elsewhere = [one for one in rest if (one.session, one.room) != (TAX, R1)]  # type: ignore[attr-defined]
    sheet = notice(Story().given(ENROLLED, first, *tax_elsewhere))
    assert [(one.room, one.sessions) for one in sheet.rooms] == [("001", (LAW,)), ("002", ())]


def test_other_rulebooks_close_otherwise() -> None:
    skill = notice(Story().given(ENROLLED, *taken_in(1, ZHEJIANG)))
    assert skill.sessions[0].entry_minutes == 30
    assert not skill.national
    strict = notice(Story().given(ENROLLED, *taken_in(1, MONGOLIA, session(media=True))))
    assert (strict.sessions[0].entry_minutes, strict.sessions[0].leaves_early) == (0, False)


def verification(story: Story) -> VerificationSheet:
    found = said(story.site, SiteForm.VERIFICATION, "1")
    assert isinstance(found, VerificationSheet)
    return found


def test_the_arrangement_is_verified_by_three_places_and_a_scan() -> None:
    sheet = verification(Story("prepared"))
    assert (sheet.equal, sheet.scanned) == (True, True)
    assert (sheet.rooms, sheet.seats, sheet.candidates) == (2, 80, 6)
    assert [(one.rooms, one.candidates) for one in sheet.sessions] == [(2, 6), (2, 4)]


def test_which_place_is_odd_and_what_is_missing_is_told() -> None:
    open_yet = verification(Story("packaged"))
    assert (open_yet.complete, open_yet.equal, open_yet.scanned) == (False, False, None)
    story = Story("packaged").given(
        TimestampRecorded(Source.PLATFORM, ARRANGED, normalised=True),
        TimestampRecorded(Source.CALIBRATION, "2021-10-22 16:05:34", normalised=False),
        ScanChecked(passed=False),
    )
    sheet = verification(story)
    assert [(one.source, one.odd) for one in sheet.readings] == [(s, s is Source.CALIBRATION) for s in Source]
    assert (sheet.complete, sheet.equal, sheet.scanned) == (True, False, False)


def test_staff_with_what_was_entered_here() -> None:
    story = Story("packaged").given(
        Qualified(GUIDE, PASSED + timedelta(1), PASSED), AgreementSigned(GUIDE, PASSED), AvoidanceDeclared(GUIDE, (A1,))
    )
    listed = said(story.site, SiteForm.STAFF, EXAM)
    declared = said(story.site, SiteForm.AVOIDANCE, EXAM)
    assert isinstance(listed, StaffSheet)
    assert isinstance(declared, AvoidanceSheet)
    assert [one.role for one in listed.lines[:4]] == [Role.CHIEF, Role.DEPUTY, Role.SITE_ADMIN, Role.ROOM_ADMIN]
    guide = next(one for one in listed.lines if one.code == GUIDE)
    assert (guide.test_on, guide.drill_on, guide.agreement_on) == (PASSED + timedelta(1), PASSED, PASSED)
    assert {one.code: one.relations for one in declared.lines if one.declared} == {GUIDE: (A1,)}
    for form in (SiteForm.STAFF, SiteForm.AVOIDANCE):
        assert said(story.site, form, EXAM, Directory()) is None


def test_who_sits_the_exam_stands_on_the_declarations() -> None:
    themselves = replace(STAFF[1], id_number=CANDIDATES[0].id_number)
    sheet = said(Story("packaged").site, SiteForm.AVOIDANCE, EXAM, directory(CANDIDATES, (STAFF[0], themselves)))
    assert isinstance(sheet, AvoidanceSheet)
    assert [(one.code, one.sits) for one in sheet.lines] == [(CHIEF, A1), (ADMIN, "")]


def test_contacts_are_those_entered_and_those_of_the_staff_list() -> None:
    text = FreeText(((TextPart.NAME, "周立"), (TextPart.PHONE, "024-1")), D1)
    people = directory(CANDIDATES, (replace(STAFF[1], phone="139"), STAFF[4]), texts={D1: text})
    story = Story("packaged").given(ContactEntered(Contact.DUTY, D1))
    sheet = said(story.site, SiteForm.CONTACTS, EXAM, people)
    assert isinstance(sheet, ContactSheet)
    assert sheet.outside[0] == StaffPhone("duty", "周立", "024-1")
    assert StaffPhone("exam_area", "", "") in sheet.outside
    assert "leading_group" not in [one.role for one in sheet.outside]
    skill = said(Story().given(ENROLLED, *taken_in(1, ZHEJIANG)).site, SiteForm.CONTACTS, EXAM, people)
    assert isinstance(skill, ContactSheet)
    assert "leading_group" in [one.role for one in skill.outside]
    assert [one for one in sheet.staff if one.name] == [
        StaffPhone(Role.CHIEF, "Qian", "139"),
        StaffPhone(Role.ROOM_ADMIN, "Zhou", "", "001"),
    ]
    assert StaffPhone(Role.ROVING, "", "") in sheet.staff
    erased = said(story.site, SiteForm.CONTACTS, EXAM, Directory())
    assert isinstance(erased, ContactSheet)
    assert erased.outside[0] == StaffPhone("duty", None, None)


def test_the_briefing_takes_its_numbers_from_the_rulebook() -> None:
    sheet = said(Story("packaged").site, SiteForm.BRIEFING, LAW)
    assert isinstance(sheet, BriefingSheet)
    assert (sheet.on_the_spot, sheet.first_report, sheet.phones) == (10, 0, ("024-1",))
    skill = said(Story().given(ENROLLED, *taken_in(1, ZHEJIANG)).site, SiteForm.BRIEFING, LAW)
    assert isinstance(skill, BriefingSheet)
    assert (skill.on_the_spot, skill.first_report) == (0, 10)
    read_out = said(Story("packaged").site, SiteForm.ANNOUNCEMENTS, TAX)
    assert isinstance(read_out, AnnouncementSheet)
    assert read_out.times.starts_at == at("10:40")


def test_they_are_due_until_a_room_of_the_session_starts() -> None:
    story = Story("released")
    assert list(prepared_due(story.site, LAW)) == [("E06", DAY), ("R09", LAW), ("R10", LAW)]
    assert list(prepared_due(story.site, TAX)) == [("R09", TAX), ("R10", TAX)]
    story.given(RoomStarted(LAW, R1, at("8:30"), GUIDE))
    assert list(prepared_due(story.site, LAW)) == []


def due(story: Story, session: SessionId = LAW) -> list[str]:
    return [form for form, _ in prepared_due(story.site, session)]


def test_what_was_done_before_the_days_is_due_with_the_first_session() -> None:
    looked = ItemSeenTo(ReadinessItem.PLAN, (), LookState.DONE, Digest(""), at("16:00", 29), GUIDE)
    story = Story("packaged").given(checked("KD-01", GOOD), looked)
    # The site is not accepted yet.
    assert due(story) == ["E06", "R09", "R10"]
    story.given(SiteAccepted(at("17:00", 29)), RoomsClosed((RoomSeal(R1, "S1"),), at("18:00", 29), GUIDE))
    assert list(prepared_due(story.site, LAW))[:4] == [("E16", EXAM), ("E17", EXAM), ("R14", EXAM), ("E06", DAY)]
    assert due(story, TAX) == ["R09", "R10"]
    nobody_accepts = Story().given(ENROLLED, *taken_in(1, ZHEJIANG), checked("KD-01", GOOD))
    assert due(nobody_accepts)[0] == "E16"


def test_the_draw_and_the_signed_board_are_due_on_their_day() -> None:
    assert due(posted())[:2] == ["E06", "E18"]
    signed = BoardWasSigned(Go.GO, date.fromisoformat(DAY), at("7:30"), CHIEF, (), D1)
    assert due(posted(signed))[:3] == ["E06", "E18", "R13"]
    other = replace(signed, day=signed.day + timedelta(days=1))
    assert "R13" not in due(posted(other))


def test_what_they_tell_has_the_lists_looked_at_again() -> None:
    told = {TimestampRecorded, ScanChecked, Qualified, AgreementSigned, AvoidanceDeclared, ContactEntered}
    assert told <= set(ON_SHEETS)


@pytest.mark.parametrize("rules", [LIAONING, NATIONAL, MONGOLIA, ZHEJIANG], ids=lambda rules: rules.id)
def test_each_is_kept_and_drawn_as_the_state_makes_it(rules: Rulebook) -> None:
    site = Story().given(ENROLLED, *taken_in(1, rules, session(), overbook=10)).site
    for form, subject in subjects(site, PEOPLE, PREPARED):
        sheet = said(site, form, subject)
        assert sheet
        assert sheet.last_at is None
        assert len(digest_of(sheet)) == 64
        assert pages(site_sheet.draw(sheet, STAMP))
