"""What cells of a join or filter sheet hold beside a name: an alias, how a table is made ready, several conditions."""

from __future__ import annotations

import re
from dataclasses import dataclass

from signoff.core.domain.spec import StepKind
from signoff.core.parse.names import clean_name, is_name

_ALIAS = re.compile(r"^\s*([\w.$#\"\[\]]+)\s+(?:as\s+)?([A-Za-z]\w{0,30})\s*$", re.IGNORECASE)
_PREPARED = re.compile(
    r"^\s*(?P<table>[\w.$#\"\[\]]+)(?:\s+(?:as\s+)?(?P<alias>[A-Za-z]\w{0,30}))?\s*"
    r"(?:[,;:(]|\s[-–—]\s|\n)\s*(?P<how>\S.*?)\s*$",
    re.IGNORECASE | re.DOTALL,
)
_JOINED = re.compile(
    r"^\s*(?P<table>[\w.$#\"\[\]]+)(?:\s+(?:as\s+)?(?P<alias>[A-Za-z]\w{0,30}))?\s+"
    r"(?P<how>(?:(?:left|inner|full|right)\s+)?(?:outer\s+)?(?:join(?:ed)?|grouped|aggregated|summed|averaged|filtered|"
    r"restricted|limited|latest|newest|only|where|per|without|distinct)\b.*?\s\S.*?)\s*$",
    re.IGNORECASE | re.DOTALL,
)
_BETWEEN = re.compile(
    r"(?:(?<=\w{3})|(?<=\s\w)(?=\S\s+[A-Z])|(?<=[)'\"\]]))[.;]\s+(?:\(?[1-9][.)]\s+)?(?=\S)|\s*\n\s*(?:[-*•▪]|\(?[1-9][.)])\s+|^\s*\(?1[.)]\s+"
)
"""What parts the sentences of a cell: full stops, numbers and bullets."""
_GROUPING = re.compile(
    r"^(?:(?:the\s+)?rows?\s+(?:are\s+)?)?group(?:ed|ing)?\s*(?::|by|on|over|per)\s+(?P<keys>[\w.]+(?:\s*(?:,|\+|&|and)\s*[\w.]+)*)$",
    re.IGNORECASE,
)
_WHEN = re.compile(
    r"^(?:before|prior to)\s+(?:the\s+)?(?:grouping|aggregation|anything else)\s*[:,]\s*", re.IGNORECASE
)


@dataclass(frozen=True)
class NamedTable:
    """A table's cell."""

    name: str
    alias: str = ""
    how: str = ""
    """How the table is made ready before it is joined, as written: `latest row per mp_id`."""


def named_table(text: str) -> NamedTable:
    """Table and alias of `customers c` or `customers AS c`, and what is said of the table behind them."""
    found = _ALIAS.match(text)
    if found:
        return (
            NamedTable(clean_name(found[1]), found[2])
            if is_name(text.replace(" ", "_"))
            else NamedTable(clean_name(text))
        )
    for shape in (_PREPARED, _JOINED):
        made = shape.match(text)
        if made is not None and is_name(made["table"]) and " " in made["how"]:
            return NamedTable(
                clean_name(made["table"]),
                made["alias"] or "",
                made["how"].removesuffix(")") if "(" not in made["how"] else made["how"],
            )
    return NamedTable(clean_name(text))


def filter_parts(text: str) -> list[tuple[StepKind, str]]:
    """The condition of a filter's cell, and apart from it each sentence that says what is grouped by."""
    kept: list[str] = []
    groupings: list[tuple[StepKind, str]] = []
    for sentence in _sentences(text):
        bare = _WHEN.sub("", sentence.strip()).strip(" .;")
        grouping = _GROUPING.match(bare)
        if grouping is not None:
            groupings.append((StepKind.GROUP_BY, grouping["keys"]))
        elif bare:
            kept.append(bare)
    if not groupings:
        return [(StepKind.FILTER, text)]
    return [*([(StepKind.FILTER, ". ".join(kept))] if kept else []), *groupings]


def _sentences(text: str) -> list[str]:
    """Its sentences; what stands in brackets or quotes is not parted."""
    found: list[str] = []
    start = 0
    for cut in _BETWEEN.finditer(text):
        before = text[: cut.start()]
        if before.count("(") > before.count(")") or before.count("'") % 2 or before.count('"') % 2:
            continue
        found.append(text[start : cut.start()])
        start = cut.end()
    return [*found, text[start:]]
