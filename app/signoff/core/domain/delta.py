"""What differs between two versions of a mapping document, target column by target column."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from signoff.core.domain.cells import Cell


class ChangeKind(StrEnum):
    """What happened to one column mapping."""

    ADDED = "added"
    REMOVED = "removed"
    RENAMED = "renamed"
    RULE = "rule changed"
    SOURCE = "source changed"
    TYPE = "type changed"
    """Type, key, required or default."""
    EXAMPLE = "example changed"
    COMMENT = "only comment changed"
    """Description, note or mark, and nothing else."""
    MOVED = "moved"
    """Its row stands elsewhere among the rows of its target."""


HARMLESS = frozenset({ChangeKind.COMMENT, ChangeKind.MOVED})
"""Changes that no decision and no sign-off is bound to."""


class TableChange(StrEnum):
    """What happened to one target."""

    ADDED = "added"
    REMOVED = "removed"
    RENAMED = "renamed"
    CHANGED = "changed"
    HARMLESS = "only comments or places changed"
    SAME = "same"


@dataclass(frozen=True)
class FieldChange:
    """One field that reads otherwise."""

    field: str
    """Name of the field for a person, such as ``rule`` or ``type``."""
    old: str
    """Empty where there was nothing."""
    new: str


@dataclass(frozen=True)
class ColumnDelta:
    """One target column that is not as it was."""

    column: str
    """Its name in the new version; in the old one where it is removed."""
    kinds: tuple[ChangeKind, ...]
    fields: tuple[FieldChange, ...] = ()
    was: str = ""
    """Its name before, where it is renamed."""
    section: str = ""
    evidence: tuple[str, ...] = ()
    """Sentences: why it counts as renamed; what marks, change log or colours say of it."""
    old_cell: Cell | None = None
    new_cell: Cell | None = None

    @property
    def is_harmless(self) -> bool:
        """Whether no decision is bound to what changed."""
        return HARMLESS.issuperset(self.kinds)


@dataclass(frozen=True)
class TargetDelta:
    """One target of either version; `columns` holds only those that are not as they were."""

    target: str
    """Its name in the new version; in the old one where it is removed."""
    change: TableChange
    columns: tuple[ColumnDelta, ...] = ()
    rows: tuple[FieldChange, ...] = ()
    """Query steps and SQL in the document that differ."""
    was: str = ""
    """Its name before, where it is renamed."""
    evidence: tuple[str, ...] = ()
    """Sentences: why it counts as renamed."""
    sheets: tuple[str, str] = ("", "")
    """Sheet it stood on before, and now; equal where it did not move."""

    def of_kind(self, kind: ChangeKind) -> tuple[ColumnDelta, ...]:
        """The columns to which that happened."""
        return tuple(each for each in self.columns if kind in each.kinds)


@dataclass(frozen=True)
class Delta:
    """Two versions of one document held against each other."""

    old: str
    """File name of the old version."""
    new: str
    targets: tuple[TargetDelta, ...] = field(default_factory=tuple)
    """In the new version's order, removed ones last."""

    @property
    def is_empty(self) -> bool:
        """Whether nothing differs that a decision could be bound to."""
        return all(each.change in (TableChange.SAME, TableChange.HARMLESS) for each in self.targets)

    def target(self, name: str) -> TargetDelta | None:
        """The target of that name in the new version, or in the old one; ignores case."""
        wanted = name.casefold()
        return next((t for t in self.targets if wanted in (t.target.casefold(), t.was.casefold())), None)
