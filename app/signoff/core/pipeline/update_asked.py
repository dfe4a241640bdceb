"""A new or changed column of existing SQL, and what is needed to work it out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from signoff.core.domain.expressions import Expression, Origin
from signoff.core.domain.plan import DraftColumn, Plan, SectionPlan
from signoff.core.domain.review import Question
from signoff.core.domain.spec import ColumnMapping, Schema, TargetMapping
from signoff.core.generate.types import duckdb_type
from signoff.core.merge.branch_sources import ByBranch
from signoff.core.merge.existing import ExistingSql, Place
from signoff.core.merge.work import InnerItem

CERTAIN = (Origin.DIRECT, Origin.PATTERN, Origin.WRITTEN)
MISREAD = ("D208", "D210")
"""Findings on source cells that the output's own relations do not have as the document names them."""


@dataclass(frozen=True)
class UpdatedColumn:
    """A column that is to be added or changed."""

    column: DraftColumn
    texts: tuple[str, ...]
    """What is written at the output, for each part of the file; empty where a ``*`` shows the column."""
    inside: tuple[InnerItem, ...] = ()
    """What CTEs work out for it first."""
    questions: tuple[Question, ...] = ()
    others: tuple[tuple[str, str], ...] = ()
    """Tables and columns that stand for its source in other branches of a union."""
    by_star: tuple[str, ...] = ()
    """How the output's own list would name it, where a ``*`` shows it."""
    at: Place | None = None
    """The SELECT whose list has it, for one that is changed behind a ``*``; its text is over that."""

    @property
    def said(self) -> tuple[str, ...]:
        """What stands for it in expressions of the output's list."""
        return tuple(text or star for text, star in zip(self.texts, self.by_star or self.texts, strict=True))

    @property
    def is_resolved(self) -> bool:
        """Whether it holds more than a typed NULL."""
        return self.column.origin is not Origin.UNRESOLVED


@dataclass(frozen=True)
class Asked:
    """One column and what is needed to resolve it."""

    existing: ExistingSql
    target: TargetMapping
    mapping: ColumnMapping
    plan: Plan
    schema: Schema
    before: tuple[UpdatedColumn, ...] = ()
    """Columns of the update that are worked out already."""
    rows: tuple[ColumnMapping, ...] = ()
    """All rows of the target."""
    by_branch: ByBranch | None = None
    """Where each branch of a union has a source of its own."""

    def target_in(self, section: SectionPlan) -> TargetMapping:
        """The target as one part of the result reads it."""
        if self.by_branch is None:
            return self.target
        return replace(self.target, columns=(self.by_branch.in_section(section),))


def draft_column(asked: Asked, expressions: Sequence[Expression]) -> DraftColumn:
    """The column with these expressions, one for each part of the file."""
    mapping = asked.mapping
    return DraftColumn(mapping.name, duckdb_type(mapping.type), tuple(expressions), mapping.cell)


def is_misread(found: UpdatedColumn) -> bool:
    """Whether the relations at hand do not have its source cells as the document names them."""
    return any(f.code in MISREAD for e in found.column.expressions for f in e.findings)
