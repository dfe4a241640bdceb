"""Edits of which rows a file gives: its conditions behind WHERE, and further parts of its union."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sqlglot import exp
from sqlglot.tokenizer_core import TokenType

from signoff.core.domain.cells import Cell
from signoff.core.domain.edits import EditKind, Splice
from signoff.core.domain.expressions import quoted
from signoff.core.domain.findings import Severity
from signoff.core.domain.sentences import say
from signoff.core.merge.alike_branches import AlikeBranch
from signoff.core.merge.alike_text import add_alike
from signoff.core.merge.edits import Layout
from signoff.core.merge.existing import Place
from signoff.core.merge.other_loads import where_of_other_loads
from signoff.core.merge.passing import passed_along, written_in
from signoff.core.merge.scripting import Proposed, inserted
from signoff.core.merge.shape import QueryShape, SelectShape, Span
from signoff.core.merge.sqlparts import parsed
from signoff.core.merge.standing_conditions import (
    clause_of,
    clause_start,
    clauses_of,
    condition_in,
    conjuncts,
)
from signoff.core.merge.value_splices import other_value
from signoff.core.merge.wording import wording_of
from signoff.core.merge.work import ColumnEdit, Work

_CLAUSES = {
    TokenType.HAVING: ("having", (TokenType.QUALIFY, TokenType.WINDOW)),
    TokenType.QUALIFY: ("qualify", ()),
}
"""The word of a clause that is not WHERE, and the clauses that come behind it."""


@dataclass(frozen=True)
class FilterEdit:
    """A condition on the rows of the result that is new, other than before, or gone."""

    sql: str
    """Over the relations of the part; empty: the condition goes."""
    was: str = ""
    """As the file has it; empty: it is a further one."""
    part: int = 0
    """Number of the UNION part of the result, from 0."""
    cell: Cell | None = None
    suggestion: bool = False
    """Shown with its place and made only when someone accepts it."""
    why: str = ""
    """One sentence; empty: that the mapping asks for it."""
    place: Place | None = None
    """The SELECT whose rows it keeps; None: the part's own."""
    clause: TokenType = TokenType.WHERE
    """Where a further one goes: WHERE, or HAVING or QUALIFY of that SELECT."""
    elsewhere: str = ""
    """A true table that the condition reads in a query of its own, behind FROM."""


@dataclass(frozen=True)
class BranchEdit:
    """A further part of the result's union."""

    sql: str
    """A whole SELECT with as many columns as the file's parts."""
    cell: Cell | None = None
    word: str = "union all"
    suggestion: bool = False
    why: str = ""
    """One sentence; empty: that the mapping asks for it."""
    columns: tuple[str, ...] = ()
    """Columns it gives, in order: it cannot stand without the edits that bring one of them into the other parts, or
    take another one out of them."""
    alike: AlikeBranch | None = None
    """Where it goes into a union inside the file, written as a part of that is."""
    query: QueryShape | None = None
    """The union inside the file that it goes into; None: the result's own."""


def change_filter(work: Work, edit: FilterEdit, table_text: Callable[[str], str] = quoted) -> Proposed | None:
    """Change, add or take out one condition of a part; None, with a finding, where the file has no such one."""
    place = edit.place or work.existing.parts[edit.part]
    own = ColumnEdit("", (edit.sql,), edit.cell)
    where = clause_of(work.existing, place.select, edit.clause)
    spans = conjuncts(work.existing, where) if where is not None else ()
    found = condition_in(work.existing, place, edit.was) if edit.was else None
    if found is not None:
        spans = next(c for c in clauses_of(work.existing, place.select) if found in c)
    if (edit.was and found is None) or place.select.from_span is None:
        work.refuse(
            say("update.no_such_condition", condition=edit.was or edit.sql), own, "D230", Severity.WARNING
        )
        return None
    needed = passed_along(work, own, edit.sql, place) if edit.sql else []
    if needed is None:
        return None
    said = wording_of(work.layout).said(written_in(work, place, edit.sql)) if edit.sql else ""
    if edit.elsewhere:
        said = _read_elsewhere(said, edit.elsewhere, table_text(edit.elsewhere))
    made = work.propose(EditKind.CHANGE_FILTER, own, _why(edit))
    made.suggestion = edit.suggestion
    made.need(*needed)
    if found is not None:
        made.splices.append(_other(work, spans, found, said))
    elif where is not None:
        made.splices += _further(work, place.select, spans, said)
    elif edit.clause == TokenType.WHERE:
        made.splices += [_first(work, place, said), *where_of_other_loads(work, place.select)]
    else:
        made.splices.append(_first_of_clause(work, place, edit.clause, said))
    return made


def _read_elsewhere(said: str, table: str, text: str) -> str:
    """A condition with the table of its own query as the file writes tables."""
    shape = re.compile(rf"(?<=\bfrom\s)\"?{re.escape(table)}\"?(?=\s)", re.IGNORECASE)
    return shape.sub(lambda _found: text, said, count=1)


def _why(edit: FilterEdit) -> str:
    if edit.why:
        return edit.why
    if not edit.was:
        return say("edits.add_filter", condition=edit.sql)
    if not edit.sql:
        return say("edits.drop_filter", condition=edit.was)
    return say("edits.change_filter", was=edit.was, condition=edit.sql)


def _other(work: Work, spans: tuple[Span, ...], found: Span, said: str) -> Splice:
    layout, number = work.layout, spans.index(found)
    start, end = layout.start(found.first), layout.end(found.last)
    if not said and number:
        start = layout.end(spans[number - 1].last)
    elif not said and len(spans) > 1:
        end = layout.start(spans[1].first)
    elif not said:
        start = layout.end(found.first - 2)
    other = other_value(work, found, said) if said else None
    if other is not None:
        return other
    return Splice(start, end, layout.text[start:end], _guarded(said) if len(spans) > 1 else said)


def _further(work: Work, select: SelectShape, spans: tuple[Span, ...], said: str) -> list[Splice]:
    layout, last, first = work.layout, spans[-1], spans[0]
    word = layout.word("and", first.first - 1)
    at = layout.from_end(first.first - 1, last.last)
    text = f" {word} {_guarded(said)}"
    if layout.begins_line(first.first - 1):
        indent = layout.indent(layout.start(first.first - 1)) + "    "
        if len(spans) > 1:
            indent = layout.indent(layout.start(last.first))
        line_end = layout.line_end(at, layout.next_start(last.last))
        at = at if line_end is None else line_end
        text = f"{layout.newline(at)}{indent}{word} {_guarded(said)}"
    tree = parsed(work.existing.condition_of(Span(first.first, last.last)))
    if not isinstance(tree, exp.Or):
        return [inserted(at, text)]
    around = (
        inserted(layout.start(first.first), "(", once=True),
        inserted(layout.end(last.last), ")", once=True),
    )
    return [*around, inserted(at, text)]


def _first(work: Work, place: Place, said: str) -> Splice:
    layout, span = work.layout, place.select.from_span
    assert span is not None
    word = layout.word("where", span.first)
    at = layout.from_end(span.first, span.last)
    if not layout.begins_line(span.first):
        return inserted(at, f" {word} {said}", f" {layout.word('and', span.first)} {_guarded(said)}")
    line_end = layout.line_end(at, layout.next_start(span.last))
    at = at if line_end is None else line_end
    line = f"{layout.newline(at)}{layout.indent(layout.start(span.first))}"
    return inserted(
        at, f"{line}{word} {said}", f"{line}    {layout.word('and', span.first)} {_guarded(said)}"
    )


def _first_of_clause(work: Work, place: Place, clause: TokenType, said: str) -> Splice:
    """The first condition behind HAVING or QUALIFY, at the end of its SELECT."""
    layout, select = work.layout, place.select
    name, kinds = _CLAUSES[clause]
    windows = clause_start(work.existing, select, kinds)
    last = select.span.last if windows is None else windows - 1
    assert select.from_span is not None
    word = layout.word(name, select.from_span.first)
    at = layout.from_end(select.from_span.first, last)
    if not layout.begins_line(select.from_span.first):
        return inserted(at, f" {word} {said}")
    line_end = layout.line_end(at, layout.next_start(last))
    at = at if line_end is None else line_end
    return inserted(
        at, f"{layout.newline(at)}{layout.indent(layout.start(select.from_span.first))}{word} {said}"
    )


def _guarded(said: str) -> str:
    return f"({said})" if isinstance(parsed(said), (exp.Or, exp.Xor)) else said


def add_branch(work: Work, edit: BranchEdit, table_text: Callable[[str], str]) -> Proposed | None:
    """Put a further part behind the last one of the result's union, or of the one it belongs to."""
    if edit.alike is not None:
        own = ColumnEdit("", ("",), edit.cell)
        further = add_alike(work, edit.alike, own, table_text(edit.alike.table), edit.why)
        if further is not None:
            further.suggestion = edit.suggestion
        return further
    union = edit.query or work.existing.query
    last = work.existing.parts[-1].select if edit.query is None else edit.query.parts[-1]
    if any(not o.startswith("union") for o in union.operators):
        message = say("update.changes_rows", clause=union.operators[0].upper())
        work.refuse(message, ColumnEdit("", ("",), edit.cell), "D223")
        return None
    layout = work.layout
    why = edit.why or say("edits.add_branch")
    made = work.propose(EditKind.ADD_BRANCH, ColumnEdit("", ("",), edit.cell), why)
    made.suggestion = edit.suggestion
    made.need(*_that_shape(work, edit.columns, is_result=edit.query is None))
    made.splices.append(_behind(layout, last, edit))
    return made


def _that_shape(work: Work, columns: Sequence[str], *, is_result: bool) -> list[Proposed]:
    """The edits without which the file's parts would not have these columns."""
    names = {name.casefold() for name in columns}
    added = [p for p in work.proposed if p.kind is EditKind.ADD_COLUMN and p.column.casefold() in names]
    gone = [p for p in work.proposed if p.kind is EditKind.DROP_COLUMN and p.column.casefold() not in names]
    return [*added, *(gone if is_result else ())] if names else []


def _behind(layout: Layout, select: SelectShape, edit: BranchEdit) -> Splice:
    at, word = layout.end(select.span.last), layout.word(edit.word, select.span.first)
    sql = edit.sql.strip()
    if not layout.begins_line(select.span.first):
        return inserted(at, f" {word} {' '.join(sql.split())}")
    newline, indent = layout.newline(at), layout.indent(layout.start(select.span.first))
    lines = [wording_of(layout).said_query(line) for line in sql.splitlines()]
    line_end = layout.line_end(at, layout.next_start(select.span.last))
    body = newline.join(f"{indent}{line}" if line.strip() else "" for line in lines)
    return inserted(
        at if line_end is None else line_end, f"{newline}{newline}{indent}{word}{newline}{newline}{body}"
    )
