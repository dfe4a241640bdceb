"""Whether existing SQL can be read as the SQL that drafts are checked in; where not, whose SQL it may be."""

from __future__ import annotations

from signoff.core.domain.sentences import say
from signoff.core.engines.sql.create_table import dialects_for
from signoff.core.engines.sqltext import SqlTextError, parse_query
from signoff.core.errors import SignoffError
from signoff.core.merge.existing import ExistingSql
from signoff.core.merge.wrapping import plain_query

_RUN_IN = "duckdb"


def check_readable(existing: ExistingSql, target: str) -> None:
    """Nothing, where the file can be read, or where Jinja stands in the way of telling.

    Raises:
        SignoffError: it can't, with the place, and the other dialect that can read it where there is one.
    """
    sql = plain_query(existing.sql)
    reason = _unreadable(sql, _RUN_IN)
    if not reason or existing.text.strip() != existing.sql.strip():
        return
    others = (dialect for dialect in dialects_for(sql) if dialect != _RUN_IN)
    dialect = next((each for each in others if not _unreadable(sql, each)), "")
    if dialect:
        raise SignoffError(say("update.foreign", target=target, dialect=dialect, reason=reason))
    raise SignoffError(say("update.not_readable", target=target, reason=reason))


def _unreadable(sql: str, dialect: str) -> str:
    try:
        parse_query(sql, dialect)
    except SqlTextError as error:
        return str(error)
    return ""
