"""What a document must be before it is opened: its kind by its first bytes, and no trap by its size."""

from __future__ import annotations

import zipfile
from enum import StrEnum
from pathlib import Path

from signoff.core.domain.sentences import say
from signoff.core.errors import SignoffError

MAX_UNPACKED = 200 * 2**20
"""Bytes of all members of a workbook together."""
MAX_RATIO = 100
"""Unpacked bytes for each packed byte, asked of workbooks that unpack to more than `SMALL`."""
SMALL = 10 * 2**20
MAX_MEMBERS = 1_000
MAX_PLAIN = 50 * 2**20
"""Bytes of a delimited text or Markdown file."""

_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")


class DocumentKind(StrEnum):
    """How a document is read."""

    WORKBOOK = "workbook"
    OTHER_WORKBOOK = "other workbook"
    DELIMITED = "delimited"
    MARKDOWN = "markdown"


def kind_of(path: Path) -> DocumentKind:
    """The document's kind, by its first bytes rather than its name.

    Raises:
        SignoffError: it can't be read, is empty, too large, protected, or of no kind that holds a mapping.
    """
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            head = file.read(512)
    except OSError as error:
        reason = error.strerror or "no access"
        raise SignoffError(say("document.unreadable", path=path, reason=reason)) from error
    if not size:
        raise SignoffError(say("document.empty", file=path.name))
    if head.startswith(_ZIP):
        return guard_archive(path)
    if head.startswith(_OLE):
        _refuse_protected(path)
        return DocumentKind.OTHER_WORKBOOK
    return _plain_kind(path, size, head)


def _plain_kind(path: Path, size: int, head: bytes) -> DocumentKind:
    utf16 = head.startswith((b"\xff\xfe", b"\xfe\xff"))
    if b"\x00" in head and not utf16:
        raise SignoffError(say("document.unknown_kind", file=path.name))
    if size > MAX_PLAIN:
        raise SignoffError(say("document.too_large", file=path.name, megabytes=MAX_PLAIN // 2**20))
    return DocumentKind.MARKDOWN if path.suffix.lower() in {".md", ".markdown"} else DocumentKind.DELIMITED


def guard_archive(path: Path) -> DocumentKind:
    """The kind of a packed workbook; one whose members are too many or unpack to too much is refused.

    Raises:
        SignoffError: with what is wrong and what to do.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            members = archive.infolist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise SignoffError(say("document.damaged", file=path.name)) from error
    names = {m.filename for m in members}
    if not any(name.startswith("xl/") for name in names) and "content.xml" not in names:
        raise SignoffError(say("document.no_xlsx", file=path.name))
    unpacked = sum(m.file_size for m in members)
    packed = max(1, sum(m.compress_size for m in members))
    too_dense = unpacked > SMALL and unpacked / packed > MAX_RATIO
    if len(members) > MAX_MEMBERS or unpacked > MAX_UNPACKED or too_dense:
        raise SignoffError(
            say("document.unpacks_too_large", file=path.name, megabytes=unpacked // 2**20, parts=len(members))
        )
    return DocumentKind.WORKBOOK if "xl/workbook.xml" in names else DocumentKind.OTHER_WORKBOOK


def _refuse_protected(path: Path) -> None:
    with path.open("rb") as file:
        if _ENCRYPTED in file.read(2**20):
            raise SignoffError(say("document.password", file=path.name))
