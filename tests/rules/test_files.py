"""What the tree promises of its files, whoever writes them."""

import ast
import re
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path

import pytest

OURS = ("app", "ui", "devices", "reports")
LONGEST, USUAL = 500, 300

CJK = re.compile(r"[\u3000-\u303f\u3400-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff]")
VAGUE = {"Manager", "Helper", "Util", "Utils", "Handler", "Base", "Impl"}

# Bare names only: `framework/`, `a/work/b` and addresses are no paths of a build machine.
MACHINE = re.compile(r"(?<![\w.\-/\\*:])/(?:work|root)/")
INDEX = re.compile(
    r"\bpypi\.(?:org|python)|pythonhosted|--(?:extra-)?index-url|--find-links|--trusted-host", re.IGNORECASE
)
# It must name the options that keep addresses out of the lock.
KNOWS_OPTIONS = {Path("tools/lock.sh"), Path("tests/rules/test_files.py")}


@pytest.fixture(scope="module")
def modules(project: Path) -> dict[Path, str]:
    paths = [path for part in OURS for path in sorted((project / part).rglob("*.py"))]
    return {path.relative_to(project): path.read_text("utf-8") for path in paths}


def test_files_are_short(modules: dict[Path, str]) -> None:
    lengths = {path: source.count("\n") for path, source in modules.items() if source}
    too_long = [f"{path} has {lines} lines" for path, lines in lengths.items() if lines > LONGEST]
    assert not too_long, f"two ideas in one file, over {LONGEST} lines: {too_long}"
    longish = [f"{path} has {lines}" for path, lines in lengths.items() if lines > USUAL]
    assert len(longish) * 10 <= len(lengths), f"more than one file in ten over {USUAL} lines: {longish}"


def test_no_chinese_in_code(modules: dict[Path, str]) -> None:
    found = [f"{path}:{line}" for path, source in modules.items() for line in chinese_literals(source)]
    assert not found, f"sentences live in resources: {found}"


def test_names_say_what_a_thing_is(modules: dict[Path, str]) -> None:
    found = [
        f"{path}: {node.name}"
        for path, source in modules.items()
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.ClassDef) and VAGUE & set(re.findall(r"[A-Z]+(?![a-z])|[A-Z][a-z]*", node.name))
    ]
    assert not found, f"a name that fits anything says nothing: {found}"


def test_no_file_knows_the_machine_it_was_written_on(project: Path) -> None:
    found = []
    for path in committed(project):
        try:
            lines = (project / path).read_text("utf-8").splitlines()
        except UnicodeDecodeError:
            continue
        for number, line in enumerate(lines, 1):
            if MACHINE.search(line) or (INDEX.search(line) and path not in KNOWS_OPTIONS):
                found.append(f"{path}:{number}")
    assert not found, f"paths of a build machine, or index addresses: {found}"


def test_the_lock_is_hashes_and_nothing_else(project: Path) -> None:
    lines = (project / "requirements.lock").read_text("utf-8").splitlines()
    pinned = re.compile(r"[\w.\-]+==[\w.]+ \\|    --hash=sha256:[0-9a-f]{64}( \\)?")
    assert not [line for line in lines if not pinned.fullmatch(line)]


@pytest.mark.parametrize(
    ("source", "lines"),
    [
        ('"""说明"""\n', []),
        ('def f() -> None:\n    """说明"""\n    # 注\n', []),
        ('x = "延时"\n', [1]),
        ('x = f"{1}延时"\n', [1]),
        ('class A:\n    """甲"""\n    b = "乙"\n', [3]),
    ],
)
def test_docstrings_may_be_chinese(source: str, lines: list[int]) -> None:
    assert list(chinese_literals(source)) == lines


def chinese_literals(source: str) -> Iterator[int]:
    tree = ast.parse(source)
    docstrings = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef)
        and node.body
        and isinstance(node.body[0], ast.Expr)
    }
    for node in ast.walk(tree):
        if not isinstance(node, ast.Constant) or id(node) in docstrings:
            continue
        if isinstance(node.value, str) and CJK.search(node.value):
            yield node.lineno


def committed(project: Path) -> Iterator[Path]:
    """What .gitignore does not name; git itself need not be there."""
    patterns = [".git", *(line.rstrip("/") for line in (project / ".gitignore").read_text("utf-8").split())]
    folders = [project]
    while folders:
        for path in sorted(folders.pop().iterdir()):
            rooted = f"/{path.relative_to(project).as_posix()}"
            if any(fnmatch(rooted if pattern.startswith("/") else path.name, pattern) for pattern in patterns):
                continue
            if path.is_dir():
                folders.append(path)
            elif path.is_file():
                yield path.relative_to(project)
