"""What was read from a mapping document, each piece with its cell."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from signoff.core.domain.amending import Amendment
from signoff.core.domain.cells import Cell
from signoff.core.domain.findings import Finding


class Role(StrEnum):
    """The part a column of a mapping sheet plays."""

    TARGET_SYSTEM = "target_system"
    TARGET_TABLE = "target_table"
    TARGET_COLUMN = "target_column"
    TARGET_TYPE = "target_type"
    TARGET_LENGTH = "target_length"
    TARGET_KEY = "target_key"
    TARGET_NULLABLE = "target_nullable"
    TARGET_DEFAULT = "target_default"
    SOURCE_SYSTEM = "source_system"
    SOURCE_TABLE = "source_table"
    SOURCE_COLUMN = "source_column"
    SOURCE_TYPE = "source_type"
    SOURCE_LENGTH = "source_length"
    SOURCE_NULLABLE = "source_nullable"
    RULE = "rule"
    RULE_KIND = "rule_kind"
    JOIN = "join"
    FILTER = "filter"
    LOOKUP = "lookup"
    SECTION = "section"
    STEP_ORDER = "step_order"
    STEP_KIND = "step_kind"
    STEP_TABLE = "step_table"
    STEP_ALIAS = "step_alias"
    STEP_CONDITION = "step_condition"
    EXAMPLE = "example"
    DESCRIPTION = "description"
    NOTE = "note"
    STATE = "state"
    NUMBER = "number"
    OTHER = "other"


class StepKind(StrEnum):
    """What one line of a query-steps sheet does."""

    DRIVING = "driving table"
    INNER_JOIN = "inner join"
    LEFT_JOIN = "left join"
    RIGHT_JOIN = "right join"
    FULL_JOIN = "full join"
    CROSS_JOIN = "cross join"
    FILTER = "filter"
    DISTINCT = "distinct"
    GROUP_BY = "group by"
    UNION = "union"
    UNION_ALL = "union all"
    NOTE = "note"


@dataclass(frozen=True)
class SourceRef:
    """One source column as the document names it."""

    table: str
    """Source table or alias; empty when the document names none."""
    column: str

    def __str__(self) -> str:
        return f"{self.table}.{self.column}" if self.table else self.column


@dataclass(frozen=True)
class ColumnMapping:
    """One target column: its sources and its rule."""

    target: str
    name: str
    type: str = ""
    """Target type as written, length folded in where a cell of its own holds it: ``varchar(20)``."""
    sources: tuple[SourceRef, ...] = ()
    rule: str = ""
    """The rule cell's text as written."""
    rule_resolved: str = ""
    """The rule with rule codes replaced by the rule list's text; equals `rule` where there is none."""
    rule_kind: str = ""
    """Kind of mapping as written, such as ``Direct`` or ``Lookup``."""
    section: str = ""
    """Part of the target this row belongs to; empty when it holds for every part."""
    key: bool = False
    required: bool = False
    default: str = ""
    example: str = ""
    description: str = ""
    note: str = ""
    join: str = ""
    """Join, lookup or filter text standing on the same row."""
    state: str = ""
    """State or version mark as written, such as ``changed`` or ``new``."""
    cell: Cell | None = None
    """Cell of the target column's name."""
    cells: Sequence[tuple[Role, Cell]] = ()
    """Cell of every field read, by role."""
    source_tables: tuple[str, ...] = ()
    """Source tables the row names, filled down, with or without a source column."""
    source_type: str = ""
    """Source type as written, length folded in; empty when the document gives none."""
    struck: tuple[Role, ...] = ()
    """Fields whose text is struck out in the sheet."""
    was: str = ""
    """Name of the column so far, where the row stands under it and tells the new one."""
    query: str = ""
    """SQL of a query of its own that the rule was wholly read as; empty where the rule is still to be read."""

    @classmethod
    def at_once(cls, **fields: object) -> ColumnMapping:
        """The same as the constructor, ten times as fast: for documents of a hundred thousand rows.

        A frozen class sets field by field; this sets all of them together.

        Args:
            fields: every field without a default, and what others are not to keep theirs.
        """
        made = object.__new__(cls)
        vars(made).update(fields)
        return made

    def cell_of(self, role: Role) -> Cell | None:
        """Cell the field of that role was read from."""
        return next((cell for each, cell in self.cells if each == role), None)


@dataclass(frozen=True)
class Step:
    """One line of a query-steps sheet."""

    target: str
    order: int
    kind: StepKind
    section: str = ""
    table: str = ""
    alias: str = ""
    condition: str = ""
    """Condition, rule or note, as written."""
    cell: Cell | None = None
    state: str = ""
    """What stands beside it that may say that it is new, changed or gone; as written."""
    kind_assumed: bool = False
    """A join of which nothing says what becomes of rows without a partner."""


@dataclass(frozen=True)
class TargetMapping:
    """One table to produce: its column mappings in the document's order, and its steps."""

    name: str
    columns: tuple[ColumnMapping, ...]
    steps: tuple[Step, ...] = ()
    description: str = ""
    existing_sql: str = ""
    """Whole-table SQL found in a cell, if any."""
    cell: Cell | None = None
    amendments: tuple[Amendment, ...] = ()
    """Answers that are worked into it; none in what was read from the document itself."""
    listed: tuple[str, ...] = ()
    """Its columns as a list of columns elsewhere in the document has them; none where there is no such list."""
    blank_missing: tuple[str, ...] = ()
    """Tables it reads whose blank text counts as missing, by a general rule of the document."""
    no_days: tuple[str, ...] = ()
    """Days that the source writes where it has none, by such a rule, as YYYY-MM-DD."""
    codes_alike: str = ""
    """How codes are compared by such a rule, wherever they are: ``ignoring case``; empty for to the letter."""
    keeps_partnerless: bool = False
    """Whether rows without a partner in a joined table stay, by such a rule."""
    any_case: tuple[str, ...] = ()
    """Codes of the document's lists, in small letters, whose capital and small letters are the same by such a rule."""

    @property
    def sections(self) -> tuple[str, ...]:
        """Names of the parts put together by union, in order; one empty name when there are none."""
        building = [s.section for s in self.steps if s.section or s.kind is not StepKind.NOTE]
        names = building or [c.section for c in self.columns]
        return tuple(dict.fromkeys(name for name in names if name)) or ("",)


@dataclass(frozen=True)
class SourceColumn:
    """One column of a source table."""

    name: str
    type: str = ""
    """DuckDB type name, upper case; empty when not known."""
    nullable: bool = True
    description: str = ""
    length: int = 0
    """Most characters of a text, as the source states it; 0 when it states none."""
    default: str = ""
    """What stands where no value is given, as the source writes it; empty when it states nothing."""
    moved_from: str = ""
    """Of a drafted target: the column whose values it holds unchanged; empty when they are made."""
    told: str = ""
    """Of a drafted target: its rule in the document's words, which may name its values; empty for others."""


@dataclass(frozen=True)
class ForeignKey:
    """Columns of a source table whose values are those of another one, as the source states it."""

    columns: tuple[str, ...]
    table: str
    """The other table."""
    referred: tuple[str, ...] = ()
    """Its columns, in the same order; empty for its key."""


@dataclass(frozen=True)
class SourceTable:
    """One source table, or another target that a target may read."""

    name: str
    columns: tuple[SourceColumn, ...] = ()
    key: tuple[str, ...] = ()
    description: str = ""
    foreign_keys: tuple[ForeignKey, ...] = ()

    def column(self, name: str) -> SourceColumn | None:
        """The column of that name, ignoring case."""
        wanted = name.casefold()
        return next((c for c in self.columns if c.name.casefold() == wanted), None)


@dataclass(frozen=True)
class Schema:
    """All tables a draft may read."""

    tables: tuple[SourceTable, ...] = ()

    def table(self, name: str) -> SourceTable | None:
        """The table of that name, ignoring case."""
        wanted = name.casefold()
        return next((t for t in self.tables if t.name.casefold() == wanted), None)

    def merged_with(self, other: Schema) -> Schema:
        """This schema, with tables of `other` added where the name is new."""
        new = tuple(t for t in other.tables if self.table(t.name) is None)
        return Schema(self.tables + new)


@dataclass(frozen=True)
class SheetReading:
    """How one sheet was understood."""

    sheet: str
    header_row: int
    """Row of the header, from 1; 0 when the sheet holds no mapping."""
    roles: tuple[tuple[str, Role], ...] = ()
    """Column letter and the role it plays."""
    header_texts: tuple[tuple[str, str], ...] = ()
    """Column letter and the text of its header."""
    confidence: tuple[tuple[str, float], ...] = ()
    """Column letter and how plainly its header tells the role, 0 to 1; `SURE` and more needs no look."""
    corrected: tuple[str, ...] = ()
    """Letters of the columns whose role a person gave."""
    document: str = ""
    """Document the sheet is of; empty for the spec's own."""


SURE = 0.9
"""Confidence from which a column's header tells its role beyond doubt."""


@dataclass(frozen=True)
class UnusedCell:
    """A cell with text that no field was read from."""

    cell: Cell
    text: str
    reason: str
    is_note: bool = False
    """The text stands in a note on the cell, not in the cell itself."""


@dataclass(frozen=True)
class CodeList:
    """Which old value becomes which new one."""

    name: str
    codes: tuple[tuple[str, str], ...]
    """Old and new value as written, in the document's order."""
    cells: tuple[Cell, ...] = ()
    """Cells it was read from, header first."""
    gives: str = ""
    """Header of its new values, by which rules choose among several of a code: Text, Score."""
    sheet: str = ""
    """The sheet it stands on."""


class GeneralKind(StrEnum):
    """What a rule for the whole document says, where it is understood."""

    DAY = "day"
    """Words for a day, such as `key date`: the day stands in their place wherever a rule uses them."""
    FILLED = "filled"
    """What a column holds in every table that has it."""
    TYPE = "type"
    """The type of columns whose names end alike."""
    BLANK = "blank"
    """Blank text counts as missing, in columns that are taken over too."""
    TRIM = "trim"
    """Text that is taken over is trimmed."""
    DIRECT = "direct"
    """An empty rule means that the value is taken over: what is done anyway."""
    TERM = "term"
    """A word that a rule may consist of, and what it means."""
    ZONE = "zone"
    """Words for a time zone, such as `local time`: its name stands in their place wherever a rule uses them."""
    PARTNERS = "partners"
    """Rows of tables that use the word `of` are loaded only where the join in `says` finds a partner."""
    KEPT = "kept"
    """Rows without a partner in a joined table stay, wherever nothing else is said of a join."""
    WHOLE = "whole"
    """A unit of time, such as `minute`, of which only those that are over count."""
    NOTHING = "nothing"
    """A word that stands for no value where it is what comes out of a rule."""
    CODES = "codes"
    """How codes are compared with those of the code lists."""
    UNLISTED = "unlisted"
    """What codes become that no list has (`of`: unlisted), and missing ones (`of`: missing)."""
    LEFT_OUT = "left out"
    """Rows whose column `of` holds the code in `says` are loaded in no table."""
    NO_DAY = "no day"
    """The day that the source writes where it has none."""
    LINKED = "linked"
    """The column of every table that others' fields hold to point at its rows."""
    CALLED = "called"
    """What the document calls the source's column in `says`."""
    FOUND = "found"
    """By what, in `says`, rows of the document's table in `of` are found from the records that others point at."""
    CENTS = "cents"
    """Amounts of the source are in hundredths of what rules call dollars, euros and the like."""


@dataclass(frozen=True)
class GeneralRule:
    """One rule that holds for every table of the document."""

    kind: GeneralKind
    of: str
    """Whom it concerns: words for a day, a column's name, an ending of names, tables; empty for all."""
    says: str
    """What it says of them: a day as YYYY-MM-DD, a rule's text, a type; empty where the kind says all."""
    text: str
    """As written."""
    cell: Cell | None = None


@dataclass(frozen=True)
class Spec:
    """What was read from one mapping document."""

    document: str
    sheets: tuple[SheetReading, ...] = ()
    targets: tuple[TargetMapping, ...] = ()
    sources: Schema = field(default_factory=Schema)
    """Source tables listed in the document itself."""
    findings: tuple[Finding, ...] = ()
    unused: tuple[UnusedCell, ...] = ()
    digest: str = ""
    """SHA-256 of the document's bytes."""
    code_lists: tuple[CodeList, ...] = ()
    """Lists of codes on sheets of their own."""
    general: tuple[GeneralRule, ...] = ()
    """Rules for every table, as cover sheets state them, that are understood and worked into the rules."""
    is_beside_names: bool = False
    """Names of source tables and existing SQL told what doubtful headings mean; the next version is read so too."""

    def target(self, name: str) -> TargetMapping | None:
        """The target of that name, ignoring case."""
        wanted = name.casefold()
        return next((t for t in self.targets if t.name.casefold() == wanted), None)
