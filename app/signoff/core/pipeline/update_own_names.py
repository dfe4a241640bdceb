"""Columns of an update over names that the file makes up, or is to get: over its result, or beside its relations."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from signoff.core.domain.plan import Plan
from signoff.core.domain.spec import SourceRef
from signoff.core.errors import SignoffError
from signoff.core.merge.lineage import existing_columns
from signoff.core.merge.other_ending import value_alone, value_instead_of_none, with_last_default
from signoff.core.merge.own_beside import with_own_beside, written_beside
from signoff.core.merge.own_counts import by_own_count
from signoff.core.merge.own_outputs import NewOutput, made_otherwise, own_section, written_out
from signoff.core.merge.sqlparts import columns_of, parsed
from signoff.core.merge.work import InnerItem
from signoff.core.pipeline.desk import Desk
from signoff.core.pipeline.new_output_types import type_at_output
from signoff.core.pipeline.resolving_in_part import resolve_in
from signoff.core.pipeline.typing_existing import section_with_types
from signoff.core.pipeline.update_asked import CERTAIN, MISREAD, Asked, UpdatedColumn, draft_column

_AS_BEFORE = re.compile(
    r"^\s*(?:(?:as|like)\s+(?:before|today|now|is|currently|so\s+far|until\s+now|it\s+is(?:\s+(?:now|today))?)|unchanged"
    r"|(?:the\s+)?same(?:\s+(?:rule|logic|value))?(?:\s+as\s+(?:before|today|now))?"
    r"|(?:the\s+)?(?:existing|current|old|present|previous)\s+(?:logic|rule|value|expression|derivation|calculation|mapping))"
    r"\s*[,;:]?\s*(?:but|except|only|and|then|plus|additionally|now|however)\b\s*(?:that\s+)?(?P<rest>\S.*)$",
    re.IGNORECASE | re.DOTALL,
)
_WORD = re.compile(r"\w+")


def as_before(asked: Asked, desk: Desk) -> UpdatedColumn | None:
    """What a rule does with the value that the file has already: "as before, but 'direct' if there is none"."""
    mapping = asked.mapping
    said = _AS_BEFORE.match(mapping.rule_resolved or mapping.rule)
    if said is None:
        return None
    own = replace(
        mapping, sources=(SourceRef("", mapping.name),), rule=said["rest"], rule_resolved=said["rest"]
    )
    target = replace(asked.target, columns=(own,))
    return over_result(replace(asked, mapping=own, target=target), desk)


def other_ending(asked: Asked, desk: Desk) -> UpdatedColumn | None:
    """The value that the file has already, with another one where that is none."""
    mapping = asked.mapping
    name = mapping.was or mapping.name
    alone = mapping if mapping.sources else replace(mapping, sources=(SourceRef("", name),))
    value = value_instead_of_none(mapping) or value_alone(alone)
    shown = {o.name.casefold() for o in existing_columns(asked.existing, asked.schema)}
    if not value or name.casefold() not in shown:
        return None
    said = f"{value} if empty"
    own = replace(asked.mapping, sources=(SourceRef("", name),), rule=said, rule_resolved=said, note="")
    return over_result(replace(asked, mapping=own, target=replace(asked.target, columns=(own,))), desk)


def beside_own(asked: Asked, desk: Desk) -> UpdatedColumn | None:
    """At the output, over its relations and over columns that its own list works out or is to get."""
    if len(asked.plan.sections) != 1:
        return None
    own, texts = with_own_beside(asked.existing, asked.plan.sections[0], asked.schema, _outputs(asked, desk))
    words = {word.casefold() for word in _WORD.findall(asked.mapping.rule_resolved or asked.mapping.rule)}
    if not words & texts.keys() - {asked.mapping.name.casefold()}:
        return None
    section = section_with_types(own, asked.existing, desk)
    plan = Plan(asked.target.name, (section,))
    got = resolve_in(plan, section, asked.target, asked.mapping.name, asked.schema, desk)
    misread = any(f.code in MISREAD for f in got.expression.findings)
    sql = written_beside(got.expression.sql, texts) if got.expression.origin in CERTAIN else ""
    if misread or not sql:
        return None
    expression = replace(got.expression, sql=sql)
    return UpdatedColumn(
        draft_column(asked, (expression,)), (sql,), _inner_of_new(asked, words), got.questions
    )


def _inner_of_new(asked: Asked, words: set[str]) -> tuple[InnerItem, ...]:
    """What CTEs work out for the new columns that a rule names."""
    named = [each for each in _new(asked) if each.column.name.casefold() in words]
    return tuple(dict.fromkeys(item for each in named for item in each.inside))


def _outputs(asked: Asked, desk: Desk) -> list[NewOutput]:
    """New columns that can be written at the output, with their types."""
    return [
        NewOutput(
            each.column.name,
            each.column.type or type_at_output(each.said[0], asked.plan, each.inside, asked.schema, desk),
            each.said,
        )
        for each in _new(asked)
    ]


def over_named(asked: Asked, desk: Desk) -> UpdatedColumn | None:
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
    return over_result(replace(asked, mapping=alone, target=replace(asked.target, columns=(alone,))), desk)


def over_counts(asked: Asked, desk: Desk) -> UpdatedColumn | None:
    """Over a column that counts what the rule says there are so many of."""
    shown = {o.name.casefold() for o in existing_columns(asked.existing, asked.schema)}
    own = by_own_count(asked.mapping, asked.rows, shown)
    if own is None:
        return None
    alone = replace(own, sources=(), section="")
    return over_result(replace(asked, mapping=alone, target=replace(asked.target, columns=(alone,))), desk)


def _new(asked: Asked) -> list[UpdatedColumn]:
    """New columns that can be written at the output."""
    names = {o.name.casefold() for o in existing_columns(asked.existing, asked.schema)}
    return [
        each
        for each in asked.before
        if each.is_resolved and all(each.said) and each.column.name.casefold() not in names
    ]


def over_result(asked: Asked, desk: Desk, *, likely: bool = False) -> UpdatedColumn | None:
    """Over columns that the file shows already; they are written out, since a list can't name its own columns.

    Args:
        asked: the column.
        desk: the run's tools.
        likely: follow what the rule most likely means.
    """
    new = _outputs(asked, desk)
    try:
        own = own_section(asked.existing, asked.schema, new)
        section = section_with_types(own, asked.existing, desk)
    except SignoffError:
        return None
    plan = Plan(asked.target.name, (section,))
    got = resolve_in(plan, section, asked.target, asked.mapping.name, asked.schema, desk, likely=likely)
    if got.expression.origin not in CERTAIN or any(f.code in MISREAD for f in got.expression.findings):
        return None
    texts = tuple(
        with_last_default(
            written_out(asked.existing, place, got.expression.sql, asked.schema, _at(new, number))
        )
        for number, place in enumerate(asked.existing.parts)
    )
    if not all(texts):
        return None
    expressions = [replace(got.expression, sql=text) for text in texts]
    tree = parsed(got.expression.sql)
    used = {c.name.casefold() for c in columns_of(tree)} if tree is not None else set()
    read = [each for each in _new(asked) if each.column.name.casefold() in used]
    inside = dict.fromkeys(item for each in read for item in each.inside)
    return UpdatedColumn(draft_column(asked, expressions), texts, tuple(inside), got.questions)


def _at(new: Sequence[NewOutput], number: int) -> list[tuple[str, str]]:
    """Names and texts of new columns in one part."""
    return [(each.name, each.texts[number if len(each.texts) > 1 else 0]) for each in new]
