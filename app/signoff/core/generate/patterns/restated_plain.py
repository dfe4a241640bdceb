"""Rules about one row as working analysts write them, said in words that compilers know: "what follows the colon".

Each maker reads the whole text; what it names has to be a column, a number or a sign that is there.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from signoff.core.domain.expressions import Scope, ScopeColumn
from signoff.core.domain.spec import ColumnMapping
from signoff.core.generate.patterns.column_nouns import singular
from signoff.core.generate.patterns.signs import sign_named
from signoff.core.generate.types import Family, family_of

_GUARDED = re.compile(
    r"(?P<rest>.+?)\s*[,;(]\s*(?:guard(?:ed)?|protect(?:ed)?|safe)\s+against\s+(?:a\s+)?division\s+by\s+(?:zero|0)\)?",
    re.IGNORECASE,
)
_EARLY = re.compile(
    r"(?P<rest>(?:number\s+of\s+)?(?:days|weeks|months|hours|minutes|seconds)\b.+?)\s*[,;(]\s*negative\s+(?:if|when|where)\s+"
    r"(?:it\s+(?:is|was)\s+)?(?:\w+\s+)?(?:too\s+)?(?:early|earlier|before\s+that|in\s+advance|ahead)\)?",
    re.IGNORECASE,
)
_ALL_OTHERS = re.compile(
    r"(?P<yes>true|false|'[^']*')\s+if\s+(?P<test>.+?)\s*[,;]\s*(?P<no>true|false|'[^']*')\s+for\s+(?:every|all|any|each)\s+"
    r"others?(?:\s+\w+)?(?:\s+(?:and|or|as\s+well\s+as)\s+(?:also\s+)?(?:for\s+|if\s+there\s+is\s+)?(?:none|nothing|"
    r"missing\s+(?:ones?|values?)|no\s+\w+))?",
    re.IGNORECASE,
)
_FALLING = re.compile(
    r"\s*(?:,\s*)?(?:falling\s+back\s+(?:to|on)|fall(?:s)?\s+back\s+(?:to|on)|and\s+then(?:\s+to)?|then(?:\s+to)?|otherwise|or\s+else|else|"
    r"if\s+(?:that|it)\s+is\s+(?:missing|empty|null|blank)(?:\s*,)?)\s+",
    re.IGNORECASE,
)
_THERE = re.compile(
    r"\s+(?:if|when|where)\s+(?:(?:it|that)\s+is\s+)?(?:there|set|filled|given|present|known|available|not\s+null)$",
    re.IGNORECASE,
)
_SPLIT = re.compile(
    r"(?:the\s+)?(?P<which>first|second|third|fourth|last)\s+part(?:\s+of\s+(?P<of>[\w.]+))?\s*[,;(]\s*(?:the\s+)?parts\s+are\s+"
    r"(?:split|separated|divided|cut|joined|set\s+apart)\s+(?:by|at|with)\s+(?:an?\s+)?(?P<sign>\S+?)\)?",
    re.IGNORECASE,
)
_FOLLOWS = re.compile(
    r"(?:only\s+)?what\s+(?P<way>follows|comes\s+after|comes\s+behind|stands\s+behind|stands\s+after|is\s+behind|stands\s+before|"
    r"comes\s+before|precedes|is\s+before)\s+(?:the\s+|an?\s+)?(?P<sign>\S+?)(?P<rest>\s*[,;].+)?",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    r"(?:the\s+)?(?:number|year|digits|code|text|word|name|piece)\s+(?P<way>before|behind|after|in\s+front\s+of)\s+(?:the\s+|an?\s+)?"
    r"(?P<sign>\S+?)(?P<rest>,?\s+as\s+(?:an?\s+)?(?:number|integer|text))?",
    re.IGNORECASE,
)
_WHOLE = re.compile(
    r"\s*[,;.]\s*(?:without|if\s+there\s+is\s+no|where\s+there\s+is\s+no)\s+(?:an?\s+)?(?P<sign>\S+?)\s*,?\s*(?:take\s+|use\s+)?(?:the\s+)?"
    r"(?:whole|all\s+of\s+it|everything|entire)(?:\s+(?:\w+))?",
    re.IGNORECASE,
)
_BETWEEN = re.compile(
    r"(?:the\s+)?(?:part|text|piece|number|code|what\s+stands)\s+between\s+(?:the\s+)?(?:two|first\s+and\s+(?:the\s+)?second)\s+"
    r"(?P<sign>[a-z]+)(?:\s+(?:of|in)\s+(?P<of>[\w.]+))?",
    re.IGNORECASE,
)
_EXPLAINED = re.compile(
    r"[\w ]+?\((?P<rest>(?:everything|all|the\s+part|what\s+(?:comes|stands)|text)\s+"
    r"(?P<way>after|behind|before)\s+(?:the\s+)?(?P<sign>[^\w\s]))"
    r"\)(?P<more>\s*[,;].+)?",
    re.IGNORECASE,
)
_SAID_AGAIN = re.compile(
    r"(?P<of>\w+\s+to\s+\w+)\s*,?\s*(?:so|i\.e\.|that\s+is|which\s+means|meaning)\s*,?\s*(?P<how>divided|multiplied)\s+by\s+(?P<by>\d+)",
    re.IGNORECASE,
)
_TAKEN = re.compile(
    r"(?:take|taken|takes)\s+over(?:\s+(?:1\s*:\s*1|one\s+to\s+one|as\s+is|directly|unchanged))?(?P<rest>\s*[,;].+)",
    re.IGNORECASE,
)
_PLACES = re.compile(r"\bplaces?\s+(?:behind|after)\s+the\s+(?:decimal\s+)?(?:point|comma)\b", re.IGNORECASE)


def _only(scope: Scope, *families: Family) -> ScopeColumn | None:
    found = scope.sources[0] if len(scope.sources) == 1 else None
    return found if found is not None and (not families or family_of(found.column.type) in families) else None


def _named(word: str, scope: Scope) -> ScopeColumn | None:
    """The one column of that very name."""
    place, _, name = word.strip().casefold().rpartition(".")
    found = [
        c
        for c in scope.columns
        if c.column.name.casefold() == name and (not place or place == c.relation.casefold())
    ]
    sources = [c for c in found if c.is_source] or found
    return sources[0] if len(sources) == 1 else None


def _quotient(text: str, scope: Scope, mapping: ColumnMapping) -> str:
    """A division by what may be zero, which every division is guarded against."""
    found = _GUARDED.fullmatch(text)
    return found["rest"] if found is not None and re.search(r"/|\bdivided\b", found["rest"]) else ""


def _signed(text: str, scope: Scope, mapping: ColumnMapping) -> str:
    """A span that is negative where the second day is the earlier one, as it is anyway."""
    found = _EARLY.fullmatch(text)
    return found["rest"] if found is not None else ""


def _others(text: str, scope: Scope, mapping: ColumnMapping) -> str:
    found = _ALL_OTHERS.fullmatch(text)
    if (
        found is None
        or found["yes"].casefold() == found["no"].casefold()
        or re.search(r"[;,]", found["test"].split("(")[0])
    ):
        return ""
    return f"{found['yes']} if {_quoted(found['test'], scope)}, otherwise {found['no']}"


_IS_CODE = re.compile(
    r"(?:the\s+)?(?P<noun>[\w.]+)\s+is\s+(?P<code>[^\W\d]\w*)(?P<fold>\s*\([^()]*\))?", re.IGNORECASE
)
_NO_CODES = frozenset(
    [
        "null",
        "missing",
        "empty",
        "blank",
        "filled",
        "there",
        "known",
        "unknown",
        "set",
        "given",
        "not",
        "true",
        "false",
        "positive",
        "negative",
    ]
)


def _quoted(test: str, scope: Scope) -> str:
    """The test with its code in quotes, where it asks one of a text."""
    found = _IS_CODE.fullmatch(test)
    column = _named(found["noun"], scope) if found is not None else None
    texts = column is not None and family_of(column.column.type) is Family.TEXT
    if found is None or not texts or found["code"].casefold() in _NO_CODES or _named(found["code"], scope):
        return test
    return f"{found['noun']} = '{found['code']}'{found['fold'] or ''}"


def _first_there(text: str, scope: Scope, mapping: ColumnMapping) -> str:
    """Columns in the order in which they stand in for one another."""
    plain = re.sub(
        r"^(?:one\s+of\s+the\s+(?:two|three)|the\s+first\s+of\s+them)\s*:\s*", "", text, flags=re.IGNORECASE
    )
    parts = [_THERE.sub("", each) for each in _FALLING.split(plain)]
    columns = [_named(each, scope) for each in parts]
    sqls = [c.sql for c in columns if c is not None]
    whole = len(sqls) == len(parts) > 1 and len(set(sqls)) == len(sqls)
    return f"coalesce({', '.join(sqls)})" if whole and all(c.sql in sqls for c in scope.sources) else ""


def _split(text: str, scope: Scope, mapping: ColumnMapping) -> str:
    found = _SPLIT.fullmatch(text)
    sign = sign_named(found["sign"]) if found is not None else ""
    of = f" of {found['of']}" if found is not None and found["of"] else ""
    return f"{found['which']} part{of} split by '{sign}'" if found is not None and sign else ""


def _follows(text: str, scope: Scope, mapping: ColumnMapping) -> str:
    """What stands before or behind a sign, which may be called a number or a year."""
    whole = _WHOLE.search(text)
    body = text[: whole.start()] if whole is not None and whole.end() == len(text) else text
    found = _FOLLOWS.fullmatch(body) or _BEHIND.fullmatch(body) or _PART.fullmatch(body)
    sign = sign_named(found["sign"]) if found is not None else ""
    if found is None or not sign or _only(scope, Family.TEXT) is None:
        return ""
    if whole is not None and (whole.end() < len(text) or sign_named(whole["sign"]) != sign):
        return ""
    before = re.search(r"before|front|precedes", found["way"], re.IGNORECASE) is not None
    if whole is not None and not before:
        return ""
    rest = re.sub(r"\b(?:blanks|spaces)\s+off\b", "trimmed", found["rest"] or "")
    return f"part {'before' if before else 'after'} '{sign}'{rest}"


_PART = re.compile(
    r"(?:the\s+)?part\s+(?P<way>before|behind|after|in\s+front\s+of)\s+(?:the\s+|an?\s+)?(?P<sign>\S+?)(?P<rest>)",
    re.IGNORECASE,
)


def _between(text: str, scope: Scope, mapping: ColumnMapping) -> str:
    found = _BETWEEN.fullmatch(text)
    word = found["sign"] if found is not None else ""
    sign = sign_named(singular(word)) if word != singular(word) else ""
    column = (
        (_named(found["of"], scope) if found["of"] else _only(scope)) if found is not None and sign else None
    )
    return f"second part of {column.sql} split by '{sign}'" if column is not None else ""


def _in_brackets(text: str, scope: Scope, mapping: ColumnMapping) -> str:
    """What a part is called, with what it is in brackets: "domain of the email (everything after @)"."""
    found = _EXPLAINED.fullmatch(text)
    if found is None or _only(scope, Family.TEXT) is None:
        return ""
    return f"part {'before' if found['way'].lower() == 'before' else 'after'} '{found['sign']}'{found['more'] or ''}"


def _scaled(text: str, scope: Scope, mapping: ColumnMapping) -> str:
    found, source = _SAID_AGAIN.fullmatch(text), _only(scope, Family.NUMBER)
    if found is None or source is None or float(found["by"]) == 0:
        return ""
    return f"{source.sql} {'/' if found['how'].lower() == 'divided' else '*'} {found['by']}"


def _taken(text: str, scope: Scope, mapping: ColumnMapping) -> str:
    found = _TAKEN.fullmatch(text)
    return f"direct{found['rest']}" if found is not None else ""


def _decimals(text: str, scope: Scope, mapping: ColumnMapping) -> str:
    return _PLACES.sub("decimals", text) if _PLACES.search(text) else ""


PLAIN: tuple[Callable[[str, Scope, ColumnMapping], str], ...] = (
    _quotient,
    _signed,
    _others,
    _first_there,
    _split,
    _follows,
    _between,
    _in_brackets,
    _scaled,
    _taken,
    _decimals,
)
"""Each gives the rule in other words, or nothing."""
