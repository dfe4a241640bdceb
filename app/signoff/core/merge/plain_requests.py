"""Further sentences of change requests in plain words: kinds of rows counted, missing factors, turned signs."""

from __future__ import annotations

import re

from signoff.core.domain.spec import ColumnMapping, Schema
from signoff.core.merge.lookuptexts import singular
from signoff.core.merge.names import find_column, find_table, words

_TYPED = re.compile(
    r"^(?:the\s+)?(?:quantity|number|count)\s+of\s+(?P<noun>[a-z]+)\s+of\s+(?P<of>\w+)\s+(?P<value>'[^']+'|[A-Z][A-Z0-9_]+)"
    r"(?:\s+with\s+the\s+(?:same\s+)?(?P<key>\w+_id)\s+(?:of|as)\s+the\s+\w+)?(?P<zero>\s*[,;]\s*(?:otherwise|else)\s+0)?\.?$"
)
_SHARE_SAID = re.compile(r"\s*\(\s*\d+(?:[.,]\d+)?\s*=\s*\d+(?:[.,]\d+)?\s*%\s*\)")
_NONE_KNOWN = re.compile(
    r"^(?P<rest>.+?)\s*[.;]\s*(?:no|without(?:\s+an?)?)\s+(?P<of>\w+)\s*(?:is\s+)?(?:known|given|there|set)?\s*[:,]\s*"
    r"(?:calculate|count|work|reckon|take)\s+(?:it\s+)?(?:with|as)\s+(?P<value>-?\d+(?:\.\d+)?|zero)\.?$",
    re.IGNORECASE,
)
_TURNED = re.compile(
    r"^(?:turn|change|flip|switch|reverse)\s+the\s+sign(?:\s+(?:round|around|over))?\s+(?:for|of|on)\s+(?P<noun>[a-z]+)\s+(?:of|with)\s+"
    r"(?:the\s+)?(?P<of>\w+)\s+(?:is\s+|in\s+|=\s*)?(?P<values>\w+(?:(?:\s*,\s*(?:or\s+)?|\s+or\s+)\w+)*)"
    r"(?:\s*[,;]\s*(?:all\s+|the\s+)?others?\s+(?:as\s+(?:they\s+(?:come|are)|it\s+is|is)|unchanged|stay(?:\s+as\s+they\s+are)?))?\.?$",
    re.IGNORECASE,
)
_CARRIES_NONE = re.compile(
    r"^(?:when|if|where)\s+(?:the|an?)\s+(?P<who>\w+)\s+(?:carries|has|holds|shows)\s+no\s+(?P<column>\w+)\s*,?\s*(?:then\s+)?(?:use|take|show)\s+"
    r"(?:the\s+)?\w+['’]s\s+(?P<other>\w+)\.?$",
    re.IGNORECASE,
)
_HAS_NONE = re.compile(
    r"\s*[.;]\s*(?:when|if|where)\s+(?:the|an?)\s+(?P<who>\w+)\s+has\s+no\s+(?P<noun>\w+)\s*,\s*(?:leave\s+(?:it\s+)?|it\s+stays\s+|stays\s+)?"
    r"(?:empty|blank|null)\.?$",
    re.IGNORECASE,
)
_CODES = re.compile(r"(?P<keys>[\w.-]+(?:\s*/\s*[\w.-]+)*)\s*(?:->|=>|→)\s*(?P<value>[^\s;>][^;>]*)")
_ELSE = re.compile(
    r"(?:whatever\s+else|everything\s+else|anything\s+else|all\s+(?:the\s+)?others?|else|otherwise|others|the\s+rest)\s*(?:->|=>|→|:)\s*(?P<value>[^;>]+)",
    re.IGNORECASE,
)
_MISSING_PARTS = re.compile(
    r"^(?P<sum>\w+(?:\s+(?:less|minus|plus)\s+\w+)+)\s*[;,]\s*an?\s+missing\s+(?P<names>\w+(?:(?:\s*,\s*|\s+(?:or|and)\s+)\w+)+)\s+"
    r"(?:is|are|counts?(?:\s+as)?)\s+(?P<value>0|zero)\.?$",
    re.IGNORECASE,
)
_SIGNS = {"less": "-", "minus": "-", "plus": "+"}
_SLASH = re.compile(r"\s*/\s*")
_OR = re.compile(r"\s*,\s*(?:or\s+)?|\s+or\s+", re.IGNORECASE)


def plain_request(rule: str, mapping: ColumnMapping, schema: Schema) -> str:
    """A rule in plain words; empty where it is no such sentence, or names what the row's tables have not.

    Args:
        rule: in one line.
        mapping: its row.
        schema: tables the file reads or may read.
    """
    return (
        _typed(rule, mapping, schema)
        or _none_known(rule, mapping)
        or _missing_parts(rule)
        or _turned(rule, mapping, schema)
        or _carries_none(rule, mapping, schema)
        or _codes(rule, mapping, schema)
    )


def _typed(rule: str, mapping: ColumnMapping, schema: Schema) -> str:
    """``quantity of engagements of type CALL``: the row's one source says of which type each is."""
    found = _TYPED.match(rule)
    source = mapping.sources[0] if len(mapping.sources) == 1 else None
    if found is None or source is None:
        return ""
    name, of = source.column.casefold(), found["of"].casefold()
    table = find_table(schema, source.table)
    if name != of and not name.endswith(f"_{of}"):
        return ""
    if found["key"] and (table is None or find_column(table, found["key"]) is None):
        return ""
    none = ", 0 if there are none" if found["zero"] else ""
    return f"number of {found['noun']} where {source.column} = {_text(found['value'])}{none}"


def _none_known(rule: str, mapping: ColumnMapping) -> str:
    """``No probability known: calculate with 0``: a number for a missing one of the row's sources."""
    plain = _SHARE_SAID.sub("", rule)
    found = _NONE_KNOWN.match(plain)
    names = {ref.column.casefold() for ref in mapping.sources}
    if found is None:
        return plain if plain != rule else ""
    if found["of"].casefold() not in names:
        return ""
    value = "0" if found["value"].casefold() == "zero" else found["value"]
    return f"{found['rest']}; a missing {found['of'].lower()} counts as {value}"


def _missing_parts(rule: str) -> str:
    """``amount less discount plus tax; a missing discount or tax is 0``: several parts of a sum that may be missing."""
    found = _MISSING_PARTS.match(rule)
    parts = found["sum"].split() if found is not None else []
    missing = (
        {name.casefold() for name in re.split(r"\s*,\s*|\s+(?:or|and)\s+", found["names"])}
        if found
        else set()
    )
    if not parts or not missing <= {part.casefold() for part in parts[::2]}:
        return ""
    said = [f"coalesce({p}, 0)" if p.casefold() in missing else _SIGNS.get(p.casefold(), p) for p in parts]
    return " ".join(said)


def _turned(rule: str, mapping: ColumnMapping, schema: Schema) -> str:
    """``turn the sign round for accounts of type A or B``: the type is a column of the only such table."""
    found = _TURNED.match(rule)
    source = mapping.sources[0] if len(mapping.sources) == 1 else None
    if found is None or source is None:
        return ""
    noun, of = singular(found["noun"].casefold()), found["of"].casefold()
    held = [
        f"{table.name}.{column.name}"
        for table in schema.tables
        for column in table.columns
        if _holds(table.name, noun) and column.name.casefold() in (of, f"{noun}_{of}")
    ]
    if len(held) != 1:
        return ""
    values = ", ".join(map(_text, _OR.split(found["values"])))
    own = f"{source.table}.{source.column}" if source.table else source.column
    return f"case when {held[0]} in ({values}) then -1 * {own} else {own} end"


def _carries_none(rule: str, mapping: ColumnMapping, schema: Schema) -> str:
    """``when the line carries no memo use the header's memo``: of the only other table that has such a column."""
    found = _CARRIES_NONE.match(rule)
    source = mapping.sources[0] if len(mapping.sources) == 1 else None
    if found is None or source is None or source.column.casefold() != found["column"].casefold():
        return ""
    others = [
        table.name
        for table in schema.tables
        if table.name.casefold() != source.table.casefold() and find_column(table, found["other"]) is not None
    ]
    if not _holds(source.table, found["who"]) or len(others) != 1:
        return ""
    return f"coalesce({source.table}.{source.column}, {others[0]}.{found['other']})"


def _codes(rule: str, mapping: ColumnMapping, schema: Schema) -> str:
    """Codes with an arrow to what they become, beside the key without which there is none."""
    empty, source = _HAS_NONE.search(rule), mapping.sources[0] if len(mapping.sources) == 1 else None
    parts = [part.strip() for part in rule[: empty.start()].split(";")] if empty is not None else []
    arms, last = (
        [_CODES.fullmatch(part) for part in parts[:-1]],
        _ELSE.fullmatch(parts[-1]) if parts else None,
    )
    if empty is None or source is None or last is None or not arms or not all(arms):
        return ""
    keys = [
        f"{table.name}.{column.name}"
        for table in schema.tables
        for column in table.columns
        if _holds(table.name, empty["who"]) and column.name.casefold() == f"{empty['noun'].casefold()}_id"
    ]
    if len(keys) != 1:
        return ""
    own = f"{source.table}.{source.column}" if source.table else source.column
    tests = [
        f"when {own} in ({', '.join(map(_text, _SLASH.split(arm['keys'])))}) then {_text(arm['value'].strip())}"
        for arm in arms
        if arm is not None
    ]
    return f"case when {keys[0]} is null then null {' '.join(tests)} else {_text(last['value'].strip())} end"


def _holds(table: str, noun: str) -> bool:
    """Whether a table is called after such rows: `stg_transaction_lines` after the line."""
    return singular(words(table)[-1]) == singular(noun.casefold())


def _text(word: str) -> str:
    return "'" + word.strip("'").replace("'", "''") + "'"
