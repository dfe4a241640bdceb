"""The rows of one mapping block as column mappings."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from signoff.core.domain.cells import Cell
from signoff.core.domain.findings import Severity
from signoff.core.domain.spec import ColumnMapping, Role, SourceRef
from signoff.core.parse.blocks import Block
from signoff.core.parse.collect import Collector
from signoff.core.parse.filldown import FillDown, Rows
from signoff.core.parse.names import clean_name, is_name, split_names, unmarked
from signoff.core.parse.placeholders import is_blank, is_placeholder, is_undecided
from signoff.core.parse.sources import SourceCells, source_cells
from signoff.core.parse.types import folded_type, says_key, says_required
from signoff.core.parse.words import plain

_MANY = re.compile(
    r"^\W*(all|every|any)\s+(the\s+)?(other|remaining|rest|columns?|fields?)\b|^\(?\*\)?$", re.IGNORECASE
)
_FOOTNOTE = re.compile(
    r"^\s*(\*+|note\b|notes\b|nota\b|hinweis|uwaga|примечание|legend|\d\)|\(\d\)|ps\b)", re.IGNORECASE
)
_MAX_NAME_WORDS = 6


@dataclass
class TargetRows:
    """Column mappings of one target as they are gathered."""

    name: str
    cell: Cell | None
    columns: list[ColumnMapping] = field(default_factory=list)
    description: str = ""


class MappingReader:
    """Reads one block; one instance a block."""

    def __init__(
        self, block: Block, default_target: tuple[str, Cell | None], default_source: str, notes: Collector
    ) -> None:
        """Prepare.

        Args:
            block: a block of kind mapping.
            default_target: name and cell of the target where no column holds it.
            default_source: source table where no column holds it; may be empty.
            notes: receives findings.
        """
        self._block, self._layout, self._notes = block, block.layout, notes
        self._rows, self._fill = Rows(block), FillDown()
        self._default_target, self._default_source = default_target, default_source
        self._targets: dict[str, TargetRows] = {}
        self._last: tuple[TargetRows, int] | None = None
        self._pairs = source_pairs(block)

    def read(self) -> list[TargetRows]:
        """Targets of the block in the document's order."""
        for row in range(self._layout.header.row + 1, self._layout.last_row + 1):
            if any(self._block.grid.rows[row - 1]):
                self._row(row)
        return [target for target in self._targets.values() if target.columns]

    def _row(self, row: int) -> None:
        target = self._target(row)
        column = self._layout.first(Role.TARGET_COLUMN)
        text = self._rows.text(row, column)
        merge = self._rows.merge_at(row, column)
        if merge is not None and merge.first_row < row and self._last is not None:
            self._add_to_last(row)
        elif is_blank(text) or self._is_aside(row, text):
            self._without_column(row, text)
        elif target is not None:
            self._column(row, target, text)

    def _is_aside(self, row: int, text: str) -> bool:
        """A footnote or a line between groups, rather than a column's name."""
        others = [
            t for c, t in enumerate(self._block.grid.rows[row - 1], 1) if t and self._layout.roles.get(c)
        ]
        if _MANY.match(text):
            self._notes.add(
                "P05",
                Severity.WARNING,
                f"This row stands for several columns ({text}); list each column in a row of its own.",
                self._cell(row, self._layout.first(Role.TARGET_COLUMN)),
            )
            return True
        wordy = len(text.split()) > _MAX_NAME_WORDS
        return (
            wordy
            or (len(others) == 1 and bool(_FOOTNOTE.match(text)))
            or (len(others) == 1 and not is_name(unmarked(text).text))
        )

    def _target(self, row: int) -> TargetRows | None:
        """The target this row belongs to; None while no name is known."""
        column = self._layout.first(Role.TARGET_TABLE)
        own = self._rows.text(row, column)
        if own and not is_blank(own) and self._names_target(row, own):
            before = self._fill.last(column)[0]
            if before and before.casefold() != own.casefold():
                for source in self._layout.columns(Role.SOURCE_TABLE):
                    self._fill.forget(source)
            self._fill.see(column, own, self._rows.home(row, column))
        text, place = self._fill.last(column)
        name, cell = (
            (clean_name(unmarked(text).text), self._cell(*place)) if text and place else self._default_target
        )
        if not name:
            return None
        return self._targets.setdefault(name.casefold(), TargetRows(name, cell))

    def _names_target(self, row: int, text: str) -> bool:
        if is_placeholder(text) or len(text.split()) > _MAX_NAME_WORDS or _FOOTNOTE.match(text):
            return False
        return bool(
            is_name(unmarked(text).text) or self._rows.text(row, self._layout.first(Role.TARGET_COLUMN))
        )

    def _column(self, row: int, target: TargetRows, text: str) -> None:
        mapping = self._mapping(row, target.name, text)
        target.columns.append(mapping)
        self._last = (target, len(target.columns) - 1)

    def _mapping(self, row: int, target: str, name_text: str) -> ColumnMapping:
        name = unmarked(name_text.replace("\n", " "))
        bare = name.text.rpartition(".")[2] if is_name(name.text) and "." in name.text else name.text
        cells = dict(self._cells(row))
        sources, rule = self._sources(row), self._joined(row, Role.RULE)
        if sources.free_text and not rule and not is_undecided(sources.free_text):
            rule = sources.free_text
        type_text, type_key, not_null = folded_type(
            self._first(row, Role.TARGET_TYPE), tuple(self._texts(row, Role.TARGET_LENGTH))
        )
        source_type, _key, _required = folded_type(
            self._first(row, Role.SOURCE_TYPE), tuple(self._texts(row, Role.SOURCE_LENGTH))
        )
        mapping = ColumnMapping(
            target=target,
            name=clean_name(bare),
            type=type_text,
            sources=sources.refs,
            rule=rule,
            rule_resolved=rule,
            rule_kind=self._first(row, Role.RULE_KIND),
            section=self._filled(row, self._layout.first(Role.SECTION)),
            key=name.key or type_key or any(map(says_key, self._texts(row, Role.TARGET_KEY))),
            required=not_null or self._required(row),
            default=self._value(row, Role.TARGET_DEFAULT),
            example=self._first(row, Role.EXAMPLE),
            description=self._first(row, Role.DESCRIPTION),
            note="\n".join(self._texts(row, Role.NOTE)),
            join="\n".join(
                self._texts(row, Role.JOIN) + self._texts(row, Role.LOOKUP) + self._texts(row, Role.FILTER)
            ),
            state="\n".join(self._texts(row, Role.STATE)),
            source_tables=sources.tables,
            source_type=source_type,
            cell=cells.get(Role.TARGET_COLUMN),
            cells=tuple(cells.items()),
        )
        self._remark(row, mapping, sources)
        return mapping

    def _remark(self, row: int, mapping: ColumnMapping, sources: SourceCells) -> None:
        source_cell = mapping.cell_of(Role.SOURCE_COLUMN)
        if sources.unpaired:
            self._notes.add(
                "P04",
                Severity.WARNING,
                "The source cells name several tables but not as many columns; write table.column for each.",
                source_cell,
                mapping.target,
                mapping.name,
            )
        if sources.free_text:
            self._notes.add(
                "P06",
                Severity.INFO,
                "The source cell holds a sentence or an expression, no name; it was read as rule text.",
                source_cell,
                mapping.target,
                mapping.name,
            )
        if not is_name(mapping.name):
            self._notes.add(
                "P07",
                Severity.WARNING,
                f"“{mapping.name[:60]}” is an unusual name for a column; check the cell.",
                mapping.cell,
                mapping.target,
                mapping.name,
            )

    def _sources(self, row: int) -> SourceCells:
        found = [source_cells(self._source_table(row, t, c), self._rows.text(row, c)) for t, c in self._pairs]
        refs = dict.fromkeys(ref for each in found for ref in each.refs)
        tables = dict.fromkeys(table for each in found for table in each.tables)
        free = next((each.free_text for each in found if each.free_text), "")
        return SourceCells(tuple(refs), tuple(tables), free, any(each.unpaired for each in found))

    def _source_table(self, row: int, table_column: int, column_column: int) -> str:
        own = self._rows.text(row, table_column)
        if own and not is_blank(own):
            if split_names(own):
                self._fill.see(table_column, own, self._rows.home(row, table_column))
            return own
        names = split_names(self._rows.text(row, column_column))
        if own or not names:
            return ""
        return self._fill.last(table_column)[0] if table_column else self._default_source

    def _without_column(self, row: int, text: str) -> None:
        """A row that names no target column: more of the rule above, or nothing."""
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

    def _add_to_last(self, row: int) -> None:
        """A further row under a target column merged over several: its sources and rule are added."""
        assert self._last is not None
        target, place = self._last
        above, sources = target.columns[place], self._sources(row)
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

    def _required(self, row: int) -> bool:
        for column in self._layout.columns(Role.TARGET_NULLABLE):
            asks_null = self._layout.kinds.get(column) == "nullable"
            if says_required(self._rows.text(row, column), asks_null):
                return True
        return any("not null" in plain(text) for text in self._texts(row, Role.TARGET_KEY))

    def _filled(self, row: int, column: int) -> str:
        own = self._rows.text(row, column)
        if not column or (own and is_blank(own)):
            return ""
        self._fill.see(column, own, (row, column))
        return self._fill.last(column)[0]

    def _texts(self, row: int, role: Role) -> list[str]:
        texts = (self._rows.text(row, column) for column in self._layout.columns(role))
        return list(dict.fromkeys(text for text in texts if text))

    def _first(self, row: int, role: Role) -> str:
        return next(iter(self._texts(row, role)), "")

    def _joined(self, row: int, role: Role) -> str:
        return "\n".join(self._texts(row, role))

    def _value(self, row: int, role: Role) -> str:
        text = self._first(row, role)
        return "" if is_blank(text) and text not in {"''", '""'} else text

    def _cells(self, row: int) -> list[tuple[Role, Cell]]:
        found: dict[Role, Cell] = {}
        for column, role in sorted(self._layout.roles.items()):
            if role is not Role.OTHER and self._rows.text(row, column):
                place = self._rows.home(row, column)
                self._block.used.add(place)
                found.setdefault(role, self._cell(*place))
        return list(found.items())

    def _use(self, row: int, *roles: Role) -> None:
        for role in roles:
            self._block.used.update((row, column) for column in self._layout.columns(role))

    def _cell(self, row: int, column: int) -> Cell:
        return self._notes.cell(self._block.grid.name, row, column)


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
