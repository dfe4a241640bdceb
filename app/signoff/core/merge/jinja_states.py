"""Whether an edit of a file with Jinja is safe: right on a first load, on a later one, and in every branch.

An edit is placed by what the file renders to in one state. Before it is made, old and new text are rendered in every
state that the file's conditions allow, and every list of every SELECT is compared: what nobody asked for must stand
there as it did.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from sqlglot import exp

from signoff.core.domain.dbt import Surroundings
from signoff.core.domain.edits import EditKind, MandatedEdit, Splice
from signoff.core.domain.expressions import quoted
from signoff.core.engines.jinja.rendering import FIRST_LOAD, Assumed, Block
from signoff.core.engines.sqltext import parse_query
from signoff.core.errors import SignoffError
from signoff.core.merge.existing import ExistingSql, Place, read_rendered, without_mark
from signoff.core.merge.jinja import INCREMENTAL, Rendered, render_states
from signoff.core.merge.selects import every_place
from signoff.core.merge.shape import QueryShape, SelectShape, Span
from signoff.core.merge.sqlparts import DIALECT, columns_of, item_tree, parsed, same_sql
from signoff.core.merge.wrapping import plain_query

_LEFT_OUT = re.compile(r"\s+(?:exclude|except)\s*\([^()]*\)", re.IGNORECASE)
_MOST_STATES = 24
_OF_ROWS = (EditKind.CHANGE_FILTER, EditKind.CHANGE_SOURCE, EditKind.ADD_BRANCH)


@dataclass(frozen=True)
class Allowed:
    """What edits may change, by case-folded names of columns."""

    changed: frozenset[str] = frozenset()
    """Their expressions may differ."""
    gone: frozenset[str] = frozenset()
    """They may be gone; each is among `changed` too."""
    added: frozenset[str] = frozenset()
    """They must be in the result."""
    joins: bool = False
    """Further tables may be read."""
    rows: bool = False
    """What stands behind lists may change too: filters, groupings."""
    exchanged: tuple[tuple[str, str], ...] = ()
    """Tables that are read in the place of others, case-folded: the old name, the new one."""


def allowed_by(edits: Sequence[MandatedEdit], was: Mapping[str, str]) -> Allowed:
    """What some edits may change.

    Args:
        edits: the edits.
        was: old names of renamed columns by their new ones, case-folded.
    """

    def of(*kinds: EditKind) -> frozenset[str]:
        return frozenset(e.column.casefold() for e in edits if e.kind in kinds)

    renamed = of(EditKind.RENAME_COLUMN)
    gone = of(EditKind.DROP_COLUMN) | {was[name] for name in renamed if name in was}
    changed = of(EditKind.CHANGE_EXPRESSION) | renamed | gone | (of(EditKind.CHANGE_FILTER) - {""})
    rows = any(e.kind in _OF_ROWS for e in edits) or bool(changed)
    joins = any(e.kind in (EditKind.ADD_JOIN, EditKind.ADD_CTE) for e in edits)
    tables = [s for e in edits if e.kind is EditKind.CHANGE_SOURCE for s in e.splices]
    exchanged = tuple((s.before.casefold(), s.after.casefold()) for s in tables)
    return Allowed(changed, gone, of(EditKind.ADD_COLUMN), joins, rows, exchanged)


class States:
    """A file in every state its conditions allow."""

    def __init__(self, existing: ExistingSql) -> None:
        self._existing = existing
        self._around: Surroundings = existing.rendered.around
        self._blocks = _conditions(existing.rendered)
        self._assumed = _assumptions(existing.rendered, self._blocks)
        rendered = render_states(existing.text, self._around, self._assumed)
        read: dict[str, ExistingSql | None] = {existing.sql: existing}
        for each in rendered:
            if each.sql not in read:
                read[each.sql] = _read(existing.text, each, existing.dialect)
        self._before = [_from(read[each.sql], each) for each in rendered]

    @property
    def queries(self) -> Iterator[ExistingSql]:
        """The file as a query, state by state; those in which it is none left out."""
        return (query for query in self._before if query is not None)

    def hold(self, splices: Sequence[Splice], allowed: Allowed) -> bool:
        """Whether a change of the text does in every state what is allowed, and nothing else."""
        text = _applied(self._existing.text, splices)
        moved = {b.start: _moved(b, splices) for b in self._blocks}
        states = [_with_places(assumed, moved) for assumed in self._assumed]
        try:
            after = render_states(text, self._around, states)
        except SignoffError:
            return False
        seen: dict[str, str] = {}
        pairs = {
            (old.sql, new.sql): (old, new)
            for old, new in zip(self._before, after, strict=True)
            if old is not None
        }
        return all(_same(old, _read(text, new, old.dialect), allowed, seen) for old, new in pairs.values())


def _conditions(rendered: Rendered) -> tuple[Block, ...]:
    """The file's conditions, those inside loops left out: they hang on the loop's own turn."""
    loops = [b for b in rendered.blocks if b.word in ("for", "macro", "call", "set")]
    return tuple(
        b
        for b in rendered.blocks
        if b.word == "if" and not any(o.start < b.start and b.end <= o.end for o in loops)
    )


def _assumptions(rendered: Rendered, blocks: Sequence[Block]) -> list[Assumed]:
    found = [FIRST_LOAD]
    if rendered.asks_incremental or any("is_incremental" in b.said for b in blocks):
        found.append(INCREMENTAL)
    for block in blocks:
        for branch in range(len(block.tags)):
            found.append(Assumed(branches=((block.start, branch),)))
    return found[:_MOST_STATES]


def _with_places(assumed: Assumed, moved: Mapping[int, int | None]) -> Assumed:
    """The same assumptions where the edited text has its conditions."""
    branches = tuple((place, n) for old, n in assumed.branches if (place := moved.get(old, old)) is not None)
    return Assumed(assumed.incremental, branches)


def _moved(block: Block, splices: Sequence[Splice]) -> int | None:
    """Where a block begins after a change; None where it is gone."""
    place = block.start
    for splice in splices:
        if splice.start <= block.start < splice.end:
            return None
        if splice.end <= block.start:
            place += len(splice.after) - len(splice.before)
    return place


def _applied(text: str, splices: Sequence[Splice]) -> str:
    pieces, place = [], 0
    for splice in sorted(splices, key=lambda s: (s.start, s.end)):
        pieces += [text[place : splice.start], splice.after]
        place = max(place, splice.end)
    return "".join(pieces) + text[place:]


def _from(read: ExistingSql | None, rendered: Rendered) -> ExistingSql | None:
    """The same query where it may come from other places of the file."""
    if read is None:
        return None
    loops = read.rendered.loops_of_queries
    return replace(read, rendered=replace(without_mark(rendered), loops_of_queries=loops))


def _read(text: str, rendered: Rendered, dialect: str) -> ExistingSql | None:
    """One state as a query; None where it is none."""
    try:
        return read_rendered(text, without_mark(rendered), dialect)
    except SignoffError:
        return None


def _same(old: ExistingSql, new: ExistingSql | None, allowed: Allowed, seen: dict[str, str]) -> bool:
    if new is None or (allowed.rows and not _reads(new) and _reads(old)):
        return False
    found = dict(_selects(new.query))
    before = list(_selects(old.query))
    if not found.keys() >= {place for place, _ in before}:
        return False
    return (
        _has_added(new, allowed)
        and not _twice(new, allowed)
        and all(
            _same_list(_with_exchanged(_items(old, a), allowed), _items(new, b), allowed)
            and _same_values(place, _items(new, b), allowed, seen)
            and _same_tables(a, b, allowed)
            and (allowed.rows or _same_rest(old, a, new, b))
            for place, a in before
            for b in [found[place]]
        )
    )


def _reads(existing: ExistingSql) -> bool:
    """Whether a state is SQL as a whole, and not only in the places that edits look at."""
    try:
        parse_query(plain_query(existing.sql, existing.dialect), existing.dialect)
    except SignoffError:
        return False
    return True


def _has_added(new: ExistingSql, allowed: Allowed) -> bool:
    """Whether every part of the result has the new columns."""
    for part in new.parts:
        names = {name for name, _ in _items(new, part.select)}
        has_star = any(new.is_star(item) for item in part.select.items)
        if not has_star and not allowed.added <= names:
            return False
    return True


def _twice(new: ExistingSql, allowed: Allowed) -> bool:
    """Whether a list writes a new column that a ``*`` beside it shows already."""
    for place in every_place(new):
        names = [name for name, _ in _items(new, place.select) if name in allowed.added]
        stars = [i for i in place.select.items if i.first <= i.last and new.is_star(i)]
        shown = _shown(new, place, stars) if names and stars else set()
        if len(names) != len(set(names)) or not shown.isdisjoint(names):
            return True
    return False


def _shown(existing: ExistingSql, place: Place, stars: Sequence[Span]) -> set[str]:
    """Names that the queries behind some ``*`` write in their lists."""
    found: set[str] = set()
    for span in stars:
        words = existing.written(span).casefold()
        if _LEFT_OUT.search(words):
            continue
        alias = words.rpartition(".")[0].strip('"`[]')
        for table in place.select.tables:
            query = place.query_of(table) if alias in ("", table.alias.casefold()) else None
            for part in query.parts if query is not None else ():
                found |= {name for name, _ in _items(existing, part.select)}
                inner = [i for i in part.select.items if i.first <= i.last and existing.is_star(i)]
                found |= _shown(existing, part, inner)
    return found


def _selects(query: QueryShape, place: str = "") -> Iterator[tuple[str, SelectShape]]:
    """Every SELECT of a query with its place in it, such as ``orders/1``."""
    for name, cte in query.ctes:
        yield from _selects(cte, f"{place}/{name.casefold()}")
    for number, select in enumerate(query.parts):
        yield f"{place}/{number}", select
        for table in select.tables:
            if table.query is not None:
                yield from _selects(table.query, f"{place}/{number}/{table.alias.casefold()}")


def _same_tables(old: SelectShape, new: SelectShape, allowed: Allowed) -> bool:
    """Whether every table is still read, in order, with more behind only where a join was asked for."""
    exchanged = dict(allowed.exchanged)
    names = [exchanged.get(t.alias.casefold(), t.alias.casefold()) for t in old.tables]
    if not allowed.joins and len(new.tables) != len(names):
        return False
    return [t.alias.casefold() for t in new.tables][: len(names)] == names


def _same_rest(old: ExistingSql, before: SelectShape, new: ExistingSql, after: SelectShape) -> bool:
    """Whether what stands behind a list is there still, word for word and in order, with perhaps more between."""
    words = iter(_behind(new, after))
    return all(word in words for word in _behind(old, before))


def _behind(existing: ExistingSql, select: SelectShape) -> list[str]:
    if select.from_span is None:
        return []
    tokens = existing.tokens[select.from_span.first : select.span.last + 1]
    return [token.text.casefold() for token in tokens]


def _same_list(before: Sequence[tuple[str, str]], after: Sequence[tuple[str, str]], allowed: Allowed) -> bool:
    """Whether a list holds what it held, in order; what is new has a name of its own."""
    kept = [item for item in before if item[0] not in allowed.changed]
    names = {name for name, _ in kept}
    found = [item for item in after if item[0] in names]
    if len(kept) != len(found):
        return False
    there = {name for name, _ in after}
    asked = {name for name, _ in before} & allowed.changed - allowed.gone
    return asked <= there and all(
        _is_item(a, b) or (allowed.joins and bool(_narrowed(a)) and _narrowed(a) == _narrowed(b))
        for a, b in zip(kept, found, strict=True)
    )


def _same_values(
    place: str, after: Sequence[tuple[str, str]], allowed: Allowed, seen: dict[str, str]
) -> bool:
    """Whether a changed or new column has one expression, whatever the state."""
    for name, sql in after:
        if name in allowed.changed | allowed.added:
            first = seen.setdefault(f"{place} {name}", sql)
            if first != sql and not same_sql(first, sql):
                return False
    return True


def _with_exchanged(items: list[tuple[str, str]], allowed: Allowed) -> list[tuple[str, str]]:
    """A list whose ``*`` of a table is that of the table read in its place."""
    stars = {f"{quoted(old)}.*".casefold(): f"{quoted(new)}.*".casefold() for old, new in allowed.exchanged}
    return [(name, stars.get(sql, sql) if name == "*" else sql) for name, sql in items]


def _narrowed(item: tuple[str, str]) -> str:
    """A ``*`` without the columns that it leaves out: a join leaves out the keys that it had brought out."""
    return _LEFT_OUT.sub("", item[1]) if item[0] == "*" else ""


def _is_item(wanted: tuple[str, str], found: tuple[str, str]) -> bool:
    if wanted == found:
        return True
    return wanted[0] == found[0] and (same_sql(wanted[1], found[1]) or _qualified(wanted[1], found[1]))


def _qualified(old: str, new: str) -> bool:
    """Whether an expression differs only by tables before columns that had none."""
    before, after = parsed(old), parsed(new)
    if before is None or after is None:
        return False
    after = after.copy()
    for a, b in zip(columns_of(before), columns_of(after), strict=False):
        if not a.table:
            b.set("table", None)
    return same_sql(old, after.sql(dialect=DIALECT))


def _items(existing: ExistingSql, select: SelectShape) -> list[tuple[str, str]]:
    """Case-folded names and expressions of a list; a bare ``*`` as those of the tables it stands for."""
    found: list[tuple[str, str]] = []
    for span in select.items:
        if span.first > span.last:
            continue
        text = existing.written(span)
        if text.startswith("*") and (text == "*" or len(select.tables) == 1):
            found += [("*", f"{quoted(t.alias)}.{text}".casefold()) for t in select.tables]
        else:
            name, sql = _item(existing, span)
            found.append((name, sql.casefold() if name == "*" else sql))
    return found


def _item(existing: ExistingSql, span: Span) -> tuple[str, str]:
    """Case-folded name and expression of one item."""
    return _told_apart(existing.sql_of(span))


@lru_cache(maxsize=8_192)
def _told_apart(sql: str) -> tuple[str, str]:
    tree = item_tree(sql)
    if tree is None:
        return sql.casefold(), sql
    inner = tree.this.sql() if isinstance(tree, exp.Alias) else sql
    return (tree.alias_or_name or sql).casefold(), inner
