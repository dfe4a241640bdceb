"""Files that a run may leave on disk: logs, crash reports and temporary files, and the text in any of them."""

from __future__ import annotations

import io
import re
import stat
import tempfile
import zipfile
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from signoff.core.domain.folders import cache_folder, settings_folder
from signoff.core.domain.sentences import say

_OURS = "signoff-*"
"""How temporary folders and files of the program are called."""
_REPORTS = ("*.log", "*.dmp", "*.stackdump", "core", "core.[0-9]*", "crash*", "hs_err*")
_LARGE = 64 << 20
"""Bytes from which a file is not read."""
_UNPACKED = 200 << 20
_SHEET_PARTS = re.compile(
    r"(?:xl/(?:sharedStrings|workbook|comments\d*|worksheets/.*|tables/.*)|docProps/.*|xl/drawings/.*)\.xml"
)
_TAG = re.compile(r"<[^>]*>")
_NAMES = re.compile(r'\b(?:name|displayName|title)="([^"]*)"')


@dataclass(frozen=True)
class LeftFile:
    """One file that is to be looked through."""

    path: Path
    data: bytes | None
    """None where it was not read."""
    why_not: str = ""

    @property
    def text(self) -> str:
        """Its letters; of a workbook those in its cells, comments and names."""
        return text_of(self.data or b"")


def report_files(project: Path) -> Iterator[LeftFile]:
    """Logs and crash reports: in the program's own folders, and beside the project."""
    seen: set[Path] = set()
    for folder, pattern in ((f, p) for f in (cache_folder(), settings_folder()) for p in _REPORTS):
        seen.update(folder.rglob(pattern))
    for pattern in _REPORTS:
        seen.update(project.parent.glob(pattern))
    for path in sorted(seen):
        yield from _read(path)


def temporary_files(private: Collection[Path] = ()) -> Iterator[LeftFile]:
    """What lies in the program's temporary folders, those in `private` left out: they go with who made them."""
    held = {path.resolve() for path in private}
    for place in sorted(Path(tempfile.gettempdir()).glob(_OURS)):
        if place.is_symlink() or place.resolve() in held:
            continue
        for path in sorted(place.rglob("*")) if place.is_dir() else [place]:
            yield from _read(path)


def files_of(place: Path) -> Iterator[LeftFile]:
    """A file, or every file of a folder."""
    for path in sorted(place.rglob("*")) if place.is_dir() else [place]:
        yield from _read(path)


def _read(path: Path) -> Iterator[LeftFile]:
    try:
        about = path.lstat()
        if not stat.S_ISREG(about.st_mode):
            return
        if about.st_size > _LARGE:
            yield LeftFile(path, None, say("mask_proof.too_large", file=path.name, size=about.st_size >> 20))
            return
        yield LeftFile(path, path.read_bytes())
    except FileNotFoundError:
        return  # it went while we looked
    except OSError as error:
        yield LeftFile(path, None, say("mask_proof.unreadable", file=path.name, reason=error.strerror))


def text_of(data: bytes) -> str:
    """The letters in some bytes."""
    if data.startswith(b"PK\x03\x04"):
        try:
            return _unpacked(data)
        except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError):
            pass  # no archive after all: its bytes are searched as they are
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")
    return data.decode("utf-8", "replace")


def _unpacked(data: bytes) -> str:
    texts, size = [], 0
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        is_workbook = "xl/workbook.xml" in archive.namelist()
        for member in archive.infolist():
            size += member.file_size
            if size > _UNPACKED:
                break
            if is_workbook and not _SHEET_PARTS.fullmatch(member.filename):
                continue
            text = archive.read(member).decode("utf-8", "replace")
            texts.append(_TAG.sub("\n", text) + "\n".join(_NAMES.findall(text)) if is_workbook else text)
    return "\n".join(texts)
