"""What the document says a target column holds, as far as it can be checked."""

from __future__ import annotations

import re
from dataclasses import dataclass

from signoff.core.domain.expressions import quoted
from signoff.core.domain.plan import Draft, DraftColumn
from signoff.core.domain.spec import ColumnMapping, TargetMapping

_TEXT = re.compile(r"(?:char|string|text|clob)[a-z0-9 ]*\(\s*(\d+)", re.IGNORECASE)
_EXACT = re.compile(r"^\s*(?:decimal|numeric|number|dec)\s*\(\s*(\d+)\s*(?:,\s*(\d+)\s*)?\)", re.IGNORECASE)
_MOST_DIGITS = 38


@dataclass(frozen=True)
class TargetColumn:
    """One column of the result beside what the document says of it."""

    name: str
    bound: str
    """DuckDB type the draft gives."""
    declared: str = ""
    """DuckDB type that is wanted; empty when the document names none."""
    length: int | None = None
    """Most characters."""
    precision: int | None = None
    """Digits in all."""
    scale: int = 0
    """Digits after the point."""
    required: bool = False
    key: bool = False

    @property
    def sql(self) -> str:
        """Reference to the column of the result `r`."""
        return f"r.{quoted(self.name)}"


def target_columns(
    draft: Draft, target: TargetMapping, bound: tuple[tuple[str, str], ...]
) -> tuple[TargetColumn, ...]:
    """The columns of the result, in its order; of several rows for one column the first type counts."""
    drafted = {column.name.casefold(): column for column in draft.columns}
    found = []
    for name, kind in bound:
        rows = [row for row in target.columns if row.name.casefold() == name.casefold()]
        found.append(_target_column(name, kind, rows, drafted.get(name.casefold())))
    return tuple(found)


def _target_column(
    name: str, kind: str, rows: list[ColumnMapping], drafted: DraftColumn | None
) -> TargetColumn:
    written = next((row.type for row in rows if row.type.strip()), "")
    text, exact = _TEXT.search(written), _EXACT.match(written)
    precision = int(exact.group(1)) if exact and int(exact.group(1)) <= _MOST_DIGITS else None
    return TargetColumn(
        name,
        kind,
        declared=drafted.type if drafted else "",
        length=int(text.group(1)) if text else None,
        precision=precision,
        scale=int(exact.group(2) or 0) if exact else 0,
        required=any(row.required or row.key for row in rows),
        key=any(row.key for row in rows),
    )
