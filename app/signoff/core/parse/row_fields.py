"""One row of a mapping block as a column mapping: every field read from its cells."""

from __future__ import annotations

from collections.abc import Sequence

from signoff.core.domain.cells import Cell, CellsOfRow
from signoff.core.domain.spec import ColumnMapping, Role
from signoff.core.parse.before_and_now import before_column, rule_now
from signoff.core.parse.blocks import Block
from signoff.core.parse.collect import Collector
from signoff.core.parse.filldown import FillDown, Rows
from signoff.core.parse.join_text import as_filter
from signoff.core.parse.lexicon import is_command
from signoff.core.parse.names import split_names
from signoff.core.parse.placeholders import is_blank, is_placeholder, is_undecided
from signoff.core.parse.row_remarks import remark_row
from signoff.core.parse.sources import SourceCells, columns_in, rule_behind, source_cells, tables_in
from signoff.core.parse.target_cells import column_named
from signoff.core.parse.target_names import technical_line
from signoff.core.parse.types import folded_type, notes_key, says_key, says_required
from signoff.core.parse.words import plain, words

_DOCUMENTS = frozenset(
    words("collection collections topic endpoint index json document documents xpath payload")
)
"""Words of a source table's or system's header that tell of nested documents."""
_STRONG_RULE = frozenset(
    words("transformation transformations transform transforms logic expression derivation formula")
)
"""Beside a column with one of these in its header, further rule columns hold remarks."""


_EVERY_PART = frozenset(
    {"all", "every", "each", "both", "any", "alle", "beide", "tous", "toutes", "todos", "todas"}
)
"""What stands in the column of parts where a row is of every one."""


class RowFields:
    """Reads the fields of single rows; remembers names that are filled down."""

    def __init__(
        self, block: Block, rows: Rows, fill: FillDown, default_source: str, notes: Collector
    ) -> None:
        """Prepare.

        Args:
            block: a block of kind mapping.
            rows: its rows.
            fill: names filled down so far.
            default_source: source table where no column holds it; may be empty.
            notes: receives findings.
        """
        self._block, self._layout, self._notes = block, block.layout, notes
        self._rows, self._fill, self.default_source = rows, fill, default_source
        self._pairs = source_pairs(block)
        self._columns = {role: tuple(self._layout.columns(role)) for role in set(self._layout.roles.values())}
        self._rules_first = tuple(sorted(self._layout.columns(Role.RULE), key=self._rank))
        self._read = tuple((c, r) for c, r in sorted(self._layout.roles.items()) if r is not Role.OTHER)
        self._once = not rows.merged and len({role for _column, role in self._read}) == len(self._read)
        self._before = before_column(self._layout)
        self._joins = not {Role.JOIN, Role.LOOKUP, Role.FILTER}.isdisjoint(self._columns)
        self._target = self._layout.first(Role.TARGET_COLUMN)
        self._patterns: dict[tuple[int, ...], tuple[tuple[Role, int], ...]] = {}
        self._mask = sum(1 << column for column, _role in self._read)
        self._sheet = block.grid.name
        headers = self._layout.header.texts()
        sources = (*self._layout.columns(Role.SOURCE_SYSTEM), *(table for table, _column in self._pairs))
        self._nested = any(_DOCUMENTS & set(words(headers.get(column, ""))) for column in sources)

    def mapping(self, row: int, target: str, name_text: str) -> ColumnMapping:
        """The row's column mapping; its cells count as used."""
        line = self._rows.line(row)
        name, marked_key, type_behind = column_named(name_text, target)
        cells = self._cells_once(row) if self._once else self._cells(row)
        sources, (rule, *further) = self.sources(row), self._rules(line)
        if self._before:
            rule = rule_now(rule, line[self._before])
        if sources.free_text and not rule and not is_undecided(sources.free_text):
            rule = sources.free_text
        type_text, type_key, not_null = self._type(line, Role.TARGET_TYPE, Role.TARGET_LENGTH)
        mapping = ColumnMapping.at_once(
            target=target,
            name=name,
            type=type_text or folded_type(type_behind, ())[0],
            sources=sources.refs,
            rule=rule,
            rule_resolved=rule,
            rule_kind=self._first(line, Role.RULE_KIND),
            section=self._section(row),
            key=marked_key or type_key or self._is_key(line),
            required=not_null or self._required(line),
            default=self._value(line, Role.TARGET_DEFAULT),
            example=self._first(line, Role.EXAMPLE),
            description=self._first(line, Role.DESCRIPTION),
            note="\n".join([*further, *self._texts(line, Role.NOTE)]),
            join=self._join(line),
            state="\n".join(self._texts(line, Role.STATE)),
            source_tables=sources.tables,
            source_type=self._type(line, Role.SOURCE_TYPE, Role.SOURCE_LENGTH)[0],
            cell=self._target_cell(row) if self._once else _cell_of(Role.TARGET_COLUMN, cells),
            cells=cells,
        )
        remark_row(mapping, sources, self._notes, has_rules=bool(self._rules_first))
        return mapping

    def _is_key(self, line: Sequence[str]) -> bool:
        """Whether a key cell says so; where the grid has no column for it, a remark that says nothing else."""
        if self._layout.has(Role.TARGET_KEY):
            return any(map(says_key, self._texts(line, Role.TARGET_KEY)))
        return any(map(notes_key, self._texts(line, Role.NOTE)))

    def _target_cell(self, row: int) -> Cell | None:
        has_text = self._rows.line(row)[self._target]
        return Cell(self._sheet, row, self._target, self._notes.document) if has_text else None

    def _type(self, line: Sequence[str], kind: Role, length: Role) -> tuple[str, bool, bool]:
        """The type with its length, whether it marks a key, and whether it says not null."""
        return folded_type(self._first(line, kind), tuple(self._texts(line, length)))

    def sources(self, row: int) -> SourceCells:
        """What all source cells of the row say together."""
        line = self._rows.line(row)
        found = [self._source(row, t, line[c], c) for t, c in self._pairs]
        if len(found) == 1:
            return found[0]
        refs = dict.fromkeys(ref for each in found for ref in each.refs)
        tables = dict.fromkeys(table for each in found for table in each.tables)
        free = next((each.free_text for each in found if each.free_text), "")
        return SourceCells(tuple(refs), tuple(tables), free, any(each.unpaired for each in found))

    def _source(self, row: int, table: int, text: str, column: int) -> SourceCells:
        """What one source cell says; where no column holds rules, a rule may stand behind its names in brackets."""
        names, rule = (text, "") if self._layout.has(Role.RULE) else rule_behind(text)
        names = technical_line(names)
        cells = source_cells(self._source_table(row, table, names, column), names, nested=self._nested)
        return cells._replace(free_text=rule) if rule else cells

    def _source_table(self, row: int, table_column: int, column_text: str, column: int) -> str:
        if column in self._layout.beside:
            return self._layout.beside[column].name if column_text and not is_blank(column_text) else ""
        own = self._rows.text(row, table_column)
        if own and own == self._fill.last(table_column)[0]:
            return own
        if own and not is_blank(own):
            if tables_in(own):
                self._fill.see(table_column, own, self._rows.home(row, table_column))
            return own
        above = self._fill.last(table_column)[0] if table_column else self.default_source
        direct = bool(above) and not any(self._texts(self._rows.line(row), Role.RULE))
        names = split_names(column_text, beside_table=direct)
        if own or not above:
            return ""
        return above if names or (names is None and columns_in(column_text)) else ""

    def _join(self, line: Sequence[str]) -> str:
        """Join, lookup and filter cells as one text; a filter is told by its `where`."""
        if not self._joins:
            return ""
        filters = [as_filter(text) for text in self._texts(line, Role.FILTER) if not is_blank(text)]
        joins = [*self._texts(line, Role.JOIN), *self._texts(line, Role.LOOKUP)]
        return "\n".join([text for text in joins if not is_placeholder(text)] + filters)

    def _required(self, line: Sequence[str]) -> bool:
        for column in self._columns.get(Role.TARGET_NULLABLE, ()):
            asks_null = self._layout.kinds.get(column) == "nullable"
            if says_required(line[column], asks_null):
                return True
        return any("not null" in plain(text) for text in self._texts(line, Role.TARGET_KEY))

    def _section(self, row: int) -> str:
        if Role.SECTION not in self._columns:
            return ""
        column = self._columns[Role.SECTION][0]
        own = self._rows.text(row, column)
        if own and (is_blank(own) or plain(own) in _EVERY_PART):
            return ""
        self._fill.see(column, own, (row, column))
        return self._fill.last(column)[0]

    def _texts(self, line: Sequence[str], role: Role) -> Sequence[str]:
        """Different texts of the columns with that role."""
        columns = self._columns.get(role)
        if columns is None:
            return ()
        if len(columns) == 1:
            return (line[columns[0]],) if line[columns[0]] else ()
        return list(dict.fromkeys(line[column] for column in columns if line[column]))

    def _first(self, line: Sequence[str], role: Role) -> str:
        for column in self._columns.get(role, ()):
            if line[column]:
                return line[column]
        return ""

    def _rules(self, line: Sequence[str]) -> Sequence[str]:
        """Texts of the rule columns, the one that says most first; one empty text for none."""
        texts = [line[column] for column in self._rules_first if not _is_dash(line[column])]
        if not self._rules_first:
            texts = [text for text in self._texts(line, Role.NOTE) if is_command(text)][:1]
        return list(dict.fromkeys(texts)) if len(texts) > 1 else texts or ("",)

    def _rank(self, column: int) -> int:
        strong = _STRONG_RULE & set(words(self._layout.header.texts().get(column, "")))
        return 0 if strong else 1

    def _value(self, line: Sequence[str], role: Role) -> str:
        text = self._first(line, role)
        return "" if is_blank(text) and text not in {"''", '""'} else text

    def _cells(self, row: int) -> Sequence[tuple[Role, Cell]]:
        """The cell of each field the row holds; all cells with a role count as used."""
        found: dict[Role, Cell] = {}
        line = self._rows.line(row)
        for column, role in self._read:
            if line[column]:
                place = self._rows.home(row, column)
                self._block.used.add(place)
                found.setdefault(role, self._notes.cell(self._sheet, *place))
        return tuple(found.items())

    def _cells_once(self, row: int) -> Sequence[tuple[Role, Cell]]:
        """The same, quickly, where every role is played by one column and nothing is merged."""
        line = self._rows.line(row)
        filled = tuple([column for column, _role in self._read if line[column]])
        pattern = self._patterns.get(filled)
        if pattern is None:
            pattern = tuple((role, column) for column, role in self._read if line[column])
            self._patterns[filled] = pattern
        self._block.used.add_mask(row, self._mask)
        return CellsOfRow(self._sheet, row, pattern, self._notes.document)


def _cell_of(wanted: Role, cells: Sequence[tuple[Role, Cell]]) -> Cell | None:
    for role, cell in cells:
        if role is wanted:
            return cell
    return None


def _is_dash(text: str) -> bool:
    """Empty or dashes alone; an arrow or a ditto mark says something."""
    return not text.strip(" -–—_.")


def source_pairs(block: Block) -> list[tuple[int, int]]:
    """Source table column (0 for none) and source column column, for each source side by side."""
    layout = block.layout
    tables, columns = layout.columns(Role.SOURCE_TABLE), layout.columns(Role.SOURCE_COLUMN)
    if not columns:
        return [(table, 0) for table in tables]
    if len(tables) == len(columns):
        return list(zip(tables, columns, strict=True))
    pairs = []
    for column in columns:
        before = [table for table in tables if table < column]
        pairs.append((before[-1] if before else (tables[0] if tables else 0), column))
    return pairs
