"""Makes journal-v1: a small real store with its lock. `python -m tests.vectors.make_journal FOLDER`

Run once for a release. What a release has shipped is never made anew: it must open for ever as it is.
"""

from __future__ import annotations

import sys
from collections import Counter
from datetime import datetime
from pathlib import Path
from typing import Any

import msgspec

from app.core.closing import WriteOff
from app.core.correction import CorrectAttendance, CorrectionReason
from app.core.incident import CloseIncident, OpenIncident
from app.core.incident_kinds import IncidentKind
from app.core.ledger import session_count
from app.core.operation import Operation, Signer
from app.core.safekeeping import RecordBackup
from app.core.session_state import SessionState
from app.core.site import Site
from app.core.start import RecordStarts, RoomStart
from app.core.terms import Digest, IncidentNo, PersonId, Role
from app.core.upload import TakeReceipt
from app.journal import codec
from app.journal.store import Journal
from app.service.clock import DrivenClock
from app.service.console import Console
from app.service.unlock import unlock
from tests.journeys.killed import MINUTE, WHO, PracticeDay
from tests.stores import EVE, OFFICER, Place, arrange

CHIEF = Signer(PersonId("C01"), Role.CHIEF, "pin:00112233445566778")


class FullDay(PracticeDay):
    """A day with every kind of fact in it."""

    def __init__(self, console: Console, clock: DrivenClock) -> None:
        super().__init__(console, clock, lambda *_: None)
        self._site = console

    def _end(self, state: SessionState) -> None:
        room = next(iter(state.rooms.values()))
        at, session = self._now + MINUTE, state.plan.id
        late, early = max(room.sittings), min(room.sittings)
        second = RoomStart(room.room, state.plan.starts_at + MINUTE)
        self._do(RecordStarts(session, (second,), WHO), at, refused=True)
        for present, reason in ((True, CorrectionReason.FOUND_IN_ROOM), (False, CorrectionReason.NEVER_CAME)):
            self._do(CorrectAttendance(session, late, present, reason, at, WHO), at)
        self._do(OpenIncident(IncidentKind.ANSWERS_LOST, session, room.room, at, WHO), at)
        incident = IncidentNo("A-001")
        refusal = self._site.submit(WriteOff(session, early, incident), CHIEF, OFFICER)
        assert refusal is None, refusal
        self._do(CloseIncident(incident, at + MINUTE), at + MINUTE)
        super()._end(state)
        journal, name, digest = self._site.store.journal, "journal-v1", Digest("b5" * 32)
        end = self._now + MINUTE
        self._do(RecordBackup(name, session, digest, 4096, journal.n, journal.head.hex()), end)
        self._do(TakeReceipt("Q-1", name, digest, self._blob("receipt")), end)

    def _do(self, operation: Operation, at: datetime, *, refused: bool = False) -> None:
        super()._do(operation, at, refused=refused)
        self._now = at


def summary(site: Site, journal: Journal) -> dict[str, Any]:
    """What this journal says, in words that no later release changes."""
    bodies = [entry.body for entry in journal.read()]
    for n, body in enumerate(bodies, 1):
        codec.decode(body, n)
    return {
        "entries": journal.n,
        "head": journal.head.hex(),
        "kinds": dict(sorted(Counter(msgspec.json.decode(body)["fact"] for body in bodies).items())),
        "site": [site.mode, site.code, site.lock.serial],
        "sessions": {
            state.plan.id: {
                "starts_at": state.plan.starts_at.isoformat(),
                "arranged": session_count(state).arranged,
                "present": session_count(state).present,
                "absent": session_count(state).absent,
                "collected": session_count(state).collected,
                "authorization": state.start_authorization,
                "checked": bool(state.checked_at),
                "rooms": {room.room: [room.release, bool(room.ended_at)] for room in state.rooms.values()},
            }
            for state in site.sessions.values()
        },
        "late": [[late.room, late.ticket] for late in site.late],
        "incidents": {one.number: [one.kind, bool(one.closed_at)] for one in site.incidents.values()},
        "faults": {one.number: [one.kind, bool(one.closed_at)] for one in site.faults.values()},
        "records": [[one.form, one.session, one.room, one.copy] for one in site.records],
        "backups": {one.name: [one.entries, one.receipt] for one in site.safe.backups.values()},
        "timestamps": {source: reading.text for source, reading in site.timestamps.items()},
        "blobs": sorted(site.blobs),
    }


def main(folder: Path) -> None:
    place, clock = Place(folder), DrivenClock(EVE)
    console = place.enrol().console
    arrange(console)
    console.store.close()
    console = unlock(place.store, place.lock(), clock)
    FullDay(console, clock).run()
    said = summary(console.site, console.store.journal)
    console.store.close()
    (place.store / "in-use").unlink()
    text = msgspec.json.format(msgspec.json.encode(said), indent=1)
    (folder / "summary.json").write_bytes(text + b"\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
