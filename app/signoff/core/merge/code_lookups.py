"""Look-ups in one table that holds codes of several kinds: ``Look up the trimmed area in codes (kind 'AREA')``.

The value stands in the source cells and the kind is told in brackets, or behind ``where``; by which column a code is
found often is not said: then it is the only column that can hold a code, which is shown as a guess. The second shape
tells both columns of a join, ``id of the customer whose customer_no is the account``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from signoff.core.domain.known_names import squashed
from signoff.core.domain.spec import ColumnMapping, Schema, SourceColumn, SourceTable
from signoff.core.merge.lookup_defaults import without_default
from signoff.core.merge.lookuptexts import LookupText, named_table, named_value
from signoff.core.merge.names import find_column, find_table, words

_VERB = (
    r"(?:look(?:ed)?\s*-?up|lookup(?:\s+of)?|find|search(?:\s+for)?|map(?:ped)?|translate[d]?|convert(?:ed)?|recode[d]?|"
    r"resolve[d]?|match(?:ed)?|decode[d]?)"
)
_CHANGE = {
    r"(?:trimmed|stripped)": "trim({})",
    r"(?:lower-?\s?cased?|lowered)": "lower({})",
    r"(?:upper-?\s?cased?|capitali[sz]ed)": "upper({})",
}
_CHANGES = "|".join(_CHANGE)
_LOOKED = re.compile(
    rf"^{_VERB}\s+(?:up\s+)?(?:(?:the|its|this|our)\s+)*(?P<changes>(?:(?:{_CHANGES})(?:\s*,\s*|\s+and\s+|\s+))*)"
    r"(?P<key>[\w.]+|\{[^{}]+\})(?:\s+up)?\s+(?:in|via|through|using|against|with|by|on|to)\s+(?:the\s+)?(?P<table>[\w.]+)(?:\s+table)?\s*"
    r"(?:[(\[]\s*(?:(?:where|with|for|only)\s+)?(?P<test>[^()\[\]]+?)\s*[)\]]|,?\s+(?:where|with|for)\s+(?P<where>\S.*?))"
    r"(?:\s*[,;]?\s*(?:and\s+)?(?:take|return|load|use|get|give|read)s?\s+(?:its\s+|the\s+)?(?P<value>[\w.]+))?$",
    re.IGNORECASE,
)
_OF_KIND = re.compile(
    r"^(?P<column>[\w.]+)\s*(?:=|:|is|equals|equal\s+to)?\s*(?P<value>'[^']*'|\"[^\"]*\"|-?\d+)$",
    re.IGNORECASE,
)
_WHOSE = re.compile(
    r"^(?:(?:take|load|use|get|the|read|return)\s+)*(?P<value>[\w.]+)\s+(?:of|from)\s+(?:the\s+|that\s+)?(?P<table>[\w.]+)(?:\s+(?:row|record|line|entry))?\s*,?\s+"
    r"(?:whose\s+(?:own\s+)?(?P<there>[\w.]+)|where\s+(?:the\s+|its\s+)?(?P<where>[\w.]+)|(?:with|having)\s+(?:an?\s+|the\s+)?(?P<with>[\w.]+))\s+"
    r"(?:is(?:\s+(?:equal\s+to|the\s+same\s+as))?|equals?(?:\s+to)?|equal\s+to|matches|=|the\s+same\s+as)\s+"
    r"(?:(?:the|this|our|its)\s+)*(?P<key>[\w.]+)(?:\s+of\s+(?:the|this)\s+(?P<owner>[\w]+))?$",
    re.IGNORECASE,
)
_CODES = ("code", "cd", "key", "id", "no", "nr", "number", "value", "term", "concept")
_ANY_ROW = frozenset(("row", "record", "line", "entry", "source"))
_NO_CODE = frozenset(("from", "to", "valid", "date", "flag", "label", "name", "description", "desc"))


@dataclass(frozen=True)
class _Parts:
    """What is compared: the column that holds codes, and whether it is only the likeliest."""

    code: SourceColumn
    guessed: bool


def code_lookups(text: str, mapping: ColumnMapping, schema: Schema) -> Iterator[LookupText]:
    """Readings of a rule that looks a code up among those of one kind, or tells both columns of a join.

    Args:
        text: The rule.
        mapping: Its row; the source cells hold the value that is taken.
        schema: Known tables.
    """
    plain, default = without_default(" ".join(text.split()).rstrip(" ."))
    found = _LOOKED.match(plain)
    if found is not None:
        reading = _of_kind(found, mapping, schema, default)
        if reading is not None:
            yield reading
    said = _WHOSE.match(plain)
    if said is not None:
        reading = _whose(said, mapping, schema, default)
        if reading is not None:
            yield reading


def _of_kind(found: re.Match[str], mapping: ColumnMapping, schema: Schema, default: str) -> LookupText | None:
    table = named_table(schema, found["table"])
    test = _OF_KIND.match((found["test"] or found["where"] or "").strip())
    if table is None or test is None:
        return None
    kind = find_column(table, test["column"].rsplit(".", 1)[-1])
    value = named_value(table, found["value"]) if found["value"] else _value_of(table, mapping, schema)
    key = found["key"].strip("{}")
    named = (
        key if key == found["key"] else next((r.column for r in mapping.sources if _holds(key, r.column)), "")
    )
    own = _own_column(named, mapping, table, schema)
    if kind is None or value is None or not own:
        return None
    parts = _code_column(table, own, frozenset((kind.name, value.name)))
    if parts is None:
        return None
    wanted = test["value"]
    literal = f"'{wanted[1:-1]}'" if wanted.startswith('"') else wanted
    here = own if named == key else re.sub(rf"(?<!['\w]){re.escape(named)}(?!\w)", own, key)
    for shape, sql in _CHANGE.items():
        if re.search(rf"\b{shape}", found["changes"] or "", re.IGNORECASE):
            here = sql.format(here)
    compared = f"{table.name}.{kind.name} = {literal} and {table.name}.{parts.code.name} = {here}"
    return LookupText(table, value, compared, default, parts.guessed)


def _holds(sql: str, column: str) -> bool:
    return re.search(rf"(?<!['\w]){re.escape(column)}(?!\w)", sql, re.IGNORECASE) is not None


def _whose(said: re.Match[str], mapping: ColumnMapping, schema: Schema, default: str) -> LookupText | None:
    table = named_table(schema, said["table"]) or _read_as(said["table"], mapping, schema)
    if table is None:
        return None
    there = find_column(table, said["there"] or said["where"] or said["with"])
    value = find_column(table, said["value"])
    own = _own_column(said["key"], mapping, table, schema)
    if there is None or value is None or not own or not _owns(said["owner"], own):
        return None
    return LookupText(table, value, f"{table.name}.{there.name} = {own}", default)


def _owns(owner: str | None, own: str) -> bool:
    """Whether a column is of what is named as its owner."""
    table = {w for word in words(own.rpartition(".")[0]) for w in (word, word.rstrip("s"))}
    return owner is None or owner.casefold() in _ANY_ROW or bool(set(words(owner)) & table)


def _value_of(table: SourceTable, mapping: ColumnMapping, schema: Schema) -> SourceColumn | None:
    """The one column of the table in the row's source cells, else the one called like the target's column."""
    named = [r.column for r in mapping.sources if r.table and find_table(schema, r.table) == table]
    if len(named) == 1:
        return find_column(table, named[0])
    return find_column(table, mapping.name) if not named else None


def _read_as(noun: str, mapping: ColumnMapping, schema: Schema) -> SourceTable | None:
    """The one table of the row's source cells that a noun means: ``visit`` for visit_occurrence."""
    tables = {
        t.name: t for r in mapping.sources if r.table and (t := find_table(schema, r.table)) is not None
    }
    meant = [
        t for t in tables.values() if noun.casefold().rstrip("s") in {w.rstrip("s") for w in words(t.name)}
    ]
    return meant[0] if len(meant) == 1 else None


def _own_column(name: str, mapping: ColumnMapping, table: SourceTable, schema: Schema) -> str:
    """The row's own column of that name outside the looked-up table, with its table; empty where none is named."""
    bare = name.rsplit(".", 1)[-1]
    fitting = [r for r in mapping.sources if squashed(r.column) == squashed(bare)]
    tables = [t for r in fitting if r.table and (t := find_table(schema, r.table)) is not None and t != table]
    if len(fitting) == 1 and len(tables) == 1:
        return f"{tables[0].name}.{fitting[0].column}"
    return ""


def _code_column(table: SourceTable, own: str, taken: frozenset[str]) -> _Parts | None:
    """The column of the table that a code is found by."""
    free = [c for c in table.columns if c.name not in taken]
    same = [c for c in free if squashed(c.name) == squashed(own.rsplit(".", 1)[-1])]
    if len(same) == 1:
        return _Parts(same[0], guessed=False)
    codes = [c for c in free if words(c.name)[-1] in _CODES and not _NO_CODE & set(words(c.name))]
    codes = codes or (free if len(free) == 1 else [])
    return _Parts(codes[0], guessed=True) if len(codes) == 1 else None
