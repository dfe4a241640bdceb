"""Several rows for one target column in the same part of the target.

Why: sometimes the rows are meant to be put together, sometimes one of them is left over; only a person knows.
Bad: two rows `full_name` in one target, one from FIRST_NM, one from LAST_NM.
Good: one row `full_name` from `FIRST_NM, LAST_NM` with the rule `first and last name with a blank`.
"""

from __future__ import annotations

from collections.abc import Iterator

from signoff.core.domain.amended import row_signature
from signoff.core.domain.amending import Edit, EditKind
from signoff.core.domain.findings import Finding, Severity
from signoff.core.domain.review import Question
from signoff.core.domain.sentences import say
from signoff.core.domain.spec import ColumnMapping, TargetMapping
from signoff.core.lint.asking import MOST_OFFERED, asked, choice
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
            asking = _question(target, column)
            yield Finding("L04", Severity.ERROR, message, column.cell, target.name, column.name, asking)


def _question(target: TargetMapping, column: ColumnMapping) -> Question:
    place = (column.name.casefold(), column.section.casefold())
    rows = [c for c in target.columns if (c.name.casefold(), c.section.casefold()) == place]
    ways = list(dict.fromkeys(map(row_signature, rows)))
    blank, comma = "concatenate with a blank between", "concatenate with a comma between"
    together = (
        choice("blank", say("ask.together_blank"), EditKind.MERGED, blank),
        choice("comma", say("ask.together_comma"), EditKind.MERGED, comma),
    )
    return asked(
        "L04",
        target,
        column,
        say("ask.several_rows", column=column.name, count=len(rows)),
        (
            *(
                choice(
                    f"only {n}", say("ask.only_row", row=way or say("ask.empty_row")), EditKind.ROW, of=way
                )
                for n, way in enumerate(sorted(ways)[:MOST_OFFERED], 1)
            ),
            *(together if len(ways) > 1 and all(row.sources for row in rows) else ()),
        ),
        own=Edit(EditKind.MERGED),
        hint=say("ask.hint_together"),
    )
