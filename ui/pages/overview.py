"""考场总览: every room of the session at a glance, and the release of rooms."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from app.core.operation import Fact
from app.core.terms import RoomId
from app.service import rooms
from app.service.folders import made
from app.views.board import OVER, Board, BoardGroup, RoomState, board
from app.views.violations import levels, serious
from ui.models.cards import CardModel, CardView
from ui.page import Page
from ui.shell import PageName, Place, Shell
from ui.widgets.figures import FigureRow
from ui.widgets.parts import button, label, row
from ui.widgets.segments import Segments


class OverviewPage(Page):
    name = PageName.OVERVIEW
    rail = True

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self._group: BoardGroup = BoardGroup.ALL
        self.release = button(shell.look, shell.say("overview-release"), self._release, "door-enter", "primary")
        self.head("", self.release)
        self._figures = FigureRow(shell.look)
        self.outer.addWidget(self._figures)
        self._segments = Segments(shell.say("overview-groups"))
        self._segments.picked.connect(self._pick)
        self.outer.addLayout(row(self._segments))
        self.model = CardModel(shell)
        self.view = CardView(shell, self.model)
        self.view.opened.connect(lambda room: shell.go(Place(PageName.ROOM, shell.bridge.session, RoomId(room))))
        self.first = self.view
        self._empty = label(shell.say("overview-nothing"), "Sub")
        self.outer.addWidget(self._empty)
        self.outer.addWidget(self.view, 1)
        shell.bridge.ticked.connect(self._tick)

    def board(self) -> Board | None:
        bridge = self.shell.bridge
        if bridge.session is None:
            return None
        return board(
            bridge.site,
            bridge.rulebook,
            bridge.session,
            bridge.live,
            bridge.now,
            bridge.console.actual.heard,
            bridge.settings.stale_minutes,
        )

    def go(self, place: Place) -> None:
        """Who is sent here for a session has its rooms to release, as long as any wait."""
        if place.session is not None and self.release.isVisible():
            self.release.setFocus()

    def refresh(self, facts: Sequence[Fact] = ()) -> None:
        shown = self.board()
        self._empty.setVisible(shown is None)
        self.release.setEnabled(shown is not None)
        if shown is None:
            return
        say, total = self.shell.say, shown.total
        sub = say("overview-sub", rooms=len(shown.cards), arranged=total.arranged)
        if places := [card.places for card in shown.cards if card.places is not None]:
            sub = f"{sub} · {say('overview-free', count=sum(max(one, 0) for one in places))}"
        if shown.unreported:
            sub = f"{sub} · {say('overview-unreported', count=len(shown.unreported))}"
        if violations := conduct(self.shell):
            sub = f"{sub} · {violations}"
        self.sub.tell(sub)
        open_items = shown.open_items
        on_the_way = [(say("figure-pending"), total.pending, "warn")] if total.pending else []
        self._figures.show_figures(
            (
                (say("figure-arranged"), total.arranged, "text"),
                (say("figure-present"), total.present, "primary"),
                (say("figure-awaited"), total.awaited, "idle"),
                *on_the_way,
                (say("figure-absent"), total.absent, "warn"),
                (say("figure-collected"), total.collected, "ok"),
                (say("figure-open"), open_items, "bad" if open_items else "idle"),
            )
        )
        counts = [(group, f"{self.shell.word(group)} {len(shown.group(group))}") for group in BoardGroup]
        self._segments.offer(counts, self._group)
        self.model.show_cards(shown.group(self._group))
        waiting = _waiting(shown)
        self.release.setVisible(bool(waiting))
        state = self.shell.bridge.state
        self.release.lead(self.shell.look, "door-enter", leads=bool(state and state.start_authorization))
        self.release.setText(say("overview-release-count", count=len(waiting)) if waiting else "")
        self.release.setAccessibleName(self.release.text())

    def _tick(self) -> None:
        """Rooms grow stale, and their time runs out, without any fact."""
        if self.isVisible() and self.shell.bridge.now.second % 5 == 0:
            self.refresh()

    def _pick(self, group: object) -> None:
        if isinstance(group, BoardGroup):
            self._group = group
            self.refresh()

    def _release(self) -> None:
        """Every room that waits, with its file and its sheet."""
        shell, session = self.shell, self.shell.bridge.session
        shown = self.board()
        if session is None or shown is None:
            return
        waiting = _waiting(shown)
        out, draw = shell.opening.data / "releases", shell.opening.tools.draw_release
        console = shell.bridge.console
        self.asking.ask(
            lambda *signers: rooms.release(console, session, waiting, made(out), draw, *signers),
            then=lambda _answer: self._released(len(waiting), out),
        )

    def _released(self, count: int, out: Path) -> None:
        """Stays until the next step: somebody has to find the sheets again."""
        say = self.shell.say
        open_folder = (say("overview-open-folder"), lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(out))))
        self.asking.tell("ok", say("overview-released", count=count, folder=str(out)), open_folder)


def _waiting(shown: Board) -> list[RoomId]:
    """Rooms to release; also one that a whole room moved to while its exam was going on."""
    under_way = (RoomState.NOBODY, *OVER)
    return [card.plan.id for card in shown.cards if not card.released and card.state not in under_way]


def conduct(shell: Shell) -> str:
    """How many violations, and how many of them are grave; "" while there are none."""
    site, session = shell.bridge.site, shell.bridge.session
    found = sum(levels(site, session).values()) if session else 0
    grave = serious(site, session) if session and found else 0
    if grave:
        return shell.say("conduct-overview-serious", count=found, serious=grave)
    return shell.say("conduct-overview", count=found) if found else ""
