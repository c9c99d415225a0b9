"""What stands on the record of a standalone exam (单机考试同意与作答包记录), and on a package's slip (同意单)."""

from __future__ import annotations

from datetime import datetime, timedelta

import msgspec
from msgspec.structs import asdict

from app.core.directory import Directory
from app.core.room_state import Sitting
from app.core.sheet_open import standalone_of
from app.core.site import Site
from app.core.standalone_state import Standalone, StandaloneConsent, StandalonePackage, StandaloneReturn
from app.core.terms import Role
from app.crypto.fingerprint import thumbprint
from app.views.application_sheet import CauseLine, cause_lines
from app.views.site_sheet import SheetHead, Signatory, SiteSheet, sheet_head


class AloneHead(SheetHead, frozen=True):
    """Whose it is: where the candidate belongs, `seat` "" without one; `name` is None after erasure."""

    session: str
    subject: str
    planned_start: datetime
    planned_end: datetime
    ticket: str
    name: str | None
    room: str
    room_name: str
    seat: str


class ConsentLine(msgspec.Struct, frozen=True):
    """Who consented on what ground; `ratified_at`: when one by telephone was signed for."""

    ground: str
    causes: tuple[str, ...]
    by: Signatory
    by_phone: bool
    given_at: datetime
    entered_at: datetime
    ratified_at: datetime | None
    told_by: str


class VoucherLine(msgspec.Struct, frozen=True):
    """Minutes in all since the export."""

    minutes: int
    at: datetime


class PackageLine(msgspec.Struct, frozen=True):
    """One package. `station` is the fingerprint of its machine's key, "" as is `place` where there is none.

    `remaining_seconds` were left when it went out, `extra_minutes` among them. `ended` is "" while it is out;
    `void_for` says why it is void, "" where another return counts.
    """

    number: int
    custody: str
    machine: str
    station: str
    host: str
    place: str
    watched_by: str
    medium: str
    file: str
    exported_at: datetime
    remaining_seconds: int
    extra_minutes: int
    login_at: datetime | None
    vouchers: tuple[VoucherLine, ...]
    copies: tuple[datetime, ...]
    ended: str
    void_for: str
    so_far: str = ""
    """The file of the answers that it went on from."""


class ReturnLine(msgspec.Struct, frozen=True):
    """What came back of package `number`, times by the station's clock; `incident`: on which an interim copy counts.

    `told`: its machine says what was used and answered; of another system's nobody here knows.
    """

    number: int
    file: str
    final: bool
    opened_at: datetime
    closed_at: datetime
    told: bool
    used_seconds: int
    questions: int
    answered: int
    at: datetime
    flaws: tuple[str, ...]
    decided_at: datetime | None
    counts: bool
    incident: str


class StandaloneSheet(SiteSheet, frozen=True):
    """One candidate in one session. `answers` says what became of them, `incident` on which they were written off."""

    head: AloneHead
    consents: tuple[ConsentLine, ...]
    causes: tuple[CauseLine, ...]
    packages: tuple[PackageLine, ...]
    returns: tuple[ReturnLine, ...]
    answers: str
    incident: str

    @property
    def last_at(self) -> datetime:
        """When the newest of it happened, or was entered."""
        consents = [at for one in self.consents for at in (one.entered_at, one.ratified_at)]
        packages = [at for one in self.packages for at in (one.exported_at, one.login_at, *one.copies)]
        vouchers = [given.at for one in self.packages for given in one.vouchers]
        returns = [at for one in self.returns for at in (one.at, one.decided_at)]
        return max(at for at in (*consents, *packages, *vouchers, *returns) if at)


class StandaloneSlip(SiteSheet, frozen=True):
    """Goes with a package to its machine; the unlock code is not on it. `lock` is the fingerprint of the site lock."""

    head: AloneHead
    consent: ConsentLine
    package: PackageLine
    lock: str

    @property
    def last_at(self) -> datetime:
        return self.package.exported_at

    @property
    def until(self) -> datetime:
        """When the time in the package is over."""
        return self.package.exported_at + timedelta(seconds=self.package.remaining_seconds)


def standalone_sheet(site: Site, people: Directory, subject: str) -> StandaloneSheet | None:
    """None where nobody consented to anything."""
    found = standalone_of(site, subject)
    if found is None or site.package is None:
        return None
    _, sitting, alone = found
    numbers = dict.fromkeys(number for one in alone.consents for number in one.causes)
    # What is mended later changes no sheet.
    asked = max(one.at for one in alone.consents)
    return StandaloneSheet(
        head=_head(site, people, sitting),
        consents=tuple(_consent(people, one) for one in alone.consents),
        causes=cause_lines(site, numbers, asked),
        packages=tuple(_package(site, people, one) for one in alone.packages),
        returns=tuple(_return(alone, one) for one in alone.returns),
        answers=sitting.answers,
        incident=sitting.written_off_on,
    )


def standalone_slip(site: Site, people: Directory, subject: str) -> StandaloneSlip | None:
    """Of the package that is out; None without one."""
    found = standalone_of(site, subject)
    if found is None or site.package is None:
        return None
    _, sitting, alone = found
    if alone.live is None or alone.consent is None:
        return None
    return StandaloneSlip(
        head=_head(site, people, sitting),
        consent=_consent(people, alone.consent),
        package=_package(site, people, alone.live),
        lock=thumbprint(site.lock.key) if alone.live.key else "",
    )


def _head(site: Site, people: Directory, sitting: Sitting) -> AloneHead:
    plan = site.sessions[sitting.session].plan
    return AloneHead(
        **asdict(sheet_head(site)),
        session=sitting.session,
        subject=plan.subject,
        planned_start=plan.starts_at,
        planned_end=plan.ends_at,
        ticket=sitting.ticket,
        name=people.name(sitting.ticket),
        room=sitting.room,
        room_name=site.plans[sitting.room].name,
        seat=sitting.seat or "",
    )


def _consent(people: Directory, one: StandaloneConsent) -> ConsentLine:
    member = people.staff.get(one.by)
    return ConsentLine(
        ground=one.ground,
        causes=one.causes,
        by=Signatory(people.staff_name(one.by), member.role if member else Role.CHIEF),
        by_phone=one.by_phone,
        given_at=one.given_at,
        entered_at=one.at,
        ratified_at=one.ratified_at,
        told_by=people.staff_name(one.reported_by),
    )


def _package(site: Site, people: Directory, one: StandalonePackage) -> PackageLine:
    medium = site.safe.media.get(one.medium)
    return PackageLine(
        number=one.number,
        custody=one.custody,
        machine=one.machine,
        station=thumbprint(one.key) if one.key else "",
        host=one.host,
        place=one.place,
        watched_by=people.staff_name(one.watched_by),
        medium=medium.label if medium else one.medium,
        file=one.file,
        exported_at=one.exported_at,
        remaining_seconds=one.remaining_seconds,
        extra_minutes=one.extra_minutes,
        login_at=one.login_at,
        vouchers=tuple(VoucherLine(given.minutes, given.at) for given in one.vouchers),
        copies=tuple(one.copies),
        ended=one.ended or "",
        void_for=one.voided_for or "",
        so_far=one.so_far,
    )


def _return(alone: Standalone, one: StandaloneReturn) -> ReturnLine:
    package = alone.packages[one.number - 1]
    return ReturnLine(
        number=one.number,
        file=one.file,
        final=one.final,
        opened_at=one.opened_at,
        closed_at=one.closed_at,
        told=bool(package.key),
        used_seconds=one.used_seconds,
        questions=one.questions,
        answered=one.answered,
        at=one.at,
        flaws=one.flaws,
        decided_at=one.decided_at,
        counts=alone.counted == one.file,
        incident=one.decided_on or "",
    )
