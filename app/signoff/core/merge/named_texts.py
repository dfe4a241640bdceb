"""Texts that describe a relation: what it reads, which rows of it, what it is grouped by, and its columns."""

from __future__ import annotations

import re
from dataclasses import dataclass

_KEYS = r"(?P<keys>(?:[^()]|\([^()]*\))+?)"
_NAME = r"[A-Za-z_]\w*"
_TABLE = r"(?P<table>[\w.$]+)"
_WHERE = (
    r"(?:\s*[,(]?\s*(?:(?:only\s+)?(?:rows?\s+)?(?:where|with)|limited\s+to\s+rows\s+where)\s+"
    r"(?P<where>(?:(?!\bgroup).)+?)\)?)?"
)
_VERB = (
    r"(?:is\s+|are\s+)?(?:pre-?)?(?:grouped|group|aggregated|aggregate|summed(?:\s+up)?|rolled\s+up|totall?ed|"
    r"summari[sz]ed|collapsed|counted)(?:\s+(?:first|up))?"
)
_BY = r"(?:by|per|to(?:\s+one\s+row\s+(?:per|for\s+each))?|on|for\s+each|for\s+every|over)"
_LEAD_IN = (
    r"(?:\s*[,:;.–-]+\s*(?:with\s+|giving\s+|columns?:?\s+)?|\s*,?\s*\b(?:with|giving|showing|returning|computing|"
    r"holding|having)\b:?\s+|\s+and\s+(?=[A-Za-z_]\w*\s*=))"
)
_ONE_ROW = r"(?:one|1|a\s+single|exactly\s+one)\s+(?:row|line|record)\s+(?:per|for\s+each|for\s+every|by)"
_GROUPED = tuple(
    re.compile(rf"^{shape}$", re.IGNORECASE | re.DOTALL)
    for shape in (
        rf"(?:from\s+|take\s+|all\s+|the\s+|rows\s+of\s+)*{_TABLE}{_WHERE}\s*,?\s+{_VERB}\s+{_BY}\s+{_KEYS}{_LEAD_IN}(?P<sums>.+)",
        rf"(?:from\s+|take\s+|all\s+|the\s+)*{_TABLE}{_WHERE}\s*[,:;]\s*{_ONE_ROW}\s+{_KEYS}{_LEAD_IN}(?P<sums>.+)",
        rf"{_ONE_ROW}\s+{_KEYS}\s*,?\s+(?:from|of|in|out\s+of|over|based\s+on)\s+{_TABLE}{_WHERE}{_LEAD_IN}(?P<sums>.+)",
        rf"(?:group|aggregate|sum(?:\s+up)?|summari[sz]e|roll\s+up)\s+(?:the\s+)?{_TABLE}{_WHERE}\s+{_BY}\s+{_KEYS}{_LEAD_IN}(?P<sums>.+)",
        rf"(?P<sums>(?:sum|total|count|number|average|minimum|maximum|earliest|latest)\b.+?)\s+(?:in|of|from|over)\s+{_TABLE}{_WHERE}\s+{_BY}\s+(?P<keys>.+)",
    )
)
_UNION = re.compile(
    r"^(?:(?:the\s+)?union(?:\s+all)?(?:\s+of)?\s+|stack(?:ed)?(?:\s+up)?:?\s+|append(?:ed)?:?\s+)?"
    r"(?P<tables>(?:(?:all\s+)?(?:the\s+)?(?:rows|records|lines)\s+(?:of|from)\s+)?[\w.$]+"
    r"(?:\s*(?:,\s*(?:and\s+)?(?:followed\s+by|then|plus)?|\+|\band\b|\bplus\b|\bunion(?:\s+all)?(?:\s+with)?\b|\bstacked\s+(?:on|with)\b|\bfollowed\s+by\b)\s*"
    r"(?:(?:all\s+)?(?:the\s+)?(?:rows|records|lines)\s+(?:of|from)\s+)?[\w.$]+)+)"
    r"(?P<after>[\s,(]*(?:stacked|appended|union(?:ed)?(?:\s+all)?|put\s+together|one\s+(?:under|below|after)\s+the\s+other|"
    r"(?:with|by)\s+union\s+all|(?:all\s+)?duplicates\s+(?:are\s+)?kept)?\)?)$",
    re.IGNORECASE,
)
_ROWS_OF = re.compile(
    r"^(?:followed\s+by\s+|then\s+|plus\s+)?(?:(?:all\s+)?(?:the\s+)?(?:rows|records|lines)\s+(?:of|from)\s+)?(?P<table>[\w.$]+)$",
    re.IGNORECASE,
)
_BETWEEN_TABLES = re.compile(
    r"\s*(?:,\s*(?:and\s+)?(?:followed\s+by\s+|then\s+|plus\s+)?|\+|\band\b|\bplus\b|\bunion(?:\s+all)?(?:\s+with)?\b|\bstacked\s+(?:on|with)\b|\bfollowed\s+by\b)\s*",
    re.IGNORECASE,
)
_ITEMS = (
    re.compile(rf"^(?P<name>{_NAME})\s*(?::=|=|:|<-|\s[–-]\s)\s*(?P<how>.+)$", re.DOTALL),
    re.compile(rf"^(?P<how>.+?)\s+(?:as|named|called|->|=>)\s+(?P<name>{_NAME})$", re.IGNORECASE | re.DOTALL),
    re.compile(
        rf"^(?P<how>.+?)\s*\((?:as\s+|[^()]*,\s*|=\s*)?(?P<name>{_NAME})\)$", re.IGNORECASE | re.DOTALL
    ),
    re.compile(r"^(?P<name>\w*_\w*)\s*\((?P<how>.+)\)$", re.DOTALL),
)
_NEXT_ITEM = re.compile(
    rf"\s+and\s+(?=(?:the\s+)?(?:{_NAME}\s*[=:]|(?:sum|count|number|total|min|max|average|avg|earliest|latest|first|last)\b))"
    rf"|\.\s+(?={_NAME}\s*[=:])",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Item:
    """One column: its name, empty where none is given, and how it is made."""

    name: str
    how: str


@dataclass(frozen=True)
class GroupedText:
    """A table whose rows are put together."""

    table: str
    keys: tuple[Item, ...]
    sums: tuple[Item, ...]
    where: str = ""


def read_grouped(text: str) -> tuple[GroupedText, ...]:
    """The ways a text may describe rows of a table put together; empty when it describes no such thing."""
    plain = " ".join(text.split()).strip(" .;")
    found = []
    for shape in _GROUPED:
        match = shape.match(plain)
        if match is not None:
            keys = tuple(_item(k) for k in _parts(match["keys"], " and "))
            sums = tuple(_item(s) for s in _parts(match["sums"], ""))
            found.append(GroupedText(match["table"], keys, sums, (match["where"] or "").strip(" ,()")))
    return tuple(found)


def read_union(text: str) -> tuple[str, ...]:
    """The tables whose rows a text puts one below the other; empty when it describes no such thing."""
    match = _UNION.match(" ".join(text.split()).strip(" .;"))
    if match is None or not re.search(
        r"union|stack|append|rows|records|lines|follow|below|under", text, re.IGNORECASE
    ):
        return ()
    tables = [_ROWS_OF.match(part) for part in _BETWEEN_TABLES.split(match["tables"]) if part.strip()]
    return tuple(t["table"] for t in tables if t is not None) if all(tables) and len(tables) > 1 else ()


def _item(text: str) -> Item:
    for shape in _ITEMS:
        match = shape.match(text)
        if match is not None:
            return Item(match["name"], match["how"])
    return Item("", text)


def _parts(text: str, between: str) -> list[str]:
    """Parts between commas, semicolons and full stops outside brackets."""
    cuts, depth, start = [], 0, 0
    marked = _NEXT_ITEM.sub(" ; ", text)
    marked = re.sub(r"\s+and\s+", " ; ", marked) if between else marked
    for place, letter in enumerate(marked):
        depth += (letter == "(") - (letter == ")")
        if letter in ",;" and depth == 0:
            cuts.append(marked[start:place])
            start = place + 1
    return [p for part in (*cuts, marked[start:]) if (p := part.strip(" .,;"))]
