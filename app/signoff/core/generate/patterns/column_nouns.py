"""Nouns of a rule as columns: "skus" for sku, "the shipment" for shipment_no, "net" for net_cents, "orders" for rows.

Only one column may fit, and the document's own sources come first; a word that fits two columns fits none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from signoff.core.domain.expressions import ScopeColumn
from signoff.core.generate.patterns.context import Context
from signoff.core.generate.patterns.phrases import COLUMN, Phrase
from signoff.core.generate.patterns.pieces import Piece, column_piece
from signoff.core.generate.patterns.wordlists import word_set
from signoff.core.generate.types import Family

_KEY_WORDS = word_set("id no nr num number key code cd sk ref pk bk ident nbr")
_ROWS = word_set(
    "row record line entry rows records lines entries case cases item items one ones them dataset datasets"
)
_NUMBERED = word_set("no nr num nbr number")
_SHORT = {
    "qty": "quantity",
    "amt": "amount",
    "cust": "customer",
    "prod": "product",
    "acct": "account",
    "addr": "address",
    "cat": "category",
    "desc": "description",
    "dept": "department",
    "emp": "employee",
    "inv": "invoice",
    "mgr": "manager",
    "org": "organisation",
    "pct": "percent",
    "pmt": "payment",
    "txn": "transaction",
    "trx": "transaction",
    "bal": "balance",
    "dt": "date",
    "ts": "timestamp",
}
"""Words that are written short more often than in full."""
_SHORTEST = 3
_MOST_WORDS = 3
_FILLING = word_set("the a an all its their each every this that these those of such")
UNITS = word_set("day week month year hour minute second quarter percent decimal character letter digit word")


def words_of(phrase: Phrase) -> tuple[str, ...]:
    """The nouns of a phrase without articles; empty when there is anything in it but a few plain words."""
    words = tuple(word for word in phrase.text.split() if word not in _FILLING)
    plain = all(re.fullmatch(r"[^\W\d]\w*", word) for word in words)
    return words if plain and 0 < len(words) <= _MOST_WORDS else ()


@lru_cache(maxsize=20_000)
def singular(word: str) -> str:
    """The word without the ending of its plural."""
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if re.search(r"(?:ss|sh|ch|x|z)es$", word):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us", "is")) else word


@lru_cache(maxsize=20_000)
def name_parts(name: str) -> tuple[str, ...]:
    """The words a name is made of, in small letters."""
    return tuple(part for part in re.split(r"[\W_]+", name.casefold()) if part)


@lru_cache(maxsize=20_000)
def says(part: str, word: str) -> bool:
    """Whether part of a name stands for the word: the same, its plural, its beginning, or its consonants.

    A word with an underscore is a name, which is no other one: ``trip_date`` is not ``trip_id``.
    """
    if "_" in word:
        return part == word
    if {part, word} <= _NUMBERED or _SHORT.get(word) == part or _SHORT.get(part) == word:
        return True
    if singular(part) == singular(word) or _stem(part) == _stem(word):
        return True
    if len(part) < _SHORTEST or len(part) >= len(word):
        return False
    consonants = re.sub(r"(?<!^)[aeiouy]", "", word)
    if word.startswith(part):
        return True
    letters = iter(consonants)
    return (
        part == re.sub(r"(?<!^)[aeiouy]", "", part) and part[0] == word[0] and all(c in letters for c in part)
    )


_SUFFIXES = ("ation", "ment", "ing", "ed", "al", "y", "e")
_SHORTEST_STEM = 4


def _stem(word: str) -> str:
    """The word without what makes a noun or a past of it: delivery and delivered are one."""
    plain = singular(word)
    fitting = (plain[: -len(each)] for each in _SUFFIXES if plain.endswith(each))
    return next((stem for stem in fitting if len(stem) >= _SHORTEST_STEM), plain)


def column_of(phrase: Phrase, ctx: Context) -> Piece | None:
    """The column a phrase names: marked, or the one source whose name has all of the phrase's words."""
    if phrase.text == f"{COLUMN} ":
        return column_piece(phrase.columns[0])
    words = words_of(phrase)
    fitting = [c for c in ctx.scope.sources if words and _has_all(c.column.name, words)]
    exact = [c for c in fitting if len(name_parts(c.column.name)) == len(words)]
    return _only(exact) or _only(fitting)


def key_of(phrase: Phrase, ctx: Context) -> Piece | None:
    """The column that tells the things a noun names apart: customer_id for "customer"; marked columns as they are."""
    if phrase.text == f"{COLUMN} ":
        return column_piece(phrase.columns[0])
    words = words_of(phrase)
    if not words:
        return None
    keys = [c for c in ctx.scope.columns if _is_key(c.column.name, words)]
    return (
        _only([c for c in keys if c.is_source]) or _only(keys) or (None if keys else _sibling_key(words, ctx))
    )


def _sibling_key(words: tuple[str, ...], ctx: Context) -> Piece | None:
    """The column that another column of the target takes over, where its name there, or its own, is the noun."""
    spoken = ctx.scope.spoken
    for names in ([(name, c) for name, c in spoken], [(c.column.name, c) for _, c in spoken]):
        found = {c.sql: c for name, c in names if _is_key(name, words)}
        if found:
            return _only(list(found.values()))
    return None


_QUALITIES = word_set(
    "negative positive null zero next never only without within before after until since than"
)
"""Words that are no nouns, though a name may look like one of them shortened: net for negative."""


def names_rows(phrase: Phrase, ctx: Context) -> bool:
    """Whether the noun stands for the rows that are counted: "orders" where the table or its key is called so."""
    words = words_of(phrase)
    if not words or singular(words[-1]) in UNITS or _QUALITIES.intersection(words):
        return False
    if len(words) == 1 and words[0] in _ROWS:
        return True
    places = {c.table for c in ctx.scope.sources or ctx.scope.columns}
    named = [name_parts(place) for place in places]
    named += [
        name_parts(c.column.name) for c in ctx.scope.sources if column_piece(c).family is not Family.FLAG
    ]
    return any(all(any(says(part, word) for part in parts) for word in words) for parts in named)


def names_group(phrase: Phrase, ctx: Context) -> bool:
    """Whether the noun stands for what a row of the target is about: its keys, or its own name."""
    words = words_of(phrase)
    target = name_parts(ctx.mapping.target) if ctx.mapping else ()
    keys = tuple(part for key in ctx.scope.group_keys for part in name_parts(key))
    known = (*target, *keys)
    return bool(words) and all(any(says(part, word) for part in known) for word in words)


def _has_all(name: str, words: Iterable[str]) -> bool:
    parts = name_parts(name)
    return all(any(says(part, word) for part in parts) for word in words)


def is_key_name(name: str) -> bool:
    """Whether a column is called like something that tells things apart: customer_id, region_code."""
    parts = name_parts(name)
    return bool(parts) and parts[-1] in _KEY_WORDS


def _is_key(name: str, words: tuple[str, ...]) -> bool:
    parts = name_parts(name)
    rest = parts[:-1] if len(parts) > 1 and parts[-1] in _KEY_WORDS else parts
    return len(rest) == len(words) and all(says(p, w) for p, w in zip(rest, words, strict=True))


def _only(columns: list[ScopeColumn]) -> Piece | None:
    return column_piece(columns[0]) if len(columns) == 1 else None
