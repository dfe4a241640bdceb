"""By which columns rows of a table most likely belong to those of a query, where a sentence names the table alone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from signoff.core.domain.expressions import ScopeColumn
from signoff.core.domain.known_names import squashed
from signoff.core.domain.plan import Relation
from signoff.core.domain.spec import Schema, SourceTable, TargetMapping
from signoff.core.merge.conditions import equality
from signoff.core.merge.inferring import looks_like_key, proposed_join
from signoff.core.merge.likely.conditions import is_text
from signoff.core.merge.likely.marked import softly_named
from signoff.core.merge.names import words
from signoff.core.merge.pointing import table_names
from signoff.core.merge.scoping import find_everywhere, relation_columns

_NAME = re.compile(r"[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)?")
_BY = re.compile(
    r"(?:\b(?:by|on|via|over|through|using|with|for|matched\s+(?:on|by|through)|keyed\s+(?:on|by))\s+"
    r"(?:(?:the|its|their|his|same|each|an?)\s+)*|\()\s*(?P<name>[A-Za-z_][\w.]*)(?:\s+(?P<also>[a-z]+))?",
    re.IGNORECASE,
)
_EQUAL = re.compile(r"(?P<a>[A-Za-z_][\w.]*)\s*(?:=|equals|is\s+the\s+same\s+as)\s*(?P<b>[A-Za-z_][\w.]*)")


def likely_pair(
    text: str, there: Relation, relations: Sequence[Relation], schema: Schema, target: TargetMapping
) -> str:
    """SQL of the equality by which a table's rows belong to the query's; empty where nothing points to one.

    Tried in this order: what `told_pair` finds, what the target takes over under the other table's name, what the
    other table took over itself, and keys.

    Args:
        text: the sentence that names the table.
        there: the table.
        relations: what the query reads, the driving table first.
        schema: their columns.
        target: its plain moves tell what columns are called behind them.
    """
    told = told_pair(text, there, relations, schema)
    if told:
        return told
    for way in (_carried, _moved):
        found = next(way(there, relations, schema, target), None)
        if found is not None:
            return equality(*found)
    proposed = proposed_join(there, relations, schema)
    return proposed.sql if proposed is not None else ""


def told_pair(text: str, there: Relation, relations: Sequence[Relation], schema: Schema) -> str:
    """SQL of the equality that a sentence tells: ``a = b``, a column it names, or one it calls by nouns; else empty."""
    for way in (_written, _named, _called):
        found = next(way(text, there, relations, schema), None)
        if found is not None:
            return _folded(text, *found)
    return ""


def _folded(text: str, here: ScopeColumn, new: ScopeColumn) -> str:
    """The equality of two columns, whatever their case where the sentence changes it."""
    match = _CASED.search(text)
    if match is None or not (is_text(here) and is_text(new)):
        return equality(here, new)
    function = "upper" if match["up"] else "lower" if match["low"] else "trim"
    return f"{function}({here.sql}) = {function}({new.sql})"


_CASED = re.compile(
    r"\b(?:(?P<up>upper[- ]?cased?|in\s+(?:upper[- ]?case|capitals)|capitali[sz]ed)"
    r"|(?P<low>lower[- ]?cased?|in\s+lower[- ]?case|"
    r"whatever\s+(?:the\s+)?case|(?:any|either)\s+case|case[- ]insensitive\w*)|trimmed)\b",
    re.IGNORECASE,
)


_Pairs = Iterator[tuple[ScopeColumn, ScopeColumn]]


def _written(text: str, there: Relation, relations: Sequence[Relation], schema: Schema) -> _Pairs:
    for match in _EQUAL.finditer(text):
        for one, other in ((match["a"], match["b"]), (match["b"], match["a"])):
            here, new = _in(relations, one, schema), _in([there], other, schema)
            if here and new:
                yield here[0], new[0]


def _in(relations: Sequence[Relation], name: str, schema: Schema) -> list[ScopeColumn]:
    """Columns of that name, of the table before its dot where it has one."""
    table, _, column = name.rpartition(".")
    fitting = [r for r in relations if not table or squashed(table) in (squashed(r.table), squashed(r.alias))]
    return list(find_everywhere(fitting, schema, column)) if fitting else []


def _named(text: str, there: Relation, relations: Sequence[Relation], schema: Schema) -> _Pairs:
    """A column that both have, or one of each, that the text names as names are written."""
    names = [n for n in _NAME.findall(text) if "_" in n or n.isupper() or _is_told_as_key(text, n)]
    both = [
        (h, n) for name in names for h in _in(relations, name, schema) for n in _in([there], name, schema)
    ]
    yield from both
    here = [c for name in names for c in _in(relations[:1], name, schema)]
    new = [c for name in names for c in _in([there], name, schema)]
    if len(here) == 1 and not new:
        keys = [c for c in relation_columns(there, schema) if _is_own_key(c, there)]
        yield from ((here[0], key) for key in keys[:1] if len(keys) == 1)
    elif len(here) == len(new) == 1 and not _is_of_third(new[0], there, relations, schema):
        yield here[0], new[0]


def _is_of_third(new: ScopeColumn, there: Relation, relations: Sequence[Relation], schema: Schema) -> bool:
    """Whether a third table that is not read yet has a column of that name, by which the two may be joined instead."""
    read = {squashed(r.table) for r in (*relations, there)}
    others = (t for t in schema.tables if squashed(t.name) not in read)
    return any(squashed(c.name) == squashed(new.column.name) for t in others for c in t.columns)


def _is_told_as_key(text: str, name: str) -> bool:
    return (
        re.search(rf"\b(?:by|on|via|over|through|using)\s+{re.escape(name)}\b|\({re.escape(name)}\)", text)
        is not None
    )


def _called(text: str, there: Relation, relations: Sequence[Relation], schema: Schema) -> _Pairs:
    """A key that words call: ``by the guest number``."""
    own = relation_columns(there, schema)
    for match in _BY.finditer(text):
        said = " ".join(filter(None, (match["name"], match["also"])))
        new = _spoken(said, own)
        if new is None:
            continue
        for relation in relations:
            columns = relation_columns(relation, schema)
            same = [c for c in columns if squashed(c.column.name) == squashed(new.column.name)]
            here = same[0] if same else _spoken(said, columns)
            if here is not None:
                yield here, new


_NOUNS = {
    "number": ("no", "nr", "num", "number"),
    "code": ("code", "cd"),
    "id": ("id",),
    "key": ("key", "sk"),
}


def _spoken(said: str, columns: Sequence[ScopeColumn]) -> ScopeColumn | None:
    """The one column that a noun with its ending calls: ``guest number`` for guest_no."""
    noun = words(said)
    if len(noun) > 1 and noun[-1] in _NOUNS:
        fitting = [
            c
            for c in columns
            if words(c.column.name)[-1] in _NOUNS[noun[-1]] and set(noun[:-1]) <= set(words(c.column.name))
        ]
        return fitting[0] if len(fitting) == 1 else None
    column = softly_named(noun[0], columns) if noun else None
    return column if column is not None and looks_like_key(column.column.name) else None


def _carried(there: Relation, relations: Sequence[Relation], schema: Schema, target: TargetMapping) -> _Pairs:
    """A column that the target takes over as it is, under the name that the other table's key has."""
    for mapping in target.columns:
        new = find_everywhere([there], schema, mapping.name)
        if not new or not looks_like_key(mapping.name) or (mapping.rule_resolved or mapping.rule).strip():
            continue
        for ref in mapping.sources:
            own = [r for r in relations if not ref.table or squashed(ref.table) == squashed(r.table)]
            here = find_everywhere(own, schema, ref.column) if own else ()
            if here and _is_own_key(new[0], there):
                yield here[0], new[0]


def _moved(there: Relation, relations: Sequence[Relation], schema: Schema, _target: TargetMapping) -> _Pairs:
    """A key of the other table that it took over itself from a column which the query has too."""
    for column in relation_columns(there, schema):
        if column.column.moved_from and looks_like_key(column.column.name):
            here = find_everywhere(relations, schema, column.column.moved_from)
            if here and _is_own_key(column, there):
                yield here[0], column


def _is_own_key(column: ScopeColumn, there: Relation) -> bool:
    """Whether a column is called by its table, as keys are: booking_no of bookings."""
    name = squashed(column.column.name)
    called = table_names(SourceTable(there.table))
    return looks_like_key(column.column.name) and any(name.startswith(each) for each in called)
