"""Conditions of existing SQL that are to decide no longer: ``do not trust is_latest of stg_ads any more``."""

from __future__ import annotations

import re

from signoff.core.domain.known_names import squashed
from signoff.core.domain.spec import Schema
from signoff.core.merge.existing import ExistingSql
from signoff.core.merge.lineage import table_outputs
from signoff.core.merge.names import find_table
from signoff.core.merge.row_edits import FilterEdit
from signoff.core.merge.selects import every_place
from signoff.core.merge.sqlparts import columns_of, parsed
from signoff.core.merge.standing_conditions import conditions_of

_COLUMN = (
    r"(?:the\s+)?(?:flag\s+|column\s+|field\s+)?[`'\"]?(?P<column>\w+)[`'\"]?(?:\s+(?:flag|column|field))?"
    r"(?:\s+(?:of|in|from|on)\s+(?:the\s+)?(?:table\s+)?(?P<table>[\w.]+))?"
)
_FREED = (
    re.compile(
        rf"^(?:please\s+)?(?:do\s+not|don't|no\s+longer|never|stop)\s+(?:trust(?:ing)?|us(?:e|ing)|rely(?:ing)?\s+on|look(?:ing)?\s+at|go(?:ing)?\s+by|filter(?:ing)?\s+(?:by|on)|check(?:ing)?)\s+{_COLUMN}$",
        re.IGNORECASE,
    ),
    re.compile(
        rf"^{_COLUMN}\s+(?:is\s+(?:not|no\s+longer)\s+(?:trusted|used|reliable|looked\s+at|to\s+be\s+(?:trusted|used))|(?:no\s+longer|does\s+not)\s+(?:decides?|counts?)|can(?:not|'t)\s+be\s+(?:trusted|used|relied\s+on))$",
        re.IGNORECASE,
    ),
)


def freed_condition(existing: ExistingSql, text: str, schema: Schema) -> FilterEdit | None:
    """The only condition of the file on a column alone that a sentence says is to decide no longer, to be taken out.

    Args:
        existing: the file.
        text: such as ``do not trust is_latest of stg_ads``, words of time left out.
        schema: tables the file reads.
    """
    told = next((m for shape in _FREED if (m := shape.match(text)) is not None), None)
    table = find_table(schema, told["table"]) if told is not None and told["table"] else None
    if told is None or (told["table"] and table is None):
        return None
    found = []
    for place in every_place(existing):
        for condition in conditions_of(existing, place):
            tree = parsed(condition)
            columns = list(columns_of(tree)) if tree is not None else []
            if {c.name.casefold() for c in columns} != {told["column"].casefold()}:
                continue
            outputs = [
                o for shape in place.select.tables for o in table_outputs(existing, place, shape, schema)
            ]
            origins = {
                squashed(o.table)
                for o in outputs
                if o.name.casefold() == told["column"].casefold() and o.table
            }
            if table is None or origins == {squashed(table.name)}:
                found.append(FilterEdit("", condition, place=place))
    return found[0] if len(found) == 1 else None
