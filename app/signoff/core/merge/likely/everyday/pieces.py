"""A rule cut into sentences and pieces; what stands in quotes or brackets is never cut."""

from __future__ import annotations

import re

_SENTENCE = re.compile(r"\s*;\s*|(?<!\be\.g)(?<!\bi\.e)(?<=[^\s.])\.(?=\s|$)\s*")
_COMMA = re.compile(r"\s*,\s+(?:and\s+(?=(?:if|when|null|0)\b)|but\s+)?")
_PREFACE = re.compile(r"^(?P<p>[A-Za-z][A-Za-z ]{3,50}?)\s*:\s+(?P<rest>\S.*)$")
_NO_PREFACE = re.compile(
    r"\b(?:not|no|null|empty|if|when|only|except|else|otherwise|unless|default|missing|blank|all|any|other|"
    r"others|true|false|yes|rest|both)\b",
    re.IGNORECASE,
)
_INNER = re.compile(r"\s*\((?P<in>[^()]*)\)")
_OF_ALL = re.compile(
    r"\b(?:upper|lower|case)\b.*\b(?:case|matter|sensitive)\b|\bignor\w+\b.*\bcase\b", re.IGNORECASE
)
_ASIDE = re.compile(
    r"^(?:e\.?g\b.*|see\b.*|i\.?e\b.*|not\s+rounded|(?:the\s+)?time(?:\s+part)?\s+is\s+(?:dropped|cut|ignored)|"
    r"without\s+(?:the\s+)?time|lower\s+case\s+hex|hex|iso(?:\s+format)?|both\s+included|inclusive|as\s+text|"
    r"also\s+(?:empty|null|blank|missing).*|also\s+if\s+(?:it\s+is\s+)?(?:empty|null|blank|missing))$",
    re.IGNORECASE,
)


def sentences_of(text: str) -> list[str]:
    """The sentences of a rule, without brackets that only explain and words that only lead to it.

    Args:
        text: the rule on one line.
    """
    kept = _INNER.sub(_bracket, text)
    parts = _whole([p for p in _SENTENCE.split(kept) if p], "; ")
    found = [part.strip(" ") for part in parts if part.strip(" .,")]
    if found and (lead := _PREFACE.match(found[0])) is not None and not _NO_PREFACE.search(lead["p"]):
        found[0] = lead["rest"]
    return found


def _bracket(match: re.Match[str]) -> str:
    """What stays of a bracket: nothing of one that only explains, and a piece of its own of what is said of all."""
    inner = match["in"].strip()
    if _ASIDE.match(inner):
        return ""
    return f", {inner}" if _OF_ALL.search(inner) else match.group()


def pieces_of(sentence: str) -> list[str]:
    """The pieces of a sentence between its commas."""
    return [part for part in _whole(_COMMA.split(sentence), ", ") if part.strip()]


def _whole(parts: list[str], sign: str) -> list[str]:
    """Parts put together again where a cut fell into quotes or brackets."""
    made: list[str] = []
    for part in parts:
        if made and (made[-1].count("(") > made[-1].count(")") or _is_open(made[-1])):
            made[-1] = f"{made[-1]}{sign}{part}"
        else:
            made.append(part)
    return made


def _is_open(text: str) -> bool:
    return len(re.findall(r"(?<![A-Za-z])'|'(?![A-Za-z])", text)) % 2 == 1
