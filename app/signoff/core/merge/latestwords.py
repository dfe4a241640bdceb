"""More ways to say which one of several rows stays: ``several rows per X: the one with the highest Y stays``."""

from __future__ import annotations

import re
from dataclasses import dataclass

_FALLING = "latest|last|newest|most recent|highest|largest|biggest|greatest|maximum|max|youngest"
_RISING = "first|earliest|oldest|lowest|smallest|minimum|min"
_WHICH = rf"(?P<which>{_FALLING}|{_RISING})"
_NAMES = r"[\w.]+(?:\s*(?:,|\+|&|/|\band\b)\s*(?:the\s+(?:same\s+)?)?[\w.]+)*?"
_KEYS = rf"(?:the\s+)?(?:same\s+)?\(?(?P<keys>{_NAMES})\)?"
_ORDER = r"(?:the\s+)?(?P<order>[\w.]+)"
_ROW = (
    r"(?:rows?|records?|entry|entries|lines?|versions?|ones?|occurrences?|cop(?:y|ies)|sets?|values?|"
    r"contacts?|readings?|results?|orders?|events?|[a-z]+s)"
)
_SEVERAL = r"(?:several|multiple|more\s+than\s+one|two\s+or\s+more|many|duplicate|double|repeated)"
_PER = (
    r"(?:per|for\s+each|for\s+every|for\s+one|for\s+the\s+same|of\s+one|of\s+each|of\s+the\s+same|with\s+"
    r"the\s+same|for|of|on\s+the\s+same|on|within\s+one|within)"
)
_STAYS = (
    r"(?:\s+(?:is|are|gets?|will\s+be)\s+(?:taken|kept|used|loaded|chosen|valid)|\s+(?:stays?|wins?|counts?|"
    r"remains?|survives?|applies|holds|is\s+it|only))*"
)
_TIES = (
    r"(?:\s*[,;(]\s*(?:(?:and\s+)?(?:on|at|in\s+case\s+of|with|for|if)\s+(?:a\s+|of\s+)?(?:ties?|draw|"
    r"equality|equal\s+\w+|the\s+same\s+\w+)[,:]?|ties?(?:\s+(?:go|goes|are\s+broken|broken|decided|"
    r"resolved))?)\s*(?:to|by|:|,|go\s+to|then|take|takes)?\s*(?:the\s+)?(?P<tie_which>higher|highest|lower|"
    r"lowest|later|latest|earlier|earliest|larger|smaller|bigger)?\s*(?P<tie>[\w.]+)(?:\s+(?:wins|counts|"
    r"decides|is\s+taken))?\)?)?"
)
_LEAD = (
    r"(?:(?:dedup\w*|deduplicat\w*|duplicates?|remove\s+duplicates)\s*[:,;-]\s*)?(?:keep|take|use|load|only|"
    r"just|and|then|so|->|=>|\s|the|row|record)*"
)
_SHAPES = tuple(
    re.compile(rf"^{shape}$", re.IGNORECASE)
    for shape in (
        rf"(?:(?:if|where|when|in\s+case(?:\s+of)?|of|with)\s+)?(?:there\s+(?:is|are)\s+)?{_SEVERAL}\s+"
        rf"(?:[\w-]+\s+)?{_PER}\s+{_KEYS}"
        rf"(?:\s+exist)?\s*[:,;>-]*\s*(?:then\s+|only\s+|just\s+|keep\s+|take\s+|use\s+)*(?:that|the\s+one|"
        rf"the|{_ROW})?\s*(?:{_ROW}\s+)?(?:with|having)\s+(?:the\s+)?{_WHICH}\s+{_ORDER}{_STAYS}{_TIES}",
        rf"(?:(?:if|where|when)\s+)?(?:a\s+|an\s+|one\s+)(?P<owner>[\w.]+)\s+has\s+{_SEVERAL}\s+(?:[\w-]+\s+)?"
        rf"(?:on|in|at|with|for)\s+the\s+same\s+(?P<keys>{_NAMES})"
        rf"\s*[:,;>-]*\s*(?:then\s+|only\s+|just\s+|keep\s+|take\s+)*(?:that|the\s+one|the|{_ROW})?"
        rf"\s*(?:{_ROW}\s+)?(?:with|having)\s+(?:the\s+)?{_WHICH}\s+{_ORDER}{_STAYS}{_TIES}",
        rf"{_LEAD}(?:{_ROW}\s+)?(?:with|having)\s+(?:the\s+)?{_WHICH}\s+{_ORDER}\s*,?\s*(?:per|for\s+each|"
        rf"of\s+each|for\s+every|within\s+each)\s+{_KEYS}{_STAYS}{_TIES}",
        rf"{_LEAD}{_WHICH}\s+(?:[\w-]+\s+)?(?:per|for\s+each|of\s+each|of\s+a|for\s+every|within|for)\s+"
        rf"{_KEYS}\s*[,(]?\s*(?:by|based\s+on|according\s+to|ordered\s+by|order\s+by|using|in\s+terms\s+of|"
        rf"after)\s+{_ORDER}\)?{_STAYS}{_TIES}",
        rf"(?:one|1|a\s+single)\s+{_ROW}\s+(?:per|for\s+each|for\s+every)\s+{_KEYS}\s*[,:;(-]+\s*(?:and\s+|"
        rf"only\s+|keep\s+|take\s+|namely\s+|i\.?e\.?,?\s+)*(?:that|the\s+one|the|{_ROW})?\s*(?:{_ROW}\s+)?"
        rf"(?:with\s+|having\s+)?(?:the\s+)?{_WHICH}\s+(?:{_ROW}\s+)?(?:by\s+)?{_ORDER}\)?{_STAYS}{_TIES}",
        rf"(?:per|for\s+each|for\s+every|of\s+each)\s+{_KEYS}\s*,?\s*(?:only\s+|just\s+|keep\s+|take\s+|use\s+"
        rf")*(?:that|the\s+one|the|{_ROW})?\s*(?:{_ROW}\s+)?(?:with\s+|having\s+)?(?:the\s+)?{_WHICH}\s+"
        rf"(?:{_ROW}\s+)?(?:by\s+)?{_ORDER}{_STAYS}{_TIES}",
        rf"{_LEAD}(?:{_ROW}\s+|[a-z][\w-]*\s+)?(?:with|having)\s+(?:the\s+)?{_WHICH}\s+{_ORDER}{_STAYS}{_TIES}",
    )
)
_IN_TIME = r"(?P<which>latest|newest|most\s+recent|youngest|earliest|oldest)"
_BY_TIME = tuple(
    re.compile(rf"^{shape}$", re.IGNORECASE)
    for shape in (
        rf"(?:of\s+(?:these|those|them)\s*,?\s*)?(?:per|for\s+each|for\s+every|of\s+each|"
        rf"of\s+every)\s+{_KEYS}\s*[,:]?\s*"
        rf"(?:we\s+|only\s+|just\s+|keep\s+|take\s+|use\s+|load\s+)*(?:the\s+)?{_IN_TIME}(?:\s+{_ROW})?"
        rf"(?:\s+of\s+(?:them|these|those))?{_STAYS}",
        rf"{_LEAD}{_IN_TIME}\s+(?:[a-z]+\s+)?(?:of\s+(?:them|these|those)\s+)?(?:per|for\s+each|"
        rf"for\s+every|of\s+each|of\s+every)"
        rf"\s+{_KEYS}{_STAYS}",
    )
)
"""Which row stays where time decides and no column is named."""
_FALLS = frozenset(_FALLING.split("|"))
_TIE_FALLS = frozenset({"higher", "highest", "later", "latest", "larger", "bigger"})
_BETWEEN = re.compile(r"\s*(?:,|\+|&|/|\band\b)\s*(?:the\s+(?:same\s+)?)?", re.IGNORECASE)
_OTHERS = re.compile(
    r"\s*[,;]\s*(?:and\s+)?(?:ignore\s+|drop\s+)?(?:the\s+|all\s+)*(?:others?|rest)"
    r"(?:\s+(?:never\s+happened|(?:is|are)\s+(?:ignored|dropped|left\s+out|skipped|discarded|not\s+loaded)))?$",
    re.IGNORECASE,
)
"""What becomes of the rows that do not stay, which is said already."""


@dataclass(frozen=True)
class Latest:
    """Which one of several rows stays, in the text's own words."""

    keys: tuple[str, ...]
    """Empty where the text leaves them to what is said of the grain."""
    order: str
    """Empty where time decides and no column is named."""
    falls: bool
    tie: str = ""
    """What decides between rows that are equal in `order`; empty for nothing."""
    tie_falls: bool = True


def read_latest(text: str) -> Latest | None:
    """What a text says of the row that stays; None for every other text."""
    plain = _OTHERS.sub("", " ".join(text.split()).strip(" ."))
    for shape in (*_BY_TIME, *_SHAPES):
        match = shape.match(plain)
        if match is None:
            continue
        said = match.groupdict()
        keys = tuple(k for k in _BETWEEN.split(said.get("keys") or "") if k)
        owner = said.get("owner")
        falls = (said["which"] or "").lower() in _FALLS
        tie = (said.get("tie") or "").strip()
        return Latest(
            (owner, *keys) if owner else keys,
            said.get("order") or "",
            falls,
            tie,
            (said.get("tie_which") or "higher").lower() in _TIE_FALLS,
        )
    return None
