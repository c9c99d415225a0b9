"""The arrangement timestamp in three places, read off each and compared as exact text."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from app.core.operation import Refusal, Signer
from app.core.site import Site, Source
from app.core.timestamp import RecordTimestamp, TimestampBlank, TimestampsDiffer, odd_timestamp
from ui.shell import Shell
from ui.widgets.asking import Asking
from ui.widgets.notice import Notice
from ui.widgets.parts import button, flow, label
from ui.widgets.pill import Pill
from ui.widgets.scanner import ScanField
from ui.widgets.step_card import StepCard, promote

TYPED = (Source.PLATFORM, Source.CALIBRATION)
_ICON = "check"


class StampsCard(StepCard):
    """Typed values are entered together, under one pair of signatures."""

    def __init__(self, shell: Shell, asking: Asking) -> None:
        super().__init__(shell, shell.say("arrangement-stamps"))
        self._asking = asking
        self.body.addWidget(label(shell.say("arrangement-stamps-how"), "Sub"))
        self.issued = label("", "Mono")
        self.fields: dict[Source, QLineEdit] = {source: ScanField() for source in TYPED}
        self._pills = {source: Pill(shell.look, "circle-dashed", "", "idle") for source in Source}
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        for number, source in enumerate(Source):
            shown = self.fields.get(source, self.issued)
            caption = label(shell.word(source), "Cap")
            caption.setBuddy(shown)
            shown.setAccessibleName(caption.text())
            grid.addWidget(caption, number, 0)
            grid.addWidget(shown, number, 1)
            grid.addWidget(self._pills[source], number, 2)
        self.body.addLayout(grid)
        self.enter = button(shell.look, shell.say("arrangement-compare"), self._enter, _ICON, "weak")
        self.body.addWidget(flow(self.enter))
        self.compared = Notice(shell.look)
        self.body.addWidget(self.compared)
        platform, calibration = (self.fields[source] for source in TYPED)
        self.first: QWidget = platform
        platform.returnPressed.connect(calibration.setFocus)
        calibration.returnPressed.connect(self._enter)
        for field in self.fields.values():
            field.textChanged.connect(self._mark)
        self._known: dict[Source, str] = {}

    def promote(self, *, on: bool) -> None:
        promote(self._shell.look, self.enter, _ICON, on=on)

    def refresh(self) -> None:
        """A field that somebody is typing in stays as it is."""
        site = self._shell.bridge.site
        there = site.package is not None
        readings = {source: reading.text for source, reading in site.timestamps.items()}
        self.issued.setText(readings.get(Source.ISSUED) or self._shell.say("blank"))
        for source, field in self.fields.items():
            field.setEnabled(there)
            if readings.get(source, "") != self._known.get(source, ""):
                field.setText(readings.get(source, ""))
        self.enter.setEnabled(there)
        self._known = readings
        self._mark()
        self._compare(site)

    def _mark(self) -> None:
        """What each place shows, as far as it was entered."""
        say, site = self._shell.say, self._shell.bridge.site
        texts = [reading.text for reading in site.timestamps.values()]
        for source, pill in self._pills.items():
            reading = site.timestamps.get(source)
            if source in self.fields and self.fields[source].text() != (reading.text if reading else ""):
                pill.tell("circle-dashed", say("arrangement-stamp-typed"), "warn")
            elif reading is None:
                pill.tell("circle-dashed", say("arrangement-stamp-missing"), "idle")
            elif len(texts) == len(Source) and texts.count(reading.text) == 1:
                pill.tell("alert-triangle", say("arrangement-stamp-odd"), "bad")
            elif texts.count(reading.text) > 1:
                pill.tell("circle-check", say("arrangement-stamp-same"), "ok")
            else:
                pill.tell("circle-check", say("arrangement-stamp-entered"), "idle")

    def _compare(self, site: Site) -> None:
        if site.package is None:
            self.compared.clear()
            return
        odd = odd_timestamp(site)
        if odd is None:
            corrected = any(site.timestamps[source].normalised for source in TYPED)
            note = self._shell.say("arrangement-stamps-normalised") if corrected else ""
            self.compared.tell("ok", self._shell.say("arrangement-stamps-agree"), note=note)
        else:
            tone = "bad" if isinstance(odd, TimestampsDiffer) else "idle"
            self.compared.tell(tone, self._shell.text.refusal(odd))

    def _enter(self) -> None:
        console, readings = self._shell.bridge.console, self._shell.bridge.site.timestamps
        typed = [(source, field.text()) for source, field in self.fields.items()]
        new = [(source, text) for source, text in typed if source not in readings or text != readings[source].text]
        # One that is still empty may come later.
        given = [(source, text) for source, text in new if text.strip()]
        if not given:
            if new:
                self._asking.refuse(TimestampBlank(new[0][0]))
                self.fields[new[0][0]].setFocus()
            return

        def enter(*signers: Signer) -> Refusal | None:
            for source, text in given:
                if refusal := console.submit(RecordTimestamp(source, text), *signers):
                    return refusal
            return None

        self._asking.ask(enter, self._shell.say("arrangement-stamps-entered"), lambda _: self.settled.emit())
