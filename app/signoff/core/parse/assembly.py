"""Puts together what the blocks of a document say about each target."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from functools import cache, partial

from signoff.core.domain.cells import Cell
from signoff.core.domain.findings import Severity
from signoff.core.domain.sentences import say
from signoff.core.domain.spec import ColumnMapping, Role, SourceTable, Step, StepKind, TargetMapping
from signoff.core.parse.block_kinds import BlockKind
from signoff.core.parse.blocks import Block
from signoff.core.parse.box_steps import lines_used, steps_of_box
from signoff.core.parse.collect import Collector
from signoff.core.parse.columns_rows import TableListing, read_columns
from signoff.core.parse.default_sources import without_other
from signoff.core.parse.existing_sql import take_existing_sql
from signoff.core.parse.index_sheets import Named
from signoff.core.parse.join_text import (
    Statement,
    as_filter,
    steps_of_joins,
    steps_of_statements,
    with_statements,
)
from signoff.core.parse.labels import Label
from signoff.core.parse.lexicon import Side, guess
from signoff.core.parse.mapping_rows import STATED, MappingReader
from signoff.core.parse.names import clean_name, is_name
from signoff.core.parse.naming import (
    is_hop,
    model_named_above,
    name_from_file,
    name_from_sheet,
    source_name_above,
    target_name_above,
)
from signoff.core.parse.now_texts import asked_now
from signoff.core.parse.parts_below import steps_of_parts
from signoff.core.parse.roles import values_of
from signoff.core.parse.rule_list import resolve
from signoff.core.parse.steps_rows import StepsReader
from signoff.core.parse.tables_beside import texts_around, union_of
from signoff.core.parse.words import words

_TOLD_AS = {"filter": "Filter: ", "join": "Join: ", "table": "from "}
"""What stands before a line that is kept as a note, by the kind of its label."""
_SAYS_NEW = re.compile(r"\b(?:new|now|changed?|additional|from\s+now\s+on)\b", re.IGNORECASE)
_TURNS = re.compile(
    r"\b(?:from\s+now\s+on|now|becomes?|turns?|instead|no\s+longer|chang\w+)\b.*\b(?:inner|left)\b|"
    r"\b(?:inner|left)\b.*\b(?:from\s+now\s+on|now|becomes?|turns?|instead|no\s+longer|chang\w+)\b",
    re.IGNORECASE | re.DOTALL,
)
"""Words of a line that says how a join is to be other than it is."""
_COMPARED = re.compile(r"[=<>]|\b(?:is\s+(?:not\s+)?null|like|between|in\s*\()", re.IGNORECASE)
_JOINING = re.compile(r"\b(?:join\w*|with|on|per|where)\b", re.IGNORECASE)
_LIMITING = re.compile(
    r"\b(?:unless|if|when|except|provided|only|until|while|during|but|without|not|approved)\b", re.IGNORECASE
)
"""Words of a line that say of which rows of its table there are any."""
_SQL_WORD = re.compile(
    r"^\s*(?:from|where|and|(?:(?:left|right|inner|full|cross)\s+)?(?:outer\s+)?join)\s*:?\s*$", re.IGNORECASE
)
_SQL_JOIN = re.compile(r"join", re.IGNORECASE)
_NAME_AND_WORDS = 10
"""Words of a title; a longer one also tells of rows."""
_TELLING = 3
"""Words from which a line about sources says more than a name."""


@dataclass
class _Gathered:
    name: str
    cell: Cell | None
    columns: list[ColumnMapping] = field(default_factory=list)
    steps: list[Step] = field(default_factory=list)
    description: str = ""
    sheet: str = ""
    listed: list[str] = field(default_factory=list)


class Assembly:
    """Targets and source tables of one document as its blocks are added."""

    def __init__(
        self,
        document: str,
        notes: Collector,
        rules: dict[str, str],
        told_elsewhere: str = "",
        models: frozenset[str] = frozenset(),
        indexed: Named | None = None,
        *,
        is_one_grid: bool = False,
        no_targets: frozenset[str] = frozenset(),
    ) -> None:
        """Prepare.

        Args:
            document: file name; the last resort for a target's name.
            notes: receives findings.
            rules: text of each rule code the document lists.
            told_elsewhere: the table that other sheets say the document is about; may be empty.
            models: case-folded names of files of existing SQL.
            indexed: tables that an index gives to sheets.
            is_one_grid: the document has one mapping, which is about the only such file unless it names a table.
            no_targets: case-folded names of columns that exist; a line above a grid that names one names no target.
        """
        self._indexed = indexed or {}
        self._document, self._notes, self._rules = document, notes, rules
        self._told_elsewhere, self._models, self._is_one_grid = told_elsewhere, models, is_one_grid
        self._no_targets = no_targets
        self._targets: dict[str, _Gathered] = {}
        self._sources: dict[str, TableListing] = {}

    def add_mapping(self, block: Block, part: str = "") -> None:
        """Read a mapping block.

        Args:
            block: it.
            part: section of its rows where no column holds one; the parts of a target are put together.
        """
        default = cache(lambda: self._default_target(block))
        source = without_other(source_name_above(block), block)
        reader = MappingReader(block, default, source, self._notes)
        rows = reader.read()
        for each in rows:
            gathered = self._gathered(each.name, each.cell, block.grid.name)
            known = {_shape(c) for c in gathered.columns}
            columns = each.columns
            if part:
                columns = [replace(c, section=c.section or part) for c in columns]
            gathered.columns += [c for c in columns if _shape(c) not in known] if known else columns
            gathered.description = gathered.description or _description(block)
            if block.box is not None:
                gathered.steps += self._boxed(each.name, block)
                continue
            stated = [*self._statements(block), *each.statements]
            clauses = self._clauses(each.name, block)
            gathered.steps += clauses
            stated = [] if clauses else stated
            tables = dict.fromkeys(ref.table for c in each.columns for ref in c.sources if ref.table)
            steps = steps_of_statements(each.name, stated, list(tables)) if stated else []
            gathered.steps += steps or ([] if clauses else self._told_sources(each.name, block))
            if stated and not steps:
                gathered.steps += [_filter(each.name, told) for told in stated if told.kind == "filter"]
                gathered.columns = with_statements(
                    gathered.columns, [told for told in stated if told.kind != "filter"]
                )
            if len(rows) == 1 and not gathered.steps:
                gathered.steps += self._union(block, each.name, columns)
            if len(rows) == 1 and reader.parts:
                place = partial(self._notes.cell, block.grid.name)
                gathered.steps += steps_of_parts(each.name, block, reader.parts, place)
        if not rows:
            self._remark_nameless(block)
        self._remark_doubtful(block)

    def add_steps(self, block: Block) -> None:
        """Read a block of query steps."""
        default = ""
        if not block.layout.has(Role.TARGET_TABLE):
            default = self._target_of_sheet(block)
            tables = [
                t
                for c in block.layout.columns(Role.STEP_TABLE)
                for t in values_of(block.grid, block.layout, c)
            ]
            if not default and tables and all(self._find(table) for table in tables):
                block.kind = BlockKind.NOTHING
                return
        steps = StepsReader(block, default, self._notes).read()
        if steps and not any(self._find(step.target) for step in steps):
            block.kind = BlockKind.NOTHING
            self._remark_foreign_steps(block, steps[0])
            return
        for step in steps:
            known = self._find(step.target)
            if known is None:
                self._notes.add(
                    "P11",
                    Severity.WARNING,
                    say("parse.steps_of_unknown_target", target=step.target),
                    step.cell,
                    step.target,
                )
            else:
                known.steps.append(replace(step, target=known.name))

    def add_columns(self, block: Block) -> None:
        """Read a block that lists columns: types of targets that are mapped, else source tables."""
        named = "" if block.grid.tables else name_from_sheet(block.grid.name)
        above = target_name_above(block)[0]
        listings = read_columns(block, above or named)
        if not listings:
            block.kind = BlockKind.NOTHING
            return
        if _says_source(block) or not any(self._find(listing.name) for listing in listings):
            block.layout.speak_of_sources()
        for listing in listings:
            target = self._find(listing.name)
            if target is not None and not _says_source(block):
                target.columns = [_typed(column, listing) for column in target.columns]
                target.listed += [c.name for c in listing.columns if c.name not in target.listed]
            else:
                known = self._sources.setdefault(listing.name.casefold(), TableListing(listing.name))
                names = {column.name.casefold() for column in known.columns}
                known.columns += [c for c in listing.columns if c.name.casefold() not in names]
                known.key += [key for key in listing.key if key not in known.key]

    def targets(self) -> tuple[TargetMapping, ...]:
        """All targets in the document's order."""
        return tuple(self._finished(each) for each in self._targets.values())

    def sources(self) -> tuple[SourceTable, ...]:
        """Source tables the document lists."""
        return tuple(listing.table() for listing in self._sources.values())

    def _finished(self, each: _Gathered) -> TargetMapping:
        columns, sql = take_existing_sql(each.columns)
        steps = each.steps
        if not steps:
            columns, steps = steps_of_joins(each.name, columns)
        resolved = tuple(resolve(column, self._rules, self._notes) for column in columns)
        return TargetMapping(
            each.name, resolved, tuple(steps), each.description, sql, each.cell, listed=tuple(each.listed)
        )

    def _gathered(self, name: str, cell: Cell | None, sheet: str) -> _Gathered:
        return self._targets.setdefault(name.casefold(), _Gathered(name, cell, sheet=sheet))

    def _find(self, name: str) -> _Gathered | None:
        wanted = self._indexed.get(name.casefold(), (name,))[0].casefold()
        exact = self._targets.get(wanted)
        bare = wanted.rpartition(".")[2]
        return exact or next((t for key, t in self._targets.items() if key.rpartition(".")[2] == bare), None)

    def _default_target(self, block: Block) -> tuple[str, Cell | None]:
        """The target's name as the only file of existing SQL has it that is called so behind its package's name."""
        name, cell = self._told_target(block)
        if (
            self._is_one_grid
            and len(self._models) == 1
            and name.casefold() in self._no_targets - self._models
        ):
            return next(iter(self._models)), None
        own = [model for model in self._models if model.rpartition("__")[2] == name.casefold()]
        return (own[0] if len(own) == 1 and name.casefold() not in self._models else name), cell

    def _told_target(self, block: Block) -> tuple[str, Cell | None]:
        """The target's name where no column holds it, and the cell it was read from."""
        name, place = target_name_above(block)
        if name.casefold() not in self._models:
            name, place = model_named_above(block, self._models) or (name, place)
        if name and place:
            says_more = len(block.grid.at(*place).split()) > _NAME_AND_WORDS
            if not says_more and not any(x.goes_on and (x.row, x.column) == place for x in block.labels):
                block.used.add(place)
            return name, self._notes.cell(block.grid.name, *place)
        if (given := self._indexed.get(block.grid.name.casefold())) is not None:
            return given[0], self._notes.cell(*given[1:])
        names = (name_from_sheet(block.grid.name), self._told_elsewhere, name_from_file(self._document))
        known = [name for name in names if name.casefold() in self._models]
        only = next(iter(self._models)) if len(self._models) == 1 else ""
        is_of_file = bool(only) and self._is_one_grid and not names[1] and "_" not in names[0]
        if told := next(iter([*known, *filter(None, () if is_of_file else names[:2])]), ""):
            return told, None
        name = only or names[2] or clean_name(block.grid.name)
        name = name if is_name(name) else "_".join(words(name))
        cell = self._notes.cell(block.grid.name, block.layout.header.row, 1)
        hint = say("parse.two_layers") if is_hop(block.grid.name) else ""
        self._notes.add(
            "P12",
            Severity.WARNING,
            say("parse.target_assumed", name=name, hint=hint),
            cell,
            name,
        )
        return name, None

    def _remark_foreign_steps(self, block: Block, first: Step) -> None:
        self._notes.add(
            "P11",
            Severity.WARNING,
            say("parse.steps_of_unknown_targets", sheet=block.grid.name),
            first.cell,
        )

    def _boxed(self, target: str, block: Block) -> list[Step]:
        """What the box above a grid tells of its rows."""
        if block.box is None:
            return []
        block.used.update(lines_used(block.box))
        return steps_of_box(target, block.box, partial(self._notes.cell, block.grid.name))

    def _clauses(self, target: str, block: Block) -> list[Step]:
        """Lines above the grid whose labels are words of SQL, `LEFT JOIN | branch b ON …`, as notes."""
        lines = [x for x in block.labels if _SQL_WORD.match(x.said) and x.said.strip(" :").isupper()]
        if not any(_SQL_JOIN.search(x.said) for x in lines):
            return []
        return [
            Step(
                target,
                n,
                StepKind.NOTE,
                condition=f"{x.said.strip(' :').upper()} {x.value}",
                cell=self._notes.cell(block.grid.name, x.row, x.column),
            )
            for n, x in enumerate(lines, 1)
        ]

    def _told_sources(self, target: str, block: Block) -> list[Step]:
        """Lines above the grid that say in words which tables are read and how they go together, as notes."""
        return [
            Step(
                target,
                n,
                StepKind.NOTE,
                condition=f"{_TOLD_AS[x.kind]}{text}",
                cell=self._notes.cell(block.grid.name, x.row, x.column),
                state=x.said.strip(" :") if _SAYS_NEW.search(x.said) else state,
            )
            for n, x in enumerate(filter(_is_told, block.labels), 1)
            for state, text in [asked_now(x.value)]
        ]

    def _remark_nameless(self, block: Block) -> None:
        self._notes.add(
            "P13",
            Severity.WARNING,
            say("parse.no_rows", sheet=block.grid.name),
            self._notes.cell(block.grid.name, block.layout.header.row, 1),
        )

    def _remark_doubtful(self, block: Block) -> None:
        """Say which column was taken for the rule though its header does not say so."""
        header = block.layout.header
        for cell in header.cells:
            if cell.column in block.layout.doubtful:
                self._notes.add(
                    "P20",
                    Severity.WARNING,
                    say("parse.read_as_rule", header=cell.text),
                    self._notes.cell(block.grid.name, cell.row or header.row, cell.column),
                )

    def _target_of_sheet(self, block: Block) -> str:
        above = target_name_above(block)[0]
        for name in (above, name_from_sheet(block.grid.name)):
            if name and self._find(name):
                return name
        here = [t.name for t in self._targets.values() if t.sheet == block.grid.name]
        if len(here) == 1:
            return here[0]
        return next(iter(self._targets.values())).name if len(self._targets) == 1 else ""

    def _union(self, block: Block, target: str, columns: list[ColumnMapping]) -> list[Step]:
        """The parts that tables side by side are, where the lines around the grid or its rules say so."""
        if not block.layout.beside:
            return []
        place = partial(self._notes.cell, block.grid.name)
        steps = union_of(target, block.layout, columns, texts_around(block.grid, block.layout), place)
        block.used.update((each.row, each.column) for each in block.layout.beside.values())
        return steps

    def _statements(self, block: Block) -> list[Statement]:
        """Joins and filters stated in the lines above the grid."""
        return [
            Statement(x.kind, x.value, self._notes.cell(block.grid.name, x.row, x.column), x.said)
            for x in block.labels
            if x.kind in STATED and not _is_told(x)
        ]


def _is_told(label: Label) -> bool:
    """Whether a line says in words where rows come from or which are left out, rather than naming a table or in SQL."""
    is_prose = len(label.value.split()) >= _TELLING and "|" not in label.value
    if label.kind == "join":
        return is_prose and "=" not in label.value and _TURNS.search(label.value) is not None
    if label.kind == "filter":
        return is_prose and _COMPARED.search(label.value) is None
    tells = _JOINING.search(label.value) is not None or _LIMITING.search(label.value) is not None
    return is_prose and tells and label.kind == "table" and label.side is Side.SOURCE


def _filter(target: str, told: Statement) -> Step:
    return Step(target, 0, StepKind.FILTER, condition=as_filter(told.text), cell=told.cell, state=told.state)


def _shape(column: ColumnMapping) -> tuple[object, ...]:
    """What makes two rows say the same."""
    return column.name.casefold(), column.sources, column.rule, column.section, column.type


def _description(block: Block) -> str:
    told = [x.value for x in block.labels if x.kind == "description"]
    return max(told, key=lambda text: len(text.split()), default="")


def _says_source(block: Block) -> bool:
    if block.layout.has(Role.SOURCE_COLUMN):
        return True
    return guess(block.grid.name).side is Side.SOURCE


def _typed(column: ColumnMapping, listing: TableListing) -> ColumnMapping:
    """The column with type, key and required from the target's own layout where the mapping says nothing."""
    found = next((c for c in listing.columns if c.name.casefold() == column.name.casefold()), None)
    if found is None:
        return column
    return replace(
        column,
        type=column.type or found.type,
        key=column.key or found.name in listing.key,
        required=column.required or not found.nullable,
        description=column.description or found.description,
    )
