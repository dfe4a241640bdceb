"""Takes time and chance out of an MSI's summary: what wixl writes there differs from build to build.

The summary is a property set (MS-OLEPS) inside the file; its package code and its two dates are written over in place.
"""

from __future__ import annotations

import struct
import uuid
from pathlib import Path

_SUMMARY = uuid.UUID("f29f85e0-4ff9-1068-ab91-08002b27b3d9").bytes_le
_BEFORE = 28
"""Bytes of a property set before the identifier of its first section."""
_CODE, _CREATED, _SAVED = 9, 12, 13
_TEXT, _TIME = 30, 64
_EPOCH = 11_644_473_600
"""Seconds from 1601, where Windows begins to count, to 1970."""


def make_alike(msi: Path, code: str, date: int) -> None:
    """Write a package code and a date into the summary.

    Args:
        msi: the file; changed in place.
        code: the package code, in braces.
        date: seconds since 1970.

    Raises:
        ValueError: the file has no summary, or it is not laid out as wixl lays it.
    """
    data = bytearray(msi.read_bytes())
    start = data.index(_SUMMARY) - _BEFORE
    section = start + struct.unpack_from("<I", data, start + _BEFORE + 16)[0]
    count = struct.unpack_from("<I", data, section + 4)[0]
    places = dict(struct.unpack_from("<II", data, section + 8 + 8 * n) for n in range(count))
    ticks = struct.pack("<Q", (date + _EPOCH) * 10_000_000)
    for number in (_CREATED, _SAVED):
        if number in places:
            _write(data, section + places[number], _TIME, ticks, 4)
    if len(code) != 38:
        raise ValueError(f"{code} is no package code")
    _write(data, section + places[_CODE], _TEXT, code.encode("ascii"), 8)
    msi.write_bytes(data)


def _write(data: bytearray, place: int, kind: int, value: bytes, after: int) -> None:
    """Write a property's value, which begins `after` bytes behind its kind."""
    if struct.unpack_from("<I", data, place)[0] != kind:
        raise ValueError("a property of the summary is of another kind than it should be")
    data[place + after : place + after + len(value)] = value
