"""Parts of a workbook's package, read with care: limited in size, no document type, so that no entity is expanded."""

from __future__ import annotations

import posixpath
import zipfile
from xml.etree import ElementTree

MAX_PART = 30 * 2**20
"""Bytes of one part that is taken apart as a whole."""
_HEAD = 4096


def part(archive: zipfile.ZipFile, name: str, *, limit: int = MAX_PART) -> bytes:
    """The bytes of a part; none when it is not there, or larger than `limit`.

    Raises:
        zipfile.BadZipFile, zlib.error: the package is damaged.
    """
    try:
        with archive.open(name) as stream:
            data = stream.read(limit + 1)
    except KeyError:
        return b""
    return data if len(data) <= limit else b""


def tree(archive: zipfile.ZipFile, name: str, *, limit: int = MAX_PART) -> ElementTree.Element | None:
    """The XML of a part; None when there is none, it is too large, declares a document type, or is not well-formed.

    Raises:
        zipfile.BadZipFile, zlib.error: the package is damaged.
    """
    data = part(archive, name, limit=limit)
    if not data or b"<!" in data[:_HEAD].replace(b"<!--", b"") or b"<!DOCTYPE" in data:
        return None
    try:
        return ElementTree.fromstring(data)
    except (ElementTree.ParseError, LookupError, ValueError):
        return None


def relations(archive: zipfile.ZipFile, member: str) -> dict[str, list[str]]:
    """Members that a part points at, by the last word of the relation's type, such as ``comments``."""
    folder, name = posixpath.split(member)
    root = tree(archive, posixpath.join(folder, "_rels", f"{name}.rels"))
    found: dict[str, list[str]] = {}
    for each in root if root is not None else ():
        if each.get("TargetMode") != "External":
            kind = str(each.get("Type", "")).rpartition("/")[2]
            found.setdefault(kind, []).append(resolved(folder, str(each.get("Target", ""))))
    return found


def resolved(folder: str, target: str) -> str:
    """The member that a relation's target names, seen from a folder of the package."""
    return (
        target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
    )


def local(element: ElementTree.Element) -> str:
    """An element's name without its namespace."""
    return element.tag.rpartition("}")[2]


def children(element: ElementTree.Element | None, name: str) -> list[ElementTree.Element]:
    """The children of that name, whatever their namespace."""
    return [] if element is None else [each for each in element if local(each) == name]


def child(element: ElementTree.Element | None, name: str) -> ElementTree.Element | None:
    """The first child of that name, whatever its namespace."""
    return next(iter(children(element, name)), None)
