"""The mirror (镜像): every entry also goes, sealed, to a registered medium, so that another machine can go on."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import ClassVar

from app.core.media import gone_or_unregistered, unfit_to_carry
from app.core.operation import OFFICE, SUPERVISORS, Decision, Demand, Desk, Fact, Operation, Refusal
from app.core.safe_state import Mirror, MirrorReason, WaiverReason
from app.core.site import Site
from app.core.terms import ClauseId, MediumSerial


class BeginMirror(Operation, frozen=True):
    """From now on every entry goes to this medium too; another one takes the place of the one before."""

    while_sealed: ClassVar[bool] = True
    medium: MediumSerial

    def demand(self, site: Site, desk: Desk) -> Demand:
        return Demand(OFFICE, site_lock=True)

    def decide(self, site: Site, desk: Desk) -> Decision:
        if no := unfit_to_carry(site, self.medium):
            return no
        if not site.safe.media[self.medium].read:
            return MirrorMediumUnread(self.medium)
        mirror = site.safe.mirror
        if mirror and mirror.medium == self.medium and not mirror.out:
            return ()
        return (MirrorBegun(self.medium, desk.now),)


class MirrorBegun(Fact, frozen=True):
    """This medium is the mirror."""

    medium: MediumSerial
    at: datetime

    def apply(self, site: Site) -> None:
        site.safe.mirror = Mirror(self.medium, self.at)
        site.safe.mirrored.add(self.medium)


class NoteMirrorOut(Operation, frozen=True):
    """The console noticed that the mirror no longer follows; sessions go on meanwhile."""

    after_cleaning: ClassVar[bool] = True
    while_sealed: ClassVar[bool] = True
    any_time: ClassVar[bool] = True
    reason: MirrorReason

    def demand(self, site: Site, desk: Desk) -> Demand:
        return Demand(frozenset(), unsigned=True)

    def decide(self, site: Site, desk: Desk) -> Decision:
        mirror = site.safe.mirror
        if mirror is None or mirror.out:
            return ()
        return (MirrorOut(mirror.medium, self.reason, desk.now),)


class MirrorOut(Fact, frozen=True):
    """The mirror stopped following; what was let pass before it did is no leave to go on now."""

    medium: MediumSerial
    reason: MirrorReason
    at: datetime

    def apply(self, site: Site) -> None:
        if site.safe.mirror:
            site.safe.mirror = replace(site.safe.mirror, out=self.reason, out_at=self.at, waived=None)


class NoteMirrorBack(Operation, frozen=True):
    """The mirror has everything, once it was out or gates went on without it."""

    after_cleaning: ClassVar[bool] = True
    while_sealed: ClassVar[bool] = True
    any_time: ClassVar[bool] = True
    medium: MediumSerial

    def demand(self, site: Site, desk: Desk) -> Demand:
        return Demand(frozenset(), unsigned=True)

    def decide(self, site: Site, desk: Desk) -> Decision:
        mirror = site.safe.mirror
        if mirror is None or mirror.medium != self.medium or not (mirror.out or mirror.waived):
            return ()
        if gone_or_unregistered(site, self.medium):
            return ()
        return (MirrorBack(self.medium),)


class MirrorBack(Fact, frozen=True):
    """The mirror follows again; what was let pass without it is so no longer."""

    medium: MediumSerial

    def apply(self, site: Site) -> None:
        if site.safe.mirror:
            site.safe.mirror = replace(site.safe.mirror, out=None, out_at=None, waived=None)


class GoOnWithoutMirror(Operation, frozen=True):
    """Let gates pass although the mirror is behind, until it follows again: before two persons, with a reason."""

    reason: WaiverReason

    def demand(self, site: Site, desk: Desk) -> Demand:
        return Demand(OFFICE, (SUPERVISORS,))

    def decide(self, site: Site, desk: Desk) -> Decision:
        mirror = site.safe.mirror
        if mirror is None or not (desk.behind or mirror.out):
            return MirrorNotBehind()
        return () if mirror.waived else (WentOnWithoutMirror(self.reason, desk.behind, desk.now),)


class WentOnWithoutMirror(Fact, frozen=True):
    """Gates pass although so many entries are on this machine alone."""

    reason: WaiverReason
    behind: int
    at: datetime

    def apply(self, site: Site) -> None:
        if site.safe.mirror:
            site.safe.mirror = replace(site.safe.mirror, waived=self.reason)


class NoteDrill(Operation, frozen=True):
    """Enter a restore drill: the mirror was read, replayed and found whole as far as entry `entries` (DAT-16)."""

    while_sealed: ClassVar[bool] = True
    medium: MediumSerial
    entries: int
    blobs: int

    def demand(self, site: Site, desk: Desk) -> Demand:
        return Demand(OFFICE)

    def decide(self, site: Site, desk: Desk) -> Decision:
        mirror = site.safe.mirror
        if mirror is None or mirror.medium != self.medium:
            return NoMirrorThere(self.medium)
        return (MirrorDrilled(self.medium, self.entries, self.blobs, desk.now),)


class MirrorDrilled(Fact, frozen=True):
    """A drill gave back the state up to this entry, and every file that it cites."""

    medium: MediumSerial
    entries: int
    blobs: int
    at: datetime

    def apply(self, site: Site) -> None:
        if site.safe.mirror:
            site.safe.mirror = replace(site.safe.mirror, drilled_at=self.at)


def mirror_waits(site: Site, desk: Desk) -> Refusal | None:
    """Why a gate waits for the mirror: asked of the steps that no deadline presses."""
    mirror = site.safe.mirror
    if mirror is None or mirror.waived or not (desk.behind or mirror.out):
        return None
    return MirrorBehind(desk.behind, mirror.out)


class MirrorMediumUnread(Refusal, frozen=True):
    """A medium that goes by its label alone is not found again when it was out: take one that tells its serial."""

    clause: ClassVar[ClauseId] = ClauseId("DAT-16")
    serial: MediumSerial


class MirrorBehind(Refusal, frozen=True):
    """So many entries are on this machine alone: wait a moment, put the medium back in, or go on with a reason."""

    clause: ClassVar[ClauseId] = ClauseId("DAT-16")
    behind: int
    out: MirrorReason | None


class NoMirrorThere(Refusal, frozen=True):
    """Another medium is the mirror by now, or none."""

    clause: ClassVar[ClauseId] = ClauseId("DAT-16")
    serial: MediumSerial


class MirrorNotBehind(Refusal, frozen=True):
    """There is no mirror that would be behind."""

    clause: ClassVar[ClauseId] = ClauseId("DAT-16")
