"""监督操作记录: one step under supervision, who did it, who watched, and what came of it (LCK-03)."""

from __future__ import annotations

from datetime import datetime

import msgspec
from msgspec.structs import replace

from app.core.authorization import ExamAuthorized, StartAuthorizationReceived
from app.core.calibration import LockCalibrated, LockTakenIntoUse
from app.core.directory import Directory
from app.core.lock_state import SupervisedKind, Supervision
from app.core.site import Site
from app.core.supervision import SupervisionClosed, SupervisionOpened
from app.core.terms import LockSerial
from app.views.site_sheet import History, Signatory, SiteSheet, sheet_head, signatories

DIGEST_SHOWN = 16


class SittingLine(msgspec.Struct, frozen=True):
    """One lock in a sitting: `offset_seconds` is by how much this machine was ahead; `holder` left with the lock.

    `used_at` is None and `holder` "" for a lock that was calibrated and not taken into use.
    """

    serial: str
    room: str
    calibrated_at: datetime
    offset_seconds: int
    used_at: datetime | None = None
    holder: str = ""


class ReceivedLine(msgspec.Struct, frozen=True):
    """One authorization by its serial and the first digits of its digest, never its content (LCK-11).

    `session` is "" for the authorization of the exam.
    """

    session: str
    serial: str
    digest: str
    at: datetime


class SupervisionSheet(SiteSheet, frozen=True):
    """One supervision. `device` is the serial of the VPN key used, "" for none; `outcome` is "" while it is open."""

    number: str
    kind: str
    operator: Signatory
    supervisor: Signatory
    device: str
    opened_at: datetime
    closes_by: datetime
    closed_at: datetime | None
    outcome: str
    locks: tuple[SittingLine, ...]
    authorizations: tuple[ReceivedLine, ...]

    @property
    def last_at(self) -> datetime | None:
        """When it ended."""
        return self.closed_at


def supervision_sheet(site: Site, people: Directory, step: Supervision, history: History) -> SupervisionSheet:
    """The sheet of a supervision as far as it went."""
    roles = next(
        dict(line.signers)
        for line in history
        if isinstance(line.fact, SupervisionOpened) and line.fact.number == step.number
    )
    operator, supervisor = signatories(people, [(who, roles[who]) for who in (step.operator, step.supervisor)])
    return SupervisionSheet(
        head=sheet_head(site),
        number=step.number,
        kind=step.kind,
        operator=operator,
        supervisor=supervisor,
        device=step.device,
        opened_at=step.opened_at,
        closes_by=step.closes_by,
        closed_at=step.closed_at,
        outcome=step.outcome or "",
        locks=_sitting(step, people, history),
        authorizations=_received(step, history) if step.kind is SupervisedKind.RECEIPT else (),
    )


def _sitting(step: Supervision, people: Directory, history: History) -> tuple[SittingLine, ...]:
    """One line for each calibration; a lock used on an older calibration, or handed to another, has one more."""
    calibrated: dict[LockSerial, SittingLine] = {}
    lines: list[SittingLine] = []
    for line in history:
        match line.fact:
            case LockCalibrated(serial, at, offset, number):
                calibrated[serial] = SittingLine(serial, "", at, offset)
                if number == step.number:
                    lines.append(calibrated[serial])
            case LockTakenIntoUse(serial, room, holder, number, at) if number == step.number:
                used = replace(calibrated[serial], room=room, used_at=at, holder=people.staff_name(holder))
                if calibrated[serial] in lines:
                    lines[lines.index(calibrated[serial])] = used
                else:
                    lines.append(used)
    return tuple(lines)


def _received(step: Supervision, history: History) -> tuple[ReceivedLine, ...]:
    """What was taken in while it was open: facts of authorizations do not name the supervision."""
    found: list[ReceivedLine] = []
    running = False
    for line in history:
        match line.fact:
            case SupervisionOpened(number) if number == step.number:
                running = True
            case SupervisionClosed(number) if number == step.number:
                break
            case ExamAuthorized(serial, document) if running:
                found.append(ReceivedLine("", serial, document[:DIGEST_SHOWN], line.at))
            case StartAuthorizationReceived(session, serial, document) if running:
                found.append(ReceivedLine(session, serial, document[:DIGEST_SHOWN], line.at))
    return tuple(found)
