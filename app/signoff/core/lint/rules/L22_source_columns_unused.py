"""Columns of a source table that no row of the document uses.

Why: a forgotten column is lost with the old system; saying that it is not wanted costs one word.
Bad: a table of 40 columns of which 38 are mapped, and no word on the other two.
Good: a list of what is left behind, with a reason.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from signoff.core.domain.findings import Finding, Severity
from signoff.core.domain.sentences import say
from signoff.core.domain.spec import SourceTable
from signoff.core.lint.context import Context

_WORD = re.compile(r"\w+")
_SHOWN = 8


def source_columns_unused(context: Context) -> Iterator[Finding]:
    """For each source table that is read, the columns that appear nowhere: in no source cell, rule, join or step."""
    spec = context.spec
    texts = [f"{c.rule_resolved or c.rule} {c.join} {c.note}" for _t, c in context.rows()]
    texts += [step.condition for target in spec.targets for step in target.steps]
    texts += [target.existing_sql for target in spec.targets]
    words = {word.casefold() for text in texts for word in _WORD.findall(text)}
    refs = [ref for _t, c in context.rows() for ref in c.sources]
    used = words | {ref.column.casefold() for ref in refs}
    for table in _tables_read(context):
        left = [c.name for c in table.columns if c.name.casefold() not in used]
        if left and len(left) < len(table.columns):
            shown = ", ".join(left[:_SHOWN]) + (" …" if len(left) > _SHOWN else "")
            message = say("lint.source_columns_unused", count=len(left), table=table.name, columns=shown)
            yield Finding("L22", Severity.INFO, message, None)


def _tables_read(context: Context) -> list[SourceTable]:
    names = [ref.table for _t, c in context.rows() for ref in c.sources if ref.table]
    names += [step.table for target in context.spec.targets for step in target.steps if step.table]
    found = [context.table(name) for name in dict.fromkeys(names)]
    return list({table.name.casefold(): table for table in found if table}.values())
