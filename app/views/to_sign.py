"""待签文件: which printed sheets wait for signatures, and who is to sign each by the staff list."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from app.core.directory import Directory
from app.core.paper_state import Copy, PaperRef, RecordCopy, Signature
from app.core.rulebook import Rulebook
from app.core.signing import SignedPaper, signers_of
from app.core.site import Site
from app.core.site_form import OF_DAY, day_of
from app.core.terms import PersonId, Role, SessionId


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


def waiting(site: Site, people: Directory, rulebook: Rulebook) -> tuple[ToSign, ...]:
    """Sheets that came out and are not signed, by day, oldest first; a superseded copy never waits (REC-01)."""
    every: tuple[Copy, ...] = (*site.records, *site.sheets)
    newest = {(one.form, one.subject): one for one in every}
    found = [
        _to_sign(site, people, copy, signers_of(copy.form, rulebook))
        for copy in newest.values()
        if copy.came_out and copy.signed_at is None and signers_of(copy.form, rulebook) and not _outdated(site, copy)
    ]
    return tuple(sorted(found, key=lambda one: (one.day or date.max, one.copy.form, one.copy.subject)))


def _outdated(site: Site, copy: Copy) -> bool:
    if not isinstance(copy, RecordCopy):
        return False
    room = site.room(copy.session, copy.room)
    return room is not None and copy.copy <= room.copies_before


def _to_sign(site: Site, people: Directory, copy: Copy, roles: Sequence[Role]) -> ToSign:
    session = _session(site, copy)
    day = site.sessions[session].plan.starts_at.date() if session else _day(copy)
    return ToSign(copy, day, session, tuple(roles), tuple(_people(people, copy, roles)))


def _day(copy: Copy) -> date | None:
    return day_of(copy.subject) if copy.form in OF_DAY else None


def _session(site: Site, copy: Copy) -> SessionId | None:
    """The session that a sheet is of: its subject is that, or begins with it."""
    if isinstance(copy, RecordCopy):
        return copy.session
    if violation := next((one for one in site.violations.values() if one.number == copy.subject), None):
        return violation.session
    return next((one for one in site.sessions if copy.subject == one or copy.subject.startswith(f"{one}-")), None)


def _people(people: Directory, copy: Copy, roles: Iterable[Role]) -> Iterable[PersonId | None]:
    """Of one role one after the other, those of the room first."""
    room = copy.room if isinstance(copy, RecordCopy) else None
    taken: Counter[Role] = Counter()
    for role in roles:
        fit = [code for code, one in people.staff.items() if one.role is role and one.room in (room, None)]
        fit.sort(key=lambda code: (people.staff[code].room is None, code))
        yield fit[taken[role]] if taken[role] < len(fit) else None
        taken[role] += 1
