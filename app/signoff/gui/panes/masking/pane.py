"""The pane for glossary masking."""

from __future__ import annotations

from signoff.gui.context import Context
from signoff.gui.pane import Pane
from signoff.gui.widgets.basics import column
from signoff.gui.widgets.empty import EmptyState


class MaskingPane(Pane):
    """The pane for glossary masking."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.setLayout(column(EmptyState("glossary masking", "")))
