"""Rules put together from pick lists, in words that the pattern compilers understand wholly.

A person who does not know how to say a rule picks what is to happen, the columns and the fixed values; what comes out
is a rule as one writes it in a mapping document, read by the same compilers.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from signoff.core.domain.expressions import ScopeColumn

_PLAIN_NAME = re.compile(r"[^\W\d]\w*")


class Kind(StrEnum):
    """What a rule does."""

    COPY = "copy"
    FIXED = "fixed value"
    TIDY = "tidy text"
    FIRST = "first with a value"
    JOIN = "join texts"
    CODES = "code list"
    DATE = "date from text"
    WHEN = "when then"


class Comparison(StrEnum):
    """What a condition asks of a column."""

    IS = "is"
    IS_NOT = "is not"
    MISSING = "is missing"
    FILLED = "is filled"
    MORE = "is greater than"
    LESS = "is less than"
    HOLDS = "contains"

    @property
    def takes_value(self) -> bool:
        """Whether it compares with a value."""
        return self not in (Comparison.MISSING, Comparison.FILLED)


@dataclass(frozen=True)
class Fixed:
    """A fixed value; None is no value."""

    text: str | None


Value = ScopeColumn | Fixed


@dataclass(frozen=True)
class When:
    """A condition and what holds where it is met."""

    column: ScopeColumn
    test: Comparison
    value: str
    """Compared with; not read by tests that take none."""
    then: Value


@dataclass(frozen=True)
class Parts:
    """What was picked; each kind reads its own fields."""

    kind: Kind
    columns: tuple[ScopeColumn, ...] = ()
    text: str = ""
    """The fixed value; the separator of joined texts; the format of a date, such as ``DD.MM.YYYY``."""
    trim: bool = True
    letters: str = ""
    """``upper``, ``lower`` or empty."""
    skip_missing: bool = False
    """Joined texts: parts without a value are left out; else one of them leaves no value."""
    codes: tuple[tuple[str, str], ...] = ()
    """Old code and new value."""
    whens: tuple[When, ...] = ()
    otherwise: Value | None = None
    """What holds where nothing else does; None where nothing is said of it."""


def composed(parts: Parts) -> str:
    """The rule in words; empty while something it needs is not picked."""
    return _WRITERS[parts.kind](parts)


def _copy(parts: Parts) -> str:
    return f"Direct move of {_named(parts.columns[0])}" if parts.columns else ""


def _fixed(parts: Parts) -> str:
    return f"Constant {_literal(parts.text)}" if parts.text else ""


def _tidy(parts: Parts) -> str:
    if not parts.columns or not (parts.trim or parts.letters):
        return ""
    name = _named(parts.columns[0])
    if not parts.trim:
        return f"{parts.letters.capitalize()} case of {name}"
    return f"Trim {name} and {parts.letters} case" if parts.letters else f"Trim {name}"


def _first(parts: Parts) -> str:
    if not parts.columns or (len(parts.columns) == 1 and parts.otherwise is None):
        return ""
    words = f"Use {_named(parts.columns[0])}"
    words += "".join(f", if missing {_named(each)}" for each in parts.columns[1:])
    if parts.otherwise is None:
        return words
    joint = "otherwise" if len(parts.columns) > 1 else "if missing"
    return f"{words}, {joint} {_value(parts.otherwise)}"


def _join(parts: Parts) -> str:
    if len(parts.columns) < 2:
        return ""
    names = [_named(each) for each in parts.columns]
    words = f"Concatenate {', '.join(names[:-1])} and {names[-1]}"
    if parts.text:
        words += f" separated by {_literal(parts.text)}"
    return f"{words}, skip missing parts" if parts.skip_missing else words


def _codes(parts: Parts) -> str:
    pairs = [(old, new) for old, new in parts.codes if old]
    if not parts.columns or not pairs:
        return ""
    name = _named(parts.columns[0])
    whens = [When(parts.columns[0], Comparison.IS, old, Fixed(new or None)) for old, new in pairs]
    if isinstance(parts.otherwise, ScopeColumn) or any(not new for _, new in pairs):
        return _when(Parts(Kind.WHEN, whens=tuple(whens), otherwise=parts.otherwise))
    listed = ", ".join(f"{_literal(old)} -> {_literal(new)}" for old, new in pairs)
    return f"Map {name}: {listed}" + (f", others {_value(parts.otherwise)}" if parts.otherwise else "")


def _date(parts: Parts) -> str:
    if not parts.columns or not parts.text:
        return ""
    return f"Convert {_named(parts.columns[0])} to date with format {parts.text}"


def _when(parts: Parts) -> str:
    if not parts.whens or any(each.test.takes_value and not each.value for each in parts.whens):
        return ""
    told = "; ".join(f"if {_condition(each)} then {_value(each.then)}" for each in parts.whens)
    rest = f"; otherwise {_value(parts.otherwise)}" if parts.otherwise is not None else ""
    return told[0].upper() + told[1:] + rest


def _condition(when: When) -> str:
    words = f"{_named(when.column)} {when.test.value}"
    return f"{words} {_compared(when)}" if when.test.takes_value else words


def _compared(when: When) -> str:
    measured = when.test in (Comparison.MORE, Comparison.LESS)
    return when.value if measured and re.fullmatch(r"-?\d+(\.\d+)?", when.value) else _literal(when.value)


def _value(value: Value) -> str:
    if isinstance(value, ScopeColumn):
        return _named(value)
    return "null" if value.text is None else _literal(value.text)


def _named(column: ScopeColumn) -> str:
    """The column with its place, quoted as a whole where its letters ask for it."""
    name = f"{column.relation}.{column.column.name}"
    plain = all(_PLAIN_NAME.fullmatch(part) for part in (column.relation, column.column.name))
    return name if plain else f'"{name}"'


def _literal(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


_WRITERS = {
    Kind.COPY: _copy,
    Kind.FIXED: _fixed,
    Kind.TIDY: _tidy,
    Kind.FIRST: _first,
    Kind.JOIN: _join,
    Kind.CODES: _codes,
    Kind.DATE: _date,
    Kind.WHEN: _when,
}
