"""An insider against what is recorded and signed: violations, sheets, scans, hand-overs, words that break a form."""

from __future__ import annotations

import dataclasses
import io
import struct
from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace
from PIL import Image

from app.core.day_close import CloseDay, DayClosed, DayNotReady
from app.core.evidence import MovedEarlier
from app.core.free_text import LINES, FreeText, TextMissing, TextPart, TextUnfit, same_name, unfit
from app.core.handover import HandedOver, PaperNotReady, TwoOnEachSide
from app.core.incident_course import FinalReportOwed
from app.core.incident_kinds import Hop, IncidentKind
from app.core.incident_state import ReportKind
from app.core.leaving import CandidateLeft, LeaveCause
from app.core.operation import Fact
from app.core.paper_state import SheetVoidReason
from app.core.permission import AnotherPersonNeeded
from app.core.records import ROOM_RECORD, RecordKept, ReprintReason
from app.core.room_state import CalledOff
from app.core.seating import LeftAlready
from app.core.signing import GoneAlready, PaperSigned
from app.core.site_form import SiteForm
from app.core.terms import HandoverNo, Role, SessionId
from app.core.violation import CorrectViolation
from app.core.violation_account import SheetNumberUnfit, SheetOfAnotherRoom, SheetUsed
from app.core.violation_sheets import SheetInUse, ViolationSheetsIssued, VoidViolationSheet
from app.core.violation_signing import CandidateSigns, TellCandidate
from app.core.violation_void import WithdrawViolation
from app.service import scans
from app.service.console import Console
from app.trouble import Code, Trouble
from app.views.room_record import RoomRecord
from app.views.sheets import room_record
from app.views.site_papers import sheet_content, subjects
from reports import room_record as room_paper
from reports import site_sheet
from tests.builders import A1, D2, GUIDE, LAW, R1, R2, TAX, Story, at
from tests.unit import conduct_paper as typed
from tests.unit import test_handover as going
from tests.unit.conduct_story import (
    ACT,
    CORRECT,
    FILE,
    FILED,
    FIRST,
    J1,
    NUMBER,
    OVER,
    RECORD,
    RECORDED,
    SHEET,
    SIGN,
    SIGNED,
    TELL,
    TOLD,
    WHY,
    caught,
    happened,
    here,
    opened,
    taken,
    tells,
)
from tests.unit.paper import STAMP, pages
from tests.unit.test_day_close import PAID
from tests.unit.test_scans import code_of, console, printed, scanned
from tests.unit.test_signing import THREE, signed, signs
from tests.unit.test_signing import printed as record_printed

__all__ = ("console",)
DAY = date(2021, 10, 30)

# A violation that is to disappear


@pytest.mark.parametrize("session", [LAW, TAX])
def test_a_violation_does_not_stand_on_the_blank_of_another_room(session: SessionId) -> None:
    room = R2 if session == LAW else R1
    story = Story("confirmed").given(ViolationSheetsIssued(LAW, R2, 3), ViolationSheetsIssued(TAX, R1, 3))
    asked = replace(ACT, sheet=f"{session}-{room}-02")
    answer = story.when(replace(RECORD, account=asked)).answer
    assert answer == SheetOfAnotherRoom(asked.sheet, session, room)


def test_the_sheet_that_somebody_signed_is_no_spoiled_blank_afterwards() -> None:
    story = caught(TOLD, SIGNED).given(ViolationSheetsIssued(LAW, R1, 3))
    story.done(replace(CORRECT, account=replace(ACT, sheet="1-1-001-02")), here())
    void, second = VoidViolationSheet(SHEET, SheetVoidReason.SPOILED), replace(RECORD, account=ACT)
    story.when(void, here(Role.SITE_ADMIN)).then(SheetInUse(SHEET, FIRST))
    story.when(second, here()).then(SheetUsed(SHEET, FIRST))


def test_a_number_mistyped_and_put_right_before_anybody_signed_can_be_used() -> None:
    story = caught().done(replace(CORRECT, account=replace(ACT, sheet="1-1-001-02")), here())
    assert isinstance(story.when(replace(RECORD, account=ACT), here()).answer, tuple)


@pytest.mark.parametrize("undo", [WithdrawViolation(FIRST, WHY), replace(CORRECT, account=replace(ACT, sheet="S-2"))])
def test_a_day_is_not_closed_any_more_once_a_violation_of_it_was_changed(
    undo: WithdrawViolation | CorrectViolation,
) -> None:
    story = caught(TOLD, SIGNED, stage="checked").given(DayClosed(DAY, at("11:00")))
    assert not story.done(undo, here()).site.closed_days


# A violation without the knowledge of the person


@pytest.mark.parametrize(("facts", "step"), [((), TELL), ((TOLD,), SIGN)])
def test_who_left_is_told_nothing_and_signs_nothing(
    facts: tuple[Fact, ...], step: TellCandidate | CandidateSigns
) -> None:
    left = CandidateLeft(LAW, R1, A1, None, at("9:05:30"), GUIDE)
    late = replace(step, happened_at=at("9:10"))
    caught(*facts, left).when(late, here()).then(LeftAlready(A1, left.at))


def test_who_was_led_out_is_told_where_they_wait() -> None:
    left = CandidateLeft(LAW, R1, A1, LeaveCause.REMOVED, at("9:04"), GUIDE)
    caught(left).when(TELL, here()).then(TOLD)
    caught(TOLD, replace(left, at=at("9:30"), cause=None)).when(SIGN, here()).then(SIGNED)


@pytest.mark.parametrize(
    "sheet", ["210101-19900101-1234", "138-0013-8000", "A210101199001011234", "21010119900101123x"]
)
def test_a_sheet_number_hides_no_number_of_a_person(sheet: str) -> None:
    Story("confirmed").when(replace(RECORD, account=replace(ACT, sheet=sheet))).then(SheetNumberUnfit(sheet))


# Words


@pytest.mark.parametrize("said", ["\u3164", "\u2800", "\u115f\uffa0", ".", "—", "\u0301", "\ufffc", " \n "])
def test_words_that_show_nothing_say_nothing(said: str) -> None:
    assert unfit(FreeText(((TextPart.ACT, said),)), (TextPart.ACT,)) == TextMissing(TextPart.ACT)


@pytest.mark.parametrize(
    "said", ["a\u202eb", "a\u200db", "a\u3164b", "a\u2800", "a\tb", "a\rb", "a\x00", "a\ue000", "a" * 601]
)
def test_signs_that_nobody_sees_are_not_kept(said: str) -> None:
    assert unfit(FreeText(((TextPart.ACT, said),)), (TextPart.ACT,)) == TextUnfit(TextPart.ACT, 600)


def test_a_wide_space_is_a_space_and_a_line_end_has_no_place_in_a_name() -> None:
    wide, two = FreeText(((TextPart.NAME, "\u5f20\u3000\u4e09"),)), FreeText(((TextPart.NAME, "a\nb"),))
    assert unfit(wide, (TextPart.NAME,)) is None
    assert unfit(two, (TextPart.NAME,)) == TextUnfit(TextPart.NAME, 60)


HOSTILE = {
    "without a gap": "W" * 600,
    "a paragraph": "\u6c49" * 600,
    "rare": "\U00020bb7" * 600,
    "in no font": "\u0645" * 600,
    "lines": "a" + "\n" * 598 + "b",
    "marks": "a" + "\u0301" * 599,
    "markup": "<font size=200>{ $x } %s &amp;" * 20,
}


@pytest.mark.parametrize("said", HOSTILE.values(), ids=HOSTILE.keys())
def test_whatever_was_typed_can_be_printed(said: str) -> None:
    def hostile(text: FreeText) -> FreeText:
        return replace(
            text, parts=tuple((p, said[:60].replace("\n", "") if p in LINES else said) for p, _ in text.parts)
        )

    texts = (*typed.TEXTS, going.TEXT)
    people = dataclasses.replace(typed.KNOWN, texts={one.kept: hostile(one) for one in texts})
    done = (typed.RECORDED, typed.TOLD, typed.REFUSED, typed.TAKEN, typed.FILMED, typed.CALLED, typed.CORRECTED)
    story = Story("ended").given(*done, typed.SHOUTED, *typed.REPORTED, typed.WITHDRAWN)
    gone = HandedOver(HandoverNo("AH-001"), going.ASK.givers, D2, (), (), (typed.TAKEN.tag,), True, at("11:30"))
    site = story.given(gone).site
    forms = (SiteForm.VIOLATION, SiteForm.INCIDENT_REPORT, SiteForm.EVIDENCE, SiteForm.HANDOVER)
    drawn = 0
    for form, subject in subjects(site, people, forms):
        sheet = sheet_content(site, people, form, subject, ())
        assert sheet
        assert site_sheet.draw(sheet, STAMP).startswith(b"%PDF")
        drawn += 1
    record = room_record(site, people, LAW, R1)
    assert isinstance(record, RoomRecord)
    assert room_paper.draw(record, STAMP).startswith(b"%PDF")
    assert drawn == 7


def test_a_long_piece_of_evidence_is_printed_to_its_last_word() -> None:
    said = FreeText(((TextPart.ITEM, "\u6c49" * 590 + "\u7ec8"),), typed.STICK.kept)
    people = dataclasses.replace(typed.KNOWN, texts={**typed.KNOWN.texts, said.kept: said})
    site = Story("ended").given(typed.RECORDED, typed.TAKEN).site
    sheet = sheet_content(site, people, SiteForm.EVIDENCE, LAW, ())
    assert sheet
    plain = "".join(pages(site_sheet.draw(sheet, STAMP)))
    assert (plain.count("\u6c49"), plain.count("\u7ec8")) == (590, 1)


# Signatures


def test_who_signed_is_not_said_otherwise_without_the_chief() -> None:
    others = (signs(J1, Role.INVIGILATOR, at("10:02")), *THREE[1:])
    story = Story("ended").given(*record_printed(), PaperSigned("E01", "1-1-001", 1, THREE))
    answer = story.when(signed(*others), here(Role.SITE_ADMIN)).answer
    assert isinstance(answer, AnotherPersonNeeded)
    story.when(signed(*others), here()).then(PaperSigned("E01", "1-1-001", 1, others, again=True))
    story.when(signed(*THREE), here(Role.SITE_ADMIN)).then()


def test_nothing_is_said_otherwise_of_a_paper_that_left_the_site() -> None:
    others = (signs(J1, Role.INVIGILATOR, at("10:02")), *THREE[1:])
    story = Story("ended").given(*record_printed(), PaperSigned("E01", "1-1-001", 1, THREE))
    number = HandoverNo("AH-001")
    story.given(HandedOver(number, going.ASK.givers, D2, (going.PAPER,), (), (), True, at("11:30")))
    story.when(signed(*others), here()).then(GoneAlready("E01", number))


# Hand-over


@pytest.mark.parametrize("name", ["\uff33\uff55\uff4e", "sun", "S u n", "S\u3000U\u3000N", "Sun.", "S-un", "Sun\u00b7"])
def test_nobody_receives_from_themselves_under_another_spelling(name: str) -> None:
    text = FreeText(((TextPart.RECEIVER_1, name), *going.RECEIVERS[1:]), D2)
    going.ready().when(replace(going.ASK, text=text), going.both()).then(TwoOnEachSide(giving=False))


def test_one_receiver_is_not_two_under_another_spelling() -> None:
    assert same_name("\uff2d\uff41", "m a")
    assert not same_name("Ma", "Niu")
    text = FreeText((going.RECEIVERS[0], (TextPart.RECEIVER_2, "\uff2dA"), *going.RECEIVERS[2:]), D2)
    going.ready().when(replace(going.ASK, text=text), going.both()).then(TwoOnEachSide(giving=False))


CHANGED = RecordKept(ROOM_RECORD, LAW, R1, 2, D2, D2, ReprintReason.CHANGED)


@pytest.mark.parametrize("since", [RECORDED, CHANGED])
def test_a_record_that_was_changed_since_is_not_handed_over(since: Fact) -> None:
    given = going.ready(going.KEPT, going.OUT, going.SIGNED).given(since)
    asked = replace(going.ASK, media=(), evidence=())
    given.when(asked, going.both()).then(PaperNotReady("E01", "1-1-001", 1))


def test_a_copy_that_was_made_since_and_says_the_same_takes_nothing_from_the_signed_one() -> None:
    again = replace(going.KEPT, copy=2, reason=ReprintReason.LOST)
    story = going.ready(going.KEPT, going.OUT, going.SIGNED, again)
    assert isinstance(story.when(replace(going.ASK, media=(), evidence=()), going.both()).answer, tuple)


def test_nothing_is_handed_over_before_it_was_signed_or_taken() -> None:
    early = replace(going.ASK, happened_at=at("8:00"))
    going.ready().when(early, going.both()).then(PaperNotReady("E01", "1-1-001", 1))
    going.ready().when(replace(early, papers=()), going.both()).then(MovedEarlier(going.TAG, taken().at))


# Scans


def test_a_sheet_of_another_store_is_no_scan_of_ours(console: Console, tmp_path: Path) -> None:
    ours = scanned(tmp_path, printed(console))
    code = code_of(console, ours)
    page = scans.Page(ours, 1, code)
    assert len(scans.match(console, [page])) == 1
    for foreign in (
        dataclasses.replace(code, head="0" * 16),
        dataclasses.replace(code, entry=0),
        dataclasses.replace(code, entry=999_999),
        dataclasses.replace(code, site="9999"),
    ):
        assert scans.match(console, [dataclasses.replace(page, code=foreign)]) == ()


def test_a_picture_without_a_size_is_damaged_and_no_crash(tmp_path: Path) -> None:
    """The second page of a TIFF, of which Pillow says so with a TypeError."""
    whole = io.BytesIO()
    Image.new("L", (5, 5)).save(whole, "TIFF")
    content = bytearray(whole.getvalue())
    (first,) = struct.unpack_from("<I", content, 4)
    (entries,) = struct.unpack_from("<H", content, first)
    struct.pack_into("<I", content, first + 2 + 12 * entries, len(content))
    content += struct.pack("<HHHIII", 1, 259, 3, 1, 1, 0)
    with pytest.raises(Trouble) as raised:
        scans.look(scanned(tmp_path, bytes(content), "scan.tif"))
    assert raised.value.code is Code.FILE_DAMAGED


# Incidents


def test_a_final_report_to_a_physician_is_none() -> None:
    hops = (Hop.CHIEF, Hop.EXAM_AREA, Hop.MEDICAL)
    first = tuple(replace(typed.FIRST_REPORT, count=n, hop=hop, late=False) for n, hop in enumerate(hops))
    story = happened(OVER, *first)
    story.done(tells(Hop.MEDICAL, "9:40", ReportKind.FINAL))
    story.when(FILE, here()).then(FinalReportOwed(NUMBER))
    story.done(tells(Hop.EXAM_AREA, "9:41", ReportKind.FINAL)).when(FILE, here()).then(FILED)


@pytest.mark.parametrize("kind", [IncidentKind.LEAK, IncidentKind.PAPERS_STOLEN])
def test_a_day_is_not_closed_over_a_grave_incident_that_nobody_was_told_of(kind: IncidentKind) -> None:
    story = Story("reported").given(opened(kind), *(fact for facts in PAID.values() for fact in facts))
    for room in story.site.sessions[TAX].rooms.values():
        room.called_off = CalledOff.POSTPONED
    assert isinstance(story.when(CloseDay(DAY)).answer, DayNotReady)
