"""Signing at the desk by PIN, an own PIN in place of the first one, and the way back when one is forgotten (SEC-08)."""

from __future__ import annotations

import hashlib
import math
import secrets
from contextlib import suppress
from itertools import pairwise

from argon2 import PasswordHasher, extract_parameters
from argon2.exceptions import Argon2Error, InvalidHashError

from app.core.operation import Refusal, Signer
from app.core.permission import LOCK_HOLDER
from app.core.pin import RECOVERY, UNKNOWN, ChangePin, NoteRightPin, NoteWrongPin, RecoverPin, waits_until
from app.core.terms import Digest, PersonId, Role
from app.service.console import Console
from app.trouble import Code, Trouble

SHORTEST_PIN = 6
_RUNS = ({1}, {-1})
"""The step from sign to sign in 123456 and in 654321."""
_NOT_YET = Digest("")
"""Stands for the verifier while it is asked whether there may be one."""


def sign_with_pin(console: Console, code: str, pin: str) -> Signer:
    """Raises WRONG_PIN alike for an unknown code and a wrong PIN: who works here is nobody's guess.

    Wrong tries are counted in the journal, by person and never by what was typed; from the fifth on PIN_WAITS says how
    many seconds to wait. Raises CONSOLE_STOPPED while nothing can be counted, and what the disk says.
    """
    if console.stopped:
        raise Trouble(Code.CONSOLE_STOPPED, entry=console.store.journal.n)
    member = console.directory.staff.get(PersonId(code))
    person = member.code if member else UNKNOWN
    _wait(console, person)
    verifier = _verifier(console, person)
    if not _fits(console, verifier, pin) or member is None:
        console.submit(NoteWrongPin(person))
        raise Trouble(Code.WRONG_PIN)
    if console.site.person(person).wrong_pins:
        console.submit(NoteRightPin(person))
    return Signer(person, member.role, f"pin:{hashlib.sha256(verifier.encode()).hexdigest()[:16]}")


def _wait(console: Console, person: PersonId) -> None:
    """Raises PIN_WAITS with the seconds until the next try."""
    now, until = console.clock.moment().at, waits_until(console.site, person)
    if until and now < until:
        raise Trouble(Code.PIN_WAITS, seconds=math.ceil((until - now).total_seconds()))


def holder_of_lock(console: Console) -> Signer:
    """Whoever holds the site lock and its PIN acts as site administrator until the staff list is in."""
    return Signer(LOCK_HOLDER, Role.SITE_ADMIN, f"lock:{console.store.lock.serial}")


def change_pin(console: Console, signer: Signer, new_pin: str) -> Refusal | None:
    """Whoever signed puts an own PIN in place of the one before; raises PIN_UNFIT."""
    if no := console.may(ChangePin(_NOT_YET), signer):
        return no
    check_new_pin(console, signer.id, new_pin)
    return console.submit(ChangePin(_keep(console, new_pin)), signer)


def recover_pin(
    console: Console, person: PersonId, passphrases: tuple[str, str], new_pin: str, *signers: Signer
) -> Refusal | None:
    """A new PIN for someone who forgot it: both sealed passphrases were opened, and two others stand by.

    Raises RECOVERY_MISSING where the package brought no passphrases, RECOVERY_WRONG, PIN_WAITS after wrong ones, and
    PIN_UNFIT.
    """
    if no := console.may(RecoverPin(person, _NOT_YET), *signers):
        return no
    if not console.recovery:
        raise Trouble(Code.RECOVERY_MISSING)
    _wait(console, RECOVERY)
    if not _opened(console, passphrases):
        console.submit(NoteWrongPin(RECOVERY))
        raise Trouble(Code.RECOVERY_WRONG)
    console.submit(NoteRightPin(RECOVERY))
    check_new_pin(console, person, new_pin)
    return console.submit(RecoverPin(person, _keep(console, new_pin)), *signers)


def check_new_pin(console: Console, person: PersonId, new_pin: str) -> None:
    """Raises PIN_UNFIT, saying by which rule: whoever has two others called should know before."""
    if rule := _unfit(person, new_pin):
        raise Trouble(Code.PIN_UNFIT, rule=rule, signs=SHORTEST_PIN)
    if (verifier := _verifier(console, person)) and _fits(console, verifier, new_pin):
        raise Trouble(Code.PIN_UNFIT, rule="same", signs=SHORTEST_PIN)


def _unfit(person: PersonId, pin: str) -> str:
    """What is wrong with it whatever was before; "" where nothing is."""
    if not pin.isprintable():
        return "signs"
    if len(pin) < SHORTEST_PIN:
        return "short"
    steps = {ord(later) - ord(earlier) for earlier, later in pairwise(pin)}
    if steps == {0}:
        return "one-sign"
    if steps in _RUNS:
        return "run"
    return "code" if pin.casefold() == person.casefold() else ""


def _verifier(console: Console, person: PersonId) -> str:
    """Of the own PIN, otherwise of the first one; "" for someone who has none. Once cleaned there is one of each."""
    own = console.site.person(person).verifier
    if own and not console.site.safe.cleaned:
        return console.store.keys.unseal(console.store.blobs.get(own)).decode()
    return console.verifiers.get(person, "")


def _fits(console: Console, verifier: str, pin: str) -> bool:
    """Against no verifier it takes as long as against one."""
    try:
        return PasswordHasher().verify(verifier, pin)
    except InvalidHashError:
        with suppress(UnicodeEncodeError):
            _like(next(iter(console.verifiers.values()), "")).hash(pin)
    except (Argon2Error, UnicodeEncodeError):
        pass
    return False


def _like(verifier: str) -> PasswordHasher:
    """With the cost that this verifier has."""
    try:
        return PasswordHasher.from_parameters(extract_parameters(verifier))
    except InvalidHashError:
        return PasswordHasher()


def _opened(console: Console, passphrases: tuple[str, str]) -> bool:
    """Each of the two belongs to another verifier, whichever was opened first."""
    first, second = (one.strip() for one in passphrases)
    one, other = console.recovery
    in_order = _fits(console, one, first) and _fits(console, other, second)
    return first != second and (in_order or (_fits(console, one, second) and _fits(console, other, first)))


def _keep(console: Console, pin: str) -> Digest:
    verifier = PasswordHasher().hash(pin).encode()
    return console.store.blobs.put(console.store.keys.seal(verifier, secrets.token_bytes(12)))
