"""The command palette: every command, target table and column by name, under Ctrl+K."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import shiboken6
from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHeaderView, QLineEdit, QTreeWidget, QTreeWidgetItem, QWidget
from rapidfuzz import fuzz, process, utils

from signoff.gui.look import Look
from signoff.gui.widgets.basics import column, panel

_MOST = 14
_MOST_COMPARED = 3000
"""Entries compared by likeness; among more, only those that hold the text are found, so that a key takes no time."""
_LINE = 28


@dataclass(frozen=True)
class Entry:
    """One line of the palette."""

    words: str
    hint: str
    """Key, or what kind of thing it is."""
    run: Callable[[], object]


def matches(entries: Sequence[Entry], text: str, most: int = _MOST) -> list[Entry]:
    """The entries that hold a text, then those that are like it; the first ones when the text is empty."""
    wanted = text.strip().casefold()
    if not wanted:
        return list(entries[:most])
    holding = [entry for entry in entries if wanted in entry.words.casefold()]
    if holding:
        return sorted(holding, key=lambda entry: len(entry.words))[:most]
    compared = entries[:_MOST_COMPARED]
    found = process.extract(
        text,
        [entry.words for entry in compared],
        scorer=fuzz.WRatio,
        processor=utils.default_process,
        limit=most,
        score_cutoff=55,
    )
    return [compared[place] for _words, _score, place in found]


class Palette(QObject):
    """The search field at the top, and the list that opens under it."""

    def __init__(self, window: QWidget, look: Look, entries: Callable[[], Sequence[Entry]]) -> None:
        super().__init__(window)
        self._entries, self._look = entries, look
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
        self.list = QTreeWidget()
        self.list.setAccessibleName(self.tr("Commands found"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._prepare_list()
        self._window = window
        self.popup = panel()
        self.popup.setParent(window)
        self.popup.setLayout(column(self.list, margins=6))
        self.popup.hide()
        look.changed.connect(self._repaint)

    def _repaint(self) -> None:
        """Keys take the colours of the look in force, also while the list is open."""
        if not self.popup.isHidden():
            self._open()

    def _prepare_list(self) -> None:
        self.list.setProperty("kind", "lines")
        self.list.setColumnCount(2)
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.setHeaderHidden(True)
        self.list.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        head = self.list.header()
        head.setStretchLastSection(False)
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        head.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.list.itemClicked.connect(lambda item: self._run(self.list.indexOfTopLevelItem(item)))

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
        row, last = self.list.currentIndex().row(), self.list.topLevelItemCount() - 1
        if key == Qt.Key.Key_Down:
            self._choose(min(last, row + 1))
        elif key == Qt.Key.Key_Up:
            self._choose(max(0, row - 1))
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
            item = QTreeWidgetItem([entry.words, entry.hint])
            item.setData(0, Qt.ItemDataRole.AccessibleTextRole, f"{entry.words}, {entry.hint}")
            item.setForeground(1, self._look.tokens.color("dim"))
            item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            item.setSizeHint(0, QSize(0, _LINE))
            self.list.addTopLevelItem(item)
        if not self._shown:
            nothing = QTreeWidgetItem([self.tr("No command, table or column is called that.")])
            nothing.setFlags(Qt.ItemFlag.NoItemFlags)
            nothing.setSizeHint(0, QSize(0, _LINE))
            self.list.addTopLevelItem(nothing)
        self._choose(0)
        self._place()

    def _choose(self, row: int) -> None:
        self.list.setCurrentIndex(self.list.model().index(row, 0))

    def _place(self) -> None:
        width = max(460, self.field.width())
        height = 16 + _LINE * max(1, len(self._shown))
        corner = self.field.mapTo(self._window, QPoint(self.field.width() - width, self.field.height() + 6))
        self.popup.setGeometry(max(8, corner.x()), corner.y(), width, height)
        self.popup.show()
        self.popup.raise_()

    def _run(self, row: int) -> None:
        entry = self._shown[row] if 0 <= row < len(self._shown) else None
        self.leave()
        if entry is not None:
            entry.run()
