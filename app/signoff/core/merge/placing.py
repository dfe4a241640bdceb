"""Where new list items and joins go in a file, and how they are laid out there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from sqlglot import exp

from signoff.core.domain.edits import Splice
from signoff.core.domain.plan import JoinKind, Relation
from signoff.core.merge.edits import Layout, stands_alone, uses_leading_commas
from signoff.core.merge.scripting import Proposed, inserted
from signoff.core.merge.shape import SelectShape, Span
from signoff.core.merge.sqlparts import parsed
from signoff.core.merge.wording import wording_of

_NO_AS = ("oracle",)
"""Dialects that take no AS before the alias of a table."""


@dataclass(frozen=True)
class NewItem:
    """One item for a select list or a grouping."""

    sql: str
    edit: Proposed
    """The edit it is part of."""
    name: str = ""
    """Output name; empty in a grouping."""
    computed: bool = False
    """A value that the list itself works out for others to read."""
    position: tuple[Proposed, ...] | None = None
    """Grouping by number only: the edits whose items it counts."""
    gone: tuple[Proposed, ...] = ()
    """Grouping by number only: the edits whose items it no longer counts."""


def insert_items(
    layout: Layout,
    items: Sequence[Span],
    dangling: int | None,
    new: Sequence[NewItem],
    ending: Sequence[Proposed] = (),
) -> None:
    """Put new items behind the last of a list, laid out as the list is; each into its own edit.

    Args:
        layout: how the file is written.
        items: the list.
        dangling: number of a comma behind its last item.
        new: what is put in.
        ending: edits by which the lines that end the list go: the comma before them stays then.
    """
    last = dangling if dangling is not None else items[-1].last
    place = layout.list_end(items[0].first, last)
    for item in new:
        text = _item_text(layout, items, item)
        for splice in _spliced(layout, items, dangling, place, text, comma_apart=bool(ending)):
            item.edit.splices.append(splice)
            if splice.once:
                item.edit.unless += [(len(item.edit.splices) - 1, other) for other in ending]
        number = len(item.edit.splices) - 1
        item.edit.shifted += [(number, other, -1) for other in item.position or ()]
        item.edit.shifted += [(number, other, 1) for other in item.gone]


def _spliced(
    layout: Layout,
    items: Sequence[Span],
    dangling: int | None,
    place: int,
    text: str,
    *,
    comma_apart: bool,
) -> list[Splice]:
    """The splices of one new item, which stand whether or not its neighbours are made too."""
    if not stands_alone(layout, items):
        return [inserted(place, f" {text}," if dangling is not None else f", {text}")]
    last = dangling if dangling is not None else items[-1].last
    line_end = layout.line_end(place, layout.next_start(last))
    at = place if line_end is None else line_end
    start = f"{layout.newline(place)}{_lead(layout, items)}"
    if uses_leading_commas(layout, items):
        return [inserted(at, start + text)]
    if dangling is not None:
        return [inserted(at, f"{start}{text},")]
    if at == place and not comma_apart:
        return [inserted(at, f",{start}{text}")]
    return [inserted(place, ",", once=True), inserted(at, f"{start}{text}", f",{start}{text}")]


def _lead(layout: Layout, items: Sequence[Span]) -> str:
    """What stands before an item on its line: blanks, and the comma where commas lead."""
    start = layout.start(items[-1].first)
    if not uses_leading_commas(layout, items):
        return layout.indent(start)
    comma = layout.start(items[-1].first - 1)
    between = layout.text[comma:start]
    return layout.indent(comma) + (between if not between[1:].strip(" \t") else ", ")


def _item_text(layout: Layout, items: Sequence[Span], item: NewItem) -> str:
    sql = said_in(layout, items, item.sql)
    if not item.name:
        return sql
    tree = parsed(item.sql)
    same = isinstance(tree, exp.Column) and tree.name == item.name
    if same and not _names_all(layout, items):
        return sql
    last_line = sql.rpartition("\n")[2].removeprefix(_lead(layout, items)) if "\n" in sql else sql
    return (
        f"{sql}{_gap(layout, items, last_line)}{as_word(layout, items)} {wording_of(layout).named(item.name)}"
    )


def said_in(layout: Layout, items: Sequence[Span], sql: str) -> str:
    """An expression in the words of the file, on several lines where its list would write it so."""
    if not stands_alone(layout, items):
        return wording_of(layout).said(sql)
    lead = _lead(layout, items)
    indent = "".join(c if c in " \t" else " " for c in lead)
    return wording_of(layout).said(sql, indent, layout.newline(layout.start(items[-1].first)))


def _names_all(layout: Layout, items: Sequence[Span]) -> bool:
    """Whether every item has an alias, ``x as x`` too."""
    return _habits(layout, tuple(items)).names_all


def _gap(layout: Layout, items: Sequence[Span], sql: str) -> str:
    """Blanks before ``as``: one, or as many as the list needs where it writes them all below each other."""
    habits = _habits(layout, tuple(items))
    if habits.tabs:
        return "\t"
    if habits.column is None or not stands_alone(layout, items):
        return " "
    return " " * max(1, habits.column - len(_lead(layout, items)) - len(sql))


@dataclass(frozen=True)
class _Habits:
    """How a list writes its aliases."""

    names_all: bool
    """Every item has one, ``x as x`` too."""
    tabs: bool
    """A tab stands before each ``as``."""
    column: int | None
    """Where ``as`` stands on its line, where they stand below each other."""
    word: str
    """``as`` in the list's case; empty where it writes none."""


@lru_cache(maxsize=32)
def _habits(layout: Layout, items: tuple[Span, ...]) -> _Habits:
    trees = [layout.existing.item(i) for i in items]
    named = [t for t in trees if isinstance(t, exp.Alias)]
    again = any(
        isinstance(t.this, exp.Column) and t.this.name.casefold() == t.alias.casefold() for t in named
    )
    aliased = [i for i, t in zip(items, trees, strict=True) if i.last > i.first and isinstance(t, exp.Alias)]
    places = [p for i in aliased if (p := _as_place(layout, i)) is not None]
    column = max(set(places), key=places.count) if places else 0
    aligned = places.count(column) >= max(2, 2 * len(places) / 3)
    words = [w for i in aliased if (w := layout.token(i.last - 1).text).lower() == "as"]
    return _Habits(
        names_all=len(named) == len(items) and again,
        tabs=bool(aliased) and all(_behind_tab(layout, i) for i in aliased),
        column=column if aligned else None,
        word=words[-1] if words else "",
    )


def _behind_tab(layout: Layout, item: Span) -> bool:
    """Whether one tab stands before the word ``as``."""
    number = item.last - 1
    return (
        layout.token(number).text.lower() == "as"
        and layout.text[layout.end(number - 1) : layout.start(number)] == "\t"
    )


def _as_place(layout: Layout, item: Span) -> int | None:
    """Column of the word ``as`` on its line; None where the alias is written without it."""
    number = item.last - 1
    if layout.token(number).text.lower() != "as":
        return None
    start = layout.start(number)
    return start - layout.line_start(start)


def as_word(layout: Layout, items: Sequence[Span]) -> str:
    """``as`` in the case the list has it, or that of the word before the list."""
    return _habits(layout, tuple(items)).word or layout.word("as", _select_word(layout, items[0].first))


def _select_word(layout: Layout, number: int) -> int:
    while number > 0 and layout.token(number).text.lower() != "select":
        number -= 1
    return number


def insert_join(layout: Layout, select: SelectShape, relation: Relation, table_text: str) -> Splice | None:
    """The splice that joins one relation behind the last table of a FROM clause; None where there is none."""
    if select.from_span is None:
        return None
    word = select.from_span.first
    last = select.from_span.last
    place = layout.from_end(word, last)
    line_end = layout.line_end(place, layout.next_start(last))
    own_line = layout.begins_line(word)
    break_before = f"{layout.newline(place)}{_join_indent(layout, select)}" if own_line else " "
    at = line_end if own_line and line_end is not None else place
    text = break_before + _join_text(layout, select, relation, table_text)
    return inserted(at, text)


def _join_indent(layout: Layout, select: SelectShape) -> str:
    """That of the last join on a line of its own, else that of FROM."""
    assert select.from_span is not None
    for table in reversed(select.tables[1:]):
        first = join_start(layout, table.span.first)
        if layout.begins_line(first):
            return layout.indent(layout.start(first))
    return layout.indent(layout.start(select.from_span.first))


def join_start(layout: Layout, number: int) -> int:
    """First word of the join that leads to a table: ``left`` of ``left outer join``."""
    words = ("join", "left", "right", "full", "inner", "outer", "cross", "natural", "asof")
    while layout.token(number - 1).text.lower() in words:
        number -= 1
    return number


def _join_text(layout: Layout, select: SelectShape, relation: Relation, table_text: str) -> str:
    assert select.from_span is not None
    word = select.from_span.first
    kind = JoinKind.LEFT if relation.join == JoinKind.DRIVING else relation.join
    text = f"{layout.word(f'{kind} join', word)} {table_text}"
    if relation.alias not in (table_text, _last_name(table_text)):
        takes_as = _uses_as(select) and layout.existing.dialect not in _NO_AS
        text += f" {layout.word('as', word)}" if takes_as else ""
        text += f" {layout.name(relation.alias)}"
    if relation.on is None or not relation.on.sql:
        return text
    on = f"{layout.word('on', word)} {wording_of(layout).said(relation.on.sql)}"
    own = next((t.on.first - 1 for t in reversed(select.tables) if t.on is not None), None)
    if own is not None and layout.begins_line(own):
        return f"{text}{layout.newline(layout.start(own))}{layout.indent(layout.start(own))}{on}"
    return f"{text} {on}"


def _last_name(table_text: str) -> str:
    """What a table with its schema is called where nothing gives it another name; empty for one without, or a tag."""
    return "" if "{" in table_text or "." not in table_text else table_text.rpartition(".")[2].strip('`[]"')


def _uses_as(select: SelectShape) -> bool:
    aliased = [t.has_as for t in select.tables if t.alias != t.name]
    return all(aliased) if aliased else True
