"""Source or target: whose part each column of a sheet is, by header, band, order and neighbours."""

from __future__ import annotations

from signoff.core.parse.header_cells import HeaderCell
from signoff.core.parse.lexicon import Side

SIDED_KINDS = frozenset(
    {"length", "nullable", "type", "column", "system", "default", "required", "table", "key"}
)
"""Kinds of header that belong to a side."""


_OF_VALUES = frozenset({"type", "length", "nullable", "required"})


def sides_of(cells: tuple[HeaderCell, ...], kinds: dict[int, str]) -> dict[int, Side]:
    """Source or target for each column whose kind has sides."""
    sides = {c.column: c.guess.side or c.band_side for c in cells}
    for cell in cells:
        if cell.band and cell.band_side is None and cell.guess.side is None:
            kinds[cell.column] = "other"
    known: dict[int, Side] = {column: side for column, side in sides.items() if side is not None}
    _layer_sides(cells, kinds, known)
    _name_bare_sides(cells, kinds, known)
    _pair_repeated(cells, kinds, known)
    _lone_column(cells, kinds, known)
    _inherit(cells, kinds, known)
    return known


def _layer_sides(cells: tuple[HeaderCell, ...], kinds: dict[int, str], known: dict[int, Side]) -> None:
    """`Landing Column` beside `Staging Column`: the lowest layer is the source, the highest the target."""
    told_layers = {c.guess.layer: known[c.column] for c in cells if c.column in known and c.guess.layer >= 0}
    for cell in cells:
        if cell.column not in known and cell.guess.layer in told_layers:
            known[cell.column] = told_layers[cell.guess.layer]
    open_cells = [c for c in cells if c.column not in known and c.guess.layer >= 0]
    if not open_cells:
        return
    present = set(known.values())
    ranks = {c.guess.layer for c in open_cells}
    lowest = min(ranks)
    final = max((c.guess.layer for c in cells if known.get(c.column) is Side.TARGET), default=-1)
    for cell in open_cells:
        if cell.guess.layer < final and kinds[cell.column] != "side":
            kinds[cell.column] = "other"
            continue
        told = [c for c in cells if c not in open_cells and kinds[c.column] == kinds[cell.column]]
        held = {known[c.column] for c in told if c.column in known}
        if present == set(Side) and held:
            _fill_side(cell, held, kinds, known)
        elif len(present) == 1:
            _at_the_end(cell, present, ranks, kinds, known)
        elif lowest < cell.guess.layer < max(ranks):
            kinds[cell.column] = "other"
        elif len(ranks) > 1:
            known[cell.column] = Side.SOURCE if cell.guess.layer == lowest else Side.TARGET
        else:
            known[cell.column] = Side.SOURCE if lowest < 4 else Side.TARGET


def _at_the_end(
    cell: HeaderCell, present: set[Side], ranks: set[int], kinds: dict[int, str], known: dict[int, Side]
) -> None:
    """Beside sources the highest layer is the target, beside targets the lowest the source."""
    end = max(ranks) if present == {Side.SOURCE} else min(ranks)
    if cell.guess.layer == end:
        known[cell.column] = Side.TARGET if present == {Side.SOURCE} else Side.SOURCE
    else:
        kinds[cell.column] = "other"


def _fill_side(cell: HeaderCell, held: set[Side], kinds: dict[int, str], known: dict[int, Side]) -> None:
    """The side that has no such column yet; a layer between source and target is of no use."""
    if len(held) == 1:
        known[cell.column] = Side.SOURCE if held == {Side.TARGET} else Side.TARGET
    else:
        kinds[cell.column] = "other"


def _name_bare_sides(cells: tuple[HeaderCell, ...], kinds: dict[int, str], known: dict[int, Side]) -> None:
    """A header that only says `Source`: the column, else the table, else the system of that side.

    Left of a `Field` that says nothing of a side, it is the table whose fields those are.
    """
    for place, cell in enumerate(cells):
        if kinds[cell.column] != "side":
            continue
        side = known.get(cell.column)
        beside = cells[place + 1] if place + 1 < len(cells) else None
        if side is not None and beside is not None and _is_bare_column(beside, kinds, known):
            known[beside.column] = side
        taken = {kinds[c.column] for c in cells if known.get(c.column) is side and c is not cell}
        doubtful = cell.guess.known < 0.99 and cell.band_side is None and "column" in taken
        free = next((kind for kind in ("column", "table", "system") if kind not in taken), "other")
        free = "other" if doubtful else free
        kinds[cell.column] = free


def _is_bare_column(cell: HeaderCell, kinds: dict[int, str], known: dict[int, Side]) -> bool:
    """Whether a header names columns by a word alone, such as `Field`."""
    return kinds[cell.column] == "column" and cell.column not in known and cell.guess.known >= 1


def _pair_repeated(cells: tuple[HeaderCell, ...], kinds: dict[int, str], known: dict[int, Side]) -> None:
    """The same kind twice without a side: the first run is the source, the second the target."""
    loose = [
        c for c in cells if c.column not in known and kinds[c.column] in ("system", "table", "column", "type")
    ]
    if known and any(kinds[c] == "column" for c in known):
        return
    columns = [c for c in loose if kinds[c.column] == "column"]
    if len(columns) < 2:
        return
    if len(columns) == 2 and (beside := _beside_table(cells, kinds, known)) is not None:
        other = next(c for c in columns if c is not beside)
        known[beside.column] = known[beside.column - 1]
        known[other.column] = Side.TARGET if known[beside.column] is Side.SOURCE else Side.SOURCE
        return
    seen: set[str] = set()
    switched = False
    for cell in loose:
        kind = kinds[cell.column]
        opens = kind == "table" and "column" in seen and kinds.get(cell.column + 1) == "column"
        if not switched and (opens or (kind in seen and kind in ("column", "table", "system"))):
            switched = True
        seen.add(kind)
        known[cell.column] = Side.TARGET if switched else Side.SOURCE


def _beside_table(
    cells: tuple[HeaderCell, ...], kinds: dict[int, str], known: dict[int, Side]
) -> HeaderCell | None:
    """The column without a side that stands right of a table with one, where that side has no column yet."""
    loose = (c for c in cells if kinds[c.column] == "column" and c.column not in known)
    return next((c for c in loose if kinds.get(c.column - 1) == "table" and c.column - 1 in known), None)


def _lone_column(cells: tuple[HeaderCell, ...], kinds: dict[int, str], known: dict[int, Side]) -> None:
    """Columns named without a side belong to the side that has none yet; else to the target.

    Beside a target, several with a table on their left each are sources, and so are those such as `CRM Field` and
    `ERP Field`; a bare `Field` beside them is none.
    """
    loose = [c for c in cells if c.column not in known and kinds[c.column] == "column"]
    columns = {known[c.column] for c in cells if c.column in known and kinds[c.column] == "column"}
    pairs = [c.column for c in loose if kinds.get(c.column - 1) == "table" and c.column - 1 not in known]
    if columns == {Side.TARGET} and len(pairs) > 1:
        known.update(
            dict.fromkeys((place for column in pairs for place in (column - 1, column)), Side.SOURCE)
        )
        loose = [c for c in loose if c.column not in pairs]
    qualified = [c for c in loose if c.guess.known < 1]
    if columns == {Side.TARGET} and len(loose) > 1 and qualified:
        for cell in loose:
            if cell in qualified:
                known[cell.column] = Side.SOURCE
            else:
                kinds[cell.column] = "other"
        return
    for cell in loose:
        if columns == {Side.TARGET}:
            known[cell.column] = Side.SOURCE
        elif columns == {Side.SOURCE} or not columns:
            known[cell.column] = Side.TARGET
        else:
            kinds[cell.column] = "other"
            continue
        columns = columns | {known[cell.column]}


def _inherit(cells: tuple[HeaderCell, ...], kinds: dict[int, str], known: dict[int, Side]) -> None:
    """The rest takes the side of its left neighbour, else of the right one, unless that place is taken."""
    sided = [c for c in cells if kinds[c.column] in SIDED_KINDS]
    for place, cell in enumerate(sided):
        if cell.column in known:
            continue
        kind = kinds[cell.column]
        left = next((known[c.column] for c in reversed(sided[:place]) if c.column in known), None)
        right = next((known[c.column] for c in sided[place + 1 :] if c.column in known), None)
        taken = {known[c.column] for c in sided if c.column in known and kinds[c.column] == kind}
        near = [left, right] if kind not in ("table", "system") else [right, left]
        alone = sum(kinds[c.column] == kind for c in sided) == 1
        if (kind in ("key", "default") and alone) or (
            kind in _OF_VALUES and _behind_both(sided[:place], kinds, known)
        ):
            near = [Side.TARGET]
        if kind == "table" and right is Side.SOURCE and _lacks_a_table(sided, kinds, known):
            taken = taken - {Side.SOURCE}
        if kind == "length" and place and kinds[sided[place - 1].column] == "length" and left is not None:
            taken = taken - {left}
        choices = [side for side in (*near, Side.TARGET, Side.SOURCE) if side is not None]
        known[cell.column] = next((side for side in choices if side not in taken), choices[0])


def _behind_both(before: list[HeaderCell], kinds: dict[int, str], known: dict[int, Side]) -> bool:
    """Whether the columns of source and target both stand to the left: what follows is said of the result."""
    return {known.get(c.column) for c in before if kinds[c.column] == "column"} >= set(Side)


def _lacks_a_table(sided: list[HeaderCell], kinds: dict[int, str], known: dict[int, Side]) -> bool:
    """Whether there are more source columns side by side than tables for them."""
    sources = [kinds[c.column] for c in sided if known.get(c.column) is Side.SOURCE]
    return sources.count("column") > sources.count("table")
