"""Two rows of a list of changes on one column, one of them its new name alone: they are one change.

``rename | order_count | was number_of_orders`` beside ``rule | order_count | 0 without orders``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from signoff.core.domain.known_names import squashed
from signoff.core.domain.spec import ColumnMapping, TargetMapping
from signoff.core.parse.names import is_name

_RENAMES = re.compile(r"\brenam\w*", re.IGNORECASE)


def with_one_row_each(targets: Sequence[TargetMapping]) -> tuple[TargetMapping, ...]:
    """The targets with such a pair as one row: renamed, with the rule of the other.

    Args:
        targets: as read. Where both rows tell how the value is made, or a third one is there, all stay.
    """
    return tuple(_told(target) for target in targets)


def _told(target: TargetMapping) -> TargetMapping:
    kept = list(target.columns)
    for renaming in filter(_only_renames, target.columns):
        others = [c for c in kept if c is not renaming and squashed(c.name) == squashed(renaming.name)]
        if len(others) == 1 and others[0].rule.strip() and not _RENAMES.search(others[0].state):
            kept[kept.index(others[0])] = _together(renaming, others[0])
            kept.remove(renaming)
    return target if len(kept) == len(target.columns) else replace(target, columns=tuple(kept))


def _only_renames(column: ColumnMapping) -> bool:
    says_more = column.rule.strip() or column.sources or column.section
    return not says_more and bool(
        _RENAMES.search(column.state) and (column.was or is_name(column.note.strip()))
    )


def _together(renaming: ColumnMapping, other: ColumnMapping) -> ColumnMapping:
    was = renaming.was or renaming.note.strip()
    return replace(other, state=f"{renaming.state}, {other.state}".rstrip(" ,"), was=was)
