"""CTEs and subqueries of existing SQL standing on their own, so that expressions can be tried."""

from __future__ import annotations

from dataclasses import replace

from signoff.core.domain.expressions import quoted
from signoff.core.domain.plan import Plan, Relation, SectionPlan
from signoff.core.domain.spec import Schema
from signoff.core.engines.sqltext import SqlTextError
from signoff.core.merge.dialects import query_in_duckdb
from signoff.core.merge.editing import all_shown
from signoff.core.merge.existing import CtePlace, ExistingSql, Place, read_existing
from signoff.core.merge.selects import every_place


def with_subqueries(existing: ExistingSql, plan: Plan, schema: Schema) -> Plan:
    """The plan with `Relation.subquery` for each CTE or subquery: its SQL with all an update may use.

    Args:
        existing: The file.
        plan: Its plan; relations that the file does not have yet stay as they are.
        schema: Tables the file reads.
    """
    shown = all_shown(existing, plan, schema)
    edited = read_existing(shown, existing.rendered.around, existing.dialect)
    sections = []
    for section, place in zip(plan.sections, edited.parts, strict=True):
        relations = tuple(relation_alone(edited, place, relation) for relation in section.relations)
        sections.append(replace(section, relations=relations))
    return replace(plan, sections=tuple(sections))


def section_showing(
    existing: ExistingSql, place: Place, section: SectionPlan, schema: Schema
) -> SectionPlan | None:
    """What a SELECT inside the file reads, its CTEs with what they could pass along too; None where they can't show it.

    Args:
        existing: the file.
        place: the SELECT.
        section: its relations; what they are to show beside what they do is among `Relation.carries`.
        schema: tables the file reads.
    """
    shown = all_shown(existing, Plan("", (section,)), schema, (place,))
    edited = read_existing(shown, existing.rendered.around, existing.dialect)
    before, after = list(every_place(existing)), list(every_place(edited))
    numbers = [n for n, each in enumerate(before) if each.select.span == place.select.span]
    if shown == existing.text or len(before) != len(after) or len(numbers) != 1:
        return None
    there = after[numbers[0]]
    return replace(section, relations=tuple(relation_alone(edited, there, r) for r in section.relations))


def relation_alone(edited: ExistingSql, place: Place, relation: Relation) -> Relation:
    """A relation of a SELECT with its SQL where it is a CTE or subquery."""
    table = next((t for t in place.select.tables if t.alias.casefold() == relation.alias.casefold()), None)
    query = place.query_of(table) if table is not None else None
    return relation if query is None else replace(relation, subquery=standing_alone(edited, query))


def whole_text(existing: ExistingSql) -> str:
    """The SQL of the whole file, rendered, on one line, as DuckDB's."""
    span = existing.query.span
    return _text(existing, span.first, span.last)


def standing_alone(edited: ExistingSql, query: CtePlace) -> str:
    """A query with every CTE it can see before it."""
    text = _query_text(edited, query)
    ctes = [
        f"{quoted(name)}{_names(cte)} as ({_query_text(edited, cte)})" for name, cte in query.ctes.items()
    ]
    if not ctes and not query.query.columns:
        return text
    before = f"with {', '.join(ctes)} " if ctes else ""
    return f"{before}select * from ({text}) as derived{_names(query)}"


def _names(query: CtePlace) -> str:
    names = query.query.columns
    return f"({', '.join(quoted(n) for n in names)})" if names else ""


def _query_text(edited: ExistingSql, query: CtePlace) -> str:
    return _text(edited, query.query.span.first, query.query.span.last)


def _text(existing: ExistingSql, first: int, last: int) -> str:
    """Rendered SQL of a query on one line, without comments, as DuckDB's; as it stands where that can't say it."""
    pieces: list[str] = []
    for number in range(first, last + 1):
        token = existing.tokens[number]
        written = existing.sql[token.start : token.end + 1]
        glued = number > first and existing.tokens[number - 1].end + 1 == token.start
        pieces.append(written if glued or not pieces else f" {written}")
    try:
        return query_in_duckdb("".join(pieces), existing.dialect)
    except SqlTextError:
        return "".join(pieces)
