"""A workbook that holds only sheets of our own."""

from __future__ import annotations

from signoff.core.domain.annotations import Page
from signoff.core.engines.documents.copying.book_edit import BOOK, RELATIONS, TYPES, free_name
from signoff.core.engines.documents.copying.page_xml import page_xml
from signoff.core.engines.documents.copying.raw_zip import packed
from signoff.core.engines.documents.copying.styles_edit import FRESH, with_styles

_STYLES = "xl/styles.xml"


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
        f'<sheet name="{free_name(page.name, [])}" sheetId="{n}"{_state(page)} r:id="rId{n}"/>'
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
        f'xmlns:r="{office}"><bookViews><workbookView/></bookViews><sheets>{sheets}</sheets></workbook>',
        RELATIONS: f'{head}<Relationships xmlns="{plain}/relationships">{lines}<Relationship Id="rIdStyles" '
        f'Type="{office}/styles" Target="styles.xml"/></Relationships>',
    }
    parts = {member: text.encode() for member, text in texts.items()}
    parts[_STYLES] = styles
    parts.update(
        {f"xl/worksheets/sheet{n}.xml": page_xml(p, numbers) for n, p in zip(ids, pages, strict=True)}
    )
    return packed(parts)


def _state(page: Page) -> str:
    return ' state="hidden"' if page.hidden else ""
