"""Notes and threaded comments of a workbook's sheets, from their parts."""

from __future__ import annotations

import re
import zipfile
from xml.etree import ElementTree

from signoff.core.domain.cells import column_number
from signoff.core.engines.documents.drawn import MAX_NOTES, Note
from signoff.core.engines.documents.grid import MAX_TEXT
from signoff.core.engines.documents.package import child, children, local, relations, tree

_REFERENCE = re.compile(r"^\$?([A-Z]{1,3})\$?(\d{1,7})$")
_THREAD = "tc="
"""An author of this kind stands for a threaded comment; the note's text only says that it can't be shown."""


def notes_of(archive: zipfile.ZipFile, member: str, people: dict[str, str]) -> tuple[Note, ...]:
    """The notes on one sheet, top to bottom; replies stand below what they answer.

    Args:
        archive: the package.
        member: the sheet's part.
        people: names by id, from `people_of`.

    Raises:
        zipfile.BadZipFile, zlib.error: the package is damaged.
    """
    parts = relations(archive, member)
    found: list[Note] = []
    for name in parts.get("comments", ()):
        found += _notes(tree(archive, name))
    for name in parts.get("threadedComment", ()):
        found += _threads(tree(archive, name), people)
    return tuple(sorted(found, key=lambda note: (note.row, note.column))[:MAX_NOTES])


def people_of(archive: zipfile.ZipFile) -> dict[str, str]:
    """Names of those who wrote threaded comments, by their id.

    Raises:
        zipfile.BadZipFile, zlib.error: the package is damaged.
    """
    names: dict[str, str] = {}
    for member in relations(archive, "xl/workbook.xml").get("person", ()):
        for each in children(tree(archive, member), "person"):
            names[each.get("id", "")] = each.get("displayName", "")
    return names


def _notes(root: ElementTree.Element | None) -> list[Note]:
    authors = [each.text or "" for each in children(child(root, "authors"), "author")]
    found = []
    for each in children(child(root, "commentList"), "comment")[:MAX_NOTES]:
        place = each.get("authorId", "")
        number = int(place[:6]) if place.isascii() and place.isdigit() else -1
        author = authors[number] if 0 <= number < len(authors) else ""
        body = child(each, "text")
        if author.startswith(_THREAD) or body is None:
            continue
        note = _note(each.get("ref", ""), _joined(body).removeprefix(f"{author}:"), author)
        if note is not None:
            found.append(note)
    return found


def _threads(root: ElementTree.Element | None, people: dict[str, str]) -> list[Note]:
    found: dict[str, Note] = {}
    for each in children(root, "threadedComment")[:MAX_NOTES]:
        text, by = child(each, "text"), people.get(each.get("personId", ""), "")
        note = _note(each.get("ref", ""), (text.text or "") if text is not None else "", by)
        if note is None:
            continue
        parent = found.get(each.get("parentId", ""))
        if parent is None:
            found[each.get("id", str(len(found)))] = note
        else:
            reply = f"{parent.text}\n{by}: {note.text}" if by else f"{parent.text}\n{note.text}"
            found[each.get("parentId", "")] = Note(parent.row, parent.column, reply[:MAX_TEXT], parent.by)
    return list(found.values())


def _note(reference: str, text: str, by: str) -> Note | None:
    place = _REFERENCE.match(reference)
    plain = text.replace("\r\n", "\n").replace("\r", "\n").strip()[:MAX_TEXT]
    if place is None or not plain:
        return None
    return Note(int(place.group(2)), column_number(place.group(1)), plain, by.strip()[:100])


def _joined(body: ElementTree.Element) -> str:
    """The text of all runs; how they are read aloud is left out."""
    texts: list[str] = []
    for each in body:
        if local(each) == "t":
            texts.append(each.text or "")
        elif local(each) == "r":
            texts.extend(inner.text or "" for inner in children(each, "t"))
    return "".join(texts)
