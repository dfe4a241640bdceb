"""Rules on the target's own columns as they most likely mean: what those are made of is put in their place."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from signoff.core.domain.expressions import Scope, ScopeColumn
from signoff.core.domain.known_names import squashed
from signoff.core.domain.plan import DraftColumn
from signoff.core.domain.spec import ColumnMapping
from signoff.core.merge.names import names_it, phrase
from signoff.core.pipeline.own_columns import is_made, own_column, put_in


def likely_over_own(
    rule: str,
    mapping: ColumnMapping,
    scope: Scope,
    columns: Sequence[DraftColumn],
    part: int,
    read: Callable[[str, Scope], str],
) -> str:
    """SQL of a rule on columns of the target itself; empty where it names none, or nothing reads it.

    Args:
        rule: the rule.
        mapping: the column it is of.
        scope: what it may use of the sources.
        columns: the target's columns as resolved so far.
        part: which expression of each is the section's.
        read: makes SQL of a rule over a scope.
    """
    made = {c.name.casefold(): c for c in columns if c.name != mapping.name and is_made(c, part)}
    taken = {squashed(c.column.name) for c in scope.sources}
    cells = [
        ref for ref in mapping.sources if not ref.table or squashed(ref.table) == squashed(mapping.target)
    ]
    told = [made[ref.column.casefold()] for ref in cells if ref.column.casefold() in made]
    said = phrase(rule)
    named = [c for c in made.values() if names_it(said, c.name) and squashed(c.name) not in taken]
    sources = list({c.name: c for c in (*told, *named)}.values())
    if not sources and mapping.sources:
        return ""
    first = [replace(own_column(c, mapping), is_source=True) for c in sources]
    others = [own_column(c, mapping) for c in made.values() if c not in sources]
    bodies = " ".join(c.expressions[part].sql for c in sources)
    rest = [
        replace(c, is_source=c.is_source and not told and (not named or not _is_in(c, bodies)))
        for c in scope.columns
    ]
    wide = replace(scope, columns=(*first, *rest, *others) if first else (*rest, *others), aggregate=False)
    sql = read(rule, wide)
    return put_in(sql, made, part) if sql else ""


def _is_in(column: ScopeColumn, sql: str) -> bool:
    """Whether an expression of the target's own columns is made of a source, which the rule names through it."""
    return re.search(rf"(?<![\w.]){re.escape(column.sql)}(?!\w)", sql) is not None
