"""Rules that mean a column of the target where a source is called alike: ``else the cleaned login``."""

from __future__ import annotations

import re
from collections.abc import Sequence

from signoff.core.domain.plan import DraftColumn

_CLEANED = (
    r"(?:cleaned(?:[\s-]up)?|cleansed|standardi[sz]ed|normali[sz]ed|prepared|finished|resulting|converted)"
)


def with_cleaned_named(rule: str, columns: Sequence[DraftColumn]) -> tuple[str, tuple[DraftColumn, ...]]:
    """The rule with such columns by their names alone, and the columns.

    Args:
        rule: the rule.
        columns: the target's own, as made so far.
    """
    found: list[DraftColumn] = []
    for column in columns:
        shape = re.compile(
            rf"\b(?:the\s+)?{_CLEANED}\s+(?P<name>{re.escape(column.name)})(?!\w)", re.IGNORECASE
        )
        said = shape.sub(r"\g<name>", rule)
        if said != rule:
            rule = said
            found.append(column)
    return rule, tuple(found)
