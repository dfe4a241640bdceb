"""What the samples tell of a rule's source columns, for prompts whose template has a place for it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from signoff.core.domain.expressions import ScopeColumn
from signoff.core.domain.masking import MaskedRule
from signoff.core.errors import SignoffError
from signoff.core.mask.masking import Masked
from signoff.core.pipeline.desk import Desk
from signoff.core.prompt.build import wants_hints
from signoff.core.verify.hints import hint_of
from signoff.core.verify.profile import ColumnProfile, TableProfile, profile


def with_hints(masked: Masked, desk: Desk) -> MaskedRule:
    """The masked rule with a hint on each source column; without any where its template has no place for them."""
    if not wants_hints(masked.rule, desk.templates):
        return masked.rule
    hints = _hints(masked.columns, desk)
    columns = tuple(
        replace(column, hint=hints.get(column.alias, "")) if column.is_source else column
        for column in masked.rule.columns
    )
    return replace(masked.rule, columns=columns)


def column_profile(table: str, name: str, desk: Desk) -> ColumnProfile | None:
    """What the samples hold of a column; None where they lack it."""
    found = _profile_of(table, desk)
    wanted = name.casefold()
    return next((c for c in found.columns if c.name.casefold() == wanted), None) if found else None


def _hints(columns: Sequence[tuple[str, ScopeColumn]], desk: Desk) -> dict[str, str]:
    profiles = {alias: column_profile(c.table, c.column.name, desk) for alias, c in columns if c.is_source}
    return {alias: hint_of(found) for alias, found in profiles.items() if found is not None}


def _profile_of(table: str, desk: Desk) -> TableProfile | None:
    key = table.casefold()
    if key not in desk.profiles:
        try:
            desk.profiles[key] = profile(table, desk.sandbox, cancel=desk.cancel)
        except SignoffError:
            return None
    return desk.profiles[key]
