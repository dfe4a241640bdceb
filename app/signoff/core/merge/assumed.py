"""What a query does on an assumption: the finding by which a person confirms it."""

from __future__ import annotations

from dataclasses import dataclass

from signoff.core.domain.cells import Cell
from signoff.core.domain.findings import Finding, Severity
from signoff.core.domain.sentences import say


@dataclass(frozen=True)
class Assumed:
    """SQL that a text is taken to stand for."""

    sql: str
    cell: Cell | None


def assumed_filter(sql: str, cell: Cell | None, target: str) -> Finding:
    """Rows are limited by a condition that nobody wrote down so."""
    return Finding("D204", Severity.ERROR, say("merge.filter_assumed", sql=sql), cell, target)


def assumed_join(sql: str, cell: Cell | None, target: str) -> Finding:
    """A table is joined by a condition that nobody wrote down so."""
    return Finding("D204", Severity.ERROR, say("merge.join_proposed", sql=sql), cell, target)
