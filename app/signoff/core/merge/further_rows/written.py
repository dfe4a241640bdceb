"""Tables that queries within new expressions read, written as the file writes tables: ``{{ ref('stg_comment') }}``."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from signoff.core.merge.further_rows.belonging import ROWS
from signoff.core.merge.selects import every_place
from signoff.core.merge.work import Work

_READ = re.compile(
    rf"(?<=\bfrom\s|\bjoin\s)(?P<quote>\"?)(?P<table>\w+)(?P=quote)(?=\s+as\s+\w+{ROWS}\b)", re.IGNORECASE
)


def write_further_tables(work: Work, table_text: Callable[[str], str]) -> None:
    """Let new and changed expressions read their tables as the file does; a query of the file keeps its bare name.

    Args:
        work: with all edits proposed.
        table_text: how the file writes a table.
    """
    tables = {table.name.casefold(): table.name for table in work.schema.tables}
    own = {name.casefold() for place in every_place(work.existing) for name in place.ctes}

    def written(match: re.Match[str]) -> str:
        name = match["table"].casefold()
        return table_text(tables[name]) if name in tables and name not in own else match.group()

    for made in work.proposed:
        made.splices[:] = [
            replace(
                each,
                after=_READ.sub(written, each.after),
                following=None if each.following is None else _READ.sub(written, each.following),
            )
            for each in made.splices
        ]
