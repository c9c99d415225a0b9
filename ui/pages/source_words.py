"""Where a rule is written, of sources such as "003 九(五)¶4" or "000 §26"."""

from __future__ import annotations

import re

from app.rulebooks import clauses
from ui.shell import Shell

_SIGNS = {"§": "source-article", "¶": "source-paragraph"}
_SIGN = re.compile("([§¶])([0-9]+)")


def document_of(source: str) -> str:
    """The number that the document has among offices; one that is not in the catalogue stays as it stands."""
    document = source.partition(" ")[0]
    known = clauses().documents.get(document.partition("-")[0])
    return known.number if known else document


def place_in(shell: Shell, source: str) -> str:
    """The place in the document, with its signs in words."""
    place = source.partition(" ")[2]
    return _SIGN.sub(lambda found: shell.text.say(_SIGNS[found[1]], number=int(found[2])), place)
