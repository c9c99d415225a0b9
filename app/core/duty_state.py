"""What the state holds of duty (监考安排): draws by number, and who invigilates where in the end."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

import msgspec

from app.core.terms import PersonId, RoomId


class RedrawReason(StrEnum):
    """Why rooms are drawn anew."""

    STAFF_CHANGED = "staff_changed"
    ROOMS_CHANGED = "rooms_changed"
    LIST_WRONG = "list_wrong"


class AbsenceReason(StrEnum):
    """Why somebody does not serve."""

    ABSENT = "absent"
    ILL = "ill"
    AVOIDANCE = "avoidance"
    NEEDED_ELSEWHERE = "needed_elsewhere"


class Post(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One person's room."""

    person: PersonId
    room: RoomId


class Round(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One roving invigilator's rooms."""

    person: PersonId
    rooms: tuple[RoomId, ...]


class Numbered(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A draw whose number stands in the journal: all that it is drawn from, chosen by nobody any more.

    `seed` is the SHA-256 of authorization signature, list and number, 64 hexadecimal digits. `barred`: rooms in which
    somebody must not serve. `beyond`: those who rove may have more rooms than the rulebook says.
    """

    number: int
    seed: str
    invigilators: tuple[PersonId, ...]
    roving: tuple[PersonId, ...]
    rooms: tuple[RoomId, ...]
    skilled: tuple[PersonId, ...]
    barred: tuple[Post, ...]
    reason: RedrawReason | None
    beyond: bool
    at: datetime


@dataclass(slots=True)
class Duty:
    """The draws of one exam day, and who serves now; `drawn_at` is None until the last number was drawn."""

    numbered: list[Numbered] = field(default_factory=list)
    drawn_at: datetime | None = None
    posts: tuple[Post, ...] = ()
    rounds: tuple[Round, ...] = ()
    former: tuple[Post, ...] = ()
    """Who was drawn, served or not, and was put out for another since."""

    @property
    def drawn(self) -> bool:
        return self.drawn_at is not None

    @property
    def holds(self) -> bool:
        """Whether people have their rooms; also while a newer number waits to be drawn, as after a power cut."""
        return self.drawn or bool(self.posts)

    def room(self, person: PersonId) -> RoomId | None:
        """The room that this person was drawn for, None for none."""
        return next((one.room for one in self.posts if one.person == person), None)

    def in_room(self, room: RoomId) -> tuple[PersonId, ...]:
        return tuple(one.person for one in self.posts if one.room == room)
