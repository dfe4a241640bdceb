"""The pane for SQL and diff: pages for the lower half of Validate."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from signoff.gui.context import Context
from signoff.gui.pane import Pane
from signoff.gui.widgets.empty import EmptyState


class DiffPane(Pane):
    """Owns the pages; the step puts them under tabs."""

    corner_changed = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._sql = EmptyState("sql", "")

    def tabs(self) -> tuple[tuple[str, str, QWidget], ...]:
        """Key, words and page of each tab."""
        return (("sql", self.tr("SQL side by side"), self._sql),)

    @property
    def is_seen(self) -> bool:
        return any(page.isVisible() for _key, _words, page in self.tabs())
