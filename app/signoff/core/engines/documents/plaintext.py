"""Delimited text and Markdown tables as grids; row numbers are those of the file's records or lines."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from pathlib import Path

from charset_normalizer import from_bytes

from signoff.core.domain.sentences import say
from signoff.core.engines.documents.grid import MAX_COLUMNS, MAX_ROWS, MAX_TEXT, SheetGrid, trimmed
from signoff.core.errors import SignoffError

_DELIMITERS = ",;\t|"
_SAMPLE_RECORDS = 100
_GUESSED_BYTES = 200_000
_RULE_LINE = re.compile(r"^\s*\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)*\|?\s*$")
_UNESCAPED_BAR = re.compile(r"(?<!\\)\|")
_MARKS = re.compile(r"^(\*\*|__|`)(.*)\1$", re.DOTALL)
_BULLET = re.compile(r"^(?:#+|[-*+]|\d+\.|>)\s+")
_INLINE = re.compile(r"\*\*|__(?=\W|$)|`")
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)


def read_delimited(path: Path) -> tuple[SheetGrid, ...]:
    """One grid named after the file; the delimiter is the one that splits the records most evenly."""
    text = decoded(path)
    delimiter = delimiter_of(text)
    csv.field_size_limit(10_000_000)
    rows: list[list[str]] = []
    cut = False
    try:
        for record in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, skipinitialspace=True):
            if len(rows) == MAX_ROWS:
                cut = True
                break
            rows.append([field.replace("\r\n", "\n").strip()[:MAX_TEXT] for field in record[:MAX_COLUMNS]])
    except csv.Error as error:
        raise SignoffError(say("document.breaks_off", file=path.name, record=len(rows) + 1)) from error
    return (SheetGrid(path.stem, trimmed(rows), cut=cut),)


def read_markdown(path: Path) -> tuple[SheetGrid, ...]:
    """One grid named after the file: a table's line is a row of cells, any other line one cell."""
    rows: list[list[str]] = []
    lines = decoded(path).splitlines()
    for line in lines[:MAX_ROWS]:
        if _RULE_LINE.match(line) and "-" in line:
            rows.append([])
        elif line.strip().startswith("|"):
            rows.append(_markdown_cells(line)[:MAX_COLUMNS])
        else:
            rows.append([_plain_line(line)[:MAX_TEXT]])
    return (SheetGrid(path.stem, trimmed(rows), cut=len(lines) > MAX_ROWS),)


def _markdown_cells(line: str) -> list[str]:
    inner = line.strip().removeprefix("|")
    if inner.endswith("|") and not inner.endswith("\\|"):
        inner = inner[:-1]
    return [_unmarked(part.replace("\\|", "|").strip())[:MAX_TEXT] for part in _UNESCAPED_BAR.split(inner)]


def _plain_line(line: str) -> str:
    """A line outside tables without the marks of headings, lists, bold and code."""
    return _INLINE.sub("", _BULLET.sub("", line.strip())).strip()


def _unmarked(text: str) -> str:
    """Text without the marks of bold and code around the whole of it."""
    text = _BREAK.sub("\n", text)
    while (marked := _MARKS.match(text)) and marked.group(1) not in marked.group(2):
        text = marked.group(2).strip()
    return text


def decoded(path: Path) -> str:
    """The file's text: UTF-8 or UTF-16 when it is, else the likeliest of the old code pages."""
    data = path.read_bytes()
    for encoding in (
        ("utf-8-sig", "utf-16") if not data.startswith((b"\xff\xfe", b"\xfe\xff")) else ("utf-16",)
    ):
        try:
            return (
                data.decode(encoding)
                if encoding != "utf-16" or data[:2] in (b"\xff\xfe", b"\xfe\xff")
                else ""
            )
        except UnicodeDecodeError:
            break
    best = from_bytes(data[:_GUESSED_BYTES]).best()
    return data.decode(best.encoding if best else "cp1252", errors="replace")


def delimiter_of(text: str) -> str:
    """The delimiter that gives most records the same number of fields, and more than one."""
    scores = {delimiter: _evenness(text, delimiter) for delimiter in _DELIMITERS}
    best = max(scores, key=lambda d: scores[d])
    return best if scores[best] > 0 else ","


def _evenness(text: str, delimiter: str) -> float:
    counts: Counter[int] = Counter()
    try:
        for number, record in enumerate(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)):
            if number == _SAMPLE_RECORDS:
                break
            if any(field.strip() for field in record):
                counts[len(record)] += 1
    except csv.Error:
        return 0.0
    if not counts:
        return 0.0
    fields, records = max(counts.items(), key=lambda item: (item[1], item[0]))
    return 0.0 if fields == 1 else records / counts.total() * min(fields, 12)
