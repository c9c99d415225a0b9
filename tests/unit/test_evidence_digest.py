"""The digest of a file that is evidence."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from app.service import evidence
from app.trouble import Code, Trouble


def test_the_file_is_read_piece_by_piece_and_stays_as_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(evidence, "_PIECE", 4)
    file, seen = tmp_path / "camera.mp4", list[tuple[int, int]]()
    file.write_bytes(b"0123456789")
    found = evidence.digest(file, lambda done, total: seen.append((done, total)))
    assert found == hashlib.sha256(b"0123456789").hexdigest()
    assert seen == [(4, 10), (8, 10), (10, 10)]
    assert file.read_bytes() == b"0123456789"


@pytest.mark.parametrize("name", ["gone.mp4", "."])
def test_what_is_no_file_has_no_digest(tmp_path: Path, name: str) -> None:
    with pytest.raises(Trouble) as raised:
        evidence.digest(tmp_path / name, lambda *_: None)
    assert raised.value.code is Code.FILE_MISSING
