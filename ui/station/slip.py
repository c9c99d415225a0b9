"""The slip of one submission, gathered from the engine."""

from __future__ import annotations

from app.station.answering import Answering, Handed
from app.station.machine import Package, Station
from app.views.return_slip import ReturnSlip


def slip_of(station: Station, package: Package, answering: Answering, handed: Handed) -> ReturnSlip:
    """What was handed in, as it stands on paper; printed now."""
    return ReturnSlip(
        mode=station.mode,
        exam=package.exam,
        site=package.site,
        session=package.session,
        subject=package.subject,
        room=package.room,
        seat=package.seat,
        ticket=package.ticket,
        name=answering.name,
        package=package.name,
        package_digest=answering.package_digest,
        machine=package.machine,
        key=station.fingerprint,
        lock=package.lock,
        issued_at=package.issued_at,
        opened_at=answering.opened_at,
        handed_in_at=handed.at,
        printed_at=station.clock.wall(),
        used_seconds=answering.used_seconds,
        granted_minutes=answering.granted,
        resumed=answering.resumed,
        questions=handed.questions,
        answered=handed.answered,
        file=handed.name,
        digest=handed.digest,
    )
