"""Every sheet of the site: when it is more than a draft, when there is one to look at, and when there is nothing."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from msgspec.structs import replace

from app.core.board_signing import BoardWasSigned
from app.core.cleaning import CleaningAwaited, DataCleaned, Lack, Lacking
from app.core.closing import RoomEnded, RoomsStillOpen
from app.core.consent import ConsentGiven
from app.core.delay import DelayAppliedFor
from app.core.directive import DirectiveTaken
from app.core.extra_time_request import ExtraTimeAppliedFor
from app.core.handover import HandedOver
from app.core.incident_kinds import Hop
from app.core.incident_report import IncidentReported
from app.core.incident_state import ReportKind, ReportMeans
from app.core.lock_state import SupervisedKind
from app.core.operation import Refusal
from app.core.readiness_state import Go
from app.core.records import DraftOnly
from app.core.room_state import CalledOff, SettledAs
from app.core.rulebook import Tier
from app.core.sheet_open import (
    GOING_ON,
    BoardUnsigned,
    NotCleanedYet,
    StepNotEnded,
    TransfersUnsettled,
    blanks_of,
    not_yet,
    report_of,
)
from app.core.site_form import NothingToPrint, SiteForm
from app.core.supervision import SupervisionOpened
from app.core.terms import ApplicationNo, CauseNo, Digest, HandoverNo, RoomId, SupervisionNo, TransferNo
from app.core.time_state import Means, Outcome
from app.core.transfer import TransferDisputed, TransferredOut
from app.core.violation_sheets import ViolationSheetsIssued
from tests.builders import (
    A1,
    ADMIN,
    B1,
    CHIEF,
    D1,
    D2,
    GUIDE,
    LAW,
    MINUTE,
    OFFICER,
    R1,
    R2,
    TAX,
    Story,
    at,
    exam,
)
from tests.unit.alone_story import after_reset, consented, went_out
from tests.unit.conduct_story import CONTENT, NUMBER, caught, happened, opened, taken
from tests.unit.safe_story import BACKED_UP, RECEIPTED, evening

DAY, EXAM = "2021-10-30", exam().id
NO_RECEIPT = Lack(Lacking.RECEIPT, LAW, RoomId(""), at("8:30").date())
ALONE = f"{LAW}-{A1}"
STEP = SupervisionNo("A-009")
OPEN_STEP = SupervisionOpened(
    STEP, SupervisedKind.RECEIPT, ADMIN, CHIEF, at("11:00"), at("11:30"), Story("opened").site.lock.serial
)
ASKED, MORE = ApplicationNo("AS-001"), ApplicationNo("AS-002")
SIGNED = BoardWasSigned(Go.GO, at("7:30").date(), at("7:30"), CHIEF, (), Digest(""))
EARLIER = replace(SIGNED, day=at("7:30").date() - timedelta(days=1))
DELAY = DelayAppliedFor(ASKED, LAW, (R1,), 30, Tier.CITY, (CauseNo("AF-001"),), at("8:20"))
EXTRA = ExtraTimeAppliedFor(MORE, LAW, R1, (), 12, Tier.PROVINCE, (CauseNo("AF-001"),), at("9:20"))
YES = ConsentGiven(ASKED, Tier.CITY, Means.PHONE, D1, at("8:25"), at("8:26"), ADMIN)
OUT = TransferredOut(TransferNo("A-001"), LAW, R1, A1, at("8:20"), GUIDE, None, D1)
REPORTED = IncidentReported(
    NUMBER, 1, ReportKind.FIRST, Hop.CHIEF, ReportMeans.PHONE, CONTENT.kept, False, at("9:05"), GUIDE
)
HANDED = HandedOver(HandoverNo("AH-001"), (ADMIN, OFFICER), D2, (), (), (), True, at("11:30"))


def no_tax(story: Story) -> Story:
    """The second session is called off."""
    for room in story.site.sessions[TAX].rooms.values():
        room.called_off = CalledOff.CANCELLED
    return story


def moved(stage: str = "ended") -> Story:
    story = Story(stage)
    story.given(OUT).site.sessions[LAW].transfers[-1].close(SettledAs.SAT_ELSEWHERE, at("8:25"), R2)
    return story


MADE: list[tuple[SiteForm, str, Callable[[], Story]]] = [
    (SiteForm.VIOLATION, "AV-001", caught),
    (SiteForm.NOTICES, DAY, lambda: Story("packaged")),
    (SiteForm.HANDOVER, "AH-001", lambda: Story("ended").given(HANDED)),
    (SiteForm.BACKUPS, LAW, lambda: Story("checked").given(BACKED_UP)),
    (SiteForm.DELAY_APPLICATION, ASKED, lambda: Story("released").given(DELAY)),
    (SiteForm.EXTRA_TIME_APPLICATION, MORE, lambda: Story("confirmed").given(EXTRA)),
    (SiteForm.STANDALONE, ALONE, lambda: after_reset(consented(), RoomEnded(LAW, R1, at("10:01"), ADMIN))),
    (SiteForm.SUPERVISION, "A-001", lambda: Story("prepared")),
    (SiteForm.SEAL, "1", lambda: Story("prepared")),
    (SiteForm.CUSTODY, DAY, lambda: Story("packaged")),
    (SiteForm.VERIFICATION, "1", lambda: Story("prepared")),
    (SiteForm.HARDWARE, EXAM, lambda: Story("packaged")),
    (SiteForm.READINESS, EXAM, lambda: Story("packaged")),
    (SiteForm.DRAW, DAY, lambda: Story("packaged")),
    (SiteForm.STAFF, EXAM, lambda: Story("packaged")),
    (SiteForm.AVOIDANCE, EXAM, lambda: Story("packaged")),
    (SiteForm.INCIDENT_REPORT, f"{NUMBER}-1", lambda: happened(REPORTED)),
    (SiteForm.EVIDENCE, LAW, lambda: caught(taken())),
    (SiteForm.CLEANUP, EXAM, lambda: evening(DataCleaned(D2, at("12:00")))),
    (SiteForm.PAPER_LEDGER, LAW, lambda: Story("packaged")),
    (SiteForm.PREPARATION, LAW, lambda: Story("packaged")),
    (SiteForm.SKILL_ROOM_TABLE, LAW, lambda: Story("packaged")),
    (SiteForm.SCRATCH_PAPER, LAW, lambda: Story("ended")),
    (SiteForm.CONTACTS, EXAM, lambda: Story("packaged")),
    (SiteForm.AUTHORITIES, ASKED, lambda: Story("released").given(DELAY, YES)),
    (SiteForm.VIOLATION_BLANKS, "1-1-001", lambda: Story("released").given(ViolationSheetsIssued(LAW, R1, 5))),
    (SiteForm.BRIEFING, LAW, lambda: Story("packaged")),
    (SiteForm.ANNOUNCEMENTS, LAW, lambda: Story("packaged")),
    (SiteForm.DAY_SUMMARY, DAY, lambda: no_tax(Story("ended"))),
    (SiteForm.EXCEPTIONS, DAY, lambda: no_tax(Story("ended"))),
    (SiteForm.READINESS_REPORT, DAY, lambda: Story("packaged").given(SIGNED)),
    (SiteForm.ROOM_CLOSING, EXAM, lambda: Story("packaged")),
    (SiteForm.AWAITING, EXAM, lambda: evening(CleaningAwaited(ADMIN, "F-7", at("11:50"), (LAW,)), but=(RECEIPTED,))),
    (SiteForm.TRANSFERS, LAW, moved),
]
STILL_OPEN = RoomsStillOpen(LAW, (R1, R2))
DRAFTS: list[tuple[SiteForm, str, Callable[[], Story], Refusal]] = [
    (SiteForm.TRANSFERS, LAW, lambda: moved("confirmed"), STILL_OPEN),
    (SiteForm.STANDALONE, ALONE, lambda: after_reset(consented(), went_out()), DraftOnly(LAW, R1)),
    (SiteForm.SUPERVISION, STEP, lambda: Story("opened").given(OPEN_STEP), StepNotEnded(STEP)),
    (SiteForm.SCRATCH_PAPER, LAW, lambda: Story("confirmed"), STILL_OPEN),
    (SiteForm.DAY_SUMMARY, DAY, lambda: no_tax(Story("confirmed")), STILL_OPEN),
    (SiteForm.EXCEPTIONS, DAY, lambda: Story("ended"), RoomsStillOpen(TAX, (R1, R2))),
    (SiteForm.CLEANUP, EXAM, lambda: evening(but=(RECEIPTED,)), NotCleanedYet((NO_RECEIPT,))),
    (SiteForm.CLEANUP, EXAM, evening, NotCleanedYet(())),
    (SiteForm.READINESS_REPORT, DAY, lambda: Story("packaged"), BoardUnsigned()),
    (SiteForm.READINESS_REPORT, DAY, lambda: Story("packaged").given(EARLIER), BoardUnsigned()),
]
NOTHING: list[tuple[SiteForm, str, Callable[[], Story]]] = [
    (SiteForm.VIOLATION, "AV-002", caught),
    (SiteForm.TRANSFERS, LAW, lambda: Story("ended")),
    (SiteForm.TRANSFERS, "9-9", lambda: Story("ended")),
    (SiteForm.NOTICES, "2021-10-31", lambda: Story("packaged")),
    (SiteForm.HANDOVER, "AH-001", lambda: Story("ended")),
    (SiteForm.BACKUPS, LAW, lambda: Story("checked")),
    (SiteForm.AWAITING, EXAM, evening),
    (SiteForm.BACKUPS, "1-3", lambda: Story("checked").given(BACKED_UP)),
    (SiteForm.DELAY_APPLICATION, MORE, lambda: Story("confirmed").given(EXTRA)),
    (SiteForm.EXTRA_TIME_APPLICATION, ASKED, lambda: Story("released").given(DELAY)),
    (SiteForm.AUTHORITIES, ASKED, lambda: Story("released").given(DELAY)),
    (SiteForm.AUTHORITIES, "AS-009", lambda: Story("released")),
    (SiteForm.STANDALONE, ALONE, lambda: Story("confirmed")),
    (SiteForm.STANDALONE, f"9-9-{A1}", lambda: Story("confirmed")),
    (SiteForm.SUPERVISION, "A-099", lambda: Story("prepared")),
    (SiteForm.SEAL, "1", lambda: Story("packaged")),
    (SiteForm.CUSTODY, "today", lambda: Story("packaged")),
    (SiteForm.CUSTODY, "2021-13-30", lambda: Story("packaged")),
    (SiteForm.VERIFICATION, "2", lambda: Story("prepared")),
    (SiteForm.VERIFICATION, "1", lambda: Story("enrolled")),
    (SiteForm.STAFF, "another", lambda: Story("packaged")),
    (SiteForm.CONTACTS, EXAM, lambda: Story("enrolled")),
    (SiteForm.INCIDENT_REPORT, f"{NUMBER}-2", lambda: happened(REPORTED)),
    (SiteForm.INCIDENT_REPORT, "A-009-1", lambda: happened(REPORTED)),
    (SiteForm.INCIDENT_REPORT, "x", lambda: happened(REPORTED)),
    (SiteForm.EVIDENCE, LAW, caught),
    (SiteForm.EVIDENCE, TAX, lambda: caught(taken())),
    (SiteForm.SCRATCH_PAPER, "9-9", lambda: Story("ended")),
    (SiteForm.VIOLATION_BLANKS, "1-1-001", lambda: Story("released")),
    (SiteForm.VIOLATION_BLANKS, "1-1-002", lambda: Story("released").given(ViolationSheetsIssued(LAW, R1, 5))),
    (SiteForm.DAY_SUMMARY, "Zhou Li", lambda: Story("ended")),
    (SiteForm.DELAYS, LAW, lambda: Story("ended")),
]


def test_every_form_has_its_row() -> None:
    assert {form for form, *_ in MADE} | {SiteForm.DELAYS} == set(SiteForm)


@pytest.mark.parametrize(("form", "subject", "story"), MADE, ids=lambda value: str(value)[:12])
def test_rec_15_it_is_made(form: SiteForm, subject: str, story: Callable[[], Story]) -> None:
    assert not_yet(story().site, form, subject) is None


@pytest.mark.parametrize(("form", "subject", "story", "why"), DRAFTS, ids=lambda value: str(value)[:12])
def test_rec_01_there_is_a_draft_to_look_at(
    form: SiteForm, subject: str, story: Callable[[], Story], why: Refusal
) -> None:
    assert isinstance(why, GOING_ON)
    assert not_yet(story().site, form, subject) == why


@pytest.mark.parametrize(("form", "subject", "story"), NOTHING, ids=lambda value: str(value)[:12])
def test_rec_15_of_nothing_there_is_no_sheet(form: SiteForm, subject: str, story: Callable[[], Story]) -> None:
    assert not_yet(story().site, form, subject) == NothingToPrint(form)


def test_tim_05_a_delay_record_is_made_when_the_rooms_have_ended() -> None:
    story = Story("ended")
    story.site.sessions[LAW].rooms[R2].called_off = CalledOff.POSTPONED
    assert not_yet(story.site, SiteForm.DELAYS, LAW) is None
    running = Story("confirmed")
    running.site.sessions[LAW].rooms[R2].called_off = CalledOff.POSTPONED
    assert not_yet(running.site, SiteForm.DELAYS, LAW) == RoomsStillOpen(LAW, (R1,))


def test_tim_04_what_the_ministry_said_is_an_answer_too() -> None:
    told = DirectiveTaken(ASKED, Outcome.CANCEL, "M-1", D1, (R1,), at("8:40"), None, at("8:45"))
    assert not_yet(Story("released").given(DELAY, told).site, SiteForm.AUTHORITIES, ASKED) is None


def test_ovb_11_nobody_is_between_two_rooms_or_claimed_by_two() -> None:
    pending = Story("ended").given(OUT)
    assert not_yet(pending.site, SiteForm.TRANSFERS, LAW) == TransfersUnsettled(LAW, 1, 0)
    claimed = moved()
    claimed.given(TransferDisputed(LAW, B1, R2, R1, at("9:00"), GUIDE, D1))
    assert not_yet(claimed.site, SiteForm.TRANSFERS, LAW) == TransfersUnsettled(LAW, 0, 1)


def test_inc_03_a_report_is_found_by_incident_and_count() -> None:
    site = happened(REPORTED, replace(REPORTED, count=2, at=at("9:05") + MINUTE)).site
    found = report_of(site, f"{NUMBER}-2")
    assert found is not None
    assert (found[0].number, found[1].number) == (NUMBER, 2)
    assert opened().number == NUMBER


def test_vio_03_blanks_are_those_of_a_room() -> None:
    room = blanks_of(Story("released").given(ViolationSheetsIssued(LAW, R2, 5)).site, "1-1-002")
    assert room is not None
    assert (room.room, room.violation_sheets) == (R2, 5)
