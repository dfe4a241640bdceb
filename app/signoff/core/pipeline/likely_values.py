"""Rules that no compiler understands wholly, as what they most likely mean: each with a remark that says so."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from signoff.core.domain.expressions import Expression, Origin, Scope
from signoff.core.domain.findings import Finding, Severity
from signoff.core.domain.plan import DraftColumn, SectionPlan
from signoff.core.domain.sentences import say
from signoff.core.domain.spec import ColumnMapping, Schema
from signoff.core.generate.patterns import compile_condition, compile_rule
from signoff.core.generate.patterns.overread import overreads
from signoff.core.generate.patterns.rest_words import plain_rest
from signoff.core.generate.patterns.restated_explained import explained
from signoff.core.generate.types import duckdb_type
from signoff.core.merge.likely.asides import without_asides
from signoff.core.merge.likely.bare_values import with_bare_values_quoted
from signoff.core.merge.likely.everyday.reading import likely_everyday
from signoff.core.merge.likely.maps import fixed_value, likely_map
from signoff.core.merge.likely.next_rows import next_row
from signoff.core.merge.likely.parts import likely_part
from signoff.core.merge.likely.placed import numbered_by, placed_by
from signoff.core.merge.likely.plainly.reading import likely_plain
from signoff.core.merge.likely.told_windows import place_in_order, running_formula
from signoff.core.merge.likely.totals import likely_total
from signoff.core.merge.likely.values.branches import likely_branches
from signoff.core.merge.likely.values.heads import fixed_of
from signoff.core.merge.likely.values.said import likely_said
from signoff.core.merge.likely.values.tools import Tools
from signoff.core.merge.likely.windows import Name, likely_window
from signoff.core.merge.scoping import relation_columns
from signoff.core.pipeline.places import Place


def likely_in(
    rule: str, mapping: ColumnMapping, scope: Scope, section: SectionPlan, schema: Schema, *, summed: bool
) -> str:
    """SQL of what a rule most likely means; empty where nothing points to it.

    Args:
        rule: the rule.
        mapping: the column it is of.
        scope: what it may use.
        section: the part of the query it stands in.
        schema: the tables.
        summed: other columns of the target sum up rows.
    """
    rule = plain_rest(rule)
    readers: tuple[Callable[[], str], ...] = (
        lambda: _total(rule, scope, section, schema, summed=summed),
        lambda: _map(rule, mapping, scope),
        lambda: _explained(rule, mapping, scope),
        lambda: likely_sentences(rule, mapping, scope),
        lambda: _without_asides(rule, mapping, scope),
        lambda: _plain(rule, mapping, scope, section, schema),
    )
    return next((made for reader in readers if (made := reader()) and not overreads(made, rule)), "")


def _plain(rule: str, mapping: ColumnMapping, scope: Scope, section: SectionPlan, schema: Schema) -> str:
    """What a rule in plain words comes to, which may call any column of the rows its sources stand in.

    A rule without a source is about the columns that it names.
    """
    about = scope.sources or scope.columns
    if scope.aggregate or not about:
        return ""
    aliases = {c.relation.casefold() for c in about}
    beside = [
        c for r in section.relations if r.alias.casefold() in aliases for c in relation_columns(r, schema)
    ]
    known = {c.sql for c in scope.columns}
    tools = tools_for(mapping, scope)
    more = tuple(c for c in beside if c.sql not in known)
    return likely_plain(rule, replace(tools, sources=about, columns=(*scope.columns, *more)))


def _map(rule: str, mapping: ColumnMapping, scope: Scope) -> str:
    if len(scope.sources) != 1 or scope.aggregate:
        return ""
    return likely_map(rule, mapping.note, scope.sources[0], scope.target_type)


def _explained(rule: str, mapping: ColumnMapping, scope: Scope) -> str:
    """SQL that stands in a rule beside words which seem only to explain it."""
    made = (compile_rule(mapping, scope, rule=each.text) for each in explained(rule, scope, mapping))
    return next((found.sql for found in made if found is not None), "")


def likely_sentences(rule: str, mapping: ColumnMapping, scope: Scope) -> str:
    """What a rule in sentences comes to: values by cases, or a value with what is said of it."""
    if scope.aggregate:
        return ""
    tools = tools_for(mapping, scope)
    made = likely_everyday(rule, tools) or likely_branches(rule, tools) or likely_said(rule, tools)
    return "" if writes_names(made, (c.column.name for c in scope.columns)) or overreads(made, rule) else made


def writes_names(sql: str, names: Iterable[str]) -> bool:
    """Whether a fixed value has the name of a column in it, which is no value anybody means.

    Args:
        sql: an expression.
        names: of columns; those without an underscore may be words of values, and those before a sign of equality
            are parameters of an address.
    """
    telling = {name.casefold() for name in names if "_" in name}
    return any(
        telling & set(re.findall(r"\w++(?!=)", text.casefold())) for text in re.findall(r"'([^']*)'", sql)
    )


def likely_for_part(
    rule: str,
    mapping: ColumnMapping,
    scope: Scope,
    part: str,
    parts: Sequence[str],
    read: Callable[[str], str],
) -> str:
    """SQL of what a rule says of one part of the target; empty where it does not tell parts apart.

    Args:
        rule: the rule.
        mapping: the column it is of.
        scope: what it may use.
        part: the name of the part.
        parts: the names of all parts.
        read: makes SQL of a rule that no compiler understands.
    """
    said = likely_part(rule, part, parts) if len(parts) > 1 else None
    if said is None or said == rule:
        return ""
    fixed = fixed_of(said, tools_for(mapping, scope))
    if fixed:
        return fixed
    if len(said.split()) == 1 and not scope.sources and scope.target_type.upper().startswith("VARCHAR"):
        return fixed_value(said, scope.target_type)
    made = compile_rule(mapping, scope, rule=said)
    return made.sql if made is not None else read(said)


def tools_for(mapping: ColumnMapping, scope: Scope) -> Tools:
    """What readers of sentences ask of the compilers."""

    def value(text: str, kind: str) -> str:
        made = compile_rule(replace(mapping, note=""), replace(scope, target_type=kind), rule=text)
        return made.sql if made is not None else ""

    def test(text: str) -> str:
        made = compile_condition(text, scope)
        return made.sql if made is not None else ""

    return Tools(
        scope.sources, scope.columns, scope.target_type, value, test, mapping.note, target=mapping.name
    )


def _without_asides(rule: str, mapping: ColumnMapping, scope: Scope) -> str:
    """What a rule comes to without words that change nothing, with the value it gives for a missing one."""
    for text, value in without_asides(rule):
        made = compile_rule(mapping, scope, rule=text)
        if made is None:
            continue
        if not value:
            return made.sql
        default = fixed_value(value, scope.target_type)
        if default:
            return f"coalesce({made.sql}, {default})"
    return ""


def _total(rule: str, scope: Scope, section: SectionPlan, schema: Schema, *, summed: bool) -> str:
    aliases = {c.relation.casefold() for c in scope.sources}
    if not aliases and section.relations and (scope.aggregate or summed):
        aliases = {section.relations[0].alias.casefold()}
    relation = next((r for r in section.relations if {r.alias.casefold()} == aliases), None)
    if relation is None:
        return ""
    is_joined = relation is not section.relations[0] and not section.group_by
    if not (scope.aggregate or is_joined or summed):
        return ""
    columns = relation_columns(relation, schema)
    return likely_total(with_bare_values_quoted(rule, columns), scope, columns)


def likely_restated(
    mapping: ColumnMapping,
    scope: Scope,
    section: SectionPlan,
    rows: Sequence[ColumnMapping],
    before: Sequence[DraftColumn],
    schema: Schema,
) -> str:
    """A rule without words that seem to explain it, or on neighbouring rows, in words that compilers know; else empty.

    Args:
        mapping: the column and its rule.
        scope: what it may use.
        section: the part of the query it stands in.
        rows: the target's rows of that part.
        before: the target's columns as resolved so far.
        schema: the tables.
    """
    rule = mapping.rule_resolved or mapping.rule
    cut = next((each.text for each in explained(rule, scope, mapping)), "")
    if cut:
        return cut
    known = {column.name.casefold() for column in before}
    own = [
        Name(row.name, duckdb_type(row.type), row.key)
        for row in rows
        if row.name != mapping.name and row.name.casefold() in known
    ]
    sources = [Name(c.column.name, c.column.type) for c in scope.sources]
    beside = [
        Name(c.column.name, c.column.type)
        for relation in section.relations[:1]
        for c in relation_columns(relation, schema)
    ]
    return (
        running_formula(rule, own)
        or place_in_order(rule, mapping.note, sources)
        or next_row(rule, own, sources, beside)
        or numbered_by(rule, mapping.note, own)
        or placed_by(rule, own, [*sources, *beside])
        or likely_window(rule, own, sources, beside)
    )


def as_likely(sql: str, place: Place) -> Expression:
    """The expression with a remark that it is only the likeliest reading of its rule."""
    message = say("draft.likely_reading", place=place)
    finding = Finding("D47", Severity.WARNING, message, None, place.target, place.column)
    return Expression(sql, Origin.PATTERN, method="the likeliest reading", findings=(finding,))
