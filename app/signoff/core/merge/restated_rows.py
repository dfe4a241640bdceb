"""Texts on rows that readers of whole sentences put into steps before anything else reads them."""

from __future__ import annotations

from dataclasses import dataclass

from signoff.core.domain.findings import Finding
from signoff.core.domain.spec import Schema, TargetMapping
from signoff.core.merge.assumed import assumed_filter
from signoff.core.merge.chosen.restating import with_told_choices
from signoff.core.merge.joined_lines.restating import with_joined_lines
from signoff.core.merge.joined_lines.roles import with_roles_told
from signoff.core.merge.outcome_rows import with_outcome_rows
from signoff.core.merge.reading_lines import with_reading_lines
from signoff.core.merge.told_lines.restating import with_told_lines


@dataclass(frozen=True)
class Restated:
    """A target with such steps."""

    target: TargetMapping
    assumed: tuple[Finding, ...] = ()
    """What a person confirms of them."""
    by_outcome: bool = False
    """Rows are told by what columns of the target come out as."""


def restated_rows(target: TargetMapping, schema: Schema) -> Restated:
    """The target with steps for choices of one row of several, joins told table by table, and own columns.

    Args:
        target: its steps, days and joins in plain words.
        schema: the tables.
    """
    target = with_told_lines(target, schema)
    told, chosen = with_told_choices(target, schema)
    outcome = with_outcome_rows(told)
    read, beside = with_reading_lines(outcome, schema)
    roles, by_role = with_roles_told(read, schema)
    joined, joins = with_joined_lines(roles, schema)
    assumed = tuple(assumed_filter(a.sql, a.cell, target.name) for a in (*chosen, *beside, *by_role, *joins))
    return Restated(joined, assumed, outcome.steps != told.steps)
