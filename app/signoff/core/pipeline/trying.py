"""Candidates tried on the samples and on rows made up at the edges of the rule."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from signoff.core.domain.expressions import Scope, ScopeColumn
from signoff.core.domain.plan import Relation
from signoff.core.engines.sqltext import SqlTextError, expression_columns, parse_expression
from signoff.core.mask.glossary import bare_codes, quoted_values
from signoff.core.merge.scoping import relation_columns
from signoff.core.pipeline.desk import Desk
from signoff.core.pipeline.hinting import column_profile
from signoff.core.pipeline.places import Place
from signoff.core.verify.boundary import EdgeColumn
from signoff.core.verify.forgiving import forgiving
from signoff.core.verify.made_up_rows import MadeUpRows, made_up_rows
from signoff.core.verify.probe import ProbeOutcome, check_expressions

_MOST_COLUMNS = 8


@dataclass(frozen=True)
class Tried:
    """What came of one candidate."""

    outcome: ProbeOutcome
    """On the samples."""
    edge: ProbeOutcome | None = None
    """On made-up rows, with conversions tried; None where there are none, or they can't be read."""
    converts_all: bool = True
    """No made-up value stops it, even one that can't be converted."""

    @property
    def usable(self) -> bool:
        """Whether it runs on the samples, gives numbers that are numbers, and always the same."""
        return not (self.outcome.error or self.outcome.not_finite or self.outcome.unsteady)

    @property
    def sound(self) -> bool:
        """Whether it also gives numbers that are numbers on every made-up row."""
        return self.usable and not (self.edge is not None and self.edge.not_finite)


def made_up_for(rule: str, scope: Scope, place: Place, desk: Desk) -> MadeUpRows | None:
    """Rows at the edges of a rule for the columns it may use; None where their types are not known."""
    wanted = sorted(scope.columns, key=lambda column: not column.is_source)[:_MOST_COLUMNS]
    columns = [_edge_column(column, desk) for column in wanted]
    section = place.section
    key_sql = _grouped_by(wanted, place)
    relations = section.relations if section else ()
    keys = _key_columns(key_sql, wanted, relations, desk)
    if not columns or keys is None or any(not column.type for column in (*columns, *keys)):
        return None
    literals = (*quoted_values(rule), *bare_codes(rule))
    grouped = bool(key_sql) or scope.aggregate or _reads_inside(wanted, place)
    return made_up_rows(rule, literals, columns, keys=keys, key_sql=key_sql, is_grouped=grouped)


def try_out(
    expressions: Sequence[str], place: Place, made_up: MadeUpRows | None, desk: Desk
) -> tuple[Tried, ...]:
    """Each expression on the samples as it will stand, then on made-up rows."""
    outcomes = place.probe(expressions, desk)
    if made_up is None:
        return tuple(Tried(outcome) for outcome in outcomes)
    ready = [place.gathered(place.read(sql)) for sql in expressions]
    plain = check_expressions(made_up.frame, ready, desk.sandbox)
    soft = [forgiving(sql) if found.error else sql for sql, found in zip(ready, plain, strict=True)]
    edges = check_expressions(made_up.frame, soft, desk.sandbox) if soft != ready else plain
    return tuple(
        Tried(outcome, None if edge.error else edge, bool(edge.error) or not strict.error)
        for outcome, edge, strict in zip(outcomes, edges, plain, strict=True)
    )


def _grouped_by(wanted: Sequence[ScopeColumn], place: Place) -> list[str]:
    """SQL of what made-up rows are grouped by: the section's keys.

    Without any, and beside a table that is put together before it is joined: what is not of that table, and its keys.
    """
    section = place.section
    stated = [c.sql for c in section.group_by if c.sql] if section else []
    if section is None or stated or not _reads_inside(wanted, place):
        return stated
    inner = [r.inner for r in section.relations if r.inner is not None]
    keys = {c.sql.casefold() for each in inner for c in each.group_by}
    return [c.sql for c in wanted if c.relation.casefold() not in place.inside or c.sql.casefold() in keys]


def _reads_inside(wanted: Sequence[ScopeColumn], place: Place) -> bool:
    """Whether one of the columns is of a table that is put together before it is joined."""
    return any(c.relation.casefold() in place.inside for c in wanted)


def _edge_column(column: ScopeColumn, desk: Desk) -> EdgeColumn:
    own = column_profile(column.table, column.column.name, desk)
    known, shapes = (own.top, own.patterns) if own else ((), ())
    return EdgeColumn(
        column.relation,
        column.column.name,
        column.column.type,
        tuple(value for value, _ in known),
        tuple(shape for shape, _ in shapes),
    )


def _key_columns(
    key_sql: Sequence[str], wanted: Sequence[ScopeColumn], relations: Sequence[Relation], desk: Desk
) -> list[EdgeColumn] | None:
    """Columns that only the grouping reads; None where one of them can't be found."""
    have = {(c.relation.casefold(), c.column.name.casefold()) for c in wanted}
    schema = desk.sandbox.schema()
    found: list[EdgeColumn] = []
    for sql in key_sql:
        try:
            named = expression_columns(parse_expression(sql))
        except SqlTextError:
            return None
        for relation, name in named:
            place = (relation.casefold(), name.casefold())
            if place in have:
                continue
            column = next(
                (
                    c
                    for each in relations
                    if each.alias.casefold() == place[0]
                    for c in relation_columns(each, schema)
                    if c.column.name.casefold() == place[1]
                ),
                None,
            )
            if column is None:
                return None
            have.add(place)
            found.append(EdgeColumn(column.relation, column.column.name, column.column.type))
    return found
