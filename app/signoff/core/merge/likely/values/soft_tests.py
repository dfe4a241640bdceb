"""Conditions in everyday words on columns that they only hint at: ``has a current plan``, ``paid at least once``."""

from __future__ import annotations

import re
from collections.abc import Sequence

from signoff.core.domain.expressions import ScopeColumn
from signoff.core.merge.likely.conditions import is_missing, is_text
from signoff.core.merge.likely.marked import softly_named
from signoff.core.merge.likely.values.ranges import range_of
from signoff.core.merge.lookuptexts import singular
from signoff.core.merge.names import NUMERIC, word_set, words
from signoff.core.merge.rows_told import stem
from signoff.core.merge.scoping import is_day

_HAS = re.compile(
    r"^(?:(?:who|that|it|he|she|they|someone|there)\s+)?(?:still\s+)?(?:has|have|had|with|there\s+(?:is|"
    r"was)|holds?)\s+(?:an?\s+|any\s+|some\s+)?(?P<noun>[a-z][\w ]*?)$",
    re.IGNORECASE,
)
_LACKS = re.compile(
    r"^(?:(?:we|they)\s+(?:do\s+not|don't|does\s+not)\s+(?:even\s+)?(?:hold|have|know|keep)(?:\s+an?|"
    r"\s+any|\s+the)?\s+|(?:(?:who|that|it|there)\s+)?(?:(?:has|have|had|is|with|there\s+(?:is|"
    r"was))\s+)?(?:no|without(?:\s+an?)?|lacks?)\s+)(?P<noun>[a-z][\w ]*?)(?:\s+at\s+all)?$",
    re.IGNORECASE,
)
_IS_MISSING = re.compile(
    r"^(?:the\s+)?(?P<noun>[a-z][\w ]*?)\s+(?:is\s+|are\s+|was\s+)?(?P<not>not\s+)?(?:missing|"
    r"empty|null|blank|unknown|not\s+(?:known|given|there|filled|set|found))$",
    re.IGNORECASE,
)
_DONE = re.compile(
    r"^(?:(?:it|who|that|he|she|they)\s+)?(?:(?:is|was|were|are|has\s+been|have\s+been|already|been)\s+)*(?P<not>not\s+(?:yet\s+)?|never\s+)?(?:(?:been|was|is)\s+)?"
    r"(?P<verb>[a-z]+(?:ed|en|t|d|id|ve))(?:\s+(?:yet|already|at\s+all|so\s+far|[a-z]+s))?(?P<rest>\s+(?:on\s+)?(?:at\s+least|more\s+than|fewer\s+than|less\s+than|once|twice|\d+|one|two|three)\b.*)?$",
    re.IGNORECASE,
)
_TIMES = re.compile(r"\b(once|twice)\b", re.IGNORECASE)
_OPEN = re.compile(
    r"^(?:it\s+)?(?:is\s+)?(?:still|not\s+\w+\s+yet)\s*(?:is\s+)?(?P<what>running|open|active|going|current|employed|here|valid|there)?$",
    re.IGNORECASE,
)
_ENDS = word_set(
    "end ended ends to until left closed close term terminated cancelled finish finished "
    "stopped stop expiry expires churned"
)
_SPLIT = re.compile(
    r"\s+(?:but|and)\s+(?=(?:no|not|without|has|have|is|was|never|still|at)\b)", re.IGNORECASE
)


def soft_test(text: str, columns: Sequence[ScopeColumn]) -> str:
    """Boolean SQL of what a few words most likely ask of columns; empty where no one column fits.

    Args:
        text: the condition.
        columns: those it may be about, the likelier ones first.
    """
    plain = " ".join(text.strip(" .,:;").split())
    parts = _SPLIT.split(plain)
    if len(parts) > 1:
        made = [soft_test(part, columns) for part in parts]
        return " AND ".join(made) if all(made) else ""
    for reader in (_lacks, _has, _is_missing, _open, _done):
        made_one = reader(plain, columns)
        if made_one:
            return made_one
    return ""


def called(noun: str, columns: Sequence[ScopeColumn]) -> ScopeColumn | None:
    """The one column whose name has every word of a noun, or whose every word the noun has."""
    wanted = {stem(w) for w in words(noun) if w not in ("the", "a", "an", "its", "of", "any")}
    if not wanted:
        return None
    exact = [c for c in columns if {stem(w) for w in words(c.column.name)} == wanted]
    wider = [c for c in columns if wanted <= {stem(w) for w in words(c.column.name)}]
    within = [c for c in columns if wanted and {stem(w) for w in words(c.column.name)} <= wanted]
    within = within if len(wanted) < 4 else []
    for found in (exact, wider, within):
        if len({c.sql for c in found}) == 1:
            return found[0]
        first = [c for c in found if c.is_source or c.relation == "this_row"]
        if len({c.sql for c in first}) == 1:
            return first[0]
    plain = noun.split()
    return softly_named(plain[-1], columns) if len(plain) < 3 and plain else None


def _lacks(text: str, columns: Sequence[ScopeColumn]) -> str:
    match = _LACKS.match(text)
    column = called(match["noun"], columns) if match is not None else None
    if column is None:
        return ""
    return f"coalesce({column.sql}, 0) = 0" if _is_count(column) else is_missing(column)


def _has(text: str, columns: Sequence[ScopeColumn]) -> str:
    match = _HAS.match(text)
    if match is None:
        return ""
    column = called(match["noun"], columns)
    if column is not None:
        return f"{column.sql} > 0" if _is_count(column) else f"not ({is_missing(column)})"
    return _counted(match["noun"], columns)


def _is_missing(text: str, columns: Sequence[ScopeColumn]) -> str:
    match = _IS_MISSING.match(text)
    column = called(match["noun"], columns) if match is not None else None
    if match is None or column is None:
        return ""
    return f"not ({is_missing(column)})" if match["not"] else is_missing(column)


def _open(text: str, columns: Sequence[ScopeColumn]) -> str:
    """Something that goes on: its last day is missing."""
    match = _OPEN.match(text)
    if match is None or not match["what"]:
        return ""
    ends = [c for c in columns if is_day(c) and set(words(c.column.name)) & _ENDS]
    return f"{ends[0].sql} IS NULL" if len({c.sql for c in ends}) == 1 else ""


def _done(text: str, columns: Sequence[ScopeColumn]) -> str:
    """What happened or did not: by its day, or by how often."""
    match = _DONE.match(text)
    if match is None:
        return ""
    days = [c for c in columns if is_day(c) and _kin(match["verb"], c)]
    counts = [c for c in columns if _is_count(c) and _kin(match["verb"], c)]
    if match["rest"]:
        return _counted(f"{match['rest']} {match['verb']}", columns, match["verb"])
    if len({c.sql for c in days}) == 1:
        return f"{days[0].sql} IS {'' if match['not'] else 'NOT '}NULL"
    if len({c.sql for c in counts}) == 1:
        return f"coalesce({counts[0].sql}, 0) = 0" if match["not"] else f"{counts[0].sql} > 0"
    return ""


def _counted(text: str, columns: Sequence[ScopeColumn], verb: str = "") -> str:
    """How often: ``at least one day``, ``more than two payments``, ``paid at least once``."""
    said = re.sub(r"^\s*on\s+", "", text.strip())
    counts = [c for c in columns if NUMERIC.match(c.column.type)]
    for column in counts:
        figures = said.replace(verb, "").strip() if verb else said
        nouns = [w for w in words(said) if singular(w) in {singular(p) for p in words(column.column.name)}]
        if not (nouns or (verb and _kin(verb, column))):
            continue
        found = range_of(
            _TIMES.sub(lambda m: "1" if m[1].lower() == "once" else "2", figures), column.column.name
        )
        if found is not None:
            return found.sql.replace("{x}", column.sql)
    return ""


def _kin(verb: str, column: ScopeColumn) -> bool:
    """Whether a verb and a word of a name are of one kind: ``paid`` and payment."""
    roots = {_root(verb)}
    return any(_root(word) in roots for word in words(column.column.name))


def _root(word: str) -> str:
    irregular = {
        "paid": "pay",
        "bought": "buy",
        "sold": "sell",
        "sent": "send",
        "left": "left",
        "made": "make",
        "came": "come",
    }
    plain = irregular.get(word.casefold(), stem(word))
    plain = re.sub(r"(?<=\w{3})(?:ment|ity|ion|er)$", "", plain)
    return (
        plain[:-1] if len(plain) > 4 and plain[-1] == plain[-2] else re.sub(r"(?<=\w{3})(?:e|iv)$", "", plain)
    )


def _is_count(column: ScopeColumn) -> bool:
    return NUMERIC.match(column.column.type) is not None and not is_text(column)
