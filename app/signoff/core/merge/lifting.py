"""Aggregates over a relation that is put together before it is joined, moved to where they are computed.

A rule such as ``sum of amount`` becomes ``sum(p.amount)`` wherever it stands; where ``p`` is grouped first, the sum
is a column of that relation and outside only its name is used. ``0 when none`` stays outside, behind the join.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sqlglot import exp

from signoff.core.domain.plan import Relation, SectionPlan, ShownColumn
from signoff.core.merge.inner_sql import aliases_inside, written
from signoff.core.merge.sqlparts import column_node, columns_of, parsed, rendered, same_sql, whole_aggregate


def lifted(
    section: SectionPlan, expressions: Sequence[tuple[str, str]]
) -> tuple[SectionPlan, tuple[str, ...]]:
    """The section with what its grouped relations compute, and the expressions as they stand outside.

    Args:
        section: One part of a plan.
        expressions: Name and SQL of each column; the name is given to what is computed inside.

    Returns:
        Section and expressions unchanged where no relation is grouped. Lifting twice changes nothing.
    """
    relations = list(section.relations)
    found = [sql for _, sql in expressions]
    for place, relation in enumerate(relations):
        if not aliases_inside(relation):
            continue
        for number, (name, _) in enumerate(expressions):
            relation, found[number] = _lift(relation, name, found[number])
        relations[place] = written(relation)
    return replace(section, relations=tuple(relations)), tuple(found)


def gathered_in_place(section: SectionPlan, sql: str) -> str:
    """The expression with each loose column of a grouped relation as that relation gathers it, left where it stands.

    For rows that are laid out flat and grouped once, such as those that are made up.
    """
    tree = parsed(sql) if sql else None
    if tree is None:
        return sql
    copy = exp.Paren(this=tree.copy())
    for relation in section.relations:
        inside = aliases_inside(relation)
        keys = [c.sql for c in relation.inner.group_by] if relation.inner is not None else []
        for column in [c for c in columns_of(copy) if c.table.casefold() in inside]:
            is_held = column.find_ancestor(exp.AggFunc, exp.Filter) is not None
            if not is_held and not any(same_sql(rendered(column), key) for key in keys):
                together = parsed(f"{relation.gathers or 'any_value'}({rendered(column)})")
                column.replace(together if together is not None else column.copy())
    return rendered(copy.this)


def _lift(relation: Relation, name: str, sql: str) -> tuple[Relation, str]:
    tree = parsed(sql) if sql else None
    inside = aliases_inside(relation)
    if tree is None or not any(c.table.casefold() in inside for c in columns_of(tree)):
        return relation, sql
    copy = exp.Paren(this=tree.copy())
    for node in _aggregates_over(copy, inside):
        bare_node = node.this if isinstance(node, exp.IgnoreNulls) else node
        if isinstance(bare_node, exp.AnyValue) and all(_is_shown(c, relation) for c in columns_of(node)):
            continue
        relation, reference = _shown(relation, name, rendered(node))
        counts = isinstance(node.this if isinstance(node, exp.Filter) else node, exp.Count)
        bare = isinstance(node.parent, exp.Coalesce)
        node.replace(_zero_when_none(reference) if counts and not bare else reference)
    for column in [c for c in columns_of(copy) if c.table.casefold() in inside]:
        relation = _loose(relation, name, column)
    return relation, rendered(copy.this)


def _aggregates_over(tree: exp.Expr, inside: frozenset[str]) -> list[exp.Expr]:
    """The outermost aggregates whose columns all belong to the relation."""
    found: list[exp.Expr] = []
    for node in tree.find_all(exp.AggFunc):
        top = whole_aggregate(node)
        if isinstance(top.parent, exp.Window) or _within_sum(node):
            continue
        columns = columns_of(top)
        known = any(top is each for each in found)
        if columns and not known and all(c.table.casefold() in inside for c in columns):
            found.append(top)
    return found


def _within_sum(node: exp.Expr) -> bool:
    """Whether an aggregate stands inside another one that is no window function: that one is made over its rows."""
    outer = node.find_ancestor(exp.AggFunc)
    while outer is not None and isinstance(outer.parent, exp.Window):
        outer = outer.find_ancestor(exp.AggFunc)
    return outer is not None


def _is_shown(column: exp.Column, relation: Relation) -> bool:
    """Whether a column is what the relation shows outside, lifted before."""
    own = column.table.casefold() == relation.alias.casefold()
    return own and any(s.name.casefold() == column.name.casefold() for s in relation.shows)


def _loose(relation: Relation, name: str, column: exp.Column) -> Relation:
    """A column that no aggregate holds: a key, what is shown already, else one value of its rows."""
    if _is_shown(column, relation):
        return relation
    sql = rendered(column)
    key = next((s for s in relation.shows if same_sql(s.sql, sql)), None)
    if key is not None:
        column.replace(column_node(relation.alias, key.name))
        return relation
    together = relation.gathers or "any_value"
    relation, reference = _shown(relation, name, f"{together}({sql})")
    column.replace(reference)
    return relation


def _shown(relation: Relation, name: str, sql: str) -> tuple[Relation, exp.Expr]:
    """A reference to what is computed inside, which is added where it is not there yet."""
    known = next((s for s in relation.shows if same_sql(s.sql, sql)), None)
    if known is None:
        tree = parsed(sql)
        taken = {s.name.casefold() for s in relation.shows}
        taken |= {c.name.casefold() for c in (columns_of(tree) if tree is not None else ())}
        known = ShownColumn(_free(name or "value", taken), sql)
        relation = replace(relation, shows=(*relation.shows, known))
    return relation, column_node(relation.alias, known.name)


def _free(name: str, taken: set[str]) -> str:
    if name.casefold() not in taken:
        return name
    number = 2
    plain = f"{name}_total"
    while plain.casefold() in taken:
        plain, number = f"{name}_{number}", number + 1
    return plain


def _zero_when_none(reference: exp.Expr) -> exp.Expr:
    """A count that finds no row to join is 0, as it is where the rows are counted after the join."""
    return exp.Coalesce(this=reference, expressions=[exp.Literal.number(0)])


def rows_counted_of(sql: str, sources: Sequence[str], section: SectionPlan) -> str:
    """The expression with ``count(*)`` of a rule about one joined relation counting that relation's rows only.

    Args:
        sql: The rule's expression.
        sources: Aliases of the rule's source columns.
        section: Where it stands; behind a left join a row without partner would be counted too.
    """
    tree = parsed(sql) if sql else None
    relation = next((r for r in section.relations[1:] if {r.alias} == set(sources)), None)
    if tree is None or relation is None or relation.on is None:
        return sql
    key = _joined_by(relation)
    stars = [c for c in tree.find_all(exp.Count) if isinstance(c.this, exp.Star)]
    if key is None or not stars or any(isinstance(c.parent, exp.Window) for c in stars):
        return sql
    copy = tree.copy()
    for count in [c for c in copy.find_all(exp.Count) if isinstance(c.this, exp.Star)]:
        count.set("this", key.copy())
    return rendered(copy)


def _joined_by(relation: Relation) -> exp.Expr | None:
    """A column of the relation that is filled in each of its rows that finds a partner."""
    if relation.inner is not None and relation.inner.group_by:
        return parsed(relation.inner.group_by[0].sql)
    condition = parsed(relation.on.sql) if relation.on is not None else None
    equal = condition.find_all(exp.EQ) if condition is not None else ()
    sides = [side for each in equal for side in (each.this, each.expression) if isinstance(side, exp.Column)]
    return next((s for s in sides if s.table.casefold() == relation.alias.casefold()), None)
