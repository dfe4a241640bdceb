"""Words of change requests, said in words that compilers know: "deals without a type now read 'unknown'".

Each maker reads the whole text, and what it names has to be a column, a kin of one, or a value.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from signoff.core.domain.expressions import Scope, ScopeColumn
from signoff.core.domain.spec import ColumnMapping
from signoff.core.generate.patterns.composed.lexicon import kin, parts_of
from signoff.core.generate.types import Family, family_of

_VALUE = r"'[^']*'|\"[^\"]*\"|-?\d+(?:\.\d+)?"
_READ = re.compile(
    rf"(?P<who>[a-z][\w ]*?\s+(?:without|with\s+no)\s+(?:an?\s+|any\s+)?[\w ]+?)\s+(?:now\s+)?"
    r"(?:read|show|get|say|have|become|are(?:\s+now)?"
    rf"(?:\s+(?:shown|reported|delivered|listed|set)\s+(?:as|to))?|appear\s+as|fall\s+back\s+to|default\s+to)\s+(?:now\s+)?(?P<value>{_VALUE})"
    r"(?:\s*,?\s+instead\s+of\s+(?:being\s+|staying\s+|an?\s+)?(?:empty|null|blank|nothing|missing)(?:\s+value)?)?(?:\s+(?:from\s+)?now(?:\s+on)?)?",
    re.IGNORECASE,
)
_CODE = re.compile(
    r"(?P<head>.+?[;,]\s+)?(?P<value>[A-Z][A-Z0-9_-]*)(?P<rest>\s+(?:for|where|when|if)\s+.*\b(?:without|no|none|missing|empty)\b.*)"
)
"""A code in capitals that stands for nothing, without quotes."""
_NOTHING_CAME = re.compile(
    r"(?P<rest>.+?)\s*[,;]\s*(?P<value>-?\d+|zero)\s+(?:where|when|if)\s+nothing\s+(?:(?:was|is|has\s+been|had\s+been)\s+)?"
    r"(?!but\b|except\b|other\b|else\b|more\b|less\b)[a-z]+(?:\s+(?:in|there|yet))?",
    re.IGNORECASE,
)
_BESIDE = re.compile(
    r"(?:the\s+)?(?:value\s+of\s+)?(?P<of>\w+)\s+of\s+the\s+same\s+(?P<key>\w+)\s+(?:on|at|in|of|for)\s+(?:the\s+|its\s+)?"
    r"(?P<way>previous|prior|preceding|last|next|following)\s+(?P<by>\w+)(?:\s+(?:in|of)\s+(?:the|this)\s+(?:table|report|data|result))?"
    r"(?:\s*[,;]\s*(?:and\s+)?(?:it\s+is\s+|stays\s+)?(?:empty|null|blank|no\s+value|nothing)\s+(?:on|for|at|in)\s+(?:the|its|their)\s+"
    r"(?:very\s+)?(?:first|last)(?:\s+\w+)?)?",
    re.IGNORECASE,
)
_HIGHEST = re.compile(
    r"(?P<yes>true|yes|'[^']*'|1)\s+(?:for|on|if\s+it\s+is)\s+(?:the\s+)?(?:row|record|one|line)?\s*(?:with\s+)?(?:the\s+)?(?P<end>highest|latest|newest|"
    r"largest|most\s+recent|lowest|earliest|oldest|smallest)\s+(?P<by>\w+)\s+(?:of|per|within|for|in)\s+(?:(?:each|every|a|its|the\s+same)\s+)?"
    r"(?P<key>\w+)(?:\s*[,;]\s*(?:and\s+)?(?P<no>false|no|'[^']*'|0)\s+(?:for|on)\s+(?:all\s+)?(?:the\s+)?(?:others?|rest|other\s+\w+)"
    r"|\s*[,;]?\s*(?:otherwise|else)\s+(?P<no2>false|no|'[^']*'|0))",
    re.IGNORECASE,
)
_STILL_OPEN = re.compile(
    r"(?P<rest>(?:full\s+|whole\s+)?(?:days|hours|minutes|weeks|months|years)\s+(?:from|between)\s+(?P<a>\w+)\s+(?:to|until|and)\s+(?P<b>\w+))\s*[;,]\s*"
    r"(?:no\s+value|empty|null|nothing|blank|stays\s+empty)\s+(?:as\s+long\s+as|while|if|until|when)\s+(?:the\s+|an?\s+)?\w+\s+(?:is|has)\s+"
    r"(?:(?:still\s+)?open|not\s+(?:yet\s+)?(?P<done>\w+)(?:\s+yet)?|(?P<done2>\w+))",
    re.IGNORECASE,
)
_EITHER = re.compile(
    r"(?P<yes>yes|true|'[^']*'|1)\s+(?:if|when|where)\s+(?:(?:at\s+least\s+)?one|either|any)(?:\s+of)?(?:\s+the|\s+them|\s+these)?(?:\s+two|\s+both)?"
    r"(?:\s+(?:flags?|fields?|columns?|ones?))?\s+(?:is|are)\s+(?:set|true|on|yes)\s*[,;]?\s*(?:(?:otherwise|else)\s+(?P<no>no|false|'[^']*'|0)"
    r"|(?P<no2>no|false|'[^']*'|0)\s+(?:otherwise|else))",
    re.IGNORECASE,
)
_ONCE = re.compile(
    r"(?P<yes>true|yes|'[^']*'|1)\s+if\s+(?:the\s+|an?\s+)?\w+\s+(?:was|has\s+been|is|got)\s+(?:ever\s+)?(?P<done>\w+)\s+(?:at\s+least\s+once|once\s+or\s+more)"
    r"\s*[,;]?\s*(?:otherwise|else)\s+(?P<no>false|no|'[^']*'|0)",
    re.IGNORECASE,
)
_COUNTED = {"first": 1, "one": 1, "two": 2, "three": 3, "four": 4}
_PARTS = re.compile(
    r"(?:the\s+)?first\s+(?P<count>two|three|four|[2-4])\s+parts\s+of\s+(?:the\s+)?(?P<noun>\w+)\s*[,;(]\s*(?:e\.g\.|for\s+example|for\s+instance|such\s+as|like)\s*:?\s*"
    r"(?P<made>[\w./-]+?)\s+(?:out\s+of|for|from|of)\s+(?P<whole>[\w./-]+?)\)?",
    re.IGNORECASE,
)


def named_column(word: str, scope: Scope, *families: Family) -> ScopeColumn | None:
    """The column of a name, or the only one of whose name the word is a part: `server` of server_id."""
    name = word.casefold()
    found = [c for c in scope.columns if c.column.name.casefold() == name]
    found = [c for c in found if c.is_source] or found
    found = found or [c for c in scope.columns if c.column.name.casefold() in (f"{name}_id", f"{name}id")]
    fits = len(found) == 1 and (not families or family_of(found[0].column.type) in families)
    return found[0] if fits else None


def quoted_value(value: str) -> str:
    """A value as SQL has it; words without quotes are texts."""
    plain = value.strip("'\"")
    return (
        value if value[:1] in "'\"" or re.fullmatch(r"true|false|\d+", value, re.IGNORECASE) else f"'{plain}'"
    )


def _read(text: str, scope: Scope, mapping: ColumnMapping) -> str:
    found = _READ.fullmatch(text)
    return f"{found['value']} for {found['who'].lower()}" if found is not None else ""


def _code(text: str, scope: Scope, mapping: ColumnMapping) -> str:
    found = _CODE.fullmatch(text)
    if found is None or len(found["value"]) < 2 or found["value"] == "NULL":
        return ""
    return f"{found['head'] or ''}'{found['value']}'{found['rest']}"


def _nothing_came(text: str, scope: Scope, mapping: ColumnMapping) -> str:
    found = _NOTHING_CAME.fullmatch(text)
    return f"{found['rest']}, {found['value']} if there are none" if found is not None else ""


def _beside(text: str, scope: Scope, mapping: ColumnMapping) -> str:
    """The value of the row before or behind, whose order is told by what it is called."""
    found = None if scope.aggregate else _BESIDE.fullmatch(text)
    if found is None:
        return ""
    columns = [named_column(found[name], scope) for name in ("of", "key", "by")]
    if any(column is None for column in columns) or len({c.relation for c in columns if c is not None}) != 1:
        return ""
    word = "next" if found["way"].casefold() in ("next", "following") else "previous"
    of, key, by = (c.column.name for c in columns if c is not None)
    return f"{word} value of {of} per {key} ordered by {by}"


def _highest(text: str, scope: Scope, mapping: ColumnMapping) -> str:
    """Whether a row is the one at an end of its group."""
    found = None if scope.aggregate else _HIGHEST.fullmatch(text)
    if found is None or named_column(found["by"], scope) is None or named_column(found["key"], scope) is None:
        return ""
    up = found["end"].casefold() in ("lowest", "earliest", "oldest", "smallest")
    end, no = "earliest" if up else "latest", found["no"] or found["no2"]
    return f"{found['yes']} for the {end} row of each {found['key']} by {found['by']}, else {no}"


def _still_open(text: str, scope: Scope, mapping: ColumnMapping) -> str:
    """A span that is empty while its end is, as it is anyway."""
    found = _STILL_OPEN.fullmatch(text)
    end = named_column(found["b"], scope, Family.DATE, Family.TIMESTAMP) if found is not None else None
    if found is None or end is None:
        return ""
    done = (found["done"] or found["done2"] or "").casefold()
    ends = ("end", "resolved", "closed", "finished", "completed", "solved", "done", "left", "shipped", "paid")
    words = (done,) if done and done not in ("open", "running", "active") else ends
    parts = [part for part in parts_of(end.column.name) if len(part) > 2]
    return found["rest"] if any(kin(part, word) for part in parts for word in words) else ""


def _either(text: str, scope: Scope, mapping: ColumnMapping) -> str:
    """Whether one of the flags that the source cells name is set."""
    found = _EITHER.fullmatch(text)
    flags = [c for c in scope.sources if family_of(c.column.type) is Family.FLAG]
    if found is None or len(flags) < 2 or len(flags) != len(scope.sources):
        return ""
    no = found["no"] or found["no2"]
    return f"{quoted_value(found['yes'])} if {' or '.join(c.sql for c in flags)}, else {quoted_value(no)}"


def _is_count(column: ScopeColumn) -> bool:
    """Whether a whole number says how often: `reopens`, `reply_count`."""
    parts = parts_of(column.column.name)
    is_often = parts[-1].endswith("s") or bool({"count", "times", "number", "num"} & set(parts))
    return "INT" in column.column.type.upper() and is_often


def _once(text: str, scope: Scope, mapping: ColumnMapping) -> str:
    """Whether the number of times that something was done is one at least: `reopens` of a ticket that was reopened."""
    found = _ONCE.fullmatch(text)
    source = scope.sources[0] if len(scope.sources) == 1 else None
    if (
        found is None
        or source is None
        or family_of(source.column.type) is not Family.NUMBER
        or scope.aggregate
    ):
        return ""
    if not any(
        len(part) > 2 and kin(part, found["done"].casefold()) for part in parts_of(source.column.name)
    ):
        return ""
    return f"{quoted_value(found['yes'])} if {source.sql} >= 1, else {quoted_value(found['no'])}"


def _first_parts(text: str, scope: Scope, mapping: ColumnMapping) -> str:
    """The first parts of a text, whose sign between an example shows."""
    found = _PARTS.fullmatch(text)
    source = scope.sources[0] if len(scope.sources) == 1 else None
    if found is None or source is None or family_of(source.column.type) is not Family.TEXT:
        return ""
    count = _COUNTED.get(found["count"].casefold(), 0) or int(found["count"])
    for sign in ".-/_":
        if sign in found["made"] and sign.join(found["whole"].split(sign)[:count]) == found["made"]:
            parts = (f"split_part({source.sql}, '{sign}', {n})" for n in range(1, count + 1))
            return f" || '{sign}' || ".join(parts)
    return ""


CHANGES: tuple[Callable[[str, Scope, ColumnMapping], str], ...] = (
    _read,
    _code,
    _nothing_came,
    _beside,
    _highest,
    _still_open,
    _either,
    _once,
    _first_parts,
)
"""Each gives the rule in other words, or nothing."""
