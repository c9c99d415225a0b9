"""The other end of a standalone exam: answers that only the province reads."""

from __future__ import annotations

from app.authority.keys import Agency
from app.exchange import keyfile, standalone_return
from app.exchange.keyfile import KeyFile
from app.exchange.paper import AnswerSheet
from app.trouble import Code, Trouble


def read(agency: Agency, sealed: bytes, name: str) -> AnswerSheet:
    """Of answers.age as it lies in a return. Raises FILE_NOT_FOR_US, FILE_DAMAGED and what answers can say."""
    return standalone_return.open_answers(sealed, agency.identity, name)


def of_return(agency: Agency, keys: KeyFile, returned: bytes, name: str) -> AnswerSheet:
    """Of a return or an interim copy as the site keeps it; `keys` comes with the site's backup.

    Who signed the return is not asked here: the site did, and its journal names file, digest and station. The site
    cannot look inside, so that only here it shows whether these are the answers of whom the return names.

    Raises EXAM_WRONG, SESSION_WRONG or TICKET_WRONG where they are not.
    """
    site = keyfile.open_as_province(keys, agency.identity).identity
    said, sealed = standalone_return.claims(returned, [site], name)
    sheet = read(agency, sealed, name)
    for code, expected, found in (
        (Code.EXAM_WRONG, said.exam, sheet.exam),
        (Code.SESSION_WRONG, said.session, sheet.session),
        (Code.TICKET_WRONG, said.ticket, sheet.ticket),
    ):
        if found != expected:
            raise Trouble(code, expected=expected, found=found)
    return sheet
