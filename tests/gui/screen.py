"""A window on a small practice site: what a test does with hands, and what the day brings meanwhile."""

from __future__ import annotations

import io
from dataclasses import dataclass
from datetime import datetime
from typing import cast

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from reportlab.pdfgen.canvas import Canvas

from app.core.operation import Fact, Operation, Refusal, Signer
from app.core.site import Site
from app.core.start import RecordStarts, ReleaseRooms, RoomStart
from app.core.terms import Digest, PersonId, RoomId, SessionId
from app.core.timekeeping import authorization_opens
from app.journal import codec
from app.service import people
from app.service.clock import DrivenClock
from app.service.console import Console
from tests.stores import (
    ADMIN,
    OFFICER,
    PIN,
    compare,
    entries,
    receive_exam_authorization,
    receive_start_authorization,
)
from ui.bridge import Bridge
from ui.main_window import MainWindow
from ui.opening import Tools
from ui.page import Page
from ui.shell import PageName, Place, Shell
from ui.widgets.notice import Notice

MORNING_SESSION, SECOND_SESSION = SessionId("1-1"), SessionId("1-2")
ROOM = RoomId("001")
DOCUMENT = Digest("00" * 32)


def one_page(*_: object) -> bytes:
    """A form's stand-in: an empty page, drawn in a moment."""
    made = io.BytesIO()
    canvas = Canvas(made)
    canvas.showPage()
    canvas.save()
    return made.getvalue()


def no_gaps(_: str) -> tuple[str, ...]:
    """Every character can be printed."""
    return ()


TOOLS = Tools(one_page, one_page, one_page, one_page, one_page, no_gaps, one_page)


def signer(bridge: Bridge, code: str) -> Signer:
    """Somebody of the staff list (A01, O01, C01), with the PIN proved."""
    return people.sign_with_pin(bridge.console, code, PIN)


def signed_in(bridge: Bridge, code: str = "A01") -> Signer:
    """Take the desk, as the sign-in form does."""
    taken = signer(bridge, code)
    assert bridge.take_desk(taken) is None
    return taken


def keys(window: QWidget, text: str) -> None:
    """Type into whatever has the focus; a line break is Enter, a tab is Tab."""
    for sign in text:
        named = {"\n": Qt.Key.Key_Return, "\t": Qt.Key.Key_Tab}.get(sign)
        if named is not None:
            QTest.keyClick(window.windowHandle(), named)
        else:
            # The stubs know no characters.
            QTest.keyClick(window.windowHandle(), sign)  # type: ignore[call-overload]


def press(window: QWidget, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(window.windowHandle(), key, modifier)


def settle() -> None:
    """Everything that is due has happened, and what was let go of is gone."""
    QApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QApplication.processEvents()


def texts(widget: QWidget) -> str:
    """All that stands there to be read, in one text: labels, buttons, fields; of Notice and Signing as well."""
    found = [one for one in widget.findChildren(QWidget) if one.isVisible()]
    said = [str(one.property("full") or getattr(one, "full", "") or one.property("text") or "") for one in found]
    return "\n".join(part for part in said if part)


@dataclass
class Screen:
    """The window, what it stands on, and short ways to states of the day."""

    console: Console
    clock: DrivenClock
    bridge: Bridge
    window: MainWindow

    @property
    def site(self) -> Site:
        return self.console.site

    @property
    def shell(self) -> Shell:
        """Made anew by every rebuild."""
        return self.window.shell

    @property
    def page(self) -> Page:
        return self.window.page

    def take_events(self) -> None:
        """As the running program does."""
        app = _app()
        app.installEventFilter(self.window)
        app.installEventFilter(self.window.scanner)

    # Hands

    def sign_in(self, code: str = "A01") -> Signer:
        return signed_in(self.bridge, code)

    def go(self, page: PageName, **where: object) -> Page:
        self.window.go(Place(page, **where))  # type: ignore[arg-type]  # the fields of Place
        settle()
        return self.window.page

    def keys(self, text: str) -> None:
        keys(self.window, text)

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        press(self.window, key, modifier)

    def focus(self) -> QWidget:
        held = QApplication.focusWidget()
        assert held is not None
        return held

    def look_again(self) -> None:
        """The gathered facts reach the pages now, not 50 ms later."""
        self.bridge._gather.stop()
        self.bridge._tell()
        settle()

    # What is there

    def facts(self) -> list[Fact]:
        """The whole journal."""
        return [codec.decode(entry.body) for entry in entries(self.console.store.journal)]

    def last(self) -> Fact:
        return self.facts()[-1]

    def signers_of_last(self) -> list[str]:
        stamp = codec.decode_stamp(entries(self.console.store.journal)[-1].stamp)
        return [one.id for one in stamp.by]

    def asked(self) -> str:
        """What stands where the page asks: a refusal, a form, or nothing."""
        asking = self.page.asking
        return texts(asking) if asking.isVisible() else ""

    def toast(self) -> str:
        return self.window.toast.text.text() if self.window.toast.isVisible() else ""

    def banner(self) -> str:
        """The sentence of trouble, if any stands there."""
        shown = [one for one in self.window.findChildren(Notice) if one.isVisible() and one is not self.page.asking]
        return "\n".join(texts(one) for one in shown)

    # The day

    def at(self, when: datetime) -> None:
        """It is now this time; the window hears of it at once."""
        self.clock.advance(when)
        self.bridge.tick()

    def do(self, operation: Operation, *further: Signer) -> None:
        """Past the screen: administrator and exam office sign."""
        answer = self.console.submit(operation, *(further or (ADMIN, OFFICER)))
        assert answer is None, answer

    def refused(self, operation: Operation) -> Refusal:
        answer = self.console.submit(operation, ADMIN, OFFICER)
        assert answer is not None
        return answer

    def compared(self) -> None:
        """The timestamp stands in three places and the sheet was scanned."""
        compare(self.console)

    def authorized(self, session: SessionId = MORNING_SESSION) -> None:
        """Everything of the day before, and the start authorization as soon as it may be taken."""
        if not self.site.exam_authorization:
            self.compared()
            receive_exam_authorization(self.console)
        opens = authorization_opens(self.site.sessions[session].plan, self.console.rulebook)
        self.at(max(opens, self.clock.moment().at))
        receive_start_authorization(self.console, session)

    def released(self, session: SessionId = MORNING_SESSION) -> None:
        """And all its rooms are released."""
        self.authorized(session)
        self.do(ReleaseRooms(session, tuple(sorted(self.site.sessions[session].rooms)), f"release-{session}"))

    def started(self, session: SessionId = MORNING_SESSION) -> None:
        """And all its rooms have started on time."""
        self.released(session)
        state = self.site.sessions[session]
        self.at(state.plan.starts_at)
        starts = tuple(RoomStart(room, state.plan.starts_at) for room in sorted(state.rooms))
        self.do(RecordStarts(session, starts, PersonId("A01")))


def put_away(bridge: Bridge, window: MainWindow) -> None:
    """Past the question that closing asks."""
    bridge.close()
    window.hide()
    window.deleteLater()
    _app().removeEventFilter(window.scanner)
    _app().removeEventFilter(window)
    settle()


def _app() -> QApplication:
    return cast("QApplication", QApplication.instance())
