"""Finds the header rows of a sheet."""

from __future__ import annotations

from signoff.core.engines.documents.grid import SheetGrid
from signoff.core.parse.bands import Merges, cells_of, names_one_table, names_tables
from signoff.core.parse.before_and_now import pair_in
from signoff.core.parse.boxes import in_box
from signoff.core.parse.further_headers import LEAST_LATER, LEAST_SAME, WorthALook, name_of
from signoff.core.parse.header_cells import Header, header_at, is_under_band
from signoff.core.parse.lexicon import guess, is_sure, may_be_header
from signoff.core.parse.spoken import spoken
from signoff.core.parse.step_lines import is_step_line
from signoff.core.progress import CancelToken

FIRST_ROWS = 30
"""A first header is looked for in these rows."""
_LOOK_AHEAD = 2
_MIN_SHARE = 0.55
_LEAST = 2
"""Cells of a header that must name something for sure, and different things."""
_REPEAT_SHARE = 0.7
_MAY_DIFFER = 0.4
"""Share of a header's texts that may read otherwise where it is repeated."""
_NAMING_KINDS = frozenset(
    {
        "column",
        "table",
        "rule",
        "rule_kind",
        "step_kind",
        "join",
        "filter",
        "left_table",
        "right_table",
        "condition",
        "rule_code",
    }
)
_STEP_KINDS = frozenset({"alias", "section", "step_order", "type"})
"""What heads the lines of steps beside a table."""


def find_headers(
    grid: SheetGrid, given_row: int | None = None, *, cancel: CancelToken | None = None
) -> list[Header]:
    """All header rows of a sheet from top to bottom; empty when it has none.

    Args:
        grid: the sheet.
        given_row: the row that a person gave as the sheet's one header, from 1.
        cancel: looked at row by row.

    Raises:
        Cancelled: `cancel` was set.
    """
    covering = Merges(grid)
    if given_row is not None:
        return [header_at(grid, given_row, covering, 0)]
    if grid.tables:
        return [header_at(grid, table.header, covering, table.header - 1) for table in grid.tables]
    headers: list[Header] = []
    cancel = cancel or CancelToken()
    worth = WorthALook(grid, cancel)
    later = False
    row = 1
    while row <= len(grid.rows):
        cancel.check()
        if not headers and row > FIRST_ROWS:
            break
        beneath = headers and row == headers[-1].row + 1 and _is_full(headers[-1])
        if beneath or (later and not worth.row(row)):
            row += 1
            continue
        if _is_header(grid, row, later) or (headers and _repeats(grid, row, headers[-1])):
            best = _best_of(grid, row, later)
            best += is_under_band(grid, best + 1)
            above = headers[-1].row if headers else 0
            headers.append(header_at(grid, best, covering, above))
            worth.know(headers[-1])
            later = later or _is_full(headers[-1])
            row = best
        row += 1
    return headers


def _is_full(header: Header) -> bool:
    """Whether a header names columns, rather than being a row of a title block."""
    kinds = {cell.guess.kind for cell in header.cells if cell.guess.known >= 0.99}
    named = len(kinds & _NAMING_KINDS)
    return (
        "column" in kinds or "step_kind" in kinds or named > 1 or (named > 0 and len(kinds & _STEP_KINDS) > 1)
    )


def _strength(grid: SheetGrid, row: int) -> tuple[int, int, int]:
    """Cells that are surely headers, cells that may be, and cells in all."""
    guesses = [guess(text) for text in spoken([text for _column, text in cells_of(grid, row)])]
    naming = [g for g in guesses if g.known >= 0.5 and (g.kind or g.side)]
    sure = sum(map(is_sure, naming))
    return sure, len(naming) - sum(1 for g in naming if g.known >= 0.99 and g.exact), len(guesses)


def _is_header(grid: SheetGrid, row: int, later: bool) -> bool:
    told = _names_enough(grid, row, later) and _is_known(grid, row, later)
    if later and told and _is_alike(grid, row):
        return False
    cells = cells_of(grid, row)
    return told and not names_tables(cells) and not names_one_table(cells) and not in_box(grid, row)


def _names_enough(grid: SheetGrid, row: int, later: bool) -> bool:
    """Whether the cells that are surely headers are enough, and name different things.

    Below a first header every row is held against this, so a cell with an unknown word is passed over before more
    is asked of it.
    """
    texts = list(filter(None, grid.rows[row - 1]))
    if later and is_step_line(texts):
        return False
    likely = list(filter(may_be_header, texts)) if later else spoken(texts)
    least = LEAST_LATER if later else _LEAST
    if len(likely) < least:
        return False
    named = [name_of(g) for g in map(guess, likely) if is_sure(g)]
    kinds, different = {kind for _side, kind in named}, set(named)
    naming = bool(kinds & _NAMING_KINDS) or any(side for side, kind in different if not kind)
    sided = not later or any(side for side, _kind in different) or "rule" in kinds or "step_kind" in kinds
    return len(different) >= least <= len(named) and naming and sided


def _is_alike(grid: SheetGrid, row: int) -> bool:
    """Whether a row shares several texts, each in its column, with a row beside it: those are values, not headings."""
    own = grid.rows[row - 1]
    beside = (*grid.rows[row - 2 : row - 1], *grid.rows[row : row + 1])
    return any(sum(map(_is_same, own, other)) > 1 for other in beside)


def _is_same(text: str, other: str) -> bool:
    return bool(text) and text == other


def _is_known(grid: SheetGrid, row: int, later: bool) -> bool:
    """Whether enough of a row's cells are headers or may be."""
    sure, maybe, total = _strength(grid, row)
    maybe = max(maybe, min(pair_in([text for _column, text in cells_of(grid, row)]), total - sure))
    return (sure + maybe) / total >= (_REPEAT_SHARE if later else _MIN_SHARE)


def _repeats(grid: SheetGrid, row: int, header: Header) -> bool:
    """Whether the row shows the header's texts again."""
    cells, others = header.cells, 0
    texts = grid.rows[row - 1]
    for cell in cells:
        text = texts[cell.column - 1] if cell.column <= len(texts) else ""
        if len(text) != len(cell.text) or text.casefold() != cell.text.casefold():
            others += 1
            if others > _MAY_DIFFER * len(cells):
                return False
    return len(cells) - others >= LEAST_SAME


def _best_of(grid: SheetGrid, row: int, later: bool) -> int:
    """The candidate itself, or a stronger one just below (a band stands above its header)."""
    best, best_sure = row, _strength(grid, row)[0]
    for other in range(row + 1, min(row + _LOOK_AHEAD, len(grid.rows)) + 1):
        sure = _strength(grid, other)[0]
        if sure > best_sure and _is_header(grid, other, later):
            best, best_sure = other, sure
    return best
