"""The exam package: what is in force, and taking in another."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from app.core.arrangement_rules import PlanFault
from app.core.operation import Refusal, Signer
from app.core.site import Package
from app.service import arrangement
from app.service.arrangement import Imported, Offered
from ui.models.lines import Cell, Line, LinesModel, LinesView
from ui.shell import Shell
from ui.widgets.asking import Asking
from ui.widgets.notice import Notice
from ui.widgets.parts import Facts, button, flow
from ui.widgets.step_card import StepCard, promote

SUFFIX = ".examsite"
_LISTED = 8
"""Lines of the table of faults before it scrolls."""
_ICON = "file-import"


class PackageCard(StepCard):
    """Whatever came of the last file stays below the button until the next one."""

    def __init__(self, shell: Shell, asking: Asking) -> None:
        super().__init__(shell, shell.say("arrangement-package"))
        self._asking = asking
        self.facts = Facts()
        self.body.addWidget(self.facts)
        self.take = button(shell.look, shell.say("arrangement-import"), self._pick, _ICON, "weak")
        self.first: QWidget = self.take
        self.body.addWidget(flow(self.take))
        self.came = Notice(shell.look)
        self.body.addWidget(self.came)
        names = (
            "arrangement-fault-kind",
            "arrangement-fault-session",
            "arrangement-fault-room",
            "arrangement-fault-ticket",
            "arrangement-fault-value",
        )
        headers = [shell.say(name) for name in names]
        self.faults = LinesModel(shell, headers)
        self.table = LinesView(self.faults, shell.say("arrangement-faults"), wide=(0,))
        self.table.hide()
        self.body.addWidget(self.table)
        self._shown: Package | None = None

    def promote(self, *, on: bool) -> None:
        promote(self._shell.look, self.take, _ICON, on=on)

    def refresh(self) -> None:
        package = self._shell.bridge.site.package
        self.facts.setVisible(package is not None)
        if package is None or package is self._shown:
            return
        self._shown = package
        self.take.setText(self._shell.say("arrangement-replace"))
        self.take.setAccessibleName(self.take.text())
        self.facts.show_facts(self._facts(package))

    def _facts(self, package: Package) -> list[tuple[str, str]]:
        say, sessions = self._shell.say, self._shell.bridge.site.sessions.values()
        people = {ticket for state in sessions for room in state.rooms.values() for ticket in room.sittings}
        days = sorted({session.starts_at.strftime("%Y-%m-%d") for session in package.exam.sessions})
        return [
            (say("arrangement-exam"), package.exam.title),
            (say("arrangement-site"), f"{package.plan.code} {package.plan.name}"),
            (
                say("arrangement-edition"),
                say("arrangement-edition-of", edition=package.edition, digest=package.digest[:16]),
            ),
            (
                say("arrangement-sessions"),
                say("arrangement-sessions-on", count=len(package.exam.sessions), days=tuple(days)),
            ),
            (say("arrangement-rooms"), str(len(package.plan.rooms))),
            (say("arrangement-people"), str(len(people))),
            (say("arrangement-rulebook"), package.rulebook.title),
        ]

    def _pick(self) -> None:
        say = self._shell.say
        kinds = f"{say('arrangement-files')} (*{SUFFIX})"
        chosen, _ = QFileDialog.getOpenFileName(self, say("arrangement-import"), "", kinds)
        if chosen:
            self.read(Path(chosen))

    def read(self, path: Path) -> None:
        """Read the file once, and ask for it to count from now on."""
        self.came.clear()
        self.table.hide()
        before = self._shell.bridge.site.package
        reading = _Reading(self._shell, path)

        def done(_: object) -> None:
            if reading.imported is None:
                self._reject(reading.faults)
            elif before and before.digest == reading.imported_digest:
                self.came.tell("idle", self._shell.say("arrangement-same"))
            else:
                self._report(reading.imported)
                self.settled.emit()

        self._asking.ask(reading, then=done)

    def _report(self, imported: Imported) -> None:
        """What came in, and whose names need a look before anything is printed."""
        shell = self._shell
        said = shell.say(
            "arrangement-imported",
            people=len(imported.contents.candidates),
            photos=imported.photos,
            without=imported.without_photo,
        )
        if not imported.unprintable:
            self.came.tell("ok", said)
            return
        names = tuple(f"{ticket} {' '.join(gone)}" for ticket, gone in imported.unprintable)
        note = shell.say("arrangement-unprintable", count=len(names), names=names)
        self.came.tell("warn", said, note=note)

    def _reject(self, faults: tuple[PlanFault, ...]) -> None:
        """Every bad row, for the agency."""
        shell = self._shell
        self.came.tell("bad", shell.say("trouble-arrangement-unfit", count=len(faults)))
        # Shown first: hidden, it would measure its columns in another font.
        self.table.show()
        self.faults.show_lines([self._line(number, fault) for number, fault in enumerate(faults)])
        self.table.fit_height(1, _LISTED)
        self.table.setFocus()

    def _line(self, number: int, fault: PlanFault) -> Line:
        shell = self._shell
        kind = shell.say(f"fault-{fault.kind.value.replace('_', '-')}")
        where = (fault.session, fault.room, fault.ticket, fault.value)
        named = (shell.say("arrangement-value", value=part or "") for part in where)
        return Line(number, (Cell(kind, "bad", "alert-triangle"), *(Cell(part) for part in named)))


class _Reading:
    """An action for Asking: the file is read once, however many people sign after another."""

    def __init__(self, shell: Shell, path: Path) -> None:
        self._shell, self._path = shell, path
        self._offered: Offered | None = None
        self.faults: tuple[PlanFault, ...] = ()
        self.imported: Imported | None = None

    @property
    def imported_digest(self) -> str:
        return self._offered.package.digest if self._offered else ""

    def __call__(self, *signers: Signer) -> Refusal | None:
        console, missing = self._shell.bridge.console, self._shell.opening.tools.missing
        if self._offered is None:
            read = arrangement.read_package(console, self._path)
            if isinstance(read, tuple):
                self.faults = read
                return None
            self._offered = read
        self.imported = arrangement.put_in_force(console, self._offered, missing, *signers)
        return self.imported.refusal
