"""What the state holds of the machines that were looked at: of each item the last reading, by whom, when."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from app.core.hardware_items import HardwareItem, MachineKind, ReadingSource
from app.core.terms import PersonId, RoomId


@dataclass(frozen=True, slots=True)
class ItemState:
    """`at`: when it was looked at, not when it was entered.

    `measured`: what was last measured, whatever was typed since; "" where nothing was.
    """

    value: str
    source: ReadingSource
    at: datetime
    by: PersonId
    measured: str = ""


@dataclass(slots=True)
class MachineState:
    """One machine by its name; `room` is None for the site machine, and for spare machines and switches."""

    kind: MachineKind
    room: RoomId | None
    name: str
    items: dict[HardwareItem, ItemState] = field(default_factory=dict)

    def value(self, item: HardwareItem) -> str | None:
        """None for what nobody knows."""
        found = self.items.get(item)
        return found.value if found else None

    @property
    def checked_at(self) -> datetime:
        """When any of it was last looked at; a machine without a reading is not kept."""
        return max(one.at for one in self.items.values())
