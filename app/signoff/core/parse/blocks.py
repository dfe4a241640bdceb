"""A sheet cut into blocks: each header with its rows, its title lines, and what they say about names."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from signoff.core.domain.cells import column_number
from signoff.core.domain.corrections import SheetCorrection
from signoff.core.domain.known_names import NO_NAMES, KnownNames
from signoff.core.domain.spec import Role
from signoff.core.engines.documents.grid import SheetGrid, Table
from signoff.core.parse.bands import band_side
from signoff.core.parse.block_kinds import BlockKind, told_kind
from signoff.core.parse.box_steps import tells_reads
from signoff.core.parse.boxes import Box, box_above
from signoff.core.parse.content_headers import grid_end, header_by_contents, repeated_below
from signoff.core.parse.correcting import corrected_header
from signoff.core.parse.fitting import contents_under, fitted, holds_changes, holds_known
from signoff.core.parse.header_cells import Header, named_table
from signoff.core.parse.headers import find_headers
from signoff.core.parse.helper_columns import free_helpers
from signoff.core.parse.labels import LABEL, Label, label_of, row_labels
from signoff.core.parse.lexicon import Side, guess
from signoff.core.parse.names import leading_name
from signoff.core.parse.refitting import layout_of_fit, refitted, with_changes_settled
from signoff.core.parse.roles import Layout, layout_of, values_of, without_labels
from signoff.core.parse.sections import Sections
from signoff.core.parse.tables_beside import with_tables_beside
from signoff.core.parse.types import looks_like_type
from signoff.core.parse.used import UsedCells
from signoff.core.progress import CancelToken

_TITLE_ROWS = 30
_PAGE = re.compile(
    r"^\W*(?:page|seite|pagina|página|strona)\s+\d+(?:\s*(?:of|von|van|de|z|/)\s*\d+)?\W*$", re.IGNORECASE
)
_WIDEST_TITLE = 2
"""Cells of a line above a grid."""
_KEY_LIST = re.compile(
    r"\bforeign[\s-]?keys?\b|\breferential\b|\brelation(?:ship)?s\b|\bfks?\b|\brelaciones\b|\bbeziehungen\b"
    r"|\bclés? étrangères?\b|\bвнешни\w+ ключ\w*\b|\bключ\w* обц\w*\b|\bklucz\w* obc\w*\b",
    re.IGNORECASE,
)
_HEADING_NUMBER = re.compile(r"^\s*(?:[A-Z]\.)?\d{1,3}(?:\.\d{1,3})*[.)]?\s+")
_SENTENCES = re.compile(r"(?<=\S)[.;|]\s+(?=[A-Z][A-Za-z ]{1,30}:\s)")
"""Between several labelled values in one line: `Source system: ParkPlus. Target: permits.permit`."""
_IS_NAME = re.compile(r"^[\w.$#/-]+$")


_GOES_BELOW = frozenset({"join", "filter"})
"""Kinds of labels whose value may go on in the lines below it."""


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
    box: Box | None = None
    """Lines above that tell how its rows come about."""

    def label(self, kind: str, side: Side | None) -> Label | None:
        """The last label of that kind; without a side it counts for the target."""
        found = [x for x in self.labels if x.kind == kind and x.side is side]
        own = [x for x in found if not x.is_second]
        return (own or found)[-1] if found else None


def blocks_of(
    grid: SheetGrid,
    told: SheetCorrection | None = None,
    *,
    known: KnownNames = NO_NAMES,
    cancel: CancelToken | None = None,
) -> list[Block]:
    """All blocks of a sheet, from top to bottom; empty when it has no header.

    Args:
        grid: the sheet.
        told: what a person said of the sheet; it fits the sheet.
        known: names that exist.
        cancel: looked at while headers are looked for.

    Raises:
        Cancelled: `cancel` was set.
    """
    told = told or SheetCorrection(grid.name)
    headers = find_headers(grid, told.header_row, cancel=cancel)
    guessed = _blocks(grid, headers, [_Said()] * len(headers), known)
    if told.header_row is None and (by_cells := _header_by_cells(grid, guessed, known)) is not None:
        headers = [by_cells, *repeated_below(grid, by_cells)]
        guessed = _blocks(grid, headers, [_Said()] * len(headers), known)
    if not headers or (not told.roles and told.is_mapping is None):
        return guessed
    place = next((n for n, block in enumerate(guessed) if block.kind is not BlockKind.NOTHING), 0)
    return _blocks(grid, headers, [_said_of(header, headers[place], told) for header in headers], known)


def _header_by_cells(grid: SheetGrid, guessed: Sequence[Block], known: KnownNames) -> Header | None:
    """The header that the cells tell, where its words left a mapping open, or names that exist say that it is one."""
    if _is_open(grid, guessed):
        return header_by_contents(grid, known)
    if not known or grid.tables or any(block.kind is BlockKind.MAPPING for block in guessed):
        return None
    header = header_by_contents(grid, known)
    found = contents_under(grid, header, len(grid.rows), known) if header is not None else {}
    return header if holds_known(found) or holds_changes(found) else None


def _is_open(grid: SheetGrid, guessed: Sequence[Block]) -> bool:
    """Whether the words of headers tell of nothing but lists of columns, so that the cells are asked.

    Where they tell target and source, and it is no mapping all the same, they were understood.
    """
    if grid.tables or not {block.kind for block in guessed} <= {BlockKind.NOTHING, BlockKind.COLUMNS}:
        return False
    return not any(
        block.kind is BlockKind.NOTHING and block.layout.has(Role.TARGET_COLUMN, Role.SOURCE_COLUMN)
        for block in guessed
    )


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


def _blocks(
    grid: SheetGrid, headers: Sequence[Header], said: Sequence[_Said], known: KnownNames
) -> list[Block]:
    blocks: list[Block] = []
    sections = Sections(grid) if grid.tables else None
    ends = {table.header: table.last for table in grid.tables}
    for place, (each, words_on_it) in enumerate(zip(headers, said, strict=True)):
        following = headers[place + 1] if place + 1 < len(headers) else None
        last = min(ends.get(each.row, 0), len(grid.rows)) or _last_row(grid, each, following)
        last = grid_end(grid, each, last) if each.told_by_cells else last
        header, layout = _laid_out(grid, each, last, words_on_it, known)
        kind = told_kind(grid, layout, words_on_it.is_mapping)
        block = Block(grid, layout, kind, insisted=words_on_it.is_mapping is True)
        if sections is not None:
            _read_section(block, header.row, sections)
        else:
            first = headers[place - 1].row + 1 if place else 1
            box = box_above(grid, header.top, first)
            block.box = box if box is not None and (len(headers) > 1 or tells_reads(box)) else None
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


def _laid_out(
    grid: SheetGrid, found: Header, last: int, said: _Said, known: KnownNames
) -> tuple[Header, Layout]:
    """The header, with what a person said of it, and the parts of its columns."""
    header = corrected_header(found, said.roles)
    if found.told_by_cells and (fit := fitted(grid, found, last, known)) is not None:
        held = contents_under(grid, found, last, known)
        return header, with_changes_settled(grid, layout_of_fit(header, last, fit, said.roles), held)
    layout = layout_of(grid, header, last, said.roles, may_be_steps=said.is_mapping is not True)
    layout = refitted(grid, layout, known)
    without_labels(layout, grid)
    free_helpers(grid, layout)
    return header, with_tables_beside(grid, layout)


def _last_row(grid: SheetGrid, header: Header, following: Header | None) -> int:
    """Last row of a block: before the title lines of the next one."""
    if following is None:
        return len(grid.rows)
    box = box_above(grid, following.top, header.row + 1)
    last = box.top - 1 if box is not None else following.top - 1
    while last > header.row and sum(1 for t in grid.rows[last - 1] if t) <= 2:
        if any(grid.rows[last - 1]) and _is_plain_row(grid, last, header):
            break
        last -= 1
    return last


def _is_plain_row(grid: SheetGrid, row: int, header: Header) -> bool:
    """Whether a short row is data of the grid rather than a title of the next one."""
    cells = [(c, t) for c, t in enumerate(grid.rows[row - 1], 1) if t and not _PAGE.match(t)]
    return len(cells) == 2 and not guess(cells[0][1]).kind and bool(grid.at(row - 1, cells[0][0]))


def _tells_of_keys(block: Block) -> bool:
    """Whether the lines above say that what looks like a mapping without rules lists foreign keys."""
    layout = block.layout
    column = layout.first(Role.TARGET_TYPE)
    typed = column and any(map(looks_like_type, values_of(block.grid, layout, column)))
    if layout.has(Role.RULE) or typed:
        return False
    nearest = [text for _row, _column, text in block.titles[-2:]]
    return any(_KEY_LIST.search(text) for text in (*nearest, block.grid.name))


def _read_titles(block: Block, first: int, last: int, *, data_above: bool) -> None:
    grid = block.grid
    below: list[tuple[int, int, str]] = []
    told = {line.row for line in block.box.lines if line.part is not None} if block.box is not None else set()
    for row in range(last, first - 1, -1):
        if row in told:
            below.clear()
            continue
        cells = [(c, t) for c, t in enumerate(grid.rows[row - 1], 1) if t and not _PAGE.match(t)]
        if data_above and len(cells) > 2:
            break
        labels = row_labels(row, cells)
        apart = _names_target(block.labels) or not any(grid.rows[row])
        if data_above and cells and apart and _goes_on_above(grid, row, first):
            break
        block.labels[:0] = labels
        if not labels and len(cells) == 1:
            block.titles.insert(0, (row, cells[0][0], cells[0][1]))
        if not labels and len(cells) == 1:
            below.append((row, cells[0][0], cells[0][1]))
        elif len(labels) == 1 and labels[0].kind in _GOES_BELOW:
            block.labels[0] = _with_lines(labels[0], row, below, block)
            below.clear()
        elif cells:
            below.clear()
        for label in labels:
            if label.goes_on:
                continue
            block.used.add((row, label.column))
            block.used.update((row, c) for c, _t in cells if c == label.column - 1)


def _names_target(labels: Sequence[Label]) -> bool:
    return any(label.kind == "table" and label.side is not Side.SOURCE for label in labels)


def _goes_on_above(grid: SheetGrid, row: int, first: int) -> bool:
    """Whether a line stands right below the columns of the grid above, without an empty row between."""
    while row >= first and any(grid.rows[row - 1]):
        if sum(map(bool, grid.rows[row - 1])) > _WIDEST_TITLE:
            return True
        row -= 1
    return row < first


def _with_lines(label: Label, row: int, below: list[tuple[int, int, str]], block: Block) -> Label:
    """A label with the lines right below its value, which go on with it."""
    lines: list[str] = []
    for number, (place, column, text) in enumerate(reversed(below), 1):
        if place != row + number or column != label.column or label.column == 1:
            break
        lines.append(text)
        block.used.add((place, column))
        block.titles[:] = [each for each in block.titles if each[:2] != (place, column)]
    return replace(label, value="\n".join([label.value, *lines])) if lines else label


def _read_section(block: Block, header_row: int, sections: Sections) -> None:
    """Titles and labels of a table in running text: its headings, lines under them, and tables of facts above."""
    for table in sections.facts_above(header_row):
        _read_facts(block, table)
        if block.labels:
            break
    for heading, row in sections.told_above(header_row):
        told = label_of(block.grid.at(heading, 1), block.grid.at(row, 1), row, 1)
        if told is not None and _IS_NAME.match(told.value):
            block.labels.append(told)
            block.used.update([(heading, 1), (row, 1)])
    for row in sections.lines_above(header_row):
        text = block.grid.at(row, 1)
        text = _HEADING_NUMBER.sub("", text) if row in sections.headings else text
        parts = _SENTENCES.split(text)
        parts = [part.rstrip(" .") for part in parts] if len(parts) > 1 else parts
        labels = [label for part in parts for label in row_labels(row, [(1, part)])]
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
        pair = LABEL.match(text)
        if pair and (name := leading_name(pair.group(2))):
            block.labels.append(Label("table", band_side(text), name, row, column))
