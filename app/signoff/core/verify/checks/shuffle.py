"""Check ``shuffle``: the same rows come out when every table is read in the opposite order.

What differs hangs on an order nobody fixed: the latest row among ties, a row number, the order in a list. A
column that differs between two equal runs takes the time or chance and is left aside.
"""

from __future__ import annotations

from signoff.core.domain.checks import Check, CheckState
from signoff.core.domain.sentences import say
from signoff.core.engines.sql.sandbox import Job
from signoff.core.verify.declared import TargetColumn
from signoff.core.verify.trial import Trial

CODE = "shuffle"
_ROUNDED = ("DOUBLE", "FLOAT")
"""Types whose sums differ in the last digits when added in another order."""


def check_shuffle(trial: Trial) -> tuple[Check, ...]:
    """One check, which names the columns that hang on the order."""
    steady = _steady_columns(trial)
    if steady is None:
        return (Check(CODE, CheckState.SKIPPED, say("check.shuffle_not_compared")),)
    statement = trial.select(_fingerprints(steady))
    forward, backward = (
        o.result for o in trial.ask([Job("run", statement, 1, way) for way in (False, True)])
    )
    if forward is None or backward is None:
        return (Check(CODE, CheckState.SKIPPED, say("check.shuffle_did_not_run")),)
    if forward.rows == backward.rows:
        message = say("check.shuffle_same")
        return (Check(CODE, CheckState.PASSED, message),)
    pairs = zip(steady, forward.rows[0][2:], backward.rows[0][2:], strict=True)
    unsteady = ", ".join(column.name for column, one, other in pairs if one != other)
    message = say("check.shuffle_differs", columns=unsteady or "which values stand in one row")
    return (Check(CODE, CheckState.FAILED, message),)


def _steady_columns(trial: Trial) -> tuple[TargetColumn, ...] | None:
    """Columns that are the same in two equal runs; None when the draft does not run."""
    statement = trial.select(_fingerprints(trial.columns))
    first, second = (outcome.result for outcome in trial.ask([Job("run", statement, 1)] * 2))
    if first is None or second is None:
        return None
    pairs = zip(trial.columns, first.rows[0][2:], second.rows[0][2:], strict=True)
    return tuple(column for column, one, other in pairs if one == other)


def _fingerprints(columns: tuple[TargetColumn, ...]) -> str:
    """SQL of the number of rows, a fingerprint of all rows, and one of each column; order does not count."""
    values = [f"printf('%.9g', {c.sql})" if c.bound in _ROUNDED else c.sql for c in columns]
    row = f"hash({', '.join(values)})" if values else "0"
    return ", ".join(["count(*)", *(_sum(each) for each in (row, *(f"hash({value})" for value in values)))])


def _sum(fingerprint: str) -> str:
    return f"sum(CAST({fingerprint} AS HUGEINT))"
