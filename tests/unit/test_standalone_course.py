"""While a package is out: login, interim copies, vouchers, and its withdrawal (SAL-04, SAL-06, SAL-07)."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from app.core.about_candidate import NotInThisSession
from app.core.login import RecordLogins
from app.core.operation import Fact, NotYetHappened, PersonUnknown
from app.core.permission import NotYourRole
from app.core.reset import CandidateReset, ResetCandidates
from app.core.room_state import Answers, ResetCause
from app.core.seating import TicketSeat
from app.core.standalone import ConsentNeeded, NoPackageOut, OldSessionLive
from app.core.standalone_consent import ADMINS
from app.core.standalone_course import (
    AnsweredThere,
    BeforeExport,
    InterimCopyMade,
    IssueVoucher,
    LoginUnnoted,
    NoteInterimCopy,
    NothingToPassOn,
    NotOurPackage,
    RecordStandaloneLogin,
    StandaloneLoggedIn,
    StandaloneWithdrawn,
    VoucherIssued,
    VoucherTooLong,
    WentOnAlready,
    WithdrawStandalone,
)
from app.core.standalone_state import Custody, Ground, PackageEnd
from app.core.terms import Role
from app.crypto.standalone import LONGEST_VOUCHER
from tests.builders import A1, A2, GUIDE, LAW, NOBODY, R1, SECOND, STRANGER, Story, at, desk
from tests.unit.alone_story import (
    COPY,
    SECOND_OUT,
    after_reset,
    came_back,
    consented,
    goes_on,
    goes_out,
    morning,
    now,
    of,
    out,
    package_of,
    room,
    went_on,
    went_out,
)
from tests.unit.lost_time import given_minutes

NOON = now("12:00")
VOUCHER = IssueVoucher(LAW, A1)


def withdraws(clock: str = "9:06") -> WithdrawStandalone:
    return WithdrawStandalone(LAW, A1, at(clock), GUIDE)


def copies(clock: str = "9:20") -> NoteInterimCopy:
    return NoteInterimCopy(LAW, A1, at(clock), GUIDE)


WITHDRAWN = StandaloneWithdrawn(LAW, R1, A1, at("9:06"), GUIDE)
COPIED = InterimCopyMade(LAW, A1, 1, at("9:20"), GUIDE)


def issued(minutes: int, number: int = 1) -> VoucherIssued:
    return VoucherIssued(LAW, A1, number, minutes, at("12:00"))


@pytest.mark.parametrize("ask", [goes_on(), withdraws(), copies()])
def test_each_is_about_a_package_that_is_out(ask: RecordStandaloneLogin | WithdrawStandalone | NoteInterimCopy) -> None:
    for story in (after_reset(), after_reset(consented()), out(WITHDRAWN), out(came_back())):
        story.when(ask).then(NoPackageOut(A1))
    out().when(replace(ask, ticket=A2)).then(NoPackageOut(A2))
    out().when(replace(ask, ticket=NOBODY)).then(NotInThisSession(LAW, NOBODY))
    early = ask.happened_at - SECOND
    out().when(ask, desk(now=early)).then(NotYetHappened(ask.happened_at, early))
    out().when(replace(ask, reported_by=STRANGER)).then(PersonUnknown(STRANGER))
    out().when(ask, desk(Role.INVIGILATOR)).then(NotYourRole(Role.INVIGILATOR, tuple(sorted(ADMINS))))


# Login (SAL-04)


def test_sal_04_when_they_went_on_is_entered_once() -> None:
    story = out().when(goes_on()).then(went_on()).done(goes_on())
    package = package_of(story).live
    assert package
    assert package.login_at == at("9:04")
    assert (of(story).logged_in_at, of(story).logins_after) == (at("8:31"), (at("9:04"),))
    assert of(story).sits_at == ""
    story.when(goes_on()).then()
    story.when(goes_on("9:05")).then(WentOnAlready(A1, at("9:04")))


def test_sal_04_nobody_logs_in_before_the_export() -> None:
    out().when(goes_on("8:59:59")).then(BeforeExport(A1, at("8:59:59"), at("9:00")))
    out().done(goes_on("9:00"))


def test_sal_04_who_never_logged_in_in_the_room_has_the_first_login_there() -> None:
    story = morning(replace(consented(), ground=Ground.NO_MACHINE), went_out()).done(goes_on())
    assert (of(story).logged_in_at, of(story).logins_after) == (at("9:04"), ())


def test_sal_04_each_package_has_its_own_login() -> None:
    story = out(went_on(), SECOND_OUT).when(goes_on("9:25")).then(went_on("9:25", 2)).done(goes_on("9:25"))
    assert of(story).logins_after == (at("9:04"), at("9:25"))
    assert isinstance(went_on(), StandaloneLoggedIn)


# Interim copies (SAL-06)


def test_sal_06_an_interim_copy_is_noted_and_is_no_return() -> None:
    story = out(went_on()).when(copies()).then(COPIED).done(copies()).done(copies("9:40"))
    package = package_of(story).live
    assert package
    assert package.copies == [at("9:20"), at("9:40")]
    assert package.ended is None
    assert (package_of(story).returns, of(story).answers) == ([], Answers.OPEN)
    story.when(copies()).then()


def test_sal_06_no_copy_is_older_than_the_package() -> None:
    out(went_on()).when(copies("8:59:59")).then(BeforeExport(A1, at("8:59:59"), at("9:00")))
    out(went_on()).done(copies("9:00"))


# Minutes (SAL-07)


def on(*facts: Fact) -> Story:
    """At the station since 9:04."""
    return out(went_on(), *facts)


def test_sal_07_first_it_is_noted_until_when_time_was_lost() -> None:
    story = out(given_minutes(5, A1)).when(VOUCHER).then(LoginUnnoted(A1, 1))
    story.done(goes_on()).done(VOUCHER, NOON)


def test_sal_07_only_the_ledger_raises_the_time_of_a_package() -> None:
    on().when(VOUCHER).then(NothingToPassOn(A1, 0))
    story = on(given_minutes(5, A1)).when(VOUCHER, NOON).then(issued(5)).done(VOUCHER, NOON)
    package = package_of(story).live
    assert package
    assert package.minutes_after == 5
    story.when(VOUCHER).then(NothingToPassOn(A1, 5))


def test_sal_07_a_voucher_says_all_minutes_since_the_export() -> None:
    """Five went into the package already; two vouchers, the second for both grants."""
    story = after_reset(consented(), given_minutes(5, A1), went_out(seconds=3900, minutes=5), went_on())
    story.when(VOUCHER).then(NothingToPassOn(A1, 5))
    story.given(given_minutes(3, A1, number="AB-002")).done(VOUCHER, NOON)
    story.given(given_minutes(4, A1, number="AB-003")).when(VOUCHER, NOON).then(issued(7)).done(VOUCHER, NOON)
    package = package_of(story).live
    assert package
    assert [one.minutes for one in package.vouchers] == [3, 7]
    assert package.minutes_after == 7


def test_sal_07_what_the_ledger_took_back_is_not_passed_on_and_no_voucher_takes_it_away() -> None:
    """The voucher is out: a station forgets nothing, so the highest one holds."""
    story = on(given_minutes(5, A1)).done(VOUCHER, NOON)
    of(story).extra_minutes = 2
    story.when(VOUCHER).then(NothingToPassOn(A1, 2))
    of(story).extra_minutes = 5
    story.when(VOUCHER).then(NothingToPassOn(A1, 5))
    of(story).extra_minutes = 6
    story.when(VOUCHER, NOON).then(issued(6))


def test_sal_07_the_longest_voucher() -> None:
    story = on()
    of(story).extra_minutes = LONGEST_VOUCHER
    story.when(VOUCHER, NOON).then(issued(LONGEST_VOUCHER))
    of(story).extra_minutes += 1
    story.when(VOUCHER).then(VoucherTooLong(A1, LONGEST_VOUCHER + 1))


def test_sal_07_minutes_of_others_are_not_passed_on() -> None:
    on(given_minutes(5, A2)).when(VOUCHER).then(NothingToPassOn(A1, 0))


def test_sal_07_the_second_package_starts_from_its_own_sum() -> None:
    second = replace(SECOND_OUT, extra_minutes=5)
    story = on(given_minutes(5, A1)).done(VOUCHER, NOON).given(second)
    story.when(VOUCHER).then(LoginUnnoted(A1, 2)).given(went_on("9:25", 2))
    story.when(VOUCHER).then(NothingToPassOn(A1, 5))
    story.given(given_minutes(1, A1, number="AB-002")).when(VOUCHER, NOON).then(issued(1, 2))


def test_sal_07_no_voucher_where_no_package_of_ours_is_out() -> None:
    more = given_minutes(5, A1)
    for story in (after_reset(more), out(more, WITHDRAWN), out(more, came_back())):
        story.when(VOUCHER).then(NoPackageOut(A1))
    theirs = after_reset(consented(), went_out(custody=Custody.REGISTERED), more)
    theirs.when(VOUCHER).then(NotOurPackage(A1, 1))


# Withdrawn: nobody answered with it


def test_sal_03_a_package_that_nobody_opened_is_withdrawn_and_the_room_goes_on() -> None:
    story = out().when(withdraws()).then(WITHDRAWN).done(withdraws())
    package = package_of(story).package(1)
    assert package
    assert package.ended is PackageEnd.VOID
    assert (package_of(story).live, of(story).standalone, room(story).stations) == (None, False, {})
    reset = ResetCandidates(LAW, R1, (TicketSeat(A1, "011"),), ResetCause.NETWORK, at("9:08"), GUIDE)
    story.done(reset).done(RecordLogins(LAW, R1, (TicketSeat(A1, "011"),), at("9:10"), GUIDE))
    assert of(story).sits_at == "011"
    story.when(withdraws()).then(NoPackageOut(A1))


def test_sal_03_then_it_goes_out_again_only_after_another_failed_reset() -> None:
    story = out(WITHDRAWN, CandidateReset(LAW, R1, A1, ResetCause.NETWORK, "010", "011", at("9:08"), GUIDE))
    story.done(RecordLogins(LAW, R1, (TicketSeat(A1, "011"),), at("9:10"), GUIDE))
    again = goes_out(2, issued_at=at("9:12"))
    story.when(again, now("9:12")).then(ConsentNeeded(A1))
    story.given(consented(given_at=at("9:11"))).when(again, now("9:12")).then(OldSessionLive(A1, "011"))


@pytest.mark.parametrize("sign", [went_on(), COPIED], ids=["a login", "an interim copy"])
def test_sal_05_withdrawn_is_nothing_with_which_somebody_answered(sign: Fact) -> None:
    out(sign).when(withdraws("9:30")).then(AnsweredThere(A1, 1))
    # What another package was used for says nothing of this one.
    out(sign, SECOND_OUT).done(withdraws("9:30"))


def test_sal_05_not_withdrawn_once_anything_came_back() -> None:
    copy = came_back(file=COPY, final=False)
    out(copy).when(withdraws("10:02")).then(AnsweredThere(A1, 1))
    out(copy, SECOND_OUT).when(withdraws("10:02")).then(AnsweredThere(A1, 2))
