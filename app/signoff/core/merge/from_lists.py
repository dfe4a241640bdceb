"""Lists of tables with how each is joined: ``from visits, patients left joined on pat_no``.

Behind an item may stand in brackets that its rows are summed up first. A list of which one item is not understood stays
a note as a whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from signoff.core.domain.spec import Schema, Step, StepKind
from signoff.core.merge.clauses import items_of
from signoff.core.merge.names import find_column, find_table

_LEAD = re.compile(r"^\s*(?:from|sources?|source\s+tables?|tables?|base|reads?)\s*:?\s+", re.IGNORECASE)
_KIND = r"(?P<kind>left|inner|right|full)?\s*(?:outer\s+)?join(?:ed)?"
_ON = r"(?:on|by|via|over|using|through)\s+(?P<on>[^()]+?)"
_REMARK = r"(?:\s*\((?P<remark>[^()]*)\))?"
_WORDS = r"(?:left|full|join|is|are|on|by|via|and)\b"
_TABLE = rf"(?P<table>[A-Za-z_][\w.$]*)(?:\s+(?:as\s+)?(?P<alias>(?!{_WORDS})[A-Za-z]\w{{0,3}}))?"
_FIRST = re.compile(rf"^{_TABLE}{_REMARK}$", re.IGNORECASE)
_SHAPES = (
    rf"{_TABLE}\s+(?:is\s+|are\s+)?{_KIND}(?:\s+(?:to|with)\s+[\w.$]+)?\s+{_ON}{_REMARK}",
    rf"{_KIND}\s+(?:with\s+|to\s+)?{_TABLE}\s+{_ON}{_REMARK}",
)
_JOINED = tuple(re.compile(rf"^(?:and\s+)?{shape}$", re.IGNORECASE) for shape in _SHAPES)
_WITH = re.compile(
    rf"^{_TABLE}\s+(?:is\s+)?(?:with|and|joined\s+(?:with|to))\s+(?P<other>[A-Za-z_][\w.$]*)\s+{_ON}{_REMARK}$",
    re.IGNORECASE,
)
"""The first two tables in one item: ``visits with patients on pat_no (inner)``."""
_TAIL = re.compile(
    rf"^(?:and\s+)?{_TABLE}\s+(?:on|by|via|over)\s+(?P<on>[^(),]+?)\s*[,(]\s*(?P<kind>left|inner|right|full)(?:\s+outer)?(?:\s+join)?"
    r"\s*\)?(?P<remark>[^)]*)\)?$",
    re.IGNORECASE,
)
"""How a table is joined behind its key: ``bills on visit_no, left, summed before joining``."""
_BEFORE = re.compile(r"\b(?:before\s+(?:the\s+)?join\w*|beforehand|up\s*front|in\s+advance)\b", re.IGNORECASE)
_SUMMED = re.compile(
    r"\b(?:total|sum|add|aggregat|count|group|summari[sz]|roll)\w*\b.*\bfirst\b|\bpre-?aggregat",
    re.IGNORECASE,
)
_ALONE = re.compile(rf"^{_TABLE}\s*,?\s*(?:(?:left\s+)?joined\s+)?on\s+(?P<on>[^()]*=[^()]*)$", re.IGNORECASE)
_SENTENCE = re.compile(r"(?<=[\w)])[.;]\s+")
_KINDS = {"inner": StepKind.INNER_JOIN, "right": StepKind.RIGHT_JOIN, "full": StepKind.FULL_JOIN}


def from_list(note: Step, schema: Schema) -> list[Step] | None:
    """The steps that a list of tables stands for; None where a note is no such list.

    Args:
        note: a line that says where rows come from.
        schema: the tables; each that is listed has to be one of them.
    """
    text = note.condition or note.table
    lead = _LEAD.match(text)
    items = list(items_of(text[lead.end() if lead else 0 :]))
    steps = list(_steps(items, note, schema)) if len(items) > 1 else []
    if steps and len(steps) == len(items):
        return steps
    sentences = [
        each.strip(" .;") for each in _SENTENCE.split(text[lead.end() if lead else 0 :]) if each.strip(" .;")
    ]
    steps = list(_told(sentences, note, schema)) if sentences else []
    return steps if len(steps) == len(sentences) + 1 else None


def joined_alone(note: Step, schema: Schema) -> list[Step] | None:
    """The one table that is read beside made-up rows, put together for each: ``from visits on visit_date = day``.

    Args:
        note: as for `from_list`.
        schema: the tables.
    """
    text = (note.condition or note.table).strip(" .;")
    lead = _LEAD.match(text)
    found = _ALONE.match(text[lead.end() :]) if lead is not None else None
    table = find_table(schema, found["table"]) if found is not None else None
    if found is None or table is None:
        return None
    on = found["on"].strip()
    sides = [side.strip() for side in on.split("=")]
    made = [side for side in sides if find_column(table, side.rpartition(".")[2]) is None]
    if len(sides) != 2 or len(made) != 1:
        return None
    grouped = replace(note, kind=StepKind.GROUP_BY, table="", condition=made[0])
    return [_step(found, StepKind.LEFT_JOIN, on, note), grouped]


def _told(sentences: list[str], note: Step, schema: Schema) -> Iterator[Step]:
    """One sentence a table, the first of them with two."""
    first = _WITH.match(sentences[0])
    if (
        first is None
        or find_table(schema, first["table"]) is None
        or find_table(schema, first["other"]) is None
    ):
        return
    yield _step(first, StepKind.DRIVING, "", note)
    kind = _KINDS.get((first["remark"] or "").strip().lower(), StepKind.LEFT_JOIN)
    yield replace(note, kind=kind, table=first["other"], alias="", condition=_key(first["on"]))
    for sentence in sentences[1:]:
        found = _TAIL.match(sentence)
        if found is None or find_table(schema, found["table"]) is None:
            return
        on, remark = _key(found["on"]), found["remark"] or ""
        summed = _SUMMED.search(_BEFORE.sub("first", remark))
        if remark.strip(" ,;.") and not summed:
            return
        kind = _KINDS.get(found["kind"].lower(), StepKind.LEFT_JOIN)
        yield _step(found, kind, f"{on}; summed per {on}" if summed else on, note)


def _key(text: str) -> str:
    """Several columns of a key, as a list."""
    return re.sub(r"\s*\+\s*", " and ", text.strip())


def _steps(items: list[str], note: Step, schema: Schema) -> Iterator[Step]:
    first = _FIRST.match(items[0])
    if first is None or find_table(schema, first["table"]) is None:
        return
    yield _step(first, StepKind.DRIVING, "", note)
    for item in items[1:]:
        found = next((m for shape in _JOINED if (m := shape.match(item)) is not None), None)
        if found is None or find_table(schema, found["table"]) is None:
            return
        kind = _KINDS.get((found["kind"] or "").lower(), StepKind.LEFT_JOIN)
        on = found["on"].strip()
        summed = _SUMMED.search(found["remark"] or "")
        if (found["remark"] or "").strip() and not summed:
            return
        yield _step(found, kind, f"{on}; summed per {on}" if summed else on, note)


def _step(found: re.Match[str], kind: StepKind, condition: str, note: Step) -> Step:
    return replace(note, kind=kind, table=found["table"], alias=found["alias"] or "", condition=condition)
