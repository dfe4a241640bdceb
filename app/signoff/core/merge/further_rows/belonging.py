"""Rules over the rows that another table has for a row: which table, by what its rows belong, and what is left to say.

``number of comments on the issue in stg_comment, 0 if none`` is a sum over stg_comment for each row of a query that
need not read that table: what remains is ``number of rows, 0 if none`` over its rows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from sqlglot import exp

from signoff.core.domain.known_names import squashed
from signoff.core.domain.plan import Condition, JoinKind, Relation
from signoff.core.domain.spec import ColumnMapping, Schema, SourceTable
from signoff.core.merge.further_rows.own_rows import is_own, own_rows
from signoff.core.merge.inferring import looks_like_key, proposed_join
from signoff.core.merge.likely.pairs import told_pair
from signoff.core.merge.likely.plainly.names import kind_of
from signoff.core.merge.lookuptexts import singular
from signoff.core.merge.names import bare, find_table, unique_alias, words
from signoff.core.merge.prose_shapes import LAYERS
from signoff.core.merge.scoping import relation_columns
from signoff.core.merge.sqlparts import columns_of, parsed, rendered
from signoff.core.merge.whole.nouns import mentions_of

ROWS = "_rows"
"""Behind a table's name in an alias, so that no relation of the query has it."""
_OWN = r"(?:the|this|that|each|every|an?|his|her|its|their|these|those|same)"
_IN = r"(?:in|from|of|on|out\s+of|for|to|at|with|by|per|via|through|sit(?:s|ting)?\s+on)"


@dataclass(frozen=True)
class FurtherRows:
    """Rows of another table that belong to one row."""

    relations: tuple[Relation, ...]
    """The other table, and a table by which its rows belong, joined to it."""
    link: str
    """SQL that is true of its rows and the row they belong to."""
    keys: tuple[str, ...]
    """Columns of these tables in it."""
    rule: str
    """What the rule says of these rows, without the table and without by what they belong."""

    @property
    def table(self) -> str:
        """Name of the other table."""
        return self.relations[0].table


def further_rows_of(
    mapping: ColumnMapping, relations: Sequence[Relation], schema: Schema
) -> Iterator[FurtherRows]:
    """The other tables that a rule may be over: those of its source cells, else those that it names.

    Args:
        mapping: the column and its rule.
        relations: what the query reads, the driving table first.
        schema: source tables, and what relations of the query show.
    """
    rule = " ".join((mapping.rule_resolved or mapping.rule).split())
    read = {squashed(bare(r.table)) for r in relations} | {squashed(r.alias) for r in relations}
    named = [ref.table for ref in mapping.sources] + list(mapping.source_tables)
    told = _others([find_table(schema, name) for name in named if name], read)
    told = told or _others([schema.table(name) for name in _mentioned(rule, schema)], read)
    if not named and not told:
        told = _others([schema.table(relations[0].table)], set())
    for table in told:
        alias = unique_alias(_alias(table), (r.alias for r in relations))
        there = Relation(table.name, alias, JoinKind.DRIVING)
        if is_own(table, relations, schema):
            own = own_rows(rule, there, relations, schema)
            if own is not None:
                key = own.link.partition(" = ")[0]
                yield FurtherRows((there,), own.link, (key,), _left(own.rule, table, (bare(key),), relations))
            continue
        measured = {ref.column.casefold() for ref in mapping.sources} - {key.casefold() for key in table.key}
        known = _without(table, measured, schema)
        for read_there, link in _ways(rule, there, relations, known):
            tree = parsed(link)
            if tree is None:
                continue
            aliases = {r.alias.casefold() for r in read_there}
            keys = tuple(dict.fromkeys(c.sql() for c in columns_of(tree) if c.table.casefold() in aliases))
            columns = {bare(key) for key in keys} | {
                bare(c.sql())
                for r in read_there
                if r.on is not None and (on := parsed(r.on.sql)) is not None
                for c in columns_of(on)
            }
            yield FurtherRows(read_there, link, keys, _left(rule, table, sorted(columns), relations))
            break


def joined_rows_of(
    mapping: ColumnMapping, relations: Sequence[Relation], joined: Sequence[Relation]
) -> FurtherRows | None:
    """The rows that tables have which a plan joins, though they give a row several times; None where a rule is of none.

    Args:
        mapping: the column and its rule.
        relations: what else the query reads, the driving table first.
        joined: tables that have several rows for one of these, and those that are joined to them.
    """
    told = [ref.table for ref in mapping.sources if ref.table] or list(mapping.source_tables)
    named = {squashed(bare(name)) for name in told}
    needed = [r for r in joined if {squashed(bare(r.table)), squashed(r.alias)} & named]
    known = {r.alias.casefold(): r for r in joined}
    found: dict[str, Relation] = {}
    while needed:
        relation = needed.pop()
        if relation.alias.casefold() not in found and relation.on is not None:
            found[relation.alias.casefold()] = relation
            needed += [known[a] for a in aliases_in(relation.on.sql) if a in known]
    inside = [r for r in joined if r.alias.casefold() in found]
    if not inside or any(r.on is None or r.subquery or r.carries or r.inner is not None for r in inside):
        return None
    names = {r.alias.casefold(): f"{r.alias}{ROWS}" for r in inside}
    links = [_renamed(r.on.sql, names) for r in inside if r.on is not None]
    outer = [
        n
        for n, r in enumerate(inside)
        if r.on is not None and not (aliases_in(r.on.sql) & set(found) - {r.alias.casefold()})
    ]
    if len(outer) != 1:
        return None
    first, *others = sorted(range(len(inside)), key=lambda n: n != outer[0])
    own = (
        Relation(inside[first].table, names[inside[first].alias.casefold()], JoinKind.DRIVING),
        *(
            Relation(
                inside[n].table, names[inside[n].alias.casefold()], JoinKind.INNER, Condition("", links[n])
            )
            for n in others
        ),
    )
    tree = parsed(links[first])
    alias = own[0].alias.casefold()
    keys = tuple(c.sql() for c in columns_of(tree) if c.table.casefold() == alias) if tree is not None else ()
    rule = " ".join((mapping.rule_resolved or mapping.rule).split())
    table = SourceTable(own[0].table, ())
    return FurtherRows(own, links[first], keys, _left(rule, table, [bare(key) for key in keys], relations))


def aliases_in(sql: str) -> set[str]:
    """Aliases, case-folded, that an expression reads."""
    tree = parsed(sql)
    return {c.table.casefold() for c in columns_of(tree)} if tree is not None else set()


def _renamed(sql: str, names: dict[str, str]) -> str:
    tree = parsed(sql)
    if tree is None:
        return sql
    tree = tree.copy()
    for column in columns_of(tree):
        if column.table.casefold() in names:
            column.set("table", exp.to_identifier(names[column.table.casefold()]))
    return rendered(tree)


def _alias(table: SourceTable) -> str:
    """A name for the rows of a table: ``comment_rows`` for stg_desk__comment."""
    return f"{bare(table.name).rpartition('__')[2] or bare(table.name)}{ROWS}"


def _mentioned(rule: str, schema: Schema) -> list[str]:
    """Tables whose rows a rule speaks of: by the table's name, or by what they are called in the plural."""
    said = ((m.table, rule[m.start : m.end].casefold()) for m in mentions_of(rule, schema))
    return [table for table, text in said if text == table.casefold() or text.endswith("s")]


def _others(tables: Sequence[SourceTable | None], read: set[str]) -> list[SourceTable]:
    found = {t.name: t for t in tables if t is not None and squashed(bare(t.name)) not in read}
    return list(found.values())


def _ways(
    rule: str, there: Relation, relations: Sequence[Relation], schema: Schema
) -> Iterator[tuple[tuple[Relation, ...], str]]:
    """How rows of the other table belong: by themselves, else by a third table, one that the rule names first."""
    link = _link(rule, there, relations, schema)
    if link:
        yield (there,), link
        return
    mentioned = [m.table for m in mentions_of(rule, schema)]
    taken = {r.table for r in (there, *relations)}
    for table in sorted(schema.tables, key=lambda t: t.name not in mentioned):
        if table.name in taken:
            continue
        alias = unique_alias(_alias(table), (r.alias for r in (there, *relations)))
        third = Relation(table.name, alias, JoinKind.INNER)
        on, outer = proposed_join(third, (there,), schema), _link("", third, relations, schema)
        if on is not None and outer:
            yield (there, replace(third, on=on)), outer


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
    """Whether both sides of an equality tell rows apart: of one kind, and called alike or one called as a key is."""
    tree = parsed(link)
    sides = {c.sql: c for r in (there, *relations) for c in relation_columns(r, schema)}
    found = [sides[c.sql()] for c in columns_of(tree) if c.sql() in sides] if tree is not None else []
    names = [c.column.name for c in found]
    is_key = len({squashed(name) for name in names}) == 1 or any(map(looks_like_key, names))
    return is_key and len(set(map(kind_of, found))) == 1


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
        rf"\b{_IN}\s+(?:the\s+|all\s+)?(?:table\s+)?`?{name}`?(?!\.\w)",
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
