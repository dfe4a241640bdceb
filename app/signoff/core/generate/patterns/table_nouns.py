"""Sources spoken of with the thing their table is about: "the encounter start", "stop of the encounter"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from signoff.core.domain.expressions import Scope, ScopeColumn
from signoff.core.generate.patterns.column_nouns import name_parts, singular

_PLAIN = re.compile(r"^[A-Za-z]\w*$")


def with_table_nouns(text: str, scope: Scope) -> str:
    """The text with such words replaced by the name of the one source they mean; the same text where there are none."""
    for column in scope.sources:
        if not _PLAIN.match(column.column.name) or not _PLAIN.match(column.relation):
            continue
        name = f"{column.relation}.{column.column.name}"
        for shape in _shapes(column):
            text = shape.sub(name, text)
    return text


def _shapes(column: ScopeColumn) -> Iterator[re.Pattern[str]]:
    own = r"[\s_]+".join(map(re.escape, name_parts(column.column.name))).replace("email", r"e[-\s]?mail")
    things: set[str] = set()
    for parts in (name_parts(column.table), name_parts(column.relation)):
        things |= {singular(parts[-1]), " ".join((*parts[:-1], singular(parts[-1])))} if parts else set()
    for thing in sorted(things, key=len, reverse=True):
        owner = rf"{re.escape(thing)}(?:'?s|s'|es)?"
        before = r"(?<![\w.'\"])(?:the\s+)?"
        yield re.compile(
            rf"{before}{own}\s+(?:of|in)\s+(?:(?:the|its|this|that|each|an?)\s+)?{owner}(?![\w.'\"])", re.I
        )
        yield re.compile(rf"{before}{owner}\s+{own}(?![\w.'\"])", re.IGNORECASE)
