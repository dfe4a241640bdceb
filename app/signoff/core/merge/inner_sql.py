"""The SQL of a relation that is worked on before it is joined, and its columns."""

from __future__ import annotations

from dataclasses import replace

from signoff.core.domain.expressions import quoted
from signoff.core.domain.plan import JoinKind, Relation, SectionPlan, ShownColumn
from signoff.core.merge.sqlparts import conjunction, tidy

JOIN_WORDS = {
    JoinKind.DRIVING: "from",
    JoinKind.INNER: "inner join",
    JoinKind.LEFT: "left join",
    JoinKind.RIGHT: "right join",
    JoinKind.FULL: "full join",
    JoinKind.CROSS: "cross join",
}
_INDENT = "    "


def written(relation: Relation) -> Relation:
    """The relation with its `inner` as SQL in `subquery`; unchanged where it has none."""
    return relation if relation.inner is None else replace(relation, subquery=_sql(relation, relation.inner))


def insiders(relation: Relation) -> tuple[Relation, ...]:
    """The relations whose columns a rule may name through this one: its own, and those joined inside."""
    if relation.inner is None or not relation.inner.group_by:
        return (relation,)
    return (relation, *relation.inner.relations[1:])


def aliases_inside(relation: Relation) -> frozenset[str]:
    """Aliases of a grouped relation's inside, case-folded; empty for every other relation."""
    if relation.inner is None or not relation.inner.group_by:
        return frozenset()
    return frozenset(r.alias.casefold() for r in relation.inner.relations)


def _sql(relation: Relation, inner: SectionPlan) -> str:
    lines = ["select distinct *" if inner.distinct else "select *"]
    if inner.group_by or relation.shows:
        shown = relation.shows or (ShownColumn("one", "1"),)
        items = [f"{_INDENT}{s.sql} as {quoted(s.name)}" for s in shown]
        lines = ["select distinct" if inner.distinct else "select", ",\n".join(items)]
    lines += [line for r in inner.relations for line in _relation(r)]
    for word, conditions in (("where", inner.filters), ("qualify", inner.qualify)):
        found = [tidy(c.sql) for c in conditions if c.sql]
        if found and word == "qualify":
            lines += [f"{word} {conjunction(found)}"]
        elif found:
            lines.insert(len(lines), f"{word} {conjunction(found)}")
    if inner.group_by:
        lines.append(f"group by {', '.join(c.sql for c in inner.group_by)}")
    return "\n".join(lines)


def _relation(relation: Relation) -> list[str]:
    name = f"({relation.subquery})" if relation.subquery else quoted(relation.table)
    table = (
        name
        if not relation.subquery and relation.alias == relation.table
        else f"{name} as {quoted(relation.alias)}"
    )
    on = f" on {tidy(relation.on.sql)}" if relation.on is not None and relation.on.sql else ""
    return [f"{JOIN_WORDS[relation.join]} {table}{on}"]
