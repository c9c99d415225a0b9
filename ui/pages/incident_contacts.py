"""联系方式: whom to call, entered once and shown wherever somebody is to be called (INC-12)."""

from __future__ import annotations

from app.core.contact import EnterContact
from app.core.free_text import LINE, FreeText, TextPart
from app.core.paper_state import Contact
from app.core.site_form import SiteForm
from ui.models.lines import Cell, Line, LinesModel, LinesView
from ui.pages.incident_words import contact_of
from ui.pages.room_form import StepForm
from ui.shell import PageName, Place, Shell
from ui.widgets.parts import button, entry, flow


class ContactForm(StepForm):
    """One of the list, its name and telephone; a later entry replaces it."""

    def __init__(self, shell: Shell, chosen: Contact | None = None) -> None:
        say = shell.say
        super().__init__(shell, say("incident-contacts"), say("incident-contacts-note"), columns=2)
        self.name, self.phone = entry(most=LINE), entry(most=LINE)
        model = LinesModel(
            shell, [say("incident-contact"), say("incident-contact-name"), say("incident-contact-phone")]
        )
        self.table = LinesView(model, say("incident-contacts"), wide=(0, 1, 2))
        self.ask_what(say("incident-contact"), [(one, shell.word(one)) for one in Contact], chosen)
        self._field(say("incident-contact-name"), self.name)
        self._field(say("incident-contact-phone"), self.phone)
        self.name.returnPressed.connect(self.phone.setFocus)
        self.phone.returnPressed.connect(self._confirm)
        self.what.currentIndexChanged.connect(lambda _: self._choose())
        self.table.chosen.connect(self._pick)
        self.table.opened.connect(lambda _: self.name.setFocus())
        self.finish(say("incident-contacts-confirm"))
        self.add(self.table)
        self.add(flow(button(shell.look, say("incident-contacts-print"), self._print, "printer", "link")))
        self.look()
        self._choose()

    @property
    def contact(self) -> Contact:
        return Contact(self.what.currentData())

    def operation(self) -> EnterContact:
        parts = ((TextPart.NAME, self.name.text().strip()), (TextPart.PHONE, self.phone.text().strip()))
        return EnterContact(self.contact, FreeText(tuple((part, said) for part, said in parts if said)))

    def look(self) -> None:
        """The list as it is now."""
        lines = []
        for contact in Contact:
            name, phone = contact_of(self._shell, contact)
            blank = self._shell.say("incident-contact-missing")
            cells = (Cell(self._shell.word(contact)), Cell(name), Cell(phone or blank, "text" if phone else "warn"))
            lines.append(Line(contact, cells))
        self.table.lines.show_lines(lines)
        self.table.fit_height(len(lines), len(lines))

    def go_on(self) -> None:
        """To the next one that has no number."""
        self.look()
        every = list(Contact)
        here = every.index(self.contact) + 1
        missing = [one for one in (*every[here:], *every[:here]) if not contact_of(self._shell, one)[1]]
        if missing:
            self.what.setCurrentIndex(self.what.findData(missing[0]))
        self.name.setFocus()

    def _pick(self) -> None:
        keys = self.table.chosen_keys()
        if keys:
            self.what.setCurrentIndex(self.what.findData(keys[0]))

    def _choose(self) -> None:
        name, phone = contact_of(self._shell, self.contact)
        self.name.setText(name)
        self.phone.setText(phone)

    def _print(self) -> None:
        self._shell.go(Place(PageName.RECORDS, form=SiteForm.CONTACTS))
