"""The dialect existing SQL is written in: the one that was chosen, or the one its text reads and runs in."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property

from signoff.core.domain.dbt import ALONE, Surroundings
from signoff.core.domain.sentences import say
from signoff.core.engines.sql.query_dialects import hinted_dialects, query_dialects
from signoff.core.engines.sqltext import SqlTextError, parse_query
from signoff.core.errors import SignoffError
from signoff.core.merge.existing import ExistingSql, check_text, read_existing, rendered_plainly
from signoff.core.merge.jinja import Rendered
from signoff.core.merge.sqlparts import DIALECT
from signoff.core.merge.wrapping import plain_query

Runs = Callable[[ExistingSql], str]
"""Why a file does not run on the samples as it is; empty when it does."""


@dataclass(frozen=True)
class ReadFile:
    """A file that was read, and how."""

    existing: ExistingSql
    reason: str = ""
    """Why it does not run here as it is; empty when it does."""
    is_inferred: bool = False
    """The dialect is none that was chosen."""


class _Try:
    """What one dialect makes of a file: by its tokens first, as a tree where that is asked for."""

    def __init__(self, text: str, rendered: Rendered, dialect: str) -> None:
        self.existing: ExistingSql | None = None
        self._error: SignoffError | None = None
        try:
            self.existing = read_existing(text, rendered.around, dialect)
        except SignoffError as error:
            self._error = error

    @cached_property
    def trouble(self) -> SignoffError | None:
        """Why it can't be read in that dialect; None where it can."""
        if self.existing is None:
            return self._error
        dialect = self.existing.dialect
        try:
            parse_query(plain_query(self.existing.sql, dialect), dialect)
        except SqlTextError as error:
            return error
        return None

    @property
    def is_readable(self) -> bool:
        return self.trouble is None


def read_in_its_dialect(
    text: str, target: str, runs: Runs, around: Surroundings = ALONE, chosen: str = DIALECT
) -> ReadFile:
    """A file of existing SQL in the dialect that was chosen, or where that fails in the one that it shows.

    A file that reads as DuckDB's and does not run is held against the others too: functions that only one of them
    knows are no error of grammar.

    Args:
        text: the file.
        target: whose it is.
        runs: tries it on the samples.
        around: the dbt project it stands in.
        chosen: sqlglot's name of the project's dialect; DuckDB's own is what nobody chose.

    Raises:
        SignoffError: no dialect reads it, with the place.
    """
    check_text(text)
    rendered = rendered_plainly(text, around)
    first = _Try(text, rendered, chosen)
    reason = runs(first.existing) if first.existing is not None else ""
    if first.existing is not None and (not reason or (chosen != DIALECT and first.is_readable)):
        return ReadFile(first.existing, reason)
    other = _other(text, rendered, first, chosen, runs)
    if other is not None:
        return other
    if first.existing is None and first.trouble is not None:
        raise first.trouble
    assert first.existing is not None
    if first.trouble is not None and text.strip() == first.existing.sql.strip():
        raise SignoffError(say("update.not_readable", target=target, reason=first.trouble))
    return ReadFile(first.existing, reason or runs(first.existing))


def _other(text: str, rendered: Rendered, first: _Try, chosen: str, runs: Runs) -> ReadFile | None:
    """The file in another dialect: one it runs in before one it only reads in; None where there is none."""
    hinted = hinted_dialects(rendered.sql)
    readable: ExistingSql | None = None
    for dialect in _worth_trying(rendered.sql, first, chosen):
        tried = _Try(text, rendered, dialect)
        if tried.existing is None or not tried.is_readable:
            continue
        if not runs(tried.existing):
            return ReadFile(tried.existing, is_inferred=True)
        if readable is None and (dialect in hinted or not first.is_readable):
            readable = tried.existing
    return None if readable is None else ReadFile(readable, runs(readable), is_inferred=True)


def _worth_trying(sql: str, first: _Try, chosen: str) -> Iterable[str]:
    """Dialects that may read a file which the chosen one does not; those it hints at, where that reads it as well."""
    if first.is_readable:
        return hinted_dialects(sql)
    return (each for each in (DIALECT, *query_dialects(sql)) if each != chosen)


def read_by_text(text: str, around: Surroundings = ALONE, chosen: str = DIALECT) -> ExistingSql:
    """A file in the dialect that was chosen, or the first that reads it, without trying it on samples.

    Raises:
        SignoffError: no dialect reads it.
    """
    return read_in_its_dialect(text, "", lambda _: "", around, chosen).existing
