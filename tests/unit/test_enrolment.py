"""One store serves one site."""

from __future__ import annotations

from app.core.enrolment import AlreadyEnrolled, EnrolSite
from app.core.site import SiteLock
from app.core.terms import Mode, SiteCode
from tests.builders import ENROLLED, LOCK, LOCK_KEY, Story, desk

ASK = EnrolSite(Mode.REAL, SiteCode("2101"), LOCK_KEY, "appointment", LOCK, LOCK_KEY, software_lock=False)


def test_a_new_store_learns_whose_it_is_and_whom_it_trusts() -> None:
    site = Story().when(ASK, desk(locks=())).then(ENROLLED).given(ENROLLED).site
    assert (site.mode, site.code) == (Mode.REAL, SiteCode("2101"))
    assert (site.ministry, site.appointment) == (LOCK_KEY, "appointment")
    assert site.lock == SiteLock(LOCK, LOCK_KEY, software=False)


def test_an_enrolled_store_is_never_enrolled_again_not_even_for_practice() -> None:
    other = EnrolSite(Mode.PRACTICE, SiteCode("9999"), "", "", LOCK, LOCK_KEY, software_lock=True)
    for ask in (ASK, other):
        Story("enrolled").when(ask).then(AlreadyEnrolled(SiteCode("2101")))
