"""Habits of engineers' mapping pages: codes with a star, bands without "if", macros of dbt.

``AI-* → Generic``, ``Low < 500, Mid < 10K, High >= 10K``, ``{{ cents_to_dollars('amount') }}``,
``Parsed as DD/MM/YYYY``, ``Rename + cast to date``.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from signoff.core.domain.expressions import Scope, ScopeColumn
from signoff.core.domain.spec import ColumnMapping
from signoff.core.generate.types import Family, family_of

_ARROW = r"\s*(?:→|->|=>|⇒|=)\s*"
_CODE = r"(?:'[^']*'|\"[^\"]*\"|[\w./-]+)"
_STARRED = re.compile(rf"(?P<start>'[^'*]+\*'|[\w./-]+\*){_ARROW}(?P<value>{_CODE})", re.IGNORECASE)
_REST = re.compile(
    r"(?:else|otherwise|anything else|all others|rest)\s*(?:→|->|=>|=|:)?\s*(?P<value>'[^']*'|\w[\w -]*)",
    re.I,
)
_BAND = re.compile(
    r"(?P<label>'[^']*'|[A-Za-z][\w -]*?)\s*(?<![-=])"
    r"(?P<sign><=|>=|<|>|≤|≥)\s*(?P<limit>\d+(?:[.,]\d+)?)\s*(?P<unit>[kKmM])?",
    re.ASCII,
)
_THOUSANDS = {"": 1, "k": 1_000, "m": 1_000_000}
_EMPTY_STRINGS = re.compile(
    r"(?:empty|blank)\s+(?:strings?|values?|texts?)\s+(?:(?:are|get|is)\s+)?(?:converted|turned|changed|mapped|set|cast|become|becomes|replaced)"
    r"\s*(?:in)?(?:to|with|by)?\s*nulls?",
    re.IGNORECASE,
)
_PARSED_AS = re.compile(
    r"(?:pars(?:e|ed)|read|interpreted?)\s+(?:as|with|using|"
    r"in)\s+(?:the\s+)?(?:format\s+)?(?P<format>[DMYHS./: -]{6,})",
    re.I,
)
_LEFT_BLANK = re.compile(
    r"(?:left|leave|kept|stays?)\s+(?:blank|empty)\b[.;,:—-]?.*", re.IGNORECASE | re.DOTALL
)
_RENAMED = re.compile(
    r"renam(?:e|ed|ing)(?:\s+(?:only|from\s+[`'\"]?(?P<name>\w+)[`'\"]?))?\s*(?:[+,;&]|\band\b|\bthen\b)\s*(?P<rest>\S.+)",
    re.IGNORECASE,
)
_CAST_FROM = re.compile(
    r"(?P<cast>(?:cast|convert(?:ed)?)\s+(?:in)?(?:to|as)\s+\w+)\s+from\s+(?:an?\s+)?\w+", re.IGNORECASE
)
_PART_FROM = re.compile(
    r"(?:extract(?:ed)?|derived|taken)\s+from\s+(?P<name>\w+)\s*\(\s*(?P<part>year|quarter|month|week|day|hour|minute|date)\s*\)",
    re.IGNORECASE,
)
_MACRO = re.compile(r"\{\{\s*(?P<call>.+?)\s*\}\}", re.DOTALL)
_CENTS = re.compile(
    r"cents_to_dollars\(\s*['\"]?(?P<name>\w+)['\"]?(?:\s*,\s*(?P<places>\d+))?\s*\)", re.IGNORECASE
)
_SURROGATE = re.compile(
    r"(?:dbt_utils\.)?generate_surrogate_key\(\s*\[(?P<names>[^\]]*)\]\s*\)", re.IGNORECASE
)
_OF_SOME = re.compile(
    r"(?P<what>(?:sum|total|count|number|average|avg|min(?:imum)?|max(?:imum)?)\b[^()]*?)\s+(?:for|over|of|on|in)\s+(?:only\s+|all\s+)?"
    r"[a-z-]+(?:\s+[a-z-]+){0,2}\s+\((?P<test>[\w.]+\s*(?:=|<>|!=|<=?|>=?|\bin\b|\bis\b)[^()]*(?:\([^()]*\))?)\)",
    re.IGNORECASE,
)
_NO_VALUE = "_dbt_utils_surrogate_key_null_"
"""What dbt_utils puts for a missing part of a key."""


def said_by_engineers(text: str, scope: Scope) -> str:
    """A rule that compilers would read as something else, as SQL or in plain words; empty for any other."""
    plain = " ".join(text.split()).strip(" .;")
    if _EMPTY_STRINGS.fullmatch(plain):
        return "Empty string → NULL"
    parsed = _PARSED_AS.fullmatch(plain)
    if parsed is not None and not scope.aggregate:
        return f"format {parsed['format'].strip()}"
    return _starred(plain, scope) or _bands(plain, scope) or _dbt_macro(plain, scope)


def _only(scope: Scope) -> ScopeColumn | None:
    return scope.sources[0] if len(scope.sources) == 1 else None


def _literal(value: str) -> str:
    plain = value.strip().strip("'\"").replace("'", "''")
    return f"'{plain}'"


def _starred(text: str, scope: Scope) -> str:
    """Codes by how they begin."""
    column, parts = _only(scope), re.split(r"\s*[,;]\s*", text)
    found = [_STARRED.fullmatch(part) for part in parts]
    rest = _REST.fullmatch(parts[-1]) if found[-1] is None and len(parts) > 1 else None
    if column is None or family_of(column.column.type) is not Family.TEXT or not any(found):
        return ""
    if any(match is None for match in (found[:-1] if rest is not None else found)):
        return ""
    arms = [
        f"WHEN starts_with({column.sql}, {_literal(m['start'].strip(chr(39)).rstrip('*'))}) THEN {_literal(m['value'])}"
        for m in found
        if m is not None
    ]
    otherwise = f" ELSE {_literal(rest['value'])}" if rest is not None else ""
    return f"CASE {' '.join(arms)}{otherwise} END"


def _bands(text: str, scope: Scope) -> str:
    """Bands of a number, each a label with the limit behind it."""
    column, parts = _only(scope), re.split(r"\s*[,;]\s*", text)
    found = [_BAND.fullmatch(part) for part in parts]
    if (
        column is None
        or family_of(column.column.type) is not Family.NUMBER
        or len(parts) < 2
        or not all(found)
    ):
        return ""
    names = {c.column.name.casefold() for c in scope.columns}
    matches = [m for m in found if m is not None]
    if any(m["label"].strip("'").casefold() in names for m in matches):
        return ""
    arms = [
        f"WHEN {column.sql} {m['sign'].replace('≤', '<=').replace('≥', '>=')} {_number(m)} THEN {_literal(m['label'])}"
        for m in matches
    ]
    return f"CASE {' '.join(arms)} END"


def _number(match: re.Match[str]) -> str:
    value = float(match["limit"].replace(",", "")) * _THOUSANDS[(match["unit"] or "").lower()]
    return str(int(value)) if value.is_integer() else str(value)


def _dbt_macro(text: str, scope: Scope) -> str:
    """What a macro that many dbt projects have comes to: cents as an amount, the hash of dbt_utils."""
    macro = _MACRO.fullmatch(text)
    call = macro["call"] if macro is not None else text
    if (cents := _CENTS.fullmatch(call)) is not None:
        return f"round({cents['name']} / 100.0, {cents['places'] or 2})"
    key = _SURROGATE.fullmatch(call)
    names = [name.strip().strip("'\"") for name in key["names"].split(",")] if key is not None else []
    found = [scope.find(name.rpartition(".")[2], name.rpartition(".")[0]) for name in names]
    if not names or any(len(columns) != 1 for columns in found):
        return ""
    parts = [f"coalesce(CAST({columns[0].sql} AS VARCHAR), '{_NO_VALUE}')" for columns in found]
    joined = " || '-' || ".join(parts)
    return f"md5({joined})"


def _in_brackets(text: str, scope: Scope, mapping: ColumnMapping) -> str:
    """What rows a sum or a count is of, told by a name for them with its condition in brackets."""
    found = _OF_SOME.fullmatch(text)
    names = {c.column.name.casefold() for c in scope.columns}
    known = found is not None and found["test"].split()[0].rpartition(".")[2].casefold() in names
    return f"{found['what']} where {found['test']}" if found is not None and known else ""


def _blank(text: str, scope: Scope, mapping: ColumnMapping) -> str:
    return "always null" if not scope.sources and _LEFT_BLANK.fullmatch(text) else ""


def _renamed(text: str, scope: Scope, mapping: ColumnMapping) -> str:
    """What is done besides giving another name."""
    found, column = _RENAMED.fullmatch(text), _only(scope)
    if found is None or column is None:
        return ""
    return (
        found["rest"]
        if (found["name"] or column.column.name).casefold() == column.column.name.casefold()
        else ""
    )


def _cast_from(text: str, scope: Scope, mapping: ColumnMapping) -> str:
    found = _CAST_FROM.fullmatch(text)
    return found["cast"] if found is not None else ""


def _part_from(text: str, scope: Scope, mapping: ColumnMapping) -> str:
    found = _PART_FROM.fullmatch(text)
    return f"{found['part']} of {found['name']}" if found is not None else ""


ENGINEERS: tuple[Callable[[str, Scope, ColumnMapping], str], ...] = (
    _in_brackets,
    _blank,
    _renamed,
    _cast_from,
    _part_from,
)
"""Each gives the text in other words, or nothing."""
