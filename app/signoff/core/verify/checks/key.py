"""Check ``key``: the key of the target names each row once."""

from __future__ import annotations

from signoff.core.domain.checks import Check, CheckState
from signoff.core.verify.trial import Trial, count_words

CODE = "key"


def check_key(trial: Trial) -> tuple[Check, ...]:
    """One check; skipped when the document names no key."""
    keys = [column for column in trial.columns if column.key]
    if not keys:
        message = "The document names no key, so double rows can't be told; mark it."
        return (Check(CODE, CheckState.SKIPPED, message),)
    names = " and ".join(column.name for column in keys)
    listed = ", ".join(column.sql for column in keys)
    groups = trial.select("count(*) AS n", f"GROUP BY {listed} HAVING count(*) > 1")
    outcome = trial.sandbox.run_many([f"SELECT count(*), sum(n) FROM ({groups})"], 1, trial.cancel)[0]
    if outcome.error or outcome.result is None:
        return (Check(CODE, CheckState.SKIPPED, f"The key could not be counted: {outcome.error}"),)
    doubled, rows = outcome.result.rows[0]
    if not doubled:
        return (Check(CODE, CheckState.PASSED, f"{names} names each row once on the samples."),)
    message = (
        f"{count_words(doubled, 'key', 'keys')} ({names}) stand in more than one row, {int(rows)} in all; "
        "look at the joins, or keep one row of each."
    )
    return (Check(CODE, CheckState.FAILED, message, count=int(rows)),)
