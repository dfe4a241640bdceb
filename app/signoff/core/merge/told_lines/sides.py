"""Equalities by which a table is joined: ``bill_id = id``, ``parent_id = id of the parent``, ``on account_id``."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from signoff.core.domain.known_names import squashed
from signoff.core.domain.plan import Relation
from signoff.core.domain.spec import Schema, TargetMapping
from signoff.core.merge.joined_lines.sides import pair_by
from signoff.core.merge.lookuptexts import singular
from signoff.core.merge.names import words
from signoff.core.merge.scoping import relation_columns

_SIDE = r"[A-Za-z_][\w.]*(?:\s+(?:of|in)\s+(?:the\s+)?[\w ]+?)?"
_EQUAL = re.compile(
    rf"^(?:(?:joined\s+)?(?:on|by|via|over|through|where)\s+)?(?:the\s+)?(?P<a>{_SIDE})\s*=\s*(?:the\s+)?(?P<b>{_SIDE})$",
    re.IGNORECASE,
)
_KEYS = re.compile(
    r"^(?:joined\s+)?(?:on|by|via|over|through)\s+(?:the\s+same\s+)?(?P<keys>[A-Za-z_]\w*(?:\s*(?:,|and|\+)\s*[A-Za-z_]\w*)*)$",
    re.IGNORECASE,
)
_OF = re.compile(r"^(?P<name>\S+)\s+(?:of|in)\s+(?:the\s+)?(?P<table>[\w ]+)$", re.IGNORECASE)


@dataclass(frozen=True)
class Joined:
    """A condition, and whether both tables call the key as the text does."""

    sql: str
    sure: bool = True


def joined_by(
    text: str, there: Relation, others: Sequence[Relation], schema: Schema, target: TargetMapping
) -> Joined | None:
    """How a table is joined, as a few words say; None where they are not understood, or may be meant in two ways.

    Args:
        text: an equality, or names of keys.
        there: the table that is joined.
        others: those it may be joined to.
        schema: their columns.
        target: for keys that have its columns' names.
    """
    plain = " ".join(text.split()).strip(" .,;")
    equal = _EQUAL.match(plain)
    if equal is not None:
        found = {
            f"{mine} = {theirs}"
            for one, other in ((equal["a"], equal["b"]), (equal["b"], equal["a"]))
            for mine in _sides(one, [there], schema)
            for theirs in _sides(other, others, schema)
        }
        return Joined(next(iter(found))) if len(found) == 1 else None
    keys = _KEYS.match(plain)
    if keys is None:
        return None
    names = [k for k in re.split(r"\s*(?:,|\band\b|\+)\s*", keys["keys"]) if k]
    pairs = [_by_key(name, there, others, schema, target) for name in names]
    if not pairs or any(pair is None for pair in pairs):
        return None
    known = [pair for pair in pairs if pair is not None]
    return Joined(" and ".join(pair.sql for pair in known), all(pair.sure for pair in known))


def _by_key(
    name: str, there: Relation, others: Sequence[Relation], schema: Schema, target: TargetMapping
) -> Joined | None:
    """By one key: of the same name on both sides, else the id of what a column of the other side names."""
    again = [r for r in others if r.table == there.table]
    held = [
        (c, own)
        for c in _columns(name, again, schema)
        if (own := _key(there, schema)) and own != c.rpartition(".")[2]
    ]
    if again and len(held) == 1:
        return Joined(f"{there_side(there, held[0][1])} = {held[0][0]}")
    pair = pair_by(name, there, others, schema, target)
    return Joined(pair.sql, pair.sure) if pair is not None else None


def there_side(there: Relation, column: str) -> str:
    """A column of a relation as SQL."""
    return f"{there.alias}.{column}"


def _key(there: Relation, schema: Schema) -> str:
    """The one column that tells rows of a table apart: its key, else what is called id."""
    table = schema.table(there.table)
    if table is None:
        return ""
    if len(table.key) == 1:
        return table.key[0]
    named = [c.name for c in table.columns if c.name.casefold() == "id"]
    return named[0] if named else ""


def _sides(text: str, relations: Sequence[Relation], schema: Schema) -> list[str]:
    """SQL of the columns of these relations that one side of an equality may mean, the nearest relation's only."""
    of = _OF.match(text)
    if of is not None:
        called = [r for r in relations if _is_called(of["table"], r)]
        return _columns(of["name"], called[:1], schema)
    found = [_columns(text, [relation], schema) for relation in relations]
    return next((each for each in found if each), [])


def _columns(name: str, relations: Sequence[Relation], schema: Schema) -> list[str]:
    place, _, bare = name.rpartition(".")
    return [
        c.sql
        for relation in relations
        if place.casefold() in ("", relation.alias.casefold(), relation.table.casefold())
        for c in relation_columns(relation, schema)
        if squashed(c.column.name) == squashed(bare)
    ]


def _is_called(noun: str, relation: Relation) -> bool:
    said = [singular(w) for w in words(noun)]
    for name in (relation.alias, relation.table):
        own = [singular(w) for w in words(name)]
        if said and (said == own or said == own[-len(said) :]):
            return True
    return False
