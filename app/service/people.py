"""Signing at the desk: a PIN against the verifier that came signed by the province, or the proved site lock."""

from __future__ import annotations

import hashlib

from argon2 import PasswordHasher
from argon2.exceptions import Argon2Error, InvalidHashError

from app.core.operation import LOCK_HOLDER, Signer
from app.core.terms import PersonId, Role
from app.service.console import Console
from app.trouble import Code, Trouble


def sign_with_pin(console: Console, code: str, pin: str) -> Signer:
    """Raises WRONG_PIN alike for an unknown code and a wrong PIN: who works here is nobody's guess."""
    person = PersonId(code)
    member, verifier = console.directory.staff.get(person), console.verifiers.get(person)
    if member is None or verifier is None:
        raise Trouble(Code.WRONG_PIN)
    try:
        PasswordHasher().verify(verifier, pin)
    except (Argon2Error, InvalidHashError, UnicodeEncodeError) as cause:
        raise Trouble(Code.WRONG_PIN) from cause
    return Signer(person, member.role, f"pin:{hashlib.sha256(verifier.encode()).hexdigest()[:16]}")


def holder_of_lock(console: Console) -> Signer:
    """Whoever holds the site lock and its PIN acts as site administrator until the staff list is in."""
    return Signer(LOCK_HOLDER, Role.SITE_ADMIN, f"lock:{console.store.lock.serial}")
