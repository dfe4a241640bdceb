"""Left joins that only open columns need: they wait, since alone they could do nothing but double rows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from signoff.core.domain.expressions import Origin
from signoff.core.domain.findings import Finding, Severity
from signoff.core.domain.known_names import squashed
from signoff.core.domain.plan import DraftColumn, JoinKind, Plan, SectionPlan
from signoff.core.domain.sentences import say
from signoff.core.domain.spec import TargetMapping
from signoff.core.merge.further_rows.belonging import ROWS
from signoff.core.merge.sqlparts import columns_of, parsed


def without_waiting_joins(plan: Plan, columns: Sequence[DraftColumn], target: TargetMapping) -> Plan:
    """The plan without left joins of which nothing is used yet, while a column that reads them is open.

    They come back with the column's expression. A join that no open column reads stays: the document wants its rows.
    Nor is a join needed whose rows a column reads in a query of its own.
    """
    sections: list[SectionPlan] = []
    findings: list[Finding] = []
    for place, section in enumerate(plan.sections):
        apart = set(_read_apart(columns, place))
        expected = {*_read_by_open(columns, target, place), *apart}
        kept = section
        while (waiting := _waiting(kept, columns, place, expected)) is not None:
            relation = kept.relations[waiting]
            rest = (*kept.relations[:waiting], *kept.relations[waiting + 1 :])
            kept = replace(kept, relations=rest)
            if squashed(relation.alias) in apart:
                continue
            message = say("merge.join_waits", table=relation.table)
            findings.append(Finding("D219", Severity.WARNING, message, relation.cell, plan.target))
        sections.append(kept)
    return replace(plan, sections=tuple(sections), findings=(*plan.findings, *findings))


def _read_by_open(columns: Sequence[DraftColumn], target: TargetMapping, place: int) -> Iterator[str]:
    """Names of the tables that columns without an expression read."""
    still_open = {c.name for c in columns if c.expressions[place].origin is Origin.UNRESOLVED}
    for mapping in target.columns:
        if mapping.name in still_open:
            yield from (squashed(ref.table.rpartition(".")[2]) for ref in mapping.sources if ref.table)
            yield from (squashed(name.rpartition(".")[2]) for name in mapping.source_tables)


def _read_apart(columns: Sequence[DraftColumn], place: int) -> Iterator[str]:
    """Aliases of the tables whose rows columns read in queries of their own."""
    for column in columns:
        for alias in re.findall(rf"\bas \"?(\w+?){ROWS}\b", column.expressions[place].sql):
            yield squashed(alias)


def _waiting(
    section: SectionPlan, columns: Sequence[DraftColumn], place: int, expected: set[str]
) -> int | None:
    """Where the last left join stands that nothing uses and an open column, or a join that waited, needs."""
    texts = list(_texts(section, columns, place))
    if any("count(*)" in sql.lower() for sql in texts):
        return None
    used = {alias.casefold() for sql in texts for alias in _aliases(sql)}
    for number in range(len(section.relations) - 1, 0, -1):
        relation = section.relations[number]
        is_expected = {squashed(relation.table), squashed(relation.alias)} & expected
        if relation.join is JoinKind.LEFT and relation.alias.casefold() not in used and is_expected:
            for alias in _aliases(relation.on.sql) if relation.on is not None else ():
                expected.add(squashed(alias))
            return number
    return None


def _texts(section: SectionPlan, columns: Sequence[DraftColumn], place: int) -> Iterator[str]:
    conditions = (*section.filters, *section.group_by, *section.having, *section.qualify)
    yield from (condition.sql for condition in conditions)
    yield from (column.expressions[place].sql for column in columns)
    for relation in section.relations:
        if relation.on is not None:
            named = _aliases(relation.on.sql) - {relation.alias}
            yield from (f"{alias}.x" for alias in named)


def _aliases(sql: str) -> set[str]:
    tree = parsed(sql) if sql else None
    return {column.table for column in columns_of(tree)} if tree is not None else set()
