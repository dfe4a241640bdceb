"""Glossaries as files: read from YAML, workbooks and delimited text, written as the same."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from signoff.core.domain.annotations import CellStyle, Page, Written
from signoff.core.domain.cells import Cell
from signoff.core.domain.harmless import as_meant, harmless
from signoff.core.domain.masking import Term, TermKind
from signoff.core.domain.sentences import say
from signoff.core.engines.documents.copies import pages_workbook
from signoff.core.engines.documents.grid import SheetGrid
from signoff.core.engines.documents.reader import read_document
from signoff.core.errors import SignoffError

YAML_ENDINGS, SHEET_ENDINGS = (".yml", ".yaml"), (".xlsx", ".xlsm", ".xls", ".csv", ".tsv")
WRITTEN_ENDINGS = (".xlsx", ".csv", *YAML_ENDINGS)
HEADERS = ("Term", "Kind", "Group")
_HEADS = {
    "term": ("term", "terms", "word", "begriff", "wort", "terme", "término", "termine", "pojęcie"),
    "kind": ("kind", "type", "art", "tipo", "genre", "rodzaj"),
    "group": ("group", "concept", "gruppe", "groupe", "grupo", "gruppo", "grupa"),
}
_CALLED = "glossar"
"""How a glossary is called in most languages of Europe."""
_WIDTHS = (40.0, 14.0, 30.0)
_MOST_TOLD = 8
_KINDS = ", ".join(sorted(kind.value for kind in TermKind))


def read_glossary(path: Path) -> tuple[Term, ...]:
    """Terms that somebody listed: YAML, a list of ``{term, kind, group}``, or a sheet with these three columns.

    `kind` is word when left out; terms of one group are one thing. A sheet without headers holds terms in its first
    column.

    Raises:
        SignoffError: the file is not readable, or an entry or a cell is no term; the sentence names every such cell.
    """
    return _from_sheets(path) if path.suffix.lower() in SHEET_ENDINGS else _from_yaml(path)


def is_glossary(path: Path) -> bool:
    """Whether a file is a glossary and nothing else: it is called one, and a sheet of it lists terms.

    A file that can't be read is none: whoever reads it as something else says why.
    """
    ending = path.suffix.lower()
    if _CALLED not in path.stem.casefold():
        return False
    if ending not in SHEET_ENDINGS:
        return ending in YAML_ENDINGS
    try:
        return any(_has_heads(grid) for grid in read_document(path))
    except SignoffError:
        return False


def glossary_file(terms: Sequence[Term], ending: str) -> bytes:
    """A glossary as bytes of a file; no text in it is a formula.

    Args:
        terms: in the order in which they are written.
        ending: of the file's name, one of `WRITTEN_ENDINGS`.

    Raises:
        SignoffError: another ending.
    """
    rows = [(term.text, term.kind.value, term.concept) for term in terms]
    if ending in YAML_ENDINGS:
        entries = [_entry_of(*row) for row in rows]
        return yaml.safe_dump({"terms": entries}, allow_unicode=True, sort_keys=False).encode("utf-8")
    if ending == ".csv":
        out = io.StringIO(newline="")
        csv.writer(out).writerows([HEADERS, *([harmless(text) for text in row] for row in rows)])
        return out.getvalue().encode("utf-8-sig")
    if ending == ".xlsx":
        head = tuple(Written(text, CellStyle.HEADING) for text in HEADERS)
        lines = tuple(tuple(Written(text) for text in row) for row in rows)
        return pages_workbook(Page("Glossary", _WIDTHS, (head, *lines), frozen=1))
    raise SignoffError(say("glossary.unknown_ending", endings=", ".join(WRITTEN_ENDINGS)))


def _entry_of(text: str, kind: str, group: str) -> dict[str, str]:
    return {"term": text, "kind": kind, **({"group": group} if group else {})}


def _from_yaml(path: Path) -> tuple[Term, ...]:
    try:
        entries = yaml.safe_load(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise SignoffError(say("glossary.unreadable", file=path.name, reason=error)) from error
    if isinstance(entries, dict):
        entries = entries.get("terms")
    if not isinstance(entries, list):
        raise SignoffError(say("glossary.no_list", file=path.name))
    return tuple(_entry(path, number, entry) for number, entry in enumerate(entries, start=1))


def _entry(path: Path, number: int, entry: Any) -> Term:
    text = entry.get("term") if isinstance(entry, dict) else entry
    kind = str(entry.get("kind", "word")) if isinstance(entry, dict) else "word"
    is_term = isinstance(text, str) and bool(text.strip()) and "\n" not in text.strip()
    if not is_term or kind not in {kind.value for kind in TermKind}:
        raise SignoffError(say("glossary.bad_entry", number=number, file=path.name, kinds=_KINDS))
    group = str(entry.get("group") or "") if isinstance(entry, dict) else ""
    return Term(str(text).strip(), TermKind(kind), concept=group.strip())


@dataclass(frozen=True)
class _Columns:
    """Where a sheet has what; columns from 1, 0 for none."""

    first_row: int
    term: int
    kind: int = 0
    group: int = 0


def _from_sheets(path: Path) -> tuple[Term, ...]:
    terms: dict[str, Term] = {}
    odd: list[str] = []
    for grid in read_document(path):
        columns = _columns(grid)
        for row in range(columns.first_row, len(grid.rows) + 1):
            _take_row(grid, row, columns, terms, odd)
    if odd:
        more = " " + say("gate.more", count=len(odd) - _MOST_TOLD) if len(odd) > _MOST_TOLD else ""
        raise SignoffError(
            say("glossary.bad_cells", file=path.name, cells=" ".join(odd[:_MOST_TOLD]), more=more)
        )
    return tuple(terms.values())


def _has_heads(grid: SheetGrid) -> bool:
    return _columns(grid).first_row > 1


def _columns(grid: SheetGrid) -> _Columns:
    for number, row in enumerate(grid.rows, 1):
        heads = [text.strip().casefold() for text in row]
        found = {what: _place(heads, words) for what, words in _HEADS.items()}
        if found["term"]:
            return _Columns(number + 1, found["term"], found["kind"], found["group"])
    return _Columns(1, 1)


def _place(heads: Sequence[str], words: Sequence[str]) -> int:
    return next((number for number, head in enumerate(heads, 1) if head in words), 0)


def _take_row(grid: SheetGrid, row: int, columns: _Columns, terms: dict[str, Term], odd: list[str]) -> None:
    text, kind, group = (
        as_meant(grid.at(row, column)).strip() for column in (columns.term, columns.kind, columns.group)
    )
    if not text and not group:
        return
    if not text or "\n" in text:
        odd.append(say("glossary.cell_term", cell=Cell(grid.name, row, columns.term)))
        return
    known = {each.value: each for each in TermKind}
    if kind and kind.casefold() not in known:
        cell = Cell(grid.name, row, columns.kind)
        odd.append(say("glossary.cell_kind", cell=cell, kind=kind, kinds=_KINDS))
        return
    term = Term(text, known.get(kind.casefold(), TermKind.WORD), concept=group)
    before = terms.setdefault(text.casefold(), term)
    if before != term:
        odd.append(say("glossary.cell_twice", cell=Cell(grid.name, row, columns.term), text=text))
