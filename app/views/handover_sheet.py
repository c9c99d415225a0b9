"""What stands on the sheet of a hand-over (试卷（数据）交接单): what left the site, and between whom."""

from __future__ import annotations

from datetime import date, datetime

import msgspec

from app.core.directory import Directory
from app.core.free_text import TextPart
from app.core.paper_state import Handover, PaperRef
from app.core.site import Site
from app.core.terms import HandoverNo, MediumSerial
from app.core.violation_state import Evidence
from app.views.site_sheet import SiteSheet, sheet_head


class PaperLine(msgspec.Struct, frozen=True):
    """One copy; `content` is the digest that stands on it."""

    form: str
    subject: str
    copy: int
    content: str


class CarriedLine(msgspec.Struct, frozen=True):
    """A backup on a medium: `kind` S of a session, R of a room's day (`about` is "1-1", or the room)."""

    kind: str
    about: str
    day: date
    name: str
    digest: str


class MediumLine(msgspec.Struct, frozen=True):
    """One stick or disk with what lies on it; `seal` is "" for none."""

    serial: str
    label: str
    seal: str = ""
    carried: tuple[CarriedLine, ...] = ()


class PieceLine(msgspec.Struct, frozen=True):
    """One piece of evidence; `item` is None after erasure, `digest` is "" for a thing."""

    tag: str
    kind: str
    item: str | None
    digest: str


class HandoverSheet(SiteSheet, frozen=True):
    """One hand-over; `receivers` and `office` are None after erasure."""

    number: str
    at: datetime
    givers: tuple[str, str]
    receivers: tuple[str | None, str | None]
    office: str | None
    escorts: tuple[str | None, str | None] | None
    """Who goes with the media; None where none go."""
    cards_checked: bool
    papers: tuple[PaperLine, ...]
    media: tuple[MediumLine, ...]
    evidence: tuple[PieceLine, ...]

    @property
    def last_at(self) -> datetime | None:
        return self.at


def handover_sheet(site: Site, people: Directory, number: str) -> HandoverSheet | None:
    """None where nothing was handed over under this number."""
    given = site.handovers.get(HandoverNo(number))
    if given is None:
        return None
    first, second = map(people.staff_name, given.givers)
    pieces = {piece.tag: piece for violation in site.violations.values() for piece in violation.evidence}
    return HandoverSheet(
        head=sheet_head(site),
        number=given.number,
        at=given.at,
        givers=(first, second),
        receivers=(people.said(given.text, TextPart.RECEIVER_1), people.said(given.text, TextPart.RECEIVER_2)),
        office=people.said(given.text, TextPart.OFFICE),
        escorts=_escorts(people, given) if given.media else None,
        cards_checked=given.cards_checked,
        papers=tuple(sorted((_paper(site, one) for one in given.papers), key=_order)),
        media=tuple(_medium(site, serial) for serial in given.media),
        evidence=tuple(_piece(people, pieces[tag]) for tag in given.evidence),
    )


def _escorts(people: Directory, given: Handover) -> tuple[str | None, str | None]:
    return people.said(given.text, TextPart.ESCORT_1), people.said(given.text, TextPart.ESCORT_2)


def _medium(site: Site, serial: MediumSerial) -> MediumLine:
    """Nothing is put on a medium that is sealed or gone: what lies there now lay there then."""
    medium = site.safe.media[serial]
    sessions = [
        CarriedLine("S", one.session, site.sessions[one.session].plan.starts_at.date(), one.name, one.digest)
        for one in site.safe.backups.values()
        if serial in one.media
    ]
    rooms = [
        CarriedLine("R", one.room, one.day, one.name, one.digest)
        for one in site.safe.room_backups.values()
        if serial in one.media
    ]
    return MediumLine(serial, medium.label, medium.seal, (*sessions, *rooms))


def _order(line: PaperLine) -> tuple[str, str, int]:
    return line.form, line.subject, line.copy


def _paper(site: Site, one: PaperRef) -> PaperLine:
    copy = next(copy for copy in site.papers(one.form, one.subject) if copy.copy == one.copy)
    return PaperLine(one.form, one.subject, one.copy, copy.content)


def _piece(people: Directory, one: Evidence) -> PieceLine:
    return PieceLine(one.tag, one.kind, people.said(one.text, TextPart.ITEM), one.digest)
