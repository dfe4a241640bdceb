"""Documents made to hang, flood or mislead a reader, each built by a small function of its own."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

from tests.helpers.documents import build_workbook

Members = dict[str, bytes]
Maker = Callable[[Path], Path]

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
SHEET = "xl/worksheets/sheet1.xml"
ROWS = [
    ["Source Table", "Source Column", "Target Table", "Target Column", "Rule"],
    ["orders", "id", "f_order", "order_no", "as is"],
    ["orders", "amt", "f_order", "amount", "divide by 100"],
]
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def plain_members(folder: Path) -> Members:
    """The parts of a valid workbook with one small mapping."""
    book = build_workbook({"Map": {"rows": ROWS}}, folder / "plain.xlsx")
    with zipfile.ZipFile(book) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(members: Members, path: Path, method: int = zipfile.ZIP_DEFLATED) -> Path:
    """Write a package of these parts."""
    with zipfile.ZipFile(path, "w", method) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return path


def _edited(member: str, edit: Callable[[bytes], bytes]) -> Maker:
    def make(folder: Path) -> Path:
        members = plain_members(folder)
        members[member] = edit(members.get(member, b""))
        return packed(members, folder / "hostile.xlsx")

    return make


def _replaced(member: str, old: bytes, new: bytes) -> Maker:
    def edit(data: bytes) -> bytes:
        assert old in data
        return data.replace(old, new)

    return _edited(member, edit)


def _without(*names: str) -> Maker:
    def make(folder: Path) -> Path:
        members = {n: d for n, d in plain_members(folder).items() if n not in names}
        return packed(members, folder / "hostile.xlsx")

    return make


def _with(extra: Members) -> Maker:
    return lambda folder: packed(plain_members(folder) | extra, folder / "hostile.xlsx")


def _sheet(cells: str, tail: str = "", head: str = "") -> Maker:
    """A workbook whose one sheet holds this XML."""
    xml = f'<?xml version="1.0"?>{head}<worksheet xmlns="{MAIN}"><sheetData>{cells}</sheetData>{tail}</worksheet>'
    return _edited(SHEET, lambda _data: xml.encode("utf-8", "surrogatepass"))


def _written(name: str, data: bytes) -> Maker:
    def make(folder: Path) -> Path:
        path = folder / name
        path.write_bytes(data)
        return path

    return make


def _cut(share: float) -> Maker:
    def make(folder: Path) -> Path:
        whole = packed(plain_members(folder), folder / "hostile.xlsx")
        data = whole.read_bytes()
        whole.write_bytes(data[: int(len(data) * share)])
        return whole

    return make


def _shared_cell() -> bytes:
    row = '<row r="1"><c r="A1" t="s"><v>0</v></c></row>'
    return f'<worksheet xmlns="{MAIN}"><sheetData>{row}</sheetData></worksheet>'.encode()


def _dtd(body: str) -> Maker:
    cell = '<row r="1"><c r="A1" t="inlineStr"><is><t>&a;</t></is></c></row>'
    return _sheet(cell, head=f"<!DOCTYPE worksheet [{body}]>")


def _laughs() -> str:
    lines = ['<!ENTITY l0 "ha">']
    lines += [f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10)]
    return "".join(lines) + '<!ENTITY a "&l9;">'


def _twice(folder: Path) -> Path:
    members, path = plain_members(folder), folder / "hostile.xlsx"
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, data in members.items():
            archive.writestr(name, data)
        for name in (SHEET.replace("1.xml", "2.xml"), SHEET.replace("1.xml", "3.xml")):
            archive.writestr(name, b"<worksheet/>")
    data = buffer.getvalue()
    for digit in (b"2", b"3"):
        data = data.replace(b"sheet" + digit + b".xml", b"sheet1.xml")
    path.write_bytes(data)
    return path


def _lying_sizes(folder: Path) -> Path:
    """A part of 80 MB whose directory entry says that it has 10 bytes."""
    path = packed(plain_members(folder) | {"xl/media/big.bin": b"0" * (80 * 2**20)}, folder / "hostile.xlsx")
    data = bytearray(path.read_bytes())
    place = data.rfind(b"xl/media/big.bin") - 46
    struct.pack_into("<I", data, place + 24, 10)
    path.write_bytes(bytes(data))
    return path


def _overlapping(folder: Path) -> Path:
    """Many directory entries that all point at the same packed bytes."""
    core = b"0" * 2**20
    squeezed = zlib.compressobj(9, zlib.DEFLATED, -15)
    body = squeezed.compress(core) + squeezed.flush()
    name = b"xl/workbook.xml"
    sums = struct.pack("<III", zlib.crc32(core), len(body), len(core))
    local = (
        b"PK\x03\x04" + struct.pack("<HHHHH", 20, 0, 8, 0, 0) + sums + struct.pack("<HH", len(name), 0) + name
    )
    directory = b""
    for number in range(900):
        own = b"xl/%04d.xml" % number
        directory += b"PK\x01\x02" + struct.pack("<HHHHHH", 20, 20, 0, 8, 0, 0) + sums
        directory += struct.pack("<HHHHHII", len(own), 0, 0, 0, 0, 0, 0) + own
    end = b"PK\x05\x06" + struct.pack("<HHHHIIH", 0, 0, 900, 900, len(directory), len(local) + len(body), 0)
    path = folder / "hostile.xlsx"
    path.write_bytes(local + body + directory + end)
    return path


def _nested_package(folder: Path) -> Path:
    inner = packed(plain_members(folder), folder / "inner.xlsx").read_bytes()
    for _ in range(20):
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w") as archive:
            archive.writestr("xl/embeddings/inner.xlsx", inner)
        inner = buffer.getvalue()
    path = folder / "hostile.xlsx"
    path.write_bytes(inner)
    return path


def _many_sheets(folder: Path) -> Path:
    members = plain_members(folder)
    one = members[SHEET]
    names = [f"xl/worksheets/s{n}.xml" for n in range(10_000)]
    return packed(members | dict.fromkeys(names, one), folder / "hostile.xlsx")


def _thousand_sheets_of_one_part(folder: Path) -> Path:
    members = plain_members(folder)
    listed = "".join(f'<sheet name="S{n}" sheetId="{n}" r:id="rId1"/>' for n in range(2, 3_000))
    book = members["xl/workbook.xml"]
    members["xl/workbook.xml"] = book.replace(b"</sheets>", listed.encode() + b"</sheets>").replace(
        b"<workbook ",
        b'<workbook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" ',
        1,
    )
    return packed(members, folder / "hostile.xlsx")


def _spread(last: str) -> Maker:
    return _sheet(f'<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="{last}"><v>2</v></c></row>')


_MILLION_MERGES = (
    "<mergeCells>" + "".join(f'<mergeCell ref="A{n}:B{n}"/>' for n in range(1, 1_000_001)) + "</mergeCells>"
)
_ONE = '<row r="1"><c r="A1"><v>1</v></c></row>'
_WIDE = "".join(f'<c r="{chr(65 + n % 26)}1"><v>{n}</v></c>' for n in range(20_000))

HOSTILE: dict[str, Maker] = {
    "a bomb of one part": _with({"xl/media/bomb.bin": b"0" * (210 * 2**20)}),
    "a bomb of many parts": _with({f"xl/media/{n}.bin": b"0" * (2 * 2**20) for n in range(120)}),
    "ten thousand parts": _many_sheets,
    "a size that lies": _lying_sizes,
    "entries that overlap": _overlapping,
    "packages within packages": _nested_package,
    "a part twice": _twice,
    "names that climb out": _with({"../../etc/passwd": b"x", "/tmp/x": b"x", "xl/../../x": b"x"}),
    "names with zero bytes": _with({"xl/a\x00b.xml": b"x"}),
    "entities that grow": _dtd(_laughs()),
    "a file as an entity": _dtd('<!ENTITY a SYSTEM "file:///etc/passwd">'),
    "a place on the net as an entity": _dtd('<!ENTITY a SYSTEM "http://example.invalid/x">'),
    "an entity within itself": _dtd('<!ENTITY a "&b;"><!ENTITY b "&a;">'),
    "a parameter entity": _dtd('<!ENTITY % p SYSTEM "file:///etc/hostname"> %p; <!ENTITY a "x">'),
    "entities in the book": _edited(
        "xl/workbook.xml",
        lambda data: data.replace(b"<workbook", b"<!DOCTYPE w [" + _laughs().encode() + b"]><workbook", 1),
    ),
    "elements nested deeply": _sheet("<x>" * 100_000 + "</x>" * 100_000),
    "an attribute of ten million letters": _sheet(
        f'<row r="1" x="{"y" * 10_000_000}"><c r="A1"><v>1</v></c></row>'
    ),
    "cells at both far corners": _spread("XFD1048576"),
    "a cell in the last row": _spread("A1048576"),
    "cells beyond the last column": _sheet('<row r="1"><c r="ZZZ1"><v>1</v></c></row>'),
    "a row beyond the last": _sheet('<row r="99999999"><c r="A99999999"><v>1</v></c></row>'),
    "an address of nonsense": _sheet('<row r="-1"><c r="!!"><v>1</v></c></row>'),
    "a dimension that lies": _replaced(SHEET, b'ref="A1:E3"', b'ref="A1:XFD1048576"'),
    "a million merges": _sheet(_ONE, _MILLION_MERGES),
    "merges over everything": _sheet(_ONE, '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'),
    "merges upside down": _sheet(_ONE, '<mergeCells><mergeCell ref="C9:A1"/></mergeCells>'),
    "a cell of a million letters": _sheet(
        f'<row r="1"><c r="A1" t="inlineStr"><is><t>{"z" * 10**6}</t></is></c></row>'
    ),
    "twenty thousand cells in a row": _sheet(f'<row r="1">{_WIDE}</row>'),
    "zero bytes in a sheet": _sheet('<row r="1"><c r="A1" t="inlineStr"><is><t>a\x00b</t></is></c></row>'),
    "half a character": _sheet('<row r="1"><c r="A1" t="inlineStr"><is><t>\ud800</t></is></c></row>'),
    "escaped half characters": _sheet(
        '<row r="1"><c r="A1" t="inlineStr"><is><t>_xD800_ &#xD800;</t></is></c></row>'
    ),
    "shared texts that are not there": _sheet('<row r="1"><c r="A1" t="s"><v>99999999</v></c></row>'),
    "shared texts cut off": _with({"xl/sharedStrings.xml": b"<sst><si><t>x", SHEET: _shared_cell()}),
    "numbers that are none": _sheet('<row r="1"><c r="A1"><v>1e999999</v></c><c r="B1"><v>NaN</v></c></row>'),
    "dates before time": _sheet('<row r="1"><c r="A1" t="d"><v>-99999-01-01</v></c></row>'),
    "formulas only": _sheet(
        "".join(
            f'<row r="{n}"><c r="A{n}"><f>A{n % 50 + 1}</f></c><c r="B{n}"><f>B{n + 1}</f></c></row>'
            for n in range(1, 51)
        )
    ),
    "a formula of a million letters": _sheet(f'<row r="1"><c r="A1"><f>{"A1+" * 300_000}1</f></c></row>'),
    "relations in a circle": _replaced(
        "xl/_rels/workbook.xml.rels", b"/xl/worksheets/sheet1.xml", b"/xl/workbook.xml"
    ),
    "relations to the net": _replaced(
        "xl/_rels/workbook.xml.rels",
        b'Target="/xl/worksheets/sheet1.xml"',
        b'Target="http://example.invalid/s.xml" TargetMode="External"',
    ),
    "relations to nothing": _replaced("xl/_rels/workbook.xml.rels", b"sheet1.xml", b"nowhere.xml"),
    "a thousand sheets of one part": _thousand_sheets_of_one_part,
    "a sheet name of ten thousand letters": _replaced(
        "xl/workbook.xml", b'name="Map"', b'name="' + b"n" * 10_000 + b'"'
    ),
    "a sheet without a name": _replaced("xl/workbook.xml", b'name="Map"', b""),
    "content types that lie": _edited(
        "[Content_Types].xml", lambda d: d.replace(b"worksheet+xml", b"chartsheet+xml")
    ),
    "no content types": _without("[Content_Types].xml"),
    "no relations": _without("xl/_rels/workbook.xml.rels"),
    "no sheet": _without(SHEET),
    "no styles": _without("xl/styles.xml"),
    "a sheet of nothing": _edited(SHEET, lambda _data: b""),
    "a sheet of noise": _edited(SHEET, lambda _data: bytes(range(256)) * 400),
    "a sheet in another encoding": _edited(
        SHEET, lambda data: b'<?xml version="1.0" encoding="utf-7"?>' + data.split(b"?>", 1)[-1]
    ),
    "a macro beside": _with({"xl/vbaProject.bin": _OLE + b"\x00" * 2_000}),
    "cut in the middle": _cut(0.5),
    "cut near the end": _cut(0.98),
    "the first bytes alone": _written("a.xlsx", b"PK\x03\x04"),
    "an empty package": _written("a.xlsx", b"PK\x05\x06" + b"\x00" * 18),
    "an empty file": _written("a.xlsx", b""),
    "blanks alone": _written("a.csv", b" \n" * 1_000),
    "a protected workbook": _written(
        "a.xlsx", _OLE + b"\x00" * 504 + "EncryptedPackage".encode("utf-16-le") + b"\x00" * 2_000
    ),
    "an old workbook of noise": _written("a.xlsx", _OLE + bytes(range(256)) * 30),
    "a picture": _written("a.xlsx", b"\x89PNG\r\n\x1a\n" + b"\x00" * 500),
    "text under another name": _written("a.xlsx", b"Source Table,Source Column\na,b\n"),
    "zero bytes in text": _written("a.csv", b"a,b\n" + b"x\x00,y\n" * 200),
    "one line of ten million letters": _written("a.csv", b"a," * 5_000_000),
    "a quote never closed": _written("a.csv", b'a,b\n"' + b"x,y\n" * 200_000),
    "half characters in text": _written("a.csv", b"\xff\xfe" + b"\x00\xd8" * 500),
    "a hundred thousand table lines": _written("a.md", b"| a | b |\n|---|---|\n" + b"| x | y |\n" * 100_000),
    "marks nested deeply": _written(
        "a.md", b"| " + b"*" * 50_000 + b"`" * 50_000 + b" | b |\n|---|---|\n| x | y |\n"
    ),
    "a table element never closed": _written("a.md", b"<table><tr>" + b"<td>" * 50_000),
    "headings within headings": _written(
        "a.md", b"".join(b"#" * (n % 6 + 1) + b" h\n" for n in range(20_000))
    ),
    "tables after tables": _written("a.md", b"| Source | Target |\n|---|---|\n| a | b |\n\n" * 3_000),
}
"""Each document's maker by what is wrong with it; a maker writes into the folder given and returns the file."""
