"""XML edited in place: elements with their places in the bytes, so that all that is not edited stays as it is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from xml.parsers import expat

_DEEPEST = 200
_CODINGS = {"utf-8", "utf8", "us-ascii", "ascii"}


class OddPart(Exception):
    """A part can't be edited in place: not well-formed, a document type, or bytes that are no UTF-8."""


@dataclass
class Node:
    """One element and where it stands."""

    tag: str
    """As written, with its prefix."""
    attributes: dict[str, str]
    start: int
    inner: int = 0
    """First byte after its start tag."""
    inner_end: int = 0
    """First byte of its end tag; equals `inner` and `end` for an element that ends in its start tag."""
    end: int = 0
    children: list[Node] = field(default_factory=list)

    @property
    def name(self) -> str:
        """Without prefix."""
        return self.tag.rpartition(":")[2]

    @property
    def prefix(self) -> str:
        """With its colon; empty for none."""
        return self.tag[: len(self.tag) - len(self.name)]

    def named(self, name: str) -> list[Node]:
        """Children of that name."""
        return [each for each in self.children if each.name == name]

    def first(self, name: str) -> Node | None:
        """The first child of that name."""
        return next(iter(self.named(name)), None)


@dataclass(frozen=True)
class Edit:
    """Bytes that take the place of others."""

    start: int
    end: int
    text: bytes


def parsed(data: bytes) -> Node:
    """The root element of a part, with all below it.

    Raises:
        OddPart: it can't be edited in place.
    """
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise OddPart("is no UTF-8")
    builder = _Builder(data)
    try:
        builder.parser.Parse(data, True)
    except expat.ExpatError as error:
        raise OddPart("is not well-formed") from error
    if builder.root is None:
        raise OddPart("is empty")
    return builder.root


class _Builder:
    def __init__(self, data: bytes) -> None:
        self.root: Node | None = None
        self._data = data
        self._open: list[Node] = []
        self.parser = expat.ParserCreate()
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.XmlDeclHandler = self._declared
        self.parser.StartDoctypeDeclHandler = self._refuse

    def _declared(self, _version: str, encoding: str | None, _alone: int) -> None:
        if encoding and encoding.lower() not in _CODINGS:
            raise OddPart(f"is written as {encoding}")

    def _refuse(self, *_of: object) -> None:
        raise OddPart("declares a document type")

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        start = self.parser.CurrentByteIndex
        node = Node(tag, attributes, start, tag_end(self._data, start))
        if len(self._open) >= _DEEPEST:
            raise OddPart("is nested too deeply")
        if self._open:
            self._open[-1].children.append(node)
        else:
            self.root = node
        self._open.append(node)

    def _end(self, _tag: str) -> None:
        node = self._open.pop()
        if self._data[node.inner - 2 : node.inner] == b"/>":
            node.inner_end = node.end = node.inner
        else:
            node.inner_end = self.parser.CurrentByteIndex
            node.end = self._data.index(b">", node.inner_end) + 1


_TAG = re.compile(rb"""<(?:[^<>"']|"[^"]*"|'[^']*')*>""")


def tag_end(data: bytes, start: int) -> int:
    """First byte after the tag that begins at `start`."""
    found = _TAG.match(data, start)
    if found is None:
        raise OddPart("has a tag without an end")
    return found.end()


def appended(data: bytes, node: Node, text: str) -> Edit:
    """The edit that puts `text` behind an element's last child."""
    if node.inner_end == node.end:
        opened = data[node.start : node.inner - 2].rstrip()
        return Edit(node.start, node.end, opened + f">{text}</{node.tag}>".encode())
    return Edit(node.inner_end, node.inner_end, text.encode())


def with_attribute(tag: bytes, name: str, value: str) -> bytes:
    """A start tag with an attribute set."""
    found = re.search(rb"""(\s""" + name.encode() + rb"""\s*=\s*)("[^"]*"|'[^']*')""", tag)
    if found:
        return tag[: found.end(1)] + f'"{value}"'.encode() + tag[found.end() :]
    head = re.match(rb"<[^\s/>]+", tag)
    cut = head.end() if head else 1
    return tag[:cut] + f' {name}="{value}"'.encode() + tag[cut:]


def without_attribute(tag: bytes, name: str) -> bytes:
    """A start tag without an attribute."""
    return re.sub(rb"""\s""" + name.encode() + rb"""\s*=\s*(?:"[^"]*"|'[^']*')""", b"", tag)


def applied(data: bytes, edits: Iterable[Edit]) -> bytes:
    """The bytes with edits that don't overlap; those at one place stay in their order."""
    return b"".join(_pieces(data, sorted(edits, key=lambda edit: (edit.start, edit.end))))


def _pieces(data: bytes, edits: list[Edit]) -> Iterator[bytes]:
    done = 0
    view = memoryview(data)
    for each in edits:
        if each.start < done:
            raise OddPart("is edited twice at one place")
        yield bytes(view[done : each.start])
        yield each.text
        done = each.end
    yield bytes(view[done:])
