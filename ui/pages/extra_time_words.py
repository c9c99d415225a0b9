"""How extra time is put into words: people, lost time, and who may give minutes."""

from __future__ import annotations

from collections.abc import Sequence

from app.core.loss import Lost
from app.core.rulebook import Tier
from app.core.terms import Ticket
from app.views.extra_time import Allowance
from ui.shell import Shell, clock

LOOKS: dict[Tier, tuple[str, str]] = {
    Tier.ON_TIME: ("check", "ok"),
    Tier.ON_THE_SPOT: ("check", "ok"),
    Tier.RESPONSIBLE: ("user-check", "warn"),
    Tier.HEAD: ("user-check", "warn"),
    Tier.CITY: ("user-check", "warn"),
    Tier.PROVINCE: ("key", "warn"),
    Tier.MINISTRY: ("tool", "bad"),
}
NAMED = 3
"""So many are called by their names; of more, how many."""


def name_of(shell: Shell, ticket: Ticket) -> str:
    return shell.bridge.console.directory.name(ticket) or ticket


def named(shell: Shell, tickets: Sequence[Ticket]) -> str:
    """With seat and name, as far as they are few."""
    site, session = shell.bridge.site, shell.bridge.session
    said = []
    for ticket in tickets[:NAMED]:
        sitting = site.sitting(session, ticket) if session else None
        seat = (sitting.sits_at or sitting.seat or "") if sitting else ""
        said.append(shell.say("extra-time-person", seat=seat or "none", name=name_of(shell, ticket)))
    if len(tickets) > NAMED:
        return shell.say("extra-time-people-more", people=tuple(said), count=len(tickets))
    return shell.say("extra-time-people", people=tuple(said))


def need(shell: Shell, one: Allowance) -> tuple[str, str, str]:
    """Icon, words and tone of what the rest of somebody's minutes needs."""
    if not one.ask_for:
        icon, tone = LOOKS[Tier.ON_THE_SPOT]
        on_the_spot = one.tier is Tier.ON_THE_SPOT
        return icon, shell.say("extra-time-need-now" if on_the_spot else "extra-time-need-allowed"), tone
    icon, tone = LOOKS[one.tier]
    return icon, shell.say("extra-time-need", tier=one.tier.value, now=one.now, total=one.ask_for), tone


def meaning(shell: Shell, one: Allowance) -> str:
    """ "Used 7 of 10: 3 now, a code for 15 in all meanwhile", and its relatives."""
    return shell.say(
        "extra-time-means",
        tier=one.tier.value if one.ask_for else "none",
        used=one.used,
        limit=one.limit,
        allowed=one.allowed if one.allowed > one.limit else 0,
        now=one.now,
        total=one.total,
    )


def stretch(shell: Shell, one: Lost) -> str:
    """When it happened, and since when they work again: both."""
    until = "none" if one.goes_on else clock(one.until)
    return shell.say("extra-time-stretch", since=clock(one.since), until=until, cause=one.cause or "none")
