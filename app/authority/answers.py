"""The other end of a standalone exam: answers that only the province reads."""

from __future__ import annotations

from app.authority.keys import Agency
from app.exchange import keyfile, standalone_return
from app.exchange.keyfile import KeyFile
from app.exchange.paper import AnswerSheet


def read(agency: Agency, sealed: bytes, name: str) -> AnswerSheet:
    """Of answers.age as it lies in a return. Raises FILE_NOT_FOR_US, FILE_DAMAGED and what answers can say."""
    return standalone_return.open_answers(sealed, agency.identity, name)


def of_return(agency: Agency, keys: KeyFile, returned: bytes, name: str) -> AnswerSheet:
    """Of a return or an interim copy as the site keeps it; `keys` comes with the site's backup.

    Who signed the return is not asked here: the site did, and its journal names file, digest and station.
    """
    site = keyfile.open_as_province(keys, agency.identity).identity
    return read(agency, standalone_return.answers_of(returned, [site], name), name)
