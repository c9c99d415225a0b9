"""Four kinds of sums as a pocket calculator does them, in decimal: 0.1 + 0.2 is 0.3."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Context, Decimal, DivisionByZero, InvalidOperation, Overflow

DIGITS = 15
"""What is typed and what is shown; ten more are carried along."""
OPERATIONS = "+-*/"
_INSIDE = Context(prec=DIGITS + 10, Emax=99, Emin=-99, traps=[DivisionByZero, InvalidOperation, Overflow])
_SHOWN = Context(prec=DIGITS)
_MOST = Decimal(10) ** DIGITS


@dataclass(slots=True)
class Sums:
    """One key after the other. `last` is the result before.

    `broken`: the last sum has none, and only clearing goes on from there.
    """

    typed: str = ""
    held: Decimal | None = None
    operation: str = ""
    last: Decimal = Decimal(0)
    broken: bool = False
    recalled: bool = False
    """What stands in `typed` was not typed: the next digit begins another number."""

    @property
    def shown(self) -> str:
        """What stands in the window; "" where `broken`."""
        if self.broken:
            return ""
        return self.typed or _plain(self.held if self.held is not None else Decimal(0))

    @property
    def before(self) -> str:
        """The result before, as it is shown."""
        return _plain(self.last)

    def sign(self, key: str) -> None:
        """A digit, or "." for the point."""
        if self.broken:
            return
        if self.recalled:
            self.typed = ""
        if not self.typed and not self.operation:
            self.clear()
        self.recalled = False
        if key == "." and "." not in self.typed:
            self.typed = (self.typed or "0") + key
        elif key.isdigit() and sum(map(str.isdigit, self.typed)) < DIGITS:
            self.typed = key if self.typed == "0" else self.typed + key

    def operate(self, key: str) -> None:
        """One of `OPERATIONS`; what was begun is worked out first."""
        if not self.broken:
            self._fold()
            self.held = self.held if self.held is not None else Decimal(0)
            self.operation = key

    def equals(self) -> None:
        """Work it out, and remember what came out."""
        if not self.broken:
            self._fold()
            self.operation = ""
        if not self.broken and self.held is not None:
            self.last = self.held

    def recall(self) -> None:
        """Go on with the result before."""
        if self.broken:
            return
        if not self.operation:
            self.clear()
        self.typed, self.recalled = _plain(self.last), True

    def back(self) -> None:
        """Take the last typed sign away."""
        self.typed = self.typed[:-1]

    def clear(self) -> None:
        """Everything but the result before."""
        self.typed, self.held, self.operation = "", None, ""
        self.broken = self.recalled = False

    def _fold(self) -> None:
        if not self.typed:
            return
        value, self.typed, self.recalled = Decimal(self.typed), "", False
        try:
            self.held = self._worked_out(value)
        except (DivisionByZero, InvalidOperation, Overflow):
            self.broken = True
            return
        self.broken = abs(self.held) >= _MOST

    def _worked_out(self, value: Decimal) -> Decimal:
        if self.held is None:
            return value
        match self.operation:
            case "+":
                return _INSIDE.add(self.held, value)
            case "-":
                return _INSIDE.subtract(self.held, value)
            case "*":
                return _INSIDE.multiply(self.held, value)
            case "/":
                return _INSIDE.divide(self.held, value)
            case _:
                return value


def _plain(value: Decimal) -> str:
    """Without an exponent, cut to what the window shows."""
    whole = max(value.adjusted() + 1, 1)
    rounded = _SHOWN.create_decimal(value).quantize(Decimal(1).scaleb(whole - DIGITS), context=_INSIDE)
    said = f"{rounded:f}"
    said = said.rstrip("0").rstrip(".") if "." in said else said
    return "0" if said in ("-0", "") else said
