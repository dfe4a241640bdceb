"""Jinja of dbt files rendered to plain SQL with a map back to the file's characters.

Only what a statement's shape needs is understood: ``ref``, ``source``, ``var``, ``set``, ``if`` and ``for``
over lists that are written out. Everything is taken as on a first load: ``is_incremental()`` is false. What
is not known becomes ``null`` or is left out, with a finding; the file itself is never touched here.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field

from signoff.core.domain.findings import Finding, Severity
from signoff.core.domain.sentences import say
from signoff.core.errors import SignoffError
from signoff.core.merge.jinjatags import Tag, TagKind, tags_of
from signoff.core.merge.jinjavalues import Unknown, Value, as_sql, evaluated


@dataclass(frozen=True)
class Piece:
    """A stretch of the rendered SQL and the stretch of the file it comes from."""

    start: int
    end: int
    """In the rendered SQL."""
    file_start: int
    file_end: int
    as_written: bool
    """Letter for letter the same; else the two stretches stand for each other as wholes."""


@dataclass(frozen=True)
class Rendered:
    """Plain SQL of a file that may hold Jinja."""

    sql: str
    pieces: tuple[Piece, ...]
    findings: tuple[Finding, ...] = ()
    sources: tuple[tuple[str, str], ...] = ()
    """``source('erp', 'x')`` calls: source name and table, in order."""
    refs: tuple[str, ...] = ()
    """``ref('x')`` calls, in order."""
    tags: tuple[tuple[int, int], ...] = ()
    """Start and end of every Jinja tag in the file."""

    def file_start(self, place: int) -> int:
        """Place in the file of the character at `place` of the SQL; a substitution counts as a whole."""
        piece = self._piece(place)
        return piece.file_start + (place - piece.start) if piece.as_written else piece.file_start

    def file_end(self, place: int) -> int:
        """Place in the file just behind the character before `place` of the SQL."""
        if place == 0:
            return 0
        piece = self._piece(place - 1)
        return piece.file_start + (place - piece.start) if piece.as_written else piece.file_end

    def _piece(self, place: int) -> Piece:
        if not self.pieces:
            raise SignoffError(say("update.no_sql"))
        found = bisect_right([p.start for p in self.pieces], place) - 1
        return self.pieces[max(found, 0)]


@dataclass
class _Writer:
    """Collects pieces while the tags are walked."""

    text: str
    out: list[str] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)
    length: int = 0
    findings: list[Finding] = field(default_factory=list)
    sources: list[tuple[str, str]] = field(default_factory=list)
    refs: list[str] = field(default_factory=list)
    names: dict[str, Value] = field(default_factory=dict)
    around: tuple[int, int] | None = None
    """The loop being written out: all of it stands for what comes from it."""

    def write(self, text: str, start: int, end: int, as_written: bool) -> None:
        if not text:
            return
        if self.around is not None:
            (start, end), as_written = self.around, False
        self.pieces.append(Piece(self.length, self.length + len(text), start, end, as_written))
        self.out.append(text)
        self.length += len(text)

    def report(self, code: str, message: str, severity: Severity = Severity.WARNING) -> None:
        finding = Finding(code, severity, message)
        if finding not in self.findings:
            self.findings.append(finding)


def render(text: str) -> Rendered:
    """The file as plain SQL on a first load.

    Raises:
        SignoffError: a tag is never closed.
    """
    tags = tags_of(text)
    writer = _Writer(text)
    _write(writer, tags, 0, 0, len(tags), len(text))
    return Rendered(
        "".join(writer.out),
        tuple(writer.pieces),
        tuple(writer.findings),
        tuple(dict.fromkeys(writer.sources)),
        tuple(dict.fromkeys(writer.refs)),
        tuple((t.start, t.end) for t in tags),
    )


def _write(writer: _Writer, tags: list[Tag], place: int, first: int, last: int, end: int) -> None:
    """Write the file from `place` to `end`, tags `first` up to `last` among it."""
    number = first
    while number < last:
        tag = tags[number]
        writer.write(writer.text[place : tag.start], place, tag.start, True)
        place = tag.end
        if tag.kind == TagKind.OUTPUT:
            _write_output(writer, tag)
        elif tag.kind == TagKind.BLOCK and tag.word in _BLOCKS:
            closing = _closing(tags, number, last)
            _BLOCKS_WRITE[tag.word](writer, tags, number, closing)
            place, number = tags[closing].end, closing
        elif tag.kind == TagKind.BLOCK and tag.word == "set" and "=" not in tag.body:
            closing = next((n for n in range(number, last) if tags[n].word == "endset"), number)
            place, number = tags[closing].end, closing
        elif tag.kind == TagKind.BLOCK:
            _set(writer, tag)
        number += 1
    writer.write(writer.text[place:end], place, end, True)


def _write_output(writer: _Writer, tag: Tag) -> None:
    try:
        value = evaluated(tag.body, writer.names, writer.sources, writer.refs)
    except Unknown:
        name = tag.body.split("(", 1)[0].strip()
        if name.rsplit(".", 1)[-1] == "star":
            writer.write("*", tag.start, tag.end, False)
            return
        message = say("update.jinja_value", name=name)
        writer.report("D221", message)
        writer.write("null", tag.start, tag.end, False)
        return
    writer.write(as_sql(value), tag.start, tag.end, False)


def _set(writer: _Writer, tag: Tag) -> None:
    if tag.word != "set" or "=" not in tag.body:
        return
    name, _, value = tag.body.removeprefix("set").partition("=")
    try:
        writer.names[name.strip()] = evaluated(value, writer.names, writer.sources, writer.refs)
    except Unknown:
        writer.names.pop(name.strip(), None)


def _closing(tags: list[Tag], number: int, last: int) -> int:
    """Number of the tag that closes block `number`."""
    word, depth = tags[number].word, 0
    for other in range(number, last):
        if tags[other].kind != TagKind.BLOCK:
            continue
        depth += tags[other].word == word
        depth -= tags[other].word == f"end{word}"
        if depth == 0:
            return other
    raise SignoffError(say("update.jinja_never_closed", word=word))


def _write_if(writer: _Writer, tags: list[Tag], opening: int, closing: int) -> None:
    """The first branch whose condition holds; a condition that cannot be worked out does not hold."""
    for number, end in _branches(tags, opening, closing):
        tag = tags[number]
        if tag.word == "else" or _holds(writer, tag):
            _write(writer, tags, tag.end, number + 1, end, tags[end].start)
            return


def _branches(tags: list[Tag], opening: int, closing: int) -> list[tuple[int, int]]:
    """Number of each branch's tag and of the tag behind it."""
    starts, depth = [opening], 0
    for number in range(opening + 1, closing):
        tag = tags[number]
        if tag.kind != TagKind.BLOCK:
            continue
        depth += (tag.word in _BLOCKS) - (tag.word.startswith("end"))
        if depth == 0 and tag.word in ("else", "elif"):
            starts.append(number)
    return list(zip(starts, [*starts[1:], closing], strict=True))


def _holds(writer: _Writer, tag: Tag) -> bool:
    condition = tag.body.removeprefix(tag.word).strip()
    try:
        return bool(evaluated(condition, writer.names, writer.sources, writer.refs))
    except Unknown:
        message = say("update.jinja_condition", condition=condition)
        writer.report("D222", message, Severity.INFO)
        return False


def _write_for(writer: _Writer, tags: list[Tag], opening: int, closing: int) -> None:
    """The body once for each value of a list that is written out in the file."""
    tag = tags[opening]
    name, _, listed = tag.body.removeprefix("for").partition(" in ")
    try:
        values = evaluated(listed, writer.names, writer.sources, writer.refs)
    except Unknown:
        values = None
    if not isinstance(values, list):
        message = say("update.jinja_for", listed=listed.strip())
        writer.report("D221", message, Severity.ERROR)
        return
    outer, before = writer.around, dict(writer.names)
    writer.around = outer or (tag.start, tags[closing].end)
    for number, value in enumerate(values, start=1):
        writer.names[name.strip()] = value
        writer.names["loop"] = {"index": number, "first": number == 1, "last": number == len(values)}
        _write(writer, tags, tag.end, opening + 1, closing, tags[closing].start)
    writer.around, writer.names = outer, before


def _skip(writer: _Writer, tags: list[Tag], opening: int, closing: int) -> None:
    message = say("update.jinja_block", word=tags[opening].word)
    writer.report("D221", message)


_BLOCKS_WRITE = {
    "if": _write_if,
    "for": _write_for,
    "macro": _skip,
    "call": _skip,
    "filter": _skip,
    "raw": _skip,
}
_BLOCKS = frozenset(_BLOCKS_WRITE)
