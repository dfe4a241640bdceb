"""Parts, signs and paddings of a text said in other words: ``2 characters from the right``, ``with leading zeros, 10 long``.

Each entry is a whole sentence; what it names (a column, a number, a sign) is carried over and read by the compilers.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from signoff.core.domain.expressions import Scope
from signoff.core.domain.spec import ColumnMapping
from signoff.core.generate.types import Family, family_of

_N = r"(?P<n>\d+|one|two|three|four|five|six|seven|eight|nine|ten|twelve)"
_CHARS = r"(?:characters?|chars?|letters?|digits?|positions?|places?|bytes?|symbols?)"
_COLUMN = r"\[?[A-Za-z_][\w.]*\]?(?:\.\[?\w+\]?)?"
_OF = rf"(?:\s+(?:of|from|in|for|on|to)\s+(?:the\s+)?(?P<of>{_COLUMN}(?:\s\w+)?))?"
_S = rf"(?:(?P<s>{_COLUMN})\s*[,:]?\s+)??"
_TAKE = r"(?:(?:take|use|get|load|extract|keep|return|pick|only|just|show|populate\s+with|fetch)\s+)?(?:only\s+)?(?:the\s+)?"
_SIGN = r"(?P<sign>'[^']+'|\"[^\"]+\"|[a-z]+(?:\s+sign)?|[^\w\s'\"])"
_ORDINAL = r"(?P<k>first|second|third|fourth|fifth|last|1st|2nd|3rd|4th|5th|\d)"
_PIECE = r"(?:part|segment|element|token|piece|item|component|section|value|field|block|chunk|word)s?"
_ZEROS = r"(?:(?:leading|preceding|left)\s+)?(?:zeros?|zeroes|0s?|'0's?|\"0\"s?)"
_TO = r"(?:up\s+)?(?:to|until|for|of|at|,|=|:|with|in)?\s*(?:an?\s+|the\s+)?(?:total\s+|fixed\s+|full\s+|overall\s+)?(?:(?:length|width|size)\s*(?:of|is|=|:|to)?\s*)?"
_LONG = rf"(?:\s*[-\s]?(?:{_CHARS}|long|wide|in\s+length))*(?:\s+(?:long|wide|in\s+length|string|text|number|code))?"

_SHAPES: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), said)
    for pattern, said in (
        (rf"{_S}{_TAKE}{_N}\s+{_CHARS}\s+(?:from|on|at)\s+(?:the\s+)?(?:left|start|beginning|front)(?:\s+side)?{_OF}", "first {n} characters{of}"),
        (rf"{_S}{_TAKE}{_N}\s+{_CHARS}\s+(?:from|on|at)\s+(?:the\s+)?(?:right|end|back)(?:\s+side)?{_OF}", "last {n} characters{of}"),
        (rf"{_S}{_TAKE}(?:final|ending|trailing|rightmost)\s+{_N}\s+{_CHARS}{_OF}", "last {n} characters{of}"),
        (rf"{_S}{_TAKE}(?:beginning|starting|initial|leftmost|1st)\s+{_N}\s+{_CHARS}{_OF}", "first {n} characters{of}"),
        (rf"{_S}{_TAKE}(?:first\s+|1st\s+)?initial(?:\s+letter)?(?:\s+only)?{_OF}", "first 1 characters{of}"),
        (rf"{_S}{_TAKE}(?:first|1st)\s+(?:letter|character|char|digit)(?:\s+only)?{_OF}", "first 1 characters{of}"),
        (rf"{_S}{_TAKE}(?:last|final)\s+(?:letter|character|char|digit)(?:\s+only)?{_OF}", "last 1 characters{of}"),
        (
            rf"{_S}{_TAKE}(?:(?:first|1st)\s+(?:letter|character|char)|(?:first\s+)?initial){_OF}\s*[,;]?\s*(?:and\s+)?(?:(?:converted\s+)?(?:in|to|as)\s+)?"
            r"(?:capitali[sz]ed|capitals?|upper\s*-?case|uppercased|capital\s+letters?)",
            "upper case of first 1 characters{of}",
        ),
        (rf"(?:upper\s*-?case|capital(?:ised|ized)?)\s+(?:(?:first\s+)?initial|first\s+(?:letter|character)){_OF}", "upper case of first 1 characters{of}"),
        (
            rf"{_S}(?:sub\s*-?string|substr|mid|part|characters?|chars?|text){_OF}\s*[,:(]?\s*(?:from|starting\s+(?:at|from)|starts?\s*(?:at|from|=|:)?|beginning\s+(?:at|from)|at)\s*"
            rf"(?:the\s+)?(?:position|pos\.?|character|char|index)?\s*=?\s*(?P<low>\d+)\s*[,;]?\s*(?:and\s+)?(?:for|with|over|taking)?\s*(?:a\s+)?(?:length|len)?\s*(?:of|=|:)?\s*(?P<n>\d+)\s*(?:{_CHARS})?\)?",
            "{n} characters from position {low}{of}",
        ),
        (rf"(?:string|text|character|field)\s+length{_OF}|(?:count|how\s+many)\s+{_CHARS}(?:\s+(?:of|in)\s+(?P<of2>{_COLUMN}))?", "length{of}"),
        (rf"{_TAKE}(?:\w+\s+)?(?:part|portion|text|section|bit|piece|name|domain)\s+(?P<side>after|before)\s+(?:the\s+)?{_SIGN}(?:\s+sign)?{_OF}", "part {side} {sign}{of}"),
        (rf"{_TAKE}(?:everything|all|text|characters|part)\s+(?P<side>up\s+to|until|before)\s*\(\s*(?:but\s+)?(?:not\s+including|excluding|exclusive|without)\s*\)\s*(?:the\s+)?{_SIGN}{_OF}", "part before {sign}{of}"),
        (rf"{_TAKE}(?P<k>first|last)\s+(?:word|token|name\s+part){_OF}", "{k} word{of}"),
        (rf"{_TAKE}(?:first|given)\s+(?:name|word)\s+(?:part\s+)?(?:of|from)\s+(?P<of>{_COLUMN})\s*\(?(?:before|up\s+to|until)\s+(?:the\s+)?(?:first\s+)?(?:space|blank)\)?", "first word{of}"),
        (rf"{_TAKE}{_ORDINAL}\s+{_PIECE}{_OF}\s*[,(]?\s*(?:(?:as\s+)?(?:delimited|separated|split|divided)\s+(?:by|with|at|on)|separator\s*(?:is|=|:)?|delimiter\s*(?:is|=|:)?|when\s+split\s+(?:by|at|on)|using)\s+(?:a\s+|the\s+)?{_SIGN}\)?(?:\s+as\s+(?:separator|delimiter))?", "split{of} by {sign} and take {k} part"),
        (rf"{_TAKE}{_ORDINAL}\s+{_SIGN}[\s-]+(?:separated|delimited)\s+{_PIECE}{_OF}", "split{of} by {sign} and take {k} part"),
        (rf"{_TAKE}{_ORDINAL}\s+{_PIECE}\s+between\s+(?:the\s+)?{_SIGN}{_OF}", "split{of} by {sign} and take {k} part"),
        (rf"{_S}(?:leading\s+)zero(?:e?s)?\s+(?:to\s+be\s+|are\s+|is\s+)?(?:removed|stripped|dropped|deleted|cut\s+off|trimmed|suppressed)", "remove leading zeros{of}"),
        (rf"(?:delete|cut|take\s+away|get\s+rid\s+of|skip|ignore|lose|leave\s+out)\s+(?:the\s+|all\s+|any\s+)?leading\s+(?:zeros?|zeroes|0s?){_OF}", "remove leading zeros{of}"),
        (rf"{_S}(?:should\s+be\s+|is\s+|to\s+be\s+)?(?:left\s+|right\s+aligned\s*[,;]?\s*)?(?:zero|0)[\s-]*(?:padded|filled|pad|fill)(?:\s+(?:on\s+the\s+)?left)?\s*[,:(]?\s*{_TO}{_N}{_LONG}\)?{_OF}", "left pad{whose} with zeros to {n}"),
        (rf"{_S}(?:is\s+)?(?:left[\s-]*)?(?:padded|pad|fill|filled)\s*(?:on\s+(?:the\s+)?)?(?:left|front)?\s*(?:with|by)\s+{_ZEROS}\s*(?:on\s+the\s+left\s*|in\s+front\s*)?[,:(]?\s*{_TO}{_N}{_LONG}\)?{_OF}", "left pad{whose} with zeros to {n}"),
        (rf"(?:pad|fill)\s+left\s*(?:with)?\s*{_ZEROS}\s*[,:(]?\s*{_TO}{_N}{_LONG}\)?", "left pad{whose} with zeros to {n}"),
        (rf"{_S}(?:as\s+(?:an?\s+)?)?(?:(?:make|ensure|format|format\s+as|convert\s+to|always|output|show\s+as|should\s+be|as)\s+)*(?:(?P<s2>{_COLUMN})\s+)?(?:an?\s+)?{_N}[\s-]*{_CHARS}(?:\s+(?:long|string|text|number|code|field))?\s*[,;(]?\s*(?:by\s+adding|with|using|add(?:ing)?|incl(?:uding|\.)?|and|padded\s+with)?\s*leading\s+(?:zeros?|zeroes|0s?)(?:\s+(?:added|included|kept))?\)?{_OF}", "left pad{whose} with zeros to {n}"),
        (rf"{_S}(?:(?:add|with|using|keep|insert|include|put)\s+)?leading\s+(?:zeros?|zeroes|0s?)\s*[,;:(]?\s*(?:so\s+that\s+(?:it|length)\s+is\s+)?{_TO}{_N}{_LONG}\)?{_OF}", "left pad{whose} with zeros to {n}"),
        (rf"(?P<what>'[^']+'|[^\w\s'\"]|[a-z]+)\s+(?:becomes?|->|→|=>)\s+(?P<new>'[^']*'|[^\w\s'\"]|[a-z]+)", "replace {what} with {new}{of}"),
        (rf"(?:substitute|use|put|insert)\s+(?P<new>'[^']*'|\"[^\"]*\"|[^\w\s'\"]|[a-z]+)\s+(?:for|instead\s+of|in\s+place\s+of)\s+(?P<what>'[^']+'|\"[^\"]+\"|[^\w\s'\"]|[a-z]+){_OF}", "replace {what} with {new}{of}"),
        (rf"(?:convert|swap|exchange|turn|change)\s+(?:all\s+)?(?P<what>{'{signs}'})\s+(?:to|into|for|with|by)\s+(?P<new>{'{signs}'}|nothing){_OF}", "replace {what} with {new}{of}"),
        (rf"(?P<s>{_COLUMN})\s*,?\s+(?:with\s+)?(?:all\s+|any\s+|the\s+)*(?P<what>[a-z -]+?)\s+(?:to\s+be\s+|are\s+)?(?:removed|stripped|deleted|dropped|eliminated|taken\s+out|cut\s+out)", "remove {what}{of}"),
    )
)  # fmt: skip
_SIGNS = r"(?:dash(?:es)?|hyphens?|slash(?:es)?|dots?|periods?|commas?|spaces?|blanks?|underscores?|colons?|semicolons?|pipes?|points?)"
_TEXTS = ("length", "remove", "replace", "part", "first", "last", "split", "left", "upper")
_NUMBERED = {"one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8", "nine": "9", "ten": "10", "twelve": "12"}  # fmt: skip
_ORDINALS = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4, "fifth": 5, "5th": 5, "sixth": 6, "6th": 6, "seventh": 7, "7th": 7}  # fmt: skip
_NEIGHBOURS = re.compile(
    rf"{_TAKE}(?P<a>\w+)\s*(?:and|&|to|-|,)\s*(?:the\s+)?(?P<b>\w+)\s+{_CHARS}{_OF}", re.IGNORECASE
)


def _part(text: str, scope: Scope, mapping: ColumnMapping) -> str:
    for pattern, said in _SHAPES:
        filled = (
            re.compile(pattern.pattern.replace("{signs}", _SIGNS), re.IGNORECASE)
            if "{signs}" in pattern.pattern
            else pattern
        )
        found = filled.fullmatch(text)
        if found is not None:
            return _said(found, said)
    return ""


def _said(found: re.Match[str], said: str) -> str:
    """The shape's words with what the sentence names."""
    named = {name: value or "" for name, value in found.groupdict().items()}
    whose = next((named[name] for name in ("of", "of2", "s", "s2") if named.get(name)), "")
    if sum(bool(named.get(name)) for name in ("of", "s", "s2")) > 1:
        return ""
    n = named.get("n", "").lower()
    values = {
        **named,
        "n": _NUMBERED.get(n, n),
        "of": f" of {whose}" if whose else "",
        "whose": f" {whose}" if whose else "",
    }
    values["sign"] = re.sub(r"\s+sign$", "", values.get("sign", ""))
    return said.format(**values)


def _neighbours(text: str, scope: Scope, mapping: ColumnMapping) -> str:
    """Two letters beside each other: 3rd and 4th character."""
    found = _NEIGHBOURS.fullmatch(text)
    low, high = (_ORDINALS.get(found[name].lower(), 0) for name in ("a", "b")) if found else (0, 0)
    whose = f" of {found['of']}" if found and found["of"] else ""
    return f"characters {low} to {high}{whose}" if low and high == low + 1 else ""


_CASED = re.compile(
    rf"(?P<s>{_COLUMN})\s*\(\s*(?P<what>upper|lower|title|proper|trim(?:med)?)(?:\s*-?case)?\s*\)",
    re.IGNORECASE,
)
_TRIMMED_FIRST = re.compile(
    rf"(?P<ops>(?:trimmed|upper\s*-?case|lower\s*-?case|title\s*-?case|proper\s*-?case|stripped)(?:\s*(?:,|and|&)?\s*(?:trimmed|upper\s*-?case|lower\s*-?case|title\s*-?case|stripped))*)\s+(?P<s>{_COLUMN})",
    re.IGNORECASE,
)


def _cased(text: str, scope: Scope, mapping: ColumnMapping) -> str:
    """The column with what is done to it in brackets or before it: ``NAME (upper)``, ``trimmed lower case NAME``."""
    found = _CASED.fullmatch(text)
    if found is not None:
        return (
            f"{found['what']} case of {found['s']}"
            if "trim" not in found["what"].lower()
            else f"trim {found['s']}"
        )
    found = _TRIMMED_FIRST.fullmatch(text)
    if found is None:
        return ""
    steps = re.findall(r"trimmed|upper|lower|title|proper|stripped", found["ops"], re.IGNORECASE)
    words = ["trim" if step.lower() in ("trimmed", "stripped") else f"{step} case" for step in steps]
    return f"{' and '.join(words)} of {found['s']}"


_FRAMES = (
    re.compile(r"(?:should|must|shall|needs?\s+to|has\s+to|have\s+to|is|are|to)\s+(?:to\s+)?be\s+(?:converted\s+(?:in)?to\s+|in\s+|loaded\s+(?:in|as)\s+)?(?P<rest>.+)", re.IGNORECASE),
    re.compile(r"(?:(?:map|move|copy|load)\s+as[\s-]is|straight|direct|simple|plain|1:1|as[\s-]is)(?:\s+(?:move|copy|map|mapping|load|pull))?\s*(?:,|;|:|\(|-|\+|but|and|then|with|after|in)+\s*(?:but\s+|and\s+|then\s+|with\s+|after\s+|in\s+)*(?P<rest>.+?)\)?", re.IGNORECASE),
    re.compile(r"(?:please|just|simply)\s+(?P<rest>.+)", re.IGNORECASE),
    re.compile(r"(?P<rest>.+?)\s*[,;(]?\s*(?:nothing\s+else|only|please|as\s+discussed|no\s+other\s+(?:change|logic|transformation)s?)\)?", re.IGNORECASE),
)  # fmt: skip


def _framed(text: str, scope: Scope, mapping: ColumnMapping) -> str:
    """The sentence without words that only lead up to what is done."""
    for frame in _FRAMES:
        found = frame.fullmatch(text)
        if found is not None and not scope.aggregate:
            return found["rest"].strip()
    return ""


_CLEANED_BLANK = re.compile(
    r"(?P<trim>(?:trim|strip)\w*\s*(?:,|;|and|&|\+|then)*\s*(?:and\s+|then\s+)?)?(?:(?:convert|set|change|turn|replace|load|make|treat|map|switch)\s+)?(?:any\s+|all\s+)?"
    r"(?:blanks?|empty|blank\s+or\s+empty|empty\s+or\s+blank|spaces|empty\s+strings?|blank\s+strings?|''|\"\")(?:\s+(?:values?|strings?|text|cells?|fields?|ones|entries))?\s*"
    r"(?:to|as|->|=>|=|→|become|becomes|into|with|by|is|are|should\s+be|means?|:)\s*(?:set\s+to\s+)?(?:null|no\s+value|missing)",
    re.IGNORECASE,
)


def _blank_to_null(text: str, scope: Scope, mapping: ColumnMapping) -> str:
    """Blank text as no value, of the only source."""
    found = _CLEANED_BLANK.fullmatch(text)
    if found is None or len(scope.sources) != 1 or family_of(scope.sources[0].column.type) is not Family.TEXT:
        return ""
    sql = scope.sources[0].sql
    return (
        f"nullif(trim({sql}), '')"
        if found["trim"]
        else f"case when trim({sql}) = '' then null else {sql} end"
    )


PARTS: tuple[Callable[[str, Scope, ColumnMapping], str], ...] = (
    _part,
    _neighbours,
    _cased,
    _blank_to_null,
    _framed,
)
"""Each gives the text in other words, or nothing."""
