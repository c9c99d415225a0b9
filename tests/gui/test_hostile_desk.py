"""What someone at the desk may try against the desk: to sign as two, to sign once for much, to get past the lock."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QLineEdit

from app.core.desk import DeskTaken
from app.core.entry import CheckIn
from app.core.records import ROOM_RECORD
from app.core.site import Source
from app.core.timestamp import RecordTimestamp, TimestampRecorded
from app.service import records
from app.trouble import Code, Trouble
from tests.gui.after import ONE, ended
from tests.gui.screen import MORNING_SESSION, SECOND_SESSION, Screen, settle, signer
from tests.stores import PIN, TIMESTAMP
from ui.bridge import slept
from ui.pages.candidates import CandidatesPage
from ui.pages.records import RecordsPage
from ui.shell import PageName
from ui.widgets.signing import Signing

STAMP = RecordTimestamp(Source.PLATFORM, TIMESTAMP)
"""A step that wants a second person."""


def forms(site: Screen) -> list[Signing]:
    settle()
    return [one for one in site.window.findChildren(Signing) if not one.isHidden()]


def ask(site: Screen) -> Signing:
    """The administrator asks; the form for the second person stands there."""
    site.page.asking.submit(STAMP)
    (form,) = forms(site)
    return form


def test_a_form_for_handing_over_does_not_open_a_desk_that_was_locked_meanwhile(
    site: Screen, monkeypatch: pytest.MonkeyPatch, expect_log: Callable[[str], None]
) -> None:
    expect_log("WARNING ui.bridge: trouble: disk-full")
    admin = site.sign_in()
    site.window.nav.desk.emit()
    settle()
    site.bridge.lock()
    assert forms(site) == []

    def full(*_: object) -> None:
        raise Trouble(Code.DISK_FULL, file="site.db")

    monkeypatch.setattr(site.console.store.journal, "append", full)
    site.bridge.take_desk(signer(site.bridge, "C01"))
    assert site.bridge.locked
    assert site.bridge.operator == admin


def test_a_form_for_the_second_person_goes_with_the_one_who_asked(site: Screen) -> None:
    site.sign_in()
    ask(site)
    site.sign_in("C01")
    assert forms(site) == []


def test_a_form_for_the_second_person_goes_when_the_desk_is_locked_or_left(site: Screen) -> None:
    site.sign_in()
    ask(site)
    site.bridge.lock()
    assert forms(site) == []
    site.sign_in()
    ask(site)
    site.bridge.leave_desk()
    assert forms(site) == []


def test_a_form_on_a_page_out_of_sight_goes_as_well(site: Screen) -> None:
    site.sign_in()
    ask(site)
    site.go(PageName.JOURNAL)
    site.bridge.lock()
    assert forms(site) == []


def test_a_second_signature_does_not_outlive_the_one_who_asked(site: Screen) -> None:
    """The lock falls while the second person signs: the step begins anew, with all its people."""
    site.sign_in()
    form = ask(site)
    second = signer(site.bridge, "O01")
    # The lock falls between the key and the answer: nothing was told yet.
    site.bridge.locked = True
    form.signed.emit(second)
    (again,) = forms(site)
    assert again.code.text() == "A01"
    again.signed.emit(signer(site.bridge, "A01"))
    settle()
    assert not isinstance(site.last(), TimestampRecorded)
    assert len(forms(site)) == 1


def test_what_was_ticked_for_one_session_is_not_recorded_in_another(site: Screen) -> None:
    site.released(MORNING_SESSION)
    site.authorized(SECOND_SESSION)
    site.sign_in()
    page = site.go(PageName.CANDIDATES)
    assert isinstance(page, CandidatesPage)
    both = [set(site.site.sessions[one].rooms[ONE].sittings) for one in (MORNING_SESSION, SECOND_SESSION)]
    ticket = min(both[0] & both[1])
    site.bridge.choose(MORNING_SESSION)
    page._find(ticket)
    page.card.admission.number.setText("21010119900101002X")
    page.card.admission.compared.box.setChecked(True)
    asked: list[CheckIn] = []
    page.card.admitted.connect(asked.append)
    site.bridge.choose(SECOND_SESSION)
    settle()
    assert page.card.admission.number.text() == ""
    assert not page.card.admission.compared.on
    page.card.admission.document.setCurrentIndex(0)
    page.card.admission.admit.click()
    assert [one.session for one in asked] == [SECOND_SESSION]


def test_after_broken_trust_nothing_is_taken_from_anywhere(site: Screen, expect_log: Callable[[str], None]) -> None:
    expect_log("WARNING ui.bridge: trouble: chain-broken")
    expect_log("WARNING ui.bridge: trouble: console-stopped")
    admin, officer = site.sign_in(), signer(site.bridge, "O01")
    before = len(site.facts())
    site.bridge.tell(Trouble(Code.CHAIN_BROKEN, entry=3))
    site.bridge.submit(STAMP, officer)
    with pytest.raises(Trouble) as caught:
        site.console.submit(STAMP, admin, officer)
    assert caught.value.code is Code.CONSOLE_STOPPED
    assert len(site.facts()) == before


def test_a_pin_is_never_to_be_read_again(site: Screen) -> None:
    site.page.asking.submit(STAMP)
    (form,) = forms(site)
    form.pin.setText(PIN)
    form.pin.selectAll()
    assert form.pin.echoMode() is QLineEdit.EchoMode.Password
    form.pin.copy()
    assert PIN not in form.pin.displayText()


def test_taking_over_after_the_other_is_named(site: Screen) -> None:
    """Nobody sits down at a locked desk silently: who was there, and that they did not sign it off."""
    site.sign_in()
    site.bridge.lock()
    site.bridge.leave_desk()
    site.page.asking.submit(STAMP)
    site.keys(f"C01\n{PIN}\n")
    taken = site.last()
    assert isinstance(taken, DeskTaken)
    assert (taken.person, taken.before, taken.handed_over) == ("C01", "A01", False)


def test_a_machine_that_slept_wakes_with_its_desk_locked(site: Screen, monkeypatch: pytest.MonkeyPatch) -> None:
    site.sign_in()
    site.keys("\t")
    before = slept()
    monkeypatch.setattr("ui.bridge.slept", lambda: before + 8 * 3600)
    # The key comes before the second is over.
    site.keys("\t")
    assert site.bridge.locked


@pytest.mark.parametrize("who", ["nobody", "locked", "chief"])
def test_a_signed_copy_is_not_sent_again_past_the_desk(site: Screen, who: str) -> None:
    ended(site, ONE)
    site.sign_in()
    page = site.go(PageName.RECORDS)
    assert isinstance(page, RecordsPage)
    answer = site.bridge.attempt(
        lambda *signers: records.print_room_record(
            site.console, MORNING_SESSION, ONE, site.window.opening.tools.draw_record, *signers
        )
    )
    assert isinstance(answer, bytes)
    site.look_again()
    if who == "chief":
        site.sign_in("C01")
    elif who == "locked":
        site.bridge.lock()
    else:
        site.bridge.leave_desk()
    page.run.send_again("", site.site.copies(ROOM_RECORD, MORNING_SESSION, ONE)[0])
    settle()
    assert not page.run.busy
    assert site.asked() != ""
    assert not list(page.where.folder.glob("*.pdf"))
