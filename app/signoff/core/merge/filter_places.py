"""Where a filter on the rows of one table can stand: every SELECT that reads them, the outermost first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from signoff.core.domain.expressions import quoted
from signoff.core.domain.known_names import squashed
from signoff.core.domain.plan import Condition, Relation
from signoff.core.domain.spec import Schema, Step
from signoff.core.merge.any_case import folding, in_any_case
from signoff.core.merge.conditions import Resolve
from signoff.core.merge.existing import ExistingSql, Place
from signoff.core.merge.filtertexts import said_filter
from signoff.core.merge.lineage import plan_of_place, table_outputs
from signoff.core.merge.names import find_column, find_table, table_and_alias
from signoff.core.merge.scoping import scope_for_condition
from signoff.core.merge.selects import every_place
from signoff.core.merge.sqlparts import aggregates, columns_of, parsed, rendered, windows
from signoff.core.merge.standing_conditions import condition_in, conditions_of, has_condition

_PLAIN_JOINS = ("from", "inner", "cross", ",")
"""Joins by which a row of the table stands only where it is itself."""


@dataclass(frozen=True)
class FilterPlace:
    """One SELECT that reads the rows of a table, and a condition on them."""

    place: Place
    sql: str
    """Over the relations of that SELECT."""
    table: str
    """The true table."""
    plain: str
    """The condition over the columns of the table alone."""


def filter_places(
    existing: ExistingSql, step: Step, schema: Schema, certain: Resolve
) -> Iterator[FilterPlace]:
    """The SELECTs that a filter step's condition can be put behind, so that it leaves out rows of one table.

    Each column of the condition is there a copy of that table's, and no join makes rows without it.

    Args:
        existing: the file.
        step: of the document.
        schema: tables the file reads.
        certain: as for `plan_target`, of condition texts that are understood wholly.
    """
    for place in reversed(list(every_place(existing))):
        joins = {table.alias.casefold(): table.join for table in place.select.tables}
        if any(word in join.split() for join in joins.values() for word in ("right", "full")):
            continue
        shown = shown_relations(existing, place, schema)
        found = condition_over(shown, step, schema, certain)
        made = None if found is None else _on_one_table(existing, place, found.sql, schema, joins)
        if made is not None and _is_meant(step, made.table, schema) and not has_condition(existing, made.sql):
            yield made


def standing_condition(
    existing: ExistingSql, step: Step, schema: Schema, certain: Resolve, *, is_other: bool
) -> FilterPlace | None:
    """Where the file has a filter step's condition; with `is_other` the only one on the same columns that says else.

    Args:
        existing: the file.
        step: of the document.
        schema: tables the file reads.
        certain: as for `filter_places`.
        is_other: the step says what the condition is to become.
    """
    for place in reversed(list(every_place(existing))):
        found = condition_over(shown_relations(existing, place, schema), step, schema, certain)
        if found is None:
            continue
        if not is_other and condition_in(existing, place, found.sql) is not None:
            return FilterPlace(place, found.sql, "", found.sql)
        names = _names(found.sql)
        same = [sql for sql in conditions_of(existing, place) if _names(sql) == names]
        if is_other and len(same) == 1:
            return FilterPlace(place, found.sql, "", same[0])
    return None


def _names(sql: str) -> frozenset[str]:
    tree = parsed(sql)
    return frozenset(c.name.casefold() for c in columns_of(tree)) if tree is not None else frozenset()


def conditions_anywhere(
    existing: ExistingSql, step: Step, schema: Schema, certain: Resolve
) -> Iterator[FilterPlace]:
    """Every SELECT over whose relations a filter step's condition can be said, the outermost first.

    Unlike `filter_places`, behind outer joins too: what it leaves out has to be shown.
    """
    for place in reversed(list(every_place(existing))):
        found = condition_over(shown_relations(existing, place, schema), step, schema, certain)
        if found is None or has_condition(existing, found.sql):
            continue
        if is_of_another(existing, place, found.sql, step, schema):
            continue
        yield FilterPlace(place, found.sql, "", "")


def is_of_another(existing: ExistingSql, place: Place, sql: str, step: Step, schema: Schema) -> bool:
    """Whether a condition is on another table's columns, though the table that the step names has all of them.

    Args:
        existing: the file.
        place: the SELECT that the condition is for.
        sql: over its relations; columns that these do not show yet count too.
        step: what the document says.
        schema: tables the file reads.
    """
    table = find_table(schema, step.table) if step.table else None
    tree = parsed(sql)
    if table is None or tree is None:
        return False
    shapes = {shape.alias.casefold(): shape for shape in place.select.tables}
    for column in columns_of(tree):
        shape = shapes.get(column.table.casefold())
        outputs = table_outputs(existing, place, shape, schema) if shape is not None else []
        origin = next((o for o in outputs if o.name.casefold() == column.name.casefold()), None)
        own = find_column(table, origin.column if origin is not None and origin.column else column.name)
        if own is None:
            return False
        read = {squashed(o.table) for o in ([origin] if origin is not None else outputs) if o.table}
        if read and squashed(table.name) not in read:
            return True
    return False


def condition_over(
    relations: Sequence[Relation], step: Step, schema: Schema, certain: Resolve
) -> Condition | None:
    """A filter step's condition over some relations; None where it is not understood, or names others."""
    found = said_filter(step.condition, relations, schema, certain, step.cell) if relations else None
    found = found or certain(step.condition, scope_for_condition(relations, schema, step.condition))
    found = found or _folded(relations, step, schema, certain)
    tree = parsed(found.sql) if found is not None else None
    if found is None or tree is None or aggregates(tree) or windows(tree):
        return None
    here = {relation.alias.casefold() for relation in relations}
    known = all(c.table.casefold() in here for c in columns_of(tree))
    return replace(found, cell=step.cell) if known and columns_of(tree) else None


def _folded(relations: Sequence[Relation], step: Step, schema: Schema, certain: Resolve) -> Condition | None:
    """The condition of a step that says at its end that case does not matter."""
    bare = folding(step.condition)
    found = condition_over(relations, replace(step, condition=bare), schema, certain) if bare else None
    return in_any_case(found) if found is not None else None


def shown_relations(existing: ExistingSql, place: Place, schema: Schema) -> list[Relation]:
    """The relations of a SELECT with the columns they show now."""
    shapes = {table.alias.casefold(): table for table in place.select.tables}
    found = []
    for relation in plan_of_place(existing, place, schema).relations:
        if not relation.carries:
            found.append(relation)
            continue
        shape = shapes.get(relation.alias.casefold())
        outputs = table_outputs(existing, place, shape, schema) if shape is not None else []
        names = {output.name.casefold() for output in outputs}
        carries = tuple(c for c in relation.carries if c.name.casefold() in names)
        found += [replace(relation, carries=carries)] if carries else []
    return found


def _on_one_table(
    existing: ExistingSql, place: Place, sql: str, schema: Schema, joins: dict[str, str]
) -> FilterPlace | None:
    tree = parsed(sql)
    if tree is None:
        return None
    copied, tables = tree.copy(), set[str]()
    for column in list(columns_of(copied)):
        alias, name = column.table.casefold(), column.name.casefold()
        shape = next((t for t in place.select.tables if t.alias.casefold() == alias), None)
        outputs = table_outputs(existing, place, shape, schema) if shape is not None else []
        origin = next((o for o in outputs if o.name.casefold() == name), None)
        if origin is None or not origin.table or joins[alias] not in _PLAIN_JOINS:
            return None
        tables.add(origin.table)
        own = parsed(quoted(origin.column))
        if own is None:
            return None
        if column is copied:
            copied = own
        else:
            column.replace(own)
    return FilterPlace(place, sql, tables.pop(), rendered(copied)) if len(tables) == 1 else None


def _is_meant(step: Step, table: str, schema: Schema) -> bool:
    """Whether a step speaks of the rows of this table, as far as it names one."""
    written, _alias = table_and_alias(schema, step.table) if step.table else ("", "")
    return not written or squashed(written) == squashed(table)
