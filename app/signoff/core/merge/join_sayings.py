"""Join conditions that say more than which columns are equal: what they mean in brackets, which rows are joined."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from signoff.core.domain.cells import Cell
from signoff.core.domain.expressions import Origin
from signoff.core.domain.plan import Condition, Relation
from signoff.core.domain.spec import Schema
from signoff.core.merge.clauses import inside
from signoff.core.merge.conditions import Resolve
from signoff.core.merge.conditions import join_condition as plain_condition
from signoff.core.merge.join_mentions import mentioned_condition
from signoff.core.merge.rowfilters import certain, row_conditions
from signoff.core.merge.sqlparts import columns_of, conjunction, parsed

Reader = Callable[[str], Condition | None]
"""Reads a condition that reaches both sides; None where a word of it is not understood."""
_BRACKET = re.compile(r"^(?P<head>[^()]*?)\s*\((?P<inside>.+)\)$", re.DOTALL)
_BY_NAME = re.compile(
    r"^(?P<head>[^,;()]+?)\s*[,;:]\s*(?:by|via|on|over|using|key)\s+(?P<name>[\w.]+)$", re.IGNORECASE
)
_PLAIN_WORDS = re.compile(
    r"^(?:the\s+)?(?:(?!(?:only|not|no|without|except|valid|latest|current|first|last|between|before|after|if)\b)[A-Za-z_'-]+\s*){1,8}$",
    re.IGNORECASE,
)
"""What only tells what a condition is for: ``on the patient``."""
_CUT = re.compile(r"\s*[,;]\s*(?:and\s+)?|\s+and\s+", re.IGNORECASE)
_ONLY = re.compile(r"^(?:(?:but|and|with|where|for|only|just)\s+)*", re.IGNORECASE)


def join_condition(
    text: str,
    relation: Relation,
    others: Sequence[Relation],
    schema: Schema,
    resolve: Resolve,
    cell: Cell | None,
) -> Condition | None:
    """How a relation is joined to others: by a key, by a condition, or by several, said in words or not."""
    plainly = certain(resolve)

    def read(said: str) -> Condition | None:
        found = plain_condition(said, relation, others, schema, plainly, cell)
        return reaching(found or mentioned_condition(said, relation, others, schema, cell), relation)

    found = plain_condition(text, relation, others, schema, plainly, cell)
    found = found or explained_condition(text, read)
    found = found or mentioned_condition(text, relation, others, schema, cell)
    found = found or mixed_condition(text, relation, read, schema, plainly, cell)
    if found is not None:
        return replace(found, text=text, cell=cell)
    return plain_condition(text, relation, others, schema, resolve, cell)


def reaching(condition: Condition | None, relation: Relation) -> Condition | None:
    """A condition that holds a column of the relation against one of another; None for others."""
    tree = parsed(condition.sql) if condition is not None else None
    named = {c.table.casefold() for c in columns_of(tree)} if tree is not None else set()
    return condition if relation.alias.casefold() in named and len(named) > 1 else None


def explained_condition(text: str, read: Reader) -> Condition | None:
    """The condition in brackets behind what it is for, or the one that brackets explain; None where it isn't one."""
    plain = " ".join(text.split()).rstrip(" .")
    match = _BRACKET.match(plain)
    if match is not None and _PLAIN_WORDS.match(match["head"]) and (found := read(match["inside"])):
        return found
    if match is not None and _PLAIN_WORDS.match(match["inside"]) and (found := read(match["head"])):
        return found
    head, colon, tail = plain.partition(": ")
    if colon and _PLAIN_WORDS.match(head) and (found := read(tail)):
        return found
    named = _BY_NAME.match(plain)
    return read(named["name"]) if named is not None and _PLAIN_WORDS.match(named["head"]) else None


def mixed_condition(
    text: str, relation: Relation, read: Reader, schema: Schema, resolve: Resolve, cell: Cell | None
) -> Condition | None:
    """Columns that are equal, and which rows of the joined table count; None unless each part is understood."""
    found: list[str] = []
    reached = False
    parts = _parts(" ".join(text.split()).rstrip(" ."))
    while parts:
        whole = len(parts) if found or len(parts) == 1 else len(parts) - 1
        for size in range(whole, 0, -1):
            said = "".join(parts[:size]).strip(" ,;")
            both = read(said) if size < len(parts) or found else None
            own = [] if both is not None else _own(said, relation, schema, resolve, cell)
            if both is not None or own:
                break
        else:
            return None
        reached = reached or both is not None
        found += [both.sql] if both is not None else [each.sql for each in own]
        parts = parts[size:]
        if parts:
            parts[0] = _CUT.sub("", parts[0], count=1) if _CUT.match(parts[0]) else parts[0]
    return Condition(text, conjunction(found), Origin.PATTERN, cell) if reached else None


def _own(
    said: str, relation: Relation, schema: Schema, resolve: Resolve, cell: Cell | None
) -> list[Condition]:
    """What a part asks of the rows of the joined table alone."""
    return row_conditions(said, [relation], schema, resolve, cell) or row_conditions(
        _ONLY.sub("", said), [relation], schema, resolve, cell
    )


def _parts(text: str) -> list[str]:
    """The text cut before each comma, semicolon or ``and`` outside brackets and quotes, nothing left out."""
    cuts = [cut.start() for cut in _CUT.finditer(text) if not inside(text, cut.start())]
    ends = [*cuts, len(text)]
    return [text[start:end] for start, end in zip([0, *cuts], ends, strict=True)]
