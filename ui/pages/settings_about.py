"""What stands in the program besides our own work, and the keys that go places."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import QWidget

from ui.shell import Shell
from ui.widgets.nav import SHORTCUTS
from ui.widgets.parts import Facts, card, label

PARTS: tuple[tuple[str, str, str], ...] = (
    ("settings-font-screen", "Noto Sans SC 2.004", "SIL Open Font License 1.1"),
    ("settings-font-rare", "Hanazono Mincho B 2017-09-04", "Hanazono Font License, SIL Open Font License 1.1"),
    ("settings-icons", "Tabler Icons 3.51.0", "MIT"),
)
"""What for, what it is and its licence; the licence texts lie beside the files in resources."""

KEYS: tuple[tuple[str, str], ...] = (
    ("Ctrl+F", "settings-key-find"),
    ("F2", "settings-key-go-on"),
    ("Ctrl+L", "settings-key-lock"),
    ("Ctrl+Tab", "settings-key-session"),
    ("Tab", "settings-key-tab"),
    ("Esc", "settings-key-escape"),
)


def about(shell: Shell) -> Iterator[QWidget]:
    keys = [(combination, shell.say(f"page-{page}")) for page, combination in SHORTCUTS.items()]
    keys += [(combination, shell.say(meaning)) for combination, meaning in KEYS]
    yield _listed(shell.say("settings-keys"), keys)
    parts = [
        (shell.say(purpose), shell.say("settings-part", name=name, licence=licence)) for purpose, name, licence in PARTS
    ]
    yield _listed(shell.say("settings-parts"), parts)


def _listed(title: str, facts: list[tuple[str, str]]) -> QWidget:
    listed = Facts()
    listed.show_facts(facts)
    frame, inside = card()
    inside.addWidget(label(title, "H2"))
    inside.addWidget(listed)
    return frame
