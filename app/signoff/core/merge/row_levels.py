"""CTEs of existing SQL in which a column of single rows can be worked out: those that join the tables of its rule.

Where the result reads one query that joins ``users as owner``, the words `city of the owner` mean something there only.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from signoff.core.domain.expressions import quoted
from signoff.core.domain.known_names import squashed
from signoff.core.domain.spec import ColumnMapping, Schema
from signoff.core.merge.derived import relation_alone
from signoff.core.merge.existing import ExistingSql, Place
from signoff.core.merge.levels import Level, Outward, only_part, shows_all
from signoff.core.merge.lineage import keeps_rows, plan_of_place, select_outputs
from signoff.core.merge.names import bare, unique_alias
from signoff.core.merge.scoping import letters_of
from signoff.core.merge.sqlparts import aggregates, parsed, windows
from signoff.core.merge.work import InnerItem

_DEEPEST = 12
"""CTEs one behind the other that are followed."""


def row_levels(
    existing: ExistingSql, place: Place, mapping: ColumnMapping, schema: Schema
) -> Iterator[Level]:
    """The CTEs behind one SELECT of the output that join every source table of a row, the outermost first.

    Args:
        existing: the file.
        place: the SELECT of the output.
        mapping: the row.
        schema: tables the file reads.
    """
    tables = {squashed(bare(s.table)) for s in mapping.sources if s.table}
    if not tables or not keeps_rows(existing, place):
        return
    for level in _behind(existing, place, schema):
        relations = level.section.relations
        own = set[str]().union(*(letters_of(r) for r in relations))
        if len(relations) > 1 and tables <= own:
            yield level


def _behind(existing: ExistingSql, place: Place, schema: Schema, depth: int = 0) -> Iterator[Level]:
    if depth > _DEEPEST or len(place.select.tables) != 1:
        return
    table = place.select.tables[0]
    inner = only_part(place.query_of(table))
    if inner is None or table.query is not None or not keeps_rows(existing, inner):
        return
    by_star = shows_all(existing, place, table)
    section = plan_of_place(existing, inner, schema)
    relations = tuple(relation_alone(existing, inner, relation) for relation in section.relations)
    section = replace(section, relations=relations)
    yield Level(table.name.casefold(), inner, section, table.alias, (), by_star)
    for level in _behind(existing, inner, schema, depth + 1):
        step = () if level.by_star else ((table.name.casefold(), level.alias),)
        way = (*level.way, *step)
        yield Level(level.cte, level.place, level.section, table.alias, way, by_star)


def carried_plainly(
    existing: ExistingSql, place: Place, level: Level, name: str, sql: str, schema: Schema
) -> Outward | None:
    """What to write where, for a value of single rows; None where its name is not free on the way.

    Args:
        existing: the file.
        place: the SELECT of the output.
        level: where the value is worked out.
        name: of the column.
        sql: the value over the relations of the level.
        schema: tables the file reads.
    """
    tree = parsed(sql)
    if tree is None or aggregates(tree) or windows(tree):
        return None
    taken = {o.name.casefold() for o in select_outputs(existing, level.place, schema)}
    shown = {o.name.casefold() for o in select_outputs(existing, place, schema)}
    stars = level.by_star
    if stars and name.casefold() in taken | shown:
        return None
    inner = name if stars else unique_alias(name, taken)
    passed = (InnerItem(cte, f"{quoted(alias)}.{quoted(inner)}", inner) for cte, alias in level.way)
    items = (InnerItem(level.cte, sql, inner), *passed)
    said = f"{quoted(level.alias)}.{quoted(inner)}"
    return Outward("", items, said) if stars else Outward(said, items)
