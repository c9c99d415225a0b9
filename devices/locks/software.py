"""A lock in software: a folder with a key file under Argon2id and one sealed file for each data object."""

from __future__ import annotations

import json
import os
import secrets
from pathlib import Path
from typing import Any

from argon2.exceptions import Argon2Error
from argon2.low_level import Type, hash_secret_raw
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from devices.locks import contents
from devices.protocols import LockFault, LockKind, SeenLock

FILE = "lock.json"
FORMAT = "examsite-software-lock/1"


class SoftwareLock:
    """Made for practice and for machines without a token; real exams refuse it unless their package allows it."""

    software = True

    def __init__(
        self, folder: Path, described: dict[str, Any], private: ec.EllipticCurvePrivateKey, seal: bytes
    ) -> None:
        self._folder, self._private, self._seal = folder, private, AESGCM(seal)
        self.serial: str = described["serial"]
        self.kind = LockKind(described["kind"])
        self.point = _point(private)

    @classmethod
    def create(cls, folder: Path, serial: str, kind: LockKind, pin: str, *, memory_kib: int = 65536) -> SoftwareLock:
        """Make a lock in an empty or new folder; raises FileExistsError where there is one."""
        folder.mkdir(parents=True, exist_ok=True)
        private = ec.generate_private_key(ec.SECP256R1())
        salt = secrets.token_bytes(16)
        described = {
            "format": FORMAT,
            "serial": serial,
            "kind": kind.value,
            "point": _point(private).hex(),
            "kdf": {"salt": salt.hex(), "time": 3, "memory_kib": memory_kib, "lanes": 1},
        }
        der = private.private_bytes(
            serialization.Encoding.DER, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
        seal = _stretch(pin, described)
        described["key"] = _sealed(AESGCM(seal), der).hex()
        with (folder / FILE).open("x", encoding="utf-8") as file:
            json.dump(described, file, indent=1)
        return cls(folder, described, private, seal)

    @classmethod
    def open(cls, folder: Path, pin: str) -> SoftwareLock | LockFault:
        """Open with its PIN."""
        try:
            described = json.loads((folder / FILE).read_text(encoding="utf-8"))
            seal = _stretch(pin, described)
            private = serialization.load_der_private_key(_unsealed(AESGCM(seal), bytes.fromhex(described["key"])), None)
            if described["format"] == FORMAT and isinstance(private, ec.EllipticCurvePrivateKey):
                lock = cls(folder, described, private, seal)
                # Locks of an early release do not tell their point.
                return lock if described.get("point", lock.point.hex()) == lock.point.hex() else LockFault.DAMAGED
        except OSError:
            return LockFault.REMOVED
        except InvalidTag:
            return LockFault.WRONG_PIN
        except (ValueError, KeyError, TypeError, OverflowError, Argon2Error):
            pass
        return LockFault.DAMAGED

    def _there(self) -> bool:
        return (self._folder / FILE).exists()

    def sign(self, message: bytes) -> bytes | LockFault:
        if not self._there():
            return LockFault.REMOVED
        r, s = decode_dss_signature(self._private.sign(message, ec.ECDSA(hashes.SHA256())))
        return r.to_bytes(32, "big") + s.to_bytes(32, "big")

    def read(self, label: str) -> bytes | LockFault | None:
        path = self._object(label)
        if not self._there():
            return LockFault.REMOVED
        try:
            return _unsealed(self._seal, path.read_bytes())
        except FileNotFoundError:
            return None if self._there() else LockFault.REMOVED
        except (OSError, InvalidTag, ValueError):
            return LockFault.DAMAGED if self._there() else LockFault.REMOVED

    def write(self, label: str, content: bytes) -> LockFault | None:
        path = self._object(label)
        if not self._there():
            return LockFault.REMOVED
        part = path.with_suffix(".part")
        try:
            with part.open("wb") as file:
                file.write(_sealed(self._seal, content))
                file.flush()
                os.fsync(file.fileno())
            part.replace(path)
        except OSError:
            return LockFault.FULL if self._there() else LockFault.REMOVED
        return None

    def destroy(self, label: str) -> LockFault | None:
        path = self._object(label)
        if not self._there():
            return LockFault.REMOVED
        try:
            path.unlink(missing_ok=True)
        except OSError:
            return LockFault.DAMAGED if self._there() else LockFault.REMOVED
        return None

    def _object(self, label: str) -> Path:
        return self._folder / f"{contents.label(label)}.object"

    def close(self) -> None:
        """Nothing is held open."""


def seen(folder: Path) -> SeenLock | None:
    """What the key file tells without the PIN; None where there is none or it is damaged."""
    try:
        told = json.loads((folder / FILE).read_text(encoding="utf-8"))
        point = bytes.fromhex(told.get("point", ""))
        if told["format"] == FORMAT and isinstance(told["serial"], str) and len(point) in {0, 65}:
            return SeenLock(told["serial"], LockKind(told["kind"]), True, point, "")
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        pass
    return None


def _point(private: ec.EllipticCurvePrivateKey) -> bytes:
    return private.public_key().public_bytes(serialization.Encoding.X962, serialization.PublicFormat.UncompressedPoint)


def _stretch(pin: str, described: dict[str, Any]) -> bytes:
    kdf = described["kdf"]
    return hash_secret_raw(
        pin.encode(), bytes.fromhex(kdf["salt"]), kdf["time"], kdf["memory_kib"], kdf["lanes"], 32, Type.ID
    )


def _sealed(seal: AESGCM, content: bytes) -> bytes:
    nonce = secrets.token_bytes(12)
    return nonce + seal.encrypt(nonce, content, None)


def _unsealed(seal: AESGCM, sealed: bytes) -> bytes:
    return seal.decrypt(sealed[:12], sealed[12:], None)
