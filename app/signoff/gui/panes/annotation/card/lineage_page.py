"""Where a column comes from, as a drawing."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from signoff.core.domain.dossier import Dossier
from signoff.core.review.lineage import lineage_of
from signoff.gui.context import Context
from signoff.gui.drawings.lineage import LineageView
from signoff.gui.widgets.basics import column

_HEIGHT = 260


class LineagePage(QWidget):
    """Drawn when it is open."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.view = LineageView(context.look)
        self.view.setMinimumHeight(_HEIGHT)
        self.setLayout(column(self.view))

    def show_column(self, dossier: Dossier, name: str) -> None:
        """Draw where a column comes from."""
        self.view.show_lineage(lineage_of(dossier, name))
