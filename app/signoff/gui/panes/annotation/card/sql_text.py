"""SQL as high as it is long, in colours; read-only until somebody edits it."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QFontMetrics, QTextOption
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy

from signoff.gui.look import Look, code_font
from signoff.gui.widgets.sql_highlighter import SqlHighlighter

_FEWEST, _MOST = 2, 14
"""Lines shown at least while it is edited, and at most before it scrolls."""


class SqlText(QPlainTextEdit):
    """One expression."""

    def __init__(self, look: Look, name: str) -> None:
        super().__init__()
        self.setProperty("kind", "code")
        self.setAccessibleName(name)
        self.setFont(code_font())
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._highlighter = SqlHighlighter(self.document(), look)
        self.document().contentsChanged.connect(self.updateGeometry)

    @property
    def sql(self) -> str:
        """The text, trimmed."""
        return self.toPlainText().strip()

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self.font())
        per_line = max(20, (self.viewport().width() - 8) // max(1, metrics.averageCharWidth()))
        lines = sum(1 + len(line) // per_line for line in self.toPlainText().splitlines()) or 1
        lines = max(1 if self.isReadOnly() else _FEWEST, min(_MOST, lines))
        return QSize(200, lines * metrics.lineSpacing() + 14)

    def minimumSizeHint(self) -> QSize:
        return QSize(80, self.sizeHint().height())
