"""Doubts about a column that do not bar its sign-off, as short lines."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from signoff.core.domain.dossier import Dossier
from signoff.core.domain.findings import Finding, Severity
from signoff.core.domain.review import ROWS
from signoff.core.review.binding import drafted_column
from signoff.core.review.gate import remarks
from signoff.gui.panes.annotation.card.pool import Pool
from signoff.gui.widgets.basics import column, label, set_role

_ASSUMED_JOIN = "D204"


def doubts_on(dossier: Dossier, name: str) -> tuple[Finding, ...]:
    """Warnings and hints on a column, each sentence once, warnings first; what bars stands among the remarks."""
    drafted = drafted_column(dossier, name)
    carried = [f for e in drafted.expressions for f in e.findings] if drafted else []
    own = [f for f in (*dossier.findings, *dossier.draft.findings) if f.column.casefold() == name.casefold()]
    found = {f.message: f for f in (*own, *carried) if f.severity is not Severity.ERROR}
    return tuple(sorted(found.values(), key=lambda f: f.severity is Severity.INFO))


def row_doubts_on(dossier: Dossier) -> tuple[Finding, ...]:
    """Warnings on the rows of a target, what was assumed first; what bars stands among the remarks."""
    barring = {f.message for f in remarks(dossier)}
    found = {
        f.message: f
        for f in (*dossier.findings, *dossier.draft.findings)
        if f.column.casefold() in ("", ROWS) and f.severity is Severity.WARNING and f.message not in barring
    }
    return tuple(sorted(found.values(), key=lambda f: f.code != _ASSUMED_JOIN))


class Doubts(QWidget):
    """One line a doubt."""

    def __init__(self) -> None:
        super().__init__()
        lines = column(gap=3)
        self.setLayout(lines)
        self._lines = Pool(lines, lambda: label("", "attention", wraps=True, selectable=True))

    def show_column(self, dossier: Dossier, name: str) -> None:
        """Show the doubts about a column, or about the rows."""
        found = row_doubts_on(dossier) if name == ROWS else doubts_on(dossier, name)
        for line, finding in zip(self._lines.take(len(found)), found, strict=True):
            set_role(line, "attention" if finding.severity is Severity.WARNING else "dim")
            line.setText(finding.message)
            line.setToolTip(finding.code)
        self.setVisible(bool(found))
