"""The paper of a session, out of the package and the start authorization: opened only to be wrapped anew."""

from __future__ import annotations

import base64

from app.core.terms import Digest, SessionId
from app.exchange import authorization, paper, strict
from app.exchange.agefile import Identity, identity, unseal
from app.exchange.paper import Paper
from app.service.authorization import package_in_force, province
from app.service.console import Console
from app.trouble import Code, Trouble


def paper_key(console: Console, session: SessionId) -> Identity:
    """The session's paper identity; raises PAPER_MISSING before the start authorization is here."""
    site, package = console.site, package_in_force(console)
    received = site.sessions[session].received
    if received is None:
        raise Trouble(Code.PAPER_MISSING, session=session)
    token = console.store.blobs.get(received.document)
    start = authorization.read_start(token, province(console).key, site.mode, site.code, package.exam.id)
    sealed = base64.b64decode(start.paper_key)
    return identity(unseal(sealed, [console.store.keys.identity], "paper_key").decode())


def session_paper(console: Console, session: SessionId) -> Paper:
    """Raises PAPER_MISSING where the package brought none for this session, and what a damaged one says."""
    package = package_in_force(console)
    members = strict.decode(console.store.blobs.get(package.members), dict[str, Digest], "members")
    name = f"papers/{session}.age"
    if name not in members:
        raise Trouble(Code.PAPER_MISSING, session=session)
    text = unseal(console.store.blobs.get(members[name]), [paper_key(console, session)], name)
    if not text:
        raise Trouble(Code.PAPER_MISSING, session=session)
    return paper.read(text, package.exam.id, session)
