"""Tables that an update joins only to sum them up: put together by the key of their join first, so no row doubles."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from signoff.core.domain.findings import Finding, Severity
from signoff.core.domain.known_names import squashed
from signoff.core.domain.plan import JoinKind, Relation
from signoff.core.domain.sentences import say
from signoff.core.domain.spec import ColumnMapping, Schema
from signoff.core.merge.edits import Layout
from signoff.core.merge.inner_relations import grouped_before_join, sides_of
from signoff.core.merge.names import bare
from signoff.core.merge.sqlparts import columns_of, parsed, unqualified
from signoff.core.merge.wording import wording_of

_SUMS_UP = re.compile(
    r"\b(?:sum(?:med)?|count(?:ed)?|total|(?:number|quantity) of|how many"
    r"|average|avg|mean|min(?:imum)?|max(?:imum)?|median"
    r"|(?:lat|earli|high|low|larg|small|new|old)est|most recent|distinct|any of|summe|anzahl)\b",
    re.IGNORECASE,
)


def summed_first(
    relations: Sequence[Relation], known: Sequence[Relation], columns: Sequence[ColumnMapping], schema: Schema
) -> tuple[list[Relation], list[Finding]]:
    """The relations, those that are new and only summed up grouped before they are joined.

    Args:
        relations: of one part of the update, those of the file first.
        known: those of the file.
        columns: rows of the new and changed columns.
        schema: known tables.

    Returns:
        The relations, and a finding for each that is put together.
    """
    there = {r.alias.casefold() for r in known}
    found: list[Relation] = []
    findings: list[Finding] = []
    for relation in relations:
        new = relation.alias.casefold() not in there
        made = _grouped(relation, columns, schema) if new else None
        found.append(made or relation)
        if made is not None:
            keys = " and ".join(s.name for s in made.shows)
            message = say("merge.summed_before_join", table=made.table, keys=keys)
            target = columns[0].target if columns else ""
            findings.append(Finding("D216", Severity.WARNING, message, made.cell, target))
    return found, findings


def _grouped(relation: Relation, columns: Sequence[ColumnMapping], schema: Schema) -> Relation | None:
    plain = relation.inner is None and not relation.subquery and not relation.carries
    if not plain or relation.join is not JoinKind.LEFT or relation.on is None:
        return None
    letters = squashed(relation.table)
    readers = [c for c in columns if any(squashed(bare(s.table)) == letters for s in c.sources if s.table)]
    if not readers or not all(_SUMS_UP.search(c.rule_resolved or c.rule) for c in readers):
        return None
    sides = sides_of(relation.on.sql, {relation.alias})
    keys = list(dict.fromkeys(mine for mine, _ in sides.pairs))
    if not keys or sides.mixed or _is_key(keys, relation, schema):
        return None
    return grouped_before_join(relation, [replace(relation, join=JoinKind.DRIVING, on=None)], keys, sides)


def _is_key(keys: Sequence[str], relation: Relation, schema: Schema) -> bool:
    """Whether a table has one row for each value of what it is joined by."""
    table = schema.table(relation.table)
    names = {c.name.casefold() for key in keys if (tree := parsed(key)) is not None for c in columns_of(tree)}
    return table is not None and bool(table.key) and {k.casefold() for k in table.key} <= names


def lines_of(relation: Relation, table_text: str, layout: Layout) -> list[str]:
    """A relation that is grouped first as lines of SQL over its one table; none where it is made of more.

    Args:
        relation: as `summed_first` gave it, with all that it shows.
        table_text: how the file writes the table.
        layout: how the file is written.
    """
    inner = relation.inner
    if inner is None or len(inner.relations) != 1 or inner.qualify or not inner.group_by:
        return []
    said = wording_of(layout).said
    pairs = [(said(unqualified(s.sql)), layout.name(s.name)) for s in relation.shows]
    items = [sql if sql == name else f"{sql} as {name}" for sql, name in pairs]
    filters = [said(unqualified(c.sql)) for c in inner.filters]
    return [
        "select",
        *(f"    {item}{',' if number < len(items) else ''}" for number, item in enumerate(items, 1)),
        f"from {table_text}",
        *([f"where {' and '.join(filters)}"] if filters else []),
        f"group by {', '.join(said(unqualified(c.sql)) for c in inner.group_by)}",
    ]
