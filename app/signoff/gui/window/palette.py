"""The command palette: every command, target table and column by name, under Ctrl+K."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import shiboken6
from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QWidget
from rapidfuzz import fuzz, process, utils

from signoff.gui.widgets.basics import column, panel

_MOST = 12


@dataclass(frozen=True)
class Entry:
    """One line of the palette."""

    words: str
    hint: str
    """Key, or what kind of thing it is."""
    run: Callable[[], object]


def matches(entries: Sequence[Entry], text: str, most: int = _MOST) -> list[Entry]:
    """The entries that fit a text, best first; the first ones when the text is empty."""
    if not text.strip():
        return list(entries[:most])
    found = process.extract(
        text,
        [entry.words for entry in entries],
        scorer=fuzz.WRatio,
        processor=utils.default_process,
        limit=most,
        score_cutoff=55,
    )
    return [entries[place] for _words, _score, place in found]


class Palette(QObject):
    """The search field at the top, and the list that opens under it."""

    def __init__(self, window: QWidget, entries: Callable[[], Sequence[Entry]]) -> None:
        super().__init__(window)
        self._entries = entries
        self._shown: list[Entry] = []
        self._before: QWidget | None = None
        """Where the focus was; it goes back there."""
        self.field = QLineEdit()
        self.field.setPlaceholderText(self.tr("Search or run a command   Ctrl+K"))
        self.field.setAccessibleName(self.tr("Search or run a command"))
        self.field.setMinimumWidth(150)
        self.field.setMaximumWidth(280)
        self.field.installEventFilter(self)
        self.field.textEdited.connect(lambda _text: self._open())
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Commands found"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.itemClicked.connect(lambda item: self._run(self.list.row(item)))
        self._window = window
        self.popup = panel()
        self.popup.setParent(window)
        self.popup.setLayout(column(self.list, margins=6))
        self.popup.hide()

    def focus(self) -> None:
        """Go to the field and open the list."""
        here = self._window.focusWidget()
        self._before = here if here is not self.field else self._before
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()
        self._open()

    def close(self) -> None:
        """Close the list and empty the field."""
        self.popup.hide()
        self.field.clear()

    def leave(self) -> None:
        """Close the list and go back to where the focus was."""
        self.close()
        if self._before is not None and shiboken6.isValid(self._before) and self._before.isVisible():
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.field.clearFocus()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            self.popup.hide()
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and not self.popup.isHidden()
        ):
            return self._key(Qt.Key(event.key()))
        return False

    def _key(self, key: Qt.Key) -> bool:
        row, last = self.list.currentRow(), self.list.count() - 1
        if key == Qt.Key.Key_Down:
            self.list.setCurrentRow(min(last, row + 1))
        elif key == Qt.Key.Key_Up:
            self.list.setCurrentRow(max(0, row - 1))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._run(row)
        elif key == Qt.Key.Key_Escape:
            self.leave()
        else:
            return False
        return True

    def _open(self) -> None:
        self._shown = matches(self._entries(), self.field.text())
        self.list.clear()
        for entry in self._shown:
            item = QListWidgetItem(f"{entry.words}    {entry.hint}" if entry.hint else entry.words)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{entry.words}, {entry.hint}")
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        self._place()

    def _place(self) -> None:
        width = max(460, self.field.width())
        height = 26 + 30 * max(1, len(self._shown))
        corner = self.field.mapTo(self._window, QPoint(self.field.width() - width, self.field.height() + 6))
        self.popup.setGeometry(max(8, corner.x()), corner.y(), width, height)
        self.popup.show()
        self.popup.raise_()

    def _run(self, row: int) -> None:
        entry = self._shown[row] if 0 <= row < len(self._shown) else None
        self.leave()
        if entry is not None:
            entry.run()
