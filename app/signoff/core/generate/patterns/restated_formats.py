"""Casts, truth values and formats in other words: ``Y/N to boolean``, ``type conversion only``, ``2 decimals``."""

from __future__ import annotations

import re
from collections.abc import Callable

from signoff.core.domain.expressions import Scope
from signoff.core.domain.spec import ColumnMapping
from signoff.core.generate.patterns.formats import strptime_format
from signoff.core.generate.types import Family, duckdb_type, family_of

_TYPE = r"(?P<type>[a-z][a-z0-9 ]*?(?:\s*\(\s*\d+(?:\s*,\s*\d+)?\s*\))?)"
_ANY_TYPE = (
    r"(?:varchar2?|nvarchar|char|string|text|number|numeric|decimal|int(?:eger)?|bigint|float|"
    r"double|date|timestamp|datetime|boolean|bit)(?:\s*\(\s*\d+(?:\s*,\s*\d+)?\s*\))?"
)
_CASTS = (
    re.compile(
        r"(?:(?:data\s*)?type\s+(?:change|conversion|cast)|change|convert|cast|conversion|converted|"
        r"datatype\s+change|change\s+of\s+(?:data\s*)?type)\s*(?::|,)?\s*(?:the\s+)?(?:data\s*type\s+)?(?:from\s+"
        rf")?{_ANY_TYPE}\s*(?:to|into|->|=>|→)\s*{_TYPE}",
        re.IGNORECASE,
    ),
    re.compile(
        rf"(?:convert|cast|change|alter)\s+(?:the\s+)?(?:data\s*type|type|format)\s+(?:in)?to\s+{_TYPE}",
        re.IGNORECASE,
    ),
    re.compile(rf"{_ANY_TYPE}\s*(?:->|=>|→|to|into)\s*{_TYPE}(?:\s+conversion)?", re.IGNORECASE),
    re.compile(
        r"(?:convert|cast|change)\s+(?:it\s+)?(?:in)?to\s+(?:an?\s+)?(?P<type>decimal|number|numeric)\s+(?"
        r":with|having)\s+(?P<places>\d|two|three|four)\s+(?:decimals?|decimal\s+places|digits)",
        re.IGNORECASE,
    ),
)
_CAST_ALONE = re.compile(
    r"(?:(?:direct|straight)\s+(?:move|map|mapping|load)?\s*(?:with|,|and|\+)?\s*)?(?:only\s+|"
    r"just\s+|simple\s+)?(?:an?\s+)?(?:implicit\s+|explicit\s+)?(?:(?:data\s*)?type\s+)?"
    r"(?:cast|casting|typecast|conversion|type\s+conversion|data\s*type\s+conversion|type\s+change|"
    r"convert\s+type|convert|cast\s+to\s+target(?:\s+type)?|to_char|to_number|numeric\s+conversion)"
    r"(?:\s+(?:only|needed|required|is\s+needed|is\s+required|applied|to\s+target(?:\s+(?:data\s*)?type)?))?",
    re.IGNORECASE,
)
_AS_STRING = re.compile(
    r"(?:str|string|text|tostring|to_string|cstr)\s*\(\s*(?P<name>[\w.]+)?\s*\)", re.IGNORECASE
)
_WORDS = {"two": "2", "three": "3", "four": "4"}


def _cast(text: str, scope: Scope, mapping: ColumnMapping) -> str:
    """A conversion to the type named, or to the target's own where none is."""
    if len(scope.sources) != 1 or not scope.target_type or scope.aggregate:
        return ""
    source, target = family_of(scope.sources[0].column.type), family_of(scope.target_type)
    if _AS_STRING.fullmatch(text) and target is Family.TEXT:
        return "convert to text"
    if _CAST_ALONE.fullmatch(text):
        plain = {Family.NUMBER, Family.TEXT}
        dated = Family.DATE in (source, target) or Family.TIMESTAMP in (source, target)
        return (
            f"cast as {scope.target_type}"
            if {source, target} <= plain or (dated and Family.TEXT not in (source, target))
            else ""
        )
    found = next((m for shape in _CASTS if (m := shape.fullmatch(text)) is not None), None)
    if found is None or not duckdb_type(found["type"].strip()):
        return ""
    places = found.groupdict().get("places")
    if places is not None and not scope.target_type.replace(" ", "").endswith(
        f",{_WORDS.get(places, places)})"
    ):
        return ""
    return f"convert to {found['type'].strip()}"


_YES_NO = r"(?:y\s*/\s*n|yes\s*/\s*no|1\s*/\s*0|0\s*/\s*1|t\s*/\s*f|j\s*/\s*n|true\s*/\s*false)"
_TO_FLAG = re.compile(
    rf"(?:(?:convert|cast|map|translate|change|turn|transform|parse)\s+(?:from\s+)?)?(?:the\s+)?(?P<pair>{_YES_NO}"
    r")(?:\s+(?:flag|values?|indicator|codes?|field|column))?\s*(?:to|into|->|=>|→|as)\s*(?:an?\s+)?(?"
    r":boolean|bool|true\s*/\s*false|flag)|"
    r"(?:to\s+|as\s+|convert\s+to\s+|cast\s+to\s+)?(?:a\s+)?(?:boolean|bool)\s*(?:,|from|\(|"
    rf":|with)\s*(?:from\s+)?(?P<pair2>{_YES_NO})\)?|"
    rf"(?:yes\s*/\s*no)\s+to\s+(?:boolean|bool)\s*\(\s*(?P<pair3>{_YES_NO})\s*\)",
    re.IGNORECASE,
)
_FROM_FLAG = re.compile(
    r"(?:(?:convert|cast|map|translate|change|turn|transform)\s+(?:from\s+)?)?(?:the\s+)?(?:boolean|"
    rf"bool|true\s*/\s*false|flag)(?:\s+(?:flag|values?))?\s*(?:to|into|->|=>|→|as)\s*(?P<pair>{_YES_NO})"
    r"(?:\s+(?:flag|values?|indicator))?",
    re.IGNORECASE,
)


def _flagged(text: str, scope: Scope, mapping: ColumnMapping) -> str:
    """Yes and no in letters as truth values, or the other way round."""
    if len(scope.sources) != 1:
        return ""
    source, target = family_of(scope.sources[0].column.type), family_of(scope.target_type)
    found = _TO_FLAG.fullmatch(text) if target is Family.FLAG and source is Family.TEXT else None
    if found is not None:
        yes, no = _ends(next(found[name] for name in ("pair3", "pair2", "pair") if found[name]))
        return f"'{yes}' = true, '{no}' = false"
    found = (
        _FROM_FLAG.fullmatch(text)
        if source is Family.FLAG and target in (Family.TEXT, Family.NUMBER)
        else None
    )
    if found is None:
        return ""
    yes, no = _ends(found["pair"])
    sql = scope.sources[0].sql
    quoted = "{}" if target is Family.NUMBER else "'{}'"
    return f"case when {sql} then {quoted.format(yes)} when not {sql} then {quoted.format(no)} end"


def _ends(pair: str) -> tuple[str, str]:
    one, two = re.split(r"\s*/\s*", pair.strip())
    return (two, one) if one == "0" else (one, two)


_PLACES = (
    r"(?P<places>\d|one|two|three|four|no)\s*(?:decimals?(?:\s+(?:places|digits))?|digits\s+after\s+the\s+"
    r"(?:decimal\s+)?(?:point|comma)|places)"
)
_DECIMALS = (
    re.compile(
        r"(?:format(?:ted)?|show|display|round(?:ed|ing)?|convert|write|output|store|always)?\s*(?:it\s+|"
        r"value\s+|number\s+)?(?:in)?(?:to|as|with|at|half\s+up\s+to|,|:)?\s*(?:an?\s+)?(?:text|"
        rf"string|varchar|number)?\s*(?:with|to|using|,|,?\s*always)?\s*(?:exactly\s+|fixed\s+)?{_PLACES}",
        re.IGNORECASE,
    ),
    re.compile(
        r"(?:format|formatted\s+as|as|pattern|mask|show\s+as|display\s+as)\s*[:=]?\s*['\"]?(?:FM)?[#9,]*0\.(?"
        r"P<zeros>0{1,6})['\"]?",
        re.IGNORECASE,
    ),
    re.compile(r"to_char\s*\(\s*[\w.]+\s*,\s*'(?:FM)?[9#]*0\.(?P<zeros>0{1,6})'\s*\)", re.IGNORECASE),
)
_PLACE_WORDS = {"one": "1", "two": "2", "three": "3", "four": "4", "no": "0"}


def _decimals(text: str, scope: Scope, mapping: ColumnMapping) -> str:
    """A number with some decimals: rounded, or as text that always shows them."""
    if (
        len(scope.sources) != 1
        or family_of(scope.sources[0].column.type) is not Family.NUMBER
        or scope.aggregate
    ):
        return ""
    found = next((m for shape in _DECIMALS if (m := shape.fullmatch(text)) is not None), None)
    if found is None:
        return ""
    places = (
        str(len(found["zeros"]))
        if "zeros" in found.groupdict()
        else _PLACE_WORDS.get(found["places"].lower(), found["places"])
    )
    sql, target = scope.sources[0].sql, family_of(scope.target_type)
    if target is Family.TEXT:
        return f"CAST(CAST({sql} AS DECIMAL(18,{places})) AS VARCHAR)"
    return f"round({sql}, {places})" if target is Family.NUMBER and "zeros" not in found.groupdict() else ""


_F = (
    r"'?(?P<{0}>(?:[YMDHS]{{1,4}}|MI|MON|HH24)(?:[-/.: ]?(?:[YMDHS]{{1,4}}|MI|MON|HH24)){{1,6}}|"
    r"ISO(?:\s*8601)?)'?"
)
_REFORMAT = (
    re.compile(
        r"(?:re-?format|convert|change|transform|turn|translate)?\s*(?:the\s+)?(?:date\s*)?(?:format\s*)?(?"
        rf":from\s+)?{_F.format('a')}\s*(?:format\s*)?(?:to|into|->|=>|→|in)\s*(?:format\s*)?{_F.format('b')}(?"
        r":\s+format)?",
        re.IGNORECASE,
    ),
)
_INTO_FORMAT = re.compile(
    r"(?:re-?format(?:ted)?|change|convert|transform|write|text|string|show|display|output|"
    r"render|print|store|deliver)\s*(?:the\s+|a\s+)?(?:dates?|timestamp|value|it|text)?\s*(?:format)?\s*"
    r"(?:to|into|in|as|:|=|with)*\s*"
    r"(?:(?:the|a|an)\s+)?(?:text\s+|string\s+|date\s+)?(?:in\s+)?(?:the\s+)?(?:form(?:at)?|"
    rf"pattern|mask|notation|layout|style)?\s*(?:of\s+|:\s*|=\s*)?{_F.format('b')}(?:\s+(?:format|"
    r"form|notation|text|string))?",
    re.IGNORECASE,
)


_FORMAT_OF = re.compile(
    rf"(?:format|form|as)?\s*{_F.format('b')}\s+(?:from|of|for)\s+(?:the\s+)?[A-Za-z_]\w*", re.IGNORECASE
)


def _formatted(text: str, scope: Scope, mapping: ColumnMapping) -> str:
    """A date in another notation, whatever of the two columns is text."""
    if len(scope.sources) != 1 or scope.aggregate:
        return ""
    source, target = family_of(scope.sources[0].column.type), family_of(scope.target_type)
    dated = (Family.DATE, Family.TIMESTAMP)
    found = next((m for shape in _REFORMAT if (m := shape.fullmatch(text)) is not None), None)
    if found is not None and source is Family.TEXT and found["a"][:3].upper() != "ISO":
        if target in dated:
            return f"convert to date from format {found['a']}"
        form, new = strptime_format(found["a"]), strptime_format(_iso(found["b"]))
        sql = scope.sources[0].sql
        return (
            f"strftime(strptime({sql}, '{form}'), '{new}')" if form and new and target is Family.TEXT else ""
        )
    found = _INTO_FORMAT.fullmatch(text) or _FORMAT_OF.fullmatch(text)
    if found is not None and source in dated and target in (Family.TEXT, Family.NUMBER):
        named = re.search(r"([A-Za-z_]\w*)$", text) if _FORMAT_OF.fullmatch(text) else None
        if named is not None and named[1].casefold() != scope.sources[0].column.name.casefold():
            return ""
        return f"format as {_iso(found['b'])}"
    return ""


def _iso(form: str) -> str:
    return "YYYY-MM-DD" if form[:3].upper() == "ISO" else form


FORMATS: tuple[Callable[[str, Scope, ColumnMapping], str], ...] = (_flagged, _cast, _decimals, _formatted)
"""Each gives the text in other words, or nothing."""
