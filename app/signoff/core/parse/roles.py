"""Which part each column of a sheet plays: by its header, its band, its neighbours, and what it holds."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from signoff.core.domain.spec import Role
from signoff.core.engines.documents.grid import SheetGrid
from signoff.core.parse.header_cells import Header, HeaderCell, TableBeside
from signoff.core.parse.kinds_beside import are_kinds, has_copies, rules_beside
from signoff.core.parse.lexicon import Side, is_command, lexicon
from signoff.core.parse.names import is_name
from signoff.core.parse.placeholders import is_blank
from signoff.core.parse.sides import sides_of
from signoff.core.parse.step_lines import are_lines, holds_steps, settle
from signoff.core.parse.types import looks_like_type
from signoff.core.parse.words import words

SIDED: dict[str, tuple[Role, Role]] = {
    "system": (Role.SOURCE_SYSTEM, Role.TARGET_SYSTEM),
    "table": (Role.SOURCE_TABLE, Role.TARGET_TABLE),
    "column": (Role.SOURCE_COLUMN, Role.TARGET_COLUMN),
    "type": (Role.SOURCE_TYPE, Role.TARGET_TYPE),
    "length": (Role.SOURCE_LENGTH, Role.TARGET_LENGTH),
    "nullable": (Role.SOURCE_NULLABLE, Role.TARGET_NULLABLE),
    "required": (Role.SOURCE_NULLABLE, Role.TARGET_NULLABLE),
    "key": (Role.OTHER, Role.TARGET_KEY),
    "default": (Role.OTHER, Role.TARGET_DEFAULT),
}
PLAIN: dict[str, Role] = {
    "rule": Role.RULE,
    "rule_kind": Role.RULE_KIND,
    "rule_code": Role.NOTE,
    "join": Role.JOIN,
    "filter": Role.FILTER,
    "lookup": Role.LOOKUP,
    "section": Role.SECTION,
    "step_order": Role.STEP_ORDER,
    "step_kind": Role.STEP_KIND,
    "alias": Role.STEP_ALIAS,
    "condition": Role.STEP_CONDITION,
    "left_table": Role.STEP_TABLE,
    "right_table": Role.STEP_TABLE,
    "example": Role.EXAMPLE,
    "description": Role.DESCRIPTION,
    "note": Role.NOTE,
    "quality": Role.NOTE,
    "state": Role.STATE,
    "number": Role.NUMBER,
    "foreign": Role.NOTE,
}
_BEFORE_DOT = re.compile(r"(?<![\w.])([^\W\d]\w*)\.[^\W\d]")
_LEAST_LETTERS = 2
"""Tables from which a list with aliases is one."""
_SOURCE_FIRST = re.compile(r"^\s*[\w.]*\w\.\w+\s*(?:\(|$)")
_SAMPLED_ROWS = 200
_LONGEST_FLAG = 4
_TYPE_SHARE = 0.8
_LEAST_RULES = 3
_RULE_SHARE = 0.6
_MAY_BE_RULES = frozenset({Role.OTHER, Role.DESCRIPTION, Role.NOTE})
"""Roles of columns that are the rules after all, where most of their texts say what is to be done."""
_OWN_WORDS = 4
"""Most words of a header that says whose field it is: `Cash System JSON Field`."""
_STEP_KINDS_OF_HEADER = frozenset(
    {"type", "step_kind", "rule_kind", "step_order", "join", "other", "", "step"}
)


@dataclass
class Layout:
    """How one block of a sheet is laid out: a header, the rows under it, and each column's role."""

    header: Header
    last_row: int
    roles: dict[int, Role] = field(default_factory=dict)
    kinds: dict[int, str] = field(default_factory=dict)
    """The header's kind behind each role, as in headers.yml."""
    steps: bool = False
    """The rows are query steps, joins or filters."""
    fixed: frozenset[int] = frozenset()
    """Columns whose role a person gave; no guess moves them."""
    doubtful: tuple[int, ...] = ()
    """Columns of rules whose header does not say so."""
    beside: dict[int, TableBeside] = field(default_factory=dict)
    """The table of each source column whose own header names it, by column."""

    def columns(self, role: Role) -> list[int]:
        """Columns that play the role, from left to right."""
        return sorted(column for column, each in self.roles.items() if each == role)

    def first(self, role: Role) -> int:
        """First column that plays the role; 0 when none does."""
        return next(iter(self.columns(role)), 0)

    def has(self, *roles: Role) -> bool:
        """Whether each of the roles is played."""
        return all(role in self.roles.values() for role in roles)

    def speak_of_sources(self) -> None:
        """Turn the target's roles into those of the source: the sheet lists source tables."""
        turned = {target: source for source, target in SIDED.values()}
        self.roles = {column: turned.get(role, role) for column, role in self.roles.items()}


def layout_of(
    grid: SheetGrid,
    header: Header,
    last_row: int,
    fixed: Mapping[int, Role] | None = None,
    *,
    may_be_steps: bool = True,
) -> Layout:
    """Roles of the columns of one block.

    Args:
        grid: the sheet.
        header: the block's header.
        last_row: last row of the block, from 1.
        fixed: roles that a person gave, by column; the header has a cell for each.
        may_be_steps: False when a person says that the sheet holds a mapping.
    """
    fixed = fixed or {}
    layout = Layout(header, last_row, fixed=frozenset(fixed))
    kinds = {cell.column: _kind(cell, grid, layout) for cell in header.cells}
    if may_be_steps and _is_steps(kinds, grid, layout):
        layout.steps = True
        _steps_layout(layout, kinds, grid)
        layout.roles.update(fixed)
        return layout
    _aliases_as_tables(header.cells, kinds)
    sides = sides_of(header.cells, kinds)
    for cell in header.cells:
        kind, side = kinds[cell.column], sides.get(cell.column)
        layout.kinds[cell.column] = kind
        if kind in SIDED:
            source, target = SIDED[kind]
            layout.roles[cell.column] = source if side is Side.SOURCE else target
        else:
            layout.roles[cell.column] = PLAIN.get(kind, Role.OTHER)
    layout.roles.update(fixed)
    _settle_target(layout, grid)
    _keep_one(layout, grid)
    without_labels(layout, grid)
    _settle_rule(layout, grid)
    return layout


def values_of(grid: SheetGrid, layout: Layout, column: int) -> list[str]:
    """Texts under a header, empty ones left out."""
    last = min(layout.last_row, layout.header.row + _SAMPLED_ROWS)
    texts = (grid.at(row, column) for row in range(layout.header.row + 1, last + 1))
    return [text for text in texts if text]


def _kind(cell: HeaderCell, grid: SheetGrid, layout: Layout) -> str:
    """The header's kind, or what its cells show where the header says nothing."""
    kind = cell.guess.kind if cell.guess.known >= 0.5 else ""
    if kind in ("length", "rule_kind") and _are_types(values_of(grid, layout, cell.column)):
        return "type"
    if kind:
        return kind
    if cell.guess.kind in ("column", "table") and _ends_in(cell, cell.guess.kind):
        return cell.guess.kind
    if cell.guess.side is not None and cell.guess.known >= 0.5:
        return "side"
    values = values_of(grid, layout, cell.column)
    if len(values) >= 3 and _are_types(values):
        return "type"
    return "side" if cell.guess.layer >= 0 and not _are_flags(values) else "other"


def _are_flags(values: list[str]) -> bool:
    """Whether a column holds few short marks again and again, such as Req and Perm."""
    different = set(values)
    return len(values) >= 3 * len(different) > 0 and max(map(len, different)) <= _LONGEST_FLAG


def _are_types(values: list[str]) -> bool:
    """Whether most texts are names of data types."""
    return bool(values) and sum(map(looks_like_type, values)) / len(values) >= _TYPE_SHARE


def _aliases_as_tables(cells: tuple[HeaderCell, ...], kinds: dict[int, str]) -> None:
    """`Source Alias` stands for the source table where no column names that."""
    sides = {cell.guess.side or cell.band_side for cell in cells if kinds[cell.column] == "table"}
    for cell in cells:
        side = cell.guess.side or cell.band_side
        if kinds[cell.column] == "alias" and side is Side.SOURCE and side not in sides:
            kinds[cell.column] = "table"
            return


def _ends_in(cell: HeaderCell, kind: str) -> bool:
    """Whether a short header with words of its own ends in `Field`, `Table` or the like."""
    parts = words(cell.text)
    return 1 < len(parts) <= _OWN_WORDS and lexicon().kinds.get(parts[-1]) == kind


def _is_steps(kinds: dict[int, str], grid: SheetGrid, layout: Layout) -> bool:
    present = set(kinds.values())
    if "column" in present:
        return False
    values = {column: values_of(grid, layout, column) for column in kinds}
    if are_lines(kinds, values):
        return True
    tables = present & {"table", "left_table", "right_table"}
    conditions = present & {"condition", "join", "filter", "rule"}
    if not tables or not conditions:
        return False
    if (
        present & {"alias", "step_kind", "left_table", "right_table"}
        or "join" in conditions
        or "filter" in conditions
    ):
        return True
    return any(holds_steps(values[c]) for c, kind in kinds.items() if kind in _STEP_KINDS_OF_HEADER)


def _steps_layout(layout: Layout, kinds: dict[int, str], grid: SheetGrid) -> None:
    header = layout.header
    roles = {
        "alias": Role.STEP_ALIAS,
        "type": Role.STEP_KIND,
        "step_kind": Role.STEP_KIND,
        "step_order": Role.STEP_ORDER,
        "number": Role.STEP_ORDER,
        "section": Role.SECTION,
        "rule_kind": Role.STEP_KIND,
        "left_table": Role.STEP_TABLE,
        "right_table": Role.STEP_TABLE,
        "description": Role.NOTE,
        "note": Role.NOTE,
        "state": Role.STATE,
    }
    tables = [cell for cell in header.cells if kinds[cell.column] == "table"]
    values = {column: values_of(grid, layout, column) for column in kinds}
    for cell in header.cells:
        kind = kinds[cell.column]
        layout.kinds[cell.column] = kind
        if kind == "table" or kind == "side":
            target = cell.guess.side is Side.TARGET or cell.band_side is Side.TARGET
            unsided_first = (
                kind == "table" and cell.guess.side is None and len(tables) > 1 and cell is tables[0]
            )
            layout.roles[cell.column] = Role.TARGET_TABLE if target or unsided_first else Role.STEP_TABLE
        elif kind in ("condition", "join", "filter", "rule"):
            layout.roles[cell.column] = Role.STEP_CONDITION
        elif kind in ("type", "rule_kind") and not holds_steps(values[cell.column]):
            layout.roles[cell.column] = Role.OTHER
        else:
            layout.roles[cell.column] = roles.get(kind, Role.OTHER)
    settle(layout.roles, values, layout.fixed)
    _settle_letters(layout, values)


def _settle_letters(layout: Layout, values: Mapping[int, list[str]]) -> None:
    """Where no header tells the aliases, the column is them whose texts stand before dots in the conditions."""
    if layout.has(Role.STEP_ALIAS):
        return
    said = " ".join(text for c in layout.columns(Role.STEP_CONDITION) for text in values.get(c, ()))
    used = {name.casefold() for name in _BEFORE_DOT.findall(said)}
    for column, role in sorted(layout.roles.items()):
        own = [text.strip().casefold() for text in values.get(column, ())]
        if role is not Role.OTHER or column in layout.fixed or len(own) < _LEAST_LETTERS:
            continue
        letters = [text for text in own if text in used]
        if len(letters) == len(set(letters)) > 1 and len(letters) * 2 > len(own):
            layout.roles[column] = Role.STEP_ALIAS
            return


def _settle_target(layout: Layout, grid: SheetGrid) -> None:
    """Where no header tells the target column, beside sources and rules, the column of different names is it."""
    under_source = [c for c in layout.header.cells if c.band_side is Side.SOURCE and not c.guess.kind]
    typed = layout.has(Role.TARGET_TYPE) or layout.has(Role.SOURCE_TYPE)
    told = len(under_source) > 1 or layout.has(Role.SOURCE_COLUMN) or typed
    if layout.has(Role.RULE) and told:
        _settle_first(layout, grid)
    if layout.has(Role.TARGET_COLUMN) or not layout.has(Role.SOURCE_COLUMN, Role.RULE):
        return
    if not layout.has(Role.TARGET_TABLE):
        _settle_bare_name(layout, grid)
        return
    for column, role in sorted(layout.roles.items()):
        values = values_of(grid, layout, column)
        free = role in (Role.OTHER, Role.DESCRIPTION) and column not in layout.fixed
        if free and len(values) > 1 and len(set(values)) == len(values) == _technical(values):
            layout.roles[column] = Role.TARGET_COLUMN
            return


def _settle_first(layout: Layout, grid: SheetGrid) -> None:
    """Beside sources and rules the first column is the target's, where it holds names, whatever its header says."""
    first = layout.header.cells[0]
    if layout.has(Role.TARGET_COLUMN) or layout.has(Role.TARGET_TABLE):
        return
    values = [text for text in values_of(grid, layout, first.column) if " " not in text]
    free = layout.roles[first.column] is Role.OTHER and first.column not in layout.fixed
    if (
        free
        and is_name(first.text)
        and len(values) > 1
        and len(set(values)) == len(values) == _technical(values)
    ):
        layout.roles[first.column] = Role.TARGET_COLUMN
        beside = first.column + 1
        if layout.roles.get(beside) is Role.SOURCE_TYPE and beside not in layout.fixed:
            layout.roles[beside] = Role.TARGET_TYPE


def _settle_bare_name(layout: Layout, grid: SheetGrid) -> None:
    """Beside sources and rules a column that is headed by nothing but `name` is the target's, and so is its type."""
    if not (layout.has(Role.SOURCE_COLUMN) and layout.has(Role.RULE)):
        return
    for cell in layout.header.cells:
        values = values_of(grid, layout, cell.column)
        is_bare = not cell.guess.kind and cell.guess.side is None and "name" in words(cell.text)
        free = layout.roles[cell.column] is Role.OTHER and cell.column not in layout.fixed
        if free and is_bare and len(values) > 1 and len(set(values)) == len(values) == _technical(values):
            layout.roles[cell.column] = Role.TARGET_COLUMN
            for column in layout.columns(Role.SOURCE_TYPE):
                if column not in layout.fixed:
                    layout.roles[column] = Role.TARGET_TYPE
            return


def _keep_one(layout: Layout, grid: SheetGrid) -> None:
    """One target table and one target column: the best filled; further ones say nothing new."""
    for role in (Role.TARGET_COLUMN, Role.TARGET_TABLE):
        columns = layout.columns(role)
        if len(columns) > 1:
            best = max(columns, key=lambda c: (c in layout.fixed, _technical(values_of(grid, layout, c)), -c))
            for column in columns:
                if column != best and column not in layout.fixed:
                    layout.roles[column] = Role.DESCRIPTION if role is Role.TARGET_COLUMN else Role.OTHER


def without_labels(layout: Layout, grid: SheetGrid) -> None:
    """Of two source columns the one that holds labels, ``Close Date`` beside ``CloseDate``, is a description."""
    columns = layout.columns(Role.SOURCE_COLUMN)
    if len(columns) != 2 or layout.has(Role.SOURCE_TABLE):
        return
    for label, other in (columns, columns[::-1]):
        head = next(cell.text for cell in layout.header.cells if cell.column == label)
        values, names = values_of(grid, layout, label), values_of(grid, layout, other)
        spoken = "label" in words(head) or "description" in words(head)
        if spoken and label not in layout.fixed and _technical(names) == len(names) >= len(values) > 0:
            layout.roles[label] = Role.DESCRIPTION
            return


def _technical(values: list[str]) -> int:
    """How many of the values are names as a database has them."""
    return sum(1 for value in values if " " not in value and is_name(value))


def _settle_kinds(layout: Layout, grid: SheetGrid) -> None:
    """A column that holds kinds of rules and nothing else is no rule where another column says the rules."""
    free = [c for c, role in sorted(layout.roles.items()) if role in _MAY_BE_RULES and c not in layout.fixed]
    for column, role in sorted(layout.roles.items()):
        told = layout.kinds.get(column) in ("rule", "rule_kind", "type") or role is Role.RULE
        alone = role is Role.RULE_KIND or layout.columns(Role.RULE) == [column]
        if role is Role.SOURCE_TYPE and not layout.has(Role.RULE):
            told = alone = has_copies(values_of(grid, layout, column))
        if column in layout.fixed or not (told and alone) or not are_kinds(values_of(grid, layout, column)):
            continue
        last = min(layout.last_row, layout.header.row + _SAMPLED_ROWS)
        rows = [
            row
            for row in range(layout.header.row + 1, last + 1)
            if grid.at(row, layout.first(Role.TARGET_COLUMN))
        ]
        if rules := rules_beside(grid, rows, column, free, layout.header.row - 1):
            layout.roles[column], layout.roles[rules] = Role.RULE_KIND, Role.RULE
            return


def _settle_source_with_rule(layout: Layout, grid: SheetGrid) -> None:
    """``Source (rule)``: a column of sources, each with its rule behind it, where no other column holds sources."""
    rules = layout.columns(Role.RULE)
    if layout.has(Role.SOURCE_COLUMN) or len(rules) != 1 or rules[0] in layout.fixed:
        return
    cell = next(cell for cell in layout.header.cells if cell.column == rules[0])
    values = values_of(grid, layout, rules[0])
    if cell.guess.side is Side.SOURCE and sum(bool(_SOURCE_FIRST.match(v)) for v in values) > len(values) / 2:
        layout.roles[rules[0]] = Role.SOURCE_COLUMN


def _settle_rule(layout: Layout, grid: SheetGrid) -> None:
    """Where no column is the rule, the one that holds codes or conditions is; kinds of rule aren't rules."""
    _settle_source_with_rule(layout, grid)
    if layout.has(Role.TARGET_COLUMN, Role.SOURCE_COLUMN):
        _settle_kinds(layout, grid)
    _free_step_names(grid, layout)
    if layout.has(Role.RULE):
        return
    for kind in ("rule_code", "condition", "rule_kind"):
        column = next((c for c, k in sorted(layout.kinds.items()) if k == kind and c not in layout.fixed), 0)
        if column and values_of(grid, layout, column):
            layout.roles[column] = Role.RULE
            return
    told = [c for c, role in sorted(layout.roles.items()) if role in _MAY_BE_RULES and c not in layout.fixed]
    rules = next((c for c in told if _are_rules(values_of(grid, layout, c))), 0) or _said_instead(
        grid, layout
    )
    if rules and layout.has(Role.TARGET_COLUMN, Role.SOURCE_COLUMN):
        layout.roles[rules] = Role.RULE


def _free_step_names(grid: SheetGrid, layout: Layout) -> None:
    """A column of rules that holds nothing but names, `EXP_DATES`, is none where another one tells rules in words."""
    columns = [c for c in layout.columns(Role.RULE) if c not in layout.fixed]
    texts = {c: values_of(grid, layout, c) for c in columns}
    named = [c for c in columns if texts[c] and all("_" in t and t.isidentifier() for t in texts[c])]
    if any(" " in text for c in columns if c not in named for text in texts[c]):
        layout.roles.update(dict.fromkeys(named, Role.OTHER))


def _said_instead(grid: SheetGrid, layout: Layout) -> int:
    """The one column of notes that says something for every row without a source, and for half of all; 0 for none."""
    notes = [c for c in layout.columns(Role.NOTE) if layout.kinds.get(c) == "note" and c not in layout.fixed]
    last = min(layout.last_row, layout.header.row + _SAMPLED_ROWS)
    target, sources = layout.first(Role.TARGET_COLUMN), layout.columns(Role.SOURCE_COLUMN)
    rows = [row for row in range(layout.header.row + 1, last + 1) if grid.at(row, target)]
    if len(notes) != 1 or not sources or layout.has(Role.STATE):
        return 0
    without = [row for row in rows if all(is_blank(grid.at(row, c)) for c in sources)]
    said = [row for row in rows if grid.at(row, notes[0])]
    return notes[0] if without and set(without) <= set(said) and len(said) * 2 >= len(rows) else 0


def _are_rules(values: list[str]) -> bool:
    """Whether most texts of a column begin with what is to be done."""
    return len(values) >= _LEAST_RULES and sum(map(is_command, values)) > _RULE_SHARE * len(values)
