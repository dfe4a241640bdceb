"""Columns that go out of existing SQL: their item, its comma and its line; numbers behind it count one less."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from signoff.core.domain.edits import EditKind, Splice
from signoff.core.domain.findings import Severity
from signoff.core.domain.sentences import say
from signoff.core.merge.edits import Layout, uses_leading_commas
from signoff.core.merge.existing import Place, expression_of
from signoff.core.merge.placing import NewItem
from signoff.core.merge.readers import mentions, order_numbers
from signoff.core.merge.renaming import written_out
from signoff.core.merge.scripting import Proposed
from signoff.core.merge.shape import Span
from signoff.core.merge.work import ColumnEdit, Work

_COUNTS = re.compile(r"\{\{-?\s*[\w.]+\(\s*(?:n\s*=\s*)?(?P<count>\d+)\s*\)\s*-?\}\}")
"""A macro that is called with how many columns are grouped by: ``{{ dbt_utils.group_by(7) }}``."""


@dataclass
class Leaving:
    """The items of one SELECT's list that go."""

    place: Place
    by_number: dict[int, Proposed] = field(default_factory=dict)
    """The edit of each item that goes, by its number in the list."""

    @property
    def tail(self) -> tuple[int, ...]:
        """Numbers of those that end the list."""
        found: list[int] = []
        for number in range(len(self.place.select.items) - 1, -1, -1):
            if number not in self.by_number:
                break
            found.insert(0, number)
        return tuple(found)

    @property
    def last(self) -> tuple[Proposed, ...]:
        """The edits of those that end the list."""
        return tuple(self.by_number[number] for number in self.tail)


def leaving(work: Work, edits: Sequence[ColumnEdit]) -> dict[int, Leaving]:
    """What goes out of which SELECT, by the number of its first token; each column is an edit of its own."""
    found: dict[int, Leaving] = {}
    for edit in edits:
        outputs = [(place, written_out(work, place, edit.name)) for place in work.existing.parts]
        items = [(p, o.item) for p, o in outputs if o is not None and o.item is not None]
        if len(items) < len(outputs) or any(len(p.select.items) <= len(edits) for p, _ in items):
            work.refuse(say("update.removed_stays", column=edit.name), edit, "D227", Severity.WARNING)
            continue
        made = work.propose(
            EditKind.DROP_COLUMN, edit, edit.why or say("edits.drop_column", column=edit.name)
        )
        for place, item in items:
            held = found.setdefault(place.select.span.first, Leaving(place))
            held.by_number[place.select.items.index(item)] = made
            _mind_readers(work, edit, made, place, item)
    return found


def _mind_readers(work: Work, edit: ColumnEdit, made: Proposed, place: Place, item: Span) -> None:
    found = mentions(work, place, edit.name, item)
    first = next(iter(sorted((*found.elsewhere, *found.along))), None)
    if first is not None:
        line = work.existing.text.count("\n", 0, work.layout.start(first)) + 1
        made.suggestion = True
        work.refuse(say("update.read_elsewhere", column=edit.name, line=line), edit, "D229", Severity.WARNING)


def cut_out(work: Work, going: Leaving) -> None:
    """Write the splices of what goes out of one SELECT; run when its new items are laid out."""
    select, layout = going.place.select, work.layout
    items = select.items
    new = [i.edit for i in work.items.get(select.span.first, (going.place, []))[1]]
    tail = going.tail if select.dangling is None else ()
    for number, edit in sorted(going.by_number.items()):
        if number not in tail:
            edit.splices.append(_cut_of(layout, items, number))
        elif ends_lines(layout, items):
            _end_cut(layout, items, number, edit, going, new)
        else:
            edit.splices.append(
                _cut(layout, layout.end(items[number - 1].last), layout.end(items[number].last))
            )
    _count_less(work, going.place, going.by_number)


def counted_without(items: Sequence[NewItem], going: Leaving) -> list[NewItem]:
    """New items of a grouping: those that are numbers count without what goes out of the list."""
    edits = tuple(edit for _number, edit in sorted(going.by_number.items()))
    return [
        item if item.position is None else replace(item, sql=str(int(item.sql) - len(edits)), gone=edits)
        for item in items
    ]


def ends_lines(layout: Layout, items: Sequence[Span]) -> bool:
    """Whether the list has an item a line, and commas end the lines."""
    return layout.begins_line(items[-1].first) and not uses_leading_commas(layout, items)


def _end_cut(
    layout: Layout,
    items: Sequence[Span],
    number: int,
    edit: Proposed,
    going: Leaving,
    new: Sequence[Proposed],
) -> None:
    """Take out one of the lines that end a list; the comma before them goes too, where nothing new follows."""
    if number == going.tail[0]:
        comma = items[number].first - 1
        edit.splices.append(_cut(layout, layout.start(comma), layout.end(comma)))
        edit.unless += [(len(edit.splices) - 1, other) for other in new]
    before = items[number - 1]
    start = layout.line_end(layout.end(before.last + 1), layout.start(items[number].first))
    end = _line_behind(layout, items, number)
    edit.splices.append(_cut(layout, layout.end(before.last + 1) if start is None else start, end))
    edit.need(*going.last)


def _line_behind(layout: Layout, items: Sequence[Span], number: int) -> int:
    last = items[number].last if number == len(items) - 1 else items[number].last + 1
    end = layout.line_end(layout.end(last), layout.next_start(last))
    return layout.end(last) if end is None else end


def _cut_of(layout: Layout, items: Sequence[Span], number: int) -> Splice:
    """The stretch one item takes with it that others follow."""
    item = items[number]
    start = layout.start(item.first)
    if uses_leading_commas(layout, items):
        if number == 0:
            return _cut(layout, start, layout.start(items[1].first))
        start = layout.start(item.first - 1)
    elif not layout.begins_line(item.first):
        following = items[number + 1].first if number + 1 < len(items) else item.last + 2
        return _cut(layout, start, layout.start(following))
    comma = item.last if uses_leading_commas(layout, items) else item.last + 1
    end = layout.line_end(layout.end(comma), layout.next_start(comma))
    if end is None:
        return _cut(layout, start, layout.next_start(comma))
    return _cut(layout, layout.line_start(start), min(len(layout.text), _behind_break(layout.text, end)))


def _behind_break(text: str, place: int) -> int:
    if text.startswith("\r\n", place):
        return place + 2
    return place + 1 if place < len(text) else place


def _cut(layout: Layout, start: int, end: int) -> Splice:
    return Splice(start, end, layout.text[start:end], "")


def _count_less(work: Work, place: Place, by_number: dict[int, Proposed]) -> None:
    """Numbers in GROUP BY and ORDER BY that stand for items: those behind one that goes count one less.

    Rows stay grouped by an item that goes: its expression takes the number's place.
    """
    groups = [s.first for s in place.select.group if s.first == s.last]
    counting = _counting_tag(work.layout, groups)
    if counting is not None:
        _macro_counts_less(work, place, by_number, counting)
        groups = []
    for token in (*groups, *order_numbers(work.existing, place)):
        text = work.existing.tokens[token].text
        if not text.isdigit():
            continue
        position = int(text) - 1
        before = [edit for number, edit in by_number.items() if number < position]
        start, end = work.layout.start(token), work.layout.end(token)
        own = by_number.get(position)
        if own is not None:
            instead = expression_of(work.existing, place.select.items[position])
            own.splices.append(Splice(start, end, text, instead))
        splice = Splice(start, end, text, str(position + 1 - len(before)), once=True)
        for edit in before:
            edit.splices.append(splice)
            number = len(edit.splices) - 1
            edit.shifted += [(number, other, 1) for other in before]
            edit.unless += [(number, own)] if own is not None else []


@dataclass(frozen=True)
class _Counting:
    """A tag that writes the numbers of a GROUP BY: where it has how many, and where it ends."""

    start: int
    end: int
    count: int
    behind: int


def _counting_tag(layout: Layout, groups: Sequence[int]) -> _Counting | None:
    """The one tag that gives every number of a GROUP BY, 1 to what it is called with; None where none does."""
    starts = {layout.start(token) for token in groups}
    if len(starts) != 1 or [layout.token(t).text for t in groups] != [str(n + 1) for n in range(len(groups))]:
        return None
    start, behind = starts.pop(), layout.end(groups[-1])
    called = _COUNTS.fullmatch(layout.text[start:behind])
    if called is None or int(called["count"]) != len(groups):
        return None
    return _Counting(start + called.start("count"), start + called.end("count"), len(groups), behind)


def _macro_counts_less(work: Work, place: Place, by_number: dict[int, Proposed], counting: _Counting) -> None:
    """The macro is called with a smaller number; rows stay grouped by the expressions that go."""
    going = {number: edit for number, edit in sorted(by_number.items()) if number < counting.count}
    for number, edit in going.items():
        left = str(counting.count - len(going))
        edit.splices.append(Splice(counting.start, counting.end, str(counting.count), left, once=True))
        edit.shifted += [(len(edit.splices) - 1, other, 1) for other in going.values()]
        said = expression_of(work.existing, place.select.items[number])
        edit.splices.append(Splice(counting.behind, counting.behind, "", f", {said}"))
