"""The one door: whatever anyone asks for, from any screen or file, goes through `submit`."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime

from app import rulebooks
from app.core.clock import SiteTimeConfirmed
from app.core.directory import Directory, Speaker, directory
from app.core.free_text import FreeText
from app.core.operation import Desk, Fact, Operation, Refusal, Refused, Signer
from app.core.permission import AnotherPersonNeeded, ThisPersonNeeded, gone, permitted
from app.core.plan import Candidate
from app.core.rulebook import Rulebook
from app.core.site import Site, SiteTime
from app.core.terms import LockSerial, PersonId
from app.exchange import keyfile, strict
from app.exchange.exam_package import StaffEntry, read_recovery, read_roster, read_staff
from app.journal import codec
from app.journal.chain import Mark
from app.service import left_behind
from app.service.chronicle import Chronicle
from app.service.clock import Clock, Moment
from app.service.code_roots import CodeRoots
from app.service.sitelock import worked
from app.service.store import Store
from app.trouble import Code, Trouble
from app.views.actual import ENTERED, ActualTimes
from devices.media import MediaReader, SystemMedia
from devices.presence import Presence
from devices.protocols import GONE, Lock

Listener = Callable[[tuple[Fact, ...]], None]


class Console:
    """State in memory, journal on disk, and nothing else that could disagree."""

    def __init__(self, store: Store, clock: Clock) -> None:
        """Replays the journal; raises what a broken one says."""
        self.store, self.clock = store, clock
        self.site = Site()
        self.actual = ActualTimes()
        self.chronicle = Chronicle()
        """As far as the journal went when it was last replayed; `logbook.told` reads on."""
        self.directory, self.roots = Directory(), CodeRoots(store, self)
        self.verifiers: dict[PersonId, str] = {}
        self.media: MediaReader = SystemMedia()
        self.behind: Callable[[], int] = lambda: 0
        """How many entries the mirror lacks; who runs the mirror says it."""
        self.recovery: tuple[str, ...] = ()
        """The verifiers of the two sealed passphrases (SEC-08)."""
        self.last_entry: datetime | None = None
        self._listeners: list[Listener] = []
        self._stopped = False
        marks = store.marks()
        self._replay(marks)
        if not marks and store.journal.n > 1 and not store.granted and store.reaches is None:
            raise Trouble(Code.MARK_MISSING, entry=store.journal.n)
        self._before = self._end

    @property
    def _end(self) -> Mark:
        return Mark(self.store.journal.n, self.store.journal.head)

    def _replay(self, marks: Iterable[Mark]) -> None:
        site, actual, chronicle, last = Site(), ActualTimes(), Chronicle(), None
        for entry in self.store.journal.read(marks):
            fact = codec.decode(entry.body, entry.n)
            fact.apply(site)
            actual.reported(fact)
            chronicle.take(entry, fact)
            last = entry
            if type(fact) in ENTERED:
                actual.entered(codec.decode_time(entry.stamp, entry.n), fact)
        self.site, self.actual, self.chronicle = site, actual, chronicle
        stamp = codec.decode_stamp(last.stamp, last.n) if last else None
        self.last_entry = stamp.at if stamp else None
        self.clock.take_up(site.time, SiteTime(stamp.at, stamp.boot, stamp.up) if stamp else None)
        self.load_people()

    def load_people(self) -> None:
        """Names and PIN verifiers of the package in force, from their personal blobs; once cleaned, those left."""
        if self.site.package is None:
            return
        blobs, keys = self.store.blobs, self.store.keys
        if cleaned := self.site.safe.cleaned:
            staff = left_behind.read(blobs, cleaned.staff).staff
            self.directory, self.recovery = directory((), staff), ()
            self.verifiers = {member.code: member.verifier for member in staff}
            return
        if keys.personal is None:
            raise Trouble(Code.WRONG_KEY, file=keyfile.NAME)
        roster, listed = (keys.unseal(blobs.get(kept)) for kept in (self.site.package.roster, self.site.package.staff))
        sealed = self.site.package.recovery
        recovery = read_recovery(keys.unseal(blobs.get(sealed))) if sealed else ()
        self.meet(read_roster(roster), read_staff(listed), recovery)
        said = {one.said_by for asked in self.site.applications.values() for one in asked.consents}
        for digest in said:
            self.directory.said_by[digest] = strict.decode(keys.unseal(blobs.get(digest)), Speaker, digest)
        for digest in self.site.texts:
            self.directory.texts[digest] = strict.decode(keys.unseal(blobs.get(digest)), FreeText, digest)

    def meet(
        self, candidates: Iterable[Candidate], staff: Iterable[StaffEntry], recovery: tuple[str, ...] = ()
    ) -> None:
        """These are the people from now on, and the verifiers of the two sealed passphrases."""
        members, self.recovery = tuple(staff), recovery
        people = self.directory
        self.directory = directory(candidates, members, self.roots, people.said_by, people.texts)
        self.verifiers = {member.code: member.verifier for member in members}

    @property
    def rulebook(self) -> Rulebook:
        """The numbers signed in the package; before there is one, the template's."""
        return self.site.package.rulebook if self.site.package else rulebooks.load("machine-generic")

    @property
    def machine(self) -> str:
        """The name of this machine in every number it gives out."""
        return self.site.machine

    @property
    def stopped(self) -> bool:
        """After a failed write nothing is taken until `reopen`."""
        return self._stopped

    def halt(self) -> None:
        """Take nothing more until `reopen`: trust is broken."""
        self._stopped = True

    def listen(self, listener: Listener) -> None:
        """Hear of facts after they stand. Listeners queue their work; they never submit from here."""
        self._listeners.append(listener)

    def submit(
        self, operation: Operation, *signers: Signer, locks: frozenset[LockSerial] = frozenset()
    ) -> Refusal | None:
        """Do it and return None, or return why not. Memory changes only after disk.

        `locks` were proved just now, besides the site lock, which is proved here where the step wants it.
        Raises CONSOLE_STOPPED, and whatever the disk says; after that `reopen` tells whether it stands.
        """
        if self._stopped:
            raise Trouble(Code.CONSOLE_STOPPED, entry=self.store.journal.n)
        moment = self.clock.moment()
        desk = self._desk(operation, signers, moment, locks)
        no = self._no(operation, desk)
        if isinstance(no, AnotherPersonNeeded | ThisPersonNeeded):
            # Nobody is called to the desk for a step that is refused anyway.
            plain = operation.decide(self.site, desk)
            return plain if isinstance(plain, Refusal) else no
        if no:
            return no
        match operation.decide(self.site, desk):
            case Refusal() as refusal:
                return refusal
            case Refused(refusal, facts):
                self._record(facts, desk, moment)
                return refusal
            case facts:
                self._record(facts, desk, moment)
                return None

    def may(self, operation: Operation, *signers: Signer) -> Refusal | None:
        """Who may, before long work is begun for it; what the operation itself says comes with `submit`."""
        return self._no(operation, self._desk(operation, signers, self.clock.moment()))

    def foresee(
        self, operation: Operation, *signers: Signer, locks: frozenset[LockSerial] = frozenset()
    ) -> Refusal | None:
        """What `submit` would say now if these locks were proved: asked before somebody types a PIN."""
        decided = self.foretell(operation, *signers, locks=locks)
        return decided if isinstance(decided, Refusal) else None

    def foretell(
        self, operation: Operation, *signers: Signer, locks: frozenset[LockSerial] = frozenset()
    ) -> Refusal | tuple[Fact, ...]:
        """As `foresee`, with the facts that would be recorded where it is no no."""
        desk = self._desk(operation, signers, self.clock.moment(), locks)
        if no := self._no(operation, desk):
            return no
        decided = operation.decide(self.site, desk)
        return decided.refusal if isinstance(decided, Refused) else decided

    def _no(self, operation: Operation, desk: Desk) -> Refusal | None:
        return gone(desk) or permitted(operation, self.site, desk)

    def _desk(
        self,
        operation: Operation,
        signers: tuple[Signer, ...],
        moment: Moment,
        locks: frozenset[LockSerial] = frozenset(),
    ) -> Desk:
        sure, behind = self.clock.confirmed, self.behind()
        desk = Desk(moment.at, signers, self.rulebook, self.directory, self.machine, locks, sure, behind)
        if signers and operation.demand(self.site, desk).site_lock:
            return replace(desk, locks=locks | self._proved())
        return desk

    def _proved(self) -> frozenset[LockSerial]:
        """The site lock, if it is in and proves its key now; raises what else a lock can say."""
        fault = Presence().look(self.store.lock)
        if fault in GONE:
            return frozenset()
        worked(fault)
        return frozenset({LockSerial(self.store.lock.serial)})

    def _record(self, facts: tuple[Fact, ...], desk: Desk, moment: Moment) -> None:
        if not facts:
            return
        signed = tuple(codec.Signed(signer.id, signer.role, signer.proof) for signer in desk.signers)
        for fact in facts:
            if isinstance(fact, SiteTimeConfirmed):
                # From its own entry on, so that no later entry is stamped before this one.
                self.clock.adopt(SiteTime(fact.at, fact.boot, fact.up))
                moment = self.clock.moment()
        epoch = self.store.key_file.epoch
        stamp = codec.EntryStamp(moment.at, moment.boot, moment.up, desk.machine, epoch, signed)
        bodies = [codec.encode(fact) for fact in facts]
        self._stopped, self._before = True, self._end
        self.store.journal.append(codec.encode_stamp(stamp), bodies)
        for fact in facts:
            fact.apply(self.site)
            self.actual.note(moment.at, fact)
        self._stopped, self.last_entry = False, moment.at
        for listener in self._listeners:
            listener(facts)

    def reopen(self) -> bool:
        """Read the journal afresh after a failure; True where the operation in question stands after all.

        What stood before it must still stand: memory knows the head, also while the lock is out.
        """
        self.store.reopen_journal()
        self._replay((self._before, *self.marks_at_hand()))
        # An entry whose sync failed may stand in the log alone: what is called standing is in the file from here on.
        self.store.journal.settle()
        self._stopped = False
        return self.store.journal.n > self._before.n

    def relock(self, lock: Lock) -> None:
        """The site lock answers through this handle from now on; the one before is closed."""
        self.store.lock.close()
        self.store.lock = lock

    def marks_at_hand(self) -> tuple[Mark, ...]:
        """Heads noted outside the database; none while the lock is out, which stops no exam (J-43)."""
        try:
            return self.store.marks()
        except Trouble as trouble:
            if trouble.code is Code.LOCK_REMOVED:
                return ()
            raise
