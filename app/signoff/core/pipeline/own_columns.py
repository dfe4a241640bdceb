"""Rules about columns of the target itself: ``debit minus credit``, ``seconds between started_at and ended_at``.

A rule that names columns of the target is read over those drafted before it, and what they are made of is put in
their place. A name that is one of the row's source cells too means the source. Only what a compiler understands wholly
counts.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from sqlglot import exp

from signoff.core.domain.expressions import Expression, Origin, Scope, ScopeColumn
from signoff.core.domain.known_names import squashed
from signoff.core.domain.plan import DraftColumn
from signoff.core.domain.spec import ColumnMapping, SourceColumn, TargetMapping
from signoff.core.generate.patterns import compile_rule
from signoff.core.generate.patterns.P70_counted_classes import counts_named
from signoff.core.merge.names import names_it, phrase, words
from signoff.core.merge.sqlparts import columns_of, parsed, rendered, windows
from signoff.core.pipeline.cleaned_names import with_cleaned_named
from signoff.core.pipeline.desk import Desk
from signoff.core.pipeline.likely_values import as_likely
from signoff.core.pipeline.places import Place

_TOLD = re.compile(
    r"\b(?:use|uses|using|take|takes|refers? to|means?|based on)\s+(?:the\s+)?(?:target(?:'s)?\s+|"
    r"own\s+)?(?:columns?|fields?)\s+"
    r"(?P<names>[^.;()]+?)\s+(?:from\s+)?(?:above|of (?:this|the target) table|of the target)\b",
    re.IGNORECASE,
)
"""A comment that says that columns of the target are meant: use the column interest_part above."""
OWN = "this_row"
"""Relation that the target's own columns stand in while a rule is read."""


def over_own_columns(
    mapping: ColumnMapping, scope: Scope, place: Place, columns: Sequence[DraftColumn], part: int, desk: Desk
) -> Expression | None:
    """The expression of a rule about columns of the target; None where it is about others, or does not run.

    Args:
        mapping: The column and its rule.
        scope: What it may use of the sources.
        place: Where it stands.
        columns: The target's columns as resolved so far.
        part: Which expression of each is the section's.
        desk: The run's tools.
    """
    rule = mapping.rule_resolved or mapping.rule
    rule, cleaned = with_cleaned_named(
        rule, [c for c in columns if c.name != mapping.name and is_made(c, part)]
    )
    told = _told_own(mapping, columns, part) | {c.name.casefold(): c for c in cleaned}
    own = told | _named_own(rule, mapping, columns, part)
    if (led := _LED.match(rule)) is not None:
        told = {c.name.casefold(): c for c in columns if _is_led(led, c.name) and is_made(c, part)}
        own, rule = told, led["rest"].strip()
    if not own or (not told and mapping.sources and compile_rule(mapping, scope, rule=rule) is not None):
        return None
    unnamed = {name for name, c in told.items() if not names_it(phrase(rule), c.name)}
    seen = [replace(own_column(c, mapping), is_source=name in unnamed) for name, c in own.items()]
    others = tuple(c for c in scope.columns if c.column.name.casefold() not in own)
    wide = [(), others, _single(others, place), _unmarked(_single(others, place))]
    ways = [(wider, rule) for wider in wide]
    moved = _with_sources_named(rule, scope, own)
    if moved != rule and not scope.aggregate:
        ways.append((wide[-1], moved))
    for wider, text in dict.fromkeys(ways):
        read = replace(scope, columns=(*seen, *wider), spoken=(), aggregate=bool(wider) and scope.aggregate)
        found = compile_rule(replace(mapping, sources=()), read, rule=text)
        sql = put_in(found.sql, own, part) if found is not None else ""
        if found is not None and sql and place.works(sql, desk):
            if led is not None and any(_is_likely(c, part) for c in own.values()):
                return as_likely(sql, place)
            return replace(found, sql=sql, origin=Origin.PATTERN, alternatives=())
    return None


def _with_sources_named(rule: str, scope: Scope, own: Mapping[str, DraftColumn]) -> str:
    """The rule with the source column's name for that of a column of the target which holds its values as they are."""
    for name, column in scope.spoken:
        if name.casefold() not in own:
            rule = re.sub(
                rf"(?<![\w.]){re.escape(name)}(?![\w.])", column.column.name, rule, flags=re.IGNORECASE
            )
    return rule


def _is_likely(column: DraftColumn, part: int) -> bool:
    """Whether a column is only the likeliest reading of its rule, and what is made of it no surer."""
    return any(f.code == "D47" for f in column.expressions[part].findings)


_LED = re.compile(
    r"^\s*(?:from|of|by|over|using|based\s+on|depending\s+on)\s+(?:the\s+)?(?:target(?:'s)?|our(?:\s+own)?)\s+"
    r"(?:column\s+|field\s+)?(?P<name>\w+(?:\s\w+){0,2})\s*[:,]\s*(?P<rest>.+)$",
    re.IGNORECASE | re.DOTALL,
)
"""Says of which column of the target the rest of a rule is: ``from target state: open -> 1``."""


def is_led_by_own(mapping: ColumnMapping) -> bool:
    """Whether a rule says that it is of another column of the target, which no source column may stand for."""
    return _LED.match(mapping.rule_resolved or mapping.rule) is not None


def _is_led(led: re.Match[str], name: str) -> bool:
    return squashed(led["name"]) == squashed(name)


def own_column(column: DraftColumn, mapping: ColumnMapping) -> ScopeColumn:
    """A column of the target as one that a rule may name."""
    return ScopeColumn(OWN, mapping.target, SourceColumn(column.name, column.type), named_only=True)


def after_what_they_name(target: TargetMapping, names: Sequence[str]) -> tuple[str, ...]:
    """The target's column names in the document's order, but each behind those that its rules name.

    Args:
        target: The column mappings.
        names: The columns in the document's order, each once.
    """
    told = {name: phrase(name) for name in names if len(words(name)) > 1}
    named = {name: _named_in(target, name, told) for name in names}
    ordered: dict[str, None] = {}

    def place(name: str, above: frozenset[str]) -> None:
        for other in named[name]:
            if other not in ordered and other not in above:
                place(other, above | {other})
        ordered[name] = None

    for name in names:
        if name not in ordered:
            place(name, frozenset({name}))
    return tuple(ordered)


def named_by(target: TargetMapping, names: Sequence[str], every: Sequence[str]) -> set[str]:
    """These columns with those that their rules name, and those that theirs name.

    Args:
        target: The column mappings.
        names: The columns to begin with.
        every: All columns of the target.
    """
    told = {name: phrase(name) for name in every if len(words(name)) > 1}
    found, waiting = set[str](), list(names)
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting += _named_in(target, name, told)
    return found


def _named_in(target: TargetMapping, name: str, told: Mapping[str, str]) -> list[str]:
    """Which other columns the rules of a column name, where no source cell of theirs has that name.

    Args:
        target: The column mappings.
        name: The column whose rules are read.
        told: The columns looked for, each with its words as a `phrase`.
    """
    rows = [m for m in target.columns if m.name == name]
    text = phrase(" ".join(m.rule_resolved or m.rule for m in rows))
    sources = {ref.column.casefold() for m in rows for ref in m.sources}
    return [o for o, said in told.items() if o != name and said in text and o.casefold() not in sources]


def _named_own(
    rule: str, mapping: ColumnMapping, columns: Sequence[DraftColumn], part: int
) -> dict[str, DraftColumn]:
    """The target's columns that a rule names, by their names.

    Beside source cells a name counts only if none of them has it, and if no everyday word is the same.
    """
    text = phrase(rule)
    sources = {ref.column.casefold() for ref in mapping.sources}
    own = {c.name.casefold(): c for c in columns if names_it(text, c.name) and is_made(c, part)}
    if not own and not mapping.sources:
        made = [c for c in columns if is_made(c, part)]
        told = counts_named(rule, [own_column(c, mapping) for c in made])
        return {c.name.casefold(): c for c in made if any(each.column.name == c.name for each in told)}
    return {
        name: column
        for name, column in own.items()
        if not sources or (name not in sources and len(words(name)) > 1) or rule.lstrip().startswith("=")
    }


def _told_own(mapping: ColumnMapping, columns: Sequence[DraftColumn], part: int) -> dict[str, DraftColumn]:
    """The target's columns that a comment tells to use, which its rule names, though a source may be called alike."""
    told = _TOLD.search(mapping.note)
    rule = phrase(mapping.rule_resolved or mapping.rule)
    if told is None:
        return {}
    named = phrase(told["names"])
    own = [c for c in columns if names_it(named, c.name) and c.name != mapping.name and is_made(c, part)]
    said = [c for c in own if names_it(rule, c.name)]
    return {c.name.casefold(): c for c in said or (own if not mapping.sources else ())}


def _single(columns: tuple[ScopeColumn, ...], place: Place) -> tuple[ScopeColumn, ...]:
    """Those that have one value a row: not the ones of relations that are put together before they are joined."""
    inside = place.inside
    return tuple(c for c in columns if c.relation.casefold() not in inside)


def _unmarked(columns: tuple[ScopeColumn, ...]) -> tuple[ScopeColumn, ...]:
    """Columns that a rule may do without: source cells often list what the target's own columns are made of."""
    return tuple(replace(c, is_source=False, named_only=True) for c in columns)


def is_made(column: DraftColumn, part: int) -> bool:
    """Whether a column has an expression in that part."""
    return column.expressions[part].origin is not Origin.UNRESOLVED and bool(column.expressions[part].sql)


def put_in(sql: str, own: dict[str, DraftColumn], part: int) -> str:
    """The expression with what the target's columns are made of; empty where that cannot stand there."""
    tree = parsed(sql)
    if tree is None:
        return ""
    copy = exp.Paren(this=tree.copy())
    used = False
    for column in list(columns_of(copy)):
        if column.table.casefold() != OWN:
            continue
        made = parsed(own[column.name.casefold()].expressions[part].sql)
        if made is None or (windows(made) and column.find_ancestor(exp.Window) is not None):
            return ""
        used = True
        simple = isinstance(made, (exp.Column, exp.Literal, exp.Func)) and not isinstance(made, exp.Case)
        column.replace(made.copy() if simple else exp.Paren(this=made.copy()))
    return rendered(copy.this) if used else ""
