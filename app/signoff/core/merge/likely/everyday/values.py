"""What an everyday rule makes: a column, a fixed value, an amount, one of several, a text, a part of a day."""

from __future__ import annotations

import re
from collections.abc import Callable

from signoff.core.domain.expressions import ScopeColumn
from signoff.core.merge.likely.everyday.moments import moment_of
from signoff.core.merge.likely.everyday.texts import text_made
from signoff.core.merge.likely.maps import fixed_value
from signoff.core.merge.likely.plainly.ground import Ground
from signoff.core.merge.likely.plainly.names import is_noun, kind_of, root
from signoff.core.merge.likely.plainly.numbers import amount_of
from signoff.core.merge.likely.plainly.several import latest_of
from signoff.core.merge.names import words

_NULL = re.compile(
    r"^(?:(?:leave|set|load|it\s+is|is|stays?|keep|then|left)\s+)*(?:it\s+)?(?:to\s+|as\s+)?(?:null|"
    r"empty|blank|no\s+value)(?:\s+\(null\))?$",
    re.IGNORECASE,
)
_TRUTH = re.compile(r"^(?:(?:yes|no|y|n)\s*\((?P<in>true|false)\)|(?P<v>true|false|yes|no))$", re.IGNORECASE)
_LEAD = re.compile(
    r"^(?:(?:then|take|use|load|set(?:\s+(?:it\s+)?(?:to|as))?|put|it\s+is|the\s+value\s+(?:of|"
    r"is)|only|just|from|it\s+becomes|show|simply)\s+)+(?=\S)",
    re.IGNORECASE,
)
_FIGURE = re.compile(r"^-?\d+(?:\.\d+)?$")
_QUOTED = re.compile(
    r"^(?:(?:the\s+)?(?:fixed|constant|text|word|value)\s+)*(?P<v>'[^']*'|\"[^\"]*\")$", re.IGNORECASE
)
_ORDER = re.compile(
    r"^(?:the\s+)?first\s+(?:one\s+)?(?:non[\s-]?null|filled|non[\s-]?empty|that\s+is\s+(?:not\s+"
    r"null|filled|there)|available|existing)(?:\s+(?:value|one))?\s*(?:,|in\s+(?:the|this)\s+order(?:\s"
    r"+of)?|of|among|:)*\s*:?\s*(?P<list>.+)$",
    re.IGNORECASE,
)
_OF_PLACE = re.compile(r"^(?:(?P<name>\w+)\s+)?(?:of|from|in)\s+(?:the\s+)?(?P<place>\w+)$", re.IGNORECASE)
_AMOUNT = re.compile(r"[-+*/×÷]|\b(?:minus|plus|times|divided|x)\b", re.IGNORECASE)
_AS_KIND = re.compile(
    r"^(?P<noun>.+?)\s+(?:as|read\s+as|converted\s+to|cast\s+to|turned\s+into)\s+(?:an?\s+)?(?:whole\s+)?"
    r"(?:number|integer|decimal|amount|date|timestamp)$",
    re.IGNORECASE,
)


def value_of(text: str, ground: Ground) -> str:
    """SQL of a value; empty where its words are not understood.

    Args:
        text: the words.
        ground: what the rule is about.
    """
    plain = text.strip(" ,;:")
    plain = plain if plain.endswith("'") else plain.rstrip(".")
    if not plain:
        return ""
    if _NULL.match(plain):
        return "NULL"
    for said in dict.fromkeys((plain, _LEAD.sub("", plain))):
        for reader in _READERS:
            topic = ground.topic
            made = reader(said, ground)
            ground.topic = topic
            if made:
                return made
    return ""


def _fixed(text: str, ground: Ground) -> str:
    if ground.target == "truth":
        match = _TRUTH.match(text)
        if match is None:
            return ""
        return "true" if (match["in"] or match["v"]).casefold() in ("true", "yes") else "false"
    if _FIGURE.match(text) and ground.target in ("number", "text"):
        return text if ground.target == "number" else ""
    quoted = _QUOTED.match(text)
    return (
        fixed_value(quoted["v"], ground.tools.target_type)
        if quoted is not None and ground.target == "text"
        else ""
    )


def _moment_fixed(text: str, ground: Ground) -> str:
    match = re.match(r"^'?(?P<d>\d{4}-\d\d-\d\d)(?:[ T](?P<t>\d\d:\d\d(?::\d\d)?))?'?$", text)
    if match is None or ground.target not in ("day", "moment"):
        return ""
    if ground.target == "day":
        return f"DATE '{match['d']}'"
    return f"TIMESTAMP '{match['d']} {match['t'] or '00:00:00'}'"


def column_of(text: str, ground: Ground) -> ScopeColumn | None:
    """The column that words call by its name, by its table, or as what it holds."""
    plain = re.sub(r"^(?:the|its|our)\s+", "", text.strip(), flags=re.IGNORECASE)
    if (named := ground.names.named(plain)) is not None:
        return named
    placed = _dotted(plain, ground) or _placed(plain, ground)
    if placed is not None:
        return placed
    found = ground.names.called(plain) if is_noun(plain) and len(plain.split()) < _MOST_WORDS else None
    return found if found is not None and _calls_wholly(plain, found) else None


_MOST_WORDS = 5


def _dotted(plain: str, ground: Ground) -> ScopeColumn | None:
    """The column that is written with its table: ``practice.lcd``."""
    match = re.fullmatch(r"(?P<place>\w+)\.(?P<name>\w+)", plain)
    if match is None:
        return None
    place, name = match["place"].casefold(), match["name"].casefold()
    named = [c for c in ground.tools.columns if c.column.name.casefold() == name]
    found = [c for c in named if place in (c.relation.casefold(), c.table.casefold())]
    return found[0] if len(found) == 1 else None


def _placed(plain: str, ground: Ground) -> ScopeColumn | None:
    """The source that is called by its table: ``consdate of the consultation``, ``from the charge``."""
    match = _OF_PLACE.match(plain)
    if match is None:
        return None
    name = (match["name"] or "").casefold()
    named = [c for c in ground.names.sources if not name or c.column.name.casefold() == name]
    found = [c for c in named if _is_of(c, match["place"])] or (named if name else [])
    return found[0] if len(found) == 1 else None


_SPARE = frozenset(
    ("the", "its", "our", "a", "an", "of", "this", "value", "column", "field", "date", "source")
)


def _calls_wholly(noun: str, column: ScopeColumn) -> bool:
    """Whether every word of a noun is in the name of its column, or of the column's table."""
    parts = [root(part) for part in (*words(column.column.name), *words(column.table))]
    heard = [root(word) for each in noun.split() for word in words(each) if word.casefold() not in _SPARE]
    return all(any(_are_one(word, part) for part in parts) for word in heard)


def _are_one(word: str, part: str) -> bool:
    short, long = sorted((word, part), key=len)
    return len(short) > 1 and (long.startswith(short) or (set(short) <= set(long) and short[0] == long[0]))


def _is_of(column: ScopeColumn, place: str) -> bool:
    """Whether a column's table goes by a word."""
    names = {column.relation.casefold(), column.table.casefold()}
    return bool(
        {place.casefold(), place.casefold().removesuffix("s")}
        & (names | {n.removesuffix("s") for n in names})
    )


def _column(text: str, ground: Ground) -> str:
    kind_told = _AS_KIND.match(text) if ground.target in ("number", "day", "moment") else None
    column = column_of(kind_told["noun"] if kind_told is not None else text, ground)
    if column is None:
        return ""
    kind = kind_of(column)
    if ground.target == "text":
        return column.sql if kind == "text" else f"CAST({column.sql} AS VARCHAR)"
    fits = {"moment": "day"}.get(ground.target, ground.target)
    if ground.target == "day" and column.column.type.upper().startswith("TIMESTAMP"):
        return f"CAST({column.sql} AS DATE)"
    return column.sql if kind in (fits, "text") else ""


def _in_order(text: str, ground: Ground) -> str:
    """The first that is filled of several, in the order that is told."""
    match = _ORDER.match(text)
    if match is None:
        return ""
    told = [
        t
        for t in re.split(
            r"\s*(?:,|>|→|/|\bthen\b|\band\b|\bor\b)\s*(?:then\s+|and\s+|or\s+)?", match["list"].strip(" .")
        )
        if t
    ]
    columns = [_ordered(each, ground) for each in told]
    made = [c.sql for c in columns if c is not None]
    return f"coalesce({', '.join(made)})" if 1 < len(made) == len(told) == len(set(made)) else ""


def _ordered(text: str, ground: Ground) -> ScopeColumn | None:
    placed = [c for c in ground.names.sources if _is_of(c, text)]
    return placed[0] if len(placed) == 1 else column_of(text, ground)


def _amount(text: str, ground: Ground) -> str:
    if ground.target != "number" or not _AMOUNT.search(text):
        return ""
    made = amount_of(text, ground)
    return made if made and re.search(r"[-+*/]", made) else ""


_READERS: tuple[Callable[[str, Ground], str], ...] = (
    _fixed,
    _moment_fixed,
    latest_of,
    _in_order,
    moment_of,
    text_made,
    _amount,
    _column,
)
