"""Pages of the card that open on demand: SQL, where it comes from, alternatives, history."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QScrollArea, QWidget

from signoff.gui.widgets.basics import button, caption, column, row

SQL, LINEAGE, ALTERNATIVES, HISTORY = "sql", "lineage", "alternatives", "history"


class Page(QWidget):
    """One page with its heading and a way to close it; its inside is made when it is first opened."""

    def __init__(self, words: str, make: Callable[[], QWidget], close: Callable[[], None]) -> None:
        super().__init__()
        self._make = make
        self.inside: QWidget | None = None
        self.words = words
        shut = button(
            self.tr("close"), close, kind="quiet-small", name=self.tr("Close {page}").format(page=words)
        )
        self._lines = column(row(caption(words), 1, shut), gap=4)
        self.setLayout(self._lines)
        self.hide()

    def open_(self) -> QWidget:
        """Show it; returns what is inside."""
        if self.inside is None:
            self.inside = self._make()
            self._lines.addWidget(self.inside)
        self.show()
        return self.inside


class Pages(QWidget):
    """The pages below each other, those that are open."""

    def __init__(self) -> None:
        super().__init__()
        self._lines = column(gap=14)
        self.setLayout(self._lines)
        self.pages: dict[str, Page] = {}

    def add(self, key: str, words: str, make: Callable[[], QWidget], close: Callable[[], None]) -> None:
        """Add a page."""
        self.pages[key] = Page(words, make, close)
        self._lines.addWidget(self.pages[key])

    def is_open(self, key: str) -> bool:
        """Whether a page is open."""
        return not self.pages[key].isHidden()

    def reveal(self, key: str) -> None:
        """Scroll to a page once it is laid out."""
        reveal(self.pages[key])


def reveal(part: QWidget) -> None:
    """Scroll to a part of the card once it is laid out."""
    QTimer.singleShot(0, part, lambda: _scroll_to(part))


def _scroll_to(part: QWidget) -> None:
    above = part.parentWidget()
    while above is not None and not isinstance(above, QScrollArea):
        above = above.parentWidget()
    if isinstance(above, QScrollArea) and part.isVisible():
        above.ensureWidgetVisible(part, 0, 20)
