"""The files of an export: tree, filter, how many of each kind."""

from __future__ import annotations

from collections.abc import Callable, Collection

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTreeView

from signoff.core.export.preview import ExportPreview, FileState, PlannedFile
from signoff.gui.context import Context
from signoff.gui.panes.export.file_model import FileModel
from signoff.gui.panes.export.words import count_words, kept_words
from signoff.gui.widgets.basics import caption, column, label
from signoff.gui.widgets.find import FilterField

_FIRST = (FileState.EDITED, FileState.CHANGED, FileState.NEW)
"""What a person should see first, in this order."""


class _FilesView(QTreeView):
    """Copies itself as a table."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        model = self.model()
        if event.matches(QKeySequence.StandardKey.Copy) and isinstance(model, FileModel):
            QGuiApplication.clipboard().setText(model.as_text())
            return
        super().keyPressEvent(event)


class FilePanel(QFrame):
    """Shows a preview; the chosen file stays chosen when the preview is made anew."""

    chosen = Signal(object)
    """The `PlannedFile` to show, or None."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.setProperty("kind", "panel")
        self.model = FileModel(context.look)
        self.counts = label("", "dim", wraps=True)
        self.kept = label("", "attention", wraps=True)
        self.filter = FilterField(self.tr("filter"), self.tr("Filter files"))
        self.view = self._make_view()
        self._path = ""
        self.filter.wanted.connect(self._filter)
        self.view.selectionModel().currentChanged.connect(self._current_changed)
        context.look.changed.connect(self._look_changed)
        head = caption(self.tr("Files to be written"))
        self.setLayout(column(head, self.counts, self.kept, self.filter, self.view, margins=12, gap=6))
        self.kept.hide()

    def show_preview(self, preview: ExportPreview, replaced: Collection[str]) -> None:
        """Show what would be written; `replaced`: paths of edited files that are to be written anew."""
        self.counts.setText(count_words(preview.files))
        self.kept.setText(kept_words(preview.files, replaced))
        self.kept.setVisible(bool(self.kept.text()))
        self._fill(lambda: self.model.show(preview.files, replaced))

    def show_trouble(self, words: str) -> None:
        """Say why nothing can be written there."""
        self.counts.setText(words)
        self.kept.hide()
        self.model.show(())
        self.chosen.emit(None)

    def choose(self, path: str) -> None:
        """Show a file."""
        index = self.model.index_of(path)
        if index.isValid():
            self.view.setCurrentIndex(index)
            self.view.scrollTo(index)

    def _make_view(self) -> QTreeView:
        view = _FilesView()
        view.setModel(self.model)
        view.setUniformRowHeights(True)
        view.setMouseTracking(True)
        view.setIndentation(14)
        view.setProperty("kind", "lines")
        view.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        view.setAllColumnsShowFocus(True)
        view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        view.setAccessibleName(self.tr("Files to be written"))
        view.setHeaderHidden(True)
        view.header().setStretchLastSection(False)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        return view

    def _fill(self, fill: Callable[[], None]) -> None:
        path = self._path
        fill()
        header = self.view.header()
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.view.expandAll()
        self.choose(path if path in self.model.files else self._first())

    def _first(self) -> str:
        for state in _FIRST:
            for file in self.model.files.values():
                if file.state is state and not file.path.startswith("evidence/"):
                    return file.path
        return next(iter(self.model.files), "")

    def _filter(self, text: str) -> None:
        self.model.setFilterFixedString(text)
        self.view.expandAll()

    def _current_changed(self, index: QModelIndex, _before: QModelIndex) -> None:
        file: PlannedFile | None = self.model.file_at(index) if index.isValid() else None
        if file is not None:
            self._path = file.path
            self.chosen.emit(file)

    def _look_changed(self) -> None:
        self._fill(self.model.repaint_states)
