"""Rules that say ``of the day`` of values of a row that is a day: the words say nothing more."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from signoff.core.domain.spec import ColumnMapping
from signoff.core.merge.names import words

_OF = re.compile(
    r"\s+(?:of|on|for)\s+(?:the|that|this)\s+(?:same\s+|very\s+)?(?P<unit>day|week|month|row|line|record)\b(?!\s+(?:before|after|of|when|that|with|and|,)|-)",
    re.IGNORECASE,
)


def without_own_row(mapping: ColumnMapping, shown: Sequence[str]) -> ColumnMapping | None:
    """The row without such words in its rule; None where there are none, or the result has no such column.

    Args:
        mapping: a row.
        shown: names of the columns that the result has, some of them its key.
    """
    rule = mapping.rule_resolved or mapping.rule
    told = _OF.findall(rule)
    units = {unit.casefold() for unit in told} - {"row", "line", "record"}
    if not told or any(sum(unit in words(name) for name in shown) != 1 for unit in units):
        return None
    said = _OF.sub("", rule)
    return replace(mapping, rule=said, rule_resolved=said)
