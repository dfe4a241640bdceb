"""Habits of rules in change requests, said in the words that compilers know: ``whether X is set``, ``status is paid``.

Each maker takes a shape of sentence, never a name: a word counts as a column only where the scope has it, and as a
value only where it stands beside a column of text and is none itself.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from signoff.core.domain.expressions import Scope, ScopeColumn
from signoff.core.domain.spec import ColumnMapping
from signoff.core.generate.patterns.column_nouns import name_parts, says
from signoff.core.generate.patterns.wordlists import word_set
from signoff.core.generate.types import Family, family_of

_NAME = r"[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)?"
_NO_VALUES = word_set(
    "null nulls none missing empty blank filled set given present known unknown there not no a an the true false "
    "before after between greater less more higher lower larger smaller at least most one of in like equal equals same "
    "different older newer earlier later available provided valid invalid numeric positive negative zero today "
    "yesterday tomorrow longer shorter unique found defined populated recorded changed above below over under "
    "within outside either neither both only still already and or if when where never always exactly on by to yes"
)
_IS_WORD = re.compile(
    rf"\b(?P<name>{_NAME})\s+(?:is|equals|=|is\s+equal\s+to)\s+(?P<value>[A-Za-z][\w-]*)(?![\w('.])",
    re.IGNORECASE,
)
_WITH_WORD = re.compile(
    rf"\b(?:with|for|where|whose|having|in|of)\s+(?:the\s+)?(?P<name>{_NAME})\s+(?:of\s+)?(?P<value>'[^']*'|[A-Za-z][\w-]*)(?=\s*(?:[,;(]|$))",
    re.IGNORECASE,
)
_OTHERS = re.compile(
    r"\s*[,;]\s*(?:and\s+)?(?:(?:all\s+)?(?:the\s+)?others?(?:\s+\w+)?|the\s+rest|anything\s+else|everything\s+else)\s+"
    r"(?:counts?|are|is|gives?|adds?|as|=)\s+(?:as\s+)?(?:0|zero|nothing)$",
    re.IGNORECASE,
)
_SUM_OF = re.compile(rf"(?:the\s+)?(?:sum|total)\s+(?:of\s+)?(?:the\s+)?(?P<of>{_NAME})", re.IGNORECASE)
_WHETHER = re.compile(
    r"(?:whether|flags?(?:\s*:|\s+(?:whether|if|that|for\s+whether))|(?:indicates|tells|shows|says)\s+(?:whether|if)|"
    r"indicator\s+(?:whether|if|that)|boolean\s*:)\s+(?:or\s+not\s+)?(?P<test>.+?)(?:\s+or\s+not)?",
    re.IGNORECASE,
)
_SINCE = re.compile(
    rf"(?:the\s+)?(?:number\s+of\s+)?(?P<unit>second|minute|hour|day|week|month|year)s\s+(?:since|elapsed\s+since|passed\s+since|from)\s+"
    rf"(?:the\s+)?(?P<name>{_NAME})\s+(?:until|to|till|up\s+to)\s+(?:today|now|the\s+current\s+(?:date|day))",
    re.IGNORECASE,
)
_DEFAULTED = re.compile(
    rf"\b(?P<name>{_NAME})\s*\(\s*(?:or\s+)?(?P<value>-?\d+(?:\.\d+)?|'[^']*')\s+(?:if|when|where)\s+(?:it\s+is\s+|is\s+)?"
    r"(?:null|missing|empty|none|there\s+is\s+none|not\s+(?:set|given|filled|there))\s*\)",
    re.IGNORECASE,
)
_NULLS_AS = re.compile(
    r"(?P<rest>.+?)\s*[,;(]\s*(?:where\s+|with\s+|and\s+|treat(?:ing)?\s+|count(?:ing)?\s+|taking\s+)?(?:a\s+)?(?:nulls?|missing|empty)"
    r"(?:\s+(?:values?|amounts?|ones|figures?))?\s*(?:counts?|counted|counting|are|is|treated|taken|means?)?\s*(?:as|=)?\s*"
    r"(?:0|zero)\)?",
    re.IGNORECASE,
)
_SIGNS = (
    (r"\s+(?:times|multiplied\s+by)\s+", " * "),
    (r"\s*,?\s+divided\s+by\s+", " / "),
    (r"\s+(?:minus|less)\s+", " - "),
    (r"\s+plus\s+", " + "),
)
_OR_EQUAL = re.compile(
    rf"(?P<head>.*?\bif\s+(?P<left>{_NAME})\s+(?:is\s+)?(?:greater|more|higher|larger|less|lower|smaller)\s+than\s+(?P<right>{_NAME}|-?\d+(?:\.\d+)?)\b.*?"
    r"\bif\s+)it\s+is\s+(?:(?P<less>less|lower|smaller)|greater|more|higher|larger)\s+(?:than\s+)?or\s+equal(?:\s+to\s+it)?\b(?P<tail>.*)",
    re.IGNORECASE,
)
_BY_SUBJECT = re.compile(
    rf"(?P<rest>.+?)\s*[,;(]\s*(?:by|based\s+on|depending\s+on|according\s+to|from|of)\s+(?:the\s+)?(?P<name>{_NAME})\s*\)?",
    re.IGNORECASE,
)
_IF_THERE = re.compile(
    rf"(?:the\s+)?(?P<one>{_NAME})\s*,?\s+(?:if|when|where)\s+(?:it\s+)?(?:exists|is\s+there|(?:is\s+)?(?:set|filled|available|present|given|known|not\s+null))"
    rf"\s*[,;]?\s*(?:otherwise|else|or\s+else)\s+(?:the\s+)?(?P<two>{_NAME})",
    re.IGNORECASE,
)
_FALLS_BACK = (
    re.compile(
        rf"(?:falls?|falling)\s+back\s+(?:to|on)\s+(?:the\s+)?(?P<two>{_NAME})\s+(?:if|when|where)\s+(?:the\s+)?(?P<one>{_NAME})\s+is\s+"
        r"(?:null|missing|not\s+(?:set|given|filled|there))",
        re.IGNORECASE,
    ),
    re.compile(
        rf"(?:the\s+)?(?P<one>{_NAME})\s*,?\s*(?:with\s+(?:a\s+)?fall\s*back\s+(?:to|on)|falling\s+back\s+(?:to|on)|fall\s*back\s*:?|otherwise|else)\s+"
        rf"(?:the\s+)?(?P<two>{_NAME})",
        re.IGNORECASE,
    ),
)
_LATER_OF = re.compile(
    rf"(?:the\s+)?(?:(?P<later>later|latest|larger|higher|greater|bigger)|earlier|earliest|smaller|lower)\s+(?:one\s+)?(?:of|from)\s+(?:the\s+two\s+)?"
    rf"(?P<one>{_NAME})\s+and\s+(?P<two>{_NAME})",
    re.IGNORECASE,
)
_ANY = re.compile(
    r"true\s+(?:if|when)\s+(?:any|at\s+least\s+one)\s+(?:of\s+)?(?:the\s+)?[\w' ]+?\s+"
    r"(?:is|are|was|has\s+been)\s+(?P<flag>\w+)"
    r"(?:\s*[,;]?\s*(?:otherwise|else)\s+false)?",
    re.IGNORECASE,
)
_BY_MOMENT = re.compile(
    rf"(?:the\s+)?(?P<which>latest|last|most\s+recent|newest|first|earliest|oldest)\s+(?P<of>{_NAME})\s*,?\s*\(?(?:by|according\s+to|ordered\s+by|going\s+by)\s+"
    rf"(?:the\s+)?(?P<order>{_NAME})\)?",
    re.IGNORECASE,
)


def _columns(scope: Scope, said: str) -> list[ScopeColumn]:
    place, _, name = said.casefold().rpartition(".")
    return [
        c
        for c in scope.columns
        if c.column.name.casefold() == name and place in ("", c.relation.casefold(), c.table.casefold())
    ]


def _is_text(scope: Scope, said: str) -> bool:
    found = _columns(scope, said)
    return bool(found) and all(family_of(c.column.type) is Family.TEXT for c in found)


def _quoted_words(text: str, scope: Scope, mapping: ColumnMapping) -> str:
    """``status is paid``: a value beside a column of text, which stands without quotes."""

    def said(match: re.Match[str]) -> str:
        name, value = match["name"], match["value"]
        if value.casefold() in _NO_VALUES or not _is_text(scope, name) or _columns(scope, value):
            return match[0]
        return f"{name} = '{value}'"

    return _IS_WORD.sub(said, text)


def _with_value(text: str, scope: Scope, mapping: ColumnMapping) -> str:
    """``orders with status returned``, ``amount for device MOBILE, others count 0``: which rows are summed up."""
    if not scope.aggregate:
        return ""
    rest = _OTHERS.sub("", text)
    match = _WITH_WORD.search(rest)
    if match is None or not _is_text(scope, match["name"]):
        return ""
    value = match["value"].strip("'")
    if value.casefold() in _NO_VALUES or _columns(scope, value):
        return ""
    summed = _SUM_OF.fullmatch(rest[: match.start()].strip())
    if (
        rest != text
        and summed is not None
        and not rest[match.end() :].strip()
        and _columns(scope, summed["of"])
    ):
        return f"sum(case when {match['name']} = '{value}' then {summed['of']} else 0 end)"
    zero = ", 0 if none" if rest != text else ""
    return f"{rest[: match.start()]}where {match['name']} = '{value}'{rest[match.end() :]}{zero}"


def _whether(text: str, scope: Scope, mapping: ColumnMapping) -> str:
    match = _WHETHER.fullmatch(text)
    if match is None or family_of(scope.target_type) not in (Family.FLAG, Family.UNKNOWN):
        return ""
    test = _quoted_words(match["test"], scope, mapping)
    return f"true if {test}, else false"


def _since(text: str, scope: Scope, mapping: ColumnMapping) -> str:
    match = _SINCE.fullmatch(text)
    found = _columns(scope, match["name"]) if match is not None else []
    if match is None or not found or family_of(found[0].column.type) not in (Family.DATE, Family.TIMESTAMP):
        return ""
    now = (
        "current_date"
        if match["unit"].casefold() in ("day", "week", "month", "year")
        else "current_timestamp"
    )
    return f"date_diff('{match['unit'].casefold()}', {match['name']}, {now})"


def _defaulted(text: str, scope: Scope, mapping: ColumnMapping) -> str:
    """``amount (0 if missing) times rate (1 if missing)``."""
    made = _DEFAULTED.sub(
        lambda m: f"coalesce({m['name']}, {m['value']})" if _columns(scope, m["name"]) else m[0], text
    )
    return _with_signs(made) if made != text else ""


def _nulls_as_zero(text: str, scope: Scope, mapping: ColumnMapping) -> str:
    """``amount minus refund, where missing counts as 0``: of single rows, where each column is a number."""
    match = _NULLS_AS.fullmatch(text)
    if match is None or scope.aggregate:
        return ""
    names = [w for w in re.findall(_NAME, match["rest"]) if _columns(scope, w)]
    families = {family_of(c.column.type) for name in names for c in _columns(scope, name)}
    if len(names) < 2 or families != {Family.NUMBER}:
        return ""
    made = re.sub(_NAME, lambda m: f"coalesce({m[0]}, 0)" if m[0] in names else m[0], match["rest"])
    return _with_signs(made)


def _with_signs(text: str) -> str:
    for words, sign in _SIGNS:
        text = re.sub(words, sign, text, flags=re.IGNORECASE)
    return text


def _or_equal(text: str, scope: Scope, mapping: ColumnMapping) -> str:
    match = _OR_EQUAL.fullmatch(text)
    if match is None:
        return ""
    sign = "<=" if match["less"] else ">="
    return f"{match['head']}{match['left']} {sign} {match['right']}{match['tail']}"


def _by_subject(text: str, scope: Scope, mapping: ColumnMapping) -> str:
    """A list of ranges or codes that names at its end what it is looked up by."""
    match = _BY_SUBJECT.fullmatch(text)
    if match is None or scope.aggregate or len(scope.sources) > 1:
        return ""
    own = _columns(scope, match["name"])
    other = scope.sources and scope.sources[0] not in own
    named = [w for w in re.findall(_NAME, match["rest"]) if _columns(scope, w)]
    rest = re.sub(r"(?<=\d)\s+(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?)\b", "", match["rest"])
    return "" if not own or other or named else f"map {match['name']}: {rest}"


def _if_there(text: str, scope: Scope, mapping: ColumnMapping) -> str:
    found = _IF_THERE.fullmatch(text) or next((m for s in _FALLS_BACK if (m := s.fullmatch(text))), None)
    if found is None or not (_columns(scope, found["one"]) and _columns(scope, found["two"])):
        return ""
    return f"coalesce({found['one']}, {found['two']})"


def _later_of(text: str, scope: Scope, mapping: ColumnMapping) -> str:
    match = _LATER_OF.fullmatch(text)
    if match is None or not (_columns(scope, match["one"]) and _columns(scope, match["two"])):
        return ""
    return f"{'greatest' if match['later'] else 'least'} of {match['one']} and {match['two']}"


def _any(text: str, scope: Scope, mapping: ColumnMapping) -> str:
    """``true if any order is deleted``: of a column that is true or false."""
    match = _ANY.fullmatch(text) if scope.aggregate else None
    flags = [
        c
        for c in scope.columns
        if match is not None
        and family_of(c.column.type) is Family.FLAG
        and any(says(part, match["flag"].casefold()) for part in name_parts(c.column.name))
    ]
    return f"coalesce(bool_or({flags[0].sql}), false)" if len(flags) == 1 else ""


def _by_moment(text: str, scope: Scope, mapping: ColumnMapping) -> str:
    """``latest status by created_at`` of each group."""
    match = _BY_MOMENT.fullmatch(text) if scope.aggregate else None
    if match is None or not (_columns(scope, match["of"]) and _columns(scope, match["order"])):
        return ""
    which = "earliest" if match["which"].casefold() in ("first", "earliest", "oldest") else "latest"
    return f"{match['of']} of the row with the {which} {match['order']}"


HABITS: tuple[Callable[[str, Scope, ColumnMapping], str], ...] = (
    _quoted_words,
    _with_value,
    _whether,
    _since,
    _defaulted,
    _nulls_as_zero,
    _or_equal,
    _by_subject,
    _if_there,
    _later_of,
    _any,
    _by_moment,
)
"""Each gives the text in other words, or nothing."""
