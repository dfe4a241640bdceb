"""Try single expressions on the samples, cheaply, before they stand in a statement."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlglot import exp

from signoff.core.engines.sql.sandbox import Job, Outcome, Sandbox
from signoff.core.engines.sqltext import SqlTextError, parse_expression
from signoff.core.progress import CancelToken


@dataclass(frozen=True)
class ProbeOutcome:
    """What came of one expression on the samples."""

    sql: str
    type: str = ""
    """DuckDB type of its values; empty when it does not bind."""
    error: str = ""
    """Why it does not bind or run, in one sentence without values; empty when it does."""
    rows: int = 0
    """Rows it was run on."""
    nulls: int = 0
    """Rows on which it gives no value."""
    not_finite: int = 0
    """Rows on which it gives ``inf`` or ``nan``."""
    unsteady: bool = False
    """Its values are others when the tables are read in the opposite order."""

    @property
    def gives_nothing(self) -> bool:
        """Whether there are rows and it gives no value on any: nobody means such a reading beside one that does."""
        return 0 < self.rows == self.nulls


def check_expressions(
    frame_sql: str, expressions: Sequence[str], sandbox: Sandbox, *, cancel: CancelToken | None = None
) -> tuple[ProbeOutcome, ...]:
    """Bind each expression by itself in front of a frame, and run it on every sample row.

    Args:
        frame_sql: what follows the SELECT list: FROM, WHERE, GROUP BY.
        expressions: DuckDB SQL; an expression that aggregates needs a grouped frame.
        sandbox: holds the samples.
        cancel: stops between expressions and inside one.
    """
    unreadable = {sql: reason for sql in expressions if (reason := _unreadable(sql))}
    readable = [sql for sql in dict.fromkeys(expressions) if sql not in unreadable]
    jobs = {sql: _jobs(sql, frame_sql) for sql in readable}
    answers = iter(sandbox.ask([job for each in jobs.values() for job in each], cancel))
    found = {sql: _outcome(sql, *(next(answers) for _job in each)) for sql, each in jobs.items()}
    found |= {sql: ProbeOutcome(sql, error=reason) for sql, reason in unreadable.items()}
    return tuple(found[sql] for sql in expressions)


def _unreadable(sql: str) -> str:
    try:
        parse_expression(sql)
    except SqlTextError as error:
        return str(error)
    return ""


_STEADY = "coalesce(printf('%.9g', TRY_CAST(CAST(v AS VARCHAR) AS DOUBLE)), CAST(v AS VARCHAR))"
"""A value as text; the last digits of a sum hang on the order it is added in, and are left aside."""


def _jobs(sql: str, frame_sql: str) -> tuple[Job, ...]:
    """One job tells the type, one computes every value, since DuckDB skips what nobody reads.

    Where values can hang on the order of rows, a third computes them with the tables read in the opposite order.
    """
    values = f"SELECT (\n{sql}\n) AS v\n{frame_sql}"
    odd = "count(*) FILTER (WHERE CAST(v AS VARCHAR) IN ('nan', 'inf', '-inf'))"
    print_ = f"sum(CAST(hash({_STEADY}) AS HUGEINT))"
    tally = f"SELECT count(*), count(*) FILTER (WHERE v IS NULL), {odd}, {print_} FROM (\n{values}\n)"
    jobs = (Job("bind", values), Job("run", tally, limit=1))
    may_hang = parse_expression(sql).find(exp.AggFunc, exp.Window) is not None
    return (*jobs, Job("run", tally, limit=1, backward=True)) if may_hang else jobs


def _outcome(sql: str, bound: Outcome, run: Outcome, backward: Outcome | None = None) -> ProbeOutcome:
    if bound.error or not bound.columns:
        return ProbeOutcome(sql, error=bound.error)
    kind = bound.columns[0][1]
    if run.error or run.result is None:
        return ProbeOutcome(sql, kind, run.error)
    rows, nulls, odd, _ = run.result.rows[0]
    unsteady = (
        backward is not None and backward.result is not None and backward.result.rows != run.result.rows
    )
    return ProbeOutcome(sql, kind, "", rows, nulls, odd if kind in ("DOUBLE", "FLOAT") else 0, unsteady)
