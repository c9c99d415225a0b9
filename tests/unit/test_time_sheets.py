"""Applications, what was allowed on them, and delay records: what stands on each, and when each is printed."""

from __future__ import annotations

from datetime import datetime

import pytest
from msgspec.structs import replace

from app.core.arrangement import PackageTakenIn
from app.core.attendance import RoomNotStarted
from app.core.closing import RoomEnded, RoomsStillOpen
from app.core.code_entry import OPAQUE
from app.core.directory import Directory
from app.core.extra_time_request import ExtraTimeTakenBack, TakeBackReason
from app.core.fault import FaultRestored
from app.core.leaving import GaveUp
from app.core.operation import Fact
from app.core.records import DraftOnly, KeepRecord, NoExtraTimeGiven, RecordKept, RoomForm
from app.core.reset import CandidateReset
from app.core.room_state import ResetCause
from app.core.rulebook import Tier
from app.core.site_form import TIME_FORMS, NothingToPrint, SiteForm
from app.core.site_sheet import KeepSiteSheet, SiteSheetKept
from app.core.start import RoomStarted
from app.core.terms import ApplicationNo, GrantNo, IncidentNo, TransferNo
from app.core.time_state import Outcome
from app.core.transfer import NO_TOKEN, TransferredIn, TransferredOut
from app.views.application_sheet import ApplicationSheet, AskedLine, application_sheet, authority_sheet
from app.views.delay_sheet import DelaySheet, delay_sheet
from app.views.due_papers import Due, of_session
from app.views.papers import PaperState
from app.views.site_papers import sheet_content, sheet_paper, subjects
from tests.builders import A1, A2, D1, D2, GUIDE, GUIDE_2, LAW, R1, R2, TAX, Story, at
from tests.unit.time_story import (
    ASKED,
    CODE,
    CONSENT,
    CUT,
    CUT_AT,
    DELAY,
    EXTRA,
    EXTRA_ASKED,
    GRANT,
    KNOWN,
    POSTPONED,
    SITE_CODE,
    START,
    delayed,
    given,
    late,
    running,
)


def keep(form: SiteForm, subject: str = DELAY) -> KeepSiteSheet:
    return KeepSiteSheet(form, subject, 1, D1, D2)


# Applications


def applied(story: Story, number: ApplicationNo = DELAY) -> ApplicationSheet:
    return application_sheet(story.site, KNOWN, story.site.applications[number])


def test_an_application_says_what_is_asked_before_any_answer() -> None:
    sheet = applied(delayed())
    asked = sheet.asked
    assert (asked.number, asked.tier, asked.minutes, asked.latest) == (DELAY, "city", 30, at("9:00"))
    assert [(room.room, room.name, room.building) for room in asked.rooms] == [
        (R1, "Lab 1", "North"),
        (R2, "Lab 2", "North"),
    ]
    assert [(one.number, one.kind, one.room, one.happened_at, one.closed_at) for one in asked.causes] == [
        (CUT, "power", "", at("8:20"), None)
    ]
    assert (sheet.phones, sheet.people, sheet.opaque, asked.whole) == (("024-1",), (), False, False)
    assert (sheet.last_at, sheet.answers.last_at) == (at("8:35"), None)


def test_what_came_stands_on_it_in_order() -> None:
    sheet = applied(delayed(CONSENT, CODE, START))
    (consent,), (code,), (directive,) = sheet.answers.consents, sheet.answers.codes, sheet.answers.directives
    assert (consent.name, consent.office, consent.phone, consent.told_to) == (
        "\U00020bb7田",
        "director",
        "024-1",
        "Zhou",
    )
    assert (consent.given_at, consent.entered_at) == (at("8:40"), at("8:41"))
    assert (code.subject, code.minutes, code.verified) == (R1, 45, True)
    assert (directive.serial, directive.outcome, directive.until) == ("M-1", "start", at("10:00"))
    assert sheet.last_at == at("9:41")


def test_who_consented_is_gone_after_erasure() -> None:
    site = delayed(CONSENT).site
    sheet = authority_sheet(site, Directory(), site.applications[DELAY])
    (consent,) = sheet.answers.consents
    assert (consent.name, consent.office, consent.phone, consent.told_to) == (None, "", "", GUIDE)
    assert sheet.last_at == at("8:41")


def test_what_is_mended_later_changes_no_application() -> None:
    story = delayed()
    before = applied(story)
    assert applied(story.given(FaultRestored(CUT, at("8:50")))) == before
    mended = Story("released").given(CUT_AT, FaultRestored(CUT, at("8:30")), ASKED)
    assert applied(mended).asked.causes[0].closed_at == at("8:30")


def test_opaque_codes_are_told_from_the_others() -> None:
    story = delayed()
    package = story.site.package
    assert package
    story.given(PackageTakenIn(replace(package, edition=2, exam=replace(package.exam, codes=OPAQUE))))
    assert applied(story).opaque


def test_an_application_for_a_room_names_everybody_at_it_with_what_they_had() -> None:
    story = running(given(7, A2), EXTRA_ASKED)
    sheet = applied(story, EXTRA)
    assert sheet.asked.whole
    assert sheet.people == (AskedLine("001", A1, "王\uf9f4", 0), AskedLine("002", A2, "Ｌｉ Ming", 7))


def test_what_happens_afterwards_changes_no_application() -> None:
    story = running(given(7, A2), EXTRA_ASKED)
    before = applied(story, EXTRA)
    story.given(
        given(31, A1, A2, number=GrantNo("AB-002"), moved=R1, when="9:30"),
        ExtraTimeTakenBack(LAW, GRANT, TakeBackReason.MISTYPED, at("9:35")),
        CandidateReset(LAW, R1, A1, ResetCause.MACHINE, "001", "030", at("9:40"), GUIDE),
        GaveUp(LAW, R1, A2, at("9:50"), GUIDE),
    )
    assert applied(story, EXTRA) == before


def test_who_had_gone_before_is_not_on_it() -> None:
    story = running(GaveUp(LAW, R1, A2, at("9:00"), GUIDE), EXTRA_ASKED)
    assert [one.ticket for one in applied(story, EXTRA).people] == [A1]


def test_who_sits_elsewhere_since_is_named_without_a_seat() -> None:
    number = TransferNo("A-001")
    story = running(EXTRA_ASKED)
    story.given(
        TransferredOut(number, LAW, R1, A1, at("9:25"), GUIDE, IncidentNo("A-001"), NO_TOKEN),
        TransferredIn(number, LAW, R1, R2, A1, at("9:28"), GUIDE_2, NO_TOKEN),
    )
    assert [(one.ticket, one.seat) for one in applied(story, EXTRA).people] == [(A2, "002"), (A1, "")]


def test_an_application_for_some_names_those() -> None:
    story = running(replace(EXTRA_ASKED, tickets=(A2,)))
    sheet = applied(story, EXTRA)
    assert ([one.ticket for one in sheet.people], sheet.asked.whole) == ([A2], False)


# When they are printed


def test_an_application_is_printed_at_once_and_anew_when_an_answer_came() -> None:
    story = delayed().done(keep(SiteForm.DELAY_APPLICATION))

    def state() -> PaperState:
        sheet = sheet_content(story.site, KNOWN, SiteForm.DELAY_APPLICATION, DELAY, ())
        assert sheet
        content = D1 if sheet == first else D2
        return sheet_paper(story.site, SiteForm.DELAY_APPLICATION, DELAY, sheet, content).state

    first = sheet_content(story.site, KNOWN, SiteForm.DELAY_APPLICATION, DELAY, ())
    assert state() is PaperState.SENT
    story.given(CONSENT)
    assert state() is PaperState.SUPERSEDED


@pytest.mark.parametrize(
    ("form", "subject"),
    [
        (SiteForm.EXTRA_TIME_APPLICATION, DELAY),
        (SiteForm.DELAY_APPLICATION, "AS-009"),
        (SiteForm.AUTHORITIES, "AS-009"),
        (SiteForm.AUTHORITIES, DELAY),
        (SiteForm.DELAYS, LAW),
        (SiteForm.DELAYS, "9-9"),
    ],
)
def test_of_what_did_not_happen_there_is_no_sheet(form: SiteForm, subject: str) -> None:
    story = delayed().when(keep(form, subject)).then(NothingToPrint(form))
    assert sheet_content(story.site, KNOWN, form, subject, ()) is None
    assert sheet_content(Story("enrolled").site, KNOWN, form, subject, ()) is None


@pytest.mark.parametrize("fact", [CONSENT, CODE, START])
def test_what_was_allowed_is_printed_once_something_came(fact: Fact) -> None:
    story = delayed(fact).done(keep(SiteForm.AUTHORITIES))
    there = subjects(story.site, KNOWN, TIME_FORMS)
    assert there[:2] == (
        (SiteForm.DELAY_APPLICATION, DELAY),
        (SiteForm.AUTHORITIES, DELAY),
    )


def test_a_delay_record_is_a_draft_until_every_room_ended() -> None:
    story = delayed(CONSENT, *late(R1, "8:45", Tier.CITY), *late(R2, "8:50", Tier.CITY))
    story.when(keep(SiteForm.DELAYS, LAW)).then(RoomsStillOpen(LAW, (R1, R2)))
    sheet = delay_sheet(story.site, KNOWN, LAW)
    assert sheet_paper(story.site, SiteForm.DELAYS, LAW, sheet, D1).state is PaperState.DRAFT
    assert sheet.last_at is None
    story.given(RoomEnded(LAW, R1, at("10:20"), GUIDE), RoomEnded(LAW, R2, at("10:22"), GUIDE))
    assert delay_sheet(story.site, KNOWN, LAW).last_at == at("10:22")
    story.done(keep(SiteForm.DELAYS, LAW))


def test_a_ledger_is_printed_when_its_room_ended_and_only_where_there_is_one() -> None:
    asked = KeepRecord(RoomForm.EXTRA_TIME, LAW, R1, 1, D1, D2)
    Story("released").when(asked).then(RoomNotStarted(LAW, R1))
    running().when(asked).then(NoExtraTimeGiven(LAW, R1))
    story = running(given(7, A2)).when(asked).then(DraftOnly(LAW, R1))
    story.given(RoomEnded(LAW, R1, at("10:08"), GUIDE))
    story.when(asked).then(RecordKept(RoomForm.EXTRA_TIME, LAW, R1, 1, D1, D2, None))


def test_all_of_it_is_due_with_the_papers_of_the_session() -> None:
    story = delayed(CONSENT, *late(R1, "8:45", Tier.CITY), *late(R2, "8:50", Tier.CITY))

    def due() -> list[str]:
        found = of_session(story.site, LAW)
        return [
            f"{one.form} {one.subject or one.room or '-'}" for one in found if one.form not in ("E01", "E04", "E05")
        ]

    assert due() == ["E09 AS-001", "R04 AS-001"]
    story.given(SiteSheetKept(SiteForm.DELAY_APPLICATION, DELAY, 1, D1, D2, None), given(7, A2), EXTRA_ASKED)
    story.given(RoomEnded(LAW, R1, at("10:20"), GUIDE), RoomEnded(LAW, R2, at("10:22"), GUIDE))
    assert due() == ["R06 001", "R04 AS-001", "E10 AS-002", "R05 -"]
    assert Due(SiteForm.DELAYS, LAW, None) not in of_session(story.site, TAX)
    story.given(
        SiteSheetKept(SiteForm.DELAYS, LAW, 1, D1, D2, None),
        RecordKept(RoomForm.EXTRA_TIME, LAW, R1, 1, D1, D2, None),
    )
    assert due() == ["R04 AS-001", "E10 AS-002"]


# The delay record


def record(story: Story) -> DelaySheet:
    return delay_sheet(story.site, KNOWN, LAW)


def test_a_late_start_stands_with_its_moments_and_whose_word_it_was() -> None:
    sheet = record(delayed(CONSENT, *late(R1, "8:45:05", Tier.CITY), RoomStarted(LAW, R2, at("8:30:20"), GUIDE)))
    assert len(sheet.late) == 1
    line = sheet.late[0]
    assert (line.room, line.started_at, line.seconds, line.by, line.application) == (
        R1,
        at("8:45:05"),
        905,
        "city",
        DELAY,
    )
    assert (line.given_at, line.verified) == (at("8:40"), True)
    assert (line.entry, line.reminder, line.end) == (at("8:50:05"), at("10:00:05"), at("10:15:05"))
    assert line.closure == at("10:00:05")
    assert [one.number for one in sheet.causes] == [CUT]
    (asked,) = sheet.applications
    assert (asked.rooms, asked.minutes, asked.causes, len(asked.answers.consents)) == ((R1, R2), 30, (CUT,), 1)


@pytest.mark.parametrize(
    ("facts", "clock", "by", "said"),
    [
        ((CODE,), "9:05", Tier.PROVINCE, (at("9:02"), True)),
        ((SITE_CODE,), "9:05", Tier.PROVINCE, (at("9:04"), False)),
        ((replace(CODE, minutes=20), SITE_CODE), "9:05", Tier.PROVINCE, (at("9:04"), False)),
        ((replace(CODE, subject=R2),), "9:05", Tier.PROVINCE, (None, True)),
        ((replace(CODE, given_at=at("9:06")),), "9:05", Tier.PROVINCE, (None, True)),
        ((START,), "9:50", Tier.MINISTRY, (at("9:40"), True)),
        ((POSTPONED,), "9:50", Tier.MINISTRY, (None, True)),
        ((replace(CONSENT, authority=Tier.HEAD), CONSENT), "8:45", Tier.CITY, (at("8:40"), True)),
        ((CONSENT,), "8:45", Tier.HEAD, (None, True)),
    ],
)
def test_the_authority_is_the_one_that_held_for_that_start(
    facts: tuple[Fact, ...], clock: str, by: Tier, said: tuple[datetime | None, bool]
) -> None:
    line = record(delayed(*facts, *late(R1, clock, by))).late[0]
    assert (line.given_at, line.verified) == said


def test_what_was_entered_first_is_meant_and_what_came_only_after_the_start_is_marked() -> None:
    second = replace(CONSENT, given_at=at("8:38"), at=at("8:44"))
    starts = (*late(R1, "8:45", Tier.CITY), *late(R2, "8:40", Tier.CITY, entered_late=True))
    sheet = record(delayed(second, CONSENT, *starts))
    assert [(one.room, one.given_at, one.entered_late) for one in sheet.late] == [
        (R1, at("8:40"), False),
        (R2, at("8:40"), True),
    ]


def test_a_room_that_was_called_off_stands_with_the_newest_directive() -> None:
    cancelled = replace(POSTPONED, outcome=Outcome.CANCEL, serial="M-3", issued_at=at("9:45"))
    sheet = record(delayed(START, POSTPONED, cancelled, replace(POSTPONED, rooms=(R1,), issued_at=at("9:30"))))
    assert [(one.room, one.called_off, one.serial, one.application) for one in sheet.off] == [
        (R1, "postponed", "M-2", DELAY),
        (R2, "cancelled", "M-3", DELAY),
    ]
    assert (sheet.late, sheet.rooms, sheet.ended_at) == ((), 2, None)
