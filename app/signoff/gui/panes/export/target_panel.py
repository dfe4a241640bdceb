"""What goes, and what blocks the others: each reason leads to where it is mended."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFrame, QTreeView

from signoff.core.project.standing import Standing
from signoff.gui.context import Context
from signoff.gui.panes.export.target_lines import lines_of
from signoff.gui.panes.export.target_model import TargetsModel
from signoff.gui.widgets.basics import caption, column, label
from signoff.gui.widgets.find import FilterField


class _TargetsView(QTreeView):
    """Copies itself as a table."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        model = self.model()
        if event.matches(QKeySequence.StandardKey.Copy) and isinstance(model, TargetsModel):
            QGuiApplication.clipboard().setText(model.as_text())
            return
        super().keyPressEvent(event)


class TargetPanel(QFrame):
    """Follows the standing; nothing here needs the project's file."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.setProperty("kind", "panel")
        self._context = context
        self.model = TargetsModel(context.look)
        self.goes = label("", "heading", wraps=True)
        self.filter = FilterField(self.tr("filter"), self.tr("Filter target tables and reasons"))
        self.view = _TargetsView()
        self.view.setModel(self.model)
        self.view.setHeaderHidden(True)
        self.view.setUniformRowHeights(True)
        self.view.setMouseTracking(True)
        self.view.setIndentation(18)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setAccessibleName(self.tr("What goes, and what blocks the others"))
        self.view.clicked.connect(self._clicked)
        self.view.activated.connect(self._lead)
        self.filter.wanted.connect(self._filter)
        context.look.changed.connect(self.view.viewport().update)
        head = caption(self.tr("What goes"))
        self.setLayout(column(head, self.goes, self.filter, self.view, margins=12, gap=6))

    def show_standing(self, standing: Standing) -> None:
        """Show the target tables as they stand; what was open stays open."""
        is_open = {
            self.model.lines[row].name
            for row in range(len(self.model.lines))
            if self.view.isExpanded(self.model.index(row, 0))
        }
        lines = lines_of(standing)
        self.model.show(lines)
        for row, line in enumerate(self.model.lines):
            self.view.setExpanded(self.model.index(row, 0), line.name in is_open)
        words = self.tr("{n} of {all} target tables are signed and go")
        self.goes.setText(words.format(n=sum(line.goes for line in lines), all=len(lines)))

    def _filter(self, text: str) -> None:
        self.model.filter(text)
        if text:
            self.view.expandAll()

    def _clicked(self, index: QModelIndex) -> None:
        if self.model.reason(index) is not None:
            self._lead(index)
        else:
            self.view.setExpanded(index, not self.view.isExpanded(index))

    def _lead(self, index: QModelIndex) -> None:
        self._context.go(self.model.place_of(index))
