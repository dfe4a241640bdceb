"""Names and values that stand above a grid, such as `Table Name: dim_customer`."""

from __future__ import annotations

import re
from dataclasses import dataclass

from signoff.core.parse.days import day_in
from signoff.core.parse.hints import hints
from signoff.core.parse.lexicon import Side, guess
from signoff.core.parse.names import is_name
from signoff.core.parse.placeholders import is_one_word
from signoff.core.parse.words import phrase, words

LABEL = re.compile(r"^([^:=]{2,40})\s*[:=]\s*(.+)$", re.DOTALL)
"""A name and its value in one cell."""
_GOES_ON = re.compile(r"^(?P<name>[\w$#]+(?:\.[\w$#]+)*)[.;,]\s+(?=\S+\s+\S+\s)", re.DOTALL)
"""A table's name before sentences on it: `consignment. One row per trip and one per waybill`."""
_BRACKET = re.compile(r"\s*\([^()]*\)$")
_BASE = re.compile(r"(?:the\s+)?(?:base|(?P<table>(?:base|driving|leading)\s+table))", re.IGNORECASE)
"""A word for a database in some languages, and for the table that is read first in others."""
_BASE_GOES_ON = re.compile(
    r"^(?P<name>[A-Za-z_][\w$#]*(?:\.[\w$#]+)*)"
    r"(?:[.;,]\s+(?=\S+\s+\S)|,?\s+(?=(?:(?:left|inner|right|full|outer|optionally)\s+)*(?:joined|join|plus|with)\s+\S+\s+\S))",
    re.IGNORECASE,
)
"""A table's name before what is joined to it: `interview joined to interview_panel on interview_id`."""
_ROLE_ON = re.compile(r"(?:[.;]\s+)[A-Za-z][A-Za-z '-]{1,30}:\s+[A-Za-z_]\w*\s+on\s+\w", re.IGNORECASE)
"""A joined table behind the role that it plays: `; nurse: person on nurse_person_id`."""
_FILE_WORDS = frozenset({"file", "files", "datei", "plik", "fichier", "archivo"})
"""A file named above a grid is where the rows come from, unless it says otherwise."""

_NUMBER = re.compile(r"\s*[#(]?\d{1,2}[).:]?$")
"""What tells lines of one kind apart: `Join 1`, `Join 2`."""
_PROSE = re.compile(r"\S+(?:\s+\S+){3}")
_LOOKUP_WORDS = frozenset({"look", "lookup", "lookups", "lkp", "lkps", "nachschlagen"})
_SQL_WORD = re.compile(
    r"^\s*(?P<word>from|where|and|(?:(?:left|right|inner|full|cross)\s+)?(?:outer\s+)?join)\s*:?\s*$",
    re.IGNORECASE,
)
"""A word of SQL in capitals, whose clause goes on in the next cell."""
_JOIN_KIND = re.compile(r"^\s*(?:left|inner|right|full)(?:\s+outer)?(?:\s+joins?)?\s*$", re.IGNORECASE)
"""Stands before a text on joins and says how its tables are joined."""
_READ_KINDS = frozenset({"", "table", "column", "system", "join", "filter", "lookup", "description"})
"""Kinds of labels from which something is read; sentences behind any other are a remark."""
_SENTENCE = 5
"""Words behind a label of a system that name none any more."""
_SIDED_TABLES = frozenset({"left_table", "right_table"})
_SECOND_WORDS = frozenset(words("view views vista vue widok sicht ansicht представление display alias"))
"""Words of a label that gives a table's further name."""


@dataclass(frozen=True)
class Label:
    """One name and value above a grid."""

    kind: str
    """Kind of headers.yml."""
    side: Side | None
    value: str
    row: int
    column: int
    """Cell of the value."""
    layer: int = -1
    """Place among the layers from landing to reporting; -1 where the name tells none."""
    is_second: bool = False
    """The name is one by which the table is shown or read, such as that of a view; its own comes first."""
    said: str = ""
    """The name, as written."""
    goes_on: bool = False
    """Sentences stand behind the value, in the same cell."""


def row_labels(row: int, cells: list[tuple[int, str]]) -> list[Label]:
    """Names and values in one row: `Table Name: x` in one cell, or the value in the next cell."""
    found: list[Label] = []
    skip = 0
    for place, (column, text) in enumerate(cells):
        if column == skip:
            continue
        if (pair := LABEL.match(text)) and (label := label_of(pair.group(1), pair.group(2), row, column)):
            found.append(label)
            continue
        if place + 1 < len(cells):
            value_column, value = cells[place + 1]
            if label := label_of(text.rstrip(" :"), value, row, value_column):
                found.append(label)
                skip = value_column
    return found


def label_of(name: str, value: str, row: int, column: int) -> Label | None:
    """A name and a value as a label; None when the name says nothing of a table.

    Args:
        name: what stands before or beside the value.
        value: it.
        row: its row, from 1.
        column: its column, from 1.
    """
    if (sql := _SQL_WORD.match(name)) is not None and name.strip(" :").isupper():
        word = sql["word"].lower()
        kind = "table" if word == "from" else "filter" if word in ("where", "and") else "join"
        side = Side.SOURCE if word == "from" else None
        return Label(kind, side, value.strip(), row, column, said=name.strip())
    if day_in(value):
        return None
    bare = _NUMBER.sub("", _BRACKET.sub("", name.strip())) or name.strip()
    if phrase(bare) in hints().target_labels and is_one_word(value.strip()):
        return Label("table", None, value.strip(), row, column, said=name.strip())
    return _base_label(name, bare, value, row, column) or _known_label(name, bare, value, row, column)


def _base_label(name: str, bare: str, value: str, row: int, column: int) -> Label | None:
    """The table that rows start from, with sentences behind it."""
    base = _BASE.fullmatch(bare)
    told = _BASE_GOES_ON.match(value.strip()) if base is not None else None
    if base is None or told is None or (base["table"] and _ROLE_ON.search(value) is None):
        return None
    return Label("table", Side.SOURCE, told["name"], row, column, said=name.strip(), goes_on=True)


def _known_label(name: str, bare: str, value: str, row: int, column: int) -> Label | None:
    known = guess(bare)
    named = known.kind or known.side or (known.layer >= 0 and is_name(value.strip()))
    if known.known < 0.99 or not known.exact or not named or known.both_sides:
        return None
    other = guess(value)
    if other.known >= 0.99 and other.kind and not is_name(value):
        return None
    side = known.side
    if side is None and _FILE_WORDS & set(words(name)):
        side = Side.SOURCE
    kind = known.kind or ("table" if side else "layer")
    said = value.strip()
    if (
        not known.kind
        and len(words(bare)) > 1
        and len(said.split()) >= _SENTENCE
        and not _GOES_ON.match(said)
    ):
        return None
    if (
        not known.kind
        and side is Side.TARGET
        and _PROSE.match(value.strip())
        and not _GOES_ON.match(value.strip())
    ):
        return None
    if _PROSE.match(value.strip()) or (kind in _SIDED_TABLES and not is_name(value.strip())):
        if kind in _SIDED_TABLES or (kind == "lookup" and _LOOKUP_WORDS & set(words(bare))):
            value = f"{name.strip()}: {value.strip()}" if _JOIN_KIND.match(name) else value
            kind = "join"
        elif kind not in _READ_KINDS or (kind == "system" and len(value.split()) >= _SENTENCE):
            return None
    is_second = not _SECOND_WORDS.isdisjoint(words(name))
    if kind == "table" and (told := _GOES_ON.match(value.strip())):
        return Label(
            kind, side, told["name"], row, column, known.layer, is_second, name.strip(), goes_on=True
        )
    return Label(kind, side, value.strip(), row, column, known.layer, is_second, name.strip())
