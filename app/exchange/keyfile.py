"""keys.json: the store's keys, wrapped so that only the site lock's share, or the province, opens them."""

from __future__ import annotations

import base64

import msgspec
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.keywrap import InvalidUnwrap, aes_key_unwrap, aes_key_wrap

from app.core.terms import LockSerial, Mode, SiteCode
from app.crypto.derive import Label, derive
from app.exchange import strict
from app.exchange.agefile import Identity, Recipient, identity_of, seal, unseal
from app.trouble import Code, Trouble

NAME = "keys.json"


class KeyFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Wrapped keys are hex after RFC 3394; `share` is the lock's share, age to the province, base64.

    `personal_key` is "" once the personal data were erased.
    """

    format: str
    mode: Mode
    site: SiteCode
    epoch: int
    lock: LockSerial
    store_key: str
    personal_key: str
    share: str


class Keys(msgspec.Struct, frozen=True):
    """The open keys of a store; held in memory only."""

    store: bytes
    personal: bytes | None
    """None once the personal data were erased."""
    identity: Identity
    mirror: bytes
    """Of the copy on removable media, so that a stick alone says nothing of the store's own key."""

    def seal(self, content: bytes, nonce: bytes) -> bytes:
        """Personal data under their own key; `nonce` is 12 random bytes, used once. Raises PERSONAL_ERASED."""
        return nonce + AESGCM(self._personal).encrypt(nonce, content, None)

    def unseal(self, sealed: bytes) -> bytes:
        """Raises WRONG_KEY for what this key did not seal, PERSONAL_ERASED where there is none any more."""
        try:
            return AESGCM(self._personal).decrypt(sealed[:12], sealed[12:], None)
        except (InvalidTag, ValueError) as cause:
            raise Trouble(Code.WRONG_KEY, file=NAME) from cause

    @property
    def _personal(self) -> bytes:
        if self.personal is None:
            raise Trouble(Code.PERSONAL_ERASED)
        return self.personal


FORMAT = "examsite-keys/1"


def create(
    share: bytes, store: bytes, personal: bytes, *, mode: Mode, site: SiteCode, lock: LockSerial, province: Recipient
) -> KeyFile:
    return KeyFile(
        format=FORMAT,
        mode=mode,
        site=site,
        epoch=1,
        lock=lock,
        store_key=aes_key_wrap(derive(share, Label.STORE_KEY_WRAP), store).hex(),
        personal_key=aes_key_wrap(derive(share, Label.PERSONAL_KEY_WRAP), personal).hex(),
        share=base64.b64encode(seal(share, [province])).decode(),
    )


def handed_over(file: KeyFile, lock: LockSerial) -> KeyFile:
    """The same keys under the same share, held by another lock from now on."""
    return msgspec.structs.replace(file, epoch=file.epoch + 1, lock=lock)


def without_personal(file: KeyFile) -> KeyFile:
    """The same store, whose personal data nobody reads any more."""
    return msgspec.structs.replace(file, personal_key="")


def open_with(share: bytes, file: KeyFile) -> Keys:
    """Raises WRONG_KEY where the share belongs to another store."""
    personal = file.personal_key
    try:
        return Keys(
            aes_key_unwrap(derive(share, Label.STORE_KEY_WRAP), bytes.fromhex(file.store_key)),
            aes_key_unwrap(derive(share, Label.PERSONAL_KEY_WRAP), bytes.fromhex(personal)) if personal else None,
            identity_of(derive(share, Label.RECOVERY_IDENTITY)),
            derive(share, Label.MIRROR),
        )
    except (InvalidUnwrap, ValueError) as cause:
        raise Trouble(Code.WRONG_KEY, file=NAME) from cause


def open_as_province(file: KeyFile, province: Identity) -> Keys:
    """What the province does with a backup: its own seal of the share opens the same keys.

    Raises CONTENT_UNFIT, FILE_NOT_FOR_US, FILE_DAMAGED or WRONG_KEY.
    """
    return open_with(share_of(file, province), file)


def share_of(file: KeyFile, province: Identity) -> bytes:
    """The share as it was sealed to the province; raises CONTENT_UNFIT, FILE_NOT_FOR_US or FILE_DAMAGED."""
    try:
        sealed = base64.b64decode(file.share, validate=True)
    except ValueError as cause:
        raise Trouble(Code.CONTENT_UNFIT, file=NAME, line=0, problem="share") from cause
    return unseal(sealed, [province], NAME)


def read(text: bytes) -> KeyFile:
    """Raises CONTENT_UNFIT, FIELD_DOUBLED or KIND_WRONG."""
    file = strict.decode(text, KeyFile, NAME)
    if file.format != FORMAT:
        raise Trouble(Code.KIND_WRONG, expected=FORMAT, found=file.format[:40])
    return file
