"""Rules in short sentences, the rule first and what becomes of the rest behind it, in the words that compilers know.

``'P' = 'Permanent'; 'T' = 'Temporary'; Any other code, and no code, gives Unknown`` ends in ``otherwise 'Unknown'``;
``9999-12-31 becomes no value, otherwise as delivered`` is ``nullif``. Each is said anew only where the whole text is
understood; any other text stays as it is.
"""

from __future__ import annotations

import re
from datetime import date

from signoff.core.domain.expressions import Scope, ScopeColumn
from signoff.core.generate.patterns.column_nouns import name_parts, says
from signoff.core.generate.types import Family, family_of

_V = r"(?P<v>'[^']*'|\"[^\"]*\"|[A-Za-z0-9][\w/-]*(?:\s+[\w/-]+){0,2}?)"
_GIVES = (
    r"(?:gives?|becomes?|gets?|goes?\s+to|shows?|yields?|means?|is|are|turns?\s+into|leads?\s+to|->|=>|→|=|:)"
)
_NONE = r"(?:no|missing|empty|blank|null)(?:\s+(?:codes?|values?|ones?|fields?|entr(?:y|ies)|texts?))?|blanks?|nothing"
_NONE_TOO = (
    rf"(?:\s*,?\s*(?:and|or|also|including|incl\.?|as\s+well\s+as)\s+(?:also\s+)?(?:an?\s+)?(?:{_NONE}))?"
)
_REST = (
    r"(?:(?:all|any|every|each)\s+(?:the\s+)?)?(?:other|others|rest|unlisted|unknown|remaining)(?:\s+(?:codes?|values?|ones?|texts?|entries))?"
    r"|(?:all\s+|any\s+)?(?:codes?|values?|those|ones|others)\s+(?:that\s+(?:are|is)\s+)?not\s+(?:listed|in\s+the\s+list|found)(?:\s+(?:here|there))?"
    r"|(?:anything|everything|whatever)(?:\s+(?:else|(?:that\s+is\s+)?not\s+(?:in\s+the\s+list|listed)))?|(?:is\s+)?not\s+(?:in\s+the\s+list|listed)|all\s+else"
)
_LIST = r"(?P<list>.*'[^']*'\s*=\s*'[^']*')"
_FOLD = (
    r"(?P<fold>\s*[;,.]\s*(?:in\s+)?(?:(?:upper\s+or\s+lower|lower\s+or\s+upper|any|either)\s+case|capitals?\s+or\s+(?:not|small(?:\s+letters)?)|small\s+or\s+capital\s+letters)"
    r"(?:\s+in\s+the\s+source)?)?"
)
_ENDS_LIST = re.compile(
    rf"^{_LIST}{_FOLD}\s*[;,.]\s*(?:{_REST}){_NONE_TOO}\s*,?\s*{_GIVES}\s+{_V}(?:\s*,?\s*(?:also|and\s+so\s+(?:is|does|are))\s+(?:an?\s+)?(?:{_NONE}))?$",
    re.IGNORECASE | re.DOTALL,
)
_REFUSES = re.compile(
    r"\b(?:error|errors|abort\w*|reject\w*|fail\w*|question|unchanged|itself|source|same|code|value|no|none|null|empty|asked?|depends?|left|out)\b",
    re.IGNORECASE,
)
"""What stands for no value to be written: the list's end is left as it is."""
_DAY = re.compile(r"(?<![\w.'-])(?P<d>\d{1,2})\.(?P<m>\d{1,2})\.(?P<y>\d{4})(?![\w'-]|\.\d)")
_NO_VALUE = r"(?:no\s+value|null|nothing|empty|missing|not\s+filled)"
_TO_NONE = re.compile(
    rf"^(?:(?:taken\s+over|moved|copied|kept|direct(?:\s+move)?)(?:\s+(?:as\s+(?:it\s+)?is|unchanged))?\s*[,;.]\s*(?:but\s+|only\s+)?)?'?(?P<v>\d{{4}}-\d{{2}}-\d{{2}}|\d+|[A-Z]\w*)'?\s+"
    rf"(?:(?:means|is|stands\s+for)\s+(?:unknown|open|unlimited|missing|never|not\s+known)\s+and\s+)?(?:becomes?|is|gives|turns\s+into|means|->|=|→|to)\s+{_NO_VALUE}"
    r"(?:\s*[,;.]\s*(?:otherwise|else|all\s+(?:others?|else)|everything\s+else|other\s+values?)\s+(?:is\s+|are\s+|stays?\s+|remains?\s+)?(?:taken\s+over\s+)?(?:as\s+(?:delivered|(?:it\s+)?is|they\s+are)|unchanged|direct|taken\s+over))?$",
    re.IGNORECASE,
)
_ELSE_ALSO = re.compile(
    r"^(?P<rule>(?P<one>[^()]+?)\s+(?:if|when)\s+(?P<test>[^()]+?)\s*[,;]\s*(?:otherwise|else)\s+[^()]+?)\s*[,(]\s*(?:also|even|too)\s+(?:without(?:\s+an?)?|with\s+no|if|when|where)\s+(?:the\s+|there\s+is\s+no\s+)?"
    r"(?P<what>[\w]+)(?:\s+(?:is\s+)?(?:empty|missing|blank|null|not\s+filled|unknown))?\)?$",
    re.IGNORECASE,
)
_ZEROS = re.compile(
    r"^(?:(?:as\s+)?(?:a\s+)?text\s*,?\s*)?(?:with\s+|of\s+|in\s+)?(?P<n>\d{1,2})\s+(?:digits|characters|places|positions)(?:\s+as\s+(?:a\s+)?text)?\s*,?\s*(?:and\s+)?"
    r"(?:(?:with\s+)?(?:leading\s+zeros?|zeros?\s+(?:in\s+front|at\s+the\s+(?:front|start|left)|before\s+it|on\s+the\s+left))|(?:filled|padded)(?:\s+up)?\s+with\s+zeros?(?:\s+(?:from|on|at)\s+the\s+(?:left|front))?)$",
    re.IGNORECASE,
)
_BLANK_NONE = re.compile(
    r"^(?P<work>(?:trim(?:med)?|strip(?:ped)?|lower[\s-]?case[d]?|upper[\s-]?case[d]?|lower|upper)(?:\s*(?:,|and|\+)\s*(?:trim(?:med)?|strip(?:ped)?|lower[\s-]?case[d]?|upper[\s-]?case[d]?|lower|upper))*)"
    rf"\s*[.;,]\s*(?:an?\s+)?(?:blanks?|empty)(?:\s+(?:text|string|value|field|entr(?:y|ies)))?\s+(?:becomes?|is|counts?\s+as|means?|=|->|→|gives)\s*{_NO_VALUE}$",
    re.IGNORECASE,
)
_TRIM_ALL = re.compile(
    r"^(?P<body>.+?)\s*[.;]\s*(?:trim|strip)\s+(?:both|all|each|them|every\s+part)(?:\s+(?:parts?|names?|fields?|columns?))?(?:\s+(?:first|beforehand))?$"
    r"|^(?P<body2>.+?)\s*,\s*(?:both|all|each)\s+(?:trimmed|stripped)$",
    re.IGNORECASE,
)
_SOURCE_IS = re.compile(
    r"^(?:[Aa]n?\s+)?(?:(?:capital|upper[\s-]?case)\s+)?'?(?P<code>[A-Z0-9]{1,4})'?\s+(?:in\s+the\s+(?:source|field|column)\s+)(?:is|gives|becomes|means|->|=)\s+'?(?P<yes>\w+)'?\s*[,;.]\s*(?:all\s+(?:else|others?)|everything\s+else|anything\s+else|otherwise|else)\s+(?:is\s+|gives\s+|becomes\s+|means\s+|->\s*|=\s*)?'?(?P<no>\w+)'?$"
)
_TIMES = re.compile(
    r"^(?:the\s+)?(?P<a>[\w ]+?)\s+(?:times|multiplied\s+by|\*|x)\s+(?:the\s+)?(?:number\s+of\s+)?"
    r"(?P<b>[\w ]+?)(?:\s+(?:per|a|in\s+the)\s+(?:year|month|week))?\s*[.;]\s*"
    r"(?P<n>\d+)(?:\s+(?P<noun>[a-z]+))?\s+(?:if|when|where)\s+(?P<c>[\w ]+?)\s+is\s+"
    r"(?:empty|missing|blank|null|not\s+(?:filled|given|known))$",
    re.IGNORECASE,
)
_DAYS = re.compile(
    r"^(?:(?:the\s+)?(?:number\s+of\s+)?(?:calendar\s+)?days)\s+(?:from|between)\s+(?:the\s+)?(?:start|beginning|begin|first(?:\s+day)?|from)\s+(?:to|and|until)\s+(?:the\s+)?(?:end|last(?:\s+day)?|to)\s*,?\s*\(?"
    r"(?:(?:both|each)(?:\s+(?:days?|ends))?\s+(?:(?:are|is)\s+)?(?:counted|included|inclusive|count)|inclusive|including\s+both)\)?"
    rf"(?:\s*[.;,]\s*(?:{_NO_VALUE}|empty)\s+(?:while|if|when|as\s+long\s+as)\s+(?:the\s+end\s+is\s+(?:open|missing|empty|not\s+known|unknown)|there\s+is\s+no\s+end|it\s+is\s+(?:still\s+)?open))?$",
    re.IGNORECASE,
)
_SUM_OF = re.compile(
    r"^(?P<sum>sum|total)\s+of\s+(?:the\s+|all\s+)?(?P<noun>[a-z]+)s\s+(?P<codes>[A-Z][A-Z0-9_]*(?:(?:\s*,\s*|\s+and\s+|\s+or\s+|\s*,\s+and\s+)[A-Z][A-Z0-9_]*)+)(?P<rest>,\s.+)?$"
)
_STARTS = frozenset(("from", "start", "begin", "since", "first", "valid"))
_ENDS = frozenset(("to", "end", "until", "till", "last", "thru"))


def said_plainly(text: str, scope: Scope) -> str:
    """The rule in words that compilers know; empty where it is none of these."""
    plain = _DAY.sub(_iso, " ".join(text.split()).strip(" ."))
    for make in (_others, _no_value, _also, _zeros, _blank, _trimmed, _code, _times, _days, _sum_of):
        made = make(plain, scope)
        if made:
            return made
    return ""


def _iso(match: re.Match[str]) -> str:
    try:
        return date(int(match["y"]), int(match["m"]), int(match["d"])).isoformat()
    except ValueError:
        return match.group()


def _only(scope: Scope) -> ScopeColumn | None:
    return scope.sources[0] if len(scope.sources) == 1 else None


def _is(column: ScopeColumn | None, family: Family) -> bool:
    return column is not None and family_of(column.column.type) is family


def _others(text: str, scope: Scope) -> str:
    """The end of a list of codes that tells what all others become, with no code or without."""
    match = _ENDS_LIST.match(text)
    if match is None or _REFUSES.search(match["v"]) or re.search(r"otherwise|else", match["list"], re.I):
        return ""
    fold = "; ignore case" if match["fold"] else ""
    return f"{match['list']}; otherwise '{match['v'].strip(chr(39) + chr(34))}'{fold}"


def _no_value(text: str, scope: Scope) -> str:
    match, column = _TO_NONE.match(text), _only(scope)
    if match is None or column is None:
        return ""
    value, family = match["v"], family_of(column.column.type)
    is_day = re.fullmatch(r"\d{4}-\d{2}-\d{2}", value) is not None
    if is_day and family in (Family.DATE, Family.TIMESTAMP):
        return f"nullif({column.sql}, date '{value}')"
    if family is Family.NUMBER and value.isdigit():
        return f"nullif({column.sql}, {value})"
    return f"nullif({column.sql}, '{value}')" if family is Family.TEXT and not is_day else ""


def _also(text: str, scope: Scope) -> str:
    """``otherwise B (also without C)``, where C is what the test looks at: a missing one fails it anyway."""
    match = _ELSE_ALSO.match(text)
    column = _only(scope)
    if match is None or re.search(r"\b(?:not|no|null|empty|missing|without)\b|<>|!=", match["test"], re.I):
        return ""
    names = {column.column.name.casefold(), "it"} if column is not None else set()
    known = match["what"].casefold() in names and (
        match["what"].casefold() == "it" or re.search(rf"\b{match['what']}\b", match["test"], re.IGNORECASE)
    )
    return match["rule"] if known else ""


def _zeros(text: str, scope: Scope) -> str:
    match = _ZEROS.match(text)
    return f"zero padded to {match['n']}" if match is not None and _only(scope) is not None else ""


def _blank(text: str, scope: Scope) -> str:
    match, column = _BLANK_NONE.match(text), _only(scope)
    if match is None or column is None or not _is(column, Family.TEXT):
        return ""
    said = match["work"].casefold()
    lower, upper = "lower" in said, "upper" in said
    if lower and upper:
        return ""
    sql = f"trim({column.sql})"
    return f"nullif({'lower' if lower else 'upper'}({sql}), '')" if lower or upper else f"nullif({sql}, '')"


def _trimmed(text: str, scope: Scope) -> str:
    match = _TRIM_ALL.match(text)
    if match is None or len(scope.sources) < 2:
        return ""
    return f"trim both, then {match['body'] or match['body2']}"


def _code(text: str, scope: Scope) -> str:
    match, column = _SOURCE_IS.match(text), _only(scope)
    if match is None or column is None or not _is(column, Family.TEXT):
        return ""
    return f"'{match['yes']}' if {column.column.name} = '{match['code']}', else '{match['no']}'"


def _times(text: str, scope: Scope) -> str:
    match = _TIMES.match(text)
    if match is None or len(scope.sources) != 2:
        return ""
    one, two, missing = (_named(match[name], scope) for name in ("a", "b", "c"))
    if one is None or two is None or missing is not two or one is two:
        return ""
    if match["noun"] and not any(says(p, match["noun"]) for p in name_parts(two.column.name)):
        return ""
    return f"{one.sql} * coalesce({two.sql}, {match['n']})"


def _named(words: str, scope: Scope) -> ScopeColumn | None:
    """The one source all of whose words a text says, and nothing else."""
    said = [word.casefold() for word in words.split()]
    found = [
        c
        for c in scope.sources
        if len(parts := name_parts(c.column.name)) == len(said)
        and all(says(part, word) for part, word in zip(parts, said, strict=True))
    ]
    return found[0] if len(found) == 1 else None


def _sum_of(text: str, scope: Scope) -> str:
    """``Sum of components TAX and SOC``: of the source where the column of that name holds one of the codes."""
    match, column = _SUM_OF.match(f"{text[:1].lower()}{text[1:]}"), _only(scope)
    if match is None or column is None or not _is(column, Family.NUMBER):
        return ""
    named = [
        c for c in scope.columns if len(p := name_parts(c.column.name)) == 1 and says(p[0], match["noun"])
    ]
    if len(named) != 1 or not _is(named[0], Family.TEXT):
        return ""
    codes = " or ".join(re.split(r"\s*,\s*(?:and\s+)?|\s+and\s+|\s+or\s+", match["codes"]))
    name = column.column.name
    return f"{match['sum']} of {name} where {named[0].column.name} is {codes}{match['rest'] or ''}"


def _days(text: str, scope: Scope) -> str:
    if _DAYS.match(text) is None or len(scope.sources) != 2:
        return ""
    if not all(_is(column, Family.DATE) for column in scope.sources):
        return ""
    starts = [c for c in scope.sources if _STARTS & set(name_parts(c.column.name))]
    ends = [c for c in scope.sources if _ENDS & set(name_parts(c.column.name))]
    if len(starts) != 1 or len(ends) != 1 or starts == ends:
        return ""
    return f"{ends[0].sql} - {starts[0].sql} + 1"
