"""The page of locks and authorizations on a site of two rooms, with its province and its locks as folders."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Protocol, cast

import pytest
from pytestqt.qtbot import QtBot

from app.core.sealing import UnsealEquipment
from app.core.terms import LockSerial, SessionId
from app.core.timekeeping import authorization_opens
from app.rehearsal.ground import Ground
from app.rehearsal.province import PracticeProvince
from app.service.lock_tries import LockTries
from app.settings import Settings
from devices.locks.folders import SoftwareReader
from tests.gui.conftest import DayOf, OpenScreen, opening_of
from tests.gui.screen import Screen, settle, texts
from tests.stores import ADMIN, PIN
from ui.opening import Practice
from ui.pages.authority import AuthorityPage
from ui.shell import PageName
from ui.widgets.signing import Signing

MORNING, AFTERNOON = SessionId("1-1"), SessionId("2-1")
ONE, TWO = LockSerial("JK-000001"), LockSerial("JK-000002")


@dataclass
class Desk:
    """The administrator is at the desk; the exam office stands by."""

    screen: Screen
    province: PracticeProvince
    folder: Path
    tries: LockTries
    waited: list[float]
    """Seconds that the clock of the tries shows."""

    @property
    def page(self) -> AuthorityPage:
        shown = self.screen.page
        assert isinstance(shown, AuthorityPage)
        return shown

    @property
    def locks(self) -> Path:
        return self.folder / "locks"

    def say(self, name: str, **facts: object) -> str:
        return self.screen.shell.say(name, **facts)

    def open_page(self, **where: object) -> AuthorityPage:
        self.screen.go(PageName.AUTHORITY, **where)
        return self.page

    def sign(self, code: str) -> None:
        """Whoever is asked for signs in place, with the keyboard."""
        form = next(one for one in self.page.asking.findChildren(Signing) if one.isVisible())
        self.screen.keys(f"{code}\n{PIN}\n" if form.code.isEnabled() else f"{PIN}\n")
        settle()

    def opens(self, session: SessionId = MORNING, minutes: int = 0) -> None:
        """It is now T-60 of this session, and so many minutes later."""
        plan = self.screen.site.sessions[session].plan
        self.screen.at(authorization_opens(plan, self.screen.console.rulebook) + timedelta(minutes=minutes))

    def later(self, span: timedelta) -> None:
        self.screen.at(self.now + span)

    @property
    def now(self) -> datetime:
        return self.screen.clock.moment().at

    def done(self, answer: object) -> None:
        assert answer is None, answer

    def unseal(self) -> None:
        """The morning of the exam, an hour and a half before the first start; the equipment is out of its seal."""
        self.opens(minutes=-30)
        seal = self.screen.site.seal
        assert seal is not None
        self.screen.do(UnsealEquipment(seal.number, intact=True))
        self.screen.look_again()

    def look(self, qtbot: QtBot) -> None:
        """The page has looked at what is plugged in, after whatever was done to it."""
        part = self.page.sitting
        with qtbot.waitSignal(part.plugged.looked):
            part.plugged.look()
        settle()


class MakeDesk(Protocol):
    def __call__(
        self,
        folder: Path,
        practice: object = None,
        settings: Settings | None = None,
        size: tuple[int, int] = (1366, 768),
    ) -> Desk: ...


@pytest.fixture
def desk_of(
    agency: Ground, day_of: DayOf, open_screen: OpenScreen, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> MakeDesk:
    """The page on a copy of such a folder, with its locks plugged in, and tries whose clock stands still.

    `practice` plays the outside world.
    """

    def make(
        folder: Path,
        practice: object = None,
        settings: Settings | None = None,
        size: tuple[int, int] = (1366, 768),
    ) -> Desk:
        console, day, waited = day_of(folder), tmp_path / "day", [0.0]
        tries = LockTries(day / "tries", lambda: waited[0])
        plays = cast("Practice", practice)
        reader = SoftwareReader(day / "locks")
        opening = replace(opening_of(console, day), locks=reader, tries=tries, practice=plays)
        monkeypatch.setattr("tests.gui.conftest.opening_of", lambda *_: opening)
        screen = open_screen(console, settings, size)
        if screen.site.package:
            assert screen.bridge.take_desk(ADMIN) is None
        desk = Desk(screen, agency.province, day, tries, waited)
        desk.open_page()
        return desk

    return make


def said(desk: Desk) -> str:
    """All that the segment in sight says."""
    settle()
    return texts(desk.page)
