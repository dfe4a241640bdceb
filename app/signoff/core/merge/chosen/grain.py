"""What a target has one row of, as columns of the table that it starts from: ``One row per pupil (school + no)``."""

from __future__ import annotations

import re
from collections.abc import Sequence

from signoff.core.domain.expressions import ScopeColumn
from signoff.core.domain.spec import StepKind, TargetMapping
from signoff.core.merge.names import words

_ONE = re.compile(
    r"^\W*(?:grain\W+)?one\s+(?:row|record|line|entry)\s+(?:per|for\s+each|for\s+every|is)\s+(?P<what>[^.;()]+?)\s*"
    r"(?:\((?P<keys>[^()]+)\))?\W*$",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"\s*(?:[,+&/]|\band\b|\bx\b)\s*", re.IGNORECASE)


def grain_of(target: TargetMapping, columns: Sequence[ScopeColumn]) -> tuple[str, ...]:
    """SQL of the columns that tell the target's rows apart; empty where a piece of what is said calls none, or several.

    Args:
        target: marks its key, or has a note on what it has one row of.
        columns: those of the table that it starts from.
    """
    keys = [column for column in target.columns if column.key]
    if keys:
        return _found([[s.column for s in key.sources] for key in keys], columns)
    sources = {s.column.casefold() for c in target.columns for s in c.sources}
    used = [c for c in columns if c.column.name.casefold() in sources]
    for step in target.steps:
        match = _ONE.match(step.condition) if step.kind is StepKind.NOTE else None
        said = [w for w in _BETWEEN.split(match["keys"] or match["what"]) if w] if match is not None else []
        called = [[c.column.name for c in used if set(words(w)) <= set(words(c.column.name))] for w in said]
        if called:
            return _found(called, columns)
    return ()


def _found(called: Sequence[Sequence[str]], columns: Sequence[ScopeColumn]) -> tuple[str, ...]:
    """The one column of each piece."""
    by_name = {c.column.name.casefold(): c.sql for c in columns}
    found = [by_name.get(names[0].casefold(), "") if len(set(names)) == 1 else "" for names in called]
    return tuple(dict.fromkeys(found)) if all(found) else ()
