"""Who signs the papers of a room, as the rulebook names them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from reports.edition import Labels


def signer_names(signers: Sequence[str], words: Labels) -> Sequence[str]:
    """Role names in order, in the words of the room record; a role that signs more than once is numbered."""
    total, seen = Counter(signers), Counter[str]()
    names = []
    for code in signers:
        seen[code] += 1
        name, number = words.named("roles", code), words.named("ordinals", str(seen[code]))
        names.append(words("numbered_role", role=name, number=number) if total[code] > 1 else name)
    return names
