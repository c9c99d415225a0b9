"""The ids under which words stand in resources/text: made from the names of what is spoken of."""

from __future__ import annotations

import re
from enum import Enum

import msgspec

from app.core.operation import Fact, Refusal


def refusal_id(kind: type[Refusal]) -> str:
    """The message id of a refusal: its name in kebab case."""
    return f"refusal-{_kebab(kind.__name__)}"


def fact_id(kind: type[Fact]) -> str:
    """The message id of a fact: its name in kebab case."""
    return f"fact-{_kebab(kind.__name__)}"


def meaning_id(kind: type[Fact]) -> str:
    """The message id of what a kind of fact means: its name in kebab case."""
    return f"means-{_kebab(kind.__name__)}"


def rule_id(field: str) -> str:
    """The message id of a rule's label, by its field in the rulebook."""
    return f"rule-{_kebab(field)}"


def word_id(spoken: Enum | type[msgspec.Struct]) -> str:
    """The message id of an enum value or of a struct that stands in a sentence."""
    if isinstance(spoken, Enum):
        return f"{_kebab(type(spoken).__name__)}-{_kebab(str(spoken.value))}"
    return _kebab(spoken.__name__)


def _kebab(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", re.sub(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", "-", name).lower())
