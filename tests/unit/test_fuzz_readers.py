"""Whatever is in a file, its reader takes it or says Trouble, soon and in little memory."""

from __future__ import annotations

import resource
import time
import warnings
from collections.abc import Callable
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.trouble import Trouble
from tests.fuzz.base import Target
from tests.fuzz.mutations import LONGEST, mutated
from tests.fuzz.targets import targets
from tests.proofs import LONG

EXAMPLES = 4000 if LONG else 25
SECONDS, MEGABYTES = 5.0, 300
"""For one file; a sound one takes a hundredth of either."""
TARGETS = targets()


def tried(target: Target, content: bytes) -> None:
    begun, before = time.monotonic(), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with suppress(Trouble), warnings.catch_warnings():
        target.read(content)
    assert time.monotonic() - begun < SECONDS
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < MEGABYTES << 10


@pytest.mark.parametrize("target", TARGETS, ids=lambda one: one.name)
def test_the_samples_are_taken(target: Target) -> None:
    assert target.samples
    for content in target.samples:
        target.read(content)


@pytest.mark.proof
@pytest.mark.parametrize("target", TARGETS, ids=lambda one: one.name)
def test_nothing_but_trouble_comes_out(target: Target, expect_log: Callable[[str], None]) -> None:
    if target.name == "settings":
        expect_log("settings.json cannot be read and is set aside")
    broken = st.builds(mutated, st.sampled_from(target.samples), st.integers(0, 1 << 32))

    @settings(max_examples=EXAMPLES, deadline=None)
    @given(st.one_of(broken, broken, broken, st.binary(max_size=LONGEST // 16)))
    def every(content: bytes) -> None:
        tried(target, content)

    every()
