"""The page of standalone exams: machines of one room broke, and real stations go on with what the page makes."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import cast

import pytest

from app.core.extra_time import GrantExtraTime
from app.core.extra_time_loss import Loss
from app.core.incident import IncidentOpened
from app.core.room_state import Answers
from app.core.standalone_consent import ConsentRatified, StandaloneConsented
from app.core.standalone_course import InterimCopyMade, StandaloneWithdrawn
from app.core.standalone_return import ReturnDecided
from app.core.standalone_state import Custody, Ground, PackageEnd, VoidReason
from app.core.terms import MediumSerial
from app.core.time_state import LossCause
from app.rehearsal.ground import Ground as PracticeGround
from app.service import standalone
from app.service.clock import DrivenClock
from app.service.console import Console
from app.service.sitelock import worked
from app.service.standalone import Made, Where
from app.service.unlock import unlock
from app.views.standalone import AlonePart
from devices.locks.software import SoftwareLock
from devices.media import FolderMedia
from tests.gui.conftest import OpenScreen
from tests.gui.fitting import faults
from tests.gui.keyboard import choose, focused, press, tab_to, type_text
from tests.gui.screen import settle, signer, texts
from tests.gui.standalone_page import C01, LAW, R001, ROOM, STICK, Alone, Broken, break_three
from tests.stores import PIN
from ui.pages import standalone_medium, standalone_station
from ui.pages import standalone_return as return_page
from ui.pages.faults import FaultsPage
from ui.pages.room import RoomPage
from ui.pages.standalone_decide import NONE
from ui.pages.standalone_words import key_of
from ui.shell import PageName
from ui.widgets.parts import Button


@pytest.fixture(scope="module")
def broken(prepared: Path, agency: PracticeGround, tmp_path_factory: pytest.TempPathFactory) -> Broken:
    return break_three(prepared, agency, tmp_path_factory.mktemp("broken") / "day")


@pytest.fixture
def alone(broken: Broken, tmp_path: Path, open_screen: OpenScreen) -> Iterator[Alone]:
    shutil.copytree(broken.folder, tmp_path / "day")
    lock = worked(SoftwareLock.open(tmp_path / "day" / "locks" / "site", PIN))
    console: Console = unlock(tmp_path / "day" / "store", lock, DrivenClock(broken.when))
    made = Alone(open_screen(console), tmp_path, broken.three)
    made.stick.mkdir(parents=True)
    console.media = FolderMedia(made.stick.parent)
    made.screen.sign_in()
    yield made
    for station in made.stations:
        station.close()
    console.store.abandon()


@pytest.fixture
def chosen(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """What comes out of the dialogs of the system, one after the other."""
    paths: list[Path] = []

    def ask(*arguments: object) -> None:
        then = cast("Callable[[Path], object]", arguments[-1])
        then(paths.pop(0))

    monkeypatch.setattr(standalone_station, "ask_file", ask)
    monkeypatch.setattr(return_page, "ask_file", ask)
    monkeypatch.setattr(standalone_medium, "ask_folder", ask)
    return paths


def test_from_the_failed_reset_to_answers_that_count_by_keyboard_alone(alone: Alone, chosen: list[Path]) -> None:
    # Given somebody whose reset failed: on the list by itself, with the fault proposed
    screen, window, ticket = alone.screen, alone.screen.window, alone.three[0]
    page = alone.go(ticket)
    assert [line.key for line in page.list.lines.lines] == [key_of(LAW, one) for one in alone.three]
    # When the warning was read, and the chief signs
    tab_to(window, alone.say("standalone-warned"))
    press(window, "Space")
    choose(window, alone.say("standalone-consent-do"))
    alone.signs("C01")
    # Then it stands, on what was proposed, in both names
    assert screen.last() == StandaloneConsented(
        LAW, ROOM, ticket, Ground.RESET_FAILED, (alone.cause,), C01, False, alone.now, alone.now, R001
    )
    assert screen.signers_of_last() == ["A01", "C01"]
    # When the station's request is read, the medium registered by the serial it tells, and the package exported
    station = alone.station(1)
    chosen += [station.write_request(alone.stick), alone.stick]
    choose(window, alone.say("standalone-request"))
    assert station.fingerprint == page.card.package.station.fingerprint.shown
    choose(window, alone.say("standalone-folder"))
    assert focused().accessibleName() == alone.say("standalone-medium-label")
    type_text(window, STICK)
    press(window, "Return")
    choose(window, alone.say("standalone-export"))
    screen.look_again()
    # Then the code stands there in large groups, and opens it at that station
    code = page.card.login.code.code.shown
    package = alone.of(ticket).packages[0]
    assert (package.machine, package.place, package.watched_by) == ("KS-1", "", R001)
    answering = alone.opened(station, next(alone.stick.glob("*.examsite-alone")), ticket, code)
    # When they go on at the station, and the ledger gives what was lost meanwhile
    alone.later(1)
    choose(window, alone.say("standalone-login-do"))
    screen.look_again()
    assert package.login_at == alone.now
    assert page.card.login.code.code.shown == ""
    lost = Loss(LossCause.FAULT, (alone.cause,), alone.now - timedelta(minutes=3), alone.now, R001)
    alone.do(GrantExtraTime(LAW, ROOM, (ticket,), (), 3, lost))
    screen.look_again()
    assert alone.say("standalone-voucher-waits", minutes=3) in texts(page.card.course)
    choose(window, alone.say("standalone-voucher-issue"))
    screen.look_again()
    assert answering.voucher(page.card.course.voucher.shown) == 3
    # When they hand in, and the file is taken in
    chosen += [alone.back(answering)]
    page.list.setFocus()
    choose(window, f"{alone.say('standalone-unfold')} {page.card.sections[AlonePart.RETURN].title.text()}")
    choose(window, alone.say("standalone-take"))
    screen.look_again()
    # Then it counts, and its digest stands there as the slip has it
    handed = answering.handed
    assert handed is not None
    assert page.card.back.digest.shown == handed.digest == alone.of(ticket).counted
    assert alone.answers(ticket) is Answers.COLLECTED


def test_a_medium_that_tells_no_serial_is_registered_before_a_second_person(alone: Alone) -> None:
    # Given a folder on something that the system knows no serial of
    share = alone.folder / "share"
    share.mkdir()
    alone.consented(alone.three[0])
    package = alone.go(alone.three[0]).card.package
    package.medium.put(share)
    # When its label is typed
    package.medium.label.setText("L-7")
    package.medium.do.click()
    assert MediumSerial("L-7") not in alone.screen.site.safe.media
    alone.signs("O01")
    # Then two stand for it, and it is the one that is taken
    known = alone.screen.site.safe.media[MediumSerial("L-7")]
    assert (known.read, alone.screen.signers_of_last()) == (False, ["A01", "O01"])
    assert package.medium.value() == (MediumSerial("L-7"), share)


def test_consent_without_the_warning_is_refused_and_by_telephone_is_signed_later(alone: Alone) -> None:
    # Given the chief on the telephone
    page, consent = alone.go(alone.three[0]), alone.page.card.consent
    consent.means.picked.emit(True)
    consent.do.click()
    # Then without the warning it is a no, and nobody is asked to sign
    assert alone.say("refusal-warning-unread", ticket=alone.three[0]) in alone.screen.asked()
    # When it was read out
    consent.warned.box.setChecked(True)
    consent.do.click()
    alone.signs("O01")
    # Then it holds, and waits for the chief's own signature
    assert isinstance(alone.screen.last(), StandaloneConsented)
    assert alone.screen.signers_of_last() == ["A01", "O01"]
    assert alone.say("standalone-unsigned") in texts(page)
    consent.ratify.click()
    type_text(alone.screen.window, PIN)
    press(alone.screen.window, "Return")
    alone.screen.look_again()
    assert isinstance(alone.screen.last(), ConsentRatified)
    assert alone.say("standalone-unsigned") not in texts(page)


def test_of_two_returns_none_is_chosen_beforehand_and_the_chief_decides(alone: Alone) -> None:
    # Given a package at the wrong station, used all the same, and another one: both come back
    ticket = alone.three[0]
    alone.consented(ticket)
    first, second = alone.exported(ticket, 1), alone.exported(ticket, 2, VoidReason.WRONG_STATION)
    page = alone.go(ticket)
    for answering in (second, first):
        page.card.back.take(alone.back(answering))
    alone.screen.look_again()
    # Then the no stays, both stand side by side, what is doubtful in words, and nothing is chosen
    assert alone.say("why") in alone.screen.asked()
    decide, returns = page.card.decide, alone.of(ticket).returns
    assert page.card.sections[AlonePart.DECIDE].open
    assert alone.screen.shell.word(returns[1].flaws[0]) in texts(decide)
    assert decide.chosen is None
    assert list(decide._picks) == [returns[0].file, returns[1].file, NONE]
    decide.do.click()
    assert alone.say("standalone-pick-one") in texts(decide)
    # When the chief decides for the second one
    decide.pick(returns[1].file)
    decide.do.click()
    alone.signs("C01")
    # Then it counts, the other is kept, and its package is void
    assert alone.screen.last() == ReturnDecided(LAW, ROOM, ticket, returns[1].file, None, alone.now)
    assert [one.ended for one in alone.of(ticket).packages] == [PackageEnd.COUNTED, PackageEnd.VOID]
    assert {one.file for one in returns} <= alone.screen.site.blobs
    assert page.card.back.digest.shown == returns[1].file


def test_an_interim_copy_counts_on_an_incident_only(alone: Alone) -> None:
    # Given a copy that came while somebody was answering
    ticket = alone.three[0]
    alone.consented(ticket)
    answering = alone.exported(ticket, 1)
    page = alone.go(ticket)
    page.card.back.take(answering.interim(alone.stick))
    alone.screen.look_again()
    decide, file = page.card.decide, alone.of(ticket).returns[0].file
    # When it is to count, without an incident
    page.card.back.nothing.click()
    decide.pick(file)
    decide.do.click()
    # Then that is said; after the incident the chief signs, and it counts
    assert alone.say("standalone-incident-needed") in texts(decide)
    decide.off.report.click()
    alone.screen.look_again()
    decide.pick(file)
    decide.do.click()
    alone.signs("C01")
    assert alone.of(ticket).counted == file
    assert alone.of(ticket).returns[0].decided_on == next(iter(alone.screen.site.incidents))


def test_to_go_on_from_a_file_that_never_came_here_a_supervisor_signs_in_place(alone: Alone) -> None:
    # Given a copy on the stick, of a station that broke
    ticket = alone.three[0]
    alone.consented(ticket)
    copy = alone.exported(ticket, 1).interim(alone.stick)
    package = alone.go(ticket).card.package
    # When the package is made anew from it, at another station
    package.anew.click()
    package.station.read(alone.station(2).write_request(alone.stick))
    package.medium.put(alone.stick)
    package.go_on_from(copy)
    package.do.click()
    assert len(alone.of(ticket).packages) == 1
    alone.signs("O01")
    # Then both stand for it
    assert [bool(one.so_far) for one in alone.of(ticket).packages] == [False, True]
    assert alone.screen.signers_of_last() == ["A01", "O01"]


def test_answers_of_a_dead_machine_are_written_off_by_the_chief(alone: Alone) -> None:
    # Given somebody answering at a machine that dies
    ticket = alone.three[1]
    alone.consented(ticket)
    alone.exported(ticket, 1)
    page = alone.go(ticket)
    # When nothing comes back: first an incident
    page.card.back.nothing.click()
    off = page.card.decide.off
    assert off.do.isHidden()
    off.report.click()
    alone.screen.look_again()
    assert isinstance(alone.screen.last(), IncidentOpened)
    # Then the chief's record, with the administrator beside
    off.do.click()
    alone.signs("C01")
    assert alone.screen.signers_of_last() == ["C01", "A01"]
    assert alone.answers(ticket) is Answers.WRITTEN_OFF
    assert alone.of(ticket).packages[0].ended is PackageEnd.LOST
    assert alone.say("alone-state-lost") in page.list.lines.data(page.list.currentIndex())  # type: ignore[operator]


def test_of_another_systems_package_only_custody_is_kept(alone: Alone) -> None:
    # Given consent, and a file of another system
    ticket, foreign = alone.three[0], alone.folder / "paper.bin"
    alone.consented(ticket)
    alone.registered()
    foreign.write_bytes(b"of another system")
    page = alone.go(ticket)
    package = page.card.package
    package.custody.picked.emit(Custody.REGISTERED)
    # When something is missing, it is said
    package.do.click()
    assert alone.say("standalone-foreign-needed") in texts(package)
    # When the machine's name is none, that is said at once
    package.machine.setText("PC 7")
    assert alone.say("standalone-machine-unfit") in texts(package)
    # When file, machine and medium are told
    package._foreign_file(foreign)
    package.machine.setText("PC-7")
    package.medium.put(alone.stick)
    package.do.click()
    alone.screen.look_again()
    # Then it is on the stick as it came, there is no code, and what comes back counts
    assert (alone.stick / foreign.name).read_bytes() == foreign.read_bytes()
    assert alone.of(ticket).packages[0].custody is Custody.REGISTERED
    assert page.card.login.code.isHidden()
    page.card.login.do.click()
    back = alone.folder / "answers.bin"
    back.write_bytes(b"what came back")
    page.card.back.take(back)
    alone.signs("O01")
    assert alone.answers(ticket) is Answers.COLLECTED
    assert alone.screen.signers_of_last() == ["A01", "O01"]


def test_the_code_is_hidden_again_and_an_interim_copy_is_asked_for(alone: Alone) -> None:
    # Given somebody answering for a quarter of an hour, at 1024 by 640
    ticket, screen = alone.three[0], alone.screen
    alone.consented(ticket)
    alone.exported(ticket, 1)
    screen.window.resize(1024, 640)
    alone.later(15)
    page = alone.go(ticket)
    course, shown = page.card.course, page.list.lines.data(page.list.currentIndex())
    assert alone.say("standalone-then-copy", time=alone.now.strftime("%H:%M")) in str(shown)
    # When the copy is noted, and the code was shown
    course.copy.click()
    course.code.button.click()
    screen.look_again()
    # Then nothing presses any more, everything fits, and whoever locks the desk hides the code
    assert screen.last() == InterimCopyMade(LAW, ticket, 1, alone.now, R001)
    assert all(line.tone == "text2" for line in page.list.lines.lines)
    assert len(course.code.code.shown) == 23
    assert not faults(screen.window)
    screen.bridge.lock()
    assert course.code.code.shown == ""


def test_a_package_that_nobody_opened_is_withdrawn(alone: Alone) -> None:
    # Given a package that is out
    ticket = alone.three[2]
    alone.consented(ticket)
    station, serial = alone.station(1), alone.registered()
    request = standalone.request(alone.screen.console, station.write_request(alone.stick))
    where, admin = Where(ROOM, "", R001, serial, alone.stick), signer(alone.screen.bridge, "A01")
    assert isinstance(standalone.export(alone.screen.console, LAW, ticket, request, where, admin), Made)
    # When it is written once more and then withdrawn
    page = alone.go(ticket)
    (written,) = alone.stick.glob("*.examsite-alone")
    written.unlink()
    page.card.package.write_again(alone.stick)
    assert written.exists()
    page.card.login.withdraw.click()
    alone.screen.look_again()
    # Then they go on in the room
    assert isinstance(alone.screen.last(), StandaloneWithdrawn)
    assert alone.say("standalone-in-room") in texts(page)


def test_rooms_and_faults_lead_here_and_anybody_can_be_looked_up(alone: Alone) -> None:
    # Given a candidate of the room that broke
    screen, ticket = alone.screen, alone.three[1]
    room = cast("RoomPage", screen.go(PageName.ROOM, session=LAW, room=ROOM, ticket=ticket))
    link = next(one for one in room.findChildren(Button) if one.text() == alone.say("room-standalone"))
    link.click()
    settle()
    # Then the room's card leads to their own card, and so does the guide of the fault
    assert alone.page.card.key == (LAW, ticket)
    faulty = cast("FaultsPage", screen.go(PageName.FAULTS, room=ROOM))
    faulty.list.table.selectRow(0)
    settle()
    next(one for one in faulty.findChildren(Button) if one.text() == alone.say("faults-to-standalone")).click()
    settle()
    page = alone.page
    assert page.card.key == (LAW, alone.three[0])
    # When somebody else is looked up who may need it
    other = max(screen.site.sessions[LAW].rooms[ROOM].sittings)
    page.field.setText("000000")
    page.field.returnPressed.emit()
    assert alone.say("extra-time-nobody", text="000000", count=0) in texts(page)
    assert page.scanned(other)
    assert page.card.key == (LAW, other)
    # Then nothing can be asked for before a reset or a fault is entered
    assert alone.say("standalone-no-ground") in texts(page.card.consent)
    assert not page.card.consent.do.isVisible()
    assert page._rows[page.list.lines.lines[-1].key].reset_failed is False
