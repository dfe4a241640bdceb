"""Rules about columns of the target itself: ``debit minus credit``, ``seconds between started_at and ended_at``.

A rule without source cells, or a spreadsheet formula that names none of them, is read over columns drafted before it,
and what they are made of is put in their place. Only what a compiler understands wholly counts.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sqlglot import exp

from signoff.core.domain.expressions import Expression, Origin, Scope, ScopeColumn
from signoff.core.domain.plan import DraftColumn
from signoff.core.domain.spec import ColumnMapping, SourceColumn
from signoff.core.generate.patterns import compile_rule
from signoff.core.merge.names import names_it, phrase
from signoff.core.merge.sqlparts import columns_of, parsed, rendered, windows
from signoff.core.pipeline.desk import Desk
from signoff.core.pipeline.places import Place

_OWN = "this_row"
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
    text = phrase(rule)
    if not rule.strip() or (mapping.sources and not _is_formula_of_own(rule, mapping)):
        return None
    own = {c.name.casefold(): c for c in columns if names_it(text, c.name) and _is_made(c, part)}
    if not own:
        return None
    seen = [
        ScopeColumn(_OWN, mapping.target, SourceColumn(c.name, c.type), named_only=True) for c in own.values()
    ]
    others = tuple(c for c in scope.columns if c.column.name.casefold() not in own)
    for wider in ((), others):
        read = replace(scope, columns=(*seen, *wider), spoken=(), aggregate=bool(wider) and scope.aggregate)
        found = compile_rule(replace(mapping, sources=()), read, rule=rule)
        sql = _put_in(found.sql, own, part) if found is not None else ""
        if found is not None and sql and not place.probe([sql], desk)[0].error:
            return replace(found, sql=sql, origin=Origin.PATTERN, alternatives=())
    return None


def _is_formula_of_own(rule: str, mapping: ColumnMapping) -> bool:
    """Whether a rule is a spreadsheet formula over other things than the row's source cells."""
    text = phrase(rule)
    return rule.lstrip().startswith("=") and not any(names_it(text, ref.column) for ref in mapping.sources)


def _is_made(column: DraftColumn, part: int) -> bool:
    return column.expressions[part].origin is not Origin.UNRESOLVED and bool(column.expressions[part].sql)


def _put_in(sql: str, own: dict[str, DraftColumn], part: int) -> str:
    """The expression with what the target's columns are made of; empty where that cannot stand there."""
    tree = parsed(sql)
    if tree is None:
        return ""
    copy = exp.Paren(this=tree.copy())
    used = False
    for column in list(columns_of(copy)):
        if column.table.casefold() != _OWN:
            continue
        made = parsed(own[column.name.casefold()].expressions[part].sql)
        if made is None or (windows(made) and column.find_ancestor(exp.Window) is not None):
            return ""
        used = True
        simple = isinstance(made, (exp.Column, exp.Literal, exp.Func)) and not isinstance(made, exp.Case)
        column.replace(made.copy() if simple else exp.Paren(this=made.copy()))
    return rendered(copy.this) if used else ""
