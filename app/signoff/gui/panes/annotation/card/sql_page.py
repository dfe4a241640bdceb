"""The SQL page: the expression of each part, and a place to write it by hand and try it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from signoff.core.domain.dossier import Dossier
from signoff.gui.context import Context
from signoff.gui.panes.annotation.card.beside_table import BesideTable
from signoff.gui.panes.annotation.card.pool import Pool
from signoff.gui.panes.annotation.card.sql_text import SqlText
from signoff.gui.panes.annotation.card.words import expressions_of, section_names
from signoff.gui.widgets.basics import button, column, label, restyle, row


class SqlPart(QWidget):
    """The expression of one part of the query."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.name = label("", "small")
        self.text = SqlText(context.look, self.tr("SQL of the column"))
        self.setLayout(column(self.name, self.text, gap=1))


class SqlPage(QWidget):
    """Read by default; an engineer edits in place."""

    written = Signal(str, str)
    """SQL and reason: use it."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._dossier: Dossier | None = None
        self._name = ""
        parts = column(gap=6)
        self.parts = Pool(parts, lambda: SqlPart(context))
        self.edit = button(self.tr("Write it by hand …"), self.open_editor, kind="link")
        self.editor = SqlText(context.look, self.tr("Expression written by hand"))
        self.editor.setReadOnly(False)
        self.reason = QLineEdit()
        self.reason.setPlaceholderText(self.tr("reason"))
        self.reason.setAccessibleName(self.tr("Reason"))
        self.tried = BesideTable(context, self.tr("Values now and by the new expression"))
        self.form = self._form()
        self.setLayout(column(parts, row(self.edit, 1), self.form, gap=6))

    def show_column(self, dossier: Dossier, name: str, *, can_write: bool) -> None:
        """Show the SQL of a column; what is being written is kept while the column stays."""
        is_other = self._dossier is None or (self._dossier.target, self._name) != (dossier.target, name)
        self._dossier, self._name = dossier, name
        expressions, names = expressions_of(dossier, name), section_names(dossier, name)
        for part, sql, section in zip(self.parts.take(len(expressions)), expressions, names, strict=True):
            part.name.setText(section)
            part.name.setVisible(bool(section))
            part.text.setPlainText(sql)
        self.edit.setEnabled(can_write)
        if is_other:
            self.close_editor()

    def open_editor(self) -> None:
        """Edit the expression in place."""
        if self._dossier is None or not self.edit.isEnabled():
            return
        expressions = expressions_of(self._dossier, self._name)
        self.editor.setPlainText(expressions[0] if expressions else "")
        self._every.setVisible(len(expressions) > 1)
        self.form.show()
        self.edit.hide()
        self.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_editor(self) -> None:
        """Leave what was written."""
        self.form.hide()
        self.edit.show()
        self.reason.clear()
        self.tried.forget()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.form.isVisible():
            self.close_editor()
            return
        super().keyPressEvent(event)

    def try_it(self) -> None:
        """Show its values on the sample rows, or say why it does not run."""
        if self._dossier is not None:
            count = len(expressions_of(self._dossier, self._name))
            heads = (self.tr("now"), self.tr("by the new one"))
            self.tried.ask(self._dossier, self._name, [[self.editor.sql] * count], heads)

    def _use(self) -> None:
        self.written.emit(self.editor.sql, self.reason.text().strip())
        self.close_editor()

    def _form(self) -> QWidget:
        form = QWidget()
        restyle(self.editor, "kind", "")
        self._every = label(self.tr("It will stand in every part of the table."), "small")
        self._try = button(self.tr("Try on the sample rows"), self.try_it)
        self._use_it = button(self.tr("Use it and draft again"), self._use, kind="primary")
        foot = row(self._try, self._use_it, button(self.tr("Cancel"), self.close_editor), 1)
        form.setLayout(column(self.editor, self._every, self.reason, foot, self.tried, gap=6))
        self.editor.textChanged.connect(self._follow)
        form.hide()
        return form

    def _follow(self) -> None:
        for each in (self._try, self._use_it):
            each.setEnabled(bool(self.editor.sql))
