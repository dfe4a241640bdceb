"""What only the XML of a worksheet tells: formulas and errors that have no value, merges, how far its cells lie apart.

The parts are scanned as bytes, piece by piece: quick on large sheets, and no entity is ever expanded.
"""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from html import unescape
from itertools import islice
from pathlib import Path
from typing import IO
from xml.etree import ElementTree

from signoff.core.domain.cells import cell_place, column_number
from signoff.core.engines.documents.drawn import PLAIN, Drawn, Note
from signoff.core.engines.documents.grid import MAX_MERGES, Merge
from signoff.core.engines.documents.looks_xml import looks_of
from signoff.core.engines.documents.notes_xml import notes_of, people_of
from signoff.core.engines.documents.painting import Painter
from signoff.core.engines.documents.struck_text import StruckCells, struck_strings

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_MAX_FORMULAS = 200_000
_PIECE = 2**20
_LONGEST_CELL = 2**17
"""Bytes kept of one piece for the next, so that a cell across the border is seen whole."""
_ADDRESS = re.compile(rb"""<(?:\w+:)?c\s[^>]*?\br=["']([A-Z]{1,3})(\d{1,7})["']""")
_WIDE = re.compile(rb' r="[A-Z]{2,3}\d')
_ROW = re.compile(rb"""<(?:\w+:)?row\s[^>]*?\br=["'](\d{1,7})["']""")
_MERGE = re.compile(rb"""<(?:\w+:)?mergeCell\s[^>]*?\bref=["']([A-Z]{1,3}\d{1,7}:[A-Z]{1,3}\d{1,7})["']""")
_CELL = re.compile(
    rb"""<(?:\w+:)?c\s(?P<attributes>[^>]*?)>\s*"""
    rb"""(?:<(?:\w+:)?f(?:\s[^>]*)?(?:/>|>(?P<formula>[^<]*)</(?:\w+:)?f>))?\s*"""
    rb"""(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v>(?P<value>[^<]*)</(?:\w+:)?v>)?\s*</(?:\w+:)?c>"""
)
_OWN_ADDRESS = re.compile(rb"""\br=["']([A-Z]{1,3}\d{1,7})["']""")
_ERROR = re.compile(rb"""\bt=["']e["']""")
_LETTERS_OF_MANY = 26

Unreadable = (
    zipfile.BadZipFile,
    zlib.error,
    ElementTree.ParseError,
    ArithmeticError,
    AssertionError,
    AttributeError,
    EOFError,
    LookupError,
    NameError,
    OSError,
    RuntimeError,
    TypeError,
    ValueError,
)
"""What a reader written in Python raises on a workbook it can't make sense of."""

Formulas = dict[tuple[int, int], str]
"""Text by row and column, both from 1: a formula with its equals sign, or an error such as ``#REF!``."""


@dataclass(frozen=True)
class SheetXml:
    """What the XML of one worksheet tells."""

    formulas: Formulas = field(default_factory=dict)
    """Formulas saved without a value, and errors."""
    merges: tuple[Merge, ...] = ()
    last_row: int = 0
    """Last row with a cell."""
    last_column: int = 0
    """A column that no cell lies right of."""
    drawn: Drawn = PLAIN
    notes: tuple[Note, ...] = ()
    struck: tuple[Note, ...] = ()
    """Struck parts of texts, by cell."""


def scan_sheets(path: Path) -> dict[str, SheetXml]:
    """The worksheets of a workbook by name; empty when its parts are named in ways of their own.

    Raises:
        zipfile.BadZipFile, zlib.error, ElementTree.ParseError: the package is damaged.
    """
    with zipfile.ZipFile(path) as archive:
        found: dict[str, SheetXml] = {}
        looks, people, strings = looks_of(archive), people_of(archive), struck_strings(archive)
        for name, member in sheet_members(archive):
            with archive.open(member) as stream:
                scan = _scan(stream, Painter(looks), StruckCells(strings))
            found[name] = replace(scan, notes=notes_of(archive, member, people))
        return found


def sheet_members(archive: zipfile.ZipFile) -> list[tuple[str, str]]:
    """Name of each worksheet and its member of the archive."""
    known = set(archive.namelist())
    if "xl/workbook.xml" not in known or "xl/_rels/workbook.xml.rels" not in known:
        return []
    relations = ElementTree.fromstring(archive.read("xl/_rels/workbook.xml.rels"))
    members = {r.get("Id"): str(r.get("Target", "")) for r in relations}
    book = ElementTree.fromstring(archive.read("xl/workbook.xml"))
    found: list[tuple[str, str]] = []
    for sheet in book.iter(f"{_MAIN}sheet"):
        member = members.get(sheet.get(_RELATION), "")
        member = member.lstrip("/") if member.startswith("/") else f"xl/{member}"
        if member in known and "worksheets/" in member:
            found.append((str(sheet.get("name")), member))
    return found


def _scan(stream: IO[bytes], painter: Painter, struck: StruckCells) -> SheetXml:
    formulas: Formulas = {}
    merges: set[Merge] = set()
    last_row = last_column = 0
    for piece in _pieces(stream):
        if found := _last(_ROW, piece):
            last_row = max(last_row, int(found.group(1)))
        if last_column <= _LETTERS_OF_MANY and b" r='" not in piece and not _WIDE.search(piece):
            last_column = _LETTERS_OF_MANY
        else:
            last_column = max(last_column, _widest(piece))
        if (b"f>" in piece or b'"e"' in piece or b"'e'" in piece) and len(formulas) < _MAX_FORMULAS:
            formulas.update(_formulas(piece))
        if b"mergeCell" in piece and len(merges) < MAX_MERGES:
            merges.update(_merge(found[1]) for found in islice(_MERGE.finditer(piece), MAX_MERGES))
        painter.take(piece)
        struck.take(piece)
    parts = tuple(struck.found)
    return SheetXml(formulas, tuple(sorted(merges)), last_row, last_column, painter.drawn(), struck=parts)


def _pieces(stream: IO[bytes]) -> Iterator[bytes]:
    """The part in pieces that end with a cell, where they can."""
    held = b""
    while read := stream.read(_PIECE):
        held += read
        cut = held.rfind(b"c>") + 2
        if cut < 2:
            cut = max(0, len(held) - _LONGEST_CELL)
        yield held[:cut]
        held = held[cut:][-_PIECE:]
    yield held


def _last(pattern: re.Pattern[bytes], piece: bytes) -> re.Match[bytes] | None:
    """The last match in a piece; rows come in order, so it is looked for from the end."""
    size = 4096
    while True:
        tail = piece[-size:]
        found = next(reversed(list(pattern.finditer(tail))), None)
        if found is not None or size >= len(piece):
            return found
        size *= 8


def _widest(piece: bytes) -> int:
    letters = {found.group(1) for found in _ADDRESS.finditer(piece)}
    return max((column_number(each.decode()) for each in letters), default=0)


def _formulas(piece: bytes) -> Iterator[tuple[tuple[int, int], str]]:
    for found in _CELL.finditer(piece):
        address = _OWN_ADDRESS.search(found["attributes"])
        if address is None:
            continue
        value, formula = found["value"], found["formula"]
        if value and _ERROR.search(found["attributes"]):
            yield cell_place(address.group(1).decode()), _text(value)
        elif formula and not value:
            yield cell_place(address.group(1).decode()), f"={_text(formula)}"


def _text(raw: bytes) -> str:
    return unescape(raw.decode("utf-8", "replace"))


def _merge(reference: bytes) -> Merge:
    first, _colon, last = reference.decode().partition(":")
    (top, left), (bottom, right) = cell_place(first), cell_place(last)
    return Merge(top, left, bottom, right)
