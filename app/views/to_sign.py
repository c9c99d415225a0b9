"""待签文件: which printed sheets wait for signatures, and who is to sign each by the staff list."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from app.core.directory import Directory
from app.core.paper_state import Copy, PaperRef, RecordCopy, Signature
from app.core.rulebook import Rulebook
from app.core.sheet_open import standalone_of
from app.core.signing import SignedPaper, signers_of
from app.core.site import Site
from app.core.site_form import OF_DAY, SiteForm, day_of
from app.core.staffing import StaffMember, room_of_person
from app.core.terms import PersonId, Role, RoomId, SessionId, ViolationNo

Staff = Mapping[Role, Sequence[StaffMember]]


@dataclass(frozen=True, slots=True)
class ToSign:
    """The newest copy of one sheet. `day` is None for what is of no one day.

    `roles`: who signs, in order. `people`: who stands for each by the staff list, None where nobody does.
    """

    copy: Copy
    day: date | None
    session: SessionId | None
    roles: tuple[Role, ...]
    people: tuple[PersonId | None, ...]

    @property
    def ref(self) -> PaperRef:
        return PaperRef(self.copy.form, self.copy.subject, self.copy.copy)

    @property
    def named(self) -> bool:
        """Somebody stands for every role."""
        return None not in self.people

    def signed(self, at: datetime) -> SignedPaper:
        """As if everybody named had signed at that moment."""
        pairs = zip(self.roles, self.people, strict=True)
        return SignedPaper(self.ref, tuple(Signature(role, who, at) for role, who in pairs if who))


def printed(site: Site, people: Directory, rulebook: Rulebook) -> tuple[ToSign, ...]:
    """The newest copy of each sheet that is signed, once it came out, by day, oldest first; signed or not."""
    every: tuple[Copy, ...] = (*site.records, *site.sheets)
    newest = {(one.form, one.subject): one for one in every}
    staff = _by_role(people)
    found = [
        _to_sign(site, staff, copy, signers_of(copy.form, rulebook))
        for copy in newest.values()
        if copy.came_out and signers_of(copy.form, rulebook)
    ]
    return tuple(sorted(found, key=lambda one: (one.day or date.max, one.copy.form, one.copy.subject)))


def waiting(site: Site, people: Directory, rulebook: Rulebook) -> tuple[ToSign, ...]:
    """Those that are not signed; a superseded copy never waits (REC-01)."""
    every = printed(site, people, rulebook)
    return tuple(one for one in every if one.copy.signed_at is None and not outdated(site, one.copy))


def outdated(site: Site, copy: Copy) -> bool:
    """Whether something changed in a room after this copy of its record."""
    if not isinstance(copy, RecordCopy):
        return False
    room = site.room(copy.session, copy.room)
    return room is not None and copy.copy <= room.copies_before


def _to_sign(site: Site, staff: Staff, copy: Copy, roles: Sequence[Role]) -> ToSign:
    session = _session(site, copy)
    day = site.sessions[session].plan.starts_at.date() if session else _day(copy)
    return ToSign(copy, day, session, tuple(roles), tuple(_people(site, staff, day, _room(site, copy), roles)))


def _day(copy: Copy) -> date | None:
    return day_of(copy.subject) if copy.form in OF_DAY else None


def _session(site: Site, copy: Copy) -> SessionId | None:
    """The session that a sheet is of: its subject is that, or begins with it."""
    if isinstance(copy, RecordCopy):
        return copy.session
    if violation := next((one for one in site.violations.values() if one.number == copy.subject), None):
        return violation.session
    return next((one for one in site.sessions if copy.subject == one or copy.subject.startswith(f"{one}-")), None)


def _room(site: Site, copy: Copy) -> RoomId | None:
    """The room whose people sign it; None where it is of several."""
    if isinstance(copy, RecordCopy):
        return copy.room
    alone = standalone_of(site, copy.subject) if copy.form == SiteForm.STANDALONE else None
    if alone:
        return alone[1].room
    violation = site.violations.get(ViolationNo(copy.subject))
    return violation.room if violation else None


def _by_role(people: Directory) -> Staff:
    """By code."""
    found: dict[Role, list[StaffMember]] = {}
    for _, one in sorted(people.staff.items()):
        found.setdefault(one.role, []).append(one)
    return found


def _people(
    site: Site, staff: Staff, day: date | None, room: RoomId | None, roles: Iterable[Role]
) -> Iterable[PersonId | None]:
    """Of one role one after the other, those of the room first, as drawn for that day."""
    taken: Counter[Role] = Counter()
    for role in roles:
        own = {one.code: room_of_person(site, one, day) if day else one.room for one in staff.get(role, ())}
        fit = sorted(
            (person for person in own if room is None or own[person] in (room, None)), key=lambda p: own[p] is None
        )
        yield fit[taken[role]] if taken[role] < len(fit) else None
        taken[role] += 1
