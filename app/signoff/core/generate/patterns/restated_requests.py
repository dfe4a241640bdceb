"""Further words of change requests: values for missing ones, codes in lists, signs that turn, counts of rows.

Each maker reads the whole text, and what it names has to be a column or a value.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from signoff.core.domain.expressions import Scope, ScopeColumn
from signoff.core.domain.spec import ColumnMapping
from signoff.core.generate.patterns.column_nouns import singular
from signoff.core.generate.patterns.restated_changes import named_column
from signoff.core.generate.types import Family, family_of

_SHARE_SAID = re.compile(r"\s*\(\s*\d+(?:[.,]\d+)?\s*=\s*\d+(?:[.,]\d+)?\s*%\s*\)")
_SO = re.compile(
    r"(?P<rest>.+\S)\s*,\s*so\s+(?:that\s+)?the\s+first\s+\w+\s+(?:is|counts\s+as)\s+(?:0|zero)",
    re.IGNORECASE,
)
_SPAN = re.compile(r"\b(?:days|weeks|months|quarters|years)\s+(?:between|from)\b", re.IGNORECASE)
_NONE_KNOWN = re.compile(
    r"(?P<rest>.+?)\s*[.;]\s*(?:no|without(?:\s+an?)?)\s+(?P<of>\w+)\s*(?:is\s+)?(?:known|given|there|set)?\s*[:,]\s*"
    r"(?:calculate|count|work|reckon|take)\s+(?:it\s+)?(?:with|as)\s+(?P<value>-?\d+(?:\.\d+)?|zero)",
    re.IGNORECASE,
)
_EMPTY = r"(?:empty|missing|blank|null|not\s+(?:there|filled|given|set))"
_IF = r"(?:when|if|where)"
_CHAIN = re.compile(
    rf"(?P<first>\w+)\s*[;,]\s*{_IF}\s+(?:that|this|it)(?:\s+one)?\s+is\s+{_EMPTY}\s*,?\s*(?:then\s+|use\s+|take\s+)?(?:the\s+)?(?P<second>\w+)"
    rf"(?:\s*[;,]\s*{_IF}\s+(?:both|all\s+of\s+them|none\s+of\s+them|all)\s+(?:are|is)\s+{_EMPTY}\s*,?\s*(?:then\s+|use\s+)?"
    r"(?:(?:the\s+)?(?:word|text)\s+(?P<word>'[^']+'|\"[^\"]+\"|\w+)|(?P<value>'[^']+'|\"[^\"]+\"|\d+)))?",
    re.IGNORECASE,
)
_NUMBER_OF = re.compile(
    r"(?:how\s+many|(?:the\s+)?number\s+of)\s+(?:rows|lines|records|entries)\s+(?:of|with|for|on)\s+the\s+same\s+(?P<key>\w+)"
    r"\s+(?:are|there\s+are|stand)\s+in\s+(?:the|this)\s+(?:result|table|report|output|model)"
    r"|(?:the\s+)?number\s+of\s+(?:rows|lines|records|entries)\s+in\s+(?:the|this)\s+(?:result|table|report|output|model)\s+(?:with|for|of)\s+the\s+same\s+(?P<key2>\w+)",
    re.IGNORECASE,
)
_TURNED = re.compile(
    r"(?:turn|change|flip|switch|reverse)\s+the\s+sign(?:\s+(?:round|around|over))?\s+(?:for|of|on|if|where|when)\s+(?:(?P<noun>\w+?)s?\s+(?:of|with)\s+)?"
    r"(?:the\s+)?(?P<of>\w+)\s+(?:is\s+|in\s+|=\s*)?(?P<values>\w+(?:(?:\s*,\s*(?:or\s+)?|\s+or\s+)\w+)*)"
    r"(?:\s*[,;]\s*(?:all\s+|the\s+)?others?\s+(?:as\s+(?:they\s+(?:come|are)|it\s+is|is)|unchanged|stay(?:\s+as\s+they\s+are)?))?",
    re.IGNORECASE,
)
_OR = re.compile(r"\s*,\s*(?:or\s+)?|\s+or\s+|\s*/\s*", re.IGNORECASE)
_CODES = re.compile(r"(?P<keys>[\w.-]+(?:\s*[/,]\s*[\w.-]+)*)\s*(?:->|=>|→)\s*(?P<value>[^\s;,>][^;>]*)")
_ELSE = re.compile(
    r"(?:whatever\s+else|everything\s+else|anything\s+else|all\s+(?:the\s+)?others?|else|otherwise|others|the\s+rest)\s*(?:->|=>|→|:)\s*(?P<value>[^;>]+)",
    re.IGNORECASE,
)
_LEFT_EMPTY = re.compile(
    rf"\s*[.;]\s*(?:{_IF}\s+(?:the\s+|an?\s+)?\w+\s+has\s+no\s+(?P<noun>\w+)|(?:no|without)\s+(?P<noun2>\w+))\s*[,:]\s*(?:leave\s+(?:it\s+)?|it\s+stays\s+|stays\s+)?"
    rf"(?:empty|blank|null)",
    re.IGNORECASE,
)


def _without_example(text: str, scope: Scope, mapping: ColumnMapping) -> str:
    """A number between 0 and 1 that is told as a percentage, in brackets: nothing follows from it."""
    plain = _SHARE_SAID.sub("", text)
    return plain if plain != text and _NONE_KNOWN.fullmatch(plain) is None else ""


def _without_consequence(text: str, scope: Scope, mapping: ColumnMapping) -> str:
    """A span that begins with 0, as it does anyway."""
    found = _SO.fullmatch(text)
    return str(found["rest"]) if found is not None and _SPAN.search(found["rest"]) else ""


def _none_known(text: str, scope: Scope, mapping: ColumnMapping) -> str:
    """A number that stands for a missing one of the calculation."""
    found = _NONE_KNOWN.fullmatch(_SHARE_SAID.sub("", text))
    column = named_column(found["of"], scope, Family.NUMBER) if found is not None else None
    if found is None or column is None:
        return ""
    value = "0" if found["value"].casefold() == "zero" else found["value"]
    return f"{found['rest']}; a missing {column.column.name} counts as {value}"


def _chain(text: str, scope: Scope, mapping: ColumnMapping) -> str:
    """One column, else another one, else a text."""
    found = _CHAIN.fullmatch(text)
    columns = [_only(found[name], scope) for name in ("first", "second")] if found is not None else []
    if found is None or any(column is None for column in columns):
        return ""
    families = {family_of(c.column.type) for c in columns if c is not None}
    word = found["word"] or found["value"] or ""
    if len(families) != 1 or (word and not word.isdigit() and families != {Family.TEXT}):
        return ""
    last = [word if word.isdigit() and not found["word"] else _text(word)] if word else []
    return f"coalesce({', '.join([*(c.sql for c in columns if c is not None), *last])})"


def _rows_alike(text: str, scope: Scope, mapping: ColumnMapping) -> str:
    """How many rows of the result have the value that this one has."""
    found = None if scope.group_keys or scope.condition else _NUMBER_OF.fullmatch(text)
    key = named_column(found["key"] or found["key2"], scope) if found is not None else None
    return f"count(*) over (partition by {key.sql})" if key is not None else ""


def _turned(text: str, scope: Scope, mapping: ColumnMapping) -> str:
    """A number with the other sign for some codes."""
    found = None if scope.aggregate else _TURNED.fullmatch(text)
    source = scope.sources[0] if len(scope.sources) == 1 else None
    if found is None or source is None or family_of(source.column.type) is not Family.NUMBER:
        return ""
    column = _of_noun(found["noun"] or "", found["of"], scope)
    if column is None or column == source or family_of(column.column.type) is not Family.TEXT:
        return ""
    values = ", ".join(map(_text, _OR.split(found["values"])))
    return f"case when {column.sql} in ({values}) then -1 * {source.sql} else {source.sql} end"


def _codes(text: str, scope: Scope, mapping: ColumnMapping) -> str:
    """Lists of codes with an arrow to what they become, and what all others become."""
    source = scope.sources[0] if len(scope.sources) == 1 else None
    empty = _LEFT_EMPTY.search(text)
    plain = (text[: empty.start()] if empty is not None and empty.end() == len(text) else text).strip(" .;")
    parts = [part.strip() for part in plain.split(";")]
    if source is None or len(parts) < 2 or family_of(source.column.type) is not Family.TEXT:
        return ""
    last, arms = _ELSE.fullmatch(parts[-1]), [_CODES.fullmatch(part) for part in parts[:-1]]
    if last is None or not all(arms) or not any("/" in arm["keys"] for arm in arms if arm is not None):
        return ""
    none = ""
    if empty is not None:
        key = _key_of(empty["noun"] or empty["noun2"], source, scope)
        if key is None:
            return ""
        none = f"when {key.sql} is null then null "
    tests = [
        f"when {source.sql} in ({', '.join(map(_text, _OR.split(arm['keys'])))}) then {_text(arm['value'].strip())}"
        for arm in arms
        if arm is not None
    ]
    return f"case {none}{' '.join(tests)} else {_text(last['value'].strip())} end"


def _key_of(noun: str, source: ScopeColumn, scope: Scope) -> ScopeColumn | None:
    """The column that is empty where there is no such thing: the source itself, or the only key called after it."""
    if singular(noun.casefold()) == singular(source.column.name.casefold()):
        return source
    return _only(f"{noun}_id", scope)


def _of_noun(noun: str, name: str, scope: Scope) -> ScopeColumn | None:
    """The column `account_type` of "accounts of type", or the one of that very name."""
    both = f"{noun}_{name}" if noun else name
    return _only(both, scope) or (_only(name, scope) if not noun else None)


def _only(name: str, scope: Scope) -> ScopeColumn | None:
    found = scope.find(name)
    return found[0] if len(found) == 1 else None


def _text(word: str) -> str:
    return "'" + word.strip("'\"").replace("'", "''") + "'"


REQUESTS: tuple[Callable[[str, Scope, ColumnMapping], str], ...] = (
    _none_known,
    _chain,
    _rows_alike,
    _turned,
    _codes,
    _without_example,
    _without_consequence,
)
"""Each gives the rule in other words, or nothing."""
