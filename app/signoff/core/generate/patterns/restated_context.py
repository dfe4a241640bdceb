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
from signoff.core.generate.types import Family, family_of

_SUMS_UP = (
    r"(?:the\s+)?(?:sum|count|total|number|average|avg|mean|min(?:imum)?|max(?:imum)?|median|highest|lowest|latest|earliest|"
    r"largest|smallest|most\s+recent|first|last|biggest|greatest|oldest|newest)\b"
)
_WHOSE = re.compile(
    rf"(?P<rest>{_SUMS_UP}.+?),?\s+(?P<link>of|for|per|over|across|from|in|by|within|among)\s+"
    r"(?P<whose>[\w' ]+?(?:\s*\([\w' ]+\))?)"
    r"(?P<none>\s*(?:[,;]\s*|\()(?:else\s+|or\s+|and\s+|otherwise\s+)?(?:0|zero)"
    r"(?:\s+(?:if|when|where)\s+[\w ]+)?\)?)?",
    re.IGNORECASE,
)
_NONE = re.compile(
    rf"(?P<rest>{_SUMS_UP}.+?)\s*(?:[,;]\s*|\()(?:else\s+|or\s+|and\s+|otherwise\s+)?(?:0|zero)"
    r"(?:\s+(?:if|when|where)\s+(?:there\s+(?:is|are)\s+)?(?:none|no\s+\w+|nothing)"
    r"|\s+(?:instead\s+of|in\s+place\s+of|rather\s+than|not)\s+(?:null|nulls|nothing|empty|no\s+value))?\)?",
    re.IGNORECASE,
)
_FILLING = word_set(
    "the a an all any each every its their this that these those of for in s given respective same own per by "
    "row rows record records line lines entry entries group id key no code to that was were "
    "sent made belonging related linked attached existing"
)
_DISTINCT = re.compile(
    r"(?:the\s+)?(?:number|count)\s+of\s+(?:distinct|unique|different)\s+(?P<thing>[\w ]+?)"
    r"(?:\s+(?:whose|with|where|for\s+which|that\s+have|having)\s+(?P<when>.+))?",
    re.IGNORECASE,
)
_EXPLAINED = re.compile(
    r"(?:the\s+)?(?:number|count)\s+of\s+(?P<thing>[^()]+?)\s*\((?P<when>[^()]*\b(?:is|=|in|are|null|empty)\b[^()]*)\)"
    r"(?P<tail>,?\s+(?:of|for|per|by)\s+[\w' ]+?)?"
    r"(?:\s*[,;]\s*(?:else\s+|or\s+|and\s+|otherwise\s+)?(?:0|zero)(?:\s+(?:if|when|where)\s+[\w ]+)?)?",
    re.IGNORECASE,
)
_JOIN_TOLD = re.compile(
    r"(?P<rest>.+?)\s*(?:[,;.]\s*|\()(?:(?:left|inner)\s+)?(?:outer\s+)?join(?:ed|s)?\b[^()]*?"
    r"\b(?:on|by|via|using|over|through)\s+[\w.,= ]+\)?|"
    r"(?P<first>.+?)\s*(?:,\s*|\()(?:via|through|by\s+way\s+of|using|matched\s+(?:on|by))\s+"
    r"[\w.]+(?:\s*=\s*[\w.]+)?\)?",
    re.IGNORECASE,
)


_DONE_BY = re.compile(
    r"(?P<rest>(?:(?:the\s+)?(?:number|count)\s+of|how\s+many)\s+(?:distinct|different|unique)\s+[\w ]+?)"
    r"\s+(?:that\s+|which\s+)?"
    r"(?:the|each|an?|this)\s+(?P<who>\w+)\s+(?:has\s+|have\s+|had\s+|was\s+|were\s+|is\s+)?[a-z]+(?:\s+(?:at|in|on|from|for|to|with|by))?"
    r"(?P<tail>\s*[,;(].*)?",
    re.IGNORECASE,
)
_JOIN = (
    r"(?:(?:left|right|full|inner|outer)\s+)*join(?:ed|s)?\s+(?P<on>[^()]*?(?:\b(?:on|by|via|using|over|through|with)\b|=)[^()]*?)"
    r"(?:\s*\((?:(?:left|right|full|inner|outer)\s*)+(?:join)?\))?"
)
_JOIN_ONLY = re.compile(_JOIN, re.IGNORECASE)
_JOIN_BEHIND = re.compile(rf"(?P<rest>.+?)\s*(?:[,;.:]\s*|\s[–-]\s|\(){_JOIN}\)?", re.IGNORECASE)
_SAME = re.compile(
    r"(?:taken\s+|read\s+|also\s+)?(?:from|of|via|through|by|with)\s+"
    r"(?:the\s+|that\s+|this\s+)?same\s+(?P<whose>[\w' ]+)|"
    r"(?:the\s+)?same\s+(?:join|lookup)(?:\s+as\s+(?:above|before))?",
    re.IGNORECASE,
)
_AT_LEAST = re.compile(
    r"(?P<rest>.+?)\s+(?:with|that\s+have|having|that\s+had|which\s+have)\s+(?:at\s+least\s+)?(?P<least>one|an?|two|\d+)"
    r"(?:\s+or\s+more)?\s+(?P<thing>[^\W_]+)(?P<tail>\s*[,;(].*)?",
    re.IGNORECASE,
)
_NUMBERS = {"one": "1", "a": "1", "an": "1", "two": "2"}
_JOINING = word_set(
    "on by via using over through with to and table tables equals equal is are in both left inner outer"
)


def in_context(text: str, scope: Scope, mapping: ColumnMapping) -> str:
    """A sum without the words that only say of which rows it is: those of the group."""
    match = _WHOSE.fullmatch(text) if scope.aggregate else None
    if match is None or not only_names(match["whose"], scope, mapping):
        return ""
    return f"{match['rest']}{match['none'] or ''}"


def zero_without_rows(text: str, scope: Scope, mapping: ColumnMapping) -> str:
    """A count that is 0 where there is nothing to count: it is so anyway."""
    match = _NONE.fullmatch(text) if scope.aggregate else None
    counts = match is not None and re.match(r"(?:the\s+)?(?:number|count)\b", match["rest"], re.IGNORECASE)
    return match["rest"] if match is not None and counts else ""


def distinct_things(text: str, scope: Scope, mapping: ColumnMapping) -> str:
    """Distinct things of which the source is the key: "distinct users" of user_id."""
    match = _DISTINCT.fullmatch(at_least(text, scope, mapping) or text) if scope.aggregate else None
    sources = [c for c in scope.sources if match is not None and _is_key_of(c, match["thing"])]
    if match is None or len(sources) != 1:
        return ""
    when = f" where {match['when']}" if match["when"] else ""
    return f"number of distinct {sources[0].column.name}{when}"


def done_by(text: str, scope: Scope, mapping: ColumnMapping) -> str:
    """Different things without the words on who used them: "different devices the customer used"."""
    match = _DONE_BY.fullmatch(text) if scope.aggregate else None
    if match is None or not only_names(match["who"], scope, mapping):
        return ""
    return f"{match['rest']}{match['tail'] or ''}"


def explained_count(text: str, scope: Scope, mapping: ColumnMapping) -> str:
    """A count of rows that are called something, with what that means in brackets."""
    match = _EXPLAINED.fullmatch(text) if scope.aggregate else None
    if match is None or re.match(r"(?:distinct|unique|different)\b", match["thing"], re.IGNORECASE):
        return ""
    tail = match["tail"] or ""
    if tail and not only_names(tail, scope, mapping):
        return ""
    return f"number of rows where {match['when']}"


def join_told(text: str, scope: Scope, mapping: ColumnMapping) -> str:
    """A rule that also tells the join by which its one source came into the query."""
    if len(scope.sources) != 1:
        return ""
    alone, behind = _JOIN_ONLY.fullmatch(text), _JOIN_BEHIND.fullmatch(text)
    if alone is not None and _only_joins(alone["on"], scope, mapping):
        return "Direct move"
    if behind is not None and _only_joins(behind["on"], scope, mapping):
        return behind["rest"].strip()
    match = _JOIN_TOLD.fullmatch(text)
    return (match["rest"] or match["first"] or "").strip() if match is not None else ""


def same_relation(text: str, scope: Scope, mapping: ColumnMapping) -> str:
    """A rule that only says that its source is of a table which another row has joined: "from the same account"."""
    match = _SAME.fullmatch(text)
    if match is None or len(scope.sources) != 1 or scope.aggregate:
        return ""
    whose = match["whose"] or ""
    whose = re.sub(r"\b(?:join|lookup|row|record|table|source)\b", "", whose)
    return "Direct move" if only_names(whose, scope, mapping) else ""


def _only_joins(text: str, scope: Scope, mapping: ColumnMapping) -> bool:
    """Whether each word behind "join" is one of a table, a relation, a column, or of how the two are joined."""
    said = [w for w in re.findall(r"\w+", text.casefold()) if w not in _FILLING and w not in _JOINING]
    names = {part for c in scope.columns for part in (c.column.name.casefold(), *name_parts(c.column.name))}
    tables = {name.casefold() for name in scope.places}
    known = list(_known(scope, mapping))
    return all(w in names or w in tables or any(says(part, w) for part in known) for w in said)


def at_least(text: str, scope: Scope, mapping: ColumnMapping) -> str:
    """A count of what has at least one of something that is a number in a column: "emails with at least one open"."""
    match = _AT_LEAST.fullmatch(text) if scope.aggregate else None
    fitting = [
        c
        for c in scope.columns
        if match is not None
        and family_of(c.column.type) is Family.NUMBER
        and singular(name_parts(c.column.name)[-1]) == singular(match["thing"].casefold())
    ]
    if match is None or len(fitting) != 1:
        return ""
    number = _NUMBERS.get(match["least"].casefold(), match["least"])
    return f"{match['rest']} where {fitting[0].column.name} >= {number}{match['tail'] or ''}"


def only_names(text: str, scope: Scope, mapping: ColumnMapping) -> bool:
    """Whether each word of a text is one of a table, a relation, a key of the group or the target itself."""
    said = [w for w in re.findall(r"[^\W_]+", text.casefold()) if w not in _FILLING]
    known = list(_known(scope, mapping))
    return all(any(says(part, word) for part in known) for word in said)


def _known(scope: Scope, mapping: ColumnMapping) -> Iterator[str]:
    for column in scope.columns:
        yield from name_parts(column.table)
        yield from name_parts(column.relation)
    for place in scope.places:
        yield from name_parts(place)
    for key in scope.group_keys:
        yield from (p for p in name_parts(key.rpartition(".")[2]) if p not in ("id", "key", "no", "code"))
    yield from name_parts(mapping.target)


def _is_key_of(column: ScopeColumn, thing: str) -> bool:
    parts = name_parts(column.column.name)
    words = tuple(singular(w) for w in thing.casefold().split())
    own = tuple(p for p in parts if p not in ("id", "key", "no", "number", "code", "sk"))
    names = tuple(singular(p) for p in own)
    return bool(own) and len(own) < len(parts) and bool(words) and words == names[: len(words)]
