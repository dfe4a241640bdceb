"""All that is known of one target when people decide on it, and whether it may ship."""

from __future__ import annotations

from dataclasses import dataclass, field

from signoff.core.domain.checks import Verification
from signoff.core.domain.findings import Finding
from signoff.core.domain.plan import Draft, HeldExample
from signoff.core.domain.proofs import NoChangeProof, TextOnly
from signoff.core.domain.review import Answer, Comment, Decision, Question, SignOff, Waiver
from signoff.core.domain.spec import CodeList, Schema, TargetMapping


@dataclass(frozen=True)
class Upstream:
    """Another target that this one reads, and the sign-off it has at present."""

    target: str
    binding: str = ""
    """Binding of its sign-off; empty when it is not signed, or its sign-off no longer holds."""


@dataclass(frozen=True)
class Dossier:
    """One target as it stands: what was read, drafted, checked, asked and said."""

    mapping: TargetMapping
    draft: Draft
    dialect: str
    """sqlglot's name of the warehouse's SQL."""
    text: str
    """The exact text for that dialect: what is shown, bound and written, with plain table names."""
    verification: Verification | None = None
    sources: Schema = field(default_factory=Schema)
    """The tables the draft reads, and no others."""
    questions: tuple[Question, ...] = ()
    """What is asked at present, answered or not."""
    asked: tuple[Question, ...] = ()
    """Every question about this target that has an answer, asked at present or not."""
    answers: tuple[Answer, ...] = ()
    file_rules: tuple[tuple[str, str], ...] = ()
    code_lists: tuple[CodeList, ...] = ()
    """The document's lists that the target's rules or steps name and that were not read into them."""
    decisions: tuple[Decision, ...] = ()
    """The latest on each column, and on the rows."""
    comments: tuple[Comment, ...] = ()
    findings: tuple[Finding, ...] = ()
    waivers: tuple[Waiver, ...] = ()
    sign_off: SignOff | None = None
    upstream: tuple[Upstream, ...] = ()
    made_up: frozenset[str] = frozenset()
    """Case-folded names of the source tables whose sample rows are made up."""
    taken_back: tuple[HeldExample, ...] = ()
    """Rules of the project that helped to draft this, and that nobody stands for any more."""
    draft_is_older: bool = False
    """Something was answered or written since the draft was made, or the document changed."""
    document_is_newer: bool = False
    """The document says otherwise of this target than when the draft was made."""
    level_is_other: bool = False
    """The language model was asked while something else was hidden from it than is now."""
    text_only: TextOnly = TextOnly.ACCEPTED
    """What the project makes of columns that are proven by their text alone."""

    @property
    def target(self) -> str:
        """Name of the target."""
        return self.mapping.name

    @property
    def proof(self) -> NoChangeProof | None:
        """The no-change proof of an update; None for an initial load."""
        return self.draft.proof


@dataclass(frozen=True)
class GateReason:
    """One thing that keeps a gate shut."""

    code: str
    """undecided, look again, question, remark, check, proof, unresolved, redraft, unsigned, stale, or upstream."""
    message: str
    """One sentence for a person."""
    column: str = ""


@dataclass(frozen=True)
class GateResult:
    """Whether a target may be signed, or exported."""

    target: str
    reasons: tuple[GateReason, ...] = ()

    @property
    def open(self) -> bool:
        """Nothing keeps it shut."""
        return not self.reasons
