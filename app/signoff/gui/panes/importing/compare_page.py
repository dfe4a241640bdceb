"""A document held against the project: what would change, and what is done with it. Nothing changes by looking."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHeaderView, QSplitter, QTreeView, QWidget

from signoff.core.domain.versions import Preview
from signoff.gui.look import Look
from signoff.gui.panes.importing.compare_detail import CompareDetail
from signoff.gui.panes.importing.compare_lines import summary, table_lines
from signoff.gui.panes.importing.compare_model import CompareModel
from signoff.gui.widgets.basics import button, column, label, panel, row
from signoff.gui.widgets.find import FilterField

_WIDTHS = (250, 240, 250)


class _Tree(QTreeView):
    """Copies itself as a table."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        model = self.model()
        if event.matches(QKeySequence.StandardKey.Copy) and isinstance(model, CompareModel):
            QGuiApplication.clipboard().setText(model.as_text())
            return
        super().keyPressEvent(event)


class ComparePage(QWidget):
    """Shows one preview; the buttons say what becomes of the document."""

    all_wanted = Signal()
    some_wanted = Signal(object)
    """Names of the ticked tables."""
    aside_wanted = Signal()
    left = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.model = CompareModel(look)
        self.title = label("", "title", wraps=True)
        self.sum = label("", wraps=True, selectable=True)
        self.filter = FilterField(self.tr("filter"), self.tr("Filter tables and changes"))
        self.view = self._tree()
        self.detail = CompareDetail(look)
        self.all = button(self.tr("Take all"), self.all_wanted.emit, kind="primary")
        self.some = button(self.tr("Take these tables"), self._take_some)
        self.aside = button(self.tr("Put aside"), self.aside_wanted.emit)
        self.cancel = button(self.tr("Cancel"), self.left.emit, kind="quiet")
        self.note = label("", "dim", wraps=True)
        self._lay_out()
        self.filter.wanted.connect(self._filter)
        self.model.ticked.connect(self._tell_ticked)
        look.changed.connect(self.view.viewport().update)

    def show_preview(self, preview: Preview, *, is_aside: bool) -> None:
        """Show what a document would do.

        Args:
            preview: as it was worked out.
            is_aside: the document lies in the project already, put aside.
        """
        title = (
            self.tr("{new}: new version of {old}")
            if preview.old
            else self.tr("{new}: another document of this project")
        )
        self.title.setText(title.format(new=preview.new, old=preview.old))
        self.sum.setText(summary(preview))
        self.filter.clear()
        self.model.show(table_lines(preview))
        for number, line in enumerate(self.model.lines):
            self.view.setExpanded(self.model.index(number, 0), line.is_touched)
        self.aside.setText(self.tr("Leave aside") if is_aside else self.tr("Put aside"))
        self.all.setFocus()
        self._choose_first()

    def _choose_first(self) -> None:
        first = self.model.index(0, 0)
        inside = self.model.index(0, 0, first)
        self.view.setCurrentIndex(inside if inside.isValid() and self.view.isExpanded(first) else first)
        self._show_detail(self.view.currentIndex())

    def _tree(self) -> _Tree:
        tree = _Tree()
        tree.setModel(self.model)
        tree.setUniformRowHeights(True)
        tree.setMouseTracking(True)
        tree.setIndentation(18)
        tree.setAllColumnsShowFocus(True)
        tree.setAccessibleName(self.tr("What differs, by target table; Space ticks a table"))
        header = tree.header()
        header.setSectionsMovable(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for place, width in enumerate(_WIDTHS):
            header.setSectionResizeMode(place, QHeaderView.ResizeMode.Interactive)
            header.resizeSection(place, width)
        header.setStretchLastSection(True)
        tree.selectionModel().currentChanged.connect(lambda now, _before: self._show_detail(now))
        return tree

    def _lay_out(self) -> None:
        frame = panel()
        inside = column(self.filter, self.view, margins=10, gap=8)
        inside.setStretch(1, 1)
        frame.setLayout(inside)
        parts = QSplitter(Qt.Orientation.Vertical)
        parts.setHandleWidth(12)
        parts.setChildrenCollapsible(False)
        parts.addWidget(frame)
        parts.addWidget(self.detail)
        parts.setStretchFactor(0, 1)
        parts.setSizes([420, 190])
        foot = row(self.all, self.some, self.aside, self.note, self.cancel, gap=10)
        foot.setStretch(3, 1)
        lines = column(self.title, self.sum, parts, foot, gap=10)
        lines.setStretch(2, 1)
        self.setLayout(lines)

    def _take_some(self) -> None:
        self.some_wanted.emit(self.model.tables)

    def _filter(self, text: str) -> None:
        self.model.filter(text)
        if text:
            self.view.expandAll()
        self._choose_first()

    def _tell_ticked(self) -> None:
        some = self.model.is_some
        self.some.setEnabled(some)
        self.all.setEnabled(any(line.can_take for line in self.model.lines) or bool(self.model.tables))
        self.note.setText(
            self.tr("Tables that are not ticked keep the rows of the version before.")
            if some
            else self.tr("Decisions, comments and answers stay. Undo brings everything back.")
        )

    def _show_detail(self, index: QModelIndex) -> None:
        self.detail.show_line(self.model.table(index), self.model.change(index))
