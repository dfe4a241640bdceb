"""What parse gathers while it reads: findings and used cells, with the document's name on every cell."""

from __future__ import annotations

from signoff.core.domain.cells import Cell
from signoff.core.domain.findings import Finding, Severity
from signoff.core.parse.restated import Homes
from signoff.core.progress import CancelToken


class Collector:
    """Findings of one document."""

    def __init__(self, document: str, cancel: CancelToken | None = None) -> None:
        self.document = document
        self.cancel = cancel or CancelToken()
        """Looked at row by row, since one sheet may hold very many."""
        self._findings: dict[Finding, None] = {}

    def cell(self, sheet: str, row: int, column: int) -> Cell:
        """Address of a cell of this document."""
        return Cell(sheet, row, column, self.document)

    def add(
        self,
        code: str,
        severity: Severity,
        message: str,
        cell: Cell | None = None,
        target: str = "",
        column: str = "",
    ) -> None:
        """Note one finding; the same one twice counts once."""
        self._findings[Finding(code, severity, message, cell, target, column)] = None

    def move(self, homes: Homes) -> None:
        """Put the cells of all findings so far where they stand in the document."""
        self._findings = dict.fromkeys(homes.findings(tuple(self._findings)))

    @property
    def findings(self) -> tuple[Finding, ...]:
        """All findings in the order they were noted."""
        return tuple(self._findings)
