"""The key of a lookup as a condition: names, comparisons, ranges, the row in force."""

from __future__ import annotations

import re
from collections.abc import Sequence

from signoff.core.domain.expressions import ScopeColumn
from signoff.core.domain.known_names import squashed
from signoff.core.domain.plan import Relation
from signoff.core.domain.spec import ColumnMapping, Schema, SourceColumn, SourceTable
from signoff.core.merge.conditions import equality, sql_condition
from signoff.core.merge.keytexts import said_condition
from signoff.core.merge.lookuptexts import LookupText, named_value
from signoff.core.merge.names import bare, find_column, find_table, words
from signoff.core.merge.scoping import find_everywhere, scope_for_condition
from signoff.core.merge.sqlparts import columns_of, parsed

_BETWEEN_KEYS = re.compile(r"\s*(?:,|;|\band\b)\s*(?:the\s+(?:range\s+)?|its\s+)?", re.IGNORECASE)
_HALF_RANGE = re.compile(r"\b(?:between|within)\s+[\w.]+$", re.IGNORECASE)
_RANGE = re.compile(r"^([\w.]+)\s*(<=?)\s*([\w.]+)\s*(<=?)\s*([\w.]+)$")
_NAME = re.compile(r"^[\w.\"\[\] ]+$")
_IN_FORCE = re.compile(
    r"^(?:(?:only|use|take|the|is|for|with|its|a|being)\s+)*(?:current|active|latest|valid|open)(?:ly)?"
    r"(?:\s+(?:valid|active))?\s+(?:row|record|version|entry|one|flag|member)s?(?:\s+only)?$",
    re.IGNORECASE,
)
_FLAG = re.compile(
    r"^(?:is_)?(?:row_is_)?(?:current|curr|active|actual|latest)(?:_(?:flag|ind|indicator|flg|row|record|yn|row_ind))?$"
    r"|^row_is_current$"
)


def key_sql(
    reading: LookupText,
    relation: Relation,
    mapping: ColumnMapping,
    others: Sequence[Relation],
    schema: Schema,
) -> str:
    """The lookup's key as a condition; empty when a part of it is not found.

    Args:
        reading: what the rule says.
        relation: the table looked up, under its alias.
        mapping: the row, whose source cells say what is compared.
        others: the relations of the query beside it.
        schema: known tables.
    """
    sources = _left_sources(mapping, relation, others, schema)
    if not reading.key:
        pairs = [(s, there) for s in sources if (there := _answering(reading, s.column)) is not None]
        return " and ".join(equality(s, ScopeColumn(relation.alias, relation.table, t)) for s, t in pairs)
    written = sql_condition(reading.key, scope_for_condition([*others, relation], schema, reading.key))
    if written:
        tree = parsed(written)
        mentioned = {c.table.casefold() for c in columns_of(tree)} if tree is not None else set()
        if relation.alias.casefold() in mentioned and len(mentioned) > 1:
            return written
    parts = [
        _key_part(item, reading.table, relation, others, sources, schema)
        or _said(item, relation, others, schema)
        for item in _items(reading.key)
    ]
    if parts and all(parts):
        return " and ".join(parts)
    return _said(reading.key, relation, others, schema)


def _said(text: str, relation: Relation, others: Sequence[Relation], schema: Schema) -> str:
    """A comparison or range said half in words."""
    said = said_condition(text, relation, others, schema, None)
    return said.sql if said is not None else ""


def _answering(reading: LookupText, source: SourceColumn) -> SourceColumn | None:
    """The table's column that holds what a source column holds: of its name, or moved from one of its name."""
    same = find_column(reading.table, source.name)
    return (
        same if same is not None and same.name != reading.value.name else _moved(reading.table, source.name)
    )


def _moved(table: SourceTable, name: str) -> SourceColumn | None:
    """The only column of another target that was moved as it is from a source column of that name."""
    found = [c for c in table.columns if c.moved_from and squashed(c.moved_from) == squashed(bare(name))]
    return found[0] if len(found) == 1 else None


def _items(key: str) -> list[str]:
    """Parts of a key; the two ends of a range stay together."""
    found: list[str] = []
    for item in (part.strip() for part in _BETWEEN_KEYS.split(key)):
        if found and _HALF_RANGE.search(found[-1]):
            found[-1] = f"{found[-1]} and {item}"
        elif item:
            found.append(item)
    return found


def _current(item: str, table: SourceTable, relation: Relation) -> str:
    """The part that asks for the row in force, by the table's flag for it or its open end; empty for others."""
    if not _IN_FORCE.match(item):
        return ""
    flags = [c for c in table.columns if _FLAG.search("_".join(words(c.name)))]
    if len(flags) != 1:
        return ""
    flag = ScopeColumn(relation.alias, relation.table, flags[0])
    value = {"BOOLEAN": "true", "INTEGER": "1", "SMALLINT": "1", "TINYINT": "1"}.get(
        flags[0].type.upper(), "'Y'"
    )
    return f"{flag.sql} = {value}"


def _left_sources(
    mapping: ColumnMapping, relation: Relation, others: Sequence[Relation], schema: Schema
) -> list[ScopeColumn]:
    """The row's source columns outside the looked-up table."""
    found = []
    for ref in mapping.sources:
        table = find_table(schema, ref.table) if ref.table else None
        if (
            table is not None
            and table.name == relation.table
            and all(o.table != relation.table for o in others)
        ):
            continue
        places = [o for o in others if not ref.table or _means(ref.table, o)]
        found += find_everywhere(places, schema, ref.column)[:1]
    return found


def _means(written: str, relation: Relation) -> bool:
    return bare(written).casefold() in (relation.alias.casefold(), relation.table.casefold())


def _key_part(
    item: str,
    table: SourceTable,
    relation: Relation,
    others: Sequence[Relation],
    sources: Sequence[ScopeColumn],
    schema: Schema,
) -> str:
    fixed = _current(item, table, relation) or sql_condition(
        item, scope_for_condition([relation], Schema((table,)), item)
    )
    if fixed:
        return fixed
    span = _RANGE.match(item)
    if span is not None:
        low, first, middle, second, high = span.groups()
        ends = [find_column(table, low), find_column(table, high)]
        value = _left_column(middle, relation, others, sources, schema, known=False)
        if value is None or ends[0] is None or ends[1] is None:
            return ""
        start, stop = (ScopeColumn(relation.alias, relation.table, e).sql for e in ends if e is not None)
        return f"{start} {first} {value.sql} and {value.sql} {second} {stop}"
    if not _NAME.match(item):
        return ""
    there = find_column(table, item) or named_value(table, item) or _moved(table, item)
    here = _left_column(item, relation, others, sources, schema, known=there is not None)
    if there is None and here is not None:
        there = _moved(table, here.column.name)
    if there is None and here is not None and len(table.key) == 1:
        there = find_column(table, table.key[0])
    if there is None or here is None:
        return ""
    return equality(here, ScopeColumn(relation.alias, relation.table, there))


def _left_column(
    name: str,
    relation: Relation,
    others: Sequence[Relation],
    sources: Sequence[ScopeColumn],
    schema: Schema,
    known: bool,
) -> ScopeColumn | None:
    """The column outside that a key means: in the sources' tables, else the only source, else elsewhere."""
    near = [r for r in others if any(s.relation == r.alias for s in sources)]
    found = find_everywhere(near, schema, name)
    if not found and known and len(sources) == 1:
        return sources[0]
    far = [r for r in others if r.table != relation.table]
    found = found or find_everywhere(far, schema, name)
    return found[0] if found else None
