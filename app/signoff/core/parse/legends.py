"""Legends of marks or kinds of rules: `A = addition, C = correction`, in a line or in lines of two cells."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from signoff.core.domain.spec import ColumnMapping, TargetMapping, UnusedCell

_HEAD = re.compile(r"^\s*[^\W\d][^:=]{1,30}:\s+(?=[^,;:=]{1,10}\s*[=:–-])")
"""What stands before a legend: `Ind: A = addition`."""
_BETWEEN = re.compile(r"\s*[,;|\n]\s*|\s+/\s+|\.\s+")
_PART = re.compile(r"[\"'(\[]?([^\s\"'()\[\]=:]{1,8})[\"')\]]?\s*(?:=|:|->|→|\s[-–—]\s)\s*(\S.*)", re.DOTALL)
"""A mark and its meaning."""
_EMPTY = frozenset({"nothing", "empty", "blank", "none", "leer", "leeg", "vide", "rien", "nichts"})
"""What stands for a cell without a mark."""
_LONGEST_MARK = 4
_LEAST_MARKS = 2
_MOST_WORDS = 8
_MOST_WORDS_BESIDE = 16
"""Words of a meaning in a cell of its own, beside its mark."""


def with_legends(
    targets: Sequence[TargetMapping], unused: Sequence[UnusedCell]
) -> tuple[tuple[TargetMapping, ...], tuple[UnusedCell, ...]]:
    """The targets with marks that a legend explains in its words, and the cells that stay unused.

    Args:
        targets: as read from grids.
        unused: cells that no field was read from.
    """
    told = tuple(targets)
    left = tuple(unused)
    legends = _legends(unused)
    for explained_of, mark_of in ((_explained, _state_of), (_of_that_kind, _kind_of)):
        for target in told:
            marks = {mark_of(c) for c in target.columns} - {""}
            if not marks or max(map(len, marks)) > _LONGEST_MARK:
                continue
            for cells, meanings in legends:
                if marks <= set(meanings):
                    columns = tuple(explained_of(c, meanings) for c in target.columns)
                    explained = replace(target, columns=columns)
                    told = tuple(explained if t is target else t for t in told)
                    left = tuple(each for each in left if each not in cells)
                    break
    return told, left


def _state_of(column: ColumnMapping) -> str:
    return column.state.strip().casefold()


def _kind_of(column: ColumnMapping) -> str:
    return column.rule_kind.strip().casefold()


def _explained(column: ColumnMapping, meanings: Mapping[str, str]) -> ColumnMapping:
    meaning = meanings.get(_state_of(column), "")
    return replace(column, state=f"{column.state} = {meaning}") if meaning else column


def _of_that_kind(column: ColumnMapping, meanings: Mapping[str, str]) -> ColumnMapping:
    """The column with the kind of its rule in the legend's words."""
    return replace(column, rule_kind=meanings.get(_kind_of(column), column.rule_kind))


def _legends(unused: Sequence[UnusedCell]) -> list[tuple[tuple[UnusedCell, ...], Mapping[str, str]]]:
    """Each legend's cells, and meanings by mark."""
    found = []
    rows: dict[tuple[str, int], list[UnusedCell]] = defaultdict(list)
    for each in unused:
        meanings = meanings_in(each.text)
        if len(meanings) >= _LEAST_MARKS:
            found.append(((each,), meanings))
        rows[each.cell.sheet, each.cell.row].append(each)
    return found + _in_lines(list(rows.values()))


def _in_lines(rows: Sequence[Sequence[UnusedCell]]) -> list[tuple[tuple[UnusedCell, ...], Mapping[str, str]]]:
    """Legends of one mark a line, in one cell or two, on lines that follow each other."""
    found: list[tuple[tuple[UnusedCell, ...], Mapping[str, str]]] = []
    cells: tuple[UnusedCell, ...] = ()
    meanings: dict[str, str] = {}
    for row in [*rows, ()]:
        told = _of_line(row)
        follows = bool(cells and row and row[0].cell.sheet == cells[-1].cell.sheet)
        if told and (not cells or (follows and row[0].cell.row == cells[-1].cell.row + 1)):
            cells, meanings = (*cells, *row), meanings | told
            continue
        if len(meanings) >= _LEAST_MARKS:
            found.append((cells, meanings))
        cells, meanings = (tuple(row), dict(told)) if told else ((), {})
    return found


def _of_line(row: Sequence[UnusedCell]) -> dict[str, str]:
    if len(row) == 1:
        return meanings_in(row[0].text)
    if len(row) != 2 or len(row[0].text.strip()) > _LONGEST_MARK:
        return {}
    said = 0 < len(row[1].text.split()) <= _MOST_WORDS_BESIDE
    return {row[0].text.strip().casefold(): row[1].text.strip()} if said else {}


def meanings_in(text: str) -> dict[str, str]:
    """What a line says of each mark: `Ind: A = addition, C = correction`; empty where it is no legend."""
    found: dict[str, str] = {}
    for part in _BETWEEN.split(_HEAD.sub("", text).strip()):
        told = _PART.fullmatch(part.strip())
        mark = told[1].casefold() if told is not None else ""
        if told is None or not (len(mark) <= _LONGEST_MARK or mark in _EMPTY):
            return {}
        if mark not in _EMPTY:
            found[mark] = told[2].strip()
    return found if all(map(_is_meaning, found.values())) else {}


def _is_meaning(text: str) -> bool:
    return 0 < len(text.split()) <= _MOST_WORDS
