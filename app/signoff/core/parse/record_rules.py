"""Sentences of general rules on all records: whose are never loaded, which day means none, how records are linked.

``Company = dataareaid. … nothing of DAT goes to the mart`` leaves rows out of every table that has the column;
``Dynamics writes 1900-01-01 when there is no date`` holds for every day of the source.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from signoff.core.domain.spec import GeneralKind, GeneralRule, UnusedCell
from signoff.core.parse.days import day_in

SENTENCE = re.compile(
    r"(?<=[\w)\"'])(?<!e\.g)(?<!i\.e)(?<!No)(?<!no)(?<!Rem)[.;]\s+(?=\S)|:\s+(?=(?:load|write)\b)|\n+"
)
"""Where sentences of general rules end."""
_EQUALS = re.compile(
    r"^(?:the\s+)?(?P<of>[A-Za-z][\w ]{1,20}?)\s*(?:=|is|means|is\s+the\s+field|stands\s+in)\s*`?(?"
    r"P<column>[a-z]\w+)`?$"
)
_IS_A = re.compile(
    r"^`?'?(?P<code>[A-Z0-9][\w-]{0,11})'?`?\s+(?:is|are|=)\s+(?:only\s+)?(?:the|a|an|our)\s+"
    r"[\w -]{0,20}?\b(?:template|test|training|demo|dummy|sandbox|play|pilot)\b[\w -]{0,20}$",
    re.IGNORECASE,
)
_NOTHING_OF = re.compile(
    r"^(?:and\s+)?(?:nothing|no\s+(?:rows?|records?|lines?|data))\s+(?:of|from|in|with)\s+`?'?(?"
    r"P<code>[A-Z0-9][\w-]{0,11})'?`?\s+"
    r"(?:goes|comes|is|are|gets|may\s+(?:go|come|be)|must\s+(?:go|come|be))\s+(?:ever\s+)?(?"
    r":loaded|taken|migrated|moved|(?:in)?to\s+(?:the\s+)?[\w ]{2,20})"
    r"(?:\s*,?\s*(?:in|for|into)\s+(?:no|any)\s+(?:table|target|model))?$"
)
_NO_DAY = re.compile(
    r"^(?:the\s+)?(?:[\w ]{2,30}?\s+(?:writes|uses|has|stores|puts|holds|"
    r"delivers|sends|shows|fills\s+in|gives)\s+(?P<day>\S+?)\s*,?\s+"
    r"(?:when|where|if|for|whenever)\s+(?:there\s+is\s+no|no|a\s+missing|an\s+empty)\s+(?:date|day)"
    r"(?:\s+is\s+(?:known|given|there))?"
    r"|(?:a\s+date\s+of\s+)?(?P<means>\d\S+\d)\s+(?:means|is|stands\s+for|=|counts\s+as)\s+(?"
    r":that\s+there\s+is\s+)?(?:no|an?\s+(?:empty|missing))\s+(?:date|day))$",
    re.IGNORECASE,
)
_SO_EMPTY = re.compile(
    r"^treat\s+(?:it|this|that|them)(?:\s*\((?:and|as\s+well\s+as)\s+(?:a\s+|any\s+)?(?"
    r":missing|empty)\s+(?:date|day)\))?\s+as\s+(?:no\s+date|empty|missing|null)"
    r"(?:\s*,?\s*(?:and\s+)?the\s+\w+\s+(?:field|column)\s+(?:stays|is|remains)\s+empty)?(?:\s+"
    r"unless\s+the\s+rule\s+(?:gives|says)\s+something\s+else)?$",
    re.IGNORECASE,
)
_LINKED = re.compile(
    r"^(?:all\s+)?(?:links?|references?|relations?|joins?)\s+(?:between|among|of|in)\s+(?:the\s+)?"
    r"[\w ]{0,30}?tables\s+(?:run|go|are|work|is)\s+(?:made\s+|always\s+)?"
    r"(?:over|by|on|via|through|with)\s+(?:the\s+)?`?(?P<key>[a-z]\w*)`?(?:\s*\([^()]*\))?$",
    re.IGNORECASE,
)
_NAME = r"(?!(?:and|an?|the)\b)\w+(?:\s(?!and\b)\w+)?"
_FOUND = re.compile(
    r"(?:^|,\s*(?:and\s+)?)(?:(?:an?|the|every|each)\s+)?\w+(?:\s+\w+)?\s+(?:(?:is|are)\s+(?"
    r":found|looked\s+up|matched|searched)\s+)?in\s+`?(?P<table>[a-z]\w*_\w+)`?\s+"
    rf"(?:by|on|over|via|with)\s+(?P<by>{_NAME}(?:(?:\s*,\s*|\s+and\s+){_NAME})*)",
    re.IGNORECASE,
)
_FROM_LINKED = re.compile(
    r"\s*\(\s*(?:take|taking|taken)\s+(?:them|both|these|all|it)\s+from\s+the\s+[\w ]{0,20}?(?"
    r":record|row|line)\s+(?:that\s+)?the\s+link\s+points\s+to\s*\)$",
    re.IGNORECASE,
)
_AS_BUILT = re.compile(
    r"^(?:where|if|when)\s+[\w ]+\s+(?:refers?\s+to|names?|uses?)\s+(?:an?|the)\s+\w+\s+"
    r"table\b[\w ]*,\s+it\s+is\s+the\s+table\s+as\s+(?:built|made|filled)\b[\w ]*$",
    re.IGNORECASE,
)


def record_rules(unused: Sequence[UnusedCell]) -> tuple[GeneralRule, ...]:
    """What sentences of cells say of all records.

    Args:
        unused: cells that no field was read from.
    """
    return tuple(rule for cell in unused if not cell.is_note for rule in _of_cell(cell))


def _of_cell(cell: UnusedCell) -> Iterator[GeneralRule]:
    columns = [m["column"] for text in sentences_of(cell.text) if (m := _EQUALS.match(text))]
    for text in sentences_of(cell.text):
        if (none := _NO_DAY.match(text)) is not None and (day := day_in(none["day"] or none["means"])):
            yield GeneralRule(GeneralKind.NO_DAY, "", day, cell.text, cell.cell)
        elif (linked := _LINKED.match(text)) is not None:
            yield GeneralRule(GeneralKind.LINKED, "", linked["key"], cell.text, cell.cell)
        elif found := found_by(text):
            yield from (
                GeneralRule(GeneralKind.FOUND, table, by, cell.text, cell.cell) for table, by in found
            )
        elif (called := _EQUALS.match(text)) is not None:
            yield GeneralRule(GeneralKind.CALLED, called["of"], called["column"], cell.text, cell.cell)
        elif len(columns) == 1 and (out := _NOTHING_OF.match(text)) is not None:
            yield GeneralRule(GeneralKind.LEFT_OUT, columns[0], out["code"], cell.text, cell.cell)


def found_by(text: str) -> list[tuple[str, str]]:
    """The tables of a sentence that says by what their rows are found, each with that; none where it says more."""
    bare = _FROM_LINKED.sub("", text)
    found = list(_FOUND.finditer(bare))
    whole = bool(found) and found[0].start() == 0 and found[-1].end() == len(bare)
    joined = all(a.end() == b.start() for a, b in pairwise(found))
    says_so = (
        bool(found) and re.search(r"\b(?:found|looked\s+up|matched|searched)\b", found[0][0]) is not None
    )
    return [(m["table"], m["by"]) for m in found] if whole and joined and says_so else []


def sentences_of(text: str) -> list[str]:
    """The sentences of a general rule, without their full stops."""
    return [part.strip(" .;") for part in SENTENCE.split(text) if part and part.strip(" .;")]


def is_of_records(text: str, others: Sequence[str]) -> bool:
    """Whether a sentence says nothing of its column but what holds for all records.

    Args:
        text: the sentence.
        others: all sentences of its rule.
    """
    if (
        found_by(text)
        or _AS_BUILT.match(text)
        or _NO_DAY.match(text)
        or _LINKED.match(text)
        or _EQUALS.match(text)
    ):
        return True
    if _SO_EMPTY.match(text):
        return any(map(_NO_DAY.match, others))
    out = [m["code"] for each in others if (m := _NOTHING_OF.match(each))]
    if _NOTHING_OF.match(text):
        return sum(1 for each in others if _EQUALS.match(each)) == 1
    told = _IS_A.match(text)
    return told is not None and told["code"] in out
