"""One line of the table of permissions in words; of words only, so that the documents are made of the same."""

from __future__ import annotations

from collections.abc import Iterator

from app.core.operation import SECOND_PERSON, SUPERVISORS
from app.core.terms import Role
from app.text import Text, capital
from app.views.permissions import PermissionRow
from app.word_ids import word_id


def asks(text: Text, row: PermissionRow, most: int = len(Role)) -> str:
    """Who may ask for it."""
    return text.say("people-case-console") if row.unsigned else capital(roles(text, row.asks, most))


def beside(text: Text, row: PermissionRow, most: int = len(Role)) -> str:
    """Who signs beside, by role or in person; a dash for nobody."""
    parts = [roles(text, second, most) for second in row.seconds]
    parts += [text.say(word_id(party)) for party in row.parties]
    return capital(text.say("people-and").join(parts)) if parts else text.say("blank")


def roles(text: Text, some: tuple[Role, ...], most: int = len(Role)) -> str:
    """Everybody, or the roles; what they have in common, or how many they are, where there are more than `most`."""
    if set(some) == set(Role):
        return text.say("people-everybody")
    if len(some) > most and set(some) == SUPERVISORS:
        return text.say("people-a-supervisor")
    if len(some) > most and set(some) == SECOND_PERSON:
        return text.say("people-a-second")
    if len(some) > most:
        return text.say("people-and-more", roles=some[: most - 1], count=len(some))
    return text.say("people-one-of", roles=some)


def needs(text: Text, row: PermissionRow) -> Iterator[str]:
    """What else holds for the step."""
    if row.site_lock:
        yield text.say("people-needs-site-lock")
    if row.other_lock:
        yield text.say("people-needs-room-lock")
    if row.while_sealed:
        yield text.say("people-while-sealed")
    if row.any_time:
        yield text.say("people-any-time")
    if row.after_cleaning:
        yield text.say("people-after-cleaning")
    if row.mirrored:
        yield text.say("people-mirrored")
