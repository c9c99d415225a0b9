"""The people behind a received journal, from the personal blobs that its backup brought."""

from __future__ import annotations

from collections.abc import Callable

from app.core.directory import Directory, Speaker, directory
from app.core.free_text import FreeText
from app.core.site import Site
from app.core.terms import Digest
from app.exchange import strict
from app.exchange.exam_package import read_roster, read_staff
from app.exchange.keyfile import Keys

Blob = Callable[[Digest], bytes]


def people(site: Site, keys: Keys, blob: Blob) -> Directory:
    """Empty before there is a package; raises WRONG_KEY and what rosters and texts can say."""
    if site.package is None:
        return Directory()
    roster, staff = (keys.unseal(blob(kept)) for kept in (site.package.roster, site.package.staff))
    said = {one.said_by for asked in site.applications.values() for one in asked.consents}
    return directory(
        read_roster(roster),
        read_staff(staff),
        said_by={one: strict.decode(keys.unseal(blob(one)), Speaker, one) for one in said},
        texts={one: strict.decode(keys.unseal(blob(one)), FreeText, one) for one in site.texts},
    )
