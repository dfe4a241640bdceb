"""How much of a mapping document can be drafted now, in rows: ready, waiting for an answer, or missing."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from signoff.core.domain.cells import Cell
from signoff.core.domain.findings import Finding, Severity
from signoff.core.domain.sentences import say
from signoff.core.domain.spec import ColumnMapping, Spec, TargetMapping, UnusedCell

_ASKING = frozenset({"L02", "L03"})
"""Remarks of any severity after which drafting would have to guess."""
_MISSING = "L01"


class Level(StrEnum):
    """What holds of one row, and of the cells that were read for it."""

    READY = "ready"
    ASK = "ask"
    """Needs an answer first."""
    MISSING = "missing"
    """Neither a source nor a rule."""
    UNUSED = "unused"
    """Text of a cell that nothing was read from."""


@dataclass(frozen=True)
class ReadyRow:
    """One row of the mapping."""

    target: str
    column: str
    level: Level
    cell: Cell | None
    """Where to look: the cell of the remark that holds it up, else the column's."""
    reason: str = ""
    """What is said in the remark that holds it up; empty for a row that is ready."""


@dataclass(frozen=True)
class TargetReadiness:
    """One target in numbers of rows."""

    name: str
    ready: int
    ask: int
    missing: int

    @property
    def total(self) -> int:
        """All its rows."""
        return self.ready + self.ask + self.missing


@dataclass(frozen=True)
class Readiness:
    """A whole document, row by row."""

    rows: tuple[ReadyRow, ...]
    targets: tuple[TargetReadiness, ...]
    findings: tuple[Finding, ...]
    """Of parse and lint."""
    unused: int
    """Cells that nothing was read from."""
    levels: Mapping[str, Mapping[tuple[int, int], Level]]
    """By sheet: row and column, from 1, of each cell that was read or left."""

    def count(self, level: Level) -> int:
        """Rows of a level; for `UNUSED`, cells."""
        return self.unused if level is Level.UNUSED else sum(row.level is level for row in self.rows)

    @property
    def words(self) -> str:
        """All of it in one sentence."""
        ready, ask, missing = (self.count(x) for x in (Level.READY, Level.ASK, Level.MISSING))
        parts = [
            say("readiness.ready", count=len(self.rows), ready=ready),
            say("readiness.ask", count=ask) if ask else "",
            say("readiness.missing", count=missing) if missing else "",
            say("readiness.unused", count=self.unused) if self.unused else "",
        ]
        return "; ".join(part for part in parts if part)


def readiness(spec: Spec, findings: Sequence[Finding], stay: Collection[Finding] = frozenset()) -> Readiness:
    """What of a spec can be drafted now; `pipeline.questioning` counts a document or a project with it.

    Args:
        spec: what parse read, with answers worked in.
        findings: of parse and lint on it.
        stay: those that stay with a reason: they hold nothing up but rows that say nothing.
    """
    holding = _Holding(each for each in findings if each.code == _MISSING or each not in stay)
    rows: list[ReadyRow] = []
    targets: list[TargetReadiness] = []
    levels: dict[str, dict[tuple[int, int], Level]] = {}
    for target in spec.targets:
        own = [holding.row(target, column) for column in target.columns]
        for column, row in zip(target.columns, own, strict=True):
            _mark(levels, (cell for _role, cell in column.cells), row.level)
        rows += own
        counts = [sum(row.level is x for row in own) for x in (Level.READY, Level.ASK, Level.MISSING)]
        targets.append(TargetReadiness(target.name, *counts))
    _mark(levels, (each.cell for each in spec.unused if not each.is_note), Level.UNUSED)
    return Readiness(tuple(rows), tuple(targets), tuple(findings), len(spec.unused), levels)


def unused_of(spec: Spec, target: str) -> tuple[UnusedCell, ...]:
    """The unused cells in the rows and on the sheets that a target was read from.

    On a sheet that several targets share, only cells in the target's own rows are its own.
    """
    rows: dict[str, set[tuple[str, int]]] = {}
    sheets: dict[str, set[str]] = {}
    for each in spec.targets:
        places = {(cell.sheet, cell.row) for column in each.columns for _role, cell in column.cells}
        rows[each.name.casefold()] = places
        for sheet, _row in places:
            sheets.setdefault(sheet, set()).add(each.name.casefold())
    wanted = target.casefold()
    return tuple(
        each
        for each in spec.unused
        if (each.cell.sheet, each.cell.row) in rows.get(wanted, set())
        or sheets.get(each.cell.sheet) == {wanted}
    )


class _Holding:
    """The remarks that hold rows up, by target and column."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        self._by_column: dict[tuple[str, str], list[Finding]] = {}
        for each in findings:
            if each.column and (each.severity is Severity.ERROR or each.code in _ASKING):
                key = (each.target.casefold(), each.column.casefold())
                self._by_column.setdefault(key, []).append(each)

    def row(self, target: TargetMapping, column: ColumnMapping) -> ReadyRow:
        """A row with the worst that is said of it."""
        said = self._by_column.get((target.name.casefold(), column.name.casefold()), ())
        own = [each for each in said if _is_of(each, column)]
        if not own:
            return ReadyRow(target.name, column.name, Level.READY, column.cell)
        missing = next((each for each in own if each.code == _MISSING), None)
        level = Level.MISSING if missing else Level.ASK
        worst = missing or own[0]
        return ReadyRow(target.name, column.name, level, worst.cell or column.cell, worst.message)


def _is_of(finding: Finding, column: ColumnMapping) -> bool:
    """Whether a remark is of this row, where a column has several."""
    if finding.cell is None or column.cell is None:
        return True
    return (finding.cell.sheet, finding.cell.row) == (column.cell.sheet, column.cell.row)


def _mark(levels: dict[str, dict[tuple[int, int], Level]], cells: Iterable[Cell], level: Level) -> None:
    """Give cells a level; a cell that serves several rows keeps the one that holds up most."""
    order = list(Level)
    for cell in cells:
        own = levels.setdefault(cell.sheet, {})
        place = (cell.row, cell.column)
        if place not in own or order.index(level) > order.index(own[place]):
            own[place] = level
