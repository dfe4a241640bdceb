"""Packs a folder so that the same bytes in give the same bytes out: sorted, dated alike, owned by nobody."""

from __future__ import annotations

import lzma
import tarfile
from pathlib import Path
from typing import IO

_FILTERS = [{"id": lzma.FILTER_X86}, {"id": lzma.FILTER_LZMA2, "preset": 9}]
"""Machine code packs a tenth better when its jump addresses are made absolute first; any xz unpacks it."""


def pack(folder: Path, archive: Path, *, date: int) -> None:
    """Write `folder`, under its own name, to a ``.tar.xz``, or to a plain ``.tar`` where packing would gain nothing.

    Args:
        folder: what to pack.
        archive: the file to write.
        date: seconds since 1970 every member is dated with.
    """
    archive.parent.mkdir(parents=True, exist_ok=True)
    unfinished = archive.with_suffix(".unfinished")
    with (
        _opened(unfinished, packs=archive.suffix == ".xz") as packed,
        tarfile.open(fileobj=packed, mode="w", format=tarfile.PAX_FORMAT) as tar,
    ):
        for path in [folder, *sorted(folder.rglob("*"))]:
            tar.add(
                path, str(Path(folder.name) / path.relative_to(folder)), recursive=False, filter=_Plain(date)
            )
    unfinished.replace(archive)


def _opened(file: Path, *, packs: bool) -> IO[bytes]:
    if packs:
        return lzma.open(file, "wb", format=lzma.FORMAT_XZ, filters=_FILTERS)
    return file.open("wb")


class _Plain:
    """Takes from a member what differs from build to build."""

    def __init__(self, date: int) -> None:
        self._date = date

    def __call__(self, member: tarfile.TarInfo) -> tarfile.TarInfo:
        member.mtime = self._date
        member.uid = member.gid = 0
        member.uname = member.gname = "root"
        member.mode = 0o755 if member.isdir() or member.mode & 0o100 else 0o644
        return member
