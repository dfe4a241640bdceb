"""Tables as texts call them: by name, and by their nouns in singular and plural."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from signoff.core.domain.spec import Schema
from signoff.core.merge.lookuptexts import singular
from signoff.core.merge.names import words
from signoff.core.merge.prose_shapes import LAYERS


@dataclass(frozen=True)
class Mention:
    """One place where a text names a table."""

    table: str
    start: int
    end: int


def mentions_of(text: str, schema: Schema) -> list[Mention]:
    """The places where a text names tables, in their order; of overlapping ones the longest."""
    tables = tuple(t.name for t in schema.tables)
    found = [
        Mention(name, match.start(), match.end())
        for name, shape in _shapes(tables)
        for match in shape.finditer(text)
    ]
    found.sort(key=lambda each: (each.start, -each.end))
    kept: list[Mention] = []
    for each in found:
        if not kept or each.start >= kept[-1].end:
            kept.append(each)
    return kept


def without_twins(schema: Schema, read: Sequence[str]) -> Schema:
    """The schema without tables that are called as one that is read is: ``raw_products`` beside ``stg_products``."""
    called = {tuple(_nouns(name)) for name in read}
    kept = tuple(t for t in schema.tables if t.name in read or tuple(_nouns(t.name)) not in called)
    return replace(schema, tables=kept)


@lru_cache(maxsize=512)
def _shapes(tables: tuple[str, ...]) -> tuple[tuple[str, re.Pattern[str]], ...]:
    nouns = {name: _nouns(name) for name in tables}
    lasts = [said[-1] for said in nouns.values()]
    shapes = []
    for name, said in nouns.items():
        ways = [re.escape(name), r"[\s_-]+".join(_either(word) for word in said)]
        if len(said) > 1 and lasts.count(said[-1]) == 1 and len(said[-1]) > 3:
            ways.append(_either(said[-1]))
        shapes.append((name, re.compile(rf"(?<![\w.'])(?:{'|'.join(ways)})(?![\w.]*\w)", re.IGNORECASE)))
    return tuple(shapes)


_SHORT = {
    "subscription": "sub",
    "customer": "cust",
    "employee": "emp",
    "department": "dept",
    "account": "acct",
}
"""Nouns as people shorten them."""


def _nouns(name: str) -> Sequence[str]:
    said = words(name)
    bare = said[1:] if len(said) > 1 and said[0] in LAYERS else said
    return [*bare[:-1], singular(bare[-1])]


def _either(noun: str) -> str:
    """A noun in singular or plural."""
    if noun.endswith("y"):
        return re.escape(noun[:-1]) + "(?:y|ies)"
    if noun.endswith("is"):
        return re.escape(noun[:-2]) + "(?:is|es)"
    short = f"|{_SHORT[noun]}s?" if noun in _SHORT else ""
    return f"(?:{re.escape(noun)}(?:s|es)?{short})"
