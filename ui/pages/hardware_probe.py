"""Facts from the machines themselves: a kit on a stick, files back from it, and this very machine."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from PySide6.QtWidgets import QApplication, QFileDialog, QVBoxLayout, QWidget

from app.core.hardware import round_in_force
from app.core.hardware_items import MachineKind
from app.core.terms import PersonId
from app.service import hardware, probe_kit
from app.service.hardware import ProbeFault, Probes
from app.trouble import Trouble
from ui.lanes import Job, Progress
from ui.models.lines import Cell, Line, LinesModel, LinesView
from ui.shell import Shell
from ui.widgets.asking import Asking
from ui.widgets.notice import Notice
from ui.widgets.parts import button, card, flow, label, scrolled
from ui.widgets.person import PersonField
from ui.widgets.working import Working

_FAULTS_SHOWN = 8


class ProbePart(QWidget):
    def __init__(self, shell: Shell, asking: Asking) -> None:
        super().__init__()
        self._shell, self._asking = shell, asking
        say, look = shell.say, shell.look
        self._job: Job[object] | None = None
        self._found: Probes | None = None
        self._round = label("")
        self.write = button(look, say("hardware-kit-write"), self._choose_kit, "device-floppy", "primary")
        self.begin = button(look, say("hardware-round-begin"), self._ask_round, "refresh")
        self.take = button(look, say("hardware-take-folder"), self._choose_folder, "folder-open")
        self.here = button(look, say("hardware-here"), self.measure_here, "device-desktop")
        self._acting: tuple[QWidget, ...] = (self.write, self.begin, self.take, self.here)
        self._back: QWidget | None = None
        self.working = Working(shell)
        self.working.stopped.connect(self._stop)
        self.outcome = Notice(look)
        self.who = PersonField(shell)
        self.who.setAccessibleName(say("hardware-brought-by"))
        self.who.setMinimumContentsLength(24)
        columns = [say("hardware-file"), say("hardware-machine"), say("hardware-flaw")]
        self.bad = LinesView(LinesModel(shell, columns), say("hardware-bad-files"), (0, 2))
        self._bad_card, bad_inside = card(margins=(0, 4, 0, 4))
        bad_inside.addWidget(self.bad)
        self._bad_card.hide()
        body = QWidget()
        inside = QVBoxLayout(body)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(12)
        for title, note, parts in (
            ("hardware-step-kit", say("hardware-step-kit-note"), (self._round, flow(self.write, self.begin))),
            ("hardware-step-run", say("hardware-step-run-note"), ()),
            (
                "hardware-step-take",
                say("hardware-step-take-note"),
                (flow(label(say("hardware-brought-by"), "Cap", wrap=False), self.who, self.take, gap=10),),
            ),
            ("hardware-step-here", say("hardware-step-here-note"), (flow(self.here),)),
        ):
            frame, held = card()
            held.addWidget(label(shell.say(title), "H2"))
            held.addWidget(label(note, "Sub"))
            for part in parts:
                held.addWidget(part)
            inside.addWidget(frame)
        inside.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(10)
        outer.addWidget(self.working)
        outer.addWidget(self.outcome)
        outer.addWidget(self._bad_card)
        outer.addWidget(scrolled(body), 1)
        self.first: QWidget = self.write

    def show_round(self) -> None:
        """The mark of the round in force, and since when."""
        site, say = self._shell.bridge.site, self._shell.say
        nonce = round_in_force(site)
        self._round.setText(
            say("hardware-round", nonce=nonce, at=site.probe_rounds[nonce]) if nonce else say("hardware-no-round")
        )
        self.begin.setVisible(bool(nonce))

    # The kit

    def write_kit(self, folder: Path) -> None:
        """For the round in force; the first one begins by itself."""
        self._in_a_round(lambda nonce: self._write(folder, nonce))

    def _write(self, folder: Path, nonce: str) -> None:
        rooms = tuple(sorted(self._shell.bridge.site.plans))

        def written(kit: object) -> None:
            self.outcome.tell("ok", self._shell.say("hardware-kit-written", folder=str(kit), rooms=len(rooms)))

        self._run(lambda _: probe_kit.write(folder, nonce, rooms), written, self._shell.say("hardware-kit-writing"))

    def _in_a_round(self, then: Callable[[str], None]) -> None:
        self._asking.clear()
        bridge = self._shell.bridge
        if nonce := round_in_force(bridge.site):
            then(nonce)
            return
        self._begin(lambda: then(round_in_force(bridge.site)))

    def _ask_round(self) -> None:
        """Files that were not brought yet would be lost: nobody begins one by a slip."""
        say = self._shell.say
        self._asking.tell("warn", say("hardware-round-ask"), (say("hardware-round-yes"), lambda: self._begin(None)))

    def _begin(self, then: Callable[[], None] | None) -> None:
        console = self._shell.bridge.console

        def begun(_: object) -> None:
            self.show_round()
            if then:
                then()

        self._asking.ask(lambda *signers: hardware.begin_round(console, *signers), "", begun)

    # Files back

    def read(self, folder: Path) -> None:
        """Every file in the folder and below; nothing is entered yet."""
        site = self._shell.bridge.site

        def work(progress: Progress) -> Probes:
            files = probe_kit.find(folder)
            return hardware.look(site, _counted(files, progress))

        self._asking.clear()
        self._run(work, self._show_found, self._shell.say("hardware-reading"))

    def measure_here(self) -> None:
        """This very machine, as the site machine."""
        self._in_a_round(self._measure)

    def _measure(self, nonce: str) -> None:
        site = self._shell.bridge.site

        def work(_: Progress) -> Probes:
            with tempfile.TemporaryDirectory() as folder:
                return hardware.look(site, [hardware.measure_here(nonce, Path(folder))])

        self._run(work, self._show_found, self._shell.say("hardware-measuring"), stoppable=False)

    def _show_found(self, found: object) -> None:
        if not isinstance(found, Probes):
            raise TypeError(found)
        say, faults = self._shell.say, found.faults
        self._found = found
        self.bad.lines.show_lines([self._bad_line(n, one) for n, one in enumerate(faults)])
        self.bad.fit_height(1, _FAULTS_SHOWN)
        self._bad_card.setVisible(bool(faults))
        counts = {kind: sum(one.kind is kind for one in found.checks) for kind in MachineKind}
        kinds = tuple(say("hardware-kind-count", kind=kind, count=n) for kind, n in counts.items() if n)
        if not found.checks:
            self.outcome.tell("bad" if faults else "warn", say("hardware-found-none", faults=len(faults)))
            return
        if faults:
            sentence = say("hardware-found-faults", kinds=kinds, faults=len(faults))
            does = say("hardware-take-others", count=len(found.checks))
        else:
            sentence, does = say("hardware-found", kinds=kinds), say("hardware-take-all", count=len(found.checks))
        newest = say("hardware-found-newest", at=found.newest) if found.newest else ""
        self.outcome.tell("warn" if faults else "primary", sentence, (does, self.enter), note=newest)

    def enter(self) -> None:
        """Everything that was read without a fault, in one step."""
        found, console = self._found, self._shell.bridge.console
        if found is None:
            return
        who = self.who.value() or PersonId("")
        said = self._shell.say("hardware-entered", count=len(found.checks))
        self._asking.ask(lambda *signers: hardware.take(console, found, who, *signers), said, lambda _: self._taken())

    def _taken(self) -> None:
        """What was not taken in stays to be read."""
        found, self._found = self._found, None
        self.outcome.clear()
        if found and found.faults:
            self.outcome.tell("warn", self._shell.say("hardware-left-out", faults=len(found.faults)))

    def _bad_line(self, number: int, one: ProbeFault) -> Line:
        say = self._shell.say
        why = say("hardware-unreadable", why=one.code.value) if one.code else self._shell.word(one.flaw)
        return Line(number, (Cell(one.file), Cell(one.machine or say("blank")), Cell(why, "bad", "alert-triangle")))

    # Dialogs and work

    def _choose_kit(self) -> None:
        self._choose(self._shell.say("hardware-kit-write"), self.write_kit)

    def _choose_folder(self) -> None:
        self._choose(self._shell.say("hardware-take-folder"), self.read)

    def _choose(self, title: str, then: Callable[[Path], None]) -> None:
        dialog = QFileDialog(self, title)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(lambda name: then(Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _run(
        self,
        work: Callable[[Progress], object],
        then: Callable[[object], None],
        said: str,
        *,
        stoppable: bool = True,
    ) -> None:
        """One thing at a time."""
        if self._job is not None:
            return
        self.outcome.clear()
        self._bad_card.hide()
        self._found = None

        def done(result: object) -> None:
            self._end()
            then(result)

        job = self._job = self._shell.bridge.files.send(work)
        job.progressed.connect(lambda n, total: self.working.tell(said, n, total, stoppable=stoppable))
        job.finished.connect(done)
        job.failed.connect(self._failed)
        job.cancelled.connect(self._end)
        self.working.tell(said, stoppable=stoppable)
        self._back = QApplication.focusWidget()
        self._allow(on=False)

    def _failed(self, error: BaseException) -> None:
        self._end()
        if not isinstance(error, Trouble):
            raise error
        self.outcome.tell("bad", self._shell.text.trouble(error))

    def _end(self) -> None:
        self._job = None
        self.working.hide()
        self._allow(on=True)
        # A button that was off for a while has lost the focus to whatever came next.
        back = self._back
        if back is not None and back in self._acting and back.isVisible():
            back.setFocus()

    def _allow(self, *, on: bool) -> None:
        for one in self._acting:
            one.setEnabled(on)

    def _stop(self) -> None:
        if self._job is not None:
            self._job.cancel()


def _counted(files: Sequence[Path], progress: Progress) -> Iterator[Path]:
    for number, file in enumerate(files):
        progress(number, len(files))
        yield file
