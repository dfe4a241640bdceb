"""Lists of codes: sheets that say which old value becomes which new one.

A sheet is taken for a list only where nothing else was read from it. What rules make of lists is told in `code_rules`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

import yaml

from signoff.core.domain.cells import Cell
from signoff.core.domain.resources import resources_folder
from signoff.core.domain.spec import CodeList, Role, UnusedCell
from signoff.core.engines.documents.grid import SheetGrid
from signoff.core.parse.roles import Layout
from signoff.core.parse.words import words

_HEADER_WITHIN = 30
_LEAST_ENTRIES = 2
_TITLE = re.compile(
    r"^(?:(?:code\s+)?lists?|codes|values|table|enum(?:eration)?)\s*(?:\d+\s*)?[:.–-]?\s+(?:of\s+|for\s+)?(?=\S)",
    re.IGNORECASE,
)
"""Words before the name of a list in the line above it."""
_FIELD = re.compile(r"^[a-z]\w*$")
_CODE_AND_MEANING = 2
"""Columns of a sheet of codes that calls its second one what the codes mean: Code, Discharge group."""
_REMARKS = frozenset(
    {
        "remark",
        "remarks",
        "comment",
        "comments",
        "note",
        "notes",
        "bemerkung",
        "bemerkungen",
        "hint",
        "example",
    }
    | {
        "examples",
        "since",
        "until",
        "from",
        "to",
        "valid",
        "changed",
        "date",
        "status",
        "count",
        "number",
        "sort",
    }
    | {"order", "source", "nr", "used", "where", "owner", "system"}
)
"""Words of headers of columns that hold nothing a code is translated to."""


def read_code_lists(document: str, grids: Sequence[SheetGrid]) -> tuple[CodeList, ...]:
    """The lists of codes on sheets from which nothing else was read.

    Args:
        document: file name, for the cells' addresses.
        grids: those sheets.
    """
    return tuple(made for grid in grids for made in _lists(document, grid))


def is_code_list(grid: SheetGrid, row: int) -> bool:
    """Whether a header row is plainly that of a list of codes, such as Old value and New value."""
    columns = _columns(grid, row)
    if columns is None:
        return False
    heads = {" ".join(words(grid.at(row, place))) for place in columns[:2]}
    return not heads & synonyms()["weak"]


def holds_remarks(grid: SheetGrid, layout: Layout, role: Role) -> bool:
    """Whether every column that plays a part has a header that only announces remarks, such as Comment.

    Args:
        grid: the sheet.
        layout: its header and the parts of its columns.
        role: the part.
    """
    heads = [set(words(grid.at(layout.header.row, place))) for place in layout.columns(role)]
    return bool(heads) and all(head and head <= _REMARKS for head in heads)


def without_listed(unused: tuple[UnusedCell, ...], lists: Sequence[CodeList]) -> tuple[UnusedCell, ...]:
    """The unused cells but those that a list was read from."""
    listed = {(cell.sheet, cell.row, cell.column) for each in lists for cell in each.cells}
    if not listed:
        return unused
    return tuple(x for x in unused if (x.cell.sheet, x.cell.row, x.cell.column) not in listed)


@lru_cache(maxsize=1)
def synonyms() -> dict[str, frozenset[str]]:
    """Words of lists of codes by what they are for."""
    path = resources_folder() / "synonyms" / "code_lists.yml"
    data = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    return {name: frozenset(" ".join(words(text)) for text in texts) for name, texts in data.items()}


def _lists(document: str, grid: SheetGrid) -> Iterator[CodeList]:
    titled = list(_titled(document, grid)) if _names_codes(grid.name) else []
    if titled:
        yield from titled
        return
    for row in range(1, min(len(grid.rows), _HEADER_WITHIN) + 1):
        columns = _columns(grid, row)
        if columns is not None:
            yield from _entries(document, grid, row, *columns)
            for place in _further(grid, row, columns):
                further = _entries(document, grid, row, columns[0], place, columns[2])
                yield from (each for each in further if any(value for _code, value in each.codes))
            return


def _titled(document: str, grid: SheetGrid) -> Iterator[CodeList]:
    """Lists that stand one below the other, each under a line with its name and a header of its own."""
    filled = [[place for place, text in enumerate(texts, 1) if text] for texts in grid.rows]
    starts = [
        row
        for row in range(1, len(filled) - _LEAST_ENTRIES)
        if filled[row - 1] == [1]
        and (row == 1 or not filled[row - 2])
        and len(filled[row]) >= _CODE_AND_MEANING
        and all(filled[row + n] for n in range(1, _LEAST_ENTRIES + 1))
    ]
    for row in starts if len(starts) > 1 else ():
        name = _TITLE.sub("", grid.at(row, 1)).strip(" :")
        last = next((n for n in range(row + 2, len(filled) + 1) if not filled[n - 1]), len(filled) + 1)
        old, *values = filled[row]
        for new in values:
            said = set(words(grid.at(row + 1, new)))
            entries = [(n, grid.at(n, old).strip(), grid.at(n, new).strip()) for n in range(row + 2, last)]
            codes = tuple((code, value) for _n, code, value in entries if code)
            if len(codes) < _LEAST_ENTRIES or (said & _REMARKS and new != values[0]):
                continue
            title = Cell(grid.name, row, 1, document)
            heads = [Cell(grid.name, row + 1, c, document) for c in (old, new)]
            cells = [
                Cell(grid.name, n, c, document) for n, *_entry in entries for c in (old, new) if grid.at(n, c)
            ]
            yield CodeList(name, codes, (title, *heads, *cells), grid.at(row + 1, new), grid.name)


def _columns(grid: SheetGrid, row: int) -> tuple[int, int, int] | None:
    """Columns of the old value, the new one and the list's name (0 where there is none); None for no such header."""
    known = synonyms()
    texts = {" ".join(words(text)): place for place, text in enumerate(grid.rows[row - 1], 1) if text}
    old = _first(texts, known["old"])
    new = _first({text: place for text, place in texts.items() if place != old}, known["new"])
    if old and not new and len(texts) == _CODE_AND_MEANING and _names_codes(grid.name):
        new = next(place for place in texts.values() if place != old)
    if not old and not new and _names_codes(grid.name) and _is_bare_list(grid, row):
        old, new = list(texts.values())
        return old, new, 0
    if not old or not new:
        return None
    heads = {text for text, place in texts.items() if place in (old, new)}
    if heads <= known["weak"] and not _names_codes(grid.name):
        return None
    named = _first({text: place for text, place in texts.items() if place not in (old, new)}, known["list"])
    return old, new, named


def _is_bare_list(grid: SheetGrid, row: int) -> bool:
    """Whether a sheet holds nothing but two columns under names of fields: account_type, classification."""
    filled = [texts for texts in grid.rows if any(texts)]
    header = [text for text in grid.rows[row - 1] if text]
    is_first = bool(filled) and filled[0] == grid.rows[row - 1]
    names = len(header) == _CODE_AND_MEANING and all(_FIELD.match(text) for text in header)
    return is_first and names and all(sum(map(bool, texts)) == _CODE_AND_MEANING for texts in filled)


def _further(grid: SheetGrid, row: int, columns: tuple[int, int, int]) -> Iterator[int]:
    """Columns of the sheet with a further value of each code, such as Score beside Text."""
    for place, text in enumerate(grid.rows[row - 1], 1):
        said = set(words(text))
        if text and place not in columns and not said & _REMARKS and len(said) <= _CODE_AND_MEANING:
            yield place


def _first(texts: dict[str, int], wanted: frozenset[str]) -> int:
    """The column under the plainest of the wanted headers; 0 for none."""
    weak = synonyms()["weak"]
    found = [(text in weak, place) for text, place in texts.items() if text in wanted]
    return min(found)[1] if found else 0


def _names_codes(sheet: str) -> bool:
    said = f" {' '.join(words(sheet))} "
    return any(f" {each} " in said for each in synonyms()["sheet"])


def _entries(
    document: str, grid: SheetGrid, header: int, old: int, new: int, named: int
) -> Iterator[CodeList]:
    """One list a name, filled down; the sheet's own name where no column holds one."""
    gathered: dict[str, tuple[list[tuple[str, str]], list[Cell]]] = {}
    name = grid.name
    for row in range(header + 1, len(grid.rows) + 1):
        name = (grid.at(row, named).strip() or name) if named else name
        code, value = grid.at(row, old).strip(), grid.at(row, new).strip()
        if not code:
            continue
        codes, cells = gathered.setdefault(name, ([], []))
        codes.append((code, value))
        cells += [Cell(grid.name, row, c, document) for c in (named, old, new) if c and grid.at(row, c)]
    heads = [Cell(grid.name, header, c, document) for c in (named, old, new) if c]
    for each, (codes, cells) in gathered.items():
        if len(codes) >= _LEAST_ENTRIES:
            yield CodeList(each, tuple(codes), (*heads, *cells), grid.at(header, new), grid.name)
