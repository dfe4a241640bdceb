"""Rules of two sentences, the second for what the first lacks: ``code, '-', text. Only the code if there is no text``.

Each is made as a whole here, since a compiler that takes the sentences for branches would read another thing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from signoff.core.domain.expressions import Scope, ScopeColumn
from signoff.core.generate.patterns.column_nouns import name_parts
from signoff.core.generate.patterns.restated_shapes import SIGN_NAMES
from signoff.core.generate.types import Family, family_of

_EMPTY = r"(?:is\s+|are\s+)?(?:empty|missing|blank|null|not\s+(?:filled|there|given|set|known))"
_SEPARATOR = r"(?:'(?P<quoted>[^']+)'|(?:an?|the)\s+(?P<named>[a-z]+)|(?P<blank>(?:a\s+)?(?:blank|space)))"
_TOGETHER = re.compile(
    rf"(?P<one>\w+)\s*,\s*{_SEPARATOR}\s*,\s*(?:and\s+|then\s+)?(?P<two>\w+)\s*(?:\((?P<example>[^()]*)\)\s*)?[.;]\s*(?P<rest>[^.;]+)",
    re.IGNORECASE,
)
_NOUN = r"(?:(?:the|its|an?)\s+)?(?P<{}>\w+)"
_NO_SIGN = r"(?:\s*,?\s*(?:and\s+)?(?:no|without(?:\s+an?|\s+the)?)\s+(?P<sign>\w+))?"
_ALONE = tuple(
    re.compile(shape, re.IGNORECASE)
    for shape in (
        rf"(?:only|just)\s+{_NOUN.format('kept')}\s+(?:if|when|where)\s+(?:there\s+is\s+no\s+(?P<none>\w+)|{_NOUN.format('lacking')}\s+{_EMPTY}){_NO_SIGN}",
        rf"(?:without(?:\s+an?|\s+the)?|if\s+there\s+is\s+no|when\s+there\s+is\s+no|where\s+there\s+is\s+no|with\s+no|if\s+no)\s+(?P<none>\w+)\s*,?\s*(?:only|just)\s+{_NOUN.format('kept')}{_NO_SIGN}",
        rf"(?:if|when|where)\s+{_NOUN.format('lacking')}\s+{_EMPTY}\s*,?\s*(?:only|just)\s+{_NOUN.format('kept')}{_NO_SIGN}",
    )
)
_TO_NUMBER = re.compile(
    r"(?:(?:the\s+)?(?!(?:convert|cast|turn|read|load|make)\w*\s)(?P<of>\w+)\s+)?(?:convert(?:ed)?\s+|cast\s+|turn(?:ed)?\s+|read\s+|load\s+|make\s+)?(?:it\s+)?(?:in)?(?:to|as)\s+(?:an?\s+)?(?:number|numeric|decimal|double)\s*[.;,]\s*"
    r"(?:(?:all\s+)?(?:entries|values|texts?|those|what|whatever|anything|everything)\s+(?:that\s+|which\s+)?(?:is|are)\s+(?:no|not\s+an?)\s+(?:numbers?|numeric)\s*(?:\([^()]*\)\s*)?"
    r"(?:becomes?|->|→|=|is\s+left|are\s+left|stays?|gives?|is|are)\s+(?:left\s+)?(?:empty|null|blank|no\s+value)"
    r"|(?:leave\s+)?(?:empty|null|no\s+value)\s+(?:if|when|where)\s+(?:it|the\s+(?:text|entry|value))\s+is\s+(?:no|not\s+an?)\s+number)",
    re.IGNORECASE,
)
_CHAIN = re.compile(
    r"(?P<one>\w+)\s*[.;]\s*(?:if|when|where)\s+(?:(?:that\s+is|it\s+is|that\s+one\s+is|this\s+is)\s+)?(?:empty|missing|blank|null|not\s+filled)\s*[:,]?\s*(?P<two>[^.;:]+?)\s*[.;]\s*"
    rf"(?:if|when|where)\s+(?:the\s+)?(?P<also>\w+)\s+{_EMPTY}\s+(?:as\s+well|too|also)\s*[:,]?\s*(?P<three>\w+)",
    re.IGNORECASE,
)
_LATER = re.compile(
    r"(?P<day>\w+)\s*(?:\+|plus)\s*(?P<count>\w+)(?:\s*(?P<sign>[-+]|minus|plus)\s*(?P<more>\d+))?(?:\s+days?)?",
    re.IGNORECASE,
)
_NUMBERS = re.compile(
    r"(?P<number>.*(?:\b1\s*,\s*2\b|\bnumber|\bautogenerate|\bcounter).*?\b(?:order|ordered|sorted|sequence)\b.*?)\s*,?\s+(?:over|across|among)\s+(?:(?:the|all|only|just)\s+)*"
    r"(?:(?:loaded|remaining|resulting|kept)\s+[a-z]+|[a-z]+(?:\s+(?:that|which|who)\s+(?:are|were|get|have\s+been)\s+(?:loaded|kept|left|taken)))",
    re.IGNORECASE,
)
"""A running number, with the rows that are numbered: those of the target, which goes without saying."""
_DAYS = (Family.DATE, Family.TIMESTAMP)


def early_sentences(text: str, scope: Scope) -> str:
    """The rule as SQL; empty where it is none of these, or a word of it means no column.

    Args:
        text: The rule.
        scope: What it may use.
    """
    plain = " ".join(text.split()).strip(" .;")
    if scope.aggregate:
        return ""
    for make in (_put_together, _to_number, _first_filled, _numbered):
        made = make(plain, scope)
        if made:
            return made
    return ""


def _put_together(text: str, scope: Scope) -> str:
    """Two texts with a sign between them, of which only one stands where the other is missing."""
    found = _TOGETHER.fullmatch(text)
    alone = next((m for s in _ALONE if found and (m := s.fullmatch(found["rest"].strip())) is not None), None)
    if found is None or alone is None or len(scope.sources) != 2:
        return ""
    one, two = (_source(found[each], scope.sources) for each in ("one", "two"))
    said = {**alone.groupdict()}
    kept = _source(said["kept"], scope.sources)
    lacking = _source(said.get("none") or said.get("lacking") or "", scope.sources)
    sign = _sign(found)
    if (
        one is None
        or two is None
        or one == two
        or not sign
        or (kept, lacking) not in ((one, two), (two, one))
    ):
        return ""
    if said["sign"] and SIGN_NAMES.get(said["sign"].casefold(), said["sign"]) != sign.strip():
        return ""
    if found["example"] and sign.strip() not in found["example"]:
        return ""
    assert kept is not None and lacking is not None
    joined = f"{_as_text(one)} || '{sign}' || {_as_text(two)}"
    return f"CASE WHEN {_is_empty(lacking)} THEN {_as_text(kept)} ELSE {joined} END"


def _sign(found: re.Match[str]) -> str:
    if found["quoted"]:
        return found["quoted"]
    if found["blank"] or (found["named"] or "").casefold() in ("blank", "space"):
        return " "
    return SIGN_NAMES.get((found["named"] or "").casefold(), "")


def _to_number(text: str, scope: Scope) -> str:
    """A text as a number, and no value where it is none."""
    found = _TO_NUMBER.fullmatch(text)
    if found is None or len(scope.sources) != 1 or family_of(scope.sources[0].column.type) is not Family.TEXT:
        return ""
    named = (found["of"] or "").casefold()
    if named and named not in ("value", "text", "entry", scope.sources[0].column.name.casefold()):
        return ""
    kind = scope.target_type or "DOUBLE"
    if family_of(kind) is not Family.NUMBER:
        return ""
    return f"TRY_CAST({scope.sources[0].sql} AS {kind})"


def _first_filled(text: str, scope: Scope) -> str:
    """A value, else one worked out of others, else a third where what that is worked out of is missing as well."""
    found = _CHAIN.fullmatch(text)
    later = _LATER.fullmatch(found["two"]) if found is not None else None
    if found is None or later is None:
        return ""
    names = (found["one"], later["day"], later["count"], found["also"], found["three"])
    one, day, count, also, three = (_named(name, scope.sources) for name in names)
    if one is None or day is None or count is None or three is None or also != count:
        return ""
    if any(family_of(c.column.type) not in _DAYS for c in (one, day, three)):
        return ""
    if family_of(count.column.type) is not Family.NUMBER:
        return ""
    sign = {"minus": "-", "plus": "+"}.get((later["sign"] or "").casefold(), later["sign"] or "")
    days = f"({count.sql} {sign} {later['more']})" if later["more"] else count.sql
    moved = f"CAST({day.sql} + {days} * INTERVAL 1 DAY AS DATE)"
    return f"coalesce({one.sql}, {moved}, {three.sql})"


def _numbered(text: str, scope: Scope) -> str:
    found = _NUMBERS.fullmatch(text)
    return found["number"].rstrip(" ,") if found is not None else ""


def _named(name: str, sources: Sequence[ScopeColumn]) -> ScopeColumn | None:
    found = [c for c in sources if c.column.name.casefold() == name.casefold()]
    return found[0] if len(found) == 1 else None


def _source(noun: str, sources: Sequence[ScopeColumn]) -> ScopeColumn | None:
    """The one source of that name, or with that word in its name."""
    exact = _named(noun, sources)
    if exact is not None or not noun:
        return exact
    found = [c for c in sources if noun.casefold() in name_parts(c.column.name)]
    return found[0] if len(found) == 1 else None


def _is_empty(column: ScopeColumn) -> str:
    if family_of(column.column.type) is Family.TEXT:
        return f"nullif(trim({column.sql}), '') IS NULL"
    return f"{column.sql} IS NULL"


def _as_text(column: ScopeColumn) -> str:
    return column.sql if family_of(column.column.type) is Family.TEXT else f"CAST({column.sql} AS VARCHAR)"
