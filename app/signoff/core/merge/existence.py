"""Rows taken or left out by what another table holds: ``no row in T``, ``X is not in T``, ``at least one T``."""

from __future__ import annotations

import re
from collections.abc import Sequence

from signoff.core.domain.cells import Cell
from signoff.core.domain.expressions import Origin, quoted
from signoff.core.domain.plan import Condition, JoinKind, Relation
from signoff.core.domain.spec import Schema, SourceTable
from signoff.core.merge.existence_links import Links, leading_to, links_of
from signoff.core.merge.inferring import proposed_join
from signoff.core.merge.keytexts import said_condition
from signoff.core.merge.lookuptexts import named_table
from signoff.core.merge.names import find_column, unique_alias, words
from signoff.core.merge.scoping import find_everywhere, relation_columns

_ROW = r"(?:rows?|records?|lines?|entry|entries|match(?:es)?|partners?|counterparts?)"
_T = r"(?:the\s+)?(?:table\s+|list\s+|file\s+)?(?P<table>[\w.$]+(?:\s+[\w$]+)??)(?:\s+table)?"
_REST = r"(?:\s*,?\s*(?:with|where|whose|for|on|by|that|having|and)\s+(?P<rest>.+))?"
_LEAD = (
    r"^(?:[\w-]+\s+){0,3}?(?:(?:there\s+(?:is|are)|with|who\s+have|that\s+have|which\s+have|have|has|having|"
    r"for\s+(?:which|whom)\s+there\s+(?:is|are))\s+)*"
)
_ABSENT = tuple(
    re.compile(shape, re.IGNORECASE | re.DOTALL)
    for shape in (
        rf"^(?P<key>[\w.]+)\s+(?:(?:does|do|did)\s*(?:not|n't)\s+(?:appear|occur|exist|show\s+up|"
        rf"stand)|never\s+(?:appears?|occurs?)|(?:is|are)\s+(?:not|nowhere)(?:\s+(?:found|listed|"
        rf"present|contained))?|not)\s+in\s+{_T}{_REST}$",
        rf"^(?:[\w-]+\s+){{0,3}}?(?:(?:does|do|did)\s*(?:not|n't)\s+(?:appear|occur|exist|show\s+up|"
        rf"stand)|never\s+(?:appears?|occurs?)|(?:is|are)\s+not(?:\s+(?:found|listed|present|"
        rf"contained))?|not\s+(?:found|listed|present)|missing)\s+in\s+{_T}{_REST}$",
        rf"{_LEAD}(?:no|not\s+(?:a|any|one|a\s+single)|without(?:\s+(?:any|"
        rf"an?))?)\s+(?:[\w-]+\s+)?(?:{_ROW}|[\w-]+)\s+(?:in|of|from)\s+{_T}{_REST}$",
        rf"{_LEAD}(?:nothing|none)\s+in\s+{_T}{_REST}$",
        rf"^(?:[\w-]+\s+){{0,3}}?(?:without(?:\s+(?:any|an?))?|with\s+no|(?:have|has|having)\s+(?:no|"
        rf"never\s+any))\s+{_T}(?:\s+{_ROW})?{_REST}$",
        rf"^no(?:\s+matching)?\s+{_T}(?:\s+(?:{_ROW}|exists?|is\s+found|found))*{_REST}$",
        rf"^not\s+exists?\s*(?:in)?\s+{_T}{_REST}$",
    )
)
_PRESENT = tuple(
    re.compile(shape, re.IGNORECASE | re.DOTALL)
    for shape in (
        rf"^(?P<key>[\w.]+)\s+(?:(?:is|are)\s+(?:also\s+)?(?:found|listed|present|contained)|"
        rf"appears?|occurs?|exists?|stands?|(?:is|are))\s+in\s+{_T}{_REST}$",
        rf"{_LEAD}(?:at\s+least\s+(?:one|a|1)|one\s+or\s+more|some|any|"
        rf"an?)\s+(?:[\w-]+\s+)?(?:{_ROW}|[\w-]+)\s+(?:in|of|from)\s+{_T}{_REST}$",
        rf"^(?:[\w-]+\s+){{0,3}}?(?:with|have|has|having)\s+(?:at\s+least\s+(?:one|a|1)|"
        rf"one\s+or\s+more|any|an?)\s+{_T}(?:\s+{_ROW})?{_REST}$",
        rf"^(?:[\w-]+\s+){{0,3}}?(?:(?:is|are)\s+(?:also\s+)?(?:found|listed|present|contained)|"
        rf"appear|occur|exist|exists|found|listed|present)\s+in\s+{_T}{_REST}$",
    )
)
_CARRYING = re.compile(
    r"^(?:[\w-]+\s+){0,2}?(?:carrying|bearing|having|with|(?:that|which)\s+(?:have|has|carry|carries|bear))\s+(?P<no>no\s+)?(?:the\s+|an?\s+)?"
    r"(?P<noun>[a-z]\w*)\s+(?P<value>'[^']*'|\"[^\"]*\"|[\w-]+)\s*\((?:rows?\s+)?(?:in\s+)?(?P<table>[\w$]+)\s+(?:over|on|by|via)\s+(?P<key>\w+)\)$",
    re.IGNORECASE,
)
"""A value of another table's rows, and by what they belong."""
_IN_COLUMN = re.compile(
    r"^(?P<key>[\w.]+)\s+(?:(?:is|are)(?P<no>\s+not)?(?:\s+(?:found|listed|contained|present))?|stands?|appears?|occurs?)"
    r"\s+in\s+(?P<table>[\w$]+)\.(?P<column>\w+)$",
    re.IGNORECASE,
)
"""A column whose value a column of another table has, or has not."""
_WHERE_FOUND = re.compile(
    r"\s*\((?:an?\s+|any\s+)?(?:rows?|records?|entry|entries)\s+(?:in|of)\s+\w+\)$", re.IGNORECASE
)
"""A bracket that only names the table again: ``with at least one listing (row in listings)``."""
_CUT = re.compile(r"\s*(?:,|;|\band\b)\s*(?:\band\s+)?", re.IGNORECASE)
_THEIR = re.compile(
    r"^(?:on\s+)?(?:the\s+same|their|its|this|that|same)\s+(?P<noun>key|id|number|no|code)$", re.IGNORECASE
)
_NO = re.compile(r"^(?:no|without|w/o|missing|an?\s+empty|empty)\s+(?P<name>[\w.]+)$", re.IGNORECASE)
_VALUE = re.compile(r"^(?P<name>[\w.]+)\s*(?:=|is|equals|of|:)?\s*(?P<value>'[^']*'|\d+|[A-Z][A-Z0-9]{0,3})$")


def existence(
    text: str, relations: Sequence[Relation], schema: Schema, cell: Cell | None
) -> Condition | None:
    """The condition that another table has, or has not, a row that belongs; None for every other text.

    Its origin is unresolved where nothing says by which columns rows belong together. A query that reads no table yet
    has no rows that another table could have some for.
    """
    if not relations:
        return None
    plain = _WHERE_FOUND.sub("", " ".join(text.split()).strip(" .,;"))
    listed = in_column(plain, text, relations, schema, cell)
    if listed is not None:
        return listed[0]
    carried = _carried(plain, text, relations, schema, cell)
    if carried is not None:
        return carried
    found = (_found(each, text, relations, schema, cell) for each in links_of(plain, schema))
    return next(filter(None, found), None)


def _carried(
    plain: str, text: str, relations: Sequence[Relation], schema: Schema, cell: Cell | None
) -> Condition | None:
    """The condition that rows carry a value of another table: ``carrying the tag X (ticket_tag over ticket_id)``."""
    told = _CARRYING.match(plain)
    table = named_table(schema, told["table"]) if told is not None else None
    if told is None or table is None:
        return None
    made = _belonging(told["key"], "", table, relations, schema)
    if made is None:
        usual = _belonging("", "", table, relations, schema)
        by_key = usual is not None and re.search(rf"\.{re.escape(told['key'])}\b", usual[0], re.IGNORECASE)
        made = (usual[0], Origin.PATTERN, usual[2]) if usual is not None and by_key else None
    column = find_column(table, told["noun"])
    if made is None or column is None:
        return None
    value = told["value"].strip("'\"").replace("'", "''")
    test = f"{quoted(made[2])}.{quoted(column.name)} = '{value}'"
    word = "not exists" if told["no"] else "exists"
    sql = f"{word} (select 1 from {quoted(table.name)} as {quoted(made[2])} where {made[0]} and {test})"
    return Condition(text, sql, made[1], cell)


def in_column(
    plain: str, text: str, relations: Sequence[Relation], schema: Schema, cell: Cell | None
) -> tuple[Condition, str] | None:
    """The condition that a column of another table has a value of the query's, or has it not, and that table.

    Args:
        plain: such as ``deal_id is in stg_merged_deal.merged_deal_id``.
        text: what the condition is kept with.
        relations: of the query, the driving one first.
        schema: tables that may be named.
        cell: of the text.
    """
    told = _IN_COLUMN.match(plain)
    table = named_table(schema, told["table"]) if told is not None else None
    own = find_everywhere(relations, schema, told["key"]) if told is not None else []
    if told is None or table is None or not own or (len(own) > 1 and own[0].relation != relations[0].alias):
        return None
    alias = unique_alias(f"{table.name}_there", (r.alias for r in relations))
    there = find_everywhere([Relation(table.name, alias, JoinKind.LEFT)], schema, told["column"])
    if not there:
        return None
    word = "not exists" if told["no"] else "exists"
    sql = (
        f"{word} (select 1 from {quoted(table.name)} as {quoted(alias)} where {there[0].sql} = {own[0].sql})"
    )
    return Condition(text, sql, Origin.PATTERN, cell), table.name


def _found(
    said: Links, text: str, relations: Sequence[Relation], schema: Schema, cell: Cell | None
) -> Condition | None:
    plain = said.text
    for shapes, word in ((_ABSENT, "not exists"), (_PRESENT, "exists")):
        for shape in shapes:
            match = shape.match(plain)
            table = named_table(schema, match["table"]) if match is not None else None
            if match is None or table is None:
                continue
            groups = match.groupdict()
            made = _belonging(groups.get("key") or "", groups.get("rest") or "", table, relations, schema)
            made = _linked(made, said, table, relations, schema) if made is not None else None
            if made is not None:
                sql = f"{word} (select 1 from {quoted(table.name)} as {quoted(made[2])} where {made[0]})"
                return Condition(text, sql, made[1], cell)
    return None


def _linked(
    made: tuple[str, Origin, str],
    said: Links,
    table: SourceTable,
    relations: Sequence[Relation],
    schema: Schema,
) -> tuple[str, Origin, str] | None:
    """What belongs, with the tests in brackets and what its rows lead to; None where one is not understood."""
    there = Relation(table.name, made[2], JoinKind.LEFT)
    more = [_tested(test, there, schema) for test in said.tests]
    more += [leading_to(said.to, there, relations, schema)] if said.to is not None else []
    if not all(more):
        return None
    origin = Origin.UNRESOLVED if said.to is not None else made[1]
    return " and ".join([made[0], *more]), origin, made[2]


def _belonging(
    key: str, rest: str, table: SourceTable, relations: Sequence[Relation], schema: Schema
) -> tuple[str, Origin, str] | None:
    """When a row of the table belongs to a row of the query, whether that is said, and the table's alias."""
    alias = unique_alias(f"{table.name}_there", (r.alias for r in relations))
    new = Relation(table.name, alias, JoinKind.LEFT)
    parts = [p.strip() for p in _CUT.split(rest) if p.strip()]
    said = [_tested(part, new, schema) or _joined(part, new, relations, schema) for part in parts]
    if any(not s and not _THEIR.match(p) for s, p in zip(said, parts, strict=True)):
        return None
    by_key = _joined(key, new, relations, schema) if key else ""
    if key and not by_key:
        return None
    links = [
        by_key,
        *(_joined(part, new, relations, schema) for part in parts if not _tested(part, new, schema)),
    ]
    if any(links):
        return " and ".join(filter(None, [by_key, *said])), Origin.PATTERN, alias
    proposed = proposed_join(new, relations, schema)
    linked = proposed.sql if proposed is not None else _same_name(parts, new, relations, schema)
    if not linked:
        return None
    return " and ".join([linked, *filter(None, said)]), Origin.UNRESOLVED, alias


def _same_name(parts: Sequence[str], new: Relation, relations: Sequence[Relation], schema: Schema) -> str:
    """``with their number``: the one column of both tables that is called so; empty where that is not said."""
    noun = next((match["noun"].lower() for part in parts if (match := _THEIR.match(part))), "")
    wanted = {"number": ("no", "nr", "num", "number", "nbr"), "no": ("no", "nr", "num", "number", "nbr")}
    endings = (*wanted.get(noun, (noun,)), "key", "id") if noun else ()
    shared = [
        f"{quoted(relations[0].alias)}.{quoted(here.column.name)} = {there.sql}"
        for there in relation_columns(new, schema)
        for here in relation_columns(relations[0], schema)
        if here.column.name.casefold() == there.column.name.casefold()
        and words(there.column.name)[-1:]
        and words(there.column.name)[-1] in endings
    ]
    return shared[0] if len(shared) == 1 else ""


def _joined(text: str, new: Relation, relations: Sequence[Relation], schema: Schema) -> str:
    found = said_condition(re.sub(r"^the\s+", "", text, flags=re.I), new, relations, schema, None)
    return found.sql if found is not None else ""


def _tested(text: str, new: Relation, schema: Schema) -> str:
    """A test of the other table alone: ``no revoked_on``, ``EVT_CD 30``."""
    missing = _NO.match(text)
    if missing is not None:
        hits = find_everywhere([new], schema, missing["name"])
        return f"{hits[0].sql} is null" if hits else ""
    value = _VALUE.match(text)
    hits = find_everywhere([new], schema, value["name"].rpartition(".")[2]) if value is not None else []
    if value is None or not hits or _is_column(value["value"], new, schema):
        return ""
    literal = value["value"].strip("'")
    return (
        f"{hits[0].sql} = {literal}"
        if literal.isdigit() and "'" not in value["value"]
        else f"{hits[0].sql} = '{literal}'"
    )


def _is_column(name: str, new: Relation, schema: Schema) -> bool:
    return any(c.column.name.casefold() == name.casefold() for c in relation_columns(new, schema))
