"""备份与上传: the answers' check, the backup and the bundle in one go by one pair of people, then the upload."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from app.core.operation import Refusal, Signer
from app.core.safe_state import CityStep
from app.core.safekeeping import since_check
from app.core.site_form import SiteForm
from app.core.terms import SessionId
from app.service import copies, free_text, media, safekeeping, upload
from app.views.safe import Kept, SafeState, UploadState, kept, sent
from ui.models.lines import LinesModel, LinesView
from ui.pages.backup_run import BackupRun
from ui.pages.bundle_run import BundleRun
from ui.pages.day_files import DayFiles
from ui.pages.safe_backups import BackupList
from ui.pages.safe_part import SafePart
from ui.pages.safe_session_line import session_line
from ui.pages.safe_target import TargetField
from ui.pages.safe_upload import AttemptForm, CityForm, CityStepForm
from ui.shell import PageName, Place, Shell
from ui.widgets.asking import Asking
from ui.widgets.notice import Notice
from ui.widgets.parts import button, card, flow
from ui.widgets.step_card import promote

_NOTES = {
    SafeState.UNCHECKED: ("idle", "safekeeping-note-unchecked"),
    SafeState.TO_BACK_UP: ("primary", "safekeeping-note-to-back-up"),
    SafeState.TO_CARRY: ("bad", "safekeeping-note-to-carry"),
    SafeState.TO_BUNDLE: ("primary", "safekeeping-note-to-bundle"),
    SafeState.TO_UPLOAD: ("warn", "safekeeping-note-to-upload"),
    SafeState.RECEIPTED: ("ok", "safekeeping-note-receipted"),
}
_COLUMNS = (
    "safekeeping-column-session",
    "safekeeping-column-state",
    "safekeeping-column-checked",
    "safekeeping-column-backups",
    "safekeeping-column-upload",
)
_MOST_LINES = 6


class SessionsPart(SafePart):
    def __init__(self, shell: Shell, asking: Asking, to_media: Callable[[], object]) -> None:
        super().__init__(shell, asking)
        say, look = shell.say, shell.look
        self.outbox = shell.opening.data / "outbox"
        self.run = BackupRun(shell, asking)
        self.run.setParent(self)
        self.run.writing.connect(self._writing)
        self.run.ended.connect(self._ended)
        self.working = self.run.working
        self.laying = BundleRun(shell, asking, self.working)
        self.laying.setParent(self)
        headers = [say(name) for name in _COLUMNS]
        self.sessions = LinesView(LinesModel(shell, headers), say("safekeeping-sessions"), wide=(0,))
        self.sessions.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.sessions.chosen.connect(self._choose)
        self.note = Notice(look)
        self._told: tuple[SessionId, SafeState, str] | None = None
        self.where = TargetField(shell, shell.opening.data / "backups")
        self.where.registering.connect(to_media)
        self.back_up = button(look, say("safekeeping-all"), self._back_up, "device-floppy", "primary")
        self.copy = button(look, say("safekeeping-copy"), self._copy, "device-floppy")
        self.bundle = button(look, say("safekeeping-bundle"), self._bundle, "archive")
        self.attempt = button(look, say("safekeeping-attempted"), self._ask_attempt, "cloud-upload")
        self.receipt = button(look, say("safekeeping-receipt"), self._choose_receipt, "file-import")
        self.city = button(look, say("safekeeping-city"), self._ask_city, "transfer-out")
        self.city_step = button(look, say("safekeeping-city-said"), self._ask_city_step, "bell")
        self.practice = button(look, say("safekeeping-practice-receipt"), self._practice_receipt, "cloud-upload")
        self.backups = BackupList(shell)
        self.day_files = DayFiles(shell, asking, self._folder)
        self._lay_out()

    def _lay_out(self) -> None:
        day, listed = card(margins=(0, 4, 0, 4))
        listed.addWidget(self.sessions)
        one, steps = card()
        steps.addWidget(self.note)
        steps.addWidget(self.where)
        steps.addWidget(flow(self.back_up, self.copy, self.bundle))
        steps.addWidget(flow(self.attempt, self.receipt, self.practice, self.city, self.city_step))
        for part in (self.working, day, one, self.backups, self.day_files):
            self._column.addWidget(part)
        self._column.addStretch(1)

    @property
    def first(self) -> QWidget:
        return self.form.first if self.form else self.sessions

    # What is shown

    def refresh(self) -> None:
        bridge = self._shell.bridge
        session = bridge.session
        if session is None:
            return
        self.where.look()
        self.day_files.refresh()
        self.sessions.lines.show_lines([session_line(self._shell, kept(bridge.site, plan.id)) for plan in bridge.today])
        self.sessions.fit_height(1, _MOST_LINES)
        number = next((n for n, one in enumerate(self.sessions.lines.lines) if one.key == session), None)
        if number is not None and self.sessions.chosen_keys() != (session,):
            self.sessions.selectRow(number)
        self._show_session(kept(bridge.site, session))

    def _show_session(self, one: Kept) -> None:
        shell, say = self._shell, self._shell.say
        site = shell.bridge.site
        cleaned = site.safe.cleaned is not None
        behind = 0 if cleaned else one.since(shell.bridge.console.store.journal.n)
        note = say("safekeeping-behind", entries=behind) if behind else ""
        if self._told != (one.session, one.state, note):
            self._told = (one.session, one.state, note)
            closing = (say("safekeeping-close"), lambda: shell.go(Place(PageName.CLOSING, one.session)))
            tone, name = _NOTES[one.state]
            said = say(name)
            self.note.tell(tone, said, *([closing] if one.state is SafeState.UNCHECKED else []), note=note)
        shown = sent(since_check(site, one.session))
        self.backups.tell(one.backups, shown or next(iter(one.backups), None))
        promote(shell.look, self.back_up, "device-floppy", on=one.state in (SafeState.UNCHECKED, SafeState.TO_BACK_UP))
        promote(shell.look, self.copy, "device-floppy", on=one.state is SafeState.TO_CARRY)
        promote(shell.look, self.bundle, "archive", on=one.state is SafeState.TO_BUNDLE)
        promote(shell.look, self.receipt, "file-import", on=one.state is SafeState.TO_UPLOAD)
        # What was cleaned is backed up no more.
        for never_then in (self.where, self.back_up, self.receipt):
            never_then.setVisible(not cleaned)
        self.copy.setVisible(bool(one.backups) and not cleaned)
        mismatched = one.upload is UploadState.MISMATCHED
        self.bundle.setVisible(one.state is SafeState.TO_BUNDLE or mismatched)
        under_way = bool(shown and shown.bundled_at and not shown.receipt)
        for shown_then in (self.attempt, self.city):
            shown_then.setVisible(under_way)
        self.city_step.setVisible(under_way and bool(shown and shown.city and shown.city.step is not CityStep.UPLOADED))
        self.practice.setVisible(shell.opening.practice is not None and not cleaned)

    def _choose(self) -> None:
        if chosen := self.sessions.chosen_keys():
            self._shell.bridge.choose(SessionId(str(chosen[0])))

    def _folder(self) -> Path:
        target = self.where.target()
        return target.folder if target else self._shell.opening.data / "backups"

    # What is done

    def _back_up(self) -> None:
        """Check, backup and bundle: whoever signs here, signs for all three."""
        console, session, target = self._shell.bridge.console, self._shell.bridge.session, self.where.target()
        if session is None or target is None or self.run.busy:
            return
        outbox = self.outbox
        self.run.start(lambda *signers: safekeeping.begin_session(console, session, target, *signers, outbox=outbox))

    def _copy(self) -> None:
        console, target = self._shell.bridge.console, self.where.target()
        name = self.backups.chosen() or self._newest()
        if name is None or target is None or self.run.busy:
            return
        if self.where.here_alone:
            self._asking.tell("warn", self._shell.say("safekeeping-copy-needs-medium"))
            return
        if source := self._source(name):
            self.run.start(lambda *signers: copies.begin_copy(console, name, source, target, *signers))

    def _source(self, name: str) -> Path | None:
        """Where it lies; said where it lies nowhere here."""
        shell = self._shell
        found = media.holding(shell.bridge.console, name, shell.opening.data / "backups", self.outbox)
        if found is None:
            self._asking.tell("bad", shell.say("safekeeping-copy-not-here", name=name))
        return found

    def _bundle(self) -> None:
        name = self._newest()
        source = self._source(name) if name else None
        if name is None or source is None:
            return
        self.laying.start(name, source, self.outbox)

    def _newest(self) -> str | None:
        """The backup whose upload counts."""
        session = self._shell.bridge.session
        shown = sent(since_check(self._shell.bridge.site, session)) if session else None
        return shown.name if shown else None

    def _writing(self) -> None:
        self.back_up.setEnabled(False)

    def _ended(self) -> None:
        self.back_up.setEnabled(True)

    def _ask_attempt(self) -> None:
        name = self._newest()
        if name is not None:
            form = AttemptForm(self._shell, self._shell.bridge.site.safe.backups[name])
            said = self._shell.say("attempt-done")
            self.take(form, lambda: self._asking.submit(form.operation(), said, self.done))

    def _ask_city(self) -> None:
        site, console = self._shell.bridge.site, self._shell.bridge.console
        waiting = [sent(since_check(site, plan.id)) for plan in self._shell.bridge.today]
        ready = tuple(one for one in waiting if one and one.bundled_at and not one.receipt and not one.city)
        form = CityForm(self._shell, ready)
        said = self._shell.say("city-done")
        self.take(
            form,
            lambda: self._asking.ask(
                lambda *signers: free_text.submit(console, form.operation(), *signers), said, self._given
            ),
        )

    def _given(self, _: object) -> None:
        """The sheet that both sides sign is the next step."""
        self.done()
        number = next(reversed(self._shell.bridge.site.handovers))
        self._shell.go(Place(PageName.RECORDS, form=SiteForm.HANDOVER, paper=number))

    def _ask_city_step(self) -> None:
        name = self._newest()
        way = self._shell.bridge.site.safe.backups[name].city if name else None
        if way is not None:
            form = CityStepForm(self._shell, way.handover, frozenset(way.steps))
            said = self._shell.say("city-step-done")
            self.take(form, lambda: self._asking.submit(form.operation(), said, self.done))

    def _choose_receipt(self) -> None:
        shell, suffix = self._shell, upload.RECEIPTS
        title, files = shell.say("safekeeping-receipt-title"), shell.say("safekeeping-receipt-files", suffix=suffix)
        practice = shell.opening.practice
        begin = practice.inbox if practice else self.outbox
        chosen, _ = QFileDialog.getOpenFileName(self, title, str(begin), files)
        if chosen:
            console = shell.bridge.console
            self._asking.ask(
                lambda *signers: upload.take_receipt_file(console, Path(chosen), *signers),
                shell.say("safekeeping-receipted"),
            )

    def _practice_receipt(self) -> None:
        """The province receives the newest backup and answers; both in one step, so that nobody looks for a file."""
        practice, session, shell = self._shell.opening.practice, self._shell.bridge.session, self._shell
        if practice is None or session is None:
            return

        def take(*signers: Signer) -> Refusal | Path | None:
            path = practice.receipt(session)
            return path and (upload.take_receipt_file(shell.bridge.console, path, *signers) or path)

        self._asking.ask(take, then=self._received)

    def _received(self, path: object) -> None:
        if path is None:
            folder = str(self._shell.opening.data / "backups")
            self._asking.tell("idle", self._shell.say("safekeeping-practice-nothing", folder=folder))
        else:
            self._shell.bridge.say(self._shell.say("safekeeping-receipted"))
