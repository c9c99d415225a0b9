"""Answers that a backup brought, opened: those of rooms' results and of standalone exams, each by itself."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from app.authority import answers as standalone
from app.authority.keys import Agency
from app.authority.open_folder import put
from app.authority.open_rows import Opened
from app.authority.opened_people import Blob
from app.authority.safe_names import safe
from app.core.plan import RegisteredAs
from app.core.room_state import RoomSession
from app.core.site import Site
from app.core.standalone_state import Custody, Standalone
from app.core.terms import Digest, ExamId, SessionId, Ticket
from app.exchange import room_result, strict
from app.exchange.agefile import unseal
from app.exchange.keyfile import KeyFile, Keys
from app.exchange.room_result import Expected
from app.exchange.signed import Kind, PublicKey
from app.trouble import Code, Trouble

FOLDER = "answers"


@dataclass(slots=True)
class Opening:
    """Of one site. `word` says a Trouble; `found` and `failed` fill as results are opened into `folder`."""

    agency: Agency
    site: Site
    exam: ExamId
    file: KeyFile
    keys: Keys
    blob: Blob
    word: Callable[[Trouble], str]
    folder: Path
    found: dict[tuple[SessionId, Ticket], Opened] = field(default_factory=dict)
    opened: int = 0
    failed: int = 0

    def everything(self) -> None:
        """What cannot be opened is remarked at whom it concerns, and stops nothing else."""
        for session, state in self.site.sessions.items():
            for room in state.rooms.values():
                if room.result and not room.result.by_hand:
                    self._try(session, tuple(room.sittings), partial(self._room, room, room.result.digest))
            for ticket, alone in state.standalone.items():
                if alone.counted:
                    self._try(session, (ticket,), partial(self._alone, session, alone))

    def _try(self, session: SessionId, tickets: tuple[Ticket, ...], step: Callable[[], None]) -> None:
        try:
            step()
        except Trouble as trouble:
            self.failed += 1
            for ticket in tickets:
                before = self.found.get((session, ticket), Opened())
                remark = " ".join((before.remark, self.word(trouble))).strip()
                self.found[session, ticket] = Opened(before.files, remark)

    def _room(self, room: RoomSession, result: Digest) -> None:
        """A result is opened whole, or nothing of it."""
        sealed = self.blob(result)
        lock = room_result.claimed_lock(sealed, [self.keys.identity], room_result.SUFFIX)
        state = self.site.locks.get(lock)
        if state is None or state.registered.kind is not RegisteredAs.INVIGILATION:
            raise Trouble(Code.SIGNER_UNKNOWN, document=Kind.RESULT, signer=lock[:60])
        expected = Expected(self.agency.mode, self.exam, self.site.code, room.session, room.room, lock)
        part = self.folder / f".{safe(room.room)}.part"
        kept: list[Ticket] = []

        def keep(ticket: Ticket, content: bytes) -> None:
            plain = unseal(content, [self.agency.identity], f"{ticket}.age")
            part.mkdir(exist_ok=True)
            (part / f"{safe(ticket)}.bin").write_bytes(plain)
            kept.append(ticket)

        try:
            room_result.read(sealed, [self.keys.identity], expected, PublicKey.read(state.registered.jwk), keep)
            for ticket in kept:
                name = f"{safe(ticket)}.bin"
                self._put(room.session, ticket, name, (part / name).read_bytes())
        finally:
            shutil.rmtree(part, ignore_errors=True)

    def _alone(self, session: SessionId, alone: Standalone) -> None:
        counted = next(one for one in alone.returns if one.file == alone.counted)
        package = alone.package(counted.number)
        content, name = self.blob(Digest(counted.file)), safe(alone.ticket)
        if package and package.custody is Custody.REGISTERED:
            self._put(session, alone.ticket, f"{name}.as-it-came", content)
            return
        sheet = standalone.of_return(self.agency, self.file, content, f"{alone.ticket}.return")
        if (sheet.session, sheet.ticket) != (session, alone.ticket):
            raise Trouble(Code.TICKET_WRONG, expected=alone.ticket, found=sheet.ticket)
        self._put(session, alone.ticket, f"{name}.json", strict.encode(sheet))

    def _put(self, session: SessionId, ticket: Ticket, name: str, content: bytes) -> None:
        folder = self.folder / safe(session)
        folder.mkdir(exist_ok=True)
        put(folder / name, content)
        before = self.found.get((session, ticket), Opened())
        self.found[session, ticket] = Opened((*before.files, f"{FOLDER}/{folder.name}/{name}"), before.remark)
        self.opened += 1
