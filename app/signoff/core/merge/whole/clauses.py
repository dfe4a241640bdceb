"""A text on rows cut into clauses, each with what it says becomes of rows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from signoff.core.merge.clauses import inside
from signoff.core.merge.likely.cues import LEAVES, MISSING_WORDS, SHORT
from signoff.core.merge.likely.rows import says_that_rows_stay
from signoff.core.merge.likely.units import units_of


class Outcome(Enum):
    """What a clause says of the rows that it names."""

    STAYS = "stays"
    GOES = "goes"
    ALSO = "also"
    """They stay too, whatever else is said: of rows without a value, or without a partner."""


@dataclass(frozen=True)
class Clause:
    """A piece of a text that says one thing of rows."""

    text: str
    outcome: Outcome
    unit: str
    """The sentences it stands in."""
    unless: str = ""
    """What keeps rows that it leaves out."""


_LABEL = re.compile(
    r"^\s*(?:rows?|joins?|filters?|where|conditions?|restrictions?|selection|scope|note|nb|n\.b\.|remark|hint|"
    r"attention|so|important)\b\s*(?:that)?\s*:\s*",
    re.IGNORECASE,
)
_OPEN_POINT = re.compile(
    r"\s*(?:open\s+(?:point|question|issue)|question|todo|tbd|to\s+be\s+(?:decided|clarified)|discuss)\b",
    re.IGNORECASE,
)
_OF_COLUMNS = re.compile(
    r"^\W*(?:the\s+)?(?:(?:sequence|window|rank\w*|running|count\w*|order|numbering|cumulat\w+|previous|lag)\s+(?:columns?|fields?|numbers?|values?|totals?|attributes?)"
    r"|sequences|ranks|rankings|counters|running\s+numbers|window\s+functions?|numberings?)\s+(?:must\s+|should\s+|may\s+|do\s+|does\s+)?(?:only\s+)?"
    r"(?:look\w*\s+at|see\w*|use\w*|consider\w*|count\w*|cover\w*|are\s+(?:computed|calculated|taken|built)\s+(?:over|on|from)|run\w*\s+over|work\w*\s+on)\s+(?:only\s+)?"
    r"(?:the\s+|those\s+)?(?:\w+\s+)?(?:(?:rows?|records?|\w+s)\s+)?(?:(?:which|that)\s+)?(?:(?:are|is|end\s+up|made\s+it|remain|stay|land)\s+)?"
    r"(?:(?:in|of|into|within)\s+(?:this|the)\s+(?:model|table|target|result|output|mart)|here|left|loaded)\W*$",
    re.IGNORECASE,
)
"""Says of columns that look at other rows that these are rows of the target, as they are anyway."""
_GOES = re.compile(
    r"^\W*nothing\s+(?:older|younger|whose|that|which|from|before|below|under)\b|\b(?:are|is)\s+gone\b|\b(?:left|set|put)\s+aside\b|\bnot\s+in\s*(?=\(|$|,|\.)|^\W*nor\b|\bdo\s+not\s+go\b|\btoo\s+(?:old|new|small|low|young)\b|\bstay\w*\s+(?:behind|(?:in|with)\s+the\s+(?:archive|old|legacy)\b)|"
    r"\bhandled\s+(?:elsewhere|separately)\b|\b(?:is|are)\s+(?:rubbish|garbage|junk|noise|unwanted|unneeded|irrelevant)\b|"
    r"\bminus\b|\bnever\b(?!\s+(?:null|empty|had|bought|got))|(?<=[\w)])\s+no\s*$|\bdo(?:es)?\s*n[o']t\s+go\b|\bmust\s+(?:go|not)\b|\bof\s+no\s+(?:use|interest)\b|"
    r"\bnot\s+(?:part|wanted|transferred|needed|relevant|taken|loaded|shown|migrated|moved|interested)\b|\bunwanted\b|\bbarred\b",
    re.IGNORECASE,
)
_ALSO = re.compile(
    r"\b(?:stays?|staying|kept|keep|keeps|remains?|still|survives?|come\s+along|comes?\s+(?:too|as\s+well|in)|(?:is|are|means?)\s+(?:an?\s+)?(?:perfectly\s+|quite\s+)?(?:normal|ordinary|genuine|real)|is\s+(?:ok|fine|good)|are\s+(?:ok|fine|good)|"
    r"counts?\s+(?:as\s+not|too|as\s+\w+)|no\s+reason|treat\w*\s+(?:it\s+)?as|not\s+a\s+\w+|part\s+of|passes|read\s+as|fine|regular|do\s+get|gets?\s+loaded|(?:is|are)\s+loaded|anyway|in\s+any\s+case|also|even)\b|=\s*not?\b",
    re.IGNORECASE,
)
_HAS_NONE = re.compile(
    r"\b(?:with\s+no|has\s+no|have\s+no|no\s+\w+(?:\s+\w+)?\s+(?:entered|given|filled|at\s+all)|never\s+filled|not\s+filled|un(?:known|filled))\b",
    re.IGNORECASE,
)
_NOTHING_ELSE = re.compile(r"\b(?:we\s+)?(?:want|need|take)?\s*nothing\s+(?:else|more)\b", re.IGNORECASE)
_TOO = re.compile(
    r"\b(?:stay\w*|kept|keep|comes?|remain\w*|loaded|taken)\s+(?:\w+\s+)?(?:too|as\s+well|also|along|all\s+the\s+same)\b",
    re.IGNORECASE,
)
_CUTS = re.compile(
    r"\s+[-–—]\s+|:\s+(?=(?!the\b)\w+\s)|,\s*(?=(?:otherwise|so|but|nor|nothing|and\s+we|and\s+no\b|people|those|these|the\s+(?:others?|rest)|nothing\s+else|provided|(?:rows?|records?|ones?|lines?|entries)\s+(?:without|with\s+no|lacking|where|that|which|who))\b)|"
    r"\s+but\s+(?!not\b|for\b|no\b)|\s+whereas\s+|,\s+because\b|\s+since\s+(?=they|these|those|we)",
    re.IGNORECASE,
)
_ONLY_SAYS = re.compile(
    r"(?:(?:so|and|then|please|we|i|they|those|these|it|them|that|such|all|of)\s+)*(?:do\s+not|don['’]t|is|are|has|have|must|to|be|get|gets|leave|drop|skip|ignore|exclude|remove|"
    r"keep|take|load|out|not|away|go|goes|stay|stays|wanted|taken|loaded|dropped|skipped|ignored|excluded|removed|kept|it|them|those|\s)+\W*",
    re.IGNORECASE,
)
"""Says only what becomes of the rows that the piece before it names."""
EXCEPT = re.compile(
    r"\s*[,(]?\s*\b(?:except(?:\s+for|\s+when|\s+those|\s+the\s+ones)?|excluding|apart\s+from|other\s+than|but\s+not|but\s+for|but\s+no|minus|without(?=\s+(?:the|those|any)\b)|unless|and\s+no(?=\s+\w+s\b))\b\s*",
    re.IGNORECASE,
)


def clauses_of(text: str) -> Iterator[Clause]:
    """The clauses of a text in their order.

    Args:
        text: what a document says of the rows of one target, sentences and lines together.
    """
    for shape, word in SHORT:
        text = shape.sub(word, text)
    for unit in units_of(text):
        if _OPEN_POINT.match(unit) or _OF_COLUMNS.match(unit):
            continue
        bare = _LABEL.sub("", unit, count=1)
        for piece in _cut(bare):
            yield from _told(piece, bare)


def _cut(unit: str) -> Iterator[str]:
    pieces: list[str] = []
    for piece in _pieces(unit):
        if pieces and _ONLY_SAYS.fullmatch(piece.strip()):
            pieces[-1] = f"{pieces[-1]}, {piece}"
        else:
            pieces.append(piece)
    yield from pieces


def _pieces(unit: str) -> Iterator[str]:
    start = 0
    for cut in re.finditer(rf"{_CUTS.pattern}|;\s+", unit, re.IGNORECASE):
        if inside(unit, cut.start()):
            continue
        yield unit[start : cut.start()]
        start = cut.end()
    yield unit[start:]


def _told(piece: str, unit: str) -> Iterator[Clause]:
    """A piece as one clause, or as two where the second is what is left out of the first."""
    piece = piece.strip(" ,.")
    if not piece:
        return
    cut = EXCEPT.search(piece)
    first = piece[: cut.start()] if cut is not None else ""
    if cut is None or not first.strip() or outcome_of(piece) is Outcome.ALSO:
        yield Clause(piece, outcome_of(piece), unit)
        return
    behind = piece[cut.end() :].rstrip(" )")
    if outcome_of(first) is Outcome.GOES:
        yield Clause(first, Outcome.GOES, unit, behind)
        return
    yield Clause(first, outcome_of(first), unit)
    yield Clause(behind, Outcome.GOES, unit)


def outcome_of(text: str) -> Outcome:
    """What a clause says becomes of the rows that it names."""
    text = _NOTHING_ELSE.sub(" ", text)
    missing = MISSING_WORDS.search(text) is not None or _HAS_NONE.search(text) is not None
    if _TOO.search(text) and not _GOES.search(text):
        return Outcome.ALSO
    goes = _GOES.search(text) or LEAVES.search(text)
    if (
        missing
        and (says_that_rows_stay(text) or (_ALSO.search(text) and not _GOES.search(text)))
        and not (goes is not None and not _ALSO.search(text))
    ):
        return Outcome.ALSO
    return Outcome.GOES if goes is not None else Outcome.STAYS
