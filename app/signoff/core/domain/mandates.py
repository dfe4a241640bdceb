"""What a mapping document asks of each column of existing SQL, and where it says so."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from signoff.core.domain.cells import Cell
from signoff.core.domain.spec import TargetMapping


class MandateState(StrEnum):
    """What is to become of one column."""

    NEW = "new"
    CHANGED = "changed"
    RENAMED = "renamed"
    REMOVED = "removed"
    UNCHANGED = "unchanged"


class MarkKind(StrEnum):
    """Where a document says that a row is new, changed or removed."""

    STATE = "state"
    """A status, change or version cell of the row."""
    NOTE = "note"
    """A comment or description on the row."""
    RULE = "rule"
    """The rule's own text."""
    HEADING = "heading"
    """A heading between the rows, or the sheet's name."""
    COLOUR = "colour"
    """The colour of the row, which the legend explains."""
    LOG = "log"
    """A line of the change log."""
    VERSION = "version"
    """The version of the document that the existing SQL was made from, which says something else or the same."""


@dataclass(frozen=True)
class Mark:
    """One place of the document that says what is to become of a row."""

    state: MandateState
    kind: MarkKind
    text: str
    """As written; of two versions, a sentence on what differs."""
    cell: Cell | None = None
    was: str = ""
    """Of two versions: the name that a renamed column had."""
    is_rewritten: bool = False
    """Of two versions: a renamed column's value is made otherwise too."""


@dataclass(frozen=True)
class Mandate:
    """What is to become of one column, and why."""

    column: str
    """Its name in the document; in the file where the document does not name it."""
    state: MandateState
    why: str
    """A sentence for a person."""
    cell: Cell | None = None
    """Where the document says so."""
    was: str = ""
    """Its name in the file, where it is renamed."""
    is_told: bool = True
    """False where no mark says so, only what the file and the document hold."""
    by_version: bool = False
    """The version of the document that the existing SQL was made from says so."""


Marks = Mapping[tuple[str, str], Sequence[Mark]]
"""Marks by target and column, both case-folded; the weightiest first."""


@dataclass(frozen=True)
class Since:
    """One target as the version of the document has it that its existing SQL was made from."""

    document: str
    """File name of that version."""
    target: TargetMapping
    alone: bool = False
    """Only what differs from that version is asked for, whatever else the document marks or the file lacks."""
