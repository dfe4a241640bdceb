"""Rules that are SQL with words around it, and aggregates that say the grouping again: as the SQL alone."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from signoff.core.domain.explained import COPY, FIXED, Explained
from signoff.core.domain.explained import explained as cut_from_words
from signoff.core.domain.expressions import Scope
from signoff.core.domain.spec import ColumnMapping
from signoff.core.generate.patterns.sqltree import sql_expression

_GROUPING = re.compile(
    r"\s+group(?:ed)?\s+by\s+(?P<keys>\w[\w.]*(?:\s*(?:,|and|\+|×|&)\s*\w[\w.]*)*)\s*$", re.I
)
_IS_KEY = re.compile(
    r"(?:fk|foreign[ -]?key)(?:\s*(?:to|→|->|of|for|from|references|:)\s*[\w. ()]+)?"
    r"|(?:the\s+)?(?:pk|(?:primary|natural|business|unique)\s+key)(?:\s+(?:from|of)\s+(?:the\s+)?\w+)?",
    re.IGNORECASE,
)
"""Says that a column is a key, and not how it is made: most likely its source is copied."""
_AGGREGATE = re.compile(
    r"(?:sum|count|avg|average|min|max)(?:\s*\(.*\bwhere\b.*)?", re.IGNORECASE | re.DOTALL
)


def explained(rule: str, scope: Scope, mapping: ColumnMapping) -> Iterator[Explained]:
    """Each way to cut a rule into what compiles, or a word for copying, and words around it that do not limit it.

    Args:
        rule: the rule.
        scope: what it may use.
        mapping: the row it stands in.
    """
    if len(scope.sources) == 1 and not scope.aggregate and _IS_KEY.fullmatch(rule.strip(" .")):
        yield Explained("Direct move", rule, False)

    def is_sql(text: str) -> bool:
        return _is_sql(_grouped_sql(text, scope, mapping) or text, scope)

    names = [mapping.name, mapping.target, *(n for c in scope.columns for n in (c.column.name, c.table))]
    for each in cut_from_words(rule, names, is_sql, aggregate=scope.aggregate):
        if COPY.fullmatch(each.text) is None:
            yield replace(each, text=_grouped_sql(each.text, scope, mapping) or each.text)
        elif scope.sources:
            yield replace(each, text="Direct move")


def _is_sql(text: str, scope: Scope) -> bool:
    if FIXED.fullmatch(text) or (scope.aggregate and _AGGREGATE.fullmatch(text)):
        return True
    if re.search(r"\(|'|[*/×÷]|\bcase\b", text, re.IGNORECASE) is None:
        return False
    made = sql_expression(text.replace("×", "*").replace("÷", "/"), scope)
    return made is not None and not made[2]


def _copied(text: str, scope: Scope, mapping: ColumnMapping) -> str:
    """A copy, said of a column that a lookup has brought."""
    return "Direct move" if COPY.fullmatch(text) and len(scope.sources) == 1 else ""


def _explained_sql(text: str, scope: Scope, mapping: ColumnMapping) -> str:
    """The SQL of a rule whose other words explain it."""
    return next((each.text for each in explained(text, scope, mapping) if each.explains), "")


def _grouped_sql(text: str, scope: Scope, mapping: ColumnMapping) -> str:
    """An aggregate without the grouping that the plan makes anyway: its columns are the target's own keys."""
    found = _GROUPING.search(text) if scope.aggregate else None
    if found is None:
        return ""
    keys = [k.rpartition(".")[2].casefold() for k in re.split(r"\s*(?:,|and\b|\+|×|&)\s*", found["keys"])]
    grouped = {key.rpartition(".")[2].strip('"').casefold() for key in scope.group_keys}
    grouped |= {name.casefold() for name, _column in scope.spoken}
    return text[: found.start()] if all(key in grouped for key in keys) else ""


def _group_key(text: str, scope: Scope, mapping: ColumnMapping) -> str:
    """A column that is only said to be what rows are grouped by."""
    said = re.fullmatch(
        r"(?:(?:direct\s+)?pass[- ]?through\s*)?\(?\s*(?:group(?:ing)?(?:\s+by)?|"
        r"aggregation)\s+(?:aggregation\s+|grouping\s+)?"
        r"(?:key|column|field)\s*\)?",
        text,
        re.IGNORECASE,
    )
    return "Direct move" if said is not None and scope.aggregate and len(scope.sources) == 1 else ""


EXPLAINED: tuple[Callable[[str, Scope, ColumnMapping], str], ...] = (
    _copied,
    _explained_sql,
    _grouped_sql,
    _group_key,
)
"""Each gives the text in other words, or nothing."""
