"""Whatever the program can say, it can say in both languages, and in the words of the field."""

import ast
import importlib
import pkgutil
import re
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, date, datetime
from enum import Enum
from functools import cache
from pathlib import Path
from types import ModuleType, NoneType
from typing import Any, ClassVar, get_args, get_origin, get_type_hints

import msgspec
import pytest
from fluent.syntax import FluentParser
from fluent.syntax.ast import BaseNode, Junk, Message, TextElement, VariableReference

import app.core
import app.views
from app import rulebooks
from app.authority.faults import FaultKind
from app.core.arrangement import PackageTakenIn
from app.core.locks import LockRefusal
from app.core.operation import Fact, Refusal
from app.core.terms import Mode
from app.exchange.signed import Kind
from app.journal.kinds import KINDS
from app.resources import RESOURCES
from app.service.hardware import ProbeFlaw
from app.text import LANGUAGES, text
from app.trouble import BROKEN_TRUST, Code
from app.views import rulebook
from app.views.entry_group import EntryGroup
from app.word_ids import fact_id, meaning_id, refusal_id, rule_id, word_id
from tests.builders import taken_in
from ui.shell import KeepingPart, PageName

CHINESE = LANGUAGES[0]
SPEAKING = ("app", "ui", "reports", "devices")

SCOLDING = re.compile(r"[!！]|请勿|严禁|务必|切勿|非法|您")
NOT_OUR_WORDS = re.compile(r"考生|监考员|座位|加时|(?<!交)换机|换座|考试服务器|强制收卷|宣布开考|密码|节点")
LATIN = re.compile(r"[A-Za-z][A-Za-z0-9-]*")
KNOWN_LATIN = {"CSV", "EXAMSITE", "GBK", "PIN", "QR", "SHA-256", "USB", "UTF-8", "VPN", "XLSX"}


def _parts(node: object) -> Iterator[object]:
    """A message and everything in it."""
    yield node
    for inner in vars(node).values() if isinstance(node, BaseNode) else node if isinstance(node, list) else ():
        yield from _parts(inner)


@cache
def messages(language: str) -> dict[str, tuple[str, frozenset[str], str]]:
    """By id: the file, the variables, the words without them."""
    found: dict[str, tuple[str, frozenset[str], str]] = {}
    for path in sorted((RESOURCES / "text" / language).glob("*.ftl")):
        for entry in FluentParser().parse(path.read_text("utf-8")).body:
            assert not isinstance(entry, Junk), f"{path.name}: {entry.content}"
            if isinstance(entry, Message):
                assert entry.id.name not in found, f"{path.name}: {entry.id.name} stands twice"
                parts = list(_parts(entry))
                variables = frozenset(part.id.name for part in parts if isinstance(part, VariableReference))
                words = "".join(part.value for part in parts if isinstance(part, TextElement))
                found[entry.id.name] = (path.name, variables, words)
    return found


def _modules(package: ModuleType) -> Iterator[ModuleType]:
    for one in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
        yield importlib.import_module(one.name)


CORE = tuple(_modules(app.core))
REFUSALS = sorted(
    {kind for module in CORE for kind in vars(module).values() if isinstance(kind, type) and issubclass(kind, Refusal)}
    - {Refusal, LockRefusal},
    key=lambda kind: kind.__name__,
)
ENUMS: set[type[Enum]] = {
    kind
    for module in (*CORE, *_modules(app.views))
    for kind in vars(module).values()
    if isinstance(kind, type) and issubclass(kind, Enum)
}
SPOKEN: tuple[type[Enum], ...] = (*ENUMS, Kind, KeepingPart, ProbeFlaw)
WORDS = {word_id(value) for kind in SPOKEN for value in kind}
RULES = {rule_id(field) for _, fields in rulebook.ORDER for field, _ in fields}
RULES |= {f"{rule_id(field)}-zero" for field in rulebook.ZERO_SAYS_MORE}
TABLE_FAULTS = {f"fault-{kind.value.replace('_', '-')}" for kind in FaultKind}


def _fields(kind: type) -> dict[str, Any]:
    return {name: hint for name, hint in get_type_hints(kind).items() if get_origin(hint) is not ClassVar}


def _shapes(hint: Any) -> Iterator[Any]:
    """Every plain type in a field's type, however deep."""
    if parts := get_args(hint):
        for part in parts:
            yield from _shapes(part)
    elif isinstance(hint, type) and issubclass(hint, msgspec.Struct):
        yield hint
        for inner in _fields(hint).values():
            yield from _shapes(inner)
    else:
        yield hint


def _sample(hint: Any) -> Any:
    if NoneType in get_args(hint):
        return _sample(next(part for part in get_args(hint) if part is not NoneType))
    if get_origin(hint) is tuple:
        return (_sample(get_args(hint)[0]),) * 2
    plain = getattr(hint, "__supertype__", hint)
    if issubclass(plain, Enum):
        return next(iter(plain))
    if issubclass(plain, msgspec.Struct):
        return plain(**{name: _sample(inner) for name, inner in _fields(plain).items()})
    at = datetime(2026, 6, 19, 9, 0, 5, tzinfo=UTC)
    return {str: "001", int: 2, bool: True, datetime: at, date: at.date()}[plain]


@pytest.fixture(scope="module")
def sources(project: Path) -> dict[Path, ast.Module]:
    paths = [path for part in SPEAKING for path in sorted((project / part).rglob("*.py"))]
    return {path.relative_to(project): ast.parse(path.read_text("utf-8")) for path in paths}


def _calls(sources: dict[Path, ast.Module]) -> Iterator[tuple[str, str, ast.Call]]:
    """Where, the called name, the call."""
    for path, tree in sources.items():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name | ast.Attribute):
                name = node.func.id if isinstance(node.func, ast.Name) else node.func.attr
                yield f"{path}:{node.lineno}", name, node


def _steps(sources: dict[Path, ast.Module]) -> set[str]:
    """The steps that the rehearsal names as it goes: methods for a session and its state."""
    asked = ["Session", "SessionState"]
    named = {
        node.name
        for path, tree in sources.items()
        if path.parent.name == "rehearsal"
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef)
        and [ast.unparse(one.annotation) for one in node.args.args if one.annotation] == asked
    }
    return {f"step-{step.strip('_').replace('_', '-')}" for step in named}


def test_both_languages_say_the_same() -> None:
    said = {
        language: {name: (file, variables) for name, (file, variables, _) in messages(language).items()}
        for language in LANGUAGES
    }
    assert said["en"] == said[CHINESE]


@pytest.mark.parametrize("kind", REFUSALS)
def test_refusals_are_worded(kind: type[Refusal]) -> None:
    refusal = kind(**{name: _sample(hint) for name, hint in _fields(kind).items()})
    for language in LANGUAGES:
        said = text(language).refusal(refusal)
        assert "{" not in said
        assert "None" not in said


@pytest.mark.parametrize("kind", REFUSALS)
def test_refusals_stand_on_a_clause(kind: type[Refusal]) -> None:
    assert kind.clause in rulebooks.clauses().rows


def test_what_refusals_hold_is_worded() -> None:
    shapes = {shape for kind in REFUSALS for hint in _fields(kind).values() for shape in _shapes(hint)}
    enums = {shape for shape in shapes if isinstance(shape, type) and issubclass(shape, Enum)}
    assert enums
    missing = [word_id(value) for kind in enums for value in kind if word_id(value) not in messages(CHINESE)]
    assert not missing


def _facts(kind: type[Fact]) -> Iterator[Fact]:
    """One with everything in it, and one with as little as its fields allow."""
    if kind is PackageTakenIn:
        yield taken_in()[0]
        return
    hints = _fields(kind)
    yield kind(**{name: _sample(hint) for name, hint in hints.items()})
    yield kind(**{name: _least(hint) for name, hint in hints.items()})


def _least(hint: Any) -> Any:
    if get_origin(hint) is tuple:
        return ()
    if NoneType in get_args(hint):
        return None
    return {bool: False, int: 0}.get(hint, _sample(hint))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_facts_are_worded(kind: type[Fact], language: str) -> None:
    """One sentence, without what only serves to choose, and short however long the lists are."""
    for fact in _facts(kind):
        said = text(language).fact(fact)
        assert said.endswith("。" if language == CHINESE else ".")
        assert not re.search(
            r"[{}]|(?<![A-Za-z])(None|True|False|none|yes|no)(?![A-Za-z])", said.replace(" in no ", " ")
        )
        assert "\n" not in said


def test_kinds_of_entries_are_explained() -> None:
    assert messages(CHINESE).keys() >= {meaning_id(kind) for kind in KINDS}


def test_what_facts_say_by_enum_is_worded() -> None:
    hints = {shape for kind in KINDS for hint in _fields(kind).values() for shape in (hint, *get_args(hint))}
    enums = {hint for hint in hints if isinstance(hint, type) and issubclass(hint, Enum)}
    assert enums
    assert {word_id(value) for kind in enums for value in kind} <= messages(CHINESE).keys()


def test_rules_are_worded() -> None:
    spoken = (*rulebook.RuleGroup, *rulebook.Unit, *rulebook.ListedStep)
    assert messages(CHINESE).keys() >= RULES | {word_id(value) for value in spoken}


def test_groups_of_entries_are_worded() -> None:
    assert messages(CHINESE).keys() >= {word_id(group) for group in EntryGroup}


def test_what_troubles_hold_is_worded() -> None:
    assert {*map(word_id, Mode), *map(word_id, Kind)} <= messages(CHINESE).keys()


@pytest.fixture(scope="module")
def named(sources: dict[Path, ast.Module]) -> Counter[str]:
    """How often each code is named."""
    nodes = (node for tree in sources.values() for node in ast.walk(tree))
    return Counter(code for node in nodes if (code := _named(node)))


@pytest.fixture(scope="module")
def raised(sources: dict[Path, ast.Module]) -> dict[str, list[tuple[str, set[str]]]]:
    """Where each code is raised, and what is told there."""
    found: dict[str, list[tuple[str, set[str]]]] = {}
    for where, name, call in _calls(sources):
        if name in {"Trouble", "__init__"} and call.args:
            told = {keyword.arg for keyword in call.keywords if keyword.arg}
            for code in {_named(node) for node in ast.walk(call.args[0])} - {""}:
                found.setdefault(code, []).append((where, told))
    return found


@pytest.mark.parametrize("code", Code)
def test_troubles_are_raised_and_worded(
    code: Code, named: Counter[str], raised: dict[str, list[tuple[str, set[str]]]]
) -> None:
    """A sentence needs no more than every place knows that raises its code."""
    needed = messages(CHINESE)[f"trouble-{code.value}"][1]
    for where, known in raised.get(code.name, ()):
        assert needed <= known, f"{where} does not tell {needed - known}"
    assert named[code.name] > (code in BROKEN_TRUST), f"nobody raises {code}"


def _named(node: ast.AST) -> str:
    """The name of the code that this is; "" for anything else."""
    mine = isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "Code"
    return node.attr if mine and isinstance(node, ast.Attribute) else ""


def test_faults_of_tables_are_worded() -> None:
    assert messages(CHINESE).keys() >= TABLE_FAULTS


def test_steps_of_the_rehearsal_are_worded(sources: dict[Path, ast.Module]) -> None:
    steps = _steps(sources)
    assert len(steps) > 5
    assert all(messages(CHINESE)[step][1] == {"batch", "number"} for step in steps)


def test_what_is_asked_for_exists(sources: dict[Path, ast.Module]) -> None:
    asked = [
        (where, call.args[0].value, {keyword.arg for keyword in call.keywords if keyword.arg})
        for where, name, call in _calls(sources)
        if name == "say"
        and call.args
        and isinstance(call.args[0], ast.Constant)
        and isinstance(call.args[0].value, str)
    ]
    assert asked
    for where, name, known in asked:
        assert name in messages(CHINESE), f"{where}: {name}"
        needed = messages(CHINESE)[name][1]
        assert needed <= known, f"{where}: {name} needs {needed - known}"


def test_nothing_is_worded_in_vain(sources: dict[Path, ast.Module]) -> None:
    constants = {
        node.value
        for tree in sources.values()
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    shapes = {shape for kind in REFUSALS for hint in _fields(kind).values() for shape in _shapes(hint)}
    told = {shape for kind in KINDS for hint in _fields(kind).values() for shape in _shapes(hint)}
    structs = {
        word_id(shape) for shape in shapes | told if isinstance(shape, type) and issubclass(shape, msgspec.Struct)
    }
    used = constants | structs | WORDS | TABLE_FAULTS | _steps(sources)
    used |= {refusal_id(kind) for kind in REFUSALS} | {fact_id(kind) for kind in KINDS} | RULES
    used |= {meaning_id(kind) for kind in KINDS}
    used |= {f"trouble-{code.value}" for code in Code} | {f"page-{page}" for page in PageName}
    assert not sorted(messages(CHINESE).keys() - used)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_no_names_the_next_step(language: str) -> None:
    """Two sentences at least: what is the case, what to do."""
    stop = "。" if language == CHINESE else "."
    short = [
        name
        for name, (_, _, words) in messages(language).items()
        if name.startswith(("refusal-", "trouble-")) and words.count(stop) < 2
    ]
    assert not short


def test_nobody_is_scolded() -> None:
    found = [name for language in LANGUAGES for name, said in messages(language).items() if SCOLDING.search(said[2])]
    assert not found


def test_chinese_speaks_the_words_of_the_field() -> None:
    said = {name: words for name, (_, _, words) in messages(CHINESE).items()}
    assert not [name for name, words in said.items() if NOT_OUR_WORDS.search(words)]
    strange = {name: set(LATIN.findall(words)) - KNOWN_LATIN for name, words in said.items()}
    assert not {name: words for name, words in strange.items() if words}
