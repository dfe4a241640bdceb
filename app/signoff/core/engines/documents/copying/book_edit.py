"""One more sheet in a workbook: its line in the workbook part, its relation, its content type."""

from __future__ import annotations

import re

from signoff.core.engines.documents.copying.xmledit import OddPart, appended, applied, parsed

BOOK, RELATIONS, TYPES = "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "[Content_Types].xml"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_STRICT = "http://purl.oclc.org/ooxml/officeDocument/relationships"
_SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"
_LONGEST = 31


def with_sheet(parts: dict[str, bytes], known: set[str], wanted: str) -> tuple[dict[str, bytes], str, str]:
    """The three parts with one more sheet.

    Args:
        parts: the workbook, its relations and the content types, by member.
        known: every member of the package.
        wanted: the sheet's name; numbered where the workbook has one of that name.

    Returns:
        The changed parts, the member the sheet goes to, and the name it has.

    Raises:
        OddPart: a part can't be edited in place.
    """
    book, relations, types = (parsed(parts[name]) for name in (BOOK, RELATIONS, TYPES))
    sheets = book.first("sheets")
    if sheets is None or not sheets.children:
        raise OddPart("lists no sheets")
    name = free_name(wanted, [each.attributes.get("name", "") for each in sheets.children])
    number = max((_number(each.attributes.get("sheetId", "")) for each in sheets.children), default=0) + 1
    member = next(m for n in range(1, 10_000) if (m := f"xl/worksheets/signoff{n}.xml") not in known)
    ids = {each.attributes.get("Id", "") for each in relations.children}
    identity = next(i for n in range(1, 10_000) if (i := f"rIdSignoff{n}") not in ids)
    space = _STRICT if any(_STRICT in value for value in book.attributes.values()) else _OFFICE
    p = sheets.children[0].prefix
    line = f'<{p}sheet name="{name}" sheetId="{number}" xmlns:sgr="{space}" sgr:id="{identity}"/>'
    relation = (
        f'<{_tag(relations.prefix, "Relationship")} Id="{identity}" Type="{space}/worksheet" '
        f'Target="/{member}"/>'
    )
    kind = f'<{_tag(types.prefix, "Override")} PartName="/{member}" ContentType="{_SHEET_TYPE}"/>'
    changed = {
        BOOK: applied(parts[BOOK], [appended(parts[BOOK], sheets, line)]),
        RELATIONS: applied(parts[RELATIONS], [appended(parts[RELATIONS], relations, relation)]),
        TYPES: applied(parts[TYPES], [appended(parts[TYPES], types, kind)]),
    }
    return changed, member, name


def _tag(prefix: str, name: str) -> str:
    return f"{prefix}{name}"


def free_name(wanted: str, taken: list[str]) -> str:
    """A sheet name that no sheet has, case folded; at most 31 characters, none of them forbidden."""
    base = re.sub(r"[\[\]:*?/\\'\"<>&]", " ", wanted).strip()[: _LONGEST - 3] or "Signoff"
    folded = {each.casefold() for each in taken}
    name, number = base, 2
    while name.casefold() in folded:
        name, number = f"{base} {number}", number + 1
    return name


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else 0
