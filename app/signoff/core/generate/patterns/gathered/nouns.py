"""Nouns of rules about rows: what the rows are called, whose they are, and which state a word tells of them."""

from __future__ import annotations

import re
from dataclasses import replace

from signoff.core.domain.expressions import ScopeColumn
from signoff.core.generate.patterns.column_nouns import is_key_name, name_parts, names_group, says, singular
from signoff.core.generate.patterns.context import Context
from signoff.core.generate.patterns.frames import DATED
from signoff.core.generate.patterns.gathered.words import COLLECTIVE, GENERIC, LAYERS, UNITS, happening, shows
from signoff.core.generate.patterns.phrases import COLUMN, Mark, Phrase
from signoff.core.generate.patterns.pieces import Piece, column_piece
from signoff.core.generate.patterns.row_speech import state_column
from signoff.core.generate.types import Family

_PLAIN = re.compile(r"[^\W\d]\w*")
_KEYS = frozenset(("id", "no", "nr", "num", "number", "key", "code", "sk", "uuid", "seq"))
_WHOSE = re.compile(r"(?:(?:each|every|this|that|same|given|single|respective|one|in question|§s) )+")


def tables_read(ctx: Context) -> set[str]:
    """Tables of the sources; of everything in scope where there are no sources."""
    return {c.table for c in ctx.scope.sources or ctx.scope.columns}


def is_rows(word: str, ctx: Context) -> bool:
    """Whether a noun is what rows of the tables that are read are called, or of the target where none are summed up."""
    if not _PLAIN.fullmatch(word) or word in UNITS:
        return False
    if word in GENERIC:
        return True
    names = list(tables_read(ctx))
    if not ctx.scope.aggregate and ctx.mapping is not None:
        names.append(ctx.mapping.target)
    return any(says(part, word) for name in names for part in _called(name))


def _called(name: str) -> tuple[str, ...]:
    """The word of a table's name that tells what its rows are: the last one, or the one before where it says little."""
    parts = [part for part in name_parts(name.rpartition(".")[2]) if part not in LAYERS]
    while len(parts) > 1 and parts[-1] in COLLECTIVE:
        parts.pop()
    return tuple(parts[-1:])


def is_owner(noun: Phrase, ctx: Context) -> bool:
    """Whether a noun stands for the row of the target, or for what is grouped by."""
    lead = _WHOSE.match(noun.text)
    plain = noun.cut(lead.end(), len(noun.text)) if lead and lead.end() < len(noun.text) else noun
    keys = {key.replace('"', "").casefold() for key in ctx.scope.group_keys}
    if len(plain.marks) == 1 and plain.marks[0].column is not None:
        return plain.marks[0].column.sql.replace('"', "").casefold() in keys
    return bool(plain.marks) and names_group(plain, ctx)


def key_sql(noun: str, ctx: Context) -> str:
    """SQL of the source that is filled in every such row; empty where none is."""
    found = [c for c in ctx.scope.sources if _is_key(c, noun)]
    return found[0].sql if len(found) == 1 else ""


def _is_key(column: ScopeColumn, noun: str) -> bool:
    parts = name_parts(column.column.name)
    keyed = len(parts) > 1 and parts[-1] in _KEYS
    own = any(says(part, noun) for part in parts[:-1])
    return keyed and (
        own or (noun in GENERIC and any(says(p, q) for p in parts[:-1] for q in _called(column.table)))
    )


def named_column(phrase: Phrase, ctx: Context, families: tuple[Family, ...] = ()) -> ScopeColumn | None:
    """The one column that a noun of a few words is part of the name of, or that is marked."""
    if phrase.text == f"{COLUMN} ":
        return phrase.marks[0].column
    words = [word for word in phrase.text.split() if word not in ("value", "values")]
    if not words or not all(_PLAIN.fullmatch(word) for word in words):
        return None
    fitting = [
        c
        for c in ctx.scope.sources
        if all(any(says(part, word) for part in name_parts(c.column.name)) for word in words)
        and (not families or column_piece(c).family in families)
    ]
    exact = [c for c in fitting if len(name_parts(c.column.name)) == len(words)]
    rows = len(words) == 1 and is_rows(words[0], ctx)
    for found in (exact,) if rows else (exact, fitting):
        if len(found) == 1:
            return found[0]
    return None


def marked(phrase: Phrase, at: int, column: ScopeColumn) -> Phrase:
    """The phrase with one of its words as mention of a column."""
    mark = phrase.marks[at]
    told = Mark(COLUMN, replace(mark.token, value=""), column)
    return Phrase((*phrase.marks[:at], told, *phrase.marks[at + 1 :]), phrase.source)


def dates_of(ctx: Context) -> list[Piece]:
    """The dates and moments among the sources."""
    return [piece for piece in map(column_piece, ctx.scope.sources) if piece.family in DATED]


def state_of(word: str, ctx: Context) -> tuple[ScopeColumn, str] | None:
    """The column that tells of a state, and SQL that is true in it.

    It is a flag, the date the state came about, or a value that shows it.
    """
    if not _PLAIN.fullmatch(word):
        return None
    for said in dict.fromkeys((word, singular(word), happening(word))):
        column = state_column(said, ctx)
        if column is not None and column.is_source:
            flag = column_piece(column).family is Family.FLAG
            return column, column.sql if flag else f"{column.sql} IS NOT NULL"
    shown = [c for c in ctx.scope.sources if any(shows(part, word) for part in name_parts(c.column.name))]
    return (shown[0], f"{shown[0].sql} IS NOT NULL") if len(shown) == 1 else None


def negated(sql: str) -> str:
    """SQL that is true where the condition is not; of a flag its opposite."""
    if re.fullmatch(r'[\w."]+', sql):
        return f"NOT {sql}"
    filled = re.fullmatch(r'([\w."]+) IS NOT NULL', sql)
    return f"{filled[1]} IS NULL" if filled else f"NOT coalesce({sql}, false)"


def uses_sources(sql: str, ctx: Context) -> bool:
    """Whether a whole rule uses its sources but for keys: one that it never speaks of may say which rows count."""
    if ctx.depth:
        return True
    keys = {key.replace('"', "").casefold() for key in ctx.scope.group_keys}
    plain = sql.replace('"', "").casefold()
    for column in ctx.scope.sources:
        name = column.sql.replace('"', "").casefold()
        if name in keys or is_key_name(column.column.name):
            continue
        if not re.search(rf"(?<![\w.]){re.escape(name)}(?!\w)", plain):
            return False
    return True
