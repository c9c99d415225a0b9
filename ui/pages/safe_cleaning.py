"""清除与保存期限: what keeps data from being cleaned, the cleaning by two, and until when what stays is kept."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.core.cleaning import Lack, Lacking, lacks, nothing_held
from app.core.operation import Refusal, Signer
from app.core.retention import Kept, Term, terms
from app.core.site_form import SiteForm
from app.service import cleaning
from app.views.media_register import register
from app.views.step import StepKind
from ui.models.lines import Cell, Line, LinesModel, LinesView, choose_again
from ui.pages.safe_cleaning_forms import AwaitForm, PublicationForm, VideoForm
from ui.pages.safe_part import SafePart
from ui.shell import KeepingPart, PageName, Place, Shell
from ui.widgets.asking import Asking
from ui.widgets.notice import Notice
from ui.widgets.parts import button, card, flow, label
from ui.widgets.tick import Tick

_PARTS = {
    Lacking.RECEIPT: KeepingPart.BACKUP,
    Lacking.SESSION_BACKUP: KeepingPart.BACKUP,
    Lacking.ROOM_BACKUP: KeepingPart.ROOMS,
}
_UNSEAL = Place(PageName.AUTHORITY, step=StepKind.UNSEAL)
_HAND_OVER = Place(PageName.SAFEKEEPING, paper=KeepingPart.HANDOVER)
_LACKS = ("cleaning-column-what", "cleaning-column-which", "cleaning-column-day")
_TERMS = (
    "retention-column-kept",
    "retention-column-which",
    "retention-column-months",
    "retention-column-start",
    "retention-column-until",
    "retention-column-clause",
)
_MOST_LACKS, _MOST_TERMS = 6, 8


class CleaningPart(SafePart):
    def __init__(self, shell: Shell, asking: Asking) -> None:
        super().__init__(shell, asking)
        say, look = shell.say, shell.look
        self.note = Notice(look)
        headers = [say(name) for name in _LACKS]
        self.lacking = LinesView(LinesModel(shell, headers), say("cleaning-lacks"), wide=(0, 1))
        self.lacking.opened.connect(self._go_there)
        self.lacking.chosen.connect(self._chosen)
        self.there = button(look, say("cleaning-go-there"), lambda: self._go_there(None), "arrow-right", "link")
        self.sure = Tick(look, say("cleaning-sure"))
        self.sure.toggled.connect(lambda _: self._chosen())
        self.clean = button(look, say("cleaning-clean"), self._clean, "ban", "danger")
        self.await_cleaning = button(look, say("cleaning-await"), self._ask_await, "shield-lock")
        self.certificate = button(look, say("cleaning-certificate"), self._to_certificate, "printer")
        frame, held = card()
        for shown in (self.note, self.lacking, self.there, self.sure):
            held.addWidget(shown)
        held.addWidget(flow(self.clean, self.await_cleaning, self.certificate))
        headers = [say(name) for name in _TERMS]
        self.terms = LinesView(LinesModel(shell, headers), say("retention-table"), wide=(1,))
        self.terms.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.publication = button(look, say("retention-publication"), self._ask_publication, "calendar-user")
        self.video = button(look, say("retention-video"), self._ask_video, "plus")
        self.told = label("", "Cap")
        kept, inside = card()
        inside.addWidget(label(say("retention-title"), "Strong"))
        inside.addWidget(self.told)
        inside.addWidget(self.terms)
        inside.addWidget(flow(self.publication, self.video))
        self._column.addWidget(frame)
        self._column.addWidget(kept)
        self._column.addStretch(1)

    @property
    def first(self) -> QWidget:
        if self.form:
            return self.form.first
        return self.lacking if self.lacking.isVisibleTo(self) else self.certificate

    # What is shown

    def refresh(self) -> None:
        bridge, say = self._shell.bridge, self._shell.say
        site = bridge.site
        found = () if site.safe.cleaned or nothing_held(site) else lacks(site)
        kept, place = self.lacking.chosen_keys(), self.lacking.currentIndex().row()
        self.lacking.lines.show_lines([self._lack(one) for one in found])
        self.lacking.fit_height(1, _MOST_LACKS)
        choose_again(self.lacking, kept, place)
        for part in (self.lacking, self.there):
            part.setVisible(bool(found))
        self._tell(found)
        ready = not found and site.safe.cleaned is None and not nothing_held(site)
        for each in (self.sure, self.clean):
            each.setVisible(ready)
        only_receipts = bool(found) and all(one.what is Lacking.RECEIPT for one in found)
        self.await_cleaning.setVisible(only_receipts and site.safe.awaiting is None)
        published = site.safe.published
        self.told.setText(
            say("retention-published", day=f"{published:%Y-%m-%d}") if published else say("retention-pending")
        )
        self.terms.lines.show_lines([self._term(n, one) for n, one in enumerate(terms(site, bridge.rulebook))])
        self.terms.fit_height(1, _MOST_TERMS)
        self._chosen()

    def _tell(self, found: tuple[Lack, ...]) -> None:
        say, site = self._shell.say, self._shell.bridge.site
        cleaned, awaiting = site.safe.cleaned, site.safe.awaiting
        if cleaned:
            self.note.tell("ok", say("cleaning-cleaned", when=f"{cleaned.at:%Y-%m-%d %H:%M}"))
        elif nothing_held(site):
            self.note.tell("idle", say("cleaning-nothing"))
        elif awaiting:
            name = self._shell.bridge.console.directory.staff_name(awaiting.custodian)
            when = f"{awaiting.at:%Y-%m-%d %H:%M}"
            told = say("cleaning-awaiting", custodian=name, seal=awaiting.seal, when=when)
            to_seal = [(say("cleaning-unseal"), lambda: self._shell.go(_UNSEAL))] if site.sealed else []
            then = say("cleaning-then-unseal" if site.sealed else "cleaning-unsealed")
            self.note.tell("warn", told, *to_seal, note=then)
        elif found:
            self.note.tell("warn", say("cleaning-lacking", count=len(found)), note=say("cleaning-no-override"))
        else:
            held = any(not (row.medium.handed_over or row.medium.lost_at) and row.holds for row in register(site))
            loud = say("cleaning-not-handed-over") if held else ""
            to_hand = [(say("cleaning-hand-over"), lambda: self._shell.go(_HAND_OVER))] if held else []
            self.note.tell("bad" if held else "primary", say("cleaning-ready"), *to_hand, note=loud)

    def _lack(self, one: Lack) -> Line:
        shell = self._shell
        which = shell.session(one.session) if one.session else ""
        if one.room:
            which = shell.say("room-backup-room", room=one.room)
        return Line(one, (Cell(shell.word(one.what), "bad", "alert-triangle"), Cell(which), Cell(f"{one.day:%m-%d}")))

    def _term(self, number: int, one: Term) -> Line:
        shell, say = self._shell, self._shell.say
        which = f"{shell.session(one.session)} " if one.session else ""
        which += say("room-backup-room", room=one.room) if one.room else ""
        until = f"{one.until:%Y-%m-%d}" if one.until else say("retention-unknown")
        grave = one.kept in (Kept.SERIOUS, Kept.EVIDENCE_VIDEO)
        return Line(
            number,
            (
                Cell(shell.word(one.kept), "warn" if grave else "text", "flag" if grave else ""),
                Cell(which or say("retention-all")),
                Cell(say("retention-months", months=one.months)),
                Cell(f"{one.start:%Y-%m-%d}" if one.start else say("retention-unknown"), "text2"),
                Cell(until, "text" if one.until else "warn"),
                Cell(one.clause, "text2"),
            ),
        )

    def _chosen(self) -> None:
        self.there.setEnabled(bool(self.lacking.chosen_keys()))
        self.clean.setEnabled(self.sure.on)

    # What is done

    def _go_there(self, _: object) -> None:
        for key in self.lacking.chosen_keys():
            if isinstance(key, Lack):
                self._shell.go(self._place(key))
                return

    def _place(self, one: Lack) -> Place:
        """A room's backup is looked at in any session of its day."""
        held = self._shell.bridge.site.sessions.values()
        of_day = (state.plan for state in held if state.rooms and state.plan.starts_at.date() == one.day)
        session = one.session or max(of_day, key=lambda plan: plan.starts_at).id
        if part := _PARTS.get(one.what):
            return Place(PageName.SAFEKEEPING, session, one.room or None, paper=part)
        return Place(PageName.CLOSING, session, step=StepKind.CLOSE_DAY)

    def _clean(self) -> None:
        bridge, said = self._shell.bridge, self._shell.say("cleaning-done")

        def cleaned(*signers: Signer) -> Refusal | None:
            bridge.mirror.let_go()
            return cleaning.clean(bridge.console, *signers)

        self._asking.ask(cleaned, said, lambda _: self._to_certificate())

    def _ask_await(self) -> None:
        form = AwaitForm(self._shell)
        said = self._shell.say("await-done")
        self.take(form, lambda: self._asking.submit(form.operation(), said, self.done))

    def _ask_publication(self) -> None:
        form = PublicationForm(self._shell)

        def confirmed() -> None:
            asked = form.operation()
            if asked is None:
                form.wrong(self._shell.say("publication-unread"), form.day)
            else:
                self._asking.submit(asked, self._shell.say("publication-done"), self.done)

        self.take(form, confirmed)

    def _ask_video(self) -> None:
        form = VideoForm(self._shell)

        def confirmed() -> None:
            if asked := form.operation():
                self._asking.submit(asked, self._shell.say("video-done"), self.done)

        self.take(form, confirmed)

    def _to_certificate(self) -> None:
        site = self._shell.bridge.site
        exam = site.package.exam.id if site.package else ""
        self._shell.go(Place(PageName.RECORDS, form=SiteForm.CLEANUP, paper=exam))
