"""Who signed which copy when: everybody whom the rulebook asks for, each once, on the newest whole copy (REC-01)."""

from __future__ import annotations

from dataclasses import replace as with_change
from datetime import datetime

import pytest
from msgspec.structs import replace

from app.core.delegation import ChiefDelegated
from app.core.end_phase import ScratchPaperCounted
from app.core.operation import Fact, NotYetHappened
from app.core.paper_state import PaperRef, RecordCopy, Scan, SheetCopy, Signature
from app.core.records import ROOM_RECORD, RecordCameOut, RecordKept, ReprintReason, RoomForm
from app.core.room_move import RoomMoved
from app.core.rulebook import Rulebook
from app.core.signing import (
    SIGNED_BY,
    AttachScan,
    CannotSignThis,
    NotTheSheetToSign,
    PagesUnfit,
    PaperSigned,
    ScanAttached,
    ScanHasFewer,
    SheetSuperseded,
    SignatureMissing,
    SignedBeforeTheEnd,
    SignedPaper,
    SignedTwice,
    SignPapers,
    signers_of,
)
from app.core.site_form import SiteForm
from app.core.site_sheet import SiteSheetCameOut, SiteSheetKept
from app.core.terms import PersonId, Role, RoomId, TransferNo
from tests.builders import (
    A1,
    CHIEF,
    D1,
    D2,
    DEPUTY,
    GUIDE,
    GUIDE_2,
    LAW,
    LIAONING,
    MINUTE,
    MONGOLIA,
    NATIONAL,
    OFFICER,
    R1,
    R2,
    R9,
    SECOND,
    STRANGER,
    Story,
    at,
    staff,
)
from tests.unit.alone_story import LOST, consented
from tests.unit.conduct_story import J1, J2, J3, LOOSE, PEOPLE, ROVING, TWIN, here

NOW = at("10:30")
PAPER = PaperRef(ROOM_RECORD, "1-1-001", 1)
HELPER = staff(PersonId("J9"), "Ding", Role.TECHNICIAN)


def signs(person: PersonId, role: Role, when: datetime = NOW) -> Signature:
    return Signature(role, person, when)


EYES = (signs(J1, Role.INVIGILATOR), signs(J2, Role.INVIGILATOR, NOW - MINUTE))
HEAD = signs(CHIEF, Role.CHIEF, NOW + MINUTE)
THREE = (*EYES, HEAD)
FIVE = (*EYES, signs(GUIDE, Role.ROOM_ADMIN), signs(OFFICER, Role.EXAM_OFFICE), HEAD)


def printed(room: RoomId = R1, copy: int = 1) -> tuple[Fact, Fact]:
    reason = ReprintReason.LOST if copy > 1 else None
    kept = RecordKept(ROOM_RECORD, LAW, room, copy, D1, D2, reason)
    return kept, RecordCameOut(ROOM_RECORD, LAW, room, copy, came_out=True)


def sheet(form: SiteForm, subject: str) -> tuple[Fact, Fact]:
    return SiteSheetKept(form, subject, 1, D1, D2, None), SiteSheetCameOut(form, subject, 1, came_out=True)


def story(*facts: Fact) -> Story:
    return Story("ended").given(*(facts or printed()))


def signed(*by: Signature, paper: PaperRef = PAPER) -> SignPapers:
    return SignPapers((SignedPaper(paper, by),))


def the_copy(one: Story) -> RecordCopy | SheetCopy:
    return one.site.papers(PAPER.form, PAPER.subject)[-1]


# By whom


@pytest.mark.parametrize(("rules", "by"), [(LIAONING, THREE), (NATIONAL, THREE), (MONGOLIA, FIVE)])
def test_rec_02_everybody_of_the_rulebook_signs(rules: Rulebook, by: tuple[Signature, ...]) -> None:
    one = story().when(signed(*by), here(rules=rules)).then(PaperSigned("E01", "1-1-001", 1, by))
    one.done(signed(*by), here(rules=rules))
    assert (the_copy(one).signatures, the_copy(one).signed_at) == (by, HEAD.at)


@pytest.mark.parametrize(("rules", "by"), [(NATIONAL, THREE), (MONGOLIA, FIVE)])
def test_rec_02_without_any_one_of_them_it_is_not_signed(rules: Rulebook, by: tuple[Signature, ...]) -> None:
    for left_out in by:
        some = tuple(one for one in by if one is not left_out)
        story().when(signed(*some), here(rules=rules)).then(SignatureMissing("E01", "1-1-001", (left_out.role,)))


def test_rec_01_nobody_is_no_signature() -> None:
    missing = SignatureMissing("E01", "1-1-001", (Role.INVIGILATOR, Role.INVIGILATOR, Role.CHIEF))
    story().when(signed(), here()).then(missing)
    order = PaperRef(SiteForm.BRIEFING, LAW, 1)
    assert signers_of(order.form, LIAONING) == ()
    briefing = story(*sheet(SiteForm.BRIEFING, LAW))
    briefing.when(signed(paper=order), here()).then(SignatureMissing("R09", LAW, ()))


def test_rec_02_more_may_sign_than_have_to() -> None:
    by = (*THREE, signs(ROVING, Role.ROVING))
    story().when(signed(*by), here()).then(PaperSigned("E01", "1-1-001", 1, by))


@pytest.mark.parametrize(
    ("who", "role"),
    [
        (J3, Role.INVIGILATOR),
        (GUIDE_2, Role.ROOM_ADMIN),
        (STRANGER, Role.INVIGILATOR),
        (GUIDE, Role.INVIGILATOR),
        (J1, Role.CHIEF),
        (DEPUTY, Role.CHIEF),
    ],
    ids=["of another room", "another room's administrator", "unknown", "other role", "no chief", "no delegation"],
)
def test_rec_02_who_is_not_that_or_not_there_cannot_sign(who: PersonId, role: Role) -> None:
    story().when(signed(*EYES, HEAD, signs(who, role)), here()).then(CannotSignThis("E01", who, role))


def test_rec_02_an_invigilator_whom_the_list_gives_no_room_signs_anywhere() -> None:
    by = (EYES[0], signs(LOOSE, Role.INVIGILATOR), HEAD)
    story().when(signed(*by), here()).then(PaperSigned("E01", "1-1-001", 1, by))


def test_lck_04_the_same_person_signs_once_under_whatever_code() -> None:
    for other in (J1, TWIN):
        again = signs(other, Role.INVIGILATOR)
        story().when(signed(EYES[0], again, HEAD), here()).then(SignedTwice("E01"))


def test_stf_01_a_deputy_signs_for_the_chief_while_a_delegation_holds() -> None:
    given = ChiefDelegated(CHIEF, DEPUTY, "WT-1", at("10:20"), at("11:00"))
    for clock in ("10:20", "11:00"):
        by = (*EYES, signs(DEPUTY, Role.CHIEF, at(clock)))
        story(*printed(), given).when(signed(*by), here()).then(PaperSigned("E01", "1-1-001", 1, by))
    no = CannotSignThis("E01", DEPUTY, Role.CHIEF)
    for clock in ("10:19:59", "11:00:01"):
        by = (*EYES, signs(DEPUTY, Role.CHIEF, at(clock)))
        story(*printed(), given).when(signed(*by), here()).then(no)
    another = replace(given, deputy=PersonId("W9"))
    story(*printed(), another).when(signed(*EYES, signs(DEPUTY, Role.CHIEF)), here()).then(no)
    as_deputy = signs(DEPUTY, Role.DEPUTY)
    lacks_chief = SignatureMissing("E01", "1-1-001", (Role.CHIEF,))
    story(*printed(), given).when(signed(*EYES, as_deputy), here()).then(lacks_chief)


def test_j_50_people_of_a_room_that_moved_sign_where_it_went_on() -> None:
    numbers = tuple(TransferNo(f"A-00{n}") for n in (1, 2, 3))
    one = Story("confirmed").given(RoomMoved(LAW, R1, R9, LOST, numbers, at("9:10"), GUIDE))
    one.given(*printed(R9), *printed(R2))
    there = replace(PAPER, subject="1-1-009")
    one.when(signed(*THREE, paper=there), here()).then(PaperSigned("E01", "1-1-009", 1, THREE))
    elsewhere = replace(PAPER, subject="1-1-002")
    one.when(signed(*THREE, paper=elsewhere), here()).then(CannotSignThis("E01", J1, Role.INVIGILATOR))


def test_sal_05_a_standalone_sheet_is_signed_by_the_people_of_that_room() -> None:
    subject = f"{LAW}-{A1}"
    by = (HEAD, signs(GUIDE, Role.ROOM_ADMIN), EYES[0])
    one = story(consented(), *sheet(SiteForm.STANDALONE, subject))
    paper = PaperRef(SiteForm.STANDALONE, subject, 1)
    one.when(signed(*by, paper=paper), here()).then(PaperSigned("E11", subject, 1, by))
    strangers = (HEAD, signs(GUIDE_2, Role.ROOM_ADMIN), EYES[0])
    one.when(signed(*strangers, paper=paper), here()).then(CannotSignThis("E11", GUIDE_2, Role.ROOM_ADMIN))


@pytest.mark.parametrize("form", SIGNED_BY)
def test_rec_01_sheets_of_the_site_have_their_own_signers(form: str) -> None:
    who = {
        Role.CHIEF: CHIEF,
        Role.SITE_ADMIN: PersonId("W1"),
        Role.EXAM_OFFICE: OFFICER,
        Role.ROOM_ADMIN: GUIDE,
        Role.INVIGILATOR: J3,
        Role.TECHNICIAN: HELPER.code,
    }
    at_desk = with_change(here(), directory=with_change(PEOPLE, staff=PEOPLE.staff | {HELPER.code: HELPER}))
    by = tuple(signs(who[role], role) for role in SIGNED_BY[form])
    one, paper = story(*sheet(SiteForm(form), "x")), PaperRef(form, "x", 1)
    one.when(signed(*by, paper=paper), at_desk).then(PaperSigned(form, "x", 1, by))
    one.when(signed(*by[1:], paper=paper), at_desk).then(SignatureMissing(form, "x", (by[0].role,)))


# Which copy, and when


def test_rec_01_only_the_newest_copy_that_came_out_whole_is_signed() -> None:
    kept, out = printed()
    for given in ((kept,), (kept, replace(out, came_out=False))):
        story(*given).when(signed(*THREE), here()).then(NotTheSheetToSign("E01", "1-1-001", 1))
    story(*printed(), *printed(copy=2)).when(signed(*THREE), here()).then(NotTheSheetToSign("E01", "1-1-001", 2))
    second = replace(PAPER, copy=2)
    story().when(signed(*THREE, paper=second), here()).then(NotTheSheetToSign("E01", "1-1-001", 1))
    never = replace(PAPER, subject="1-1-002")
    story().when(signed(*THREE, paper=never), here()).then(NotTheSheetToSign("E01", "1-1-002", 0))


def test_rec_01_nobody_signs_in_the_future() -> None:
    late = signs(CHIEF, Role.CHIEF, at("12:00:01"))
    story().when(signed(*EYES, late), here()).then(NotYetHappened(late.at, at("12:00")))
    story().when(signed(*EYES, replace(late, at=at("12:00"))), here()).done(
        signed(*EYES, replace(late, at=at("12:00"))), here()
    )


def test_rec_01_many_in_one_sitting_all_of_them_or_none() -> None:
    chief = PaperRef(SiteForm.TRANSFERS, LAW, 1)
    one = story(*printed(), *sheet(SiteForm.TRANSFERS, LAW))
    both = SignPapers((SignedPaper(PAPER, THREE), SignedPaper(chief, (HEAD,))))
    one.when(both, here()).then(PaperSigned("E01", "1-1-001", 1, THREE), PaperSigned("E03", LAW, 1, (HEAD,)))
    half = SignPapers((SignedPaper(PAPER, THREE), SignedPaper(chief, ())))
    one.when(half, here()).then(SignatureMissing("E03", LAW, (Role.CHIEF,)))
    assert the_copy(one).signed_at is None
    one.when(SignPapers(()), here()).then()


def test_rec_01_what_was_entered_wrongly_is_entered_anew_and_the_same_twice_is_nothing() -> None:
    one = story().done(signed(*THREE), here()).when(signed(*THREE), here()).then()
    others = (EYES[0], signs(LOOSE, Role.INVIGILATOR), signs(CHIEF, Role.CHIEF, NOW))
    one.when(signed(*others), here()).then(PaperSigned("E01", "1-1-001", 1, others, again=True)).done(
        signed(*others), here()
    )
    assert (the_copy(one).signatures, the_copy(one).signed_at) == (others, NOW)


def test_rec_15_a_paper_of_one_form_and_subject_changes_and_no_other() -> None:
    one = story(*printed(), *printed(R2), *sheet(SiteForm.TRANSFERS, LAW), *sheet(SiteForm.TRANSFERS, "1-2"))
    one.given(RecordKept(RoomForm.CHART, LAW, R1, 1, D1, D2, None))
    one.given(PaperSigned("E03", LAW, 1, (HEAD,)), PaperSigned("E01", "1-1-001", 1, THREE))
    signed_ones = [(copy.form, copy.subject) for copy in one.site.every_copy if copy.signed_at]
    assert signed_ones == [("E01", "1-1-001"), ("E03", LAW)]


# Scans

SCAN = AttachScan(PAPER, D1, 1, 2)


def test_rec_15_the_scan_of_a_copy_is_kept_and_a_fuller_one_replaces_it() -> None:
    one = story().when(SCAN, here()).then(ScanAttached("E01", "1-1-001", 1, D1, 1, 2)).done(SCAN, here())
    assert the_copy(one).scan == Scan(D1, 1, 2)
    assert D1 in one.site.blobs
    one.when(SCAN, here()).then()
    fuller = replace(SCAN, file=D2, pages=2)
    one.done(fuller, here()).when(SCAN, here()).then(ScanHasFewer(1, 2))
    assert the_copy(one).scan == Scan(D2, 2, 2)
    one.when(replace(fuller, file=D1), here()).then(ScanAttached("E01", "1-1-001", 1, D1, 2, 2, again=True))


@pytest.mark.parametrize(("pages", "of"), [(0, 2), (3, 2), (0, 0), (-1, 1)])
def test_rec_15_a_scan_has_one_page_at_least_and_no_more_than_the_copy(pages: int, of: int) -> None:
    story().when(replace(SCAN, pages=pages, of=of), here()).then(PagesUnfit(pages, of))


def test_rec_15_an_older_copy_may_be_scanned_and_one_that_never_was_may_not() -> None:
    one = story(*printed(), *printed(copy=2)).done(SCAN, here())
    assert [copy.scan for copy in one.site.papers("E01", "1-1-001")] == [Scan(D1, 1, 2), None]
    third = replace(PAPER, copy=3)
    one.when(replace(SCAN, paper=third), here()).then(NotTheSheetToSign("E01", "1-1-001", 2))
    never = replace(PAPER, form=SiteForm.TRANSFERS)
    one.when(replace(SCAN, paper=never), here()).then(NotTheSheetToSign("E03", "1-1-001", 0))


def test_rec_01_nobody_signs_the_record_of_a_room_that_goes_on() -> None:
    one = story()
    ended = one.site.sessions[LAW].rooms[R1].ended_at
    assert ended
    early = signs(CHIEF, Role.CHIEF, ended - SECOND)
    one.when(signed(*EYES, early), here()).then(SignedBeforeTheEnd(R1, ended - SECOND, ended))
    one.done(signed(*EYES, signs(CHIEF, Role.CHIEF, ended)), here())


def test_rec_01_what_changed_since_is_printed_before_it_is_signed() -> None:
    one = story().given(ScratchPaperCounted(LAW, R1, 5, 5, None, at("10:29"), GUIDE))
    one.when(signed(*THREE), here()).then(SheetSuperseded("E01", "1-1-001", 1))
    one.given(*printed(copy=2)).done(signed(*THREE, paper=PaperRef(ROOM_RECORD, "1-1-001", 2)), here())
