"""What needs a decision: every room is full (OVB-09), or two rooms claim one candidate (OVB-15)."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from app.core.machines import ServeSpare
from app.core.operation import Signer
from app.core.settlement import DecideDispute
from app.core.terms import RoomId, SessionId
from app.service.transfers import open_standby
from app.views.transfers import Dispute, Places, disputes, full_everywhere, opened_standby, spares, standby
from ui.shell import PageName, Place, Shell
from ui.widgets.asking import Asking
from ui.widgets.notice import Notice

Action = tuple[str, Callable[[], object]]


class FullNotice(Notice):
    """Says what can still be done while no room has a free seat: spare seats, a standby room, standalone."""

    def __init__(self, shell: Shell, asking: Asking) -> None:
        super().__init__(shell.look)
        self._shell, self._asking = shell, asking
        self._shown: object = None

    def look(self, session: SessionId, left: Places) -> None:
        """Built anew only when it says something else, so that the focus stays."""
        site = self._shell.bridge.site
        if not full_everywhere(site, session, left):
            self._shown = None
            self.clear()
            return
        waits = opened_standby(site, session)
        found = (session, waits, standby(site, session), spares(site, session))
        if found != self._shown:
            self._shown = found
            self._build(session, waits)

    def _build(self, session: SessionId, waits: tuple[RoomId, ...]) -> None:
        shell, say, site = self._shell, self._shell.say, self._shell.bridge.site
        actions: list[Action] = [
            (say("transfers-release", room=room), lambda: shell.go(Place(PageName.OVERVIEW, session))) for room in waits
        ]
        for room, seats in spares(site, session):
            text = say("transfers-spares", room=room, count=len(seats))
            actions.append((text, partial(self._serve, room, seats)))
        for room in standby(site, session):
            text = say("transfers-standby", room=room)
            actions.append((text, partial(self._open, session, room)))
        note = say("transfers-full-else") if actions else say("transfers-full-nothing")
        self.tell("bad", say("transfers-full"), *actions, note=note)

    def _open(self, session: SessionId, room: RoomId) -> None:
        console = self._shell.bridge.console
        said = self._shell.say("transfers-standby-opened", room=room)
        self._asking.ask(lambda *signers: open_standby(console, session, room, *signers), said)

    def _serve(self, room: RoomId, seats: tuple[str, ...]) -> None:
        bridge = self._shell.bridge

        def serve(*signers: Signer) -> object:
            return bridge.console.submit(ServeSpare(room, seats, True, bridge.now, signers[0].id), *signers)

        self._asking.ask(serve, self._shell.say("transfers-spares-served", room=room, count=len(seats)))


class DisputeNotice(Notice):
    """One candidate after the other, in order of tickets: the chief says in which room they sit."""

    def __init__(self, shell: Shell, asking: Asking) -> None:
        super().__init__(shell.look)
        self._shell, self._asking = shell, asking
        self._shown: object = None

    def look(self, session: SessionId) -> None:
        found = disputes(self._shell.bridge.site, session)
        if not found:
            self._shown = None
            self.clear()
        elif (session, found) != self._shown:
            self._shown = (session, found)
            self._build(session, found[0], len(found))

    def _build(self, session: SessionId, one: Dispute, count: int) -> None:
        say = self._shell.say
        name = self._shell.bridge.console.directory.name(one.ticket) or one.ticket
        sentence = say("transfers-disputed", name=name, ticket=one.ticket, room=one.room, other=one.claimed_by)
        actions: list[Action] = []
        for room in (one.room, one.claimed_by):
            decide = DecideDispute(session, one.ticket, room)
            said = say("transfers-decided", name=name, room=room)
            actions.append((say("transfers-decide", room=room), partial(self._asking.submit, decide, said)))
        note = say("transfers-disputed-more", count=count - 1) if count > 1 else say("transfers-disputed-who")
        self.tell("warn", sentence, *actions, note=note)
