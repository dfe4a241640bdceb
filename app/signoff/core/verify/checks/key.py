"""Check ``key``: the key of the target names each row once."""

from __future__ import annotations

from signoff.core.domain.checks import Check, CheckState
from signoff.core.engines.sql.sandbox import Job
from signoff.core.verify.declared import TargetColumn
from signoff.core.verify.trial import Trial

CODE = "key"


def check_key(trial: Trial) -> tuple[Check, ...]:
    """One check; skipped when the document names no key."""
    keys = [column for column in trial.columns if column.key]
    if not keys:
        message = "The document names no key, so double rows can't be told; mark it."
        return (Check(CODE, CheckState.SKIPPED, message),)
    names = " and ".join(column.name for column in keys)
    outcome = trial.ask([Job("run", _statement(trial, keys), 1)])[0]
    if outcome.error or outcome.result is None:
        return (Check(CODE, CheckState.SKIPPED, f"The key could not be counted: {outcome.error}"),)
    complete, doubled, rows = outcome.result.rows[0]
    if not complete:
        message = f"The key ({names}) is complete in no row, so double rows can't be told; see its rule."
        return (Check(CODE, CheckState.SKIPPED, message),)
    if not doubled:
        return (Check(CODE, CheckState.PASSED, f"{names} names each row once on the samples."),)
    stand = "1 key stands" if doubled == 1 else f"{doubled} keys stand"
    message = (
        f"{stand} in more than one row ({names}; {rows} rows in all); "
        "look at the joins, or keep one row of each."
    )
    return (Check(CODE, CheckState.FAILED, message, count=rows),)


def _statement(trial: Trial, keys: list[TargetColumn]) -> str:
    """Counts of complete keys, of those in several rows, and of these rows."""
    listed = ", ".join(column.sql for column in keys)
    gaps = " AND ".join(f"{column.sql} IS NOT NULL" for column in keys)
    groups = trial.select("count(*) AS n", f"WHERE {gaps} GROUP BY {listed}")
    several = "FILTER (WHERE n > 1)"
    return (
        f"SELECT count(*), count(*) {several}, CAST(coalesce(sum(n) {several}, 0) AS BIGINT) FROM ({groups})"
    )
