"""The pane for sample rows: pages for the lower half of Validate."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from signoff.gui.context import Context
from signoff.gui.pane import Pane
from signoff.gui.widgets.empty import EmptyState


class SamplesPane(Pane):
    """Owns the pages; the step puts them under tabs."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._samples = EmptyState("samples", "")

    def tabs(self) -> tuple[tuple[str, str, QWidget], ...]:
        """Key, words and page of each tab."""
        return (("samples", self.tr("Sample rows"), self._samples),)

    @property
    def is_seen(self) -> bool:
        return any(page.isVisible() for _key, _words, page in self.tabs())
