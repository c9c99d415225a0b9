"""The other signed documents: written by one side, read by the other, and nothing between."""

from __future__ import annotations

from collections.abc import Callable

import pytest
import segno
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from app.core.terms import SiteCode, Ticket
from app.exchange import authorization, directive, enrolment, receipt, room_release, room_report
from app.exchange.signed import Kind, sign
from app.exchange.trust import appointed
from app.trouble import Code, Trouble
from tests.vectors import sample
from tests.vectors.keys import MINISTRY, PROVINCE, ROOM_LOCK, SITE_LOCK, STRANGE_LOCK

US = (sample.MODE, sample.SITE, sample.EXAM)
WRITTEN: dict[str, tuple[object, bytes, Callable[[bytes], object]]] = {
    "exam authorization": (
        sample.EXAM_AUTHORIZATION,
        authorization.write(sample.EXAM_AUTHORIZATION, PROVINCE),
        lambda token: authorization.read_exam(token, PROVINCE.public, *US),
    ),
    "start authorization": (
        sample.START_AUTHORIZATION,
        authorization.write(sample.START_AUTHORIZATION, PROVINCE),
        lambda token: authorization.read_start(token, PROVINCE.public, *US),
    ),
    "directive": (
        sample.DIRECTIVE,
        directive.write(sample.DIRECTIVE, MINISTRY),
        lambda token: directive.read(token, MINISTRY.public, *US),
    ),
    "receipt": (
        sample.RECEIPT,
        receipt.write(sample.RECEIPT, PROVINCE),
        lambda token: receipt.read(token, PROVINCE.public, *US),
    ),
    "release": (
        sample.RELEASE,
        room_release.write(sample.RELEASE, SITE_LOCK),
        lambda token: room_release.read(token, SITE_LOCK.public, *US),
    ),
    "report": (
        sample.REPORT,
        room_report.write(sample.REPORT, ROOM_LOCK),
        lambda token: room_report.read(token, sample.EXPECTED, ROOM_LOCK.public),
    ),
    "request": (sample.REQUEST, enrolment.write(sample.REQUEST, SITE_LOCK), enrolment.read),
}


@pytest.mark.parametrize("name", WRITTEN)
def test_round_trip(name: str) -> None:
    content, token, read = WRITTEN[name]
    assert read(token) == content


@given(st.sampled_from(sorted(WRITTEN)), st.data())
def test_no_single_bit_may_change(name: str, data: st.DataObject) -> None:
    _, token, read = WRITTEN[name]
    changed = bytearray(token)
    changed[data.draw(st.integers(0, len(token) - 1))] ^= 1 << data.draw(st.integers(0, 7))
    with pytest.raises(Trouble):
        read(bytes(changed))


def test_trust_leads_to_the_province() -> None:
    province = sample.TRUST.province()
    assert (province.name, province.key) == (sample.APPOINTMENT.province, PROVINCE.public)
    assert str(province.recipient) == sample.APPOINTMENT.recipient
    assert sample.TRUST.ministry_key == MINISTRY.public


def test_a_province_cannot_appoint() -> None:
    with pytest.raises(Trouble, match="signer-unknown"):
        appointed(sign(Kind.APPOINTMENT, sample.APPOINTMENT, PROVINCE), MINISTRY.public, sample.MODE)


@pytest.mark.parametrize("site", ["../210101", "", "21", "２１０１０１", "210101/"])
def test_a_request_of_a_site_that_is_no_number_is_refused(site: str) -> None:
    token = enrolment.write(replace(sample.REQUEST, site=SiteCode(site)), SITE_LOCK)
    with pytest.raises(Trouble) as caught:
        enrolment.read(token)
    assert caught.value.code is Code.CONTENT_UNFIT


def test_a_report_fits_one_code_even_where_nobody_came() -> None:
    absent = tuple(Ticket(f"210100001{n:03}") for n in range(60))
    report = replace(sample.REPORT, present=0, absent=60, logged_in=0, submitted=0, absent_tickets=absent)
    assert segno.make(room_report.write(report, ROOM_LOCK), error="l", micro=False).mode == "byte"


def test_a_report_names_its_room_before_it_is_believed() -> None:
    forged = room_report.write(sample.REPORT, STRANGE_LOCK)
    assert room_report.claimed_room(forged) == (sample.SESSION, sample.ROOM)
    with pytest.raises(Trouble, match="signer-unknown"):
        room_report.read(forged, sample.EXPECTED, ROOM_LOCK.public)
