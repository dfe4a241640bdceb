"""A ``*`` that would show what only a new join needs: that is left out of it, or the list is written out."""

from __future__ import annotations

from collections.abc import Iterator

from sqlglot.tokenizer_core import TokenType

from signoff.core.domain.edits import Splice
from signoff.core.merge.existing import Place
from signoff.core.merge.lineage import select_outputs, table_outputs
from signoff.core.merge.qualifying import stars_held
from signoff.core.merge.reaching import hidden
from signoff.core.merge.scripting import Proposed, inserted
from signoff.core.merge.shape import Span, TableShape
from signoff.core.merge.sqlparts import columns_of, parsed
from signoff.core.merge.work import ColumnEdit, Work

_WORDS = {
    "duckdb": "exclude",
    "snowflake": "exclude",
    "redshift": "exclude",
    "bigquery": "except",
    "databricks": "except",
    "clickhouse": "except",
}
"""How a dialect leaves columns out of a ``*``; any other has no words for it."""
_LEAVES_OUT = ("exclude", "except")


def brought_out(work: Work, edit: ColumnEdit, sql: str, place: Place) -> dict[str, list[str]]:
    """By alias the columns that a condition needs and its relations do not show yet."""
    tree, found = parsed(sql), dict[str, list[str]]()
    for column in columns_of(tree) if tree is not None else ():
        if hidden(work, edit, place, column) is not None:
            names = found.setdefault(column.table.casefold(), [])
            names += [column.name] if column.name not in names else []
    return found


def hold_stars(work: Work, place: Place, made: Proposed, needed: dict[str, list[str]]) -> bool:
    """Keep every ``*`` of a list showing what it showed before a join; False where that can't be written.

    Args:
        work: what is collected.
        place: the SELECT that gets the join.
        made: the edit of the join.
        needed: as `brought_out` gave it.
    """
    word = _WORDS.get(work.existing.dialect, "")
    written: list[Splice] = []
    for item, shapes in _stars(work, place):
        names = [name for shape in shapes for name in needed.get(shape.alias.casefold(), ())]
        opened = _opened(work, item)
        if not names:
            continue
        if opened is not None:
            start = work.layout.start(opened)
            made.splices += [inserted(start, f", {work.layout.name(name)}", once=True) for name in names]
        elif _is_plain(work, item) and word and len(shapes) == 1:
            _leave_out(work, item, made, names, word)
        elif _is_plain(work, item):
            written += _written_out(work, place, item, shapes)
        else:
            return False
    if written:
        made.splices += written
        return True
    held = stars_held(work, place)
    made.splices += held or []
    return held is not None


def _stars(work: Work, place: Place) -> Iterator[tuple[Span, list[TableShape]]]:
    """Items that are a ``*``, each with the relations it shows."""
    tokens = work.existing.tokens
    for item in place.select.items:
        if work.existing.is_star(item):
            is_bare = tokens[item.first].token_type == TokenType.STAR
            own = tokens[item.first].text.casefold()
            yield item, [t for t in place.select.tables if is_bare or t.alias.casefold() == own]


def _is_plain(work: Work, item: Span) -> bool:
    return work.existing.tokens[item.last].token_type == TokenType.STAR


def _opened(work: Work, item: Span) -> int | None:
    """The bracket that closes the names a ``*`` leaves out already; None where it leaves out none so."""
    tokens = work.existing.tokens
    for number in range(item.first, item.last):
        if tokens[number].text.lower() in _LEAVES_OUT and tokens[number + 1].token_type == TokenType.L_PAREN:
            closing = range(number + 2, item.last + 1)
            return next((n for n in closing if tokens[n].token_type == TokenType.R_PAREN), None)
    return None


def _leave_out(work: Work, item: Span, made: Proposed, names: list[str], word: str) -> None:
    """``* exclude (key)``; one that comes behind another takes its names along and cannot stand without it."""
    before = work.narrowed.get(item.first)
    known = before[1] if before is not None else []
    every = [*known, *(name for name in names if name not in known)]
    if before is not None:
        made.need(before[0])
    if before is not None and every == known:
        return
    if before is not None:
        before[0].unless.append((before[2], made))
    said = ", ".join(work.layout.name(name) for name in every)
    text = f" {work.layout.word(word, place_word(work, item))} ({said})"
    made.splices.append(inserted(work.layout.end(item.last), text))
    work.narrowed[item.first] = (made, every, len(made.splices) - 1)


def place_word(work: Work, item: Span) -> int:
    """Number of the SELECT before an item, whose case new words take."""
    number = item.first
    while number and work.existing.tokens[number].token_type != TokenType.SELECT:
        number -= 1
    return number


def _written_out(work: Work, place: Place, item: Span, shapes: list[TableShape]) -> list[Splice]:
    """The columns that a ``*`` shows now, one by one, in the place of it."""
    shown = {o.name.casefold() for o in select_outputs(work.existing, place, work.schema)}
    names = [
        f"{work.layout.name(shape.alias)}.{work.layout.name(output.name)}"
        for shape in shapes
        for output in table_outputs(work.existing, place, shape, work.schema)
        if output.name.casefold() in shown
    ]
    start, end = work.layout.start(item.first), work.layout.end(item.last)
    between = ", "
    if work.layout.begins_line(item.first):
        between = f",{work.layout.newline(start)}{work.layout.indent(start)}"
    return [Splice(start, end, work.existing.text[start:end], between.join(names), once=True)]
