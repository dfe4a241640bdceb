"""What a new version of a document would do to what was decided; worked out before anything changes."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from signoff.core.domain.delta import TargetDelta


class Outcome(StrEnum):
    """What becomes of one target when the new version is taken."""

    NEW = "new"
    GONE = "gone"
    """No longer in the document; what was decided stays in the record."""
    NOT_DRAFTED = "not drafted yet"
    STAYS_SIGNED = "stays signed"
    REOPENS = "reopens"
    """Signed, and to be signed again."""
    STAYS_OPEN = "stays in review"


@dataclass(frozen=True)
class Delivered:
    """An export that a target is part of."""

    folder: str
    at: str
    """ISO 8601, UTC."""


@dataclass(frozen=True)
class Contradiction:
    """An answer that was given to a rule which the new version words otherwise."""

    target: str
    column: str
    question: str
    """What was asked."""
    answer: str
    """What was said, in words."""
    by: str
    old_rule: str
    new_rule: str
    sql: str = ""
    """Expression that the answer selected; empty when it was given in words."""


@dataclass(frozen=True)
class TargetEffect:
    """What becomes of one target."""

    target: str
    """Its name in the project; the new version's where the project has none."""
    outcome: Outcome
    delta: TargetDelta
    look_again: tuple[str, ...] = ()
    """Columns, or `ROWS`, whose decision no longer holds."""
    to_decide: tuple[str, ...] = ()
    """Columns that are new."""
    kept: int = 0
    """Decisions that still hold."""
    because: tuple[str, ...] = ()
    """Sentences: why it reopens."""
    delivered: tuple[Delivered, ...] = ()
    contradictions: tuple[Contradiction, ...] = ()
    held_elsewhere: str = ""
    """Another document of the project that holds a table of this name; empty when none does."""


@dataclass(frozen=True)
class Preview:
    """What a new version would do, table by table."""

    old: str
    """Name of the version the project has; empty when another document is added beside it."""
    new: str
    effects: tuple[TargetEffect, ...]

    def of(self, outcome: Outcome) -> tuple[TargetEffect, ...]:
        """The targets that come out so."""
        return tuple(each for each in self.effects if each.outcome is outcome)

    @property
    def contradictions(self) -> tuple[Contradiction, ...]:
        """Every answer that a new rule contradicts."""
        return tuple(each for effect in self.effects for each in effect.contradictions)

    @property
    def reopens(self) -> bool:
        """Whether anything decided would have to be looked at again."""
        return any(e.outcome is Outcome.REOPENS or e.look_again or e.contradictions for e in self.effects)
