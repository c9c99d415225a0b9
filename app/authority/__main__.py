"""The agency's program: keys, sample sites, registers of locks, packages, authorizations, receipts."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from app.authority import answers as answering
from app.authority import authorize as authorizing
from app.authority import code_desk, day_desk, keys, receive_desk, sample
from app.authority import issue as issuing
from app.authority import register as registering
from app.authority import replace as replacing
from app.authority.faults import Fault
from app.authority.folder import read_exam, read_header
from app.authority.options import BEIJING, Folder, Input, NewPassphrase, Out, Passphrase, Request, now
from app.command_line import Schedule, in_a_sentence, words
from app.core.plan import RegisteredLock
from app.core.terms import ExamId, Mode, SessionId
from app.exchange import authorization, enrolment, keyfile, lock_paper, outbox, standalone_return, strict
from app.exchange.signed import PublicKey
from app.trouble import Code, Trouble

app = typer.Typer(no_args_is_help=True, add_completion=False, help=words().say("help-authority"))
app.add_typer(code_desk.app)
app.add_typer(day_desk.app)
app.add_typer(receive_desk.app)

SHORTEST_PASSPHRASE = 16


@app.command(help=words().say("help-init"))
def init(
    folder: Folder,
    name: Annotated[str, typer.Option()],
    passphrase: NewPassphrase,
    mode: Annotated[Mode, typer.Option()],
) -> None:
    with in_a_sentence():
        if mode is Mode.REAL and len(passphrase) < SHORTEST_PASSPHRASE:
            raise Trouble(Code.PASSPHRASE_SHORT, signs=SHORTEST_PASSPHRASE)
        agency = keys.init(folder, mode, name, passphrase, now())
        typer.echo(
            words().say("agency-made", trust=str(folder / keys.TRUST), ministry=agency.trust.ministry_key.thumbprint)
        )


@app.command("sample", help=words().say("help-sample"))
def write_sample(
    out: Out,
    exam: Annotated[Schedule, typer.Option()] = Schedule.INTERMEDIATE,
    rooms: Annotated[int, typer.Option(min=1, max=200)] = 15,
    candidates: Annotated[int, typer.Option(min=1, max=20000)] = 1500,
    seed: Annotated[int, typer.Option()] = 1,
) -> None:
    with in_a_sentence():
        sample.write(out, exam.value, rooms, candidates, seed, Mode.PRACTICE)
        typer.echo(words().say("sample-written", folder=str(out)))


@app.command(help=words().say("help-issue"))
def issue(
    folder: Folder,
    source: Input,
    request: Request,
    out: Out,
    passphrase: Passphrase,
    edition: Annotated[int, typer.Option(min=1)] = 1,
    notice: Annotated[str, typer.Option(help=words().say("help-notice"))] = "",
) -> None:
    with in_a_sentence():
        agency = keys.load(folder, passphrase)
        asked = enrolment.read(outbox.read_bytes(request, 1 << 16))
        made = issuing.issue(agency, source, asked, out, edition=edition, at=now(), notice=notice)
        _list("note-line", made.notes)
        if made.path is None:
            _list("fault-line", made.faults)
            typer.echo(words().say("not-issued", count=len(made.faults)), err=True)
            raise typer.Exit(1)
        typer.echo(words().say("issued", path=str(made.path)))


def _list(line: str, found: Iterable[Fault]) -> None:
    """Every row, on standard error: what was made stays apart from what is wrong."""
    say = words().say
    for fault in found:
        kind = say(f"fault-{fault.kind.value.replace('_', '-')}")
        typer.echo(
            say(line, source=fault.source, row=fault.row, column=fault.column, kind=kind, value=fault.value), err=True
        )


@app.command(help=words().say("help-authorize"))
def authorize(
    folder: Folder,
    exam: Annotated[str, typer.Option()],
    request: Request,
    out: Out,
    passphrase: Passphrase,
    edition: Annotated[int, typer.Option(min=1)] = 1,
    session: Annotated[list[str] | None, typer.Option()] = None,
) -> None:
    with in_a_sentence():
        agency = keys.load(folder, passphrase)
        asked = enrolment.read(outbox.read_bytes(request, 1 << 16))
        made = {"exam": authorizing.exam(agency, asked, ExamId(exam), edition, now())} if not session else {}
        for one in session or sorted(issuing.paper_keys(agency, f"{exam}-{asked.site}-{edition}").keys):
            made[one] = authorizing.start(agency, asked, ExamId(exam), edition, SessionId(one), now())
        for name, token in made.items():
            path = out / f"{exam}-{asked.site}-{name}{authorization.SUFFIX}"
            outbox.write_bytes(path, token)
            typer.echo(str(path))


@app.command(help=words().say("help-register"))
def register(  # noqa: PLR0913, PLR0917 - each is an option of the command
    folder: Folder,
    source: Input,
    passphrase: Passphrase,
    lock: Annotated[
        list[Path] | None, typer.Option(exists=True, dir_okay=False, help=words().say("help-register-lock"))
    ] = None,
    room: Annotated[list[str] | None, typer.Option(help=words().say("help-register-room"))] = None,
    vpn_key: Annotated[list[str] | None, typer.Option(help=words().say("help-register-vpn-key"))] = None,
    revoke: Annotated[list[str] | None, typer.Option(help=words().say("help-register-revoke"))] = None,
    reference: Annotated[str, typer.Option(help=words().say("help-register-reference"))] = "",
    since: Annotated[datetime | None, typer.Option()] = None,
    until: Annotated[datetime | None, typer.Option()] = None,
    exam: Annotated[str, typer.Option()] = "",
    request: Annotated[Path | None, typer.Option(exists=True, dir_okay=False)] = None,
    out: Annotated[Path | None, typer.Option(help=words().say("help-register-out"))] = None,
) -> None:
    if out and not request:
        raise typer.BadParameter(words().say("register-needs-request"))
    rooms = dict(_pair(one) for one in room or ())
    with in_a_sentence():
        agency = keys.load(folder, passphrase)
        header, of = read_header(source / "site.toml"), read_exam(source / "exam.toml").id
        if exam and exam != of:
            raise Trouble(Code.EXAM_WRONG, expected=of, found=exam)
        terms = registering.Terms(reference, _beijing(since), _beijing(until))
        papers = [lock_paper.read(outbox.read_bytes(path, 1 << 16)) for path in lock or ()]
        new = [registering.introduced(paper, agency, header, terms) for paper in papers]
        new += [registering.vpn_key(serial, terms) for serial in vpn_key or ()]
        locks = registering.register(source, *registering.changed(source, new, rooms, revoke or ()))
        if not out or not request:
            _show(locks)
        else:
            asked = enrolment.read(outbox.read_bytes(request, 1 << 16))
            path, document = registering.issue(agency, source, asked, of, out, now())
            _show(document.locks)
            typer.echo(words().say("register-issued", path=str(path), number=document.number))


def _beijing(moment: datetime | None) -> datetime | None:
    return moment.replace(tzinfo=BEIJING) if moment else None


def _pair(text: str) -> tuple[str, str]:
    serial, equals, room = text.partition("=")
    if not equals:
        raise typer.BadParameter(text)
    return serial, room


def _show(locks: Iterable[RegisteredLock]) -> None:
    """One line a lock; the fingerprints are confirmed aloud."""
    for lock in locks:
        fingerprint = PublicKey.read(lock.jwk).thumbprint if lock.jwk else "none"
        typer.echo(
            words().say(
                "register-lock",
                serial=lock.serial,
                kind=lock.kind,
                room=lock.room or "none",
                fingerprint=fingerprint,
                software="yes" if lock.software else "no",
                revoked="yes" if lock.revoked else "no",
            )
        )


@app.command(help=words().say("help-replace"))
def replace(
    folder: Folder,
    source: Input,
    request: Request,
    replacement: Annotated[Path, typer.Option(exists=True, dir_okay=False, help=words().say("help-replace-request"))],
    fingerprint: Annotated[str, typer.Option(help=words().say("help-replace-fingerprint"))],
    out: Out,
    passphrase: Passphrase,
    reference: Annotated[str, typer.Option(help=words().say("help-register-reference"))] = "",
) -> None:
    with in_a_sentence():
        agency = keys.load(folder, passphrase)
        asked = enrolment.read(outbox.read_bytes(request, 1 << 16))
        token = outbox.read_bytes(replacement, 1 << 18)
        granted = replacing.replace(
            agency, source, asked, token, fingerprint=fingerprint, out=out, at=now(), reference=reference
        )
        grant = granted.grant
        typer.echo(words().say("replaced", path=str(granted.path), old=grant.old_serial, serial=grant.lock_serial))


@app.command(help=words().say("help-answers"))
def answers(
    folder: Folder,
    returned: Annotated[Path, typer.Argument(exists=True, dir_okay=False)],
    site_keys: Annotated[
        Path, typer.Option("--keys", exists=True, dir_okay=False, help=words().say("help-answers-keys"))
    ],
    out: Out,
    passphrase: Passphrase,
) -> None:
    with in_a_sentence():
        agency = keys.load(folder, passphrase)
        file = keyfile.read(outbox.read_bytes(site_keys, 1 << 16))
        content = outbox.read_bytes(returned, standalone_return.LONGEST)
        sheet = answering.of_return(agency, file, content, returned.name)
        outbox.write_bytes(out, strict.encode(sheet))
        given = sum(not answer.blank for answer in sheet.answers)
        typer.echo(words().say("answers-opened", path=str(out), ticket=sheet.ticket, count=given))


def main() -> None:
    app()


if __name__ == "__main__":
    main()
