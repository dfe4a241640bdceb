"""Rows of a target that read a joined table: which take the value of one row, and which name a role of the table."""

from __future__ import annotations

import re
from collections.abc import Iterable

from signoff.core.domain.known_names import squashed
from signoff.core.domain.spec import ColumnMapping
from signoff.core.merge.names import bare

_OF_MANY = re.compile(
    r"\b(?:all|every|each|any|number\s+of|how\s+many|count\w*|sum|total|average|mean|names\s+of|list\w*|separated"
    r"|alphabetical\w*|sorted|last|latest|newest|first|earliest|oldest|highest|lowest|most\s+recent|at\s+least\s+one"
    r"|exists?|(?:is|are)\s+in)\b",
    re.IGNORECASE,
)


def is_one_row(column: ColumnMapping) -> bool:
    """Whether a column takes the value of the one row that belongs to it, as far as its rule tells."""
    return _OF_MANY.search(column.rule_resolved or column.rule) is None


def names_role(columns: Iterable[ColumnMapping], table: str, role: str) -> bool:
    """Whether a rule over a table says in which role it is read: ``of the nurse``.

    Args:
        columns: of the target.
        table: the one that is joined.
        role: what it is for the rows.
    """
    said = re.compile(rf"\b(?:of|from)\s+(?:the\s+|its\s+)?{re.escape(role)}\b", re.IGNORECASE)
    return any(
        said.search(column.rule_resolved or column.rule)
        for column in columns
        if any(squashed(bare(ref.table)) == squashed(table) for ref in column.sources if ref.table)
    )
