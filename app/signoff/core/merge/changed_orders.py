"""What decides in a window of existing SQL which row comes first, when that is to be something else."""

from __future__ import annotations

from dataclasses import dataclass

from signoff.core.domain.cells import Cell
from signoff.core.domain.edits import EditKind, Splice
from signoff.core.domain.sentences import say
from signoff.core.merge.existing import Place
from signoff.core.merge.passing import passed_along, written_in
from signoff.core.merge.shape import Span
from signoff.core.merge.wording import wording_of
from signoff.core.merge.work import ColumnEdit, Work


@dataclass(frozen=True)
class OrderEdit:
    """The order of one window."""

    span: Span
    """The tokens behind ORDER BY."""
    sql: tuple[str, ...]
    """Each a column over the relations of the SELECT with its direction."""
    place: Place
    name: str = ""
    """Of the item that the window stands in; empty for one behind QUALIFY or WINDOW."""
    cell: Cell | None = None


def change_order(work: Work, edit: OrderEdit) -> None:
    """Write another order into a window; nothing, with a finding, where a column of it can't be shown there."""
    own = ColumnEdit(edit.name, edit.sql, edit.cell)
    needed = [passed_along(work, own, each.split(" ")[0], edit.place) for each in edit.sql]
    if any(each is None for each in needed):
        return
    listed = ", ".join(
        " ".join((written_in(work, edit.place, column), way))
        for column, _, way in (each.partition(" ") for each in edit.sql)
    )
    said = wording_of(work.layout).said(listed)
    made = work.propose(EditKind.CHANGE_FILTER, own, say("edits.change_pick", order=listed))
    made.need(*(p for each in needed for p in each or ()))
    start, end = work.layout.start(edit.span.first), work.layout.end(edit.span.last)
    made.splices.append(Splice(start, end, work.existing.text[start:end], said))
