"""A file of existing SQL beside what its mapping says of its rows."""

from __future__ import annotations

from dataclasses import dataclass

from signoff.core.domain.plan import Plan
from signoff.core.domain.spec import Schema, TargetMapping
from signoff.core.merge.conditions import Resolve
from signoff.core.merge.existing import ExistingSql


@dataclass(frozen=True)
class RowFile:
    """One file, and all that its conditions are read with."""

    existing: ExistingSql
    target: TargetMapping
    plan: Plan
    """As `plan_update` gave it."""
    schema: Schema
    certain: Resolve
    """As for `plan_target`, of condition texts that are understood wholly."""
