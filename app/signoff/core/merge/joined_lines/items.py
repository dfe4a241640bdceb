"""One item of a text on joins: a table, how it is joined, and what is done with it first."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from signoff.core.domain.plan import JoinKind, Relation
from signoff.core.domain.spec import Schema, SourceTable, TargetMapping
from signoff.core.merge.clauses import inside
from signoff.core.merge.joined_lines.sides import pair_by
from signoff.core.merge.joined_lines.spans import span_of
from signoff.core.merge.likely.cues import LIMITS
from signoff.core.merge.lookuptexts import singular
from signoff.core.merge.names import find_table, words
from signoff.core.merge.scoping import relation_columns
from signoff.core.merge.whole.conditions import tested

_KIND = re.compile(
    r"^(?:with\s+)?(?P<kind>left|inner|right|full)(?:\s+outer)?(?:\s+join(?:ed)?)?\s*(?::\s*|$|(?=on\b|to\b)|(?<=\s)(?=[A-Za-z_][\w.]*\s+on\b))",
    re.IGNORECASE,
)
_HEAD = re.compile(
    r"^(?:(?:to|with|the)\s+)*(?P<table>[A-Za-z_][\w.$]*)\b\s*(?:(?:as\s+)?(?P<alias>[A-Z]\w?)\b(?=\s|$))?"
)
_CUTS = re.compile(
    r"\s*[,;()]\s*|\s+(?=(?:on|where|only|summed|grouped|aggregated|with)\s)|\s+-\s+", re.IGNORECASE
)
_ON = re.compile(r"^on\s+(?P<keys>[\w.]+(?:\s*(?:,|and|\+)\s*[\w.]+)*)$", re.IGNORECASE)
_EQUAL = re.compile(r"^(?:on\s+|and\s+)*(?P<a>[\w.]+)\s*=\s*(?P<b>[A-Za-z][\w.]*)$", re.IGNORECASE)
_KEY = re.compile(r"^(?:and\s+)?(?P<key>[A-Za-z]\w*)$")
_TO = re.compile(r"^(?:joined\s+)?to\s+(?:the\s+)?(?P<table>[\w.]+)$", re.IGNORECASE)
_GROUPED = re.compile(
    r"^(?:each\s+|all\s+|is\s+|are\s+|first\s+)*(?:summed(?:\s+up)?|added\s+up|aggregated|grouped|totalled|rolled\s+up|put\s+together)\s+(?:first\s+|beforehand\s+)?(?:per|by|for\s+each)\s+(?P<key>\w+)(?:\s+(?:first|beforehand|before\s+(?:that|the\s+join|joining)))?$",
    re.IGNORECASE,
)
_REMARK = re.compile(
    r"^(?:never|at\s+most|max\w*|not)\s+(?:more\s+than\s+)?(?:one|1)\b[\w ]*$"
    r"|^(?:for|gives|brings)\s+(?:the\s+)?[\w ]+$"
    r"|^(?:(?:at\s+most\s+)?one|a\s+single|several|many|only\s+one)\s+[\w ]*?"
    r"(?:each|per\s+\w+|possible)(?:\s+possible)?$"
    r"|^see\s+(?:below|above|there|\w+_\w+)$",
    re.IGNORECASE,
)
_GOES = re.compile(
    r"\b(?:do(?:es)?\s+not\s+count(?:\s+as\s+\w+)?|are\s+not\s+(?:found|joined|counted|taken)|(?:is|are)\s+(?:ignored|left\s+out|skipped|not\s+used|passed\s+over)|not\s+counted)\s*$",
    re.IGNORECASE,
)
_STAYS = re.compile(r"^(?:(?:and|but)\s+)?(?:only|just|where|with)\b", re.IGNORECASE)
_COMPARES = re.compile(r"\b(?:between|within|from)\b|[<>]=?", re.IGNORECASE)


@dataclass
class Item:
    """One join."""

    table: SourceTable
    alias: str
    kind: JoinKind | None = None
    conditions: list[str] = field(default_factory=list)
    keys: list[str] = field(default_factory=list)
    """Names of keys that both sides have, or one of them."""
    to: str = ""
    """The table it is joined to, where it names one."""
    grouped: str = ""
    """The noun its rows are put together by."""
    assumed: bool = False


def item_in(
    text: str, placed: Sequence[Relation], schema: Schema, target: TargetMapping, alias: str = ""
) -> Item | None:
    """The join that a text tells wholly; None where a piece of it says anything else.

    Args:
        text: of one table.
        placed: the tables that are there, the driving one first.
        schema: all tables.
        target: for keys that have its columns' names.
        alias: told before the text.
    """
    text = text.strip(" .;")
    kind = _KIND.match(text)
    rest = text[kind.end() :].strip() if kind is not None else text
    head = _HEAD.match(rest)
    table = find_table(schema, head["table"]) if head is not None else None
    if head is None or table is None:
        return None
    item = Item(table, head["alias"] or alias or table.name)
    item.kind = JoinKind(kind["kind"].lower()) if kind is not None else None
    there = Relation(table.name, item.alias, JoinKind.LEFT)
    reader = _Pieces(item, there, placed, schema)
    if not reader.take(list(_pieces(rest[head.end() :]))):
        return None
    return item if _with_keys(item, there, placed, schema, target) else None


def _pieces(text: str) -> Iterator[str]:
    yield from (piece.strip(" .:") for piece in _CUTS.split(text) if piece.strip(" .:"))


class _Pieces:
    """Takes the pieces of one item."""

    def __init__(self, item: Item, there: Relation, placed: Sequence[Relation], schema: Schema) -> None:
        self._item, self._placed = item, placed
        self._own = relation_columns(there, schema)
        self._every = (*self._own, *(c for r in placed for c in relation_columns(r, schema)))

    def take(self, pieces: list[str]) -> bool:
        """Take all pieces; False where one is not known."""
        at = 0
        while at < len(pieces):
            taken = self._one(pieces[at:])
            if not taken:
                return False
            at += taken
        return True

    def _one(self, pieces: list[str]) -> int:
        piece, item = pieces[0], self._item
        kind = _KIND.match(piece)
        if kind is not None and item.kind is None:
            item.kind = JoinKind(kind["kind"].lower())
            rest = piece[kind.end() :].strip()
            return self._one([rest, *pieces[1:]]) if rest else 1
        if (grouped := _GROUPED.match(piece)) is not None:
            item.grouped = grouped["key"]
            return 1
        if (to := _TO.match(piece)) is not None:
            item.to = to["table"]
            return 1
        if (on := _ON.match(piece)) is not None:
            item.keys += [k for k in re.split(r"\s*(?:,|\band\b|\+)\s*", on["keys"]) if k]
            return 1
        if _COMPARES.search(piece):
            sql, taken = span_of(pieces, self._every, self._own)
            item.conditions += [sql] if sql else []
            if sql:
                return taken
        return self._last(piece)

    def _last(self, piece: str) -> int:
        """A pair of columns, a test of the table's own rows, a further key, or a remark."""
        item = self._item
        equal = _EQUAL.match(piece)
        sides = [self._side(equal[name]) for name in ("a", "b")] if equal is not None else [""]
        if all(sides):
            item.conditions.append(" = ".join(sides))
            return 1
        key = _KEY.match(piece)
        if key is not None and item.keys and self._side(key["key"]):
            item.keys.append(key["key"])
            return 1
        goes = _GOES.search(piece) is not None
        if (goes or _STAYS.match(piece)) and LIMITS.search(piece) is None:
            made = tested(_GOES.sub("", piece), self._own, self._own, goes=goes)
            if made is not None:
                item.conditions.append(f"not coalesce({made.sql}, false)" if goes else made.sql)
                return 1
        says_no_limit = _REMARK.match(piece) is not None and LIMITS.search(piece) is None
        return 1 if says_no_limit or self._is_called(piece) else 0

    def _is_called(self, piece: str) -> bool:
        """Whether a piece only names the table's rows, as what is said of them behind it does."""
        own = {singular(word) for word in words(self._item.table.name)}
        return {singular(word) for word in words(piece)} <= own

    def _side(self, name: str) -> str:
        place, _, bare = name.rpartition(".")
        for column in self._every:
            same = column.column.name.casefold() == bare.casefold()
            if same and place.casefold() in ("", column.relation.casefold(), column.table.casefold()):
                return column.sql
        return ""


def _with_keys(
    item: Item, there: Relation, placed: Sequence[Relation], schema: Schema, target: TargetMapping
) -> bool:
    """Let the item's keys be equalities; False where one has no other side, or nothing tells how it is joined."""
    wanted = find_table(schema, item.to) if item.to else None
    others = [r for r in placed if wanted is None or r.table == wanted.name]
    keys = item.keys
    if not keys and not item.conditions and item.grouped and wanted is not None:
        keys = [f"{item.grouped}_id"]
    found = [pair_by(key, there, others, schema, target) for key in keys]
    if any(pair is None for pair in found):
        return False
    pairs = [pair for pair in found if pair is not None]
    item.assumed = any(not pair.sure for pair in pairs)
    item.conditions[:0] = [pair.sql for pair in pairs]
    return bool(item.conditions)


def items_of_list(text: str) -> list[str]:
    """The items of a list, cut at semicolons outside brackets."""
    pieces, start = [], 0
    for cut in re.finditer(r";\s*|\n+", text):
        if not inside(text, cut.start()):
            pieces.append(text[start : cut.start()])
            start = cut.end()
    return [piece.strip() for piece in (*pieces, text[start:]) if piece.strip()]
