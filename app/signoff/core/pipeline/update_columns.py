"""The expression of a new or changed column of existing SQL: at the output, in a grouped CTE, or over the result."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from signoff.core.domain.expressions import Expression, Origin
from signoff.core.domain.findings import Finding, Severity
from signoff.core.domain.known_names import squashed
from signoff.core.domain.plan import Plan, Relation
from signoff.core.domain.sentences import say
from signoff.core.domain.spec import ColumnMapping, Schema, TargetMapping
from signoff.core.merge.bare_sums import with_source_named
from signoff.core.merge.branch_sources import sources_by_branch
from signoff.core.merge.existing import ExistingSql
from signoff.core.merge.file_names import in_names_of
from signoff.core.merge.like_columns import like_sibling
from signoff.core.merge.lineage import existing_columns, keeps_rows
from signoff.core.merge.names import bare
from signoff.core.merge.other_ending import value_alone
from signoff.core.merge.own_row import without_own_row
from signoff.core.merge.role_rules import by_role
from signoff.core.merge.sqlparts import aggregates, parsed
from signoff.core.pipeline.desk import Desk
from signoff.core.pipeline.further_rows import value_of_further_rows
from signoff.core.pipeline.further_spans import days_to_further_row
from signoff.core.pipeline.likely_values import as_likely, writes_names
from signoff.core.pipeline.places import Place
from signoff.core.pipeline.resolving_in_part import resolve_in
from signoff.core.pipeline.update_asked import Asked, UpdatedColumn, draft_column, is_misread
from signoff.core.pipeline.update_levels import in_rows, inside
from signoff.core.pipeline.update_other_words import other_words
from signoff.core.pipeline.update_own_names import (
    as_before,
    beside_own,
    other_ending,
    over_counts,
    over_named,
    over_result,
)
from signoff.core.pipeline.update_same_rows import of_own_values, over_same_rows


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
        return _updated(Asked(existing, own, mapping, plan, schema, tuple(before), target.columns), desk)
    alone = replace(target, columns=(by_branch.mapping,))
    every = target.columns
    asked = Asked(existing, alone, by_branch.mapping, plan, schema, tuple(before), every, by_branch)
    return replace(_updated(asked, desk), others=by_branch.others)


def _updated(asked: Asked, desk: Desk) -> UpdatedColumn:
    plain = replace(desk, generator=None)
    over_names = (
        of_own_values(asked, plain)
        or as_before(asked, plain)
        or other_ending(asked, plain)
        or over_named(asked, plain)
        or over_counts(asked, plain)
    )
    if over_names is not None:
        return over_names
    first = _at_output(asked, plain)
    if not first.is_resolved:
        first = (
            _in_file_names(asked, plain)
            or _in_role(asked, plain)
            or _of_own_row(asked, plain)
            or _with_value_alone(asked, plain)
            or beside_own(asked, plain)
            or first
        )
    if first.is_resolved and not (is_misread(first) or _sums_single_rows(asked, first)):
        return first
    found = inside(asked, plain) or over_result(asked, plain)
    if found is None and not first.is_resolved:
        found = _with_source_named(asked, plain) or in_rows(asked, plain) or _like_sibling(asked)
    if found is None and not first.is_resolved:
        found = (
            over_same_rows(asked)
            or _in_other_words(asked, plain)
            or _likely(asked, plain)
            or _over_further_rows(asked, plain)
        )
    if found is not None:
        return found
    if first.is_resolved or desk.generator is None:
        return first
    asked_inside = inside(asked, desk, certain=False) if is_misread(first) else None
    return asked_inside or _over_further_rows(asked, desk) or _at_output(asked, desk)


def _in_other_words(asked: Asked, desk: Desk) -> UpdatedColumn | None:
    """As a rule that says the same without words on what was, or in words that compilers know, with a remark."""
    for own in other_words(asked):
        by_branch = replace(asked.by_branch, mapping=own) if asked.by_branch is not None else None
        target = replace(asked.target, columns=(own,))
        found = _updated(replace(asked, mapping=own, target=target, by_branch=by_branch), desk)
        if found.is_resolved and not is_misread(found):
            return _with_remarks(found, asked)
    return None


def _sums_single_rows(asked: Asked, found: UpdatedColumn) -> bool:
    """Whether it sums up rows that the output's SELECT gives one by one."""
    pairs = zip(asked.existing.parts, asked.plan.sections, found.texts, strict=False)
    return any(
        (tree := parsed(text)) is not None
        and aggregates(tree)
        and not section.group_by
        and keeps_rows(asked.existing, place)
        for place, section, text in pairs
    )


def _at_output(asked: Asked, desk: Desk) -> UpdatedColumn:
    """Over the relations of the output's own SELECT; where that fails, without those that other columns brought."""
    found = _over_relations(asked, desk)
    alone = None if found.is_resolved else _without_others(asked)
    again = _over_relations(alone, desk) if alone is not None else found
    return again if again.is_resolved else found


def _likely(asked: Asked, desk: Desk) -> UpdatedColumn | None:
    """At the output, as the rule most likely means it: with a remark that says so."""
    if any(section.group_by for section in asked.plan.sections):
        return None
    own_first = not asked.mapping.sources
    for is_own in (own_first, not own_first):
        found = over_result(asked, desk, likely=True) if is_own else _over_relations(asked, desk, likely=True)
        if found is None or not found.is_resolved or is_misread(found) or _sums_single_rows(asked, found):
            continue
        if not any(writes_names(text, (row.name for row in asked.rows)) for text in found.texts):
            return _with_remarks(found, asked)
    return None


def _with_remarks(found: UpdatedColumn, asked: Asked) -> UpdatedColumn:
    """With what is doubtful of it, which words that no value needs are not; else with a remark on its reading."""
    kept = tuple(
        replace(e, findings=tuple(f for f in e.findings if f.code != "D06")) for e in found.column.expressions
    )
    if not any(e.findings for e in kept):
        return _with_remark(found, asked)
    return replace(found, column=replace(found.column, expressions=kept))


def _with_remark(found: UpdatedColumn, asked: Asked) -> UpdatedColumn:
    """What is understood wholly, but only over a column that nothing but its name points to."""
    place = Place(asked.target.name, asked.mapping.name)
    remarked = tuple(as_likely(e.sql, place) for e in found.column.expressions)
    return replace(found, column=replace(found.column, expressions=remarked))


def _over_further_rows(asked: Asked, desk: Desk) -> UpdatedColumn | None:
    """At the output, over the rows that a table has for each row which the file does not read."""
    if len(asked.plan.sections) != 1 or asked.plan.sections[0].group_by:
        return None
    relations = _of_file(asked, asked.plan.sections[0].relations)
    of_rows = (asked.mapping, asked.target, relations, asked.schema, desk, asked.rows)
    got = days_to_further_row(*of_rows) or value_of_further_rows(*of_rows)
    if got is None:
        return None
    return UpdatedColumn(
        draft_column(asked, (got.expression,)), (got.expression.sql,), questions=got.questions
    )


def _of_file(asked: Asked, relations: Sequence[Relation]) -> tuple[Relation, ...]:
    """The relations that the file itself reads."""
    here = _aliases_read(asked)
    return tuple(r for r in relations if r.alias.casefold() in here)


def _aliases_read(asked: Asked) -> set[str]:
    """Aliases, case-folded, of what the SELECTs of the output read."""
    return {t.alias.casefold() for place in asked.existing.parts for t in place.select.tables}


def _without_others(asked: Asked) -> Asked | None:
    """The plan without relations that the file does not read and the row does not name; None where it has none such."""
    here = _aliases_read(asked)
    own = {squashed(bare(ref.table)) for ref in asked.mapping.sources if ref.table}
    sections = tuple(
        replace(
            section,
            relations=tuple(
                r for r in section.relations if r.alias.casefold() in here or squashed(bare(r.table)) in own
            ),
        )
        for section in asked.plan.sections
    )
    same = all(
        len(a.relations) == len(b.relations) for a, b in zip(sections, asked.plan.sections, strict=True)
    )
    return None if same else replace(asked, plan=replace(asked.plan, sections=sections))


def _over_relations(asked: Asked, desk: Desk, *, likely: bool = False) -> UpdatedColumn:
    plan, name = asked.plan, asked.mapping.name
    found = [
        resolve_in(plan, section, asked.target_in(section), name, asked.schema, desk, likely=likely)
        for section in plan.sections
    ]
    questions = tuple(dict.fromkeys(q for r in found for q in r.questions))
    expressions = tuple(r.expression for r in found)
    return UpdatedColumn(
        draft_column(asked, expressions), tuple(e.sql for e in expressions), questions=questions
    )


def _in_file_names(asked: Asked, desk: Desk) -> UpdatedColumn | None:
    """At the output, with the rule in the names under which the file brings the row's sources there."""
    sections = asked.plan.sections
    own = in_names_of(asked.mapping, sections[0]) if len(sections) == 1 else None
    if own is None:
        return None
    found = _at_output(replace(asked, mapping=own, target=replace(asked.target, columns=(own,))), desk)
    return found if found.is_resolved and not is_misread(found) else None


def _of_own_row(asked: Asked, desk: Desk) -> UpdatedColumn | None:
    """At the output, where the rule says of values only that they are of its own row."""
    shown = [o.name for o in existing_columns(asked.existing, asked.schema)]
    own = without_own_row(asked.mapping, shown)
    if own is None or any(section.group_by for section in asked.plan.sections):
        return None
    found = _at_output(replace(asked, mapping=own, target=replace(asked.target, columns=(own,))), desk)
    return found if found.is_resolved and not is_misread(found) else None


def _with_value_alone(asked: Asked, desk: Desk) -> UpdatedColumn | None:
    """At the output, as a copy with a value where it has none, where the rule says no more than that value."""
    value = value_alone(asked.mapping)
    said = f"{value} if empty"
    own = replace(asked.mapping, rule=said, rule_resolved=said)
    found = (
        _at_output(replace(asked, mapping=own, target=replace(asked.target, columns=(own,))), desk)
        if value
        else None
    )
    return found if found is not None and found.is_resolved and not is_misread(found) else None


def _in_role(asked: Asked, desk: Desk) -> UpdatedColumn | None:
    """At the output, as a copy from the relation that the rule names by its role."""
    sections = asked.plan.sections
    own = by_role(asked.mapping, sections[0]) if len(sections) == 1 else None
    if own is None:
        return None
    found = _at_output(replace(asked, mapping=own, target=replace(asked.target, columns=(own,))), desk)
    return found if found.is_resolved and not is_misread(found) else None


def _with_source_named(asked: Asked, desk: Desk) -> UpdatedColumn | None:
    """The value of a rule that names an aggregate alone, with the source that stands beside it."""
    own = with_source_named(asked.mapping)
    if own is None:
        return None
    by_branch = replace(asked.by_branch, mapping=own) if asked.by_branch is not None else None
    named = replace(asked, mapping=own, target=replace(asked.target, columns=(own,)), by_branch=by_branch)
    found = _at_output(named, desk)
    is_sure = found.is_resolved and not (is_misread(found) or _sums_single_rows(named, found))
    return found if is_sure else inside(named, desk)


def _like_sibling(asked: Asked) -> UpdatedColumn | None:
    """Copied from where the file copies the column of a row that says the same."""
    sql, name = like_sibling(asked.existing, asked.mapping, asked.rows, asked.schema)
    if not sql:
        return None
    message = say("update.made_like", column=asked.mapping.name, other=name, sql=sql)
    told = Finding("D256", Severity.INFO, message, asked.mapping.cell, asked.target.name, asked.mapping.name)
    expression = Expression(sql, Origin.PATTERN, "like_columns", findings=(told,))
    return UpdatedColumn(draft_column(asked, (expression,)), (sql,))
