"""Signs at the beginning taken off, spellings that do not count, two values that are the same."""

from __future__ import annotations

import re

from signoff.core.domain.expressions import Scope
from signoff.core.domain.spec import ColumnMapping
from signoff.core.generate.types import Family, family_of

_SPELLING = re.compile(
    r"\s*,?\s*(?:(?:in|with)\s+(?:whatever|any|whichever)\s+(?:spelling|case|capitalisation|capitalization)"
    r"|(?:however|no\s+matter\s+how|regardless\s+of\s+how)\s+it\s+is\s+(?:spelled|spelt|written|capitalised|capitalized))"
    r"(?:\s*\((?P<forms>[\w-]+(?:\s*(?:,|/|or|and)\s*[\w-]+)*)\))?(?=\s*(?:[,;.]|$))",
    re.IGNORECASE,
)
_TESTED = re.compile(r"\b(?:is|=|called|equals)\s+(?:an?\s+)?'?(?P<value>[\w-]+)'?$", re.IGNORECASE)
_ALL_OTHERS = re.compile(
    r"\s*[,;.]\s*false\s+for\s+(?:all|any|every|the)\s+(?:others?|other\s+\w+|rest)(?:\s+and\s+(?:when|if|where)\s+(?:it\s+is\s+)?"
    r"(?:missing|empty|null|blank|not\s+(?:filled|given|known)))?$",
    re.IGNORECASE,
)
_SAME = re.compile(
    r"^(?P<yes>true|false|'?[YyNn](?:es|o)?'?|[01])\s+(?:if|when)\s+(?:(?:the\s+)?two|both|they|the\s+two\s+(?:columns|values|fields|codes))\s+"
    r"(?P<how>(?:are\s+)?(?:the\s+same|equal|identical|alike)|match|agree|(?:are\s+)?different|differ|are\s+not\s+(?:the\s+same|equal))\s*"
    r"[,;]?\s*(?:else|otherwise|if\s+not)\s+(?P<no>true|false|'?[YyNn](?:es|o)?'?|[01])$",
    re.IGNORECASE,
)
_DIFFERENT = re.compile(r"different|differ|not", re.IGNORECASE)
_STEP = re.compile(r"\s*(?:[,;.]\s*(?:and\s+)?(?:then\s+)?|\s+and\s+(?:then\s+)?|\s+then\s+)", re.IGNORECASE)
_SIGN = r"(?:the\s+|an?\s+|any\s+)?(?:leading\s+)?(?:sign\s+)?'?(?P<sign>[^\w\s'])'?"
_IF_THERE = (
    r"(?:\s*,?\s*(?:if\s+(?:there\s+is\s+(?:one|any)|it\s+is\s+there|any|present)"
    r"|where\s+(?:there\s+is\s+one|present)))?"
)
_FRONT = r"\s+(?:in\s+front|at\s+the\s+(?:front|start|beginning|left)|before\s+it)"
_REMOVED = tuple(
    re.compile(shape, re.IGNORECASE)
    for shape in (
        rf"^(?:remove|drop|cut(?:\s+off)?|strip|take\s+off|delete|leave\s+out)\s+{_SIGN}{_FRONT}{_IF_THERE}$",
        rf"^(?:remove|drop|cut(?:\s+off)?|strip|take\s+off|delete)\s+(?:the|an?|any)\s+leading\s+'?(?P<sign>[^\w\s'])'?{_IF_THERE}$",
        rf"^without\s+{_SIGN}{_FRONT}{_IF_THERE}$",
        r"^without\s+(?:the\s+|an?\s+)?leading\s+'?(?P<sign>[^\w\s'])'?$",
    )
)
_AFTER_COMMA = re.compile(
    r"\s*,\s*(?=(?:if\s+(?:any|there|it\s+is\s+there|present)|where\s+(?:there|present))\b)", re.IGNORECASE
)
_CASES = {
    "upper case": "upper",
    "uppercase": "upper",
    "upper": "upper",
    "lower case": "lower",
    "lowercase": "lower",
    "lower": "lower",
}
_TRIM = re.compile(r"^(?:trim|trimmed|strip|blanks\s+off)$", re.IGNORECASE)
_NOTHING = re.compile(
    r"^(?:if\s+)?(?:nothing\s+(?:is\s+)?left|(?:an?\s+)?(?:empty|blank)(?:\s+(?:text|string|result|rest))?|what\s+is\s+empty)\s*"
    r"(?:means|is|becomes|counts\s+as|gives|=|->|:|,|then)?\s*(?:then\s+)?(?:null|no\s+value)$",
    re.IGNORECASE,
)


def _any_spelling(text: str, scope: Scope, mapping: ColumnMapping) -> str:
    """``in whatever spelling (bot, BOT)`` as ignoring case; the forms in brackets must be the value's own letters."""
    match = _SPELLING.search(text)
    if match is None:
        return ""
    tested = _TESTED.search(text[: match.start()])
    forms = re.findall(r"[\w-]+", re.sub(r"\b(?:or|and)\b", " ", match["forms"] or ""))
    if tested is None or any(form.casefold() != tested["value"].casefold() for form in forms):
        return ""
    behind = _ALL_OTHERS.sub(", otherwise false", text[match.end() :])
    before = text[: tested.start("value")].removesuffix("'")
    return f"{before}'{tested['value']}' (any case){behind}"


def _both_same(text: str, scope: Scope, mapping: ColumnMapping) -> str:
    """Two sources compared: a missing one is not the same as any other."""
    match = _SAME.match(text)
    if match is None or len(scope.sources) != 2 or match["yes"].casefold() == match["no"].casefold():
        return ""
    left, right = scope.sources
    if family_of(left.column.type) is not family_of(right.column.type):
        return ""
    sign = "<>" if _DIFFERENT.search(match["how"]) else "="
    test = f"coalesce({left.sql} {sign} {right.sql}, false)"
    yes, no = match["yes"], match["no"]
    if {yes.casefold(), no.casefold()} == {"true", "false"}:
        return test if yes.casefold() == "true" else f"not {test}"
    return f"case when {test} then {_said(yes)} else {_said(no)} end"


def _said(word: str) -> str:
    return word if word.isdigit() or word.startswith("'") else f"'{word}'"


def _sign_in_front(text: str, scope: Scope, mapping: ColumnMapping) -> str:
    """The steps in their order: what is trimmed, the sign that is taken off once, what becomes of an empty rest."""
    only = scope.sources[0] if len(scope.sources) == 1 else None
    if only is None or family_of(only.column.type) is not Family.TEXT:
        return ""
    sql, removed, ended = only.sql, False, False
    for step in (part for part in _STEP.split(_AFTER_COMMA.sub(" ", text)) if part):
        match = next((m for shape in _REMOVED if (m := shape.match(step)) is not None), None)
        if ended or (match is not None and removed):
            return ""
        if match is not None:
            sign = match["sign"]
            sql = f"case when starts_with({sql}, '{sign}') then substring({sql}, 2) else {sql} end"
            removed = True
        elif _TRIM.match(step):
            sql = f"trim({sql})"
        elif step.casefold() in _CASES:
            sql = f"{_CASES[step.casefold()]}({sql})"
        elif _NOTHING.match(step) and removed:
            sql, ended = f"nullif({sql}, '')", True
        else:
            return ""
    return sql if removed else ""


SIGNS = (_any_spelling, _both_same, _sign_in_front)
