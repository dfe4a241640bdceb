"""Lists of a value of several rows in one text: ``every phone as 'type: number', in order of seq_no``."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from signoff.core.domain.expressions import ScopeColumn
from signoff.core.merge.further_rows.phrases import Phrases
from signoff.core.merge.inferring import looks_like_key
from signoff.core.merge.likely.conditions import is_text
from signoff.core.merge.lookuptexts import singular
from signoff.core.merge.names import words
from signoff.core.merge.whole.named_softly import IN_FULL

_SHAPE = re.compile(
    r"\s*[,(]?\s*\b(?:as|in\s+the\s+form|written|like|in\s+the\s+format|format)\s*['\"“](?P<shape>[^'\"”]*[A-Za-z][^'\"”]*)['\"”]\)?",
    re.IGNORECASE,
)
_IDLE = frozenset(
    re.findall(
        r"\w+",
        "a address addresses all an and are at each entries entry every field find for found from here in it "
        "item items its line lines list listed member members name names of one people person put record "
        "records row rows single string text texts that the their them there these they this those title "
        "titles to together value values ",
    )
)
_TELLS_ALL = re.compile(
    r"\b(?:all|every|each|list|listed|names|titles|codes|addresses|numbers|\w+s)\b", re.IGNORECASE
)


@dataclass(frozen=True)
class Made:
    """A value of several rows, and SQL of which of them count."""

    sql: str
    conditions: tuple[str, ...] = ()


def list_of_all(
    head: str,
    named: Sequence[str],
    columns: Sequence[ScopeColumn],
    stands_in: Sequence[tuple[str, str]] = (),
) -> Made | None:
    """A text that lists a value of all rows; None where a rule tells no list, or says anything that is not understood.

    Args:
        head: what is made of the rows.
        named: columns of its source cells.
        columns: of the tables.
        stands_in: what stands for a missing value of one row: words that call a column, and SQL of a value.
    """
    said = Phrases(head, columns)
    between = said.between()
    if not between or not _TELLS_ALL.search(said.text):
        return None
    once = said.once()
    default = {c.sql: value for noun, value in stands_in if (c := said.called(noun)) is not None}
    if len(default) != len(stands_in):
        return None
    shape = _SHAPE.search(said.text)
    if shape is not None:
        said.text = (said.text[: shape.start()] + said.text[shape.end() :]).strip()
    order = said.order("{}")
    value_letters = said.lettered("{}")
    conditions = said.conditions()
    if conditions is None:
        return None
    value = _shaped(shape["shape"], said, default) if shape is not None else ""
    if not value:
        column = _listed(said, named, conditions) if shape is None else None
        if column is None or not _is_plain(said.text, column, columns):
            return None
        value = _with(column, default)
    elif not _knows(said.text, columns):
        return None
    value = value_letters.format(value)
    order = order.format(value) if order else value
    return Made(f"string_agg({'DISTINCT ' if once else ''}{value}, '{between}' ORDER BY {order})", conditions)


def _with(column: ScopeColumn, default: dict[str, str]) -> str:
    missing = default.get(column.sql)
    return f"coalesce({column.sql}, {missing})" if missing else column.sql


def _shaped(shape: str, said: Phrases, default: dict[str, str]) -> str:
    """SQL of a shape of nouns and signs, ``type: number``; empty where a noun calls no column."""
    parts: list[str] = []
    for noun, sign in re.findall(r"([A-Za-z_][\w ]*\w|\w)|([^\w]+)", shape):
        column = said.called(noun) if noun else None
        if noun and column is None:
            return ""
        parts.append(_with(column, default) if column is not None else f"'{sign}'")
    return " || ".join(parts)


def _listed(said: Phrases, named: Sequence[str], conditions: Sequence[str]) -> ScopeColumn | None:
    """The text that is listed: the only source that no condition is on, else the only column that the words call."""
    sources = {name.casefold() for name in named}
    free = [
        c
        for c in said.columns
        if c.column.name.casefold() in sources
        and is_text(c)
        and not any(c.sql in condition for condition in conditions)
    ]
    if len({c.column.name.casefold() for c in free}) == 1:
        return free[0]
    if sources:
        return None
    nouns = {singular(word) for word in words(said.text)}
    called = [
        c
        for c in said.columns
        if is_text(c) and words(c.column.name)[-1] in nouns and not looks_like_key(c.column.name)
    ]
    return called[0] if len(called) == 1 else None


def _is_plain(text: str, column: ScopeColumn, columns: Sequence[ScopeColumn]) -> bool:
    called = _words_in(column.column.name, column.table)
    return all(_is_known(word, called) for word in _words_of(text)) or _knows(text, columns)


def _knows(text: str, columns: Sequence[ScopeColumn]) -> bool:
    """Whether the words that are left over only call the tables and their columns; keys call other rows."""
    known = _words_in(
        *(
            name
            for c in columns
            for name in (c.table, *([] if looks_like_key(c.column.name) else [c.column.name]))
        )
    )
    return all(_is_known(word, known) for word in _words_of(text))


def _words_in(*names: str) -> set[str]:
    """The words of names in the singular, and those that they shorten."""
    return {
        form for name in names for word in words(name) for form in (singular(word), IN_FULL.get(word, word))
    }


def _words_of(text: str) -> list[str]:
    return [word for word in re.findall(r"[a-z]+", text.casefold()) if word not in _IDLE]


def _is_known(word: str, known: set[str]) -> bool:
    """Whether a word is one of the names' words, short ones as they begin: ``departments`` for dept_nm."""
    plain = singular(word)
    return plain in known or any(len(name) > 3 and plain.startswith(name[:4]) for name in known)
