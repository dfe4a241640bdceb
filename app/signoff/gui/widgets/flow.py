"""Widgets in a row that goes on below where there is no room: nothing is cut, and no window has to be wide for it."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem


class Flow(QLayout):
    """Lays its widgets out as words of a text are."""

    def __init__(self, gap: int = 2) -> None:
        """Make it.

        Args:
            gap: pixels between two widgets, and between two rows.
        """
        super().__init__()
        self._gap = gap
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._lay_out(QRect(0, 0, width, 0), is_trial=True)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._lay_out(rect, is_trial=False)

    def sizeHint(self) -> QSize:
        hints = [item.sizeHint() for item in self._items if not item.isEmpty()]
        wide = sum(hint.width() for hint in hints) + self._gap * max(0, len(hints) - 1)
        return QSize(wide, max((hint.height() for hint in hints), default=0))

    def minimumSize(self) -> QSize:
        hints = [item.minimumSize() for item in self._items if not item.isEmpty()]
        return QSize(
            max((hint.width() for hint in hints), default=0),
            max((hint.height() for hint in hints), default=0),
        )

    def _lay_out(self, rect: QRect, *, is_trial: bool) -> int:
        """Place every item, unless it is a trial; the height of all rows."""
        left, top, tall = rect.x(), rect.y(), 0
        for item in (each for each in self._items if not each.isEmpty()):
            hint = item.sizeHint()
            if left > rect.x() and left + hint.width() > rect.x() + rect.width():
                left, top, tall = rect.x(), top + tall + self._gap, 0
            if not is_trial:
                item.setGeometry(QRect(left, top, min(hint.width(), max(1, rect.width())), hint.height()))
            left += hint.width() + self._gap
            tall = max(tall, hint.height())
        return top + tall - rect.y()
