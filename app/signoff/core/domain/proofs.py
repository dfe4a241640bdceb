"""The no-change proof of an update: for each output column, what two independent witnesses say of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from signoff.core.domain.sentences import say

PROOF_VERSION = 1
"""Raised whenever a witness is made otherwise: a proof of another version is made anew, not compared."""


class TextOnly(StrEnum):
    """What a project makes of a column that is proven by its text alone."""

    ACCEPTED = "accept"
    """A remark that somebody accepts with a reason before the sign-off."""
    SUFFICES = "suffice"
    BARS = "bar"
    """It can't be signed."""


@dataclass(frozen=True)
class ProofPolicy:
    """How a project takes proofs; a record of its own, so that a change of it stands in the audit chain."""

    text_only: TextOnly = TextOnly.ACCEPTED


class WitnessState(StrEnum):
    """What one witness found."""

    SAME = "same"
    DIFFERS = "differs"
    COULD_NOT_RUN = "could not run"
    """It has no opinion; the reason says why."""


@dataclass(frozen=True)
class Witness:
    """What one witness says of one column, or of the rows."""

    state: WitnessState
    reason: str = ""
    """A sentence: what differs, or why it could not run; empty or a count where it is the same."""

    @property
    def same(self) -> bool:
        """It found no difference."""
        return self.state is WitnessState.SAME

    @property
    def differs(self) -> bool:
        """It found a difference."""
        return self.state is WitnessState.DIFFERS


class ColumnVerdict(StrEnum):
    """What became of one output column, or of the rows."""

    IDENTICAL = "identical"
    MANDATED = "mandated"
    """Changed, and an accepted edit names it."""
    UNMANDATED = "unmandated"
    """Changed, and no accepted edit names it."""
    ADDED = "added"
    GONE = "gone"


_WORDS = {
    ColumnVerdict.IDENTICAL: "proof.verdict_identical",
    ColumnVerdict.MANDATED: "proof.verdict_mandated",
    ColumnVerdict.UNMANDATED: "proof.verdict_unmandated",
    ColumnVerdict.ADDED: "proof.verdict_added",
    ColumnVerdict.GONE: "proof.verdict_gone",
}


def verdict_words(verdict: ColumnVerdict) -> str:
    """A verdict as a person reads it."""
    return say(_WORDS[verdict])


@dataclass(frozen=True)
class ColumnProof:
    """One output column of the update."""

    column: str
    """Name in the new result; in the old one when it is gone."""
    verdict: ColumnVerdict
    by_text: Witness
    by_run: Witness
    was: str = ""
    """Its old name after a rename; empty when it kept its name."""
    edits: tuple[str, ...] = ()
    """Ids of the accepted edits that name it."""

    @property
    def without_mandate(self) -> bool:
        """Changed, added or gone, and no accepted edit names it."""
        if self.verdict in (ColumnVerdict.ADDED, ColumnVerdict.GONE):
            return not self.edits
        return self.verdict is ColumnVerdict.UNMANDATED

    @property
    def text_only(self) -> bool:
        """Identical by its text, while old and new could not be held against each other by running them."""
        return self.verdict is ColumnVerdict.IDENTICAL and not self.by_run.same


@dataclass(frozen=True)
class NoChangeProof:
    """That an update changes what was asked for, and nothing else."""

    columns: tuple[ColumnProof, ...]
    """Every column of either result: the new result's in its order, then those that are gone."""
    rows: Witness
    """By text: which rows there are, in joins, filters, grouping, unions and limits."""
    rows_by_run: Witness
    rows_verdict: ColumnVerdict
    """identical, mandated or unmandated."""
    rows_edits: tuple[str, ...] = ()
    """Ids of the accepted edits that change which rows there are."""
    old_digest: str = ""
    """SHA-256 of the old file's bytes; likewise the next."""
    new_digest: str = ""
    spec_digest: str = ""
    """SHA-256 of what the document asks of this target; empty for two files without a project."""
    samples_digest: str = ""
    """SHA-256 of the sample rows old and new ran on, made-up rows among them; empty when nothing ran."""
    dialect: str = "duckdb"
    version: int = PROOF_VERSION

    @property
    def bars_sign_off(self) -> bool:
        """A column, or the set of rows, changed and nobody asked for it."""
        return self.rows_verdict is ColumnVerdict.UNMANDATED or any(c.without_mandate for c in self.columns)

    @property
    def text_only(self) -> bool:
        """Something is proven by its text alone."""
        rows = self.rows_verdict is ColumnVerdict.IDENTICAL and not self.rows_by_run.same
        return rows or any(c.text_only for c in self.columns)

    def of(self, column: str) -> ColumnProof | None:
        """The proof of one column by its new or its old name, ignoring case."""
        wanted = column.casefold()
        named = (c for c in self.columns if c.column.casefold() == wanted)
        return next(named, next((c for c in self.columns if c.was.casefold() == wanted), None))

    def with_verdict(self, verdict: ColumnVerdict) -> tuple[ColumnProof, ...]:
        """The columns of one verdict, in order."""
        return tuple(c for c in self.columns if c.verdict is verdict)
