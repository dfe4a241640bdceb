"""Texts that describe a relation, cut into clauses: what each may say, by its words alone.

``Take payments, drop failed ones, one row per order_id: paid is the sum of amount`` holds four clauses: a table, a
filter, a key, a column. Where a clause ends is found by trying: a cut that makes no sense to the reader of the tables
is taken back there (`told_relations`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from signoff.core.merge.clauses import inside


class Says(StrEnum):
    """What one clause of a description says."""

    TABLE = "table"
    JOIN = "join"
    FILTER = "filter"
    KEYS = "keys"
    LATEST = "latest"
    DISTINCT = "distinct"
    COLUMN = "column"
    REMARK = "remark"


@dataclass(frozen=True)
class Clause:
    """One reading of a clause."""

    says: Says
    text: str
    """Name of the table, condition, keys, how the column is made, or the whole clause."""
    name: str = ""
    """Name of the column; kind of the join."""
    alias: str = ""
    on: str = ""
    table: str = ""
    """Table that the clause names beside what it says of keys or columns."""


_T = r"(?P<table>[A-Za-z_][\w.$]*)"
_PUT = (
    r"(?:pre-?)?(?:group(?:ed|s|ing)?|aggregat(?:ed|es|e|ing)|summ(?:ed|ing)|sums?|roll(?:ed|s)?|totall?ed"
    r"|summari[sz](?:ed|es|e|ing)|"
    r"collapsed?|condensed?|reduced?|counted|averaged|put\s+together|brought(?:\s+down)?|one\s+row|a\s+row|added)"
    r"(?:\s+(?:up|together|down|first|it|them|these|this|the\s+(?:rows|result|lines)))*"
)
_EACH = (
    r"(?:by|per|to|on|over|at|for\s+(?:each|every)|of\s+(?:each|every)|within(?:\s+(?:each|every))?"
    r"|(?:at\s+)?the\s+level\s+of|each|every)"
)
_ROW = r"(?:rows?|records?|lines?|entry|entries)"
_ONE = (
    rf"(?:(?:with\s+|has\s+|holds?\s+|giving\s+|gives\s+|to\s+|so\s+|there\s+is\s+|is\s+)*(?:exactly\s+)?(?:one"
    rf"|1|a\s+single|a)\s+{_ROW})"
)
_GROUPS = re.compile(
    r"\b(?:(?:pre-?)?grouped|aggregated|summed|rolled|totall?ed|summari[sz]ed|collapsed|condensed|per\s+\w+)\b",
    re.IGNORECASE,
)
"""What is done with rows, which no filter says."""
_BOUNDARY = re.compile(
    r"\s*[;,.\n]\s*(?=\S)|\s*:\s+|\s+[–—-]\s+|\s*->\s*"
    r"|\s+(?=(?:(?:is|are|then|and)\s+)*(?:(?:pre-?)?grouped|aggregated|summed|rolled|totall?ed|summari[sz]ed"
    r"|collapsed|condensed|reduced|counted)\b)"
    r"|\s+(?=(?:per|where|with|among|called|named|as|giving|excluding|leaving\s+out|without|only|"
    r"keep(?:ing)?|from|having|whose"
    r"|by|for\s+(?:each|every)|within|restricted|limited|filtered|ignoring|"
    r"as\s+long\s+as|that|which|to|on|joined|(?:inner|left|full|right)\s+(?:outer\s+)?join\w*|then|one\s+(?:row"
    r"|record|line)|each|out\s+of|of|in|at|keyed|taken|built|based)\b)"
    r"|\s+(?:and\s+then|and)\s+|\s+(?=\()",
    re.IGNORECASE,
)
_STRONG = re.compile(r"[;\n]|\.\s|\w:\s\S+\s(?:=|:|is\b)")
"""Where a column's value or a filter ends in any case."""
_FILLER = re.compile(
    r"^(?:(?:and|then|next|after\s+that|afterwards|finally|first|also|so|it|this|which|that|is|are|here|we|"
    r"in\s+it|therein|therefrom|from\s+(?:it|them|these)|of\s+(?:it|them|these))\s+|[,;:.–-]\s*)+",
    re.IGNORECASE,
)
_TABLE = re.compile(
    rf"^(?:(?:is\s+)?(?:built|made|taken|computed|derived|calculated|drawn|read|comes?|selected|created"
    rf"|constructed|based|compiled|formed)\s+)?"
    rf"(?:(?:from|among|out\s+of|on\s+top\s+of|on|over|of|in|reads?|reading|takes?|uses?|using|source\s*(?:is"
    rf"|:)?|starts?\s+(?:with|from)|starting\s+(?:with|from)|select(?:s|ing)?\s+from|goes\s+through)\s+)*"
    rf"(?:(?:the|all|every|each)\s+)*(?:(?:table|rows|records|lines|entries)\s+)?(?:of\s+|from\s+|in\s+)?{_T}(?:\s+"
    rf"as\s+(?P<alias>\w+))?(?:\s+(?:table|rows|records))?$",
    re.IGNORECASE,
)
_JOIN = re.compile(
    rf"^(?:(?:is|are)\s+)?(?:(?P<kind>inner|left|full|right)(?:[\s-]+outer)?[\s-]+)?(?:join(?:ed|s|ing)?)\s+(?:(?P<"
    rf"kind2>inner|left)\s+)?"
    rf"(?:to\s+|with\s+|against\s+|onto\s+)?(?:the\s+)?{_T}(?:\s+(?:as\s+)?(?!on\b|by\b|via\b|using\b"
    rf"|over\b|where\b)(?P<alias>\w+))?\s*"
    rf"(?:,?\s*(?:on|by|via|using|over|through|where|matched\s+(?:on|by))\s+(?P<on>.+)|\((?P<on2>.+)\))?$",
    re.IGNORECASE | re.DOTALL,
)
_JOIN_TWO = re.compile(
    rf"^join(?:ing|s|ed)?\s+(?:the\s+)?(?P<first>[A-Za-z_][\w.$]*)\s+(?:with|to|and|onto)\s+(?:the\s+)?{_T}\s*"
    rf"(?:,?\s*(?:on|by|via|using|over|through)\s+(?P<on>.+)|\((?P<on2>.+)\))?$",
    re.IGNORECASE | re.DOTALL,
)
_FILTER = re.compile(
    r"^(?:where|in|only|just|with|having|whose|that|which|for\s+which|for|restricted\s+to|limited\s+to|"
    r"filter(?:ed)?(?"
    r":\s+(?:on|to|by|for))?|filter:|"
    r"exclud\w+|leav\w+\s+out|without|ignor\w+|drop\w*|skip\w*|omit\w*|remov\w*|not|no|except|"
    r"keep\w*|tak(?:e|es|ing)|"
    r"rows?|records?|as\s+long\s+as|provided|if|when|counting\s+only|considering\s+only|using\s+only|in\s+which|of)\b",
    re.IGNORECASE,
)
_DROPPED = re.compile(
    r"\b(?:dropped|excluded|ignored|skipped|omitted|removed|left\s+out|filtered\s+out|not\s+(?:counted"
    r"|taken|considered|included)|don't\s+count|do\s+not\s+count|must\s+be|only)\b",
    re.IGNORECASE,
)
_KEYS = tuple(
    re.compile(shape, re.IGNORECASE | re.DOTALL)
    for shape in (
        rf"^(?:{_PUT}\s+)?(?:{_ONE}\s+)?{_EACH}\s+(?:(?:distinct|different|unique|single)\s+)?(?P<keys>.+?)(?:\s+le"
        rf"vel)?(?:\s+(?:in|of|from)\s+{_T})?$",
        rf"^(?:{_PUT}\s+)(?:{_T}\s+)(?:rows\s+)?{_EACH}\s+(?:(?:distinct|different|unique)\s+)?(?P<keys>.+?)(?:\s+l"
        rf"evel)?$",
        r"^(?:at\s+|on\s+|to\s+)?(?:the\s+)?(?P<keys>[\w ,]+?)\s+(?:level|grain|granularity)$",
        r"^(?:its\s+|the\s+)?(?:grain|key|primary\s+key|unique\s+key|granularity|grouping|keyed|unique)\s*(?:is"
        r"|:|=|by|on|per)?\s*(?P<keys>.+)$",
    )
)
_SUMMED = re.compile(r"^(?:(?:is|are)\s+)?(?:summ|sum\b|totall?ed|added)", re.IGNORECASE)
_LATEST = re.compile(
    r"\b(?:latest|last|newest|most\s+recent|youngest|highest|largest|greatest|maximum|first|earliest|"
    r"oldest|lowest|smallest|minimum|current|max|min|row[\s_]?number|rank(?:ed)?|top)\b",
    re.IGNORECASE,
)
_DISTINCT = re.compile(
    r"^(?:the\s+)?(?:(?:distinct|unique|different|dedup(?:licated|ed)?)(?:\s+(?:rows|records|combinations?"
    r"|pairs?|values?|list))?|list\s+of\s+distinct)(?:\s+(?:of|on|by))?(?:\s+(?P<keys>.+))?$"
    r"|^(?:without|no)\s+(?:duplicates?|doubles|repeats?)(?:\s+rows)?$|^each\s+(?:combination|pair|row)\s+(?:only\s"
    r"+)?once$",
    re.IGNORECASE,
)
_COLUMN = (
    re.compile(
        r"^(?:the\s+)?[\"'`]?(?P<name>[A-Za-z_]\w*)[\"'`]?\s*(?:\((?:as\s+)?\w+\))?\s*(?::=|==?|:|<-|"
        r"\s[–-]\s|\b(?:is|are|holds?|shows?|carries|means|as|being|contains|counts(?=\s+the)|says|tells"
        r"|comes\s+from|becomes|equals)\b)\s*(?:the\s+)?(?P<how>.+)$",
        re.DOTALL | re.IGNORECASE,
    ),
    re.compile(
        r"^(?P<how>.+?)\s*(?:,\s*)?(?:\b(?:as|named|called|under\s+the\s+name(?:\s+of)?|into|gives|giving"
        r"|(?:is|are)\s+(?:called|named)|in\s+column|becomes|goes\s+into|shown\s+as|known\s+as|labelled)\s"
        r"|->|=>|→)\s*[\"'`]?(?P<name>[A-Za-z_]\w*)[\"'`]?$",
        re.IGNORECASE | re.DOTALL,
    ),
    re.compile(
        r"^(?P<how>.+?)\s*\((?:as\s+|=\s*|called\s+|named\s+)?[\"'`]?(?P<name>[A-Za-z_]\w*)[\"'`]?\)$",
        re.IGNORECASE | re.DOTALL,
    ),
    re.compile(r"^(?P<name>\w*_\w*)\s*\((?P<how>.+)\)$", re.DOTALL),
)
_DOES = re.compile(
    r"^(?P<name>[A-Za-z]\w*)\s+(?P<does>adds\s+up|sums\s+up|sums|totals|counts|averages)\s+(?:the\s+|"
    r"all\s+)?(?P<how>.+)$",
    re.IGNORECASE,
)
_DONE = {
    "adds": "sum of",
    "sums": "sum of",
    "totals": "sum of",
    "counts": "number of",
    "averages": "average of",
}
_COLUMN_LEAD = re.compile(
    r"^(?:with|giving|gives|showing|shows|returning|returns|computing|computes|calculating|calculates"
    r"|holding|holds|having|delivering|delivers|yielding|"
    r"containing|contains|providing|provides|adding|adds|carrying|carries|columns?(?:\s+are)?|fields?"
    r"|measures?|values?|outputs?|plus|as\s+well\s+as|and|the)\s*:?\s+",
    re.IGNORECASE,
)
_COUNTS = re.compile(
    rf"^(?:counts?|counting|counted)\s+(?:the\s+|all\s+)*(?:{_ROW}\s+(?:of|in)\s+)?{_T}$", re.IGNORECASE
)
_SUMS = re.compile(
    r"^(?:the\s+)?(?:count|number|sum|total|average|mean|min|max|earliest|latest|first|last|how\s+many"
    r"|distinct|highest|lowest|largest|smallest|biggest|quantity|no\.?\s+of|median)",
    re.IGNORECASE,
)
_LONGEST = 40
"""Words that a column's value may take."""
_COUNTING = re.compile(
    r"\s*,?\s+(?:but\s+)?(?:(?:counting|considering|taking|using|looking\s+at)\s+)?(?:only\s+|"
    r"just\s+)?(?:(?:of|for|over|in|from)\s+)?"
    r"(?:(?:those|all|the|such)\s+)?(?:(?:rows|records|lines|entries|ones)\s+)?"
    r"(?:where|when|if|whose|with|that\s+(?:are|have|were)|which\s+(?:are|have|were)|for|in)\s+",
    re.IGNORECASE,
)
_BRACKETED = re.compile(r"^(?P<value>.+?)\s*\((?P<rows>only\s+.+|.*[=<>].*)\)$", re.IGNORECASE)
_HOW_MANY = re.compile(
    r"^(?:the\s+number\s+that|how\s+many(?:\s+(?:of\s+(?:them|these)|rows|records))?)\s+(?:have|"
    r"has|had|are|were|is)\s+(?P<rows>.+)$",
    re.IGNORECASE,
)
_SAME_VALUE = re.compile(
    r"^(?:the\s+same(?:\s+(?:sum|amount|count|number|total|value|thing|measure|calculation))?|"
    r"likewise|ditto|analogous(?:ly)?|same|as\s+(?:before|above)|(?:and\s+)?correspondingly)$",
    re.IGNORECASE,
)
_CALLED_ALONE = re.compile(
    r"^(?:->\s*)?(?:called|named|as)\s+[\"'`]?(?P<name>[A-Za-z]\w*_\w*)[\"'`]?$", re.IGNORECASE
)
_CALLED = re.compile(
    r"^(?:the\s+|this\s+|that\s+|its\s+)*(?:count|number|total|sum|result|value|average|figure|column)\s+(?:is"
    r"|are|becomes|goes\s+by|gets)?\s*(?:called|named|the\s+name|named\s+as|shown\s+as|known\s+as)\s+[\"'`]?(?P<nam"
    r"e>\w+)[\"'`]?$",
    re.IGNORECASE,
)
_REMARK = re.compile(
    r"^(?:columns?|fields?|as\s+follows|with\s+the\s+following(?:\s+columns)?|the\s+following|with\s+(?:these\s+)?c"
    r"olumns|used\s+(?:below|further\s+down|later|in\s+the\s+joins?)|see\s+above|helper|"
    r"then\s+join\w*|before\s+(?:the\s+)?join\w*|before\s+it\s+is\s+joined|first|beforehand|no\s+filter"
    r"|nothing\s+else|all\s+columns(?:\s+(?:kept|are\s+kept|pass(?:ed)?\s+through))?)$",
    re.IGNORECASE,
)


def pieces_of(text: str) -> list[str]:
    """The text cut at every place where a clause may end; joined again they are the text."""
    cuts = [m.start() for m in _BOUNDARY.finditer(text) if m.start() and not inside(text, m.start())]
    ends = [*cuts, len(text)]
    return [text[start:end] for start, end in zip([0, *cuts], ends, strict=True) if text[start:end].strip()]


def conditioned(text: str) -> Iterator[tuple[str, str]]:
    """Ways to part a value and the rows that count for it: ``sum of fee where paid``; the value may be ``the same``."""
    for cut in _COUNTING.finditer(text):
        if cut.start() and not inside(text, cut.start()):
            yield text[: cut.start()].strip(" ,("), text[cut.end() :].strip(" )")
    match = _BRACKETED.match(text)
    if match is not None:
        yield match["value"], match["rows"]
    many = _HOW_MANY.match(text)
    if many is not None:
        yield "count of rows", many["rows"]


def is_same(text: str) -> bool:
    """Whether a value is the one told before it."""
    return _SAME_VALUE.match(text.strip(" ,")) is not None


def called(text: str) -> str:
    """The name that ``the count is called NAME`` gives to what was told before; empty for other texts."""
    plain = text.strip(" ,;.:")
    match = _CALLED.match(plain) or _CALLED_ALONE.match(plain)
    return match["name"] if match is not None else ""


def readings_of(text: str, wanted: frozenset[str]) -> Iterator[Clause]:
    """What a clause may say, the likeliest first.

    Args:
        text: the clause, its separators still about it.
        wanted: names of columns that are read from the relation, case-folded.
    """
    plain = " ".join(text.split()).strip(" ,;.:–—->")
    if plain.startswith("(") and plain.endswith(")") and inside(plain, len(plain) - 1):
        plain = plain[1:-1].strip()
    bare = _FILLER.sub("", plain)
    for each in dict.fromkeys((plain, bare)):
        if not each:
            continue
        if _REMARK.match(each):
            yield Clause(Says.REMARK, each)
        yield from _rows(each)
        if _STRONG.search(each) is None:
            yield from _columns(each, wanted)


def _rows(text: str) -> Iterator[Clause]:
    two = _JOIN_TWO.match(text)
    if two is not None:
        yield Clause(
            Says.JOIN, two["first"], "inner", "", (two["on"] or two["on2"] or "").strip(), two["table"]
        )
    joined = _JOIN.match(text)
    if joined is not None and two is None:
        kind = (joined["kind"] or joined["kind2"] or "inner").lower()
        on = (joined["on"] or joined["on2"] or "").strip()
        yield Clause(Says.JOIN, "", kind, joined["alias"] or "", on, joined["table"])
    match = _TABLE.match(text)
    if match is not None:
        yield Clause(Says.TABLE, match["table"], alias=match["alias"] or "")
    if _LATEST.search(text):
        yield Clause(Says.LATEST, text)
    distinct = _DISTINCT.match(text)
    if distinct is not None:
        yield Clause(Says.DISTINCT, distinct["keys"] or "")
    for shape in _KEYS:
        keys = shape.match(text)
        if keys is not None:
            table = keys.groupdict().get("table") or ""
            sums = "sum" if _SUMMED.match(text) else ""
            yield Clause(Says.KEYS, keys["keys"], sums, table=table)
            if table and keys.re is _KEYS[0]:
                yield Clause(Says.KEYS, text[keys.start("keys") :])
    told = _FILTER.match(text) or _DROPPED.search(text)
    if told and _STRONG.search(text) is None and _GROUPS.search(text) is None:
        yield Clause(Says.FILTER, text)


def _columns(text: str, wanted: frozenset[str]) -> Iterator[Clause]:
    does = _DOES.match(text)
    if does is not None:
        yield Clause(Says.COLUMN, f"{_DONE[does['does'].split()[0].lower()]} {does['how']}", does["name"])
    for said in dict.fromkeys((text, _COLUMN_LEAD.sub("", text))):
        first, _, rest = said.partition(" ")
        for shape in _COLUMN:
            match = shape.match(said)
            if match is None or len(match["how"].split()) > _LONGEST:
                continue
            if match["name"].casefold() in wanted or shape is not _COLUMN[2]:
                yield Clause(Says.COLUMN, match["how"].strip(), match["name"])
        if rest and first.casefold() in wanted:
            yield Clause(Says.COLUMN, rest.strip(), first)
        if said.casefold() in wanted:
            yield Clause(Says.COLUMN, "", said)
        counted = _COUNTS.match(said)
        if counted is not None:
            yield Clause(Says.COLUMN, "count of rows", table=counted["table"])
        if _SUMS.match(said):
            yield Clause(Says.COLUMN, said)
