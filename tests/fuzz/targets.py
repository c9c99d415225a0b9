"""Every reader of bytes that come from outside, with sound samples to begin from.

A target that ends in "inside" is signed and sealed anew after its sample was changed, so that what stands behind
signature and seal is reached too.
"""

from __future__ import annotations

from collections.abc import Sequence

from tests.fuzz.archives import archives
from tests.fuzz.base import Target
from tests.fuzz.contents import contents
from tests.fuzz.files import files
from tests.fuzz.tokens import tokens


def targets() -> Sequence[Target]:
    return (*tokens(), *archives(), *contents(), *files())
