"""Whom the site trusts: the ministry's key, confirmed aloud, and the province that it appointed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

import msgspec

from app.core.terms import Mode
from app.exchange.agefile import Recipient, recipient
from app.exchange.signed import Kind, PublicKey, verify
from app.trouble import Code, Trouble


class Appointment(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The ministry names a province with its keys: JWK text and age recipient text."""

    mode: Mode
    province: str
    jwk: str
    recipient: str
    issued_at: datetime
    serial: str


class Trust(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The file that a site is enrolled with: the ministry's JWK text and the appointment's JWS text."""

    mode: Mode
    ministry: str
    appointment: str

    @property
    def ministry_key(self) -> PublicKey:
        return PublicKey.read(self.ministry)

    def province(self) -> Province:
        """Raises SIGNATURE_BAD, SIGNER_UNKNOWN or MODE_WRONG."""
        return appointed(self.appointment.encode(), self.ministry_key, self.mode)


@dataclass(frozen=True, slots=True)
class Province:
    """An appointed province: what its signatures are checked with and what is sealed to it."""

    name: str
    key: PublicKey
    recipient: Recipient


def appointed(token: bytes, ministry: PublicKey, mode: Mode) -> Province:
    """The province of this appointment, if this ministry signed it for this mode."""
    appointment = verify(token, Kind.APPOINTMENT, Appointment, ministry)
    if appointment.mode is not mode:
        raise Trouble(Code.MODE_WRONG, expected=mode, found=appointment.mode)
    return Province(appointment.province, PublicKey.read(appointment.jwk), recipient(appointment.recipient))
