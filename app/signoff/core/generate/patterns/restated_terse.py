"""Terse texts of warehouse sheets in the words that compilers know: ``Y/N to 1/0``, ``keep digits only``."""

from __future__ import annotations

import re
from collections.abc import Callable

from signoff.core.domain.expressions import Scope
from signoff.core.domain.spec import ColumnMapping
from signoff.core.generate.patterns.column_nouns import name_parts, says
from signoff.core.generate.types import Family, family_of

_RUN = (
    r"(?:etl|load|loading|run|batch|job|process(?:ing)?|session|session\s+start|execution|insert(?:ion)?|dwh\s+load|"
    r"data\s+load|current\s+run)"
)
_WHEN = r"(?:date|time|timestamp|date\s*[/&+]\s*time|datetime|day|date\s+and\s+time)"
_RUN_TIME = re.compile(
    rf"(?:the\s+)?(?:sess(?:ion)?start(?:time)?|\$+\w*(?:run|load|batch|sess)\w*(?:date|time|dt|ts)\w*"
    rf"|{_RUN}(?:\s+{_RUN})?\s+{_WHEN}(?:\s+of\s+(?:the\s+)?{_RUN}(?:\s+{_RUN})?)?"
    rf"|{_WHEN}\s+(?:of|when)\s+(?:the\s+)?{_RUN}(?:\s+{_RUN})?|{_WHEN}\s+the\s+(?:row|record)\s+(?:is|was)\s+(?:loaded|inserted))",
    re.IGNORECASE,
)
_DIGITS = re.compile(
    r"(?:keep|take|load|use|leave|retain|extract)\s+(?:the\s+)?(?:digits?|numbers?|numeric(?:\s+characters?)?)\s+only|numeric\s+characters\s+only",
    re.IGNORECASE,
)
_ROUNDED = re.compile(
    r"(?:the\s+)?(?P<what>avg|average|mean|sum|total|max(?:imum)?|min(?:imum)?|median)(?:\s+of\s+(?:it|the\s+group|the\s+values?))?\s*[,;(]?\s*"
    r"(?:and\s+)?round(?:ed|ing)?\s+(?:to\s+|at\s+|with\s+)?(?P<places>\d|two|three|one|four)\s*(?:decimals?|decimal\s+(?:places?|digits)|places|digits|dp)?\)?",
    re.IGNORECASE,
)
_PLACES = {"one": "1", "two": "2", "three": "3", "four": "4"}
_SUMS = {"average": "avg", "mean": "avg", "total": "sum", "maximum": "max", "minimum": "min"}
_PAIRED = re.compile(
    r"(?:convert|map|translate|change|turn|transform|decode)?\s*(?:from\s+)?(?P<a>\w+)\s*/\s*(?P<b>\w+)(?:\s+(?:values?|flags?|codes?))?\s*(?:to|into|->|=>|→|as|becomes?)\s*"
    r"(?P<c>\w+)\s*/\s*(?P<d>\w+)",
    re.IGNORECASE,
)
_ZEROS = (
    re.compile(
        r"(?:add|with|put|fill(?:\s+with)?|prefix\s+with|prepend|pad\s+with)\s+(?:the\s+)?(?:leading\s+)?zeros?\s*(?:in\s+front)?\s*[,;(]?\s*(?:up\s+)?"
        r"(?:to\s+)?(?:a\s+)?(?:(?:total\s+)?(?:length|width)\s+(?:of\s+|is\s+)?)?(?P<n>\d+)(?:\s*(?:digits?|characters?|chars?|places?|positions?|long))?\)?",
        re.IGNORECASE,
    ),
    re.compile(
        r"(?:zero[\s-]?padded|zero[\s-]?pad|padded\s+with\s+zeros|zero[\s-]?fill(?:ed)?)\s*(?:to|,|:)?\s*(?P<n>\d+)(?:\s*(?:digits?|characters?|chars?|places?))?",
        re.IGNORECASE,
    ),
    re.compile(
        r"(?P<n>\d+)[\s-]*(?:digits?|characters?|chars?|places?)\s*,?\s*(?:with\s+leading\s+zeros|zero[\s-]?padded|left\s+padded\s+with\s+zeros)",
        re.IGNORECASE,
    ),
)
_OPEN_YET = re.compile(
    r"\b(?P<if>if|when|while)\s+(?:it\s+is\s+|is\s+)?(?:not\s+yet\s+\w+|still\s+(?:open|out|running|active)|never\s+\w+)\b",
    re.IGNORECASE,
)
_SAID = r"(?:'[^']*'|\"[^\"]*\"|-?\d+(?:\.\d+)?|[A-Za-z][\w/-]*)"
_WHEN_BLANK = re.compile(
    rf"(?:(?:then\s+)?(?:defaults?|load|use|set|put|take|populate|fill|assign)(?:\s+(?:it|value))?\s+(?:(?:to|with|as|in|by)\s+)?|default\s*[:=]?\s*)"
    rf"(?:the\s+)?(?:value\s+|text\s+|code\s+)?(?P<value>{_SAID})\s*,?\s*(?:if|when|where|in\s+case|for)\s+(?P<noun>(?:[\w.]+\s+){{0,4}}?)(?:is|are|has|"
    rf"comes)?\s*(?P<blank>blank|null|empty|missing|not\s+(?:filled|given|available|provided|populated|present|known|there)|no\s+value)"
    r"(?:\s+or\s+(?:blank|null|empty|missing))?(?:\s+in\s+(?:the\s+)?source)?",
    re.IGNORECASE,
)
_WHEN_NONE = re.compile(
    r"(?:(?:then\s+)?(?:defaults?|load|use|set|put|take|populate|fill|assign)(?:\s+(?:it|value))?\s+"
    r"(?:(?:to|with|as|in|by)\s+)?)?"
    rf"(?P<value>{_SAID})\s*,?\s*(?:if|when|where|in\s+case)\s+"
    r"(?:there\s+(?:is|are|was|were)\s+no|(?:the\s+|an?\s+)?[\w ]{1,30}?\s+(?:has|have|had|comes?\s+with)\s+"
    r"(?:no|an?\s+empty))\s+(?P<noun>[\w ]+?)(?:\s+(?:set|given|filled|recorded|entered))?",
    re.IGNORECASE,
)
_EXPLAINED = (
    re.compile(
        rf"(?P<one>{_SAID})\s*,?\s*(?:if|when|where)\s+[^()]+?\s*\((?P<test>[^()]+)\)\s*[,;:]?\s*(?:otherwise|else|if\s+not|in\s+other\s+cases)\s*"
        rf"[,:]?\s*(?P<two>{_SAID})",
        re.IGNORECASE,
    ),
    re.compile(
        rf"(?:if|when|where)\s+[^()]+?\s*\((?P<test>[^()]+)\)\s*[,;:]?\s*(?:then|->|=>|:|load|set(?:\s+to)?)?\s*(?P<one>{_SAID})\s*[,;:]?\s*"
        rf"(?:otherwise|else|if\s+not|in\s+other\s+cases)\s*[,:]?\s*(?P<two>{_SAID})",
        re.IGNORECASE,
    ),
)
_TESTED = re.compile(r"\s*(?:=|<>|!=|<=|>=|<|>|\bis\b|\bin\b|\blike\b)\s*", re.IGNORECASE)
_OF_ONE = re.compile(
    r"(?P<sum>(?:the\s+)?(?:total\s+)?(?:number|count|sum|total|average|maximum|minimum|max|min)\b.+?)\s+"
    r"(?:of|per|for|in|on)\s+(?:the|each|this|every|one|an?)?\s*(?P<noun>[A-Za-z]+)",
    re.IGNORECASE,
)
_SCALED = re.compile(
    r"(?:the\s+)?[\w ]+?\s+(?:is|are|comes?|arrives?)\s+"
    r"(?:(?:stored|held|kept|given|delivered|provided|recorded|measured)\s+)?in\s+[\w ]+?\s*[,;:.-]+\s*"
    r"(?:so\s+|please\s+|therefore\s+|and\s+)?(?P<rest>(?:divide|multiply|divided|multiplied)\b.+)",
    re.IGNORECASE,
)


def _run_time(text: str, scope: Scope, mapping: ColumnMapping) -> str:
    """The moment of the run, for a column without a source."""
    if scope.sources or _RUN_TIME.fullmatch(text) is None:
        return ""
    return "current_date" if family_of(scope.target_type) is Family.DATE else "current_timestamp"


def _digits(text: str, scope: Scope, mapping: ColumnMapping) -> str:
    return "digits only" if _DIGITS.fullmatch(text) else ""


def _rounded(text: str, scope: Scope, mapping: ColumnMapping) -> str:
    found = _ROUNDED.fullmatch(text)
    if found is None or not scope.aggregate or len(scope.sources) != 1:
        return ""
    what, places = found["what"].lower(), found["places"].lower()
    return f"round({_SUMS.get(what, what)}({scope.sources[0].sql}), {_PLACES.get(places, places)})"


def _paired(text: str, scope: Scope, mapping: ColumnMapping) -> str:
    found = _PAIRED.fullmatch(text)
    if found is None or len(scope.sources) != 1 or family_of(scope.sources[0].column.type) is not Family.TEXT:
        return ""
    return f"'{found['a']}' = {_said(found['c'])}, '{found['b']}' = {_said(found['d'])}"


def _said(word: str) -> str:
    return word if word.isdigit() else f"'{word}'"


def _zeros(text: str, scope: Scope, mapping: ColumnMapping) -> str:
    found = next((m for shape in _ZEROS if (m := shape.fullmatch(text)) is not None), None)
    return f"left pad with zeros to {found['n']}" if found is not None else ""


def _open_yet(text: str, scope: Scope, mapping: ColumnMapping) -> str:
    """What has not happened yet has no date: of the only source, where that is one."""
    dated = len(scope.sources) == 1 and family_of(scope.sources[0].column.type) in (
        Family.DATE,
        Family.TIMESTAMP,
    )
    return _OPEN_YET.sub("if null", text) if dated else ""


def _when_blank(text: str, scope: Scope, mapping: ColumnMapping) -> str:
    """A default for the only source, however the sentence calls it: its words must not name another column."""
    found = _WHEN_BLANK.fullmatch(text)
    if found is None or len(scope.sources) != 1 or _names_another(found["noun"], scope):
        return ""
    blank = "null" if "null" in found["blank"].lower() else "blank"
    return f"if {blank} then {_literal(found['value'])}"


def _when_none(text: str, scope: Scope, mapping: ColumnMapping) -> str:
    """A default where "the contact has no stage": each word of what is missing is one of the only source's name."""
    found = _WHEN_NONE.fullmatch(text)
    if found is None or len(scope.sources) != 1:
        return ""
    parts = name_parts(scope.sources[0].column.name)
    said = [w for w in re.findall(r"[^\W_]+", found["noun"].casefold()) if w not in ("value", "the", "a")]
    fits = said and all(any(says(part, word) for part in parts) for word in said)
    return f"if null then {_literal(found['value'])}" if fits else ""


def _names_another(noun: str, scope: Scope) -> bool:
    own = scope.sources[0].column.name.casefold()
    others = {c.column.name.casefold() for c in scope.columns} - {own}
    return bool({w.casefold() for w in re.findall(r"\w+", noun)} & others)


def _literal(said: str) -> str:
    return said if said[0] in "'\"" or re.fullmatch(r"-?\d+(?:\.\d+)?", said) else f"'{said}'"


_TESTS_TOO = re.compile(r"\b(?:and|nor|unless|except)\b|['\"=<>]", re.IGNORECASE)
"""What words before brackets hold that ask something of their own."""


def _explained(text: str, scope: Scope, mapping: ColumnMapping) -> str:
    """``No if the vendor is blocked (BLOCKED = X), otherwise Yes``: the brackets say what the words mean."""
    found = next((m for shape in _EXPLAINED if (m := shape.fullmatch(text)) is not None), None)
    known = {c.column.name.casefold() for c in scope.columns}
    words = {w.casefold() for w in re.findall(r"\w+", found["test"])} if found is not None else set()
    if found is None or not _TESTED.search(found["test"]) or not words & known:
        return ""
    described = text[: found.start("test")].replace(found["one"], "").replace(found["two"], "")
    if _TESTS_TOO.search(described):
        return ""
    return f"if {found['test']} then {_literal(found['one'])} else {_literal(found['two'])}"


def _scaled(text: str, scope: Scope, mapping: ColumnMapping) -> str:
    found = _SCALED.fullmatch(text)
    return found["rest"] if found is not None else ""


def _of_the_target(text: str, scope: Scope, mapping: ColumnMapping) -> str:
    """``number of items of the contract`` in a target of contracts: of each of its rows, which goes without saying."""
    found = _OF_ONE.fullmatch(text)
    if found is None or not scope.aggregate or scope.group_keys:
        return ""
    named = {w.casefold().removesuffix("s") for w in re.findall(r"[A-Z]?[a-z]+|[A-Z]+", mapping.target)}
    return found["sum"] if found["noun"].casefold().removesuffix("s") in named else ""


def _counted(text: str, scope: Scope, mapping: ColumnMapping) -> str:
    """A bare ``count`` of the only source, where rows are summed up."""
    bare = re.fullmatch(r"(?:row\s+)?count(?:\s+of\s+(?:rows|records|values|entries))?", text, re.IGNORECASE)
    return f"count({scope.sources[0].sql})" if bare and scope.aggregate and len(scope.sources) == 1 else ""


TERSE: tuple[Callable[[str, Scope, ColumnMapping], str], ...] = (
    _run_time,
    _digits,
    _rounded,
    _paired,
    _zeros,
    _open_yet,
    _when_blank,
    _when_none,
    _explained,
    _scaled,
    _of_the_target,
    _counted,
)
"""Each gives the text in other words, or nothing."""
