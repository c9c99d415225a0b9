"""Erasing (清除的完成): what stays after cleaning, whose copies go, and when it came to its end (DAT-10, REC-10)."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import ClassVar

from app.core.cleaning import NothingToClean
from app.core.operation import Decision, Demand, Desk, Fact, Operation
from app.core.site import Site
from app.core.terms import Digest, MediumSerial


def kept(site: Site) -> frozenset[Digest]:
    """Blobs that stay until retention ends: finished forms, authorizations, directives, receipts, who may sign."""
    forms = {copy.file for copy in site.every_copy}
    authorizations = {state.received.document for state in site.sessions.values() if state.received}
    directives = {one.document for asked in site.applications.values() for one in asked.directives}
    single = {site.exam_document, *(one.receipt_document for one in site.safe.backups.values())}
    if site.safe.cleaned:
        single.add(site.safe.cleaned.staff)
    return frozenset(forms | authorizations | directives | {one for one in single if one})


def scans(site: Site) -> frozenset[Digest]:
    """Pictures of signed forms, which stay too; they lie under the personal key until cleaning."""
    return frozenset(copy.scan.file for copy in site.every_copy if copy.scan)


def mirrors_here(site: Site) -> tuple[MediumSerial, ...]:
    """Media of this site that still hold a mirror: neither handed over nor lost."""
    held = (one for one in site.safe.mirrored if one in site.safe.media)
    return tuple(sorted(one for one in held if not (site.safe.media[one].lost_at or site.safe.media[one].handed_over)))


class NoteErased(Operation, frozen=True):
    """The console erased what was to be erased, and the mirrors on these media; a later one may still follow."""

    after_cleaning: ClassVar[bool] = True
    while_sealed: ClassVar[bool] = True
    any_time: ClassVar[bool] = True
    media: tuple[MediumSerial, ...]

    def demand(self, site: Site, desk: Desk) -> Demand:
        return Demand(frozenset(), unsigned=True)

    def decide(self, site: Site, desk: Desk) -> Decision:
        if site.safe.cleaned is None:
            return NothingToClean()
        media = tuple(one for one in dict.fromkeys(self.media) if one in site.safe.mirrored)
        return (DataErased(media, desk.now),) if media or site.safe.cleaned.ended_at is None else ()


class DataErased(Fact, frozen=True):
    """The cleaning came to its end on this machine; of the mirrors, those on these media are gone."""

    media: tuple[MediumSerial, ...]
    at: datetime

    def apply(self, site: Site) -> None:
        site.safe.mirrored -= set(self.media)
        if site.safe.cleaned:
            ended = site.safe.cleaned.ended_at or self.at
            site.safe.cleaned = replace(site.safe.cleaned, ended_at=ended)
