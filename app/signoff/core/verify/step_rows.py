"""The rows behind a number of the Rows card, each with the reason where it is known."""

from __future__ import annotations

from enum import StrEnum

from signoff.core.domain.checks import RowStep
from signoff.core.domain.sentences import say
from signoff.core.engines.sql.sandbox import Result, Sandbox
from signoff.core.errors import SignoffError
from signoff.core.progress import CancelToken


class StepNumber(StrEnum):
    """A number of a step that rows stand behind; its value is the word on the card."""

    LEFT_OUT = "left out"
    DOUBLED = "doubled"
    UNKNOWN = "unknown"


def rows_of_step(
    step: RowStep,
    sandbox: Sandbox,
    *,
    number: StepNumber = StepNumber.LEFT_OUT,
    limit: int = 200,
    cancel: CancelToken | None = None,
) -> Result:
    """The rows behind one number of a step.

    Returns:
        The rows as they come into the step. The last column says why they are left out, why it is unknown,
        or how many rows each one becomes; cards counted by an earlier version lack it.

    Raises:
        SignoffError: the step has no such rows to show, or they could not be read.
        Cancelled: `cancel` was set.
    """
    sql = statement_of(step, number)
    if not sql:
        raise SignoffError(say("rows.not_listed", kind=number.value))
    return sandbox.run(sql, limit, cancel=cancel)


def statement_of(step: RowStep, number: StepNumber) -> str:
    """The statement behind one number of a step; empty when there is none."""
    found = {
        StepNumber.LEFT_OUT: step.sql,
        StepNumber.DOUBLED: step.doubled_sql,
        StepNumber.UNKNOWN: step.unknown_sql,
    }
    return found[number]
