"""The styles of what we write, added behind the customer's own."""

from __future__ import annotations

from signoff.core.domain.annotations import CellStyle, wraps
from signoff.core.engines.documents.copying.xmledit import (
    Edit,
    Node,
    OddPart,
    appended,
    applied,
    parsed,
    with_attribute,
)

_TEXT, _DATE = 49, 14
"""Number formats: text as it is typed, and a date."""
_FONTS = (
    '<{p}font><{p}sz val="10"/><{p}color rgb="FF16202C"/><{p}name val="Calibri"/></{p}font>',
    '<{p}font><{p}sz val="9"/><{p}color rgb="FF5B6775"/><{p}name val="Calibri"/></{p}font>',
    '<{p}font><{p}b/><{p}sz val="14"/><{p}color rgb="FF0B6E69"/><{p}name val="Calibri"/></{p}font>',
    '<{p}font><{p}b/><{p}sz val="10"/><{p}color rgb="FFFFFFFF"/><{p}name val="Calibri"/></{p}font>',
    '<{p}font><{p}b/><{p}sz val="11"/><{p}color rgb="FF16202C"/><{p}name val="Calibri"/></{p}font>',
)
_FILLS = ("FF0B6E69", "FFFFFBE6", "FFE6F5EB", "FFFFF4E0", "FFFCEDEB")
_FILL = (
    '<{p}fill><{p}patternFill patternType="solid"><{p}fgColor rgb="@"/><{p}bgColor indexed="64"/>'
    "</{p}patternFill></{p}fill>"
)
_BORDER = (
    "<{p}border>"
    + "".join(
        f'<{{p}}{side} style="thin"><{{p}}color rgb="FFDFE3E8"/></{{p}}{side}>'
        for side in ("left", "right", "top", "bottom")
    )
    + "<{p}diagonal/></{p}border>"
)
_NONE = -1
_LOOKS: dict[CellStyle, tuple[int, int, int, int]] = {
    CellStyle.PLAIN: (0, _NONE, _TEXT, 0),
    CellStyle.DIM: (1, _NONE, _TEXT, _NONE),
    CellStyle.TITLE: (2, _NONE, _TEXT, _NONE),
    CellStyle.STRONG: (4, _NONE, _TEXT, _NONE),
    CellStyle.HEADING: (3, 0, _TEXT, 0),
    CellStyle.INPUT: (0, 1, _TEXT, 0),
    CellStyle.DATE: (0, 1, _DATE, 0),
    CellStyle.GOOD: (0, 2, _TEXT, 0),
    CellStyle.ATTENTION: (0, 3, _TEXT, 0),
    CellStyle.BAD: (0, 4, _TEXT, 0),
}
"""Font, fill, number format and border of each style; `_NONE` for none."""
_OPEN = (CellStyle.INPUT, CellStyle.DATE)

Numbers = dict[CellStyle, int]
"""Number of each style; empty where the workbook takes none."""


def with_styles(data: bytes) -> tuple[bytes, Numbers]:
    """A styles part with ours behind its own, and their numbers; the part as it is where it can't be edited."""
    try:
        root = parsed(data)
        lists = [root.first(name) for name in ("fonts", "fills", "borders", "cellXfs")]
        if not all(lists):
            return data, {}
        return _added(data, [each for each in lists if each is not None])
    except OddPart:
        return data, {}


def _added(data: bytes, lists: list[Node]) -> tuple[bytes, Numbers]:
    p = lists[-1].prefix
    first = [len(each.children) for each in lists]
    written = [_style(p, look, first) for look in CellStyle]
    texts = (
        [each.replace("{p}", p) for each in _FONTS],
        [_FILL.replace("{p}", p).replace("@", color) for color in _FILLS],
        [_BORDER.replace("{p}", p)],
        written,
    )
    edits: list[Edit] = []
    for node, added in zip(lists, texts, strict=True):
        edits += _extended(data, node, added)
    return applied(data, edits), {look: first[3] + place for place, look in enumerate(CellStyle)}


def _style(p: str, look: CellStyle, first: list[int]) -> str:
    font, fill, number, border = _LOOKS[look]
    fill_id = 0 if fill == _NONE else first[1] + fill
    border_id = 0 if border == _NONE else first[2] + border
    lock = f'<{p}protection locked="0"/>' if look in _OPEN else ""
    return (
        f'<{p}xf numFmtId="{number}" fontId="{first[0] + font}" fillId="{fill_id}" borderId="{border_id}" xfId="0" '
        f'applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1" applyProtection="1">'
        f'<{p}alignment vertical="top" wrapText="{int(wraps(look))}"/>{lock}</{p}xf>'
    )


def _extended(data: bytes, node: Node, added: list[str]) -> list[Edit]:
    """A list with more children, and its count."""
    edit = appended(data, node, "".join(added))
    tag = data[node.start : node.inner]
    counted = with_attribute(tag, "count", str(len(node.children) + len(added)))
    if node.inner_end == node.end:
        whole = edit.text.replace(tag[:-2].rstrip(), counted[:-2].rstrip(), 1)
        return [Edit(node.start, node.end, whole)]
    return [Edit(node.start, node.inner, counted), edit]


FRESH = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    b'<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
    b'<fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts>'
    b'<fills count="2"><fill><patternFill patternType="none"/></fill>'
    b'<fill><patternFill patternType="gray125"/></fill></fills>'
    b'<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
    b'<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
    b'<cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs>'
    b'<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
)
"""The styles of a workbook of our own."""
