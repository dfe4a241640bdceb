"""Approving together what is copied unchanged: the list first, then the decision."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame

from signoff.core.domain.dossier import Dossier
from signoff.core.review.binding import drafted_column, mapped
from signoff.gui.look import Look
from signoff.gui.tables.grid import GridView
from signoff.gui.widgets.basics import button, column, label, row

_LIST_PX, _HEAD_PX, _ROW_PX = 190, 36, 26


class BulkPanel(QFrame):
    """Lists the columns; nothing is approved before the person says so."""

    closed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setProperty("kind", "panel")
        self._approve: Callable[[], None] | None = None
        self.title = label("", "heading", wraps=True)
        self.grid = GridView(look, self.tr("Columns copied unchanged"))
        self.confirm = button("", self._confirmed, kind="primary")
        cancel = button(self.tr("Cancel"), self.close_)
        why = label(self.tr("same name, same type, one possible source, no doubt"), "small")
        self.setLayout(column(self.title, self.grid, row(self.confirm, cancel, why, 1), margins=10))
        self.hide()

    def ask(self, dossier: Dossier, names: Sequence[str], approve: Callable[[], None]) -> None:
        """Show the list; `approve` is called when the person confirms it."""
        self._approve = approve
        words = (
            self.tr("1 column of {target} is copied unchanged. Approve it?")
            if len(names) == 1
            else self.tr("{n} columns of {target} are copied unchanged. Approve them together?")
        )
        self.title.setText(words.format(n=len(names), target=dossier.target))
        columns = (self.tr("column"), self.tr("copied from"), self.tr("type"))
        self.grid.show_rows(columns, [_line(dossier, name) for name in names])
        self.grid.setFixedHeight(min(_LIST_PX, _HEAD_PX + _ROW_PX * len(names)))
        approve_words = self.tr("Approve {n}   Enter").format(n=len(names))
        self.confirm.setText(approve_words)
        self.confirm.setAccessibleName(approve_words)
        self.show()
        self.confirm.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_(self) -> None:
        """Leave it; nothing is approved."""
        if self._approve is not None:
            self._approve = None
            self.hide()
            self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._confirmed()
        else:
            super().keyPressEvent(event)

    def _confirmed(self) -> None:
        approve = self._approve
        self.close_()
        if approve is not None:
            approve()


def _line(dossier: Dossier, name: str) -> tuple[str, str, str]:
    sources = [
        f"{s.table}.{s.column}" if s.table else s.column for m in mapped(dossier, name) for s in m.sources
    ]
    drafted = drafted_column(dossier, name)
    return name, ", ".join(dict.fromkeys(sources)), drafted.type if drafted else ""
