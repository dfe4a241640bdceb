"""What lookup rules say: which table, by which key, which value, and what where nothing is found."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from signoff.core.domain.spec import Schema, SourceColumn, SourceTable
from signoff.core.merge.names import find_column, find_table, squashed, words

_LOOK = r"(?:(?:do|perform|make)\s+(?:a\s+)?)?look\s?-?up"
_LOAD = (
    r"(?:load|return|get|fetch|populate|take|bring(?:\s+back)?|retrieve|pick|use|select|insert|derive|move)"
)
_BY = r"(?:based\s+on|by|on|using|via|where|with|through|matching|for|joining\s+on)"
_FILL = r"(?:(?:the|its|their|corresponding|matching|respective|related|natural|business)\s+)*"
_TABLE = r"(?P<table>[\w.\"\[\]]+(?:\s+[\w.]+){0,3}?)(?:\s+(?:reference\s+)?table)?"
_VALUE = r"(?P<value>[\w.\"\[\]]+(?:\s+[\w.]+){0,3}?)"
_KEY = r"(?P<key>.+?)"
_THEN = r"\s*[,;:]?\s*(?:and\s+|then\s+|to\s+|&\s+)*"
_SHAPES = tuple(
    re.compile(rf"^{shape}$", re.IGNORECASE)
    for shape in (
        rf"{_LOOK}\s+{_FILL}{_VALUE}\s+(?:from|in|of)\s+{_FILL}{_TABLE}\s*,?\s+{_BY}\s+{_FILL}{_KEY}",
        rf"{_LOOK}\s+(?:from\s+|in\s+|on\s+|into\s+|to\s+|against\s+)?{_FILL}{_TABLE}\s*,?\s+{_BY}\s+{_FILL}{_KEY}"
        rf"{_THEN}{_LOAD}\s+{_FILL}{_VALUE}",
        rf"{_LOOK}\s+(?:from\s+|in\s+|on\s+|into\s+|to\s+)?{_FILL}{_TABLE}{_THEN}{_LOAD}\s+{_FILL}{_VALUE}"
        rf"(?:\s*,?\s+{_BY}\s+{_FILL}{_KEY})?",
        rf"{_LOOK}\s+{_FILL}{_TABLE}\s+{_VALUE}\s*,?\s+{_BY}\s+{_FILL}{_KEY}",
        rf"{_LOOK}\s+(?:from\s+|in\s+|on\s+|into\s+|to\s+)?{_FILL}{_TABLE}\s*,?\s+{_BY}\s+{_FILL}{_KEY}",
        rf"(?:left\s+)?join\s+(?:with\s+|to\s+)?{_FILL}{_TABLE}\s*,?\s+{_BY}\s+{_FILL}{_KEY}"
        rf"{_THEN}{_LOAD}\s+{_FILL}{_VALUE}",
        rf"{_LOAD}\s+{_FILL}{_VALUE}\s+(?:from|in)\s+{_FILL}{_TABLE}\s*,?\s+{_BY}\s+{_FILL}{_KEY}",
    )
)
_DEFAULT = re.compile(
    r"\s*[,;.(]?\s*(?:if\s+(?:there\s+is\s+)?(?:no\s+match|not\s+found|nothing\s+(?:is\s+)?found|none|missing)"
    r"(?:\s+is)?(?:\s+found)?|otherwise|else|(?:with\s+)?default(?:\s+to)?)\s*,?\s*"
    r"(?:then\s+)?(?:load\s+|use\s+|set\s+|default\s+)?(?:to\s+)?(?:the\s+value\s+)?"
    r"(?P<default>'[^']*'|\"[^\"]*\"|-?\d+(?:\.\d+)?|null)\s*\)?$",
    re.IGNORECASE,
)
_DEFAULT_FIRST = re.compile(
    r"\s*[,;.(]?\s*(?:or\s+)?(?:load\s+|use\s+|default\s+)?(?P<default>'[^']*'|\"[^\"]*\"|-?\d+(?:\.\d+)?|null)\s+"
    r"(?:if|when|where)\s+(?:there\s+is\s+)?(?:no\s+match|not\s+found|nothing\s+(?:is\s+)?found|none|missing)\s*\)?$",
    re.IGNORECASE,
)
_SURROGATE = frozenset(("surrogatekey", "key", "sk", "id", "surrogateid", "dimensionkey"))
_NOISE = frozenset(("table", "the", "reference", "master", "dimension", "of", "column", "field", "value"))
_SAME = {"dimension": "dim", "reference": "ref"}


@dataclass(frozen=True)
class LookupText:
    """One way to read a lookup rule; `value` and `key` are empty where the rule leaves them out."""

    table: SourceTable
    value: SourceColumn
    key: str
    default: str = ""
    """SQL literal taken where nothing is found; empty for none."""


def read_lookup(text: str, schema: Schema, target_column: str) -> Iterator[LookupText]:
    """Every reading of a rule that names a known table and a column of it, likeliest first."""
    plain, default = _without_default(" ".join(text.split()).rstrip(" ."))
    for shape in _SHAPES:
        match = shape.match(plain)
        if match is None:
            continue
        groups = match.groupdict()
        table = named_table(schema, groups["table"])
        if table is None:
            continue
        value = named_value(table, groups["value"] if groups.get("value") else target_column)
        if value is not None:
            yield LookupText(table, value, (groups.get("key") or "").strip(" ,;"), default)


def _without_default(text: str) -> tuple[str, str]:
    match = _DEFAULT.search(text) or _DEFAULT_FIRST.search(text)
    if match is None:
        return text, ""
    said = match["default"]
    literal = "'" + said[1:-1].replace("'", "''") + "'" if said[:1] in "'\"" else said.lower()
    return text[: match.start()].rstrip(" ,;."), "" if literal == "null" else literal


def named_table(schema: Schema, text: str) -> SourceTable | None:
    """The table a few words mean: its name or its words in any order, ``Time dim table`` for ``dim_time``."""
    exact = find_table(schema, text)
    if exact is not None:
        return exact
    wanted = _plain_words(text)
    fitting = [t for t in schema.tables if wanted and _plain_words(t.name) == wanted]
    return fitting[0] if len(fitting) == 1 else None


def _plain_words(text: str) -> frozenset[str]:
    said = [_SAME.get(w, w) for w in words(text)]
    return frozenset(singular(w) for w in said if w not in _NOISE)


def singular(word: str) -> str:
    """A word without its plural ending."""
    if word.endswith("ies") and len(word) > 4:
        return f"{word[:-3]}y"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") and len(word) > 3 else word


def named_value(table: SourceTable, text: str) -> SourceColumn | None:
    """The column a few words mean: its name, with or without the table's own words, or its surrogate key."""
    column = find_column(table, text)
    if column is not None:
        return column
    said = [w for w in words(text) if w not in _NOISE]
    own = _plain_words(table.name)
    rest = [w for w in said if singular(w) not in own]
    fitting = [c for c in table.columns if rest and _without_own(c.name, own) == rest]
    if len(fitting) == 1:
        return fitting[0]
    return _surrogate(table) if squashed("".join(rest)) in _SURROGATE else None


def _without_own(name: str, own: frozenset[str]) -> list[str]:
    return [w for w in words(name) if singular(w) not in own]


def _surrogate(table: SourceTable) -> SourceColumn | None:
    ending = [c for c in table.columns if words(c.name)[-1:] in (["sk"], ["key"], ("sk",), ("key",))]
    if len(ending) == 1:
        return ending[0]
    return find_column(table, table.key[0]) if len(table.key) == 1 else None
