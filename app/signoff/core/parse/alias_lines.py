"""Letters that a line explains, ``Aliases: c = customers, r = regions``: sources told by them read those tables."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from signoff.core.domain.spec import ColumnMapping, Step, StepKind, TargetMapping, UnusedCell

_LINE = re.compile(
    r"^\W*(?:(?:table\s+)?alias(?:es)?|letters|abbreviations|short\s+names)\b[^:=]{0,20}[:=]\s*(?P<pairs>\S.*)$",
    re.IGNORECASE,
)
_ONE = re.compile(
    r"(?P<letter>[A-Za-z]\w{0,3})\s*(?:=|:|->|→|stands\s+for|is)\s*[`'\"]?(?P<table>[A-Za-z_][\w.]*)[`'\"]?",
    re.IGNORECASE,
)


def with_alias_lines(
    targets: Sequence[TargetMapping], unused: Sequence[UnusedCell]
) -> tuple[tuple[TargetMapping, ...], tuple[UnusedCell, ...]]:
    """The targets whose sources name tables by letters, with the tables that a line of their sheet says those are.

    Args:
        targets: as read.
        unused: cells that no field was read from; lines that were followed are left out of them.
    """
    told = {cell: pairs for cell in unused if (pairs := _pairs(cell.text))}
    if not told:
        return tuple(targets), tuple(unused)
    found, used = [], set[UnusedCell]()
    for target in targets:
        sheets = {column.cell.sheet for column in target.columns if column.cell is not None}
        lines = [cell for cell in told if cell.cell.sheet in sheets]
        letters = {letter: table for cell in lines for letter, table in told[cell].items()}
        used.update(lines)
        found.append(_told(target, letters, lines))
    return tuple(found), tuple(cell for cell in unused if cell not in used)


def _pairs(text: str) -> dict[str, str]:
    line = _LINE.match(text)
    return (
        {m["letter"].casefold(): m["table"] for m in _ONE.finditer(line["pairs"])} if line is not None else {}
    )


def _told(target: TargetMapping, letters: Mapping[str, str], lines: Sequence[UnusedCell]) -> TargetMapping:
    columns = tuple(_column(column, letters) for column in target.columns)
    if not lines or (columns == target.columns and not target.steps):
        return target
    listed = ", ".join(f"{table} {letter}" for letter, table in letters.items())
    note = Step(target.name, 0, StepKind.NOTE, condition=f"sources: {listed}", cell=lines[0].cell)
    steps = tuple(replace(step, order=n) for n, step in enumerate((note, *target.steps), 1))
    return replace(target, columns=columns, steps=steps)


def _column(column: ColumnMapping, letters: Mapping[str, str]) -> ColumnMapping:
    sources = tuple(replace(s, table=letters.get(s.table.casefold(), s.table)) for s in column.sources)
    if sources == column.sources:
        return column
    tables = tuple(dict.fromkeys(letters.get(t.casefold(), t) for t in column.source_tables))
    return replace(column, sources=sources, source_tables=tables)
