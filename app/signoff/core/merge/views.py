"""Steps that name a view where the source tables have the table it shows: ``v_member`` is read as ``member``.

That a name is not among the source tables is said where names are checked, and asked there.
"""

from __future__ import annotations

import re
from dataclasses import replace

from signoff.core.domain.spec import Schema, Step, TargetMapping
from signoff.core.merge.names import bare, find_table

_VIEW = re.compile(r"^(?:v|vw|view|mv)_(?P<of>\w+)$|^(?P<shown>\w+)_(?:v|vw|view|mv)$", re.IGNORECASE)


def with_tables_for_views(target: TargetMapping, schema: Schema) -> TargetMapping:
    """The target whose steps read the tables instead of views of them that are not among the source tables.

    Args:
        target: its steps.
        schema: the source tables.
    """
    steps = tuple(_read(step, schema) for step in target.steps)
    return target if steps == target.steps else replace(target, steps=steps)


def _read(step: Step, schema: Schema) -> Step:
    if not step.table or find_table(schema, step.table) is not None:
        return step
    name = bare(step.table)
    view = _VIEW.match(name)
    table = find_table(schema, view["of"] or view["shown"]) if view is not None else None
    if table is None:
        return step
    return replace(step, table=table.name, alias=step.alias or name)
