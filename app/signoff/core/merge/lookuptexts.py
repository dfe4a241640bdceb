"""What lookup rules say: which table, by which key, which value, and what where nothing is found."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from signoff.core.domain.known_names import squashed
from signoff.core.domain.spec import Schema, SourceColumn, SourceTable
from signoff.core.merge.lookup_defaults import without_default
from signoff.core.merge.names import find_column, find_table, words

_LOOK = (
    r"(?:(?:do|perform|make|use)\s+(?:an?\s+|the\s+)?)?(?:look\s?-?up|lkp|key\s+look\s?-?up)"
    r"(?:\s+(?:of|against|into|table))?"
)
_LOAD = (
    r"(?:load|return(?:s|ing)?|get|fetch|populate|take|bring(?:\s+back)?|retrieve|pick(?:\s+up)?|"
    r"use|select|insert|derive|move|"
    r"pull|give|obtain|output|assign|bring\s+in|read|find|to\s+get|->|=>)"
)
_BY = (
    r"(?:based\s+on|by|on|using|via|where|with|through|matching|for|joining\s+on|keyed\s+(?:on|by)|when|having|"
    r"match(?:ed)?\s+(?:on|by))"
)
_FILL = (
    r"(?:(?:the|its|their|corresponding|matching|respective|related|natural|business|appropriate|"
    r"that|an?)\s+)*"
)
_TABLE = r"(?P<table>[\w.\"\[\]]+(?:\s+[\w.]+){0,3}?)(?:\s+(?:reference\s+|lookup\s+)?table)?"
_VALUE = r"(?P<value>[\w.\"\[\]]+(?:\s+[\w.]+){0,3}?)"
_KEY = r"(?P<key>.+?)"
_NAME = r"(?P<key>[\w.\"\[\]]+(?:\s+(?:code|id|no|key|number))?)"
_VIA = (
    r"(?:via|through|using|based\s+on|(?:left\s+|inner\s+)?join(?:ed|ing)?\s+(?:on|by|via|"
    r"using|over|through)|match(?:ed|ing)?\s+(?:on|by)|"
    r"linked\s+(?:by|via|through)|looked\s+up\s+(?:by|via|with)|keyed\s+(?:on|by)|by\s+way\s+of|with\s+key)"
)
"""Words that can only tell a key, where no word says that something is looked up."""
_THEN = r"\s*[,;:.]?\s*(?:and\s+|then\s+|to\s+|&\s+)*"
_FROM = r"(?:from\s+|in\s+|on\s+|into\s+|to\s+|against\s+|with\s+)?"
_DOTTED = r"(?P<table>[\w\"\[\]]+)\.(?P<value>[\w\"\[\]]+)"
_KIND = r"(?:surrogate|dimension|foreign|technical|warehouse|generated)"
_SHAPES = tuple(
    re.compile(rf"^{shape}$", re.IGNORECASE)
    for shape in (
        rf"{_LOOK}\s+{_FILL}{_VALUE}\s+(?:from|in|of)\s+{_FILL}{_TABLE}\s*,?\s+{_BY}\s+{_FILL}{_KEY}",
        rf"{_LOOK}\s+{_FROM}{_FILL}{_TABLE}\s*,?\s+{_BY}\s+{_FILL}{_KEY}{_THEN}{_LOAD}\s+{_FILL}{_VALUE}",
        rf"{_LOOK}\s+{_FROM}{_FILL}{_TABLE}\s*[(\[]\s*(?:{_BY}\s+)?{_KEY}\s*[)\]]{_THEN}{_LOAD}\s+{_FILL}{_VALUE}",
        rf"{_LOOK}\s+{_FROM}{_FILL}{_TABLE}{_THEN}{_LOAD}\s+{_FILL}{_VALUE}"
        rf"(?:\s*,?\s+{_BY}\s+{_FILL}{_KEY})?",
        rf"{_LOOK}\s+{_FILL}{_TABLE}\s+{_VALUE}\s*,?\s+{_BY}\s+{_FILL}{_KEY}",
        rf"{_LOOK}\s+{_FROM}{_FILL}{_TABLE}\s*,?\s+{_BY}\s+{_FILL}{_KEY}",
        rf"{_LOOK}\s+{_FROM}{_FILL}{_TABLE}\s*[(\[]\s*(?:{_BY}\s+)?{_KEY}\s*[)\]]",
        rf"{_LOOK}\s+{_FROM}{_FILL}{_DOTTED}\s*,?\s+{_BY}\s+{_FILL}{_KEY}",
        r"(?:(?:left\s+(?:outer\s+)?|inner\s+)?join|map|compare|match)\s+(?:it\s+)?(?:with\s+|"
        rf"to\s+|against\s+)?{_FILL}{_TABLE}\s*,?\s+{_BY}\s+"
        rf"{_FILL}{_KEY}{_THEN}{_LOAD}\s+{_FILL}{_VALUE}",
        rf"{_LOAD}\s+{_FILL}{_VALUE}\s+(?:from|in|of)\s+{_FILL}{_TABLE}\s*,?\s+{_BY}\s+{_FILL}{_KEY}",
        rf"(?:{_LOAD}\s+)?{_DOTTED}\s*,?\s*[(\[]?\s*{_BY}\s+{_FILL}{_KEY}[)\]]?",
        rf"[(]?\s*select\s+(?:distinct\s+)?(?:\w+\.)?{_VALUE}\s+from\s+{_TABLE}\s+where\s+{_KEY}\s*[)]?;?",
        rf"(?:(?:{_LOAD}|{_LOOK})\s+)?{_FILL}(?:{_KIND}\s+)?(?P<surrogate>key|sk|id|{_KIND}\s+(?:key|"
        r"sk|id))\s+(?:from|of|in|to)\s+"
        rf"{_FILL}{_TABLE}(?:\s+dimension)?(?:\s*,?\s+{_BY}\s+{_FILL}{_KEY})?",
        rf"{_FILL}{_VALUE}(?:\s+(?:of|for)\s+{_FILL}\w+(?:\s+\w+)?)?\s+(?:from|in|out\s+of)\s+(?:the\s+)?(?:table|list)\s+(?P<table>[\w.]+)"
        rf"\s*(?:[(\[]\s*(?:{_BY}\s+)?{_KEY}\s*[)\]]|,?\s+{_BY}\s+{_FILL}(?P<by>.+))",
        rf"{_LOOK}\s+{_FROM}{_FILL}{_TABLE}",
        rf"{_LOOK}\s+{_FROM}{_FILL}{_DOTTED}",
        rf"{_TABLE}\s+look\s?-?up(?:\s*,?\s+{_BY}\s+{_FILL}{_KEY})?",
        rf"{_LOOK}\s+{_FILL}{_NAME}\s+(?:in|against|on|from)\s+{_FILL}{_TABLE}{_THEN}{_LOAD}\s+{_FILL}{_VALUE}",
        rf"(?:use|take)\s+{_FILL}{_NAME}\s+(?:to\s+)?(?:look\s?-?up|find|fetch|get|retrieve|read)\s+{_FILL}{_VALUE}\s"
        rf"+(?:in|from|of)\s+{_FILL}{_TABLE}",
        rf"(?:match|map|join|resolve|translate)\s+{_FILL}{_NAME}\s+(?:to|with|against|in|on|via|"
        rf"through|using)\s+{_FILL}{_TABLE}{_THEN}{_LOAD}\s+{_FILL}{_VALUE}",
        rf"(?:{_LOAD}\s+)?{_FILL}{_VALUE}(?:\s+across)?\s+(?:from|of|in)\s+{_FILL}{_TABLE}\s*,?\s*[(\[]?\s*"
        rf"{_VIA}\s+{_FILL}{_KEY}[)\]]?",
        rf"(?:{_LOAD}\s+)?{_DOTTED}\s*[,(\[]?\s*{_VIA}\s+{_FILL}{_KEY}[)\]]?",
        rf"(?:direct(?:ly)?\s+|taken\s+)?from\s+{_FILL}{_TABLE}\s*,?\s*[(\[]?\s*{_VIA}\s+{_FILL}{_KEY}[)\]]?",
        rf"(?:resolve|translate|decode|convert)\s+{_FILL}{_NAME}\s+(?:via|through|using|with|by|"
        rf"in|against)\s+{_FILL}{_TABLE}",
        rf"look\s?-?up\s*\(\s*{_NAME}\s*(?:->|=>|→|,)\s*{_DOTTED}\s*\)",
        rf"=?\s*[vx]lookup\s*\(\s*{_NAME}\s*[,;]\s*{_TABLE}\s*[,;]\s*{_VALUE}\s*(?:[,;].*)?\)",
        rf"=?\s*xlookup\s*\(\s*{_NAME}\s*[,;]\s*[\w\"]+\.[\w\"]+\s*[,;]\s*{_DOTTED}\s*(?:[,;].*)?\)",
        rf"(?:{_LOAD}\s+)?{_FILL}{_VALUE}\s+of\s+{_FILL}{_TABLE}\s+(?:row|record|entry)(?:\s*,?\s+{_BY}\s+{_FILL}{_KEY}"
        r")?",
    )
)
_POINTED = re.compile(
    rf"^(?:match|compare|join|map|equate)\s+{_FILL}{_KEY}\s+(?:with|to|against|=)\s+{_FILL}(?P<table>[\w\"\[\]]+"
    r")\."
    rf"(?P<there>[\w\"\[\]]+){_THEN}{_LOAD}\s+{_FILL}{_VALUE}$",
    re.IGNORECASE,
)
_UNFOUND = tuple(
    re.compile(shape, re.IGNORECASE)
    for shape in (
        rf"^(?:if|when|where)\s+(?:the\s+)?(?:[\w.]+\s+){{0,2}}?(?:no\s+match(?:\s+is)?(?:\s+found)?|"
        r"is\s+not\s+found|not\s+found|does\s+not\s+exist|is\s+missing|is\s+not\s+present)\s+"
        r"in\s+(?P<in>[\w.]+)\s*,?\s*(?:then\s+)?(?:set\s+|load\s+|use\s+)?(?P<default>'[^']*'|"
        rf"-?\d+)\s*[,;.]?\s*(?:otherwise|else)\s*,?\s*(?:{_LOAD}\s+)?(?P<rest>.+)$",
        r"^(?P<default>'[^']*'|-?\d+)\s+(?:if|when|where)\s+(?P<key>[\w.]+)\s+(?:does\s+not\s+exist|"
        r"doesn't\s+exist|is\s+not\s+found|is\s+not\s+present|is\s+missing|is\s+not|not\s+found)\s+in\s+"
        rf"(?P<in>[\w.]+)\s*[,;.]?\s*(?:otherwise|else)\s*,?\s*(?:{_LOAD}\s+)?(?P<rest>[\w.]+)$",
    )
)
"""What stands where nothing is found, said before the value."""
_FOUND = re.compile(
    rf"^if\s+{_FILL}{_KEY}\s+(?:exists?|is\s+found|found|is\s+present|is|occurs)\s+in\s+{_FILL}{_TABLE}"
    rf"(?:\.(?P<there>[\w\"\[\]]+))?\s*,?\s*(?:then\s+)?(?:{_LOAD}\s+)?{_FILL}{_VALUE}$",
    re.IGNORECASE,
)
_OWNED = tuple(
    re.compile(rf"^{shape}$", re.IGNORECASE)
    for shape in (
        rf"{_LOOK}\s+{_BY}\s+{_FILL}{_KEY}{_THEN}{_LOAD}\s+{_FILL}{_VALUE}",
        rf"{_LOOK}\s+{_FILL}{_VALUE}\s*,?\s+{_BY}\s+{_FILL}{_KEY}",
    )
)
"""Lookups that name no table: it is the only one that has the column loaded."""
_PREFIXED = re.compile(r"\b(?:lkp|lookup)_(?=\w)", re.IGNORECASE)
_SURROGATE = frozenset(("surrogatekey", "key", "sk", "id", "surrogateid", "dimensionkey"))
_NOISE = frozenset(("table", "the", "reference", "master", "dimension", "of", "column", "field", "value"))
_SHORTEST = 2
_SAME = {"dimension": "dim", "reference": "ref"}


@dataclass(frozen=True)
class LookupText:
    """One way to read a lookup rule; `value` and `key` are empty where the rule leaves them out."""

    table: SourceTable
    value: SourceColumn
    key: str
    default: str = ""
    """SQL literal taken where nothing is found; empty for none."""
    guessed: bool = False
    """The column that is compared is not named, and is the only one that can be meant."""


def read_lookup(text: str, schema: Schema, target_column: str) -> Iterator[LookupText]:
    """Every reading of a rule that names a known table and a column of it, likeliest first."""
    whole = _PREFIXED.sub("lookup ", " ".join(text.split()).rstrip(" ."))
    plain, default = without_default(_said_last(whole))
    for shape in (*_SHAPES, _POINTED, _FOUND):
        match = shape.match(plain)
        if match is None:
            continue
        groups = match.groupdict()
        table = named_table(schema, groups["table"])
        reading = _reading(groups, table, target_column) if table is not None else None
        if reading is not None:
            yield replace(reading, default=default)
    for shape in _OWNED:
        match = shape.match(plain)
        owned = _owner(schema, match["value"]) if match is not None else None
        if match is not None and owned is not None:
            yield LookupText(*owned, match["key"].strip(" ,;"), default)


def _said_last(text: str) -> str:
    """The rule with what stands where nothing is found at its end: ``'X' if K is not in T, otherwise V``."""
    found = next((m for shape in _UNFOUND if (m := shape.match(text)) is not None), None)
    if found is None:
        return text
    by = f" by {found['key']}" if found.groupdict().get("key") else ""
    rest = found["rest"] if " " in found["rest"].strip() else f"lookup {found['rest']} from {found['in']}{by}"
    return f"{rest}, if not found {found['default']}"


def _reading(groups: dict[str, str | None], table: SourceTable, target_column: str) -> LookupText | None:
    """The reading of one shape's parts; None where the table has no column for the value."""
    said, key = groups.get("value"), (groups.get("key") or groups.get("by") or "").strip(" ,;")
    if groups.get("surrogate"):
        value = find_column(table, target_column) or _surrogate(table)
        return LookupText(table, value, key) if value is not None else None
    if groups.get("there"):
        key = f"{table.name}.{groups['there']} = {key}"
    value = named_value(table, said or target_column) or (
        None if said else _surrogate_of(table, target_column)
    )
    if value is None:
        return None
    if said and not key and _is_natural(table, value, target_column):
        wanted = named_value(table, target_column) or _surrogate_of(table, target_column)
        return LookupText(table, wanted, value.name) if wanted is not None else None
    return LookupText(table, value, key)


def _is_natural(table: SourceTable, said: SourceColumn, target_column: str) -> bool:
    """Whether ``lookup from t.c`` names the column to find a row by: the target wants another one, its key."""
    wanted = named_value(table, target_column) or _surrogate_of(table, target_column)
    return wanted is not None and wanted.name != said.name and _surrogate(table) == wanted


def _surrogate_of(table: SourceTable, target_column: str) -> SourceColumn | None:
    """The table's surrogate key, where the target's column is a key by its name."""
    return _surrogate(table) if words(target_column)[-1:] in (("sk",), ("key",)) else None


def _owner(schema: Schema, value: str) -> tuple[SourceTable, SourceColumn] | None:
    """The only table with a column of that name, and the column."""
    found = [(t, c) for t in schema.tables if (c := find_column(t, value)) is not None]
    return found[0] if len(found) == 1 else None


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
    fitting = [c for c in table.columns if rest and _spelt(_without_own(c.name, own)) == _spelt(rest)]
    if len(fitting) == 1:
        return fitting[0]
    short = [
        c for c in table.columns if len(c.name) > _SHORTEST and len(rest) == 1 and _shortens(c.name, rest[0])
    ]
    if len(short) == 1:
        return short[0]
    return _surrogate(table) if squashed("".join(rest)) in _SURROGATE else None


_SHORT = {
    "nm": "name",
    "desc": "description",
    "descr": "description",
    "descrip": "description",
    "dsc": "description",
    "cd": "code",
    "dt": "date",
    "amt": "amount",
    "no": "number",
    "nr": "number",
    "num": "number",
    "nbr": "number",
    "typ": "type",
    "ctry": "country",
    "cust": "customer",
    "prod": "product",
    "cat": "category",
    "grp": "group",
    "txt": "text",
    "lbl": "label",
    "addr": "address",
}
"""Words of names as they are shortened everywhere."""


def _spelt(said: list[str]) -> list[str]:
    return [_SHORT.get(word, word) for word in said]


def _shortens(name: str, word: str) -> bool:
    """Whether the name is how the word begins: ``bez`` for ``bezeichnung``, ``desc`` for ``description``."""
    return word.startswith(name.casefold()) and word != name.casefold()


def _without_own(name: str, own: frozenset[str]) -> list[str]:
    return [w for w in words(name) if singular(w) not in own]


def _surrogate(table: SourceTable) -> SourceColumn | None:
    ending = [c for c in table.columns if words(c.name)[-1:] in (["sk"], ["key"], ("sk",), ("key",))]
    if len(ending) == 1:
        return ending[0]
    return find_column(table, table.key[0]) if len(table.key) == 1 else None
