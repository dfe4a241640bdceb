"""A draft: the plan's relations and filters with one expression for each column, as one readable SELECT."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from signoff.core.domain.expressions import Expression, Origin, quoted
from signoff.core.domain.findings import Finding
from signoff.core.domain.plan import Condition, DraftColumn, JoinKind, Plan, Relation, SectionPlan
from signoff.core.domain.sentences import say
from signoff.core.domain.spec import Schema
from signoff.core.errors import SignoffError
from signoff.core.merge.finer_joins import findings_of_finer
from signoff.core.merge.grouping import (
    fitted_to_group,
    inferred_grouping_finding,
    with_grouping_filled,
    with_inferred_grouping,
)
from signoff.core.merge.inner_sql import JOIN_WORDS
from signoff.core.merge.lifting import lifted
from signoff.core.merge.part_groups import findings_of_parts
from signoff.core.merge.preaggregating import findings_of_sums, with_sums_before_joins
from signoff.core.merge.sqlparts import columns_of, conjunction, parsed, tidy, windows
from signoff.core.merge.whole_windows import put_together, windows_of_all

_INDENT = "    "
OF_ALL_ROWS = "all rows of the thing"
"""The method of an expression over all rows among which one is chosen, not over the chosen ones."""


def settle_plan(plan: Plan, columns: Sequence[DraftColumn]) -> tuple[Plan, tuple[DraftColumn, ...]]:
    """Plan and columns as they go into one statement: grouping completed, every expression legal in it.

    Grouping by a target column gets that column's expression; aggregates without a stated grouping are
    grouped by the other columns, with a finding; what is neither grouped nor aggregated is wrapped (see
    `grouping`). Settling twice changes nothing.
    """
    _check_shape(plan, columns)
    sections: list[SectionPlan] = []
    findings: list[Finding] = []
    fitted: list[list[Expression]] = [[] for _ in columns]
    for place, plain in enumerate(plan.sections):
        section, columns = _summed_before_joins(plain, columns, place)
        findings += findings_of_sums(plan.target, plain, section)
        filled = with_grouping_filled(section, columns, place)
        grouped = with_inferred_grouping(filled, columns, place)
        if grouped.group_by and not filled.group_by:
            findings.append(inferred_grouping_finding(plan.target, grouped))
        sections.append(grouped)
        for expressions, column in zip(fitted, columns, strict=True):
            expressions.append(fitted_to_group(column.expressions[place], grouped))
        findings += findings_of_finer(plan.target, grouped, [found[-1].sql for found in fitted])
    settled = tuple(
        replace(column, expressions=tuple(found)) for column, found in zip(columns, fitted, strict=True)
    )
    findings += findings_of_parts(plan, settled)
    new = tuple(f for f in findings if f not in plan.findings)
    return replace(plan, sections=tuple(sections), findings=(*plan.findings, *new)), settled


def _summed_before_joins(
    section: SectionPlan, columns: Sequence[DraftColumn], place: int
) -> tuple[SectionPlan, tuple[DraftColumn, ...]]:
    """The section with what its grouped relations compute, and the columns as they use it."""
    found = with_sums_before_joins(section, [c.expressions[place].sql for c in columns])
    found, outside = lifted(found, [(c.name, c.expressions[place].sql) for c in columns])
    changed = [
        replace(
            c,
            expressions=(
                *c.expressions[:place],
                replace(c.expressions[place], sql=sql),
                *c.expressions[place + 1 :],
            ),
        )
        if sql != c.expressions[place].sql
        else c
        for c, sql in zip(columns, outside, strict=True)
    ]
    return found, tuple(changed)


def assemble(plan: Plan, columns: Sequence[DraftColumn], *, schema: Schema) -> str:
    """One SELECT over the source tables by name, columns in their order, parts put together by UNION (ALL).

    Args:
        plan: The target's query.
        columns: Each with one expression for every section of the plan.
        schema: Tables the plan reads; names are written as it spells them.

    Raises:
        SignoffError: an expression is not one SQL expression, or a column has too few of them.
    """
    settled, ready = settle_plan(plan, columns)
    whole = windows_of_all(ready)
    inner = [c for c in ready if c.name not in whole]
    parts = [_select(section, inner, place, schema) for place, section in enumerate(settled.sections)]
    union = ("\n\nunion all\n\n" if plan.union_all else "\n\nunion\n\n").join(parts) + "\n"
    return put_together([c.name for c in ready], whole, union) if whole else union


def probe_frame(section: SectionPlan, schema: Schema | None = None) -> str:
    """`` FROM … WHERE …`` behind which a single expression of the section can be put: ``select x`` + frame.

    In a grouped section the expression must first pass `fitted_to_group`. Grouping by target columns whose
    expressions are not known yet is left out.
    """
    having = section.having if any(c.sql for c in section.group_by) else ()
    lines = _frame(replace(section, having=having), schema or Schema(), early=True)
    lines = lines[: next((n for n, line in enumerate(lines) if line.startswith("qualify")), len(lines))]
    return " " + " ".join(line.strip() for line in lines)


def _check_shape(plan: Plan, columns: Sequence[DraftColumn]) -> None:
    for column in columns:
        if len(column.expressions) != len(plan.sections):
            raise SignoffError(
                say(
                    "merge.expressions_missing",
                    column=column.name,
                    target=plan.target,
                    expressions=len(column.expressions),
                    sections=len(plan.sections),
                )
            )


def _select(section: SectionPlan, columns: Sequence[DraftColumn], place: int, schema: Schema) -> str:
    early = bool(section.group_by) or any(_has_window(c.expressions[place].sql) for c in columns)
    behind = _of_all_rows(section, columns, place, schema) if early and not section.group_by else {}
    items = [f"{_INDENT}{behind.get(c.name) or _value(c, place)} as {quoted(c.name)}" for c in columns]
    head = "select distinct" if section.distinct else "select"
    carried = [
        f"{_value(c, place)} as {behind[c.name].rpartition('.')[2]}" for c in columns if c.name in behind
    ]
    return "\n".join([head, ",\n".join(items), *_frame(section, schema, early, carried)])


def _of_all_rows(
    section: SectionPlan, columns: Sequence[DraftColumn], place: int, schema: Schema
) -> dict[str, str]:
    """Columns that look at all rows among which one is chosen, under the names by which the chosen row carries them."""
    own = [c for c in columns if c.expressions[place].method == OF_ALL_ROWS]
    if not own or not section.relations or not _early_filters(section):
        return {}
    driving = section.relations[0]
    table = schema.table(driving.table)
    taken = {c.name.casefold() for c in table.columns} if table is not None else set()
    names = {c.name: f"{c.name}_of_all" if c.name.casefold() in taken else c.name for c in own}
    return {name: f"{quoted(driving.alias)}.{quoted(told)}" for name, told in names.items()}


def _has_window(sql: str) -> bool:
    tree = parsed(sql) if sql else None
    return tree is not None and windows(tree)


def _value(column: DraftColumn, place: int) -> str:
    expression = column.expressions[place]
    if not expression.sql or expression.origin == Origin.UNRESOLVED:
        return f"cast(null as {column.type})" if column.type else "null"
    if parsed(expression.sql) is None:
        raise SignoffError(say("merge.no_expression", column=column.name))
    return tidy(expression.sql)


def _frame(section: SectionPlan, schema: Schema, early: bool, carried: Sequence[str] = ()) -> list[str]:
    """Lines from FROM to the end; a section that lost all its tables gives no row, not one of constants.

    With `early`, rows of the driving table that a window filter drops are gone before anything else sees
    them: window functions of columns, and groupings, must not count duplicates.
    """
    if not section.relations:
        return ["where false"] if section.left_out else []
    first = _early_filters(section) if early else ()
    lines = _driving_lines(section, first, schema, carried)
    lines += [line for relation in section.relations[1:] for line in _relation_lines(relation, schema)]
    lines += _clause("where", [c.sql for c in section.filters], "and")
    keys = list(dict.fromkeys(c.sql for c in section.group_by if c.sql))
    if keys:
        lines += [
            "group by",
            *(f"{_INDENT}{key}{',' if n < len(keys) else ''}" for n, key in enumerate(keys, 1)),
        ]
    lines += _clause("having", [c.sql for c in section.having], "and")
    lines += _clause("qualify", [c.sql for c in section.qualify if c not in first], "and")
    return lines


def _early_filters(section: SectionPlan) -> tuple[Condition, ...]:
    """Window filters that look at the driving table alone."""
    return tuple(c for c in section.qualify if _is_about(c, section.relations[0]))


def _is_about(condition: Condition, relation: Relation) -> bool:
    tree = parsed(condition.sql)
    columns = columns_of(tree) if tree is not None else ()
    return bool(columns) and all(c.table.casefold() == relation.alias.casefold() for c in columns)


def _driving_lines(
    section: SectionPlan, first: Sequence[Condition], schema: Schema, carried: Sequence[str] = ()
) -> list[str]:
    driving = section.relations[0]
    if not first:
        return _relation_lines(driving, schema)
    filters = [c.sql for c in section.filters if _is_about(c, driving)]
    shown = [f"{_INDENT}{item}," for item in ("*", *carried)]
    inner = [
        *(["select", *shown[:-1], shown[-1][:-1]] if carried else ["select *"]),
        *_relation_lines(driving, schema),
        *_clause("where", filters, "and"),
        *_clause("qualify", [c.sql for c in first], "and"),
    ]
    return ["from (", *(f"{_INDENT}{line}" for line in inner), f") as {quoted(driving.alias)}"]


def _relation_lines(relation: Relation, schema: Schema) -> list[str]:
    words = JOIN_WORDS[relation.join]
    lines = [f"{words} {_table_text(relation, schema)}"]
    if "\n" in relation.subquery:
        inside = [f"{_INDENT}{line}" for line in relation.subquery.split("\n")]
        lines = [f"{words} (", *inside, f") as {quoted(relation.alias)}"]
    if (
        relation.on is not None
        and relation.on.sql
        and relation.join not in (JoinKind.DRIVING, JoinKind.CROSS)
    ):
        lines.append(f"{_INDENT}on {tidy(relation.on.sql)}")
    return lines


def _table_text(relation: Relation, schema: Schema) -> str:
    if relation.subquery:
        return f"({relation.subquery}) as {quoted(relation.alias)}"
    table = schema.table(relation.table)
    name = table.name if table is not None else relation.table
    return quoted(name) if relation.alias == name else f"{quoted(name)} as {quoted(relation.alias)}"


def _clause(word: str, conditions: Sequence[str], link: str) -> list[str]:
    found = [tidy(c) for c in conditions if c]
    if not found:
        return []
    if len(found) == 1:
        return [f"{word} {found[0]}"]
    guarded = [conjunction([c, "true"]).removesuffix(" and true") for c in found]
    return [f"{word}", f"{_INDENT}{guarded[0]}", *(f"{_INDENT}{link} {c}" for c in guarded[1:])]
