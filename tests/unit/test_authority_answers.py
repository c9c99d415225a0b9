"""A standalone exam from the agency's paper to the answers that the agency reads: both ends meet."""

from __future__ import annotations

import base64
from pathlib import Path

import msgspec
import pytest
from msgspec.structs import replace
from typer.testing import CliRunner

from app.authority import __main__ as program
from app.authority import answers, authorize, keys
from app.authority.keys import Agency
from app.core.plan import Candidate
from app.core.terms import LockSerial, Mode, SessionId
from app.exchange import keyfile, paper, standalone, standalone_return, strict
from app.exchange.agefile import identity, unseal
from app.exchange.exam_package import Contents
from app.exchange.keyfile import KeyFile
from app.exchange.paper import Answer, AnswerSheet, Paper, QuestionKind
from app.exchange.standalone import Content, Keys
from app.exchange.standalone_return import Issued
from app.trouble import Code, Trouble
from tests.agencies import SITE
from tests.stores import EVE
from tests.unit.test_issue import issued, request
from tests.vectors import alone
from tests.vectors.keys import (
    PERSONAL_KEY,
    SHARE,
    SITE_AGE,
    SITE_LOCK,
    STATION,
    STATION_AGE,
    STORE_KEY,
    STRANGER_AGE,
)
from tests.vectors.sample import digest

NAME = "a.examsite-return"


def paper_of(of: Agency, contents: Contents, kept: dict[str, bytes], session: SessionId) -> Paper:
    """As the console opens it once the session may start."""
    token = authorize.start(of, request(Mode.PRACTICE), contents.exam.id, 1, session, EVE)
    start = msgspec.json.decode(base64.urlsafe_b64decode(token.split(b".")[1] + b"=="))
    key = unseal(base64.b64decode(start["paper_key"]), [SITE_AGE], "paper key").decode()
    return paper.read(unseal(kept[f"papers/{session}.age"], [identity(key)], "paper"), contents.exam.id, session)


def answered(of: Paper, candidate: Candidate) -> AnswerSheet:
    given = tuple(
        Answer(one.id, one.choices[:1], "" if one.choices else "Because.", EVE)
        for one in of.questions
        if one.kind is not QuestionKind.TRUE_FALSE
    )
    return AnswerSheet(of.exam, of.session, candidate.ticket, given)


def keys_of(of: Agency) -> KeyFile:
    """Of a site that enrolled with this agency."""
    return keyfile.create(
        SHARE,
        STORE_KEY,
        PERSONAL_KEY,
        mode=Mode.PRACTICE,
        site=SITE,
        lock=LockSerial("SITE-1"),
        province=of.identity.to_public(),
    )


def handed_in(of: Agency, sheet: AnswerSheet) -> bytes:
    sealed = standalone_return.seal_answers(sheet, [of.identity.to_public()])
    document = replace(
        alone.RETURN, exam=sheet.exam, site=SITE, session=sheet.session, ticket=sheet.ticket, answers=digest(sealed)
    )
    return standalone_return.write(document, sealed, STATION, SITE_AGE.to_public())


def test_both_ends_meet(tmp_path: Path) -> None:
    of, contents, kept = issued(tmp_path, Mode.PRACTICE)
    candidate = contents.candidates[0]
    session = candidate.allotments[0].session
    asked = paper_of(of, contents, kept, session)
    to_open = Keys(alone.CODE, candidate.id_number)
    content = standalone.seal_content(Content(alone.PERSON, asked), to_open, alone.NONCE, candidate.ticket)
    manifest = replace(
        alone.MANIFEST,
        exam=contents.exam.id,
        site=SITE,
        session=session,
        ticket=candidate.ticket,
        province=str(contents.province.recipient),
        content=digest(content),
    )
    package = standalone.write(manifest, content, SITE_LOCK, STATION_AGE.to_public())

    held = standalone.read(package, STATION_AGE, "a", Mode.PRACTICE, alone.MACHINE, STATION.public.thumbprint)
    opened = standalone.unlock(held, candidate.ticket, Keys(alone.CODE, candidate.id_number.lower()))
    sheet = answered(opened.paper, candidate)
    file = handed_in(of, sheet)

    expected = Issued(
        Mode.PRACTICE,
        contents.exam.id,
        SITE,
        session,
        candidate.ticket,
        1,
        alone.NONCE,
        alone.PACKAGE,
        alone.MACHINE,
        STATION.public,
    )
    read = standalone_return.read(file, [SITE_AGE], NAME, lambda _: expected)
    inner = standalone_return.answers_of(file, [SITE_AGE], NAME)
    assert read.document.answers == digest(inner)
    with pytest.raises(Trouble) as caught:
        standalone_return.open_answers(inner, SITE_AGE, NAME)
    assert caught.value.code is Code.FILE_NOT_FOR_US
    assert answers.read(of, inner, NAME) == answers.of_return(of, keys_of(of), file, NAME) == sheet
    paper.expect_of(sheet, asked, candidate.ticket, NAME)


def test_the_command_writes_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    of, contents, _ = issued(tmp_path, Mode.PRACTICE)
    sheet = replace(alone.SHEET, exam=contents.exam.id, answers=(*alone.ANSWERS[:2], Answer("3", (), "", EVE)))
    (tmp_path / NAME).write_bytes(handed_in(of, sheet))
    (tmp_path / "keys.json").write_bytes(strict.encode(keys_of(of)))
    monkeypatch.setattr(keys, "load", lambda folder, passphrase: of)
    asked = ["answers", tmp_path / NAME, "--folder", of.folder, "--keys", tmp_path / "keys.json"]
    result = CliRunner().invoke(
        program.app,
        [str(one) for one in (*asked, "--out", tmp_path / "a.json")],
        env={"EXAMSITE_PASSPHRASE": "p", "EXAMSITE_LANGUAGE": "en"},
    )
    assert result.exit_code == 0, result.output
    assert f"ticket {sheet.ticket} are open, 2 answered" in " ".join(result.output.split())
    assert strict.decode((tmp_path / "a.json").read_bytes(), AnswerSheet, "a.json") == sheet


def test_returns_of_another_site_and_answers_for_somebody_else_are_refused(tmp_path: Path) -> None:
    of, *_ = issued(tmp_path, Mode.PRACTICE)
    elsewhere = standalone_return.write(alone.RETURN, alone.SEALED_ANSWERS, STATION, STRANGER_AGE.to_public())
    here = standalone_return.write(alone.RETURN, alone.SEALED_ANSWERS, STATION, SITE_AGE.to_public())
    for file in (elsewhere, here):
        with pytest.raises(Trouble) as caught:
            answers.of_return(of, keys_of(of), file, NAME)
        assert caught.value.code is Code.FILE_NOT_FOR_US
