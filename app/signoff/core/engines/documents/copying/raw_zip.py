"""A package written anew from another: members that did not change are copied as they are packed, byte for byte."""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import BinaryIO

_LOCAL, _CENTRAL, _END = b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06"
_LOCAL_SIZE = 30
_ENCRYPTED, _SIZES_LATER, _UTF8 = 0x1, 0x8, 0x800
_DEFLATED = 8
_FIXED_DATE = (33, 0)
"""1 January 1980 as DOS writes it: what we add says nothing of when."""


@dataclass(frozen=True)
class _Entry:
    name: bytes
    flags: int
    method: int
    stamp: tuple[int, int]
    """DOS date and time."""
    crc: int
    packed: bytes
    size: int
    attributes: int = 0


def repacked(source: BinaryIO, changed: Mapping[str, bytes]) -> bytes:
    """The package of `source` with members replaced or, where there are none of that name, added at the end.

    Raises:
        zipfile.BadZipFile: the package is damaged, encrypted, or names a member twice.
    """
    with zipfile.ZipFile(source) as archive:
        infos = archive.infolist()
    names = [info.filename for info in infos]
    if len(set(names)) != len(names) or any(info.flag_bits & _ENCRYPTED for info in infos):
        raise zipfile.BadZipFile("a member is named twice, or encrypted")
    entries = [
        _packed(info.orig_filename, changed[info.filename])
        if info.filename in changed
        else _copied(source, info)
        for info in infos
    ]
    entries += [_packed(name, data) for name, data in changed.items() if name not in set(names)]
    return _written(entries)


def packed(members: Mapping[str, bytes]) -> bytes:
    """A new package of these members."""
    return _written([_packed(name, data) for name, data in members.items()])


def _copied(source: BinaryIO, info: zipfile.ZipInfo) -> _Entry:
    source.seek(info.header_offset)
    head = source.read(_LOCAL_SIZE)
    if len(head) != _LOCAL_SIZE or head[:4] != _LOCAL:
        raise zipfile.BadZipFile("a member's header is not where it should be")
    name_size, extra_size = struct.unpack("<HH", head[26:30])
    source.seek(name_size + extra_size, 1)
    data = source.read(info.compress_size)
    if len(data) != info.compress_size:
        raise zipfile.BadZipFile("a member is cut off")
    year, month, day, hour, minute, second = info.date_time
    date = ((max(1980, year) - 1980) << 9 | month << 5 | day) & 0xFFFF
    time = (hour << 11 | minute << 5 | second // 2) & 0xFFFF
    name = info.orig_filename.encode("utf-8" if info.flag_bits & _UTF8 else "cp437", "replace")
    return _Entry(
        name,
        info.flag_bits & ~_SIZES_LATER,
        info.compress_type,
        (date, time),
        info.CRC,
        data,
        info.file_size,
        attributes=info.external_attr & 0xFFFFFFFF,
    )


def _packed(name: str, data: bytes) -> _Entry:
    squeeze = zlib.compressobj(6, zlib.DEFLATED, -zlib.MAX_WBITS)
    body = squeeze.compress(data) + squeeze.flush()
    flags = 0 if name.isascii() else _UTF8
    return _Entry(name.encode(), flags, _DEFLATED, _FIXED_DATE, zlib.crc32(data), body, len(data))


def _written(entries: list[_Entry]) -> bytes:
    out = bytearray()
    places = []
    for each in entries:
        places.append(len(out))
        out += _LOCAL + struct.pack("<H", 20) + _shared(each) + struct.pack("<HH", len(each.name), 0)
        out += each.name + each.packed
    start = len(out)
    for each, place in zip(entries, places, strict=True):
        out += _CENTRAL + struct.pack("<HH", 20, 20) + _shared(each)
        out += struct.pack("<HHHHHII", len(each.name), 0, 0, 0, 0, each.attributes, place) + each.name
    count, size = len(entries), len(out) - start
    out += _END + struct.pack("<HHHHIIH", 0, 0, count, count, size, start, 0)
    return bytes(out)


def _shared(entry: _Entry) -> bytes:
    """What the local and the central header say alike."""
    date, time = entry.stamp
    sizes = (entry.crc, len(entry.packed), entry.size)
    return struct.pack("<HHHHIII", entry.flags, entry.method, time, date, *sizes)
