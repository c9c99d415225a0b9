"""What can be handed over (移交): papers that are ready, pieces of evidence that lie in the site, and media."""

from __future__ import annotations

from app.core.paper_state import Copy
from app.core.rulebook import Rulebook
from app.core.signing import signers_of
from app.core.site import Site
from app.core.site_form import STEP_FORMS, SiteForm
from app.core.terms import MediumSerial
from app.core.violation_state import Evidence, KeptAt
from app.views.to_sign import outdated

_SIGNED_BY_HAND = frozenset({*STEP_FORMS, SiteForm.AUTHORITIES, SiteForm.BACKUPS})
"""Whose signatures are not entered one by one: they can go along."""


def papers_ready(site: Site, rulebook: Rulebook) -> tuple[tuple[Copy, bool], ...]:
    """The newest copy of each sheet that came out, is signed, still holds and is still here; and whether it goes as a
    rule."""
    newest = {(one.form, one.subject): one for one in site.every_copy}
    found = []
    for copy in newest.values():
        if not copy.came_out or copy.handed_over or outdated(site, copy):
            continue
        if signers_of(copy.form, rulebook):
            found += [(copy, True)] if copy.signed_at else []
        elif copy.form in _SIGNED_BY_HAND:
            found.append((copy, False))
    return tuple(sorted(found, key=lambda one: (not one[1], one[0].form, one[0].subject)))


def pieces_here(site: Site) -> tuple[Evidence, ...]:
    """What lies in a room or with the exam office."""
    return tuple(
        one
        for violation in site.violations.values()
        for one in violation.evidence
        if one.place in (KeptAt.ROOM, KeptAt.EXAM_OFFICE)
    )


def media_here(site: Site) -> tuple[tuple[MediumSerial, bool], ...]:
    """Registered media that are here, by label; and whether one holds a backup, and so is meant to go."""
    media = sorted(site.safe.media.items(), key=lambda one: one[1].label)
    made = (*(one.media for one in site.safe.backups.values()), *(one.media for one in site.safe.room_backups.values()))
    held = {serial for serials in made for serial in serials}
    return tuple((serial, serial in held) for serial, one in media if not (one.lost_at or one.handed_over))
