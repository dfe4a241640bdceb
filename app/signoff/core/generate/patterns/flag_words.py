"""Texts for the values of a flag, where a text is called like the flag: ``private when true, public when false``.

What stands for a value is a text and not the column of that name; of a flag, ``empty`` means that it holds no value.
"""

from __future__ import annotations

import re

from signoff.core.domain.expressions import Scope
from signoff.core.generate.types import Family, family_of

_W = r"(?P<word>[A-Za-z][\w-]*(?:\s+[\w-]+){0,2}?)"
_NONE = (
    r"(?:null|empty|missing|blank|unknown|not\s+(?:filled|set|given|known)"
    r"|(?:there\s+is\s+)?no(?:t\s+any)?\s+value)"
)
_FLAG = rf"(?P<flag>true|false|{_NONE})"
_IF = r"(?:when|if|for|where)\s+(?:it\s+is\s+|it's\s+|is\s+)?"
_IS = r"(?:\s+(?:is|means|gives|becomes|counts\s+as|stands\s+for)\s+|\s*(?:=|:|->|=>|→)\s*)"
_BEFORE = re.compile(rf"^{_W}\s+{_IF}{_FLAG}$", re.IGNORECASE)
_BEHIND = re.compile(rf"^{_FLAG}{_IS}{_W}$", re.IGNORECASE)
_CUT = re.compile(r"\s*[,;]\s*(?:and\s+)?|\s+and\s+", re.IGNORECASE)
_NO_TEXT = frozenset(
    (
        "null",
        "nothing",
        "empty",
        "true",
        "false",
        "itself",
        "unchanged",
        "none",
        "it",
        "the value",
        "no value",
    )
)
_TRUTH = re.compile(
    rf"^(?:an?\s+)?{_NONE}(?:\s+(?:values?|flags?|ones?))?{_IS}(?P<truth>true|false|yes|no)$"
    rf"|^(?P<first>true|false)\s+{_IF}{_NONE}$",
    re.IGNORECASE,
)
_RESULT_BEFORE = r"(?P<lead>^|[;,.]\s*(?:(?:otherwise|else|and|then)\s+)?|\b(?:otherwise|else|then)\s+)"
_RESULT_BEHIND = r"(?=\s+(?:if|when|where)\b|\s*[;,.]|\s*$)"
_RESULT = re.compile(
    rf"{_RESULT_BEFORE}(?P<name>(?!(?:if|when|where|otherwise|else|then)\b)[A-Za-z][\w-]*){_RESULT_BEHIND}",
    re.IGNORECASE,
)
"""A word that a rule gives."""


def flag_words(text: str, scope: Scope) -> str:
    """The rule with those texts in quotes; empty where it holds none, or is none of these."""
    plain = " ".join(text.split()).strip(" .")
    return _of_missing(plain, scope) or _listed(plain, scope) or _called_like_flags(plain, scope)


def _is_flag(scope: Scope) -> bool:
    return len(scope.sources) == 1 and family_of(scope.sources[0].column.type) is Family.FLAG


def _of_missing(plain: str, scope: Scope) -> str:
    """``null is false``: what a flag without a value counts as; any other stays what it is."""
    match = _TRUTH.match(plain)
    if match is None or not _is_flag(scope) or family_of(scope.target_type) is not Family.FLAG:
        return ""
    truth = (match["truth"] or match["first"]).casefold()
    return f"coalesce({scope.sources[0].sql}, {'true' if truth in ('true', 'yes') else 'false'})"


def _listed(plain: str, scope: Scope) -> str:
    """A text for each value of the only source."""
    if not _is_flag(scope) or family_of(scope.target_type) not in (Family.TEXT, Family.UNKNOWN):
        return ""
    found: dict[str, str] = {}
    for item in _CUT.split(plain):
        match = _BEFORE.match(item) or _BEHIND.match(item)
        if match is None or match["word"].casefold() in _NO_TEXT:
            return ""
        flag = match["flag"].casefold()
        flag = flag if flag in ("true", "false") else "null"
        if flag in found:
            return ""
        found[flag] = match["word"]
    if not {"true", "false"} <= set(found):
        return ""
    return ", ".join(f"'{word}' when {flag}" for flag, word in found.items())


def _called_like_flags(plain: str, scope: Scope) -> str:
    """``reserved if reserved is true, else out``: what a rule gives is the word, where a text is asked for."""
    if family_of(scope.target_type) is not Family.TEXT:
        return ""
    if not re.search(r"\b(?:if|when)\b", plain, re.IGNORECASE):
        return ""
    known = {c.column.name.casefold(): family_of(c.column.type) for c in scope.columns}
    given = [match["name"].casefold() for match in _RESULT.finditer(plain)]
    if not any(known.get(name) is Family.FLAG for name in given):
        return ""
    if any(known.get(name, Family.FLAG) is not Family.FLAG or name in _NO_TEXT for name in given):
        return ""
    return _RESULT.sub(lambda match: f"{match['lead']}'{match['name']}'", plain)
