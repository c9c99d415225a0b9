"""Signed sheets as they were scanned at the site, each under the name of its printed copy."""

from __future__ import annotations

from pathlib import Path

from app.authority.open_folder import put
from app.authority.opened_people import Blob
from app.authority.safe_names import safe
from app.core.site import Site
from app.exchange.keyfile import Keys

FOLDER = "scans"
_ENDINGS = ((b"%PDF", "pdf"), (b"\x89PNG", "png"), (b"\xff\xd8", "jpg"), (b"II*\0", "tif"), (b"MM\0*", "tif"))


def lay_out(site: Site, keys: Keys, blob: Blob, folder: Path) -> None:
    """Raises WRONG_KEY and BLOB_MISSING."""
    for copy in site.every_copy:
        if copy.scan:
            content = keys.unseal(blob(copy.scan.file))
            ending = next((ending for begins, ending in _ENDINGS if content.startswith(begins)), "bin")
            put(folder / safe(f"{copy.form}-{copy.subject}-{copy.copy}.{ending}"), content)
