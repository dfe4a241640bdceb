"""A person's corrections brought to a document: those that fit it, and headers that speak as corrected."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from signoff.core.domain.cells import column_number
from signoff.core.domain.corrections import Corrections, SheetCorrection
from signoff.core.domain.findings import Severity
from signoff.core.domain.sentences import say
from signoff.core.domain.spec import Role
from signoff.core.engines.documents.grid import SheetGrid
from signoff.core.parse.collect import Collector
from signoff.core.parse.header_cells import Header, HeaderCell
from signoff.core.parse.lexicon import HeaderGuess, Side
from signoff.core.parse.roles import PLAIN, SIDED

_ONE_A_SHEET = {Role.TARGET_TABLE: "target table", Role.TARGET_COLUMN: "target column"}


def fitting(corrections: Corrections, grids: Sequence[SheetGrid], notes: Collector) -> Corrections:
    """The corrections that the document has a place for; each other one becomes a finding.

    Args:
        corrections: what a person said, perhaps of an earlier version of the document.
        grids: all sheets.
        notes: receives findings.
    """
    by_name = {grid.name: grid for grid in grids}
    kept: list[SheetCorrection] = []
    for each in corrections.sheets:
        grid = by_name.get(each.sheet)
        if grid is None:
            _misfit(notes, say("parse.corrected_sheet_gone", sheet=each.sheet))
        else:
            kept.append(_fitting_sheet(each, grid, notes))
    return Corrections(tuple(kept))


def _fitting_sheet(told: SheetCorrection, grid: SheetGrid, notes: Collector) -> SheetCorrection:
    row = told.header_row
    if row is not None and not (1 <= row <= len(grid.rows) and any(grid.rows[row - 1])):
        _misfit(notes, say("parse.corrected_header_empty", sheet=grid.name, row=row), grid)
        row = None
    roles: dict[str, Role] = {}
    for letter, role in told.roles:
        if 1 <= column_number(letter) <= grid.width:
            roles[letter.upper()] = role
        else:
            _misfit(notes, say("parse.corrected_column_empty", letter=letter, sheet=grid.name), grid)
    _remark_doubles(roles, grid, notes)
    return replace(told, header_row=row, roles=tuple(roles.items()))


def _remark_doubles(roles: Mapping[str, Role], grid: SheetGrid, notes: Collector) -> None:
    for role, count in Counter(roles.values()).items():
        if count > 1 and role in _ONE_A_SHEET:
            notes.add(
                "P16",
                Severity.WARNING,
                say("parse.role_twice", count=count, sheet=grid.name, role=_ONE_A_SHEET[role]),
                notes.cell(grid.name, 1, min(column_number(c) for c, r in roles.items() if r is role)),
            )


def remark_unheeded(
    told: SheetCorrection, grid: SheetGrid, mapping: bool, header: bool, notes: Collector
) -> None:
    """Say what of a sheet's corrections came to nothing once it was read.

    Args:
        told: corrections that fit the sheet.
        grid: the sheet.
        mapping: whether a mapping was found on it.
        header: whether a header was found on it.
        notes: receives findings.
    """
    if told.switched_off:
        return
    if not header and (told.roles or told.is_mapping):
        _misfit(notes, say("parse.no_header", sheet=grid.name), grid)
    elif told.is_mapping and not mapping:
        _misfit(
            notes,
            say("parse.no_target_column", sheet=grid.name),
            grid,
        )


def _misfit(notes: Collector, sentence: str, grid: SheetGrid | None = None) -> None:
    cell = notes.cell(grid.name, 1, 1) if grid else None
    notes.add("P15", Severity.WARNING, sentence, cell)


def carried_over(
    corrections: Corrections, headers: Mapping[str, tuple[int, Mapping[str, str]]], grids: Sequence[SheetGrid]
) -> Corrections:
    """The corrections that still hold for a new version of the document: its sheets have the same headers.

    Args:
        corrections: those of the version before.
        headers: of each sheet of the version before: header row, and header text by column letter.
        grids: the sheets of the new version.
    """
    by_name = {grid.name: grid for grid in grids}
    kept = [
        each
        for each in corrections.sheets
        if each.sheet in by_name and _same_header(by_name[each.sheet], *headers.get(each.sheet, (0, {})))
    ]
    return Corrections(tuple(kept))


def under_new_names(
    corrections: Corrections, headers: Mapping[str, tuple[int, Mapping[str, str]]], grids: Sequence[SheetGrid]
) -> tuple[Corrections, Mapping[str, tuple[int, Mapping[str, str]]]]:
    """Corrections and headers of sheets that were renamed, under the new names.

    A sheet was renamed where its name is gone and exactly one sheet of a new name has the same header.
    """
    present, known = {grid.name for grid in grids}, set(headers)
    strangers = [grid for grid in grids if grid.name not in known]
    renamed = {}
    for each in corrections.sheets:
        header = headers.get(each.sheet)
        if each.sheet not in present and header is not None and header[0] > 0:
            alike = [grid.name for grid in strangers if _same_header(grid, *header)]
            renamed.update({each.sheet: alike[0]} if len(alike) == 1 else {})
    told = tuple(replace(each, sheet=renamed.get(each.sheet, each.sheet)) for each in corrections.sheets)
    return Corrections(told), {renamed.get(name, name): header for name, header in headers.items()}


_HEADER_HEIGHT = 6
"""Rows that one header covers at most, vertical merges included."""


def _same_header(grid: SheetGrid, row: int, texts: Mapping[str, str]) -> bool:
    rows = range(max(1, row - _HEADER_HEIGHT + 1), row + 1)
    return all(
        not text or any(grid.at(each, column_number(letter)) == text for each in rows)
        for letter, text in texts.items()
    )


def corrected_header(header: Header, roles: Mapping[int, Role]) -> Header:
    """The header with cells that say what a person said, whatever stands in them.

    Neighbours are then guessed beside the right words: correcting the target column helps to find the source.
    """
    if not roles:
        return header
    cells = {cell.column: cell for cell in header.cells}
    for column, role in roles.items():
        cell = cells.get(column, HeaderCell(column, "", HeaderGuess(None, "", 0.0), row=header.row))
        cells[column] = replace(cell, guess=_saying(role, cell.guess), band="", band_side=None)
    return replace(header, cells=tuple(cells[column] for column in sorted(cells)))


def _saying(role: Role, before: HeaderGuess) -> HeaderGuess:
    """What a header of that role says; its own kind stays where it leads to the role."""
    for kind, (source, target) in SIDED.items():
        if role in (source, target) and role is not Role.OTHER:
            own = before.kind if role in SIDED.get(before.kind, ()) else kind
            return HeaderGuess(Side.SOURCE if role is source else Side.TARGET, own, 1.0)
    own = before.kind if PLAIN.get(before.kind) is role else ""
    return HeaderGuess(None, own or _KINDS.get(role, "other"), 1.0)


_KINDS = {role: kind for kind, role in reversed(PLAIN.items())} | {
    Role.NOTE: "note",
    Role.STEP_TABLE: "right_table",
}
"""Kind of header for each role without a side."""
