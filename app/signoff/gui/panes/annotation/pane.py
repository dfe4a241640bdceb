"""The pane for SME annotation: the list of columns and the card of the chosen one."""

from __future__ import annotations

from signoff.gui.context import Context
from signoff.gui.pane import Pane
from signoff.gui.widgets.basics import column, panel
from signoff.gui.widgets.empty import EmptyState


class AnnotationPane(Pane):
    """Owns the list and the card; the step lays them out."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.list = panel()
        self.list.setLayout(column(EmptyState("columns", "")))
        self.card = panel()
        self.card.setLayout(column(EmptyState("card", "")))

    @property
    def is_seen(self) -> bool:
        return self.card.isVisible()
