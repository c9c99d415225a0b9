"""Names from outside become files that lie where they should, on every system."""

from __future__ import annotations

import unicodedata
from pathlib import PurePosixPath, PureWindowsPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.authority.safe_names import Names, safe


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("a.dat", "a.dat"),
        ("结果 甲.dat", "结果 甲.dat"),
        ("..", "_"),
        ("", "_"),
        ("a/b\\c", "a_b_c"),
        ('<>:"|?*', "_______"),
        ("a\n\x00b", "a__b"),
        ("a. . ", "a"),
        (" a", "a"),
        ("CON", "_CON"),
        ("con.tar.gz", "_con.tar.gz"),
        ("nul .txt", "_nul .txt"),
        ("com1.log", "_com1.log"),
        ("COM¹", "_COM¹"),
        ("console.txt", "console.txt"),
        ("名" * 100 + ".dat", "名" * 56 + ".dat"),
        ("名" * 100, "名" * 60),
        ("a." + "b" * 100, "a." + "b" * 58),
    ],
)
def test_one_part(name: str, shown: str) -> None:
    assert safe(name) == shown


def test_paths_of_one_folder_are_all_different() -> None:
    names = Names()
    told = ["a/x", "A/X", "a", "a/x/y", "/", "000007-x", "a/x", "../up", "/".join(one * 60 for one in "vxyz")]
    assert [str(names.path(one)) for one in told] == [
        "a/x",
        "000002-X",
        "000003-a",
        "000004-y",
        "000005-_",
        "000007-x",
        "_000007-x",
        "_/up",
        "000009-" + "z" * 60,
    ]


@given(st.lists(st.text(max_size=300), max_size=20))
def test_wherever_names_come_from(told: list[str]) -> None:
    names, files = Names(), []
    for name in told:
        path = names.path(name)
        assert not path.is_absolute()
        assert not PureWindowsPath(str(path)).drive
        assert path.parts
        assert all(part.isprintable() and part == part.rstrip(". ") for part in path.parts)
        assert not {"", ".", ".."} & set(path.parts)
        assert all(len(part.encode()) < 255 for part in path.parts)
        assert len(str(path)) <= 181 + len(told)
        files.append(PurePosixPath(unicodedata.normalize("NFKC", str(path)).casefold()))
    assert len(set(files)) == len(files)
    folders = {above for one in files for above in one.parents}
    assert not folders & set(files)
