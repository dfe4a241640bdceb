"""Sheet texts that list their parts, or name one part of a value: ``HotelCode, dash, room number``, ``year only``."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from signoff.core.domain.expressions import Scope, ScopeColumn
from signoff.core.domain.spec import ColumnMapping
from signoff.core.generate.patterns.column_nouns import name_parts, says
from signoff.core.generate.types import Family, family_of

_SIGNS = {
    "comma": ",", "dash": "-", "hyphen": "-", "blank": " ", "space": " ", "slash": "/", "underscore": "_", "dot": ".",
    "point": ".", "colon": ":", "semicolon": ";", "pipe": "|", "plus": "+", "komma": ",", "bindestrich": "-",
    "leerzeichen": " ", "schrägstrich": "/", "punkt": ".", "unterstrich": "_", "coma": ",", "guion": "-", "guión": "-",
    "espacio": " ", "barra": "/", "przecinek": ",", "myślnik": "-", "spacja": " ",
}  # fmt: skip
_SIGN = rf"(?:an?\s+|the\s+)?(?:{'|'.join(_SIGNS)})(?:\s+(?:sign|character))?"
_TOGETHER = re.compile(
    rf"(?P<verb>(?:concat\w*|combine\w*|join(?:ed)?|put\s+together)(?:\s+(?:them|both|all|the\s+parts|the\s+fields))?)\s*,?\s*"
    rf"(?:with|by|using|separated\s+(?:by|with)|delimited\s+by)\s+(?P<signs>{_SIGN}(?:\s*(?:,|and|\+|then|followed\s+by)\s*{_SIGN})+)"
    r"(?:\s+(?:in\s+)?between|\s+as\s+(?:a\s+)?separator)?",
    re.IGNORECASE,
)
_PART_ONLY = re.compile(
    r"(?:the\s+)?(?P<part>year|month|day|quarter|hour|minute)(?:\s+part)?\s+only|only\s+(?:the\s+)?(?P<part2>year|month|day|quarter|hour)",
    re.I,
)
_ENDS = re.compile(
    r"(?:the\s+)?(?P<end>first|last|leading|leftmost|rightmost)\s+(?P<n>\d+|one|two|three|four|five|six)?\s*(?:digits?|characters?|chars?|letters?|signs?|positions?)"
    r"\s+(?:of|from|in)\s+(?:the\s+)?(?P<noun>[\w ]+)",
    re.IGNORECASE,
)
_COMMA_DECIMAL = re.compile(
    r"(?:(?:convert(?:ed)?|cast|change|turn)\s+(?:it\s+)?(?:in)?to\s+(?:an?\s+)?(?:decimal|number|numeric|amount)\s*[,;:(-]?\s*)?"
    r"(?:(?:the\s+)?comma\s+(?:is|as|=|being|for|used\s+as)\s+(?:the\s+|an?\s+)?decimal(?:\s+(?:sign|separator|mark|point|character))?|(?:with\s+)?decimal\s+comma)\)?"
    r"(?:\s*[,;:-]?\s*(?:convert|cast|change|turn)\s+(?:it\s+)?(?:in)?to\s+(?:an?\s+)?(?:decimal|number|numeric|amount))?",
    re.IGNORECASE,
)
_VALUE = r"(?:'[^']*'|\"[^\"]*\"|\w+)"
_WEEKEND = re.compile(
    rf"(?P<one>{_VALUE})\s+(?:if|when|on|for|where)\s+(?:it\s+is\s+|(?:the\s+)?(?:day|date)\s+(?:is|falls\s+on)\s+)?(?:an?\s+|the\s+)?(?:saturdays?\s+(?:or|and)\s+sundays?|"
    rf"weekends?(?:\s+days?)?|sat\s*(?:/|or|,)\s*sun)\s*[,;]?\s*(?:else|otherwise)\s+(?P<two>{_VALUE})",
    re.IGNORECASE,
)
_WEEKDAY = re.compile(
    r"(?:day\s+of\s+(?:the\s+)?week|weekday|day\s+number\s+in\s+(?:the\s+)?week)\s*[,:(]?\s*(?:1\s*(?:-|–|to)\s*7\s*[,;]?\s*)?\(?(?:1\s*=\s*(?:monday|mon)|(?:monday|mon)\s*(?:=|is)\s*1)"
    r"(?:\s*(?:\.\.\.|…|-|,|to)\s*(?:7\s*=\s*(?:sunday|sun)|(?:sunday|sun)\s*(?:=|is)\s*7))?\)?",
    re.IGNORECASE,
)
_QUARTER = re.compile(
    r"q1\s*(?:-|–|to|\.\.\.?|…)\s*q4|quarter\s*(?:as|,|:|\()\s*q1\s*(?:-|–|to|\.\.\.?|…)\s*q4\)?",
    re.IGNORECASE,
)
_PER_KEY = re.compile(
    r"(?P<sum>(?:the\s+)?(?:sum|total|count|number|avg|average|max(?:imum)?|min(?:imum)?)\b.+?)\s+(?:per|for\s+each|for\s+every|by|grouped\s+by|group\s+by)\s+"
    r"(?:the\s+)?(?P<key>[\w.]+)",
    re.IGNORECASE,
)
_IS_CODE = re.compile(r"(?:code|cd)$", re.IGNORECASE)
_KEY_ENDING = re.compile(r"(?:id|key|no|nr|num|number|code|cd|sk)$", re.IGNORECASE)


def without_key(text: str, scope: Scope) -> str:
    """``sum of amount per stay_id`` without its key, where rows are summed up: ``per`` divides by nothing there."""
    found = _PER_KEY.fullmatch(" ".join(text.split()).strip(" ."))
    if found is None or not scope.aggregate:
        return ""
    key = found["key"].rpartition(".")[2].casefold()
    keys = [sql.rpartition(".")[2].strip('"').casefold() for sql in scope.group_keys]
    named = key in (keys or [c.column.name.casefold() for c in scope.columns])
    return found["sum"] if named and _KEY_ENDING.search(key) else ""


def _together(text: str, scope: Scope, mapping: ColumnMapping) -> str:
    """Columns with several signs between them: ``concatenate with comma and blank``."""
    found = _TOGETHER.fullmatch(text)
    if found is None or len(scope.sources) < 2:
        return ""
    signs = "".join(_SIGNS[w.lower()] for w in re.findall(r"\w+", found["signs"]) if w.lower() in _SIGNS)
    return f"concatenate {', '.join(c.sql for c in scope.sources)} with '{signs}'"


_NOUN = re.compile(
    r"(?!(?:.*\s)?(?:for|unless|except|if|when|where|with|without|only|but|not|no|per|before|after|until|since"
    r"|in|as|upper|lower|uppercase|lowercase|capital\w*|brackets?|parenthes[ei]s|trimmed|stripped|padded|rounded|formatted)\b)"
    r"[^\W\d][\w.]*(?:\s+[\w.]+){0,4}",
    re.IGNORECASE,
)
"""A name in words that says nothing of when it counts, nor of what is done to it."""


def _listed(text: str, scope: Scope, mapping: ColumnMapping) -> str:
    """Nouns for the sources and signs between them, in the order they stand in."""
    items = [i for i in re.split(r"\s*(?:,|\+|\bthen\b|\bfollowed by\b)\s*", text) if i]
    kinds = [sign_in(item) for item in items]
    nouns = [item for item, sign in zip(items, kinds, strict=True) if not sign]
    if not 1 < len(nouns) == len(scope.sources) == len(set(nouns)) or len(nouns) == len(items):
        return ""
    if not all(_NOUN.fullmatch(noun) for noun in nouns):
        return ""
    columns = meant(nouns, scope.sources)
    if columns is None or kinds[0] or kinds[-1]:
        return ""
    named = iter(columns)
    return " || ".join(f"'{sign}'" if sign else next(named).sql for sign in merged(kinds))


def merged(kinds: Sequence[str]) -> list[str]:
    """Signs with those that follow one another put together; an empty one stands for a column."""
    found: list[str] = []
    for sign in kinds:
        if sign and found and found[-1]:
            found[-1] += sign
        else:
            found.append(sign)
    return found


def sign_in(item: str) -> str:
    """The sign that a word or a quoted text of a list stands for; empty for others."""
    word = re.sub(r"^(?:an?|the)\s+|\s+(?:sign|character)$", "", item.strip().lower())
    quoted = re.fullmatch(r"'([^']+)'|\"([^\"]+)\"", item.strip())
    return _SIGNS.get(word, "") or (((quoted[1] or quoted[2]) if quoted else "").replace("'", "''"))


def meant(nouns: Sequence[str], sources: Sequence[ScopeColumn]) -> list[ScopeColumn] | None:
    """The source each noun means, by a word of its name; one that no name answers to is the one left over."""
    left, found = list(sources), []
    for noun in nouns:
        fitting = [c for c in left if _answers(noun, c.column.name)]
        found.append(fitting[0] if len(fitting) == 1 else None)
        left = [c for c in left if c is not found[-1]]
    open_places = [n for n, c in enumerate(found) if c is None]
    if len(open_places) > 1 or (open_places and len(left) != 1):
        return None
    for place in open_places:
        found[place] = left[0]
    return [c for c in found if c is not None]


def _answers(noun: str, name: str) -> bool:
    said = {
        w
        for w in re.findall(r"[a-zäöüß]+", re.sub(r"(?<=[a-z])(?=[A-Z])", " ", noun).casefold())
        if len(w) > 2
    }
    parts = {
        p
        for p in re.findall(r"[a-zäöüß]+", re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name).casefold())
        if len(p) > 2
    }
    return any(w.startswith(p) or p.startswith(w) for w in said for p in parts)


def _part(text: str, scope: Scope, mapping: ColumnMapping) -> str:
    found = _PART_ONLY.fullmatch(text)
    dated = len(scope.sources) == 1 and family_of(scope.sources[0].column.type) in (
        Family.DATE,
        Family.TIMESTAMP,
    )
    return (
        f"{found['part'] or found['part2']} of {scope.sources[0].sql}" if found is not None and dated else ""
    )


def _ends(text: str, scope: Scope, mapping: ColumnMapping) -> str:
    found = _ENDS.fullmatch(text)
    if found is None or len(scope.sources) != 1:
        return ""
    name = scope.sources[0].column.name
    parts = name_parts(name)
    words = found["noun"].casefold().split()
    said = [word for word in words if not (word == "code" and _IS_CODE.search(name))]
    if not all(any(says(part, word) for part in parts) for word in said):
        return ""
    end = "last" if found["end"].lower() in ("last", "rightmost") else "first"
    return f"{end} {found['n'] or 1} characters"


def _comma_decimal(text: str, scope: Scope, mapping: ColumnMapping) -> str:
    texts = len(scope.sources) == 1 and family_of(scope.sources[0].column.type) is Family.TEXT
    return "replace comma with dot and convert to number" if texts and _COMMA_DECIMAL.fullmatch(text) else ""


def _weekend(text: str, scope: Scope, mapping: ColumnMapping) -> str:
    found = _WEEKEND.fullmatch(text)
    if found is None or len(scope.sources) != 1:
        return ""
    one, two = (v if v[0] in "'\"" or v.isdigit() else f"'{v}'" for v in (found["one"], found["two"]))
    return f"CASE WHEN isodow({scope.sources[0].sql}) >= 6 THEN {one} ELSE {two} END"


def _calendar(text: str, scope: Scope, mapping: ColumnMapping) -> str:
    if len(scope.sources) != 1:
        return ""
    if _WEEKDAY.fullmatch(text):
        return f"isodow({scope.sources[0].sql})"
    return f"'Q' || quarter({scope.sources[0].sql})" if _QUARTER.fullmatch(text) else ""


LISTED: tuple[Callable[[str, Scope, ColumnMapping], str], ...] = (
    _together,
    _listed,
    _part,
    _ends,
    _comma_decimal,
    _weekend,
    _calendar,
)
"""Each gives the text in other words, or nothing."""
