"""What the minutes mean, before anything is entered: who may give them, when it ends, and what comes after."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.core.operation import Refusal
from app.core.rulebook import Tier
from app.views.extra_time import Allowance
from app.views.giving import Alike, Outlook
from app.views.knock_on import RoomKnockOn, StillAnswering
from ui.pages.delay_words import length
from ui.pages.extra_time_words import NAMED, meaning, named
from ui.shell import Shell, clock
from ui.widgets.notice import Notice
from ui.widgets.parts import Facts, card, label

_NONE = timedelta(0)


class MeansView(QWidget):
    """Built anew only when it says something else."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self._shown: object = None
        self._facts, self._no = Facts(), Notice(shell.look)
        quote, inside = card(margins=(12, 8, 12, 10))
        quote.setObjectName("Quote")
        inside.setSpacing(6)
        inside.addWidget(label(shell.say("extra-time-meaning"), "Cap"))
        inside.addWidget(self._facts)
        self._quote = quote
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(quote)
        outer.addWidget(self._no)

    def show_outlook(self, found: Outlook | Refusal | None, minutes: int) -> None:
        """None while nothing is chosen, or no number of minutes stands there."""
        if (found, minutes) == self._shown:
            return
        self._shown = (found, minutes)
        self._quote.setVisible(isinstance(found, Outlook))
        if isinstance(found, Refusal):
            self._no.tell("warn", self._shell.text.refusal(found))
        else:
            self._no.clear()
        if isinstance(found, Outlook):
            self._facts.show_facts(self._lines(found, minutes))

    def _lines(self, found: Outlook, minutes: int) -> list[tuple[str, str]]:
        say = self._shell.say
        tiers = tuple(say("extra-time-tier", tier=tier.value, count=count) for tier, count in found.tiers)
        lines = [(say("extra-time-who"), " · ".join(tiers))]
        lines += [
            (say("extra-time-can") if not n else "", self._alike(one, found))
            for n, one in enumerate(found.alike[:NAMED])
        ]
        if rest := sum(len(one.tickets) for one in found.alike[NAMED:]):
            lines.append(("", say("extra-time-alike-more", count=rest)))
        if found.room and all(found.room != one.allowance for one in found.alike):
            lines.append((say("extra-time-whole"), self._room(found.room)))
        if found.beyond:
            lines.append((say("extra-time-beyond"), named(self._shell, found.beyond)))
        if found.more_than_lost:
            more = found.more_than_lost
            who = named(self._shell, (more.ticket,))
            lines.append(
                (say("extra-time-more"), say("extra-time-more-than", who=who, total=more.total, lost=more.lost))
            )
        if found.ends_at:
            before = found.ends_at - timedelta(minutes=minutes)
            lines.append(
                (say("extra-time-end"), say("extra-time-moves", before=clock(before), after=clock(found.ends_at)))
            )
        elif found.until:
            lines.append((say("extra-time-end"), say("extra-time-answers-until", time=clock(found.until))))
        if found.next_room:
            lines += self._after(found.next_room)
        lines += self._still(found.next_room.still if found.next_room else found.still)
        return lines

    def _alike(self, one: Alike, found: Outlook) -> str:
        said = meaning(self._shell, one.allowance)
        if len(found.alike) == 1:
            return said
        return self._shell.say("extra-time-alike", people=named(self._shell, one.tickets), said=said)

    def _room(self, one: Allowance) -> str:
        """The end of the room needs something else than any of its people: others were left out before."""
        if one.tier is Tier.MINISTRY:
            return self._shell.say("extra-time-room-beyond", total=one.total)
        return self._shell.say("extra-time-room-total", total=one.total, said=meaning(self._shell, one))

    def _after(self, room: RoomKnockOn) -> list[tuple[str, str]]:
        """The session after it, in this room."""
        say = self._shell.say
        if room.forced:
            said = say("extra-time-forced", late=length(room.forced), tier=room.tier)
        else:
            said = say("extra-time-gap", gap=length(room.gap), short=length(room.short) if room.short else "none")
        return [(say("extra-time-next-session"), said), (say("extra-time-bells"), say("extra-time-no-bells"))]

    def _still(self, found: tuple[StillAnswering, ...]) -> list[tuple[str, str]]:
        """Who answers on then is not late there (J-15)."""
        if not found:
            return []
        say = self._shell.say
        people = named(self._shell, tuple(one.ticket for one in found))
        said = say("extra-time-still", people=people, count=sum(one.sits_next for one in found))
        return [(say("extra-time-then"), said)]
