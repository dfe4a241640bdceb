"""What a rule says beside its values: letters that do not differ, units, values for nothing, columns that fill in."""

from __future__ import annotations

import re
from collections.abc import Callable

from signoff.core.merge.likely.plainly.asides import is_guard, is_talk
from signoff.core.merge.likely.plainly.ground import Ground, literal
from signoff.core.merge.likely.plainly.names import kind_of
from signoff.core.merge.likely.plainly.numbers import amount_of

_FOLDS = re.compile(
    r"^(?:(?:spelling|written|spelled|typed|letters|can\s+be|may\s+be)\s+(?:in\s+)?(?:upper|lower|"
    r"mixed)\b.*|(?:in\s+)?(?:any|either|whatever|whichever)\s+(?:case|casing|spelling)|(?:(?:i\s+|we\s+|"
    r"please\s+|they\s+)?(?:ignore|ignoring|disregard|no\s+matter|regardless\s+of|without\s+regard\s+(?:to"
    r"|for)|do(?:es)?\s+not\s+care\s+about|irrespective\s+of|whatever)\s+)"
    r"(?:the\s+|upper\s+(?:and|or)\s+lower\s+)?(?:case|casing|capitali[sz]ation|upper\W+lower(?:\s*case)?)"
    r"(?P<trim>\s+and\s+(?:\w+\s+)?(?:white\s*space|spaces|blanks))?|"
    r"(?:not\s+)?case[\s-]?(?:in)?sensitive(?:ly)?|(?:compare\s+)?(?:upper|lower|capital|small)\W*(?:case|"
    r"letters)?\W+(?:or|and|/)\W+(?:upper|lower|capital|small)\W*(?:case|letters)?\b.*|"
    r"(?:(?:upper|lower|small)\s*(?:case)?(?:\s+letters)?|lowercase|uppercase)\s+(?:counts?|is\s+fine|too|"
    r"also|as\s+well|works?|means?\s+the\s+same)\b.*|"
    r"[\w\s]*\b(?:key|type|enter|write|spell|store|send|come)s?\s+(?:these|it|them|this|that)?\s*(?:in\s+"
    r")?(?:both\s+)?(?:upper|lower|small|mixed|either|any)\W*(?:case|letters?|casing)?\b.*|"
    r"(?:the\s+)?cas(?:e|ing)\s+(?:is\s+(?:mixed|messy|inconsistent|irrelevant)|varies|differs|does\s+"
    r"not\s+matter|is\s+not\s+(?:relevant|important|consistent)).*)$",
    re.IGNORECASE,
)
_STRICT = re.compile(r"^case[\s-]?sensitive", re.IGNORECASE)
_TRIMS = re.compile(
    r"^(?:ignore|ignoring|without|regardless\s+of|strip|trim(?:med)?)\s+(?:any\s+|the\s+)?(?:surrounding|"
    r"leading(?:/|\s+(?:and|or)\s+)trailing|stray|extra)\s+(?:white\s*space|spaces|blanks)$",
    re.IGNORECASE,
)
_CENTS = re.compile(
    r"^(?:and\s+)?(?:yes\s+|note\s*:?\s*|mind\s+the\s+units?\s*:?\s*|careful\s*:?\s*)*(?:that\s+)?"
    r"(?:the\s+)?(?P<noun>[\w\s]+?)\s+(?:is|are|comes?|stored|held|arrives?)\s+(?:already\s+|stored\s+|"
    r"held\s+|kept\s+)?(?:in\s+)?(?P<unit>cents?|pence|euros?|eur|dollars?|usd|pounds?)$",
    re.IGNORECASE,
)
_MONEY = re.compile(r"\b(?:euros?|eur|dollars?|usd|pounds?|gbp)\b|[€$£]", re.IGNORECASE)
_GONE = (
    r"(?:null|nulls|empty|blank|blanks|missing|not\s+(?:filled|given|there|set|known|present|available)"
    r"(?:\s+in)?|none|nothing|absent|no)"
)
_COUNTS_AS = re.compile(
    r"^(?:and\s+|but\s+)?(?:if\s+|when\s+|where\s+)?(?P<what>.+?)\s*,?\s*(?:counts?(?:\s+(?:it|them|"
    r"that))?\s+as|treat(?:ed)?(?:\s+(?:it|them|that))?\s+(?:as|like)|is\s+taken\s+as|take(?:\s+it)?\s+as|"
    r"means?|is|are|=|→|:|as|adds?|assume|use|put|then|(?:→\s*|,\s*|then\s+|:\s*)?(?:calculate|reckon|"
    r"compute|divide|multiply|count|work)\s+(?:with|by))\s+"
    r"(?:as\s+)?(?:there\s+(?:is|are|was)\s+none\s*)?\(?(?P<zero>\d+(?:\.\d+)?|zero|one|nothing(?:\s+to\s+"
    r"\w+)?|none)\)?$",
    re.IGNORECASE,
)
_ALL = re.compile(
    r"^(?:one|any|either|both|all|each|nulls?|it|them|they|values?|ones?|a|an|the|of|two|three|four|"
    r"amounts?|numbers?|is|are|was|on|file|in|or|if|there|at|other|which|ever|these|those|that|parts?|"
    r"components?|\s)*$",
    re.IGNORECASE,
)
_FALLBACK = re.compile(
    rf"^(?:if|when|where)\s+(?:the\s+)?(?P<a>[\w'\s]+?)\s+(?:is|are|was)\s+{_GONE}(?:\s*(?:or|"
    rf"/)\s*{_GONE})*\s*,?\s*(?:then\s+)?(?:we\s+)?(?:fall\s+back\s+(?:to|on)|use|take|look\s+at|go\s+by|"
    r"try)\s+(?:the\s+)?(?P<b>[\w'\s]+?)(?:\s+instead)?$",
    re.IGNORECASE,
)
_WHERE = re.compile(
    r"^where\s+(?:the\s+)?(?P<name>[\w\s]+?)(?:\s*=\s*|\s+(?:is|means)\s+)(?:the\s+)?(?P<expr>.+)$",
    re.IGNORECASE,
)
_DAY = r"'?\d{4}-\d\d-\d\d'?"
_VOID_DAY = re.compile(rf"(?P<before>[^.;]*?)(?P<day>{_DAY})(?P<after>[^.;]*)", re.IGNORECASE)
_OPEN_WORDS = re.compile(
    r"\b(?:open|never|not|no|none|nothing|empty|null|real|unknown|placeholder|dummy|stands?\s+for|way\s+"
    r"of\s+saying|missing|infinity|forever|still)\b",
    re.IGNORECASE,
)


def settle(text: str, ground: Ground) -> bool:
    """Whether a piece only says how others are meant; what it says is kept on the ground.

    Args:
        text: a piece of a rule.
        ground: what the rule is about.
    """
    plain = " ".join(text.strip(" .,;:()").split())
    return not plain or any(reader(plain, ground) for reader in _READERS)


def void_days(text: str, ground: Ground) -> None:
    """Days that stand for no day, such as 9999-12-31, with the column that they are told of."""
    for match in _VOID_DAY.finditer(text):
        year = int(match["day"].strip("'")[:4])
        if 1902 < year < 2199 or not _OPEN_WORDS.search(match.group()):
            continue
        told = [ground.names.called(match["before"], "day"), ground.names.source("day")]
        sources = [c for c in ground.names.sources if kind_of(c) == "day"]
        column = next((c for c in told if c is not None), sources[0] if sources else None)
        if column is not None:
            value = f"DATE {literal(match['day'].strip(chr(39)))}"
            ground.void.setdefault(column.sql, [])
            if value not in ground.void[column.sql]:
                ground.void[column.sql].append(value)


def _folds(text: str, ground: Ground) -> bool:
    match = _FOLDS.match(
        re.sub(r"^(?:compare|checked?|matched?|match)\s+(?:it\s+|them\s+)?", "", text, flags=re.IGNORECASE)
    )
    if match is None or _STRICT.match(text):
        return False
    ground.folds = True
    ground.trims = ground.trims or bool(match["trim"])
    return True


def _trims(text: str, ground: Ground) -> bool:
    if not _TRIMS.match(text):
        return False
    ground.trims = True
    return True


def _units(text: str, ground: Ground) -> bool:
    match = _CENTS.match(text)
    if match is None:
        return False
    if match["unit"].casefold().startswith(("cent", "pence")):
        column = ground.names.called(match["noun"], "number") or ground.names.source("number")
        if column is None:
            return False
        ground.cents.add(column.sql)
    return True


def told_in_money(ground: Ground) -> bool:
    """Whether a rule speaks of whole money while a column of it is in cents."""
    return (
        _MONEY.search(ground.tools.rule) is not None or re.search(r"\bconvert", ground.tools.rule) is not None
    )


def _void_told(text: str, ground: Ground) -> bool:
    """A sentence on a day that stands for no day, once it is kept as such."""
    days = re.findall(r"\d{4}-\d\d-\d\d", text)
    known = str(ground.void)
    return (
        bool(days)
        and all(day in known for day in days)
        and _OPEN_WORDS.search(text) is not None
        and not re.search(r"\bor\b|\bnot\s+there\b|\bmissing\b", text)
        and not re.search(r"\b(?:if|when|as\s+long\s+as|days|months)\b", text)
    )


def _instead(text: str, ground: Ground) -> bool:
    """What a missing number counts as: ``null discount is 0``, ``any of the three not filled in counts as 0``."""
    match = _COUNTS_AS.match(text)
    if match is None or ground.target not in ("number", "truth"):
        return False
    what = match["what"]
    if not re.search(rf"\b{_GONE}\b", what, re.IGNORECASE) or re.search(r"[=<>]|\bif\b", what):
        return False
    told = match["zero"].casefold()
    value = told if told[:1].isdigit() else "1" if told == "one" else "0"
    is_void = re.search(r"\bor\s+(?:0|zero)\b|\b(?:0|zero)\s+or\b", what) is not None
    what = re.sub(r"\bor\s+(?:0|zero)\b|\b(?:0|zero)\s+or\b", " ", what)
    noun = " ".join(re.sub(rf"\b{_GONE}\b|[→,:]", " ", what, flags=re.IGNORECASE).split())
    if _ALL.match(noun):
        if len(ground.names.sources) < 2 and not re.search(
            r"\b(?:any|either|one|both|all|each|three|two)\b", what, re.IGNORECASE
        ):
            return False
        ground.instead.update({c.sql: value for c in ground.names.columns if kind_of(c) == "number"})
        return True
    column = ground.names.called(re.sub(r"\bon\s+file\b|\bfor\b", " ", noun), "number")
    if column is None:
        return False
    if len(ground.names.sources) == 1 and ground.names.sources[0] == column and value != "0":
        return False
    ground.instead[column.sql] = value
    if is_void:
        ground.void.setdefault(column.sql, ["0"])
    return True


def _fallback(text: str, ground: Ground) -> bool:
    match = _FALLBACK.match(text)
    if match is None:
        return False
    first, second = ground.names.called(match["a"]), ground.names.called(match["b"])
    if first is None or second is None or first.sql == second.sql or kind_of(first) != kind_of(second):
        return False
    ground.fallback[first.sql] = second.sql
    return True


def _defined(text: str, ground: Ground) -> bool:
    match = _WHERE.match(text)
    if match is None:
        return False
    sql = amount_of(match["expr"], ground)
    if sql:
        ground.meant[match["name"].strip().casefold()] = f"({sql})"
    return bool(sql)


_READERS: tuple[Callable[[str, Ground], bool], ...] = (
    _folds,
    _trims,
    _units,
    _instead,
    _fallback,
    _defined,
    is_guard,
    _void_told,
    is_talk,
)
