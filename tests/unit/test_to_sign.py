"""The folder of papers to sign: what came out and is not signed, by day, with who signs by the staff list (REC-01)."""

from __future__ import annotations

from datetime import date

from msgspec.structs import replace

from app.core.operation import Fact
from app.core.paper_state import PaperRef, Signature
from app.core.records import ROOM_RECORD, RecordCameOut, RecordKept, ReprintReason, RoomForm
from app.core.rulebook import Rulebook
from app.core.signing import PaperSigned, SignedPaper, SignPapers
from app.core.site_form import SiteForm
from app.core.site_sheet import SiteSheetCameOut, SiteSheetKept
from app.core.terms import PersonId, Role, RoomId, SessionId
from app.views.to_sign import ToSign, waiting
from tests.builders import (
    A1,
    ADMIN,
    CHIEF,
    D1,
    D2,
    GUIDE,
    GUIDE_2,
    LAW,
    LIAONING,
    MONGOLIA,
    OFFICER,
    PEOPLE,
    R1,
    R2,
    TAX,
    Story,
    at,
    exam,
)
from tests.unit.alone_story import consented
from tests.unit.conduct_people import EYE_1, EYE_2, EYE_3, EYE_4, STAFFED
from tests.unit.conduct_story import RECORDED, here

DAY = date(2021, 10, 30)


def record(room: RoomId = R1, copy: int = 1, session: SessionId = LAW) -> tuple[Fact, Fact]:
    reason = ReprintReason.LOST if copy > 1 else None
    kept = RecordKept(ROOM_RECORD, session, room, copy, D1, D2, reason)
    return kept, RecordCameOut(ROOM_RECORD, session, room, copy, came_out=True)


def sheet(form: SiteForm, subject: str) -> tuple[Fact, Fact]:
    return SiteSheetKept(form, subject, 1, D1, D2, None), SiteSheetCameOut(form, subject, 1, came_out=True)


def folder(*facts: Fact, rules: Rulebook = LIAONING) -> tuple[ToSign, ...]:
    return waiting(Story("ended").given(*facts).site, STAFFED, rules)


def test_rec_01_a_record_waits_for_those_of_its_room_and_the_chief() -> None:
    first, second = folder(*record(), *record(R2))
    assert (first.copy.subject, first.day, first.session) == ("1-1-001", DAY, LAW)
    assert first.roles == (Role.INVIGILATOR, Role.INVIGILATOR, Role.CHIEF)
    assert first.people == (EYE_1, EYE_2, CHIEF)
    assert second.people == (EYE_3, EYE_4, CHIEF)
    assert first.named


def test_rec_02_under_another_rulebook_more_people_sign() -> None:
    (found,) = folder(*record(R2), rules=MONGOLIA)
    assert found.people == (EYE_3, EYE_4, GUIDE_2, OFFICER, CHIEF)


def test_rec_01_what_is_proposed_can_be_signed() -> None:
    story = Story("ended").given(*record(), *record(R2), *sheet(SiteForm.TRANSFERS, LAW))
    found = waiting(story.site, here().directory, LIAONING)
    papers = tuple(one.signed(at("10:40")) for one in found if one.named)
    assert len(papers) == 3
    story.done(SignPapers(papers), here())
    assert waiting(story.site, STAFFED, LIAONING) == ()


def test_rec_01_where_the_staff_list_names_nobody_the_place_is_empty() -> None:
    story = Story("ended").given(*record())
    (found,) = waiting(story.site, PEOPLE, LIAONING)
    assert found.people == (None, None, CHIEF)
    assert not found.named
    ref, when = PaperRef("E01", "1-1-001", 1), at("10:40")
    assert found.signed(when) == SignedPaper(ref, (Signature(Role.CHIEF, CHIEF, when),))


def test_rec_01_only_the_newest_copy_that_came_out_and_still_says_so_waits() -> None:
    kept, out = record()
    assert folder(kept) == ()
    assert folder(kept, replace(out, came_out=False)) == ()
    assert [one.copy.copy for one in folder(kept, out, *record(copy=2))] == [2]
    assert folder(kept, out, record(copy=2)[0]) == ()
    signed = PaperSigned(ROOM_RECORD, "1-1-001", 1, (Signature(Role.CHIEF, CHIEF, at("10:40")),))
    assert folder(kept, out, signed) == ()
    assert folder(kept, out, RECORDED) == ()


def test_rec_01_what_nobody_signs_or_what_is_signed_step_by_step_never_waits() -> None:
    chart = RecordKept(RoomForm.CHART, LAW, R1, 1, D1, D2, None)
    shown = RecordCameOut(RoomForm.CHART, LAW, R1, 1, came_out=True)
    assert folder(chart, shown, *sheet(SiteForm.SEAL, "1"), *sheet(SiteForm.BRIEFING, LAW)) == ()


def test_rec_01_by_day_then_form_and_what_is_of_no_day_at_the_end() -> None:
    found = folder(
        *sheet(SiteForm.VERIFICATION, "1"),
        *sheet(SiteForm.DAY_SUMMARY, "2021-10-30"),
        *sheet(SiteForm.EXCEPTIONS, "2021-10-29"),
        *sheet(SiteForm.TRANSFERS, TAX),
        *record(session=TAX),
        *record(R2),
        *sheet(SiteForm.CLEANUP, exam().id),
    )
    said = [(one.copy.form, one.copy.subject, one.session, one.day) for one in found]
    assert said == [
        ("R12", "2021-10-29", None, date(2021, 10, 29)),
        ("E01", "1-1-002", LAW, DAY),
        ("E01", "1-2-001", TAX, DAY),
        ("E03", "1-2", TAX, DAY),
        ("R11", "2021-10-30", None, DAY),
        ("E15", "1", None, None),
        ("E23", "jj2021", None, None),
    ]


def test_rec_01_sheets_of_one_person_are_signed_by_the_people_of_that_room() -> None:
    alone, act = folder(
        consented(),
        RECORDED,
        *sheet(SiteForm.STANDALONE, f"{LAW}-{A1}"),
        *sheet(SiteForm.VIOLATION, RECORDED.number),
    )[::-1]
    assert (alone.session, alone.people) == (LAW, (CHIEF, GUIDE, EYE_1))
    assert (act.session, act.people) == (LAW, (CHIEF,))


def test_rec_01_sheets_of_the_site_by_role() -> None:
    (found,) = folder(*sheet(SiteForm.VERIFICATION, "1"))
    assert found.people == (ADMIN, OFFICER)
    assert PersonId("nobody") not in found.people
