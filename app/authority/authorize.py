"""Exam and start authorizations, as the agency gives them for a package that it issued."""

from __future__ import annotations

import base64
from datetime import datetime

from app.authority.issue import paper_keys
from app.authority.keys import Agency
from app.core.terms import ExamId, SessionId
from app.exchange import authorization
from app.exchange.agefile import recipient, seal
from app.exchange.authorization import ExamAuthorization, StartAuthorization
from app.exchange.enrolment import SiteRequest
from app.trouble import Code, Trouble


def exam(agency: Agency, request: SiteRequest, exam_id: ExamId, edition: int, at: datetime) -> bytes:
    """The signed exam authorization."""
    content = ExamAuthorization(
        mode=agency.mode,
        exam=exam_id,
        site=request.site,
        issued_at=at,
        serial=f"{exam_id}-{request.site}-{edition}-E",
        edition=edition,
    )
    return authorization.write(content, agency.province)


def start(
    agency: Agency, request: SiteRequest, exam_id: ExamId, edition: int, session: SessionId, at: datetime
) -> bytes:
    """The signed start authorization with its paper key sealed to the site; CONTENT_UNFIT for an unknown session."""
    paper = paper_keys(agency, f"{exam_id}-{request.site}-{edition}").keys.get(session)
    if paper is None:
        raise Trouble(Code.CONTENT_UNFIT, file=f"{exam_id}-{request.site}-{edition}", line=0, problem=session)
    content = StartAuthorization(
        mode=agency.mode,
        exam=exam_id,
        site=request.site,
        issued_at=at,
        serial=f"{exam_id}-{request.site}-{edition}-S{session}",
        session=session,
        edition=edition,
        paper_key=base64.b64encode(seal(paper.encode(), [recipient(request.recipient)])).decode(),
    )
    return authorization.write(content, agency.province)
