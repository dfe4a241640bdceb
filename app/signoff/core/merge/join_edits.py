"""Edits of a join that a file has: another condition, or another kind of join."""

from __future__ import annotations

from dataclasses import dataclass

from sqlglot import exp

from signoff.core.domain.cells import Cell
from signoff.core.domain.edits import EditKind, Splice
from signoff.core.domain.plan import JoinKind
from signoff.core.domain.sentences import say
from signoff.core.merge.existing import ExistingSql, Place
from signoff.core.merge.passing import passed_along, written_in
from signoff.core.merge.placing import join_start
from signoff.core.merge.scripting import Proposed
from signoff.core.merge.shape import Span, TableShape
from signoff.core.merge.sqlparts import parsed, rendered, unqualified
from signoff.core.merge.wording import wording_of
from signoff.core.merge.work import ColumnEdit, Work

_WORDS = {"from": "", "": "inner"}


@dataclass(frozen=True)
class JoinEdit:
    """A table of the file that is joined otherwise than before."""

    alias: str
    """Of the table in the file."""
    sql: str
    """The new condition, over the relations of the part; empty: it stays."""
    kind: JoinKind | None = None
    """The new kind; None: it stays."""
    part: int = 0
    """Number of the UNION part of the result, from 0."""
    cell: Cell | None = None
    why: str = ""
    place: Place | None = None
    """The SELECT that joins it; None: the part's own."""


def joined_so(existing: ExistingSql, place: Place, alias: str, condition: str, kind: JoinKind) -> bool:
    """Whether a part joins a table in just this way, so that another way can be written in its place."""
    table = _table(place, alias)
    if table is None or table.on is None or _WORDS.get(table.join, table.join) != kind.value:
        return False
    return _bare(existing.condition_of(table.on)) == _bare(condition)


def change_join(work: Work, edit: JoinEdit) -> Proposed | None:
    """Write another condition or kind of join; None, with a finding, where the condition reads what is not shown."""
    place = edit.place or work.existing.parts[edit.part]
    table = _table(place, edit.alias)
    own = ColumnEdit("", (edit.sql,), edit.cell)
    needed = passed_along(work, own, edit.sql, place) if edit.sql else []
    if table is None or table.on is None or needed is None:
        return None
    why = edit.why or say("edits.turn_join", table=table.name or table.alias, kind=f"{edit.kind}")
    made = work.propose(EditKind.CHANGE_FILTER, own, why)
    made.need(*needed)
    if edit.kind is not None:
        first = join_start(work.layout, table.span.first)
        last = table.span.first - 1
        made.splices.append(_over(work, Span(first, last), work.layout.word(f"{edit.kind} join", last)))
    if edit.sql:
        said = wording_of(work.layout).said(written_in(work, place, edit.sql))
        made.splices.append(_over(work, table.on, said))
    return made


def _table(place: Place, alias: str) -> TableShape | None:
    return next((t for t in place.select.tables if t.alias.casefold() == alias.casefold()), None)


def _over(work: Work, span: Span, after: str) -> Splice:
    start, end = work.layout.start(span.first), work.layout.end(span.last)
    return Splice(start, end, work.existing.text[start:end], after)


def _bare(sql: str) -> str:
    """A condition without the tables of its columns, the sides of each comparison in one order."""
    tree = parsed(unqualified(sql))
    if tree is None:
        return sql.casefold()
    copied = tree.copy().unnest()
    for each in list(copied.find_all(exp.EQ)):
        sides = sorted((each.this, each.expression), key=lambda side: rendered(side).casefold())
        each.set("this", sides[0])
        each.set("expression", sides[1])
    parts = sorted(rendered(part).casefold() for part in copied.flatten()) if _is_and(copied) else []
    return " and ".join(parts) or rendered(copied).casefold()


def _is_and(tree: exp.Expr) -> bool:
    return isinstance(tree, exp.And)
