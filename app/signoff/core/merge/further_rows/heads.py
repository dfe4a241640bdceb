"""What a rule makes of several rows where no other reader knows it: which value it is on, and their sum."""

from __future__ import annotations

import re
from collections.abc import Sequence

from signoff.core.domain.expressions import ScopeColumn
from signoff.core.merge.inferring import looks_like_key
from signoff.core.merge.lookuptexts import singular
from signoff.core.merge.names import NUMERIC, words

_FIRST_WORDS = 4
_ADDS = re.compile(
    r"\b(?:add(?:ed)?|summed|sum|taken|put)\s+(?:up|together)\b|\bin\s+total\b|\btotal\b|\bsum\b",
    re.IGNORECASE,
)
_NARROWS = re.compile(
    r"['\"“0-9]|\b[A-Z]{2,}\b|\b(?i:not|except|without|only|if|when|where|minus|less|between|average)\b"
)


def value_meant(head: str, named: Sequence[str], columns: Sequence[ScopeColumn]) -> ScopeColumn | None:
    """The column that a rule is on: its only source, else the only one whose last word its first nouns say.

    Args:
        head: what is made of the rows.
        named: columns of its source cells.
        columns: of the table.
    """
    sources = [c for c in columns if c.column.name.casefold() in {name.casefold() for name in named}]
    if named:
        return sources[0] if len(sources) == 1 else None
    said = {singular(word) for word in words(" ".join(head.split()[:_FIRST_WORDS]))}
    called = [c for c in columns if words(c.column.name)[-1] in said and not looks_like_key(c.column.name)]
    return called[0] if len(called) == 1 else None


def sum_of_all(head: str, value: ScopeColumn) -> str:
    """SQL of a column of all rows added up; empty where a rule adds nothing up, or only what it calls by a value.

    Args:
        head: what is made of the rows.
        value: the column.
    """
    adds = _ADDS.search(head) is not None and _NARROWS.search(head) is None
    return f"sum({value.sql})" if adds and NUMERIC.match(value.column.type) else ""
