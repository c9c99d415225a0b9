"""An application for extra time in words: whom to call, what to read out, and what came back so far."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.core.rulebook import Tier
from app.core.site_form import SiteForm
from app.core.terms import Ticket
from app.core.time_state import Application
from app.crypto.codes import Purpose
from ui.pages.delay_words import spoken
from ui.pages.extra_time_words import LOOKS, name_of
from ui.shell import PageName, Place, Shell, clock
from ui.widgets.parts import button, card, flow, label
from ui.widgets.pill import Pill


class ToldView(QWidget):
    """The records page prints it."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self._asked: tuple[Application, ...] = ()
        self._head, self._pill = label("", "Strong"), Pill(shell.look, "key", "", "warn")
        self._read, self._came = label(""), label("", "Cap")
        quote, inside = card(margins=(12, 8, 12, 10))
        quote.setObjectName("Quote")
        inside.setSpacing(4)
        inside.addWidget(label(shell.say("extra-time-read"), "Cap"))
        inside.addWidget(self._read)
        self.print = button(shell.look, shell.say("extra-time-print"), self._print, "printer")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(8)
        for piece in (flow(self._head, self._pill), quote, flow(self.print), self._came):
            outer.addWidget(piece)

    def look(self, asked: tuple[Application, ...], tier: Tier) -> None:
        """`asked` holds one at least; `tier` is whose word is missing."""
        say, self._asked = self._shell.say, asked
        numbers, minutes = tuple(one.number for one in asked), max(one.minutes for one in asked)
        self._head.setText(say("extra-time-asked", numbers=numbers, minutes=minutes))
        icon, tone = LOOKS[tier]
        self._pill.tell(icon, say("extra-time-call", tier=tier.value), tone)
        self._read.setText("\n".join(self._read_out(one) for one in asked))
        came = [said for one in asked for said in self._answers(one)]
        self._came.setVisible(bool(came))
        self._came.setText(" · ".join(came))

    def _answers(self, one: Application) -> Iterator[str]:
        """What came back so far."""
        for code in one.codes:
            whom = whose(self._shell, code.purpose, code.subject)
            name = "extra-time-came" if code.verified else "extra-time-came-unverified"
            yield self._shell.say(name, time=clock(code.given_at), whom=whom, minutes=code.minutes)
        for consent in one.consents:
            time = clock(consent.given_at)
            yield self._shell.say("extra-time-came-consent", time=time, tier=consent.authority)

    def _read_out(self, one: Application) -> str:
        """For the telephone."""
        shell, site = self._shell, self._shell.bridge.site
        package = site.package
        return shell.say(
            "extra-time-read-out",
            code=site.code,
            site=package.plan.name if package else "",
            session=one.session,
            room=one.rooms[0],
            people=len(one.tickets),
            tickets=one.tickets,
            causes=tuple(spoken(shell, one.causes)),
            tier=one.tier.value,
            minutes=one.minutes,
            number=one.number,
        )

    def _print(self) -> None:
        """The records page previews it, prints it and asks whether it came out."""
        one = self._asked[0]
        self._shell.go(Place(PageName.RECORDS, one.session, form=SiteForm.EXTRA_TIME_APPLICATION, paper=one.number))


def whose(shell: Shell, purpose: Purpose, subject: str) -> str:
    """The room or the candidate that a code is for."""
    if purpose is Purpose.EXTRA_TIME_ROOM:
        return shell.say("room-name", room=subject)
    return shell.say("extra-time-code-person", ticket=subject, name=name_of(shell, Ticket(subject)))
