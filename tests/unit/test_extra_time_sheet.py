"""The ledger of extra time of a room, and what room records say of late starts and of minutes."""

from __future__ import annotations

from msgspec.structs import replace

from app.core.code_entry import CodeEntered
from app.core.extra_time_request import ExtraTimeTakenBack, TakeBackReason
from app.core.operation import Fact
from app.core.room_move import RoomMoved
from app.core.rulebook import Tier
from app.core.terms import ApplicationNo, GrantNo, IncidentNo, RoomId, TransferNo
from app.core.transfer import NO_TOKEN, TransferredIn, TransferredOut
from app.crypto.codes import Purpose
from app.views.extra_time_sheet import ExtraTimeLedger, GrantLine, PersonLine, Share, extra_time_ledger
from app.views.room_record import NoteLine
from app.views.sheets import room_record
from tests.builders import A1, A2, A3, B1, B2, B3, GUIDE, GUIDE_2, LAW, R1, R2, R9, Story, at
from tests.unit.time_story import (
    ASKED,
    CONSENT,
    CUT,
    DELAY,
    EXTRA,
    EXTRA_ASKED,
    GRANT,
    KNOWN,
    delayed,
    given,
    late,
    running,
)

# The ledger


def ledger(story: Story, room: RoomId = R1) -> ExtraTimeLedger:
    found = extra_time_ledger(story.site, KNOWN, LAW, room)
    assert found
    return found


def test_a_room_without_lines_has_no_ledger() -> None:
    assert extra_time_ledger(running().site, KNOWN, LAW, R1) is None


def test_a_whole_room_less_one_moves_its_end() -> None:
    found = ledger(running(given(10, A1, moved=R1)))
    assert found.grants == (
        GrantLine(
            number=GRANT,
            lost_in=R1,
            whole=True,
            people=1,
            tickets=(),
            without=(A2,),
            minutes=10,
            total=10,
            cause="fault",
            causes=(CUT,),
            lost_from=at("8:45"),
            lost_until=at("9:16"),
            tier="on_the_spot",
            codes=(),
            verified=True,
            tool="",
            at=at("9:18"),
            told_by="Zhou",
            taken_back_at=None,
            taken_back_for="",
        ),
    )
    assert (found.minutes, found.ends_at, found.ended_at) == (10, at("10:10"), None)
    assert found.people == (
        PersonLine("001", A1, "王\uf9f4", (Share(GRANT, 10, 10),), 10),
        PersonLine("002", A2, "Ｌｉ Ming", (), 0),
    )


def test_sums_grow_and_what_was_taken_back_counts_no_longer() -> None:
    second, third = GrantNo("AB-002"), GrantNo("AB-003")
    story = running(
        given(4, A1),
        given(5, A1, A2, number=second, when="9:20"),
        ExtraTimeTakenBack(LAW, GRANT, TakeBackReason.WRONG_CANDIDATE, at("9:25")),
        given(6, A1, number=third, when="9:30"),
    )
    found = ledger(story)
    assert [(one.number, one.total, one.taken_back_for) for one in found.grants] == [
        (GRANT, 4, "wrong_candidate"),
        (second, 9, ""),
        (third, 11, ""),
    ]
    assert found.grants[0].taken_back_at == at("9:25")
    assert [(one.ticket, one.total) for one in found.people] == [(A1, 11), (A2, 5)]
    assert found.people[0].shares == (Share(second, 5, 9), Share(third, 6, 11))
    assert (found.minutes, found.ends_at) == (0, at("10:00"))


ROOM_CODE = CodeEntered(EXTRA, Purpose.EXTRA_TIME_ROOM, R1, 31, at("9:21"), at("9:22"), GUIDE, True)


def allowed(*facts: Fact, minutes: int = 31, tier: Tier = Tier.PROVINCE) -> GrantLine:
    return ledger(running(EXTRA_ASKED, *facts, given(minutes, A1, tier=tier, when="9:30"))).grants[0]


def test_the_code_behind_a_line_is_named() -> None:
    assert (allowed(ROOM_CODE).codes, allowed(ROOM_CODE).verified) == ((EXTRA,), True)
    assert allowed(replace(ROOM_CODE, minutes=30)).codes == ()
    assert allowed(replace(ROOM_CODE, at=at("9:31"))).codes == ()
    assert not allowed(replace(ROOM_CODE, verified=False)).verified


def test_the_code_of_a_candidate_is_for_nobody_else() -> None:
    asked = replace(EXTRA_ASKED, number=ApplicationNo("AS-003"), tickets=(A1,))
    own = replace(ROOM_CODE, application=asked.number, purpose=Purpose.EXTRA_TIME, subject=A1)
    assert allowed(asked, own).codes == (asked.number,)
    assert allowed(replace(asked, tickets=(A2,)), replace(own, subject=A2)).codes == ()


def test_a_decision_behind_a_line_is_named() -> None:
    said = replace(CONSENT, application=EXTRA, authority=Tier.RESPONSIBLE, at=at("9:22"))
    assert allowed(said, tier=Tier.RESPONSIBLE).codes == (EXTRA,)
    assert allowed(replace(said, authority=Tier.HEAD), tier=Tier.RESPONSIBLE).codes == (EXTRA,)
    assert allowed(said, tier=Tier.HEAD).codes == ()
    assert allowed(said, minutes=32, tier=Tier.RESPONSIBLE).codes == ()
    assert allowed(ASKED, CONSENT, tier=Tier.RESPONSIBLE).codes == ()


def test_whoever_goes_elsewhere_has_a_line_there_too() -> None:
    number = TransferNo("A-001")
    story = running(
        given(10, A1, A2, moved=R1),
        TransferredOut(number, LAW, R1, A1, at("9:25"), GUIDE, IncidentNo("A-001"), NO_TOKEN),
        TransferredIn(number, LAW, R1, R2, A1, at("9:28"), GUIDE_2, NO_TOKEN),
    )
    assert [(one.ticket, one.seat) for one in ledger(story).people] == [(A2, "002"), (A1, "")]
    assert [(one.lost_in, one.people) for one in ledger(story, R2).grants] == [(R1, 2)]
    assert ledger(story, R2).minutes == 0


# The room record


def notes(story: Story, room: RoomId = R1) -> tuple[NoteLine, ...]:
    found = room_record(story.site, KNOWN, LAW, room).notes
    return tuple(one for one in found if one.kind in {"started_late", "extra_room", "extra"})


def test_a_late_start_is_on_the_record_of_its_room() -> None:
    story = delayed(CONSENT, *late(R1, "8:45:05", Tier.CITY))
    assert notes(story) == (
        NoteLine(
            at("8:45:05"),
            "started_late",
            "",
            "",
            outcome="late_city",
            seconds=905,
            causes=(CUT,),
            asked=(DELAY,),
            until=at("10:15:05"),
        ),
    )
    assert notes(story, R2) == ()


def test_what_allowed_it_only_after_the_start_is_marked_there() -> None:
    story = delayed(CONSENT, *late(R1, "8:45:05", Tier.CITY, entered_late=True), *late(R2, "8:46", Tier.CITY))
    assert [one.entered_late for room in (R1, R2) for one in notes(story, room)] == [True, False]


def test_minutes_are_on_the_record_as_they_stand() -> None:
    back = GrantNo("AB-003")
    story = running(
        EXTRA_ASKED,
        ROOM_CODE,
        given(31, A1, moved=R1, tier=Tier.PROVINCE, when="9:30"),
        replace(given(40, A2, number=GrantNo("AB-002"), tier=Tier.MINISTRY, when="9:31"), tool="BJ-1"),
        given(3, A2, number=back, when="9:32"),
        ExtraTimeTakenBack(LAW, back, TakeBackReason.MISTYPED, at("9:33")),
    )
    assert notes(story) == (
        NoteLine(
            at("9:30"),
            "extra_room",
            "",
            "",
            outcome="extra_province",
            people=1,
            minutes=31,
            causes=(CUT,),
            asked=(EXTRA,),
            until=at("10:31"),
        ),
        NoteLine(
            at("9:31"),
            "extra",
            A2,
            "Ｌｉ Ming",
            outcome="extra_ministry",
            minutes=40,
            causes=(CUT,),
            asked=("BJ-1",),
        ),
    )
    assert notes(story, R2) == ()


def test_a_room_that_moved_takes_its_delay_and_its_minutes_along() -> None:
    story = delayed(CONSENT, *late(R1, "8:45", Tier.CITY), given(10, A1, moved=R1))
    story.site.plans[R9] = replace(story.site.plans[R1], id=R9, standby=True)
    numbers = tuple(TransferNo(f"A-00{n}") for n in (1, 2, 3))
    story.given(RoomMoved(LAW, R1, R9, IncidentNo("A-001"), numbers, at("9:20"), GUIDE))
    story.given(given(5, A1, number=GrantNo("AB-002"), moved=R9, when="9:40", room=R9))
    assert [(one.kind, one.minutes, one.until) for one in notes(story, R9)] == [
        ("started_late", 0, at("10:15")),
        ("extra_room", 10, at("10:25")),
        ("extra_room", 5, at("10:30")),
    ]
    assert [(one.kind, one.until) for one in notes(story)][-1] == ("extra_room", at("10:25"))


def test_who_came_from_another_room_has_a_note_of_their_own() -> None:
    number = TransferNo("A-001")
    story = running(
        given(10, A1, A2, moved=R1),
        TransferredOut(number, LAW, R1, A1, at("9:25"), GUIDE, IncidentNo("A-001"), NO_TOKEN),
        TransferredIn(number, LAW, R1, R2, A1, at("9:28"), GUIDE_2, NO_TOKEN),
    )
    assert [(one.kind, one.ticket, one.minutes) for one in notes(story, R2)] == [("extra", A1, 10)]
    assert {B1, B2, B3, A3}.isdisjoint(one.ticket for one in notes(story, R2))
