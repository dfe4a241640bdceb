"""Several rows for one target column in the same part of the target.

Why: sometimes the rows are meant to be put together, sometimes one of them is left over; only a person knows.
Bad: two rows `full_name` in one target, one from FIRST_NM, one from LAST_NM.
Good: one row `full_name` from `FIRST_NM, LAST_NM` with the rule `first and last name with a blank`.
"""

from __future__ import annotations

from collections.abc import Iterator

from signoff.core.domain.findings import Finding, Severity
from signoff.core.domain.sentences import say
from signoff.core.domain.spec import ColumnMapping
from signoff.core.lint.context import Context


def repeated_column(context: Context) -> Iterator[Finding]:
    """One finding for each row after the first; rows of different sections are normal."""
    for target in context.spec.targets:
        first: dict[tuple[str, str], ColumnMapping] = {}
        for column in target.columns:
            place = (column.name.casefold(), column.section.casefold())
            before = first.setdefault(place, column)
            if before is column:
                continue
            where = f" (see {before.cell})" if before.cell else ""
            message = say("lint.repeated_column", column=column.name, where=where)
            yield Finding("L04", Severity.ERROR, message, column.cell, target.name, column.name)
