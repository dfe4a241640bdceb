"""SQL that came back, held against what left: which columns are made otherwise, and what else was changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sqlglot import exp

from signoff.core.domain.plan import Draft
from signoff.core.domain.sentences import say
from signoff.core.engines.sqltext import normalise, parse_query, render
from signoff.core.errors import SignoffError


@dataclass(frozen=True)
class ReturnedColumn:
    """A column that is made otherwise."""

    name: str
    sql: str
    is_placed: bool
    """Whether the SQL can stand as the column's expression; it cannot where the draft makes it in several steps."""


@dataclass(frozen=True)
class ReturnedSql:
    """What was changed in a query."""

    columns: tuple[ReturnedColumn, ...]
    around: tuple[str, ...]
    """What else was changed, in words."""


def returned_sql(before: str, after: str, draft: Draft) -> ReturnedSql:
    """The differences of two queries, column by column.

    Args:
        before: what left, in the project's names.
        after: what came back, in the project's names.
        draft: the target as it is drafted now.

    Raises:
        SignoffError: what came back is not one query.
    """
    left, right = parse_query(before), parse_query(after)
    ours, theirs = _columns(left), _columns(right)
    columns = []
    for name, pieces in theirs.items():
        was = ours.get(name)
        if was is not None and [_plain(each) for each in was] == [_plain(each) for each in pieces]:
            continue
        sql = render(pieces[0])
        is_placed = was is not None and _is_one(pieces) and _is_drafted(draft, name, was)
        columns.append(ReturnedColumn(pieces_name(right, name), sql, is_placed))
    around = [say("handover.part_columns")] if set(ours) - set(theirs) else []
    return ReturnedSql(tuple(columns), tuple(around + list(_around(left, right))))


def pieces_name(query: exp.Query, folded: str) -> str:
    """A column's name as a query spells it."""
    names = (each.alias_or_name for select in _selects(query) for each in select.expressions)
    return next((name for name in names if name.casefold() == folded), folded)


def _selects(query: exp.Expr) -> Iterator[exp.Select]:
    """The SELECTs that a query's rows come from, those of a union in their order."""
    waiting: list[exp.Expr] = [query]
    while waiting:
        each = waiting.pop(0)
        if isinstance(each, exp.Select):
            yield each
        elif isinstance(each, exp.SetOperation):
            waiting[:0] = [each.left, each.right]
        elif isinstance(each, exp.Subquery):
            waiting.insert(0, each.this)


def _columns(query: exp.Query) -> dict[str, list[exp.Expr]]:
    found: dict[str, list[exp.Expr]] = {}
    names: list[str] = []
    for number, select in enumerate(_selects(query)):
        own = [each.alias_or_name.casefold() for each in select.expressions]
        names = own if not number else names
        for name, each in zip(names, select.expressions, strict=False):
            found.setdefault(name, []).append(each.this if isinstance(each, exp.Alias) else each)
    return found


def _plain(each: exp.Expr) -> str:
    return _normalised(render(each, comments=False))


def _normalised(sql: str) -> str:
    try:
        return normalise(sql)
    except SignoffError:
        return " ".join(sql.split())


def _is_one(pieces: Sequence[exp.Expr]) -> bool:
    return len({_plain(each) for each in pieces}) == 1


def _is_drafted(draft: Draft, name: str, was: Sequence[exp.Expr]) -> bool:
    """Whether the query that left shows a column's expressions as they are."""
    column = next((each for each in draft.columns if each.name.casefold() == name), None)
    if column is None:
        return False
    own = {_normalised(each.sql) for each in column.expressions}
    return all(_plain(each) in own or _is_empty(each) for each in was)


def _is_empty(each: exp.Expr) -> bool:
    """A column nobody could draft holds no value."""
    return isinstance(each.this if isinstance(each, exp.Cast) else each, exp.Null)


def _around(left: exp.Query, right: exp.Query) -> Iterator[str]:
    """What was changed beside columns, in words."""
    if _parts(left, ("with_",)) != _parts(right, ("with_",)):
        yield say("handover.part_steps")
    ours, theirs = list(_selects(left)), list(_selects(right))
    froms = ("from_", "joins", "laterals")
    if [_parts(s, froms) for s in ours] != [_parts(s, froms) for s in theirs]:
        yield say("handover.part_from")
    rest = ("where", "group", "having", "qualify", "distinct", "order", "limit", "windows", "offset")
    if len(ours) != len(theirs) or [_parts(s, rest) for s in ours] != [_parts(s, rest) for s in theirs]:
        yield say("handover.part_rows")


def _parts(tree: exp.Expr, names: Sequence[str]) -> list[str]:
    found = []
    for name in names:
        value = tree.args.get(name) or tree.args.get(name.removesuffix("_"))
        each = value if isinstance(value, list) else [value]
        found.append(" ".join(" ".join(v.sql("duckdb", comments=False).lower().split()) for v in each if v))
    return found
