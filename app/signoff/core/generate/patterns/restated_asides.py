"""Rules that say themselves twice, or name a column in brackets behind what it is: in the words that count."""

from __future__ import annotations

import re
from collections.abc import Callable

from signoff.core.domain.expressions import Scope
from signoff.core.domain.spec import ColumnMapping
from signoff.core.generate.patterns.column_nouns import name_parts
from signoff.core.generate.patterns.wordlists import word_set

_AGAIN = re.compile(
    r"^(?P<said>[^.;:(]+?)"
    r"\s*[,:;]\s*(?:in\s+other\s+words"
    r"|that\s+is\s+to\s+say|(?:or\s+)?put\s+otherwise)"
    r"\s*[,:]?\s+(?P<told>.+)$",
    re.IGNORECASE | re.DOTALL,
)
_SAYS_NOTHING = word_set(
    "share ratio rate part number count total sum of the a an all that which were was are is have has been by in for "
    "to per and how many much divided over"
)
_KEY = re.compile(
    r"^(?:(?:found|read|looked\s+up|taken)\s+)?(?:by|via|per|through|over)\s+(?:the\s+|its\s+)?(?P<key>\w+)"
    r"(?:\s*,?\s*(?:just\s+)?(?:like|as)\s+(?:the\s+|its\s+)?(?P<like>\w+)(?:\s+is)?)?$",
    re.IGNORECASE,
)
_KEY_PARTS = word_set("id key code no nr number cd num sk uuid")
_MOMENT = re.compile(
    r"\b(?:the\s+)?(?:start|beginning|begin|end|close|moment|time|date|day|creation|opening)\s+of\s+(?:the|each|an?|its)\s+\w+\s+"
    r"\((?P<column>\w+)\)",
    re.IGNORECASE,
)
_THAT_IS = re.compile(
    r"^(?:the\s+)?(?P<what>\w+)\s+of\s+(?:the\s+|its\s+|their\s+)?(?:[\w]+['’]s?\s+)?(?:last|latest|newest|first|earliest|oldest|most\s+recent)\s+"
    r"(?P<noun>\w+)\s*[,;(–—-]+\s*(?:that\s+is|i\.?\s?e\.?|meaning|which\s+is)\s*,?\s+the\s+(?:one|row|record|(?P=noun))\s+with\s+the\s+"
    r"(?P<way>highest|lowest|latest|earliest|largest|smallest|biggest|newest|oldest)\s+(?P<by>\w+)\)?$",
    re.IGNORECASE,
)
_NUMBERED = re.compile(
    r"^numbers?\s+(?:the\s+)?(?:rows|records|lines|entries)\s+(?:of|per|within)\s+(?:each|every|an?|the)\s+(?P<key>\w+)\s*,?\s*"
    r"1\s*,\s*2\s*,\s*3\s*(?:,?\s*and\s+so\s+on|\u2026|\.\.\.)?\s*,?\s*(?P<order>(?:sorted|ordered)\s+by\s+.+)$",
    re.IGNORECASE,
)


def _in_other_words(text: str, scope: Scope, mapping: ColumnMapping) -> str:
    """What stands behind "in other words", where the words before it are those of its columns."""
    found = _AGAIN.match(text)
    if found is None:
        return ""
    used = {
        part
        for column in scope.columns
        if re.search(rf"(?<!\w){re.escape(column.column.name)}(?!\w)", found["told"], re.IGNORECASE)
        for part in name_parts(column.column.name)
    }
    starts = {part[:5] for part in used if len(part) > 3}
    left = [w for w in re.findall(r"\w+", found["said"].casefold()) if w not in _SAYS_NOTHING]
    return found["told"] if starts and all(word[:5] in starts for word in left) else ""


def _one_with(text: str, scope: Scope, mapping: ColumnMapping) -> str:
    """A value of one row, which is told by an ending and then exactly: "the last gift, that is the one with …"."""
    found = _THAT_IS.match(text)
    return (
        f"{found['what']} of the {found['noun']} with the {found['way']} {found['by']}"
        if found is not None
        else ""
    )


def _found_by_key(text: str, scope: Scope, mapping: ColumnMapping) -> str:
    """A move, where a rule only tells the key by which the row of its source is found."""
    found = _KEY.match(text)
    if found is None or len(scope.sources) != 1 or scope.aggregate:
        return ""
    source, key = scope.sources[0], found["key"].casefold()
    named = [c for c in scope.columns if c.column.name.casefold() == key]
    is_key = bool(_KEY_PARTS & set(name_parts(key))) and key != source.column.name.casefold()
    like = set(name_parts(found["like"] or ""))
    own = set(name_parts(source.table)) | set(name_parts(source.column.name)) | {"name"}
    return "Direct move" if named and is_key and like <= own else ""


def _at_moment(text: str, scope: Scope, mapping: ColumnMapping) -> str:
    """A column by its name, where that stands in brackets behind the moment it is."""
    names = {c.column.name.casefold() for c in scope.columns}
    told = [m for m in _MOMENT.finditer(text) if m["column"].casefold() in names]
    return (
        _MOMENT.sub(lambda m: m["column"], text) if told and len(told) == len(_MOMENT.findall(text)) else ""
    )


def _numbered(text: str, scope: Scope, mapping: ColumnMapping) -> str:
    """A running number, told by counting: "numbers the rows of each account 1, 2, 3 and so on, sorted by …"."""
    found = _NUMBERED.match(text)
    return f"running number per {found['key']} {found['order']}" if found is not None else ""


ASIDES: tuple[Callable[[str, Scope, ColumnMapping], str], ...] = (
    _in_other_words,
    _one_with,
    _found_by_key,
    _at_moment,
    _numbered,
)
"""Each gives the text in other words, or nothing."""
