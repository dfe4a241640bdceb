"""A copy of a workbook with words beside its rows and a sheet of our own; and a workbook of our own alone."""

from __future__ import annotations

import io
import re
import zipfile
import zlib

from signoff.core.domain.annotations import Annotations, Page
from signoff.core.domain.sentences import say
from signoff.core.engines.documents.copying.book_edit import BOOK, RELATIONS, TYPES, free_name, with_sheet
from signoff.core.engines.documents.copying.page_xml import page_xml
from signoff.core.engines.documents.copying.raw_zip import packed, repacked
from signoff.core.engines.documents.copying.sheet_edit import SheetEdit
from signoff.core.engines.documents.copying.styles_edit import FRESH, with_styles
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


def workbook_of(pages: tuple[Page, ...]) -> bytes:
    """A workbook that holds only pages of ours."""
    styles, numbers = with_styles(FRESH)
    main = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    plain = "http://schemas.openxmlformats.org/package/2006"
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    ids = range(1, len(pages) + 1)
    overrides = "".join(
        f'<Override PartName="/xl/worksheets/sheet{n}.xml" ContentType="{main}.worksheet+xml"/>' for n in ids
    )
    sheets = "".join(
        f'<sheet name="{free_name(page.name, [])}" sheetId="{n}" r:id="rId{n}"/>'
        for n, page in zip(ids, pages, strict=True)
    )
    lines = "".join(
        f'<Relationship Id="rId{n}" Type="{office}/worksheet" Target="worksheets/sheet{n}.xml"/>' for n in ids
    )
    texts = {
        TYPES: f'{head}<Types xmlns="{plain}/content-types"><Default Extension="rels" '
        f'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/{BOOK}" ContentType="{main}.sheet.main+xml"/>'
        f'<Override PartName="/{_STYLES}" ContentType="{main}.styles+xml"/>{overrides}</Types>',
        "_rels/.rels": f'{head}<Relationships xmlns="{plain}/relationships"><Relationship Id="rId1" '
        f'Type="{office}/officeDocument" Target="{BOOK}"/></Relationships>',
        BOOK: f'{head}<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" '
        f'xmlns:r="{office}"><sheets>{sheets}</sheets></workbook>',
        RELATIONS: f'{head}<Relationships xmlns="{plain}/relationships">{lines}<Relationship Id="rIdStyles" '
        f'Type="{office}/styles" Target="styles.xml"/></Relationships>',
    }
    parts = {member: text.encode() for member, text in texts.items()}
    parts[_STYLES] = styles
    parts.update(
        {f"xl/worksheets/sheet{n}.xml": page_xml(p, numbers) for n, p in zip(ids, pages, strict=True)}
    )
    return packed(parts)


def _changed(archive: zipfile.ZipFile, annotations: Annotations) -> dict[str, bytes]:
    members = dict(sheet_members(archive))
    known = set(archive.namelist())
    styles, numbers = with_styles(part(archive, _STYLES))
    changed = {_STYLES: styles} if numbers else {}
    for words in annotations.sheets:
        if words.sheet in members:
            edit = SheetEdit(_whole(archive, members[words.sheet]))
            first = max(edit.width, _beside(archive, members[words.sheet], edit.width)) + 1
            changed[members[words.sheet]] = edit.with_words(words, first, numbers)
    parts = {name: part(archive, name) for name in (BOOK, RELATIONS, TYPES)}
    added, member, _name = with_sheet(parts, known, annotations.page.name)
    return {**changed, **added, member: page_xml(annotations.page, numbers)}


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
