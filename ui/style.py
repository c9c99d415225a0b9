"""The look as numbers: one set of tokens for light, one for dark, and the palette and style sheet made of them."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from string import Template

from PySide6.QtGui import QColor, QPalette

from app.resources import RESOURCES

FAMILY = "Noto Sans SC"
NAV_WIDTH, NAV_NARROW, TOP_BAR, CONTROL, ROW = 188, 60, 72, 34, 36


@dataclass(frozen=True, slots=True)
class Tokens:
    """Colours as #RRGGBB. Every text colour reaches 4.5:1 on every ground it is used on; a test holds the pairs."""

    name: str
    bg: str
    surface: str
    surface2: str
    border: str
    border2: str
    text: str
    text2: str
    text3: str
    primary: str
    primary_hover: str
    primary_press: str
    primary_weak: str
    on_primary: str
    ok: str
    ok_weak: str
    warn: str
    warn_weak: str
    bad: str
    bad_weak: str
    extra: str
    extra_weak: str
    idle: str
    idle_weak: str
    nav: str
    nav_text: str
    nav_selected: str
    nav_head: str
    nav_mark: str
    stripe: str
    stripe2: str
    on_stripe: str


LIGHT = Tokens(
    name="light",
    bg="#F2F4F8",
    surface="#FFFFFF",
    surface2="#F7F9FC",
    border="#DDE3EC",
    border2="#8A97AA",
    text="#18212F",
    text2="#4B5768",
    text3="#5F6C82",
    primary="#1D5FD1",
    primary_hover="#1A53B8",
    primary_press="#16469B",
    primary_weak="#E6EFFD",
    on_primary="#FFFFFF",
    ok="#157A47",
    ok_weak="#E2F4EA",
    warn="#9A5200",
    warn_weak="#FFF1DC",
    bad="#C2231D",
    bad_weak="#FDE9E8",
    extra="#6B3FBF",
    extra_weak="#F0EAFB",
    idle="#5B6779",
    idle_weak="#EAEEF4",
    nav="#12233D",
    nav_text="#B9C6DA",
    nav_selected="#20406E",
    nav_head="#FFFFFF",
    nav_mark="#5B9BFF",
    stripe="#FFD24A",
    stripe2="#F5BE1B",
    on_stripe="#2A1E00",
)

DARK = Tokens(
    name="dark",
    bg="#11161E",
    surface="#1A212C",
    surface2="#202936",
    border="#2E3847",
    border2="#5C6B82",
    text="#E8EDF5",
    text2="#B1BCCB",
    text3="#95A2B5",
    primary="#5B9BFF",
    primary_hover="#78ADFF",
    primary_press="#8DBBFF",
    primary_weak="#1B2F4F",
    on_primary="#0B1524",
    ok="#4CC38A",
    ok_weak="#153527",
    warn="#F0AA4B",
    warn_weak="#3B2A12",
    bad="#FF7B72",
    bad_weak="#45201F",
    extra="#B392F0",
    extra_weak="#2E2447",
    idle="#A3B0C2",
    idle_weak="#29323F",
    nav="#0C1119",
    nav_text="#B9C6DA",
    nav_selected="#1B2F4F",
    nav_head="#FFFFFF",
    nav_mark="#5B9BFF",
    stripe="#FFD24A",
    stripe2="#F5BE1B",
    on_stripe="#2A1E00",
)

_ON_GROUND = ("text", "text2", "text3", "primary", "ok", "warn", "bad", "extra", "idle")
_TONES = ("primary", "ok", "warn", "bad", "extra", "idle")
TEXT_PAIRS: tuple[tuple[str, str], ...] = (
    *((ink, ground) for ink in _ON_GROUND for ground in ("bg", "surface", "surface2")),
    *((tone, f"{tone}_weak") for tone in _TONES),
    *(("text", f"{tone}_weak") for tone in _TONES),
    *(("text2", f"{tone}_weak") for tone in _TONES),
    *(("on_primary", ground) for ground in ("primary", "primary_hover", "primary_press")),
    *((ink, ground) for ink in ("nav_text", "nav_head") for ground in ("nav", "nav_selected")),
    ("surface", "text"),
    ("on_stripe", "stripe"),
    ("on_stripe", "stripe2"),
)
"""Ink and ground of every text that is drawn."""


def sheet(tokens: Tokens, chevron: str) -> str:
    """The style sheet; `chevron` is the path of an icon file, with forward slashes."""
    template = Template((RESOURCES / "style.qss").read_text(encoding="utf-8"))
    return template.substitute(asdict(tokens), family=FAMILY, chevron=chevron)


def palette(tokens: Tokens) -> QPalette:
    """What Fusion draws by itself follows the tokens too."""
    role = QPalette.ColorRole
    roles = {
        role.Window: tokens.bg,
        role.Base: tokens.surface,
        role.AlternateBase: tokens.surface2,
        role.Button: tokens.surface,
        role.WindowText: tokens.text,
        role.Text: tokens.text,
        role.ButtonText: tokens.text,
        role.Highlight: tokens.primary,
        role.HighlightedText: tokens.on_primary,
        role.ToolTipBase: tokens.text,
        role.ToolTipText: tokens.surface,
        role.PlaceholderText: tokens.text3,
        role.Link: tokens.primary,
        role.Mid: tokens.border2,
        role.Midlight: tokens.border,
        role.Light: tokens.surface,
        role.Dark: tokens.border2,
        role.Shadow: tokens.border2,
        role.Accent: tokens.primary,
    }
    made = QPalette()
    for where, colour in roles.items():
        made.setColor(where, QColor(colour))
    for where in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, where, QColor(tokens.text3))
    return made
