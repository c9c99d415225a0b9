"""锁与授权: the authorizations of this exam and of each session, and the locks that serve it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from app.core.operation import Fact, Refusal, Signer
from app.service import authorization
from app.views import agenda
from app.views.agenda import StepKind
from ui.page import Page
from ui.pages.authority_locks import RoomLocksCard, SiteLockCard
from ui.pages.authority_starts import StartsCard
from ui.shell import PageName, Place, Shell
from ui.widgets.parts import Facts, button, scrolled
from ui.widgets.step_card import StepCard

SUFFIX = ".examsite-authorization"
LOCK_EVERY = 2
"""Seconds between two looks at the lock and at what has come due."""


class AuthorityPage(Page):
    name = PageName.AUTHORITY
    rail = True

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self.take = button(shell.look, shell.say("authority-take"), self._pick, "file-import", "primary")
        self.head("", self.take)
        self.starts = StartsCard(shell, self.asking)
        self.exam = StepCard(shell, shell.say("authority-exam"))
        self.exam_facts = Facts()
        self.exam.body.addWidget(self.exam_facts)
        self.site_lock, self.room_locks = SiteLockCard(shell), RoomLocksCard(shell)
        body = QWidget()
        cards = QVBoxLayout(body)
        cards.setContentsMargins(0, 0, 8, 0)
        cards.setSpacing(12)
        for one in (self.starts, self.exam, self.site_lock, self.room_locks):
            cards.addWidget(one)
        cards.addStretch(1)
        self.outer.addWidget(scrolled(body), 1)
        self.first = self.take
        self._serial: str | None = None
        shell.bridge.ticked.connect(self._tick)

    def go(self, place: Place) -> None:
        self.refresh()
        if place.session is not None:
            self.starts.choose(place.session)
            if self.shell.opening.practice is not None:
                self.starts.practice.setFocus()

    def scanned(self, code: str) -> bool:
        """A signed document has three parts; which one it is, its own header says."""
        if code.count(".") != 2:
            return False
        self.starts.take(code)
        return True

    def refresh(self, facts: Sequence[Fact] = ()) -> None:
        shell, site = self.shell, self.shell.bridge.site
        self.take.setEnabled(site.package is not None)
        self.sub.tell(site.package.exam.title if site.package else shell.say("authority-no-package"))
        steps = {step.kind: step for step in agenda.preparation(site, shell.bridge.now).steps}
        self.exam.show_step(steps[StepKind.EXAM_AUTHORIZATION])
        if site.exam_authorization != self._serial:
            self._serial = site.exam_authorization
            serial = self._serial or shell.say("authority-exam-missing")
            self.exam_facts.show_facts([(shell.say("authority-serial"), serial)])
        self.starts.refresh()
        self.site_lock.refresh()
        self.room_locks.refresh()

    def _tick(self) -> None:
        """Sessions come due, and a lock is pulled, without any fact."""
        if self.isVisible() and self.shell.bridge.now.second % LOCK_EVERY == 0:
            self.starts.refresh()
            self.site_lock.refresh()

    def _pick(self) -> None:
        say = self.shell.say
        kinds = f"{say('authority-files')} (*{SUFFIX})"
        chosen, _ = QFileDialog.getOpenFileName(self, say("authority-take"), "", kinds)
        if chosen:
            self.take_file(Path(chosen))

    def take_file(self, path: Path) -> None:
        """Either authorization, told apart by its own kind."""
        console = self.shell.bridge.console

        def take(*signers: Signer) -> Refusal | None:
            return authorization.take_file(console, path, *signers)

        self.asking.ask(take, self.shell.say("authority-taken"))
