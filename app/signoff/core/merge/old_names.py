"""Rules that name a column of the result by the name it is to get, said with the name that the file has for it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from signoff.core.domain.spec import ColumnMapping


def old_names(
    renamed: Sequence[tuple[ColumnMapping, str]], rewritten: Sequence[ColumnMapping]
) -> dict[str, str]:
    """Names in the file by case-folded new names, of columns whose value stays.

    Args:
        renamed: rows of columns that are called otherwise, each with its name in the file.
        rewritten: those whose value is made otherwise too.
    """
    anew = {row.name for row in rewritten}
    return {row.name.casefold(): old for row, old in renamed if row.name not in anew}


def in_old_names(row: ColumnMapping, names: Mapping[str, str]) -> ColumnMapping:
    """The row with its rule in the names of the file; names that are sources of the row too stay.

    Args:
        row: of a new or changed column.
        names: as from `old_names`.
    """
    own = {row.name.casefold(), *(ref.column.casefold() for ref in row.sources)}
    known = {new: old for new, old in names.items() if new not in own}
    rule = row.rule_resolved or row.rule
    if not known or not rule:
        return row
    shape = re.compile(rf"(?<![\w.'])(?:{'|'.join(map(re.escape, known))})(?![\w'])", re.IGNORECASE)
    said = shape.sub(lambda found: known[found.group().casefold()], rule)
    return row if said == rule else replace(row, rule_resolved=said)
