"""The expression of a new or changed column of existing SQL: at the output, in a grouped CTE, or over the result."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from signoff.core.domain.expressions import Expression, Origin
from signoff.core.domain.findings import Finding, Severity
from signoff.core.domain.plan import DraftColumn, Plan, SectionPlan
from signoff.core.domain.review import Question
from signoff.core.domain.sentences import say
from signoff.core.domain.spec import ColumnMapping, Schema, SourceRef, TargetMapping
from signoff.core.errors import SignoffError
from signoff.core.generate.types import duckdb_type
from signoff.core.merge.bare_sums import with_source_named
from signoff.core.merge.branch_sources import ByBranch, sources_by_branch
from signoff.core.merge.existing import ExistingSql, Place
from signoff.core.merge.file_names import in_names_of
from signoff.core.merge.group_words import without_group
from signoff.core.merge.levels import Level, Outward, carried_out, levels_for
from signoff.core.merge.levels_behind import carried_behind
from signoff.core.merge.like_columns import like_sibling
from signoff.core.merge.lineage import existing_columns, keeps_rows
from signoff.core.merge.own_outputs import NewOutput, made_otherwise, own_section, written_out
from signoff.core.merge.role_rules import by_role
from signoff.core.merge.row_levels import carried_plainly, row_levels
from signoff.core.merge.sqlparts import aggregates, columns_of, parsed
from signoff.core.merge.window_levels import in_order, names_keys
from signoff.core.merge.work import InnerItem
from signoff.core.pipeline.desk import Desk
from signoff.core.pipeline.drafting import resolve_in
from signoff.core.pipeline.new_output_types import type_at_output
from signoff.core.pipeline.outcomes import Resolution
from signoff.core.pipeline.typing_existing import section_with_types

_CERTAIN = (Origin.DIRECT, Origin.PATTERN, Origin.WRITTEN)
_AS_BEFORE = re.compile(
    r"^\s*(?:(?:as|like)\s+(?:before|today|now|is|currently|so\s+far|until\s+now|it\s+is(?:\s+(?:now|today))?)|unchanged"
    r"|(?:the\s+)?same(?:\s+(?:rule|logic|value))?(?:\s+as\s+(?:before|today|now))?"
    r"|(?:the\s+)?(?:existing|current|old|present|previous)\s+(?:logic|rule|value|expression|derivation|calculation|mapping))"
    r"\s*[,;:]?\s*(?:but|except|only|and|then|plus|additionally|now|however)\b\s*(?:that\s+)?(?P<rest>\S.*)$",
    re.IGNORECASE | re.DOTALL,
)
_WORD = re.compile(r"\w+")
_MISREAD = ("D208", "D210")
"""Findings on source cells that the output's own relations do not have as the document names them."""


@dataclass(frozen=True)
class UpdatedColumn:
    """A column that is to be added or changed."""

    column: DraftColumn
    texts: tuple[str, ...]
    """What is written at the output, for each part of the file; empty where a ``*`` shows the column."""
    inside: tuple[InnerItem, ...] = ()
    """What CTEs work out for it first."""
    questions: tuple[Question, ...] = ()
    others: tuple[tuple[str, str], ...] = ()
    """Tables and columns that stand for its source in other branches of a union."""
    by_star: tuple[str, ...] = ()
    """How the output's own list would name it, where a ``*`` shows it."""
    at: Place | None = None
    """The SELECT whose list has it, for one that is changed behind a ``*``; its text is over that."""

    @property
    def said(self) -> tuple[str, ...]:
        """What stands for it in expressions of the output's list."""
        return tuple(text or star for text, star in zip(self.texts, self.by_star or self.texts, strict=True))

    @property
    def is_resolved(self) -> bool:
        """Whether it holds more than a typed NULL."""
        return self.column.origin is not Origin.UNRESOLVED


@dataclass(frozen=True)
class _Asked:
    """One column and what is needed to resolve it."""

    existing: ExistingSql
    target: TargetMapping
    mapping: ColumnMapping
    plan: Plan
    schema: Schema
    before: tuple[UpdatedColumn, ...] = ()
    """Columns of the update that are worked out already."""
    rows: tuple[ColumnMapping, ...] = ()
    """All rows of the target."""
    by_branch: ByBranch | None = None
    """Where each branch of a union has a source of its own."""

    def target_in(self, section: SectionPlan) -> TargetMapping:
        """The target as one part of the result reads it."""
        if self.by_branch is None:
            return self.target
        return replace(self.target, columns=(self.by_branch.in_section(section),))


def updated_column(
    existing: ExistingSql,
    target: TargetMapping,
    mapping: ColumnMapping,
    plan: Plan,
    schema: Schema,
    desk: Desk,
    before: Sequence[UpdatedColumn] = (),
) -> UpdatedColumn:
    """One column of an update; `before` are those that are worked out already.

    In this order: over columns that the file itself works out, where the rule names them; over the relations of the
    output's own SELECT; inside a CTE that reads the source tables and sums them up; over columns the file shows
    already; and at last by the language model, where there is one, at the level that has the document's sources.
    """
    rows = tuple(m for m in target.columns if m.name == mapping.name)
    by_branch = sources_by_branch(existing, rows, schema)
    if by_branch is None:
        own = replace(target, columns=rows)
        return _updated(_Asked(existing, own, mapping, plan, schema, tuple(before), target.columns), desk)
    alone = replace(target, columns=(by_branch.mapping,))
    every = target.columns
    asked = _Asked(existing, alone, by_branch.mapping, plan, schema, tuple(before), every, by_branch)
    return replace(_updated(asked, desk), others=by_branch.others)


def _updated(asked: _Asked, desk: Desk) -> UpdatedColumn:
    plain = replace(desk, generator=None)
    as_before = _as_before(asked, plain) or _over_named(asked, plain)
    if as_before is not None:
        return as_before
    first = _at_output(asked, plain)
    if not first.is_resolved:
        first = _in_file_names(asked, plain) or _in_role(asked, plain) or first
    if first.is_resolved and not (_is_misread(first) or _sums_single_rows(asked, first)):
        return first
    found = _inside(asked, plain) or _over_result(asked, plain)
    if found is None and not first.is_resolved:
        found = _with_source_named(asked, plain) or _in_rows(asked, plain) or _like_sibling(asked)
    if found is not None:
        return found
    if first.is_resolved or desk.generator is None:
        return first
    asked_inside = _inside(asked, desk, certain=False) if _is_misread(first) else None
    return asked_inside or _at_output(asked, desk)


def _as_before(asked: _Asked, desk: Desk) -> UpdatedColumn | None:
    """What a rule does with the value that the file has already: "as before, but 'direct' if there is none"."""
    mapping = asked.mapping
    said = _AS_BEFORE.match(mapping.rule_resolved or mapping.rule)
    if said is None:
        return None
    own = replace(
        mapping, sources=(SourceRef("", mapping.name),), rule=said["rest"], rule_resolved=said["rest"]
    )
    target = replace(asked.target, columns=(own,))
    return _over_result(replace(asked, mapping=own, target=target), desk)


def _over_named(asked: _Asked, desk: Desk) -> UpdatedColumn | None:
    """Over columns that the file itself works out or renames, or that are new, where the rule calls them by name.

    A word that is also a source column of the row means that.
    """
    rows = asked.target.columns
    rules = {m.rule_resolved or m.rule for m in rows}
    own = made_otherwise(asked.existing, asked.schema) | {m.column.name.casefold() for m in _new(asked)}
    own -= {s.column.casefold() for m in rows for s in m.sources} | {asked.mapping.name.casefold()}
    said = {word.casefold() for word in _WORD.findall(next(iter(rules)))} if len(rules) == 1 else set()
    if not own & said:
        return None
    alone = replace(asked.mapping, sources=(), section="")
    return _over_result(replace(asked, mapping=alone, target=replace(asked.target, columns=(alone,))), desk)


def _new(asked: _Asked) -> list[UpdatedColumn]:
    """New columns that can be written at the output."""
    names = {o.name.casefold() for o in existing_columns(asked.existing, asked.schema)}
    return [
        each
        for each in asked.before
        if each.is_resolved and all(each.said) and each.column.name.casefold() not in names
    ]


def _is_misread(found: UpdatedColumn) -> bool:
    return any(f.code in _MISREAD for e in found.column.expressions for f in e.findings)


def _sums_single_rows(asked: _Asked, found: UpdatedColumn) -> bool:
    """Whether it sums up rows that the output's SELECT gives one by one."""
    pairs = zip(asked.existing.parts, asked.plan.sections, found.texts, strict=False)
    return any(
        (tree := parsed(text)) is not None
        and aggregates(tree)
        and not section.group_by
        and keeps_rows(asked.existing, place)
        for place, section, text in pairs
    )


def _at_output(asked: _Asked, desk: Desk) -> UpdatedColumn:
    sections = asked.plan.sections
    found = [
        resolve_in(asked.plan, section, asked.target_in(section), asked.mapping.name, asked.schema, desk)
        for section in sections
    ]
    questions = tuple(dict.fromkeys(q for r in found for q in r.questions))
    expressions = tuple(r.expression for r in found)
    return UpdatedColumn(_column(asked, expressions), tuple(e.sql for e in expressions), questions=questions)


def _in_file_names(asked: _Asked, desk: Desk) -> UpdatedColumn | None:
    """At the output, with the rule in the names under which the file brings the row's sources there."""
    sections = asked.plan.sections
    own = in_names_of(asked.mapping, sections[0]) if len(sections) == 1 else None
    if own is None:
        return None
    found = _at_output(replace(asked, mapping=own, target=replace(asked.target, columns=(own,))), desk)
    return found if found.is_resolved and not _is_misread(found) else None


def _in_role(asked: _Asked, desk: Desk) -> UpdatedColumn | None:
    """At the output, as a copy from the relation that the rule names by its role."""
    sections = asked.plan.sections
    own = by_role(asked.mapping, sections[0]) if len(sections) == 1 else None
    if own is None:
        return None
    found = _at_output(replace(asked, mapping=own, target=replace(asked.target, columns=(own,))), desk)
    return found if found.is_resolved and not _is_misread(found) else None


def _column(asked: _Asked, expressions: Sequence[Expression]) -> DraftColumn:
    mapping = asked.mapping
    return DraftColumn(mapping.name, duckdb_type(mapping.type), tuple(expressions), mapping.cell)


def _inside(asked: _Asked, desk: Desk, *, certain: bool = True) -> UpdatedColumn | None:
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
        *(_column(asked, expressions), tuple(texts), tuple(inside), tuple(questions)),
        by_star=tuple(by_star),
        at=at,
    )


def _in_level(asked: _Asked, place: Place, desk: Desk, *, certain: bool) -> tuple[Resolution, Outward] | None:
    levels = levels_for(asked.existing, place, asked.mapping, asked.schema)
    rule = asked.mapping.rule_resolved or asked.mapping.rule
    for level in levels if certain else levels[:1]:
        if level.shared is not None and not (level.shared.merges or names_keys(rule, level.section)):
            continue
        section = section_with_types(level.section, asked.existing, desk)
        plan = Plan(asked.target.name, (section,))
        got = resolve_in(plan, section, asked.target, asked.mapping.name, asked.schema, desk)
        if got.expression.origin not in _CERTAIN:
            got = _of_ends(asked, level, plan, desk) or _of_group(asked, plan, desk) or got
        if got.expression.origin not in _CERTAIN and (certain or got.expression.origin is Origin.UNRESOLVED):
            continue
        sql = got.expression.sql
        there = (asked.existing, place, level, asked.mapping, sql, asked.schema)
        outward = carried_out(*there) or carried_behind(*there)
        if outward is not None:
            told = _told(asked, level.cte, sql)
            shown = replace(got.expression, sql=outward.sql or sql, findings=(*got.expression.findings, told))
            return replace(got, expression=shown), outward
    return None


def _with_source_named(asked: _Asked, desk: Desk) -> UpdatedColumn | None:
    """The value of a rule that names an aggregate alone, with the source that stands beside it."""
    own = with_source_named(asked.mapping)
    if own is None:
        return None
    by_branch = replace(asked.by_branch, mapping=own) if asked.by_branch is not None else None
    named = replace(asked, mapping=own, target=replace(asked.target, columns=(own,)), by_branch=by_branch)
    found = _at_output(named, desk)
    is_sure = found.is_resolved and not (_is_misread(found) or _sums_single_rows(named, found))
    return found if is_sure else _inside(named, desk)


def _in_rows(asked: _Asked, desk: Desk) -> UpdatedColumn | None:
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
        misread = any(f.code in _MISREAD for f in expression.findings)
        if expression.origin not in _CERTAIN or misread:
            continue
        outward = carried_plainly(existing, place, level, mapping.name, expression.sql, schema)
        if outward is not None:
            told = _told(asked, level.cte, expression.sql)
            sql = outward.sql or expression.sql
            shown = replace(expression, sql=sql, findings=(*expression.findings, told))
            column, texts = _column(asked, (shown,)), (outward.sql,)
            return UpdatedColumn(column, texts, outward.inside, got.questions, by_star=(outward.by_star,))
    return None


def _like_sibling(asked: _Asked) -> UpdatedColumn | None:
    """Copied from where the file copies the column of a row that says the same."""
    sql, name = like_sibling(asked.existing, asked.mapping, asked.rows, asked.schema)
    if not sql:
        return None
    message = say("update.made_like", column=asked.mapping.name, other=name, sql=sql)
    told = Finding("D256", Severity.INFO, message, asked.mapping.cell, asked.target.name, asked.mapping.name)
    expression = Expression(sql, Origin.PATTERN, "like_columns", findings=(told,))
    return UpdatedColumn(_column(asked, (expression,)), (sql,))


def _of_group(asked: _Asked, plan: Plan, desk: Desk) -> Resolution | None:
    """The value of a rule that says again by what the query groups."""
    section = plan.sections[0]
    for said in without_group(asked.mapping, section):
        own = replace(asked.mapping, rule=said, rule_resolved=said)
        target = replace(asked.target, columns=(own,))
        got = resolve_in(plan, section, target, own.name, asked.schema, desk)
        if got.expression.origin in _CERTAIN:
            return got
    return None


def _of_ends(asked: _Asked, level: Level, plan: Plan, desk: Desk) -> Resolution | None:
    """The value of the first or last row of a group, in the order that the file itself puts them in."""
    mapping, section = asked.mapping, plan.sections[0]
    order = level.shared.order if level.shared is not None else ()
    rule = mapping.rule_resolved or mapping.rule
    said = in_order(rule, section, asked.schema, order, [s.column for s in mapping.sources])
    if not said:
        return None
    own = replace(mapping, rule=said, rule_resolved=said)
    got = resolve_in(plan, section, replace(asked.target, columns=(own,)), own.name, asked.schema, desk)
    return got if got.expression.origin in _CERTAIN else None


def _told(asked: _Asked, cte: str, sql: str) -> Finding:
    message = say("update.worked_out_inside", column=asked.mapping.name, query=cte, sql=sql)
    mapping = asked.mapping
    return Finding("D231", Severity.INFO, message, mapping.cell, asked.target.name, mapping.name)


def _over_result(asked: _Asked, desk: Desk) -> UpdatedColumn | None:
    """Over columns that the file shows already; they are written out, since a list can't name its own columns."""
    new = [
        NewOutput(
            each.column.name,
            each.column.type or type_at_output(each.said[0], asked.plan, each.inside, asked.schema, desk),
            each.said,
        )
        for each in _new(asked)
    ]
    try:
        own = own_section(asked.existing, asked.schema, new)
        section = section_with_types(own, asked.existing, desk)
    except SignoffError:
        return None
    plan = Plan(asked.target.name, (section,))
    got = resolve_in(plan, section, asked.target, asked.mapping.name, asked.schema, desk)
    if got.expression.origin not in _CERTAIN or any(f.code in _MISREAD for f in got.expression.findings):
        return None
    texts = tuple(
        written_out(asked.existing, place, got.expression.sql, asked.schema, _at(new, number))
        for number, place in enumerate(asked.existing.parts)
    )
    if not all(texts):
        return None
    expressions = [replace(got.expression, sql=text) for text in texts]
    tree = parsed(got.expression.sql)
    used = {c.name.casefold() for c in columns_of(tree)} if tree is not None else set()
    read = [each for each in _new(asked) if each.column.name.casefold() in used]
    inside = dict.fromkeys(item for each in read for item in each.inside)
    return UpdatedColumn(_column(asked, expressions), texts, tuple(inside), got.questions)


def _at(new: Sequence[NewOutput], number: int) -> list[tuple[str, str]]:
    """Names and texts of new columns in one part."""
    return [(each.name, each.texts[number if len(each.texts) > 1 else 0]) for each in new]
