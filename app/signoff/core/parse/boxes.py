"""A box of labelled lines above a grid: what is read, joined and filtered, what one row is, under the table's name.

Such documents hold several of them on one sheet, each a title, a box and a grid. A box is taken as one only where
several of its labels are known and one of them says what is read; anything else above a grid is read line by line.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

import yaml

from signoff.core.domain.resources import resources_folder
from signoff.core.engines.documents.grid import SheetGrid
from signoff.core.parse.words import phrase

_LABEL = re.compile(r"^(?P<label>[^:=]{2,40}?)\s*[:=]\s+(?P<value>\S.*)$", re.DOTALL)
_ASIDE = re.compile(r"\s*\([^()]*\)\s*:?$")
_PLURAL = re.compile(r"\((?:s|es|n|en)\)")
_NUMBER = re.compile(r"\s*[#(]?\d{1,2}[).]?$")
_MOST_LINES = 24
_MOST_BLANK = 2
"""Empty rows between a box and its grid."""
_FEWEST_PARTS = 2
_NAMED = re.compile(
    r"^\W*(?:\d{1,3}(?:\.\d{1,3})*[.):]?\s+)?(?:(?:target|table|model|view|mart|dataset|build|builds|zieltabelle|tabelle|ziel|modell)\b[\s:]*){0,2}"
    r"[`'\"\[]?(?P<name>[^\W\d]\w*(?:\.\w+){0,2})[`'\"\]]?\s*(?:$|[-–—:(].*$)",
    re.IGNORECASE | re.DOTALL,
)
_FURTHER = re.compile(
    r"^\s*(?:left\s+|inner\s+)?(?:join|lookup)\s+(?!condition|type|kind)[\w-]+(?:\s+[\w-]+){0,2}\s*:?$",
    re.IGNORECASE,
)
"""A label of one join of several: ``Join card V``."""
_IDENTIFIER = re.compile(r"(?<![\w.])[^\W\d]\w*_\w+(?![\w(])")


class BoxPart(StrEnum):
    """What a line of a box tells."""

    READS = "reads"
    JOINED = "joined"
    ROWS = "rows"
    LEFT_OUT = "left_out"
    GRAIN = "grain"
    TARGET = "target"


_OF_ROWS = frozenset(BoxPart) - {BoxPart.TARGET}


@dataclass(frozen=True)
class BoxLine:
    """One labelled line; several rows where its value goes on in the rows below."""

    part: BoxPart | None
    """None for a label that tells nothing of rows, such as the owner."""
    value: str
    row: int
    column: int
    """Cell of the value."""
    cells: tuple[tuple[int, int], ...]
    """Row and column of everything read."""
    label: str = ""
    """As written, where a value stands beside it."""


@dataclass(frozen=True)
class Box:
    """The lines above one grid."""

    lines: tuple[BoxLine, ...]
    top: int
    """Its first row, that of the title where it has one."""
    title: tuple[int, int, str] | None = None
    """Row, column and text of the line above it."""

    def told(self, part: BoxPart) -> list[BoxLine]:
        """The lines that tell this."""
        return [line for line in self.lines if line.part is part]

    def named(self) -> tuple[str, tuple[int, int]] | None:
        """The table's name with its cell: a line of the box, else the title; None where neither is a name."""
        for line in self.told(BoxPart.TARGET):
            if name := _name_in(line.value):
                return name, (line.row, line.column)
        if self.title is not None and (name := _name_in(self.title[2])):
            return name, self.title[:2]
        return None


@lru_cache(maxsize=1)
def _words() -> dict[str, frozenset[str]]:
    path = resources_folder() / "synonyms" / "boxes.yml"
    data = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    return {part: frozenset(phrase(text) for text in texts) for part, texts in data.items()}


@lru_cache(maxsize=2_000)
def part_of(label: str) -> BoxPart | None:
    """What a label tells; None for one that tells nothing of a table or its rows."""
    bare = _NUMBER.sub("", _ASIDE.sub("", _PLURAL.sub("", label.strip(" :"))))
    said = phrase(bare)
    found = next((part for part in BoxPart if said in _words()[part]), None)
    return BoxPart.JOINED if found is None and _FURTHER.match(bare) else found


def says_nothing(value: str) -> bool:
    """Whether a value says that there is none: `nothing`, `all`, `-`."""
    said = phrase(value)
    return not said or said in _words()["nothing"]


def box_above(grid: SheetGrid, top: int, first: int) -> Box | None:
    """The box right above a grid; None where the lines there are none.

    Args:
        grid: the sheet.
        top: first row of the grid's header.
        first: first row that may belong to the box.
    """
    row, blank = top - 1, 0
    while row >= first and not any(grid.rows[row - 1]) and blank < _MOST_BLANK:
        row, blank = row - 1, blank + 1
    lines: list[BoxLine] = []
    waiting: list[tuple[int, int, str]] = []
    while row >= first and len(lines) < _MOST_LINES:
        cells = [(column, text) for column, text in enumerate(grid.rows[row - 1], 1) if text]
        line = _line(row, cells)
        if line is None and len(cells) == 1 and cells[0][0] > 1 and part_of(cells[0][1]) is None:
            waiting.insert(0, (row, cells[0][0], cells[0][1]))
        elif line is None:
            break
        else:
            if waiting and waiting[0][1] != line.column:
                break
            lines.insert(0, _longer(line, waiting))
            waiting = []
        row -= 1
    parts = {line.part for line in lines if line.part in _OF_ROWS}
    if waiting or len(parts) < _FEWEST_PARTS or BoxPart.READS not in parts:
        return None
    title = _title(grid, row, first)
    return Box(tuple(lines), title[0] if title is not None else lines[0].cells[0][0], title)


def in_box(grid: SheetGrid, row: int) -> bool:
    """Whether a row is one of at least three labelled lines that tell different things of rows."""
    first = last = row
    while first > 1 and _part_at(grid, first - 1) is not None:
        first -= 1
    while last < len(grid.rows) and _part_at(grid, last + 1) is not None:
        last += 1
    parts = {_part_at(grid, each) for each in range(first, last + 1)}
    return _part_at(grid, row) is not None and len(parts & _OF_ROWS) > _FEWEST_PARTS


def _part_at(grid: SheetGrid, row: int) -> BoxPart | None:
    texts = [text for text in grid.rows[row - 1] if text]
    return part_of(texts[0]) if len(texts) == 2 else None


def _line(row: int, cells: list[tuple[int, str]]) -> BoxLine | None:
    """A label with its value beside it, or both in one cell."""
    if len(cells) == 2 and len(cells[0][1].split()) <= 5:
        (first, label), (column, value) = cells
        return BoxLine(part_of(label), value.strip(), row, column, ((row, first), (row, column)), label)
    pair = _LABEL.match(cells[0][1]) if len(cells) == 1 else None
    part = part_of(pair["label"]) if pair is not None else None
    if pair is None or part is None:
        return None
    return BoxLine(part, pair["value"].strip(), row, cells[0][0], ((row, cells[0][0]),))


def _longer(line: BoxLine, further: list[tuple[int, int, str]]) -> BoxLine:
    """The line with what stands below its value."""
    if not further:
        return line
    value = "\n".join([line.value, *(text.strip() for _row, _column, text in further)])
    return BoxLine(
        line.part,
        value,
        line.row,
        line.column,
        (*line.cells, *((row, column) for row, column, _ in further)),
        line.label,
    )


def _title(grid: SheetGrid, row: int, first: int) -> tuple[int, int, str] | None:
    """The one cell in the row above a box, an empty row between them or not."""
    is_apart = row >= first and not any(grid.rows[row - 1])
    row -= is_apart
    if row < first:
        return None
    cells = [(column, text) for column, text in enumerate(grid.rows[row - 1], 1) if text]
    follows_data = is_apart and row > first and sum(map(bool, grid.rows[row - 2])) > 1
    return (row, cells[0][0], cells[0][1]) if len(cells) == 1 and not follows_data else None


def _name_in(text: str) -> str:
    """The table's name in a title: the title itself, or the only name with an underscore in it."""
    names = list(dict.fromkeys(_IDENTIFIER.findall(text)))
    found = _NAMED.match(text.strip())
    if found is not None and (len(names) != 1 or names[0] in found["name"]):
        return found["name"]
    return names[0] if len(names) == 1 else ""
