"""What is entered of a recorded violation: refusal, police, evidence, a sheet named later, and a mistake."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.core.evidence import EvidenceMoved, EvidenceTaken, PoliceNoted
from app.core.free_text import TextPart
from app.core.violation import ViolationCorrected
from app.core.violation_signing import SigningRefused, TellCandidate
from app.core.violation_state import EvidenceKind, KeptAt
from app.core.violation_void import ViolationWithdrawn
from app.views.violations import ViolationAct
from tests.gui.screen import Screen, texts
from tests.gui.violation_page import (
    BLANK,
    ONE,
    R001,
    ask,
    at_the_desk,
    confirm,
    do,
    heard,
    of,
    opened,
    recorded,
    say_in,
    signs,
)
from ui.pages import violation_evidence
from ui.pages.violation_evidence import EvidenceForm, MoveForm
from ui.pages.violation_sheets import NameSheetForm


@pytest.fixture
def desk(site: Screen) -> Screen:
    return at_the_desk(site)


def test_refusal_takes_two_of_the_room_and_evidence_the_signature_of_who_takes_it(
    desk: Screen, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    recorded(desk)
    do(desk, TellCandidate(ONE, desk.bridge.now, R001))
    page, recording = opened(desk, number=ONE), tmp_path / "camera.mp4"
    recording.write_bytes(b"pictures" * 1000)
    ask(desk, page, ViolationAct.REFUSES)
    say_in(page, "conduct-refusal", "turned away")
    # Only those of the room are offered, two different ones
    confirm(desk, page)
    fact = desk.last()
    assert isinstance(fact, SigningRefused)
    assert fact.witnesses == ("I001", "I002")
    assert heard(desk, fact.text, TextPart.REFUSAL) == "turned away"
    ask(desk, page, ViolationAct.POLICE)
    say_in(page, "conduct-station", "first station")
    say_in(page, "conduct-officer", "number 12")
    confirm(desk, page)
    assert isinstance(desk.last(), PoliceNoted)
    assert "first station" in texts(page.violations.card)
    # When a file is chosen that is not there, and one that is
    asked = ask(desk, page, ViolationAct.TAKE_EVIDENCE)
    assert isinstance(asked, EvidenceForm)
    files = [tmp_path / "gone.mp4", recording]
    monkeypatch.setattr(violation_evidence, "ask_file", lambda *given: given[-1](files.pop(0)))
    asked.pick.click()
    assert not asked.confirm.isEnabled()
    qtbot.waitUntil(asked.confirm.isEnabled)
    assert "gone.mp4" in texts(asked)
    asked.pick.click()
    qtbot.waitUntil(asked.confirm.isEnabled)
    asked.kind.setCurrentIndex(asked.kind.findData(EvidenceKind.VIDEO))
    say_in(page, "conduct-item", "camera 2")
    confirm(desk, page)
    # Then its digest stands in the journal, and the file where it was
    fact, tag = desk.last(), f"{ONE}-1"
    assert isinstance(fact, EvidenceTaken)
    assert (fact.tag, fact.kind, fact.digest) == (
        tag,
        EvidenceKind.VIDEO,
        hashlib.sha256(recording.read_bytes()).hexdigest(),
    )
    # When it goes to the exam office, somebody of theirs signs
    move = ask(desk, page, ViolationAct.MOVE_EVIDENCE)
    assert isinstance(move, MoveForm)
    assert move.to.findData(KeptAt.ROOM) < 0
    confirm(desk, page)
    signs(desk, "O01")
    assert desk.last() == EvidenceMoved(ONE, tag, KeptAt.EXAM_OFFICE, desk.bridge.now, R001)
    assert desk.signers_of_last() == ["A01", "O01"]


def test_a_sheet_is_named_later_without_losing_the_signature_and_a_mistake_withdrawn(desk: Screen) -> None:
    # Given a signed record without its sheet
    recorded(desk, sheet="")
    for act in (ViolationAct.TELL, ViolationAct.SIGNS):
        page = opened(desk, number=ONE)
        ask(desk, page, act)
        confirm(desk, page)
    assert desk.shell.say("conduct-next-sheet") in texts(page)
    # When only its number is added, with the chief
    asked = ask(desk, page, ViolationAct.NAME_SHEET)
    assert isinstance(asked, NameSheetForm)
    confirm(desk, page)
    assert desk.shell.say("conduct-sheet-needed") in texts(asked)
    asked.sheet.setEditText(BLANK)
    say_in(page, "conduct-reason", "the number was missing")
    say_in(page, "conduct-basis", "the paper sheet")
    confirm(desk, page)
    signs(desk, "C01")
    # Then what was told and signed still holds
    assert isinstance(desk.last(), ViolationCorrected)
    assert (of(desk).now.sheet, bool(of(desk).signed_at), of(desk).complete) == (BLANK, True, True)
    assert "the number was missing" in texts(page.violations.card)
    # When the words change, it is told and signed anew
    ask(desk, page, ViolationAct.CORRECT)
    say_in(page, "conduct-act", "a watch, not a phone")
    say_in(page, "conduct-reason", "it was a watch")
    say_in(page, "conduct-basis", "the thing itself")
    confirm(desk, page)
    signs(desk, "C01")
    assert heard(desk, of(desk).now.text, TextPart.ACT) == "a watch, not a phone"
    assert of(desk).told_at is None
    # When it turns out to be a mistake
    ask(desk, page, ViolationAct.WITHDRAW)
    say_in(page, "conduct-withdraw-reason", "somebody else")
    say_in(page, "conduct-basis", "recording")
    confirm(desk, page)
    signs(desk, "C01")
    # Then it is still to be seen, and nothing more is asked for
    assert isinstance(desk.last(), ViolationWithdrawn)
    assert desk.shell.say("conduct-is-withdrawn") in texts(page)
    assert not [act for act, made in page.violations.card.buttons.items() if made.isVisible()]
