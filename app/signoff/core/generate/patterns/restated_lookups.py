"""Rules that only tell from where the source comes: ``Lookup COUNTRY by COUNTRY_CD``, ``'Unknown' if no match``.

The plan has joined the source's table; the rule is a move, or a move with a default, where each of its words is one of
lookups, of the source's name, of a table or of a key.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from signoff.core.domain.expressions import Scope, ScopeColumn
from signoff.core.domain.spec import ColumnMapping
from signoff.core.generate.patterns.column_nouns import name_parts, says
from signoff.core.generate.patterns.wordlists import word_set

_LOOKS = word_set(
    "lookup look lkp lkup vlookup xlookup looked join joined joins joining fetch fetched "
    "retrieve retrieved resolve resolved match "
    "matched matching via ref reference referenced linked link related corresponding merge enrich enriched"
)
_WORDS = _LOOKS | word_set(
    "up left inner outer right on by using through from in the a an of for to into with against "
    "table tables row rows record "
    "records entry get gets take taken takes return returns returned returning use used uses "
    "load loaded bring brought across populate pick "
    "pull pulled find found it its that this then and where when if is equals equal based "
    "as key keys code codes id value values "
    "field column attribute description name direct directly move straight copy 1 respective "
    "single other side source dimension dim master data "
    "lookup-table natural business show display set"
)
_NONE = (
    r"(?:(?:there\s+is\s+|it\s+is\s+|is\s+)?(?:no\s+(?:match(?:ing)?|lookup|such|corresponding)?\s*(?:match|"
    r"row|record|entry|value|hit|result|key|code)?(?:\s+(?:is\s+|was\s+)?(?:found|exists?))?"
    r"|not\s+(?:found|matched|available|present|there|known|existing)|nothing(?:\s+(?:is\s+)?found)?|"
    r"none(?:\s+found)?|missing|unmatched|null|blank|empty)"
    r"|(?:the\s+)?(?:lookup|match|join|it|value)\s+(?:fails|failed|returns\s+(?:null|nothing|"
    r"no\s+\w+)|is\s+(?:null|not\s+found|missing|empty|unmatched)|(?:does\s+not|doesn't)\s+(?:exist|"
    r"match)|finds\s+nothing))"
)
_SAID = r"(?P<said>'[^']*'|\"[^\"]*\"|-?\d+(?:\.\d+)?|[A-Z][\w/-]*)"
_LOAD = (
    r"(?:(?:then\s+)?(?:load|use|set|assign|put|return|take|default|populate|give|show|write)(?:\s+(?:it|"
    r"as|to|with|by|value))*\s+|(?:is|becomes)\s+|[=:]\s*|->\s*|=>\s*|→\s*)?(?:then\s+)?"
)
_IF = r"(?:if|when|where|in\s+case(?:\s+of)?|for|on|whenever)"
_SEP = r"\s*(?:[,;.:(–—]|\s-\s)?\s*(?:(?:and|but|or)\s+)?"
_TAILS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?P<rest>.+?){_SEP}(?i:(?:{_IF}\s+)?{_NONE}\s*[,:]?\s*{_LOAD}){_SAID}\)?",
        rf"(?P<rest>.+?){_SEP}(?i:(?:otherwise|or\s+else|else|if\s+not)\s*[,:]?\s*{_LOAD}){_SAID}\)?",
        rf"(?P<rest>.+?){_SEP}(?i:(?:with\s+)?(?:the\s+)?default(?:s|ed|ing)?(?:\s+value)?(?:\s+(?:to|"
        rf"is|of|as))?\s*[:=]?\s*){_SAID}(?i:\s+{_IF}\s+{_NONE})?\)?",
        rf"(?P<rest>.+?){_SEP}(?i:{_LOAD}){_SAID}(?i:\s*(?:\({_IF}?\s*{_NONE}\)|{_IF}\s+{_NONE}|"
        rf"=\s*{_NONE}))\)?",
        rf"(?i:{_IF}\s+(?:the\s+)?(?:[\w.]+\s+){{0,2}}?{_NONE}(?:\s+in\s+(?P<table>[\w.]+))?\s*[,:]?\s*{_LOAD})"
        rf"{_SAID}(?i:\s*[,;.]?\s*(?:otherwise|else)\s*[,:]?\s*)(?P<rest>.+)",
        rf"{_SAID}(?i:\s+{_IF}\s+(?:the\s+)?[\w.]+(?:\s+\w+)?\s+(?:does\s+not\s+exist|doesn't\s+exist|"
        r"is\s+not\s+found|is\s+not\s+present|is\s+missing|not\s+found|has\s+no\s+match)(?:\s+in\s+(?P<table>[\w.]+"
        r"))?\s*[,;.]?\s*(?:otherwise|else)\s*[,:]?\s*)(?P<rest>.+)",
    )
)
_LONGEST = 160
_KEY = re.compile(r"(?:id|cd|code|no|nr|num|number|key|sk|nk|ref|isin|guid|uuid)$", re.IGNORECASE)


def _looked_up(text: str, scope: Scope, mapping: ColumnMapping) -> str:
    """The source as it is, or with what stands where nothing was found."""
    source = _loaded(text, scope)
    if source is None or scope.aggregate or len(text) > _LONGEST:
        return ""
    if _only_tells(text, source, scope):
        return "Direct move" if len(scope.sources) == 1 and source.is_source else source.sql
    for tail in _TAILS:
        found = tail.fullmatch(text)
        if found is None or not _only_tells(
            found["rest"], source, scope, told=bool(re.search(_NONE, text, re.IGNORECASE))
        ):
            continue
        said = found["said"]
        value = said if said[0] in "'\"" or re.fullmatch(r"-?\d+(?:\.\d+)?", said) else f"'{said}'"
        if said.lower() == "null":
            return "Direct move" if len(scope.sources) == 1 and source.is_source else source.sql
        return f"coalesce({source.sql}, {value.replace(chr(34), chr(39))})"
    return ""


def _loaded(text: str, scope: Scope) -> ScopeColumn | None:
    """The column a lookup loads: the only source; beside a key, the one column named of another table."""
    if len(scope.sources) != 1:
        return None
    source = scope.sources[0]
    if not _KEY.search(source.column.name):
        return source
    named = [
        c
        for c in scope.columns
        if c.relation != source.relation
        and c.column.name.casefold() != source.column.name.casefold()
        and re.search(rf"(?<![\w]){re.escape(c.column.name)}(?![\w])", text, re.IGNORECASE)
        and not _KEY.search(c.column.name)
    ]
    return named[0] if len(named) == 1 else source


def _only_tells(text: str, source: ScopeColumn, scope: Scope, *, told: bool = False) -> bool:
    """Whether every word is one of lookups, of the loaded column, of a table or of a key."""
    if re.search(r"[<>+*/%|!&]|['\"]|\blookup\(", text):
        return False
    places = {
        name.casefold() for c in scope.columns for name in (c.relation, c.table, c.table.rpartition(".")[2])
    } | {p.casefold() for p in scope.places}
    columns = {c.column.name.casefold(): c for c in scope.columns}
    nouns = {
        part
        for part in (*name_parts(source.column.name), *name_parts(source.table), *name_parts(source.relation))
    }
    own = {name.casefold() for name in (source.relation, source.table, source.table.rpartition(".")[2])}
    tables = {word for word in re.findall(r"\w+", text.casefold()) if word in places and word not in columns}
    key = bool(_KEY.search(source.column.name))
    if (tables and not tables & own) or (key and not tables & own):
        return False
    led = rf"(?:from|in|via|through|against|with|to|{re.escape(source.column.name)}\s+of)"
    looks = named = False
    for word in re.findall(r"[^\W_][\w.]*", text):
        plain = word.casefold().strip(".")
        parts = plain.split(".")
        if plain in _WORDS:
            looks = looks or plain in _LOOKS
        elif parts[-1] in columns:
            column = columns[parts[-1]]
            if column.column.name != source.column.name and not _is_key(column, source, scope):
                return False
            named = named or column.column.name == source.column.name
        elif plain in places:
            looks = looks or bool(
                re.search(rf"\b{led}\s+(?:the\s+)?{re.escape(plain)}\b", text, re.IGNORECASE)
            )
        elif not any(says(part, plain) for part in nouns):
            return False
    return looks or (told and named)


def _is_key(column: ScopeColumn, source: ScopeColumn, scope: Scope) -> bool:
    """Whether a column named beside the loaded one can be what the two tables are joined by."""
    tables = {c.relation for c in scope.columns if c.column.name.casefold() == column.column.name.casefold()}
    return bool(_KEY.search(column.column.name)) or len(tables) > 1 or source.relation not in tables


LOOKUPS: tuple[Callable[[str, Scope, ColumnMapping], str], ...] = (_looked_up,)
"""Each gives the text in other words, or nothing."""
