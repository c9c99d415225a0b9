"""待签文件: printed papers that wait for signatures, many signed in one sitting; their scans; and who signed when."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QItemSelectionModel, QSignalBlocker, Signal
from PySide6.QtWidgets import QAbstractItemView, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.core.paper_state import Copy, RecordCopy
from app.core.records import RoomForm
from app.core.site_form import SiteForm
from app.core.terms import Role
from app.service import scans
from app.service.scans import Page, Scanned
from app.service.signing_folder import Folder, folder
from app.views.to_sign import ToSign
from ui.models.lines import Cell, Line, LinesModel, LinesView
from ui.pages.fault_side import Side
from ui.pages.record_scans import ScanForm
from ui.pages.record_sitting import Sitting
from ui.pages.record_titles import numbered_title
from ui.pages.scan_run import ScanRun
from ui.shell import PageName, Place, Shell, hour
from ui.widgets.asking import Asking
from ui.widgets.parts import button, card, choice, flow, label
from ui.widgets.segments import Segments
from ui.widgets.working import Working


class Pile(StrEnum):
    """Each value is the id of its word."""

    WAITING = "folder-waiting"
    SIGNED = "folder-signed"
    CHANGED = "folder-changed"


_NOTHING = {
    Pile.WAITING: "folder-nothing-waiting",
    Pile.SIGNED: "folder-nothing-signed",
    Pile.CHANGED: "folder-nothing-changed",
}


class SignFolder(QWidget):
    """`leading` carries the Place where a paper that has changed is printed anew."""

    leading = Signal(object)

    def __init__(self, shell: Shell, asking: Asking) -> None:
        super().__init__()
        say, look = shell.say, shell.look
        self._shell, self._asking = shell, asking
        self._folder = Folder()
        self.pile = Pile.WAITING
        self.piles = Segments(say("folder-piles"))
        self.piles.picked.connect(lambda pile: self.turn(Pile(pile)))
        self.group = choice([(None, say("folder-everybody"))])
        self.group.setAccessibleName(say("folder-group"))
        self.group.setSizeAdjustPolicy(self.group.SizeAdjustPolicy.AdjustToContents)
        self.group.currentIndexChanged.connect(lambda _: self._fill())
        self.every = button(look, say("folder-choose-all"), self._choose_all, "list-check", "weak")
        self.files = button(look, say("folder-add-scans"), self._choose_files, "file-import")
        self.directory = button(look, say("folder-add-folder"), self._choose_directory, "folder-open")
        headers = (
            say("folder-column-paper"),
            say("folder-column-signers"),
            say("folder-column-signed"),
            say("folder-column-scan"),
        )
        self.table = LinesView(LinesModel(shell, headers), say("folder-table"), wide=(0,), several=True)
        # A click takes a paper in or out, as the stack of paper is gone through.
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.MultiSelection)
        self.table.chosen.connect(self._chosen)
        self.table.opened.connect(self._enter)
        self.empty = label("", "Sub")
        self.working = Working(shell)
        self.run = ScanRun(shell, self.working)
        self.run.setParent(self)
        self.run.found.connect(self._found)
        self.sitting = Sitting(shell)
        self.sitting.confirmed.connect(self._sign)
        self.sitting.reprinting.connect(self._reprint)
        self.side = Side(asking, self.sitting)
        self.side.left.connect(self.table.setFocus)
        left, held = card(margins=(0, 4, 0, 4))
        held.addWidget(self.empty)
        held.addWidget(self.table, 1)
        self.empty.setContentsMargins(14, 8, 14, 8)
        beside = QHBoxLayout()
        beside.setSpacing(12)
        beside.addWidget(left, 1)
        right = QVBoxLayout()
        right.addWidget(self.side, 1)
        right.addWidget(self.sitting.foot)
        self.side.opened.connect(lambda opened: self.sitting.foot.setVisible(not opened))
        beside.addLayout(right)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(10)
        outer.addWidget(flow(self.piles, self.group, self.every, self.files, self.directory, gap=10))
        outer.addWidget(self.working)
        outer.addLayout(beside, 1)

    # What is shown

    def look(self) -> None:
        """Look at everything anew; who is chosen, and what is being typed, stays. May raise Trouble."""
        state = self._shell.bridge.state
        self._folder = folder(self._shell.bridge.console, state.plan.starts_at.date()) if state else Folder()
        self._offer_groups()
        self._fill()

    def turn(self, pile: Pile) -> None:
        """Show these."""
        self.pile = pile
        self._asking.clear()
        self.side.drop()
        self._fill()

    def choose(self, copy: tuple[str, str]) -> bool:
        """The paper of this form and subject, where it waits."""
        if not any(_key(one) == copy for one in self._folder.waiting):
            return False
        self.group.setCurrentIndex(0)
        self.turn(Pile.WAITING)
        self._select({copy})
        return True

    @property
    def waiting(self) -> int:
        return len(self._folder.waiting)

    @property
    def papers(self) -> tuple[ToSign, ...]:
        """The chosen ones."""
        keys = set(self.table.chosen_keys())
        return tuple(one for one in self._listed() if _key(one) in keys)

    def _pile(self) -> Sequence[ToSign]:
        piles = {Pile.WAITING: self._folder.waiting, Pile.SIGNED: self._folder.signed}
        return piles.get(self.pile, self._folder.changed)

    def _listed(self) -> Sequence[ToSign]:
        """Those that the same people sign stand together."""
        roles = self.group.currentData()
        found = [one for one in self._pile() if roles is None or one.roles == roles]
        return sorted(found, key=lambda one: tuple(map(str, one.roles)))

    def _offer_groups(self) -> None:
        """Who signs; an open list stays open while it is the same."""
        every = (*self._folder.waiting, *self._folder.signed, *self._folder.changed)
        groups = sorted({one.roles for one in every}, key=lambda roles: tuple(map(str, roles)))
        if [self.group.itemData(n) for n in range(1, self.group.count())] == groups:
            return
        before = self.group.currentData()
        with QSignalBlocker(self.group):
            while self.group.count() > 1:
                self.group.removeItem(1)
            for roles in groups:
                self.group.addItem(self._roles(roles), roles)
            self.group.setCurrentIndex(groups.index(before) + 1 if before in groups else 0)

    def _fill(self) -> None:
        say, held = self._shell.say, self._folder
        counts = {Pile.WAITING: held.waiting, Pile.SIGNED: held.signed, Pile.CHANGED: held.changed}
        self.piles.offer([(pile, say(pile.value, count=len(papers))) for pile, papers in counts.items()], self.pile)
        chosen, listed = set(self.table.chosen_keys()), self._listed()
        with QSignalBlocker(self.table):
            self.table.lines.show_lines([self._line(one) for one in listed])
        if chosen != set(self.table.chosen_keys()):
            self._select({key for key in chosen if isinstance(key, tuple)})
        self.table.setVisible(bool(listed))
        self.empty.setText(say(_NOTHING[self.pile]))
        self.empty.setVisible(not listed)
        self.every.setVisible(self.pile is Pile.WAITING and bool(listed))
        self._chosen()

    def _select(self, keys: set[tuple[str, str]]) -> None:
        chosen, flag = self.table.selectionModel(), QItemSelectionModel.SelectionFlag
        with QSignalBlocker(self.table):
            chosen.clearSelection()
            for number, shown in enumerate(self.table.lines.lines):
                if shown.key in keys:
                    chosen.select(self.table.lines.index(number, 0), flag.Select | flag.Rows)
        self._chosen()

    def _line(self, one: ToSign) -> Line:
        say, copy = self._shell.say, one.copy
        title = numbered_title(self._shell, copy)
        names = self._shell.bridge.console.directory.staff_name
        if self.pile is Pile.CHANGED:
            who, signed = self._roles(one.roles), Cell(say("folder-void"), "warn", "refresh")
        elif copy.signed_at is not None:
            who = say("list-separator").join(names(each.person) for each in copy.signatures)
            signed = Cell(hour(copy.signed_at), "ok", "circle-check", full=say("folder-signed-at", at=copy.signed_at))
        else:
            who, signed = self._roles(one.roles), Cell(say("folder-unsigned"), "primary", "writing-sign")
        return Line(_key(one), (Cell(title), Cell(who, "text2"), signed, self._scan(copy)))

    def _scan(self, copy: Copy) -> Cell:
        if copy.scan is None:
            return Cell(self._shell.say("blank"), "text2")
        said = self._shell.say("folder-pages", pages=copy.scan.pages, of=copy.scan.of)
        whole = copy.scan.pages >= copy.scan.of
        return Cell(said, "ok", "circle-check") if whole else Cell(said, "warn", "alert-triangle")

    def _roles(self, roles: Sequence[Role]) -> str:
        say, word = self._shell.say, self._shell.word
        met = {role: roles.count(role) for role in roles}
        several = {role: say("folder-roles", role=word(role), count=count) for role, count in met.items() if count > 1}
        return say("list-separator").join(several.get(role) or word(role) for role in met)

    def _chosen(self) -> None:
        say, papers = self._shell.say, self.papers
        if self.pile is Pile.WAITING and papers:
            self.sitting.offer(papers)
        elif self.pile is Pile.WAITING:
            self.sitting.tell(say("folder-choose"), say("folder-choose-note"))
        elif self.pile is Pile.SIGNED:
            self.sitting.tell(say("folder-done"), say("folder-done-note"))
        else:
            self.sitting.tell(say("folder-changed-title"), say("folder-changed-note"), reprint=len(papers) == 1)

    # What is done

    def _enter(self, _key: object) -> None:
        self.sitting.first.setFocus()

    def _choose_all(self) -> None:
        self._select({_key(one) for one in self._listed()})
        self.sitting.first.setFocus()

    def _sign(self) -> None:
        papers = self.papers
        said = self._shell.say("folder-signed-said", count=len(papers))
        self._asking.submit(self.sitting.operation(), said, lambda _: self.table.setFocus())

    def _reprint(self) -> None:
        (one,) = self.papers
        copy = one.copy
        if isinstance(copy, RecordCopy):
            place = Place(PageName.RECORDS, copy.session, copy.room, form=RoomForm(copy.form))
        else:
            place = Place(PageName.RECORDS, one.session, form=SiteForm(copy.form), paper=copy.subject)
        self.leading.emit(place)

    def _choose_files(self) -> None:
        title, endings = self._shell.say("folder-scans-title"), " ".join(f"*{one}" for one in scans.SUFFIXES)
        kinds, begin = self._shell.say("folder-scans-files", kinds=endings), str(self._shell.opening.data)
        chosen, _ = QFileDialog.getOpenFileNames(self, title, begin, kinds)
        self.run.read([Path(one) for one in chosen])

    def _choose_directory(self) -> None:
        title = self._shell.say("folder-scans-folder")
        if chosen := QFileDialog.getExistingDirectory(self, title, str(self._shell.opening.data)):
            self.run.read([Path(chosen)])

    def _found(self, pages: list[Page], found: tuple[Scanned, ...]) -> None:
        """What is kept is seen before."""
        shell, console = self._shell, self._shell.bridge.console
        said = shell.say("folder-scans-said", count=len(found))

        def keep() -> None:
            self._asking.ask(lambda *signers: scans.attach(console, found, *signers), said, lambda _: self.side.back())

        self.side.take(ScanForm(shell, pages, found), keep)


def _key(one: ToSign) -> tuple[str, str]:
    return one.copy.form, one.copy.subject
