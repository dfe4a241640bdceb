"""Notes on a further part of a union that is made like one that is there, over other tables.

``Vendor credits come in as a third part next to bills, from credit_line joined to credit on credit_id. Same columns as
for the bills (transaction_id is the credit_id), transaction_type is 'credit', and the amount is taken with the opposite
sign.``
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from signoff.core.domain.spec import Schema, SourceTable
from signoff.core.merge.clauses import inside
from signoff.core.merge.lookuptexts import singular
from signoff.core.merge.names import find_table, words

_ORDINAL = r"(?:second|third|fourth|fifth|further|new|another|additional|extra|\d+(?:nd|rd|th))"
_PART = (
    rf"(?:an?\s+|the\s+|one\s+)?(?:more\s+)?{_ORDINAL}\s+(?:part|branch|leg|arm|block|source)"
    r"(?:\s+of\s+the\s+union|\s+to\s+the\s+union)?"
)
_BESIDE = (
    r"(?:\s*,?\s+(?:next\s+to|beside|besides|in\s+addition\s+to|behind|after|along\s+with|alongside)"
    r"\s+(?:the\s+)?(?P<beside>[\w\s,]+?))?"
)
_FROM = (
    r"\s*[,:]?\s+(?:from|out\s+of|reading|read\s+from)\s+(?:the\s+)?(?:table\s+)?(?P<table>\w+)"
    r"(?:\s*,?\s+(?P<kind>inner\s+|left\s+)?(?:joined|join)\s+(?:to|with)?\s*(?:the\s+)?(?:table\s+)?(?P<other>\w+)\s+(?:on|by|via|over|through|using)\s+(?P<key>\w+))?"
)
_COMES = re.compile(
    rf"^(?:(?P<who>they|these|it|(?:the\s+)?[\w-]+(?:\s+[\w-]+){{0,3}}?)\s+)(?:also\s+|now\s+)?"
    rf"(?:comes?\s+in|are\s+added|is\s+added|go(?:es)?\s+in|join(?:s)?\s+(?:it|them|the\s+union)|are\s+to\s+come\s+in|must\s+be\s+added|are\s+appended)"
    rf"\s+as\s+{_PART}{_BESIDE}{_FROM}$",
    re.IGNORECASE,
)
_MISSING = re.compile(
    r"^(?P<who>(?:the\s+)?[\w-]+(?:\s+[\w-]+){0,3}?)\s+(?:are|is|were|was|have\s+been)\s+(?:still\s+)?(?:missing|lacking|not\s+(?:yet\s+)?(?:in|there|included|part\s+of\s+it))"
    r"(?:\s+(?:so\s+far|until\s+now|today|yet|up\s+to\s+now|at\s+present))?$",
    re.IGNORECASE,
)
_SAME = re.compile(
    r"^(?:with\s+|it\s+has\s+|they\s+have\s+)?(?:the\s+)?same\s+(?:columns|fields|list|structure)\s+as\s+(?:for\s+|in\s+)?(?:the\s+)?(?P<model>[\w-]+(?:\s+[\w-]+){0,2}?)"
    r"(?:\s+(?:part|branch))?\s*(?:\((?P<in>[^()]*)\))?(?P<rest>\s*[,;:]\s*.+)?$",
    re.IGNORECASE | re.DOTALL,
)
_IS_TEXT = re.compile(
    r"^(?:the\s+)?(?P<name>\w+)\s*(?:is|=|:|gets|reads)\s*(?:the\s+)?(?:constant\s+|text\s+|value\s+)*(?P<q>['\"])(?P<text>[^'\"]+)(?P=q)$",
    re.IGNORECASE,
)
_IS_COLUMN = re.compile(
    r"^(?:the\s+)?(?P<name>\w+)\s*(?:is|=|comes\s+from|is\s+taken\s+from)\s*(?:the\s+|its\s+|their\s+)?(?P<column>\w+)$",
    re.IGNORECASE,
)
_NEGATED = re.compile(
    r"^(?:the\s+)?(?P<name>\w+)\s+(?:is\s+|are\s+)?(?:taken\s+|counted\s+|shown\s+|written\s+)?(?:with\s+(?:the\s+|an?\s+)?"
    r"(?:opposite|reversed|inverted|other|minus|negative)(?:\s+sign)?|negated|negatively|times\s+-\s?1|multiplied\s+by\s+-\s?1)$",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class NotedPart:
    """A further part as a note tells it."""

    model: str
    """What the part is called that it is made like."""
    table: SourceTable
    other: SourceTable | None = None
    key: str = ""
    kind: str = ""
    """``inner`` or ``left``; empty where the note leaves it open."""
    columns: dict[str, str] = field(default_factory=dict)
    """By case-folded name: the column that stands for it in the new tables."""
    texts: dict[str, str] = field(default_factory=dict)
    """By case-folded name: its fixed text."""
    negated: frozenset[str] = frozenset()
    """Case-folded names of columns whose sign turns."""


def noted_part(text: str, schema: Schema) -> NotedPart | None:
    """The further part of a note; None where a word of it is not understood, or it tells of none.

    Args:
        text: the note.
        schema: the tables there are.
    """
    sentences = [s.strip(" .") for s in _sentences(re.sub(r"^\W*\d+\s*[.)]\s+", "", " ".join(text.split())))]
    told: re.Match[str] | None = None
    same: re.Match[str] | None = None
    missing = ""
    for sentence in sentences:
        if told is None and (absent := _MISSING.match(sentence)) is not None:
            missing = absent["who"]
        elif told is None and (comes := _COMES.match(sentence)) is not None:
            told = comes
        elif told is not None and same is None and (like := _SAME.match(sentence)) is not None:
            same = like
        else:
            return None
    if told is None or same is None:
        return None
    who = missing if told["who"].casefold() in ("they", "these", "it") else told["who"]
    table, other = (find_table(schema, told[n]) if told[n] else None for n in ("table", "other"))
    if table is None or (told["other"] and other is None) or not _is_of(who, table):
        return None
    found = NotedPart(same["model"], table, other, told["key"] or "", (told["kind"] or "").strip().lower())
    return _with_columns(found, ", ".join(filter(None, (same["in"], (same["rest"] or "").strip(" ,;:")))))


def _is_of(who: str, table: SourceTable) -> bool:
    """Whether the rows that come in are called as their table is."""
    said = [singular(word) for word in words(who) if word not in ("the", "all")]
    own = [singular(word) for word in words(table.name)]
    return bool(said) and set(said) <= set(own)


def _with_columns(part: NotedPart, text: str) -> NotedPart | None:
    columns: dict[str, str] = {}
    texts: dict[str, str] = {}
    negated: set[str] = set()
    for clause in _clauses(text):
        if (said := _IS_TEXT.match(clause)) is not None:
            texts[said["name"].casefold()] = said["text"]
        elif (said := _NEGATED.match(clause)) is not None:
            negated.add(said["name"].casefold())
        elif (said := _IS_COLUMN.match(clause)) is not None:
            columns[said["name"].casefold()] = said["column"]
        else:
            return None
    return NotedPart(
        *(part.model, part.table, part.other, part.key, part.kind), columns, texts, frozenset(negated)
    )


def _clauses(text: str) -> list[str]:
    pieces = re.split(r"\s*[,;]\s*(?:and\s+)?|\s+and\s+", text)
    return [piece.strip() for piece in pieces if piece.strip()]


def _sentences(text: str) -> list[str]:
    found, start = [], 0
    for cut in re.finditer(r"[.;!]\s+|[.;!]$", text):
        if not inside(text, cut.start()):
            found.append(text[start : cut.start()])
            start = cut.end()
    return [each for each in (*found, text[start:]) if each.strip()]
