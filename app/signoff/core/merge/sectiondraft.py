"""A section of a target while its lines are read."""

from __future__ import annotations

from dataclasses import dataclass, field

from signoff.core.domain.findings import Finding, Severity
from signoff.core.domain.plan import Condition, Relation, SectionPlan
from signoff.core.domain.spec import ColumnMapping, Schema, Step, TargetMapping
from signoff.core.merge.conditions import Resolve


@dataclass
class SectionDraft:
    """A section while its lines are read."""

    name: str
    target: TargetMapping
    schema: Schema
    resolve: Resolve
    relations: list[Relation] = field(default_factory=list)
    filters: list[Condition] = field(default_factory=list)
    having: list[Condition] = field(default_factory=list)
    qualify: list[Condition] = field(default_factory=list)
    group_by: list[Condition] = field(default_factory=list)
    notes: list[Condition] = field(default_factory=list)
    left_out: list[Relation] = field(default_factory=list)
    unresolved: list[Condition] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    distinct: bool = False
    elsewhere: tuple[str, ...] = ()
    within: set[str] = field(default_factory=set)
    """Tables that only relations described in SQL read, squashed: their rows come through these."""

    def report(self, code: str, message: str, step: Step, severity: Severity = Severity.ERROR) -> None:
        """Keep one finding at the step's cell."""
        self.findings.append(Finding(code, severity, message, step.cell, self.target.name))

    def plan(self) -> SectionPlan:
        """What was read, frozen."""
        return SectionPlan(
            name=self.name,
            relations=tuple(self.relations),
            filters=tuple(self.filters),
            group_by=tuple(self.group_by),
            distinct=self.distinct,
            notes=tuple(self.notes),
            having=tuple(self.having),
            qualify=tuple(self.qualify),
            left_out=tuple(self.left_out),
            unresolved=tuple(self.unresolved),
            elsewhere=self.elsewhere,
        )


def rows_of(draft: SectionDraft) -> list[ColumnMapping]:
    """The column mappings that hold for the section being read."""
    name = draft.name.casefold()
    named = {c.section.casefold() for c in draft.target.columns if c.section}
    return [
        c for c in draft.target.columns if not c.section or c.section.casefold() == name or name not in named
    ]
