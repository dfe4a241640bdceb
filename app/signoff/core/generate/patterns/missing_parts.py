"""Texts put together of columns, with a sentence on a part that is missing.

``Postal code, space, city. If one of the two is missing, just the other one`` and ``LastName, FirstName (with comma and
space). A missing last name is written as n/a``. The sentence is no value of its own, which other readers take it for.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from signoff.core.domain.expressions import Scope, ScopeColumn
from signoff.core.domain.known_names import squashed
from signoff.core.generate.patterns.restated_listed import meant, merged, sign_in
from signoff.core.generate.types import Family, family_of

_SENTENCE = re.compile(r"(?<=[\w)'\"])\s*[.;]\s+")
_MISSING = r"(?:missing|empty|blank|null|not\s+(?:filled|given|known|there|set|present)|unknown)"
_ONLY = (
    r"(?:(?:then\s+)?(?:use|take|show|write|put|load|it\s+is|there\s+is|keep)\s+)?(?:just|only|simply)?\s*"
)
_OTHER_ALONE = re.compile(
    rf"^(?:if|when|where)\s+(?:only\s+)?(?:(?:either|one|any)(?:\s+(?:of\s+(?:the\s+|these\s+)?(?:two|both|them|parts)|part|field|value))?)\s+(?:is|are)\s+{_MISSING}\s*,?\s*"
    rf"{_ONLY}(?:the\s+)?other(?:\s+(?:one|part|value|field))?(?:\s+(?:alone|only|is\s+(?:used|taken|shown|enough)|on\s+its\s+own))?$"
    rf"|^{_ONLY}(?:the\s+)?other(?:\s+(?:one|part|value|field))?(?:\s+alone)?\s*,?\s+(?:if|when|where)\s+(?:either|one)(?:\s+of\s+(?:the\s+|these\s+)?(?:two|both|them)|\s+part)?\s+is\s+{_MISSING}$"
    rf"|^(?:a\s+)?{_MISSING}\s+parts?\s+(?:is|are)\s+(?:left\s+out|skipped|omitted|ignored)(?:\s+(?:with|together\s+with)\s+(?:its|the)\s+(?:separator|space|comma))?$",
    re.IGNORECASE,
)
_VALUE = r"(?P<{0}>'[^']*'|\"[^\"]*\"|[A-Za-z]/[A-Za-z]|[A-Z]{{1,4}}|\?+|-+|[A-Z][a-z]+)"
_WRITTEN_AS = re.compile(
    rf"^(?:(?:if|when|where)\s+)?(?:an?|the|any)\s+{_MISSING}\s+(?P<noun>[\w ]{{2,30}}?)\s+(?:is|ar"
    rf"e|becomes?|counts?|gets?|shows?)\s*(?:written|shown|replaced|filled|given|loaded|set)?\s*(?:"
    rf"as|with|by|to)?\s*{_VALUE.format('value')}$"
    rf"|^{_VALUE.format('early')}\s+(?:if|when|where)\s+(?:the\s+|there\s+is\s+no\s+)?(?P<noun2>[\w"
    rf" ]{{2,30}}?)(?:\s+is\s+{_MISSING})$"
    rf"|^{_VALUE.format('for')}\s+(?:for|instead\s+of)\s+(?:an?\s+|the\s+)?{_MISSING}\s+(?P<noun3>[\w ]{{2,30}}?)$"
    rf"|^(?:if|when|where)\s+(?:the\s+)?(?P<noun4>[\w ]{{2,30}}?)\s+is\s+{_MISSING}\s*[,:]?\s*(?:us"
    rf"e|write|put|show|take|then)?\s*{_VALUE.format('late')}$",
    re.IGNORECASE,
)
_BRACKET = re.compile(
    r"^(?P<list>[^()]+?)\s*\(\s*(?:with|separated\s+by|joined\s+(?:by|with)|divided\s+by)\s+(?:an?"
    r"\s+)?(?P<signs>[\w ]+?)\s*(?:between(?:\s+them)?)?\)$",
    re.IGNORECASE,
)
_TWO = 2


def missing_parts(text: str, scope: Scope) -> str:
    """SQL of a text put together whose rule says what becomes of a missing part; empty for other rules.

    Args:
        text: the rule.
        scope: the columns that are put together.
    """
    first, *others = [s.strip(" .") for s in _SENTENCE.split(" ".join(text.split())) if s.strip(" .")] or [""]
    parts = _parts(first, scope) if others and len(scope.sources) >= _TWO else None
    if parts is None:
        return ""
    instead: dict[str, str] = {}
    alone = False
    for sentence in others:
        if _OTHER_ALONE.match(sentence) and not alone:
            alone = True
            continue
        told = _told(sentence, parts)
        if told is None or told[0] in instead:
            return ""
        instead[told[0]] = told[1]
    if alone:
        return _with_others(parts, instead)
    return " || ".join(_shown(p, instead) if isinstance(p, ScopeColumn) else f"'{p}'" for p in parts)


def _with_others(parts: Sequence[ScopeColumn | str], instead: dict[str, str]) -> str:
    """The parts that are there, where what stands between them is the same everywhere."""
    columns = [p for p in parts if isinstance(p, ScopeColumn)]
    signs = {p for p in parts if isinstance(p, str)}
    if instead or len(columns) < _TWO or len(signs) > 1:
        return ""
    whole = " || ".join(_text(p) if isinstance(p, ScopeColumn) else f"'{p}'" for p in parts)
    if len(columns) == _TWO:
        return f"coalesce({whole}, {', '.join(_text(c) for c in columns)})"
    return f"nullif(concat_ws('{next(iter(signs), '')}', {', '.join(_text(c) for c in columns)}), '')"


def _parts(text: str, scope: Scope) -> list[ScopeColumn | str] | None:
    """Columns and the signs between them, in their order; None where a word of the text is neither."""
    match = _BRACKET.match(text)
    items = [
        i.strip()
        for i in re.split(r"\s*(?:,|\+|\bthen\b|\band\b)\s*", match["list"] if match else text)
        if i.strip()
    ]
    between = (
        "".join(sign_in(w) for w in re.findall(r"\w+", match["signs"]) if w.lower() != "and") if match else ""
    )
    kinds = [sign_in(item) for item in items]
    nouns = [item for item, sign in zip(items, kinds, strict=True) if not sign]
    if len(nouns) != len(scope.sources) or (match is not None and (any(kinds) or not between)):
        return None
    columns = _columns(nouns, scope)
    if columns is None or not kinds or kinds[0] or kinds[-1]:
        return None
    named = iter(columns)
    if match is not None:
        found: list[ScopeColumn | str] = []
        for column in columns:
            found += [between, column] if found else [column]
        return found
    shown = merged(kinds)
    if not any(shown):
        return None
    return [sign or next(named) for sign in shown]


def _columns(nouns: Sequence[str], scope: Scope) -> list[ScopeColumn] | None:
    """The column of each noun: of its very name where all are, else by the words of their names."""
    by_name = {squashed(c.column.name).casefold(): c for c in scope.sources}
    named = [by_name.get(squashed(noun).casefold()) for noun in nouns]
    exact = [c for c in named if c is not None]
    return exact if len(exact) == len(nouns) == len({c.sql for c in exact}) else meant(nouns, scope.sources)


def _told(sentence: str, parts: Sequence[ScopeColumn | str]) -> tuple[str, str] | None:
    """The column a sentence speaks of and the value that stands for it when it is missing."""
    match = _WRITTEN_AS.match(sentence)
    if match is None:
        return None
    noun = match["noun"] or match["noun2"] or match["noun3"] or match["noun4"]
    value = match["value"] or match["early"] or match["for"] or match["late"]
    said = "".join(re.findall(r"\w+", noun)).casefold()
    columns = [p for p in parts if isinstance(p, ScopeColumn)]
    fitting = [c for c in columns if c.column.name.replace("_", "").casefold() == said]
    last = said.removesuffix("s")
    fitting = fitting or [
        c for c in columns if len(last) > 2 and c.column.name.replace("_", "").casefold().startswith(last)
    ]
    if len(fitting) != 1:
        return None
    plain = value[1:-1] if value[:1] in "'\"" else value
    return fitting[0].sql, "'" + plain.replace("'", "''") + "'"


def _shown(column: ScopeColumn, instead: dict[str, str]) -> str:
    value = instead.get(column.sql)
    return f"coalesce({_text(column)}, {value})" if value else _text(column)


def _text(column: ScopeColumn) -> str:
    is_text = family_of(column.column.type) in (Family.TEXT, Family.UNKNOWN)
    return column.sql if is_text else f"CAST({column.sql} AS VARCHAR)"
