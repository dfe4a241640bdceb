"""Other expressions of one column beside the one that is drafted, on the same rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sqlglot import exp

from signoff.core.domain.plan import Draft
from signoff.core.domain.sentences import say
from signoff.core.engines.sqltext import SqlTextError, parse_expression, parse_query, render
from signoff.core.errors import SignoffError
from signoff.core.verify.reading import TooSpecial, last_body, parts_of
from signoff.core.verify.telling_frames import missing_column


def beside(draft: Draft, column: str, others: Sequence[Sequence[str]]) -> Draft:
    """The draft with a list in place of a column: its value first, then that of every other expression, as text.

    What it shows is asked as for any draft (`telling_rows`): each result is such a list.

    Args:
        draft: its `sql` is read.
        column: a column of the draft, in any case.
        others: each with one SQL expression for every part of the query.

    Raises:
        SignoffError: the draft has no such column, its query can't be taken apart, or an expression is not one.
    """
    try:
        query = parse_query(draft.sql)
        parts, _ = parts_of(last_body(query)[0])
        place = [name.casefold() for name in parts[0].named_selects].index(column.casefold())
    except (SqlTextError, TooSpecial) as error:
        raise SignoffError(say("rows.not_apart", target=draft.target)) from error
    except ValueError:
        raise missing_column(draft, column) from None
    for number, part in enumerate(parts):
        item = part.expressions[place]
        shown = [item.unalias(), *(parse_expression(each[number]) for each in others)]
        texts = [exp.cast(value.copy(), "VARCHAR", dialect="duckdb") for value in shown]
        item.replace(exp.alias_(exp.Array(expressions=texts), item.alias_or_name, quoted=True))
    return replace(draft, sql=render(query))
