"""A copy of a workbook with words beside its rows and a sheet of our own."""

from __future__ import annotations

import io
import re
import zipfile
import zlib

from signoff.core.domain.annotations import Annotations
from signoff.core.domain.sentences import say
from signoff.core.engines.documents.copying.book_edit import BOOK, RELATIONS, TYPES, with_sheet
from signoff.core.engines.documents.copying.page_xml import page_xml
from signoff.core.engines.documents.copying.raw_zip import repacked
from signoff.core.engines.documents.copying.sheet_edit import SheetEdit, without_columns
from signoff.core.engines.documents.copying.styles_edit import with_styles
from signoff.core.engines.documents.copying.xmledit import OddPart
from signoff.core.engines.documents.guards import MAX_UNPACKED
from signoff.core.engines.documents.package import part, relations
from signoff.core.engines.documents.sheet_xml import sheet_members
from signoff.core.errors import SignoffError

_STYLES = "xl/styles.xml"
_TABLE_END = re.compile(rb"""<(?:\w+:)?table\s[^>]*?\bref=["']\$?[A-Z]{1,3}\$?\d+:\$?([A-Z]{1,3})""")
_PICTURE_END = re.compile(rb"<(?:\w+:)?to>\s*<(?:\w+:)?col>(\d{1,5})<")
_PICTURE_SIZE = re.compile(
    rb"""<(?:\w+:)?from>\s*<(?:\w+:)?col>(\d{1,5})<.{0,300}?</(?:\w+:)?from>\s*<(?:\w+:)?ext\s[^>]*?cx=["'](\d{1,10})""",
    re.DOTALL,
)
_COLUMN = 609_600
"""Width of a column of usual width, in the units in which pictures are measured."""
_NEAR = 30
"""Columns right of the grid within which a picture pushes our columns further."""
Damage = (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, ValueError)


def annotated(data: bytes, annotations: Annotations, *, name: str) -> bytes:
    """A workbook with annotations: touched are its sheets named in them, styles, workbook and content types.

    Args:
        data: the workbook, .xlsx or .xlsm.
        annotations: what is written into it; a sheet that is not there is left out.
        name: the file's, for the sentence.

    Raises:
        SignoffError: its parts can't be edited.
    """
    source = io.BytesIO(data)
    try:
        with zipfile.ZipFile(source) as archive:
            changed = _changed(archive, annotations)
        return repacked(source, changed)
    except OddPart as error:
        raise SignoffError(say("copy.not_possible", file=name, reason=error)) from error
    except Damage as error:
        raise SignoffError(say("document.damaged", file=name)) from error


def _changed(archive: zipfile.ZipFile, annotations: Annotations) -> dict[str, bytes]:
    members = dict(sheet_members(archive))
    known = set(archive.namelist())
    styles, numbers = with_styles(part(archive, _STYLES))
    changed = {_STYLES: styles} if numbers else {}
    for words in annotations.sheets:
        if words.sheet in members:
            edit = SheetEdit(without_columns(_whole(archive, members[words.sheet]), words.replaces))
            first = max(edit.width, _beside(archive, members[words.sheet], edit.width)) + 1
            changed[members[words.sheet]] = edit.with_words(words, first, numbers)
    page = page_xml(annotations.page, numbers)
    if annotations.page.replaces in members:
        return {**changed, members[annotations.page.replaces]: page}
    parts = {name: part(archive, name) for name in (BOOK, RELATIONS, TYPES)}
    added, member, _name = with_sheet(parts, known, annotations.page.name)
    return {**changed, **added, member: page}


def _whole(archive: zipfile.ZipFile, member: str) -> bytes:
    data = part(archive, member, limit=MAX_UNPACKED)
    if not data:
        raise OddPart("has a sheet that is empty or too large")
    return data


def _beside(archive: zipfile.ZipFile, member: str, width: int) -> int:
    """Last column that a table or a picture near the grid covers."""
    parts = relations(archive, member)
    right = 0
    for name in parts.get("table", ()):
        for letters in _TABLE_END.findall(part(archive, name)):
            right = max(right, _letters(letters))
    for name in parts.get("drawing", ()):
        drawing = part(archive, name)
        ends = [int(column) for column in _PICTURE_END.findall(drawing)]
        ends += [int(column) + int(size) // _COLUMN for column, size in _PICTURE_SIZE.findall(drawing)]
        right = max([right, *(end + 1 for end in ends if end < width + _NEAR)])
    return right


def _letters(letters: bytes) -> int:
    number = 0
    for each in letters:
        number = number * 26 + each - 64
    return number
