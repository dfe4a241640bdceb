"""Columns of an update that queries inside the file work out: over groups, over single rows, in several parts."""

from __future__ import annotations

from dataclasses import replace

from signoff.core.domain.expressions import Expression, Origin
from signoff.core.domain.findings import Finding, Severity
from signoff.core.domain.plan import Plan
from signoff.core.domain.review import Question
from signoff.core.domain.sentences import say
from signoff.core.domain.spec import Step, StepKind
from signoff.core.merge.existing import Place
from signoff.core.merge.filter_places import condition_over
from signoff.core.merge.flag_words import with_words_named
from signoff.core.merge.group_words import without_group
from signoff.core.merge.levels import Level, Outward, carried_out, levels_for
from signoff.core.merge.levels_behind import carried_behind
from signoff.core.merge.like_inner import like_inner
from signoff.core.merge.like_named import like_named
from signoff.core.merge.role_rules import by_role
from signoff.core.merge.row_levels import carried_plainly, row_levels
from signoff.core.merge.window_levels import in_order, names_keys
from signoff.core.merge.work import InnerItem
from signoff.core.pipeline.desk import Desk
from signoff.core.pipeline.drafting import condition_resolver
from signoff.core.pipeline.outcomes import Resolution
from signoff.core.pipeline.resolving_in_part import resolve_in
from signoff.core.pipeline.typing_existing import section_with_types
from signoff.core.pipeline.update_asked import CERTAIN, MISREAD, Asked, UpdatedColumn, draft_column


def inside(asked: Asked, desk: Desk, *, certain: bool = True) -> UpdatedColumn | None:
    """Worked out in a grouped CTE of every part; None where one has none that will do.

    Without `certain` the likeliest CTE alone is tried, and what the language model proposes counts.
    """
    expressions: list[Expression] = []
    texts: list[str] = []
    inside: list[InnerItem] = []
    questions: list[Question] = []
    by_star: list[str] = []
    at: Place | None = None
    for place in asked.existing.parts:
        found = _in_level(asked, place, desk, certain=certain)
        if found is None:
            return None
        resolution, outward = found
        texts.append(outward.sql)
        by_star.append(outward.by_star)
        at = outward.at if len(asked.existing.parts) == 1 else None
        if outward.at is not at:
            return None
        expressions.append(resolution.expression)
        inside += [item for item in outward.inside if item not in inside]
        questions += resolution.questions
    return UpdatedColumn(
        *(draft_column(asked, expressions), tuple(texts), tuple(inside), tuple(questions)),
        by_star=tuple(by_star),
        at=at,
    )


def _in_level(asked: Asked, place: Place, desk: Desk, *, certain: bool) -> tuple[Resolution, Outward] | None:
    levels = levels_for(asked.existing, place, asked.mapping, asked.schema)
    rule = asked.mapping.rule_resolved or asked.mapping.rule
    for level in levels if certain else levels[:1]:
        if level.shared is not None and not (level.shared.merges or names_keys(rule, level.section)):
            continue
        section = section_with_types(level.section, asked.existing, desk)
        plan = Plan(asked.target.name, (section,))
        got = _like_named(asked, level, desk)
        got = got or resolve_in(plan, section, asked.target, asked.mapping.name, asked.schema, desk)
        if got.expression.origin not in CERTAIN:
            got = _of_ends(asked, level, plan, desk) or _of_group(asked, plan, desk) or got
        if got.expression.origin not in CERTAIN:
            got = _with_flags(asked, plan, desk) or _like_inner(asked, level) or got
        if got.expression.origin not in CERTAIN and (certain or got.expression.origin is Origin.UNRESOLVED):
            continue
        sql = got.expression.sql
        there = (asked.existing, place, level, asked.mapping, sql, asked.schema)
        outward = carried_out(*there) or carried_behind(*there)
        if outward is not None:
            told = _told(asked, level.cte, sql)
            shown = replace(got.expression, sql=outward.sql or sql, findings=(*got.expression.findings, told))
            return replace(got, expression=shown), outward
    return None


def in_rows(asked: Asked, desk: Desk) -> UpdatedColumn | None:
    """Worked out row by row in a CTE that joins the source tables, where the output reads nothing else."""
    existing, mapping, schema = asked.existing, asked.mapping, asked.schema
    if len(existing.parts) != 1:
        return None
    place = existing.parts[0]
    for level in row_levels(existing, place, mapping, schema):
        section = section_with_types(level.section, existing, desk)
        plan = Plan(asked.target.name, (section,))
        own = by_role(mapping, section)
        target = asked.target if own is None else replace(asked.target, columns=(own,))
        got = resolve_in(plan, section, target, mapping.name, schema, desk)
        expression = got.expression
        misread = any(f.code in MISREAD for f in expression.findings)
        if expression.origin not in CERTAIN or misread:
            continue
        outward = carried_plainly(existing, place, level, mapping.name, expression.sql, schema)
        if outward is not None:
            told = _told(asked, level.cte, expression.sql)
            sql = outward.sql or expression.sql
            shown = replace(expression, sql=sql, findings=(*expression.findings, told))
            column, texts = draft_column(asked, (shown,)), (outward.sql,)
            return UpdatedColumn(column, texts, outward.inside, got.questions, by_star=(outward.by_star,))
    return None


def _like_inner(asked: Asked, level: Level) -> Resolution | None:
    """Made in a grouped query like a column of it whose row says the same."""
    sql, name = like_inner(asked.existing, level, asked.mapping, asked.rows, asked.schema)
    if not sql:
        return None
    message = say("update.made_like", column=asked.mapping.name, other=name, sql=sql)
    told = Finding("D256", Severity.INFO, message, asked.mapping.cell, asked.target.name, asked.mapping.name)
    return Resolution(Expression(sql, Origin.PATTERN, "like_columns", findings=(told,)))


def _like_named(asked: Asked, level: Level, desk: Desk) -> Resolution | None:
    """Made like a column of a summing query that the rule itself names."""
    certain = condition_resolver(asked.target.name, replace(desk, generator=None, ledger=[]))

    def condition(text: str) -> str:
        step = Step(asked.target.name, 0, StepKind.FILTER, condition=text)
        found = condition_over(level.section.relations, step, asked.schema, certain)
        return found.sql if found is not None else ""

    sql, name = like_named(asked.existing, level, asked.mapping, asked.schema, condition)
    if not sql:
        return None
    message = say("update.made_like", column=asked.mapping.name, other=name, sql=sql)
    told = Finding("D256", Severity.INFO, message, asked.mapping.cell, asked.target.name, asked.mapping.name)
    return Resolution(Expression(sql, Origin.PATTERN, "like_named", findings=(told,)))


def _with_flags(asked: Asked, plan: Plan, desk: Desk) -> Resolution | None:
    """The value of a rule that names columns of its tables by a word alone."""
    own = with_words_named(asked.mapping, plan.sections[0], asked.schema)
    if own is None:
        return None
    target = replace(asked.target, columns=(own,))
    got = resolve_in(plan, plan.sections[0], target, own.name, asked.schema, desk)
    return got if got.expression.origin in CERTAIN else None


def _of_group(asked: Asked, plan: Plan, desk: Desk) -> Resolution | None:
    """The value of a rule that says again by what the query groups."""
    section = plan.sections[0]
    for said in without_group(asked.mapping, section):
        own = replace(asked.mapping, rule=said, rule_resolved=said)
        target = replace(asked.target, columns=(own,))
        got = resolve_in(plan, section, target, own.name, asked.schema, desk)
        if got.expression.origin in CERTAIN:
            return got
    return None


def _of_ends(asked: Asked, level: Level, plan: Plan, desk: Desk) -> Resolution | None:
    """The value of the first or last row of a group, in the order that the file itself puts them in."""
    mapping, section = asked.mapping, plan.sections[0]
    order = level.shared.order if level.shared is not None else ()
    rule = mapping.rule_resolved or mapping.rule
    said = in_order(rule, section, asked.schema, order, [s.column for s in mapping.sources])
    if not said:
        return None
    own = replace(mapping, rule=said, rule_resolved=said)
    got = resolve_in(plan, section, replace(asked.target, columns=(own,)), own.name, asked.schema, desk)
    return got if got.expression.origin in CERTAIN else None


def _told(asked: Asked, cte: str, sql: str) -> Finding:
    message = say("update.worked_out_inside", column=asked.mapping.name, query=cte, sql=sql)
    mapping = asked.mapping
    return Finding("D231", Severity.INFO, message, mapping.cell, asked.target.name, mapping.name)
