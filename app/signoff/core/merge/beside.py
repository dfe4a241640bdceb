"""Rules over the rows that another table has for a row: which table, by what its rows belong, and what is left to say.

``number of comments on the issue in stg_comment, 0 if none`` is a sum over stg_comment for each row of a query that
need not read that table: what remains is ``number of rows, 0 if none`` over its rows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from signoff.core.domain.known_names import squashed
from signoff.core.domain.plan import JoinKind, Relation
from signoff.core.domain.spec import ColumnMapping, Schema, SourceTable
from signoff.core.merge.inferring import proposed_join
from signoff.core.merge.likely.pairs import told_pair
from signoff.core.merge.lookuptexts import singular
from signoff.core.merge.names import NUMERIC, bare, find_table, unique_alias, words
from signoff.core.merge.prose_shapes import LAYERS
from signoff.core.merge.scoping import is_day, relation_columns
from signoff.core.merge.sqlparts import columns_of, parsed
from signoff.core.merge.whole.nouns import mentions_of

_OWN = r"(?:the|this|that|each|every|an?|his|her|its|their|these|those|same)"
_IN = r"(?:in|from|of|on|out\s+of|for|to|at|with|by|per|via|through|sit(?:s|ting)?\s+on)"


@dataclass(frozen=True)
class Beside:
    """Rows of another table that belong to one row."""

    relation: Relation
    link: str
    """SQL that is true of a row of the other table and the row it belongs to."""
    keys: tuple[str, ...]
    """The other table's columns in it."""
    rule: str
    """What the rule says of these rows, without the table and without by what they belong."""


def beside_of(mapping: ColumnMapping, relations: Sequence[Relation], schema: Schema) -> Iterator[Beside]:
    """The other tables that a rule may be over, those of its source cells first.

    Args:
        mapping: the column and its rule.
        relations: what the query reads, the driving table first.
        schema: source tables, and what relations of the query show.
    """
    rule = " ".join((mapping.rule_resolved or mapping.rule).split())
    read = {squashed(bare(r.table)) for r in relations} | {squashed(r.alias) for r in relations}
    named = [ref.table for ref in mapping.sources] + list(mapping.source_tables)
    told = [table for name in named if name and (table := find_table(schema, name)) is not None]
    told += [table for m in mentions_of(rule, schema) if (table := schema.table(m.table)) is not None]
    for table in {t.name: t for t in told}.values():
        if squashed(bare(table.name)) in read:
            continue
        alias = unique_alias(bare(table.name), (r.alias for r in relations))
        there = Relation(table.name, alias, JoinKind.LEFT)
        measured = {ref.column.casefold() for ref in mapping.sources} - {key.casefold() for key in table.key}
        link = _link(rule, there, relations, _without(table, measured, schema))
        tree = parsed(link) if link else None
        if tree is None:
            continue
        keys = tuple(
            dict.fromkeys(c.sql() for c in columns_of(tree) if c.table.casefold() == alias.casefold())
        )
        columns = [bare(key) for key in keys]
        yield Beside(there, link, keys, _left(rule, table, columns, relations))


def _link(rule: str, there: Relation, relations: Sequence[Relation], schema: Schema) -> str:
    """By what rows of the other table belong: what the rule tells, else the keys of the tables."""
    told = told_pair(rule, there, relations, schema)
    if told and _are_alike(told, there, relations, schema):
        return told
    shown = [_as_table(r, schema) for r in relations]
    known = replace(schema, tables=(*(t for t in shown if t is not None), *schema.tables))
    named = [replace(r, table=f"{r.alias}") if r.carries else r for r in relations]
    proposed = proposed_join(there, named, known)
    return proposed.sql if proposed is not None else ""


def _without(table: SourceTable, measured: set[str], schema: Schema) -> Schema:
    """The schema without the columns of a table that a rule is on: by those no rows belong to others."""
    left = tuple(c for c in table.columns if c.name.casefold() not in measured)
    tables = (replace(t, columns=left) if t.name == table.name and left else t for t in schema.tables)
    return replace(schema, tables=tuple(tables))


def _are_alike(link: str, there: Relation, relations: Sequence[Relation], schema: Schema) -> bool:
    """Whether values of both sides of an equality can be equal by their types."""
    tree = parsed(link)
    sides = {c.sql: c for r in (there, *relations) for c in relation_columns(r, schema)}
    said = [sides.get(c.sql()) for c in columns_of(tree)] if tree is not None else []
    kinds = {
        "day" if is_day(c) else "number" if NUMERIC.match(c.column.type) else "text"
        for c in said
        if c is not None
    }
    return len(kinds) < 2


def _as_table(relation: Relation, schema: Schema) -> SourceTable | None:
    if not relation.carries:
        return None
    origin = schema.table(relation.table)
    columns = tuple(c.column for c in relation_columns(relation, schema))
    return SourceTable(relation.alias, columns, origin.key if origin is not None else ())


def _left(rule: str, table: SourceTable, keys: Sequence[str], relations: Sequence[Relation]) -> str:
    """The rule without the table's name, and without what only says by what its rows belong."""
    name = re.escape(bare(table.name))
    own = "|".join(_nouns(relations))
    by = "|".join(re.escape(key) for key in keys) or "(?!)"
    shapes = (
        rf"\((?:[^()]*\b(?:via|by|through|on|goes\s+to)\b\s+)?[^()]*\b(?:{by})\b[^()]*\)",
        rf"^\s*(?:from|in|of)\s+(?:the\s+)?(?:table\s+)?`?{name}`?\s*[:,-]\s*",
        rf"\b{_IN}\s+(?:the\s+|all\s+)?(?:table\s+)?`?{name}`?(?!\.)",
        rf"\bwith\s+(?:{_OWN}\s+)?(?:same\s+)?(?:{by})(?:\s+of\s+{_OWN}\s+(?:{own}))?\b",
        rf"\b{_IN}\s+{_OWN}\s+(?:{by})\b",
        rf"\b{_IN}\s+{_OWN}\s+(?:{own})(?:['’]s)?\b",
    )
    for shape in shapes:
        rule = re.sub(shape, " ", rule, flags=re.IGNORECASE)
    rule = re.sub(rf"(?<![\w.])`?{name}`?(?:\.(?=\w))", "", rule)
    return re.sub(r"\s+([,;.:])", r"\1", " ".join(rule.split())).strip(" ,;")


def _nouns(relations: Sequence[Relation]) -> list[str]:
    """What the rows of the query are called in the singular: ``deal`` for stg_crm__deal, and letters for long words."""
    found: dict[str, None] = {}
    for relation in relations[:1]:
        for name in (relation.table, relation.alias):
            said = [word for word in words(bare(name)) if word not in LAYERS]
            for start in range(len(said)):
                noun = [*said[start:-1], singular(said[-1])]
                found[r"[\s_-]+".join(re.escape(word) for word in noun) + "s?"] = None
                if len(noun) > 1:
                    found["".join(word[0] for word in noun) + "s?"] = None
    return sorted(found, key=len, reverse=True)
