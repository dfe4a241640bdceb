"""The pane for mapping import."""

from __future__ import annotations

from pathlib import Path

from signoff.gui.context import Context
from signoff.gui.pane import Pane
from signoff.gui.widgets.basics import column
from signoff.gui.widgets.empty import EmptyState


class ImportPane(Pane):
    """The pane for mapping import."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.setLayout(column(EmptyState("mapping import", "")))

    def take_files(self, paths: list[Path]) -> None:
        """Take what was dropped on the window."""
