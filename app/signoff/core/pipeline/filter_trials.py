"""Whether a condition at one place of a file does what leaving out rows of its table does, shown by running both.

A filter of a document speaks of the rows that are read. Behind a window, a DISTINCT or a grouping the same words mean
something else, and a table that a file reads twice is not filtered by one condition. So the file with the condition is
held against the file as it is, over a table without those rows: on the samples and on made-up rows.
"""

from __future__ import annotations

from signoff.core.domain.expressions import quoted
from signoff.core.engines.sql.sandbox import Job
from signoff.core.merge.editing import FilterEdit, edit_existing
from signoff.core.merge.filter_places import FilterPlace
from signoff.core.merge.names import find_table
from signoff.core.pipeline.desk import Desk
from signoff.core.pipeline.existing_here import why_not_run
from signoff.core.pipeline.row_file import RowFile
from signoff.core.verify.nochange.edge_rows import stands_of


def leaves_out_its_rows(
    file: RowFile, found: FilterPlace, edit: FilterEdit, desk: Desk, *, leaves_out: bool
) -> bool:
    """Whether the file with the condition gives what the file gives over the table without those rows.

    Args:
        file: the file beside its mapping.
        found: where the condition stands.
        edit: the condition as an edit.
        desk: the run's tools.
        leaves_out: whether samples on which all rows of the table stay show nothing.
    """
    edited = edit_existing(file.existing, (), (), file.plan, file.schema, filters=[edit])
    table = find_table(desk.sandbox.schema(), found.table)
    if edited.findings or edited.text == file.existing.text or table is None:
        return False
    if why_not_run(file.existing, desk):
        return False
    old, new = (_query(sql) for sql in (file.existing.plain, edited.rendered_sql))
    name = quoted(table.name)
    gone_rows = f"select 1 from {name} where ({found.plain}) is not true"
    stands = [f"select * from {name}", *(s.sql for s in stands_of([table], [old, new]))]
    kept = [f"select * from (\n{stand}\n) as held where {found.plain}" for stand in stands]
    trials = [
        _differences(_over(name, fewer, old), _over(name, every, new))
        for fewer, every in zip(kept, stands, strict=True)
    ]
    gone, *answers = desk.sandbox.ask([Job("count", sql) for sql in (gone_rows, *trials)], desk.cancel)
    if not gone.ok or (leaves_out and not gone.count) or not answers[0].ok or answers[0].count:
        return False
    doubtful = [rows for rows, answer in zip(kept, answers, strict=True) if answer.ok and answer.count]
    return not any(_is_steady(_over(name, rows, old), desk) for rows in doubtful)


def _is_steady(sql: str, desk: Desk) -> bool:
    """Whether a query gives the same rows when its tables are read backward."""
    number = f"select count(*), sum(md5_number_lower(cast(held as varchar))::hugeint) from ({sql}) as held"
    answers = desk.sandbox.ask([Job("run", number, 1, backward) for backward in (False, True)], desk.cancel)
    rows = [each.result.rows for each in answers if each.result is not None]
    return len(rows) == len(answers) and rows[0] == rows[1]


def _query(sql: str) -> str:
    return f"(\n{sql.rstrip().rstrip(';')}\n)"


def _over(name: str, rows: str, query: str) -> str:
    """A query over other rows of one table."""
    return f"select * from (with {name} as (\n{rows}\n) select * from {query} as held) as held"


def _differences(one: str, other: str) -> str:
    """Rows of either side that the other one lacks."""
    both = (f"select * from ({a} except all {b}) as held" for a, b in ((one, other), (other, one)))
    return " union all ".join(both)
