"""The province's desk for codes: what is read out over the telephone, its ledger, and what the site made of it."""

from __future__ import annotations

import getpass
from collections.abc import Sequence
from datetime import datetime, time
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from app.authority import asked, codes_given, directives, keys, receive, table
from app.authority import reconcile as reconciling
from app.authority.codes_given import Given
from app.authority.directives import Decided
from app.authority.findings import Disagreement, Finding
from app.authority.options import BEIJING, VARIABLE, Folder, Passphrase, Request, now
from app.command_line import in_a_sentence, words
from app.core.terms import ExamId, RoomId, SessionId
from app.core.time_state import Outcome
from app.crypto import codes
from app.crypto.codes import SIZE, Mistyped, Purpose
from app.exchange import directive as directive_file
from app.exchange import enrolment, outbox
from app.text import capital
from app.word_ids import word_id

app = typer.Typer()
_HEX = 64

Exam = Annotated[str, typer.Option()]
Site = Annotated[str, typer.Option()]
Session = Annotated[str, typer.Option()]
For = Annotated[Purpose, typer.Option()]
Room = Annotated[str | None, typer.Option(help=words().say("help-code-room"))]
Ticket = Annotated[str | None, typer.Option(help=words().say("help-code-ticket"))]
Master = Annotated[Path | None, typer.Option(help=words().say("help-code-master"))]
Agency = Annotated[Path | None, typer.Option(help=words().say("help-agency-folder"))]
Secret = Annotated[str, typer.Option(envvar=VARIABLE, show_envvar=False, show_default=False)]
Ledger = Annotated[Path | None, typer.Option(help=words().say("help-code-ledger"))]


@app.command(help=words().say("help-code"))
def code(  # noqa: PLR0913, PLR0917 - each is an option of the command
    purpose: For,
    exam: Exam,
    site: Site,
    session: Session,
    minutes: Annotated[int, typer.Option(help=words().say("help-code-minutes"))],
    master_file: Master = None,
    folder: Agency = None,
    passphrase: Secret = "",
    room: Room = None,
    ticket: Ticket = None,
    to: Annotated[str, typer.Option(help=words().say("help-code-to"))] = "",
    why: Annotated[str, typer.Option(help=words().say("help-code-why"))] = "",
    by: Annotated[str, typer.Option(help=words().say("help-code-by"))] = "",
    ledger: Ledger = None,
) -> None:
    with in_a_sentence():
        whom = asked.subject(purpose, exam, site, session, room, ticket)
        asked.minutes_fit(purpose, minutes)
        book = ledger or (folder / codes_given.FILE if folder else None)
        if book is None:
            if to or why or by:
                asked.unfit("missing", "--ledger")
            typer.echo(codes.code(_master(master_file, folder, passphrase), whom, minutes))
            return
        asked.told("--to", to)
        asked.told("--why", why)
        master = _master(master_file, folder, passphrase)
        before = codes_given.before(book, whom)
        text = codes_given.enter(master, book, whom, minutes, to, why, by or _account(), now())
        for one in before:
            typer.echo(
                words().say("code-given-before", at=one.at, minutes=one.minutes, to=one.to, why=one.why), err=True
            )
        typer.echo(text)


@app.command(help=words().say("help-root"))
def root(  # noqa: PLR0913, PLR0917 - each is an option of the command
    purpose: For,
    exam: Exam,
    site: Site,
    session: Session,
    master_file: Master = None,
    folder: Agency = None,
    passphrase: Secret = "",
    room: Room = None,
    ticket: Ticket = None,
) -> None:
    with in_a_sentence():
        whom = asked.subject(purpose, exam, site, session, room, ticket)
        typer.echo(codes.root(_master(master_file, folder, passphrase), whom).hex())


@app.command(help=words().say("help-check"))
def check(
    code: Annotated[list[str], typer.Argument(help=words().say("help-check-code"))],
    root: Annotated[str, typer.Option(help=words().say("help-check-root"))],
    purpose: For,
    exam: Exam,
    site: Site,
    session: Session,
    room: Room = None,
    ticket: Ticket = None,
) -> None:
    with in_a_sentence():
        whom = asked.subject(purpose, exam, site, session, room, ticket)
        anchor = _bytes(root, SIZE)
        if anchor is None:
            asked.unfit("root", "--root")
        heard = codes.read("".join(code))
        if isinstance(heard, Mistyped):
            groups = tuple(map(str, heard.groups))
            _no(words().say("code-mistyped", groups=groups, count=len(groups), length=heard.length))
        minutes = codes.ceiling(heard, whom, anchor)
        if minutes is None:
            _no(words().say("code-for-another", purpose=purpose, subject=whom.subject, session=session))
        typer.echo(str(minutes))


@app.command(help=words().say("help-ledger"))
def ledger(
    folder: Agency = None,
    ledger: Ledger = None,
    site: Annotated[str, typer.Option()] = "",
    session: Annotated[str, typer.Option()] = "",
) -> None:
    with in_a_sentence():
        book = ledger or (folder / codes_given.FILE if folder else None)
        if book is None:
            asked.unfit("missing", "--folder")
        given = [one for one in codes_given.read(book) if site in ("", one.site) and session in ("", one.session)]
        if not given:
            typer.echo(words().say("codes-none"))
            return
        heads = ("codes-at", "codes-site", "codes-session", "codes-purpose", "codes-subject", "codes-minutes")
        _table([tuple(map(words().say, (*heads, "codes-to", "codes-why", "codes-by"))), *map(_line, given)])


@app.command(help=words().say("help-reconcile"))
def reconcile(
    folder: Folder,
    request: Request,
    passphrase: Passphrase,
    backup: Annotated[Path, typer.Argument(exists=True, dir_okay=False)],
    ledger: Annotated[list[Path] | None, typer.Option(exists=True, help=words().say("help-reconcile-ledger"))] = None,
) -> None:
    with in_a_sentence():
        agency = keys.load(folder, passphrase)
        of = enrolment.read(outbox.read_bytes(request, 1 << 16))
        opened = receive.open_backup(agency, of, backup)
        found = reconciling.judge(agency, opened, ledger or ())
    for package in opened.unproved:
        typer.echo(words().say("package-unproved", package=package), err=True)
    if not found:
        typer.echo(words().say("codes-agree"))
        return
    heads = ("codes-weight", "codes-session", "codes-purpose", "codes-subject", "codes-entry", "codes-finding")
    _table([tuple(map(words().say, heads)), *map(_finding, found)])
    if any(one.kind is Disagreement.NEVER_GIVEN for one in found):
        typer.echo(words().say("codes-leaked"), err=True)
    if serious := sum(one.serious for one in found):
        typer.echo(words().say("codes-disagree", count=serious), err=True)
        raise typer.Exit(1)


@app.command(help=words().say("help-directive"))
def directive(  # noqa: PLR0913, PLR0917 - each is an option of the command
    folder: Folder,
    exam: Exam,
    request: Request,
    session: Session,
    room: Annotated[list[str], typer.Option(help=words().say("help-directive-room"))],
    outcome: Annotated[Outcome, typer.Option(help=words().say("help-directive-outcome"))],
    out: Annotated[Path, typer.Option(dir_okay=False)],
    passphrase: Passphrase,
    until: Annotated[str, typer.Option(help=words().say("help-directive-until"))] = "",
) -> None:
    with in_a_sentence():
        at, rooms = now(), tuple(map(RoomId, room))
        decided = Decided(ExamId(exam), SessionId(session), rooms, outcome, _moment(until, at) if until else None)
        agency = keys.load(folder, passphrase)
        of = enrolment.read(outbox.read_bytes(request, 1 << 16))
        document, token = directives.direct(agency, of, decided, at)
        path = out if out.suffix == directive_file.SUFFIX else out.with_name(out.name + directive_file.SUFFIX)
        outbox.write_bytes(path, token)
        typer.echo(words().say("directed", path=str(path), serial=document.serial))


def _master(file: Path | None, folder: Path | None, passphrase: str) -> bytes:
    """The 32 bytes that codes are made from, out of one of two places; what stands there is never said."""
    if folder and file:
        asked.unfit("needless", "--master-file")
    if folder:
        secret = passphrase or typer.prompt(words().say("ask-passphrase"), hide_input=True)
        return keys.load(folder, secret).master
    if file is None:
        asked.unfit("missing", "--master-file")
    found = _bytes(outbox.read_bytes(file, 1 << 10).decode("utf-8-sig", "replace").strip(), _HEX // 2)
    if found is None:
        asked.unfit("master", "--master-file", file.name)
    return found


def _bytes(text: str, size: int) -> bytes | None:
    """`size` bytes as hex text, and nothing else."""
    try:
        found = bytes.fromhex(text)
    except ValueError:
        return None
    return found if len(found) == size and len(text) == 2 * size else None


def _account() -> str:
    """Who is signed in at this machine, where nobody said who gives the code."""
    try:
        return getpass.getuser()
    except (OSError, LookupError, ImportError):  # differs by system
        asked.unfit("missing", "--by")


def _moment(text: str, at: datetime) -> datetime:
    """A time of today, or date and time; without a zone it is Beijing's."""
    try:
        found = datetime.combine(at, time.fromisoformat(text))
    except ValueError:
        try:
            found = datetime.fromisoformat(text)
        except ValueError:
            asked.unfit("form", directives.UNTIL, text)
    if found.microsecond:
        asked.unfit("form", directives.UNTIL, text)
    return found if found.tzinfo else found.replace(tzinfo=BEIJING)


def _no(sentence: str) -> NoReturn:
    typer.echo(sentence, err=True)
    raise typer.Exit(1)


def _line(given: Given) -> tuple[str, ...]:
    at = given.at.astimezone(BEIJING)
    return (
        f"{at:%Y-%m-%d %H:%M:%S}",
        given.site,
        given.session,
        capital(words().say(word_id(given.purpose))),
        given.subject,
        str(given.minutes),
        given.to,
        given.why,
        given.by,
    )


def _finding(found: Finding) -> tuple[str, ...]:
    say = words().say
    told = say(
        found.kind.value,
        minutes=found.minutes,
        given=found.given,
        at=found.at.astimezone(BEIJING),
        given_at=found.given_at.astimezone(BEIJING) if found.given_at else "",
        people=found.people,
        reference=found.reference,
    )
    return (
        say("codes-serious") if found.serious else say("codes-remark"),
        found.session,
        capital(say(word_id(found.purpose))),
        found.subject,
        str(found.entry or ""),
        told,
    )


def _table(rows: Sequence[tuple[str, ...]]) -> None:
    for line in table.lines(rows):
        typer.echo(line)
