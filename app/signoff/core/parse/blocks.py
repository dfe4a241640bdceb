"""A sheet cut into blocks: each header with its rows, its title lines, and what they say about names."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from signoff.core.domain.cells import column_number
from signoff.core.domain.corrections import SheetCorrection
from signoff.core.domain.spec import Role
from signoff.core.engines.documents.grid import SheetGrid, Table
from signoff.core.parse.bands import band_side
from signoff.core.parse.correcting import corrected_header
from signoff.core.parse.header_cells import Header, named_table
from signoff.core.parse.headers import find_headers
from signoff.core.parse.lexicon import Side, guess
from signoff.core.parse.names import is_name
from signoff.core.parse.plausible import holds_names, is_technical
from signoff.core.parse.roles import Layout, layout_of, values_of
from signoff.core.parse.sections import Sections
from signoff.core.parse.types import looks_like_type
from signoff.core.parse.used import UsedCells
from signoff.core.parse.words import words
from signoff.core.progress import CancelToken

_LABEL = re.compile(r"^([^:=]{2,40})\s*[:=]\s*(.+)$", re.DOTALL)
_TITLE_ROWS = 30
_CODE = re.compile(r"^[A-Za-z]{1,8}[-_. ]?(?:[A-Za-z]{1,12}[-_. ]?)?\d{1,4}[A-Za-z]?$")
_RELATION_WORDS = frozenset(
    {
        "relationship",
        "cardinality",
        "foreign",
        "fk",
        "delete",
        "relacion",
        "cardinalidad",
        "beziehung",
        "связь",
    }
)


_KEY_LIST = re.compile(
    r"\bforeign[\s-]?keys?\b|\breferential\b|\brelation(?:ship)?s\b|\bfks?\b|\brelaciones\b|\bbeziehungen\b"
    r"|\bclés? étrangères?\b|\bвнешни\w+ ключ\w*\b|\bключ\w* обц\w*\b|\bklucz\w* obc\w*\b",
    re.IGNORECASE,
)
_HEADING_NUMBER = re.compile(r"^\s*(?:[A-Z]\.)?\d{1,3}(?:\.\d{1,3})*[.)]?\s+")
_IS_NAME = re.compile(r"^[\w.$#/-]+$")
_BRACKET = re.compile(r"\s*\([^()]*\)$")
_FILE_WORDS = frozenset({"file", "files", "datei", "plik", "fichier", "archivo"})
"""A file named above a grid is where the rows come from, unless it says otherwise."""


class BlockKind(StrEnum):
    """What a block holds."""

    MAPPING = "mapping"
    STEPS = "steps"
    COLUMNS = "columns"
    """Columns of tables with their types, without a mapping."""
    RULES = "rules"
    """A list of rule codes and their texts."""
    NOTHING = "nothing"


@dataclass(frozen=True)
class Label:
    """One name and value above a grid."""

    kind: str
    """Kind of headers.yml."""
    side: Side | None
    value: str
    row: int
    column: int
    """Cell of the value."""
    layer: int = -1
    """Place among the layers from landing to reporting; -1 where the name tells none."""


@dataclass
class Block:
    """One header with its rows."""

    grid: SheetGrid
    layout: Layout
    kind: BlockKind
    labels: list[Label] = field(default_factory=list)
    titles: list[tuple[int, int, str]] = field(default_factory=list)
    """Row, column and text of the title lines above, that are no labels."""
    used: UsedCells = field(default_factory=UsedCells)
    """Cells (row, column) from which something was read."""
    insisted: bool = False
    """A person says that this is a mapping."""

    def label(self, kind: str, side: Side | None) -> Label | None:
        """The last label of that kind; without a side it counts for the target."""
        found = [x for x in self.labels if x.kind == kind and x.side is side]
        return found[-1] if found else None


def blocks_of(
    grid: SheetGrid, told: SheetCorrection | None = None, *, cancel: CancelToken | None = None
) -> list[Block]:
    """All blocks of a sheet, from top to bottom; empty when it has no header.

    Args:
        grid: the sheet.
        told: what a person said of the sheet; it fits the sheet.
        cancel: looked at while headers are looked for.

    Raises:
        Cancelled: `cancel` was set.
    """
    told = told or SheetCorrection(grid.name)
    headers = find_headers(grid, told.header_row, cancel=cancel)
    guessed = _blocks(grid, headers, [_Said()] * len(headers))
    if not headers or (not told.roles and told.is_mapping is None):
        return guessed
    place = next((n for n, block in enumerate(guessed) if block.kind is not BlockKind.NOTHING), 0)
    return _blocks(grid, headers, [_said_of(header, headers[place], told) for header in headers])


@dataclass(frozen=True)
class _Said:
    """What a person said of one block."""

    roles: Mapping[int, Role] = field(default_factory=dict)
    is_mapping: bool | None = None


def _said_of(header: Header, first: Header, told: SheetCorrection) -> _Said:
    """A correction is of the sheet's first block, and of every further one under the same header words."""
    roles = {column_number(letter): role for letter, role in told.roles}
    if header is first:
        return _Said(roles, told.is_mapping)
    own, corrected = header.texts(), first.texts()
    same = {c: role for c, role in roles.items() if c in own and own[c] == corrected.get(c)}
    return _Said(same, told.is_mapping if told.is_mapping is False or own == corrected else None)


def _blocks(grid: SheetGrid, headers: Sequence[Header], said: Sequence[_Said]) -> list[Block]:
    blocks: list[Block] = []
    sections = Sections(grid) if grid.tables else None
    ends = {table.header: table.last for table in grid.tables}
    for place, (each, words_on_it) in enumerate(zip(headers, said, strict=True)):
        following = headers[place + 1] if place + 1 < len(headers) else None
        last = min(ends.get(each.row, 0), len(grid.rows)) or _last_row(grid, each, following)
        header = corrected_header(each, words_on_it.roles)
        layout = layout_of(
            grid, header, last, words_on_it.roles, may_be_steps=words_on_it.is_mapping is not True
        )
        kind = _told_kind(grid, layout, words_on_it.is_mapping)
        block = Block(grid, layout, kind, insisted=words_on_it.is_mapping is True)
        if sections is not None:
            _read_section(block, header.row, sections)
        else:
            first = headers[place - 1].row + 1 if place else 1
            _read_titles(block, max(first, header.top - _TITLE_ROWS), header.top - 1, data_above=bool(place))
        _read_bands(block, header)
        _read_named_tables(block, header)
        if not grid.tables and blocks and all(each.kind is not BlockKind.MAPPING for each in blocks):
            block.titles[:0], block.labels[:0] = blocks[-1].titles, blocks[-1].labels
        if kind is BlockKind.MAPPING and not block.insisted and _tells_of_keys(block):
            block.kind = BlockKind.NOTHING
        block.used.update((cell.row or header.row, cell.column) for cell in header.cells)
        blocks.append(block)
    return blocks


def _last_row(grid: SheetGrid, header: Header, following: Header | None) -> int:
    """Last row of a block: before the title lines of the next one."""
    if following is None:
        return len(grid.rows)
    last = following.top - 1
    while last > header.row and sum(1 for t in grid.rows[last - 1] if t) <= 2:
        if any(grid.rows[last - 1]) and _is_plain_row(grid, last, header):
            break
        last -= 1
    return last


def _is_plain_row(grid: SheetGrid, row: int, header: Header) -> bool:
    """Whether a short row is data of the grid rather than a title of the next one."""
    cells = [(c, t) for c, t in enumerate(grid.rows[row - 1], 1) if t]
    return len(cells) == 2 and not guess(cells[0][1]).kind and bool(grid.at(row - 1, cells[0][0]))


def _told_kind(grid: SheetGrid, layout: Layout, is_mapping: bool | None) -> BlockKind:
    """What a block holds; whether it is a mapping is a person's word, where there is one."""
    if is_mapping is True and layout.has(Role.TARGET_COLUMN):
        return BlockKind.MAPPING
    kind = kind_of(grid, layout)
    return _kind_beside_mapping(grid, layout) if is_mapping is False and kind is BlockKind.MAPPING else kind


def kind_of(grid: SheetGrid, layout: Layout) -> BlockKind:
    """What a block with these roles holds."""
    if layout.steps:
        return BlockKind.STEPS
    has_source = layout.has(Role.SOURCE_COLUMN) or layout.has(Role.SOURCE_TABLE)
    if layout.has(Role.TARGET_COLUMN) and (has_source or layout.has(Role.RULE)):
        if layout.first(Role.TARGET_COLUMN) in layout.fixed:
            return BlockKind.MAPPING
        if _lists_relations(layout):
            return BlockKind.NOTHING
        return (
            BlockKind.MAPPING
            if holds_names(grid, layout) and is_technical(grid, layout)
            else BlockKind.NOTHING
        )
    return _kind_beside_mapping(grid, layout)


def _kind_beside_mapping(grid: SheetGrid, layout: Layout) -> BlockKind:
    if (layout.has(Role.TARGET_COLUMN) and layout.has(Role.TARGET_TYPE)) or (
        layout.has(Role.SOURCE_COLUMN) and layout.has(Role.SOURCE_TYPE)
    ):
        return BlockKind.COLUMNS if holds_names(grid, layout) else BlockKind.NOTHING
    return BlockKind.RULES if _code_column(grid, layout) else BlockKind.NOTHING


def _lists_relations(layout: Layout) -> bool:
    """A list of foreign keys looks like a mapping without rules."""
    if layout.has(Role.RULE) or layout.has(Role.TARGET_TYPE):
        return False
    return any(_RELATION_WORDS & set(words(cell.text)) for cell in layout.header.cells)


def _tells_of_keys(block: Block) -> bool:
    """Whether the lines above say that what looks like a mapping without rules lists foreign keys."""
    layout = block.layout
    column = layout.first(Role.TARGET_TYPE)
    typed = column and any(map(looks_like_type, values_of(block.grid, layout, column)))
    if layout.has(Role.RULE) or typed:
        return False
    nearest = [text for _row, _column, text in block.titles[-2:]]
    return any(_KEY_LIST.search(text) for text in (*nearest, block.grid.name))


def _code_column(grid: SheetGrid, layout: Layout) -> int:
    """The column with rule codes, 0 when there is none."""
    texts = {Role.RULE, Role.DESCRIPTION, Role.STEP_CONDITION}
    if not texts & set(layout.roles.values()):
        return 0
    for column in sorted(layout.roles):
        values = values_of(grid, layout, column)
        if values and sum(bool(_CODE.match(v)) for v in values) / len(values) >= 0.6:
            return column
    return 0


code_column = _code_column


def _read_titles(block: Block, first: int, last: int, *, data_above: bool) -> None:
    grid = block.grid
    for row in range(last, first - 1, -1):
        cells = [(c, t) for c, t in enumerate(grid.rows[row - 1], 1) if t]
        if data_above and len(cells) > 2:
            break
        labels = row_labels(row, cells)
        block.labels[:0] = labels
        if not labels and len(cells) == 1:
            block.titles.insert(0, (row, cells[0][0], cells[0][1]))
        for label in labels:
            block.used.add((row, label.column))
            block.used.update((row, c) for c, _t in cells if c == label.column - 1)


def _read_section(block: Block, header_row: int, sections: Sections) -> None:
    """Titles and labels of a table in running text: its headings, lines under them, and tables of facts above."""
    for table in sections.facts_above(header_row):
        _read_facts(block, table)
        if block.labels:
            break
    for heading, row in sections.told_above(header_row):
        told = _label(block.grid.at(heading, 1), block.grid.at(row, 1), row, 1)
        if told is not None and _IS_NAME.match(told.value):
            block.labels.append(told)
            block.used.update([(heading, 1), (row, 1)])
    for row in sections.lines_above(header_row):
        text = block.grid.at(row, 1)
        text = _HEADING_NUMBER.sub("", text) if row in sections.headings else text
        labels = row_labels(row, [(1, text)])
        block.labels += labels
        if not labels:
            block.titles.append((row, 1, text))
        block.used.update((row, label.column) for label in labels)


def _read_facts(block: Block, table: Table) -> None:
    """Names and values in a table such as `Attribute | Value`."""
    for row in range(table.header + 1, table.last + 1):
        cells = [(c, t) for c, t in enumerate(block.grid.rows[row - 1], 1) if t]
        found = row_labels(row, cells) if len(cells) == 2 else []
        block.labels[:0] = found
        block.used.update((row, column) for _label in found for column, _text in cells)


def row_labels(row: int, cells: list[tuple[int, str]]) -> list[Label]:
    """Names and values in one row: `Table Name: x` in one cell, or the value in the next cell."""
    found: list[Label] = []
    skip = 0
    for place, (column, text) in enumerate(cells):
        if column == skip:
            continue
        if (pair := _LABEL.match(text)) and (label := _label(pair.group(1), pair.group(2), row, column)):
            found.append(label)
            continue
        if place + 1 < len(cells):
            value_column, value = cells[place + 1]
            if label := _label(text.rstrip(" :"), value, row, value_column):
                found.append(label)
                skip = value_column
    return found


def _label(name: str, value: str, row: int, column: int) -> Label | None:
    known = guess(_BRACKET.sub("", name.strip()))
    named = known.kind or known.side or (known.layer >= 0 and is_name(value.strip()))
    if known.known < 0.99 or not named or known.both_sides:
        return None
    other = guess(value)
    if other.known >= 0.99 and other.kind and not is_name(value):
        return None
    side = known.side
    if side is None and _FILE_WORDS & set(words(name)):
        side = Side.SOURCE
    kind = known.kind or ("table" if side else "layer")
    return Label(kind, side, value.strip(), row, column, known.layer)


def _read_named_tables(block: Block, header: Header) -> None:
    """A header such as `Source Table: orders` names the table of its columns."""
    for cell in header.cells:
        if (named := named_table(cell.text)) is not None:
            block.labels.append(Label("table", named[0], named[1], cell.row or header.row, cell.column))


def _read_bands(block: Block, header: Header) -> None:
    """A band such as `Target: dim_customer` names the table too."""
    for row, column in header.bands:
        text = block.grid.at(row, column)
        block.used.add((row, column))
        pair = _LABEL.match(text)
        if pair and is_name(pair.group(2).strip()):
            block.labels.append(Label("table", band_side(text), pair.group(2).strip(), row, column))
