"""Rules that begin with their kind, and other habits of engineers' sheets, in the words that compilers know.

``CAST — float64 → IntegerType``, ``Map: a→b, c→d``, ``TRY_TO_DATE()``, ``Cast to decimal; preserve null``,
``Combined as account/bank format``. What follows the kind decides; the kind alone never does.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from signoff.core.domain.expressions import Scope
from signoff.core.domain.spec import ColumnMapping
from signoff.core.generate.patterns.column_nouns import name_parts
from signoff.core.generate.types import Family, family_of

_KIND = re.compile(
    r"^(?:(?:type\s+)?cast(?:ing)?|split(?:ting)?|case|cond(?:itional)?(?:\s+logic)?|deriv(?:ed|ation)|calculat(?:ed|ion)|comput(?:ed|ation)|"
    r"(?:value\s+|code\s+)?map(?:ping)?|recod(?:e|ing)|aggregat(?:ed|e|ion)|transform(?:ed|ation)?|expression|formula|"
    r"constant|hard-?coded|static|fixed(?:\s+value)?|concat(?:enation|enated)?|(?-i:[A-Z]{3,}(?:_[A-Z]+)+))"
    r"\s*(?:—|–|:|\s-)\s+(?P<rest>\S.*)$",
    re.IGNORECASE | re.DOTALL,
)
_KEEPS = re.compile(
    r"\s*(?:[;,(]|\band\b)\s*(?:(?:preserv(?:e|es|ing)|keep(?:s|ing)?|retain(?:s|ing)?)\s+(?:the\s+)?nulls?(?:\s+values?)?|"
    r"nulls?(?:\s+values?)?\s+(?:is\s+|are\s+|stays?\s+)?(?:preserved|kept|retained|null)(?:\s+as\s+(?:is|null))?)(?:\s+for\s+[\w\s-]+)?\s*\)?$",
    re.IGNORECASE,
)
_TYPE_WORD = (
    r"(?:float|double|int|integer|bigint|long|decimal|numeric|number|string|varchar|text|object|bool|boolean|date|datetime|timestamp)"
    r"(?:\d+)?(?:\(\d+(?:,\s*\d+)?\))?(?:[ _]?type)?"
)
_TYPES = re.compile(rf"{_TYPE_WORD}\s*(?:→|->|=>|⇒|\bto\b)\s*(?P<to>{_TYPE_WORD})", re.IGNORECASE)
_PARSED = re.compile(
    r"(?:pars(?:e|ed|ing)|read|convert(?:ed)?)\s+(?:and|then|&|\+)\s+(?:cast|convert(?:ed)?|"
    r"type)\s+(?:in)?(?:to|as)\s+(?P<to>[a-z ]+)",
    re.IGNORECASE,
)
_CONVERSION = re.compile(
    r"(?:iso(?:[- ]8601)?\s+)?(?P<to>date|datetime|timestamp|integer|number|numeric|"
    r"decimal)\s+(?:conversion|parsing|cast(?:ing)?)",
    re.IGNORECASE,
)
_TRIED = re.compile(
    r"(?:TRY_TO_(?P<to>DATE|NUMBER|NUMERIC|DECIMAL|DOUBLE|TIMESTAMP\w*)|SAFE_CAST|TRY_CAST)\s*\(\s*\)", re.I
)
_BARE_CALL = re.compile(
    r"(?P<name>UPPER|LOWER|TRIM|INITCAP|LTRIM|RTRIM|ABS|YEAR|MONTH|DAY|QUARTER)\s*\(\s*\)", re.I
)
_TEMPLATE = re.compile(
    r"(?:combin|concatenat|join|format)(?:e|ed)?\s+(?:as|to|into|in)\s+['\"{]?(?P<a>\w+)[}]?(?P<sign>[^\w\s{}'\"]{1,3})[{]?(?P<b>\w+)['\"}]?(?:\s+format)?",
    re.IGNORECASE,
)
_KEPT_IF = re.compile(
    r"(?:preserv(?:e|ed)|keep|kept|use|used|take|taken|copy|copied|direct(?:\s+\w+)?)\s+(?:it\s+)?(?:if|when|where)\s+(?:it\s+is\s+)?"
    r"(?:available|present|given|set|filled|there|provided|not\s+null|populated)\s*[,;]?\s*(?:otherwise|else|or)\s+(?P<value>.+)",
    re.IGNORECASE,
)
_COPIES = re.compile(
    r"\b(?:copy|take|use|load|move)\s+(?:the\s+)?(?P<name>[A-Za-z_]\w*)(?:\s+(?:in)?to\s+(?P<own>\w+))?", re.I
)
_ELSE_SAME = re.compile(
    r"\b(?P<else>else|otherwise)\s*[,:]?\s*(?:pass(?:ed)?[- ]?(?:it\s+)?th(?:rough|ru)|pass[- ]through\s+as[- ]is)\b",
    re.IGNORECASE,
)
_ARROW = re.compile(r"→|->|=>|⇒")
_NOW = re.compile(
    r"(?:the\s+)?(?:current|run|load|system)[ _](?P<what>time|timestamp|date(?:time)?|day)(?:\s*\(\))?|now\(\)|now",
    re.I,
)
_SPLIT = re.compile(
    r"split\s+(?:on|by|at)\s+(?:the\s+)?first\s+(?P<sign>space|blank|comma|hyphen|dash)", re.IGNORECASE
)
_FIRST_HALF = frozenset(("first", "given", "fore", "forename", "fname"))
_SECOND_HALF = frozenset(("last", "sur", "surname", "family", "lname"))
_TRUTH = re.compile(
    r"(?:set|default(?:s|ed)?|populate[ds]?|load(?:ed)?|always)\s+(?:to\s+|as\s+|with\s+)?(?P<value>true|false)",
    re.I,
)
_NAMED_FIXED = re.compile(
    r"(?:static|constant|fixed|literal|hard-?\s?coded)(?:\s+(?:value|text|string))?\s*[:=]\s*(?P<value>[A-Za-z][\w-]*)",
    re.I,
)
_NO_FIXED = frozenset(
    [
        "null",
        "none",
        "true",
        "false",
        "today",
        "now",
        "sysdate",
        "current_date",
        "current_timestamp",
        "empty",
        "blank",
        "source",
        "tbd",
        "tbc",
        "yes",
        "no",
    ]
)
_FAMILY_OF = {
    "int": Family.NUMBER, "big": Family.NUMBER, "lon": Family.NUMBER, "flo": Family.NUMBER, "dou": Family.NUMBER,
    "dec": Family.NUMBER, "num": Family.NUMBER, "str": Family.TEXT, "var": Family.TEXT, "tex": Family.TEXT,
    "obj": Family.TEXT, "boo": Family.FLAG,
}  # fmt: skip


def same_otherwise(text: str, scope: Scope) -> str:
    """The rule with "else as is" for "else pass-through"; empty where it says nothing of the kind."""
    return _ELSE_SAME.sub(lambda m: f"{m['else']} as is", text) if _ELSE_SAME.search(text) else ""


def listed_behind_kind(text: str, scope: Scope) -> str:
    """A list of codes without the kind that stands in front of it; empty for any other rule."""
    found = _KIND.match(text)
    return found["rest"] if found is not None and len(_ARROW.findall(found["rest"])) > 1 else ""


def _without_kind(text: str, scope: Scope, mapping: ColumnMapping) -> str:
    """What follows the kind of a rule."""
    found = _KIND.match(text)
    rest = found["rest"] if found is not None else ""
    return _cast(rest, scope, mapping) or _kept_nulls(rest, scope, mapping) or rest


def _kept_nulls(text: str, scope: Scope, mapping: ColumnMapping) -> str:
    """A rule without the words that a missing value stays one: copies and conversions keep it anyway."""
    rest = _KEEPS.sub("", text)
    if rest == text or re.search(r"coalesce|default|\bif\b|\bnull\b|\belse\b", rest, re.IGNORECASE):
        return ""
    return _cast(rest, scope, mapping) or rest


def _cast(text: str, scope: Scope, mapping: ColumnMapping) -> str:
    """A conversion to the target's own type, however the types are named."""
    found = next(
        (m for shape in (_TYPES, _PARSED, _CONVERSION) if (m := shape.fullmatch(text.strip()))), None
    )
    if found is None or len(scope.sources) != 1 or not scope.target_type:
        return ""
    return f"cast to {scope.target_type.partition('(')[0].lower()}" if _is_family(found["to"], scope) else ""


def _is_family(word: str, scope: Scope) -> bool:
    said, wanted = word.strip().casefold(), family_of(scope.target_type)
    if said.startswith(("datet", "times")):
        return wanted is Family.TIMESTAMP
    if said.startswith("date"):
        return wanted is Family.DATE
    return _FAMILY_OF.get(said[:3]) is wanted


def _tried(text: str, scope: Scope, mapping: ColumnMapping) -> str:
    """A function that is named without its argument, over the only source."""
    if len(scope.sources) != 1:
        return ""
    source = scope.sources[0].sql
    if (bare := _BARE_CALL.fullmatch(text)) is not None:
        return f"{bare['name']}({source})"
    tried = _TRIED.fullmatch(text)
    fits = tried is not None and (tried["to"] is None or _is_family(tried["to"], scope))
    return f"TRY_CAST({source} AS {scope.target_type})" if fits and scope.target_type else ""


def _template(text: str, scope: Scope, mapping: ColumnMapping) -> str:
    """Two sources with a sign between them, told by how the result looks."""
    found = _TEMPLATE.fullmatch(text)
    if found is None or len(scope.sources) != 2:
        return ""
    for first, second in (scope.sources, scope.sources[::-1]):
        fits = [_says(found["a"], first.column.name), _says(found["b"], second.column.name)]
        crossed = _says(found["a"], second.column.name) or _says(found["b"], first.column.name)
        if all(fits) and not crossed:
            return f"{first.sql} || '{found['sign']}' || {second.sql}"
    return ""


def _says(word: str, name: str) -> bool:
    return word.casefold() == name.casefold() or set(name_parts(word)) <= set(name_parts(name))


def _kept_if(text: str, scope: Scope, mapping: ColumnMapping) -> str:
    """The source, and another value where it is missing."""
    found = _KEPT_IF.fullmatch(text)
    if found is None or len(scope.sources) != 1:
        return ""
    now = _NOW.fullmatch(found["value"])
    if now is None:
        return f"if null then {found['value']} else direct move"
    moment = "current_date" if (now["what"] or "").casefold() in ("date", "day") else "current_timestamp"
    return f"coalesce({scope.sources[0].sql}, {moment})"


def _copied(text: str, scope: Scope, mapping: ColumnMapping) -> str:
    """A rule with conditions that says "copy" before the column it takes."""
    if not re.search(r"\b(?:if|when|otherwise|else)\b", text, re.IGNORECASE):
        return ""
    names = {c.column.name.casefold() for c in scope.columns}

    def said(match: re.Match[str]) -> str:
        known = match["name"].casefold() in names
        own = (match["own"] or mapping.name).casefold() == mapping.name.casefold()
        return match["name"] if known and own else match.group()

    return _COPIES.sub(said, text)


def _split(text: str, scope: Scope, mapping: ColumnMapping) -> str:
    """The half of a split name that the target is called after."""
    found = _SPLIT.fullmatch(text)
    if found is None or len(scope.sources) != 1:
        return ""
    parts = set(name_parts(mapping.name))
    half = "before" if parts & _FIRST_HALF else "after" if parts & _SECOND_HALF else ""
    return f"part {half} the first {found['sign']}" if half else ""


def _fixed(text: str, scope: Scope, mapping: ColumnMapping) -> str:
    """A truth value or a word that is set."""
    if family_of(scope.target_type) is Family.FLAG and (truth := _TRUTH.fullmatch(text)) is not None:
        return truth["value"].lower()
    named = _NAMED_FIXED.fullmatch(text) if not scope.sources else None
    if named is not None and named["value"].casefold() not in _NO_FIXED:
        return f"constant '{named['value']}'"
    return ""


KINDS: tuple[Callable[[str, Scope, ColumnMapping], str], ...] = (
    _without_kind,
    _kept_nulls,
    _cast,
    _tried,
    _template,
    _kept_if,
    _copied,
    _split,
    _fixed,
)
"""Each gives the text in other words, or nothing."""
