"""Top of the card: the column's name, how it came about, the cell its rule stands in, and how sure it is."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from signoff.core.domain.cells import Cell
from signoff.core.domain.dossier import Dossier
from signoff.core.domain.expressions import Origin
from signoff.core.review.binding import drafted_column, mapped
from signoff.core.review.confidence import confidence_in
from signoff.gui.context import Context
from signoff.gui.panes.annotation.card.words import cell_words, drafted_words, made_up_tables, rule_cell
from signoff.gui.places import Place, Step
from signoff.gui.widgets.basics import button, column, holder, label, row, set_role
from signoff.gui.widgets.flow import Flow


class Header(QWidget):
    """One line, and one on how sure the column is."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._cell: Cell | None = None
        self.title = label("", "title", selectable=True)
        self.chip = label("", "chip")
        self.cell = button("", self._go, kind="link", hint=self.tr("Show it in the mapping document"))
        self.made_up = label(self.tr("on made-up rows"), "chip-attention")
        self.made_up.setToolTip(
            self.tr("Nobody sent these values; what is decided on them is counted apart.")
        )
        words = Flow(10)
        for each in (self.title, self.chip, self.made_up):
            words.addWidget(each)
        line = row(holder(words), self.cell, gap=10)
        line.setStretch(0, 1)
        line.setAlignment(self.cell, Qt.AlignmentFlag.AlignTop)
        self.confidence = label("", "dim", wraps=True, selectable=True)
        self.setLayout(column(line, self.confidence, gap=4))

    def show_column(self, dossier: Dossier, name: str) -> None:
        """Show a column of a target."""
        drafted = drafted_column(dossier, name)
        self.title.setText(name)
        self.chip.setText(drafted_words(drafted))
        is_open = drafted is None or drafted.origin is Origin.UNRESOLVED
        set_role(self.chip, "chip-attention" if is_open else "chip")
        self.made_up.setVisible(bool(made_up_tables(dossier, name)))
        sure = confidence_in(dossier, name)
        self.confidence.setText(sure.sentence if sure is not None else "")
        self.confidence.setVisible(sure is not None)
        self._cell = rule_cell(mapped(dossier, name))
        self.cell.setVisible(self._cell is not None)
        if self._cell is not None:
            words = cell_words(self._cell)
            self.cell.setText(words)
            self.cell.setAccessibleName(self.tr("Cell {cell} of the mapping document").format(cell=words))

    def _go(self) -> None:
        if self._cell is not None:
            self._context.go(Place(Step.INPUT, cell=self._cell))
