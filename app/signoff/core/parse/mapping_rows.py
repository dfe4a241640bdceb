"""The rows of one mapping block as column mappings."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import partial

from signoff.core.domain.cells import Cell
from signoff.core.domain.findings import Severity
from signoff.core.domain.sentences import say
from signoff.core.domain.spec import ColumnMapping, Role, SourceRef
from signoff.core.parse.blocks import Block
from signoff.core.parse.collect import Collector
from signoff.core.parse.filldown import FillDown, Rows
from signoff.core.parse.join_text import Statement
from signoff.core.parse.labels import row_labels
from signoff.core.parse.lexicon import guess
from signoff.core.parse.load_flags import load_flag, says_no
from signoff.core.parse.names import clean_name, is_name, unmarked
from signoff.core.parse.parts_below import of_part, parts_below
from signoff.core.parse.placeholders import is_blank, is_no_target, is_one_word, is_placeholder, is_same_name
from signoff.core.parse.roles import values_of
from signoff.core.parse.row_fields import RowFields
from signoff.core.parse.row_lines import OF_ROWS, is_row_line
from signoff.core.parse.target_names import (
    column_names,
    group_title,
    is_group_heading,
    is_heading,
    name_part,
    shared_table,
    source_beside,
    table_of,
)
from signoff.core.parse.words import words

_MANY = re.compile(
    r"^\W*(all|every|any)\s+(the\s+)?(other|remaining|rest|columns?|fields?)\b|^\(?\*\)?$", re.IGNORECASE
)
_GONE = re.compile(r"(?<!not )\b(?:remov|delet|drop|retir|discontinu|deprecat|withdraw)\w*\b", re.IGNORECASE)
"""A mark that a column is taken out."""
_FOOTNOTE = re.compile(
    r"^\s*(\*+|note\b|notes\b|nota\b|hinweis|uwaga|примечание|legend|\d\)|\(\d\)|ps\b)", re.IGNORECASE
)
_COUNTED = re.compile(r"^\W{0,2}\d{1,3}\W{0,2}$")
"""The number of a line of notes, which names no column."""
_NUMBERED = re.compile(r"^\W*[A-Za-z]{0,5}[-_. ]?\d+\W*$")
"""The number of a row: ``1``, ``2.``, ``CC-01``."""
_SUBTOTAL = re.compile(
    r"^\W*(?:total\W*)?\d+\s+(?:columns?|fields?|attributes?|rows?|spalten|felder|velden|kolommen|champs|campos|columnas)\W*$",
    re.IGNORECASE,
)
"""Counts the columns above."""
_LABEL_AND_TEXT = 2
"""Cells of a line that is a label and what it says."""
_MAX_NAME_WORDS = 6
_QUALIFIED_SHARE = 0.8
_SHORT_WORD = 2
STATED = frozenset({"join", "filter", "left_table"})
"""Kinds of label that state how rows come about."""


@dataclass
class TargetRows:
    """Column mappings of one target as they are gathered."""

    name: str
    cell: Cell | None
    columns: list[ColumnMapping] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)
    """Joins and filters stated in rows of the grid."""


class MappingReader:
    """Reads one block; one instance a block."""

    def __init__(
        self,
        block: Block,
        default_target: Callable[[], tuple[str, Cell | None]],
        default_source: str,
        notes: Collector,
    ) -> None:
        """Prepare.

        Args:
            block: a block of kind mapping.
            default_target: gives name and cell of the target for rows whose columns hold none.
            default_source: source table where no column holds it; may be empty.
            notes: receives findings.
        """
        self._block, self._layout, self._notes = block, block.layout, notes
        self._rows, self._fill = Rows(block), FillDown()
        self._default_target = default_target
        self._fields = RowFields(block, self._rows, self._fill, default_source, notes)
        self._targets: dict[str, TargetRows] = {}
        self._last: tuple[TargetRows, int] | None = None
        self._first = self._layout.header.row + 1
        self._named = ""
        """The text that named the target at hand."""
        self._current: TargetRows | None = None
        self._table = self._layout.first(Role.TARGET_TABLE)
        self._column = self._layout.first(Role.TARGET_COLUMN)
        self._filled = [c for r in (Role.SOURCE_TABLE, Role.SECTION) for c in self._layout.columns(r)]
        self._row_at, self._shared = 0, shared_table(block)
        self._flag = load_flag(block.grid, self._layout)
        self._qualified = not self._table and _names_tables(block)
        self._whole = _whole_tables(block) if self._qualified else {}
        self.parts = parts_below(block, self._rows)
        """Tables that begin the parts of a union, by the rows that are of such a part."""
        """Tables by their case-folded names, where a line may name the table alone and tell of its rows."""

    def read(self) -> list[TargetRows]:
        """Targets of the block in the document's order."""
        for row in range(self._layout.header.row + 1, self._last_row() + 1):
            self._notes.cancel.check()
            if not any(self._block.grid.rows[row - 1]):
                continue
            if self._flag and says_no(self._rows.text(row, self._flag)):
                self._remark_not_loaded(row)
            else:
                self._row(row)
        return [target for target in self._targets.values() if target.columns]

    def _last_row(self) -> int:
        """Last row of the columns: lists below them, such as a history of versions, are set apart by an empty row.

        Where the rows are numbered, what stands below an empty row and has a text for a number is such a list.
        """
        column, grid = self._layout.first(Role.NUMBER), self._block.grid
        numbered = apart = False
        for row in range(self._first, self._layout.last_row + 1) if column else ():
            text = self._rows.own_text(row, column)
            if not any(grid.rows[row - 1]):
                apart = numbered
            elif apart and text and not _NUMBERED.match(text):
                return row - 1
            numbered = numbered or bool(_NUMBERED.match(text))
        return self._layout.last_row

    def _row(self, row: int) -> None:
        self._row_at = row
        self._see_target(row)
        column = self._column
        text = self._rows.text(row, column)
        merge = self._rows.merge_at(row, column)
        if row in self.parts:
            self._add_of_part(row, text)
        elif merge is not None and merge.first_row < row and self._last is not None:
            self._add_to_last(row)
        elif self._is_statement(row):
            self._without_column(row, "")
        elif not self._table and (title := group_title(self._block, row)) is not None:
            self._begin(row, *title)
        elif text.casefold() in self._whole or (is_row_line(text) and not self._tells_changes()):
            self._add_line_of_rows(row, text)
        elif (row > self._first or not self._explains_headers(row)) and self._is_plain(text):
            if (target := self._target(text)) is not None:
                self._add_columns(target, [self._fields.mapping(row, target.name, text)])
        elif is_no_target(text) and (gone := self._removed(row)):
            if (target := self._target(gone)) is not None:
                self._add_column(row, target, gone)
        elif is_no_target(text) or self._is_aside(row, text):
            self._without_column(row, text)
        elif (target := self._target(text)) is not None:
            self._add_column(row, target, text)

    def _add_of_part(self, row: int, text: str) -> None:
        """A row of one part of a union: a further one goes on with the column of the row above it."""
        above = self._last if row - 1 in self.parts and self.parts[row] != self._first_part() else None
        first = above[0].columns[above[1]] if above is not None else None
        if (target := self._target(text)) is not None:
            name = first.name if first is not None else text
            own = self._fields.mapping(row, target.name, name)
            self._add_columns(target, [of_part(own, first, self.parts[row])])

    def _first_part(self) -> str:
        return next(iter(self.parts.values()), "")

    def _add_line_of_rows(self, row: int, text: str) -> None:
        """A row that tells of the table's rows: by a mark, or by naming the table alone in place of a column."""
        if (table := self._whole.get(text.casefold())) is not None:
            target = self._targets.setdefault(table.casefold(), TargetRows(table, None))
            target.columns.append(replace(self._fields.mapping(row, table, table), name=OF_ROWS))
        elif (named := self._target(text)) is not None:
            line = self._fields.mapping(row, named.name, text)
            self._add_columns(named, [replace(line, name=text.strip())])

    def _remark_not_loaded(self, row: int) -> None:
        """Say that a row is left out because its mark says so."""
        message = say("parse.row_not_loaded", name=self._rows.text(row, self._column))
        self._notes.add("P21", Severity.INFO, message, self._cell(row, self._flag))
        self._block.used.update((row, column) for column in self._layout.roles)

    def _begin(self, row: int, name: str, place: int) -> None:
        """A row inside the grid named the target of those below it."""
        self._default_target = partial(_fixed, name, self._cell(row, place))
        self._current = None
        for other in self._filled:
            self._fill.forget(other)
        self._block.used.add((row, place))
        if source := source_beside(self._block, row):
            self._fields.default_source = source
            self._block.used.add((row, self._layout.first(Role.SOURCE_COLUMN)))

    def _is_statement(self, row: int) -> bool:
        """Whether a row below the columns is a label and what it says of rows: ``Join | harvest.crop_id = crop.id``."""
        if self._last is None or sum(map(bool, self._block.grid.rows[row - 1])) != _LABEL_AND_TEXT:
            return False
        cells = [(c, t) for c, t in enumerate(self._block.grid.rows[row - 1], 1) if t]
        if is_one_word(cells[1][1]):
            return False
        above = self._block.grid.rows[row - 2] if row > 1 else ()
        apart = cells[0][1].rstrip().endswith(":") or sum(map(bool, above)) <= len(cells)
        kinds = {label.kind for label in row_labels(row, cells)}
        return apart and bool(kinds & {*STATED, "condition"})

    def _tells_changes(self) -> bool:
        """Whether lines say what becomes of something that is there, beside what it was."""
        return any(self._layout.columns(role) for role in (Role.STATE, Role.RULE_KIND))

    def _removed(self, row: int) -> str:
        """The column that a row without a new name says is gone: `Removed | old name | | no longer delivered`."""
        states = [self._rows.own_text(row, c) for c in self._layout.columns(Role.STATE)]
        refs = self._fields.sources(row).refs
        is_gone = any(_GONE.search(state) for state in states)
        return refs[0].column if is_gone and len(refs) == 1 and is_one_word(refs[0].column) else ""

    def _is_aside(self, row: int, text: str) -> bool:
        """A footnote or a line between groups, rather than a column's name."""
        if (
            row == self._first and (self._explains_headers(row) or self._is_bracketed(row))
        ) or is_group_heading(self._block, row, self._column):
            return True
        if _MANY.match(text):
            self._notes.add(
                "P05",
                Severity.WARNING,
                say("parse.several_columns", text=text),
                self._cell(row, self._column),
            )
            return True
        if len(text.split()) > _MAX_NAME_WORDS or _COUNTED.match(text) or _SUBTOTAL.match(text):
            return True
        unlike_name = bool(_FOOTNOTE.match(text)) or not is_name(unmarked(text).text)
        return self._stands_alone(row) and (unlike_name or is_heading(self._block, self._column, text))

    def _is_bracketed(self, row: int) -> bool:
        """Whether every cell of a row stands in brackets: ``(text)``, ``(SI)``; it tells how the columns are filled."""
        texts = [text.strip() for text in self._block.grid.rows[row - 1] if text]
        return len(texts) > 1 and all(text.startswith("(") and text.endswith(")") for text in texts)

    def _stands_alone(self, row: int) -> bool:
        """Whether the row has one cell with text under the headers."""
        texts = enumerate(self._block.grid.rows[row - 1], 1)
        return sum(1 for column, text in texts if text and self._layout.roles.get(column)) == 1

    def _explains_headers(self, row: int) -> bool:
        """Whether the row under the header tells in words what each column holds."""
        cells = [(c, t) for c, t in enumerate(self._block.grid.rows[row - 1], 1) if " " in t]
        same = sum(1 for c, text in cells if guess(text).kind == self._layout.kinds.get(c) != "")
        return same >= 3 and same * 2 > sum(map(bool, self._block.grid.rows[row - 1]))

    def _see_target(self, row: int) -> None:
        """Note the target table the row names; a new one ends what was filled down for the last."""
        column = self._table
        own = self._rows.text(row, column)
        if own and own == self._named:
            self._block.used.add(self._rows.home(row, column))
            return
        if not own or is_blank(own) or not self._names_target(row, own):
            return
        before = self._fill.last(column)[0]
        if before and before.casefold() != own.casefold():
            for other in self._filled:
                self._fill.forget(other)
        home = self._rows.home(row, column)
        self._named, self._current = own, None
        self._fill.see(column, own, home)
        self._block.used.add(home)

    def _target(self, column_text: str) -> TargetRows | None:
        """The target the row at hand belongs to; None while no name is known."""
        if self._qualified:
            name = table_of(column_text)
            if not name:
                return self._last[0] if self._last else None
            return self._targets.setdefault(name.casefold(), TargetRows(name, None))
        if self._current is None or self._shared:
            self._current = self._target_named()
        return self._current

    def _target_named(self) -> TargetRows | None:
        """The target whose name stands nearest above."""
        text, place = self._fill.last(self._table)
        name = clean_name(unmarked(text).text) if place else ""
        if known := self._targets.get(name.casefold()):
            return known
        cell = self._cell(*place) if place else None
        if not name and self._shared:
            name, cell = self._shared_name()
        if not name:
            name, cell = self._default_target()
        return self._targets.setdefault(name.casefold(), TargetRows(name, cell)) if name else None

    def _shared_name(self) -> tuple[str, Cell | None]:
        """The one table of a row whose header tells no side, where nothing else names the target."""
        text, place = self._rows.text(self._row_at, self._shared), (self._row_at, self._shared)
        self._fill.see(self._shared, text, place)
        text, seen = self._fill.last(self._shared)
        return clean_name(text), self._cell(*seen) if seen else None

    def _names_target(self, row: int, text: str) -> bool:
        if is_placeholder(text) or len(text.split()) > _MAX_NAME_WORDS or _FOOTNOTE.match(text):
            return False
        if _SUBTOTAL.match(self._rows.text(row, self._column)) or (
            row == self._first and self._is_bracketed(row)
        ):
            return False
        alone = sum(map(bool, self._block.grid.rows[row - 1])) == 1
        if alone:
            return is_name(unmarked(text).text) and " " not in text
        return bool(is_name(unmarked(text).text) or self._rows.text(row, self._column))

    def _add_column(self, row: int, target: TargetRows, text: str) -> None:
        names = column_names(text)
        if is_same_name(text) and (own := [ref.column for ref in self._fields.sources(row).refs]):
            names = tuple(own)
        columns = [self._fields.mapping(row, target.name, name) for name in names]
        if len(columns) > 1 and all(len(c.sources) == len(columns) for c in columns):
            columns = [replace(c, sources=(c.sources[place],)) for place, c in enumerate(columns)]
        self._add_columns(target, _with_own_types(columns))

    def _add_columns(self, target: TargetRows, columns: list[ColumnMapping]) -> None:
        target.columns += columns
        self._last = (target, len(target.columns) - 1)

    def _is_plain(self, text: str) -> bool:
        """Whether a target cell is a name and nothing else, as most are: what follows is for the rest."""
        if not is_one_word(text) or _FOOTNOTE.match(text) or _COUNTED.match(text):
            return False
        return not (
            is_no_target(text)
            or is_same_name(text)
            or is_group_heading(self._block, self._row_at, self._column)
        )

    def _without_column(self, row: int, text: str) -> None:
        """A row that names no target column: more of the rule above, a statement about rows, or nothing."""
        cells = [(c, t) for c, t in enumerate(self._block.grid.rows[row - 1], 1) if t]
        for label in row_labels(row, cells) if len(cells) <= 2 else []:
            target = self._last[0] if self._last else None
            kind = "filter" if label.kind == "condition" else label.kind
            if kind in STATED and is_blank(label.value):
                self._block.used.update((row, column) for column, _text in cells)
                return
            if kind in STATED and target is not None:
                target.statements.append(
                    Statement(kind, label.value, self._cell(row, label.column), label.said)
                )
                self._block.used.update((row, column) for column, _text in cells)
                return
        rule = self._rows.own_text(row, self._layout.first(Role.RULE))
        only_rule = rule and not any(
            self._rows.own_text(row, c)
            for c, role in self._layout.roles.items()
            if role not in (Role.RULE, Role.NUMBER)
        )
        if only_rule and not text and self._last is not None:
            target, place = self._last
            above = target.columns[place]
            joined = f"{above.rule}\n{rule}".strip()
            target.columns[place] = replace(above, rule=joined, rule_resolved=joined)
            self._use(row, Role.RULE, Role.NUMBER)
        elif not rule and not text and self._is_told_above(row):
            self._add_to_last(row)

    def _is_told_above(self, row: int) -> bool:
        """Whether the row's source column is one more that the rule above speaks of: `Concatenate first and last`."""
        if self._last is None or self._rows.own_text(row, self._table):
            return False
        target, place = self._last
        told = set(words(target.columns[place].rule))
        names = [words(ref.column) for ref in self._fields.sources(row).refs]
        return bool(names) and all(any(len(w) > _SHORT_WORD and w in told for w in name) for name in names)

    def _add_to_last(self, row: int) -> None:
        """A further row under a target column merged over several: its sources and rule are added."""
        assert self._last is not None
        target, place = self._last
        above, sources = target.columns[place], self._fields.sources(row)
        own_rules = [self._rows.own_text(row, c) for c in self._layout.columns(Role.RULE)]
        rule = "\n".join(text for text in (above.rule, *own_rules) if text)
        refs: tuple[SourceRef, ...] = tuple(dict.fromkeys(above.sources + sources.refs))
        tables = tuple(dict.fromkeys(above.source_tables + sources.tables))
        target.columns[place] = replace(
            above, sources=refs, rule=rule, rule_resolved=rule, source_tables=tables
        )
        self._use(
            row,
            Role.RULE,
            Role.SOURCE_COLUMN,
            Role.SOURCE_TABLE,
            Role.SOURCE_TYPE,
            Role.NUMBER,
            Role.SOURCE_SYSTEM,
        )

    def _use(self, row: int, *roles: Role) -> None:
        for role in roles:
            self._block.used.update((row, column) for column in self._layout.columns(role))

    def _cell(self, row: int, column: int) -> Cell:
        return self._notes.cell(self._block.grid.name, row, column)


def _with_own_types(columns: list[ColumnMapping]) -> list[ColumnMapping]:
    """Several columns of one cell, each with its own of the types in the type's cell: `text, text, date`."""
    if len(columns) == 1:
        return columns
    types = [part.strip() for part in columns[0].type.split(",")]
    if len(types) != len(columns) or "(" in columns[0].type:
        return columns
    return [replace(column, type=own) for column, own in zip(columns, types, strict=True)]


def _names_tables(block: Block) -> bool:
    """Whether every target column is written as table.column."""
    values = values_of(block.grid, block.layout, block.layout.first(Role.TARGET_COLUMN))
    bare = (name_part(value) for value in values)
    names = [text for text in bare if is_name(text) and not is_no_target(text)]
    return bool(names) and sum("." in name for name in names) >= _QUALIFIED_SHARE * len(names)


def _whole_tables(block: Block) -> dict[str, str]:
    values = values_of(block.grid, block.layout, block.layout.first(Role.TARGET_COLUMN))
    return {table.casefold(): table for table in map(table_of, values) if table}


def _fixed(name: str, cell: Cell) -> tuple[str, Cell | None]:
    return name, cell
