"""What comes back: taken in, its digest held against the slip that candidate and invigilator signed (SAL-05)."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.core.standalone_state import Custody, StandaloneReturn
from app.service import standalone_return
from ui.pages.delay_words import length
from ui.pages.standalone_parts import ACROSS, About, Groups, Panel, SteadyFacts, ask_file, digest_groups
from ui.shell import Shell, clock
from ui.widgets.asking import Asking
from ui.widgets.parts import button, flow, label


class ReturnPanel(Panel):
    """`taken` comes once a file is in, `dead` when nothing will come any more."""

    taken = Signal()
    dead = Signal()

    def __init__(self, shell: Shell, asking: Asking) -> None:
        super().__init__(shell, asking)
        say, look = shell.say, shell.look
        self.pick = button(look, say("standalone-take"), self._pick, "file-import", "primary")
        self._note = label("", "Cap")
        self.digest = Groups("BigDigest", ACROSS)
        self._facts = SteadyFacts()
        self.nothing = button(look, say("standalone-dead"), self.dead.emit, "ban", "danger")
        self.add(flow(self.pick, self.nothing), self._note, self.digest, self._facts)

    def first(self) -> QWidget:
        return self.pick

    def show_state(self, about: About) -> None:
        say, alone = self._shell.say, about.alone
        counted = alone.counted if alone else None
        shown = next((one for one in alone.returns if one.file == counted), None) if alone else None
        self._note.setText(say("standalone-take-again" if counted else "standalone-take-note"))
        self.pick.lead(self._shell.look, "file-import", leads=counted is None)
        self.nothing.setVisible(about.live is not None)
        self.digest.setVisible(shown is not None)
        self._facts.setVisible(shown is not None)
        if shown is not None:
            self.digest.tell(shown.file, digest_groups(shown.file), say("standalone-digest"))
            self._facts.show_facts(facts_of(self._shell, about, shown))

    def take(self, path: Path) -> None:
        """This file came back."""
        about = self.about
        if about is None:
            return
        console, row, last = self._shell.bridge.console, about.row, about.last
        said = self._shell.say("standalone-taken", file=path.name)
        if last is not None and last.custody is Custody.REGISTERED:
            self._asking.ask(
                lambda *signers: standalone_return.take_registered(console, row.session, row.ticket, path, *signers),
                said,
                lambda _: self.taken.emit(),
            )
        else:
            self._asking.ask(
                lambda *signers: standalone_return.take(console, path, *signers), said, lambda _: self.taken.emit()
            )

    def _pick(self) -> None:
        registered = self.about is not None and self.about.last and self.about.last.custody is Custody.REGISTERED
        suffixes = () if registered else standalone_return.SUFFIXES
        ask_file(self, self._shell, self._shell.say("standalone-take"), suffixes, self.take)


def facts_of(shell: Shell, about: About, one: StandaloneReturn) -> list[tuple[str, str]]:
    """What a return says of itself, and how it stands here; of another system's nobody can say more than it came."""
    say = shell.say
    package = about.alone.package(one.number) if about.alone else None
    found = [
        (say("standalone-number"), str(one.number)),
        (say("standalone-machine"), package.machine if package else say("blank")),
        (say("standalone-came"), clock(one.at)),
    ]
    if package is not None and package.custody is Custody.OURS:
        found += [
            (say("standalone-opened"), clock(one.opened_at)),
            *([(say("standalone-login-noted"), clock(package.login_at))] if package.login_at else []),
            (say("standalone-closed" if one.final else "standalone-copied"), clock(one.closed_at)),
            (say("standalone-used"), length(timedelta(seconds=one.used_seconds))),
            (say("standalone-answered"), say("standalone-answered-of", answered=one.answered, questions=one.questions)),
        ]
    return found
