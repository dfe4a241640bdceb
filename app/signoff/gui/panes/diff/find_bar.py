"""The field that finds text in both sides."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from signoff.gui.panes.diff.side_view import SideView
from signoff.gui.widgets.basics import button, label, row


class FindBar(QWidget):
    """Hidden until it is asked for."""

    closed = Signal()

    def __init__(self, view: SideView) -> None:
        super().__init__()
        self._view = view
        self.field = QLineEdit()
        self.field.setPlaceholderText(self.tr("find in the SQL"))
        self.field.setAccessibleName(self.tr("Find in the SQL"))
        self.field.setClearButtonEnabled(True)
        self._found = label("", "small")
        self.field.textChanged.connect(lambda text: self._find(text, stay=True))
        self.field.returnPressed.connect(lambda: self._find(self.field.text()))
        close = button(self.tr("Close"), self.close_, kind="quiet", name=self.tr("Close find"))
        back = button(self.tr("Previous"), lambda: self._find(self.field.text(), backward=True), kind="quiet")
        following = button(self.tr("Next"), lambda: self._find(self.field.text()), kind="quiet")
        self.setLayout(row(self.field, self._found, back, following, close))
        self.hide()

    def open(self) -> None:
        """Show it and lead the keyboard there."""
        self.show()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def close_(self) -> None:
        """Hide it again; nothing is marked as found any more."""
        self.hide()
        self._view.find_text("")
        self.closed.emit()

    def _find(self, text: str, *, backward: bool = False, stay: bool = False) -> None:
        found = self._view.find_text(text, backward=backward, stay=stay)
        self._found.setText("" if found or not text else self.tr("not found"))
