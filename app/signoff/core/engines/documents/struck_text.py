"""Texts of which only a part is struck out: rich text among the shared strings, and the cells that show it."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from xml.etree import ElementTree

from signoff.core.domain.cells import column_number
from signoff.core.engines.documents.drawn import MAX_NOTES, Note
from signoff.core.engines.documents.package import child, children, local, part

_PART = "xl/sharedStrings.xml"
_LIMIT = 60 * 2**20
_CELL = re.compile(rb"""<(?:\w+:)?c(?=\s)([^>]*)>\s*<(?:\w+:)?v>(\d{1,9})</""")
_PLACE = re.compile(rb"""\sr=["']([A-Z]{1,3})(\d{1,7})["']""")
_SHARED = re.compile(rb"""\st=["']s["']""")
_OFF = ("0", "false")


def struck_strings(archive: zipfile.ZipFile) -> dict[bytes, str]:
    """The struck parts of shared strings that are struck out in part, by the string's number.

    Raises:
        zipfile.BadZipFile, zlib.error: the package is damaged.
    """
    data = part(archive, _PART, limit=_LIMIT)
    if b"strike" not in data or b"<!DOCTYPE" in data:
        return {}
    found: dict[bytes, str] = {}
    try:
        for number, text in enumerate(_strings(data)):
            plain = " ".join("".join(_struck(text)).split())
            if plain:
                found[str(number).encode()] = plain
            if len(found) == MAX_NOTES:
                break
    except (ElementTree.ParseError, LookupError, ValueError):
        return {}
    return found


def _strings(data: bytes) -> Iterator[ElementTree.Element]:
    """The strings one by one; what was looked at is let go."""
    root: ElementTree.Element | None = None
    for event, element in ElementTree.iterparse(io.BytesIO(data), events=("start", "end")):
        if root is None:
            root = element
        elif event == "end" and local(element) == "si":
            yield element
            root.clear()


def _struck(text: ElementTree.Element) -> Iterator[str]:
    for run in children(text, "r"):
        strike = child(child(run, "rPr"), "strike")
        if strike is not None and strike.get("val", "1") not in _OFF:
            yield from (each.text or "" for each in children(run, "t"))


class StruckCells:
    """Finds the cells that show such strings, piece by piece of a sheet's XML."""

    def __init__(self, strings: Mapping[bytes, str]) -> None:
        self._strings = strings
        self.found: list[Note] = []

    def take(self, piece: bytes) -> None:
        """Look for them in one piece."""
        if self._strings and len(self.found) < MAX_NOTES:
            self.found.extend(self._cells(piece))

    def _cells(self, piece: bytes) -> Iterator[Note]:
        for cell in _CELL.finditer(piece):
            text = self._strings.get(cell.group(2))
            if text and _SHARED.search(cell.group(1)) and (place := _PLACE.search(cell.group(1))):
                yield Note(int(place.group(2)), column_number(place.group(1).decode()), text)
