"""Delimited text as a grid; row numbers are those of the file's records."""

from __future__ import annotations

import csv
import io
from collections import Counter
from pathlib import Path

from charset_normalizer import from_bytes

from signoff.core.domain.sentences import say
from signoff.core.engines.documents.grid import MAX_COLUMNS, MAX_ROWS, MAX_TEXT, SheetGrid, trimmed
from signoff.core.errors import SignoffError

_DELIMITERS = ",;\t|"
_SAMPLE_RECORDS = 100
_GUESSED_BYTES = 200_000


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
