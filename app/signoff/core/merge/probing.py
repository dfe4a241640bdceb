"""A frame to try single expressions of an update in, before the file is edited."""

from __future__ import annotations

from collections.abc import Sequence

from sqlglot.tokenizer_core import TokenType

from signoff.core.domain.expressions import quoted
from signoff.core.domain.plan import Plan
from signoff.core.domain.spec import Schema
from signoff.core.merge.editing import ColumnEdit, edit_existing
from signoff.core.merge.existing import ExistingSql, Place, read_existing
from signoff.core.merge.lineage import grouping_of_select
from signoff.core.merge.sqltokens import CLOSE, OPEN

_LEADS = (TokenType.FROM, TokenType.JOIN, TokenType.COMMA)
_AFTER_ROWS = (TokenType.GROUP_BY, TokenType.HAVING, TokenType.QUALIFY, TokenType.WINDOW)
_NAMES = (TokenType.VAR, TokenType.IDENTIFIER)


def update_frame(existing: ExistingSql, plan: Plan, part: int, columns: Sequence[str], schema: Schema) -> str:
    """`` FROM …`` of one part of existing SQL with all that an update adds: ``select x`` + frame runs.

    CTEs become subqueries where they are read, grouping by position becomes grouping by
    expression, and HAVING and QUALIFY are left out.

    Args:
        existing: The file.
        plan: What `plan_update` gave.
        part: Number of the section.
        columns: SQL of every column an expression may use (`ScopeColumn.sql`): CTEs are made to show them.
        schema: Tables the file reads.

    Returns:
        The frame with a leading blank; empty where the part has no FROM clause.
    """
    probes = [ColumnEdit(f"probe_{n}", (sql,)) for n, sql in enumerate(columns)] or [
        ColumnEdit("probe", ("1",))
    ]
    edited = read_existing(edit_existing(existing, probes, (), plan, schema).text)
    place = edited.parts[part]
    select = place.select
    if select.from_span is None:
        return ""
    frame = f" {_stretch(edited, place, select.from_span.first, _rows_end(edited, place))}"
    keys = [k.sql for k in grouping_of_select(existing, existing.parts[part])]
    return f"{frame} group by {', '.join(keys)}" if keys else frame


def _rows_end(existing: ExistingSql, place: Place) -> int:
    """Last token before the clauses that may name columns of the select list."""
    depth, first = 0, place.select.span.first
    for number in range(first, place.select.span.last + 1):
        kind = existing.tokens[number].token_type
        depth += (kind in OPEN) - (kind in CLOSE)
        if depth == 0 and kind in _AFTER_ROWS:
            return number - 1
    return place.select.span.last


def _stretch(existing: ExistingSql, place: Place, first: int, last: int) -> str:
    """Rendered SQL of some tokens on one line, names of CTEs in it replaced by what they stand for."""
    pieces: list[str] = []
    for number in range(first, last + 1):
        token = existing.tokens[number]
        written = existing.sql[token.start : token.end + 1]
        before = existing.tokens[number - 1].token_type if number else None
        if token.token_type in _NAMES and before in _LEADS and token.text.casefold() in place.ctes:
            after = existing.tokens[number + 1].token_type if number < last else None
            alias = "" if after in (*_NAMES, TokenType.ALIAS) else f" as {quoted(token.text)}"
            written = f"({_with(existing, place)} select * from {written}){alias}"
        glued = number > first and existing.tokens[number - 1].end + 1 == token.start
        pieces.append(written if glued or not pieces else f" {written}")
    return "".join(pieces)


def _with(existing: ExistingSql, place: Place) -> str:
    """A WITH clause of every CTE the SELECT can see."""
    ctes = [
        f"{quoted(name)} as ({_text(existing, cte.query.span.first, cte.query.span.last)})"
        for name, cte in place.ctes.items()
    ]
    return f"with {', '.join(ctes)}"


def _text(existing: ExistingSql, first: int, last: int) -> str:
    """Rendered SQL of some tokens on one line, without comments."""
    pieces: list[str] = []
    for number in range(first, last + 1):
        token = existing.tokens[number]
        written = existing.sql[token.start : token.end + 1]
        glued = number > first and existing.tokens[number - 1].end + 1 == token.start
        pieces.append(written if glued or not pieces else f" {written}")
    return "".join(pieces)
