"""Words of a rule that lead on and are no values, where an expression holds them as fixed texts all the same."""

from __future__ import annotations

import re

_TEXT = re.compile(r"'((?:[^']|'')*)'")
_QUOTED = re.compile(r"'[^']*'|\"[^\"]*\"|“[^”]*”")
_LEADS_ON = re.compile(
    r"(?:also|even|including|incl)\b.*|(?:everything|anything|all|any|every)(?:\s+(?:else|others?)"
    r")?|otherwise|else|the\s+rest|rest",
    re.IGNORECASE,
)
_CASE_TOLD = re.compile(
    r"\b(?:source|codes?|values?|they|it)\s+(?:also\s+)?(?:has|have|holds?|contains?|comes?|may\s+"
    r"(?:have|come))\s+(?:also\s+)?(?:in\s+)?"
    r"(?:small|lower|upper|capital)",
    re.IGNORECASE,
)
"""Says how values are written in the source, and not what is done with them."""
_CASE_MADE = re.compile(r"\b(?:THEN|ELSE)\s+(?:lower|upper)\(", re.IGNORECASE)


def turns_words_to_values(rule: str, sql: str) -> bool:
    """Whether an expression has such a word as a value, or writes values otherwise where only their case is told.

    Args:
        rule: the rule.
        sql: what was made of it.
    """
    quoted = {text[1:-1].casefold() for text in _QUOTED.findall(rule)}
    told = (text.casefold() for text in _TEXT.findall(sql))
    if any(text not in quoted and _LEADS_ON.fullmatch(text) for text in told):
        return True
    if _compares_with_kind(sql, quoted) or _keeps_blank(rule, sql):
        return True
    return _CASE_TOLD.search(rule) is not None and _CASE_MADE.search(sql) is not None


_KIND = re.compile(
    r"(?:=|<>) '((?:an? )?(?:valid )?(?:numbers?|numeric|dates?|time ?stamps?|integers?))'", re.IGNORECASE
)
_NULL_OR_BLANK = re.compile(
    r"\b(?:null|missing|empty)\s+or\s+blank\b|\bblank\s+or\s+(?:null|missing|empty)\b", re.IGNORECASE
)


def _compares_with_kind(sql: str, quoted: set[str]) -> bool:
    """Whether a value is held against the word for its kind: ``price <> 'number'``."""
    return any(word.casefold() not in quoted for word in _KIND.findall(sql))


def _keeps_blank(rule: str, sql: str) -> bool:
    """Whether blank text stays where a rule says what stands for it as for a missing one."""
    return (
        _NULL_OR_BLANK.search(rule) is not None
        and re.search(r"\b(?:trim|upper|lower)\(", sql) is not None
        and sql.casefold().startswith("coalesce(")
        and "''" not in sql
    )
