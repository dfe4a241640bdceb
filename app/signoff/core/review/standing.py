"""How far the decisions on one target are, column by column, and what is left, riskiest first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum, StrEnum

from signoff.core.domain.dossier import Dossier, GateReason
from signoff.core.domain.expressions import Origin
from signoff.core.domain.findings import Severity
from signoff.core.domain.review import ROWS, Decision, Question, Verdict
from signoff.core.review.binding import binding_of
from signoff.core.review.gate import decision_on, holds, remarks, sign_gate, to_decide, waived_by


class ColumnState(StrEnum):
    """What one column, or the rows, waits for."""

    QUESTION = "question"
    UNRESOLVED = "unresolved"
    """No expression yet."""
    CHANGE_REQUESTED = "change requested"
    LOOK_AGAIN = "look again"
    """Approved, and changed since."""
    UNDECIDED = "undecided"
    APPROVED = "approved"
    LEFT_ALONE = "left alone"
    """Unchanged from the existing SQL and not named by the document: nothing to decide."""


class Risk(IntEnum):
    """How likely something is wrong with what waits for a decision; the highest comes first."""

    NONE = 0
    COPIED = 1
    BUILT = 2
    WRITTEN = 3
    GENERATED = 4
    DOUBTED = 5
    """A warning stands on it."""
    LOOK_AGAIN = 6
    REMARK = 7
    """A remark bars the sign-off."""
    QUESTION = 8
    UNRESOLVED = 9


@dataclass(frozen=True)
class ColumnStanding:
    """One line of the list of columns."""

    name: str
    """Column name, or `ROWS`."""
    state: ColumnState
    origin: Origin | None
    """None for the rows."""
    risk: Risk
    comments: int = 0
    remarks: int = 0
    """Remarks that bar the sign-off and are not accepted."""
    decision: Decision | None = None

    @property
    def is_left(self) -> bool:
        """Whether a person still has to do something here."""
        return self.state not in (ColumnState.APPROVED, ColumnState.LEFT_ALONE) or self.remarks > 0


class TargetState(StrEnum):
    """What one target waits for."""

    NOT_DRAFTED = "not drafted"
    REDRAFT = "draft again"
    QUESTIONS = "questions"
    IN_REVIEW = "in review"
    READY = "ready to sign"
    SIGNED = "signed"
    STALE = "look again"
    """Signed, and changed since."""


@dataclass(frozen=True)
class ReviewStanding:
    """One drafted target."""

    state: TargetState
    columns: tuple[ColumnStanding, ...]
    """The rows first, then the columns in the draft's order."""
    open_questions: tuple[Question, ...]
    bars: tuple[GateReason, ...]
    """What keeps it from being signed."""

    @property
    def decided(self) -> int:
        """Columns approved, the rows not counted."""
        return sum(c.state is ColumnState.APPROVED for c in self.columns if c.name != ROWS)

    @property
    def to_decide(self) -> int:
        """Columns that need a decision, the rows not counted."""
        return sum(c.state is not ColumnState.LEFT_ALONE for c in self.columns if c.name != ROWS)

    @property
    def left(self) -> tuple[ColumnStanding, ...]:
        """What is left, riskiest first; in the draft's order where the risk is the same."""
        return tuple(sorted((c for c in self.columns if c.is_left), key=lambda c: -c.risk))


def review_standing(dossier: Dossier, *, today: str) -> ReviewStanding:
    """How far the decisions on a target are.

    Args:
        dossier: the target as it stands.
        today: ISO date, for waivers that end.
    """
    answered = {a.question for a in dossier.answers}
    questions = tuple(q for q in dossier.questions if q.id not in answered)
    asked = {q.column.casefold() for q in questions}
    barred = [r.column.casefold() for r in remarks(dossier) if waived_by(dossier, r, today=today) is None]
    to_look_at = set(to_decide(dossier))
    names = (ROWS, *dict.fromkeys(c.name for c in dossier.draft.columns))
    columns = tuple(_column(dossier, name, to_look_at, asked, barred) for name in names)
    bars = sign_gate(dossier, today=today).reasons
    return ReviewStanding(_state(dossier, bars, questions), columns, questions, bars)


def _state(dossier: Dossier, bars: tuple[GateReason, ...], questions: tuple[Question, ...]) -> TargetState:
    if dossier.sign_off is not None:
        holds_still = not bars and dossier.sign_off.binding == binding_of(dossier)
        return TargetState.SIGNED if holds_still else TargetState.STALE
    if dossier.draft_is_older:
        return TargetState.REDRAFT
    if questions:
        return TargetState.QUESTIONS
    return TargetState.IN_REVIEW if bars else TargetState.READY


def _column(
    dossier: Dossier, name: str, to_look_at: set[str], asked: set[str], barred: list[str]
) -> ColumnStanding:
    origin = next((c.origin for c in dossier.draft.columns if c.name == name), None)
    decision = decision_on(dossier, name)
    state = _column_state(dossier, name, origin, decision, asked, name in to_look_at)
    remarked = barred.count(name.casefold()) + (barred.count("") if name == ROWS else 0)
    comments = sum(c.column.casefold() == name.casefold() for c in dossier.comments)
    risk = _risk(dossier, name, state, origin, remarked)
    return ColumnStanding(name, state, origin, risk, comments, remarked, decision)


def _column_state(
    dossier: Dossier,
    name: str,
    origin: Origin | None,
    decision: Decision | None,
    asked: set[str],
    is_decided_on: bool,
) -> ColumnState:
    if name.casefold() in asked:
        return ColumnState.QUESTION
    if origin is Origin.UNRESOLVED:
        return ColumnState.UNRESOLVED
    if not is_decided_on:
        return ColumnState.LEFT_ALONE
    if decision is None or decision.verdict is Verdict.UNDECIDED:
        return ColumnState.UNDECIDED
    if decision.verdict is Verdict.CHANGE_REQUESTED:
        return ColumnState.CHANGE_REQUESTED
    return ColumnState.APPROVED if holds(dossier, decision) else ColumnState.LOOK_AGAIN


_BY_ORIGIN = {
    Origin.DIRECT: Risk.COPIED,
    Origin.KEPT: Risk.COPIED,
    Origin.PATTERN: Risk.BUILT,
    Origin.WRITTEN: Risk.WRITTEN,
    Origin.GENERATED: Risk.GENERATED,
    Origin.UNRESOLVED: Risk.UNRESOLVED,
}


def _risk(dossier: Dossier, name: str, state: ColumnState, origin: Origin | None, remarked: int) -> Risk:
    if state is ColumnState.UNRESOLVED:
        return Risk.UNRESOLVED
    if state is ColumnState.QUESTION:
        return Risk.QUESTION
    if remarked:
        return Risk.REMARK
    if state is ColumnState.LOOK_AGAIN:
        return Risk.LOOK_AGAIN
    if state in (ColumnState.APPROVED, ColumnState.LEFT_ALONE):
        return Risk.NONE
    if any(_warnings(dossier, name)):
        return Risk.DOUBTED
    return Risk.DOUBTED if origin is None else _BY_ORIGIN[origin]


def _warnings(dossier: Dossier, name: str) -> Iterable[bool]:
    found = [*dossier.findings, *dossier.draft.findings]
    return (f.severity is not Severity.INFO and f.column.casefold() == name.casefold() for f in found)
