"""Columns as people speak of them: ``reason code of the encounter``, ``patient id``, ``the customer``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from signoff.core.domain.expressions import ScopeColumn
from signoff.core.domain.known_names import squashed
from signoff.core.domain.plan import Relation
from signoff.core.domain.spec import Schema
from signoff.core.merge.names import plain_words
from signoff.core.merge.scoping import relation_columns

_OF = re.compile(
    r"^(?:the\s+)?(?P<column>[\w ]+?)\s+(?:of|in|from|on)\s+(?:(?:the|that|this|its|an?)\s+)?(?P<table>[\w ]+)$",
    re.IGNORECASE,
)
_OWNED = re.compile(r"^(?:the\s+)?(?P<table>[\w ]+?)(?:'s|s')\s+(?P<column>[\w ]+)$", re.IGNORECASE)
_ARTICLE = re.compile(r"^(?:the|an?|its|their)\s+", re.IGNORECASE)
DATE_WORDS = frozenset({"on", "at", "date", "day", "time", "timestamp", "ts", "dt", "moment", "datetime"})
_WORD = re.compile(r"[^\W\d_]\w*")
_MOST_WORDS = 3
DATE_WORDS = frozenset({"on", "at", "date", "day", "time", "timestamp", "ts", "dt", "moment", "datetime"})
_SHORTEST = 3
CODE_WORDS = frozenset(
    {"cd", "code", "id", "key", "no", "nr", "num", "number", "flag", "flg", "ind", "ref", "uuid", "guid"}
)
"""Words that a column's name ends in and nobody says."""


def spoken_column(text: str, relations: Sequence[Relation], schema: Schema) -> ScopeColumn | None:
    """The one column a text speaks of, with its table or without; None where there is none, or more than one."""
    said = " ".join(text.split())
    for shape in (_OF, _OWNED):
        match = shape.match(said)
        if match is not None:
            return _only(_in_tables(match["column"], match["table"], relations, schema))
    split = said.split(" ")
    for cut in range(1, len(split)):
        found = _only(_in_tables(" ".join(split[cut:]), " ".join(split[:cut]), relations, schema))
        if found is not None:
            return found
    return named_column(said, relations, schema)


def named_column(text: str, relations: Sequence[Relation], schema: Schema) -> ScopeColumn | None:
    """The one column whose name has the words of a text, in one or in many, and at most `id` or `code` beside them."""
    wanted = plain_words(_ARTICLE.sub("", text))
    every = [c for r in relations for c in relation_columns(r, schema)]
    exact = [c for c in every if squashed(c.column.name) == squashed(text)]
    if exact or not wanted:
        return _only(exact)
    return _only([c for c in every if _is_called(c, wanted)]) or _only(
        [c for c in every if _is_date(c, wanted)]
    )


def with_names(text: str, relations: Sequence[Relation], schema: Schema) -> str:
    """The text with columns by their names where it speaks of exactly one in other words; quoted texts stay."""
    pieces = re.split(r"(\"[^\"]*\"|'[^']*')", text)
    return "".join(
        piece if number % 2 else _with_names(piece, relations, schema) for number, piece in enumerate(pieces)
    )


def _with_names(text: str, relations: Sequence[Relation], schema: Schema) -> str:
    found: list[tuple[int, int, str]] = []
    spans = [match.span() for match in _WORD.finditer(text)]
    for length in range(_MOST_WORDS, 0, -1):
        for first in range(len(spans) - length + 1):
            start, end = spans[first][0], spans[first + length - 1][1]
            if any(start < b and a < end for a, b, _ in found) or end - start < _SHORTEST:
                continue
            column = named_column(text[start:end], relations, schema)
            if column is not None:
                found.append((start, end, column.column.name))
    for start, end, name in sorted(found, reverse=True):
        text = f"{text[:start]}{name}{text[end:]}"
    return text


def _is_called(column: ScopeColumn, wanted: tuple[str, ...]) -> bool:
    name = plain_words(column.column.name)
    return name[: len(wanted)] == wanted and set(name[len(wanted) :]) <= CODE_WORDS


def _is_date(column: ScopeColumn, wanted: tuple[str, ...]) -> bool:
    """Whether words such as ``order date`` speak of a date called ``ordered_on``."""
    said = tuple(w for w in wanted if w not in DATE_WORDS)
    name = tuple(w for w in plain_words(column.column.name) if w not in DATE_WORDS)
    return (
        len(said) == len(name) == 1
        and len(wanted) > 1
        and column.column.type.upper().startswith(("DATE", "TIMESTAMP"))
        and len(said[0]) > _SHORTEST
        and (name[0].startswith(said[0]) or said[0].startswith(name[0]))
    )


def _in_tables(
    column: str, table: str, relations: Sequence[Relation], schema: Schema
) -> Iterator[ScopeColumn]:
    """Columns of the tables that a word stands for: by their name alone, or with the table's word before it."""
    owner = plain_words(_ARTICLE.sub("", table))
    for relation in relations:
        if not _is_about(relation, owner):
            continue
        for wanted in (column, f"{owner[-1]} {column}"):
            found = named_column(wanted, [relation], schema)
            if found is not None:
                yield found
                break


def _is_about(relation: Relation, owner: tuple[str, ...]) -> bool:
    """Whether a table is of what a word says: ``encounter`` for `stg_encounters`, or the table's alias."""
    name = plain_words(relation.table)
    within = any(name[n : n + len(owner)] == owner for n in range(len(name) - len(owner) + 1))
    return bool(owner) and (within or owner == (relation.alias.casefold(),))


def _only(found: Iterator[ScopeColumn] | Sequence[ScopeColumn]) -> ScopeColumn | None:
    listed = list(found)
    return listed[0] if len(listed) == 1 else None
