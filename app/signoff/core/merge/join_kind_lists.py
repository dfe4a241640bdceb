"""Several tables joined in one way in one clause: ``Left joins: stores on store_id, payments on order_id``.

``with left joins to stores (store_id) and payments (order_id)``, ``both stores (by store_id) and payments (by
order_id) are left joined``: the list is what `join_lists` reads, the kind is said once for all of it.
"""

from __future__ import annotations

import re
from dataclasses import replace

from signoff.core.domain.spec import Schema, Step, StepKind, TargetMapping
from signoff.core.merge.join_lists import listed_joins
from signoff.core.merge.spoken_tables import spoken_table

_KIND = r"(?P<kind>left|inner)(?:\s+outer)?"
_SHAPES = tuple(
    re.compile(shape, re.IGNORECASE | re.DOTALL)
    for shape in (
        rf"^(?P<head>.*?)(?:^|[,;.]?\s+)(?:(?:with|and|then|plus)\s+)?{_KIND}[\s-]*join(?:s|ed)?(?:\s*:\s*|\s+(?:to|with)\s+|\s+)(?P<list>.+)$",
        rf"^(?P<head>)(?:both\s+|all\s+(?:of\s+)?)?(?P<list>.+?)\s+(?:are|get)\s+(?:both\s+|all\s+)?{_KIND}[\s-]+joined(?:\s+(?:to|with)\s+(?:it|this|that|[\w.]+))?$",
    )
)
_RESPECTIVELY = re.compile(
    r"^(?P<a>[\w.]+)\s+and\s+(?:to\s+)?(?P<b>[\w.]+)\s+(?:on|by|via|over|using|through)\s+(?P<x>[\w.]+)\s+and\s+(?P<y>[\w.]+)"
    r"(?:\s*,?\s*respectively)$",
    re.IGNORECASE,
)


_BOTH = re.compile(
    r"^(?P<tables>(?:the\s+)?[\w.]+(?:\s+[\w.]+){0,2}?(?:\s*,\s*(?:the\s+)?[\w.]+(?:\s+[\w.]+){0,2}?)*\s+and\s+(?:the\s+)?[\w.]+"
    r"(?:\s+[\w.]+){0,2}?)\s+(?:are\s+|get\s+)?(?:both\s+|all\s+|each\s+)?(?:(?P<kind>left|inner)(?:\s+outer)?[\s-]+)?joined\s+"
    r"(?:(?:to|with)\s+\w+\s+)?(?:on|by|via|over|using|through)\s+(?P<on>[\w.]+(?:\s*=\s*[\w.]+)?)$",
    re.IGNORECASE,
)
"""Tables called by their nouns and joined by one key: ``issues and comments are both joined on author = login``."""
_AND = re.compile(r"\s*,\s*(?:and\s+)?|\s+and\s+", re.IGNORECASE)


def joined_alike(clause: str, note: Step, target: TargetMapping, schema: Schema) -> list[Step]:
    """A join for each of the tables that a clause joins by one key; none where it says anything else."""
    match = _BOTH.match(clause.strip(" ."))
    names = [n for n in _AND.split(match["tables"]) if n] if match is not None else []
    tables = [spoken_table(name, target, schema) for name in names]
    known = [table for table in tables if table is not None]
    if match is None or len(known) != len(names) or len({t.name for t in known}) != len(names):
        return []
    kind = StepKind.INNER_JOIN if (match["kind"] or "").lower() == "inner" else StepKind.LEFT_JOIN
    return [
        replace(
            note, kind=kind, table=t.name, alias="", condition=match["on"], kind_assumed=not match["kind"]
        )
        for t in known
    ]


def joins_of_one_kind(clause: str, note: Step, schema: Schema) -> tuple[str, list[Step]]:
    """What stands before a list of joins of one kind, and their steps; none where the clause holds no such list.

    Args:
        clause: of a note.
        note: the step it is of.
        schema: the tables.
    """
    for shape in _SHAPES:
        match = shape.match(clause.strip())
        if match is None:
            continue
        listed = _RESPECTIVELY.sub(r"\g<a> on \g<x>, \g<b> on \g<y>", match["list"].strip(" ."))
        text = f"Joins: {listed}, all {match['kind'].lower()}"
        steps = listed_joins(replace(note, table="", condition=text), schema)
        if steps is None or any(s.kind in (StepKind.NOTE, StepKind.FILTER, StepKind.DRIVING) for s in steps):
            continue
        if len(steps) > 1 or clause.strip()[match.end("kind") :].lstrip().lower().startswith(
            ("join:", "joins:", "joined:")
        ):
            return match["head"].strip(" ,;."), steps
    return "", []
