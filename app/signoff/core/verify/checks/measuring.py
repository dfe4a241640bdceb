"""Checks on single columns, all measured in one pass over the result."""

from __future__ import annotations

from typing import Protocol

from signoff.core.domain.checks import Check, CheckState
from signoff.core.domain.sentences import say
from signoff.core.verify.checks.finite import FiniteCheck
from signoff.core.verify.checks.length import LengthCheck
from signoff.core.verify.checks.precision import PrecisionCheck
from signoff.core.verify.checks.required import RequiredCheck
from signoff.core.verify.checks.types import TypeCheck
from signoff.core.verify.declared import TargetColumn
from signoff.core.verify.trial import Trial


class ColumnCheck(Protocol):
    """One kind of check on one column."""

    code: str

    def measures(self, column: TargetColumn) -> tuple[str, ...]:
        """SQL aggregates over the result that `judge` needs; none when there is nothing to check."""
        ...

    def judge(self, column: TargetColumn, numbers: tuple[int, ...]) -> Check:
        """The check, from what was measured; a number is 0 where there were no rows."""
        ...


COLUMN_CHECKS: tuple[ColumnCheck, ...] = (
    TypeCheck(),
    LengthCheck(),
    PrecisionCheck(),
    RequiredCheck(),
    FiniteCheck(),
)


def check_measured(trial: Trial) -> tuple[Check, ...]:
    """All checks on single columns, and whether the draft runs at all on the samples."""
    asked = [
        (check, column, measures)
        for column in trial.columns
        for check in COLUMN_CHECKS
        if (measures := check.measures(column))
    ]
    items = ["count(*)", *(measure for _, _, measures in asked for measure in measures)]
    outcome = trial.run_one(", ".join(items + [f"bit_xor(hash({c.sql}))" for c in trial.columns]))
    if outcome.error or outcome.result is None:
        message = say("check.does_not_run", reason=outcome.error)
        return (Check("run", CheckState.FAILED, message),)
    numbers = [0 if number is None else int(number) for number in outcome.result.rows[0][: len(items)]]
    checks = [Check("run", CheckState.PASSED, say("check.runs")), _empty(numbers[0])]
    place = 1
    for check, column, measures in asked:
        checks.append(check.judge(column, tuple(numbers[place : place + len(measures)])))
        place += len(measures)
    return tuple(checks)


def _empty(rows: int) -> Check:
    if rows:
        return Check("empty", CheckState.PASSED, say("check.gives_rows"), count=rows)
    message = say("check.gives_none")
    return Check("empty", CheckState.FAILED, message)
