"""The site lock of this store, and the invigilation locks that the province registered for its rooms."""

from __future__ import annotations

from app.core.locks import lock_of_room
from app.core.plan import Room
from app.core.site import Package
from app.crypto.fingerprint import thumbprint
from devices.protocols import LockFault
from ui.models.lines import Cell, Line, LinesModel, LinesView
from ui.shell import Shell
from ui.widgets.parts import Facts
from ui.widgets.step_card import StepCard

_LISTED = 12
"""Lines of the table before it scrolls."""


def fingerprint(jwk: str) -> str:
    """In groups of four, as two people read it to each other."""
    whole = thumbprint(jwk)
    return " ".join(whole[start : start + 4] for start in range(0, len(whole), 4))


class SiteLockCard(StepCard):
    """考务锁: whether it is in, and whether it is only software."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell, shell.say("authority-site-lock"))
        self.facts = Facts()
        self.body.addWidget(self.facts)
        self._shown: tuple[tuple[str, str], ...] = ()

    def refresh(self) -> None:
        shell, lock, site = self._shell, self._shell.bridge.console.store.lock, self._shell.bridge.site
        say = shell.say
        there = not isinstance(lock.read("presence"), LockFault)
        if there:
            self.tell("lock", say("authority-lock-in"), "ok")
        else:
            self.tell("lock-open", say("authority-lock-out"), "bad")
        registered = site.package is not None
        facts = (
            (say("authority-serial"), site.lock.serial),
            (say("authority-lock-made"), say("authority-software" if site.lock.software else "authority-hardware")),
            (say("authority-fingerprint"), fingerprint(site.lock.key)),
            (say("authority-register"), say("authority-registered" if registered else "authority-no-register")),
        )
        if facts != self._shown:
            self._shown = facts
            self.facts.show_facts(facts)


class RoomLocksCard(StepCard):
    """监考锁: one a room, as the package in force registers them."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell, shell.say("authority-room-locks"))
        say = shell.say
        headers = [
            say(name) for name in ("authority-room", "authority-serial", "authority-lock-made", "authority-fingerprint")
        ]
        self.model = LinesModel(shell, headers)
        self.table = LinesView(self.model, say("authority-room-locks"), wide=(3,))
        self.body.addWidget(self.table)
        self._shown: Package | None = None

    def refresh(self) -> None:
        package, say = self._shell.bridge.site.package, self._shell.say
        self.table.setVisible(package is not None)
        if package is None:
            self.tell("circle-dashed", say("authority-no-register"), "idle")
            return
        if package is self._shown:
            return
        self._shown = package
        rooms = package.plan.rooms
        missing = sum(lock_of_room(package.locks, room.id) is None for room in rooms)
        if missing:
            self.tell("alert-triangle", say("authority-rooms-without", count=missing), "warn")
        else:
            self.tell("circle-check", say("authority-rooms-all", count=len(rooms)), "ok")
        self.model.show_lines([self._line(package, room) for room in rooms])
        self.table.fit_height(1, _LISTED)

    def _line(self, package: Package, room: Room) -> Line:
        say, lock = self._shell.say, lock_of_room(package.locks, room.id)
        name = Cell(say("room-name", room=room.id))
        if lock is None:
            blank = Cell(say("blank"), "text3")
            return Line(room.id, (name, Cell(say("authority-unregistered"), "warn", "alert-triangle"), blank, blank))
        made = Cell(say("authority-soft"), "warn") if lock.software else Cell(say("authority-hardware"), "text2")
        return Line(room.id, (name, Cell(lock.serial), made, Cell(fingerprint(lock.jwk), "text2")))
