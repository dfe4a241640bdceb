"""Rules of one part of a union over its own columns: a prefix, a product, a name, two columns, a fixed value."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from signoff.core.domain.known_names import squashed
from signoff.core.domain.spec import ColumnMapping, SourceRef
from signoff.core.merge.linked.joins import Joined
from signoff.core.merge.linked.values import composed_of, over_sql, with_value

_FRONT = re.compile(
    r"^(?P<each>[^\s,]+(?:\s*,\s*[^\s,]+)*\s+or\s+[^\s,]+)\s+(?:in\s+front\s+of|before)\s+(?"
    r"P<column>\w+)(?:\s*,\s*(?:after|by|according\s+to|depending\s+on)\s+the\s+\w+)?$",
    re.IGNORECASE,
)
_ALWAYS = re.compile(r"^always\s+(?P<value>-?\d+(?:\.\d+)?|'[^']*')$", re.IGNORECASE)
_TIMES = re.compile(r"^(?P<left>\w+)\s+(?:times|\*|x|multiplied\s+by)\s+(?P<right>\w+)$", re.IGNORECASE)
_ENDS = re.compile(r"\s*;\s*round to (?P<places>\d) decimals(?P<none>; missing = 0)?$")
_NAME = re.compile(
    r"^(?:the\s+)?name\s+of\s+the\s+\w+\s*\(\s*(?P<table>\w+)\s*,\s*(?P<made>[^()]+)\)(?:\s*[,;]\s*"
    r"no\s+link\s*[:=]\s*(?P<none>[A-Z][\w ]*))?$",
    re.IGNORECASE,
)
_PUT = re.compile(
    r"^(?P<first>[\w ]+?)\s*,\s*(?P<sign>blank|space|hyphen|comma)\s*,\s*(?P<second>[\w ]+?)\s*"
    r"\(\s*only\s+the\s+(?P<only>[\w ]+?)\s+if\s+there\s+is\s+no\s+(?P<no>[\w ]+?)\s*\)$",
    re.IGNORECASE,
)
_SIGNS = {"comma": ",", "space": " ", "blank": " ", "hyphen": "-"}
_FOUND = re.compile(r"^of\s+the\s+\w+(?:\s+\w+)?\s+(?:that\s+was\s+)?found$", re.IGNORECASE)


def value_of_part(column: ColumnMapping, letters: str, every: Sequence[str], joined: Joined) -> ColumnMapping:
    """The row of a column in one part, its rule in SQL where that is understood wholly.

    Args:
        column: with the sources and the rule of the part.
        letters: of the part.
        every: letters of all parts.
        joined: what the part reads.
    """
    rule = (column.rule_resolved or column.rule).strip().rstrip(".")
    if (always := _ALWAYS.match(rule)) is not None:
        return replace(column, rule_resolved=f"constant {always['value']}", sources=())
    if (front := _FRONT.match(rule)) is not None:
        return over_sql(column, _in_front(front, letters, every, column, joined))
    if _FOUND.match(rule) and len(column.sources) == 1:
        table = joined.records.table(column.sources[0].table)
        source = joined.records.column(table, column.sources[0].column) if table is not None else None
        named = joined.names_of(column.sources[0].table)
        return (
            over_sql(column, joined.records.value(named[0], source))
            if source is not None and len(named) == 1
            else column
        )
    if not rule and len(column.sources) == 1:
        return replace(column, rule_resolved="1:1")
    made = _product(rule, column, joined) or _name(rule, column, joined) or _put(rule, column, joined)
    return over_sql(column, made) if made else with_value(column, joined)


def _in_front(
    front: re.Match[str], letters: str, every: Sequence[str], column: ColumnMapping, joined: Joined
) -> str:
    """The prefix of the part, of as many as there are parts, each beginning with its letters."""
    each = re.split(r"\s*,\s*|\s+or\s+", front["each"])
    own = [p for p in each if p.startswith(letters)]
    source = _column(front["column"], column, joined)
    return f"'{own[0]}' || trim({source})" if len(each) == len(every) and len(own) == 1 and source else ""


def _product(rule: str, column: ColumnMapping, joined: Joined) -> str:
    """A product of columns, one of which may be a column of the target; or a column alone, rounded."""
    ends = _ENDS.search(rule)
    bare = rule[: ends.start()] if ends is not None else rule
    times = _TIMES.match(bare)
    if times is not None:
        factors = [_column(times[n], column, joined) for n in ("left", "right")]
        sql = " * ".join(factors) if all(factors) else ""
    else:
        sql = _column(bare, column, joined) if ends is not None else ""
    if not sql or ends is None:
        return sql
    sql = f"round({sql}, {ends['places']})"
    return f"coalesce({sql}, 0)" if ends["none"] else sql


def _name(rule: str, column: ColumnMapping, joined: Joined) -> str:
    told = _NAME.match(rule)
    table = joined.records.keyed(told["table"]) if told is not None else None
    if told is None or table is None or len(column.sources) != 1:
        return ""
    if column.sources[0].table.casefold() != joined.driving.name.casefold():
        return ""
    return composed_of(told["made"].strip(), table, column.sources[0].column, told["none"] or "", joined)


def _put(rule: str, column: ColumnMapping, joined: Joined) -> str:
    """Two columns with a sign between them, or the first one alone."""
    told = _PUT.match(rule)
    if (
        told is None
        or squashed(told["only"]) not in squashed(told["first"])
        or squashed(told["no"]) not in squashed(told["second"])
    ):
        return ""
    first, second = (_column(told[n], column, joined) for n in ("first", "second"))
    return (
        f"concat_ws('{_SIGNS[told['sign'].casefold()]}', trim({first}), nullif(trim({second}), ''))"
        if first and second
        else ""
    )


def _column(words: str, column: ColumnMapping, joined: Joined) -> str:
    """The source of the part that words name, or the one that a column of the target of this name has in it."""
    own = [r for r in column.sources if squashed(r.column) == squashed(words)]
    if not own:
        named = [
            c for c in joined.target.columns if squashed(c.name) == squashed(words) and c.name != column.name
        ]
        refs: list[SourceRef] = [
            r for c in named for r in c.sources if r.table.casefold() == joined.driving.name.casefold()
        ]
        own = [r for r in refs if r in column.sources]
    return f"{own[0].table}.{own[0].column}" if len(own) == 1 else ""
