"""The CASE over the branches of a rule, with what holds where none does."""

from __future__ import annotations

from dataclasses import dataclass

from signoff.core.domain.findings import Severity
from signoff.core.domain.sentences import say
from signoff.core.generate.patterns.branch_readings import Reading
from signoff.core.generate.patterns.cases import case_of
from signoff.core.generate.patterns.context import Choice, Context
from signoff.core.generate.patterns.pieces import Piece, quoted_text, unified
from signoff.core.generate.types import Family, family_of


@dataclass(frozen=True)
class Branch:
    """A condition and the value it leads to; no condition for what holds otherwise."""

    condition: str
    value: Piece
    loose: bool = False
    """Nothing stands between the code and its value, so that one alone says nothing."""
    said: bool = False
    """The clause has a word for "if"."""


def case_over(branches: list[Branch], reading: Reading, ctx: Context) -> Piece | None:
    """The CASE over the branches."""
    arms = [branch for branch in branches if branch.condition]
    if len({arm.condition for arm in arms}) < len(arms):
        return None
    said = next((branch.value for branch in branches if not branch.condition), None)
    keeps = reading.keeps and len(arms) == 1 and arms[0].value.sql == "NULL"
    promised = quoted_text(reading.otherwise) if reading.otherwise else reading.subject if keeps else None
    last = said or promised or _unsaid(arms, reading.subject, ctx)
    values = [arm.value for arm in arms] + ([last] if last else [])
    if all(value.sql == "NULL" for value in values):
        return None
    made = unified(values, ctx.target_type)
    if made is None:
        return None
    whens = " ".join(f"WHEN {arm.condition} THEN {sql}" for arm, sql in zip(arms, made[0], strict=False))
    return Piece(case_of(whens, made[0][-1]) if last else f"CASE {whens} END", made[1])


def _unsaid(arms: list[Branch], subject: Piece | None, ctx: Context) -> Piece | None:
    """What holds where no branch does and the rule does not say."""
    words = {(arm.value.literal or "").casefold() for arm in arms}
    if family_of(ctx.target_type) is Family.FLAG and words <= {"true", "y", "yes", "1"}:
        return quoted_text("false")
    fits = subject is not None and subject.family is family_of(ctx.target_type or "VARCHAR")
    if fits and subject is not None and _mends(arms, subject) != ctx.holds(Choice.UNLISTED_STAYS):
        ctx.remark("D33", say("assumed.others_keep"), Severity.WARNING)
        return subject
    ctx.remark("D33", say("assumed.others_empty"), Severity.WARNING)
    return None


def _mends(arms: list[Branch], subject: Piece) -> bool:
    """Whether the one branch there is puts right a missing or a wrong number, so that others surely stay."""
    number = subject.family is Family.NUMBER and arms[0].value.literal is not None
    return len(arms) == 1 and (number or f"{subject.sql} IS NULL" in arms[0].condition)
