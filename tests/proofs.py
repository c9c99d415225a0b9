"""How far the slow proofs look: a short form in every run, a long one in `make proof`."""

from __future__ import annotations

import os

from hypothesis import settings

LONG = os.environ.get("EXAMSITE_PROOF") == "long"
RANDOM_DAYS = settings(
    max_examples=2000 if LONG else 50, deadline=None, derandomize=not LONG, database=None, print_blob=True
)
"""A whole day takes a tenth of a second; the long form takes minutes."""
DRAWS = 10_000 if LONG else 150
"""Draws of duty at random."""
