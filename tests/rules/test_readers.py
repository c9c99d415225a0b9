"""A new reader of bytes from outside without a target for the fuzzers is named here."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from tests.fuzz.targets import targets

OUTSIDE = ("exchange", "authority", "service", "station")
"""Packages in which a reader may stand."""
KINDS = {"bytes", "BinaryIO", "bytes | None"}
OWN = {
    "write", "write_bytes", "write_pdf", "write_slip", "write_escort", "write_and_enter", "seal", "encrypt", "put",
    "create", "copy", "tagged",
}  # fmt: skip
"""They make files and read none."""
KEYS = {
    "app.exchange.agefile.identity_of": "a key of ours",
    "app.exchange.keyfile.open_with": "the share of our own lock",
    "app.exchange.signed.p256_jwk": "a point that a lock told, checked where the key is used",
    "app.authority.codes_given.enter": "the agency's own master",
}
LEADS_TO = {
    "app.authority.answers.of_return": "app.exchange.standalone_return.claims",
    "app.authority.answers.read": "app.exchange.standalone_return.open_answers",
    "app.authority.day_files.summary": "app.exchange.day_summary.read",
    "app.authority.day_files.violations": "app.exchange.violation_list.read",
    "app.authority.replace.replace": "app.exchange.replacement.read",
    "app.authority.room_signed.proved": "app.exchange.signed.verify",
    "app.service.authorization.bring": "app.exchange.authorization.read_start",
    "app.service.authorization.read": "app.exchange.authorization.read_start",
    "app.service.delays.read_directive": "app.exchange.directive.read",
    "app.service.delays.take_directive": "app.exchange.directive.read",
    "app.service.pdf_pages.count": "app.service.scan_reading.read",
    "app.service.pdf_pages.page": "app.service.scan_reading.read",
    "app.service.pdf_pages.size": "app.service.scan_reading.read",
    "app.service.registering.take_register": "app.exchange.lock_register.read",
    "app.service.replacement.replace": "app.exchange.replacement.read_grant",
    "app.service.room_reports.take_report": "app.exchange.room_report.read",
    "app.service.rooms.take_result": "app.exchange.room_result.read",
    "app.service.standalone_return.answers_in": "app.exchange.standalone_return.answers_of",
    "app.service.standalone_return.read": "app.exchange.standalone_return.read",
    "app.service.transfers.take_token": "app.exchange.transfer_token.read",
    "app.service.upload.take_receipt": "app.exchange.receipt.read",
}
"""They pass what they were given on to a reader below."""


def readers(project: Path) -> Iterator[str]:
    """Public functions that are given bytes, or something to read them from."""
    for folder in OUTSIDE:
        for path in sorted((project / "app" / folder).glob("*.py")):
            for one in ast.parse(path.read_text("utf-8")).body:
                if isinstance(one, ast.FunctionDef) and not one.name.startswith("_") and one.name not in OWN:
                    told = [*one.args.posonlyargs, *one.args.args, *one.args.kwonlyargs]
                    if any(given.annotation and ast.unparse(given.annotation) in KINDS for given in told):
                        yield f"app.{folder}.{path.stem}.{one.name}"


def test_every_reader_has_a_target(project: Path) -> None:
    covered = {name for target in targets() for name in target.covers}
    found = set(readers(project))
    assert not sorted(found - covered - set(KEYS) - set(LEADS_TO))
    assert not sorted((set(KEYS) | set(LEADS_TO)) - found), "no longer there"
    assert set(LEADS_TO.values()) <= covered
    names = [target.name for target in targets()]
    assert len(set(names)) == len(names)
