"""A text with its columns and values marked: ``rows where ‹c0› is ‹v0› or ‹v1›``."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from signoff.core.domain.expressions import ScopeColumn
from signoff.core.domain.known_names import squashed
from signoff.core.domain.plan import Relation
from signoff.core.domain.spec import Schema
from signoff.core.merge.lookuptexts import singular
from signoff.core.merge.names import word_set, words
from signoff.core.merge.rows_told import stem
from signoff.core.merge.scoping import is_day, relation_columns

_TOKEN = re.compile(
    r"(?P<quoted>'[^']*'|\"[^\"]*\"|“[^”]*”|‘[^’]*’)"
    r"|(?P<day>\d{4}-\d{2}-\d{2}(?:[ T]\d{2}:\d{2}(?::\d{2})?)?)"
    r"|(?P<number>-?\d+(?:\.\d+)?(?![\w.]))"
    r"|(?P<word>[^\W\d][\w$-]*(?:['’](?:t|re|ve|ll|d|m)\b|\.[^\W\d][\w$]*)?|\w+)"
    r"|(?P<sign><>|!=|>=|<=|=|<|>|\S)"
)
_CODE = re.compile(r"[A-Z][A-Z0-9_-]*\d*|\d+[A-Z]+\w*")
_LETTER = re.compile(r"[A-Za-z]")
_SPELLED = {"zero": "0"}
"""Numbers that are written out; one and two mostly count things."""
_OWNERS = re.compile(r"(?<=\w)['’]s\b")
_MOST_WORDS = 4
_NO_CODES = word_set(
    "a and or not null is in no the sql pk fk id join left inner union all on by from where only i like utc q between"
)


@dataclass(frozen=True)
class Value:
    """One fixed value: its text, and whether it stands in quotes or is a number, a day or a code."""

    text: str
    kind: str


@dataclass(frozen=True)
class Marked:
    """A text whose columns stand as ‹cN› and whose values as ‹vN›."""

    text: str
    columns: tuple[ScopeColumn, ...]
    values: tuple[Value, ...]


def marked(text: str, relations: Sequence[Relation], schema: Schema) -> Marked:
    """The text with what it names marked, the driving table's columns before those of joined ones."""
    known = [c for relation in relations for c in relation_columns(relation, schema)]
    read = {squashed(name) for r in relations for name in (r.table, r.alias)}
    others = {squashed(t.name) for t in schema.tables if len(words(t.name)) > 1}
    return marked_over(text, known, read | others)


def marked_over(text: str, known: Sequence[ScopeColumn], names: Collection[str] = ()) -> Marked:
    """The text with what it names of some columns marked.

    Args:
        text: a rule, or what a document says of rows.
        known: columns that it may name, the likelier ones first.
        names: names of tables in letters, which are no values.
    """
    tokens = list(_TOKEN.finditer(_OWNERS.sub("", text)))
    pieces: list[str] = []
    columns: list[ScopeColumn] = []
    values: list[Value] = []
    at = 0
    while at < len(tokens):
        hit = _column_at(tokens, at, known)
        if hit is not None:
            column, length = hit
            pieces.append(f"‹c{len(columns)}›")
            columns.append(column)
            at += length
            continue
        value = _value_at(tokens, at, names) or _called_so(tokens[at], pieces, columns)
        if value is not None:
            pieces.append(f"‹v{len(values)}›")
            values.append(value)
        else:
            pieces.append(tokens[at].group())
        at += 1
    return Marked(_joined(pieces), tuple(columns), tuple(values))


def _joined(pieces: Sequence[str]) -> str:
    text = " ".join(pieces)
    return re.sub(r"\s+([,.;:)])", r"\1", text).replace("( ", "(")


def _column_at(
    tokens: Sequence[re.Match[str]], at: int, known: Sequence[ScopeColumn]
) -> tuple[ScopeColumn, int] | None:
    """The column that the words from a place on name, and how many words that are."""
    run = []
    for token in tokens[at : at + _MOST_WORDS]:
        if token["word"] is None:
            break
        run.append(token.group())
    for length in range(len(run), 0, -1):
        said = run[:length]
        column = _named(said, known, whole=length == 1 and _is_plain(said[0]))
        if column is not None:
            return column, length
    return None


def _is_plain(word: str) -> bool:
    return word.casefold() in _NO_CODES


def _named(said: Sequence[str], known: Sequence[ScopeColumn], *, whole: bool = False) -> ScopeColumn | None:
    """The first column whose name the words are, also in the plural or with its table before it."""
    letters = squashed("".join(said).rpartition(".")[2] if len(said) == 1 else "".join(said))
    place = said[0].rpartition(".")[0].casefold() if len(said) == 1 else ""
    if whole and said[0].islower():
        return None
    for column in known:
        if place and place not in (column.relation.casefold(), column.table.casefold()):
            continue
        own = squashed(column.column.name)
        if own == letters or (
            len(letters) > 3 and singular(letters) == own and "_" not in column.column.name
        ):
            return column
    return None


def _called_so(token: re.Match[str], pieces: Sequence[str], columns: Sequence[ScopeColumn]) -> Value | None:
    """A word with a capital right behind a column is one of its values: ``SIDE Revenue``, ``type = Air``."""
    behind = [p for p in pieces[-3:] if p.casefold() not in ("is", "=", "of", ":", "are", "or", "and", ",")]
    word = token["word"] or ""
    last = behind[-1] if behind else ""
    fits = last.startswith(("‹c", "‹v")) and word[:1].isupper() and len(word) > 1 and word != "NULL"
    return Value(word, "code") if fits and columns else None


def _value_at(tokens: Sequence[re.Match[str]], at: int, names: Collection[str]) -> Value | None:
    token = tokens[at]
    if token["quoted"] is not None:
        return Value(token.group()[1:-1], "text")
    if token["day"] is not None:
        return Value(token.group(), "day")
    if token["number"] is not None:
        return Value(token.group(), "number")
    word = token["word"]
    if word is not None and word.casefold() in _SPELLED:
        return Value(_SPELLED[word.casefold()], "number")
    if word is None or word.casefold() in _NO_CODES or squashed(word) in names:
        return None
    if _CODE.fullmatch(word) or (_LETTER.fullmatch(word) and word != "I"):
        return Value(word, "code")
    return Value(word.lower(), "word") if word.lower() in ("true", "false", "yes") else None


def softly_named(word: str, columns: Sequence[ScopeColumn]) -> ScopeColumn | None:
    """The one column that a noun may call: ``code`` for EVT_CODE, ``currency`` for CURR, ``start`` for STARTS_AT."""
    wanted = singular(word.casefold())
    wanted = (
        _SHORT.get(wanted, wanted) if not any(wanted in words(c.column.name) for c in columns) else wanted
    )
    for fits in (_ends_so, _begins_so, _is_short):
        found = [c for c in columns if fits(wanted, words(c.column.name))]
        if len(found) > 1:
            found = [c for c in found if _is_called_by_table(c)]
        if len(found) == 1:
            return found[0]
    return None


def _is_called_by_table(column: ScopeColumn) -> bool:
    """Whether a column's first word is its table's, or how that begins: res_no of reservation, orders.order_no."""
    first, table = words(column.column.name)[0], [singular(word) for word in words(column.table)]
    return len(first) > 1 and any(word.startswith(singular(first)) for word in table)


_SHORT = {
    "number": "no",
    "quantity": "qty",
    "amount": "amt",
    "identifier": "id",
    "percentage": "pct",
    "description": "desc",
}
"""Nouns as column names shorten them."""


def days_called(word: str, columns: Sequence[ScopeColumn]) -> ScopeColumn | None:
    """The one day or moment that a verb calls: ``closed`` for CLOSED_ON."""
    found = [c for c in columns if is_day(c) and stem(word) in {stem(w) for w in words(c.column.name)}]
    return found[0] if len(found) == 1 else None


def _ends_so(word: str, parts: Sequence[str]) -> bool:
    return (len(word) > 2 or word in _SHORT.values()) and singular(parts[-1]) == word


def _begins_so(word: str, parts: Sequence[str]) -> bool:
    return len(word) > 2 and any(singular(part) == word for part in parts)


def _is_short(word: str, parts: Sequence[str]) -> bool:
    return any(len(part) > 2 and len(word) > len(part) and word.startswith(part) for part in parts)
