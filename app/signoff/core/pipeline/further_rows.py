"""Values over the rows that another table has for each row: as a query of its own inside the expression."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from signoff.core.domain.expressions import Expression, Origin, ScopeColumn, quoted
from signoff.core.domain.findings import Finding, Severity
from signoff.core.domain.known_names import squashed
from signoff.core.domain.plan import Condition, JoinKind, Plan, Relation, SectionPlan
from signoff.core.domain.sentences import say
from signoff.core.domain.spec import ColumnMapping, Schema, SourceRef, TargetMapping
from signoff.core.merge.further_rows.belonging import FurtherRows, aliases_in, further_rows_of, joined_rows_of
from signoff.core.merge.further_rows.heads import sum_of_all, value_meant
from signoff.core.merge.further_rows.lists import list_of_all
from signoff.core.merge.further_rows.ones import value_of_one
from signoff.core.merge.further_rows.rules import OfRows, of_rows
from signoff.core.merge.names import bare
from signoff.core.merge.preaggregating import with_sums_before_joins
from signoff.core.merge.scoping import relation_columns
from signoff.core.merge.sqlparts import aggregates, columns_of, parsed
from signoff.core.pipeline.desk import Desk
from signoff.core.pipeline.outcomes import Resolution
from signoff.core.pipeline.resolving_in_part import resolve_in
from signoff.core.pipeline.sample_rows import SampleRows

_DIFFERENT = re.compile(r"^\W*(?:different|distinct|unique)\s+", re.IGNORECASE)
_SAME = re.compile(r"\b(?:(?:those|these|the)\s+)?same\s+|\b(?:those|these)\s+(?=\w+s\b)", re.IGNORECASE)
_SAME_BUT = re.compile(
    r"^\W*(?:the\s+)?same,?\s*(?:but\s+|only\s+)?(?P<limits>(?:with|for|whose|where|of)\s+[^,;]+)$",
    re.IGNORECASE,
)
"""What the rule above makes, of other rows."""
_LIMITS = re.compile(r"\s+(?:with|for|whose|where|of\s+(?:type|kind|role|status))\s+[^,;]+", re.IGNORECASE)
_SEVERAL = 2
_OF_NEIGHBOURS = re.compile(
    r"\b(?:rank\w*|row_?\s?number|running|cumul\w+|share|percent\w*|ratio|previous|next|so\s+far|per)\b",
    re.IGNORECASE,
)
"""Says that rows are held against each other."""
_OWNERS = re.compile(r"(?<=\w)['’]s\b")


def further_rows_value(
    plan: Plan,
    section: SectionPlan,
    target: TargetMapping,
    mapping: ColumnMapping,
    schema: Schema,
    desk: Desk,
) -> Resolution | None:
    """A column of a new model over the rows that a table has which its plan does not read; None where it is no such.

    Args:
        plan: of the target.
        section: the only part of it; more of them, and rows put together, have no rows for such a value to belong to.
        target: its column mappings.
        mapping: the column.
        schema: the tables.
        desk: the run's tools.
    """
    if len(plan.sections) != 1 or section.group_by or section.distinct:
        return None
    several = _giving_several(section, target, desk)
    others = tuple(r for r in section.relations if r not in several)
    joined = joined_rows_of(mapping, others, several) if several else None
    if joined is not None:
        reading = _Reading(
            target,
            schema,
            desk,
            target.columns,
            lambda row: filter(None, (joined_rows_of(row, others, several),)),
        )
        return reading.value(mapping)
    return value_of_further_rows(mapping, target, section.relations, schema, desk, target.columns)


def multiplies(plan: Plan, target: TargetMapping, expressions: Sequence[Expression], desk: Desk) -> bool:
    """Whether columns sum up several tables of which each gives a row several times, and none goes before its join.

    Summed up together, each of them would count the rows of the others: so each is read in a query of its own.

    Args:
        plan: of the target.
        target: its column mappings.
        expressions: of its columns, over all of these tables.
        desk: the run's tools.
    """
    section = plan.sections[0] if len(plan.sections) == 1 else None
    trees = [tree for each in expressions if (tree := parsed(each.sql)) is not None and aggregates(tree)]
    if section is None or section.group_by or section.distinct or not trees:
        return False
    several = _giving_several(section, target, desk)
    driving = section.relations[0].alias.casefold()
    apart = [r for r in several if r.on is not None and driving in aliases_in(r.on.sql)]
    if len(apart) < _SEVERAL:
        return False
    before_joins = with_sums_before_joins(section, [each.sql for each in expressions])
    kept = {r.alias for r in before_joins.relations} & {
        r.alias for r, old in zip(before_joins.relations, section.relations, strict=True) if r == old
    }
    return any(r.alias in kept for r in several)


def sums_up(expression: Expression) -> bool:
    """Whether an expression sums up rows."""
    tree = parsed(expression.sql)
    return tree is not None and aggregates(tree)


def _giving_several(section: SectionPlan, target: TargetMapping, desk: Desk) -> tuple[Relation, ...]:
    """Left joins that give a row of the driving table several times, and those behind them, none of them read as it is.

    Where a column takes a value of such a table as it is, the query is meant to have its rows.
    """
    samples = SampleRows(desk.sandbox)
    read = {
        squashed(bare(ref.table))
        for row in target.columns
        if row.key or not (row.rule_resolved or row.rule).strip()
        for ref in row.sources
        if ref.table
    }
    several: list[Relation] = []
    for relation in section.relations[1:]:
        tree = parsed(relation.on.sql) if relation.on is not None else None
        named = columns_of(tree) if tree is not None else ()
        alias = relation.alias.casefold()
        own = tuple(dict.fromkeys(c.name for c in named if c.table.casefold() == alias))
        behind = {c.table.casefold() for c in named} & {r.alias.casefold() for r in several}
        is_plain = relation.join is JoinKind.LEFT and not relation.subquery and relation.inner is None
        if is_plain and own and (behind or samples.doubled(relation.table, own)):
            several.append(relation)
    if any({squashed(bare(r.table)), squashed(r.alias)} & read for r in several):
        return ()
    return tuple(several)


def value_of_further_rows(
    mapping: ColumnMapping,
    target: TargetMapping,
    relations: Sequence[Relation],
    schema: Schema,
    desk: Desk,
    rows: Sequence[ColumnMapping] = (),
) -> Resolution | None:
    """What a rule makes of the rows that another table has for a row; None where it speaks of no such table.

    Args:
        mapping: the column and its rule.
        target: whose column it is.
        relations: what the query reads, the driving table first.
        schema: the tables, and what relations of the query show.
        desk: the run's tools.
        rows: the target's rows, of which a rule may mean the same rows as one above it.
    """
    reading = _Reading(target, schema, desk, rows, lambda row: further_rows_of(row, relations, schema))
    return reading.value(mapping)


@dataclass(frozen=True)
class _Reading:
    """What rules over further rows are read with."""

    target: TargetMapping
    schema: Schema
    desk: Desk
    rows: Sequence[ColumnMapping]
    """The target's rows, of which a rule may mean the same rows as one above it."""
    belonging: Callable[[ColumnMapping], Iterable[FurtherRows]]
    """The further rows that a rule may be over, the likeliest first."""

    def value(self, mapping: ColumnMapping) -> Resolution | None:
        """What a rule makes of the first further rows it is understood over."""
        for found in self.belonging(mapping):
            told: OfRows | None = of_rows(found.rule, self._columns(found), found.keys)
            if told is not None and _SAME.search(told.head):
                told = self._as_above(told, mapping, found)
            if told is None or told.unread or _OF_NEIGHBOURS.search(told.head):
                continue
            made = self._over(mapping, found, told)
            if made is not None:
                return made
        return None

    def _columns(self, found: FurtherRows) -> tuple[ScopeColumn, ...]:
        return tuple(c for r in found.relations for c in relation_columns(r, self.schema))

    def _as_above(self, told: OfRows, mapping: ColumnMapping, found: FurtherRows) -> OfRows | None:
        """The rule over the same rows as the one above it that is over this table; None where there is none.

        ``the same with role RE`` is what the one above makes, of the rows that are told instead.
        """
        names = [row.name for row in self.rows]
        above = self.rows[: names.index(mapping.name)] if mapping.name in names else ()
        for row in reversed(above):
            for other in self.belonging(row):
                if other.table != found.table:
                    continue
                same = of_rows(other.rule, self._columns(other), other.keys)
                if same.unread:
                    return None
                instead = _SAME_BUT.match(told.head)
                if instead is not None:
                    head, changed = _LIMITS.subn(f" {instead['limits']}", same.head)
                    return (
                        replace(same, head=head, default=told.default or same.default)
                        if changed == 1
                        else None
                    )
                conditions = tuple(dict.fromkeys((*same.conditions, *told.conditions)))
                return replace(told, head=_SAME.sub("the ", told.head), conditions=conditions)
        return None

    def _over(self, mapping: ColumnMapping, found: FurtherRows, told: OfRows) -> Resolution | None:
        """The value as a query of its own, with a remark that says over which rows."""
        inside = [ref for ref in mapping.sources if any(_is_of(ref, r, self.schema) for r in found.relations)]
        got, more = self._made(replace(mapping, sources=tuple(inside)), found, told)
        if got is None:
            return None
        where = " and ".join((found.link, *told.conditions, *more))
        sql = f"(select {got.expression.sql} from {_from(found)} where {where})"
        if told.default and not got.expression.sql.startswith("count("):
            sql = f"coalesce({sql}, {told.default})"
        place = f"{self.target.name}.{mapping.name}"
        message = say("draft.over_further_rows", place=place, table=found.table, condition=where)
        finding = Finding("D48", Severity.WARNING, message, mapping.cell, self.target.name, mapping.name)
        findings = (*got.expression.findings, finding)
        return replace(got, expression=replace(got.expression, sql=sql, findings=findings))

    def _made(
        self, mapping: ColumnMapping, found: FurtherRows, told: OfRows
    ) -> tuple[Resolution | None, tuple[str, ...]]:
        """What the rule makes of the rows, and SQL of which of them count by its head.

        A list that it tells; what compilers know; a value of one row or a sum; at last what a language model proposes.
        """
        named = [ref.column for ref in mapping.sources]
        columns = self._columns(found)
        listed = list_of_all(told.head, named, columns, told.stands_in)
        if listed is not None or told.stands_in:
            return (_resolution(listed.sql), listed.conditions) if listed is not None else (None, ())
        value = value_meant(told.head, named, columns)
        one = value_of_one(told.head, value, columns) if value is not None else None
        if one is not None and one.conditions:
            return _resolution(one.sql), one.conditions
        own = replace(
            mapping, sources=tuple(r for r in mapping.sources if _is_of(r, found.relations[0], self.schema))
        )
        plain = replace(self.desk, generator=None)
        for head in (told.head, *([f"number of {told.head}"] if _DIFFERENT.match(told.head) else [])):
            got = self._resolved(_OWNERS.sub("", head), own, found, plain)
            if got is not None:
                return got, ()
        if one is not None:
            return _resolution(one.sql), one.conditions
        added = sum_of_all(told.head, value) if value is not None else ""
        if added:
            return _resolution(added), ()
        return (self._resolved(told.head, own, found, self.desk) if self.desk.generator else None), ()

    def _resolved(
        self, rule: str, mapping: ColumnMapping, found: FurtherRows, desk: Desk
    ) -> Resolution | None:
        """What is made of a rule over all rows of the other table; None where it is no value of several rows."""
        own = replace(mapping, rule=rule, rule_resolved=rule, source_tables=(found.table,), join="", note="")
        alone = replace(self.target, columns=(own,), steps=())
        keys = tuple(Condition("", key, Origin.PATTERN) for key in found.keys)
        section = SectionPlan("", found.relations, group_by=keys)
        plan = Plan(self.target.name, (section,))
        got = resolve_in(plan, section, alone, own.name, self.schema, desk, likely=True)
        tree = parsed(got.expression.sql) if got.expression.origin is not Origin.UNRESOLVED else None
        return got if tree is not None and aggregates(tree) else None


def _resolution(sql: str) -> Resolution:
    return Resolution(Expression(sql, Origin.PATTERN, "further rows"))


def _from(found: FurtherRows) -> str:
    first, *others = (f"{quoted(r.table)} as {quoted(r.alias)}" for r in found.relations)
    ons = (r.on.sql if r.on is not None else "true" for r in found.relations[1:])
    return " ".join((first, *(f"join {name} on {on}" for name, on in zip(others, ons, strict=True))))


def _is_of(ref: SourceRef, table: Relation, schema: Schema) -> bool:
    """Whether a source cell names a column of the table."""
    names = {c.column.name.casefold() for c in relation_columns(table, schema)}
    return bare(ref.column).casefold() in names and (
        not ref.table or bare(ref.table).casefold() in (table.table.casefold(), bare(table.table).casefold())
    )
