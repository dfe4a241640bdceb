"""Conditions of everyday rules: those that plain readers know, codes of what was spoken of last, what is missing."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from signoff.core.merge.likely.everyday.moments import numbered
from signoff.core.merge.likely.everyday.state import source_of
from signoff.core.merge.likely.plainly.code_tests import among
from signoff.core.merge.likely.plainly.conditions import test_of as plain_test
from signoff.core.merge.likely.plainly.ground import Ground
from signoff.core.merge.likely.plainly.lexis import NUMBER, figure
from signoff.core.merge.likely.plainly.names import kind_of
from signoff.core.merge.spelled_days import with_iso_days

_AND = re.compile(r"\s*,?\s+and\s+(?:if\s+|when\s+)?", re.IGNORECASE)
_OR = re.compile(r"\s*,?\s+or\s+(?:if\s+|when\s+|where\s+)?|\s*,\s+(?:if\s+|when\s+)?", re.IGNORECASE)
_CODE = r"(?:'[^']*'|\"[^\"]*\"|[\w-]+)"
_CODES = re.compile(rf"^(?P<list>{_CODE}(?:\s*(?:,|/|\bor\b)\s*{_CODE})*)$")
_OF_NOUN = re.compile(
    rf"^(?:the\s+)?(?P<noun>[A-Za-z]\w*)\s+(?:is\s+|=\s*)?(?P<list>{_CODE}(?:\s*(?:/|\bor\b)\s*{_CODE})*)$"
)
_AT_LEAST_ONE = re.compile(
    rf"^(?:there\s+(?:is|are)\s+|it\s+has\s+|has\s+|with\s+)?(?:at\s+least\s+(?P<n>{NUMBER})|one\s+"
    rf"or\s+more|any)\s+(?P<noun>[\w\s]+?)$",
    re.IGNORECASE,
)
_DAYS_BEFORE = re.compile(
    rf"^(?P<a>[\w\s]+?)\s+(?:is|was|lies?)\s+(?:(?P<most>no\s+more\s+than|not\s+more\s+than|at\s+"
    rf"most|within|less\s+than\s+or\s+equal\s+to)|(?P<less>less\s+than)|(?P<more>more\s+than)|(?P<least>"
    rf"at\s+least))\s+(?P<n>{NUMBER})\s+(?P<unit>days?|months?|years?)\s+(?P<dir>before|after)\s+"
    rf"(?P<day>[^,;]+)$",
    re.IGNORECASE,
)
_NEGATIVE = re.compile(
    r"^(?:(?:the\s+)?(?:result|value|difference|it|that|this|outcome)\s+)?(?:would\s+be|is|were|"
    r"gets?|becomes?|goes|comes\s+out)\s+(?:negative|below\s+(?:0|zero)|less\s+than\s+(?:0|zero)"
    r")$",
    re.IGNORECASE,
)
_WORDS_OF_ROWS = re.compile(r"^(?P<flag>[a-z-]+)\s+(?P<rows>[a-z]+(?:s|people))$", re.IGNORECASE)
_ONLY_NULL = re.compile(
    r"^(?:it\s+is\s+|(?:the\s+)?(?:value|result|source)\s+is\s+)?(?:null|empty|missing|blank)$", re.IGNORECASE
)
_DOES = re.compile(r"^(?:trim\w*|strip\w*|clean\w*|upper\w*|lower\w*|capitals)\b", re.IGNORECASE)
"""Words that do something with a value and are no condition."""
_PART_OF_DAY = re.compile(
    r"^(?:the\s+)?(?:birth\s+)?(?P<part>month|year)\s+(?:is|=)\s*(?P<n>\d+)$", re.IGNORECASE
)
_EXPLAINED = re.compile(r"^(?P<out>[^()]+?)\s*\((?P<in>[^()]+)\)$")


def test_of(text: str, ground: Ground) -> str:
    """SQL of a condition, ``{}`` in it for the value that the rule makes; empty where it is not understood.

    Args:
        text: the words of the condition.
        ground: what the rule is about.
    """
    plain = re.sub(
        r"^(?:and\s+|but\s+)?(?:if|when|where|for|in\s+case(?:\s+of)?)\s+",
        "",
        text.strip(" .,;:"),
        flags=re.IGNORECASE,
    )
    explained = _EXPLAINED.match(plain)
    if explained is not None and not _OR.search(explained["out"]):
        return test_of(explained["in"], ground)
    for reader in _READERS:
        topic = ground.topic
        if made := reader(plain, ground):
            return made
        ground.topic = topic
    return ""


def any_of(text: str, ground: Ground) -> tuple[str, ...]:
    """Conditions of which one is enough, in a list; empty where one of them is not understood.

    Args:
        text: ``no end, no start, or the result would be negative``.
        ground: what the rule is about.
    """
    whole = test_of(text, ground)
    if whole:
        return (whole,)
    parts = [part for part in _OR.split(text) if part]
    if any(_DOES.match(part) for part in parts):
        return ()
    made = [test_of(part, ground) for part in parts]
    return tuple(made) if len(made) > 1 and all(made) else ()


def _negative(text: str, ground: Ground) -> str:
    return "{} < 0" if _NEGATIVE.match(text) and ground.target == "number" else ""


def _at_least(text: str, ground: Ground) -> str:
    """A number that counts what it is called after."""
    match = _AT_LEAST_ONE.match(text)
    column = ground.called(match["noun"], "number") if match is not None else None
    if match is None or column is None or re.search(r"(?:^|_)(?:id|no|nr|key)$", column.column.name):
        return ""
    return f"{ground.sql(column)} >= {figure(match['n'] or 'one')}"


def _days_before(text: str, ground: Ground) -> str:
    """A day no more than some days before another."""
    match = _DAYS_BEFORE.match(text)
    first = ground.called(match["a"], "day") if match is not None else None
    if match is None or first is None:
        return ""
    day = with_iso_days(match["day"]).strip(" .'")
    told = day if re.fullmatch(r"\d{4}-\d\d-\d\d", day) else ""
    second = ground.called(match["day"], "day") if not told else None
    end = f"DATE '{told}'" if told else ground.bare(second) if second is not None else ""
    if not end:
        return ""
    back = match["dir"].casefold() == "before"
    unit = match["unit"].upper().removesuffix("S")
    edge = f"{end} {'-' if back else '+'} INTERVAL {figure(match['n'])} {unit}"
    near = match["most"] or match["less"]
    sign = (">" if back else "<") if near else ("<" if back else ">")
    return f"{ground.bare(first)} {sign}{'=' if match['most'] or match['least'] else ''} {edge}"


def _plain(text: str, ground: Ground) -> str:
    if _ONLY_NULL.match(text):
        source = source_of(ground)
        return (
            ""
            if source is None
            else ground.missing(source)
            if not re.search("null", text, re.I)
            else f"{source.sql} IS NULL"
        )
    made = plain_test(text, ground)
    return made if made and not _quotes_words(made, text) else ""


def _quotes_words(sql: str, text: str) -> bool:
    """Whether a fixed value of a condition is an everyday word that stands without quotes in the text."""
    for value in re.findall(r"'((?:[^']|'')*)'", sql):
        if re.fullmatch(r"[a-z]{2,}(?: [a-z]+)+", value) and f"'{value}'" not in text:
            return True
    return False


def _known(text: str, ground: Ground) -> str:
    names = {c.column.name.casefold() for c in ground.names.columns}
    return ground.tools.test(text) if names & set(re.findall(r"\w+", text.casefold())) else ""


def _of_noun(text: str, ground: Ground) -> str:
    """A code behind what it is of: ``unit month``."""
    match = _OF_NOUN.match(text)
    column = ground.names.called(match["noun"], "text") if match is not None else None
    if match is None or column is None or match["list"].casefold() in ("is", "null", "empty"):
        return ""
    ground.topic = column
    return among(column, list(_each(match["list"])), ground)


def _codes(text: str, ground: Ground) -> str:
    """Codes of what was spoken of last, or of the only text that holds codes."""
    match = _CODES.match(text)
    source = source_of(ground)
    if source is not None and ground.target in ("number", "day", "moment") and kind_of(source) == "text":
        source = None
    column = ground.topic or (
        source if source is not None and kind_of(source) in ("text", "number") else None
    )
    if match is None or column is None:
        return ""
    values = list(_each(match["list"]))
    if any(
        re.fullmatch(r"null|empty|blank|missing|none|it|not|no|others?|else|rest", v, re.IGNORECASE)
        for v in values
    ):
        return ""
    made = among(column, values, ground)
    ground.topic = column if made else ground.topic
    return made


def _each(codes: str) -> Iterator[str]:
    for found in re.findall(_CODE, codes):
        if found.casefold() != "or":
            yield found


def _numbered(text: str, ground: Ground) -> str:
    """The month or the year that a column tells as a number."""
    match = _PART_OF_DAY.match(text)
    column = numbered(match["part"][:1].casefold(), ground) if match is not None else None
    return f"{column.sql} = {match['n']}" if match is not None and column is not None else ""


def _flagged(text: str, ground: Ground) -> str:
    """Rows by their flag: ``prepaid orders``."""
    match = _WORDS_OF_ROWS.match(text)
    column = ground.names.called(match["flag"], "truth") if match is not None else None
    if column is None and match is not None:
        flags = [
            c
            for c in ground.tools.columns
            if kind_of(c) == "truth" and match["flag"].casefold() in c.column.name.casefold().split("_")
        ]
        column = flags[0] if len(flags) == 1 else None
    return f"coalesce({column.sql}, false)" if column is not None else ""


_READERS: tuple[Callable[[str, Ground], str], ...] = (
    _negative,
    _at_least,
    _days_before,
    _flagged,
    _numbered,
    _known,
    _of_noun,
    _codes,
    _plain,
)
