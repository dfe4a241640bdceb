"""A query of one's own: one SELECT over the sample tables, run through the same gates as a draft."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit

from signoff.gui.look import Look, code_font
from signoff.gui.widgets.sql_highlighter import SqlHighlighter

_KEPT = 10
_HEIGHT = 92


class QueryEditor(QPlainTextEdit):
    """SQL in colours; Ctrl+Return runs it, Alt+Up and Alt+Down bring back earlier ones."""

    run_asked = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setFont(code_font())
        self.setTabChangesFocus(True)
        self.setFixedHeight(_HEIGHT)
        self.setAccessibleName(self.tr("Query over the sample tables"))
        self.setPlaceholderText(self.tr("select … from a source or target table   (Ctrl+Enter runs it)"))
        self._colours = SqlHighlighter(self.document(), look)
        self._earlier: list[str] = []
        self._place = 0

    @property
    def sql(self) -> str:
        """What is written."""
        return self.toPlainText().strip().rstrip(";")

    def remember(self) -> None:
        """Keep what was run among the last ones; nowhere but in memory."""
        if self.sql and (not self._earlier or self._earlier[-1] != self.sql):
            self._earlier = [*self._earlier, self.sql][-_KEPT:]
        self._place = len(self._earlier)

    def event(self, event: QEvent) -> bool:
        """Keep Ctrl+Return to itself: elsewhere in the step it signs."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _runs(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if _runs(event):
            self.run_asked.emit()
        elif (
            event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down)
            and event.modifiers() & Qt.KeyboardModifier.AltModifier
        ):
            self._recall(-1 if event.key() == Qt.Key.Key_Up else 1)
        else:
            super().keyPressEvent(event)

    def _recall(self, by: int) -> None:
        place = self._place + by
        if 0 <= place < len(self._earlier):
            self._place = place
            self.setPlainText(self._earlier[place])


def _runs(event: QKeyEvent) -> bool:
    is_return = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
    return is_return and bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
