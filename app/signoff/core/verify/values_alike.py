"""Made-up values of one column's shape, none of them a real one and each another."""

from __future__ import annotations

import random
import string
from collections.abc import Callable
from datetime import date, datetime, timedelta
from decimal import Decimal

from signoff.core.verify.shapes import ColumnShape

_TRIES = 40
_LARGEST = {"TINYINT": 127, "SMALLINT": 32_767, "INTEGER": 2**31 - 1, "UTINYINT": 255, "USMALLINT": 65_535}
_DAYS = (date(1900, 1, 1).toordinal(), date(2100, 1, 1).toordinal())
_EPOCH = datetime(1970, 1, 1)


class Values:
    """The n-th made-up value of a column, and of all that refer to it."""

    def __init__(
        self, shape: ColumnShape, taken: frozenset[str], may_be: Callable[[str], bool], seed: str
    ) -> None:
        """Prepare.

        Args:
            shape: of the column.
            taken: real values, none of which is made.
            may_be: whether a text may be used.
            seed: the same seed gives the same values.
        """
        self._shape, self._taken, self._may_be = shape, taken, may_be
        self._folded = {text.strip().casefold() for text in taken}
        self._dice = random.Random(seed)
        self._made: list[str] = []
        self._used: set[str] = set()

    def value(self, number: int) -> str:
        """The value of that number, from 0."""
        while len(self._made) <= number:
            self._made.append(self._another())
        return self._made[number]

    def _another(self) -> str:
        made = ""
        for attempt in range(_TRIES * 3):
            made = self._try(attempt)
            if made not in self._used and made.strip().casefold() not in self._folded and self._may_be(made):
                break
        self._used.add(made)
        return made

    def _try(self, attempt: int) -> str:
        shape, kind = self._shape, self._shape.type.upper()
        if kind == "VARCHAR" and not shape.date_format:
            return self._text(attempt)
        if kind == "TIME":
            return str(_EPOCH + timedelta(seconds=self._dice.randrange(86_400))).partition(" ")[2]
        if shape.date_format or kind == "DATE":
            day = date.fromordinal(min(_DAYS[1], max(_DAYS[0], self._number(attempt))))
            return day.strftime(shape.date_format or "%Y-%m-%d")
        if kind.startswith(("TIMESTAMP", "DATETIME")):
            return str(_EPOCH + timedelta(seconds=self._number(attempt)))
        if shape.is_number:
            number = min(_LARGEST.get(kind, 2**62), self._number(attempt))
            return str(Decimal(number).scaleb(-shape.decimals)) if shape.decimals else str(number)
        return "\\N"

    def _number(self, attempt: int) -> int:
        """A number near the real ones; the more often none fits, the farther away."""
        low, high = self._shape.span
        room = max(high - low + 1, 2 * len(self._shape.counts), 10)
        return low + self._dice.randrange(room * (1 + attempt // 4))

    def _text(self, attempt: int) -> str:
        shapes = self._shape.shapes or (("aaaaaa", 1),)
        shape = self._dice.choices([s for s, _n in shapes], [n for _s, n in shapes])[0]
        if shape.startswith("~") and shape[1:].isdigit():
            return self._words(int(shape[1:]))
        made = "".join(map(self._filled, shape))
        return made + self._dice.choice(string.digits) * (attempt // _TRIES)

    def _filled(self, mark: str) -> str:
        letters = {"A": string.ascii_uppercase, "a": string.ascii_lowercase, "9": string.digits}.get(mark)
        return self._dice.choice(letters) if letters else mark

    def _words(self, length: int) -> str:
        made = "made up"
        while len(made) < length:
            made += " " + "".join(self._dice.choices(string.ascii_lowercase, k=self._dice.randint(2, 8)))
        return made[:length]
