"""Rules that speak of their columns by number or by what they count: ``minutes between the two``, ``exactly one page``.

Each is said once more with the names of the columns, so that the compilers for these read it.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from signoff.core.domain.expressions import Scope
from signoff.core.domain.spec import ColumnMapping
from signoff.core.generate.patterns.column_nouns import name_parts, says
from signoff.core.generate.types import Family, family_of

_TWO = (
    r"(?:the\s+|these\s+)?(?:two|both|them|both\s+of\s+them|two\s+of\s+them"
    r"|(?:two\s+)?(?:times|timestamps|dates|days|moments|columns))"
)
_UNIT = r"(?P<unit>seconds|minutes|hours|days|weeks|months|years)"
_BETWEEN_TWO = re.compile(
    rf"(?:(?:the\s+)?(?:number\s+of|how\s+many)\s+)?{_UNIT}\s+(?:(?:that\s+)?(?:lie|are|lying|passed|elapsed)\s+)?"
    rf"(?:between\s+{_TWO}|in\s+between|from\s+(?:the\s+)?(?:one|first)\s+to\s+(?:the\s+)?(?:other|second))"
    rf"|(?:the\s+)?difference\s+between\s+{_TWO}\s+in\s+(?P<unit2>seconds|minutes|hours|days|weeks|months|years)",
    re.IGNORECASE,
)
_SIGNS = {
    "question mark": "?", "exclamation mark": "!", "equals sign": "=", "equal sign": "=",
    "hash sign": "#", "number sign": "#",
    "percent sign": "%", "plus sign": "+", "at sign": "@", "vertical bar": "|", "pipe": "|", "backslash": "\\",
    "ampersand": "&", "underscore": "_",
}  # fmt: skip
_SIGN = rf"(?:the\s+|an?\s+)?(?P<last>first\s+|last\s+)?(?P<sign>{'|'.join(_SIGNS)}|\?|'[^']'|\"[^\"]\")"
_BEFORE = re.compile(
    rf"(?:(?:everything|all|text|(?:the\s+)?(?:part|text|piece|bit)|what\s+(?:is|stands|comes)"
    rf"|whatever\s+(?:is|stands|comes))\s+)?"
    rf"(?:before|up\s+to(?:\s+but\s+not\s+including)?|in\s+front\s+of|until|left\s+of)\s+{_SIGN}"
    rf"|(?:cut|cut\s+off|truncated?|stop)\s+(?:off\s+)?(?:at"
    rf"|from)\s+{_SIGN.replace('<last>', '<last2>').replace('<sign>', '<sign2>')}(?:\s+on)?"
    rf"|(?:without|drop|remove|leave\s+out|cut\s+off)\s+(?:everything|all|the\s+rest"
    rf"|what\s+comes|whatever\s+comes)\s+from\s+"
    rf"{_SIGN.replace('<last>', '<last3>').replace('<sign>', '<sign3>')}(?:\s+on(?:wards)?)?",
    re.IGNORECASE,
)
_AFTER = re.compile(
    rf"(?:(?:everything|all|text|(?:the\s+)?(?:part|text|piece|bit)|what\s+(?:is|stands|comes)"
    rf"|whatever\s+(?:is|stands|comes|follows))\s+)"
    rf"(?:after|behind|right\s+of)\s+{_SIGN}",
    re.IGNORECASE,
)
_WHOLE = re.compile(
    r"\s*[;,.]\s*(?:and\s+)?(?:(?:all\s+of\s+it|the\s+whole(?:\s+\w+)?|everything|unchanged"
    r"|as\s+(?:it\s+)?is)\s+(?:if|when|where)\s+"
    r"(?:there\s+is|it\s+has|it\s+contains)\s+(?:none|no\s+(?:such\s+sign|question\s+mark|sign))"
    r"|(?:if|when|where)\s+there\s+is\s+none,?\s+(?:all\s+of\s+it|the\s+whole(?:\s+\w+)?|everything))$",
    re.IGNORECASE,
)
"""Says what is left where the sign does not stand in the text, as it is anyway."""
_NUMBERS = {
    "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8",
    "nine": "9", "ten": "10",
    "no": "0", "zero": "0", "a single": "1",
}  # fmt: skip
_SIGNED = {
    "exactly": "=", "only": "=", "just": "=", "precisely": "=", "": "=", "more than": ">", "over": ">",
    "at least": ">=",
    "at most": "<=", "up to": "<=", "less than": "<", "fewer than": "<",
    "not more than": "<=", "no more than": "<=",
}  # fmt: skip
_FLAG = r"(?:true|false|yes|no|y|n|0|1|'[^']*')"
_COUNTED = re.compile(
    rf"(?P<yes>{_FLAG})\s+(?:for|with|on|(?:if|when|where)(?:\s+there\s+(?:is|are|was|were))?(?:\s+it\s+has)?)\s+"
    rf"(?P<sign>{'|'.join(filter(None, _SIGNED))})?\s*(?P<number>\d+|{'|'.join(_NUMBERS)})\s+(?P<noun>[a-z]+)"
    rf"(?:\s*[,;]\s*|\s+)(?:(?:otherwise|else|in\s+all\s+other\s+cases|for\s+all\s+others?"
    rf"|for\s+any\s+other)[,:]?\s+(?P<no>{_FLAG})"
    rf"|(?P<no2>{_FLAG})\s+(?:otherwise|else|in\s+all\s+other\s+cases|for\s+all\s+others?))",
    re.IGNORECASE,
)
_RATIO = re.compile(
    r"(?P<a>[A-Za-z_]\w*)\s*(?P<by>/|divided\s+by"
    r"|per)\s*(?P<b>[A-Za-z_]\w*)(?P<digits>\s*,\s*(?:rounded\s+to\s+)?\d+\s+decimals?(?:\s+places)?)?\s*[,;]\s*"
    r"(?P<what>empty|null|nothing|blank|no\s+value)\s+(?:(?:if|when|where)\s+there\s+(?:is"
    r"|are)\s+(?:none|no\s+(?P<noun>\w+))|without\s+(?:any\s+)?(?P<noun2>\w+))",
    re.IGNORECASE,
)
_HAS = re.compile(
    r"(?:the\s+)?(?:number\s+of|how\s+many|count\s+of)\s+(?P<rows>[a-z]+)\s+(?:(?:the|an?|each"
    r"|every|this)\s+(?P<one>[a-z]+)\s+has|(?:of|per)\s+(?:the|an?|each|every|this)\s+(?P<one2>[a-z]+))"
    r"(?P<here>\s+(?:in|within)\s+(?:this|the)\s+(?:table|list|result))?",
    re.IGNORECASE,
)

_ZERO_WITHOUT = re.compile(
    r"(?P<rest>(?:the\s+)?(?:sum|total)(?:\s+of\s+\w+)?)\s*[,;]\s*(?:0|zero)\s+"
    r"(?:without\s+(?:any\s+)?|(?:if|when|where)\s+there\s+(?:is|are)\s+no\s+)(?P<noun>[a-z]+)",
    re.IGNORECASE,
)


def _between_two(text: str, scope: Scope, mapping: ColumnMapping) -> str:
    """``minutes between the two`` of two times, in the order of the source cells."""
    match = _BETWEEN_TWO.fullmatch(text)
    sources = scope.sources
    days = (Family.DATE, Family.TIMESTAMP)
    if match is None or len(sources) != 2 or any(family_of(s.column.type) not in days for s in sources):
        return ""
    return f"{match['unit'] or match['unit2']} between {sources[0].column.name} and {sources[1].column.name}"


def _before_sign(text: str, scope: Scope, mapping: ColumnMapping) -> str:
    """``cut at the first question mark``: everything before it, all where there is none."""
    bare = _WHOLE.sub("", text)
    match = _BEFORE.fullmatch(bare)
    if match is not None:
        groups = match.groupdict()
        sign = next(groups[n] for n in ("sign", "sign2", "sign3") if groups[n])
        which = next((groups[n] for n in ("last", "last2", "last3") if groups[n]), "first")
        return "" if which.strip().casefold() == "last" else f"everything before the first '{_sign(sign)}'"
    match = _AFTER.fullmatch(text)
    if match is None or match["sign"][:1] in "'\"":
        return ""
    return f"everything after the {(match['last'] or 'first').strip()} '{_sign(match['sign'])}'"


def _sign(text: str) -> str:
    return _SIGNS.get(" ".join(text.casefold().split()), text.strip("'\""))


def _counted(text: str, scope: Scope, mapping: ColumnMapping) -> str:
    """``true for exactly one page, otherwise false`` of the column that counts pages."""
    match = _COUNTED.fullmatch(text)
    if match is None or len(scope.sources) != 1 or scope.aggregate:
        return ""
    source = scope.sources[0]
    is_number = family_of(source.column.type) is Family.NUMBER
    if not is_number or not _is_called(match["noun"], source.column.name):
        return ""
    sign = _SIGNED[" ".join((match["sign"] or "").casefold().split())]
    number = _NUMBERS.get(" ".join(match["number"].casefold().split()), match["number"])
    return f"{match['yes']} if {source.column.name} {sign} {number}, otherwise {match['no'] or match['no2']}"


def _is_called(noun: str, name: str) -> bool:
    return any(says(part, noun.casefold()) for part in name_parts(name))


def _ratio(text: str, scope: Scope, mapping: ColumnMapping) -> str:
    """``spend / last_conversions, 2 decimals, empty if there are no conversions``: what is divided by is none."""
    match = _RATIO.fullmatch(text)
    noun = (match["noun"] or match["noun2"] or "") if match is not None else ""
    if match is None or (noun and not _is_called(noun, match["b"])):
        return ""
    return f"{match['a']} / {match['b']}{match['digits'] or ''}, empty if {match['b']} is 0"


def _has(text: str, scope: Scope, mapping: ColumnMapping) -> str:
    """``number of touches the user has in this table``, of the table's own rows."""
    match = _HAS.fullmatch(text)
    if match is None or scope.aggregate or not _is_called(match["rows"], mapping.target):
        return ""
    return f"number of rows per {match['one'] or match['one2']}"


def _zero_without(text: str, scope: Scope, mapping: ColumnMapping) -> str:
    """``sum, 0 without calls`` of a column of the calls."""
    match = _ZERO_WITHOUT.fullmatch(text) if scope.aggregate else None
    if match is None or len(scope.sources) != 1:
        return ""
    source = scope.sources[0]
    called = any(_is_called(match["noun"], name) for name in (source.table, source.column.name))
    return f"{match['rest']}, 0 if there is none" if called else ""


COUNTED: tuple[Callable[[str, Scope, ColumnMapping], str], ...] = (
    _between_two,
    _before_sign,
    _counted,
    _ratio,
    _has,
    _zero_without,
)
"""Each gives the text in other words, or nothing."""
