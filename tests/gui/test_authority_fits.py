"""Every segment fits in every state, which the picture of the page at rest does not show."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Literal

import pytest
from pytestqt.qtbot import QtBot

from app.core.calibration import RecordCalibration
from app.core.custody import ReportLockLost
from app.core.lock_state import SupervisedKind
from app.core.sealing import UnsealEquipment
from app.core.supervision import OpenSupervision
from app.core.terms import PersonId
from app.settings import Settings
from app.text import LANGUAGES
from tests.gui.authority_page import MORNING, ONE, TWO, Desk, MakeDesk, desk_of
from tests.gui.fitting import faults
from tests.gui.screen import settle
from tests.gui.test_fits import doubling
from ui.pages.authority import Segment
from ui.pages.authority_custody import Change

__all__ = ["desk_of", "doubling"]
SIZE = (1024, 640)


def states(desk: Desk, qtbot: QtBot) -> Iterator[str]:
    """The page as it stands at each time; the name of the state."""
    page, screen = desk.page, desk.screen

    def shown(segment: Segment) -> str:
        page._turn(segment)
        settle()
        return segment.name

    yield f"sealed {shown(Segment.SEALING)}"
    desk.opens(minutes=-30)
    answer = screen.refused(UnsealEquipment("WRONG", intact=True))
    page.asking.refuse(answer)
    yield f"broken {shown(Segment.SEALING)}"
    page.asking.clear()
    seal = screen.site.seal
    assert seal is not None
    seal.broken, seal.opened_at = None, desk.now
    yield f"opened {shown(Segment.SEALING)}"
    screen.do(OpenSupervision(SupervisedKind.LOCKS))
    screen.do(RecordCalibration(TWO, desk.now, 400))
    for row in (0, 1):
        shown(Segment.SITTING)
        page.sitting.table.selectRow(row)
        yield f"sitting {row}"
    screen.do(RecordCalibration(TWO, desk.now, 0))
    desk.look(qtbot)
    page.sitting.table.selectRow(1)
    page.sitting.work.use.pin._tell(desk.say("authority-wrong-pin", serial=TWO))
    yield f"proving {shown(Segment.SITTING)}"
    screen.do(ReportLockLost(ONE, desk.now, PersonId("A01")))
    page.sitting.table.selectRow(0)
    yield f"lost {shown(Segment.SITTING)}"
    shown(Segment.REGISTER)
    page.register.table.selectRow(1)
    for change in Change:
        page.register.forms._pick(change)
        settle()
        yield f"register {change.name}"
    screen.site.lock_out = True
    yield f"lock out {shown(Segment.REGISTER)}"
    screen.site.lock_out = False
    desk.opens()
    screen.do(OpenSupervision(SupervisedKind.RECEIPT))
    shown(Segment.GRANTS)
    page.grants.receipt.list.bring_text(desk.province.start_authorization(MORNING).decode())
    page.grants.receipt.list.bring_text(desk.province.start_authorization(MORNING).decode()[:-4] + "AAAA")
    yield f"receipt {shown(Segment.GRANTS)}"
    desk.later(timedelta(minutes=31))
    yield f"lapsed {shown(Segment.GRANTS)}"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.usefixtures("doubling")
def test_every_state_fits_with_every_text_twice_as_long(
    desk_of: MakeDesk, prepared: Path, qtbot: QtBot, language: Literal["zh-CN", "en"]
) -> None:
    desk = desk_of(prepared, settings=Settings(language=language), size=SIZE)
    found = []
    for state in states(desk, qtbot):
        # What came last is shown at once and not when it was gathered, and laid out before it is measured.
        desk.screen.look_again()
        settle()
        found += [f"{state}: {fault}" for fault in faults(desk.screen.window)]
        least = desk.screen.window.minimumSizeHint()
        if least.width() > SIZE[0] or least.height() > SIZE[1]:
            found.append(f"{state}: wants {least.toTuple()}")
    assert not found, "\n".join(found)
