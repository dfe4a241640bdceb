"""Values of which the first filled one counts: ``first one filled, in this order``, ``if empty, bill date + 30 days``.

And chains over several tables, ``the account on the line; if empty the expense account of the item``, and texts put
together of which only filled ones count. Each noun has to mean one column, those of the source cells first.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from signoff.core.domain.expressions import Scope, ScopeColumn
from signoff.core.domain.spec import ColumnMapping
from signoff.core.generate.patterns.column_nouns import name_parts, singular
from signoff.core.generate.types import Family, family_of

_FIRST = re.compile(
    r"(?:(?:take|use)\s+)?(?:the\s+)?first\s+(?:one|field|column|value|of\s+(?:them|these|the\s+(?:two|three)))?\s*(?:that\s+(?:is|has)\s+(?:a\s+value|not\s+(?:empty|null))|(?:that\s+is\s+)?(?:filled|given|not\s+(?:empty|null)))"
    r"(?:\s*[,;]?\s*in\s+(?:this|that|the\s+given|the\s+stated|the)\s+order)?",
    re.IGNORECASE,
)
_LATER_DAY = re.compile(
    r"if\s+(?:it\s+is\s+)?(?:empty|missing|null|not\s+(?:filled|given|set))\s*[,:]?\s*(?:then"
    r"\s+)?(?:the\s+)?(?P<noun>[A-Za-z][\w ]*?)\s*(?P<sign>\+|plus|-|minus)\s*(?P<n>\d+)"
    r"\s+(?P<unit>day|week|month|year)s?",
    re.IGNORECASE,
)
_CHAIN = re.compile(
    r"\s*[,;.]\s*(?:and\s+|but\s+)?(?:if|when)\s+(?:(?:that|it|this)\s+is\s+)?(?:still\s+|also\s+)?(?:empty|missing|not\s+filled|null)(?:\s+too)?\s*[,:]?\s*(?:then\s+|take\s+|use\s+)?",
    re.IGNORECASE,
)
_OF = re.compile(
    r"(?:the\s+)?(?P<noun>[A-Za-z][\w ]*?)(?:\s+(?:of|on|in|from)\s+(?:the\s+|its\s+)?(?P<table>[\w ]+))?",
    re.IGNORECASE,
)
_SIGNS = {
    "comma": ",", "dash": "-", "hyphen": "-", "slash": "/", "semicolon": ";", "pipe": "|", "space": " ", "blank": " ",
    "colon": ":", "dot": ".",
}  # fmt: skip
_SIGN = rf"(?:an?\s+)?(?:{'|'.join(_SIGNS)})"
_BOTH = re.compile(
    r"(?:both|all|the\s+(?:two|three))\s+(?:\w+\s+)?(?:(?:put\s+together|joined|concatenated)\s+)?(?:with|by|separated\s+by)\s+"
    rf"(?P<signs>{_SIGN}(?:\s*(?:and|then|,)\s*{_SIGN})*)(?:\s+(?:in\s+)?between(?:\s+them)?)?"
    r"(?P<alone>\s*[;,.]\s*(?:if|when)\s+only\s+one\s+(?:of\s+them\s+)?(?:is\s+)?(?:filled|given|there)\s*,?\s*(?:then\s+)?(?:only\s+)?(?:this|that|the)(?:\s+one)?(?:\s+alone)?)?",
    re.IGNORECASE,
)


def _first(text: str, scope: Scope, mapping: ColumnMapping) -> str:
    if _FIRST.fullmatch(text) is None or len(scope.sources) < 2 or len(scope.sources) < len(mapping.sources):
        return ""
    return _typed(f"coalesce({', '.join(_filled(c) for c in scope.sources)})", scope.sources, scope)


def _later_day(text: str, scope: Scope, mapping: ColumnMapping) -> str:
    """A day counted from the second source where the first, which is the column's own, is empty."""
    found = _LATER_DAY.fullmatch(text)
    if found is None or len(scope.sources) != 2:
        return ""
    first, second = scope.sources
    dated = (Family.DATE, Family.TIMESTAMP)
    if any(family_of(c.column.type) not in dated for c in (first, second)):
        return ""
    own, other = set(_parts(first)), set(_parts(second))
    said = {singular(w) for w in found["noun"].casefold().split()} - {"the", "of"}
    about = other | set(name_parts(second.table)) | {"date", "day"}
    if set(name_parts(mapping.name)) & other - own - {"date"} or not said <= about or said <= own:
        return ""
    sign = "-" if found["sign"] in ("-", "minus") else "+"
    return f"coalesce({first.sql}, cast({second.sql} {sign} interval {found['n']} {found['unit']} as date))"


def _chain(text: str, scope: Scope, mapping: ColumnMapping) -> str:
    """The first filled one of several columns, each named by a noun and the table it is of."""
    items = _CHAIN.split(text)
    if len(items) < 2:
        return ""
    found = [_column(item, scope, mapping) for item in items]
    columns = [c for c in found if c is not None]
    different = {c.sql for c in columns}
    if len(columns) < len(items) or len(different) < len(items):
        return ""
    return _typed(f"coalesce({', '.join(_filled(c) for c in columns)})", columns, scope)


def _column(item: str, scope: Scope, mapping: ColumnMapping) -> ScopeColumn | None:
    """The only column that a noun means, of the table it names; its words must be those of the column."""
    match = _OF.fullmatch(item.strip(" ."))
    if match is None:
        return None
    said = {singular(w) for w in match["noun"].casefold().split()}
    of = {singular(w) for w in (match["table"] or "").casefold().split()}
    near = [c for c in scope.columns if not of or _is_of(of, c)]
    names = {ref.column.casefold() for ref in mapping.sources}
    sourced = [c for c in near if c.is_source or c.column.name.casefold() in names]
    for pool in (sourced, near):
        hits = [c for c in pool if said <= set(_parts(c))]
        exact = [c for c in hits if said == set(_parts(c)) - {"id", "no", "code", "key", "number"}]
        hits = exact or hits
        if len({c.sql for c in hits}) == 1:
            return hits[0]
        if hits:
            return None
    return None


def _is_of(said: set[str], column: ScopeColumn) -> bool:
    """Whether words call the relation: by its alias where it has one, else by the last words of its table."""
    alias = [singular(p) for p in name_parts(column.relation)]
    return (
        said <= set(alias) and alias[-1] in said and (column.relation == column.table or said == set(alias))
    )


def _parts(column: ScopeColumn) -> list[str]:
    return [singular(p) for p in name_parts(column.column.name)]


def _filled(column: ScopeColumn) -> str:
    text = family_of(column.column.type) is Family.TEXT
    return f"nullif(trim({column.sql}), '')" if text else column.sql


def _typed(sql: str, columns: Sequence[ScopeColumn], scope: Scope) -> str:
    """The value as text where the target holds text and the columns do not."""
    families = {family_of(c.column.type) for c in columns}
    to_text = family_of(scope.target_type) is Family.TEXT and not families & {Family.TEXT, Family.UNKNOWN}
    return f"cast({sql} as varchar)" if to_text else sql


def _without_tables(text: str, scope: Scope, mapping: ColumnMapping) -> str:
    """``rate of orders`` and ``amount of the line`` as the source columns they name, where only one is called so."""
    if re.match(r"select\b", text, re.IGNORECASE):
        return ""
    said = text
    names = [c.column.name.casefold() for c in scope.sources]
    for column in scope.sources:
        name = column.column.name
        if names.count(name.casefold()) > 1:
            continue
        words = name_parts(column.table)
        called = "|".join(
            dict.fromkeys([re.escape(column.table), r"\s+".join(map(re.escape, words)), re.escape(words[-1])])
        )
        spoken = r"[\s_]".join(map(re.escape, name_parts(name)))
        said = re.sub(
            rf"(?<![\w.]){spoken}\s+(?:of|on|in|from)\s+(?:the\s+|its\s+)?(?:{called})s?(?!\w)",
            name,
            said,
            flags=re.IGNORECASE,
        )
    return said if said != text else ""


def _both(text: str, scope: Scope, mapping: ColumnMapping) -> str:
    """All sources with signs between them, those that are not filled left out."""
    found = _BOTH.fullmatch(text)
    sources: Sequence[ScopeColumn] = scope.sources
    if found is None or len(sources) < 2 or any(family_of(c.column.type) is not Family.TEXT for c in sources):
        return ""
    if re.match(r"both", text, re.IGNORECASE) and len(sources) != 2:
        return ""
    signs = "".join(
        _SIGNS[w.casefold()] for w in re.findall(r"[A-Za-z]+", found["signs"]) if w.casefold() in _SIGNS
    )
    if found["alone"] is None:
        return ""
    listed = ", ".join(f"nullif({c.sql}, '')" for c in sources)
    return f"nullif(concat_ws('{signs}', {listed}), '')"


FILLED: tuple[Callable[[str, Scope, ColumnMapping], str], ...] = (
    _first,
    _later_day,
    _chain,
    _both,
    _without_tables,
)
"""Each gives the text as SQL, or nothing."""
