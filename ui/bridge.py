"""Between the screens and the console: who is at the desk, what was asked, what came of it, and when to look again."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, QTimer, Signal

from app.core.desk import LeaveDesk, TakeDesk
from app.core.operation import Fact, Operation, Refusal, Signer
from app.core.permission import NobodySignedIn
from app.core.plan import Session
from app.core.rulebook import Rulebook
from app.core.session_state import SessionState
from app.core.site import Site
from app.core.terms import SessionId
from app.service import locks, people, site_time
from app.service.console import Console
from app.settings import Settings
from app.trouble import Code, Trouble
from app.views import agenda
from devices.protocols import Lock, LockFault
from ui.lanes import Lane
from ui.lock_watch import LockWatch
from ui.mirror_watch import MirrorWatch

Action = Callable[..., object]
"""Takes the signers, operator first; returns a Refusal, or whatever it made."""

GATHER_MS = 50
"""Updates are gathered and shown at most so often."""
SHARE = 16
"""Showing rests so many times as long as it took: a flood of facts never takes more than a small part of a core."""
_REOPEN = frozenset({Code.CONSOLE_STOPPED, Code.WRITE_DOUBTFUL, Code.DISK_FULL})
_TYPED = frozenset({Code.WRONG_PIN, Code.PIN_WAITS, Code.PIN_UNFIT})
_log = logging.getLogger(__name__)


class Failed:
    """The world said no: it was announced as trouble, and there is nothing further to show here."""


class Bridge(QObject):
    """The screens' one way to the console."""

    changed = Signal(object)
    """Facts that stand since the last time, as a tuple."""
    ticked = Signal()
    desk_changed = Signal()
    session_changed = Signal()
    settings_changed = Signal()
    """Language or look are others now: everything on screen is to be made anew."""
    toasted = Signal(str)
    lock_changed = Signal()
    """The site lock went out, or is in again: see `lock_fault`."""
    usb_changed = Signal()
    """Something was plugged or pulled."""
    troubled = Signal(object)
    """A Trouble to show as a banner, or None when it is over."""
    stopped = Signal(object)
    """Broken trust: a Trouble after which nothing is taken."""

    def __init__(self, console: Console, settings: Settings, usb_changed: Callable[[], bool] | None = None) -> None:
        """`usb_changed` is a hint that something was plugged or pulled: only a reason to look sooner."""
        super().__init__()
        self.console, self.settings = console, settings
        self.operator: Signer | None = None
        self.locked = False
        self.files, self.printer, self.tokens = Lane("files"), Lane("printer"), Lane("tokens")
        # Whose a code is takes long to find: no file waits for it.
        self.codes = Lane("codes")
        self._lock_watch = LockWatch(self, usb_changed)
        self._touched, self._slept = time.monotonic(), slept()
        self._facts: list[Fact] = []
        self._gather = QTimer(self, singleShot=True, interval=GATHER_MS)
        self._gather.timeout.connect(self._tell)
        self._second = QTimer(self, interval=1000)
        self._second.timeout.connect(self.tick)
        self._second.start()
        self._session: SessionId | None = None
        self._live_at: tuple[datetime, int] | None = None
        self._live: tuple[SessionId, ...] = ()
        self.mirror = MirrorWatch(self)
        console.listen(self.heard)

    # What is

    @property
    def site(self) -> Site:
        return self.console.site

    @property
    def rulebook(self) -> Rulebook:
        return self.console.rulebook

    @property
    def now(self) -> datetime:
        return self.console.clock.moment().at

    @property
    def live(self) -> tuple[SessionId, ...]:
        """The sessions under way, or the next one."""
        asked = (self.now, self.console.store.journal.n)
        if asked != self._live_at:
            self._live_at, self._live = asked, agenda.live(self.site, self.rulebook, self.now)
        return self._live

    @property
    def session(self) -> SessionId | None:
        """The session that pages show: the chosen one, otherwise the first that is under way or last."""
        if self._session in self.site.sessions:
            return self._session
        held = sorted((s.plan.starts_at, s.plan.id) for s in self.site.sessions.values() if s.rooms)
        return next(iter(self.live), held[-1][1] if held else None)

    @property
    def today(self) -> tuple[Session, ...]:
        """Today's sessions in order of time; on another day the one that is shown."""
        held = (s.plan for s in self.site.sessions.values() if s.rooms)
        day = sorted((p for p in held if p.starts_at.date() == self.now.date()), key=lambda plan: plan.starts_at)
        return tuple(day) or ((self.state.plan,) if self.state else ())

    @property
    def state(self) -> SessionState | None:
        return self.site.sessions[self.session] if self.session else None

    def choose(self, session: SessionId) -> None:
        if session != self.session:
            self._session = session
            self.session_changed.emit()
        self._session = session

    # Who is at the desk

    @property
    def signed_in(self) -> bool:
        return self.operator is not None and not self.locked

    def sign(self, code: str, pin: str) -> Signer | Trouble:
        """Who this is, for one step; the desk does not change hands."""
        try:
            return people.sign_with_pin(self.console, code.strip(), pin)
        except Trouble as trouble:
            return self._typed(trouble)

    def choose_pin(self, signer: Signer, pin: str) -> Signer | Refusal | Trouble:
        """Whoever signed just now has this PIN from now on, and has signed with it."""
        try:
            return people.change_pin(self.console, signer, pin) or people.sign_with_pin(self.console, signer.id, pin)
        except Trouble as trouble:
            return self._typed(trouble)

    def _typed(self, trouble: Trouble) -> Trouble:
        """What lies in what was typed is said beside it; of anything else everybody hears."""
        if trouble.code not in _TYPED:
            self.tell(trouble)
        return trouble

    def take_desk(self, signer: Signer, leaving: Signer | None = None) -> object:
        """This person operates from now on; `leaving` signed just now where the desk was handed over in person."""
        before, locked = self.operator, self.locked
        further = (leaving,) if leaving else ()
        self.operator, self.locked = signer, False
        answer = self.attempt(lambda *signers: self.console.submit(TakeDesk(), *signers), *further)
        if answer is not None:
            self.operator, self.locked = before, locked
        self.desk_changed.emit()
        return answer

    def leave_desk(self) -> None:
        if self.signed_in:
            self.attempt(lambda *signers: self.console.submit(LeaveDesk(), *signers))
        self.operator, self.locked = None, False
        self.desk_changed.emit()

    def lock(self) -> None:
        """The board stays in sight; only asking needs the PIN again."""
        if self.operator is not None and not self.locked:
            self.locked = True
            self.desk_changed.emit()

    def touched(self) -> None:
        """Somebody typed or clicked; the key that wakes a machine finds the desk locked."""
        self._lock_when_idle()
        self._touched, self._slept = time.monotonic(), slept()

    def _lock_when_idle(self) -> None:
        if time.monotonic() - self._touched + slept() - self._slept > self.settings.idle_minutes * 60:
            self.lock()

    # What is asked

    def submit(self, operation: Operation, *further: Signer) -> object:
        """None when it stands, a Refusal, or Failed."""
        return self.attempt(lambda *signers: self.console.submit(operation, *signers), *further)

    def attempt(self, action: Action, *further: Signer) -> object:
        """What the action returned; NobodySignedIn while nobody is at the desk; Failed after trouble, which is told."""
        operator = self._operating
        if operator is None:
            return NobodySignedIn()
        self.touched()
        try:
            return action(operator, *further)
        except Trouble as trouble:
            self.tell(trouble)
            return Failed()

    @property
    def _operating(self) -> Signer | None:
        """Before the staff list is in, whoever opened the store with the lock and its PIN."""
        if self.site.package is None:
            return people.holder_of_lock(self.console)
        return None if self.locked else self.operator

    def tell(self, trouble: Trouble) -> None:
        """Broken trust stops the desk, everything else is a banner."""
        _log.warning("trouble: %s", trouble.code.value)
        if trouble.fatal:
            # Work that was under way must not add to what is no longer trusted.
            self.console.halt()
            self.stopped.emit(trouble)
        else:
            self.troubled.emit(trouble)

    @property
    def wants_reopening(self) -> bool:
        return self.console.stopped

    def reopen(self) -> bool | None:
        """Read the journal afresh: whether the step in question stands; None where that failed, which is told."""
        try:
            stands = self.console.reopen()
        except Trouble as trouble:
            self.tell(trouble)
            return None
        self.troubled.emit(None)
        self._tell()
        return stands

    def say(self, sentence: str) -> None:
        """A toast, for what succeeded."""
        self.toasted.emit(sentence)

    # When to look again

    def heard(self, facts: tuple[Fact, ...]) -> None:
        """Facts that stand; the console calls this."""
        self._facts.extend(facts)
        if not self._gather.isActive():
            self._gather.start()

    def _tell(self) -> None:
        facts, self._facts = tuple(self._facts), []
        begun = time.monotonic()
        self.changed.emit(facts)
        spent = time.monotonic() - begun
        self._gather.setInterval(max(GATHER_MS, int(spent * 1000 * SHARE)))

    def tick(self) -> None:
        """Once a second, and at once after practice time was moved."""
        self._lock_when_idle()
        self._watch_clock()
        self._lock_watch.look()
        self.ticked.emit()

    def _watch_clock(self) -> None:
        """Did somebody set the system clock?"""
        if self.console.stopped:
            return
        try:
            site_time.watch(self.console)
        except Trouble as trouble:
            self.tell(trouble)

    @property
    def lock_fault(self) -> LockFault | None:
        """Why the site lock does not answer; None while it does."""
        return self._lock_watch.fault

    def put_back(self, lock: Lock) -> None:
        """The site lock is in again, opened with its PIN; raises STORE_OTHER_LOCK."""
        locks.put_back(self.console, lock)
        self._lock_watch.answers()

    def close(self) -> None:
        """Stop the timers and the lanes; the store is closed by whoever opened it."""
        self._second.stop()
        self._lock_watch.stop()
        self._gather.stop()
        for lane in (self.codes, self.files, self.printer, self.tokens):
            lane.close()
        self.mirror.close()


def slept() -> float:
    """Seconds that this machine has slept since it was started; 0 where the other clock counts them anyway."""
    boottime = getattr(time, "CLOCK_BOOTTIME", None)
    return 0.0 if boottime is None else (time.clock_gettime_ns(boottime) - time.monotonic_ns()) / 1e9
