"""Joins that a labelled line tells, one item after the other, each with its kind, its key and what is done first.

``vendor on vendor_id, left``; ``left: item on item_id, and the parent item (item again) on parent_item_id``;
``Payments, left: payment_line on order_id = orders.id with its payment (payment_id = id, only cleared), added up per
order``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from signoff.core.domain.plan import JoinKind, Relation
from signoff.core.domain.spec import SourceTable
from signoff.core.merge.lookuptexts import singular
from signoff.core.merge.names import find_table, words
from signoff.core.merge.scoping import relation_columns
from signoff.core.merge.told_lines.cutting import cut, with_brackets_apart
from signoff.core.merge.told_lines.limits import limit_of
from signoff.core.merge.told_lines.rows_from import Ground
from signoff.core.merge.told_lines.sides import Joined, joined_by

_ITEMS = re.compile(r"\s*(?:;|\n)\s*|(?<=[\w)'\"])\.\s+(?=\S)")
_AND = re.compile(
    r"\s*,?\s+and\s+(?=(?:the\s+)?\w[\w ]*\([^()]*\bagain\b|(?:the\s+)?\w+_\w+\s+(?:on|by|via|as)\b)",
    re.IGNORECASE,
)
_KIND = re.compile(
    r"^(?:(?P<label>[A-Za-z][\w -]{0,30}?)\s*[,(]\s*)?(?P<kind>left|inner)(?:\s+outer)?(?:"
    r"\s+join(?:ed|s)?)?\s*\)?\s*:\s*(?P<rest>.+)$",
    re.IGNORECASE | re.DOTALL,
)
_BARE_KIND = re.compile(r"^(?P<kind>left|inner)(?:\s+outer)?(?:\s+join(?:ed)?)?$", re.IGNORECASE)
_AGAIN = re.compile(
    r"^(?:the\s+)?(?P<role>[a-z][\w ]*?)\s*\(\s*(?P<table>\w+)\s+(?:once\s+)?(?:again|a"
    r"\s+second\s+time|once\s+more)\s*\)"
    r"|^(?P<table2>\w+)\s+(?:(?:once\s+)?(?:again|more)|a\s+(?:second|further)\s+time)\s*,?\s+(?:as|for)\s+(?:the\s+|its\s+)?(?P<role2>[a-z]\w*(?:\s[a-z]\w*)?)(?=\s*[:,;]|\s+on\b|\s*$)"
    r"|^(?P<table3>\w+)\s+as\s+(?:the\s+)?(?P<role3>[a-z]\w*)(?=\s*[:,;]|\s+on\b|\s*$)",
    re.IGNORECASE,
)
_HEAD = re.compile(r"^(?:(?:to|with|the|joined|table)\s+)*(?P<table>[A-Za-z_][\w.$]*)\b\s*:?", re.IGNORECASE)
_PIECES = re.compile(
    r"\s*,\s*(?:and\s+)?|\s+(?=with\s+(?:its|their|the)\b)|\s*:\s+|\s+(?=(?:added|summed|grouped)\s+(?:up\s+)?(?:per|by)\b)"
)
_WITH = re.compile(
    r"^(?:and\s+)?(?:together\s+)?with\s+(?:its|their|the)\s+(?:[a-z]+\s+)?(?P<table>[A-Za-z_][\w.$]*)(?P<rest>\s.*)?$",
    re.IGNORECASE,
)
_GROUPED = re.compile(
    r"^(?:all\s+|is\s+|are\s+|first\s+)*(?:added\s+(?:up|together)|summed(?:\s+up)?|grouped|aggregated|totalled|rolled\s+up|put\s+together)\s+(?:first\s+)?(?:per|by|for\s+each)\s+(?:the\s+)?(?P<key>\w+)(?:\s+(?:first|beforehand|before\s+\w+))?$",
    re.IGNORECASE,
)
_STAYS = re.compile(
    r"^(?:[\w-]+\s+){1,2}(?:without|with\s+no)\s+(?:an?\s+|any\s+|one\s*)?[\w-]*\s*(?:stay(?:s)?(?:\s+in)?|(?:are|is)\s+kept|remain|are\s+loaded(?:\s+too)?)$",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Item:
    """One join."""

    there: Relation
    """The table with its alias and kind."""
    on: str
    limits: tuple[str, ...] = ()
    """Conditions on its own rows."""
    inside: Relation | None = None
    """A table that is joined to it first."""
    inside_on: str = ""
    grouped: str = ""
    """The column its rows are put together by first."""
    kind_told: bool = True


def join_items(text: str, placed: Sequence[Relation], ground: Ground) -> tuple[list[Item], list[str]]:
    """The joins that a text tells, and the items of it that are not understood.

    Args:
        text: as written, its label aside.
        placed: the relations that are there, the driving one first.
        ground: target and tables.
    """
    found: list[Item] = []
    left: list[str] = []
    for line in cut(text.strip(), _ITEMS):
        told = _KIND.match(line)
        kind = JoinKind(told["kind"].lower()) if told is not None else None
        for each in cut(told["rest"] if told is not None else line, _AND):
            there = [*placed, *(item.there for item in found)]
            item = _item(each.strip(" .;"), kind, there, ground)
            if item is None:
                left.append(line if told is None or told["rest"] == each else f"{told['kind']}: {each}")
                continue
            found.append(item)
    return found, left


def _item(text: str, kind: JoinKind | None, placed: Sequence[Relation], ground: Ground) -> Item | None:
    head = _head(text, ground)
    if head is None:
        return None
    table, alias, rest = head
    if any(r.alias.casefold() == alias.casefold() for r in placed):
        return None
    reader = _Reader(Relation(table.name, alias, kind or JoinKind.LEFT), kind, placed, ground)
    for piece, in_brackets in with_brackets_apart(rest):
        for each in cut(piece.strip(" ,;.:"), _PIECES):
            if not reader.take(each.strip(" ,;.:"), in_brackets=in_brackets):
                return None
    return reader.item()


def _head(text: str, ground: Ground) -> tuple[SourceTable, str, str] | None:
    """The table, its alias and what stands behind them."""
    again = _AGAIN.match(text)
    if again is not None:
        name = again["table"] or again["table2"] or again["table3"]
        role = again["role"] or again["role2"] or again["role3"]
        table = find_table(ground.schema, name)
        return (table, "_".join(words(role)), text[again.end() :]) if table is not None else None
    match = _HEAD.match(text)
    table = find_table(ground.schema, match["table"]) if match is not None else None
    return (table, table.name, text[match.end() :]) if table is not None and match is not None else None


class _Reader:
    """Takes the pieces of one item."""

    def __init__(
        self, there: Relation, kind: JoinKind | None, placed: Sequence[Relation], ground: Ground
    ) -> None:
        self._there, self._kind, self._placed, self._ground = there, kind, placed, ground
        self._on: Joined | None = None
        self._inside: Relation | None = None
        self._inside_on = self._grouped = ""
        self._limits: list[str] = []

    def take(self, piece: str, *, in_brackets: bool) -> bool:
        """Take one piece; False where it is not understood."""
        if not piece:
            return True
        if (kind := _BARE_KIND.match(piece)) is not None and self._kind is None:
            self._kind = JoinKind(kind["kind"].lower())
            return True
        if _STAYS.match(piece) and self._kind in (None, JoinKind.LEFT):
            self._kind = JoinKind.LEFT
            return True
        if (grouped := _GROUPED.match(piece)) is not None:
            return self._take_grouped(grouped["key"])
        if self._on is not None and self._inside is None and self._take_inside(piece):
            return True
        return self._condition(piece)

    def item(self) -> Item | None:
        """The join; None where its key is missing."""
        if self._on is None or not self._on.sure or (self._inside is not None and not self._inside_on):
            return None
        if self._inside is not None and not self._grouped:
            return None
        kind = self._kind or JoinKind.LEFT
        there = replace(self._there, join=kind)
        told = self._kind is not None
        return Item(
            there, self._on.sql, tuple(self._limits), self._inside, self._inside_on, self._grouped, told
        )

    def _take_inside(self, piece: str) -> bool:
        match = _WITH.match(piece)
        table = find_table(self._ground.schema, match["table"]) if match is not None else None
        taken = {r.alias.casefold() for r in (*self._placed, self._there)}
        if match is None or table is None or table.name.casefold() in taken:
            return False
        self._inside = Relation(table.name, table.name, JoinKind.INNER)
        rest = (match["rest"] or "").strip(" ,:")
        return self._condition(rest) if rest else True

    def _condition(self, piece: str) -> bool:
        """An equality or a key, else a limit on the table's own rows."""
        schema, target = self._ground.schema, self._ground.target
        if self._inside is not None and not self._inside_on:
            on = joined_by(piece, self._inside, [self._there], schema, target)
            self._inside_on = on.sql if on is not None and on.sure else ""
            return bool(self._inside_on)
        if self._on is None:
            self._on = joined_by(piece, self._there, self._placed, schema, target)
            return self._on is not None
        relations = [r for r in (self._inside, self._there) if r is not None]
        limit = limit_of(piece, [c for r in relations for c in relation_columns(r, schema)])
        if limit:
            self._limits.append(limit)
        return limit is not None

    def _take_grouped(self, noun: str) -> bool:
        """What rows are put together by has to be what they are joined by: ``per order`` by order_id."""
        if self._on is None or " and " in self._on.sql:
            return False
        mine, theirs = (side.strip() for side in self._on.sql.split(" = "))
        place, _, column = mine.rpartition(".")
        if place.strip('"') != self._there.alias:
            mine, theirs = theirs, mine
            column = mine.rpartition(".")[2]
        other = theirs.rpartition(".")[0].strip('"')
        said = singular(noun.casefold())
        tables = [r.table for r in self._placed if r.alias == other]
        named = {singular(w) for t in tables for w in words(t)} | {singular(w) for w in words(column)}
        if said not in named and noun.casefold() != column.casefold():
            return False
        self._grouped = column
        return True
