"""Rules that speak of another row of the mapping by its number: ``code (cleaned as in no. 12)``, ``see no. 9``.

The number is put into the name of the column that has it. Where a few words before a bracket call that column and the
bracket only says that they are made as it is, its name stands for them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from signoff.core.domain.spec import ColumnMapping, Role, TargetMapping
from signoff.core.engines.documents.grid import SheetGrid
from signoff.core.parse.words import words

_NUMBER = r"(?:no\.?|nr\.?|number|row|line|item|field|pos\.?|#)\s*(?P<no>\d{1,4})"
_MADE_SO = re.compile(
    rf"(?P<what>(?:[\w-]+\s+){{0,3}}[\w-]+)\s*\(\s*(?:(?:cleaned|trimmed|prepared|formatted|made|built|treated|converted|done)\s+)?"
    rf"(?:as|like|same\s+as|see)\s+(?:in\s+|under\s+|for\s+)?{_NUMBER}\s*\)",
    re.IGNORECASE,
)
_SAID = re.compile(
    rf"\b(?P<lead>see|as|like|as\s+in|as\s+under|same\s+as|from|of|in|under)\s+{_NUMBER}\b(?!\s*\.?\d)",
    re.IGNORECASE,
)


def with_numbers_named(
    targets: Sequence[TargetMapping], grids: Sequence[SheetGrid]
) -> tuple[TargetMapping, ...]:
    """The targets whose rules name columns where they give the numbers of their rows.

    Args:
        targets: as read from grids.
        grids: the document's sheets.
    """
    by_sheet = {grid.name: grid for grid in grids}
    names: dict[str, set[str]] = {}
    numbers: dict[str, str] = {}
    for column in (c for t in targets for c in t.columns):
        number = _number_of(column, by_sheet)
        if number:
            names.setdefault(number, set()).add(column.name)
            numbers[number] = column.name
    once = {number: name for number, name in numbers.items() if len(names[number]) == 1}
    if not once:
        return tuple(targets)
    return tuple(
        replace(target, columns=tuple(_named(column, once) for column in target.columns))
        for target in targets
    )


def _number_of(column: ColumnMapping, grids: Mapping[str, SheetGrid]) -> str:
    cell = column.cell_of(Role.NUMBER)
    grid = grids.get(cell.sheet) if cell is not None else None
    text = grid.at(cell.row, cell.column).strip(" .#") if grid is not None and cell is not None else ""
    return text if text.isdecimal() else ""


def _named(column: ColumnMapping, numbers: Mapping[str, str]) -> ColumnMapping:
    rule = column.rule_resolved or column.rule
    if not re.search(r"\d", rule):
        return column
    text = _MADE_SO.sub(lambda m: _for_words(m, numbers), rule)
    text = _SAID.sub(lambda m: f"{m['lead']} {numbers[m['no']]}" if m["no"] in numbers else m.group(), text)
    return column if text == rule else replace(column, rule_resolved=text)


def _for_words(match: re.Match[str], numbers: Mapping[str, str]) -> str:
    """The column's name for the last of the words that call it; the text as it is where none do."""
    name = numbers.get(match["no"], "")
    own = set(words(name))
    said = match["what"].split()
    for start in range(len(said)):
        if own and own <= set(words(" ".join(said[start:]))) and words(said[start])[0] in own:
            return " ".join([*said[:start], name])
    return match.group()
