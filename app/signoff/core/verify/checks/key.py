"""Check ``key``: the key of the target names each row once."""

from __future__ import annotations

from signoff.core.domain.checks import Check, CheckState
from signoff.core.domain.sentences import say
from signoff.core.engines.sql.sandbox import Job
from signoff.core.verify.declared import TargetColumn
from signoff.core.verify.trial import Trial

CODE = "key"


def check_key(trial: Trial) -> tuple[Check, ...]:
    """One check; skipped when the document names no key."""
    keys = [column for column in trial.columns if column.key]
    if not keys:
        message = say("check.no_key")
        return (Check(CODE, CheckState.SKIPPED, message),)
    names = " and ".join(column.name for column in keys)
    outcome = trial.ask([Job("run", _statement(trial, keys), 1)])[0]
    if outcome.error or outcome.result is None:
        return (Check(CODE, CheckState.SKIPPED, say("check.key_not_counted", reason=outcome.error)),)
    complete, doubled, rows = outcome.result.rows[0]
    if not complete:
        message = say("check.key_never_complete", names=names)
        return (Check(CODE, CheckState.SKIPPED, message),)
    if not doubled:
        return (Check(CODE, CheckState.PASSED, say("check.key_unique", names=names)),)
    stand = "1 key stands" if doubled == 1 else f"{doubled} keys stand"
    message = say("check.key_doubled", stand=stand, names=names, rows=rows)
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
