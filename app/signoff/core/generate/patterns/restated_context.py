"""Rules that say beside what is done with which rows, or of what: "sum of points of the project's issues".

What only names a table, a relation or a key that the query has anyway is left out; each word of it has to be one of
theirs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from signoff.core.domain.expressions import Scope, ScopeColumn
from signoff.core.domain.spec import ColumnMapping
from signoff.core.generate.patterns.column_nouns import name_parts, says, singular
from signoff.core.generate.patterns.wordlists import word_set

_SUMS_UP = (
    r"(?:the\s+)?(?:sum|count|total|number|average|avg|mean|min(?:imum)?|max(?:imum)?|median|highest|lowest|latest|earliest|"
    r"largest|smallest|most\s+recent|first|last|biggest|greatest|oldest|newest)\b"
)
_WHOSE = re.compile(
    rf"(?P<rest>{_SUMS_UP}.+?),?\s+(?P<link>of|for|per|over|across|from|in|by|within|among)\s+(?P<whose>[\w' ]+?)"
    r"(?P<none>\s*(?:[,;]\s*|\()(?:else\s+|or\s+|and\s+|otherwise\s+)?(?:0|zero)"
    r"(?:\s+(?:if|when|where)\s+[\w ]+)?\)?)?",
    re.IGNORECASE,
)
_NONE = re.compile(
    rf"(?P<rest>{_SUMS_UP}.+?)\s*(?:[,;]\s*|\()(?:else\s+|or\s+|and\s+|otherwise\s+)?(?:0|zero)"
    r"(?:\s+(?:if|when|where)\s+(?:there\s+(?:is|are)\s+)?(?:none|no\s+\w+|nothing))?\)?",
    re.IGNORECASE,
)
_FILLING = word_set(
    "the a an all any each every its their this that these those of for in s given respective same own per by "
    "row rows record records line lines entry entries group"
)
_DISTINCT = re.compile(
    r"(?:the\s+)?(?:number|count)\s+of\s+(?:distinct|unique|different)\s+(?P<thing>[\w ]+?)"
    r"(?:\s+(?:whose|with|where|for\s+which|that\s+have|having)\s+(?P<when>.+))?",
    re.IGNORECASE,
)
_EXPLAINED = re.compile(
    r"(?:the\s+)?(?:number|count)\s+of\s+(?P<thing>[^()]+?)\s*\((?P<when>[^()]*\b(?:is|=|in|are|null|empty)\b[^()]*)\)"
    r"(?P<tail>,?\s+(?:of|for|per|by)\s+[\w' ]+)?",
    re.IGNORECASE,
)
_JOIN_TOLD = re.compile(
    r"(?P<rest>.+?)\s*(?:[,;.]\s*|\()(?:(?:left|inner)\s+)?(?:outer\s+)?join(?:ed|s)?\b[^()]*?"
    r"\b(?:on|by|via|using|over|through)\s+[\w.,= ]+\)?|"
    r"(?P<first>.+?)\s*(?:,\s*|\()(?:via|through|by\s+way\s+of|using|matched\s+(?:on|by))\s+"
    r"[\w.]+(?:\s*=\s*[\w.]+)?\)?",
    re.IGNORECASE,
)


def in_context(text: str, scope: Scope, mapping: ColumnMapping) -> str:
    """A sum without the words that only say of which rows it is: those of the group."""
    match = _WHOSE.fullmatch(text) if scope.aggregate else None
    if match is None or not _only_names(match["whose"], scope, mapping):
        return ""
    return f"{match['rest']}{match['none'] or ''}"


def zero_without_rows(text: str, scope: Scope, mapping: ColumnMapping) -> str:
    """A count that is 0 where there is nothing to count: it is so anyway."""
    match = _NONE.fullmatch(text) if scope.aggregate else None
    counts = match is not None and re.match(r"(?:the\s+)?(?:number|count)\b", match["rest"], re.IGNORECASE)
    return match["rest"] if match is not None and counts else ""


def distinct_things(text: str, scope: Scope, mapping: ColumnMapping) -> str:
    """Distinct things of which the source is the key: "distinct users" of user_id."""
    match = _DISTINCT.fullmatch(text) if scope.aggregate else None
    sources = [c for c in scope.sources if match is not None and _is_key_of(c, match["thing"])]
    if match is None or len(sources) != 1:
        return ""
    when = f" where {match['when']}" if match["when"] else ""
    return f"number of distinct {sources[0].column.name}{when}"


def explained_count(text: str, scope: Scope, mapping: ColumnMapping) -> str:
    """A count of rows that are called something, with what that means in brackets."""
    match = _EXPLAINED.fullmatch(text) if scope.aggregate else None
    if match is None or re.match(r"(?:distinct|unique|different)\b", match["thing"], re.IGNORECASE):
        return ""
    tail = match["tail"] or ""
    if tail and not _only_names(tail, scope, mapping):
        return ""
    return f"number of rows where {match['when']}"


def join_told(text: str, scope: Scope, mapping: ColumnMapping) -> str:
    """A rule that also tells the join by which its one source came into the query."""
    match = _JOIN_TOLD.fullmatch(text)
    if match is None or len(scope.sources) != 1:
        return ""
    return (match["rest"] or match["first"] or "").strip()


def _only_names(text: str, scope: Scope, mapping: ColumnMapping) -> bool:
    """Whether each word of a text is one of a table, a relation, a key of the group or the target itself."""
    said = [w for w in re.findall(r"\w+", text.casefold()) if w not in _FILLING]
    known = list(_known(scope, mapping))
    return all(any(says(part, word) for part in known) for word in said)


def _known(scope: Scope, mapping: ColumnMapping) -> Iterator[str]:
    for column in scope.columns:
        yield from name_parts(column.table)
        yield from name_parts(column.relation)
    for key in scope.group_keys:
        yield from (p for p in name_parts(key.rpartition(".")[2]) if p not in ("id", "key", "no", "code"))
    yield from name_parts(mapping.target)


def _is_key_of(column: ScopeColumn, thing: str) -> bool:
    parts = name_parts(column.column.name)
    words = tuple(singular(w) for w in thing.casefold().split())
    own = tuple(p for p in parts if p not in ("id", "key", "no", "number", "code", "sk"))
    return bool(own) and len(own) < len(parts) and words == tuple(singular(p) for p in own)
