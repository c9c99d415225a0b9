"""Registered media: nothing goes out on any other (DAT-11)."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from app.core.media import LabelTaken, MediumNotRegistered, MediumRegistered, MediumUnfit, RegisterMedium, unregistered
from app.core.operation import SUPERVISORS, PersonUnknown
from app.core.permission import AnotherPersonNeeded
from app.core.safe_state import Medium
from app.core.terms import MediumSerial, Role
from tests.builders import CHIEF, OFFICER, STRANGER, Story, desk

STICK, OTHER = MediumSerial("0123-AB.c_d"), MediumSerial("9999")
ASK = RegisterMedium(STICK, "USB-1", OFFICER, read=True)
DONE = MediumRegistered(STICK, "USB-1", OFFICER, read=True)


def test_dat_11_a_medium_is_entered_with_label_and_keeper() -> None:
    story = Story("opened").when(ASK).then(DONE).done(ASK)
    assert story.site.safe.media == {STICK: Medium("USB-1", OFFICER, read=True)}
    assert unregistered(story.site, STICK) is None
    assert unregistered(story.site, OTHER) == MediumNotRegistered(OTHER)
    story.when(ASK).then()


def test_dat_11_a_serial_that_nobody_read_off_it_is_seen_by_two() -> None:
    typed = replace(ASK, read=False)
    Story("opened").when(typed, desk(Role.SITE_ADMIN)).then(AnotherPersonNeeded(tuple(sorted(SUPERVISORS))))
    Story("opened").when(typed, desk()).then(replace(DONE, read=False))
    Story("opened").done(ASK, desk(Role.SITE_ADMIN))


def test_dat_11_a_later_entry_replaces_the_one_before() -> None:
    story = Story("opened").given(DONE).done(replace(ASK, custodian=CHIEF)).done(replace(ASK, label="USB-2"))
    assert story.site.safe.media == {STICK: Medium("USB-2", OFFICER, read=True)}


def test_dat_11_two_media_never_bear_one_label() -> None:
    story = Story("opened").given(DONE).when(replace(ASK, serial=OTHER)).then(LabelTaken("USB-1"))
    story.given(replace(DONE, label="USB-2")).done(replace(ASK, serial=OTHER))


@pytest.mark.parametrize("serial", ["", "a b", "a\n", "../x", "x" * 65, "\u4e00"])
def test_dat_11_a_serial_is_letters_digits_and_few_signs(serial: str) -> None:
    Story("opened").when(replace(ASK, serial=MediumSerial(serial))).then(MediumUnfit("USB-1"))
    Story("opened").done(replace(ASK, serial=MediumSerial("x" * 64)))


@pytest.mark.parametrize("label", ["", "U 1", "U1\n", "U_1", "U" * 21, "13900000000"])
def test_dat_11_a_label_is_short(label: str) -> None:
    Story("opened").when(replace(ASK, label=label)).then(MediumUnfit(label))
    Story("opened").done(replace(ASK, label="U" * 20))


def test_dat_11_somebody_of_the_staff_keeps_it() -> None:
    Story("opened").when(replace(ASK, custodian=STRANGER)).then(PersonUnknown(STRANGER))
