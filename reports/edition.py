"""The words of a printed form: versioned data, always Chinese."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from functools import cache

from app.resources import RESOURCES

Words = dict[str, "str | Words"]


class Labels:
    """One form's words in one edition, by dotted key."""

    def __init__(self, words: Words) -> None:
        self._words = dict(_flat("", words))

    def __call__(self, key: str, /, **values: object) -> str:
        """The text under the key, with its placeholders filled in."""
        text = self._words[key]
        return text.format(**values) if values else text

    def named(self, group: str, code: str) -> str:
        """What a code is called on paper; a code without a name prints as it stands."""
        return self._words.get(f"{group}.{code}", code)


def _flat(prefix: str, words: Words) -> Iterator[tuple[str, str]]:
    for key, value in words.items():
        if isinstance(value, str):
            yield prefix + key, value
        else:
            yield from _flat(f"{prefix}{key}.", value)


@cache
def labels(edition: str, form: str) -> Labels:
    """An old record is reprinted in the words of its own edition."""
    return Labels(tomllib.loads((RESOURCES / "records" / edition / f"{form}.toml").read_text(encoding="utf-8")))
