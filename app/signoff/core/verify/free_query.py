"""Rows of a statement over the samples, through the same gates as a draft: of ours, or one a person wrote."""

from __future__ import annotations

from signoff.core.domain.policies import require_free_select
from signoff.core.domain.sentences import say
from signoff.core.engines.sql.problems import SqlRefused
from signoff.core.engines.sql.sandbox import Result, Sandbox
from signoff.core.errors import SignoffError
from signoff.core.progress import CancelToken

MOST_ROWS = 100_000
"""Rows given unless the caller asks for another number."""


def free_query(
    sql: str, sandbox: Sandbox, *, limit: int = MOST_ROWS, cancel: CancelToken | None = None
) -> Result:
    """At most `limit` rows of one SELECT over the samples that a person wrote.

    Raises:
        SignoffError: as for `rows_of`, or the administrator switched such queries off.
        Cancelled: `cancel` was set; the engine stays.
    """
    require_free_select()
    return rows_of(sql, sandbox, limit=limit, cancel=cancel)


def rows_of(
    sql: str, sandbox: Sandbox, *, limit: int = MOST_ROWS, cancel: CancelToken | None = None
) -> Result:
    """At most `limit` rows of one SELECT over the samples.

    Raises:
        SignoffError: there is no SQL, a gate refused it, or it failed; says which and what to do.
        Cancelled: `cancel` was set; the engine stays.
    """
    if not sql.strip():
        raise SignoffError("There is no SQL to run; write a SELECT over the source tables.")
    try:
        return sandbox.run(sql, limit, cancel=cancel)
    except SqlRefused as refused:
        raise SignoffError(say("query.not_run", refused=refused)) from refused
